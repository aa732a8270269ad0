"""English templates of roles held, moves and paths."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.en.parts import STOP
from reasoning.narrators.pieces import Templates, differs, equal, given, more, said, without

TEMPLATES: Templates = {
    ClaimKind.HOLDS_ROLE: (
        said(
            "{person} has held the role of {role} since {since}",
            given("since"),
            without("until"),
            you="You have held the role of {role} since {since}",
        ),
        said("{person} holds the role of {role}", without("since", "until"), you="You hold the role of {role}"),
        said(
            "{person} holds the role of {role} until {until}",
            without("since"),
            given("until"),
            you="You hold the role of {role} until {until}",
        ),
        said(
            "The time of {person} as {role} runs from {since} until {until}",
            given("since", "until"),
            you="Your time as {role} runs from {since} until {until}",
        ),
        STOP,
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        said("{count} move from {origin} to {destination} was observed.", equal("count", 1)),
        said("{count} moves from {origin} to {destination} were observed.", given("count"), differs("count", 1)),
        said("A move from {origin} to {destination} is on record.", without("count")),
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        said("For {destination}, {carried} of {total} needed skill", equal("total", 1)),
        said("For {destination}, {carried} of {total} needed skills", differs("total", 1)),
        said(" carries over", equal("carried", 1)),
        said(" carry over", differs("carried", 1)),
        more(" and {missing} has to be learned", equal("missing", 1)),
        more(" and {missing} have to be learned", differs("missing", 1)),
        STOP,
    ),
    ClaimKind.PATH_TOTAL: (
        said("The path from {origin} to {target} takes {steps} step", equal("steps", 1)),
        said("The path from {origin} to {target} takes {steps} steps", differs("steps", 1)),
        more(", through {via_1}", given("via_1")),
        *(more(f", then {{via_{number}}}", given(f"via_{number}")) for number in range(2, 20)),
        STOP,
    ),
    ClaimKind.PATH_CONFLICT: (
        said("Without the limits in conflict, a path from {origin} to {target} takes {steps} step", equal("steps", 1)),
        said(
            "Without the limits in conflict, a path from {origin} to {target} takes {steps} steps", differs("steps", 1)
        ),
        more(", through {via_1}", given("via_1")),
        *(more(f", then {{via_{number}}}", given(f"via_{number}")) for number in range(2, 20)),
        STOP,
    ),
    ClaimKind.PATH_STEP_OPENING: (said("The posting {posting} advertises the role of {destination}."),),
    ClaimKind.NO_PATH: (said("No path from {origin} to {target} was found within the given limits."),),
}
