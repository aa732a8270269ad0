"""ESCO relations as edges: broader, related and required. Pure; which ends exist is the connector's concern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from graph.changes import Record, Rejection
from graph.keys import NodeKey, Value
from ingestion.classification import Place, Statements, reference_key, rejection
from ingestion.cycles import Arc, cycles
from ingestion.esco.concepts import tail

LABELS = {
    "Occupation": "Role",
    "ISCOGroup": "OccupationGroup",
    "KnowledgeSkillCompetence": "Skill",
    "SkillGroup": "SkillGroup",
}
ASKS = {
    "essential": {"essential": True, "weight": 1.0},
    "optional": {"essential": False, "weight": 0.5},
}
"""What ESCO's two relation types say on REQUIRES_SKILL. ESCO states no level, so there is no ``min_level``."""
_NOTHING: Mapping[str, Value] = {}
"""What an edge states that is only there. One mapping for all: what a mapping hashes to is remembered by identity."""
RELATED = {kind: {"kind": kind} for kind in ("essential", "optional", "related")}


def requires(said: Statements, place: Place, occupation: NodeKey, relation: str, skill: NodeKey) -> Record | Rejection:
    """An occupation asks for a skill."""
    key = f"occupationSkillRelations/{tail(occupation.id)}/{tail(skill.id)}"
    if relation not in ASKS:
        return unknown_word(place, key, "relationType", relation, ASKS)
    return said.edge(place, "REQUIRES_SKILL", occupation, skill, key, ASKS[relation])


def related(said: Statements, place: Place, skill: NodeKey, relation: str, other: NodeKey) -> Record | Rejection:
    """A skill is related to another."""
    key = f"skillSkillRelations/{tail(skill.id)}/{tail(other.id)}"
    if relation not in RELATED:
        return unknown_word(place, key, "relationType", relation, RELATED)
    if skill == other:
        return rejection(
            place,
            key,
            code="SELF_RELATION",
            field="relatedSkillUri",
            reason="The skill is related to itself.",
            remedy="Nothing is lost: the row says nothing. Report it to ESCO.",
        )
    return said.edge(place, "RELATED_TO", skill, other, key, RELATED[relation])


def broader(said: Statements, place: Place, table: str, narrow: NodeKey, broad: NodeKey) -> Record:
    """A concept has a broader one."""
    return said.edge(place, "BROADER", narrow, broad, f"{table}/{tail(narrow.id)}/{tail(broad.id)}", _NOTHING)


def concept_key(concept_type: str, uri: str) -> NodeKey | None:
    """The node a relation names, or None where ESCO's concept type is not known."""
    label = LABELS.get(concept_type)
    return None if label is None or not uri else reference_key(label, uri)


def circular(records: Iterable[Record]) -> dict[str, Rejection]:
    """Of BROADER records, those on a cycle, by key: all of its edges, for which one is wrong cannot be told."""
    stated = [record for record in records if record.edges]
    arcs = [
        Arc("BROADER", edge.start, edge.end, date.min, date.max, number)
        for number, record in enumerate(stated)
        for edge in record.edges
    ]
    return {
        stated[number].key: rejection(
            Place(stated[number].file, stated[number].line),
            stated[number].key,
            code="CYCLE",
            field="broaderUri",
            reason=f"It closes a circle: {text}.",
            remedy="Break the circle at one of these rows and load the release again.",
        )
        for number, text in cycles(arcs).items()
    }


def unknown_word(place: Place, key: str, field: str, word: str, known: Iterable[str]) -> Rejection:
    """A coded value outside the publisher's list."""
    return rejection(
        place,
        key,
        code="UNKNOWN_VALUE",
        field=field,
        reason=f"{field} is {word[:40]!r}.",
        remedy=f"Use one of: {', '.join(known)}.",
    )
