"""Finds names of the catalogue in running text: whole phrases, the longest first, by one rule. Pure.

The rule: a label of at least two words, or one word of at least six letters, stands in the text as it is, whatever
its case. Longer labels win over those inside them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
RULE = "label-match/1"
SHORTEST_WORD = 6
_WORD = re.compile(r"[^\W_]+(?:[-'\u2019+#.][^\W_]+|[+#]+)*")


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def is_telling(label: str) -> bool:
    """Whether the rule looks for the label."""
    words = _WORD.findall(label)
    return len(words) > 1 or (len(words) == 1 and len(words[0]) >= SHORTEST_WORD)


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases by their first word, each with what it stands for."""

    by_first: dict[str, list[tuple[tuple[str, ...], T]]]

    @classmethod
    def of(cls, labelled: Iterable[tuple[str, T]]) -> Phrases[T]:
        """Index the phrases; of two that read the same the first counts."""
        by_first: dict[str, dict[tuple[str, ...], T]] = defaultdict(dict)
        for label, meant in labelled:
            words = tuple(_folded(word) for word in _WORD.findall(label))
            if words:
                by_first[words[0]].setdefault(words, meant)
        return cls({first: sorted(held.items(), key=lambda one: -len(one[0])) for first, held in by_first.items()})

    def spans(self, text: str) -> list[tuple[int, int, T]]:
        """Where phrases stand (begin, end) and what they stand for, in order, without overlaps."""
        places = [(match.start(), match.end(), _folded(match.group())) for match in _WORD.finditer(text)]
        words = [word for _, _, word in places]
        found: list[tuple[int, int, T]] = []
        at = 0
        while at < len(words):
            step = 1
            for phrase, meant in self.by_first.get(words[at], ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    found.append((places[at][0], places[at + len(phrase) - 1][1], meant))
                    step = len(phrase)
                    break
            at += step
        return found
