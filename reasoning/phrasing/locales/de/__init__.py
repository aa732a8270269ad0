"""German phrasings: how a fluent writer states each kind of claim."""

from __future__ import annotations

from reasoning.phrasing.locales.de import documents, gap, learning, mentor, parts, path
from reasoning.phrasing.notation import Parts

PARTS: Parts = {**parts.PARTS, **gap.PARTS, **path.PARTS, **mentor.PARTS, **learning.PARTS, **documents.PARTS}
PHRASINGS = {**gap.PHRASINGS, **path.PHRASINGS, **mentor.PHRASINGS, **learning.PHRASINGS, **documents.PHRASINGS}
SILENT = frozenset(["die", "das", "dem", "des", "ein", "eine", "einem", "eines", "derzeit", "aktuell", "insgesamt"])
"""Articles that name no case by themselves ("der" and "den" tell who asks for what), and words for the present."""
