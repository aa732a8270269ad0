"""The fast readers read exactly what a full parser reads, and step aside for anything else."""

from __future__ import annotations

import io

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.plugins.parsers.jsonld import to_rdf

from graph.rdf.reading import described
from graph.rdf.shapes import OUR_PREFIXES, Facts, json_line, turtle_block
from graph.rdf.terms import Fact, Iri, Plain, Resource, Term, literal
from graph.rdf.writers import JsonLdWriter, TurtleWriter
from ontology.generators.jsonld_context import jsonld_context

Read = tuple[str, set[str], dict[str, set[Term]]]

TEXT = st.text(max_size=10)
TERMS = st.one_of(
    TEXT.map(literal),
    st.integers(-9, 9).map(literal),
    st.booleans().map(literal),
    st.dates().map(literal),
    st.datetimes(timezones=st.timezones().filter(lambda zone: zone.key == "UTC")).map(literal),
    st.sampled_from([Iri("urn:a:b"), Iri("http://data.europa.eu/esco/skill/1"), Iri("urn:cairn:t:Role:%C3%A6")]),
)
FACTS = st.dictionaries(
    st.sampled_from(["skos:prefLabel", "cairn:level", "dct:identifier", "prov:wasDerivedFrom"]),
    st.lists(TERMS, min_size=1, max_size=3, unique=True),
    max_size=4,
)


def plain(found: tuple[str, set[str], Facts] | None) -> Read | None:
    return found and (found[0], found[1], {name: set(terms) for name, terms in found[2].items()})


def fully(document: Graph) -> Read:
    (each,) = described(document, 0)
    return each.iri, each.types, {name: set(terms) for name, terms in each.facts.items()}


def moments(read: Read) -> Read:
    """rdflib writes UTC as +00:00 where we write Z."""

    def same(term: Term) -> Term:
        is_moment = isinstance(term, Plain) and term.datatype == "xsd:dateTime"
        return Plain(term.lexical.replace("Z", "+00:00"), term.datatype) if is_moment else term  # type: ignore[union-attr]

    return read[0], read[1], {name: {same(term) for term in terms} for name, terms in read[2].items()}


@given(facts=FACTS)
def test_a_turtle_block_is_read_as_rdflib_reads_it(facts: dict[str, list[Term]]) -> None:
    out = io.StringIO()
    stated = tuple(Fact(name, name, tuple(terms)) for name, terms in facts.items())
    TurtleWriter(out).write(Resource("urn:cairn:t:Skill:%201", ("cairn:Skill", "skos:Concept"), stated))
    block = out.getvalue().split("\n\n", 1)[1].removesuffix("\n")
    found = plain(turtle_block(block))
    assert found is not None
    assert moments(found) == moments(fully(Graph().parse(data=OUR_PREFIXES + block, format="turtle")))


@given(name=TEXT, labels=st.lists(TEXT, min_size=1, max_size=3, unique=True), level=st.floats(0, 1200), kind=TERMS)
def test_a_json_line_is_read_as_rdflib_reads_it(name: str, labels: list[str], level: float, kind: Term) -> None:
    out = io.StringIO()
    facts = (
        Fact("name", "skos:prefLabel", (literal(name),)),
        Fact("alt_labels", "skos:altLabel", tuple(map(literal, labels))),
        Fact("half_life_months", "cairn:halfLifeMonths", (literal(level),)),
        Fact("scheme", "skos:inScheme", (Iri("urn:cairn:ontology#scheme-x"),)),
        Fact("observed_at", "prov:generatedAtTime", (Plain("2024-01-01T00:00:00.000001Z", "xsd:dateTime"),)),
        Fact("kind", "cairn:kind", (kind,)),
        Fact("schema:skills", "schema:skills", (Iri("urn:a:b"),)),
    )
    JsonLdWriter(out).write(Resource("urn:cairn:t:Skill:1", ("cairn:Skill", "skos:Concept"), facts))
    line = orjson.loads(out.getvalue().split("\n", 1)[1])
    found = plain(json_line(line))
    assert found is not None
    document = to_rdf({"@context": jsonld_context(), "@graph": [line]}, Graph())
    assert moments(found) == moments(fully(document))


@pytest.mark.parametrize(
    "block",
    [
        "<urn:a> a cairn:Skill",
        "<urn:a> a cairn:Skill .\n<urn:b> a cairn:Skill .\n",
        "<urn:a> a cairn:Skill ; skos:prefLabel 'x' .\n",
        '<urn:a> skos:prefLabel "x"@en .\n',
        '<urn:a> skos:prefLabel """x""" .\n',
        '<urn:a> skos:prefLabel "x\\u00e9" .\n',
        '<urn:a> skos:prefLabel "\\uD83D" .\n',
        "<urn:a> cairn:level 3.5 .\n",
        "<urn:a> nope:level 3 .\n",
        "<urn:a> skos:broader nope:x .\n",
        "<urn:a> skos:broader [ a skos:Concept ] .\n",
        "<urn:a\\u0020> a cairn:Skill .\n",
        "_:a a cairn:Skill .\n",
        "# a note\n<urn:a> a cairn:Skill .\n",
    ],
)
def test_a_block_of_another_shape_is_left_to_the_full_parser(block: str) -> None:
    assert turtle_block(block) is None


@pytest.mark.parametrize(
    "line",
    [
        {"@id": 7},
        {"@id": "urn:a", "@type": "Skill"},
        {"@id": "urn:a", "@type": ["Skill"], "half_life_months": 3.5},
        {"@id": "urn:a", "@type": ["Skill"], "unknown": "x"},
        {"@id": "urn:a", "@type": ["nope:x"]},
        {"@id": "urn:a", "@type": ["Skill"], "name": {"@value": "x", "@language": "en"}},
        {"@id": "urn:a", "@type": ["Skill"], "name": None},
        {"@id": "urn:a", "@type": ["Skill"], "@reverse": {}},
    ],
)
def test_a_line_of_another_shape_is_left_to_the_full_parser(line: dict[str, object]) -> None:
    assert json_line(line) is None
