"""Answers from documents in GraphQL: types, and their making from what the use case returns."""

from __future__ import annotations

from datetime import date
from enum import Enum

import strawberry

from api.schema.answers import Answer, Sentence
from api.schema.described import meaning_of
from api.schema.edges import Edge, NodeRef
from api.schema.present_answers import Presenter
from api.use_cases.answered import Answered
from reasoning.plays import PlaysAnswer as FoundPlays
from reasoning.retrieval import DocumentsAnswer as Found
from reasoning.retrieval import PassageHit, SearchMode

strawberry.enum(SearchMode, description="How passages were ranked: by words and meaning, or by words alone.")


@strawberry.enum(description="Kinds of documents.")
class DocumentKind(Enum):
    """What a document is."""

    POLICY = strawberry.enum_value("policy", description="Rules that hold.")
    PLAYBOOK = strawberry.enum_value("playbook", description="Ways of acting in a situation.")
    GUIDE = strawberry.enum_value("guide", description="Everything else.")


@strawberry.type(description="A passage that answers, as it stands in the version in force on the day asked about.")
class DocumentPassage:
    """A passage with its citation."""

    passage: NodeRef = strawberry.field(description="The passage.")
    document: NodeRef = strawberry.field(description="The version of the document.")
    series: str = strawberry.field(description=meaning_of("Document", "series"))
    version: str = strawberry.field(description=meaning_of("Document", "version"))
    kind: DocumentKind = strawberry.field(description=meaning_of("Document", "kind"))
    section: str = strawberry.field(description=meaning_of("Passage", "name"))
    place: int = strawberry.field(description=meaning_of("HAS_PASSAGE", "place"))
    quote: str = strawberry.field(description="What is quoted, to the letter; checked against the stored text.")
    text: str = strawberry.field(description=meaning_of("Passage", "text"))
    in_force_from: date = strawberry.field(description=meaning_of("Document", "in_force_from"))
    in_force_to: date | None = strawberry.field(description=meaning_of("Document", "in_force_to"))
    current: bool = strawberry.field(description="Whether the version is in force today.")
    superseded_by: NodeRef | None = strawberry.field(description="The version that has taken its place by now.")
    owner: str | None = strawberry.field(description=meaning_of("Document", "owner"))
    score: float = strawberry.field(description="Sum of reciprocal ranks; compares passages of one answer alone.")
    evidence: list[Edge] = strawberry.field(description="The edges that tie it to its version, read back.")
    sentences: list[Sentence] = strawberry.field(description="Where it stands and since when it is in force.")


@strawberry.type(description="What the documents say, or that they do not.")
class DocumentsAnswer(Answer):
    """Answer to documents."""

    question: str = strawberry.field(description="The question.")
    as_of: date = strawberry.field(description="The day whose rules were asked for.")
    found: bool = strawberry.field(description="False when no passage that you may read answers the question.")
    confidence: float = strawberry.field(description="Calibrated probability that the documents answer it.")
    threshold: float = strawberry.field(description="Confidence from which on an answer counts as found.")
    mode: SearchMode = strawberry.field(description="How passages were ranked.")
    considered: int = strawberry.field(description="Passages in force on that day that you may read.")
    passages: list[DocumentPassage] = strawberry.field(description="The passages, best first; empty when not found.")


def present(answered: Answered[Found]) -> DocumentsAnswer:
    """The answer to documents."""
    show, found = Presenter(answered), answered.answer
    return DocumentsAnswer(
        **show.common(),
        question=found.question,
        as_of=found.as_of,
        found=found.found,
        confidence=found.confidence,
        threshold=found.threshold,
        mode=found.mode,
        considered=found.considered,
        passages=[_passage(show, hit) for hit in found.hits],
    )


def _passage(show: Presenter, hit: PassageHit) -> DocumentPassage:
    return DocumentPassage(
        passage=show.ref(hit.passage),
        document=show.ref(hit.document),
        series=hit.series,
        version=hit.version,
        kind=DocumentKind(hit.kind),
        section=hit.section,
        place=hit.place,
        quote=hit.quote,
        text=hit.text,
        in_force_from=hit.in_force_from,
        in_force_to=hit.in_force_to,
        current=hit.current,
        superseded_by=show.maybe(hit.superseded_by),
        owner=hit.owner,
        score=hit.score,
        evidence=show.evidence(hit.evidence),
        sentences=show.sentences(hit.claims),
    )


@strawberry.type(description="A play that a declared rule calls for in the person's situation.")
class PlayMatch:
    """A play with the rule and what makes it true."""

    play: NodeRef = strawberry.field(description="The play.")
    situation: NodeRef = strawberry.field(description="The situation that holds.")
    rule: str = strawberry.field(description=meaning_of("Situation", "conditions"))
    document: NodeRef | None = strawberry.field(
        description="The playbook that describes it, in the version in force today; null where you may not read it."
    )
    evidence: list[Edge] = strawberry.field(description="The rule's edge, and those that make it true.")
    sentences: list[Sentence] = strawberry.field(description="That the situation holds, and the facts one by one.")


@strawberry.type(description="The plays that fit the person's situation, by declared rules.")
class PlaysAnswer(Answer):
    """Answer to plays."""

    subject: NodeRef = strawberry.field(description="Whose situation.")
    plays: list[PlayMatch] = strawberry.field(description="The plays; empty when no rule holds.")
    considered: int = strawberry.field(description="How many rules were evaluated.")


def present_plays(answered: Answered[FoundPlays]) -> PlaysAnswer:
    """The answer to plays."""
    show, found = Presenter(answered), answered.answer
    return PlaysAnswer(
        **show.common(),
        subject=show.ref(found.subject),
        plays=[
            PlayMatch(
                play=show.ref(one.play),
                situation=show.ref(one.situation),
                rule=one.rule,
                document=show.maybe(one.document),
                evidence=show.evidence(one.evidence),
                sentences=show.sentences(one.claims),
            )
            for one in found.plays
        ],
        considered=found.considered,
    )
