"""The peer: show a model the same facts, let it write and cite as it likes, and paste what it says."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openai import OpenAI

from reasoning.explaining.bundle import Bundle, Fact

SYSTEM = """You explain career advice. You get facts with ids. Write one sentence for each point, and cite behind each
sentence the ids of the facts it rests on in square brackets, such as [e12]."""
CITED = re.compile(r"\be\d+\b")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass
class Scores:
    """What the pasted sentences are worth. ``supported`` is generous: no relation and no negation is looked at."""

    sentences: int = 0
    cited: int = 0
    citations: int = 0
    existing: int = 0
    supported: int = 0
    seconds: float = 0.0
    tokens: int = 0

    def share(self, part: int) -> float:
        """Share of the sentences."""
        return round(part / self.sentences, 4) if self.sentences else 0.0


def ask(client: OpenAI, model: str, bundle: Bundle, scores: Scores, *, max_tokens: int) -> None:
    """Ask once and score every sentence."""
    facts = "\n".join(_line(fact) for fact in bundle.facts)
    started = time.perf_counter()
    reply = client.chat.completions.create(
        model=model,
        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": facts}],
        max_tokens=max_tokens,
        temperature=0.0,
    )
    scores.seconds += time.perf_counter() - started
    scores.tokens += reply.usage.total_tokens if reply.usage else 0
    score(reply.choices[0].message.content or "", {fact.id: fact for fact in bundle.facts}, scores)


def score(text: str, facts: Mapping[str, Fact], scores: Scores) -> None:
    """Count the sentences, their citations, and how many are borne out by what they cite."""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z\"'*-])|\n+", text):
        if len(sentence.split()) < 4:
            continue
        ids = CITED.findall(sentence)
        scores.sentences += 1
        scores.cited += bool(ids)
        scores.citations += len(ids)
        scores.existing += sum(one in facts for one in ids)
        scores.supported += (
            bool(ids) and all(one in facts for one in ids) and _borne_out(sentence, [facts[i] for i in ids])
        )


def _borne_out(sentence: str, cited: list[Fact]) -> bool:
    if not all(fact.subject in sentence and fact.object in sentence for fact in cited):
        return False
    said = CITED.sub(" ", sentence)
    for fact in cited:
        said = said.replace(fact.subject, " ").replace(fact.object, " ")
    known = {f"{value:g}" for fact in cited for value in fact.properties.values() if _number(value)}
    return all(f"{float(number):g}" in known for number in NUMBER.findall(said))


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _line(fact: Fact) -> str:
    stated = ", ".join(f"{name} {value}" for name, value in fact.properties.items())
    return f"{fact.id}: {fact.subject} | {fact.relation} | {fact.object} | {stated}"
