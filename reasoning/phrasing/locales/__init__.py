"""The languages that have phrasings of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reasoning.evidence import ClaimKind
from reasoning.phrasing.locales import de, en, fr
from reasoning.phrasing.notation import Parts


@dataclass(frozen=True, slots=True)
class Phrasings:
    """What a language declares: phrases by name, the phrasings of each kind, and words that change no meaning."""

    parts: Parts
    by_kind: Mapping[ClaimKind, tuple[str, ...]]
    silent: frozenset[str]


LOCALES: Mapping[str, Phrasings] = {
    "en": Phrasings(en.PARTS, en.PHRASINGS, en.SILENT),
    "de": Phrasings(de.PARTS, de.PHRASINGS, de.SILENT),
    "fr": Phrasings(fr.PARTS, fr.PHRASINGS, fr.SILENT),
}
