"""Templates read a view and nothing else: whatever they show is escaped, and nothing is missing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import FileSystemBytecodeCache, UndefinedError, nodes
from jinja2.meta import find_undeclared_variables

from followup.links import Prose
from followup.output import Page, Rendered
from followup.render.environment import FILTERS, environment, render

ROOT = Path(__file__).parent.parent.parent / "templates"
TEMPLATES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.html"))


PROSE = Prose("*kursiv* <b>")


@dataclass(frozen=True)
class View:
    text: str = "R&D <b>\"x\"</b> 'y'"
    number: int = 1234
    none: None = None
    yes: bool = True
    body: Prose = PROSE


def shown(template: str, folder: Path, name: str = "sida.html") -> str:
    (folder / name).write_text(template, encoding="utf-8")
    (page,) = render([Page("sida/index.html", name, View())], folder)
    assert page == Rendered("sida/index.html", page.data)
    return page.data.decode()


@pytest.mark.parametrize("name", ["a.html", "a.html.j2", "a.svg", "a.xml", "a.txt", "a.jinja", "a"])
def test_what_a_template_shows_is_escaped_whatever_the_file_is_called(
    name: str, tmp_path: Path
) -> None:
    made = shown('<a title="{{ view.text }}">{{ view.text }}</a>', tmp_path, name)
    safe = "R&amp;D &lt;b&gt;&#34;x&#34;&lt;/b&gt; &#39;y&#39;"
    assert made == f'<a title="{safe}">{safe}</a>'


@pytest.mark.parametrize(
    "template",
    ["{{ view.missing }}", "{{ missing }}", "{% if view.missing %}{% endif %}", "{{ view.a.b }}"],
)
def test_a_value_that_the_view_does_not_have_is_an_error(template: str, tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        shown(template, tmp_path)


@pytest.mark.parametrize("template", ["{{ view.none }}", "{{ view.yes }}", "<p>{{ not view.yes }}"])
def test_none_true_and_false_are_never_shown_to_a_reader(template: str, tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        shown(template, tmp_path)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ view.body|prose }}", "<p><em>kursiv</em> &lt;b&gt;</p>"),
        ("{{ view.number|number }}", "1\u00a0234"),
        ("{{ 'i Bro'|quote }}", "”i Bro”"),
        ("{{ 'i Bro'|capitalise }}", "I Bro"),
        ("{{ ['Bro', 'Brunna']|listing }}", "Bro och Brunna"),
    ],
)
def test_a_filter_formats(template: str, expected: str, tmp_path: Path) -> None:
    assert shown(template, tmp_path) == expected


def test_lines_of_tags_leave_no_empty_lines_and_the_last_line_is_whole(tmp_path: Path) -> None:
    template = "<ul>\n  {% for n in [1, 2] %}\n<li>{{ n }}</li>\n  {% endfor %}\n</ul>\n"
    assert shown(template, tmp_path) == "<ul>\n<li>1</li>\n<li>2</li>\n</ul>\n"


# ---- the templates of the site, as they are written


def tree(name: str) -> nodes.Template:
    source = (ROOT / name).read_text(encoding="utf-8")
    return environment(ROOT).parse(source, name)


def found(name: str, *kinds: type[nodes.Node]) -> Iterator[nodes.Node]:
    yield from tree(name).find_all(kinds)


MACROS = {macro.name for name in TEMPLATES for macro in tree(name).find_all(nodes.Macro)}


def test_there_are_templates_to_look_at() -> None:
    assert "base.html" in TEMPLATES
    assert len(TEMPLATES) > 15


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(name: str) -> None:
    assert environment(ROOT).get_template(name).name == name


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_names_the_others_outright(name: str) -> None:
    kinds = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
    for node in found(name, *kinds):
        assert isinstance(node, (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends))
        assert isinstance(node.template, nodes.Const)
        assert node.template.value in TEMPLATES


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_computes_nothing(name: str) -> None:
    """No arithmetic, and no filter or test but those that format; a call is a macro or `range`."""
    arithmetic = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)
    assert [type(node).__name__ for node in found(name, *arithmetic, nodes.Neg)] == []
    filters = {node.name for node in tree(name).find_all(nodes.Filter)}
    assert filters <= {*FILTERS, "row", "join", "length"}
    assert {node.name for node in tree(name).find_all(nodes.Test)} <= {"none"}
    calls = {
        node.node.name if isinstance(node.node, nodes.Name) else "a method"
        for node in tree(name).find_all(nodes.Call)
    }
    assert calls <= {"range", *MACROS}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_trusts_nothing(name: str) -> None:
    """No `safe`, no switching off of autoescape, no unquoted attribute."""
    source = (ROOT / name).read_text(encoding="utf-8")
    assert "safe" not in {node.name for node in tree(name).find_all(nodes.Filter)}
    assert "autoescape" not in source
    assert "={{" not in re.sub(r'"[^"]*"', "", source)


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("pages/")])
def test_a_page_reads_its_view_and_nothing_else(name: str) -> None:
    own = {node.name for node in tree(name).find_all(nodes.Name) if node.ctx == "store"}
    assert find_undeclared_variables(tree(name)) - own <= {"view", "range", *MACROS}


def test_html_to_copy_shows_every_character_whether_trusted_or_not() -> None:
    made = environment(ROOT)
    assert made.from_string("{{ view|code }}").render(view=" <b>&amp;</b>\n") == (
        "&lt;b&gt;&amp;amp;&lt;/b&gt;"
    )
    block = "{% set html %}<b>{{ view }}</b>{% endset %}{{ html|code }}"
    assert made.from_string(block).render(view="<") == "&lt;b&gt;&amp;lt;&lt;/b&gt;"


def test_what_is_kept_of_compiled_templates_is_only_a_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (tmp_path / "a.html").write_text("{{ view }}", "utf-8")
    for change in (lambda: None, lambda: [p.write_bytes(b"x") for p in kept.iterdir()]):
        monkeypatch.setattr(FileSystemBytecodeCache, "_get_default_cache_dir", lambda _: str(kept))
        change()
        assert environment(tmp_path, True).get_template("a.html").render(view="hej") == "hej"
    for error in (OSError, RuntimeError):
        monkeypatch.setattr(FileSystemBytecodeCache, "_get_default_cache_dir", _raiser(error))
        assert environment(tmp_path, True).get_template("a.html").render(view="hej") == "hej"
    gone = str(tmp_path / "gone")
    monkeypatch.setattr(FileSystemBytecodeCache, "_get_default_cache_dir", lambda _: gone)
    assert environment(tmp_path, True).get_template("a.html").render(view="hej") == "hej"


def _raiser(error: type[Exception]) -> Callable[[object], str]:
    def fail(_: object) -> str:
        raise error

    return fail
