"""Phrasings are built once, however many ask for them first at the same moment, and before any is asked for."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest

from reasoning.evidence import ClaimKind
from reasoning.lexicon import allowed_words, other_predicates, predicate_words
from reasoning.phrasing import matching
from reasoning.phrasing.automaton import Automaton, build
from reasoning.phrasing.locales import LOCALES
from reasoning.phrasing.matching import automaton
from reasoning.phrasing.notation import Parts
from reasoning.prepare import prepare_wording


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Counter[int]:
    """How often each kind's phrasings are built, from nothing."""
    count = Counter[int]()

    def counted(phrases: Iterable[str], parts: Parts, silent: frozenset[str] = frozenset()) -> Automaton:
        count[id(phrases)] += 1
        time.sleep(0.01)  # lets the others come before this one is done
        return build((), parts, silent)

    monkeypatch.setattr("reasoning.phrasing.matching.build", counted)
    monkeypatch.setattr(matching, "_BUILT", {})
    for table in (allowed_words, predicate_words, other_predicates):
        monkeypatch.setattr(f"reasoning.lexicon.{table.__name__}", table.__wrapped__)
    # by its own name, too: else what other tests left remembered is found, and others find what is built here
    monkeypatch.setattr("reasoning.prepare.other_predicates", other_predicates.__wrapped__)
    return count


def test_many_who_ask_first_together_build_once(built: Counter[int]) -> None:
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda _: automaton(ClaimKind.HAS_SKILL, "de"), range(64)))
    assert set(built.values()) == {1}
    assert len({id(one) for one in found}) == 1


def test_prepared_wording_leaves_nothing_to_build(built: Counter[int]) -> None:
    prepare_wording()
    declared = sum(len(locale.by_kind) for locale in LOCALES.values())
    assert (len(built), set(built.values())) == (declared, {1})
    for language in LOCALES:
        for kind in ClaimKind:
            automaton(kind, language)
    assert sum(built.values()) == declared
