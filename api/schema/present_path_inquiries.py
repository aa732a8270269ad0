"""From verified answers about paths to GraphQL types."""

from __future__ import annotations

from typing import Any

from api.schema import path_inquiries as types
from api.schema import paths
from api.schema.present_answers import Presenter
from api.schema.present_paths import conflict, path, path_answer, supposed_fact
from api.use_cases.answered import Answered
from reasoning.exploration import ExplorationAnswer
from reasoning.path_answers import CareerPath
from reasoning.sensitivity import DecidingFact, SensitivityAnswer
from reasoning.what_if import WhatIfAnswer
from reasoning.who_could_reach import WhoCouldReachAnswer
from reasoning.why_not import WhyNotAnswer


def why_not(answered: Answered[WhyNotAnswer]) -> types.WhyNotAnswer:
    """The answer to whyNot."""
    show, found = Presenter(answered), answered.answer
    gap = found.gap
    return types.WhyNotAnswer(
        **show.common(),
        subject=show.maybe(found.subject),
        start=show.ref(found.start),
        target=show.ref(found.target),
        missed=show.refs(found.missed),
        verdict=found.verdict,
        best=_maybe(show, found.best),
        against=_maybe(show, found.against),
        costs_more=found.costs_more,
        apart=found.apart,
        conflict=conflict(show, found.conflict) if found.conflict is not None else None,
        gap=types.Gap(origin=show.ref(gap[0]), destination=show.ref(gap[1])) if gap is not None else None,
        exact=found.exact,
    )


def path_sensitivity(answered: Answered[SensitivityAnswer]) -> types.PathSensitivityAnswer:
    """The answer to pathSensitivity."""
    show, found = Presenter(answered), answered.answer
    return types.PathSensitivityAnswer(
        **show.common(),
        subject=show.maybe(found.subject),
        start=show.ref(found.start),
        target=show.ref(found.target),
        best=_maybe(show, found.best),
        deciding=[_fact(show, one) for one in found.deciding],
        facts=found.facts,
        examined=found.examined,
        unmoved=found.unmoved,
        exact=found.exact,
    )


def what_if(answered: Answered[WhatIfAnswer]) -> types.WhatIfAnswer:
    """The answer to whatIf."""
    show, found = Presenter(answered), answered.answer
    common: dict[str, Any] = show.common()  # of many types
    return types.WhatIfAnswer(
        **common,
        actual=path_answer(show, common, found.actual),
        supposed=path_answer(show, common, found.supposed),
        facts=[supposed_fact(show, one) for one in found.facts],
        closed=show.refs(found.closed),
        cost_change=found.cost_change,
        months_change=found.months_change,
    )


def reachable_roles(answered: Answered[ExplorationAnswer]) -> types.ReachableRolesAnswer:
    """The answer to reachableRoles."""
    show, found = Presenter(answered), answered.answer
    return types.ReachableRolesAnswer(
        **show.common(),
        subject=show.maybe(found.subject),
        start=show.ref(found.start),
        roles=[
            types.ReachableRole(
                role=show.ref(one.role),
                interest=one.interest,
                value=one.value,
                path=path(show, one.path),
                evidence=show.evidence(one.evidence),
            )
            for one in found.roles
        ],
        considered=found.considered,
        expanded=found.expanded,
        exact=found.exact,
    )


def who_could_reach(answered: Answered[WhoCouldReachAnswer]) -> types.WhoCouldReachAnswer:
    """The answer to whoCouldReach."""
    show, found = Presenter(answered), answered.answer
    return types.WhoCouldReachAnswer(
        **show.common(),
        target=show.ref(found.target),
        people=[types.PersonWay(person=show.ref(one.person), path=path(show, one.path)) for one in found.people],
        groups=[
            types.GroupCount(role=show.ref(one.role), people=one.people, median_months=one.median_months)
            for one in found.groups
        ],
        hidden=found.suppressed,
        within=found.within,
        considered=found.considered,
        exact=found.exact,
    )


def _maybe(show: Presenter, found: CareerPath | None) -> paths.CareerPath | None:
    return path(show, found) if found is not None else None


def _fact(show: Presenter, found: DecidingFact) -> types.DecidingFact:
    shown = show.evidence([found.edge]) if found.edge is not None else []
    return types.DecidingFact(
        change=found.change,
        effect=found.effect,
        edge=shown[0] if shown else None,
        skill=show.maybe(found.skill),
        level=found.level,
        roles=show.refs(found.roles),
        cost_change=found.cost_change,
        sentences=show.sentences(found.claims),
    )
