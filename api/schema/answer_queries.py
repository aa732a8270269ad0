"""Questions that are reasoned about: paths, gaps, mentors, moves between roles, search."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from api import past
from api.schema import answers, paths, present_answers, present_paths, problems
from api.schema.context import FAILURES, FIRST, Info
from api.schema.inputs import MentorMatchInput, SearchInput, SkillGapInput
from api.schema.path_inputs import CareerPathInput
from api.schema.problems import answering
from api.schema.transitions import AdjacentRolesResult, RoleOrder, TransitionResult, listed, told
from api.use_cases import career_path as career_path_case
from api.use_cases import catalogue
from api.use_cases import mentor_match as mentor_match_case
from api.use_cases import search as search_case
from api.use_cases import skill_gap as skill_gap_case
from api.use_cases.answered import state_of

CareerPathResult = Annotated[
    paths.CareerPathAnswer | problems.AnyProblem,
    strawberry.union("CareerPathResult", description=f"Career paths, {FAILURES}"),
]
SkillGapResult = Annotated[
    answers.SkillGapAnswer | problems.AnyProblem,
    strawberry.union("SkillGapResult", description=f"A skill gap, {FAILURES}"),
]
MentorMatchResult = Annotated[
    answers.MentorMatchAnswer | problems.AnyProblem,
    strawberry.union("MentorMatchResult", description=f"Mentors, {FAILURES}"),
]
SearchResult = Annotated[
    answers.SearchAnswer | problems.AnyProblem,
    strawberry.union("SearchResult", description=f"Hits, {FAILURES}"),
]

_AS_OF = strawberry.argument(
    description="Answer on the graph as it was known at this past moment, if that state is still kept; who may see "
    "what, and who agrees, is decided today. Without it, the graph as it is."
)
_INPUT = strawberry.argument(description="What is asked.")
_FROM = strawberry.argument(
    name="from", description="The role moved from: an ESCO URI, an O*NET-SOC code or another id."
)
_TO = strawberry.argument(description="The role moved to.")
_NEXT_TO = strawberry.argument(description="The role: an ESCO URI, an O*NET-SOC code or another id.")
_BY = strawberry.argument(description="Most alike, or easiest to move into.")


def _resolve_career_path(
    info: Info,
    input: Annotated[CareerPathInput, _INPUT],
    as_of: Annotated[datetime | None, _AS_OF] = None,
) -> CareerPathResult:
    """Career paths."""
    return answering(
        lambda: present_paths.career_path(
            career_path_case.career_path(past.as_of(info.context.inquiry, as_of), input.question())
        )
    )


def _resolve_skill_gap(
    info: Info,
    input: Annotated[SkillGapInput, _INPUT],
    as_of: Annotated[datetime | None, _AS_OF] = None,
) -> SkillGapResult:
    """The skill gap."""
    return answering(
        lambda: present_answers.skill_gap(
            skill_gap_case.skill_gap(past.as_of(info.context.inquiry, as_of), input.question())
        )
    )


def _resolve_mentor_match(
    info: Info,
    input: Annotated[MentorMatchInput, _INPUT],
    as_of: Annotated[datetime | None, _AS_OF] = None,
) -> MentorMatchResult:
    """Mentors."""
    return answering(
        lambda: present_answers.mentor_match(
            mentor_match_case.mentor_match(past.as_of(info.context.inquiry, as_of), input.question())
        )
    )


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
    as_of: Annotated[datetime | None, _AS_OF] = None,
) -> TransitionResult:
    """A move between two roles."""
    return answering(lambda: told(past.as_of(info.context.inquiry, as_of), from_, to))


def _resolve_adjacent_roles(
    info: Info,
    role: Annotated[strawberry.ID, _NEXT_TO],
    by: Annotated[RoleOrder, _BY] = RoleOrder.FEASIBILITY,
    first: Annotated[int, FIRST] = catalogue.DEFAULT_PAGE,
) -> AdjacentRolesResult:
    """Roles next to one."""
    return answering(lambda: listed(info.context.inquiry, role, by, first))


@strawberry.type
class AnswerQueries:
    """The questions of the three answers, of moves between roles, and search."""

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
