"""What the graph holds: edges, nodes, the catalogues page by page, sources and the service itself."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.inquiry import Inquiry
from api.schema import answers, present, problems
from api.schema import nodes as node_types
from api.schema.context import FAILURES, FIRST, Info, purpose_of
from api.schema.edges import Edge, Source
from api.schema.explanations import ModelState, model_state
from api.schema.problems import answering
from api.use_cases import about as about_case
from api.use_cases import catalogue
from api.use_cases import edges as edges_case
from api.use_cases import sources as sources_case

EdgeResult = Annotated[
    Edge | problems.AnyProblem,
    strawberry.union("EdgeResult", description=f"An edge, {FAILURES}"),
]

_AFTER = strawberry.argument(description="Cursor after which the page starts; without it, the first page.")
_SCHEME = strawberry.argument(description="Only those of this classification: esco, onet or company.")
_FAMILY = strawberry.argument(description="Only roles of this job family.")
_EDGE_ID = strawberry.argument(description="Id of an edge, as answers cite it.")
_EDGE_IDS = strawberry.argument(description="Ids of up to 200 edges.")
_PURPOSE = strawberry.argument(
    description="See it for this purpose (career_path, skill_gap, mentor_match, analytics, public, governance); "
    "without it, for any your role allows."
)
_NODE_ID = strawberry.argument(description="A global id.")
_NODE_IDS = strawberry.argument(description="Up to 100 global ids.")


@strawberry.type(description="What the service runs on; only administrators see it.")
class StoreInfo:
    """The connected store."""

    product: str = strawberry.field(description="Name of the database product.")
    version: str = strawberry.field(description="Its version.")
    edition: str = strawberry.field(description="Its edition.")
    behind: int = strawberry.field(description="Batches committed since the snapshot was read.")


@strawberry.type(description="The service, its versions and how fresh its answers are.")
class About:
    """Versions, staleness bound and attributions."""

    version: str = strawberry.field(description="Version of Cairn.")
    ontology_version: str = strawberry.field(description="Version of the ontology.")
    tenant: str = strawberry.field(description="Your tenant.")
    snapshot: answers.SnapshotInfo = strawberry.field(description="State of the graph that answers come from.")
    attributions: list[str] = strawberry.field(description="Texts that must be shown with the data.")
    store: StoreInfo | None = strawberry.field(description="The store; null unless you are an administrator.")
    model: ModelState | None = strawberry.field(description="The model of explanations; null: templates word them.")


def _edges(inquiry: Inquiry, ids: list[strawberry.ID], purpose: str | None) -> list[Edge | problems.NotInGraph]:
    found = edges_case.edges(inquiry, [str(one) for one in ids], purpose_of(purpose))
    missing = problems.NotInGraph(
        code="NOT_IN_GRAPH",
        message="No such edge is in the graph, or not for you.",
        remedy="Check the id; ask for the answer again if its data has changed.",
    )
    return [present.edge(view) if view is not None else missing for view in found]


def _nodes(inquiry: Inquiry, ids: list[strawberry.ID]) -> list[node_types.Node | None]:
    views = catalogue.nodes(inquiry, [str(one) for one in ids])
    return [present.node(inquiry, view) if view is not None else None for view in views]


def _resolve_edge(
    info: Info,
    id: Annotated[strawberry.ID, _EDGE_ID],
    purpose: Annotated[str | None, _PURPOSE] = None,
) -> EdgeResult:
    """One edge."""
    return answering(lambda: _edges(info.context.inquiry, [id], purpose)[0])


def _resolve_edges(
    info: Info,
    ids: Annotated[list[strawberry.ID], _EDGE_IDS],
    purpose: Annotated[str | None, _PURPOSE] = None,
) -> list[EdgeResult]:
    """Several edges."""
    found = answering(lambda: _edges(info.context.inquiry, ids, purpose))
    return list(found) if isinstance(found, list) else [found] * min(len(ids), 1)


def _resolve_node(info: Info, id: Annotated[strawberry.ID, _NODE_ID]) -> node_types.Node | None:
    """One node."""
    return _nodes(info.context.inquiry, [id])[0]


def _resolve_nodes(info: Info, ids: Annotated[list[strawberry.ID], _NODE_IDS]) -> list[node_types.Node | None]:
    """Several nodes."""
    return _nodes(info.context.inquiry, ids)


def _resolve_roles(
    info: Info,
    first: Annotated[int, FIRST] = catalogue.DEFAULT_PAGE,
    after: Annotated[str | None, _AFTER] = None,
    scheme: Annotated[str | None, _SCHEME] = None,
    family: Annotated[str | None, _FAMILY] = None,
) -> node_types.RoleConnection:
    """Roles."""
    inquiry = info.context.inquiry
    page = catalogue.page(inquiry, "Role", first, after, {"scheme": scheme, "family": family})
    shown = [present.role(inquiry, view) for view in page.nodes]
    edges = [node_types.RoleEdge(cursor=cursor, node=one) for cursor, one in zip(page.cursors, shown, strict=True)]
    return node_types.RoleConnection(edges=edges, nodes=shown, page_info=present.page_info(page))


def _resolve_skills(
    info: Info,
    first: Annotated[int, FIRST] = catalogue.DEFAULT_PAGE,
    after: Annotated[str | None, _AFTER] = None,
    scheme: Annotated[str | None, _SCHEME] = None,
) -> node_types.SkillConnection:
    """Skills."""
    inquiry = info.context.inquiry
    page = catalogue.page(inquiry, "Skill", first, after, {"scheme": scheme})
    shown = [present.skill(inquiry, view) for view in page.nodes]
    edges = [node_types.SkillEdge(cursor=cursor, node=one) for cursor, one in zip(page.cursors, shown, strict=True)]
    return node_types.SkillConnection(edges=edges, nodes=shown, page_info=present.page_info(page))


def _resolve_courses(
    info: Info,
    first: Annotated[int, FIRST] = catalogue.DEFAULT_PAGE,
    after: Annotated[str | None, _AFTER] = None,
) -> node_types.CourseConnection:
    """Courses."""
    inquiry = info.context.inquiry
    page = catalogue.page(inquiry, "Course", first, after, {})
    shown = [present.course(inquiry, view) for view in page.nodes]
    edges = [node_types.CourseEdge(cursor=cursor, node=one) for cursor, one in zip(page.cursors, shown, strict=True)]
    return node_types.CourseConnection(edges=edges, nodes=shown, page_info=present.page_info(page))


def _resolve_sources(info: Info) -> list[Source]:
    """Sources."""
    return [present.source(view) for view in sources_case.sources(info.context.inquiry)]


def _resolve_about(info: Info) -> About:
    """About the service."""
    inquiry = info.context.inquiry
    view = about_case.about(inquiry)
    texts = [view.attribution for view in sources_case.sources(inquiry) if view.attribution]
    store = None
    if view.store is not None:
        store = StoreInfo(
            product=view.store.product,
            version=view.store.version,
            edition=view.store.edition,
            behind=view.behind or 0,
        )
    return About(
        version=view.version,
        ontology_version=view.ontology_version,
        tenant=view.tenant_id,
        snapshot=present.snapshot_info(view.state),
        attributions=list(dict.fromkeys(texts)),
        store=store,
        model=model_state(inquiry, operator=view.store is not None),
    )


@strawberry.type
class CatalogueQueries:
    """Edges, nodes, catalogues, sources and the service."""

    edge: EdgeResult = strawberry.field(
        resolver=_resolve_edge, description="An edge that an answer cites, with every source's statement behind it."
    )
    edges: list[EdgeResult] = strawberry.field(
        resolver=_resolve_edges, description="Several edges, in the order of the ids."
    )
    node: node_types.Node | None = strawberry.field(
        resolver=_resolve_node, description="A node by its global id (Relay); null when there is none that you may see."
    )
    nodes: list[node_types.Node | None] = strawberry.field(
        resolver=_resolve_nodes, description="Several nodes by their global ids, in the order of the ids."
    )
    roles: node_types.RoleConnection = strawberry.field(resolver=_resolve_roles, description="All roles, page by page.")
    skills: node_types.SkillConnection = strawberry.field(
        resolver=_resolve_skills, description="All skills, page by page."
    )
    courses: node_types.CourseConnection = strawberry.field(
        resolver=_resolve_courses, description="All courses, page by page."
    )
    sources: list[Source] = strawberry.field(
        resolver=_resolve_sources, description="Where the data comes from, with licence and the attribution to show."
    )
    about: About = strawberry.field(
        resolver=_resolve_about, description="The service, its versions and how fresh its answers are."
    )
