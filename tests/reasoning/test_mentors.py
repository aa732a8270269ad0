"""Mentors in the hand-made company: who is proposed, who never is, and why."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import BadInput, ConsentMissing
from reasoning.answers import CounterReason, MentorComponent, MentorMatchAnswer, MentorMatchRequest
from reasoning.mentors import mentor_match
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.random_companies import random_company


def ask(
    person: str, role: str | None = None, skills: tuple[str, ...] = (), excluded: tuple[str, ...] = (), first: int = 10
) -> MentorMatchAnswer:
    company, nodes = solara()
    snapshot = company.snapshot()
    request = MentorMatchRequest(
        index(snapshot, nodes[person]),
        index(snapshot, nodes[role]) if role else None,
        tuple(index(snapshot, nodes[skill]) for skill in skills),
        first,
        [index(snapshot, nodes[name]) for name in excluded],
        NOW,
    )
    return mentor_match(snapshot, request)


def names(answer: MentorMatchAnswer) -> list[str]:
    return [one.mentor.caption.removeprefix("Person ") for one in answer.candidates]


def test_ana_towards_data_scientist() -> None:
    answer = ask("Ana", "Data scientist")
    assert [node.caption for node in answer.wanted] == ["Python", "Machine learning", "Statistics", "Negotiation"]
    # not Max (Ana's manager), Eli (his manager), Fay (no consent), Oda (has left), Dia (no room)
    assert names(answer) == ["Ben", "Cem", "Lea"]
    ben = answer.candidates[0]
    assert [node.caption for node in ben.skills] == ["Python", "Machine learning", "Statistics"]
    assert (ben.made_move, ben.capacity, ben.shared_language, ben.hours_apart) == (True, 2, True, 0.0)
    parts = {part.name: part.contribution for part in ben.components}
    assert parts == {
        MentorComponent.SKILLS: pytest.approx(0.40 * 2.6 / 2.8, abs=1e-6),
        MentorComponent.OFFERS: pytest.approx(0.25 * 1.8 / 2.8, abs=1e-6),
        MentorComponent.MOVE: 0.15,
        MentorComponent.LANGUAGE: 0.08,
        MentorComponent.TIME_ZONE: 0.07,
        MentorComponent.CAPACITY: pytest.approx(0.05 * 2 / 3, abs=1e-6),
    }
    assert ben.score == pytest.approx(sum(parts.values()), abs=1e-9)
    assert ben.counter_reasons == (CounterReason.SKILLS_NOT_COVERED,)


def test_what_speaks_against_a_candidate_is_said() -> None:
    _, cem, lea = ask("Ana", "Data scientist").candidates
    assert CounterReason.NO_SHARED_LANGUAGE in cem.counter_reasons
    assert cem.shared_language is False
    assert set(lea.counter_reasons) == {
        CounterReason.NO_OFFER,
        CounterReason.NOT_THE_SAME_MOVE,
        CounterReason.LANGUAGE_UNKNOWN,
        CounterReason.TIME_ZONE_UNKNOWN,
        CounterReason.CAPACITY_UNKNOWN,
        CounterReason.SKILLS_NOT_COVERED,
    }
    assert (lea.shared_language, lea.hours_apart, lea.capacity) == (None, None, None)


def test_given_skills_need_a_level_more() -> None:
    answer = ask("Ben", skills=("SQL",))
    assert [node.caption for node in answer.wanted] == ["SQL"]
    assert names(answer) == []  # Dia has 5.0 and no room; Ana has 3.0, as Ben
    assert [claim.kind.value for claim in answer.claims] == ["no_mentor"]


def test_exclusions() -> None:
    assert "Ben" not in names(ask("Ana", "Data scientist", excluded=("Ben",)))
    assert names(ask("Ben", "Lead data scientist")) == ["Ida", "Kim"]  # Cem and Eli are above Ben
    assert "Nia" not in names(ask("Ana", skills=("English",)))


def test_first_cuts_after_ranking() -> None:
    answer = ask("Ana", "Data scientist", first=1)
    assert (names(answer), answer.considered) == (["Ben"], 3)
    assert names(ask("Ana", "Data scientist", first=0)) == []


def test_assessments_and_courses_are_not_used_for_mentoring() -> None:
    company, nodes = solara()
    company.assessed(nodes["Jon"], nodes["Python"], 5.0, date(2025, 1, 1))
    snapshot = company.snapshot()
    request = MentorMatchRequest(index(snapshot, nodes["Ana"]), index(snapshot, nodes["Data scientist"]), now=NOW)
    assert "Jon" not in names(mentor_match(snapshot, request))


def test_time_zones_follow_the_clock_change() -> None:
    company, nodes = Company(), {}
    for name, zone in (
        ("a", "Europe/Berlin"),
        ("b", "America/New_York"),
        ("c", "Pacific/Auckland"),
        ("d", "Mars/Base"),
    ):
        nodes[name] = company.person(name, time_zone=zone)
    skill = company.skill("Skill")
    for name in "bcd":
        company.has(nodes[name], skill, 4.0)
    snapshot = company.snapshot()

    def hours(month: int, day: int) -> dict[str, float | None]:
        now = datetime(2026, month, day, 12, tzinfo=UTC)
        request = MentorMatchRequest(index(snapshot, nodes["a"]), skills=(index(snapshot, skill),), now=now)
        return {one.mentor.key.id: one.hours_apart for one in mentor_match(snapshot, request).candidates}

    assert hours(1, 15) == {"b": 6.0, "c": 12.0, "d": None}
    assert hours(3, 20) == {"b": 5.0, "c": 12.0, "d": None}  # New York has changed, Berlin has not
    assert hours(7, 1) == {"b": 6.0, "c": 10.0, "d": None}


def test_refusals() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    with pytest.raises(ConsentMissing):
        mentor_match(
            snapshot, MentorMatchRequest(index(snapshot, nodes["Fay"]), index(snapshot, nodes["Head of data"]), now=NOW)
        )
    with pytest.raises(BadInput, match="Nothing is asked for"):
        mentor_match(snapshot, MentorMatchRequest(index(snapshot, nodes["Ana"]), now=NOW))


def test_consent_that_has_expired_counts_no_more() -> None:
    company = Company()
    skill, mentee = company.skill("Skill"), company.person("mentee")
    mentor = company.person("mentor", scope_expiries=["", "", "2026-05-31T00:00:00+00:00", ""])
    company.has(mentor, skill, 4.0)
    snapshot = company.snapshot()

    def found(now: datetime) -> int:
        request = MentorMatchRequest(index(snapshot, mentee), skills=(index(snapshot, skill),), now=now)
        return len(mentor_match(snapshot, request).candidates)

    assert (found(datetime(2026, 5, 30, tzinfo=UTC)), found(NOW)) == (1, 0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000_000))
def test_whoever_does_not_consent_or_has_left_never_appears(seed: int) -> None:
    company, nodes = random_company(seed, people=14)
    snapshot = company.snapshot()
    barred = {
        key
        for key, record in company.nodes.items()
        if key.label == "Person"
        and ("mentor_match" not in record.properties["scopes"] or record.properties["left_on"] is not None)  # type: ignore[operator]
    }
    for number in range(7):
        request = MentorMatchRequest(
            index(snapshot, nodes["person 0"]), index(snapshot, nodes[f"role {number}"]), now=NOW
        )
        answer = mentor_match(snapshot, request)
        mentioned = {one.mentor.key for one in answer.candidates}
        for one in answer.candidates:
            mentioned |= {end.key for edge in one.evidence for end in (edge.start, edge.end)}
        assert not mentioned & barred
