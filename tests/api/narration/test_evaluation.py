"""The evaluation draws by seed, asks every kind of question and proves each sentence anew."""

from __future__ import annotations

from api.composition import compose
from api.evaluation.drawing import KINDS, drawn
from api.evaluation.explanations import JudgedSentence, Tally, evaluate, first_answer, judged_sentences
from api.inquiry import Inquiry
from api.narration.narrator import ModelNarrator
from api.use_cases.explanation import Wish, explain
from reasoning.style import Audience
from tests.api.company import ACME, acme
from tests.api.conftest import COACH
from tests.api.documented import add_documents
from tests.api.fakes import NOW, FixedSnapshots
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
    kinds = [kind for kind in KINDS if kind not in ("documents", "plays")]  # the store of these tests has none
    tally, judged = run(len(kinds), 3)
    assert tally.by_kind == dict.fromkeys(kinds, 1)
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


def test_what_the_graph_does_not_hold_is_not_asked_about() -> None:
    """The little company has no situations; without people only roles and documents are asked about."""
    company = acme()
    add_documents(company)
    snapshots = FixedSnapshots(company.store)
    groups = drawn(snapshots.current(ACME), 1)
    kinds = [next(groups)[0].kind for _ in range(len(KINDS) - 1)]
    assert kinds == [kind for kind in KINDS if kind != "plays"]
    people = [key for key in company.store.nodes if key.label == "Person"]
    for key in people:
        del company.store.nodes[key]
    records = company.store.edge_records
    for edge_id in [one.edge_id for one in records.values() if "Person" in (one.start.label, one.end.label)]:
        del records[edge_id]
    groups = drawn(FixedSnapshots(company.store).current(ACME), 1)
    assert [next(groups)[0].kind for _ in range(3)] == ["careerPathFromRole", "transition", "documents"]


def test_documents_are_judged_too() -> None:
    company = acme()
    add_documents(company)
    deps = compose(
        company.store, FixedSnapshots(company.store), staleness_bound_seconds=300.0, clock=lambda: NOW, narration=None
    )
    groups = drawn(FixedSnapshots(company.store).current(ACME), 1)
    group = next(one for one in groups if one[0].kind == "documents")
    found = first_answer(lambda: Inquiry(deps, COACH), group)
    assert found is not None
    judged = judged_sentences(*found, explain(found[1], WISH))
    assert {one.kind for one in judged} == {"passage_in_force"}
    assert not any(one.unsupported for one in judged)
