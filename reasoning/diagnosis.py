"""Why a sentence is no phrasing of its claim: the codes. It is asked after the phrasings have said no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reasoning.evidence import Claim
from reasoning.lexicon import allowed_words, other_predicates, predicate_words, slot_order, template_words
from reasoning.lexicons import LEXICONS
from reasoning.lexicons.lexicon import Lexicon
from reasoning.narrators.spoken import followed
from reasoning.phrasing.automaton import Token
from reasoning.phrasing.matching import accepts
from reasoning.phrasing.tokens import Forms, Said
from reasoning.safety import foreign_letters
from reasoning.style import Length

MAX_SWAPS = 60


def diagnose(claim: Claim, said: Said, known: Forms, language: str) -> list[str]:
    """All codes that apply; ``phrasing`` where every part is right and the whole is no known way to state the claim."""
    codes = [
        *_form(said, language),
        *_names(claim, said, known, language),
        *_numbers(claim, said, known, language),
        *_words(claim, said, language),
    ]
    return codes or ["phrasing"]


def _form(said: Said, language: str) -> Iterator[str]:
    if foreign_letters(said.masked):
        yield "script"
    if said.strange:
        yield "shape"
    own = sum(word in LEXICONS[language].function_words for word in said.words)
    for other, lexicon in LEXICONS.items():
        if other != language and sum(word in lexicon.function_words for word in said.words) > max(own, 1):
            yield "language"
            return


def _names(claim: Claim, said: Said, known: Forms, language: str) -> Iterator[str]:
    slots = followed(claim.slots)
    found = frozenset[str]().union(*said.names)
    needed = [f"{{{name}}}" for name in slot_order(claim.kind, slots, language, Length.BRIEF)]
    names = frozenset[str]().union(*known.names.values())
    if any(name in names and name not in found for name in needed):
        yield "endpoint_missing"
    if _becomes_right(claim, said, language, known, of_names=True) or _reordered(claim, said, language):
        yield "direction"


def _numbers(claim: Claim, said: Said, known: Forms, language: str) -> Iterator[str]:
    spelled = LEXICONS[language].numbers - template_words(claim, language)
    unknown = any(count > len(known.numbers.get(number, ())) for number, count in Counter(said.numbers).items())
    if unknown or spelled & set(said.words) or _becomes_right(claim, said, language, known, of_names=False):
        yield "number"
        return
    stated = frozenset[str]().union(*(known.numbers[number] for number in said.numbers))
    needed = {f"{{{name}}}" for name in slot_order(claim.kind, claim.slots, language, Length.BRIEF)}
    if (needed & frozenset[str]().union(*known.numbers.values())) - stated:
        yield "number"


def _words(claim: Claim, said: Said, language: str) -> Iterator[str]:
    lexicon, allowed = LEXICONS[language], allowed_words(claim.kind, language)
    beyond = set(said.words) - allowed
    needed = predicate_words(claim.kind, language)
    if needed and not needed & set(said.words):
        yield "predicate_missing"
    if other_predicates(claim.kind, language) & set(said.words):
        yield "other_predicate"
    # a word that some phrasing of the kind may hold ("only") still has no place where the claim's own text has none
    strange = set(said.words) - template_words(claim, language)
    for code, listed in _lists(lexicon):
        if listed & strange:
            yield code
    if beyond:
        yield "residue"


def _lists(lexicon: Lexicon) -> Iterator[tuple[str, frozenset[str]]]:
    yield "negation", lexicon.negations
    yield "overclaim", lexicon.overclaims
    yield "hedge", lexicon.hedges
    yield "quantifier", lexicon.quantifiers
    yield "protected", lexicon.protected
    yield "pii_or_link", lexicon.personal


def _becomes_right(claim: Claim, said: Said, language: str, known: Forms, *, of_names: bool) -> bool:
    """Whether two names (or two numbers) change places for the sentence to state the claim."""
    of = known.names if of_names else known.numbers
    tokens = set(of.values())
    places = [at for at, token in enumerate(said.tokens) if token in tokens]
    pairs = [(i, j) for n, i in enumerate(places) for j in places[n + 1 :] if said.tokens[i] != said.tokens[j]]
    return any(accepts(claim, _swapped(said.tokens, i, j), language) for i, j in pairs[:MAX_SWAPS])


def _swapped(tokens: tuple[Token, ...], first: int, second: int) -> tuple[Token, ...]:
    changed = list(tokens)
    changed[first], changed[second] = tokens[second], tokens[first]
    return tuple(changed)


def _reordered(claim: Claim, said: Said, language: str) -> bool:
    """Whether the names stand in another order than in the template, and nothing else tells the roles apart."""
    order = [f"{{{name}}}" for name in slot_order(claim.kind, claim.slots, language)]
    expected = [name for name in order if any(name in token for token in said.names)]
    at = [next(n for n, token in enumerate(said.names) if name in token) for name in expected]
    return at != sorted(at)
