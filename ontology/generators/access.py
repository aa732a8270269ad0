"""The field-level access table: for every property its class, lawful purposes and retention. A CSV for reviewers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ontology.model import Ontology, Property, load_ontology

COLUMNS = ("owner", "property", "class", "purposes", "retention", "derived")


def access_table(ontology: Ontology | None = None) -> str:
    """CSV with one row per label.property and type.property, blocks first under their own names."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for owner, field in _owned(ontology or load_ontology()):
        derived = "yes" if field.derived else "no"
        row = (owner, field.name, field.sensitivity, " ".join(field.purposes), field.retention, derived)
        writer.writerow(row)
    return text.getvalue()


def _owned(ontology: Ontology) -> Iterator[tuple[str, Property]]:
    blocks = {"(node)": ontology.node_block, "(person)": ontology.person_block, "(edge)": ontology.edge_block}
    for name, block in blocks.items():
        yield from ((name, field) for field in block.values())
    for owner in ontology.owners():
        yield from ((owner.name, field) for field in owner.properties.values())
