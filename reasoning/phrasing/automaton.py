"""Phrases as a finite automaton that is determinised while it is used. It decides, it explains nothing."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence as Row
from dataclasses import dataclass, field
from typing import TypeAlias

from reasoning.phrasing.notation import Choice, Guard, NotationError, Part, Parts, Phrase, Sequence, Word, parse

Token: TypeAlias = frozenset[str]
"""What a stretch of text may stand for: a word, or any slot that has this name or number."""

MAX_REMEMBERED = 20_000
DEAD = -1


@dataclass(slots=True)
class Automaton:
    """States with their moves by terminal, and the free moves, some under a guard."""

    moves: list[dict[str, list[int]]] = field(default_factory=list)
    free: list[list[tuple[Guard | None, int]]] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    alphabet: set[str] = field(default_factory=set)
    start: int = 0
    end: int = 0

    def add(self) -> int:
        """A new state."""
        self.moves.append({})
        self.free.append([])
        return len(self.moves) - 1


def build(phrases: Iterable[str], parts: Parts, silent: frozenset[str] = frozenset()) -> Automaton:
    """The automaton that accepts each of the phrases. ``silent`` words (articles) are not asked for."""
    made = Automaton()
    made.start, made.end = made.add(), made.add()
    _Builder(made, parts, silent).rows(made.start, made.end, [_items(parse(phrase)) for phrase in phrases])
    return made


def _items(phrase: Phrase) -> tuple[Phrase, ...]:
    return phrase.items if isinstance(phrase, Sequence) else (phrase,)


class _Builder:
    def __init__(self, made: Automaton, parts: Parts, silent: frozenset[str]) -> None:
        self._made, self._parts, self._silent = made, parts, silent
        self._parsed: dict[str, Phrase] = {}
        self._open: list[str] = []
        self._entries: dict[tuple[object, int], int] = {}

    def rows(self, first: int, last: int, rows: Iterable[tuple[Phrase, ...]]) -> None:
        """Add alternatives; those that begin alike share their beginning, so that it is built once."""
        alike: dict[Phrase, list[tuple[Phrase, ...]]] = {}
        for row in rows:
            if row:
                alike.setdefault(row[0], []).append(row[1:])
            else:
                self._made.free[first].append((None, last))
        for beginning, rest in alike.items():
            if rest == [()]:
                self.between(first, last, beginning)
            else:
                self.between(first, self._followed(rest, last), beginning)

    def between(self, first: int, last: int, phrase: Phrase) -> None:
        """Add the phrase as a way from one state to another."""
        made = self._made
        match phrase:
            case Word(text) if text in self._silent:
                made.free[first].append((None, last))
            case Word(text):
                made.moves[first].setdefault(text, []).append(last)
                made.alphabet.add(text)
            case Guard(flag):
                made.free[first].append((phrase, last))
                made.flags.add(flag)
            case Part(name):
                self._part(first, last, name)
            case Choice(options):
                self.rows(first, last, [_items(option) for option in options])
            case _:
                self.rows(first, last, [phrase.items])

    def _part(self, first: int, last: int, name: str) -> None:
        if name not in self._parts or name in self._open:
            raise NotationError(f"<{name}> is {'within itself' if name in self._open else 'not declared'}")
        entry = self._entries.get((name, last))
        if entry is None:
            self._open.append(name)
            # a state of its own, so that whoever comes in here comes out at ``last``
            entry = self._entries[name, last] = self._made.add()
            self.between(entry, last, self._parsed.setdefault(name, parse(self._parts[name])))
            self._open.pop()
        self._made.free[first].append((None, entry))

    def _followed(self, rows: list[tuple[Phrase, ...]], last: int) -> int:
        """A state from which the rows lead to ``last``; what goes on alike is built once, too."""
        key = (tuple(rows), last)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = self._made.add()
            self.rows(entry, last, rows)
        return entry


class Machine:
    """The automaton under the flags of a claim. Sets of states are numbered and their steps remembered."""

    def __init__(self, automaton: Automaton, flags: frozenset[str]) -> None:
        self._of, self._flags = automaton, flags
        self._numbers: dict[frozenset[int], int] = {}
        self._sets: list[frozenset[int]] = []
        self._steps: dict[tuple[int, Token], int] = {}
        self._first = self._number(self._closed([automaton.start]))

    def accepts(self, tokens: Row[Token]) -> bool:
        """Whether the tokens, all of them, are one of the phrases."""
        at = self._first
        for token in tokens:
            following = self._steps.get((at, token))
            if following is None:
                following = self._step(at, token)
            if following == DEAD:
                return False
            at = following
        return self._of.end in self._sets[at]

    def _step(self, at: int, token: Token) -> int:
        if len(self._steps) > MAX_REMEMBERED:
            self._steps.clear()
        moves = self._of.moves
        reached = [to for state in self._sets[at] for terminal in token for to in moves[state].get(terminal, ())]
        following = self._number(self._closed(reached)) if reached else DEAD
        self._steps[at, token] = following
        return following

    def _closed(self, states: Iterable[int]) -> frozenset[int]:
        found, queue = set(states), list(states)
        while queue:
            for guard, to in self._of.free[queue.pop()]:
                if to not in found and (guard is None or (guard.flag in self._flags) is guard.wanted):
                    found.add(to)
                    queue.append(to)
        # states with nothing but free moves decide nothing further
        return frozenset(state for state in found if self._of.moves[state] or state == self._of.end)

    def _number(self, states: frozenset[int]) -> int:
        number = self._numbers.get(states)
        if number is None:
            number = self._numbers[states] = len(self._sets)
            self._sets.append(states)
        return number
