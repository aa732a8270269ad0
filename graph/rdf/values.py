"""Reads the facts of an RDF resource as the property values that the ontology declares for its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, cast
from urllib.parse import unquote

from graph.keys import NodeKey, Scalar, Value
from graph.rdf.reading import Described
from graph.rdf.resources import ORDER
from graph.rdf.terms import Iri, Plain, Term, node_key, scalar
from ontology.errors import InvalidRecord
from ontology.generators.jsonld_context import ENDS
from ontology.model import REFERENCE_TENANT, Property, load_ontology
from ontology.vocabularies import CAIRN, expand

MANUAL: Final = "See docs/ontology.md for what the ontology knows."


class ValueReader:
    """Reads kinds and values. It remembers the labels of ESCO's concepts, whose IRIs do not tell them.

    ``ignored`` counts predicates of other vocabularies that were not understood; an unknown one of Cairn's own
    is an error, since nothing stated may be dropped without a word.
    """

    def __init__(self) -> None:
        self._labels: dict[str, str] = {}
        self.ignored: Counter[str] = Counter()

    def kind(self, described: Described) -> str | None:
        """The label or relationship type of the resource; None where it is none of ours or a mere reference."""
        ontology = load_ontology()
        names = {iri.removeprefix(CAIRN) for iri in described.types if iri.startswith(CAIRN)} - {"Export"}
        labels = {node.name for node in ontology.nodes.values() if node.exchanged}
        references = {name for name in names if name.removesuffix("Reference") in labels} - labels
        kinds = names - references
        for name in names:
            if name.removesuffix("Reference") in labels and node_key(described.iri) is None:
                self._labels[described.iri] = name.removesuffix("Reference")
        if unknown := kinds - labels - ontology.relationships.keys():
            raise InvalidRecord(f"cairn:{min(unknown)} is no type that can be exchanged.", remedy=MANUAL)
        if len(kinds) > 1:
            raise InvalidRecord("A resource is of two kinds.", remedy="Keep one type of Cairn's own.")
        return next(iter(kinds), None)

    def key(self, iri: str) -> NodeKey | None:
        """The key of the node that an IRI stands for; None where its label is not known (yet)."""
        label = self._labels.get(iri)
        return node_key(iri) or (NodeKey(label, REFERENCE_TENANT, iri) if label else None)

    def end(self, described: Described, name: str) -> NodeKey:
        """The key of the ``start`` or ``end`` of an edge resource."""
        term = ENDS[name]
        values = described.facts.get(expand(term) or term, [])
        if len(values) != 1 or not isinstance(values[0], Iri):
            raise InvalidRecord(f"An edge needs exactly one {term}.", remedy="Name the node there.", field=term)
        key = self.key(values[0].value)
        if key is None or key.label not in load_ontology().nodes:
            remedy = "Describe that node before the edge, or type it as cairn:<Label>Reference."
            raise InvalidRecord(f"The kind of the edge's {term} is not known.", remedy=remedy, field=term)
        return key

    def values(self, described: Described, fields: Mapping[str, Property]) -> dict[str, Value]:
        """All property values by name.

        Raises ``InvalidRecord`` naming the term where a value is missing, of another type, out of range, one too
        many, or not declared.
        """
        by_term = {expand(field.maps_to): field for field in fields.values()}
        order = dict(_orders(described))
        stated: dict[str, Value] = {name: [] for name, places in order.items() if name in fields and not places}
        for predicate, terms in described.facts.items():
            if (field := by_term.get(predicate)) is not None:
                stated[field.name] = self._value(terms, field, order.get(field.name))
            elif predicate not in _structural():
                self._pass_over(predicate)
        for name, field in fields.items():
            if field.required and not field.derived and name not in stated and not field.type.endswith("[]"):
                raise InvalidRecord(f"{field.maps_to} is missing.", remedy="Add it.", field=field.maps_to)
        return stated

    def _pass_over(self, predicate: str) -> None:
        if predicate.startswith(CAIRN):
            name = f"cairn:{predicate.removeprefix(CAIRN)}"
            raise InvalidRecord(f"{name} is no property of this kind.", remedy=MANUAL, field=name)
        self.ignored[predicate] += 1

    def _value(self, terms: list[Term], field: Property, order: tuple[int, ...] | None) -> Value:
        if not field.type.endswith("[]"):
            if len(set(terms)) > 1:
                message = f"{field.maps_to} has several values where one is allowed."
                raise InvalidRecord(message, remedy="Keep one.", field=field.maps_to)
            return self._scalar(terms[0], field)
        distinct = sorted({self._scalar(term, field) for term in terms}, key=str)
        if order is not None and (set(order) != set(range(len(distinct)))):
            raise InvalidRecord("cairn:order does not fit its list.", remedy="Drop it.", field=ORDER)
        return cast("Value", distinct if order is None else [distinct[place] for place in order])

    def _scalar(self, term: Term, field: Property) -> Scalar:
        try:
            value = self._named(term, field) if isinstance(term, Iri) else _literal(term, field)
        except InvalidRecord as error:
            message = f"{field.maps_to}: {error.message}"
            raise InvalidRecord(message, remedy=error.remedy, field=field.maps_to) from None
        return value

    def _named(self, term: Iri, field: Property) -> str:
        """The value that a reference stands for."""
        if field.refers_to and (key := self.key(term.value)) is not None and key.label == field.refers_to:
            return key.id
        prefix = expand(field.values_as) if field.values_as else None
        if prefix is not None and term.value.startswith(prefix):
            return unquote(term.value.removeprefix(prefix))
        named = next((value for value, name in field.value_terms.items() if expand(name) == term.value), None)
        if named is None:
            expected = f"a {field.refers_to}" if field.refers_to else "another value"
            raise InvalidRecord(f"The resource named here is not {expected}.", remedy=MANUAL)
        return named


def _literal(plain: Plain, field: Property) -> Scalar:
    if field.refers_to or field.values_as or field.value_terms:
        raise InvalidRecord("A literal stands where a resource must be named.", remedy="Write its IRI.")
    value = scalar(plain, field.type)
    if field.values and value not in field.values:
        raise InvalidRecord("The value is not one of those allowed.", remedy=f"Use {', '.join(field.values)}.")
    low, high = field.minimum, field.maximum
    if low is not None and high is not None and not low <= cast("float", value) <= high:
        raise InvalidRecord("The value is out of range.", remedy=f"Keep it from {low:g} to {high:g}.")
    return value


def _orders(described: Described) -> Iterator[tuple[str, tuple[int, ...]]]:
    for term in described.facts.get(expand(ORDER) or ORDER, []):
        name, _, places = term.lexical.partition(":") if isinstance(term, Plain) else ("", "", "")
        try:
            yield name, tuple(int(place) for place in places.split(",")) if places else ()
        except ValueError:
            raise InvalidRecord("cairn:order cannot be read.", remedy="Drop it.", field=ORDER) from None


@cache
def _structural() -> frozenset[str]:
    """Predicates that are not properties: ends of edges, plain triples between nodes, order marks."""
    ontology = load_ontology()
    terms = {*ENDS.values(), ORDER}
    for relationship in ontology.relationships.values():
        terms |= {relationship.maps_to, *(variant.maps_to for variant in relationship.variants)}
    return frozenset(expand(term) or term for term in terms)
