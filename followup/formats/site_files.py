"""Files for machines that visit the site: sitemap.xml and robots.txt."""

from collections.abc import Iterable, Iterator
from html import escape

from followup.output import Blob


def plan(base: str, pages: Iterable[str], is_example: bool) -> Iterator[Blob]:
    """`base` is the site's own address, `pages` the addresses of its pages below it.

    Sources: sitemaps.org protocol 0.9; RFC 9309 for robots.txt. While there are examples the pages
    say `noindex`, which a robot must be let in to read, and the site map is empty of pages.
    """
    rows = (
        "" if is_example else "".join(f"<url><loc>{escape(base + p)}</loc></url>\n" for p in pages)
    )
    yield Blob(
        "sitemap.xml",
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
        ).encode(),
    )
    yield Blob("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n".encode())
