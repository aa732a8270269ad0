"""Thousands of plausible falsehoods in three languages: none is released, and each is told for what it is."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator

import pytest

from reasoning.evidence import Claim, ClaimKind
from reasoning.narrators.templates import render
from reasoning.style import SUPPORTED, Style
from reasoning.wording import check_text
from tests.reasoning.answering import sample_claims
from tests.reasoning.hands import written
from tests.reasoning.lies import World, lies
from tests.reasoning.specimens import specimens

WORLD = World()
CODES = {
    "wrong_name": {"uncited_entity", "endpoint_missing", "residue"},
    "foreign_person": {"uncited_entity", "endpoint_missing", "residue"},
    "real_name": {"endpoint_missing", "residue"},
    "names_swapped": {"direction", "endpoint_missing", "uncited_entity"},
    "number_plus": {"number", "phrasing"},
    "number_minus": {"number", "phrasing"},
    "number_word": {"number"},
    "homoglyph": {"script", "endpoint_missing"},
    "mail": {"pii_or_link"},
    "link": {"pii_or_link"},
    "phone": {"pii_or_link"},
    "birth": {"pii_or_link"},
    "html": {"markup"},
    "citation": {"markup"},
    "zero_width": {"shape"},
    "bidi": {"shape"},
    "newline": {"shape"},
    "long": {"shape"},
    "overclaim": {"overclaim", "residue"},
    "protected": {"protected", "residue"},
    "health": {"protected", "residue"},
    "script": {"script"},
}
"""Codes of which at least one must be named, for the lies whose reason is beyond doubt."""


def told(locale: str, share: int) -> Iterator[tuple[Claim, str, str, str]]:
    """A share of all lies (one in so many, by hash): claim, the truth it starts from, kind, lie."""
    claims = [claim for kind in ClaimKind for claim in specimens(kind)] + sample_claims()[0]
    truths = [(claim, render(claim, Style(locale))) for claim in claims]
    truths += [(one.claim, one.text) for one in written("paraphrases") if one.locale == locale]
    for at, (claim, text) in enumerate(truths):
        if at % 4 == 0 or (at >= len(claims) and at % 2 == 0):
            for kind, lie in lies(claim, text, locale, WORLD):
                if zlib.crc32(lie.encode()) % share == 0:
                    yield claim, text, kind, lie


@pytest.mark.parametrize("locale", SUPPORTED)
def test_no_lie_is_released(locale: str) -> None:
    style = Style(locale)
    tried, released, unnamed = Counter[str](), [], []
    for claim, text, kind, lie in told(locale, 40):
        tried[kind] += 1
        found = check_text(claim, lie, exact=False, style=style, known=WORLD.labels)
        if not found:
            released.append((kind, lie, text))
        elif kind in CODES and not CODES[kind] & set(found):
            unnamed.append((kind, found, lie))
    assert released == []
    assert unnamed == []
    assert sum(tried.values()) > 2500
    assert len(tried) >= 50


def test_a_liar_has_at_least_fifty_kinds_of_lies_per_locale() -> None:
    claim = next(iter(specimens(ClaimKind.MENTOR_SKILL)))
    for locale in SUPPORTED:
        kinds = Counter(kind for kind, _ in lies(claim, render(claim, Style(locale)), locale, WORLD))
        assert len(kinds) >= 50, kinds
