"""Which plays fit a person, by the declared rules. A match one of whose edges is gone is withheld."""

from __future__ import annotations

from dataclasses import dataclass, replace

from api.audience import audiences
from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from graph.scope import Purpose
from reasoning.evidence import Claim
from reasoning.plays import PlaysAnswer, PlaysRequest


@dataclass(frozen=True, slots=True)
class PlaysQuestion:
    """Whose situation; without ``person`` the caller's."""

    person: str | None = None


def plays(inquiry: Inquiry, question: PlaysQuestion) -> Answered[PlaysAnswer]:
    """Evaluate the rules. Raises ``BadInput``, ``UnknownNode``, ``AccessDenied`` or ``ConsentMissing``."""
    purpose = Purpose.SKILL_GAP
    person = inquiry.person(question.person, Operation.PLAYS, purpose)
    request = PlaysRequest(person, audiences(inquiry), now=inquiry.now)
    found = inquiry.deps.reasoning.plays(inquiry.snapshot, request)
    cited = [edge for one in found.plays for claim in one.claims for edge in claim.edges]
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), cited, inquiry.now)
    withheld: list[Withheld] = []
    kept = []
    for one in found.plays:
        lost = missing(one.claims[0].edges, live)
        if lost:
            withheld.append(gone("play", lost))
        else:
            kept.append(one)
    shown = replace(found, plays=tuple(kept))
    claims: list[Claim] = [claim for one in shown.plays for claim in one.claims]
    return answered(inquiry, purpose, shown, claims, live, withheld, asked=Asked("plays", request, found))
