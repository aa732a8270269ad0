"""The authorization table, every role x operation x relation x purpose, against a second statement of it by hand."""

from __future__ import annotations

import itertools

import pytest

from api.authorization import Decision, Operation, Reason, Relation, decide, purposes_for
from graph.scope import CallerRole, Purpose
from tests.api.conftest import caller

QUESTION = {"path": Operation.CAREER_PATH, "gap": Operation.SKILL_GAP, "mentor": Operation.MENTOR_MATCH}
PURPOSE = {"path": Purpose.CAREER_PATH, "gap": Purpose.SKILL_GAP, "mentor": Purpose.MENTOR_MATCH}

# For each role: what it may do towards whom, as "operation:purpose" (p g m a P G by purpose's name).
# The table of the code is built from rows that combine; this one is written out, line by line.
ABOUT_SELF = (
    "career_path:career_path skill_gap:skill_gap mentor_match:mentor_match "
    "read_person:career_path read_person:skill_gap read_person:mentor_match "
    "read_edge:career_path read_edge:skill_gap read_edge:mentor_match plays:skill_gap"
)
CATALOGUE = "search_catalogue:public read_catalogue:public read_edge:public read_sources:public read_documents:public"
PLANNING = "career_path:career_path role_transition:public"
AS_MENTOR = "read_person:mentor_match read_edge:mentor_match"
PSEUDONYM = "read_person:analytics read_edge:analytics"
AUDIT = "read_edge:governance read_payload:governance read_answer:governance"
COHORT = "cohort_match:mentor_match"
READY = "workforce_readiness:analytics"
ADVISED, COUNTED = "who_could_reach:career_path", "who_could_reach:analytics"
SERVICE = f"{ABOUT_SELF} {PSEUDONYM} {COHORT}"
REVIEW = "read_cited:governance read_answer:governance review_answer:governance"
OWN = "read_answer:career_path read_answer:skill_gap read_answer:mentor_match"
ASKED = f"{OWN} read_answer:analytics read_answer:public"
EXPECTED: dict[CallerRole, dict[Relation, str]] = {
    CallerRole.EMPLOYEE: {
        Relation.SELF: f"{ABOUT_SELF} {OWN}",
        Relation.MENTOR: AS_MENTOR,
        Relation.NOBODY: f"{CATALOGUE} {PLANNING}",
        Relation.ASKER: ASKED,
    },
    CallerRole.MANAGER: {
        Relation.SELF: f"{ABOUT_SELF} {OWN}",
        Relation.REPORT: f"{ABOUT_SELF} {ADVISED}",
        Relation.MENTOR: AS_MENTOR,
        Relation.NOBODY: f"{CATALOGUE} {PLANNING}",
        Relation.ASKER: ASKED,
    },
    CallerRole.COACH: {
        Relation.SELF: f"{ABOUT_SELF} {COHORT} {OWN}",
        Relation.REPORT: f"{ABOUT_SELF} {COHORT} {ADVISED}",
        Relation.MENTOR: f"{ABOUT_SELF} {COHORT} {ADVISED}",
        Relation.OTHER: f"{ABOUT_SELF} {COHORT} {ADVISED}",
        Relation.NOBODY: f"{CATALOGUE} {PLANNING}",
        Relation.ASKER: ASKED,
    },
    CallerRole.PLANNER: {
        Relation.SELF: f"{PSEUDONYM} {COHORT}",
        Relation.REPORT: f"{PSEUDONYM} {COHORT}",
        Relation.MENTOR: f"{PSEUDONYM} {COHORT}",
        Relation.OTHER: f"{PSEUDONYM} {COHORT}",
        Relation.NOBODY: f"{CATALOGUE} {PLANNING} list_answers:analytics read_themes:public {COUNTED} {READY}",
        Relation.ASKER: ASKED,
    },
    CallerRole.AUDITOR: {
        Relation.SELF: AUDIT,
        Relation.REPORT: AUDIT,
        Relation.MENTOR: AUDIT,
        Relation.OTHER: AUDIT,
        Relation.NOBODY: f"{CATALOGUE} {AUDIT} list_answers:governance read_themes:public",
    },
    CallerRole.SERVICE: {
        Relation.SELF: SERVICE,
        Relation.REPORT: SERVICE,
        Relation.MENTOR: SERVICE,
        Relation.OTHER: SERVICE,
        Relation.NOBODY: f"{CATALOGUE} {PLANNING}",
        Relation.ASKER: ASKED,
    },
    CallerRole.REVIEWER: {
        Relation.SELF: REVIEW,
        Relation.REPORT: REVIEW,
        Relation.MENTOR: REVIEW,
        Relation.OTHER: REVIEW,
        Relation.NOBODY: f"{CATALOGUE} {REVIEW}",
    },
    CallerRole.ADMIN: {Relation.NOBODY: f"{CATALOGUE} read_operations:public read_themes:public"},
}
NAMED = {CallerRole.EMPLOYEE, CallerRole.MANAGER, CallerRole.COACH}
CASES = list(itertools.product(CallerRole, Operation, Relation, Purpose))


def expected(role: CallerRole, operation: Operation, relation: Relation, purpose: Purpose) -> bool:
    return f"{operation}:{purpose}" in EXPECTED[role].get(relation, "").split()


@pytest.mark.parametrize("role", CallerRole)
def test_every_cell_of_the_table(role: CallerRole) -> None:
    principal = caller(role, purposes=tuple(Purpose))
    wrong = [
        (operation, relation, purpose)
        for operation, relation, purpose in itertools.product(Operation, Relation, Purpose)
        if decide(principal, operation, relation, purpose).allowed != expected(role, operation, relation, purpose)
    ]
    assert wrong == []


def test_the_table_was_walked_whole() -> None:
    assert len(CASES) == 8 * 21 * 6 * 6
    allowed = sum(expected(*case) for case in CASES)
    assert allowed == 27 + 38 + 62 + 28 + 22 + 64 + 20 + 7


@pytest.mark.parametrize("role", CallerRole)
def test_names_are_shown_to_those_who_work_with_the_person(role: CallerRole) -> None:
    principal = caller(role, purposes=tuple(Purpose))
    for operation, relation, purpose in itertools.product(Operation, Relation, Purpose):
        decision = decide(principal, operation, relation, purpose)
        personal = relation is not Relation.NOBODY
        assert decision.names == (decision.allowed and personal and role in NAMED)


def test_denials_say_why_to_the_log_and_carry_nothing() -> None:
    employee = caller(CallerRole.EMPLOYEE)
    assert decide(employee, Operation.SKILL_GAP, Relation.OTHER, Purpose.SKILL_GAP) == Decision(
        False, Reason.NOT_THIS_PERSON
    )
    assert decide(employee, Operation.SKILL_GAP, Relation.SELF, Purpose.CAREER_PATH) == Decision(
        False, Reason.NOT_THIS_PURPOSE
    )
    assert decide(caller(CallerRole.ADMIN), Operation.SKILL_GAP, Relation.SELF, Purpose.SKILL_GAP) == Decision(
        False, Reason.ROLE_MAY_NOT
    )


@pytest.mark.parametrize("purpose", [Purpose.CAREER_PATH, Purpose.SKILL_GAP, Purpose.MENTOR_MATCH, Purpose.ANALYTICS])
def test_a_service_may_use_only_the_purposes_of_its_token(purpose: Purpose) -> None:
    for operation, relation in itertools.product(Operation, Relation):
        if relation is Relation.NOBODY and operation is not Operation.CAREER_PATH:
            continue
        assert not decide(caller(CallerRole.SERVICE), operation, relation, purpose).allowed
        with_it = decide(caller(CallerRole.SERVICE, purposes=(purpose,)), operation, relation, purpose)
        assert with_it.allowed == expected(CallerRole.SERVICE, operation, relation, purpose)


def test_roles_and_relations_add_up() -> None:
    both = caller(CallerRole.EMPLOYEE, CallerRole.AUDITOR)
    assert decide(both, Operation.READ_EDGE, Relation.OTHER, Purpose.GOVERNANCE).allowed
    assert decide(both, Operation.SKILL_GAP, Relation.SELF, Purpose.SKILL_GAP).allowed
    # Somebody's boss without the manager's role still sees them as a mentor.
    employee = caller(CallerRole.EMPLOYEE)
    ties = frozenset({Relation.REPORT, Relation.MENTOR})
    assert decide(employee, Operation.READ_PERSON, ties, Purpose.MENTOR_MATCH).allowed
    assert not decide(employee, Operation.READ_PERSON, Relation.REPORT, Purpose.MENTOR_MATCH).allowed


def test_purposes_a_caller_can_use_at_all() -> None:
    assert purposes_for(caller(CallerRole.AUDITOR), Operation.READ_EDGE) == (Purpose.PUBLIC, Purpose.GOVERNANCE)
    assert purposes_for(caller(CallerRole.PLANNER), Operation.READ_PERSON) == (Purpose.ANALYTICS,)
    assert purposes_for(caller(CallerRole.ADMIN), Operation.READ_PERSON) == ()
