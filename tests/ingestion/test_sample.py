"""The generated people of the sample company: consistent histories, plausible shares, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from itertools import pairwise
from statistics import mean, median

import pytest

from ingestion.sample.authored import authored_people
from ingestion.sample.catalogue_files import load_catalogue
from ingestion.sample.company import Company, Employee
from ingestion.sample.days import EARLIEST_CAREER, FOUNDED, TODAY, months_between, years_between
from ingestion.sample.generator import DEFAULT_SEED, generate
from ingestion.sample.lattice import moves_of
from ingestion.sample.permissions import ALL
from ingestion.sample.wishes import MENTOR_LEVEL

CATALOGUE = load_catalogue()


@pytest.fixture(scope="module", params=[DEFAULT_SEED, 2026])
def company(request: pytest.FixtureRequest) -> Company:
    return generate(request.param)


def employed(company: Company) -> list[Employee]:
    return [person for person in company.people.values() if person.left_on is None]


def level(person: Employee) -> int:
    return CATALOGUE.roles[person.role].level


def test_there_are_about_six_hundred_people(company: Company) -> None:
    assert 600 <= len(employed(company)) <= 660
    assert len(company.people) - len(employed(company)) == 36
    assert len({person.name for person in company.people.values()}) == len(company.people)


def test_histories_follow_each_other_without_overlap(company: Company) -> None:
    for person in company.people.values():
        assert person.spells[0].start >= EARLIEST_CAREER
        for before, after in pairwise(person.spells):
            assert before.end is not None
            assert before.start < before.end < after.start
            assert after.start - before.end <= timedelta(days=100)
        last = person.spells[-1]
        assert last.end == person.left_on
        assert last.start <= (person.left_on or TODAY)


def test_people_are_hired_after_the_company_was_founded_and_stay_once_inside(company: Company) -> None:
    for person in company.people.values():
        assert FOUNDED <= person.hired_on < TODAY
        outside = [spell.employer is not None for spell in person.spells]
        assert outside == sorted(outside, reverse=True)
        assert all((spell.city is None) == (spell.employer is not None) for spell in person.spells)


def test_roles_are_held_in_cities_that_have_them(company: Company) -> None:
    for person in company.people.values():
        assert person.city == person.spells[-1].city
        assert all(spell.city in CATALOGUE.roles[spell.role].staffing for spell in person.inside)


def test_moves_inside_are_moves_the_catalogue_knows(company: Company) -> None:
    known = {(move.origin, move.destination) for move in CATALOGUE.moves}
    for person in company.people.values():
        assert {(origin, destination) for origin, destination, _ in moves_of(person)} <= known


def test_every_manager_is_employed_more_senior_and_the_one_the_role_reports_to(company: Company) -> None:
    for person in employed(company):
        if person.manager is None:
            assert person.role == "chief-executive-officer"
            continue
        manager = company.people[person.manager]
        assert manager.left_on is None
        assert level(manager) > level(person)
        assert manager.role == CATALOGUE.roles[person.role].reports_to


def test_spans_of_control_are_manageable(company: Company) -> None:
    spans = Counter(person.manager for person in employed(company) if person.manager)
    assert 5 <= mean(spans.values()) <= 8
    assert max(spans.values()) <= 14


def test_the_staffing_plan_is_not_exceeded(company: Company) -> None:
    held = Counter((person.role, person.city) for person in employed(company))
    assert all(count <= CATALOGUE.roles[role].staffing[city] for (role, city), count in held.items())
    vacant = sum(role.positions for role in CATALOGUE.roles.values()) - len(employed(company))
    assert 50 <= vacant <= 90


def test_the_company_is_a_pyramid_above_the_professionals(company: Company) -> None:
    counts = Counter(map(level, employed(company)))
    assert counts[3] > counts[4] > counts[5] > counts[6] > counts[7] > counts[8] == 1
    assert counts[2] > counts[1]


def test_tenure_is_plausible(company: Company) -> None:
    tenures = [years_between(person.hired_on, TODAY) for person in employed(company)]
    assert 4 <= mean(tenures) <= 7
    assert 0.05 < sum(tenure < 1 for tenure in tenures) / len(tenures) < 0.3
    assert max(tenures) < years_between(FOUNDED, TODAY)


def test_skills_lie_on_the_scale_and_are_as_old_as_the_career(company: Company) -> None:
    for person in company.people.values():
        assert len({held.skill for held in person.skills}) == len(person.skills)
        for held in person.skills:
            assert held.skill in CATALOGUE.skills
            assert 1.5 <= held.level <= 5
            assert person.spells[0].start <= held.last_used <= (person.left_on or TODAY)
            assert held.stated <= (person.left_on or TODAY)
            assert held.years <= years_between(person.spells[0].start, person.left_on or TODAY) + 0.1


def test_people_are_mostly_able_to_do_their_job_and_better_with_the_years(company: Company) -> None:
    covered, ratio = [], {False: [0.0], True: [0.0]}
    for person in employed(company):
        held = {skill.skill: skill.level for skill in person.skills}
        needs = [need for need in CATALOGUE.roles[person.role].requirements if need.essential]
        share = mean(min(held.get(need.skill, 0) / need.level, 1) for need in needs)
        covered.append(share)
        ratio[years_between(person.spells[-1].start, TODAY) > 3].append(share)
    assert 0.85 < median(covered) < 0.99
    assert mean(ratio[True]) > mean(ratio[False]) + 0.05


def test_a_passed_course_gives_its_main_skill(company: Company) -> None:
    for person in company.people.values():
        held = {skill.skill: skill.level for skill in person.skills}
        for attempt in person.attempts:
            skill, reached = CATALOGUE.courses[attempt.course].teaches[0]
            assert not attempt.passed or reached < 1.5 or held[skill] >= reached


def test_prerequisites_are_passed_before_the_course(company: Company) -> None:
    for person in company.people.values():
        passed = {attempt.course: attempt.day for attempt in reversed(person.attempts) if attempt.passed}
        for attempt in person.attempts:
            assert person.hired_on <= attempt.day <= (person.left_on or TODAY)
            assert (attempt.score >= 60) == attempt.passed
            for needed in CATALOGUE.courses[attempt.course].prerequisites:
                assert passed[needed] < attempt.day, (person.id, attempt)


def test_assessments_measure_skills_that_are_held(company: Company) -> None:
    sittings = [(person, sitting) for person in company.people.values() for sitting in person.sittings]
    assert len({sitting.id for _, sitting in sittings}) == len(sittings) > 120
    for person, sitting in sittings:
        held = {skill.skill: skill.level for skill in person.skills}
        assert abs(5 * sitting.score / sitting.max_score - held[sitting.skill]) <= 1
        assert person.hired_on <= sitting.day <= (person.left_on or TODAY)


def test_mentors_are_strong_in_what_they_offer(company: Company) -> None:
    mentors = [person for person in company.people.values() if person.offers]
    assert 80 <= len(mentors) <= 170
    for person in mentors:
        held = {skill.skill: skill.level for skill in person.skills}
        assert all(held[offer.skill] >= MENTOR_LEVEL and 1 <= offer.capacity <= 3 for offer in person.offers)
        assert person.left_on is None


def test_interests_name_something_else_than_the_present_role(company: Company) -> None:
    wishes = [(person, wish) for person in company.people.values() for wish in person.interests]
    assert len(wishes) > 600
    for person, wish in wishes:
        assert wish.target in (CATALOGUE.roles if wish.kind == "role" else CATALOGUE.skills)
        assert wish.target != person.role
        assert 0 < wish.strength <= 1


def allowed(person: Employee) -> frozenset[str]:
    answer: dict[str, bool] = {}
    for event in sorted(person.consents, key=lambda event: event.at):
        answer |= dict.fromkeys(event.purposes, event.status == "granted")
    return frozenset(purpose for purpose, yes in answer.items() if yes)


def test_nine_in_ten_allow_everything_and_some_nothing(company: Company) -> None:
    answers = Counter(allowed(person) for person in employed(company))
    assert 0.87 <= answers[frozenset(ALL)] / len(employed(company)) <= 0.95
    assert answers[frozenset()] >= 4
    assert sum(1 for answer in answers if answer not in (frozenset(), frozenset(ALL))) >= 2
    for person in company.people.values():
        assert all(person.hired_on <= event.at.date() <= (person.left_on or TODAY) for event in person.consents)


def test_transitions_count_authored_history_and_the_people(company: Company) -> None:
    authored = {(move.origin, move.destination): move.count for move in CATALOGUE.moves}
    seen: Counter[tuple[str, str]] = Counter()
    for person in company.people.values():
        seen.update((origin, destination) for origin, destination, _ in moves_of(person))
    assert len(company.transitions) == len(authored) > 600
    for move in company.transitions:
        pair = (move.origin, move.destination)
        assert move.count == authored[pair] + seen[pair]
        assert 9 <= move.median_months <= 130


def test_postings_are_for_vacant_or_refilled_positions(company: Company) -> None:
    assert sum(posting.closed is None for posting in company.postings) >= 40
    for posting in company.postings:
        assert posting.city in CATALOGUE.roles[posting.role].staffing
        assert posting.opened < (posting.closed or TODAY)


def test_the_same_seed_gives_the_same_company_and_another_does_not() -> None:
    first, again, other = generate(5), generate(5), generate(6)
    assert (first.people, first.transitions, first.postings) == (again.people, again.transitions, again.postings)
    assert first.people != other.people


def test_written_people_are_the_same_under_every_seed() -> None:
    def kept(company: Company) -> Iterator[dict[str, object]]:
        for number in authored_people():
            person = asdict(company.people[number])
            yield {
                name: person[name]
                for name in ("name", "city", "languages", "spells", "interests", "offers", "consents")
            }

    assert list(kept(generate(1))) == list(kept(generate(2)))


def test_internal_moves_take_as_long_as_the_catalogue_says(company: Company) -> None:
    medians = {(move.origin, move.destination): move.months for move in CATALOGUE.moves}
    ratios = [
        months / medians[origin, destination]
        for person in company.people.values()
        for origin, destination, months in moves_of(person)
    ]
    assert len(ratios) > 350
    assert 0.9 <= median(ratios) <= 1.15
    assert months_between(FOUNDED, TODAY) > 200
