"""All three questions asked of a random company: the claims, and the store that reads their edges back."""

from __future__ import annotations

from collections.abc import Iterator

from graph.store import CitedEdge
from reasoning.answers import CareerPathRequest, MentorMatchRequest, PathConstraints, SkillGapRequest
from reasoning.evidence import Claim
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.paths import career_path
from reasoning.release import Answer, claims_of
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


def sample_claims() -> tuple[list[Claim], dict[str, CitedEdge]]:
    """Claims of every kind, at most six of each, from the hand-made company and from random ones."""
    kept: dict[str, list[Claim]] = {}
    cited: dict[str, CitedEdge] = {}
    company, nodes = solara()
    company.has(nodes["Nia"], nodes["PostgreSQL"], 2.0)
    advertise(company, nodes["Data scientist"], "JP-1")
    roles = ["Data analyst", "Data scientist", "Lead data scientist", "Control room operator", "Head of data"]
    batches = [([*answers(company, nodes, person, roles)], company.cited()) for person in ("Ana", "Hal", "Nia", "Ben")]
    batches.append(([*hurried(company, nodes, roles)], company.cited()))
    # random companies name their nodes alike, so only one of them can be the store: the one with most kinds
    for found, store in [*batches, random_answers(5)]:
        cited |= store
        for answer in found:
            for claim in claims_of(answer):
                group = kept.setdefault(f"{claim.kind}{sorted(claim.slots)}", [])
                if len(group) < 6:
                    group.append(claim)
    return [claim for group in kept.values() for claim in group], cited
