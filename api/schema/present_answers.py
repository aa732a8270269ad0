"""From verified answers to GraphQL types. Each edge is presented once and shared by the parts that cite it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import strawberry

from api.naming import Naming
from api.schema import answers, edges, reviews
from api.schema.explanations import Explainer
from api.schema.present import edge, node_ref, refs, snapshot_info
from api.schema.recency import recency_rules
from api.use_cases.answered import Answered, SnapshotState
from api.use_cases.edges import EdgeView
from api.use_cases.search import Found
from reasoning.answers import CourseOption, MentorMatchAnswer, SkillGapAnswer
from reasoning.evidence import Claim, EdgeRef, NodeRef, Sentence, with_links


class Presenter:
    """Presents the parts that every kind of answer has."""

    def __init__(self, answered: Answered[Any]) -> None:  # the kind of answer does not matter here
        self._answered = answered
        self._naming: Naming = answered.naming
        self._edges: dict[str, edges.Edge] = {}

    def evidence(self, found: Iterable[EdgeRef]) -> list[edges.Edge]:
        """The edges that were read back, each once."""
        ids = dict.fromkeys(ref.edge_id for ref in with_links(found))
        return [self._edge(edge_id) for edge_id in ids if edge_id in self._answered.evidence]

    def _edge(self, edge_id: str) -> edges.Edge:
        if edge_id not in self._edges:
            cited = self._answered.evidence[edge_id]
            self._edges[edge_id] = edge(EdgeView(cited, self._answered.purpose, self._naming))
        return self._edges[edge_id]

    def ref(self, found: NodeRef) -> edges.NodeRef:
        """A node as the caller may see it."""
        return node_ref(self._naming.show(found.key, found.caption))

    def maybe(self, found: NodeRef | None) -> edges.NodeRef | None:
        """The same where there may be none."""
        return None if found is None else self.ref(found)

    def refs(self, found: Iterable[NodeRef]) -> list[edges.NodeRef]:
        """Several nodes as the caller may see them."""
        return refs(self._naming, found)

    def sentences(self, claims: Iterable[Claim]) -> list[answers.Sentence]:
        """The released sentences of the claims."""
        return [_sentence(spoken) for spoken in self._answered.spoken(claims)]

    def withheld(self) -> list[answers.Withheld]:
        """What was withheld."""
        return [
            answers.Withheld(what=one.what, code=one.code, message=one.message, edge_ids=_ids(one.edge_ids))
            for one in self._answered.withheld
        ]

    def common(self) -> dict[str, Any]:
        """The fields of every answer (see ``answers.Answer``), for its constructor."""
        answered = self._answered
        return {
            "answer_id": answered.answer_id,
            "review": reviews.shown(answered.review),
            "snapshot": self.snapshot,
            "complete": not answered.withheld,
            "withheld": self.withheld(),
            "sentences": self.sentences(answered.answer.claims),
            "explainer": Explainer(answered, self.evidence),
        }

    @property
    def snapshot(self) -> answers.SnapshotInfo:
        """The state of the graph answered from."""
        return snapshot_info(self._answered.state)


def _ids(given: Iterable[str]) -> list[strawberry.ID]:
    return [strawberry.ID(one) for one in given]


def _sentence(spoken: Sentence) -> answers.Sentence:
    return answers.Sentence(
        text=spoken.text, kind=str(spoken.kind), edge_ids=_ids(spoken.edge_ids), origin=spoken.origin
    )


def skill_gap(answered: Answered[SkillGapAnswer]) -> answers.SkillGapAnswer:
    """The answer to skillGap."""
    show, found = Presenter(answered), answered.answer
    items = [
        answers.SkillGapItem(
            skill=show.ref(item.skill),
            essential=item.essential,
            weight=item.weight,
            required_level=item.required_level,
            held_level=item.held_level,
            stated_level=item.stated_level,
            last_evidence=item.last_evidence,
            recency_rule=item.recency_rule,
            status=item.status,
            covered_by=show.maybe(item.covered_by),
            cover=item.cover,
            nearest=show.maybe(item.nearest),
            searched=item.searched,
            courses=[_course(show, course) for course in item.courses],
            evidence=show.evidence(item.evidence),
            sentences=show.sentences(item.claims),
        )
        for item in found.items
    ]
    partial = any(one.what == "requirement" for one in answered.withheld)
    return answers.SkillGapAnswer(
        **show.common(),
        subject=show.ref(found.subject),
        target=show.ref(found.target),
        coverage=None if partial else found.coverage,
        items=items,
        recency=recency_rules(found.recency),
    )


def _course(show: Presenter, option: CourseOption) -> answers.CourseOption:
    return answers.CourseOption(
        course=show.ref(option.course),
        to_level=option.to_level,
        closes=option.closes,
        cost=option.cost,
        currency=option.currency,
        hours=option.hours,
        prerequisites=show.refs(option.prerequisites),
        evidence=show.evidence(option.evidence),
    )


def mentor_match(answered: Answered[MentorMatchAnswer]) -> answers.MentorMatchAnswer:
    """The answer to mentorMatch."""
    show, found = Presenter(answered), answered.answer
    candidates = [
        answers.MentorCandidate(
            mentor=show.ref(one.mentor),
            score=one.score,
            components=[
                answers.ScoreComponent(name=part.name, weight=part.weight, contribution=part.contribution)
                for part in one.components
            ],
            counter_reasons=list(one.counter_reasons),
            skills=show.refs(one.skills),
            made_move=one.made_move,
            capacity=one.capacity,
            shared_language=one.shared_language,
            hours_apart=one.hours_apart,
            common_hours=one.common_hours,
            active=one.active,
            finished=one.finished,
            rating=one.rating,
            distance=one.distance,
            evidence=show.evidence(one.evidence),
            sentences=show.sentences(one.claims),
        )
        for one in found.candidates
    ]
    return answers.MentorMatchAnswer(
        **show.common(),
        subject=show.ref(found.subject),
        target=show.maybe(found.target),
        wanted=show.refs(found.wanted),
        candidates=candidates,
        considered=found.considered,
    )


def search_answer(found: Iterable[Found], state: SnapshotState) -> answers.SearchAnswer:
    """The answer to search."""
    hits = [
        answers.SearchHit(
            node=node_ref(one.node.shown),
            matched=one.node.shown.name if one.node.shown.label == "Person" else one.hit.matched,
            match=one.hit.match,
            score=one.hit.score,
        )
        for one in found
    ]
    return answers.SearchAnswer(hits=hits, snapshot=snapshot_info(state))
