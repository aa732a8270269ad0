"""Career paths: from a person or a role to a target role, the k best different ways under limits, with evidence."""

from __future__ import annotations

from graph.snapshot import Snapshot
from reasoning.conflicts import find_conflict, parts_of
from reasoning.diversity import least_distance
from reasoning.path_answers import CareerPathAnswer, CareerPathRequest
from reasoning.path_question import path_question
from reasoning.path_telling import Telling


def career_path(snapshot: Snapshot, request: CareerPathRequest) -> CareerPathAnswer:
    """The cheapest different ways to the target role under the declared cost model (reasoning.effort).

    A person starts from the role they hold today (or ``start_role``) with what they effectively hold; without a
    person, ``start_role`` starts with what that role is taken to give. Where the limits admit no path, a smallest
    set of them that conflicts is named. Raises ``ConsentMissing`` when the person does not allow the purpose and
    ``BadInput`` when there is no role to start from.
    """
    asked = path_question(snapshot, request)
    found = asked.search(request.constraints, request.alternatives, asked.least_apart)
    told = Telling(asked)
    opening = told.start()
    paths = told.paths(found.routes)
    nearest = least_distance([route.roles for route in found.routes])
    none = not paths and asked.start != asked.target
    return CareerPathAnswer(
        subject=told.citations.node(request.person) if request.person is not None else None,
        start=told.citations.node(asked.start),
        target=told.citations.node(asked.target),
        paths=paths,
        claims=(*opening, *told.no_path()) if none else opening,
        expanded=found.expanded,
        exact=found.exact,
        min_diversity=request.min_diversity,
        diversity=None if nearest is None else round(float(nearest), 4),
        conflict=find_conflict(asked, told, parts_of(request.constraints)) if none else None,
    )
