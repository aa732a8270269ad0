"""English templates: every kind of claim as pieces of text, each with the condition under which it is said.

The pieces are data, so that the verifier can derive from them which words a kind may contain. People appear under
the pseudonym in the claim; the API may put the name in its place after release.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reasoning.evidence import Claim, ClaimKind, SlotValue

Slots: TypeAlias = Mapping[str, SlotValue]
Condition: TypeAlias = Callable[[Slots], bool]

WORDING_SLOTS = frozenset({"basis", "cover", "optional", "essential", "closes"})
"""Slots that choose a wording and are not themselves said."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with slots in braces, said when the condition holds."""

    text: str
    when: Condition


def always(slots: Slots) -> bool:
    """Whatever the slots."""
    return True


def given(*names: str) -> Condition:
    """All the slots are there."""
    return lambda slots: all(name in slots for name in names)


def without(*names: str) -> Condition:
    """None of the slots is there."""
    return lambda slots: not any(name in slots for name in names)


def equal(name: str, *values: SlotValue) -> Condition:
    """The slot has one of the values."""
    return lambda slots: slots.get(name) in values


def differs(name: str, *values: SlotValue) -> Condition:
    """The slot has none of the values."""
    return lambda slots: slots.get(name) not in values


def both(*conditions: Condition) -> Condition:
    """All the conditions hold."""
    return lambda slots: all(condition(slots) for condition in conditions)


def said(text: str, *conditions: Condition) -> Piece:
    """A piece under conditions (none: always)."""
    return Piece(text, both(*conditions) if conditions else always)


STOP = said(".")
OPTION = said(" as an option", given("optional"))
HELD = (
    said("{person} has {holds}", equal("basis", "stated")),
    said("{person} was assessed in {holds}", equal("basis", "assessment")),
    said("{person} passed {course}, which teaches {holds}", equal("basis", "course")),
    said(" at level {level}", given("level"), differs("basis", "course")),
    said(" to level {level}", given("level"), equal("basis", "course")),
)
COVER = (
    said(", the same as {skill}", equal("cover", "equivalent")),
    said(", which counts as {skill}", equal("cover", "narrower")),
    said(", close to {skill}", equal("cover", "close")),
)
CLOSE, FULL = equal("cover", "close"), differs("cover", "close")
LEVELLED, PLAIN = given("required"), without("required")

TEMPLATES: Mapping[ClaimKind, tuple[Piece, ...]] = {
    ClaimKind.HOLDS_ROLE: (
        said("{person} has held the role of {role} since {since}", given("since"), without("until")),
        said("{person} holds the role of {role}", without("since", "until")),
        said("{person} holds the role of {role} until {until}", without("since"), given("until")),
        said("The time of {person} as {role} runs from {since} until {until}", given("since", "until")),
        STOP,
    ),
    ClaimKind.HAS_SKILL: (*HELD, STOP),
    ClaimKind.REQUIRES_SKILL: (said("{role} asks for {skill}"), said(" at level {required}", LEVELLED), OPTION, STOP),
    ClaimKind.MEETS_SKILL: (
        *HELD,
        *COVER,
        said(", and so meets level {required}, which {role} asks for", LEVELLED),
        said(", which {role} asks for", PLAIN),
        OPTION,
        STOP,
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        *HELD,
        *COVER,
        said("; {role} asks for level {required}", FULL, LEVELLED),
        said("; {role} asks for {skill} itself", CLOSE),
        said(" at level {required}", CLOSE, LEVELLED),
        OPTION,
        said(", {difference} more", given("difference")),
        STOP,
    ),
    ClaimKind.LACKS_SKILL: (
        said("{person} has no record of {skill}; {role} asks for it"),
        said(" at level {required}", LEVELLED),
        OPTION,
        said("; a near skill on record is {near}", given("near")),
        said(" at level {level}", given("near", "level")),
        STOP,
    ),
    ClaimKind.GAP_SUMMARY: (
        said("{person} meets {met} of {total} "),
        said("essential ", given("essential")),
        said("requirement", equal("total", 1)),
        said("requirements", differs("total", 1)),
        said(" of {role}, {coverage} percent by weight."),
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        said("{course} teaches {teaches}"),
        said(" to level {to_level}", given("to_level")),
        *COVER,
        said("; that reaches level {required}, which {role} asks for", equal("closes", True), LEVELLED),
        said("; that is below level {required}, which {role} asks for", equal("closes", False), LEVELLED),
        said("; {role} asks for it", PLAIN),
        OPTION,
        STOP,
    ),
    ClaimKind.NO_COURSE: (
        said("The graph has no further course for {skill}, which {role} asks for"),
        said(" at level {required}", LEVELLED),
        OPTION,
        STOP,
    ),
    ClaimKind.COURSE_PREREQUISITE: (said("{course} requires {prerequisite} first."),),
    ClaimKind.PATH_STEP_OBSERVED: (
        said("{count} move from {origin} to {destination} was observed.", equal("count", 1)),
        said("{count} moves from {origin} to {destination} were observed.", given("count"), differs("count", 1)),
        said("A move from {origin} to {destination} is on record.", without("count")),
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        said("For {destination}, {carried} of {total} needed skill", equal("total", 1)),
        said("For {destination}, {carried} of {total} needed skills", differs("total", 1)),
        said(" carries over and {missing}", equal("carried", 1)),
        said(" carry over and {missing}", differs("carried", 1)),
        said(" has to be learned.", equal("missing", 1)),
        said(" have to be learned.", differs("missing", 1)),
    ),
    ClaimKind.PATH_TOTAL: (
        said("The path from {origin} to {target} takes {steps} step", equal("steps", 1)),
        said("The path from {origin} to {target} takes {steps} steps", differs("steps", 1)),
        said(", through {via_1}", given("via_1")),
        *(said(f", then {{via_{number}}}", given(f"via_{number}")) for number in range(2, 20)),
        STOP,
    ),
    ClaimKind.NO_PATH: (said("No path from {origin} to {target} was found within the given limits."),),
    ClaimKind.MENTOR_SKILL: (
        said("{mentor} has {holds}"),
        said(" at level {level}", given("level")),
        *COVER,
        said(", and offers mentoring in {offered}", given("offered")),
        said("; {role} asks for level {required}", given("role"), LEVELLED),
        said("; {role} asks for it", given("role"), PLAIN),
        OPTION,
        said("; {person} has level {own}", given("person", "own")),
        STOP,
    ),
    ClaimKind.MENTOR_MOVE: (said("{mentor} began as {origin} on {since} and as {destination} on {then}."),),
    ClaimKind.MENTOR_CAPACITY: (
        said("{mentor} offers mentoring in {skill} to {capacity} "),
        said("person at a time.", equal("capacity", 1)),
        said("people at a time.", differs("capacity", 1)),
    ),
    ClaimKind.NO_MENTOR: (
        said("No mentor was found for {skill}, which {role} asks for.", given("role")),
        said("No mentor was found who is above {person} in {skill}.", without("role")),
    ),
}


class TemplateNarrator:
    """Words claims from the templates; the same claim gives the same text."""

    @property
    def name(self) -> str:
        """``template``."""
        return "template"

    def word(self, claims: Sequence[Claim], locale: str) -> dict[str, str]:
        """One sentence per claim; English for every locale until others have templates."""
        return {claim.id: render(claim) for claim in claims}


def render(claim: Claim) -> str:
    """The sentence of the claim."""
    slots = spoken(claim.slots)
    pieces = (piece.text for piece in TEMPLATES[claim.kind] if piece.when(claim.slots))
    return "".join(pieces).format_map(slots)


def spoken(slots: Slots) -> dict[str, str]:
    """The slots as they are said; ``holds`` and ``teaches`` name the skill that counts for the one asked for."""
    words = {name: format_value(value) for name, value in slots.items() if name not in WORDING_SLOTS}
    words["holds"] = words.get("held", words.get("skill", ""))
    words["teaches"] = words.get("taught", words.get("skill", ""))
    return words


def format_value(value: SlotValue) -> str:
    """Numbers without needless digits, everything else as it is."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)
