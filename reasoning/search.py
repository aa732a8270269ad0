"""Search by name: roles, skills, courses, people; by preferred or alternate name, by words, with typos.

Candidates come from an index of three-letter groups, built once per snapshot and label; RapidFuzz scores them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from graph.snapshot import Snapshot
from reasoning.answers import MatchKind, SearchHit
from reasoning.citing import Citations, caption_text
from reasoning.derived import derived

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "Role": ("name", "alt_labels"),
    "Skill": ("name", "alt_labels"),
    "Course": ("name",),
    "Person": ("name", "pseudonym"),
}
"""Labels that can be searched and the properties that name their nodes, the preferred one first."""

CANDIDATES = 200
MIN_SCORE = 0.62
MAX_QUERY = 200
SCORES = {MatchKind.EXACT: 1.0, MatchKind.ALTERNATE: 0.98, MatchKind.PREFIX: 0.95, MatchKind.WORDS: 0.92}
"""Scores of the sure kinds; a typo scores 0.9 times its similarity at most. A longer name loses up to 0.02."""

Ints = npt.NDArray[np.int64]


def folded(text: str) -> str:
    """The text without accents, case, punctuation and needless space: what names are compared by."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join(kept.split())


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of one label: folded names, the nodes they name (rows), whether preferred; postings by trigram."""

    names: tuple[str, ...]
    nodes: Ints
    preferred: npt.NDArray[np.bool_]
    sizes: Ints
    keys: npt.NDArray[np.uint64]
    offsets: Ints
    postings: npt.NDArray[np.int32]

    def candidates(self, text: str, admitted: npt.NDArray[np.bool_] | None) -> list[int]:
        """Rows of the names that share most three-letter groups with the text (Dice), ties by row."""
        groups = np.unique(_trigrams(text))
        found = np.searchsorted(self.keys, groups)
        hits = [
            self.postings[self.offsets[at] : self.offsets[at + 1]]
            for at, group in zip(found, groups, strict=True)
            if at < len(self.keys) and self.keys[at] == group
        ]
        if not hits:
            return []
        shared = np.bincount(np.concatenate(hits), minlength=len(self.names))
        rows = np.flatnonzero(shared)
        if admitted is not None:
            rows = rows[admitted[self.nodes[rows]]]
        # a prefix or a word of a long name shares few of its groups: what the text finds counts as well
        share = shared[rows] / len(groups)
        dice = 2 * shared[rows] / (self.sizes[rows] + len(groups))
        order = np.lexsort((rows, -np.round(dice + share, 6)))
        return [int(row) for row in rows[order[:CANDIDATES]]]


def search(
    snapshot: Snapshot,
    text: str,
    labels: Sequence[str] = ("Role", "Skill", "Course"),
    first: int = 10,
    *,
    people: npt.NDArray[np.bool_] | None = None,
) -> tuple[SearchHit, ...]:
    """The nodes whose names meet the text, surest first; equal ones by label as asked, then by id.

    People are searched only when ``people`` is given: for each person, in order, whether the caller may find them.
    What matched is then the pseudonym, never the name.
    """
    wanted = folded(text[:MAX_QUERY])
    if not wanted:
        return ()
    best: dict[int, tuple[float, int, SearchHit]] = {}
    citations = Citations(snapshot)
    for rank, label in enumerate(dict.fromkeys(labels)):
        if label not in SEARCHED or (label == "Person" and people is None):
            continue
        base = snapshot.nodes(label).start
        index = name_index(snapshot, label)
        admitted = people if label == "Person" else None
        for row in index.candidates(wanted, admitted):
            match, score = _score(wanted, index.names[row], bool(index.preferred[row]))
            node = int(index.nodes[row]) + base
            if score < MIN_SCORE or (node in best and best[node][0] >= score):
                continue
            ref = citations.node(node)
            matched = ref.caption if label == "Person" else _original(snapshot, label, node, index.names[row])
            best[node] = (score, rank, SearchHit(ref, node, matched, match, score))
    ranked = sorted(best.values(), key=lambda found: (-found[0], found[1], found[2].index))
    return tuple(hit for _, _, hit in ranked[:first])


def name_index(snapshot: Snapshot, label: str) -> NameIndex:
    """The index of a label, built at the first call."""
    return derived(snapshot, _BUILDERS[label])


def _score(wanted: str, name: str, preferred: bool) -> tuple[MatchKind, float]:
    excess = min(abs(len(name) - len(wanted)), 100) / 5000
    if name == wanted:
        kind = MatchKind.EXACT if preferred else MatchKind.ALTERNATE
        return kind, SCORES[kind]
    if name.startswith(wanted):
        return MatchKind.PREFIX, round(SCORES[MatchKind.PREFIX] - excess - (0 if preferred else 0.01), 4)
    if set(wanted.split()) <= set(name.split()):
        return MatchKind.WORDS, round(SCORES[MatchKind.WORDS] - excess - (0 if preferred else 0.01), 4)
    similarity = max(fuzz.ratio(wanted, name), fuzz.token_sort_ratio(wanted, name), 0.95 * _partial(wanted, name))
    return MatchKind.TYPO, round(0.009 * similarity - (0 if preferred else 0.01), 4)


def _partial(wanted: str, name: str) -> float:
    """Similarity to the beginning of the name: a mistyped prefix."""
    return fuzz.ratio(wanted, name[: len(wanted)]) if len(wanted) >= 4 else 0.0


def _original(snapshot: Snapshot, label: str, node: int, name: str) -> str:
    """The spelling in the graph of a folded name."""
    given = [snapshot.text(label, "name", node) or "", *snapshot.text_list(label, "alt_labels", node)]
    return caption_text(next((spelling for spelling in given if folded(spelling) == name), given[0]))


def _builder(label: str) -> Callable[[Snapshot], NameIndex]:
    def build(snapshot: Snapshot) -> NameIndex:
        names, nodes, preferred = [], [], []
        for row, node in enumerate(snapshot.nodes(label)):
            for spelling, is_first in _spellings(snapshot, label, node).items():
                names.append(spelling)
                nodes.append(row)
                preferred.append(is_first)
        return _indexed(tuple(names), nodes, preferred)

    return build


_BUILDERS = {label: _builder(label) for label in SEARCHED}


def _spellings(snapshot: Snapshot, label: str, node: int) -> dict[str, bool]:
    """The folded names of a node, each with whether it is the preferred one."""
    found: dict[str, bool] = {}
    for name in SEARCHED[label]:
        listed = snapshot.text_list(label, name, node) if name == "alt_labels" else [snapshot.text(label, name, node)]
        for spelling in listed:
            found.setdefault(folded(spelling or ""), name == SEARCHED[label][0])
    found.pop("", None)
    return found


def _indexed(names: tuple[str, ...], nodes: list[int], preferred: list[bool]) -> NameIndex:
    groups, owners = _all_trigrams(names)
    order = np.lexsort((owners, groups))
    groups, owners = groups[order], owners[order]
    fresh = np.ones(len(groups), dtype=np.bool_)
    fresh[1:] = (groups[1:] != groups[:-1]) | (owners[1:] != owners[:-1])
    groups, owners = groups[fresh], owners[fresh]
    keys, starts = np.unique(groups, return_index=True)
    return NameIndex(
        names=names,
        nodes=np.array(nodes, dtype=np.int64),
        preferred=np.array(preferred, dtype=np.bool_),
        sizes=np.bincount(owners, minlength=len(names)).astype(np.int64),
        keys=keys,
        offsets=np.append(starts, len(groups)).astype(np.int64),
        postings=owners.astype(np.int32),
    )


def _trigrams(name: str) -> npt.NDArray[np.uint64]:
    return _all_trigrams((name,))[0]


def _all_trigrams(names: Sequence[str]) -> tuple[npt.NDArray[np.uint64], Ints]:
    """The three-letter groups of all names, each padded with blanks, as numbers, and whose they are."""
    padded = "".join(f"  {name} " for name in names)
    codes = np.frombuffer(padded.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    lengths = np.array([len(name) + 3 for name in names], dtype=np.int64)
    owners = np.repeat(np.arange(len(names)), lengths)
    if len(codes) < 3:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    shift = np.uint64(21)
    groups = (codes[:-2] << (shift + shift)) | (codes[1:-1] << shift) | codes[2:]
    whole = owners[:-2] == owners[2:]
    return groups[whole], owners[:-2][whole]
