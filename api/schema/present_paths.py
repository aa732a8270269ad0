"""From verified path answers to GraphQL types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.schema import paths
from api.schema.present_answers import Presenter
from api.use_cases.answered import Answered
from reasoning.path_answers import CareerPath, CareerPathAnswer, PathConflict, PathStep, Preference, SupposedFact


def career_path(answered: Answered[CareerPathAnswer]) -> paths.CareerPathAnswer:
    """The answer to careerPath."""
    show = Presenter(answered)
    return path_answer(show, show.common(), answered.answer)


def path_answer(show: Presenter, common: Mapping[str, Any], found: CareerPathAnswer) -> paths.CareerPathAnswer:
    """Paths, as an answer of their own or as a part of one (``common``: the fields of every answer)."""
    given = {**common, "sentences": show.sentences(found.claims)}
    return paths.CareerPathAnswer(
        **given,
        subject=show.maybe(found.subject),
        start=show.ref(found.start),
        target=show.ref(found.target),
        paths=[path(show, one) for one in found.paths],
        min_diversity=found.min_diversity,
        diversity=found.diversity,
        conflict=conflict(show, found.conflict) if found.conflict is not None else None,
        expanded=found.expanded,
        exact=found.exact,
    )


def supposed_fact(show: Presenter, found: SupposedFact) -> paths.SupposedFact:
    """One supposed fact."""
    return paths.SupposedFact(
        type=found.rel_type,
        origin=show.ref(found.start),
        destination=show.ref(found.end),
        properties=[
            paths.SupposedProperty(name=name, value=str(value)) for name, value in sorted(found.properties.items())
        ],
    )


def path(show: Presenter, found: CareerPath) -> paths.CareerPath:
    """One path."""
    return paths.CareerPath(
        steps=[step(show, one) for one in found.steps],
        cost=found.cost,
        months=found.months,
        preference_cost=found.preference_cost,
        money=found.money,
        currency=found.currency,
        confidence=found.confidence,
        distance=found.distance,
        sentences=show.sentences(found.claims),
    )


def step(show: Presenter, found: PathStep) -> paths.PathStep:
    """One move."""
    return paths.PathStep(
        origin=show.ref(found.origin),
        destination=show.ref(found.destination),
        kind=found.kind,
        kinds=list(found.kinds),
        cost=found.cost,
        months=found.months,
        learning_months=found.learning_months,
        doubt_cost=found.doubt_cost,
        preference_cost=found.preference_cost,
        unmet=[_wish(one) for one in found.unmet],
        confidence=found.confidence,
        observed_count=found.observed_count,
        gained=show.refs(found.gained),
        carried=show.refs(found.carried),
        opening=show.maybe(found.opening),
        courses=show.refs(found.courses),
        without_course=show.refs(found.without_course),
        money=found.money,
        score=found.score,
        direction=found.direction,
        supposed=[supposed_fact(show, one) for one in found.supposed],
        evidence=show.evidence(found.evidence),
    )


def conflict(show: Presenter, found: PathConflict) -> paths.PathConflict:
    """Limits in conflict."""
    return paths.PathConflict(
        constraints=[
            paths.ConflictingConstraint(
                kind=one.constraint.kind,
                value=one.constraint.value,
                role=show.maybe(one.role),
                helps_alone=one.helps_alone,
                enough=one.enough,
            )
            for one in found.constraints
        ],
        smallest=found.smallest,
        tried=found.tried,
        more=found.more,
        without=path(show, found.without) if found.without is not None else None,
        sentences=show.sentences(found.claims),
    )


def _wish(found: Preference) -> paths.Wish:
    return paths.Wish(kind=found.kind, months=found.months, text=found.text, number=found.number)
