"""What a browser gets for an address of a build."""

import pytest

from followup.diagnostics import FollowupError
from followup.output import Made, Rendered
from followup.pipeline import Job
from followup.preview.drawing import Answer, Drawing, draw

PAGE = b"<head></head>"


def site(base: str = "") -> Drawing:
    files = {
        "index.html": PAGE,
        "om/index.html": b"om",
        "404.html": b"saknas",
        "css/a.css": b"a {}",
        "bild.webp": b"RIFF",
        "okänd.xyz": b"?",
    }
    found = {path: Rendered(path, data) for path, data in files.items()}
    return Drawing("", files=found, base=base, build=7)


@pytest.mark.parametrize(
    ("address", "status", "content_type"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html", 200, "text/html; charset=utf-8"),
        ("/om/", 200, "text/html; charset=utf-8"),
        ("/css/a.css", 200, "text/css; charset=utf-8"),
        ("/bild.webp", 200, "image/webp"),
        ("/ok%C3%A4nd.xyz", 200, "application/octet-stream"),
        ("/saknas/", 404, "text/html; charset=utf-8"),
        ("/css/", 404, "text/html; charset=utf-8"),
    ],
)
def test_address_gives_its_file_and_type(address: str, status: int, content_type: str) -> None:
    answer = site().answer(address)
    assert (answer.status, answer.content_type) == (status, content_type)


def test_only_pages_get_the_script_and_nothing_else_in_them_changes() -> None:
    script = b'<script src="/livereload.js?snipver=7" defer></script>\n</head>'
    assert site().answer("/").body == PAGE.replace(b"</head>", script)
    assert site().answer("/css/a.css").body == b"a {}"


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/", "/lofte/bro/"),
        ("/lofte", "/lofte/bro/"),
        ("/lofte/bro", "/lofte/bro/"),
        ("/lofte/bro/om", "/lofte/bro/om/"),
    ],
)
def test_site_below_a_path_is_led_to(address: str, location: str) -> None:
    assert site("/lofte/bro").answer(address) == Answer(302, location=location)


def test_site_below_a_path_has_nothing_above_it() -> None:
    below = site("/lofte")
    assert below.answer("/lofte/om/").body == b"om"
    assert below.answer("/lofte/saknas/").status == 404
    for outside in ("/om/", "/lof", "/css/a.css", "//a.example/lofte/"):
        assert below.answer(outside) == Answer(404, b"saknas")


def test_world_in_the_way_is_said_in_a_line_and_on_every_page() -> None:
    def make_job() -> Job:
        raise FollowupError("Mappen innehåll finns inte.")

    drawing = draw(make_job)
    assert (drawing.outcome, drawing.report) == ("Mappen innehåll finns inte.", "")
    for address in ("/", "/om/", "/css/a.css"):
        answer = drawing.answer(address)
        assert (answer.status, drawing.outcome in answer.body.decode()) == (500, True)


def test_file_that_cannot_be_made_when_it_is_asked_for_says_why() -> None:
    def make() -> bytes:
        raise FollowupError("Tecknet finns inte.")

    answer = Drawing("", files={"a.pdf": Made("a.pdf", "", make)}).answer("/a.pdf")
    assert (answer.status, answer.content_type) == (500, "text/html; charset=utf-8")
    assert "<pre>Tecknet finns inte.</pre>" in answer.body.decode()
