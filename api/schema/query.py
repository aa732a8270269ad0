"""The root of the schema. Each field calls one use case and returns finished data; nothing below it does I/O."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

import strawberry
from graphql import DocumentNode

from api.inquiry import Inquiry
from api.schema import answers, present, present_answers, problems
from api.schema import nodes as node_types
from api.schema.edges import Edge, Source
from api.schema.inputs import CareerPathInput, MentorMatchInput, SearchInput, SkillGapInput
from api.schema.problems import answering
from api.schema.transitions import AdjacentRolesResult, RoleOrder, TransitionResult, listed, told
from api.use_cases import about as about_case
from api.use_cases import career_path as career_path_case
from api.use_cases import catalogue
from api.use_cases import edges as edges_case
from api.use_cases import mentor_match as mentor_match_case
from api.use_cases import search as search_case
from api.use_cases import skill_gap as skill_gap_case
from api.use_cases import sources as sources_case
from api.use_cases.answered import state_of
from graph.scope import Purpose
from ontology.errors import BadInput


@dataclass(frozen=True, slots=True)
class RequestContext:
    """What resolvers get: the caller's inquiry, the id of the request, and the document checked beforehand."""

    inquiry: Inquiry
    request_id: str
    document: DocumentNode | None = None


Info: TypeAlias = strawberry.Info[RequestContext, None]

_FAILURES = "or why there is none."

CareerPathResult = Annotated[
    answers.CareerPathAnswer | problems.AnyProblem,
    strawberry.union("CareerPathResult", description=f"Career paths, {_FAILURES}"),
]
SkillGapResult = Annotated[
    answers.SkillGapAnswer | problems.AnyProblem,
    strawberry.union("SkillGapResult", description=f"A skill gap, {_FAILURES}"),
]
MentorMatchResult = Annotated[
    answers.MentorMatchAnswer | problems.AnyProblem,
    strawberry.union("MentorMatchResult", description=f"Mentors, {_FAILURES}"),
]
SearchResult = Annotated[
    answers.SearchAnswer | problems.AnyProblem,
    strawberry.union("SearchResult", description=f"Hits, {_FAILURES}"),
]
EdgeResult = Annotated[
    Edge | problems.AnyProblem,
    strawberry.union("EdgeResult", description=f"An edge, {_FAILURES}"),
]

_INPUT = strawberry.argument(description="What is asked.")
_FIRST = strawberry.argument(description="How many at most (1 to 100).")
_AFTER = strawberry.argument(description="Cursor after which the page starts; without it, the first page.")
_SCHEME = strawberry.argument(description="Only those of this classification: esco, onet or company.")
_FAMILY = strawberry.argument(description="Only roles of this job family.")
_FROM = strawberry.argument(
    name="from", description="The role moved from: an ESCO URI, an O*NET-SOC code or another id."
)
_TO = strawberry.argument(description="The role moved to.")
_NEXT_TO = strawberry.argument(description="The role: an ESCO URI, an O*NET-SOC code or another id.")
_BY = strawberry.argument(description="Most alike, or easiest to move into.")
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


def _edges(inquiry: Inquiry, ids: list[strawberry.ID], purpose: str | None) -> list[Edge | problems.NotInGraph]:
    found = edges_case.edges(inquiry, [str(one) for one in ids], _purpose(purpose))
    missing = problems.NotInGraph(
        code="NOT_IN_GRAPH",
        message="No such edge is in the graph, or not for you.",
        remedy="Check the id; ask for the answer again if its data has changed.",
    )
    return [present.edge(view) if view is not None else missing for view in found]


def _purpose(text: str | None) -> Purpose | None:
    if text is None:
        return None
    try:
        return Purpose(text)
    except ValueError:
        raise BadInput("There is no such purpose.", remedy=f"Use one of {', '.join(Purpose)}.") from None


def _nodes(inquiry: Inquiry, ids: list[strawberry.ID]) -> list[node_types.Node | None]:
    views = catalogue.nodes(inquiry, [str(one) for one in ids])
    return [present.node(inquiry, view) if view is not None else None for view in views]


def _resolve_career_path(info: Info, input: Annotated[CareerPathInput, _INPUT]) -> CareerPathResult:
    """Career paths."""
    inquiry = info.context.inquiry
    return answering(lambda: present_answers.career_path(career_path_case.career_path(inquiry, input.question())))


def _resolve_skill_gap(info: Info, input: Annotated[SkillGapInput, _INPUT]) -> SkillGapResult:
    """The skill gap."""
    inquiry = info.context.inquiry
    return answering(lambda: present_answers.skill_gap(skill_gap_case.skill_gap(inquiry, input.question())))


def _resolve_mentor_match(info: Info, input: Annotated[MentorMatchInput, _INPUT]) -> MentorMatchResult:
    """Mentors."""
    inquiry = info.context.inquiry
    return answering(lambda: present_answers.mentor_match(mentor_match_case.mentor_match(inquiry, input.question())))


def _resolve_search(info: Info, input: Annotated[SearchInput, _INPUT]) -> SearchResult:
    """Search by name."""
    inquiry = info.context.inquiry
    return answering(
        lambda: present_answers.search_answer(search_case.search(inquiry, input.question()), state_of(inquiry))
    )


def _resolve_transition(
    info: Info,
    from_: Annotated[strawberry.ID, _FROM],
    to: Annotated[strawberry.ID, _TO],
) -> TransitionResult:
    """A move between two roles."""
    return answering(lambda: told(info.context.inquiry, from_, to))


def _resolve_adjacent_roles(
    info: Info,
    role: Annotated[strawberry.ID, _NEXT_TO],
    by: Annotated[RoleOrder, _BY] = RoleOrder.FEASIBILITY,
    first: Annotated[int, _FIRST] = catalogue.DEFAULT_PAGE,
) -> AdjacentRolesResult:
    """Roles next to one."""
    return answering(lambda: listed(info.context.inquiry, role, by, first))


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
    first: Annotated[int, _FIRST] = catalogue.DEFAULT_PAGE,
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
    first: Annotated[int, _FIRST] = catalogue.DEFAULT_PAGE,
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
    first: Annotated[int, _FIRST] = catalogue.DEFAULT_PAGE,
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
    )


@strawberry.type(description="Everything that can be asked.")
class Query:
    """Root of the schema."""

    career_path: CareerPathResult = strawberry.field(
        resolver=_resolve_career_path,
        description="Ways from a person or a role to a role, with evidence for every step.",
    )
    skill_gap: SkillGapResult = strawberry.field(
        resolver=_resolve_skill_gap, description="What a person lacks for a role, with courses that close each gap."
    )
    mentor_match: MentorMatchResult = strawberry.field(
        resolver=_resolve_mentor_match, description="Who can help a person towards a role or in skills, best first."
    )
    transition: TransitionResult = strawberry.field(
        resolver=_resolve_transition,
        description="How feasible a move between two roles is, what adds up to that, and why.",
    )
    adjacent_roles: AdjacentRolesResult = strawberry.field(
        resolver=_resolve_adjacent_roles,
        description="Roles of the same scheme next to one: the most alike, or the easiest to move into.",
    )
    search: SearchResult = strawberry.field(
        resolver=_resolve_search,
        description="Roles, skills, courses and people by name, alternate name or with a typo.",
    )
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
