"""Small graphs for tests: records as a store returns them, and hypothesis strategies that draw them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from graph.changes import on_grid
from graph.keys import NodeKey, Value, edge_id
from graph.store import EdgeRecord, NodeRecord
from ontology.model import REFERENCE_TENANT, load_ontology

TENANT = "northlight"
MOMENT = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
REQUIRED: Mapping[str, dict[str, Value]] = {
    "Person": {"scopes": ["career_path"], "scope_expiries": [""]},
    "Skill": {"scheme": "company", "kind": "skill"},
    "Role": {"scheme": "company"},
}


def node(label: str, node_id: str, tenant_id: str = TENANT, **properties: Value) -> NodeRecord:
    """A node with its block, named like its id."""
    key = NodeKey(label, tenant_id, node_id)
    caption = load_ontology().node(label).caption
    block: dict[str, Value] = {"tenant_id": tenant_id, "id": node_id, "recorded_at": MOMENT, "ontology_version": "1"}
    return NodeRecord(key, {**block, **REQUIRED.get(label, {}), caption: f"{label} {node_id}", **properties})


def edge(
    rel_type: str,
    start: NodeKey,
    end: NodeKey,
    *,
    tenant_id: str | None = None,
    qualifier: str | None = None,
    **properties: Value,
) -> EdgeRecord:
    """An edge with the part of its block that tests look at."""
    tenant_id = start.tenant_id if tenant_id is None else tenant_id
    identity = edge_id(tenant_id, rel_type, start, end, qualifier)
    block: dict[str, Value] = {
        "edge_id": identity,
        "tenant_id": tenant_id,
        "qualifier": qualifier,
        "confidence": 0.8,
        "review_state": "auto",
        "recorded_at": MOMENT,
    }
    return EdgeRecord(identity, rel_type, start, end, {**block, **on_grid(rel_type, properties)})


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn graph."""

    nodes: tuple[NodeRecord, ...]
    edges: tuple[EdgeRecord, ...]

    @property
    def records(self) -> list[NodeRecord | EdgeRecord]:
        return [*self.nodes, *self.edges]


_IDS = st.text(alphabet="aZ_é0", min_size=1, max_size=3)
_DAYS = st.dates(date(1970, 1, 1), date(2100, 12, 31))
_TENANTS = st.sampled_from([TENANT, REFERENCE_TENANT])
_LEVELS = st.none() | st.floats(0, 5)


def _keys(label: str, tenants: st.SearchStrategy[str], most: int) -> st.SearchStrategy[list[NodeKey]]:
    return st.lists(st.builds(NodeKey, st.just(label), tenants, _IDS), min_size=1, max_size=most, unique=True)


@st.composite
def graphs(draw: st.DrawFn) -> Drawn:
    """People, skills and roles of a tenant and of the classifications, with edges of five kinds of identity."""
    people = draw(_keys("Person", st.just(TENANT), 5))
    skills, roles = draw(_keys("Skill", _TENANTS, 6)), draw(_keys("Role", _TENANTS, 4))
    person, skill, role = st.sampled_from(people), st.sampled_from(skills), st.sampled_from(roles)
    confidence = st.integers(0, 250).map(lambda raw: round(raw * 0.004, 4))

    def held(start: NodeKey, end: NodeKey, since: date | None, certain: float) -> EdgeRecord:
        day = since.isoformat() if since else None
        return edge("HOLDS_ROLE", start, end, qualifier=day, valid_from=since, confidence=certain)

    def assessed(start: NodeKey, end: NodeKey, sitting: str, level: float) -> EdgeRecord:
        return edge("ASSESSED", start, end, qualifier=sitting, assessment=sitting, level=level)

    kinds = [
        st.builds(
            lambda a, b, v, c: edge("HAS_SKILL", a, b, level=v, confidence=c), person, skill, _LEVELS, confidence
        ),
        st.builds(held, person, role, st.none() | _DAYS, confidence),
        st.builds(assessed, person, skill, _IDS, st.floats(0, 5)),
        st.builds(lambda a, b: edge("BROADER", a, b), skill, skill),
        st.builds(
            lambda a, b, t, w: edge("REQUIRES_SKILL", a, b, tenant_id=t, weight=w, essential=w > 0.5),
            role, skill, _TENANTS, st.floats(0, 1),
        ),
    ]  # fmt: skip
    edges = draw(st.lists(st.one_of(kinds), max_size=30, unique_by=lambda drawn: drawn.edge_id))
    names = st.none() | st.text(max_size=4)
    other_names = st.lists(_IDS, max_size=2)
    nodes = [
        node(key.label, key.id, key.tenant_id, alt_labels=draw(other_names), description=draw(names))
        for key in [*skills, *roles]
    ]
    nodes += [node(key.label, key.id, hired_on=draw(st.none() | _DAYS)) for key in people]
    return Drawn(tuple(nodes), tuple(edges))
