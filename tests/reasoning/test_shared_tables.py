"""What is kept with a snapshot for all answers: several threads, several tenants, and callers who change an answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph.snapshot import Snapshot
from ontology.errors import CairnError
from reasoning.answers import CareerPathRequest, MentorMatchRequest, SkillGapRequest
from reasoning.asked import Requirements
from reasoning.citing import SharedEdges, SharedNodes
from reasoning.derived import SHELF, derived
from reasoning.evidence import NodeRef
from reasoning.gaps import skill_gap
from reasoning.mentor_tables import mentor_tables
from reasoning.mentors import mentor_match
from reasoning.near_roles import near_roles
from reasoning.nearness import Nearness
from reasoning.overlays import Overlay, overlaid
from reasoning.paths import career_path
from reasoning.release import claims_of
from reasoning.taxonomy import Taxonomy
from reasoning.terrain import terrain
from reasoning.transitions.ranking import adjacent
from reasoning.transitions.remembering import landscape
from reasoning.transitions.weights import Order
from tests.reasoning.building import NOW, index
from tests.reasoning.companies import solara
from tests.reasoning.random_companies import random_company

SEED, PEOPLE = 7, 6
Question = Callable[[Snapshot], object]


def company_snapshot(seed: int = SEED) -> Snapshot:
    return random_company(seed, people=PEOPLE)[0].snapshot()


def questions(snapshot: Snapshot) -> Iterator[Question]:
    """Every question about every person and role, each as a function of a snapshot."""
    for role in snapshot.nodes("Role"):
        yield lambda on, role=role: adjacent(on, role, Order.FEASIBILITY, 3)  # type: ignore[misc]  # bound at once
        for person in snapshot.nodes("Person"):
            for ask, request in (
                (skill_gap, SkillGapRequest(person, role, now=NOW)),
                (mentor_match, MentorMatchRequest(person, role, now=NOW)),
                (career_path, CareerPathRequest(role, person=person, now=NOW)),
            ):
                yield lambda on, ask=ask, request=request: _answer(ask, on, request)  # type: ignore[misc]  # bound


def _answer(ask: Callable[[Snapshot, Any], object], snapshot: Snapshot, request: object) -> object:
    try:
        return ask(snapshot, request)
    except CairnError as refusal:
        return type(refusal), str(refusal)


@pytest.fixture
def switching() -> Iterator[None]:
    """Threads change as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("switching")
def test_threads_that_ask_one_snapshot_hear_what_one_thread_hears() -> None:
    alone, together = company_snapshot(), company_snapshot()
    asked = list(questions(alone))
    expected = [repr(ask(alone)) for ask in asked]
    with ThreadPoolExecutor(4) as threads:
        orders = (asked, asked[::-1], asked[len(asked) // 2 :] + asked[: len(asked) // 2], asked[1::2] + asked[::2])
        heard = list(threads.map(lambda order: {id(ask): repr(ask(together)) for ask in order}, orders))
    for answers in heard:
        assert [answers[id(ask)] for ask in asked] == expected


class _Meddling:
    """A key of a table; whoever looks for it finds another table put on the shelf meanwhile."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot, self.armed = snapshot, False

    def __hash__(self) -> int:
        if self.armed:
            derived(self._snapshot, Taxonomy)
        return 1


def test_an_overlay_is_made_while_other_answers_put_tables_on_the_shelf() -> None:
    snapshot = company_snapshot()
    overlaid(snapshot, Overlay())
    shelf = vars(snapshot)[SHELF]
    shelf.pop(Taxonomy, None)
    key = _Meddling(snapshot)
    shelf[key], key.armed = object(), True
    overlaid(snapshot, Overlay(without=(("REQUIRES_SKILL", 0),)))
    assert Taxonomy in shelf


def test_snapshots_share_no_table_but_those_of_the_same_catalogue() -> None:
    """Tenants have a snapshot each: what one was asked is on no shelf of another's."""
    snapshots = one, other, same = company_snapshot(), company_snapshot(SEED + 1), company_snapshot()
    for snapshot in snapshots:
        for ask in questions(snapshot):
            ask(snapshot)
    tables = vars(one)[SHELF]
    assert {SharedNodes, SharedEdges, Requirements, Nearness, mentor_tables, terrain} <= tables.keys()
    for another, shared in ((other, set()), (same, {landscape, near_roles})):
        found = vars(another)[SHELF]
        assert {build for build, table in found.items() if table is tables[build]} == shared


def test_no_shelf_holds_a_reference_to_a_person() -> None:
    snapshot = company_snapshot()
    for ask in questions(snapshot):
        ask(snapshot)
    kept = [ref for table in vars(snapshot)[SHELF].values() for ref in _references(table, set())]
    assert {ref.key.label for ref in kept} >= {"Role", "Skill", "Course"}
    assert "Person" not in {ref.key.label for ref in kept}


def _references(value: object, seen: set[int]) -> Iterator[NodeRef]:
    """Every reference to a node within a value, however deep (not through snapshots)."""
    if id(value) in seen or isinstance(value, Snapshot):
        return
    seen.add(id(value))
    if isinstance(value, NodeRef):
        yield value
        return
    if isinstance(value, str | bytes | int | float):
        return
    inside: list[object] = []
    if isinstance(value, Mapping):
        inside += [*value.keys(), *value.values()]
    elif isinstance(value, tuple | list | set | frozenset):
        inside += value
    inside += [getattr(value, name) for name in getattr(type(value), "__slots__", ()) if hasattr(value, name)]
    inside += vars(value).values() if hasattr(value, "__dict__") and not isinstance(value, type) else ()
    for each in inside:
        yield from _references(each, seen)


def test_what_answers_share_can_only_be_read() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    request = SkillGapRequest(index(snapshot, nodes["Jon"]), index(snapshot, nodes["Data scientist"]), now=NOW)
    first, again = skill_gap(snapshot, request), skill_gap(snapshot, request)
    mine = {id(mapping) for mapping in _mappings(first)}
    shared = [mapping for mapping in _mappings(again) if id(mapping) in mine]
    assert len(shared) > 10
    for mapping in shared:
        with pytest.raises(TypeError):
            mapping["skill"] = "something else"


def _mappings(answer: Any) -> list[Any]:
    claims = claims_of(answer)
    return [claim.slots for claim in claims] + [edge.properties for claim in claims for edge in claim.edges]
