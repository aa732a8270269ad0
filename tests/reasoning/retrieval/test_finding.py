"""Filter before rank, the version of the day, quotes to the letter, and figures over the sample library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import resources

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from api.embedding import semantics
from benchmarks.documents.corpus import library_snapshot, questions
from benchmarks.documents.measures import Ranked, cross_validated, fit, ranked, retrieval
from graph.columns import EPOCH
from graph.keys import digest
from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.evidence import ClaimKind
from reasoning.release import release
from reasoning.retrieval import DocumentRequest, DocumentsAnswer, SearchMode, Semantics, find_passages
from reasoning.retrieval.confidence import Calibration, Features, calibration
from reasoning.retrieval.finding import Ranking
from reasoning.retrieval.in_force import versions_in_force
from reasoning.retrieval.library import Library, sentences_of
from reasoning.retrieval.quotes import MAX_QUOTE, quote_holds, quote_of
from reasoning.retrieval.semantics import Vectors, VectorsUnavailable
from reasoning.retrieval.words import stem, words
from reasoning.verifier import verify_claim
from tests.reasoning.building import Company
from tests.reasoning.retrieval.shelves import DAY, shelve, supersede

ALWAYS = Calibration(30.0, (0.0, 0.0), 0.5)


def found(
    snapshot: Snapshot, question: str, *audiences: str, day: date = DAY, meaning: Semantics | None = None
) -> DocumentsAnswer:
    return find_passages(snapshot, DocumentRequest(question, day, audiences, first=20), meaning, ALWAYS)


def ids(snapshot: Snapshot, question: str, *audiences: str, day: date = DAY) -> list[str]:
    return [hit.passage.key.id for hit in found(snapshot, question, *audiences, day=day).hits]


# -- words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How many days?", ["many", "day"]),
        ("applying applies applied", ["apply", "apply", "apply"]),
        ("Büro, Überstunden", ["buro", "uberstunden"]),
        ("it's 24 months", ["24", "month"]),
        ("", []),
    ],
)
def test_words_are_compared_without_accents_endings_and_small_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(max_size=40))
@settings(max_examples=60)
def test_any_text_has_words_and_a_stem_is_never_empty(text: str) -> None:
    assert all(word and stem(word) for word in words(text))


# -- in force --------------------------------------------------------------------------------------------------


def in_force(snapshot: Snapshot, day: date) -> set[str]:
    library = derived(snapshot, Library)
    mask = versions_in_force(library, (day - EPOCH).days)
    return {snapshot.ids[version.node] for version, standing in zip(library.versions, mask, strict=True) if standing}


def test_of_a_series_the_latest_begun_version_is_in_force() -> None:
    company = Company()
    for version, since in (("1", date(2024, 1, 1)), ("2", date(2025, 1, 1)), ("3", date(2027, 1, 1))):
        shelve(company, "travel", version, since=since)
    snapshot = company.snapshot()
    assert in_force(snapshot, date(2023, 12, 31)) == set()
    assert in_force(snapshot, date(2024, 12, 31)) == {"travel@1"}
    assert in_force(snapshot, date(2025, 1, 1)) == {"travel@2"}
    assert in_force(snapshot, date(2027, 1, 1)) == {"travel@3"}


def test_a_version_that_has_ended_leaves_nothing_in_force() -> None:
    company = Company()
    shelve(company, "travel", "1", since=date(2024, 1, 1))
    shelve(company, "travel", "2", since=date(2025, 1, 1), until=date(2025, 6, 30))
    snapshot = company.snapshot()
    assert in_force(snapshot, date(2025, 6, 30)) == {"travel@2"}
    assert in_force(snapshot, date(2025, 7, 1)) == set()


def test_another_series_can_supersede_and_its_audience_plays_no_part() -> None:
    company = Company()
    old = shelve(company, "bikes", "1", since=date(2024, 1, 1))
    new = shelve(company, "travel", "1", since=date(2026, 1, 1), audience=("manager",))
    supersede(company, new, old, date(2026, 1, 1))
    snapshot = company.snapshot()
    assert in_force(snapshot, date(2025, 12, 31)) == {"bikes@1"}
    assert in_force(snapshot, date(2026, 1, 1)) == {"travel@1"}
    assert ids(snapshot, "Rule of bikes", "employee") == []


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 900), st.integers(0, 900)), max_size=8), st.integers(0, 900)
)
@settings(max_examples=40, deadline=None)
def test_no_cited_version_is_superseded_or_over_on_the_day(rows: list[tuple[int, int, int]], at: int) -> None:
    company = Company()
    seen: dict[str, tuple[str, date, date | None]] = {}
    for number, (shelf, begins, lasts) in enumerate(rows):
        since = date.fromordinal(date(2024, 1, 1).toordinal() + begins)
        until = date.fromordinal(since.toordinal() + lasts) if lasts % 2 else None
        shelve(company, f"s{shelf}", str(number), since=since, until=until)
        seen[f"s{shelf}@{number}"] = (f"s{shelf}", since, until)
    day = date.fromordinal(date(2024, 1, 1).toordinal() + at)
    for hit in found(company.snapshot(), "Which rule holds?", day=day).hits:
        series, since, until = seen[hit.document.key.id]
        assert since <= day
        assert until is None or day <= until
        assert not [1 for other, begun, _ in seen.values() if other == series and since < begun <= day]


# -- access ----------------------------------------------------------------------------------------------------

TEXTS = st.text(alphabet="abcde ", min_size=1, max_size=30)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.lists(TEXTS, min_size=1, max_size=6), TEXTS)
@settings(max_examples=40, deadline=None)
def test_what_may_not_be_read_changes_nothing_not_even_scores(
    open_texts: list[str], closed_texts: list[str], question: str
) -> None:
    company = Company()
    for number, text in enumerate(open_texts):
        shelve(company, f"open{number}", texts={"Rule": text})
    without = found(company.snapshot(), question, "employee")
    for number, text in enumerate(closed_texts):
        shelve(company, f"closed{number}", texts={"Rule": text}, audience=("manager", "admin"))
    assert found(company.snapshot(), question, "employee") == without


def test_a_passage_whose_edge_is_gone_is_not_searched() -> None:
    company = Company()
    shelve(company, "travel", texts={"Trains": "Second class.", "Planes": "Second row."})
    snapshot = company.snapshot()
    assert len(ids(snapshot, "second")) == 2
    company.links = {edge_id: edge for edge_id, edge in company.links.items() if not edge.end.id.endswith("#2")}
    assert ids(company.snapshot(), "second") == ["travel@1#1"]


# -- ranking and answers ---------------------------------------------------------------------------------------


def test_rare_words_count_more_and_ties_follow_the_text() -> None:
    company = Company()
    shelve(company, "a", texts={"One": "Rule about trains.", "Two": "Rule about ships.", "Three": "Rule about cars."})
    assert ids(company.snapshot(), "rule about ships")[0] == "a@1#2"
    assert ids(company.snapshot(), "rule") == ["a@1#1", "a@1#2", "a@1#3"]
    assert ids(company.snapshot(), "zebra") == []


def letters(texts: Sequence[str]) -> Vectors:
    """Counts of letters as a stand-in for meaning."""
    table = np.array([[text.lower().count(chr(97 + at)) for at in range(26)] for text in texts], dtype=np.float32)
    return np.asarray(table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def test_meaning_finds_what_shares_no_word_and_embeds_only_what_is_new() -> None:
    asked: list[str] = []

    def embed(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        return letters(texts)

    company = Company()
    shelve(company, "a", texts={"One": "zzzz zzz.", "Two": "mmm mmmm."})
    meaning = Semantics(embed)
    answer = found(company.snapshot(), "zz z", meaning=meaning)
    assert answer.mode is SearchMode.HYBRID
    assert answer.hits[0].passage.key.id == "a@1#1"
    asked.clear()
    shelve(company, "b", texts={"Three": "qqq."})
    found(company.snapshot(), "zz z", meaning=meaning)
    assert asked == ["The b rules. Three. qqq.", "zz z"]


def test_a_model_that_fails_leaves_an_answer_by_words_that_says_so() -> None:
    def embed(texts: Sequence[str]) -> Vectors:
        raise VectorsUnavailable

    company = Company()
    shelve(company, "a", texts={"One": "Trains are booked.", "Two": "Ships are not."})
    answer = found(company.snapshot(), "Are trains booked?", meaning=Semantics(embed))
    assert answer == found(company.snapshot(), "Are trains booked?")
    assert answer.mode is SearchMode.LEXICAL
    assert answer.hits[0].passage.key.id == "a@1#1"


def test_synonyms_meet_and_no_word_is_in_two_groups() -> None:
    assert words("My boss and my salary") == words("my manager and my pay")
    raw = yaml.safe_load((resources.files("reasoning.retrieval") / "synonyms.yaml").read_text("utf-8"))
    listed = [word for group in raw for word in dict.fromkeys(map(stem, group))]
    assert len(listed) == len(set(listed))


def test_an_empty_library_answers_that_it_has_nothing() -> None:
    answer = find_passages(Company().snapshot(), DocumentRequest("Anything?", DAY, ("employee",)))
    assert (answer.found, answer.considered, answer.confidence, answer.hits) == (False, 0, 0.0, ())


def test_every_claim_is_proved_by_its_edges_and_falls_with_them() -> None:
    company = Company()
    old = shelve(company, "travel", "1", since=date(2024, 1, 1))
    new = shelve(company, "travel", "2", since=date(2026, 1, 1))
    supersede(company, new, old, date(2026, 1, 1))
    now = datetime(2026, 6, 1, tzinfo=UTC)
    request = DocumentRequest("rule of travel", date(2025, 1, 1), ("employee",), now=now)
    answer = find_passages(company.snapshot(), request, None, ALWAYS)
    (hit,) = answer.hits
    assert not hit.current
    cited = company.cited()
    sentences = [sentence.text for sentence in release(hit.claims, cited).sentences]
    assert sentences == [
        "The travel rules, version 1, section Rule: in force from 2024-01-01, superseded on 2026-01-01.",
        "The travel rules, version 1, has been superseded by The travel rules, version 2, since 2026-01-01.",
    ]
    passage, newer = hit.evidence
    rest = {edge_id: one for edge_id, one in cited.items() if edge_id != passage.edge_id}
    assert [one.kind for one in release(hit.claims, rest).sentences] == [ClaimKind.DOCUMENT_SUPERSEDED]
    rest = {edge_id: one for edge_id, one in cited.items() if edge_id != newer.edge_id}
    assert release(hit.claims, rest).sentences == ()
    alone = replace(hit.claims[0], edges=(passage,))
    assert verify_claim(alone, cited)


def test_a_later_version_of_the_series_is_enough_not_to_be_current() -> None:
    company = Company()
    shelve(company, "travel", "1", since=date(2024, 1, 1))
    shelve(company, "travel", "2", since=date(2026, 1, 1))
    now = datetime(2026, 6, 1, tzinfo=UTC)
    request = DocumentRequest("rule of travel", date(2025, 1, 1), ("employee",), now=now)
    (hit,) = find_passages(company.snapshot(), request, None, ALWAYS).hits
    assert (hit.version, hit.current) == ("1", False)


# -- quotes ----------------------------------------------------------------------------------------------------


@given(st.text(max_size=900), st.text(max_size=60))
@settings(max_examples=80)
def test_a_quote_stands_in_the_text_to_the_letter(text: str, question: str) -> None:
    quote = quote_of(text, question)
    assert quote in text
    assert len(quote) <= MAX_QUOTE
    assert bool(quote) == bool(sentences_of(text))


def test_a_quote_holds_only_for_the_text_that_was_hashed() -> None:
    text = "You may. You must not."
    assert quote_holds("You may.", text, digest(text))
    assert not quote_holds("You may.", text + " ", digest(text))
    assert not quote_holds("You must.", text, digest(text))
    assert not quote_holds("", text, digest(text))


# -- figures ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample() -> Snapshot:
    return library_snapshot()


@pytest.fixture(scope="module")
def hybrid(sample: Snapshot) -> list[Ranked]:
    meaning = semantics()
    assert meaning is not None
    return ranked(sample, questions(), meaning)


def test_the_questions_name_passages_that_exist(sample: Snapshot) -> None:
    known = {sample.ids[node] for node in sample.nodes("Passage")}
    asked = questions()
    assert (sum(bool(one.gold) for one in asked), sum(not one.gold for one in asked)) == (40, 20)
    assert {gold for one in asked for gold in one.gold} <= known


def test_figures_stay_what_the_report_says(hybrid: list[Ranked]) -> None:
    figures = retrieval(hybrid)
    assert figures["recall_at_5"] >= 0.9
    assert figures["precision_at_1"] >= 0.65
    decided = cross_validated(hybrid, 5, 3)
    assert decided["not_found_precision"] >= 0.65
    assert decided["not_found_recall"] >= 0.65
    assert decided["answerable_kept"] >= 0.8


def test_the_calibration_is_the_one_that_the_benchmark_fits(hybrid: list[Ranked]) -> None:
    assert fit(hybrid) == calibration(SearchMode.HYBRID)


def test_more_in_common_is_never_less_sure() -> None:
    for mode in SearchMode:
        rule = calibration(mode)
        assert rule.probability(Features(0.9, 0.5)) > rule.probability(Features(0.2, 0.5))
        assert rule.probability(Features(0.5, 0.9)) >= rule.probability(Features(0.5, 0.2))


def test_no_superseded_version_is_cited_for_any_question(sample: Snapshot, hybrid: list[Ranked]) -> None:
    library = derived(sample, Library)
    for one in hybrid:
        ranking = Ranking(sample, DocumentRequest(one.question.ask, one.question.as_of, (one.question.audience,)), None)
        standing = versions_in_force(library, (one.question.as_of - EPOCH).days)
        assert all(standing[library.passages[at].version] for at in ranking.order)
