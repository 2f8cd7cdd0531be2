"""Running text as HTML: what the allow-list lets through, and what it never does."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from followup.links import Prose
from followup.render.markdown import to_html

# Written out here once more: a change of the module's own list must be a change here, too.
ALLOWED: dict[str, set[str]] = {
    "a": {"href"},
    "bdi": {"lang"},
    "img": {"src", "alt"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ol": {"start"},
    "th": {"scope"},
}
PLAIN = {
    "blockquote", "br", "code", "em", "hr", "li", "p", "pre", "strong", "table", "tbody", "td",
    "thead", "tr", "ul",
}  # fmt: skip
SCHEMES = {"http", "https", "mailto", "tel"}
SIGNS = str.maketrans("⏎⇥⍽⌁␍␀␁␂␃", "\n\t\u00a0\u200b\r\x00\x01\x02\x03")
OWN = (("om.md", "/om/"), ("bild.jpg", "/assets/bild.jpg"))
VECTORS = [
    line.translate(SIGNS)
    for line in (Path(__file__).parent / "vectors.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("====")
]


class Dangers(HTMLParser):
    """Collects everything in a text that the list does not allow."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [f"<{tag}>"] if tag not in ALLOWED and tag not in PLAIN else []
        for name, value in attrs:
            if name not in ALLOWED.get(tag, set()):
                self.found.append(f"<{tag} {name}>")
            if name in ("href", "src"):
                self.found += _address_dangers(tag, value or "")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")


def _address_dangers(tag: str, address: str) -> list[str]:
    """An address as a browser may read it: decoded twice, without what it passes over."""
    seen = re.sub(r"[\x00-\x20\u00a0\u00ad\u200b]", "", unescape(unescape(address)))
    scheme = re.match(r"([^/?#]*?):", seen)
    if scheme and scheme[1].lower() not in SCHEMES:
        return [f"{tag}: {address}"]
    if tag == "img" and not seen.startswith("/assets/"):
        return [f"{tag}: {address}"]
    return [f"{tag}: {address}"] if seen.startswith(("/\\", "\\")) else []


def html(text: str) -> str:
    return str(to_html(Prose(text, OWN)))


def test_there_are_more_than_two_hundred_vectors_and_no_two_alike() -> None:
    assert len(VECTORS) == len(set(VECTORS)) > 200


@pytest.mark.parametrize("text", VECTORS)
def test_nothing_in_a_text_runs_loads_or_frames(text: str) -> None:
    assert Dangers(html(text)).found == []


@pytest.mark.parametrize("text", VECTORS)
def test_the_same_between_other_texts_is_no_more_dangerous(text: str) -> None:
    made = html(f"Före *kursiv\n\n{text}\n\nefter* [om](om.md)")
    assert Dangers(made).found == []
    assert made.startswith("<p>Före ")


@pytest.mark.parametrize(
    "danger",
    [
        "<script>larm()</script>",
        '<p onclick="larm()">hit</p>',
        '<a href="java&#9;script:larm()">hit</a>',
        '<a href="&amp;#106;avascript:larm()">hit</a>',
        '<a href="/\\ond.example">hit</a>',
        '<img src="https://ond.example/x.png" alt="">',
        '<p style="color:red">hit</p>',
        '<p id="innehall">hit</p>',
        "<!-- hemligt -->",
        "<!DOCTYPE html>",
        "<![CDATA[x]]>",
        "<?php x ?>",
    ],
)
def test_the_test_itself_sees_what_is_dangerous(danger: str) -> None:
    assert Dangers(danger).found != []


# ---- what a text becomes

MADE = (
    ("Ett stycke.", "<p>Ett stycke.</p>"),
    ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
    ("a  \nb", "<p>a<br>\nb</p>"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("---", "<hr>"),
    ("    kod", "<pre><code>kod\n</code></pre>"),
    ("[om](om.md)", '<p><a href="/om/">om</a></p>'),
    ('[om](om.md "Mer om löftet")', '<p><a href="/om/">om</a></p>'),
    ("[om][o]\n\n[o]: om.md", '<p><a href="/om/">om</a></p>'),
    (
        "[ut](https://polisen.se/a?b=1&c=2)",
        '<p><a href="https://polisen.se/a?b=1&amp;c=2">ut</a></p>',
    ),
    ("<https://polisen.se/>", '<p><a href="https://polisen.se/">https://polisen.se/</a></p>'),
    (
        "<kontakt@loftet.example>",
        '<p><a href="mailto:kontakt@loftet.example">kontakt@loftet.example</a></p>',
    ),
    ("[ring](tel:+468114114)", '<p><a href="tel:+468114114">ring</a></p>'),
    ("[ned](#takten)", '<p><a href="#takten">ned</a></p>'),
    ("![Torget](bild.jpg)", '<p><img alt="Torget" src="/assets/bild.jpg"></p>'),
    (
        "| År | Antal |\n|:---|---:|\n| 2018 | 6 |",
        '<table>\n<thead>\n<tr>\n<th scope="col">År</th>\n<th scope="col">Antal</th>\n</tr>\n'
        "</thead>\n<tbody>\n<tr>\n<td>2018</td>\n<td>6</td>\n</tr>\n</tbody>\n</table>",
    ),
    ("R&D < 5 > 3 \"x\" 'y'", "<p>R&amp;D &lt; 5 &gt; 3 \"x\" 'y'</p>"),
    ("&lt;b&gt; &copy; &aring;", "<p>&lt;b&gt; © å</p>"),
    ("", ""),
)


@pytest.mark.parametrize(("text", "expected"), MADE)
def test_markdown_becomes(text: str, expected: str) -> None:
    assert html(text) == expected


HEADINGS = (
    ("# A", ["h2"]),
    ("## A", ["h2"]),
    ("### A", ["h2"]),
    ("# A\n\n## B\n\n### C", ["h2", "h3", "h4"]),
    ("## A\n\n### B\n\n## C", ["h2", "h3", "h2"]),
    ("## A\n\n#### B", ["h2", "h3"]),
    ("# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F", ["h2", "h3", "h4", "h4", "h4", "h4"]),
    ("A\n=\n\nB\n-", ["h2", "h3"]),
)


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings_begin_at_the_second_level_and_skip_none(text: str, expected: list[str]) -> None:
    assert re.findall(r"<(h\d)", html(text)) == expected


def test_an_empty_heading_is_no_heading() -> None:
    assert "<h" not in html("#\n\n## \n\nText.")


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Så räknar vi", "sa-raknar-vi"),
        ("Takten", "takten"),
        ("Innehåll", "innehall-1"),
        ("*Kursivt* och `kod`", "kursivt-och-kod"),
        ("!?", "utan-namn"),
    ],
)
def test_a_heading_can_be_linked_to_and_never_has_the_page_s_own_id(
    heading: str, anchor: str
) -> None:
    assert f' id="{anchor}"' in html(f"## {heading}")


def test_two_headings_alike_have_ids_of_their_own() -> None:
    assert re.findall(r' id="([^"]+)"', html("## A\n\n## A\n\n## A")) == ["a", "a_1", "a_2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>fet</b>", "<p>&lt;b&gt;fet&lt;/b&gt;</p>"),
        ("\\<b>fet\\</b>", "<p>\\&lt;b&gt;fet\\&lt;/b&gt;</p>"),
        ("<div>\n\n*i*\n\n</div>", "<p>&lt;div&gt;</p>\n<p><em>i</em></p>\n<p>&lt;/div&gt;</p>"),
        ("<!-- dolt -->", "<p>&lt;!-- dolt --&gt;</p>"),
        ("<br>", "<p>&lt;br&gt;</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("{{ 7 * 7 }}", "<p>{{ 7 * 7 }}</p>"),
    ],
)
def test_raw_html_is_shown_as_the_text_that_stands_there(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[hit](javascript:larm())", "<p>hit</p>"),
        ("[**hit**](data:text/html,x)", "<p><strong>hit</strong></p>"),
        ("[hit](finns-inte.md)", "<p>hit</p>"),
        ("[hit](ftp://polisen.se/)", "<p>hit</p>"),
        ("[a](x.md) [om](om.md) [b](y.md)", '<p>a <a href="/om/">om</a> b</p>'),
        ("![Torget](https://ond.example/x.png)", "<p>Torget</p>"),
        ("![<b>](finns-inte.png)", "<p>&lt;b&gt;</p>"),
        ("[![Torget](x.png)](om.md)", '<p><a href="/om/">Torget</a></p>'),
    ],
)
def test_a_link_or_a_picture_that_is_not_shown_leaves_its_words(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_link_to_what_is_not_published_yet_is_plain_text() -> None:
    prose = Prose("Läs [om hösten](hosten.md).", (("hosten.md", ""),))
    assert to_html(prose) == "<p>Läs om hösten.</p>"


WORDS = (("löfte.rubrik", "1. *Löftet* & <b>det</b> &copy; [a](b.md) `c` | # \\*"),)
SHOWN = "1. *Löftet* &amp; &lt;b&gt;det&lt;/b&gt; &amp;copy; [a](b.md) `c` | # \\*"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[löfte.rubrik]]", f"<p>{SHOWN}</p>"),
        ("Om [[ Löfte.Rubrik ]].", f"<p>Om {SHOWN}.</p>"),
        ("- **[[löfte.rubrik]]**", f"<ul>\n<li><strong>{SHOWN}</strong></li>\n</ul>"),
        ("[[[löfte.rubrik]]](https://a.se/)", f'<p><a href="https://a.se/">{SHOWN}</a></p>'),
        ("`[[löfte.rubrik]]`", "<p><code>[[löfte.rubrik]]</code></p>"),
        ("    [[löfte.rubrik]]", "<pre><code>[[löfte.rubrik]]\n</code></pre>"),
        (r"\[[löfte.rubrik]]", "<p>[[löfte.rubrik]]</p>"),
    ],
)
def test_computed_words_are_text_that_no_markup_is_made_of(text: str, expected: str) -> None:
    assert to_html(Prose(text, words=WORDS)).strip() == expected


def test_computed_words_in_another_language_are_marked_as_swedish() -> None:
    prose = Prose("Lupaus [[löfte.rubrik]].", words=WORDS, language="fi")
    assert to_html(prose) == f'<p>Lupaus <bdi lang="sv">{SHOWN}</bdi>.</p>'


def test_nothing_of_one_text_is_left_in_the_next() -> None:
    first = html("## A\n\n[om][o] ![b][p]\n\n[o]: om.md\n[p]: bild.jpg\n\n*[EST]: x\n\n[^1]: y")
    assert 'href="/om/"' in first
    assert html("## A\n\n[om][o] ![b][p] EST [^1]") == (
        '<h2 id="a">A</h2>\n<p>[om][o] ![b][p] EST [^1]</p>'
    )
    assert str(to_html(Prose("[om](om.md)"))) == "<p>om</p>"


def test_the_same_text_is_always_the_same_html() -> None:
    once = [html(text) for text in VECTORS]
    assert [html(text) for text in reversed(VECTORS)] == once[::-1]
