"""English phrasings: how a fluent writer states each kind of claim."""

from __future__ import annotations

from reasoning.phrasing.locales.en import documents, gap, learning, mentor, parts, path, turned, wider
from reasoning.phrasing.notation import joint, layered

PARTS = layered(
    (module.PARTS for module in (parts, gap, path, mentor, learning, documents)),
    (wider.MORE, wider.PARTS),
    (turned.MORE, {}),
)
PHRASINGS = joint(*(module.PHRASINGS for module in (gap, path, mentor, learning, documents, wider, turned)))
SILENT = frozenset(["the", "a", "an", "currently", "overall"])
"""Articles, and what says no more than the present tense does."""
