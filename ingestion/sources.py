"""Who stands behind the records of a run: the Source node of a feed and the trust in it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from graph.changes import NodeStatement, Provenance
from graph.keys import NodeKey
from ontology.model import load_ontology

_ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
"""Sources are described the same at all times, so that loading again changes nothing."""


@dataclass(frozen=True, slots=True)
class SourceDescription:
    """A system and the dataset it delivers. ``trust`` (0 to 1) scales the confidence of all it says."""

    system: str
    dataset: str
    version: str = "1"
    trust: float = 1.0
    synthetic: bool = False
    licence: str | None = None
    attribution: str | None = None

    @property
    def id(self) -> str:
        """Identifier of the Source node within its tenant."""
        return f"{self.system}:{self.dataset}"

    def statement(self, tenant_id: str) -> NodeStatement:
        """The Source node."""
        properties = {
            "system": self.system,
            "dataset": self.dataset,
            "version": self.version,
            "licence": self.licence,
            "attribution": self.attribution,
            "trust": self.trust,
            "synthetic": self.synthetic,
        }
        stated = {name: value for name, value in properties.items() if value is not None}
        return NodeStatement(NodeKey("Source", tenant_id, self.id), stated, Provenance(self.id, self.id, _ALWAYS))


def confidence_on_grid(value: float) -> float:
    """The confidence on the grid that store and snapshot share."""
    return load_ontology().edge_block["confidence"].rounded(value)
