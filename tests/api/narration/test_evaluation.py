"""The evaluation draws by seed, asks every kind of question and proves each sentence anew."""

from __future__ import annotations

from api.evaluation.drawing import KINDS, WITHOUT_PEOPLE, drawn
from api.evaluation.explanations import JudgedSentence, Tally, evaluate, first_answer, judged_sentences
from api.narration.narrator import ModelNarrator
from api.use_cases.explanation import Wish, explain
from reasoning.style import Audience
from tests.api.narration.model_server import model_server, truthful
from tests.api.narration.narrating import narrator
from tests.api.narration.sample_company import coach, sample_store

WISH = Wish(Audience.COACH)


def run(questions: int, seed: int, narration: ModelNarrator | None = None) -> tuple[Tally, list[JudgedSentence]]:
    tally = Tally()
    found = [
        one for group in evaluate(lambda: coach(narration), questions, WISH, seed=seed, tally=tally) for one in group
    ]
    return tally, found


def test_every_kind_is_asked_alike_and_everything_is_supported() -> None:
    tally, judged = run(2 * len(KINDS), 3)
    assert tally.by_kind == dict.fromkeys(KINDS, 2)
    report = tally.report(None)
    assert (report["support"], report["acceptance"], report["model"]) == (1.0, None, None)
    assert report["sentences"] == len(judged) > 50
    lines = [one.line() for one in judged]
    assert all(line["edge_ids"] and line["supported"] and line["origin"] == "template" for line in lines)
    assert set(lines[0]) == {"question", "claim_id", "kind", "text", "origin", "edge_ids", "codes", "supported"}
    names = {str(node.properties["name"]) for key, node in sample_store().nodes.items() if key.label == "Person"}
    assert not any(name in str(line) for line in lines[:40] for name in names)


def test_the_seed_decides_the_questions() -> None:
    snapshot = coach().snapshot

    def first(seed: int) -> list[str]:
        groups = drawn(snapshot, seed)
        return [next(groups)[0].name for _ in range(8)]

    assert first(1) == first(1) != first(2)


def test_a_model_is_counted_by_what_it_got_released() -> None:
    with model_server() as server:
        server.speaker = lambda document, claim: (
            truthful(document, claim) if claim["id"].endswith(("1", "3", "5")) else "All is well, surely."
        )
        narration = narrator(server.base_url)
        tally, judged = run(4, 5, narration)
        narration.close()
    report = tally.report("fake")
    by_model = sum(one.origin == "llm" for one in judged)
    # An answer that a human must release first is worded by templates alone and does not count.
    asked = sum(one.origin == "llm" or bool(one.codes) for one in judged)
    assert 0 < by_model < asked <= len(judged)
    assert report["acceptance"] == round(by_model / asked, 4)
    assert report["fallbackRate"] == round((asked - by_model) / asked, 4)
    assert report["support"] == 1.0
    assert report["codes"]["residue"] > 0
    assert report["tokens"]["prompt"] > 0 < report["tokensPerAnswer"]


def test_what_the_store_no_longer_bears_out_is_found() -> None:
    question, answered = first_answer(coach, next(drawn(coach().snapshot, 3))) or (None, None)
    assert question is not None
    assert answered is not None
    explanation = explain(answered, WISH)
    store = sample_store()
    edge = store.edge_records.pop(explanation.claims[0].edge_ids[0])
    try:
        judged = judged_sentences(question, answered, explanation)
    finally:
        store.edge_records[edge.edge_id] = edge
    assert "unknown_id" in judged[0].unsupported
    assert any(not one.unsupported for one in judged)


def test_without_people_there_are_still_questions() -> None:
    assert KINDS.keys() > WITHOUT_PEOPLE
