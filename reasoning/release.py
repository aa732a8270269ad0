"""Release: claims are worded, verified against the edges read back, and published or dropped. It reads no store."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.store import CitedEdge
from reasoning.answers import CareerPathAnswer, MentorMatchAnswer, SkillGapAnswer
from reasoning.evidence import Claim, ClaimKind, Sentence
from reasoning.narrators import Narrator
from reasoning.narrators.templates import TemplateNarrator, render
from reasoning.reading_level import ReadingLevel, reading_level
from reasoning.style import DEFAULT_STYLE, Style
from reasoning.verifier import verify_claim
from reasoning.wording import check_text

Answer = CareerPathAnswer | SkillGapAnswer | MentorMatchAnswer


@dataclass(frozen=True, slots=True)
class Dropped:
    """A claim that was not released, and why. It is counted, never shown."""

    claim_id: str
    kind: ClaimKind
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Released:
    """What may be shown, in the order of the claims, and what was dropped.

    ``locale`` is the language of the sentences: the supported one nearest to what was asked for.
    """

    sentences: tuple[Sentence, ...]
    dropped: tuple[Dropped, ...]
    locale: str = DEFAULT_STYLE.language

    @property
    def fallbacks(self) -> int:
        """How many sentences are the template's because the narrator's own was rejected or missing."""
        return sum(1 for sentence in self.sentences if sentence.fallback_codes)

    @property
    def reading(self) -> ReadingLevel | None:
        """How easy the sentences are to read together; None where nothing was released."""
        return reading_level((sentence.text for sentence in self.sentences), self.locale)


def release(
    claims: Sequence[Claim],
    cited: Mapping[str, CitedEdge],
    narrator: Narrator | None = None,
    style: Style = DEFAULT_STYLE,
    known: Collection[str] = (),
) -> Released:
    """Word the claims that the edges prove, keep each wording that the verifier accepts, else the template's.

    Only proven claims reach the narrator, so it never sees what may not be said. ``known`` are labels that no
    sentence may name unless its claim does.
    """
    narrator = narrator or TemplateNarrator()
    proven = {claim.id: verify_claim(claim, cited) for claim in claims}
    worded = narrator.word([claim for claim in claims if not proven[claim.id]], style)
    sentences, dropped = [], []
    for claim in claims:
        outcome = _outcome(claim, proven[claim.id], worded.get(claim.id, ""), narrator.name, style, known)
        if isinstance(outcome, Sentence):
            sentences.append(outcome)
        else:
            dropped.append(outcome)
    return Released(tuple(sentences), tuple(dropped), style.language)


def claims_of(answer: Answer) -> tuple[Claim, ...]:
    """All claims of an answer: of the whole first, then of its parts in order."""
    return tuple(_claims(answer))


def cited_ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The edge ids to read back before the claims may be released, each once."""
    return tuple(dict.fromkeys(edge.edge_id for claim in claims for edge in claim.edges))


def _claims(answer: Answer) -> Iterator[Claim]:
    yield from answer.claims
    match answer:
        case SkillGapAnswer():
            for item in answer.items:
                yield from item.claims
        case CareerPathAnswer():
            for path in answer.paths:
                yield from path.claims
            if answer.conflict is not None:
                yield from answer.conflict.claims
                yield from answer.conflict.without.claims if answer.conflict.without is not None else ()
        case MentorMatchAnswer():
            for candidate in answer.candidates:
                yield from candidate.claims


def _outcome(
    claim: Claim, unproven: list[str], text: str, origin: str, style: Style, known: Collection[str]
) -> Sentence | Dropped:
    if unproven:
        return Dropped(claim.id, claim.kind, tuple(unproven))
    own = TemplateNarrator().name
    rejected = check_text(claim, text, exact=origin == own, style=style, known=known)
    ids = tuple(edge.edge_id for edge in claim.edges)
    if not rejected:
        return Sentence(claim.id, claim.kind, text, ids, origin)
    template = render(claim, style)
    codes = check_text(claim, template, exact=True, style=style)
    if codes:
        return Dropped(claim.id, claim.kind, tuple(codes))
    return Sentence(claim.id, claim.kind, template, ids, own, tuple(rejected))
