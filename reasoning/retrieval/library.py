"""The documents of a snapshot as tables: versions with validity and audience, passages with their words.

Made once per snapshot. It decides nothing; see in_force, lexical and finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.retrieval.word_index import Weighted, WordIndex

Mask = npt.NDArray[np.bool_]
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+(?=[A-Z0-9\u00c0-\u00dc\"'(])")
OPEN = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a text: its node, from and to which day it is in force, who may read it."""

    node: int
    series: str
    version: str
    kind: str
    begins: int
    ends: int
    audience: frozenset[str]
    owner: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its node, the place of its version in ``Library.versions``, its HAS_PASSAGE edge, its text."""

    node: int
    version: int
    edge: int
    place: int
    section: str
    text: str


class Library(WordIndex):
    """All passages that a live HAS_PASSAGE edge ties to a version, in the order of documents and places."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.versions = [_version(snapshot, node) for node in snapshot.nodes("Document")]
        self.passages = sorted(self._passages(snapshot), key=lambda one: (one.version, one.place, one.node))
        at = {version.node: number for number, version in enumerate(self.versions)}
        edges = snapshot.edges("SUPERSEDES")
        self.newer: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for position in range(len(edges)):
            old, new = at.get(int(edges.dst[position])), at.get(edges.start(position))
            if old is not None and new is not None:
                self.newer[old].append((new, position))
        self.of_version = np.array([one.version for one in self.passages], dtype=np.int64)
        self.titles = [snapshot.caption(self.versions[one.version].node) for one in self.passages]

    def _passages(self, snapshot: Snapshot) -> Iterator[Passage]:
        edges = snapshot.edges("HAS_PASSAGE")
        first = snapshot.nodes("Document").start
        places = edges.columns["place"]
        for position in range(len(edges)):
            node = int(edges.dst[position])
            yield Passage(
                node=node,
                version=edges.start(position) - first,
                edge=position,
                place=int(places.number(position) or 0),
                section=snapshot.caption(node),
                text=snapshot.text("Passage", "text", node) or "",
            )

    def __len__(self) -> int:
        return len(self.passages)

    def weighted(self) -> Iterator[Weighted]:
        """Headings count twice, the title once."""
        for passage, title in zip(self.passages, self.titles, strict=True):
            yield (title, 1.0), (passage.section, 2.0), (passage.text, 1.0)

    @cached_property
    def sentences(self) -> tuple[list[str], npt.NDArray[np.int64]]:
        """Every sentence of every passage under its title and heading, and which passage it is of.

        "At most 3 at the same time" means nothing without "How many mentees" above it.
        """
        texts: list[str] = []
        owners: list[int] = []
        for number, passage in enumerate(self.passages):
            above = f"{self.titles[number]}. {passage.section.rpartition(' / ')[2]}."
            for sentence in sentences_of(passage.text):
                texts.append(f"{above} {sentence}")
                owners.append(number)
        return texts, np.array(owners, dtype=np.int64)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, each as it stands there."""
    return [part for line in text.split("\n") for part in _SENTENCE.split(line) if part.strip()]


def _version(snapshot: Snapshot, node: int) -> Version:
    begins, ends = snapshot.number("Document", "in_force_from", node), snapshot.number("Document", "in_force_to", node)
    return Version(
        node=node,
        series=snapshot.text("Document", "series", node) or snapshot.ids[node],
        version=snapshot.text("Document", "version", node) or "",
        kind=snapshot.text("Document", "kind", node) or "",
        begins=OPEN if begins is None else int(begins),
        ends=OPEN if ends is None else int(ends),
        audience=frozenset(snapshot.text_list("Document", "audience", node)),
        owner=snapshot.text("Document", "owner", node),
    )
