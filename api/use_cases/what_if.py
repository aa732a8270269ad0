"""What if: the paths as things are and as supposed. Nothing is written; supposed facts are never cited."""

from __future__ import annotations

from dataclasses import dataclass, replace

from api.inquiry import Inquiry
from api.readback import Withheld, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from api.use_cases.career_path import stands
from api.use_cases.path_questions import (
    CareerPathQuestion,
    answer_claims,
    answer_evidence,
    extended,
    path_request,
)
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from reasoning.evidence import Claim
from reasoning.path_answers import CareerPathAnswer
from reasoning.what_if import ChangedNeed, LearnedSkill, OpenedMove, WhatIfAnswer, WhatIfRequest, what_if

MAX_FACTS = 20


@dataclass(frozen=True, slots=True)
class SupposedNeed:
    """A role asks for a skill at a level (any where None), or no longer does."""

    role: str
    skill: str
    level: float | None = None
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class WhatIfQuestion:
    """The path question and what is supposed: skills with levels, moves with counts, needs, roles that are no more."""

    question: CareerPathQuestion
    learned: tuple[tuple[str, float], ...] = ()
    opened: tuple[tuple[str, str, int], ...] = ()
    needs: tuple[SupposedNeed, ...] = ()
    closed: tuple[str, ...] = ()


def what_if_case(inquiry: Inquiry, question: WhatIfQuestion) -> Answered[WhatIfAnswer]:
    """Answer for this caller. Raises as ``career_path`` does."""
    _check(question)
    base = path_request(inquiry, question.question)
    if question.learned and base.person is None:
        raise BadInput("Only a person can learn a skill.", remedy="Ask about a person, or suppose moves and needs.")

    def role(text: str) -> int:
        return inquiry.catalogue("Role", text)

    def skill(text: str) -> int:
        return inquiry.catalogue("Skill", text)

    request = extended(
        base,
        WhatIfRequest,
        learned=tuple(LearnedSkill(skill(text), level) for text, level in question.learned),
        opened=tuple(OpenedMove(role(origin), role(end), count) for origin, end, count in question.opened),
        needs=tuple(ChangedNeed(role(one.role), skill(one.skill), one.level, one.dropped) for one in question.needs),
        closed=tuple(role(text) for text in question.closed),
    )
    found = what_if(inquiry.snapshot, request)
    purpose = Purpose.CAREER_PATH
    cited = answer_evidence(found.actual) + answer_evidence(found.supposed)
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), cited, inquiry.now)
    withheld: list[Withheld] = []
    shown = replace(
        found,
        actual=_standing(found.actual, live, withheld),
        supposed=_marked(_standing(found.supposed, live, withheld)),
    )
    asked = Asked("what_if", request, found)
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, asked)


def _standing(found: CareerPathAnswer, live: dict[str, CitedEdge], withheld: list[Withheld]) -> CareerPathAnswer:
    paths = tuple(path for path in found.paths if stands(path, live, withheld))
    conflict = found.conflict
    if conflict is not None and conflict.without is not None and not stands(conflict.without, live, withheld):
        conflict = replace(conflict, without=None)
    return replace(found, paths=paths, conflict=conflict)


def _marked(found: CareerPathAnswer) -> CareerPathAnswer:
    """The claims of the supposed answer under ids of their own, so that both answers can be told at once."""

    def renamed(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        return tuple(replace(claim, id=f"if-{claim.id}") for claim in claims)

    conflict = found.conflict
    if conflict is not None:
        without = conflict.without
        told = replace(without, claims=renamed(without.claims)) if without is not None else None
        conflict = replace(conflict, claims=renamed(conflict.claims), without=told)
    paths = tuple(replace(path, claims=renamed(path.claims)) for path in found.paths)
    return replace(found, claims=renamed(found.claims), paths=paths, conflict=conflict)


def _claims(found: WhatIfAnswer) -> list[Claim]:
    return [*answer_claims(found.actual), *answer_claims(found.supposed)]


def _check(question: WhatIfQuestion) -> None:
    given = (question.learned, question.opened, question.needs, question.closed)
    if not any(given):
        raise BadInput("Nothing is supposed.", remedy="Send learn, open, needs or close.")
    if any(len(one) > MAX_FACTS for one in given):
        raise BadInput("Too much is supposed at once.", remedy=f"Send at most {MAX_FACTS} facts of a kind.")
    levels = [level for _, level in question.learned] + [one.level for one in question.needs if one.level is not None]
    if any(not 0 < level <= 5 for level in levels):
        raise BadInput("A level is out of range.", remedy="Give levels above 0 and up to 5.")
    if any(not 1 <= count <= 10_000 for *_, count in question.opened):
        raise BadInput("A number of moves is out of range.", remedy="Give 1 to 10,000.")
