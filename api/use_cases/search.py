"""Search by name, alternate name or with a typo. Persons appear only where table and live consent allow it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from api.authorization import Operation, Relation, decide, purposes_for
from api.inquiry import Inquiry
from api.standing import tied_people
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
        hits = inquiry.deps.reasoning.search(inquiry.snapshot, text, labels, question.first)
        found += [Found(concept(inquiry, hit.index), hit) for hit in hits]
    if "Person" in question.kinds:
        found += _people(inquiry, text)
    found.sort(key=lambda one: (-one.hit.score, one.node.shown.label, one.node.shown.name, one.node.index))
    return found[: question.first]


def _people(inquiry: Inquiry, text: str) -> list[Found]:
    findable = findable_people(inquiry)
    if not findable.any():
        return []
    hits = inquiry.deps.reasoning.search(inquiry.snapshot, text, ["Person"], PEOPLE_LOOKED_AT, people=findable)
    inquiry.load_consents(hit.index for hit in hits)
    seen = [(person(inquiry, hit.index), hit) for hit in hits]
    # A hit on a name that may not be shown would tell whose pseudonym it is.
    return [Found(view, hit) for view, hit in seen if view is not None and view.shown.named]


def findable_people(inquiry: Inquiry) -> npt.NDArray[np.bool_]:
    """For every person, in order, whether the caller might see them by name: who is left is asked of the table."""
    snapshot, principal = inquiry.snapshot, inquiry.principal
    agreed = np.zeros(len(snapshot.nodes("Person")), dtype=np.bool_)
    anybody = False
    for purpose in purposes_for(principal, Operation.READ_PERSON):
        agreed |= snapshot.consenting(str(purpose), inquiry.now)
        decision = decide(principal, Operation.READ_PERSON, Relation.OTHER, purpose)
        anybody |= decision.allowed and decision.names
    if anybody or not agreed.any():
        return agreed
    return np.asarray(agreed & tied_people(snapshot, inquiry.caller_index, inquiry.now.date()), dtype=np.bool_)
