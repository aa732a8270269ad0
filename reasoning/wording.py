"""Checks of a sentence against its claim, whoever worded it: it must be a template or a known phrasing, as a whole.

The principle: what is not proved is not said. A sentence is released when all of it, from the first word to the last,
is one of the ways that are declared to state the claim, with the claim's names and numbers in their places. Why
another one was rejected is told by codes (``diagnosis.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from reasoning.diagnosis import diagnose
from reasoning.evidence import Claim
from reasoning.lexicon import allowed_words, slot_order
from reasoning.narrators.spoken import DATE_SLOTS
from reasoning.narrators.templates import render
from reasoning.phrasing.matching import states
from reasoning.phrasing.tokens import MAX_TOKENS, Forms, Said, forms, joined, taken_apart
from reasoning.safety import unsafe
from reasoning.style import DEFAULT_STYLE, Length, Style


def check_text(
    claim: Claim, text: str, *, exact: bool, style: Style = DEFAULT_STYLE, known: Collection[str] = ()
) -> list[str]:
    """Codes of what is wrong with the text. With ``exact`` it must be the template's sentence to the letter.

    The template's own sentence is right about the claim by construction, so only its shape and safety are
    checked: a caption may hold anything. ``known`` are labels of the bundle or snapshot: one that is not a name of
    the claim is an ``uncited_entity``.
    """
    if not text.strip():
        return ["empty_text"]
    language = style.language
    names = forms(claim, language)
    codes = unsafe(text, _dates(names))
    if text == _template(claim, style):
        return codes
    if len(text) > MAX_TOKENS * 10:
        return [*codes, "wording"] if exact else codes or ["shape"]
    said = taken_apart(text, names)
    codes += ["uncited_entity"] if _uncited(claim, text, said, names, known, language) else []
    if not _is_proven(claim, text, said, names, style):
        codes += diagnose(claim, said, names, language)
    return list(dict.fromkeys([*codes, "wording"] if exact else codes))


def _is_proven(claim: Claim, text: str, said: Said, known: Forms, style: Style) -> bool:
    return (states(claim, said, style.language) and _names_all(claim, said, known, style)) or text in _templates(
        claim, style
    )


def _names_all(claim: Claim, said: Said, known: Forms, style: Style) -> bool:
    """Whether every name is said that the briefest template says: the ends of what is cited."""
    found = frozenset[str]().union(*said.names)
    names = (slot for token in known.names.values() for slot in token)
    needed = {f"{{{name}}}" for name in slot_order(claim.kind, claim.slots, style.language, Length.BRIEF)}
    return needed & frozenset(names) <= found


def _templates(claim: Claim, style: Style) -> Iterator[str]:
    """The texts of the templates for every length, with the reader named as "you" or by pseudonym."""
    for reader in dict.fromkeys((style.reader, None)):
        for length in Length:
            text = _template(claim, replace(style, length=length, reader=reader))
            if text is not None:
                yield text


def _template(claim: Claim, style: Style) -> str | None:
    """The template's sentence; None for a claim without the slots its kind needs (which no proof lets pass)."""
    try:
        return render(claim, style)
    except KeyError:
        return None


def _dates(names: Forms) -> Iterator[str]:
    wanted = {f"{{{name}}}" for name in DATE_SLOTS}
    return (form for form, slots in names.names.items() if slots & wanted)


def _uncited(claim: Claim, text: str, said: Said, names: Forms, known: Collection[str], language: str) -> bool:
    """Whether a known label is said that is no name of the claim.

    One inside a name of the claim does not count ("SQL" in "SQL Server"), one around it does, and a plain word of the
    phrasings ("level") is no label.
    """
    plain = allowed_words(claim.kind, language)
    for label in known:
        if label in text and label not in names.names and label not in plain:
            around = any(name in label for name in names.names)
            if _stands(label, text if around else said.masked):
                return True
    return False


def _stands(label: str, text: str) -> bool:
    at = text.find(label) if label else -1
    while at >= 0:
        end = at + len(label)
        if not joined(text[max(at - 1, 0) : at], label[0]) and not joined(text[end : end + 1], label[-1]):
            return True
        at = text.find(label, at + 1)
    return False
