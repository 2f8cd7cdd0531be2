"""The page that stands in for every other while something is wrong."""

from html import escape

UNTOUCHED = "Webbplatsen i mappen site är inte ändrad."


def fault_page(title: str, heading: str, advice: str, text: str) -> bytes:
    """`text` is shown as it is, markup in it too."""
    return _PAGE.format(
        title=escape(title),
        heading=escape(heading),
        advice=escape(advice),
        text=escape(text),
        fate=UNTOUCHED,
    ).encode()


_PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ max-width: 70rem; margin: 2rem auto; padding: 0 1rem;
  font: 1.125rem/1.5 system-ui, sans-serif }}
h1 {{ font-size: 1.75rem; line-height: 1.2 }}
pre {{ padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere;
  border-left: 0.3rem solid #c2410c; font-size: 1rem; background: light-dark(#f4f4f4, #262626) }}
</style>
</head>
<body>
<main>
<h1>{heading}</h1>
<p>{advice}</p>
<pre>{text}</pre>
<p>{fate}</p>
</main>
</body>
</html>
"""
