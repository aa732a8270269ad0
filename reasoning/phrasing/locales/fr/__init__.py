"""French phrasings: how a fluent writer states each kind of claim."""

from __future__ import annotations

from reasoning.phrasing.locales.fr import documents, gap, learning, mentor, parts, path, turned, wider
from reasoning.phrasing.notation import joint, layered

PARTS = layered(
    (module.PARTS for module in (parts, gap, path, mentor, learning, documents)),
    (wider.MORE, wider.PARTS),
    (turned.MORE, {}),
)
PHRASINGS = joint(*(module.PHRASINGS for module in (gap, path, mentor, learning, documents, wider, turned)))
SILENT = frozenset(["le", "la", "les", "un", "une", "actuellement"])
"""Articles, and what says no more than the present tense does."""
