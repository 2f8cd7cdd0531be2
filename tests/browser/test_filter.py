"""Choosing among the actions in place, in a real Chromium."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from site_under_test import PARTIES, ROOT, SMALL, build_in_memory, write

from browser.conftest import Serve

LIST = "/loften/2018/insatser/"
ROWS = "[data-lista] li:visible"
STATUS = ".choices [role=status]"


def action(day: str, fields: str) -> str:
    return f"---\ndatum: {day}\nåtgärd: vandringar\n{fields}\n---\n"


# Seventy actions in the spring and seventy in one month of the autumn: the list has only a part of
# them. One is at the bridge, in January.
LONG: Mapping[str, str] = {
    **SMALL,
    "parter.yaml": PARTIES,
    "platser/bron.md": "---\nnamn: bron\n---\n",
    "platser/torget.md": "---\nnamn: torget\n---\n",
    "loften/2018/insatser/forst.md": action("2018-01-02", "plats: bron\naktörer: [polisen]"),
    **{
        f"loften/2018/insatser/v{n}.md": action(
            f"2018-0{2 + n % 4}-{1 + n % 28:02}", "plats: torget\naktörer: [kommunen]"
        )
        for n in range(70)
    },
    **{
        f"loften/2018/insatser/h{n}.md": action(f"2018-09-{1 + n % 30:02}", "aktörer: [polisen]")
        for n in range(70)
    },
}


def published(folder: Path, content: Path, day: str) -> Path:
    """The site without the files that are slow to make."""
    result = build_in_memory(content, day)
    assert not result.has_errors
    files = {
        f.path: f.data for f in result.files if f.path.endswith((".html", ".css", ".js", ".svg"))
    }
    return write(folder, files)


@pytest.fixture(scope="module")
def shipped(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The origin of the site that is shipped: its list has all actions."""
    return serve(published(tmp_path_factory.mktemp("site"), ROOT / "content", "2018-10-01"))


@pytest.fixture(scope="module")
def long(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    content = write(tmp_path_factory.mktemp("content"), LONG)
    return serve(published(tmp_path_factory.mktemp("site"), content, "2018-12-01"))


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def days(page: Page) -> list[str]:
    """The days of the rows that are shown, in their order."""
    return [row.get_attribute("data-dag") or "" for row in page.locator(ROWS).all()]


def headings(page: Page) -> list[str]:
    return page.locator("[data-lista] h2:visible").all_inner_texts()


def test_choices_are_combined_in_place_and_stand_in_the_address(page: Page, shipped: str) -> None:
    page.goto(shipped + LIST)
    field(page, "Åtgärd").select_option(label="Nattvandring (13)")
    expect(page.locator(STATUS)).to_have_text("14 insatser visas, varav 1 planerad.")
    field(page, "Plats").select_option("bro")
    expect(page.locator(STATUS)).to_have_text("9 insatser visas.")
    field(page, "Månad").select_option("2018-09")
    expect(page.locator(STATUS)).to_have_text("2 insatser visas.")
    assert days(page) == ["2018-09-21", "2018-09-08"]
    assert headings(page) == ["September 2018"]
    assert page.url == f"{shipped}{LIST}?atgard=nattvandring&plats=bro&manad=2018-09"
    field(page, "Vem").select_option("trygghetsvardar")
    expect(page.locator(STATUS)).to_have_text("1 insats visas.")
    field(page, "Månad").select_option("2018-01")
    expect(page.locator(STATUS)).to_have_text("Ingen insats passar valet.")
    assert (days(page), headings(page)) == ([], [])


def test_everything_is_shown_again_and_focus_is_at_the_choices(page: Page, shipped: str) -> None:
    page.goto(shipped + LIST)
    every, months = days(page), headings(page)
    field(page, "Plats").select_option("bro-centrum")
    assert len(days(page)) == 5
    assert page.evaluate("document.activeElement === document.body") is True
    field(page, "Plats").focus()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Rensa valen").press("Enter")
    assert (days(page), headings(page)) == (every, months)
    expect(field(page, "Åtgärd")).to_be_focused()
    expect(page.get_by_role("button", name="Rensa valen")).to_be_hidden()
    expect(page.locator(STATUS)).to_have_text("")
    assert page.url == shipped + LIST


def test_a_place_where_something_is_only_planned_can_be_chosen(page: Page, shipped: str) -> None:
    page.goto(shipped + LIST)
    field(page, "Plats").select_option(label="Brunna (1 planerad)")
    expect(page.locator(STATUS)).to_have_text("1 insats visas, varav 1 planerad.")
    assert days(page) == ["2018-10-12"]


def test_an_address_with_a_choice_applies_it_also_after_going_back(
    page: Page, shipped: str
) -> None:
    page.goto(f"{shipped}{LIST}?plats=bro-centrum&atgard=finns-inte")
    expect(page.locator(STATUS)).to_have_text("5 insatser visas.")
    field(page, "Månad").select_option("2018-08")
    page.locator(f"{ROWS} a").click()
    page.wait_for_url("**/2018-08-30-narkotikainsats/")
    page.go_back()
    expect(page.locator(STATUS)).to_have_text("1 insats visas.")
    assert field(page, "Månad").input_value() == "2018-08"


def test_without_script_there_are_links_and_no_dead_control(
    chromium: Browser, shipped: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shipped + LIST)
    assert page.locator("select, button, [role=status]").count() == 0
    page.get_by_text("Plats", exact=True).click()
    page.get_by_role("link", name="Bro centrum", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Insatser i Bro centrum")
    context.close()


def test_a_choice_finds_the_actions_of_other_pages(page: Page, long: str) -> None:
    page.goto(long + LIST)
    own = days(page)
    assert len(own) == 60
    field(page, "Plats").select_option("bron")
    expect(page.locator(STATUS)).to_have_text("1 insats visas.")
    assert days(page) == ["2018-01-02"]
    field(page, "Plats").select_option("")
    field(page, "Åtgärd").select_option("vandringar")
    expect(page.locator(STATUS)).to_have_text("141 insatser visas.")
    found = days(page)
    assert (len(found), found) == (141, sorted(found, reverse=True))
    assert [name.split()[0] for name in headings(page)] == [
        "September", "Maj", "April", "Mars", "Februari", "Januari"
    ]  # fmt: skip
    page.get_by_role("button", name="Rensa valen").click()
    assert days(page) == own


def test_a_choice_finds_what_is_planned_on_other_pages(
    page: Page, serve: Serve, tmp_path: Path
) -> None:
    planned = "aktörer: [polisen]\nstatus: planerad\noffentlig: ja"
    content = {
        **SMALL,
        "parter.yaml": PARTIES,
        "loften/2018/insatser/a.md": action("2018-03-01", "aktörer: [polisen]"),
        **{
            f"loften/2018/insatser/p{n}.md": action(f"2018-1{1 + n // 30}-{1 + n % 30:02}", planned)
            for n in range(60)
        },
        **{
            f"loften/2018/insatser/k{n}.md": action(
                f"2018-11-{1 + n % 30:02}", planned.replace("polisen", "kommunen")
            )
            for n in range(60)
        },
    }
    site = published(tmp_path / "site", write(tmp_path / "content", content), "2018-10-01")
    page.goto(serve(site) + LIST)
    own = days(page)
    assert len(own) == 31
    field(page, "Vem").select_option("polisen")
    expect(page.locator(STATUS)).to_have_text("61 insatser visas, varav 60 planerade.")
    expect(page.get_by_text("Här är de 30 närmaste av 120.")).to_be_hidden()
    found = days(page)
    assert (len(found), found[:-1]) == (61, sorted(found[:-1]))
    page.get_by_role("button", name="Rensa valen").click()
    assert days(page) == own
    expect(page.get_by_text("Här är de 30 närmaste av 120.")).to_be_visible()


# Sixty events at the square, all by the police but the two that are nearest; only thirty have room.
PLANNED: Mapping[str, str] = {
    **SMALL,
    "parter.yaml": PARTIES,
    "platser/torget.md": "---\nnamn: torget\n---\n",
    "loften/2018/insatser/a.md": action("2018-03-01", "aktörer: [kommunen]"),
    **{
        f"loften/2018/insatser/p{n}.md": action(
            f"2018-1{1 + n // 30}-{1 + n % 30:02}",
            f"plats: torget\naktörer: [{'polisen' if n > 1 else 'kommunen'}]\n"
            "status: planerad\noffentlig: ja",
        )
        for n in range(60)
    },
}


def test_what_is_planned_is_fetched_only_when_something_is_missing(
    page: Page, serve: Serve, tmp_path: Path
) -> None:
    asked: list[str] = []

    def fail(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    site = published(tmp_path / "site", write(tmp_path / "content", PLANNED), "2018-10-01")
    page.route("**/lage/**", fail)
    page.goto(serve(site) + LIST)
    field(page, "Vem").select_option("kommunen")
    expect(page.locator(STATUS)).to_have_text("3 insatser visas, varav 2 planerade.")
    field(page, "Åtgärd").select_option("vandringar")
    expect(page.locator(STATUS)).to_have_text("3 insatser visas, varav 2 planerade.")
    assert asked == []
    field(page, "Vem").select_option("")
    expect(page.locator(STATUS)).to_contain_text("Det gick inte att hämta fler insatser.")
    assert len(asked) == 1


def test_what_was_called_off_is_shown_and_not_counted(
    page: Page, serve: Serve, tmp_path: Path
) -> None:
    called_off = action("2018-03-02", "plats: torget\nstatus: inställd\norsak: Snö")
    content = {
        **SMALL,
        "platser/torget.md": "---\nnamn: torget\n---\n",
        "loften/2018/insatser/a.md": action("2018-03-01", "plats: torget"),
        "loften/2018/insatser/b.md": called_off,
    }
    site = published(tmp_path / "site", write(tmp_path / "content", content), "2018-12-01")
    page.goto(serve(site) + LIST)
    field(page, "Plats").select_option(label="Torget (1)")
    expect(page.locator(STATUS)).to_have_text("1 insats visas. Dessutom visas 1 inställd.")
    assert days(page) == ["2018-03-02", "2018-03-01"]


def test_an_older_link_to_a_month_that_is_not_here_chooses_it(page: Page, long: str) -> None:
    page.goto(f"{long}{LIST}#2018-02")
    expect(page.locator(STATUS)).to_have_text("18 insatser visas.")
    assert {day[:7] for day in days(page)} == {"2018-02"}


def test_it_is_said_that_more_actions_are_fetched_and_when_that_fails(
    page: Page, long: str
) -> None:
    waiting: list[Route] = []
    page.route("**/insatser/*/**", lambda route: waiting.append(route))
    page.goto(long + LIST)
    field(page, "Plats").select_option("bron")
    expect(page.locator(STATUS)).to_have_text("Hämtar fler insatser …")
    waiting[0].abort()
    expect(page.locator(STATUS)).to_have_text(
        "Det gick inte att hämta fler insatser. Ingen insats passar valet. "
        "Länkarna här leder till alla."
    )
    expect(page.locator(".choices summary").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Äldre insatser")).to_be_visible()
    page.unroute("**/insatser/*/**")
    field(page, "Vem").select_option("polisen")
    expect(page.locator(STATUS)).to_have_text("1 insats visas.")
    expect(page.locator(".choices summary").first).to_be_hidden()


def test_every_control_is_large_enough_for_a_finger(page: Page, shipped: str) -> None:
    page.goto(f"{shipped}{LIST}?plats=bro")
    for control in page.locator(".filter select, .filter button").all():
        area = control.bounding_box()
        assert area and area["height"] >= 44
        assert area["x"] >= 0 and area["x"] + area["width"] <= 320
