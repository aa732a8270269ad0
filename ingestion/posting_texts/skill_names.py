"""Finds skills by their names and other names in a sentence: whole words, the longest name first, no guessing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SHORT = 3
"""Names of up to so many characters (R, Go, SQL) are found only in the very spelling they are stated in."""

_TOKEN = re.compile(r"[\w+#][\w+#.'\u2019-]*[\w+#]|[\w+#]")


@dataclass(frozen=True, slots=True)
class SkillName:
    """A skill and what it is called. Of two skills of one name those with the higher ``rank`` count."""

    skill_id: str
    names: tuple[str, ...]
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found: where it stands in the sentence, and the skills that go by it (several: ambiguous)."""

    start: int
    end: int
    skill_ids: tuple[str, ...]


class SkillNames:
    """The names of many skills, ready to be found."""

    def __init__(self, skills: Iterable[SkillName]) -> None:
        named: defaultdict[tuple[str, ...], dict[str, tuple[int, str]]] = defaultdict(dict)
        for skill in skills:
            for name in skill.names:
                words = _words(name)
                if words:
                    named[tuple(word.casefold() for word, _, _ in words)][skill.skill_id] = (skill.rank, name)
        self._named = {words: _foremost(ids) for words, ids in named.items()}
        self._longest: dict[str, int] = {}
        for folded in self._named:
            self._longest[folded[0]] = max(self._longest.get(folded[0], 0), len(folded))

    def find(self, sentence: str) -> list[Mention]:
        """Mentions from left to right, none inside another."""
        words = _words(sentence)
        folded = [word.casefold() for word, _, _ in words]
        found: list[Mention] = []
        at = 0
        while at < len(words):
            mention, length = self._at(sentence, words, folded, at)
            if mention is not None:
                found.append(mention)
            at += length
        return found

    def _at(
        self, sentence: str, words: Sequence[tuple[str, int, int]], folded: Sequence[str], at: int
    ) -> tuple[Mention | None, int]:
        for length in range(min(self._longest.get(folded[at], 0), len(words) - at), 0, -1):
            named = self._named.get(tuple(folded[at : at + length]))
            if named is None:
                continue
            start, end = words[at][1], words[at + length - 1][2]
            said = sentence[start:end]
            ids = tuple(sorted(skill_id for skill_id, name in named if len(name) > SHORT or name == said))
            if ids:
                return Mention(start, end, ids), length
        return None, 1


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(str(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def _foremost(ids: dict[str, tuple[int, str]]) -> tuple[tuple[str, str], ...]:
    best = max(rank for rank, _ in ids.values())
    return tuple((skill_id, name) for skill_id, (rank, name) in sorted(ids.items()) if rank == best)
