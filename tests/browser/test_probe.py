"""What measures the pages finds each fault that it is there for, and nothing in a good page."""

import pytest
from playwright.sync_api import Browser

from browser.window import opened

GOOD = """<main><h1>Löftet</h1><p>Vi <a href="#a" style="padding: 4px">lovar</a> något.</p>
<nav><a href="#a" style="display: inline-block; padding: 15px">Insatser</a></nav>
<svg width="20" height="20"><rect width="20" height="20"/></svg>
<svg><line x2="20" stroke="#000"/><line x2="9" stroke="#000"/></svg>
<div style="overflow: hidden; height: 40px">Hel</div></main>"""
LONG = "Tillgänglighetsredogörelse" * 3

FAULTS = {
    "wide()": (
        '<div style="width: 400px">Bred</div>',
        ["div: reaches 408 px in a window of 320 px"],
    ),
    "clipped()": (
        f'<p style="overflow: hidden">{LONG}</p>',
        ['p: "TillgänglighetsredogörelseTillgänglighet" is cut by p'],
    ),
    "overlaps()": (
        '<p>Under</p><b style="position: absolute; top: 16px">Över</b>',
        ['p: "Under" lies over "Över"'],
    ),
    "scrolled()": (
        '<pre style="overflow: auto; width: 100px; padding: 0">' + "x" * 200 + "</pre>",
        None,
    ),
    "targets()": (
        '<nav><a href="#a" style="display: block; width: 60px; height: 30px">Om</a></nav>',
        ['nav > a: "Om" is 60×30 px, expected 44 or more'],
    ),
    "faint()": (
        '<svg><rect width="9" height="9" fill="#eee"/></svg>',
        ["svg > rect: rgb(238, 238, 238) and none on Canvas"],
    ),
    "axe(['image-alt'])": (
        '<img src="data:,">',
        ["img: image-alt: Element does not have an alt attribute"],
    ),
    "axe(['target-size', 'color-contrast-enhanced'])": (
        '<p style="color: #666">Svag</p>',
        None,
    ),
}


@pytest.mark.parametrize("question", FAULTS)
def test_each_fault_is_found_and_a_good_page_has_none(chromium: Browser, question: str) -> None:
    faulty, expected = FAULTS[question]
    with opened(chromium, axe=question.startswith("axe")) as window:
        window.page.goto("about:blank")
        window.page.set_content(f'<!doctype html><html lang="sv">{GOOD}')
        assert window.value(question) == []
        window.page.set_content(f'<!doctype html><html lang="sv">{faulty}')
        found = window.value(question)
        assert found == expected or (expected is None and len(found) == 1), found


def test_focus_that_is_not_seen_is_found(chromium: Browser) -> None:
    style = "<style>a, b { position: fixed; top: 0 } b { inset: 0; background: #fff }</style>"
    none = "<style>a:focus { outline: none }</style>"
    with opened(chromium) as window:
        window.page.set_content(f"{style}{none}<a href='#a'>Gömd</a><b>Över</b>")
        window.page.keyboard.press("Tab")
        assert window.value("focused()") == {
            "place": 0,
            "faults": [
                "a: focus is none 3px, expected 3 px or more",
                "a: hidden when it has focus",
            ],
        }


def test_what_is_asked_for_elsewhere_or_fails_is_noted(chromium: Browser) -> None:
    with opened(chromium) as window:
        window.page.set_content('<img src="http://127.0.0.1:9/bild.png">')
        window.page.evaluate("console.warn('Oj')")
        window.page.wait_for_function("document.images[0].complete")
    told = "\n".join(window.trouble)
    assert "asks for http://127.0.0.1:9/bild.png" in told
    assert "does not get http://127.0.0.1:9/bild.png" in told
    assert "console warning: Oj" in told
