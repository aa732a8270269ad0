from __future__ import annotations

import numpy as np
import pytest

from graph.snapshot import Snapshot
from reasoning.answers import MatchKind
from reasoning.search import folded, search
from tests.reasoning.building import Company
from tests.reasoning.companies import solara


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    company, _ = solara()
    company.role("Électricien photovoltaïque", alt_labels=["PV fitter", "Solar electrician"])
    company.role("Straßenbauer", alt_labels=[])
    company.person("77", name="Zoë Müller")
    company.person("78", name="Zoe Mueller", scopes=())
    return company.snapshot()


def found(snapshot: Snapshot, text: str, *labels: str, first: int = 5) -> list[tuple[str, MatchKind]]:
    hits = search(snapshot, text, labels or ("Role", "Skill", "Course"), first)
    return [(hit.node.caption, hit.match) for hit in hits]


@pytest.mark.parametrize(
    ("text", "caption", "match"),
    [
        ("Data analyst", "Data analyst", MatchKind.EXACT),
        ("  DATA   analyst ", "Data analyst", MatchKind.EXACT),
        ("pv FITTER", "Électricien photovoltaïque", MatchKind.ALTERNATE),
        ("electricien photovoltaique", "Électricien photovoltaïque", MatchKind.EXACT),
        ("STRASSENBAUER", "Straßenbauer", MatchKind.EXACT),
        ("lead data", "Lead data scientist", MatchKind.PREFIX),
        ("scientist lead", "Lead data scientist", MatchKind.WORDS),
        ("dta anlyst", "Data analyst", MatchKind.TYPO),
        ("invertr technican", "Inverter technician", MatchKind.TYPO),
        ("machne lerning", "Machine learning", MatchKind.TYPO),
    ],
)
def test_finds_by_name_alternate_name_and_with_typos(
    snapshot: Snapshot, text: str, caption: str, match: MatchKind
) -> None:
    assert found(snapshot, text)[0] == (caption, match)


def test_an_alternate_name_is_shown_as_it_is_spelled(snapshot: Snapshot) -> None:
    (hit, *_) = search(snapshot, "solar electrician", ("Role",))
    assert (hit.matched, hit.score) == ("Solar electrician", 0.98)


def test_labels_limit_and_order_equal_hits(snapshot: Snapshot) -> None:
    assert [hit.node.key.label for hit in search(snapshot, "machine learning", ("Course", "Skill"), 2)] == [
        "Course",
        "Skill",
    ]
    assert [hit.node.key.label for hit in search(snapshot, "machine learning", ("Skill", "Course"), 2)] == [
        "Skill",
        "Course",
    ]
    assert {hit.node.key.label for hit in search(snapshot, "data", ("Role",), 10)} == {"Role"}


def test_nothing_is_found_for_nothing_or_noise(snapshot: Snapshot) -> None:
    assert search(snapshot, "") == search(snapshot, " -.- ") == search(snapshot, "qqqqzzzz") == ()
    assert search(snapshot, "x" * 100_000) == ()
    assert search(snapshot, "data", first=0) == ()
    assert search(snapshot, "data", ("OrgUnit",)) == ()


def test_people_are_found_only_by_those_who_may(snapshot: Snapshot) -> None:
    everyone = np.ones(len(snapshot.nodes("Person")), dtype=np.bool_)
    assert search(snapshot, "Zoe Muller", ("Person",)) == ()
    hits = search(snapshot, "zoe muller", ("Person",), people=everyone)
    assert [hit.node.caption for hit in hits][:2] == ["Person 77", "Person 78"]
    assert {hit.matched for hit in hits[:2]} == {"Person 77", "Person 78"}  # never the name
    only = everyone.copy()
    only[[snapshot.ids[index] == "77" for index in snapshot.nodes("Person")]] = False
    assert [hit.node.caption for hit in search(snapshot, "zoe muller", ("Person",), people=only)][:1] == ["Person 78"]


def test_the_same_hits_whatever_the_order_of_the_records() -> None:
    company, _ = solara()
    records = company.records()
    assert search(company.snapshot(records), "data scentist") == search(
        company.snapshot(records[::-1]), "data scentist"
    )


def test_folding() -> None:
    assert folded("  Crème-brûlée, C++ / Straße ") == "creme brulee c strasse"


def test_many_names_do_not_hide_the_exact_one() -> None:
    company = Company()
    for number in range(600):
        company.skill(f"data {number:03}")
    company.skill("data")
    hits = search(company.snapshot(), "data", ("Skill",), 3)
    assert (hits[0].node.caption, hits[0].match) == ("data", MatchKind.EXACT)
