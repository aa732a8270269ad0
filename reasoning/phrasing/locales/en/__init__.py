"""English phrasings: how a fluent writer states each kind of claim."""

from __future__ import annotations

from reasoning.phrasing.locales.en import documents, gap, learning, mentor, parts, path
from reasoning.phrasing.notation import Parts

PARTS: Parts = {**parts.PARTS, **gap.PARTS, **path.PARTS, **mentor.PARTS, **learning.PARTS, **documents.PARTS}
PHRASINGS = {**gap.PHRASINGS, **path.PHRASINGS, **mentor.PHRASINGS, **learning.PHRASINGS, **documents.PHRASINGS}
SILENT = frozenset(["the", "a", "an", "currently", "overall"])
"""Articles, and what says no more than the present tense does."""
