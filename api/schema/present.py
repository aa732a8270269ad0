"""From domain to GraphQL types, once per answer. It reads the snapshot and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

import strawberry

from api.inquiry import Inquiry
from api.naming import Naming, Shown
from api.schema import answers, edges, nodes
from api.use_cases.answered import SnapshotState
from api.use_cases.catalogue import NodeView, Page, sees_pay
from api.use_cases.edges import EdgeView
from api.use_cases.sources import SourceView, source_view
from graph.columns import EPOCH
from graph.keys import Value
from graph.scope import Purpose
from graph.snapshot import Snapshot
from graph.store import AssertionRecord
from ontology.model import load_ontology
from reasoning.evidence import NodeRef


def node_ref(shown: Shown) -> edges.NodeRef:
    """A node as part of an answer."""
    return edges.NodeRef(
        id=strawberry.ID(shown.global_id), label=shown.label, name=shown.name, pseudonymous=not shown.named
    )


def refs(naming: Naming, found: Iterable[NodeRef]) -> list[edges.NodeRef]:
    """Several nodes of an answer."""
    return [node_ref(naming.show(ref.key, ref.caption)) for ref in found]


def snapshot_info(state: SnapshotState) -> answers.SnapshotInfo:
    """The state of the graph an answer was computed on."""
    return answers.SnapshotInfo(
        version=str(state.version),
        tenant_version=state.version.tenant,
        reference_version=state.version.reference,
        read_at=state.version.read_at,
        age_seconds=round(state.age_seconds, 3),
        staleness_bound_seconds=state.bound_seconds,
    )


def source(view: SourceView) -> edges.Source:
    """A source."""
    return edges.Source(
        id=strawberry.ID(view.id),
        system=view.system,
        dataset=view.dataset,
        version=view.version,
        licence=view.licence,
        attribution=view.attribution,
        trust=view.trust,
        synthetic=view.synthetic,
    )


def edge(view: EdgeView) -> edges.Edge:
    """An edge as this caller may see it for this purpose."""
    cited, stated = view.cited, view.cited.edge.properties
    start = view.naming.show(cited.edge.start, cited.start_caption)
    end = view.naming.show(cited.edge.end, cited.end_caption)
    records = view.payloads or (start.named and end.named)
    return edges.Edge(
        id=strawberry.ID(cited.edge.edge_id),
        type=cited.edge.rel_type,
        meaning=load_ontology().relationship(cited.edge.rel_type).meaning,
        start=node_ref(start),
        end=node_ref(end),
        properties=_properties(cited.edge.rel_type, stated, view.purpose),
        confidence=_float(stated.get("confidence"), 1.0),
        confidence_method=str(stated.get("confidence_method") or ""),
        observed_at=_moment(stated.get("observed_at")),
        valid_from=_day(stated.get("valid_from")),
        valid_to=_day(stated.get("valid_to")),
        source_count=int(_float(stated.get("source_count"), 1)),
        review_state=str(stated.get("review_state") or "auto"),
        assertions=[_assertion(one, records, view.payloads) for one in cited.assertions],
    )


def _assertion(record: AssertionRecord, records: bool, payloads: bool) -> edges.Assertion:
    return edges.Assertion(
        id=strawberry.ID(record.id),
        source=source(source_view(record.source)),
        record=record.source_record if records else None,
        observed_at=record.observed_at,
        confidence=record.confidence,
        method=record.method,
        extractor_version=record.extractor_version,
        retracts=record.retracts,
        payload=record.payload if payloads else None,
        ingest_run=record.ingest_run if payloads else None,
    )


def _properties(rel_type: str, stated: Mapping[str, Value], purpose: Purpose) -> list[edges.EdgeProperty]:
    allowed = {str(purpose), str(Purpose.PUBLIC)}
    shown = []
    for name, spec in load_ontology().relationship(rel_type).properties.items():
        value = stated.get(name)
        if value is None or not (purpose is Purpose.GOVERNANCE or allowed & set(spec.purposes)):
            continue
        number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        shown.append(edges.EdgeProperty(name=name, meaning=spec.meaning, value=_text(value), number=number))
    return shown


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list):
        return "; ".join(_text(item) for item in value)
    return str(value)


def _float(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) else default


def _moment(value: object) -> datetime | None:
    return value if isinstance(value, datetime) else None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


# -- nodes -----------------------------------------------------------------------------------------------------


def node(inquiry: Inquiry, view: NodeView) -> nodes.Node:
    """A node under the type of its label."""
    match view.shown.label:
        case "Role":
            return role(inquiry, view)
        case "Skill":
            return skill(inquiry, view)
        case "Course":
            return course(inquiry, view)
        case "Person":
            return _person(inquiry, view)
        case label:
            return nodes.Concept(id=strawberry.ID(view.shown.global_id), label=label, name=view.shown.name)


def role(inquiry: Inquiry, view: NodeView) -> nodes.Role:
    """A role with its properties."""
    read = _Reader(inquiry.snapshot, "Role", view.index)
    pay = sees_pay(inquiry)
    return nodes.Role(
        id=strawberry.ID(view.shown.global_id),
        role_id=view.shown.node_id,
        name=view.shown.name,
        alt_names=read.texts("alt_labels"),
        description=read.text("description"),
        scheme=read.text("scheme"),
        code=read.text("code"),
        isco_group=read.text("isco_group"),
        onet_soc_code=read.text("onet_soc_code"),
        esco_uri=read.text("esco_uri"),
        family=read.text("family"),
        level=read.whole("level"),
        track=read.text("track"),
        job_zone=read.whole("job_zone"),
        pay_min=read.number("pay_min") if pay else None,
        pay_max=read.number("pay_max") if pay else None,
        currency=read.text("currency"),
        locations=read.texts("locations"),
    )


def skill(inquiry: Inquiry, view: NodeView) -> nodes.Skill:
    """A skill with its properties."""
    read = _Reader(inquiry.snapshot, "Skill", view.index)
    return nodes.Skill(
        id=strawberry.ID(view.shown.global_id),
        skill_id=view.shown.node_id,
        name=view.shown.name,
        alt_names=read.texts("alt_labels"),
        description=read.text("description"),
        scheme=read.text("scheme"),
        kind=read.text("kind"),
        reuse_level=read.text("reuse_level"),
    )


def course(inquiry: Inquiry, view: NodeView) -> nodes.Course:
    """A course with its properties."""
    read = _Reader(inquiry.snapshot, "Course", view.index)
    return nodes.Course(
        id=strawberry.ID(view.shown.global_id),
        course_id=view.shown.node_id,
        name=view.shown.name,
        description=read.text("description"),
        provider=read.text("provider"),
        cost=read.number("cost"),
        currency=read.text("currency"),
        hours=read.number("hours"),
        modality=read.text("modality"),
        language=read.text("language"),
    )


def _person(inquiry: Inquiry, view: NodeView) -> nodes.Person:
    read = _Reader(inquiry.snapshot, "Person", view.index, view.purpose)
    hired = read.number("hired_on")
    return nodes.Person(
        id=strawberry.ID(view.shown.global_id),
        name=view.shown.name,
        pseudonym=inquiry.snapshot.caption(view.index),
        pseudonymous=not view.shown.named,
        person_id=view.shown.node_id if view.shown.named else None,
        purpose=view.purpose,
        location=read.text("location"),
        country=read.text("country"),
        time_zone=read.text("time_zone"),
        languages=read.texts("languages"),
        hired_on=EPOCH + timedelta(days=hired) if hired is not None else None,
    )


class _Reader:
    """Reads properties of one node; with a purpose only those that may be used for it."""

    def __init__(self, snapshot: Snapshot, label: str, index: int, purpose: Purpose | None = None) -> None:
        self._snapshot, self._label, self._index, self._purpose = snapshot, label, index, purpose

    def _allowed(self, name: str) -> bool:
        return (
            self._purpose is None or str(self._purpose) in load_ontology().node(self._label).properties[name].purposes
        )

    def text(self, name: str) -> str | None:
        return self._snapshot.text(self._label, name, self._index) if self._allowed(name) else None

    def texts(self, name: str) -> list[str]:
        return self._snapshot.text_list(self._label, name, self._index) if self._allowed(name) else []

    def number(self, name: str) -> float | None:
        return self._snapshot.number(self._label, name, self._index) if self._allowed(name) else None

    def whole(self, name: str) -> int | None:
        value = self.number(name)
        return None if value is None else int(value)


def page_info(page: Page) -> nodes.PageInfo:
    """Where the page lies."""
    return nodes.PageInfo(
        has_next_page=page.has_next,
        has_previous_page=page.has_previous,
        start_cursor=page.cursors[0] if page.cursors else None,
        end_cursor=page.cursors[-1] if page.cursors else None,
    )
