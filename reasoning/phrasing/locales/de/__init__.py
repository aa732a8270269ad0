"""German phrasings: how a fluent writer states each kind of claim."""

from __future__ import annotations

from reasoning.phrasing.locales.de import gap, mentor, parts, path
from reasoning.phrasing.notation import Parts

PARTS: Parts = {**parts.PARTS, **gap.PARTS, **path.PARTS, **mentor.PARTS}
PHRASINGS = {**gap.PHRASINGS, **path.PHRASINGS, **mentor.PHRASINGS}
