"""English templates of mentors."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.en.parts import COVER, ESSENTIAL, LEVELLED, OPTION, PLAIN, STOP
from reasoning.narrators.pieces import Templates, differs, equal, given, more, said, without

TEMPLATES: Templates = {
    ClaimKind.MENTOR_SKILL: (
        said("{mentor} has {holds}"),
        said(" at level {level}", given("level")),
        *COVER,
        more(", and offers mentoring in {offered}", given("offered")),
        said("; {role} asks for level {required}", given("role"), LEVELLED),
        said("; {role} asks for it", given("role"), PLAIN),
        OPTION,
        ESSENTIAL,
        more("; {person} has level {own}", given("person", "own"), you="; you have level {own}"),
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
        said(
            "No mentor was found who is above {person} in {skill}.",
            without("role"),
            you="No mentor was found who is above you in {skill}.",
        ),
    ),
}
