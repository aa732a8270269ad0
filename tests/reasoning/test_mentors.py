"""Mentors in the hand-made company: who is proposed, who never is, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey, Value
from ontology.errors import BadInput, ConsentMissing
from reasoning.answers import CounterReason, MentorCandidate, MentorComponent, MentorMatchAnswer, MentorMatchRequest
from reasoning.evidence import ClaimKind
from reasoning.mentors import mentor_match
from reasoning.narrators.templates import render
from reasoning.verifier import verify_claim
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.oracles import Plain
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
        MentorComponent.SKILLS: pytest.approx(0.38 * 2.6 / 2.8, abs=1e-6),
        MentorComponent.OFFERS: pytest.approx(0.22 * 1.8 / 2.8, abs=1e-6),
        MentorComponent.MOVE: 0.14,
        MentorComponent.LANGUAGE: 0.08,
        MentorComponent.TIME_ZONE: 0.06,
        MentorComponent.CAPACITY: pytest.approx(0.05 * 2 / 3, abs=1e-6),
        MentorComponent.OUTCOMES: 0.02,
        MentorComponent.DISTANCE: 0.015,
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


def told(**changed: Value) -> tuple[MentorCandidate, dict[str, str]]:
    """One mentor with an offer of those properties, and the sentences about them by kind."""
    company = Company()
    skill = company.skill("SQL")
    mentee = company.person("mentee", time_zone="Europe/Berlin", weekly_hours=["MON 09:00-12:00"])
    mentor = company.person("mentor", time_zone="Europe/London", weekly_hours=["MON 08:30-10:00", "TUE 09:00-17:00"])
    house, lab = company.unit("House"), None
    lab, shop = company.unit("Lab", house), company.unit("Shop", house)
    company.belongs(mentee, lab)
    company.belongs(mentor, shop, date(2019, 1, 1), date(2021, 1, 1))
    company.belongs(mentor, lab if changed.pop("same", False) else shop, date(2021, 1, 2))
    company.has(mentor, skill, 4.0)
    company.offers(mentor, skill, 2, **changed)
    snapshot = company.snapshot()
    (found,) = mentor_match(
        snapshot, MentorMatchRequest(index(snapshot, mentee), skills=(index(snapshot, skill),), now=NOW)
    ).candidates
    assert sum(part.contribution for part in found.components) == pytest.approx(found.score, abs=1e-9)
    cited = company.cited()
    assert all(verify_claim(claim, cited) == [] for claim in found.claims)
    return found, {claim.kind.value: render(claim) for claim in found.claims}


def value(found: MentorCandidate, component: MentorComponent) -> float:
    (part,) = [part for part in found.components if part.name is component]
    return part.contribution / part.weight


def test_free_places_past_outcomes_and_distance_are_told_and_scored() -> None:
    found, said = told(active=1, finished=4, rating=4.5)
    assert (found.capacity, found.active, found.finished, found.rating, found.distance) == (2, 1, 4, 4.5, 2)
    assert value(found, MentorComponent.CAPACITY) == pytest.approx(1 / 3, abs=1e-4)
    assert value(found, MentorComponent.OUTCOMES) == pytest.approx((4 * 0.875 + 1) / 6, abs=1e-4)
    assert value(found, MentorComponent.DISTANCE) == 1.0
    assert said["mentor_capacity"].endswith("offers mentoring in SQL to 2 people at a time and has 1 now.")
    assert said["mentor_outcomes"].endswith("has ended 4 mentorships, rated 4.5 on average.")
    assert said["mentor_unit"].endswith("belongs to Shop, Person mentee to Lab; that is 2 steps in the organisation.")
    assert {edge.rel_type for edge in found.evidence} == {"HAS_SKILL", "OFFERS_MENTORING", "MEMBER_OF", "PART_OF"}


def test_common_hours_are_counted_on_one_clock() -> None:
    found, _ = told()
    # 09:00-12:00 in Berlin is 08:00-11:00 in London, of which 08:30-10:00 is common
    assert found.common_hours == 1.5
    assert value(found, MentorComponent.TIME_ZONE) == pytest.approx(0.15)
    assert CounterReason.FEW_COMMON_HOURS in found.counter_reasons


def test_what_speaks_against_a_full_or_low_rated_mentor_of_the_same_team() -> None:
    found, said = told(active=2, finished=1, rating=1.0, same=True)
    assert {CounterReason.NO_FREE_PLACE, CounterReason.LOW_RATING, CounterReason.SAME_TEAM} <= set(
        found.counter_reasons
    )
    assert value(found, MentorComponent.CAPACITY) == 0.0
    assert value(found, MentorComponent.OUTCOMES) == pytest.approx(1 / 3, abs=1e-4)
    assert (found.distance, value(found, MentorComponent.DISTANCE)) == (0, 0.5)
    assert said["mentor_unit"] == "Person mentor and Person mentee both belong to Lab."


def test_nothing_known_counts_as_neither_good_nor_bad() -> None:
    found, said = told()
    assert (found.active, found.finished, found.rating) == (None, None, None)
    assert value(found, MentorComponent.OUTCOMES) == 0.5
    assert "mentor_outcomes" not in said


def test_who_is_kept_apart_is_never_proposed_and_it_is_never_said() -> None:
    company, nodes = solara()
    before = company.snapshot()
    request = MentorMatchRequest(index(before, nodes["Ana"]), index(before, nodes["Data scientist"]), now=NOW)
    company.edge("KEPT_APART", nodes["Ben"], nodes["Ana"])
    answer = mentor_match(company.snapshot(), request)
    assert names(answer) == ["Cem", "Lea"]
    assert "Ben" not in str(answer)


def test_the_reporting_line_is_proposed_only_when_asked_for() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    request = MentorMatchRequest(index(snapshot, nodes["Ben"]), index(snapshot, nodes["Lead data scientist"]), now=NOW)
    assert names(mentor_match(snapshot, request)) == ["Ida", "Kim"]
    asked = mentor_match(snapshot, replace(request, reporting_line=True))
    assert {"Cem", "Eli"} <= set(names(asked))
    against = {one.mentor.caption: one.counter_reasons for one in asked.candidates}
    assert CounterReason.REPORTING_LINE in against["Person Cem"]
    assert CounterReason.REPORTING_LINE not in against["Person Ida"]


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


def _of_skills(answer: MentorMatchAnswer, apart_from: set[NodeKey]) -> set[tuple[NodeKey, str, frozenset[str]]]:
    """What is said of mentors' skills and on which edges, but for claims that rest on one of these skills."""
    return {
        (candidate.mentor.key, render(claim), frozenset(edge.edge_id for edge in claim.edges))
        for candidate in answer.candidates
        for claim in candidate.claims
        if claim.kind is ClaimKind.MENTOR_SKILL
        and not {key for edge in claim.edges for key in (edge.start.key, edge.end.key)} & apart_from
    }


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000_000), st.integers(0, 7), st.sampled_from([0.5, 2.0, 5.0]))
def test_one_different_fact_changes_only_what_it_bears_on(seed: int, extra: int, level: float) -> None:
    """Two people who differ in one skill: where it counts for nothing the role asks for, they get the same answer;
    elsewhere, what is said of a mentor's other skills stays as it was.
    """
    (company, nodes), (other, _) = random_company(seed, people=10), random_company(seed, people=10)
    person, skill = nodes["person 0"], nodes[f"skill {extra}"]
    other.has(person, skill, level)
    first, second, plain = company.snapshot(), other.snapshot(), Plain(other)
    bears_on = plain.upward(skill) | plain.close.get(skill, set())
    for number in range(7):
        role = nodes[f"role {number}"]
        before, after = (
            mentor_match(
                snapshot, MentorMatchRequest(index(snapshot, person), index(snapshot, role), first=20, now=NOW)
            )
            for snapshot in (first, second)
        )
        if not bears_on & {need.skill for need in plain.requirements(role)}:
            assert before == after
        stayed = {one.mentor.key for one in before.candidates} & {one.mentor.key for one in after.candidates}
        old, new = ({told for told in _of_skills(answer, bears_on) if told[0] in stayed} for answer in (before, after))
        assert old == new
