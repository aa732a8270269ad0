"""Templates: every kind in every locale, for every combination of slots, against a snapshot per locale."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reasoning.evidence import Claim, ClaimKind
from reasoning.narrators.templates import BY_LANGUAGE, render
from reasoning.style import SUPPORTED, Audience, Length, Style, nearest
from reasoning.wording import check_text
from tests.reasoning.specimens import COMBINATIONS, specimens

SNAPSHOTS = Path(__file__).parent / "snapshots"
STYLES = [Style("", audience, length) for audience in Audience for length in Length]


def variants(claim: Claim, locale: str) -> list[str]:
    """All texts of a claim, each once: by length, by audience, and for the person themself."""
    readers = [None, *(str(claim.slots[name]) for name in ("person",) if name in claim.slots)]
    texts = (
        render(claim, Style(locale, audience, length, reader))
        for reader in readers
        for audience in Audience
        for length in (Length.NORMAL, Length.BRIEF, Length.DETAILED)
    )
    return list(dict.fromkeys(texts))


@pytest.mark.parametrize("locale", SUPPORTED)
def test_every_kind_has_a_template_and_specimens(locale: str) -> None:
    assert set(BY_LANGUAGE[locale]) == set(ClaimKind)
    assert set(COMBINATIONS) == set(ClaimKind)


@pytest.mark.parametrize("locale", SUPPORTED)
def test_the_texts_are_those_of_the_snapshot(locale: str) -> None:
    """Set UPDATE_SNAPSHOTS=1 to write it anew, then read every line of the difference."""
    lines = [f"# {kind.value}" if line is None else line for kind in ClaimKind for line in _lines(kind, locale)]
    path = SNAPSHOTS / f"{locale}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8").splitlines() == lines


def _lines(kind: ClaimKind, locale: str) -> list[str | None]:
    texts = dict.fromkeys(text for claim in specimens(kind) for text in variants(claim, locale))
    return [None, *texts]


@pytest.mark.parametrize("locale", SUPPORTED)
@pytest.mark.parametrize("kind", ClaimKind)
def test_every_variant_passes_the_verifier(kind: ClaimKind, locale: str) -> None:
    for claim in specimens(kind):
        for audience in Audience:
            for length in Length:
                for reader in (None, "Person 412"):
                    style = Style(locale, audience, length, reader)
                    text = render(claim, style)
                    assert check_text(claim, text, exact=True, style=style) == []
                    assert check_text(claim, text, exact=False, style=style) == []
                    assert "  " not in text
                    assert text.endswith(".")
                    assert text[0].isupper() or text[0].isdigit()


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        *(("en", "en"), ("en-GB", "en"), ("de_AT", "de"), ("DE", "de"), ("fr-CA", "fr"), ("gsw", "de"), ("oc", "fr")),
        *(("pt", "en"), ("ja", "en"), ("", "en"), ("-", "en"), ("../../etc", "en"), ("deutsch", "en")),
    ],
)
def test_the_nearest_supported_locale(asked: str, used: str) -> None:
    assert nearest(asked) == used
    assert Style(asked).language == used
