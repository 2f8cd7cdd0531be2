"""The data catalogue holds what DCAT-AP-SE 3.0.1 demands, and what it says of the files is true."""

import hashlib
from functools import cache
from pathlib import Path

import pytest
import site_under_test as site
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node
from site_under_test import ROOT, SETTINGS, SMALL, write

SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EVERY_KIND = ROOT / "tests" / "every_kind"
SITES = [(ROOT / "content", "2018-10-01"), (EVERY_KIND, "2024-12-31")]
BASE = "https://foljloftet.example/data/"


@cache
def files(content: Path, day: str) -> dict[str, bytes]:
    return site.pages(site.build_in_memory(content, day))


def graph(content: Path, day: str) -> Graph:
    return Graph().parse(data=files(content, day)["data/dcat.rdf"], format="xml")


def one(made: Graph, kind: URIRef) -> Node:
    (found,) = made.subjects(RDF.type, kind)
    return found


@pytest.mark.parametrize(("content", "day"), SITES)
def test_all_that_is_mandatory_is_there(content: Path, day: str) -> None:
    made = graph(content, day)
    catalogue, data_set = one(made, DCAT.Catalog), one(made, DCAT.Dataset)
    for node, needed in (
        (catalogue, (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license)),
        (data_set, (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint)),
    ):
        assert [str(term) for term in needed if not made.value(node, term)] == []
    assert made.value(catalogue, DCAT.dataset) == data_set
    distributions = [*made.objects(data_set, DCAT.distribution)]
    assert len(distributions) == len({*distributions}) == 37
    said = (DCAT.accessURL, DCTERMS.license, DCTERMS.format, DCAT.mediaType, DCTERMS.title)
    for node in distributions:
        assert [str(term) for term in said if not made.value(node, term)] == []
    assert made.value(one(made, FOAF.Agent), FOAF.name)
    assert made.value(one(made, VCARD.Organization), VCARD.fn)


@pytest.mark.parametrize(("content", "day"), SITES)
def test_every_iri_is_absolute(content: Path, day: str) -> None:
    nodes = {node for triple in graph(content, day) for node in triple}
    iris = {str(node) for node in nodes if isinstance(node, URIRef)}
    schemes = ("https://", "http://", "mailto:", "tel:")
    assert len(iris) > 50
    assert [iri for iri in iris if not iri.startswith(schemes)] == []


@pytest.mark.parametrize(("content", "day"), SITES)
def test_sizes_and_checksums_are_true(content: Path, day: str) -> None:
    made, all_files = graph(content, day), files(content, day)
    for node in made.subjects(RDF.type, DCAT.Distribution):
        data = all_files["data/" + str(node).partition("/data/")[2]]
        size = Literal(str(len(data)), datatype=XSD.nonNegativeInteger)
        assert made.value(node, DCAT.byteSize) == size
        checksum = made.value(node, SPDX.checksum)
        assert checksum
        told = Literal(hashlib.sha256(data).hexdigest(), datatype=XSD.hexBinary)
        assert made.value(checksum, SPDX.checksumValue) == told
        assert made.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256


def test_shipped_catalogue_says_whose_it_is() -> None:
    made = graph(*SITES[0])
    data_set = one(made, DCAT.Dataset)
    title = "Exempel: Uppföljning av medborgarlöften i Upplands-Bro kommun"
    assert made.value(data_set, DCTERMS.title) == Literal(title, lang="sv")
    assert made.value(data_set, DCAT.landingPage) == URIRef(BASE)
    assert made.value(URIRef(f"{BASE}insatser.csv"), DCAT.mediaType) == URIRef(
        "http://www.iana.org/assignments/media-types/text/csv"
    )
    assert made.value(data_set, DCTERMS.issued) is None


@pytest.mark.parametrize(
    ("written", "iri"),
    [
        ("CC0 1.0", "http://creativecommons.org/publicdomain/zero/1.0/"),
        ("cc by 4.0", "http://creativecommons.org/licenses/by/4.0/"),
        ("https://example.org/villkor", "https://example.org/villkor"),
        ("Våra egna villkor", "https://loftet.example/data/#licens"),
    ],
)
def test_licence_is_an_iri_whatever_it_is_called(tmp_path: Path, written: str, iri: str) -> None:
    settings = f"{SETTINGS}licens: {written}\n"
    made = graph(write(tmp_path, {**SMALL, "webbplats.yaml": settings}), "2018-10-01")
    licences = {*made.objects(None, DCTERMS.license)}
    assert licences == {URIRef(iri)}
