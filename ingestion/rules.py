"""How a feed's record becomes nodes and edges, as data. What the rules leave out is taken from the ontology: a field
that has the name of a property of the label or relationship type is that property.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from graph.keys import Value
from ingestion.contracts.base import FeedRecord

Whose = Literal["own", "any", "shared"]
"""Which nodes an identifier may name: the company's own, either, or those of the shared classifications."""

METHOD_CONFIDENCE: Mapping[str, float] = {
    "import": 0.96,
    "assessment": 0.92,
    "manager": 0.84,
    "self_declared": 0.6,
    "inferred": 0.5,
    "llm_extracted": 0.48,
    "hr_decision": 1.0,
    "verified_document": 0.98,
    "email_match": 0.8,
}
"""Confidence in one statement by how it was made, before the trust in its source is multiplied in."""

Computed = Callable[[Any], Value]
"""A property computed from the record (any of the contracts, hence Any)."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of an edge: its label, the field with its identifier (or list of them), and whose it may be."""

    label: str
    field: str
    whose: Whose = "own"


@dataclass(frozen=True, slots=True)
class NodeRule:
    """The node that a record owns. ``computed`` are properties that no field states by its name."""

    label: str
    id: Callable[[Any], str] | str
    computed: Mapping[str, Computed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EdgeRule:
    """An edge that a record states when both of its ends are given (and ``when`` agrees).

    ``qualifier``, ``valid_from`` and ``valid_to`` name fields. ``properties=False`` states none by field name.
    ``method`` and ``confidence`` override those of the record. ``event_day`` names the field with the day from
    which the statement dates, where that is not the record's own moment. ``apart`` makes the edge a record of
    its own (named so) that may wait without keeping the rest back.
    """

    rel_type: str
    start: End
    end: End
    computed: Mapping[str, Computed] = field(default_factory=dict)
    qualifier: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    when: Callable[[Any], bool] | None = None
    method: str | None = None
    confidence: str | None = None
    event_day: str | None = None
    apart: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its contract, what identifies a row, the system it usually comes from, and what it becomes.

    ``replaces``: a newer row with the same key takes the place of all that the older one stated. ``moment``
    names the field that says when a row was observed if ``observed_at`` does not.
    """

    name: str
    model: type[FeedRecord]
    key: tuple[str, ...]
    system: str
    nodes: tuple[NodeRule, ...] = ()
    edges: tuple[EdgeRule, ...] = ()
    replaces: bool = False
    moment: str | None = None
    identified_by: str | None = None

    @property
    def description(self) -> str:
        """What a row says, from the contract."""
        return (self.model.__doc__ or "").strip().replace("\n    ", " ")

    @property
    def required(self) -> tuple[str, ...]:
        """Fields that no row may leave out."""
        return tuple(name for name, spec in self.model.model_fields.items() if spec.is_required())
