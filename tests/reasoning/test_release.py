from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reasoning.evidence import Claim, ClaimKind
from reasoning.narrators import Narrator
from reasoning.narrators.templates import TemplateNarrator, render
from reasoning.release import cited_ids, claims_of, release
from reasoning.style import Style
from tests.reasoning.answering import answers, sample_claims
from tests.reasoning.companies import solara

CLAIMS, CITED = sample_claims()


class Scripted:
    """A narrator that says what it is told, and remembers what it was shown."""

    name = "scripted"

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts, self.shown = texts, list[str]()

    def word(self, claims: Sequence[Claim], style: Style) -> dict[str, str]:
        self.shown += [claim.id for claim in claims]
        return self.texts


def test_everything_proven_is_released_in_order() -> None:
    released = release(CLAIMS, CITED)
    assert released.dropped == ()
    assert [sentence.text for sentence in released.sentences] == [render(claim) for claim in CLAIMS]
    assert all(sentence.edge_ids and sentence.origin == "template" for sentence in released.sentences)


def test_a_claim_whose_edge_is_gone_is_dropped_and_counted() -> None:
    claim, other = CLAIMS[0], next(one for one in CLAIMS if not set(cited_ids([one])) & set(cited_ids(CLAIMS[:1])))
    gone = {key: edge for key, edge in CITED.items() if key != claim.edges[0].edge_id}
    released = release([claim, other], gone)
    assert [sentence.kind for sentence in released.sentences] == [other.kind]
    (dropped,) = released.dropped
    assert (dropped.claim_id, dropped.kind, dropped.codes) == (claim.id, claim.kind, ("unknown_id",))


def test_a_narrator_is_only_shown_what_is_proven_and_falls_back_to_the_template() -> None:
    claim = CLAIMS[0]
    narrator: Narrator = Scripted({claim.id: "This person is the best candidate ever."})
    released = release([claim], CITED, narrator)
    (sentence,) = released.sentences
    assert (sentence.text, sentence.origin, released.fallbacks) == (render(claim), "template", 1)
    assert "residue" in sentence.fallback_codes
    scripted = Scripted({})
    assert release([claim], {}, scripted).sentences == ()
    assert scripted.shown == []


def test_a_narrator_that_says_nothing_gets_the_template() -> None:
    (sentence,) = release(CLAIMS[:1], CITED, Scripted({})).sentences
    assert (sentence.text, sentence.fallback_codes) == (render(CLAIMS[0]), ("empty_text",))


def test_the_words_of_a_narrator_are_kept_when_they_hold() -> None:
    claim = CLAIMS[0]
    (sentence,) = release([claim], CITED, Scripted({claim.id: render(claim)})).sentences
    assert (sentence.origin, sentence.fallback_codes) == ("scripted", ())


def test_sentences_read_well() -> None:
    company, nodes = solara()
    gap, path, _, mentors = answers(company, nodes, "Ana", ["Data scientist"])
    texts = [
        sentence.text
        for answer in (gap, path, mentors)
        for sentence in release(claims_of(answer), company.cited()).sentences
    ]
    expected = [
        "Person Ana meets 1 of 5 requirements of Data scientist, 12 percent by weight.",
        "Person Ana has Django at level 2, which counts as Python; Data scientist asks for level 3, 1 more.",
        "Python 2 teaches Python to level 3; that reaches level 3, which Data scientist asks for.",
        "Python 2 requires Python 1 first.",
        "Person Ana has no record of Machine learning; Data scientist asks for it at level 3.",
        "The graph has no further course for Negotiation, which Data scientist asks for at level 2 as an option.",
        "Person Ana has SQL at level 3, and so meets level 2, which Data scientist asks for.",
        "Person Ana has held the role of Data analyst since 2022-01-01.",
        "12 moves from Data analyst to Data scientist were observed.",
        "For Data scientist, 1 of 4 needed skills carries over and 3 have to be learned.",
        "The path from Data analyst to Data scientist takes 1 step.",
        "Person Ben has Python at level 4, and offers mentoring in Python; Data scientist asks for level 3.",
        "Person Ben began as Data analyst on 2018-01-01 and as Data scientist on 2021-05-01.",
        "Person Ben offers mentoring in Statistics to 2 people at a time.",
    ]
    assert [text for text in expected if text not in texts] == []


def test_the_nearest_supported_locale_is_used_and_named() -> None:
    narrator = TemplateNarrator()
    assert narrator.word(CLAIMS, Style("de-AT")) == narrator.word(CLAIMS, Style("de"))
    assert narrator.word(CLAIMS, Style("pt")) == narrator.word(CLAIMS, Style("en"))
    used = {asked: release(CLAIMS[:1], CITED, style=Style(asked)).locale for asked in ("fr_CA", "de-AT", "pt", "")}
    assert used == {"fr_CA": "fr", "de-AT": "de", "pt": "en", "": "en"}


def test_the_reading_level_goes_with_the_sentences() -> None:
    released = release(CLAIMS, CITED, style=Style("de"))
    assert released.reading is not None
    assert (released.reading.formula, released.reading.sentences > len(released.sentences)) == ("amstad", True)
    assert release([], {}).reading is None


def test_a_caption_that_holds_an_address_is_never_released() -> None:
    claim = next(one for one in CLAIMS if one.kind is ClaimKind.COURSE_PREREQUISITE)
    (edge,) = claim.edges
    caption = "Mail bob@example.com"
    sneaky = replace(
        claim,
        edges=(replace(edge, start=replace(edge.start, caption=caption)),),
        slots={**claim.slots, "course": caption},
    )
    released = release([sneaky], {edge.edge_id: replace(CITED[edge.edge_id], start_caption=caption)})
    assert (released.sentences, released.dropped[0].codes) == ((), ("pii_or_link",))
