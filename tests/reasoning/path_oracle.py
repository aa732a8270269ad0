"""Every way between two roles of a small company, worked out one by one: what path searches are compared with."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from reasoning.adjacency import role_moves
from reasoning.derived import derived
from reasoning.path_answers import Constraint, ConstraintKind, Preference, PreferenceKind
from tests.reasoning.building import NOW, TENANT, Company
from tests.reasoning.oracles import EveryMove, Levels, Plain
from tests.reasoning.random_companies import Nodes, random_company

FAMILIES, PLACES = ("Data", "Field", "Shop"), ("Berlin", "Jaén")


@dataclass(frozen=True)
class Way:
    """One loopless way; cost and months in thousandths, money in cents (None: unknown)."""

    cost: int
    roles: tuple[NodeKey, ...]
    months: int
    money: int | None
    observed: tuple[int, ...]

    @property
    def rank(self) -> tuple[int, int, tuple[NodeKey, ...]]:
        return self.cost, len(self.roles) - 1, self.roles


def furnished_company(seed: int, roles: int = 6) -> tuple[Company, Nodes]:
    """A random company whose roles have families, places, pay and postings."""
    company, nodes = random_company(seed, roles=roles, people=1)
    dice = random.Random(seed + 1)
    for number in range(roles):
        key = nodes[f"role {number}"]
        properties: dict[str, object] = {
            "family": dice.choice([*FAMILIES, None]),
            "locations": dice.sample(PLACES, dice.randint(0, 2)),
            "pay_min": dice.choice([None, 30000.0, 50000.0, 70000.0]),
        }
        company.add(key, {**company.nodes[key].properties, **properties})  # type: ignore[dict-item]  # values of one
        for posting in range(dice.randint(0, 2)):
            advertise(
                company, key, f"JP-{number}-{posting}", dice.choice(["open", "closed"]), dice.choice([2025, 2027])
            )
    return company, nodes


def advertise(company: Company, role: NodeKey, posting_id: str, status: str = "open", opened: int = 2025) -> NodeKey:
    posting = company.add(
        NodeKey("JobPosting", TENANT, posting_id),
        {"name": f"Posting {posting_id}", "status": status, "opened_on": date(opened, 1, 1)},
    )
    company.edge("ADVERTISES", posting, role)
    return posting


def moves_of(snapshot: Snapshot) -> EveryMove:
    """Every move the search may make: count, confidence of its edge (250 for certain), score, grades it rises."""
    moves = derived(snapshot, role_moves)
    return {
        (snapshot.key(role), snapshot.key(int(moves.destinations[at]))): (
            int(moves.observed[at]),
            sure(snapshot, int(moves.transitions[at])),
            int(moves.scores[at]),
            rise(snapshot, role, int(moves.destinations[at])),
        )
        for role in snapshot.nodes("Role")
        for at in range(moves.of(role).start, moves.of(role).stop)
    }


def rise(snapshot: Snapshot, origin: int, destination: int) -> int:
    """Grades between two roles, 0 where one is not stated."""
    before, after = (snapshot.number("Role", "level", role) for role in (origin, destination))
    return 0 if before is None or after is None else int(after - before)


def sure(snapshot: Snapshot, transition: int) -> int:
    """Raw confidence of a recorded transition."""
    return 250 if transition < 0 else int(snapshot.edges("TRANSITIONS_TO").columns["confidence"].raw[transition])


class Ways:
    """All ways of one company, by brute force over sequences of roles."""

    def __init__(self, company: Company, moves: EveryMove) -> None:
        self.company, self.plain, self.moves = company, Plain(company), moves

    def all(self, start: NodeKey, target: NodeKey, held: Levels, passed: set[NodeKey] | None = None) -> list[Way]:
        others = [role for role in self.plain.roles if role not in (start, target)]
        found = []
        for length in range(len(others) + 1):
            for middle in itertools.permutations(others, length):
                roles = (start, *middle, target)
                if start != target and all(pair in self.moves for pair in itertools.pairwise(roles)):
                    found.append(self._way(roles, held, passed or set()))
        return sorted(found, key=lambda way: way.rank)

    def _way(self, roles: tuple[NodeKey, ...], held: Levels, passed: set[NodeKey]) -> Way:
        plain, have = self.plain, dict(held)
        cost = months = 0
        courses: set[NodeKey] = set()
        seen = tuple(self.moves[pair] for pair in itertools.pairwise(roles))
        for destination, one_seen in zip(roles[1:], seen, strict=True):
            one, spent = plain.step(have, destination, *one_seen)
            cost, months = cost + one, months + spent
            for need in plain.needs(destination):
                if have.get(need.skill, 0) < need.threshold:
                    courses |= self._plan(need.skill, need.threshold, passed)
            gained = plain.fully({need.skill: need.threshold for need in plain.needs(destination)})
            have = {skill: max(have.get(skill, 0), gained.get(skill, 0)) for skill in have | gained}
        return Way(cost, roles, months, self._cents(courses), tuple(observed for observed, *_ in seen))

    def _plan(self, skill: NodeKey, level: int, passed: set[NodeKey]) -> set[NodeKey]:
        options = []
        for edge in self.plain.of("TEACHES_SKILL"):
            reached = round(float(edge.properties["to_level"]) * 50)  # type: ignore[arg-type]  # a number
            if edge.start not in passed and reached >= level and skill in self.plain.upward(edge.end):
                courses = {edge.start} | self.plain.before(edge.start, passed)
                cents = self._cents(courses)
                options.append((float("inf") if cents is None else cents, edge.start, courses))
        return min(options, key=lambda option: option[:2])[2] if options else set()

    def _cents(self, courses: set[NodeKey]) -> int | None:
        prices = [self.company.nodes[course].properties.get("cost") for course in courses]
        known = [round(float(price) * 100) for price in prices if isinstance(price, float)]
        return sum(known) if len(known) == len(prices) else None

    # -- limits, wishes and distance -----------------------------------------------------------------------

    def keeps(self, way: Way, part: Constraint) -> bool:
        """Whether the way keeps one limit."""
        value, after = part.value, way.roles[1:]
        match part.kind:
            case ConstraintKind.MAX_STEPS:
                return len(after) <= int(value)
            case ConstraintKind.MAX_MONTHS:
                return way.months <= float(value) * 1000
            case ConstraintKind.BUDGET:
                return way.money is not None and way.money <= float(value) * 100
            case ConstraintKind.AVOID:
                return value not in {role.id for role in after}
            case ConstraintKind.VIA:
                return value in {role.id for role in way.roles}
            case ConstraintKind.AVOID_FAMILY:
                return value not in {self.of(role, "family") for role in after}
            case ConstraintKind.VIA_FAMILY:
                return value in {self.of(role, "family") for role in after}
            case ConstraintKind.ONLY_OBSERVED:
                return all(count > 0 for count in way.observed)
            case ConstraintKind.ONLY_INTERNAL:
                return all(role.tenant_id == TENANT for role in after)
            case ConstraintKind.ONLY_OPENINGS:
                return all(self.open(role) for role in after)
            case ConstraintKind.KINDS:
                return {self.kind(*pair) for pair in itertools.pairwise(way.roles)} <= set(value.split(","))
            case ConstraintKind.LOCATION:
                return all(value in (self.of(role, "locations") or []) for role in after)  # type: ignore[operator]
            case ConstraintKind.PAY_FLOOR:
                return all((self.of(role, "pay_min") or 0) >= float(value) for role in after)  # type: ignore[operator]
            case ConstraintKind.MAX_JOB_ZONE:
                return all((self.of(role, "job_zone") or 9) <= int(value) for role in after)  # type: ignore[operator]

    def wished(self, way: Way, wishes: Sequence[Preference]) -> Way:
        """The way at its cost with wishes."""
        extra = sum(
            round(wish.months * 1000)
            for wish in wishes
            for role, observed in zip(way.roles[1:], way.observed, strict=True)
            if not self._fits(wish, role, observed)
        )
        return Way(way.cost + extra, way.roles, way.months, way.money, way.observed)

    def _fits(self, wish: Preference, role: NodeKey, observed: int) -> bool:
        match wish.kind:
            case PreferenceKind.FAMILY:
                return self.of(role, "family") == wish.text
            case PreferenceKind.LOCATION:
                return wish.text in (self.of(role, "locations") or [])  # type: ignore[operator]
            case PreferenceKind.PAY:
                return float(self.of(role, "pay_min") or 0) >= (wish.number or 0)  # type: ignore[arg-type]
            case PreferenceKind.OBSERVED:
                return observed > 0
            case PreferenceKind.OPENING:
                return self.open(role)

    def kind(self, origin: NodeKey, destination: NodeKey) -> str:
        for name in ("level", "job_zone"):
            before, after = self.of(origin, name), self.of(destination, name)
            if before is not None and after is not None:
                assert isinstance(before, int)
                assert isinstance(after, int)
                return "lateral" if before == after else "promotion" if after > before else "step_down"
        return "unknown"

    def open(self, role: NodeKey) -> bool:
        postings = [edge.start for edge in self.plain.of("ADVERTISES") if edge.end == role]
        return any(
            self.of(one, "status") == "open" and self.of(one, "opened_on") <= NOW.date()  # type: ignore[operator]
            for one in postings
        )

    def of(self, node: NodeKey, name: str) -> object:
        return self.company.nodes[node].properties.get(name)


def greedily_apart(ways: Sequence[Way], k: int, least: Fraction) -> list[Way]:
    """The greedy rule on the whole list: ever the first that is far enough from all chosen."""
    chosen: list[Way] = []
    for way in ways:
        if len(chosen) < k and all(jaccard(way, other) >= least for other in chosen):
            chosen.append(way)
    return chosen


def jaccard(one: Way, other: Way) -> Fraction:
    first, second = set(one.roles[1:-1]), set(other.roles[1:-1])
    return Fraction(len(first ^ second), len(first | second)) if first | second else Fraction(0)


def random_parts(dice: random.Random, nodes: Nodes, roles: int, most: int) -> Iterator[Constraint]:
    """A few random limits on a furnished company."""
    choices = {
        ConstraintKind.MAX_STEPS: ["1", "2", "3"],
        ConstraintKind.MAX_MONTHS: ["8.0", "15.0", "30.0", "60.0"],
        ConstraintKind.BUDGET: ["0.0", "100.0", "250.0", "350.0"],
        ConstraintKind.PAY_FLOOR: ["30000.0", "50000.0"],
        ConstraintKind.LOCATION: list(PLACES),
        ConstraintKind.MAX_JOB_ZONE: ["2", "3", "4"],
        ConstraintKind.AVOID: [nodes[f"role {number}"].id for number in range(roles)],
        ConstraintKind.AVOID_FAMILY: list(FAMILIES),
        ConstraintKind.VIA: [nodes[f"role {number}"].id for number in range(roles)],
        ConstraintKind.VIA_FAMILY: list(FAMILIES),
        ConstraintKind.ONLY_OBSERVED: [""],
        ConstraintKind.ONLY_INTERNAL: [""],
        ConstraintKind.ONLY_OPENINGS: [""],
        ConstraintKind.KINDS: ["promotion", "promotion,lateral", "lateral,unknown", "promotion,lateral,step_down"],
    }
    for kind in dice.sample(list(choices), dice.randint(0, most)):
        yield Constraint(kind, dice.choice(choices[kind]))
