"""Rules on what the content says, file against file."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from followup import links, placeholders
from followup.content import markdown_limits
from followup.graphics.colour import LEAST_CONTRAST, PAPER, PAPER_DARK, contrast, nearest_readable
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.rules.text.published import bodies, every_body, own_texts


@rule("exempel")
def examples_are_recognised(subject: Subject) -> Iterator[Finding]:
    """Påhittat innehåll får bara finnas på en adress under .example.

    Fel: adress: https://www.kommunen.se och exempel: ja i en insats
    Rätt: adress: https://loftet.example
    """
    settings = subject.site.settings
    host = urlsplit(settings.address).hostname or ""
    if subject.site.has_examples and not host.endswith(".example"):
        yield Finding(
            subject.at(settings.source, "adress"),
            f"adressen {host} är en riktig adress, men innehållet är delvis påhittat",
            "Ta bort allt som har  exempel: ja  eller använd en adress som slutar på .example.",
        )


@rule("fryst")
def only_examples_are_frozen(subject: Subject) -> Iterator[Finding]:
    """Bara en webbplats med påhittat innehåll får vara fryst till en dag.

    Fel: fryst_till: 2018-10-01 utan något exempel: ja
    Rätt: ingen rad med fryst_till
    """
    settings = subject.site.settings
    if settings.frozen_at and not subject.site.has_examples and not subject.left_out:
        yield Finding(
            subject.at(settings.source, "fryst_till"),
            "webbplatsen är fryst fast inget är påhittat",
            "Ta bort fryst_till. En riktig uppföljning visas alltid som den är i dag.",
        )


@rule("exempel")
def invented_contacts_stay_behind(subject: Subject) -> Iterator[Finding]:
    """En riktig webbplats kan inte ha en påhittad kontakt eller kort adress.

    Fel: adress: https://www.kommunen.se och e-post: kontakt@loftet.example
    Rätt: adress: https://www.kommunen.se och e-post: kontakt@kommunen.se
    """
    settings = subject.site.settings
    if (urlsplit(settings.address).hostname or "").endswith(".example"):
        return
    for key, value in (
        ("kontakt", settings.contact.email or ""),
        ("notis", settings.notice.short_address or ""),
    ):
        if value.partition("/")[0].endswith(".example"):
            yield Finding(
                subject.at(settings.source, key),
                f"”{value}” är påhittad, men webbplatsen är på riktigt",
                "Skriv den adress som läsarna ska använda.",
            )


@rule("kontrast")
def accents_are_readable(subject: Subject) -> Iterator[Finding]:
    """Accentfärgen ska ha minst kontrasten 7:1 mot sin botten.

    Fel: färg: "#7fd3d3"
    Rätt: färg: "#0a5c63"
    """
    settings = subject.site.settings
    for key, colour, paper in (
        ("färg", settings.accent, PAPER),
        ("färg_mörk", settings.accent_dark, PAPER_DARK),
    ):
        if colour and contrast(colour, paper) < LEAST_CONTRAST:
            ratio = f"{contrast(colour, paper):.1f}".replace(".", ",")
            yield Finding(
                subject.at(settings.source, key),
                f"{key} {colour} har kontrasten {ratio}:1 mot {paper} men behöver 7:1",
                f'Närmaste färg som räcker:  {key}: "{nearest_readable(colour, paper)}"',
            )


@rule("trasig-länk")
def links_lead_somewhere(subject: Subject) -> Iterator[Finding]:
    """En länk inom webbplatsen ska leda till en sida eller en bild som finns.

    Fel: [torget](../platser/bro-centurm.md)
    Rätt: [torget](../platser/bro-centrum.md)
    """
    known = {**dict.fromkeys(subject.left_out, links.PLACES), **subject.links.by_file}
    pictures = {**dict.fromkeys(subject.pictures, links.PLACES), **subject.links.pictures}
    all_links = replace(subject.links, by_file=known, pictures=pictures)
    for found in (fault for body in bodies(subject.site) for fault in all_links.check(body)):
        yield Finding(found.source, found.message, found.hint)


@rule("okänt-ord")
def computed_words_stand_where_they_are_put_in(subject: Subject) -> Iterator[Finding]:
    """Ord inom dubbla hakparenteser sätts bara in i egna sidor (mappen sidor) och i notis.md.
    I löftets egna ord får de stå som de står.

    Fel: [[nattvandring.siffra]] i texten om en insats
    Rätt: [[nattvandring.siffra]] i en egen sida
    """
    pages = {page.source.path for page in subject.site.pages}
    for body in own_texts(subject):
        if body.source.path not in pages:
            for source, written in placeholders.found(body):
                yield Finding(
                    source,
                    f"{written} visas för läsarna så som det står",
                    "Sådana ord sätts bara in i egna sidor (mappen sidor) och i notis.md. Skriv "
                    "något annat här, eller ta bort det.",
                )


@rule("form")
def texts_can_be_read(subject: Subject) -> Iterator[Finding]:
    """En text ska inte ha fler nivåer eller tecken på en rad än någon kan läsa.

    Fel: en lista i tjugo nivåer
    Rätt: en lista i två nivåer
    """
    for body in every_body(subject.site):
        if found := next(markdown_limits.check(body), None):
            yield Finding(found.source, found.message, found.hint)


RULES = (
    examples_are_recognised,
    only_examples_are_frozen,
    invented_contacts_stay_behind,
    accents_are_readable,
    links_lead_somewhere,
    computed_words_stand_where_they_are_put_in,
    texts_can_be_read,
)
