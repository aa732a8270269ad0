"""Evaluates explanations: every released sentence is proved once more against the store, every fallback counted."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from api.evaluation.drawing import DrawnQuestion, drawn
from api.inquiry import Inquiry
from api.readback import read_cited
from api.use_cases.answered import Answered
from api.use_cases.explanation import MODEL, Explanation, Wish, explain
from ontology.errors import CairnError
from reasoning.narrators.templates import render
from reasoning.style import Style
from reasoning.verifier import verify

Line = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A released sentence and the codes for which a second, fresh proof refuses it (none: it is supported)."""

    question: DrawnQuestion
    claim_id: str
    kind: str
    text: str
    origin: str
    edge_ids: tuple[str, ...]
    codes: tuple[str, ...]
    unsupported: tuple[str, ...]
    reworded: bool = False

    def line(self) -> Line:
        """As one line of the output."""
        return {
            "question": self.question.name,
            "claim_id": self.claim_id,
            "kind": self.kind,
            "text": self.text,
            "origin": self.origin,
            "edge_ids": list(self.edge_ids),
            "codes": list(self.codes),
            "supported": not self.unsupported,
        }


@dataclass
class Tally:
    """What is counted over all questions."""

    by_kind: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    supported: int = 0
    by_model: int = 0
    reworded: int = 0
    asked_model: int = 0
    dropped: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    fallback: Counter[str] = field(default_factory=Counter)
    call_codes: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0
    calls: int = 0
    unanswered: int = 0

    def add(self, kind: str, explanation: Explanation, judged: Sequence[JudgedSentence]) -> None:
        """Count one explanation."""
        record = explanation.record
        self.by_kind[kind] += 1
        self.sentences += len(judged)
        self.supported += sum(not one.unsupported for one in judged)
        self.by_model += sum(one.origin == MODEL for one in judged)
        self.reworded += sum(one.reworded for one in judged)
        self.asked_model += len(judged) if record.model is not None else 0
        self.dropped += len(explanation.dropped)
        self.rejected.update(explanation.codes)
        self.fallback[str(explanation.fallback)] += 1
        self.call_codes.update(record.codes)
        self.seconds.append(record.seconds)
        self.prompt_tokens += record.prompt_tokens
        self.completion_tokens += record.completion_tokens
        self.cost += record.cost
        self.calls += record.calls

    def report(self, model: str | None) -> dict[str, Any]:
        """The report: shares are of released sentences, latencies of whole explanations."""
        questions = sum(self.by_kind.values())
        return {
            "model": model,
            "questions": questions,
            "questionsByKind": dict(sorted(self.by_kind.items())),
            "unanswered": self.unanswered,
            "sentences": self.sentences,
            "support": _share(self.supported, self.sentences),
            "acceptance": _share(self.by_model, self.asked_model),
            "reworded": _share(self.reworded, self.asked_model),
            "fallbackRate": _share(self.asked_model - self.by_model, self.asked_model),
            "fallback": dict(sorted(self.fallback.items())),
            "codes": dict(self.rejected.most_common()),
            "callCodes": dict(self.call_codes.most_common()),
            "dropped": self.dropped,
            "latencyMs": {"p50": _quantile(self.seconds, 0.5), "p95": _quantile(self.seconds, 0.95)},
            "tokens": {"prompt": self.prompt_tokens, "completion": self.completion_tokens, "calls": self.calls},
            "tokensPerAnswer": round((self.prompt_tokens + self.completion_tokens) / questions, 1) if questions else 0,
            "cost": round(self.cost, 6),
        }


def evaluate(
    asker: Callable[[], Inquiry], questions: int, wish: Wish, *, seed: int, tally: Tally
) -> Iterator[list[JudgedSentence]]:
    """Ask so many questions, a fresh inquiry each; the judged sentences of one answer at a time."""
    groups = drawn(asker().snapshot, seed)
    for group in groups:
        if sum(tally.by_kind.values()) + tally.unanswered >= questions:
            return
        found = first_answer(asker, group)
        if found is None:
            tally.unanswered += 1
            continue
        question, answered = found
        explanation = explain(answered, wish)
        judged = judged_sentences(question, answered, explanation)
        tally.add(question.kind, explanation, judged)
        yield judged


def first_answer(
    asker: Callable[[], Inquiry], group: Sequence[DrawnQuestion]
) -> tuple[DrawnQuestion, Answered[Any]] | None:
    """The first of the drawn questions that this caller may ask and that says something."""
    for question in group:
        try:
            answered = question.ask(asker())
        except CairnError:
            continue
        if answered is not None and answered.sentences:
            return question, answered
    return None


def judged_sentences(
    question: DrawnQuestion, answered: Answered[Any], explanation: Explanation
) -> list[JudgedSentence]:
    """Prove each sentence anew, from edges read after it was released."""
    inquiry = answered.inquiry
    edges = [edge for one in explanation.claims for edge in one.claim.edges]
    scope = inquiry.principal.scope(answered.purpose)
    fresh = read_cited(inquiry.deps.store, scope, edges, inquiry.deps.clock())
    wish = explanation.wish
    style = Style(wish.locale, wish.audience, wish.length)
    return [
        JudgedSentence(
            question=question,
            claim_id=one.claim.id,
            kind=str(one.kind),
            text=one.pseudonymous,
            origin=one.origin,
            edge_ids=one.edge_ids,
            codes=one.codes,
            reworded=one.origin == MODEL and one.pseudonymous != render(one.claim, style),
            unsupported=tuple(verify(one.claim, one.pseudonymous, fresh, exact=one.origin != MODEL, style=style)),
        )
        for one in explanation.claims
    ]


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _quantile(seconds: Sequence[float], at: float) -> float | None:
    if not seconds:
        return None
    if len(seconds) == 1:
        return round(seconds[0] * 1000, 1)
    return round(statistics.quantiles(seconds, n=100, method="inclusive")[round(at * 100) - 1] * 1000, 1)
