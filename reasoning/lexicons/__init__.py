"""Words that say what is wrong with a sentence, per language. They name the reason; the phrasings decide."""

from __future__ import annotations

from collections.abc import Mapping

from reasoning.lexicons import de, en, fr
from reasoning.lexicons.lexicon import Lexicon

LEXICONS: Mapping[str, Lexicon] = {"en": en.LEXICON, "de": de.LEXICON, "fr": fr.LEXICON}
