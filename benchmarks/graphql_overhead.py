"""What GraphQL costs: Cairn's service against bare graphql-core that executes the same document on ready data.

Measured twice: the whole answer (token, consent, reasoning, read-back from the store, wording, execution), and the
API alone, with the reasoning's answers and the store's edges handed to it ready-made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import orjson
from graphql import DocumentNode, GraphQLSchema, build_schema, execute_sync, parse

from api.answering import Asked, GraphQLService
from api.composition import compose
from api.development_issuer import DevelopmentIssuer, development_principal
from api.ports import Deps, Reasoning
from api.schema.build import build_schema as cairn_schema
from api.schema.build import sdl
from benchmarks.company import TENANT, Company, generate
from benchmarks.company_graph import node_id
from benchmarks.company_records import NOW, write_by_store
from benchmarks.graphql_documents import DOCUMENTS
from benchmarks.measuring import Figure, against, in_unit, interleaved
from benchmarks.plan import Plan
from benchmarks.stores import EMBEDDED, serving
from graph.refresh import SnapshotSource
from graph.scope import CallerRole, Scope
from graph.snapshot import Snapshot
from graph.store import CitedEdge, GraphStore
from reasoning.prepare import prepare

OURS, API, BARE = "Cairn, whole answer", "Cairn, API alone", "graphql-core on ready data"
ASKS_PER_SAMPLE = 5
T = TypeVar("T")


def run(plan: Plan) -> Iterator[Figure]:
    """Two figures a question."""
    company = generate(plan.answered_company)
    with serving(EMBEDDED, plan.folder / "graphql", plan.jit) as server:
        server.store.migrate()
        write_by_store(server.store, company)
        snapshots = SnapshotSource(server.store, clock=_clock, prepare=prepare)
        deps = compose(server.store, snapshots, staleness_bound_seconds=300.0, clock=_clock)
        yield from _measured(deps, company, plan)


def _clock() -> datetime:
    return NOW


def _measured(deps: Deps, company: Company, plan: Plan) -> Iterator[Figure]:
    person, role = _case(company)
    issuer = DevelopmentIssuer.in_directory(plan.folder / "issuer")
    signed_at = datetime.now(NOW.tzinfo)
    principal = development_principal(TENANT, [CallerRole.EMPLOYEE], person)
    token = issuer.sign(principal, signed_at, timedelta(hours=8))
    whole = GraphQLService(cairn_schema(), deps, issuer.verifier())
    alone = GraphQLService(cairn_schema(), _ready_made(deps), issuer.verifier())
    bare = build_schema(sdl())
    for question, text in DOCUMENTS.items():
        variables = {"input": {"targetRole": role}}
        asked = _asked(text, variables, token)
        answer = whole.reply(asked)
        data = orjson.loads(answer.body)["data"]
        _require_answer(question, data, answer.body)
        document = parse(text)
        contestants: dict[str, Callable[[], object]] = {
            OURS: _repeated(partial(whole.reply, asked)),
            API: _repeated(partial(alone.reply, asked)),
            BARE: _repeated(partial(_bare, bare, document, variables, data)),
        }
        for warm in contestants.values():
            warm()
        assert orjson.loads(alone.reply(asked).body)["data"] == data
        assert orjson.loads(_bare(bare, document, variables, data))["data"] == data
        samples = in_unit(interleaved(contestants, plan.rounds), 1000 / ASKS_PER_SAMPLE)
        size = f"{question}, {len(answer.body) / 1000:,.0f} kB"
        yield against(f"{size}, API alone", "ms", samples, API, BARE)
        yield against(f"{size}, whole answer", "ms", samples, OURS, BARE)


def _repeated(work: Callable[[], object]) -> Callable[[], object]:
    return lambda: [work() for _ in range(ASKS_PER_SAMPLE)]


def _case(company: Company) -> tuple[str, str]:
    """Somebody who agreed and leads nobody, and a role one move away."""
    people = company.shape.people
    person = next(at for at in range(people - 1, 0, -1) if company.mentoring[at] and company.left_on[at] < 0)
    current = int(company.posts["end"][people + person])
    role = int(company.moves["end"][company.moves["start"] == current][0])
    return node_id("Person", person), node_id("Role", role)


def _asked(text: str, variables: Mapping[str, object], token: str) -> Asked:
    body = orjson.dumps({"query": text, "variables": dict(variables)})
    return Asked("POST", "application/graphql-response+json", f"Bearer {token}", body, (), "benchmark")


def _bare(schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, object], data: Any) -> bytes:
    result = execute_sync(schema, document, root_value=data, variable_values=dict(variables))
    assert not result.errors, result.errors
    return orjson.dumps({"data": result.data})


def _require_answer(question: str, data: Mapping[str, Any], body: bytes) -> None:
    if not data or not data[question]["__typename"].endswith("Answer") or b'"text"' not in body:
        raise AssertionError(f"{question} was not answered: {body[:500]!r}")


# -- the API with everything below it ready-made -----------------------------------------------------------


@dataclass
class _Remembering:
    """A store that reads each thing once and then repeats what it read."""

    store: GraphStore
    kept: dict[object, Any] = field(default_factory=dict)

    def edges(self, scope: Scope, edge_ids: Sequence[str], rel_types: Sequence[str] = ()) -> dict[str, CitedEdge]:
        wanted = (scope, tuple(edge_ids), tuple(rel_types))
        return dict(_once(self.kept, wanted, lambda: self.store.edges(scope, edge_ids, rel_types)))

    def read(self, statement: str, scope: Scope, **parameters: object) -> list[dict[str, object]]:
        wanted = (statement, scope, repr(parameters))
        return list(_once(self.kept, wanted, lambda: self.store.read(statement, scope, **parameters)))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


def _once(kept: dict[object, T], wanted: object, make: Callable[[], T]) -> T:
    if wanted not in kept:
        kept[wanted] = make()
    return kept[wanted]


def _ready_made(deps: Deps) -> Deps:
    known: dict[object, Any] = {}

    def once(ask: Callable[[Snapshot, Any], T]) -> Callable[[Snapshot, Any], T]:
        return lambda snapshot, request: _once(known, (id(ask), repr(request)), lambda: ask(snapshot, request))

    def released(claims: Any, cited: Any) -> Any:
        return _once(known, ("release", *(claim.id for claim in claims)), lambda: of.release(claims, cited))

    of = deps.reasoning
    ready = Reasoning(
        once(of.career_paths), once(of.skill_gaps), once(of.mentors), of.search, released, cohorts=of.cohorts
    )
    store: Any = _Remembering(deps.store)
    return Deps(store, deps.snapshots, ready, deps.clock, deps.staleness_bound_seconds)
