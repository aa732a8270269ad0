"""Words of a text as search compares them: small letters, no accents, no endings, no words that say little."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from importlib import resources

import yaml

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_STOP_WORDS = (
    "a about after again all also am an and any are as at be because been before being between both but by can could "
    "did do does doing done down during each every for from further get gets had has have having he her here hers him "
    "his how i if in into is it its itself just me more most much must my myself no nor not of off on once one only "
    "or other our ours out over own per please same shall she should so some somebody someone something such than "
    "that the their theirs them then there these they this those through to too under until up us very was we were "
    "what when where whether which while who whom whose why will with would you your yours may might tell say says "
    "said let us want wants need needs "
    "der die das ein eine einer eines und oder aber ist sind war wie was wer wo wann warum ich wir sie er es im in am "
    "an auf zu zum zur von vom mit bei fuer nicht kann darf muss soll"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())
_ENDINGS = ("ations", "ation", "ingly", "edly", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "er", "es")


def words(text: str) -> list[str]:
    """All words of the text that count, in order, each in the form in which words are compared."""
    folded = unicodedata.normalize("NFKD", text.replace("\u2019", "'")).casefold()
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    found = (word.split("'")[0] for word in _WORD.findall(plain))
    kept = (stem(word) for word in found if word not in STOP_WORDS and (len(word) > 1 or word.isdigit()))
    known = synonyms()
    return [known.get(word, word) for word in kept]


@functools.cache
def synonyms() -> Mapping[str, str]:
    """For the stem of each word of synonyms.yaml that of the first of its group."""
    groups = yaml.safe_load((resources.files("reasoning.retrieval") / "synonyms.yaml").read_text("utf-8"))
    return {stem(str(word)): stem(str(group[0])) for group in groups for word in group}


def stem(word: str) -> str:
    """The word without its ending; crude on purpose: equal treatment of question and text is all that counts."""
    if len(word) <= 3 or word.isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    else:
        if word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word
