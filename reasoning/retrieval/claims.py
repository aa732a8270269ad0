"""The claims of an answer from documents: where a passage stands, since when it is in force, what replaced it."""

from __future__ import annotations

from reasoning.citing import ClaimWriter
from reasoning.evidence import Claim, ClaimKind, EdgeRef, SlotValue
from reasoning.retrieval.library import Version


def passage_claim(
    writer: ClaimWriter,
    edge: EdgeRef,
    version: Version,
    period: tuple[str, str | None],
    newer: tuple[EdgeRef, str] | None,
) -> Claim:
    """That the version has the passage, and from when to when it is in force.

    ``newer`` is the SUPERSEDES edge of what has taken its place by now, with its first day: a version that is over is
    never said to be in force without that.
    """
    since, until = period
    slots: dict[str, SlotValue] = {
        "document": edge.start.caption,
        "section": edge.end.caption,
        "version": version.version,
        "since": since,
    }
    if newer is not None:
        return writer.claim(ClaimKind.PASSAGE_IN_FORCE, (edge, newer[0]), slots | {"then": newer[1]})
    if until is not None:
        slots["until"] = until
    return writer.claim(ClaimKind.PASSAGE_IN_FORCE, (edge,), slots)


def superseded_claim(writer: ClaimWriter, edge: EdgeRef, old: Version, new: Version, since: str) -> Claim:
    """That another version has taken its place since."""
    slots: dict[str, SlotValue] = {
        "document": edge.end.caption,
        "old_version": old.version,
        "newer": edge.start.caption,
        "version": new.version,
        "since": since,
    }
    return writer.claim(ClaimKind.DOCUMENT_SUPERSEDED, (edge,), slots)
