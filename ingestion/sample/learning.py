"""Which courses people took, when and with what result, and in which skills they were assessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from ingestion.sample.catalogue import Catalogue, Course
from ingestion.sample.company import Attempt, HeldSkill, Sitting, Spell
from ingestion.sample.days import TODAY, between, years_between

INDUCTION, AWARENESS = "HS-100", "SE-100"
"""Everybody passes both in the first weeks and takes them again before they expire."""

COURSES_PER_YEAR = 0.4
MOST_COURSES = 9
PASSED = 0.93
PASSED_AT = 60
TRAINING_STARTED = date(2012, 1, 9)
"""Completions from before are not in the learning system."""

ASSESSED, ASSESSABLE = 0.24, ("skill", "knowledge")


def attempts_of(
    catalogue: Catalogue, chance: Random, spells: tuple[Spell, ...], left: date | None, fixed: Mapping[str, date]
) -> tuple[Attempt, ...]:
    """Attempts at courses in order of time. ``fixed`` are passed courses with their days, written by hand."""
    end = left or TODAY
    inside = [spell for spell in spells if spell.employer is None]
    first = max(inside[0].start, TRAINING_STARTED)
    attempts = [Attempt(course, day, True, chance.randint(72, 97)) for course, day in fixed.items()]
    induction = Attempt(INDUCTION, between(chance, first, min(first + timedelta(days=24), end)), True, 100)
    done = {attempt.course: attempt.day for attempt in (*attempts, induction)}
    for spell in inside if not fixed else ():
        for course in _wanted(catalogue, chance, spell, set(done)):
            attempts += _taken(catalogue, chance, course, (max(spell.start, first), spell.end or end), done)
    built_on = any(INDUCTION in catalogue.courses[attempt.course].prerequisites for attempt in attempts)
    latest = _refreshed(catalogue.courses[INDUCTION], chance, induction.day, end)
    attempts += [latest, induction] if latest and built_on else [latest or induction]
    attempts.append(
        _refreshed(catalogue.courses[AWARENESS], chance, first, end) or replace(induction, course=AWARENESS)
    )
    return tuple(sorted(attempts, key=lambda attempt: (attempt.day, attempt.course, attempt.passed)))


def _refreshed(course: Course, chance: Random, first: date, end: date) -> Attempt | None:
    """The latest time, within the course's validity (a few people are late); None while the first still counts.

    The learning system keeps the latest time only, unless a course was built on the first one.
    """
    late = chance.random() < 0.05
    since = end - timedelta(days=int((course.expires_months or 36) * 30 * (1.2 if late else 0.95)))
    return Attempt(course.id, between(chance, since, end), True, 100) if since > first else None


def _wanted(catalogue: Catalogue, chance: Random, spell: Spell, done: set[str]) -> list[Course]:
    """Courses for the role of the spell, the more the longer it lasted: those that teach its heavier skills."""
    years = years_between(spell.start, spell.end or TODAY)
    needs = {
        need.skill: need.weight * need.level * (1 if need.essential else 0.5)
        for need in catalogue.roles[spell.role].requirements
    }
    fitting = {
        course.id: sum(needs.get(skill, 0) for skill, _ in course.teaches)
        for course in catalogue.courses.values()
        if course.id not in done and _fits(catalogue, course, set(needs), done)
    }
    number = min(int(years * COURSES_PER_YEAR + chance.random()), MOST_COURSES, len(fitting))
    chosen: list[Course] = []
    for _ in range(number):
        course = chance.choices(list(fitting), [weight**3 for weight in fitting.values()])[0]
        del fitting[course]
        chosen.append(catalogue.courses[course])
    return chosen


def _fits(catalogue: Catalogue, course: Course, needs: set[str], done: set[str]) -> bool:
    """Whether the course and all that must still be passed before it teach something the role needs."""
    if not any(skill in needs for skill, _ in course.teaches):
        return False
    steps = [step for step in _chain(catalogue, course) if step.id not in done]
    return all(any(skill in needs for skill, _ in step.teaches) for step in steps)


def _taken(
    catalogue: Catalogue, chance: Random, course: Course, period: tuple[date, date], done: dict[str, date]
) -> list[Attempt]:
    """The course and the prerequisites that are still open, one after the other; nothing where time is too short."""
    chain = [step for step in _chain(catalogue, course) if step.id not in done]
    known = [done[step.id] for step in _chain(catalogue, course) if step.id in done]
    start, end = max([period[0] + timedelta(days=21), *(day + timedelta(days=14) for day in known)]), period[1]
    if (end - start).days < 30 * len(chain):
        return []
    attempts: list[Attempt] = []
    for step, day in zip(chain, sorted(between(chance, start, end) for _ in chain), strict=True):
        if done and any(done.get(needed, date.min) >= day for needed in step.prerequisites):
            break
        made = _attempt(chance, step, day, end)
        attempts += made
        if not made[-1].passed:
            break
        done[step.id] = made[-1].day
    return attempts


def _chain(catalogue: Catalogue, course: Course) -> list[Course]:
    """The course after all that must be passed before it."""
    before = [step for needed in course.prerequisites for step in _chain(catalogue, catalogue.courses[needed])]
    return list({step.id: step for step in (*before, course)}.values())


def _attempt(chance: Random, course: Course, day: date, end: date) -> list[Attempt]:
    """One attempt, or a failed one and most often a second that is passed."""
    if chance.random() < PASSED:
        return [Attempt(course.id, day, True, chance.randint(PASSED_AT + 4, 100))]
    failed = Attempt(course.id, day, False, chance.randint(28, PASSED_AT - 1))
    again = day + timedelta(days=chance.randint(25, 70))
    if again > end or chance.random() < 0.25:
        return [failed]
    return [failed, Attempt(course.id, again, True, chance.randint(PASSED_AT, 90))]


def sittings_of(
    catalogue: Catalogue, chance: Random, person: str, skills: Iterable[HeldSkill], end: date, hired: date
) -> tuple[Sitting, ...]:
    """Assessments in one or two skills for about a quarter of the people; scores near the level held."""
    fitting = [
        held
        for held in skills
        if held.level >= 2 and catalogue.skills[held.skill].kind in ASSESSABLE and held.years >= 1
    ]
    if chance.random() >= ASSESSED or len(fitting) < 2:
        return ()
    chosen = chance.sample(fitting, chance.choice((1, 1, 2)))
    first = max(hired + timedelta(days=60), end - timedelta(days=1000))
    return tuple(
        Sitting(
            id=f"AS-{person.removeprefix('NE-')}-{number}",
            skill=held.skill,
            day=between(chance, min(first, end), end),
            score=min(max(round(held.level * 10 + chance.gauss(0, 2)), 5), 50),
            max_score=50,
        )
        for number, held in enumerate(chosen, start=1)
    )
