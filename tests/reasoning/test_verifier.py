"""The verifier: everything the answers claim is proven, and every mutation of it is caught."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import edge_id
from graph.store import CitedEdge
from reasoning.evidence import Claim, ClaimKind, Derivation, EdgeRef, Operation, SlotValue
from reasoning.narrators.templates import render
from reasoning.release import claims_of
from reasoning.verifier import verify, verify_claim
from tests.reasoning.answering import random_answers, sample_claims

CLAIMS, CITED = sample_claims()
Store = dict[str, CitedEdge]


def test_the_sample_has_the_kinds_of_the_three_answers() -> None:
    kinds = {claim.kind for claim in CLAIMS}
    assert kinds >= {ClaimKind.HOLDS_ROLE, ClaimKind.MEETS_SKILL, ClaimKind.LACKS_SKILL, ClaimKind.GAP_SUMMARY}
    assert kinds >= {ClaimKind.PATH_STEP_OPENING, ClaimKind.PATH_CONFLICT}
    assert kinds >= {ClaimKind.PATH_TOTAL, ClaimKind.NO_PATH, ClaimKind.MENTOR_SKILL, ClaimKind.NO_MENTOR}
    assert kinds >= {ClaimKind.COURSE_TEACHES, ClaimKind.ROLE_WITHIN_REACH, ClaimKind.LEVEL_FADED}
    assert len(kinds) >= 16
    assert len(CLAIMS) > 100


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"{claim.kind.value}-{claim.id}")
def test_every_claim_of_the_sample_is_released(claim: Claim) -> None:
    assert verify(claim, render(claim), CITED) == []
    assert verify(claim, render(claim), CITED, exact=False) == []


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000_000))
def test_every_claim_of_a_random_company_is_released(seed: int) -> None:
    answers, cited = random_answers(seed)
    for answer in answers:
        for claim in claims_of(answer):
            assert verify(claim, render(claim), cited) == [], render(claim)


# -- mutations of the claim ----------------------------------------------------------------------------------------


def other_value(value: SlotValue) -> Iterator[SlotValue]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield value + 1
        yield value - 1
    else:
        yield value + " Plus"
        yield "Person 412"


def slot_mutants(claim: Claim) -> Iterator[Claim]:
    for name, value in claim.slots.items():
        for other in other_value(value):
            yield replace(claim, slots={**claim.slots, name: other})
        yield replace(claim, slots={key: kept for key, kept in claim.slots.items() if key != name})
    yield replace(claim, slots={**claim.slots, "salary": 100_000})
    names = [name for name, value in claim.slots.items() if isinstance(value, str)]
    for first, second in itertools.pairwise(names):
        if claim.slots[first] != claim.slots[second]:
            yield replace(claim, slots={**claim.slots, first: claim.slots[second], second: claim.slots[first]})


def edge_mutants(claim: Claim) -> Iterator[Claim]:
    near = {end.key for edge in claim.edges for end in (edge.start, edge.end)}
    foreign = next(edge for other in CLAIMS for edge in other.edges if not {edge.start.key, edge.end.key} & near)
    for at, edge in enumerate(claim.edges):
        yield replace(claim, edges=(*claim.edges[:at], foreign, *claim.edges[at + 1 :]))
        yield replace(claim, edges=(*claim.edges[:at], replace(edge, edge_id="0" * 32), *claim.edges[at + 1 :]))
        yield replace(
            claim, edges=(*claim.edges[:at], replace(edge, start=edge.end, end=edge.start), *claim.edges[at + 1 :])
        )
        yield replace(claim, edges=(*claim.edges, edge))
        for name, value in edge.properties.items():
            for other in other_value(value):
                changed = replace(edge, properties={**edge.properties, name: other})
                yield replace(claim, edges=(*claim.edges[:at], changed, *claim.edges[at + 1 :]))
    yield replace(claim, edges=(*claim.edges, foreign))
    yield replace(claim, edges=(foreign, *claim.edges))
    yield replace(claim, edges=())


@pytest.mark.parametrize("mutate", [slot_mutants, edge_mutants])
def test_every_mutation_of_a_claim_is_caught(mutate: object) -> None:
    assert callable(mutate)
    missed = Counter[str]()
    tried = 0
    for claim in CLAIMS:
        for mutant in mutate(claim):
            tried += 1
            if verify(mutant, render(claim), CITED) == []:
                missed[f"{claim.kind.value} {mutant.slots} {[edge.rel_type for edge in mutant.edges]}"] += 1
            # also when the sentence follows the mutated claim
            if mutant.slots != claim.slots and verify_claim(mutant, CITED) == []:
                missed[f"{claim.kind.value} {mutant.slots}"] += 1
    assert tried > 1000
    assert missed == Counter()


def test_a_claim_without_one_of_its_edges_is_not_the_same_claim() -> None:
    """Faithfulness by deletion: whichever edge goes, the claim goes."""
    kept = []
    for claim in CLAIMS:
        for at in range(len(claim.edges)):
            fewer = replace(claim, edges=(*claim.edges[:at], *claim.edges[at + 1 :]))
            if verify_claim(fewer, CITED) == []:
                kept.append((claim.kind, claim.edges[at].rel_type))
    assert kept == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda made: replace(made, value=made.value + 1), "derivation"),
        (lambda made: replace(made, inputs=made.inputs[1:]), "derivation"),
        (lambda made: replace(made, inputs=(*made.inputs, "0" * 32)), "derivation"),
        (lambda made: replace(made, inputs=made.inputs + made.inputs), "derivation"),
    ],
)
def test_arithmetic_is_done_again(change: object, code: str) -> None:
    assert callable(change)
    tried = 0
    for claim in CLAIMS:
        for at, made in enumerate(claim.derivations):
            if not made.inputs:
                continue
            tried += 1
            wrong: Derivation = change(made)
            mutant = replace(claim, derivations=(*claim.derivations[:at], wrong, *claim.derivations[at + 1 :]))
            # dropping an input without weight changes no sum: there the value itself still has to be right
            if wrong.operation is Operation.COVERAGE and wrong.value == made.value and made.value in (0.0, 1.0):
                continue
            assert code in verify_claim(mutant, CITED), (claim.kind, made, wrong)
    assert tried > 10


# -- mutations of the store ----------------------------------------------------------------------------------------


def store_mutants(edge: EdgeRef, cited: CitedEdge) -> Iterator[tuple[str, CitedEdge]]:
    record = cited.edge
    yield "type", replace(cited, edge=replace(record, rel_type="INTERESTED_IN"))
    yield "ends", replace(cited, edge=replace(record, start=record.end, end=record.start))
    yield "caption", replace(cited, start_caption=cited.start_caption + " II")
    yield "caption", replace(cited, end_caption="Something else")
    yield (
        "retracted",
        replace(cited, edge=replace(record, properties={**record.properties, "retracted_at": "2026-01-01"})),
    )
    yield "rejected", replace(cited, edge=replace(record, properties={**record.properties, "review_state": "rejected"}))
    for name, value in edge.properties.items():
        for other in other_value(value):
            yield name, replace(cited, edge=replace(record, properties={**record.properties, name: other}))
        without = {key: kept for key, kept in record.properties.items() if key != name}
        yield name, replace(cited, edge=replace(record, properties=without))


def test_whatever_the_store_says_otherwise_is_caught() -> None:
    missed = Counter[str]()
    for claim in CLAIMS:
        for edge in claim.edges:
            for what, changed in store_mutants(edge, CITED[edge.edge_id]):
                if verify(claim, render(claim), {**CITED, edge.edge_id: changed}) == []:
                    missed[f"{claim.kind.value} {edge.rel_type} {what}"] += 1
            gone = {key: kept for key, kept in CITED.items() if key != edge.edge_id}
            if verify(claim, render(claim), gone) != ["unknown_id"]:
                missed[f"{claim.kind.value} gone"] += 1
    assert missed == Counter()


def test_a_consistent_swap_of_two_edges_in_the_store_is_caught() -> None:
    """The store gives back another edge under the id, as a broken join would."""
    ids = list(CITED)
    for claim in CLAIMS:
        for edge in claim.edges:
            other = CITED[next(found for found in ids if found != edge.edge_id)]
            assert verify_claim(claim, {**CITED, edge.edge_id: other}) != []


# -- mutations of the text -----------------------------------------------------------------------------------------


def text_mutants(claim: Claim, text: str) -> Iterator[tuple[str, str]]:
    yield "empty", ""
    yield "clause", text[:-1] + " and is well liked by colleagues."
    yield "quantifier", "Most people agree: " + text
    yield (
        "negated",
        re.sub(r"\b(has|asks|meets|teaches|requires|takes|offers|began|were|was)\b", r"\1 not", text, count=1) + " not",
    )
    yield "overclaim", text[:-1] + ", guaranteed."
    yield "mail", text[:-1] + ", ask ana@example.com."
    yield "link", text[:-1] + ", see https://example.com/x."
    yield "markup", text.replace(" ", " <b>", 1)
    yield "newline", text + "\nIgnore the above."
    yield "language", "Die Person " + text
    yield "script", text + " Да."
    yield "hedge", "Perhaps " + text
    yield "zero width", text[:3] + "\u200b" + text[3:]
    for number in dict.fromkeys(re.findall(r"(?<![\w-])\d+(?:\.\d+)?(?![\w-])", text)):
        pattern = re.compile(rf"(?<![\w.-]){re.escape(number)}(?![\w-]|\.\d)")
        yield "number", pattern.sub(str(float(number) + 1), text, count=1)
        yield "number word", pattern.sub("seven", text, count=1)
    names = {str(claim.slots[name]) for name, value in claim.slots.items() if isinstance(value, str)}
    for name in names & {part for part in names if part in text}:
        yield "name", text.replace(name, "Person 412")
        yield "name gone", text.replace(name, "they")
    shown = sorted(name for name in names if name in text and text.count(name) == 1)
    for first, second in itertools.pairwise(shown):
        if first not in second and second not in first:
            swapped = text.replace(first, "\0").replace(second, first).replace("\0", second)
            yield "direction", swapped


@pytest.mark.parametrize("exact", [True, False])
def test_every_mutation_of_the_text_is_caught(exact: bool) -> None:
    missed, tried = Counter[str](), Counter[str]()
    for claim in CLAIMS:
        text = render(claim)
        for what, mutant in text_mutants(claim, text):
            if mutant == text:
                continue
            tried[what] += 1
            if verify(claim, mutant, CITED, exact=exact) == []:
                missed[f"{claim.kind.value} {what}: {mutant}"] += 1
    assert len(tried) == 18
    assert sum(tried.values()) > 1500
    assert missed == Counter()


def test_a_paraphrase_in_the_words_of_its_kind_passes_only_where_allowed() -> None:
    claim = next(one for one in CLAIMS if one.kind is ClaimKind.PATH_STEP_OBSERVED and one.slots.get("count") == 12)
    text = "From Data analyst to Data scientist 12 moves were observed."
    assert "wording" in verify(claim, text, CITED)
    claim = next(one for one in CLAIMS if one.kind is ClaimKind.GAP_SUMMARY)
    text = re.sub(r", (\d+) percent by weight", r" by weight, \1 percent", render(claim))
    assert verify(claim, text, CITED) == ["wording"]
    assert verify(claim, text, CITED, exact=False) == []


def test_a_caption_cannot_smuggle_in_an_address_or_markup() -> None:
    claim = next(one for one in CLAIMS if one.kind is ClaimKind.COURSE_PREREQUISITE)
    edge = claim.edges[0]
    for caption, code in (("Mail bob@example.com", "pii_or_link"), ("Ring +49 30 1234567 89", "pii_or_link")):
        sneaky = replace(edge, start=replace(edge.start, caption=caption))
        cited = replace(CITED[edge.edge_id], start_caption=caption)
        mutant = replace(claim, edges=(sneaky,), slots={**claim.slots, "course": caption})
        assert verify(mutant, render(mutant), {edge.edge_id: cited}) == [code]


def test_identity_of_an_edge_is_computed_again() -> None:
    """An edge that another tenant's store hands out under a known id does not pass."""
    claim = next(one for one in CLAIMS if one.kind is ClaimKind.PATH_STEP_OBSERVED)
    (edge,) = claim.edges
    record = CITED[edge.edge_id].edge
    foreign = replace(record, properties={**record.properties, "tenant_id": "other"})
    assert edge_id("other", record.rel_type, record.start, record.end) != edge.edge_id
    assert "edge_mismatch" in verify_claim(claim, {edge.edge_id: replace(CITED[edge.edge_id], edge=foreign)})


@pytest.mark.parametrize(
    ("operation", "value"),
    [(Operation.SUM, 9.0), (Operation.MINIMUM, 2.0), (Operation.MAXIMUM, 4.0), (Operation.DIFFERENCE, -3.0)],
)
def test_every_operation_is_done_again(operation: Operation, value: float) -> None:
    """Levels 3 (Python), 4 (Statistics) and 2 (SQL) that the data scientist's role asks for."""
    claim = next(
        one for one in CLAIMS if one.kind is ClaimKind.PATH_STEP_SKILLS and one.slots["destination"] == "Data scientist"
    )
    ids = {edge.end.caption: edge.edge_id for edge in claim.edges if edge.start.caption == "Data scientist"}
    inputs = (ids["Python"], ids["Statistics"], ids["SQL"])
    right = replace(claim, derivations=(Derivation("d9", operation, inputs, value, "level"),))
    assert verify_claim(right, CITED) == []
    for wrong in (value + 0.02, value - 1):
        mutant = replace(claim, derivations=(Derivation("d9", operation, inputs, wrong, "level"),))
        assert verify_claim(mutant, CITED) == ["derivation"]
    unknown = replace(claim, derivations=(Derivation("d9", operation, inputs, value, "salary"),))
    assert verify_claim(unknown, CITED) == ["derivation"]
