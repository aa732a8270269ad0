"""Who could reach a role: people by name for those who may advise them, and counts for planners.

Least privilege: a caller gets the people towards whom the table allows it, each only with their consent to career
paths as the store holds it now. Counts are of people who also allow analytics, in groups of five and more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from api.authorization import Operation, Relation, decide
from api.inquiry import Inquiry, denied
from api.readback import Withheld, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from api.use_cases.career_path import stands
from api.use_cases.path_questions import check_constraints, path_evidence, with_plain_ids
from graph.scope import Purpose
from ontology.errors import BadInput
from reasoning.evidence import Claim
from reasoning.path_answers import PathConstraints
from reasoning.who_could_reach import (
    HORIZON,
    SMALLEST_GROUP,
    WhoCouldReachAnswer,
    WhoCouldReachRequest,
    who_could_reach,
)

MAX_FIRST = 50


@dataclass(frozen=True, slots=True)
class WhoCouldReachQuestion:
    """The role and the limits of the paths to it."""

    target_role: str
    constraints: PathConstraints = field(default_factory=lambda: HORIZON)
    first: int = 10


def who_could_reach_case(inquiry: Inquiry, question: WhoCouldReachQuestion) -> Answered[WhoCouldReachAnswer]:
    """Answer for this caller. Raises ``BadInput``, ``UnknownNode`` or ``AccessDenied``."""
    if not 1 <= question.first <= MAX_FIRST:
        raise BadInput(f"first is {question.first}.", remedy=f"Ask for 1 to {MAX_FIRST}.")
    check_constraints(question.constraints)
    counted = decide(inquiry.principal, Operation.WHO_COULD_REACH, Relation.NOBODY, Purpose.ANALYTICS).allowed
    named = _may_name(inquiry)
    if not counted and not named:
        raise denied()
    target = inquiry.catalogue("Role", question.target_role)
    constraints = with_plain_ids(inquiry, question.constraints)
    people, first = (_advised(inquiry), question.first) if named else (_counted_people(inquiry), 0)
    request = WhoCouldReachRequest(target, people, constraints, first, inquiry.now)
    found = who_could_reach(inquiry.snapshot, request)
    counts = found
    if named and counted:
        # Two roles, two sets of people: who may be counted is not thereby somebody whose way may be told.
        counts = who_could_reach(inquiry.snapshot, replace(request, people=_counted_people(inquiry), first=0))
    purpose = Purpose.CAREER_PATH if named else Purpose.ANALYTICS
    cited = [edge for one in found.people for edge in path_evidence(one.path)]
    cited += [edge for claim in _claims(found) for edge in claim.edges]
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), cited, inquiry.now)
    withheld: list[Withheld] = []
    kept = tuple(one for one in found.people if stands(one.path, live, withheld))
    shown = replace(_counted(counts) if counted else replace(found, groups=(), suppressed=0), people=kept)
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, Asked("who_could_reach", request, found))


def _counted(found: WhoCouldReachAnswer) -> WhoCouldReachAnswer:
    """Counts in steps of five and whole months, so that neither one answer nor the difference of two tells of one."""
    groups = [
        replace(group, people=_in_fives(group.people), median_months=float(round(group.median_months)))
        for group in found.groups
    ]
    groups.sort(key=lambda group: (-group.people, group.median_months, group.role.key))
    hidden = _in_fives(found.suppressed)
    return replace(
        found,
        groups=tuple(groups),
        suppressed=hidden,
        within=sum(group.people for group in groups) + hidden,
        considered=_in_fives(found.considered),
    )


def _in_fives(people: int) -> int:
    return people - people % SMALLEST_GROUP


def _may_name(inquiry: Inquiry) -> bool:
    """Whether some row allows the caller to see people at all (which ones, each person decides)."""
    everyone = (Relation.REPORT, Relation.MENTOR, Relation.OTHER)
    decision = decide(inquiry.principal, Operation.WHO_COULD_REACH, everyone, Purpose.CAREER_PATH)
    return decision.allowed and decision.names


def _advised(inquiry: Inquiry) -> tuple[int, ...]:
    """Towards whom the table allows the caller this, as far as they agree now."""
    everybody = inquiry.snapshot.nodes("Person")
    operation, purpose = Operation.WHO_COULD_REACH, Purpose.CAREER_PATH
    found = [person for person in everybody if inquiry.decision(operation, person, purpose).allowed]
    return _agreeing(inquiry, found, Purpose.CAREER_PATH)


def _counted_people(inquiry: Inquiry) -> tuple[int, ...]:
    """All who agree now both to career paths and to being counted."""
    return _agreeing(inquiry, inquiry.snapshot.nodes("Person"), Purpose.CAREER_PATH, Purpose.ANALYTICS)


def _agreeing(inquiry: Inquiry, people: Sequence[int], *purposes: Purpose) -> tuple[int, ...]:
    inquiry.load_consents(people)
    return tuple(person for person in people if all(inquiry.consents(person, purpose) for purpose in purposes))


def _claims(found: WhoCouldReachAnswer) -> list[Claim]:
    return [claim for one in found.people for claim in one.path.claims]
