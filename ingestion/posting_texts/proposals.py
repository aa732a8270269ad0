"""What postings ask for, as proposals to look through: skill, essential or not, level, and the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ingestion.posting_texts.cues import cues
from ingestion.posting_texts.sections import Kind, Sentence, repeated, sentences, without_repeated
from ingestion.posting_texts.skill_names import Mention, SkillNames

_YEARS = re.compile(r"(\d{1,2})(?:\s*\+|\s*(?:-|\u2013|to|bis)\s*\d{1,2})?\s*(?:years?|jahre?n?)\b", re.IGNORECASE)
_DATES = (
    (re.compile(r"\b\d{4}-\d{2}-\d{2}\b"), "%Y-%m-%d"),
    (re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}\b"), "%d.%m.%Y"),
    (re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b"), "%d %B %Y"),
    (re.compile(r"\b[A-Z][a-z]+ \d{1,2}, \d{4}\b"), "%B %d, %Y"),
)
_CLAUSE = re.compile(r"[,;:()]")


@dataclass(frozen=True, slots=True)
class PostingText:
    """A posting and its text, line breaks kept."""

    posting_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A skill that a posting seems to ask for, and the sentence (line of the text from 1) that says so."""

    posting_id: str
    skill_id: str
    essential: bool
    min_level: float | None
    sentence: str
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one posting's text says. ``ambiguous`` are names of several skills, which nobody guessed at."""

    posting_id: str
    proposals: tuple[Proposal, ...]
    ambiguous: tuple[str, ...]
    opened_on: date | None
    closed_on: date | None
    left_out: int
    """Sentences that were not read because they are boilerplate."""


def read_postings(postings: Sequence[PostingText], names: SkillNames) -> list[Reading]:
    """Read the postings together: what many of them say is said of the company, not of the job."""
    said_often = repeated([posting.text for posting in postings])
    return [_read(posting, names, said_often) for posting in postings]


def _read(posting: PostingText, names: SkillNames, said_often: frozenset[str]) -> Reading:
    said = list(without_repeated(sentences(posting.text), said_often))
    asked = [sentence for sentence in said if sentence.kind is not Kind.BOILERPLATE]
    found: dict[str, Proposal] = {}
    ambiguous: dict[str, None] = {}
    for sentence in asked:
        mentions = names.find(sentence.text)
        for number, mention in enumerate(mentions):
            if len(mention.skill_ids) > 1:
                ambiguous[sentence.text[mention.start : mention.end]] = None
                continue
            since = mentions[number - 1].end if number else 0
            _keep(found, _proposal(posting.posting_id, sentence, mention, since))
    return Reading(
        posting.posting_id,
        tuple(found.values()),
        tuple(ambiguous),
        _dated(said, opening=True),
        _dated(said, opening=False),
        len(said) - len(asked),
    )


def _proposal(posting_id: str, sentence: Sentence, mention: Mention, since: int) -> Proposal:
    essential = sentence.kind is not Kind.OPTIONAL
    level = _level(sentence.text, since, mention.start)
    return Proposal(posting_id, mention.skill_ids[0], essential, level, sentence.text, sentence.line)


def _keep(found: dict[str, Proposal], one: Proposal) -> None:
    """Of several mentions of a skill: essential if any is, with the highest level; the first such sentence is shown."""
    before = found.get(one.skill_id)
    if before is None or (one.essential, one.min_level or 0.0) > (before.essential, before.min_level or 0.0):
        found[one.skill_id] = one


def _level(text: str, since: int, start: int) -> float | None:
    """The level asked for by years or words in the clause before the name; a word carries over a list of names."""
    before = text[:start]
    clause = _CLAUSE.split(text[since:start])[-1] if since else before
    years = [int(match.group(1)) for match in _YEARS.finditer(before)]
    stated = cues()
    by_years = [level for least, level in stated.years if years and years[-1] >= least]
    if by_years:
        return by_years[-1]
    for area in (clause, before):
        last = [
            (match.end(), match.end() - match.start(), level)
            for pattern, level in stated.levels
            for match in pattern.finditer(area)
        ]
        if last:
            return max(last)[-1]
    return None


def _dated(said: Iterable[Sentence], *, opening: bool) -> date | None:
    cue = cues().opening if opening else cues().closing
    for sentence in said:
        match = cue.search(sentence.text)
        found = _date(sentence.text[match.end() :]) if match else None
        if found is not None:
            return found
    return None


def _date(text: str) -> date | None:
    for pattern, form in _DATES:
        match = pattern.search(text)
        if match:
            try:
                return datetime.strptime(match.group(), form).date()  # noqa: DTZ007  # a date has no zone
            except ValueError:
                continue
    return None
