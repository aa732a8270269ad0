"""Same input, same bytes: whatever the order of the records, twice in a row, in a fresh process."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.snapshot import Snapshot
from reasoning.answers import CareerPathRequest, MentorMatchRequest, SkillGapRequest
from reasoning.evidence import EdgeRef
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.paths import career_path
from reasoning.release import claims_of
from tests.reasoning.answering import random_answers
from tests.reasoning.building import NOW, index
from tests.reasoning.companies import Nodes
from tests.reasoning.random_companies import random_company

ROOT = Path(__file__).resolve().parents[2]


def said(snapshot: Snapshot, nodes: Nodes) -> str:
    """Everything the three answers hold, as text."""
    person, role = index(snapshot, nodes["person 0"]), index(snapshot, nodes["role 3"])
    return repr(
        (
            skill_gap(snapshot, SkillGapRequest(person, role, now=NOW)),
            career_path(snapshot, CareerPathRequest(role, person, now=NOW)),
            mentor_match(snapshot, MentorMatchRequest(person, role, now=NOW)),
        )
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000_000), st.integers(0, 1000))
def test_the_order_of_the_records_does_not_matter(seed: int, shuffle: int) -> None:
    company, nodes = random_company(seed, people=8)
    records = company.records()
    first = company.snapshot(records)
    random.Random(shuffle).shuffle(records)
    assert said(first, nodes) == said(company.snapshot(records), nodes) == said(first, nodes)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000_000))
def test_no_edge_is_invented(seed: int) -> None:
    """Every edge that an answer cites is in the graph, with the ends and values it has there."""
    answers, cited = random_answers(seed)
    for answer in answers:
        for claim in claims_of(answer):
            for edge in claim.edges:
                check(edge, cited[edge.edge_id].edge.rel_type)
                record = cited[edge.edge_id].edge
                assert (edge.start.key, edge.end.key) == (record.start, record.end)


def check(edge: EdgeRef, rel_type: str) -> None:
    assert edge.rel_type == rel_type


def test_asking_does_not_change_later_answers() -> None:
    company, nodes = random_company(11, people=8)
    snapshot = company.snapshot()
    alone = said(company.snapshot(), nodes)
    for number in range(7):
        career_path(
            snapshot,
            CareerPathRequest(index(snapshot, nodes[f"role {number}"]), index(snapshot, nodes["person 0"]), now=NOW),
        )
    assert said(snapshot, nodes) == alone


def test_the_same_in_another_process_with_another_hash_seed() -> None:
    script = (
        "from tests.reasoning.random_companies import random_company\n"
        "from tests.reasoning.test_purity import said\n"
        "company, nodes = random_company(7, people=8)\n"
        "print(said(company.snapshot(), nodes))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
    assert "SkillGapAnswer" in outputs.pop()


def test_reasoning_loads_no_driver_web_framework_or_model() -> None:
    script = (
        "import sys, reasoning.prepare, reasoning.release, reasoning.gaps, reasoning.paths, reasoning.mentors\n"
        "names = ('neo4j', 'fastapi', 'strawberry', 'openai', 'networkx', 'ortools')\n"
        "print([name for name in names if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
