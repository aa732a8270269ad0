"""German: the templates of every kind of claim."""

from __future__ import annotations

from reasoning.narrators.locales.de import documents, gap, learning, mentor, path
from reasoning.narrators.pieces import Templates

TEMPLATES: Templates = {
    **gap.TEMPLATES,
    **learning.TEMPLATES,
    **path.TEMPLATES,
    **mentor.TEMPLATES,
    **documents.TEMPLATES,
}
