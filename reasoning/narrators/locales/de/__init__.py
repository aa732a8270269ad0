"""German: the templates of every kind of claim."""

from __future__ import annotations

from reasoning.narrators.locales.de import gap, mentor, path
from reasoning.narrators.pieces import Templates

TEMPLATES: Templates = {**gap.TEMPLATES, **path.TEMPLATES, **mentor.TEMPLATES}
