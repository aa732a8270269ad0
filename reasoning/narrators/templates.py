"""The template narrator: words every kind of claim from the pieces of a locale, for an audience and a length.

The same claim and style give the same text. People appear under the pseudonym in the claim, or as "you" where the
reader is the person; the API may put the name in the pseudonym's place after release.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reasoning.evidence import Claim, ClaimKind
from reasoning.narrators.locales import TEMPLATES as BY_LANGUAGE
from reasoning.narrators.pieces import Piece, Slots, Template
from reasoning.narrators.spoken import WORDING_SLOTS, followed, format_value, spoken
from reasoning.style import DEFAULT_STYLE, SUPPORTED, Audience, Style

__all__ = ["BY_LANGUAGE", "TEMPLATES", "WORDING_SLOTS", "TemplateNarrator", "format_value", "render", "spoken"]

TEMPLATES: Mapping[ClaimKind, Template] = BY_LANGUAGE[SUPPORTED[0]]
"""The English templates, for everything that does not depend on the locale."""


class TemplateNarrator:
    """Words claims from the templates; the same claim gives the same text."""

    @property
    def name(self) -> str:
        """``template``."""
        return "template"

    def word(self, claims: Sequence[Claim], style: Style = DEFAULT_STYLE) -> dict[str, str]:
        """One sentence per claim, in the supported locale nearest to the one asked for."""
        return {claim.id: render(claim, style) for claim in claims}


def render(claim: Claim, style: Style = DEFAULT_STYLE) -> str:
    """The sentence of the claim."""
    language, slots = style.language, followed(claim.slots)
    words = spoken(claim.slots, language)
    pieces = (piece for piece in BY_LANGUAGE[language][claim.kind] if _is_said(piece, slots, style))
    you = style.audience is Audience.EMPLOYEE and style.reader is not None and style.reader == slots.get("person")
    return "".join(piece.you if you and piece.you is not None else piece.text for piece in pieces).format_map(words)


def _is_said(piece: Piece, slots: Slots, style: Style) -> bool:
    return style.length in piece.lengths and style.audience in piece.audiences and piece.when(slots)
