"""German phrasings: how a fluent writer states each kind of claim."""

from __future__ import annotations

from reasoning.phrasing.locales.de import documents, gap, learning, mentor, parts, path, turned, wider
from reasoning.phrasing.notation import Parts, joint, widened

_FIRST = (parts, gap, path, mentor, learning, documents)
PARTS: Parts = {
    **widened(
        {
            **widened({name: text for module in _FIRST for name, text in module.PARTS.items()}, wider.MORE),
            **wider.PARTS,
        },
        turned.MORE,
    ),
    **turned.PARTS,
}
PHRASINGS = joint(
    joint(
        {**gap.PHRASINGS, **path.PHRASINGS, **mentor.PHRASINGS, **learning.PHRASINGS, **documents.PHRASINGS},
        wider.PHRASINGS,
    ),
    turned.PHRASINGS,
)
SILENT = frozenset(["die", "das", "dem", "des", "ein", "eine", "einem", "eines", "derzeit", "aktuell", "insgesamt"])
"""Articles that name no case by themselves ("der" and "den" tell who asks for what), and words for the present."""
