"""What must be cited for a claim about documents, and what it then may say."""

from __future__ import annotations

from reasoning.proofs.ledger import ensure
from reasoning.proofs.slots import Edges, Slots, only


def passage_in_force(edges: Edges) -> Slots:
    """One HAS_PASSAGE edge with the version and the days on which it is in force; then what took its place, if any."""
    edge = only(edges[:1], "HAS_PASSAGE")
    ensure("version" in edge.properties and "valid_from" in edge.properties)
    slots: Slots = {
        "document": edge.start_caption,
        "section": edge.end_caption,
        "version": edge.properties["version"],
        "since": edge.properties["valid_from"],
    }
    if len(edges) == 1:
        return slots | ({"until": edge.properties["valid_to"]} if "valid_to" in edge.properties else {})
    newer = only(edges[1:], "SUPERSEDES")
    ensure(newer.end == edge.start and "valid_from" in newer.properties)
    return slots | {"then": newer.properties["valid_from"]}


def document_superseded(edges: Edges) -> Slots:
    """One SUPERSEDES edge with both versions and the first day of the newer one."""
    edge = only(edges, "SUPERSEDES")
    ensure({"version", "old_version", "valid_from"} <= edge.properties.keys())
    return {
        "document": edge.end_caption,
        "old_version": edge.properties["old_version"],
        "newer": edge.start_caption,
        "version": edge.properties["version"],
        "since": edge.properties["valid_from"],
    }


def theme_covers(edges: Edges) -> Slots:
    """The SUMMARISES edges of one report, counted by what they lead to."""
    ensure(all(edge.type == "SUMMARISES" for edge in edges) and len({edge.start for edge in edges}) == 1)
    slots: Slots = {"theme": edges[0].start_caption}
    for label, slot in (("Role", "roles"), ("Skill", "skills"), ("Course", "courses"), ("Passage", "passages")):
        slots[slot] = sum(edge.end.label == label for edge in edges)
    return slots
