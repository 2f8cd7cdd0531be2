"""The catalogue that a data portal reads: DCAT-AP-SE 3.0.1 in RDF/XML, with absolute IRIs.

Source: docs.dataportal.se/dcat/3.0.1/sv. Mandatory there: title, description, publisher and data
sets of the catalogue; title, description and publisher of the data set; access address and licence
of a distribution. No day of the build is in it: only what the content says.
"""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from followup.model import Promise, Settings, Site
from followup.notice import EXAMPLE
from followup.opendata.files import EXCEL, FOLDER, JSON, SCHEMA, sha256
from followup.opendata.tables import TABLES
from followup.output import Blob
from followup.swedish import capitalise

CATALOGUE = "dcat.rdf"
_LICENCES = {
    "cc0 1.0": "http://creativecommons.org/publicdomain/zero/1.0/",
    "cc by 4.0": "http://creativecommons.org/licenses/by/4.0/",
    "cc by-sa 4.0": "http://creativecommons.org/licenses/by-sa/4.0/",
}


def licence(settings: Settings) -> str:
    """The IRI of the licence; of one that we do not know by name, where the site tells of it."""
    name = settings.licence.strip()
    if re.match(r"https?://\S+$", name):
        return name
    return _LICENCES.get(name.casefold(), f"{_folder(settings)}#licens")


def licence_page(settings: Settings) -> str:
    """Where a reader meets the licence. The identifiers of those we know are with http for ever."""
    iri = licence(settings)
    return iri.replace("http:", "https:", 1) if iri in _LICENCES.values() else iri


def title(settings: Settings) -> str:
    return f"Uppföljning av medborgarlöften i {settings.municipality}"


def description(site: Site) -> str:
    """What the data set holds, in a few sentences."""
    names = ", ".join(promise.title for promise in site.promises)
    holds = "Löften, åtgärder, mål, insatser, redovisningar och resultat, med källor"
    return f"{holds}. Gäller {names}." if names else f"{holds}."


def catalogue_file(site: Site, data: Iterable[Blob], is_example: bool) -> Blob:
    """The catalogue of the one data set, whose files are `data`."""
    settings, mark = site.settings, EXAMPLE if is_example else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<rdf:RDF {' '.join(f'xmlns:{name}={quoteattr(iri)}' for name, iri in _NAMES.items())}>",
        *_catalogue(settings, mark),
        *_data_set(site, data, mark),
        *_publisher(settings),
        *_contact(settings),
        "</rdf:RDF>",
    ]
    return Blob(f"{FOLDER}/{CATALOGUE}", "".join(f"{line}\n" for line in lines).encode())


def _folder(settings: Settings) -> str:
    return f"{settings.address.rstrip('/')}/{FOLDER}/"


def _catalogue(settings: Settings, mark: str) -> Iterator[str]:
    folder = _folder(settings)
    about = f"Öppna data från {settings.name}."
    yield f"<dcat:Catalog rdf:about={quoteattr(f'{folder}#katalog')}>"
    yield _text("dcterms:title", f"{mark}{settings.name}: öppna data")
    yield _text("dcterms:description", f"{mark}{about}")
    yield _link("dcterms:publisher", f"{folder}#utgivare")
    yield _link("dcterms:license", licence(settings))
    yield _link("dcterms:language", _SWEDISH)
    yield _link("dcat:themeTaxonomy", f"{_AUTHORITY}/data-theme")
    yield _link("foaf:homepage", f"{settings.address.rstrip('/')}/")
    yield _link("dcat:dataset", f"{folder}#datamangd")
    yield "</dcat:Catalog>"


def _data_set(site: Site, data: Iterable[Blob], mark: str) -> Iterator[str]:
    settings, files = site.settings, [*data]
    folder = _folder(settings)
    yield f"<dcat:Dataset rdf:about={quoteattr(f'{folder}#datamangd')}>"
    yield _text("dcterms:title", f"{mark}{title(settings)}")
    yield _text("dcterms:description", f"{mark}{description(site)}")
    yield _link("dcterms:publisher", f"{folder}#utgivare")
    yield _link("dcat:contactPoint", f"{folder}#kontakt")
    yield _link("dcterms:accessRights", _PUBLIC)
    yield _link("dcterms:language", _SWEDISH)
    yield _link("dcat:theme", f"{_AUTHORITY}/data-theme/JUST")
    yield _link("dcat:landingPage", folder)
    for word in ("medborgarlöfte", "trygghet", "uppföljning"):
        yield _text("dcat:keyword", word)
    for promise in site.promises:
        yield from _period(promise)
    yield from (_link("dcat:distribution", _address(settings, blob)) for blob in _shared(files))
    yield "</dcat:Dataset>"
    for blob in _shared(files):
        yield from _distribution(settings, blob, mark)


def _shared(files: Iterable[Blob]) -> Iterator[Blob]:
    """The files with data: not the schema, which a distribution conforms to."""
    return (blob for blob in files if not blob.path.endswith(SCHEMA))


def _period(promise: Promise) -> Iterator[str]:
    """The time that the data are about: the promise's own."""
    yield "<dcterms:temporal><dcterms:PeriodOfTime>"
    yield _typed("dcat:startDate", promise.span.first.isoformat(), "date")
    yield _typed("dcat:endDate", promise.span.last.isoformat(), "date")
    yield "</dcterms:PeriodOfTime></dcterms:temporal>"


def _distribution(settings: Settings, blob: Blob, mark: str) -> Iterator[str]:
    address = _address(settings, blob)
    is_json = blob.path.endswith(".json")
    media, file_type = ("application/json", "JSON") if is_json else ("text/csv", "CSV")
    yield f"<dcat:Distribution rdf:about={quoteattr(address)}>"
    yield _text("dcterms:title", _name(blob))
    yield _text("dcterms:description", f"{mark}{_about(blob)}")
    yield _link("dcat:accessURL", address)
    yield _link("dcat:downloadURL", address)
    yield _link("dcterms:license", licence(settings))
    yield _link("dcat:mediaType", f"http://www.iana.org/assignments/media-types/{media}")
    yield _link("dcterms:format", f"{_AUTHORITY}/file-type/{file_type}")
    yield _link("dcatap:availability", f"{_AUTHORITY}/planned-availability/STABLE")
    yield _typed("dcat:byteSize", str(len(blob.data)), "nonNegativeInteger")
    if is_json:
        yield _link("dcterms:conformsTo", f"{_folder(settings)}{SCHEMA}")
    yield "<spdx:checksum><spdx:Checksum>"
    yield _link("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
    yield _typed("spdx:checksumValue", sha256(blob), "hexBinary")
    yield "</spdx:Checksum></spdx:checksum>"
    yield "</dcat:Distribution>"


def _name(blob: Blob) -> str:
    return blob.path.removeprefix(f"{FOLDER}/")


def _about(blob: Blob) -> str:
    """What a row of the file is, and which program it is for."""
    name = _name(blob)
    if name == JSON:
        return "Alla tabeller i en fil."
    table = next(t for t in TABLES if name.removeprefix(f"{EXCEL}/") == f"{t.name}.csv")
    is_for_excel = name.startswith(f"{EXCEL}/")
    return f"Varje rad: {table.about[:1].lower()}{table.about[1:]}." + (
        " För Excel." if is_for_excel else ""
    )


def _publisher(settings: Settings) -> Iterator[str]:
    yield f"<foaf:Agent rdf:about={quoteattr(f'{_folder(settings)}#utgivare')}>"
    yield f"<foaf:name>{escape(settings.municipality)}</foaf:name>"
    yield _link("dcterms:type", "http://purl.org/adms/publishertype/LocalAuthority")
    yield "</foaf:Agent>"


def _contact(settings: Settings) -> Iterator[str]:
    contact = settings.contact
    yield f"<vcard:Organization rdf:about={quoteattr(f'{_folder(settings)}#kontakt')}>"
    yield f"<vcard:fn>{escape(capitalise(contact.name))}</vcard:fn>"
    if contact.email:
        yield _link("vcard:hasEmail", f"mailto:{contact.email}")
    if contact.phone:
        number = re.sub(r"[^\d+]", "", contact.phone)
        yield f"<vcard:hasTelephone><vcard:Voice>{_link('vcard:hasValue', f'tel:{number}')}"
        yield "</vcard:Voice></vcard:hasTelephone>"
    yield "</vcard:Organization>"


def _address(settings: Settings, blob: Blob) -> str:
    return f"{settings.address.rstrip('/')}/{blob.path}"


def _text(name: str, text: str) -> str:
    return f'<{name} xml:lang="sv">{escape(text)}</{name}>'


def _link(name: str, iri: str) -> str:
    return f"<{name} rdf:resource={quoteattr(iri)}/>"


def _typed(name: str, value: str, kind: str) -> str:
    return f'<{name} rdf:datatype="http://www.w3.org/2001/XMLSchema#{kind}">{value}</{name}>'


_AUTHORITY = "http://publications.europa.eu/resource/authority"
_SWEDISH = f"{_AUTHORITY}/language/SWE"
_PUBLIC = f"{_AUTHORITY}/access-right/PUBLIC"
_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
