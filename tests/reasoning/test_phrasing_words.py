"""Words that no phrasing may use, whoever widens it: each says something that no edge can prove."""

from __future__ import annotations

import pytest

from reasoning.evidence import ClaimKind
from reasoning.phrasing.matching import automaton
from reasoning.style import SUPPORTED

NEVER = {
    "en": """
        already again anymore longer even almost nearly barely hardly quickly recently soon always never
        usually mostly will shall should may might guarantee guarantees guaranteed promises entitled allowed
        eligible ready qualifies qualified suitable fit best better worst good excellent great strong weak
        poor easily fully completely perfectly proficient skilled expert masters talented experienced
        certified certificate proven demonstrates unable failed fails forgot he she his her hers him himself
        herself themselves team company everyone everybody anybody every few several promoted promotion
        hired employed fired moved switched changed vacant opening free years year weeks hours days euros
        dollars nearest closest shortest fastest highest lowest recommended recommends thanks due owing i
        our my""",
    "de": """
        bereits schon wieder mehrfach sogar fast kaum bald immer niemals nie meist meistens könnte sollte
        soll sollen dürfen garantiert gewährleistet berechtigt bereit geeignet qualifiziert beste besten
        besser gut sehr ausgezeichnet hervorragend stark schwach mühelos leicht vollständig kompetent
        erfahren zertifiziert zertifikat durchgefallen vergessen ihn ihm bisher alle jeder jede alleinige
        einzige befördert beförderung angestellt beschäftigt eingestellt wechselte gewechselt frei vakant
        offenbar verfügbar empfohlen empfiehlt jahre wochen euro nächste kürzeste unser ich""",
    "fr": """
        déjà presque bientôt souvent sera serait pourrait devrait garantit garantie droit prêt prête apte
        qualifié qualifiée meilleur meilleure excellent excellente bon bonne très fort faible facilement
        complètement compétent compétente expérimenté certifié certifiée certificat échoué oublié sa seul
        seule seuls promu promue promotion embauché embauchée employé employée passé passée devenue évaluée
        vacant pourvoir libre disponible recommandé recommande ans semaines euros nous notre je""",
}
ONLY_IN = {
    ("en", "would"): {ClaimKind.PATH_CONFLICT},
    ("en", "cannot"): {ClaimKind.COURSE_PREREQUISITE},
    ("en", "lacks"): {ClaimKind.LACKS_SKILL},
    ("en", "available"): {ClaimKind.LACKS_SKILL, ClaimKind.NO_COURSE},
    ("en", "only"): {ClaimKind.COURSE_CLOSES_GAP, ClaimKind.COURSE_PREREQUISITE},
    ("en", "must"): {ClaimKind.COURSE_PREREQUISITE, ClaimKind.PATH_STEP_SKILLS},
    ("en", "because"): {ClaimKind.PLAY_CALLED_FOR, ClaimKind.LEVEL_FADED},
    ("en", "nobody"): {ClaimKind.NO_MENTOR},
    ("en", "could"): {ClaimKind.LACKS_SKILL, ClaimKind.NO_COURSE, ClaimKind.NO_MENTOR, ClaimKind.NO_PATH},
    ("en", "not"): {
        ClaimKind.PARTLY_MEETS_SKILL,
        ClaimKind.LACKS_SKILL,
        ClaimKind.GAP_SUMMARY,
        ClaimKind.COURSE_CLOSES_GAP,
        ClaimKind.LEVEL_FADED,
        ClaimKind.NO_PATH,
        ClaimKind.NO_COURSE,
        ClaimKind.NO_MENTOR,
        ClaimKind.PATH_CONFLICT,
        ClaimKind.ROLE_WITHIN_REACH,
    },
    ("de", "nur"): {ClaimKind.COURSE_CLOSES_GAP, ClaimKind.COURSE_PREREQUISITE},
    ("de", "weil"): {ClaimKind.PLAY_CALLED_FOR, ClaimKind.LEVEL_FADED},
    ("de", "niemand"): {ClaimKind.NO_MENTOR},
    ("fr", "seulement"): {ClaimKind.COURSE_CLOSES_GAP},
    ("fr", "car"): {ClaimKind.PLAY_CALLED_FOR},
}
"""Words of some kinds alone: those whose claim says just that."""


def words(kind: ClaimKind, locale: str) -> set[str]:
    of = automaton(kind, locale)
    return set() if of is None else of.alphabet


@pytest.mark.parametrize("locale", SUPPORTED)
def test_no_phrasing_uses_a_word_that_nothing_proves(locale: str) -> None:
    never = set(NEVER[locale].split())
    assert {kind.value: found for kind in ClaimKind if (found := sorted(words(kind, locale) & never))} == {}


@pytest.mark.parametrize(("locale", "word"), ONLY_IN)
def test_some_words_belong_to_the_claims_that_say_them(locale: str, word: str) -> None:
    assert {kind for kind in ClaimKind if word in words(kind, locale)} <= ONLY_IN[locale, word]
