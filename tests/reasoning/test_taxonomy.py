from __future__ import annotations

from reasoning.answers import CoverKind
from reasoning.taxonomy import Taxonomy
from tests.reasoning.building import Company, index


def test_covers_follow_narrower_and_equivalent_skills_to_any_depth() -> None:
    company = Company()
    top, middle, low, other, close, closer = (company.skill(name) for name in "ABCDEF")
    company.broader(middle, top)
    company.broader(low, middle)
    company.matches(other, low, "exact")
    company.matches(top, close, "close")
    company.matches(close, closer, "close")
    snapshot = company.snapshot()
    covers = Taxonomy(snapshot).covers(index(snapshot, top))
    found = {snapshot.caption(skill): (cover.kind, len(cover.chain)) for skill, cover in covers.items()}
    assert found == {
        "A": (CoverKind.SAME, 0),
        "B": (CoverKind.NARROWER, 1),
        "C": (CoverKind.NARROWER, 2),
        "D": (CoverKind.NARROWER, 3),
        "E": (CoverKind.CLOSE, 1),
    }


def test_a_broader_skill_does_not_cover_a_narrower_one() -> None:
    company = Company()
    broad, narrow = company.skill("Programming"), company.skill("Python")
    company.broader(narrow, broad)
    snapshot = company.snapshot()
    assert list(Taxonomy(snapshot).covers(index(snapshot, narrow))) == [index(snapshot, narrow)]


def test_broad_and_narrow_matches_read_from_start_to_end() -> None:
    company = Company()
    first, second, third = company.skill("A"), company.skill("B"), company.skill("C")
    company.matches(first, second, "broad")  # B is broader than A
    company.matches(second, third, "narrow")  # C is narrower than B
    snapshot = company.snapshot()
    taxonomy = Taxonomy(snapshot)
    indices = [index(snapshot, key) for key in (first, second, third)]
    assert set(taxonomy.covers(indices[1])) == set(indices)
    assert set(taxonomy.covers(indices[0])) == {indices[0]}


def test_what_covers_is_what_counts() -> None:
    """``broader_or_same`` is the inverse of ``covers`` without close matches."""
    company = Company()
    skills = [company.skill(name) for name in "ABCDEFG"]
    for narrow, broad in ((0, 1), (1, 2), (3, 2), (4, 3), (0, 4)):
        company.broader(skills[narrow], skills[broad])
    company.matches(skills[5], skills[4], "exact")
    company.matches(skills[6], skills[2], "close")
    snapshot = company.snapshot()
    taxonomy = Taxonomy(snapshot)
    everything = [index(snapshot, key) for key in skills]
    down = {
        (low, high)
        for high in everything
        for low, cover in taxonomy.covers(high).items()
        if cover.kind is not CoverKind.CLOSE
    }
    assert down == {(low, high) for low in everything for high in taxonomy.broader_or_same(low)}
