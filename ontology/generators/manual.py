"""The reference manual of the ontology as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ontology.model import ONTOLOGY_VERSION, NodeType, Ontology, Property, RelationshipType, load_ontology

INTRODUCTION = f"""# Ontology reference

<!-- Generated from ontology/schema/*.yaml by `python -m ontology.generators`; edit those files, not this one. -->

Version {ONTOLOGY_VERSION}. Everything the graph may contain: labels, relationship types, their properties, what each
means, the standard term it maps to, who it concerns and how long it is kept. How it looks as RDF: [rdf.md](rdf.md).

**Class** is `public`, `internal`, `personal` (about a person) or `identifier` (names a person). **Purposes** are the
lawful uses; `public` means any, `governance` means audit, consent and erasure only. **Kept** says when the value goes:
with its `source`, with the `edge` it speaks of, a time after `employment` ends, after some days, or never (`forever`).
**Term** is the term in RDF; `cairn:` marks our own, used where no standard term says the same of the same kind of
thing. Properties marked *derived* are computed by the store; no feed may state them.

"""


def manual(ontology: Ontology | None = None) -> str:
    """The whole manual, by family."""
    schema = ontology or load_ontology()
    parts = [INTRODUCTION, *_blocks(schema)]
    families = sorted({owner.family for owner in schema.owners()})
    for family in families:
        parts.append(f"## {family.capitalize()}\n\n")
        parts += [_node(node) for node in schema.nodes.values() if node.family == family]
        parts += [_relationship(each) for each in schema.relationships.values() if each.family == family]
    return "".join(parts).rstrip() + "\n"


def _blocks(ontology: Ontology) -> Iterator[str]:
    yield "## What everything carries\n\nEvery node:\n\n" + _table(ontology.node_block.values())
    yield "Every person, beside that:\n\n" + _table(ontology.person_block.values())
    yield "Every edge:\n\n" + _table(ontology.edge_block.values())


def _node(node: NodeType) -> str:
    tenancy = {"reference": "`_ref` only", "tenant": "one company's own", "both": "shared (`_ref`) or a company's own"}
    facts = {
        "Term": _terms(node),
        "Lives in": tenancy[node.tenancy],
        "Shown as": f"`{node.caption}`",
        "Searched by": ", ".join(f"`{name}`" for name in node.search),
        "Concerns a person": "yes" if node.personal else "",
        "Kept by the service for itself": "yes (not part of the graph hash)" if node.operational else "",
    }
    return f"### {node.name}\n\n{node.meaning}\n\n{_facts(facts)}{_table(node.properties.values())}"


def _relationship(relationship: RelationshipType) -> str:
    kept = {
        "node": "an `Assertion` node for each statement",
        "inline": "the edge itself is the statement",
        "by_tenant": "the edge itself in `_ref`, an `Assertion` node for each statement elsewhere",
    }
    facts = {
        "Term": _terms(relationship),
        "From and to": ", ".join(f"{start} → {end}" for start, end in relationship.ends),
        "Read as": f"“{relationship.caption}”, backwards “{relationship.reverse}”",
        "Person concerned": f"the {relationship.subject}" if relationship.subject else "",
        "Several between the same two nodes": f"one for each `{relationship.qualifier}`"
        if relationship.qualifier
        else "",
        "Evidence": kept[relationship.assertions],
        "May not form a cycle": "true" if relationship.acyclic else "",
    }
    body = _facts(facts) + _table(relationship.properties.values())
    return f"### {relationship.name}\n\n{relationship.meaning}\n\n{body}"


def _terms(owner: NodeType | RelationshipType) -> str:
    text = f"`{owner.maps_to}`"
    for variant in owner.variants:
        value = str(variant.value).lower() if isinstance(variant.value, bool) else variant.value
        when = f"it starts at a {variant.start}" if variant.start else f"`{variant.property}` is {value}"
        text += f"; `{variant.maps_to}` where {when}"
    return text


def _facts(facts: Mapping[str, str]) -> str:
    return "".join(f"- {name}: {value}\n" for name, value in facts.items() if value) + "\n"


def _table(fields: Iterable[Property]) -> str:
    rows = [_row(field) for field in fields]
    if not rows:
        return ""
    head = "| property | type | meaning | class | purposes | kept | term |\n|---|---|---|---|---|---|---|\n"
    return head + "".join(rows) + "\n"


def _row(field: Property) -> str:
    marks = [mark for mark, on in (("required", field.required), ("derived", field.derived)) if on]
    kind = f"{field.type}{_range(field)}" + "".join(f", *{mark}*" for mark in marks)
    purposes = ", ".join(field.purposes)
    cells = (f"`{field.name}`", kind, field.meaning, field.sensitivity, purposes, field.retention, f"`{field.maps_to}`")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _range(field: Property) -> str:
    if field.minimum is None or field.maximum is None:
        return ""
    step = f", step {field.quantum:g}" if field.quantum else ""
    return f" {field.minimum:g} to {field.maximum:g}{step}"
