"""Search by name, alternate name or with a typo. Persons appear only where table and live consent allow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.authorization import Operation
from api.inquiry import Inquiry
from api.use_cases.catalogue import NodeView, concept, person
from graph.scope import Purpose
from ontology.errors import BadInput
from reasoning.answers import SearchHit

MAX_FIRST = 50
MAX_TEXT = 200
PEOPLE_LOOKED_AT = 200
"""People found by name before those the caller may not see are passed over."""
KINDS = ("Role", "Skill", "Course", "Person")


@dataclass(frozen=True, slots=True)
class SearchQuestion:
    """Text and the labels to look among."""

    text: str
    kinds: tuple[str, ...] = KINDS
    first: int = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A hit that the caller may see."""

    node: NodeView
    hit: SearchHit


def search(inquiry: Inquiry, question: SearchQuestion) -> list[Found]:
    """The best hits, best first. Raises ``BadInput`` for an empty or far too long text."""
    text = question.text.strip()
    if not text or len(text) > MAX_TEXT:
        raise BadInput("The search text is empty or too long.", remedy=f"Send 1 to {MAX_TEXT} characters.")
    if not 1 <= question.first <= MAX_FIRST:
        raise BadInput(f"first is {question.first}.", remedy=f"Ask for 1 to {MAX_FIRST} hits.")
    inquiry.permit(Operation.SEARCH_CATALOGUE, Purpose.PUBLIC)
    found: list[Found] = []
    labels = [kind for kind in question.kinds if kind in KINDS and kind != "Person"]
    if labels:
        hits = inquiry.deps.reasoning.search(inquiry.snapshot, text, labels=labels, first=question.first)
        found += [Found(concept(inquiry, hit.index), hit) for hit in hits]
    if "Person" in question.kinds:
        found += _people(inquiry, text)
    found.sort(key=lambda one: (-one.hit.score, one.node.shown.label, one.node.shown.name, one.node.index))
    return found[: question.first]


def _people(inquiry: Inquiry, text: str) -> list[Found]:
    hits: Sequence[SearchHit] = inquiry.deps.reasoning.search(
        inquiry.snapshot, text, labels=["Person"], first=PEOPLE_LOOKED_AT
    )
    inquiry.load_consents(hit.index for hit in hits)
    seen = [(person(inquiry, hit.index), hit) for hit in hits]
    # A hit on a name that may not be shown would tell whose pseudonym it is.
    return [Found(view, hit) for view, hit in seen if view is not None and view.shown.named]
