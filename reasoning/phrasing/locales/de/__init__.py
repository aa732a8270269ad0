"""German phrasings: how a fluent writer states each kind of claim."""

from __future__ import annotations

from reasoning.phrasing.locales.de import documents, gap, learning, mentor, parts, path, turned, wider
from reasoning.phrasing.notation import joint, layered

PARTS = layered(
    (module.PARTS for module in (parts, gap, path, mentor, learning, documents)),
    (wider.MORE, wider.PARTS),
    (turned.MORE, turned.PARTS),
)
PHRASINGS = joint(*(module.PHRASINGS for module in (gap, path, mentor, learning, documents, wider, turned)))
SILENT = frozenset(["die", "das", "dem", "des", "ein", "eine", "einem", "eines", "derzeit", "aktuell", "insgesamt"])
"""Articles that name no case by themselves ("der" and "den" tell who asks for what), and words for the present."""
