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
        more("; {person} has level {own}", given("person", "own"), without("held"), you="; you have level {own}"),
        more(
            "; {person} has level {own} in {skill}",
            given("person", "own", "held"),
            you="; you have level {own} in {skill}",
        ),
        STOP,
    ),
    ClaimKind.MENTOR_MOVE: (said("{mentor} began as {origin} on {since} and as {destination} on {then}."),),
    ClaimKind.MENTOR_CAPACITY: (
        said("{mentor} offers mentoring in {skill} to {capacity} "),
        said("person at a time", equal("capacity", 1)),
        said("people at a time", differs("capacity", 1)),
        said(" and has {active} now", given("active")),
        STOP,
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        said("{mentor} has ended {finished} "),
        said("mentorship", equal("finished", 1)),
        said("mentorships", differs("finished", 1)),
        said(", rated {rating} on average."),
    ),
    ClaimKind.MENTOR_UNIT: (
        said(
            "{mentor} and {person} both belong to {unit}.",
            without("other"),
            you="{mentor} and you both belong to {unit}.",
        ),
        said(
            "{mentor} belongs to {unit}, {person} to {other}",
            given("other"),
            you="{mentor} belongs to {unit}, you to {other}",
        ),
        more("; that is {steps} step in the organisation", equal("steps", 1)),
        more("; that is {steps} steps in the organisation", given("steps"), differs("steps", 1)),
        said(".", given("other")),
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
