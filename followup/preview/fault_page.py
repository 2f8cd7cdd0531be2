"""The page that stands in for every other while something is wrong."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from followup.diagnostics import Explanation
from followup.reporting import Excerpt, FileFaults, Told

UNTOUCHED = "Webbplatsen i mappen site är inte ändrad."


def fault_page(title: str, heading: str, advice: str, text: str) -> bytes:
    """`text` is shown as it is, markup in it too."""
    return _page(title, heading, advice, f"<pre>{escape(text)}</pre>")


def content_page(
    title: str,
    heading: str,
    advice: str,
    files: Iterable[FileFaults],
    explanations: Sequence[Explanation],
) -> bytes:
    """Every fault in the content with its line, what to do, and the rule behind it."""
    parts = [part for file in files for part in _file(file, explanations)]
    return _page(title, heading, advice, "\n".join(parts))


def _page(title: str, heading: str, advice: str, body: str) -> bytes:
    return _PAGE.format(
        title=escape(title),
        heading=escape(heading),
        advice=escape(advice),
        body=body,
        fate=UNTOUCHED,
    ).encode()


def _file(file: FileFaults, rules: Sequence[Explanation]) -> Iterator[str]:
    yield f"<h2>{escape(file.path)}</h2>"
    yield from (_fault(told, rules) for told in file.told)
    if file.more:
        yield f"<p>{file.more} till i den här filen. De visas när du har rättat de här.</p>"


def _fault(told: Told, rules: Sequence[Explanation]) -> str:
    place = f", rad {told.source.line}" if told.source.line else ""
    excerpt = _excerpt(told.excerpt) if told.excerpt else ""
    message = told.message[:1].upper() + told.message[1:]
    about = "".join(_rule(rule) for rule in rules if rule.rule == told.rule)
    more = f"<details><summary>Om regeln {told.rule}</summary>{about}</details>" if about else ""
    return (
        f'<section class="{told.severity}">\n'
        f"<h3>{told.severity.capitalize()}{place}: {escape(message)}</h3>\n"
        f"{excerpt}<p>{_with_code(told.hint)}</p>\n{more}</section>"
    )


def _excerpt(excerpt: Excerpt) -> str:
    """The line with its place marked."""
    place = f"<mark>{escape(excerpt.marked)}</mark>" if excerpt.marked else ""
    return f"<pre>{excerpt.line} | {escape(excerpt.before)}{place}{escape(excerpt.after)}</pre>\n"


def _rule(rule: Explanation) -> str:
    return (
        f"<p>{escape(rule.asks)}</p><dl><dt>Fel</dt><dd><code>{escape(rule.wrong)}</code></dd>"
        f"<dt>Rätt</dt><dd><code>{escape(rule.right)}</code></dd></dl>"
    )


def _with_code(hint: str) -> str:
    """What can be copied stands between double spaces, with or without a question mark after."""
    parts = [escape(part) for part in hint.split("  ")]
    parts[1::2] = [_copied(part) for part in parts[1::2]]
    return " ".join(part for part in parts if part)


def _copied(part: str) -> str:
    text = part.removesuffix(" ?")
    return f"<code>{text}</code>{'' if text == part else '?'}"


_PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --fault: #9a2c06; --warning: #6b4a00; --code: #f4f4f4 }}
@media (prefers-color-scheme: dark) {{
  :root {{ --fault: #ffb59b; --warning: #f2cf7a; --code: #262626 }}
}}
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  font: 1.125rem/1.5 system-ui, sans-serif }}
h1 {{ font-size: 1.75rem; line-height: 1.2 }}
h2 {{ margin-top: 2.5rem; font-size: 1.25rem; overflow-wrap: anywhere }}
h3 {{ margin: 0 0 0.5rem; font-size: 1.125rem }}
section {{ margin: 1.5rem 0; padding-left: 1rem; border-left: 0.3rem solid var(--warning) }}
section.fel {{ border-color: var(--fault) }}
pre, code {{ font: 1rem/1.5 ui-monospace, Consolas, monospace; background: var(--code) }}
pre {{ padding: 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere }}
code {{ padding: 0.1em 0.3em; overflow-wrap: anywhere }}
mark {{ color: inherit; background: none; border-bottom: 0.15em solid var(--fault) }}
summary {{ min-height: 2.75rem; align-content: center; cursor: pointer }}
dt {{ font-weight: bold }}
</style>
</head>
<body>
<main>
<h1>{heading}</h1>
<p>{advice}</p>
{body}
<p>{fate}</p>
</main>
</body>
</html>
"""
