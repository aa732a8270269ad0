"""themes: types, their making, and the root field."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.schema import problems
from api.schema.answers import Answer, Sentence
from api.schema.context import FAILURES, Info
from api.schema.described import meaning_of
from api.schema.edges import Edge, NodeRef
from api.schema.present_answers import Presenter
from api.schema.problems import answering
from api.use_cases.answered import Answered
from api.use_cases.themes import ThemesQuestion, ThemesShown
from api.use_cases.themes import themes as themes_case


@strawberry.type(description="A report on a group of roles, skills, courses and passages that hang together.")
class Theme:
    """A report with what it rests on."""

    report: NodeRef = strawberry.field(description="The report.")
    text: str = strawberry.field(description=meaning_of("CommunityReport", "text"))
    origin: str = strawberry.field(description=meaning_of("CommunityReport", "origin"))
    depth: int = strawberry.field(description=meaning_of("CommunityReport", "depth"))
    members: list[NodeRef] = strawberry.field(description="What it speaks of, the most connected first.")
    edge_ids: list[strawberry.ID] = strawberry.field(description=meaning_of("CommunityReport", "edge_ids"))
    edges_standing: int = strawberry.field(description="How many of these edges are still there.")
    score: float = strawberry.field(description="Sum of reciprocal ranks; compares reports of one answer alone.")
    evidence: list[Edge] = strawberry.field(description="The edges that tie the report to its members, read back.")
    sentences: list[Sentence] = strawberry.field(description="What it covers, in one verified sentence.")


@strawberry.type(description="What hangs together, as far as it fits the question.")
class ThemesAnswer(Answer):
    """Answer to themes."""

    question: str = strawberry.field(description="The question.")
    themes: list[Theme] = strawberry.field(description="The reports, best first.")
    considered: int = strawberry.field(description="How many reports there are.")


ThemesResult = Annotated[
    ThemesAnswer | problems.AnyProblem,
    strawberry.union("ThemesResult", description=f"Themes, {FAILURES}"),
]
_QUESTION = strawberry.argument(description="The question in words (1 to 500 characters).")
_FIRST = strawberry.argument(description="How many reports at most (1 to 20).")


def present(answered: Answered[ThemesShown]) -> ThemesAnswer:
    """The answer to themes."""
    show, shown = Presenter(answered), answered.answer
    return ThemesAnswer(
        **show.common(),
        question=shown.found.question,
        themes=[
            Theme(
                report=show.ref(hit.report),
                text=hit.text,
                origin=hit.origin,
                depth=hit.depth,
                members=show.refs(hit.members),
                edge_ids=[strawberry.ID(one) for one in hit.edge_ids],
                edges_standing=shown.standing[hit.report.key.id],
                score=hit.score,
                evidence=show.evidence(hit.evidence),
                sentences=show.sentences(hit.claims),
            )
            for hit in shown.found.themes
        ],
        considered=shown.found.considered,
    )


def _resolve(
    info: Info,
    question: Annotated[str, _QUESTION],
    first: Annotated[int, _FIRST] = 5,
) -> ThemesResult:
    """Themes."""
    return answering(lambda: present(themes_case(info.context.inquiry, ThemesQuestion(question, first))))


@strawberry.type
class ThemeQueries:
    """The question of planners to the graph as a whole."""

    themes: ThemesResult = strawberry.field(
        resolver=_resolve,
        description="What hangs together in the graph: reports on groups, for planners; built by `cairn themes build`.",
    )
