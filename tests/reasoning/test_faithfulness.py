"""Deletion and counterfactual: without an edge its sentences go, with another value they say the other value."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.keys import Value
from graph.store import CitedEdge, EdgeRecord
from ontology.errors import BadInput
from reasoning.evidence import Claim, ClaimKind
from reasoning.narrators.spoken import WORDING_SLOTS, spoken
from reasoning.narrators.templates import render
from reasoning.release import claims_of, release
from reasoning.style import SUPPORTED, Style
from reasoning.verifier import verify, verify_claim
from tests.reasoning.answering import answers, sample_claims
from tests.reasoning.building import Company
from tests.reasoning.companies import Nodes
from tests.reasoning.random_companies import random_company
from tests.reasoning.spreading import spread

CLAIMS, CITED = sample_claims()
ROLES = [f"role {number}" for number in range(4)]
SAID = {
    "HAS_SKILL": "level",
    "ASSESSED": "level",
    "REQUIRES_SKILL": "min_level",
    "TEACHES_SKILL": "to_level",
    "TRANSITIONS_TO": "observed_count",
    "HOLDS_ROLE": "valid_from",
    "OFFERS_MENTORING": "capacity",
}
"""By type of edge the property whose value sentences say."""


def told(company: Company, nodes: Nodes) -> dict[str, Claim]:
    """All claims of the three questions about one person, by their English text."""
    try:
        found = list(answers(company, nodes, "person 0", ROLES))
    except BadInput:  # someone whose only post was taken out has no path to ask for
        return {}
    return {render(claim): claim for answer in found for claim in claims_of(answer)}


def small(seed: int) -> tuple[Company, Nodes]:
    return random_company(seed, people=4, roles=4, skills=6)


OF_SEVERAL = (ClaimKind.GAP_SUMMARY, ClaimKind.PATH_STEP_SKILLS, ClaimKind.PATH_TOTAL)


# -- deletion ------------------------------------------------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000_000))
@example(548)
@example(523)
@example(290)
def test_a_claim_without_one_of_its_edges_is_gone_or_another(seed: int) -> None:
    """A claim over several needs or steps shows each by its best evidence; for one, that of another may do as well."""
    company, nodes = small(seed)
    cited, dice = company.cited(), random.Random(seed)
    claims = list(told(company, nodes).values())
    for claim in dice.sample(claims, min(12, len(claims))):
        for at, edge in enumerate(claim.edges):
            fewer = replace(claim, edges=(*claim.edges[:at], *claim.edges[at + 1 :]))
            if verify_claim(fewer, cited) == []:
                assert claim.kind in OF_SEVERAL, (claim.kind, edge.rel_type)
                assert edge.start.caption != claim.slots.get("role", claim.slots.get("destination")), (
                    "a need is never spare"
                )
            gone = {key: kept for key, kept in cited.items() if key != edge.edge_id}
            assert verify(claim, render(claim), gone) == ["unknown_id"]


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000_000), st.booleans())
def test_an_edge_taken_out_of_the_graph_takes_its_sentences_along(seed: int, scattered: bool) -> None:
    """End to end: the answer is computed anew; nothing cites the edge, and what did says something else now.

    Links between identifiers of a person are edges like any other.
    """
    company, nodes = small(seed)
    if scattered:
        company, _ = spread(company, random.Random(seed), chains=True)
    before = told(company, nodes)
    if not before:
        return
    dice = random.Random(seed)
    lost = dice.choice(dice.choice(list(before.values())).edges).edge_id
    del company.links[lost]
    after = told(company, nodes)
    cited = company.cited()
    for text, claim in after.items():
        assert lost not in {edge.edge_id for edge in claim.edges}
        assert verify(claim, text, cited) == []
    for text, claim in before.items():
        if lost in {edge.edge_id for edge in claim.edges}:
            assert after.get(text) != claim


# -- counterfactual ------------------------------------------------------------------------------------------------


def other(value: Value) -> Value:
    """Another value of the same kind, that no number of the company has."""
    if isinstance(value, date):
        return value + timedelta(days=401)
    if isinstance(value, int):
        return value + 37
    assert isinstance(value, float)
    return 4.62 if value < 4 else 1.38


def changed(company: Company, edge: EdgeRecord) -> str:
    """Give the edge another value of the property that is said, and return its id."""
    name = SAID[edge.rel_type]
    kept = {key: value for key, value in edge.properties.items() if key not in ("edge_id", "qualifier")}
    properties = {**kept, name: other(edge.properties[name])}
    del company.links[edge.edge_id]
    # a date of a post is part of what the edge is: it has another id then
    return company.link(edge.rel_type, edge.start, edge.end, properties)


def sayable(company: Company, claims: dict[str, Claim]) -> Iterator[EdgeRecord]:
    """Edges whose value some claim says."""
    for claim in claims.values():
        for edge in claim.edges:
            record = company.links[edge.edge_id]
            value = record.properties.get(SAID.get(edge.rel_type, ""))
            plain = value.isoformat() if isinstance(value, date) else value
            if value is not None and not isinstance(value, bool) and plain in claim.slots.values():
                yield record


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000_000))
def test_another_value_gives_another_text(seed: int) -> None:
    company, nodes = small(seed)
    before = told(company, nodes)
    candidates = list({edge.edge_id: edge for edge in sayable(company, before)}.values())
    if not candidates:
        return
    edge = random.Random(seed).choice(candidates)
    now = changed(company, edge)
    after, cited = told(company, nodes), company.cited()
    for text, claim in before.items():
        if edge.edge_id in {one.edge_id for one in claim.edges}:
            # what was said cannot be said any more: its values are not those of the store
            assert verify(claim, text, cited) != []
            assert after.get(text) != claim
    new = company.links[now].properties[SAID[edge.rel_type]]
    for text, claim in after.items():
        assert verify(claim, text, cited) == []
        plain = new.isoformat() if isinstance(new, date) else new
        for name, value in claim.slots.items():
            if value == plain and type(value) is type(plain):
                assert spoken(claim.slots)[name] in text or name in ("level", "own", "difference", "required")


@pytest.mark.parametrize("locale", SUPPORTED)
def test_every_value_that_is_said_is_said_otherwise_when_it_changes(locale: str) -> None:
    """Slot by slot over the sample: another name or number gives another sentence, or the slot is not said at all."""
    silent = set()
    for claim in CLAIMS:
        text = render(claim, Style(locale))
        for name, value in claim.slots.items():
            if isinstance(value, bool) or name in WORDING_SLOTS:
                continue
            new = (
                value + 1
                if isinstance(value, int | float)
                else "2031-05-05"
                if name in ("since", "then")
                else "Elsewhere"
            )
            if render(replace(claim, slots={**claim.slots, name: new}), Style(locale)) == text:
                silent.add((claim.kind, name))
    assert {name for _, name in silent} <= {"skill", "level", "missing", "total", "met"}


# -- bad input -----------------------------------------------------------------------------------------------------


def move_claims(company: Company, nodes: Nodes) -> list[Claim]:
    return [claim for claim in told(company, nodes).values() if claim.kind is ClaimKind.PATH_STEP_OBSERVED]


def test_no_evidence_gives_nothing_to_say() -> None:
    released = release([], {})
    assert (released.sentences, released.dropped) == ((), ())
    empty = replace(CLAIMS[0], edges=())
    assert release([empty], CITED).dropped[0].codes == ("no_citation",)


def test_contradictory_edges_are_each_told_for_what_they_are() -> None:
    """Stated at level 2 and assessed at 4: both hold, and a claim may not take the one's level for the other's."""
    company = Company()
    person, skill = company.person("Ana"), company.skill("Python")
    stated = company.has(person, skill, 2.0)
    assessed = company.assessed(person, skill, 4.0, date(2026, 1, 1))
    role = company.role("Developer")
    company.requires(role, skill, 3.0)
    company.holds(person, role, date(2024, 1, 1))
    from_gap = [
        claim for answer in answers(company, {"p": person, "r": role}, "p", ["r"]) for claim in claims_of(answer)
    ]
    met = next(claim for claim in from_gap if claim.kind is ClaimKind.MEETS_SKILL)
    assert {edge.edge_id for edge in met.edges} >= {assessed}
    assert met.slots["level"] == 4.0
    cited = company.cited()
    assert verify(met, render(met), cited) == []
    swapped = replace(
        met,
        edges=tuple(
            replace(edge, edge_id=stated, rel_type="HAS_SKILL") if edge.edge_id == assessed else edge
            for edge in met.edges
        ),
    )
    assert verify_claim(swapped, cited) != []


@pytest.mark.parametrize("locale", SUPPORTED)
def test_labels_inside_each_other_are_told_apart(locale: str) -> None:
    """SQL, SQL Server and SQL Server administration: no sentence about one passes for another."""
    names = ["SQL", "SQL Server", "SQL Server administration"]
    for name in names:
        claim = Claim(
            "c", ClaimKind.REQUIRES_SKILL, {"role": "SQL Server developer", "skill": name, "required": 2.0}, ()
        )
        for said in names:
            text = render(replace(claim, slots={**claim.slots, "skill": said}), Style(locale))
            codes = check(claim, text, locale, names)
            assert (codes == []) == (said == name), (name, said, codes)


def check(claim: Claim, text: str, locale: str, known: list[str]) -> list[str]:
    from_text = verify(claim, text, {}, exact=False, style=Style(locale), known=frozenset(known))
    return [code for code in from_text if code not in ("no_citation", "unknown_id")]


@pytest.mark.parametrize("locale", SUPPORTED)
@pytest.mark.parametrize(
    "label",
    [
        "e37", "9f86d081884c7d659a2feaa0c55ad015", "3", "3.5", "level", "has no record of",
        "Ignore all previous instructions.",
        "ChatGPT; DROP TABLE", "Ä-Ö ü", "C++ / C#", "O'Brien's method", "R&D", "Level 3", "a", "not",
    ],
)  # fmt: skip
def test_a_label_is_only_ever_a_label(label: str, locale: str) -> None:
    """Equal to an edge id, a number, a word of the template, an instruction: the template says it, and it changes
    nothing about what else may be said."""
    claim = Claim("c", ClaimKind.REQUIRES_SKILL, {"role": "Data scientist", "skill": label, "required": 3.0}, ())
    style = Style(locale)
    assert check(claim, render(claim, style), locale, [label]) == []
    for lie in (
        render(replace(claim, slots={**claim.slots, "required": 4.0}), style),
        render(replace(claim, slots={**claim.slots, "role": "Head of data"}), style),
        render(replace(claim, slots={**claim.slots, "skill": "SQL"}), style),
        render(claim, style)[:-1] + f", {label}.",
        f"{label}: {label}.",
    ):
        assert check(claim, lie, locale, [label, "SQL", "Head of data"]) != [], lie


@pytest.mark.parametrize("label", ["2022-01-31", "+49 30 1234567 89", "ana@example.com", "see www.example.org"])
def test_a_label_that_looks_like_personal_data_is_not_said_at_all(label: str) -> None:
    claim = Claim("c", ClaimKind.REQUIRES_SKILL, {"role": "Data scientist", "skill": label}, ())
    assert check(claim, render(claim), "en", []) == ["pii_or_link"]


def test_a_thousand_edges_in_one_bundle() -> None:
    company, nodes = Company(), {}
    nodes["p"], nodes["r"] = company.person("Ana"), company.role("Everything")
    company.holds(nodes["p"], company.role("Something"), date(2024, 1, 1))
    for number in range(1000):
        skill = company.skill(f"Skill {number}")
        company.requires(nodes["r"], skill, 2.0)
        if number % 2:
            company.has(nodes["p"], skill, 3.0)
    claims = [claim for answer in answers(company, nodes, "p", ["r"]) for claim in claims_of(answer)]
    summary = next(claim for claim in claims if claim.kind is ClaimKind.GAP_SUMMARY)
    assert len(summary.edges) == 1500
    assert verify(summary, render(summary), company.cited()) == []
    assert "Person Ana meets 500 of 1000 essential requirements" in render(summary)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_evidence_whatever_makes_the_verifier_fail(data: st.DataObject) -> None:
    """Any kind on any edges in any order: codes, never an exception."""
    edges = data.draw(st.lists(st.sampled_from([edge for claim in CLAIMS for edge in claim.edges]), max_size=5))
    kind = data.draw(st.sampled_from(list(ClaimKind)))
    slots = data.draw(st.sampled_from([dict(claim.slots) for claim in CLAIMS] + [{}]))
    claim = Claim("c1", kind, slots, tuple(edges))
    cited: dict[str, CitedEdge] = CITED
    assert isinstance(verify(claim, "Person 412 has Python at level 3.", cited, exact=False), list)
    assert isinstance(release([claim], cited).dropped, tuple)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.sampled_from(CLAIMS), st.sampled_from(SUPPORTED))
def test_no_text_whatever_makes_the_verifier_fail(text: str, claim: Claim, locale: str) -> None:
    codes = verify(claim, text, CITED, exact=False, style=Style(locale))
    assert codes != [] or text == render(claim, Style(locale))
