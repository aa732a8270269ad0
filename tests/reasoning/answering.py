"""All three questions asked of a random company: the claims, and the store that reads their edges back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from graph.store import CitedEdge
from reasoning.answers import CareerPathRequest, MentorMatchRequest, PathConstraints, SkillGapRequest
from reasoning.evidence import Claim
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.paths import career_path
from reasoning.plans import LearningPlanRequest, WantedSkill, learning_plan
from reasoning.release import Answer, claims_of
from reasoning.unlocks import UnlockRequest, unlocks
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import Nodes, solara
from tests.reasoning.path_oracle import advertise
from tests.reasoning.random_companies import random_company


def answers(company: Company, nodes: Nodes, person: str, roles: list[str]) -> Iterator[Answer]:
    """Gap, paths from the person and from a role, and mentors, for each role."""
    snapshot = company.snapshot()
    who = index(snapshot, nodes[person])
    for name in roles:
        role = index(snapshot, nodes[name])
        start = index(snapshot, nodes[roles[0]])
        yield skill_gap(snapshot, SkillGapRequest(who, role, now=NOW))
        yield career_path(snapshot, CareerPathRequest(role, person=who, now=NOW))
        yield career_path(snapshot, CareerPathRequest(role, start_role=start, now=NOW))
        yield mentor_match(snapshot, MentorMatchRequest(who, role, now=NOW))


def hurried(company: Company, nodes: Nodes, roles: list[str]) -> Iterator[Answer]:
    """Paths that no limit of a month admits."""
    snapshot = company.snapshot()
    start, limits = index(snapshot, nodes[roles[0]]), PathConstraints(max_months=1.0)
    for name in roles[1:]:
        target = index(snapshot, nodes[name])
        yield career_path(snapshot, CareerPathRequest(target, start_role=start, constraints=limits, now=NOW))


def random_answers(seed: int) -> tuple[list[Answer], dict[str, CitedEdge]]:
    """Answers of a random company and its store."""
    company, nodes = random_company(seed, people=10, roles=8)
    return list(answers(company, nodes, "person 0", [f"role {number}" for number in range(8)])), company.cited()


def learning_claims(company: Company, nodes: Nodes) -> list[Claim]:
    """Unlocks, a plan for skills alone, and levels that have faded."""
    snapshot = company.snapshot()
    jon, nia = index(snapshot, nodes["Jon"]), index(snapshot, nodes["Nia"])
    wanted = tuple(WantedSkill(index(snapshot, nodes[name]), 3.0) for name in ("Programming", "Statistics"))
    plan = learning_plan(snapshot, LearningPlanRequest(nia, skills=wanted, now=NOW))
    claims = [claim for course in plan.courses for claim in course.claims]
    for size in (1, 2):
        found = unlocks(snapshot, UnlockRequest(jon, size, coverage=0.7, now=NOW))
        claims += [claim for unlock in found.unlocks for role in unlock.roles for claim in role.claims]
    later = datetime(2031, 6, 1, tzinfo=UTC)
    for name in ("Data analyst", "Operations manager"):
        role = index(snapshot, nodes[name])
        claims += claims_of(skill_gap(snapshot, SkillGapRequest(index(snapshot, nodes["Pat"]), role, now=later)))
    return claims


def sample_claims() -> tuple[list[Claim], dict[str, CitedEdge]]:
    """Claims of every kind, at most six of each, from the hand-made company and from random ones."""
    kept: dict[str, list[Claim]] = {}
    cited: dict[str, CitedEdge] = {}
    company, nodes = solara()
    company.has(nodes["Nia"], nodes["PostgreSQL"], 2.0)
    advertise(company, nodes["Data scientist"], "JP-1")
    nodes["Pat"] = company.person("Pat")
    for skill, level in (("SQL", 4.0), ("Team leadership", 3.0)):
        company.has(nodes["Pat"], nodes[skill], level, last_used=date(2024, 1, 1))
    company.completed(nodes["Pat"], nodes["course:Statistics 1"], date(2024, 5, 1))
    company.assessed(nodes["Pat"], nodes["Budgeting"], 4.0, date(2023, 5, 1))
    roles = ["Data analyst", "Data scientist", "Lead data scientist", "Control room operator", "Head of data"]
    batches = [([*answers(company, nodes, person, roles)], company.cited()) for person in ("Ana", "Hal", "Nia", "Ben")]
    batches.append(([*hurried(company, nodes, roles)], company.cited()))
    # random companies name their nodes alike, so only one of them can be the store: the one with most kinds
    for found, store in [*batches, random_answers(5)]:
        cited |= store
        for answer in found:
            for claim in claims_of(answer):
                _keep(kept, claim)
    for claim in learning_claims(company, nodes):
        _keep(kept, claim)
    return [claim for group in kept.values() for claim in group], cited


def _keep(kept: dict[str, list[Claim]], claim: Claim) -> None:
    group = kept.setdefault(f"{claim.kind}{sorted(claim.slots)}", [])
    if len(group) < 6:
        group.append(claim)
