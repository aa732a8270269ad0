"""The hand-written catalogue of the sample company: big enough, sound, and a ladder in every family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from statistics import mean

import pytest

from ingestion.sample.catalogue import Catalogue, Role
from ingestion.sample.catalogue_files import load_catalogue, slug
from ingestion.sample.checks import findings

CATALOGUE = load_catalogue()
MIDDLE = {role.id: (role.pay_min + role.pay_max) / 2 for role in CATALOGUE.roles.values()}


def test_the_catalogue_is_sound() -> None:
    assert findings(CATALOGUE) == []


def test_it_is_as_large_as_promised() -> None:
    roles = CATALOGUE.roles.values()
    assert (len(CATALOGUE.skills), len(roles), len(CATALOGUE.courses)) == (479, 204, 244)
    assert len({role.family for role in roles}) == 15
    assert {role.level for role in roles} == set(range(1, 9))
    assert all(len({role.level for role in family}) >= 3 for family in families().values())


def families() -> dict[str, list[Role]]:
    grouped: dict[str, list[Role]] = defaultdict(list)
    for role in CATALOGUE.roles.values():
        grouped[role.family].append(role)
    return grouped


def depth(skill: str) -> int:
    broader = CATALOGUE.skills[skill].broader
    return 1 if broader is None else 1 + depth(broader)


def test_skills_nest_two_or_three_deep_and_have_other_names() -> None:
    assert {depth(skill) for skill in CATALOGUE.skills} == {1, 2, 3}
    assert all(skill.also for skill in CATALOGUE.skills.values())
    names = [name.lower() for skill in CATALOGUE.skills.values() for name in (skill.name, *skill.also)]
    assert len(names) - len(set(names)) <= 12


def test_essential_skills_come_first_and_weigh_most() -> None:
    for role in CATALOGUE.roles.values():
        weights = [need.weight for need in role.requirements]
        assert weights == sorted(weights, reverse=True)
        assert [need.essential for need in role.requirements] == sorted(
            (need.essential for need in role.requirements), reverse=True
        )
        assert all(0 < need.weight <= 1 and 1 <= need.level <= 5 for need in role.requirements)


def test_requirements_rise_with_seniority() -> None:
    by_level = defaultdict(list)
    for role in CATALOGUE.roles.values():
        by_level[role.level].append(mean(need.level for need in role.requirements if need.essential))
    means = [mean(by_level[level]) for level in sorted(by_level)]
    assert means == sorted(means)


def test_pay_rises_with_level_in_every_family() -> None:
    for family in families().values():
        by_level = defaultdict(list)
        for role in family:
            by_level[role.level].append(MIDDLE[role.id])
        means = [mean(by_level[level]) for level in sorted(by_level)]
        assert means == sorted(means)


def test_managers_are_paid_more_than_those_who_report_to_them() -> None:
    for role in CATALOGUE.roles.values():
        assert role.reports_to is None or MIDDLE[role.reports_to] > MIDDLE[role.id], role.id


def test_promotions_pay_and_moves_never_jump_three_levels() -> None:
    for move in CATALOGUE.moves:
        before, after = CATALOGUE.roles[move.origin], CATALOGUE.roles[move.destination]
        assert -1 <= after.level - before.level <= 2, move
        assert after.level <= before.level or MIDDLE[after.id] > MIDDLE[before.id], move


def test_families_share_skills_so_that_people_can_move_sideways() -> None:
    used = {name: {need.skill for role in family for need in role.requirements} for name, family in families().items()}
    for name, skills in used.items():
        others = set().union(*(other for label, other in used.items() if label != name))
        assert len(skills & others) / len(skills) > 0.3, name
    crossing = [
        move for move in CATALOGUE.moves
        if CATALOGUE.roles[move.origin].family != CATALOGUE.roles[move.destination].family
    ]  # fmt: skip
    assert len(crossing) > 150


def test_most_essential_requirements_can_be_reached_by_a_course() -> None:
    best: dict[str, float] = defaultdict(float)
    for course in CATALOGUE.courses.values():
        for skill, level in course.teaches:
            best[skill] = max(best[skill], level)
    needs = [need for role in CATALOGUE.roles.values() for need in role.requirements if need.essential]
    assert sum(best[need.skill] >= need.level for need in needs) / len(needs) > 0.8


def test_courses_build_on_each_other() -> None:
    courses = CATALOGUE.courses.values()
    assert sum(bool(course.prerequisites) for course in courses) > 90
    assert all(course.hours > 0 and course.cost >= 0 for course in courses)
    assert {course.modality for course in courses} == {"online", "classroom", "blended", "on_the_job"}
    assert all(course.starts_on == tuple(sorted(course.starts_on)) for course in courses)


def test_roles_carry_well_formed_public_identifiers() -> None:
    assert len(CATALOGUE.codes) >= 180
    for codes in CATALOGUE.codes.values():
        assert len(codes.onet_soc_code) == 10
        assert codes.onet_match in ("close", "broad")
        assert codes.esco_uri == "" or codes.esco_uri.startswith("http://data.europa.eu/esco/occupation/")
        assert bool(codes.esco_uri) == (codes.esco_match in ("close", "broad"))


PROVIDERS = {
    "Northlight Academy", "Openharbour Online", "Brightquay Business School", "Ferrowald Institute",
    "Voltaria Grid School", "Kestrelmoor Safety Centre", "Marisco Offshore Training", "Lindenpark Law Seminars",
}  # fmt: skip
REAL = (
    "siemens", "vestas", "ørsted", "orsted", "iberdrola", "vattenfall", "tennet", "enel", "equinor", "statkraft",
    "gamesa", "nordex", "hitachi", "schneider electric", "accenture", "deloitte", "kpmg", "mckinsey", "coursera",
    "udemy", "linkedin", "randstad", "energinet", "50hertz", "amprion", "redeia", "ree ", "edp ", "ppc ", "esb ",
)  # fmt: skip


def texts() -> Iterator[tuple[str, str]]:
    folder = files("ingestion.sample") / "catalogue"
    for path in (*folder.iterdir(), *(folder / "roles").iterdir()):
        if path.is_file():
            yield path.name, path.read_text(encoding="utf-8").lower()


def test_no_real_company_is_named() -> None:
    assert {course.provider for course in CATALOGUE.courses.values()} == PROVIDERS
    assert [(name, company) for name, text in texts() for company in REAL if company in text] == []


def broken(**changes: object) -> Catalogue:
    return replace(CATALOGUE, **changes)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("cycle", "broader skills form a cycle"),
        ("unknown", "is not in the catalogue"),
        ("untaught", "no course teaches it"),
        ("line", "is no more senior management role"),
    ],
)
def test_each_check_finds_its_fault(what: str, words: str) -> None:
    skills, roles = dict(CATALOGUE.skills), dict(CATALOGUE.roles)
    if what == "cycle":
        skills["software-design"] = replace(skills["software-design"], broader="react")
    if what == "unknown":
        roles["data-analyst"] = replace(roles["data-analyst"], unit="nowhere")
    if what == "untaught":
        skills["code-review"] = replace(skills["code-review"], on_the_job=False)
    if what == "line":
        roles["data-analyst"] = replace(roles["data-analyst"], reports_to="junior-software-engineer")
    assert [finding for finding in findings(broken(skills=skills, roles=roles)) if words in finding]


def test_a_title_becomes_its_identifier() -> None:
    assert slug("Senior R&D / Grid Engineer") == "senior-r-d-grid-engineer"
