"""Nodes and their connections: the Relay interface, roles, skills, courses, persons and everything else."""

from __future__ import annotations

from datetime import date

import strawberry

from api.schema.described import meaning_of, node_meaning

_ID = "Global id, unique in the whole schema."
_CURSOR = "Opaque position; give it back as `after`."


@strawberry.interface(description="Anything with a global id (Relay).")
class Node:
    """The Relay node interface."""

    id: strawberry.ID = strawberry.field(description=_ID)


@strawberry.type(description=node_meaning("Role"))
class Role(Node):
    """Mirrors the ontology's Role."""

    role_id: str = strawberry.field(description=meaning_of("Role", "id"))
    name: str = strawberry.field(description=meaning_of("Role", "name"))
    alt_names: list[str] = strawberry.field(description=meaning_of("Role", "alt_labels"))
    description: str | None = strawberry.field(description=meaning_of("Role", "description"))
    scheme: str | None = strawberry.field(description=meaning_of("Role", "scheme"))
    code: str | None = strawberry.field(description=meaning_of("Role", "code"))
    isco_group: str | None = strawberry.field(description=meaning_of("Role", "isco_group"))
    onet_soc_code: str | None = strawberry.field(description=meaning_of("Role", "onet_soc_code"))
    esco_uri: str | None = strawberry.field(description=meaning_of("Role", "esco_uri"))
    family: str | None = strawberry.field(description=meaning_of("Role", "family"))
    level: int | None = strawberry.field(description=meaning_of("Role", "level"))
    track: str | None = strawberry.field(description=meaning_of("Role", "track"))
    job_zone: int | None = strawberry.field(description=meaning_of("Role", "job_zone"))
    pay_min: float | None = strawberry.field(
        description=meaning_of("Role", "pay_min") + " Null where you may not see it."
    )
    pay_max: float | None = strawberry.field(
        description=meaning_of("Role", "pay_max") + " Null where you may not see it."
    )
    currency: str | None = strawberry.field(description=meaning_of("Role", "currency"))
    locations: list[str] = strawberry.field(description=meaning_of("Role", "locations"))


@strawberry.type(description=node_meaning("Skill"))
class Skill(Node):
    """Mirrors the ontology's Skill."""

    skill_id: str = strawberry.field(description=meaning_of("Skill", "id"))
    name: str = strawberry.field(description=meaning_of("Skill", "name"))
    alt_names: list[str] = strawberry.field(description=meaning_of("Skill", "alt_labels"))
    description: str | None = strawberry.field(description=meaning_of("Skill", "description"))
    scheme: str | None = strawberry.field(description=meaning_of("Skill", "scheme"))
    kind: str | None = strawberry.field(description=meaning_of("Skill", "kind"))
    reuse_level: str | None = strawberry.field(description=meaning_of("Skill", "reuse_level"))


@strawberry.type(description=node_meaning("Course"))
class Course(Node):
    """Mirrors the ontology's Course."""

    course_id: str = strawberry.field(description=meaning_of("Course", "id"))
    name: str = strawberry.field(description=meaning_of("Course", "name"))
    description: str | None = strawberry.field(description=meaning_of("Course", "description"))
    provider: str | None = strawberry.field(description=meaning_of("Course", "provider"))
    cost: float | None = strawberry.field(description=meaning_of("Course", "cost"))
    currency: str | None = strawberry.field(description=meaning_of("Course", "currency"))
    hours: float | None = strawberry.field(description=meaning_of("Course", "hours"))
    modality: str | None = strawberry.field(description=meaning_of("Course", "modality"))
    language: str | None = strawberry.field(description=meaning_of("Course", "language"))


@strawberry.type(description=node_meaning("Person"))
class Person(Node):
    """Mirrors the ontology's Person, as far as the caller may see."""

    name: str = strawberry.field(description="Name, or the pseudonym where the name may not be shown to you.")
    pseudonym: str = strawberry.field(description=meaning_of("Person", "pseudonym"))
    pseudonymous: bool = strawberry.field(description="True when the name may not be shown to you.")
    person_id: str | None = strawberry.field(description=meaning_of("Person", "id") + " Null under a pseudonym.")
    purpose: str = strawberry.field(description="The purpose under which you see the person.")
    location: str | None = strawberry.field(description=meaning_of("Person", "location"))
    country: str | None = strawberry.field(description=meaning_of("Person", "country"))
    time_zone: str | None = strawberry.field(description=meaning_of("Person", "time_zone"))
    languages: list[str] = strawberry.field(description=meaning_of("Person", "languages"))
    hired_on: date | None = strawberry.field(description=meaning_of("Person", "hired_on"))


@strawberry.type(description="Any other node: a group of a classification, a task, a technology, a unit, a posting.")
class Concept(Node):
    """What has no type of its own."""

    label: str = strawberry.field(description="Label of the node.")
    name: str = strawberry.field(description="What to call it.")


@strawberry.type(description="Where a page lies in its connection (Relay).")
class PageInfo:
    """Relay's page information."""

    has_next_page: bool = strawberry.field(description="Whether there is more after this page.")
    has_previous_page: bool = strawberry.field(description="Whether there is something before this page.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first node of the page.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last node of the page; give it as `after`.")


@strawberry.type(description="A role and its position.")
class RoleEdge:
    """Relay edge."""

    cursor: str = strawberry.field(description=_CURSOR)
    node: Role = strawberry.field(description="The role.")


@strawberry.type(description="A page of roles, ordered by tenant and id.")
class RoleConnection:
    """Relay connection."""

    edges: list[RoleEdge] = strawberry.field(description="The roles with their cursors.")
    nodes: list[Role] = strawberry.field(description="The roles without their cursors.")
    page_info: PageInfo = strawberry.field(description="Where the page lies.")


@strawberry.type(description="A skill and its position.")
class SkillEdge:
    """Relay edge."""

    cursor: str = strawberry.field(description=_CURSOR)
    node: Skill = strawberry.field(description="The skill.")


@strawberry.type(description="A page of skills, ordered by tenant and id.")
class SkillConnection:
    """Relay connection."""

    edges: list[SkillEdge] = strawberry.field(description="The skills with their cursors.")
    nodes: list[Skill] = strawberry.field(description="The skills without their cursors.")
    page_info: PageInfo = strawberry.field(description="Where the page lies.")


@strawberry.type(description="A course and its position.")
class CourseEdge:
    """Relay edge."""

    cursor: str = strawberry.field(description=_CURSOR)
    node: Course = strawberry.field(description="The course.")


@strawberry.type(description="A page of courses, ordered by tenant and id.")
class CourseConnection:
    """Relay connection."""

    edges: list[CourseEdge] = strawberry.field(description="The courses with their cursors.")
    nodes: list[Course] = strawberry.field(description="The courses without their cursors.")
    page_info: PageInfo = strawberry.field(description="Where the page lies.")
