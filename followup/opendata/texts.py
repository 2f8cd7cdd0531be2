"""Running text in the open data: Markdown whose links lead to the site's own pages.

What is not published yet has no address, and no file name of it may be told: of a link to it only
its words are left.
"""

import re
from urllib.parse import urljoin

from followup.links import Links
from followup.model import Body


def plain_text(body: Body, links: Links, site: str) -> str:
    """The text as written, with the full address of every page and picture of the site in it."""
    text = body.text.strip()
    for target, address in links.prose(body).addresses:
        to = urljoin(f"{site.rstrip('/')}/", address) if address else ""
        text = _led_to(text, target, to) if to else _without(text, target)
    return text


def _led_to(text: str, target: str, to: str) -> str:
    """The links and the references to `target` lead to another address."""
    end = r"(?=[\s)>]|$)"
    return re.sub(rf"(\]\(\s*<?|\]:\s*<?){re.escape(target)}{end}", rf"\g<1>{to}", text)


def _without(text: str, target: str) -> str:
    """The words of the links to `target`; where it stands otherwise it is taken out as well."""
    link = rf"!?\[([^\]]*)\]\(\s*<?{re.escape(target)}[^)]*\)"
    return re.sub(link, r"\1", text).replace(target, "")
