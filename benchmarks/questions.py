"""The three questions at scale: Cairn's answer against one Cypher statement on each store, and against networkx.

Ours is the whole answer with evidence and claims; a peer returns only what is found and ranked, so that what we work
out before anything is cited takes part under its own name. All must agree first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC
from zoneinfo import ZoneInfo

import networkx as nx
import numpy as np
from neo4j.exceptions import DatabaseError

from benchmarks import cypher_questions as cypher
from benchmarks import networkx_questions as by_networkx
from benchmarks.company import TIME_ZONES, TODAY, Company, generate
from benchmarks.company_graph import NOW, node_id, snapshot_of
from benchmarks.company_tables import indexes, write_by_cypher
from benchmarks.measuring import Figure, against, in_unit, interleaved
from benchmarks.offline_import import import_company
from benchmarks.plan import Plan
from benchmarks.stores import EMBEDDED, NEO4J, Server, serving
from graph.snapshot import Snapshot
from reasoning.answers import CareerPathRequest, GapStatus, MentorMatchRequest, PathConstraints, SkillGapRequest
from reasoning.derived import derived
from reasoning.effort import PREPARATION_MONTHS
from reasoning.gaps import comparison, skill_gap
from reasoning.levels import LEVEL_QUANTUM
from reasoning.mentors import mentor_match, ranking
from reasoning.paths import career_path
from reasoning.prepare import prepare
from reasoning.terrain import terrain

OURS, NETWORKX = "Cairn", "networkx"
FIRST = 10
TOLERANCE = 2e-6
"""Half-way cases are rounded up by one store and to even by another, at the sixth digit."""

MENTOR_TARGET = 50.0
Answer = list[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """One person and one role that is within reach of theirs."""

    person: int
    role: int

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of both."""
        return node_id("Person", self.person), node_id("Role", self.role)


Ask = Callable[[Case], Answer]


def run(plan: Plan) -> Iterator[Figure]:
    """Figures of every question at every size."""
    for shape in plan.companies:
        company = generate(shape)
        snapshot = snapshot_of(company)
        prepare(snapshot, ())
        company = _with_bases(company, snapshot)
        with ExitStack() as stack:
            servers = [_filled(stack, plan, kind, company) for kind in plan.question_stores(shape)]
            yield from _at_size(company, snapshot, servers, plan)


def _with_bases(company: Company, snapshot: Snapshot) -> Company:
    """The company with what changing role costs by each move, which peers read as a property of the edge.

    It rests on the transition model, which no peer can be asked to work out in a statement.
    """
    ground = derived(snapshot, terrain)
    moves = company.moves
    found = [ground.move(start, end) for start, end in zip(moves["start"].tolist(), moves["end"].tolist(), strict=True)]
    assert None not in found, "a recorded move is missing from the tables"
    return replace(company, moves=moves | {"base": ground.bases[np.array(found, dtype=np.int64)]})


def _filled(stack: ExitStack, plan: Plan, kind: str, company: Company) -> Server:
    home = plan.folder / f"questions-{kind}-{company.shape.people}"
    if kind != EMBEDDED:
        import_company(NEO4J[kind], home, company)
    server = stack.enter_context(serving(kind, home, plan.jit))
    if kind == EMBEDDED:
        write_by_cypher(server, company)
    else:
        server.alter(indexes())
    return server


def _at_size(company: Company, snapshot: Snapshot, servers: Sequence[Server], plan: Plan) -> Iterator[Figure]:
    nx_view = by_networkx.build(company)
    moves, cases = by_networkx.role_moves(nx_view), cases_of(company, plan.cases)
    questions: dict[str, dict[str, Ask]] = {
        "skill gap": {OURS: _our_gap(snapshot), NETWORKX: _nx_gap(nx_view)},
        "mentor match": {OURS: _our_mentors(snapshot), NETWORKX: _nx_mentors(nx_view)},
        "career path": {OURS: _our_path(snapshot), NETWORKX: _nx_path(nx_view, moves)},
    }
    for server in servers:
        for question, ask in _cypher(server).items():
            questions[question][server.name] = ask
    for question, worked_out in (("skill gap", _our_comparison(snapshot)), ("mentor match", _our_ranking(snapshot))):
        questions[f"{question} before anything is cited"] = questions[question] | {OURS: worked_out}
    for question, contestants in questions.items():
        able = _agreeing(question, contestants, cases)
        unable = ", ".join(name for name in contestants if name not in able)
        note = f"{unable}: the server refuses the statement at this size" if unable else ""
        yield from _compared(f"{question}, {company.shape.people:,} people", able, cases, plan.rounds, note)


def _compared(
    what: str, contestants: Mapping[str, Ask], cases: Sequence[Case], rounds: int, note: str = ""
) -> Iterator[Figure]:
    """One figure a peer; a sample is the mean of all cases of a round."""
    works = {name: (lambda ask=ask: [ask(case) for case in cases]) for name, ask in contestants.items()}
    samples = in_unit(interleaved(works, rounds), 1000 / len(cases))
    for peer in contestants:
        if peer != OURS:
            target = MENTOR_TARGET if what.startswith("mentor") and peer != NETWORKX else None
            named = peer if peer == NETWORKX else f"{peer}, one Cypher statement"
            relabelled = {OURS: samples[OURS], named: samples[peer]}
            yield against(what, "ms", relabelled, OURS, named, target=target, note=note)


def cases_of(company: Company, count: int) -> list[Case]:
    """People without reports who agreed, each with a role two moves from theirs."""
    shape = company.shape
    dice = np.random.default_rng(11)
    people = shape.people - 1 - dice.permutation(shape.people * 3 // 4)
    able = [int(person) for person in people if company.mentoring[person] and company.left_on[person] < 0]
    found = []
    for person in able[:count]:
        role = int(company.posts["end"][shape.people + person])
        for _ in range(2):
            onward = company.moves["end"][company.moves["start"] == role]
            role = int(onward[dice.integers(0, len(onward))])
        if role != int(company.posts["end"][shape.people + person]):
            found.append(Case(person, role))
    return found


# -- ours ------------------------------------------------------------------------------------------------------


def _our_gap(snapshot: Snapshot) -> Ask:
    person, role = snapshot.nodes("Person").start, snapshot.nodes("Role").start

    def ask(case: Case) -> Answer:
        answer = skill_gap(snapshot, SkillGapRequest(person + case.person, role + case.role))
        return [
            (
                item.skill.key.id,
                round(item.held_level / LEVEL_QUANTUM),
                item.status == "met",
                tuple(option.course.key.id for option in item.courses),
            )
            for item in answer.items
        ]

    return ask


def _our_comparison(snapshot: Snapshot) -> Ask:
    """What the statement returns: how far each need is met and by which courses it could be."""
    people, roles = snapshot.nodes("Person").start, snapshot.nodes("Role").start

    def ask(case: Case) -> Answer:
        found = comparison(snapshot, SkillGapRequest(people + case.person, roles + case.role))
        return [
            (
                snapshot.ids[one.requirement.skill],
                one.level,
                one.status is GapStatus.MET,
                tuple(snapshot.ids[offer.course] for offer in found.unmet.get(one.requirement.skill, (None, ()))[1]),
            )
            for one in found.matches
        ]

    return ask


def _our_mentors(snapshot: Snapshot) -> Ask:
    person, role = snapshot.nodes("Person").start, snapshot.nodes("Role").start

    def ask(case: Case) -> Answer:
        request = MentorMatchRequest(person + case.person, role + case.role, first=FIRST)
        return [(one.mentor.key.id, one.score) for one in mentor_match(snapshot, request).candidates]

    return ask


def _our_ranking(snapshot: Snapshot) -> Ask:
    """What the statement returns: whom ``mentor_match`` proposes, before anything is said about them."""
    people, roles = snapshot.nodes("Person").start, snapshot.nodes("Role").start

    def ask(case: Case) -> Answer:
        found = ranking(snapshot, MentorMatchRequest(people + case.person, roles + case.role, first=FIRST))
        scores = found.scores
        return [(snapshot.ids[int(scores.people[row])], int(scores.millionths[row]) / 1e6) for row in found.chosen]

    return ask


def _our_path(snapshot: Snapshot) -> Ask:
    person, role = snapshot.nodes("Person").start, snapshot.nodes("Role").start
    constraints = PathConstraints(only_observed=True)

    def ask(case: Case) -> Answer:
        request = CareerPathRequest(role + case.role, person=person + case.person, constraints=constraints)
        return [
            (
                (path.steps[0].origin.key.id, *(step.destination.key.id for step in path.steps)),
                round(path.cost * 1000),
            )
            for path in career_path(snapshot, request).paths
        ]

    return ask


# -- peers -----------------------------------------------------------------------------------------------------


def _offsets() -> dict[str, float]:
    moments = {name: NOW.astimezone(ZoneInfo(name)).utcoffset() for name in TIME_ZONES}
    assert NOW.tzinfo is UTC
    return {name: offset.total_seconds() / 3600 for name, offset in moments.items() if offset is not None}


def _cypher(server: Server) -> dict[str, Ask]:
    offsets, months = _offsets(), [PREPARATION_MONTHS[zone] for zone in sorted(PREPARATION_MONTHS)]
    given: dict[str, object] = {"today": TODAY, "first": FIRST, "offsets": offsets, "preparation": months}

    def asked(statement: str, case: Case) -> list[list[object]]:
        person, role = case.ids
        return server.read(statement, {**given, "person": person, "role": role})

    def gap(case: Case) -> Answer:
        rows = asked(cypher.SKILL_GAP, case)
        return [(skill, held, met, tuple(_listed(courses))) for skill, held, met, _, courses in rows]

    def mentors(case: Case) -> Answer:
        return [(mentor, score) for mentor, score, _ in asked(cypher.MENTOR_MATCH, case)]

    def path(case: Case) -> Answer:
        return [(tuple(_listed(ids)), cost) for ids, cost in asked(cypher.CAREER_PATH, case)]

    return {"skill gap": gap, "mentor match": mentors, "career path": path}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _nx_gap(nx_view: by_networkx.Graph) -> Ask:
    return lambda case: [tuple(item) for item in by_networkx.skill_gap(nx_view, *case.ids)]


def _nx_mentors(nx_view: by_networkx.Graph) -> Ask:
    offsets = _offsets()
    return lambda case: [tuple(item) for item in by_networkx.mentor_match(nx_view, *case.ids, offsets, FIRST)]


def _nx_path(nx_view: by_networkx.Graph, moves: nx.DiGraph[str]) -> Ask:
    return lambda case: [(tuple(ids), cost) for ids, cost in by_networkx.career_path(nx_view, *case.ids, moves)]


# -- agreement -------------------------------------------------------------------------------------------------


class Disagreement(Exception):
    """Two contestants answer a question differently: their times must not be compared."""


def _agreeing(question: str, contestants: Mapping[str, Ask], cases: Sequence[Case]) -> dict[str, Ask]:
    """Those who answer every case, all alike. A store bounds what one statement may keep in memory, and may refuse."""
    expected = [contestants[OURS](case) for case in cases]
    able = {OURS: contestants[OURS]}
    for name, ask in contestants.items():
        if name == OURS:
            continue
        try:
            answers = [ask(case) for case in cases]
        except DatabaseError:
            continue
        for case, ours, found in zip(cases, expected, answers, strict=True):
            same = _close(ours, found) if "mentor" in question else ours == found
            if not same:
                raise Disagreement(f"{question} of {case.ids}: {OURS} {ours}, {name} {found}")
        able[name] = ask
    return able


def _close(one: Answer, other: Answer) -> bool:
    """Whether two rankings have the same scores, and the same people but among those of equal score at the end."""
    if len(one) != len(other) or any(
        abs(float(str(a[1])) - float(str(b[1]))) > TOLERANCE for a, b in zip(one, other, strict=True)
    ):
        return False
    if not one:
        return True
    last = float(str(one[-1][1])) + 2 * TOLERANCE
    return {a[0] for a in one if float(str(a[1])) > last} == {b[0] for b in other if float(str(b[1])) > last}
