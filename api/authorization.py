"""Who may do what about whom: one table, read top to bottom, and nothing else decides.

Consent is not here: it is asked of the store on every answer (api.consent). A row allows a role an operation
towards persons in the given relations for the given purposes; what no row allows is denied.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from api.principal import Principal
from graph.scope import CallerRole, Purpose


class Operation(StrEnum):
    """What a caller may want to do."""

    CAREER_PATH = "career_path"
    SKILL_GAP = "skill_gap"
    MENTOR_MATCH = "mentor_match"
    COHORT_MATCH = "cohort_match"
    WORKFORCE_READINESS = "workforce_readiness"
    WHO_COULD_REACH = "who_could_reach"
    SEARCH_CATALOGUE = "search_catalogue"
    READ_CATALOGUE = "read_catalogue"
    ROLE_TRANSITION = "role_transition"
    READ_DOCUMENTS = "read_documents"
    PLAYS = "plays"
    READ_THEMES = "read_themes"
    READ_PERSON = "read_person"
    READ_EDGE = "read_edge"
    READ_CITED = "read_cited"
    READ_PAYLOAD = "read_payload"
    READ_SOURCES = "read_sources"
    READ_OPERATIONS = "read_operations"
    READ_ANSWER = "read_answer"
    LIST_ANSWERS = "list_answers"
    REVIEW_ANSWER = "review_answer"


class Relation(StrEnum):
    """What the person concerned is to the caller. ``NOBODY``: the operation concerns no person.

    ``ASKER`` is no person: a recorded answer is the caller's own, they asked for it.
    """

    SELF = "self"
    REPORT = "report"
    MENTOR = "mentor"
    OTHER = "other"
    NOBODY = "nobody"
    ASKER = "asker"


class Reason(StrEnum):
    """Why a decision fell as it did."""

    ALLOWED = "allowed"
    ROLE_MAY_NOT = "role_may_not"
    NOT_THIS_PERSON = "not_this_person"
    NOT_THIS_PURPOSE = "not_this_purpose"


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed or not, why, and whether the caller may see the person's name (else the pseudonym)."""

    allowed: bool
    reason: Reason
    names: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``names``: persons are shown by name. ``token_purposes``: only purposes of the token."""

    role: CallerRole
    operations: frozenset[Operation]
    relations: frozenset[Relation]
    purposes: frozenset[Purpose]
    names: bool = False
    token_purposes: bool = False


def _row(
    role: CallerRole,
    operations: Iterable[Operation],
    relations: Iterable[Relation],
    purposes: Iterable[Purpose],
    *,
    names: bool = False,
    token_purposes: bool = False,
) -> Row:
    return Row(role, frozenset(operations), frozenset(relations), frozenset(purposes), names, token_purposes)


_O, _R, _P = Operation, Relation, Purpose
_QUESTIONS = (_O.CAREER_PATH, _O.SKILL_GAP, _O.MENTOR_MATCH)
_ABOUT_PEOPLE = (*_QUESTIONS, _O.READ_PERSON, _O.READ_EDGE)
_CATALOGUE = (_O.SEARCH_CATALOGUE, _O.READ_CATALOGUE, _O.READ_EDGE, _O.READ_SOURCES)
_PERSONAL = (_P.CAREER_PATH, _P.SKILL_GAP, _P.MENTOR_MATCH)
_ANY_PERSON = (_R.SELF, _R.REPORT, _R.MENTOR, _R.OTHER)
_NOBODY = (_R.NOBODY,)
_NAMED = (CallerRole.EMPLOYEE, CallerRole.MANAGER, CallerRole.COACH)

TABLE: tuple[Row, ...] = (
    # Everyone reads the catalogue, its edges and its sources.
    *(_row(role, _CATALOGUE, _NOBODY, [_P.PUBLIC]) for role in CallerRole),
    # A path between two roles concerns nobody.
    *(
        _row(role, [_O.CAREER_PATH], _NOBODY, [_P.CAREER_PATH])
        for role in (CallerRole.EMPLOYEE, CallerRole.MANAGER, CallerRole.COACH, CallerRole.PLANNER)
    ),
    # How feasible moves between roles are concerns nobody either; auditors and admins get no recommendations.
    *(
        _row(role, [_O.ROLE_TRANSITION], _NOBODY, [_P.PUBLIC])
        for role in (
            CallerRole.EMPLOYEE, CallerRole.MANAGER, CallerRole.COACH, CallerRole.PLANNER, CallerRole.SERVICE
        )
    ),
    # Everyone searches the documents of their tenant; the documents' own audience narrows further (api.audience).
    *(_row(role, [_O.READ_DOCUMENTS], _NOBODY, [_P.PUBLIC]) for role in CallerRole),
    # Reports on groups of the graph are for those who plan.
    *(
        _row(role, [_O.READ_THEMES], _NOBODY, [_P.PUBLIC])
        for role in (CallerRole.PLANNER, CallerRole.AUDITOR, CallerRole.ADMIN)
    ),
    # Which plays fit a person: themselves, their manager, any coach.
    *(
        _row(role, [_O.PLAYS], [_R.SELF], [_P.SKILL_GAP], names=True)
        for role in (CallerRole.EMPLOYEE, CallerRole.MANAGER, CallerRole.COACH)
    ),
    _row(CallerRole.MANAGER, [_O.PLAYS], [_R.REPORT], [_P.SKILL_GAP], names=True),
    _row(CallerRole.COACH, [_O.PLAYS], [_R.REPORT, _R.MENTOR, _R.OTHER], [_P.SKILL_GAP], names=True),
    _row(CallerRole.SERVICE, [_O.PLAYS], _ANY_PERSON, [_P.SKILL_GAP], token_purposes=True),
    # Employees ask about themselves; a manager and a coach with a person of their own are employees too.
    *(
        _row(role, _ABOUT_PEOPLE, [_R.SELF], _PERSONAL, names=True)
        for role in (CallerRole.EMPLOYEE, CallerRole.MANAGER, CallerRole.COACH)
    ),
    # Mentors who offer themselves and agreed are visible to those who look for one, for that purpose alone.
    *(
        _row(role, [_O.READ_PERSON, _O.READ_EDGE], [_R.MENTOR], [_P.MENTOR_MATCH], names=True)
        for role in (CallerRole.EMPLOYEE, CallerRole.MANAGER)
    ),
    # Managers ask about their reporting line, direct and indirect.
    _row(CallerRole.MANAGER, _ABOUT_PEOPLE, [_R.REPORT], _PERSONAL, names=True),
    # Coaches ask about anyone who agreed.
    _row(CallerRole.COACH, _ABOUT_PEOPLE, [_R.REPORT, _R.MENTOR, _R.OTHER], _PERSONAL, names=True),
    # Coaches match whole rounds of mentoring; planners too, under pseudonyms.
    _row(CallerRole.COACH, [_O.COHORT_MATCH], _ANY_PERSON, [_P.MENTOR_MATCH], names=True),
    _row(CallerRole.PLANNER, [_O.COHORT_MATCH], _ANY_PERSON, [_P.MENTOR_MATCH]),
    # Who could reach a role: managers of their line, coaches of anyone who agreed; planners get counts alone.
    _row(CallerRole.MANAGER, [_O.WHO_COULD_REACH], [_R.REPORT], [_P.CAREER_PATH], names=True),
    _row(CallerRole.COACH, [_O.WHO_COULD_REACH], [_R.REPORT, _R.MENTOR, _R.OTHER], [_P.CAREER_PATH], names=True),
    _row(CallerRole.PLANNER, [_O.WHO_COULD_REACH], _NOBODY, [_P.ANALYTICS]),
    # What happens to roles that change is told to planners in counts.
    _row(CallerRole.PLANNER, [_O.WORKFORCE_READINESS], _NOBODY, [_P.ANALYTICS]),
    # Planners see persons under their pseudonym, for analytics.
    _row(CallerRole.PLANNER, [_O.READ_PERSON, _O.READ_EDGE], _ANY_PERSON, [_P.ANALYTICS]),
    # Auditors see every edge and what each source said, never a recommendation and never a name.
    _row(CallerRole.AUDITOR, [_O.READ_EDGE, _O.READ_PAYLOAD], [*_ANY_PERSON, _R.NOBODY], [_P.GOVERNANCE]),
    # Services do what their token names.
    _row(
        CallerRole.SERVICE, _ABOUT_PEOPLE, _ANY_PERSON, [*_PERSONAL, _P.ANALYTICS], token_purposes=True
    ),
    _row(CallerRole.SERVICE, [_O.COHORT_MATCH], _ANY_PERSON, [_P.MENTOR_MATCH], token_purposes=True),
    _row(CallerRole.SERVICE, [_O.CAREER_PATH], _NOBODY, [_P.CAREER_PATH], token_purposes=True),
    # A recorded answer may be checked and computed again by who asked for it, by the person it is about, and by
    # auditors. What it rests on is read under the caller's own scope at that moment.
    *(
        _row(role, [_O.READ_ANSWER], [_R.ASKER], [*_PERSONAL, _P.ANALYTICS, _P.PUBLIC], names=role in _NAMED)
        for role in (CallerRole.EMPLOYEE, CallerRole.MANAGER, CallerRole.COACH, CallerRole.PLANNER)
    ),
    *(_row(role, [_O.READ_ANSWER], [_R.SELF], _PERSONAL, names=True) for role in _NAMED),
    _row(CallerRole.SERVICE, [_O.READ_ANSWER], [_R.ASKER], [*_PERSONAL, _P.ANALYTICS], token_purposes=True),
    _row(CallerRole.SERVICE, [_O.READ_ANSWER], [_R.ASKER], [_P.PUBLIC]),
    _row(CallerRole.AUDITOR, [_O.READ_ANSWER], [*_ANY_PERSON, _R.NOBODY], [_P.GOVERNANCE]),
    # Which answers a changed source touches, and where a record went: without saying whom they are about.
    _row(CallerRole.PLANNER, [_O.LIST_ANSWERS], _NOBODY, [_P.ANALYTICS]),
    _row(CallerRole.AUDITOR, [_O.LIST_ANSWERS], _NOBODY, [_P.GOVERNANCE]),
    # Reviewers look at answers that wait for them, under pseudonyms, and decide; never about their own. Of edges about
    # people they see those that such an answer cites, and none by its id alone.
    _row(
        CallerRole.REVIEWER, [_O.READ_ANSWER, _O.REVIEW_ANSWER, _O.READ_CITED], [*_ANY_PERSON, _R.NOBODY],
        [_P.GOVERNANCE],
    ),
    # Admins run the service; they get no personal answers.
    _row(CallerRole.ADMIN, [_O.READ_OPERATIONS], _NOBODY, [_P.PUBLIC]),
)  # fmt: skip

QUESTION_PURPOSE = {
    Operation.CAREER_PATH: Purpose.CAREER_PATH,
    Operation.SKILL_GAP: Purpose.SKILL_GAP,
    Operation.MENTOR_MATCH: Purpose.MENTOR_MATCH,
    Operation.COHORT_MATCH: Purpose.MENTOR_MATCH,
    Operation.WORKFORCE_READINESS: Purpose.ANALYTICS,
    Operation.PLAYS: Purpose.SKILL_GAP,
}
"""The purpose that each question is asked for; no other purpose fits it."""

MENTOR_EDGES = frozenset({"OFFERS_MENTORING", "HAS_SKILL", "HOLDS_ROLE", "MEMBER_OF", "SAME_PERSON_AS"})
"""What a caller who sees somebody only as a mentor may see of them; a match may rest on links between identifiers."""


def decide(
    principal: Principal, operation: Operation, relations: Relation | Iterable[Relation], purpose: Purpose
) -> Decision:
    """Look the request up in the table. Roles and relations add up: what one of them allows is allowed."""
    held = {relations} if isinstance(relations, Relation) else set(relations)
    fits = purpose == QUESTION_PURPOSE.get(operation, purpose)
    rows = [row for row in TABLE if row.role in principal.roles and operation in row.operations and fits]
    if not rows:
        return Decision(False, Reason.ROLE_MAY_NOT if fits else Reason.NOT_THIS_PURPOSE)
    rows = [row for row in rows if held & row.relations]
    if not rows:
        return Decision(False, Reason.NOT_THIS_PERSON)
    rows = [row for row in rows if purpose in row.purposes and _in_token(row, principal, purpose)]
    if not rows:
        return Decision(False, Reason.NOT_THIS_PURPOSE)
    return Decision(True, Reason.ALLOWED, any(row.names for row in rows))


def purposes_for(principal: Principal, operation: Operation) -> tuple[Purpose, ...]:
    """The purposes under which some row might allow the caller the operation, in the enum's order."""
    rows = [row for row in TABLE if row.role in principal.roles and operation in row.operations]
    return tuple(
        purpose
        for purpose in Purpose
        if any(purpose in row.purposes and _in_token(row, principal, purpose) for row in rows)
    )


def _in_token(row: Row, principal: Principal, purpose: Purpose) -> bool:
    return not row.token_purposes or purpose in principal.purposes
