"""Sentences that people wrote, from YAML: for a kind and slots either ``locale`` and ``text``, or lists by locale."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from reasoning.evidence import Claim, ClaimKind
from reasoning.style import SUPPORTED

HERE = Path(__file__).parent
FIRST = frozenset({"held", "gaps", "paths", "mentors"})
"""Files written before there was a phrasing, by the hand that wrote the phrasings; a third is held out."""

OWN = FIRST | {"as_models_write", "fourth_list", "fifth_list", "fresh_report", "rarer_slots"}
"""Files of that hand; all others are by other hands."""


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence for a claim, in whose file it stands, and whether it was kept out of sight of the phrasings."""

    hand: str
    claim: Claim
    locale: str
    text: str

    @property
    def held_out(self) -> bool:
        """A third of the sentences, chosen by their hash."""
        return int(hashlib.sha1(self.text.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def written(folder: str) -> list[Written]:
    """All sentences of a folder, in order."""
    return [found for path in sorted((HERE / folder).glob("*.yaml")) for found in _read(path)]


def _read(path: Path) -> Iterator[Written]:
    for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
        claim = Claim(f"{path.stem}-{number}", ClaimKind(entry["kind"]), entry["slots"], ())
        if "text" in entry:
            yield Written(path.stem, claim, entry["locale"], entry["text"])
        for locale in SUPPORTED:
            for text in entry.get(locale, []):
                yield Written(path.stem, claim, locale, text)
