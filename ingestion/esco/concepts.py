"""ESCO concepts as nodes: occupations, skills and the groups of both pillars. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.changes import Record
from graph.keys import Value
from ingestion.classification import Place, Statements, labels
from ingestion.esco.layout import COLLECTION_SCHEMES
from ingestion.releases import Row

PREFIX = "http://data.europa.eu/esco/"
UNREGULATED = "http://data.europa.eu/esco/regulated-professions/unregulated"
KINDS = {"skill/competence": "skill", "knowledge": "knowledge", "language": "language", "attitude": "attitude"}
_SEPARATORS = re.compile(r"[,\s]+")


def tail(uri: str) -> str:
    """The URI without ESCO's prefix, as record keys use it."""
    return uri.removeprefix(PREFIX)


@dataclass(frozen=True, slots=True)
class Concept:
    """A row of a concept table and where it stands."""

    place: Place
    row: Row

    @property
    def uri(self) -> str:
        """The concept's URI."""
        return self.row[0]


def collections(in_scheme: str, listed: frozenset[str]) -> list[str]:
    """Thematic collections of a concept: those its own schemes name and those whose file lists it."""
    schemes = {uri.rsplit("/", 1)[-1] for uri in _SEPARATORS.split(in_scheme)}
    return sorted({COLLECTION_SCHEMES[scheme] for scheme in schemes & COLLECTION_SCHEMES.keys()} | listed)


def _described(description: str, definition: str = "", scope_note: str = "") -> str:
    parts = [description.strip(), definition.strip()]
    if scope_note.strip():
        parts.append(f"Scope note: {scope_note.strip()}")
    return "\n\n".join(part for part in parts if part)


def occupation(said: Statements, concept: Concept, listed: frozenset[str]) -> Record:
    """An occupation as a Role."""
    uri, isco_group, name, alternatives, description, hidden, _, regulated, scope_note, definition, schemes, code = (
        concept.row
    )
    properties: dict[str, Value] = {
        "name": name.strip(),
        "alt_labels": labels(alternatives.splitlines(), hidden.splitlines(), besides=name),
        "description": _described(description, definition, scope_note),
        "scheme": "esco",
        "code": code,
        "isco_group": isco_group,
        "collections": collections(schemes, listed),
        "regulated_note": "" if regulated == UNREGULATED else regulated,
    }
    return said.node(concept.place, "Role", uri, f"occupations/{tail(uri)}", properties)


def skill(said: Statements, concept: Concept, listed: frozenset[str]) -> Record:
    """A skill; languages are their own kind whatever their type says, a missing type is unknown."""
    uri, skill_type, reuse_level, name, alternatives, description, hidden, _, scope_note, definition, schemes = (
        concept.row
    )
    member_of = collections(schemes, listed)
    properties: dict[str, Value] = {
        "name": name.strip(),
        "alt_labels": labels(alternatives.splitlines(), hidden.splitlines(), besides=name),
        "description": _described(description, definition, scope_note),
        "scheme": "esco",
        "kind": "language" if "language" in member_of else KINDS.get(skill_type, "unknown"),
        "reuse_level": reuse_level,
        "collections": member_of,
    }
    return said.node(concept.place, "Skill", uri, f"skills/{tail(uri)}", properties)


def isco_group(said: Statements, concept: Concept) -> Record:
    """A group of ISCO-08."""
    uri, code, name, description = concept.row
    properties: dict[str, Value] = {
        "name": name.strip(),
        "description": description.strip(),
        "scheme": "isco",
        "code": code,
    }
    return said.node(concept.place, "OccupationGroup", uri, f"ISCOGroups/{tail(uri)}", properties)


def skill_group(said: Statements, concept: Concept, codes: Mapping[str, str]) -> Record:
    """A group of the skill pillar (its own hierarchy, or the ISCED-F fields of the knowledge part)."""
    uri, name, description, code, scope_note = concept.row
    field_of_education = uri.startswith(f"{PREFIX}isced-f/")
    properties: dict[str, Value] = {
        "name": name.strip(),
        "description": _described(description, scope_note=scope_note),
        "scheme": "isced-f" if field_of_education else "esco",
        "code": code or codes.get(uri) or (uri.rsplit("/", 1)[-1] if field_of_education else ""),
    }
    return said.node(concept.place, "SkillGroup", uri, f"skillGroups/{tail(uri)}", properties)
