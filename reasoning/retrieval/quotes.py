"""What is quoted of a passage, and the check that the store still has it so. A quotation is never reworded."""

from __future__ import annotations

from collections.abc import Sequence

from graph.keys import digest
from reasoning.retrieval.library import sentences_of
from reasoning.retrieval.words import words

MAX_QUOTE = 400


def quote_of(text: str, question: str, likeness: Sequence[float] = ()) -> str:
    """The sentence nearest to the question, with those after it in the same paragraph as long as they fit.

    ``likeness`` of each sentence decides where it is given, shared words add to it.
    """
    parts = sentences_of(text)
    if not parts:
        return ""
    asked = set(words(question))
    shared = [len(asked & set(words(part))) / max(len(asked), 1) for part in parts]
    like = list(likeness) if len(likeness) == len(parts) else [0.0] * len(parts)
    best = max(range(len(parts)), key=lambda at: (round(shared[at] + like[at], 6), -at))
    begin = text.index(parts[best])
    end = begin + len(parts[best])
    stop = text.find("\n", end)
    line_end = len(text) if stop < 0 else stop
    for part in parts[best + 1 :]:
        place = text.find(part, end)
        if place < 0 or place + len(part) > line_end or place + len(part) - begin > MAX_QUOTE:
            break
        end = place + len(part)
    return text[begin:end][:MAX_QUOTE].strip()


def quote_holds(quote: str, text: str, text_hash: str) -> bool:
    """Whether the text is the one that the edge vouches for, and the quotation stands in it to the letter."""
    return bool(quote) and quote in text and digest(text) == text_hash
