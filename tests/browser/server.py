"""A plain static web server on a loopback port, with the strictest policy that a host may set."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from followup.output import Finished, Rendered

POLICY = "default-src 'self'"


def read(folder: Path) -> dict[str, Finished]:
    """The files of a published site by their path."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: Rendered(name, path.read_bytes()) for name, path in names.items()}


@contextmanager
def serving(files: Mapping[str, Finished]) -> Iterator[str]:
    """Serves the files while it lasts; gives the origin, such as http://127.0.0.1:40123."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/")
            name = path if path in files else f"{path}index.html"
            file = files.get(name) or files.get("404.html") or Rendered("", b"")
            kind = guess_type(file.path)[0] or "application/octet-stream"
            self.send_response(200 if name in files else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(file.data)))
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(file.data)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, address: object) -> None:
            """Says nothing when a page that was left no longer listens."""
            if not isinstance(sys.exception(), ConnectionError):
                raise

    server = Server(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
