"""Words of titles and descriptions, reduced to stems. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"[a-z][a-z+#]+")
_SUFFIXES = ("ations", "ation", "ings", "ing", "ers", "ors", "er", "or", "ies", "es", "ed", "s")
_SHORTEST = 4
_EMPTY = frozenset(
    {
        "a", "all", "an", "and", "are", "as", "at", "be", "by", "etc", "for", "from", "in", "including", "is", "may",
        "not", "of", "on", "or", "other", "such", "that", "the", "their", "this", "to", "use", "using", "with",
        "workers",
    }
)  # fmt: skip


def stem(word: str) -> str:
    """The word without a common English ending."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return word[: -len(suffix)]
    return word


def stems(text: str) -> list[str]:
    """The stems of a text in order, without empty words."""
    return [stem(word) for word in _WORD.findall(text.lower()) if word not in _EMPTY]


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each stem stands in the texts."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(stems(text))
    return found


def vocabulary(documents: Iterable[Mapping[str, float]]) -> dict[str, int]:
    """A number for each term that stands in two documents or more, in the order of the terms."""
    frequency: Counter[str] = Counter()
    for document in documents:
        frequency.update(document.keys())
    return {term: at for at, term in enumerate(sorted(term for term, count in frequency.items() if count > 1))}


def numbered(documents: Sequence[Mapping[str, float]]) -> tuple[list[dict[int, float]], int]:
    """The documents with their terms as numbers (see ``vocabulary``), and how many numbers there are."""
    known = vocabulary(documents)
    rows = [{known[term]: value for term, value in one.items() if term in known} for one in documents]
    return rows, len(known)
