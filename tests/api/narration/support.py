"""Support judged by other eyes than the verifier's: which edges a sentence names, which numbers, in whose words.

Written without a look at reasoning.wording. It is coarser, so that what it refuses is surely wrong, and it knows
nothing of slots: it sees the sentence, the edges as the store gives them, and the labels of the whole graph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from graph.store import CitedEdge
from reasoning.evidence import Claim
from reasoning.narrators.templates import render
from reasoning.style import Style

NUMBER = re.compile(r"\d+(?:\.\d+)?")
WORD = re.compile(r"[a-zA-Z]+")


def unsupported(
    claim: Claim, text: str, cited: Mapping[str, CitedEdge], labels: Collection[str], style: Style
) -> list[str]:
    """What speaks against the sentence; empty when nothing does."""
    edges = [cited[edge.edge_id] for edge in claim.edges if edge.edge_id in cited]
    if len(edges) < len(claim.edges):
        return ["an edge that is not there"]
    ends = {caption for edge in edges for caption in (edge.start_caption, edge.end_caption)}
    template = render(claim, style)
    rest, named = _without_labels(text, ends)
    wrong = [f"nothing of its edges is named: {text}"] if not named else []
    needed = _without_labels(template, ends)[1]
    wrong += [f"not named: {label}" for label in needed - named]
    wrong += [f"named, not cited: {label}" for label in _named_words(rest, labels)]
    wrong += [f"order: {text}"] if _order(text, needed) != _order(template, needed) else []
    plain = _without_labels(template, ends)[0]
    if sorted(NUMBER.findall(rest)) != sorted(NUMBER.findall(plain)):
        wrong.append(f"numbers: {text}")
    negative = {"no", "not", "never", "without", "lacks", "nobody", "none"}
    words, known = _words(rest), _words(plain)
    if bool(negative & words) != bool(negative & known):
        wrong.append(f"negation: {text}")
    return wrong


def _without_labels(text: str, labels: Collection[str]) -> tuple[str, set[str]]:
    named = set[str]()
    for label in sorted(labels, key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(label)}(?!\w)")
        if pattern.search(text):
            named.add(label)
            text = pattern.sub(" ", text)
    return text, named


def _named_words(rest: str, labels: Collection[str]) -> Sequence[str]:
    """Labels of the graph that start with a capital and stand in what is left."""
    return [one for one in labels if one[:1].isupper() and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", rest)]


def _order(text: str, labels: Collection[str]) -> list[str]:
    """The labels in the order of their first mention (a longer one hides what it contains)."""
    places = dict[str, int]()
    for label in sorted(labels, key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text)
        if found:
            places[label] = found.start()
            text = text[: found.start()] + "\0" * len(label) + text[found.end() :]
    return sorted(places, key=places.__getitem__)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}
