"""Takes what identifies people out of passages: e-mail addresses, telephone numbers, names of the company's people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingestion.documents.mentions import Phrases

REMOVED = "[removed]"
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_PHONE = re.compile(r"(?<![\w-])(?:\+|00)\d{1,3}[\d ()/-]{6,}\d\b|(?<![\w-])0\d{2,4}[ /-]\d[\d -]{4,}\d\b")


@dataclass(frozen=True, slots=True)
class Redaction:
    """Finds personal data; ``names`` are those of the tenant's people."""

    names: Phrases[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> Redaction:
        """For people with these names. One word alone is no name: too many are words of the language."""
        return cls(Phrases.of((name, name) for name in names if len(name.split()) > 1))

    def clean(self, text: str) -> tuple[str, int]:
        """The text without personal data, and how much was taken out."""
        text, addresses = _ADDRESS.subn(REMOVED, text)
        text, phones = _PHONE.subn(REMOVED, text)
        spans = self.names.spans(text)
        for start, end, _ in reversed(spans):
            text = text[:start] + REMOVED + text[end:]
        return text, addresses + phones + len(spans)
