"""The languages that have phrasings of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reasoning.evidence import ClaimKind
from reasoning.phrasing.locales import de, en, fr
from reasoning.phrasing.notation import Parts


@dataclass(frozen=True, slots=True)
class Phrasings:
    """What a language declares: phrases by name, and the phrasings of each kind."""

    parts: Parts
    by_kind: Mapping[ClaimKind, tuple[str, ...]]


LOCALES: Mapping[str, Phrasings] = {
    "en": Phrasings(en.PARTS, en.PHRASINGS),
    "de": Phrasings(de.PARTS, de.PHRASINGS),
    "fr": Phrasings(fr.PARTS, fr.PHRASINGS),
}
