"""The languages that sentences can be worded in: one package each, with its templates as data."""

from __future__ import annotations

from collections.abc import Mapping

from reasoning.narrators.locales import de, en, fr
from reasoning.narrators.pieces import Templates

TEMPLATES: Mapping[str, Templates] = {"en": en.TEMPLATES, "de": de.TEMPLATES, "fr": fr.TEMPLATES}
