"""What can be explained: every root field whose answer makes claims, its arguments as one input. It asks them only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, cast

import strawberry
from strawberry.types import get_object_definition

from api.schema.cohort_inputs import CohortMatchInput
from api.schema.context import Info
from api.schema.documents import DocumentKind
from api.schema.inputs import MentorMatchInput, SkillGapInput
from api.schema.path_inputs import CareerPathInput
from api.schema.path_inquiry_inputs import ReachableRolesInput, WhatIfInput, WhoCouldReachInput, WhyNotInput
from api.schema.plan_inputs import LearningPlanInput
from api.schema.problems import answering
from api.schema.query import Query
from api.schema.unlocks import UnlocksInput
from ontology.errors import BadInput

AS_OF = frozenset({"career_path", "skill_gap", "mentor_match", "transition"})
"""The questions that can be asked as of a past moment, by their Python names."""


def _of(name: str) -> Any:
    return strawberry.field(default=strawberry.UNSET, description=f"The input of `{name}`.")


def _left_out(description: str) -> Any:
    return strawberry.field(default=strawberry.UNSET, description=description)


@strawberry.input(description="A move between two roles.")
class ExplainTransition:
    """The arguments of `transition`."""

    from_: strawberry.ID = strawberry.field(name="from", description="The role moved from.")
    to: strawberry.ID = strawberry.field(description="The role moved to.")


@strawberry.input(description="A question to policies and playbooks.")
class ExplainDocuments:
    """The arguments of `documents`."""

    question: str = strawberry.field(description="The question in words (1 to 500 characters).")
    as_of: date | None = _left_out("The day whose rules are asked for; today without it.")
    first: int = strawberry.field(default=5, description="How many passages at most (1 to 20).")
    kinds: list[DocumentKind] | None = _left_out("Only documents of these kinds; all without it.")


@strawberry.input(description="Whose situation the plays are to fit.")
class ExplainPlays:
    """The arguments of `plays`."""

    person: strawberry.ID | None = _left_out("A global id or the identifier of the HR system. Without it, you.")


@strawberry.input(description="A question to the graph as a whole.")
class ExplainThemes:
    """The arguments of `themes`."""

    question: str = strawberry.field(description="The question in words (1 to 500 characters).")
    first: int = strawberry.field(default=5, description="How many reports at most (1 to 20).")


@strawberry.input(one_of=True, description="The question to explain: exactly one.")
class ExplainQuestion:
    """One input of one question; the names are those of the root fields."""

    career_path: CareerPathInput | None = _of("careerPath")
    skill_gap: SkillGapInput | None = _of("skillGap")
    mentor_match: MentorMatchInput | None = _of("mentorMatch")
    learning_plan: LearningPlanInput | None = _of("learningPlan")
    cohort_match: CohortMatchInput | None = _of("cohortMatch")
    unlocks: UnlocksInput | None = _of("unlocks")
    why_not: WhyNotInput | None = _of("whyNot")
    path_sensitivity: CareerPathInput | None = _of("pathSensitivity")
    what_if: WhatIfInput | None = _of("whatIf")
    reachable_roles: ReachableRolesInput | None = _of("reachableRoles")
    who_could_reach: WhoCouldReachInput | None = _of("whoCouldReach")
    transition: ExplainTransition | None = _of("transition")
    documents: ExplainDocuments | None = _of("documents")
    plays: ExplainPlays | None = _of("plays")
    themes: ExplainThemes | None = _of("themes")


ARGUMENTS: Mapping[str, Mapping[str, str]] = {
    "transition": {"from": "ID!", "to": "ID!"},
    "documents": {"question": "String!", "asOf": "Date", "first": "Int", "kinds": "[DocumentKind!]"},
    "plays": {"person": "ID"},
    "themes": {"question": "String!", "first": "Int"},
}
"""The questions whose root field takes arguments instead of one `input`: how a document declares them."""
_FLAT = (ExplainTransition, ExplainDocuments, ExplainPlays, ExplainThemes)


def ask(info: Info, question: ExplainQuestion, as_of: datetime | None) -> object:
    """What the root field of the question answers, a problem included."""
    name, given = next((name, value) for name, value in vars(question).items() if value is not strawberry.UNSET)
    arguments: dict[str, object] = {"input": given}
    if isinstance(given, _FLAT):
        arguments = {each: value for each, value in vars(given).items() if value is not strawberry.UNSET}
    if as_of is not None:
        if name not in AS_OF:
            return answering(_no_past)
        arguments["as_of"] = as_of
    return _resolvers()[name](info, **arguments)


def _no_past() -> object:
    raise BadInput(
        "This question is not asked as of a past moment.",
        remedy="Leave asOf out, or explain careerPath, skillGap, mentorMatch or transition.",
    )


@cache
def _resolvers() -> Mapping[str, Any]:
    fields = get_object_definition(Query, strict=True).fields
    return {one.python_name: cast("Any", one.base_resolver).wrapped_func for one in fields if one.base_resolver}
