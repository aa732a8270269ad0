"""Explanations in GraphQL: sentences with who worded them, why not the model, and the edges spelled out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any

import strawberry

from api.inquiry import Inquiry
from api.schema.edges import Edge
from api.use_cases.answered import Answered
from api.use_cases.explanation import (
    ExplainedClaim,
    Fallback,
    Mode,
    Wish,
    explain,
    explaining,
)
from api.use_cases.explanation import Explanation as Explained
from reasoning.evidence import EdgeRef
from reasoning.explaining.prompt import PROMPT_VERSION
from reasoning.reading_level import reading_level
from reasoning.style import Audience, Length


@strawberry.enum(description="For whom an explanation is worded. It chooses words, never facts.")
class ExplanationAudience(Enum):
    """Readers."""

    EMPLOYEE = Audience.EMPLOYEE
    MANAGER = Audience.MANAGER
    COACH = Audience.COACH
    PLANNER = Audience.PLANNER


@strawberry.enum(description="How much is said.")
class ExplanationLength(Enum):
    """Lengths."""

    BRIEF = strawberry.enum_value(Length.BRIEF, description="The deciding facts only.")
    NORMAL = strawberry.enum_value(Length.NORMAL, description="Every claim of the answer.")
    DETAILED = strawberry.enum_value(Length.DETAILED, description="Every claim with all that is proven.")


@strawberry.enum(description="Who words the explanation.")
class ExplanationMode(Enum):
    """Modes."""

    AUTO = strawberry.enum_value(Mode.AUTO, description="The model where one is configured, else templates.")
    TEMPLATE = strawberry.enum_value(Mode.TEMPLATE, description="Templates: the same text for the same facts.")
    MODEL = strawberry.enum_value(Mode.MODEL, description="The model; where it cannot, `fallback` and codes say why.")


@strawberry.enum(description="Whether templates had to serve in the model's place.")
class ExplanationFallback(Enum):
    """Fallbacks."""

    NONE = strawberry.enum_value(Fallback.NONE, description="No.")
    PARTIAL = strawberry.enum_value(Fallback.PARTIAL, description="For some sentences.")
    FULL = strawberry.enum_value(Fallback.FULL, description="For all of them.")


@strawberry.enum(description="Who worded a sentence.")
class SentenceOrigin(Enum):
    """Origins."""

    TEMPLATE = strawberry.enum_value("template", description="A template.")
    LLM = strawberry.enum_value("llm", description="The model; code has checked the sentence.")


@strawberry.type(description="A sentence of an explanation, verified against the edges it rests on.")
class ExplanationClaim:
    """One claim in words."""

    claim_id: strawberry.ID = strawberry.field(description="Id within the answer.")
    kind: str = strawberry.field(description="What kind of claim it makes.")
    text: str = strawberry.field(description="The sentence.")
    origin: SentenceOrigin = strawberry.field(description="Who worded it.")
    fallback_codes: list[str] = strawberry.field(description="Why the template serves where the model was asked.")
    edge_ids: list[strawberry.ID] = strawberry.field(description="The edges it rests on.")
    edges: list[Edge] = strawberry.field(description="The same edges, spelled out with every source's statement.")


@strawberry.type(description="A claim that is not said, because its edges changed or its sentence did not pass.")
class DroppedSentence:
    """What is missing and why."""

    claim_id: strawberry.ID = strawberry.field(description="Id within the answer.")
    codes: list[str] = strawberry.field(description="The verifier's codes.")


@strawberry.type(description="How often something happened.")
class CodeCount:
    """A code and its count."""

    code: str = strawberry.field(description="Stable code.")
    count: int = strawberry.field(description="How often.")


@strawberry.type(description="What the model used for this explanation.")
class ModelUsage:
    """Tokens, cost, calls."""

    prompt_tokens: int = strawberry.field(description="Tokens sent.")
    completion_tokens: int = strawberry.field(description="Tokens received.")
    exact: bool = strawberry.field(description="False where the provider did not count them and we estimated.")
    cost: float = strawberry.field(description="Cost by the configured prices.")
    calls: int = strawberry.field(description="Calls made.")
    cached: int = strawberry.field(description="Bundles answered from the cache.")


@strawberry.type(description="How easily a text reads, by a formula of its language.")
class TextReadingLevel:
    """Ease, band, formula."""

    ease: float = strawberry.field(description="From about 0 (hard) to 100 (easy).")
    band: str = strawberry.field(description="easy, plain, demanding or hard.")
    formula: str = strawberry.field(description="The formula: Flesch, Amstad or Kandel-Moles.")


@strawberry.type(description="An answer in words: each sentence proved by the edges it cites, whoever worded it.")
class Explanation:
    """A finished explanation."""

    id: strawberry.ID = strawberry.field(description="Id of this text on this state of the graph.")
    text: str = strawberry.field(description="All sentences in order.")
    claims: list[ExplanationClaim] = strawberry.field(description="The sentences one by one.")
    dropped: list[DroppedSentence] = strawberry.field(description="Claims that are not said.")
    reading_level: TextReadingLevel | None = strawberry.field(
        description="How easily it reads; null where there is nothing to read."
    )
    locale: str = strawberry.field(description="The language used: the supported one nearest to what was asked for.")
    fallback: ExplanationFallback = strawberry.field(description="Whether templates served in the model's place.")
    codes: list[CodeCount] = strawberry.field(description="Why, by code.")
    call_codes: list[str] = strawberry.field(description="What went wrong with calls, or why none was made.")
    model: str | None = strawberry.field(description="The model asked; null when none was.")
    prompt_version: str | None = strawberry.field(description="Version of the prompt; null without a model.")
    graph_version: str = strawberry.field(description="The state of the graph, as in `snapshot { version }`.")
    usage: ModelUsage = strawberry.field(description="What the model used.")
    latency_ms: float = strawberry.field(description="How long it took.")


Edges = Callable[[Iterable[EdgeRef]], list[Edge]]


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains one answer: the answer as it was verified, and how its edges are presented."""

    answered: Answered[Any]
    edges: Edges

    def explanation(self, wish: Wish) -> Explanation:
        """The whole explanation."""
        return self._shown(explain(self.answered, wish))

    def stream(self, wish: Wish) -> Generator[ExplanationClaim | Explanation, None, None]:
        """Each sentence when it is verified, then the whole."""
        for one in explaining(self.answered, wish):
            yield self._claim(one) if isinstance(one, ExplainedClaim) else self._shown(one)

    def _shown(self, found: Explained) -> Explanation:
        record = found.record
        return Explanation(
            id=strawberry.ID(found.explanation_id),
            text=" ".join(one.text for one in found.claims),
            claims=[self._claim(one) for one in found.claims],
            dropped=[
                DroppedSentence(claim_id=strawberry.ID(one.claim_id), codes=list(one.codes)) for one in found.dropped
            ],
            reading_level=_reading([one.text for one in found.claims], found.language),
            locale=found.language,
            fallback=ExplanationFallback(found.fallback),
            codes=[CodeCount(code=code, count=count) for code, count in sorted(found.codes.items())],
            call_codes=list(record.codes),
            model=record.model,
            prompt_version=record.prompt_version,
            graph_version=found.graph_version,
            usage=ModelUsage(
                prompt_tokens=record.prompt_tokens,
                completion_tokens=record.completion_tokens,
                exact=record.exact_usage,
                cost=record.cost,
                calls=record.calls,
                cached=record.cached,
            ),
            latency_ms=round(record.seconds * 1000, 1),
        )

    def _claim(self, one: ExplainedClaim) -> ExplanationClaim:
        return ExplanationClaim(
            claim_id=strawberry.ID(one.claim.id),
            kind=str(one.kind),
            text=one.text,
            origin=SentenceOrigin(one.origin),
            fallback_codes=list(one.codes),
            edge_ids=[strawberry.ID(edge_id) for edge_id in one.edge_ids],
            edges=self.edges(one.claim.edges),
        )


@strawberry.type(description="The model that words explanations, and whether it is asked at the moment.")
class ModelState:
    """Model, breaker and today's use."""

    name: str = strawberry.field(description="The model.")
    breaker: str = strawberry.field(
        description="closed: it is asked; open: after five failures in a minute it rests; half_open: one call tries."
    )
    deadline_seconds: float = strawberry.field(description="Longest a request waits for it.")
    prompt_version: str = strawberry.field(description="Version of the prompt.")
    tokens_today: int | None = strawberry.field(description="Your tenant's tokens today; for administrators only.")
    cost_today: float | None = strawberry.field(description="Your tenant's cost today; for administrators only.")


def model_state(inquiry: Inquiry, *, operator: bool) -> ModelState | None:
    """The state of the model; None when templates word everything."""
    narration = inquiry.deps.narration
    if narration is None:
        return None
    spent = narration.spent(inquiry.principal.tenant_id)
    return ModelState(
        name=narration.model,
        breaker=str(narration.breaker),
        deadline_seconds=narration.options.deadline_seconds,
        prompt_version=PROMPT_VERSION,
        tokens_today=spent.tokens if operator else None,
        cost_today=round(spent.cost, 6) if operator else None,
    )


def _reading(texts: list[str], language: str) -> TextReadingLevel | None:
    level = reading_level(texts, language)
    return None if level is None else TextReadingLevel(ease=level.ease, band=str(level.band), formula=level.formula)


AUDIENCE = strawberry.argument(description="For whom it is worded.")
LENGTH = strawberry.argument(description="How much is said.")
LOCALE = strawberry.argument(description="Language wanted (BCP 47); the nearest supported one is used and named.")
MODE = strawberry.argument(description="Who words it.")


def _resolve_explanation(
    root: strawberry.Parent[Any],  # whatever implements Explainable
    audience: Annotated[ExplanationAudience, AUDIENCE] = ExplanationAudience.EMPLOYEE,
    length: Annotated[ExplanationLength, LENGTH] = ExplanationLength.NORMAL,
    locale: Annotated[str, LOCALE] = "en",
    mode: Annotated[ExplanationMode, MODE] = ExplanationMode.AUTO,
) -> Explanation:
    """Word and verify the claims now."""
    explainer: Explainer = root.explainer
    return explainer.explanation(wish_of(audience, length, locale, mode))


@strawberry.interface(description="An answer that can be told in words.")
class Explainable:
    """Shared by every answer that makes claims."""

    explainer: strawberry.Private[Explainer]
    explanation: Explanation = strawberry.field(
        resolver=_resolve_explanation,
        description="The answer in words: every sentence verified against the edges it cites, whoever worded it.",
    )


def wish_of(audience: ExplanationAudience, length: ExplanationLength, locale: str, mode: ExplanationMode) -> Wish:
    """The arguments as the use case takes them; of a locale only the start is looked at."""
    return Wish(Audience[audience.name], Length[length.name], locale[:35], Mode[mode.name])
