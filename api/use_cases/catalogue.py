"""Roles, skills and courses: by id, and page by page in a stable order. Persons only as table and consent allow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api import node_ids
from api.audience import may_see
from api.authorization import Operation, Relation, decide, purposes_for
from api.inquiry import Inquiry
from api.naming import Naming, Shown
from graph.scope import Purpose
from ontology.errors import BadInput, UnknownNode

MAX_PAGE = 100
DEFAULT_PAGE = 20


@dataclass(frozen=True, slots=True)
class NodeView:
    """A node the caller may see: how it is shown, where it is in the snapshot, and under which purpose."""

    shown: Shown
    index: int
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Page:
    """A page of nodes with their cursors, and whether there is more on either side."""

    nodes: tuple[NodeView, ...]
    cursors: tuple[str, ...]
    has_next: bool
    has_previous: bool


def sees_pay(inquiry: Inquiry) -> bool:
    """Whether pay bands, which are internal, may be shown to the caller."""
    return decide(inquiry.principal, Operation.CAREER_PATH, Relation.NOBODY, Purpose.CAREER_PATH).allowed


def nodes(inquiry: Inquiry, global_ids: Sequence[str]) -> list[NodeView | None]:
    """Nodes by global id, None for whatever is not there or not visible. Raises ``BadInput`` for over 100 ids."""
    if len(global_ids) > MAX_PAGE:
        raise BadInput("Too many nodes are asked for.", remedy=f"Ask for at most {MAX_PAGE} at a time.")
    return [_node(inquiry, global_id) for global_id in global_ids]


def _node(inquiry: Inquiry, global_id: str) -> NodeView | None:
    wanted = node_ids.decode(global_id)
    if wanted is None or len(global_id) > node_ids.MAX_ID_LENGTH:
        return None
    if wanted.label == "Person":
        view = person(inquiry, inquiry.find_person(global_id))
        # Who may not see names may not learn either which pseudonym belongs to an id they know.
        return view if view is not None and (view.shown.named or wanted.pseudonym is not None) else None
    try:
        index = inquiry.resolve(wanted)
    except UnknownNode:
        return None
    return concept(inquiry, index) if may_see(inquiry, inquiry.snapshot.key(index)) else None


def concept(inquiry: Inquiry, index: int) -> NodeView:
    """A node that is not a person."""
    naming = Naming(inquiry, Purpose.PUBLIC)
    return NodeView(naming.show(inquiry.snapshot.key(index), inquiry.snapshot.caption(index)), index, Purpose.PUBLIC)


def person(inquiry: Inquiry, index: int | None) -> NodeView | None:
    """A person under the first purpose for which the table allows it and they agree now."""
    if index is None:
        return None
    for purpose in purposes_for(inquiry.principal, Operation.READ_PERSON):
        if inquiry.decision(Operation.READ_PERSON, index, purpose).allowed and inquiry.consents(index, purpose):
            shown = Naming(inquiry, purpose).show(inquiry.snapshot.key(index), inquiry.snapshot.caption(index))
            return NodeView(shown, index, purpose)
    return None


def page(inquiry: Inquiry, label: str, first: int, after: str | None, where: Mapping[str, str | None]) -> Page:
    """The nodes of a label after the cursor, in the order of tenant and id, whose properties equal ``where``.

    The cursor names the last node seen, so that rows written meanwhile neither repeat nor hide others.
    """
    if not 1 <= first <= MAX_PAGE:
        raise BadInput(f"first is {first}.", remedy=f"Ask for 1 to {MAX_PAGE}.")
    inquiry.permit(Operation.READ_CATALOGUE, Purpose.PUBLIC)
    snapshot = inquiry.snapshot
    numbers = snapshot.nodes(label)
    begin = numbers.start
    if after is not None:
        mark = node_ids.decode(after)
        if mark is None or mark.label != label or mark.tenant_id is None:
            raise BadInput("The cursor is not one of this connection.", remedy="Send an endCursor you were given.")
        last = (mark.tenant_id, mark.id)
        offset = bisect_right(range(len(numbers)), last, key=lambda at: _order(inquiry, numbers[at]))
        begin = numbers.start + offset
    asked = {name: value for name, value in where.items() if value is not None}
    found: list[int] = []
    for index in range(begin, numbers.stop):
        if all(snapshot.text(label, name, index) == value for name, value in asked.items()):
            found.append(index)
            if len(found) > first:
                break
    shown = [concept(inquiry, index) for index in found[:first]]
    return Page(tuple(shown), tuple(view.shown.global_id for view in shown), len(found) > first, begin > numbers.start)


def _order(inquiry: Inquiry, index: int) -> tuple[str, str]:
    key = inquiry.snapshot.key(index)
    return (key.tenant_id, key.id)
