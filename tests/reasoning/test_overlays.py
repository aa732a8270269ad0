"""Overlays, what-if and sensitivity: equal to a company in which the facts really are so."""

from __future__ import annotations

import copy
import random
from datetime import date

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.narrators.templates import render
from reasoning.near_roles import near_roles
from reasoning.overlays import Fact, Overlay, overlaid
from reasoning.path_answers import CareerPathRequest
from reasoning.paths import career_path
from reasoning.sensitivity import Change, Effect, SensitivityRequest, sensitivity
from reasoning.terrain import terrain
from reasoning.transitions.ranking import easiest
from reasoning.transitions.remembering import landscape
from reasoning.verifier import verify
from reasoning.what_if import ChangedNeed, LearnedSkill, OpenedMove, WhatIfRequest, what_if
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.random_companies import random_company
from tests.reasoning.test_path_search import told

seeds = st.integers(0, 10_000_000)
TYPES = ("HAS_SKILL", "TRANSITIONS_TO", "REQUIRES_SKILL", "BROADER", "EQUIVALENT_TO", "TEACHES_SKILL", "COMPLETED")


def same_catalogue(snapshot: Snapshot, model: Snapshot) -> Snapshot:
    """The snapshot judged by the other one's transition model, as an overlay is."""
    for build in (landscape, easiest, near_roles):
        table = derived(model, build)
        vars(snapshot).setdefault("_derived_tables", {})[build] = table
    return snapshot


def asked(snapshot: Snapshot, person: NodeKey, target: NodeKey, start: NodeKey | None = None) -> CareerPathRequest:
    begin = None if start is None else index(snapshot, start)
    return CareerPathRequest(index(snapshot, target), index(snapshot, person), begin, alternatives=4, now=NOW)


@settings(max_examples=12, deadline=None)
@given(seeds)
def test_leaving_an_edge_out_equals_a_company_without_it(seed: int) -> None:
    company, nodes = random_company(seed, roles=6)
    snapshot, dice = company.snapshot(), random.Random(seed)
    start = nodes["role 0"]
    for rel_type in TYPES:
        edges = snapshot.edges(rel_type)
        own = [found for found in range(len(edges)) if _concerns(snapshot, rel_type, found, nodes["person 0"])]
        if not own:
            continue
        position = dice.choice(own)
        gone = snapshot.edge_id(rel_type, position)
        less = Company()
        less.nodes, less.links = company.nodes, {key: link for key, link in company.links.items() if key != gone}
        really = same_catalogue(less.snapshot(), snapshot)
        supposed = overlaid(snapshot, Overlay(without=((rel_type, position),)))
        for number in range(1, 6):
            target = nodes[f"role {number}"]
            first = career_path(supposed, asked(supposed, nodes["person 0"], target, start))
            second = career_path(really, asked(really, nodes["person 0"], target, start))
            assert first == second, rel_type


def _concerns(snapshot: Snapshot, rel_type: str, position: int, person: NodeKey) -> bool:
    start = snapshot.key(snapshot.edges(rel_type).start(position))
    return start.label != "Person" or start == person


@settings(max_examples=12, deadline=None)
@given(seeds)
def test_supposing_equals_a_company_in_which_it_is_so(seed: int) -> None:
    company, nodes = random_company(seed, roles=6)
    snapshot, dice = company.snapshot(), random.Random(seed)
    start, person = nodes["role 0"], nodes["person 0"]
    skill, asking, level = nodes[f"skill {dice.randrange(8)}"], nodes["role 3"], dice.choice([1.0, 2.5, 4.0])
    more = copy.deepcopy(company)
    more.has(person, skill, level)
    more.moved(start, nodes["role 4"], 7)
    more.requires(asking, skill, level, 1.0)
    really = same_catalogue(more.snapshot(), snapshot)
    for number in range(1, 6):
        target = nodes[f"role {number}"]
        request = WhatIfRequest(
            index(snapshot, target),
            index(snapshot, person),
            index(snapshot, start),
            alternatives=4,
            now=NOW,
            learned=(LearnedSkill(index(snapshot, skill), level),),
            opened=(OpenedMove(index(snapshot, start), index(snapshot, nodes["role 4"]), 7),),
            needs=(ChangedNeed(index(snapshot, asking), index(snapshot, skill), level),),
        )
        answer = what_if(snapshot, request)
        assert told(answer.supposed) == told(career_path(really, asked(really, person, target, start)))
        assert answer.actual == career_path(snapshot, asked(snapshot, person, target, start))
        cited = {edge.edge_id for path in answer.supposed.paths for step in path.steps for edge in step.evidence}
        cited |= {edge.edge_id for path in answer.supposed.paths for claim in path.claims for edge in claim.edges}
        assert cited <= company.links.keys()


@settings(max_examples=5, deadline=None)
@example(10934)  # a need held in part: what shows it decides, too
@given(seeds)
def test_deciding_facts_are_those_whose_removal_changes_the_path(seed: int) -> None:
    company, nodes = random_company(seed, roles=6)
    snapshot = company.snapshot()
    person, start = nodes["person 0"], nodes["role 0"]
    for number in range(1, 6):
        target = nodes[f"role {number}"]
        request = SensitivityRequest(index(snapshot, target), index(snapshot, person), index(snapshot, start), now=NOW)
        answer = sensitivity(snapshot, request)
        before = told(career_path(snapshot, asked(snapshot, person, target, start)))
        assert (answer.best is None) == (not before)
        if answer.best is None:
            continue
        cited = {edge.edge_id for step in answer.best.steps for edge in step.evidence}
        cited = {one for one in cited if company.links[one].rel_type not in ("TEACHES_SKILL", "HAS_PREREQUISITE")} | {
            one for one in cited if company.links[one].rel_type == "TEACHES_SKILL" and _passed(company, person, one)
        }
        deciding = {one.edge.edge_id for one in answer.deciding if one.edge is not None}
        for gone in sorted(cited):
            less = Company()
            less.nodes, less.links = company.nodes, {key: link for key, link in company.links.items() if key != gone}
            really = same_catalogue(less.snapshot(), snapshot)
            after = told(career_path(really, asked(really, person, target, start)))
            changed = not after or after[0][2] != before[0][2]
            assert (gone in deciding) == changed, company.links[gone].rel_type
            for one in answer.deciding:
                if one.edge is not None and one.edge.edge_id == gone and after:
                    assert tuple(ref.key for ref in one.roles) == after[0][2]
                    assert one.cost_change == pytest.approx((after[0][0] - before[0][0]) / 1000)
        assert answer.examined == answer.facts == len(answer.deciding) + answer.unmoved
        claims = [claim for one in answer.deciding for claim in one.claims]
        assert all(verify(claim, render(claim), company.cited()) == [] for claim in claims)


def _passed(company: Company, person: NodeKey, teaches: str) -> bool:
    """Whether the person holds something by this course (else the edge only tells what could be learned)."""
    course = company.links[teaches].start
    return any(
        link.rel_type == "COMPLETED" and link.start == person and link.end == course for link in company.links.values()
    )


def test_an_overlay_shares_what_it_does_not_touch() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    ground = derived(snapshot, terrain)
    person = index(snapshot, nodes["Ana"])
    learned = overlaid(
        snapshot, Overlay(supposed=(Fact("HAS_SKILL", person, index(snapshot, nodes["R"]), {"level": 3.0}),))
    )
    assert derived(learned, terrain) is ground
    assert len(learned.edges("HAS_SKILL")) == len(snapshot.edges("HAS_SKILL").targets(person)) + 1
    assert learned.edges("REQUIRES_SKILL") is snapshot.edges("REQUIRES_SKILL")
    moved = overlaid(snapshot, Overlay(without=(("TRANSITIONS_TO", 0),)))
    assert derived(moved, terrain).grants is ground.grants
    dropped = overlaid(snapshot, Overlay(without=(("REQUIRES_SKILL", 0),)))
    assert len(derived(dropped, terrain).needs.skills) == len(ground.needs.skills) - 1
    assert np.array_equal(derived(snapshot, terrain).needs.skills, ground.needs.skills)


def test_what_is_supposed_is_marked_and_never_cited() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    request = WhatIfRequest(
        index(snapshot, nodes["Data scientist"]),
        index(snapshot, nodes["Ana"]),
        now=NOW,
        learned=tuple(LearnedSkill(index(snapshot, nodes[name]), 4.0) for name in ("Python", "Statistics")),
        closed=(index(snapshot, nodes["Data engineer"]),),
    )
    answer = what_if(snapshot, request)
    (step,) = answer.supposed.paths[0].steps
    assert [node.caption for node in step.gained] == ["Machine learning"]
    assert {fact.end.caption for fact in step.supposed} == {"Python", "Statistics"}
    assert all(fact.rel_type == "HAS_SKILL" for fact in answer.facts)
    assert answer.months_change is not None
    assert answer.months_change < 0
    assert "Data engineer" not in {step.destination.caption for path in answer.supposed.paths for step in path.steps}
    assert "Data engineer" in {step.destination.caption for path in answer.actual.paths for step in path.steps}
    kinds = [claim.kind.value for claim in answer.supposed.paths[0].claims]
    assert "path_step_skills" not in kinds  # it would rest on what is supposed
    assert "path_total" in kinds


def test_the_one_move_that_decides() -> None:
    company = Company()
    start, middle, target = (company.role(name, job_zone=3) for name in ("A", "B", "C"))
    only = company.moved(start, middle, 3)
    last = company.moved(middle, target, 3)
    person = company.person("1")
    company.holds(person, start, date(2020, 1, 1))
    snapshot = company.snapshot()
    answer = sensitivity(snapshot, SensitivityRequest(index(snapshot, target), index(snapshot, person), now=NOW))
    assert [(one.change, one.effect, one.edge.edge_id if one.edge else None) for one in answer.deciding] == [
        (Change.REMOVED, Effect.NO_PATH, only),
        (Change.REMOVED, Effect.NO_PATH, last),
    ]


def test_the_bound_on_facts_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reasoning.sensitivity.MAX_FACTS", 2)
    company, nodes = solara()
    snapshot = company.snapshot()
    request = SensitivityRequest(index(snapshot, nodes["Lead data scientist"]), index(snapshot, nodes["Ana"]), now=NOW)
    answer = sensitivity(snapshot, request)
    assert answer.examined == 2
    assert answer.facts > 2
