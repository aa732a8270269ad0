"""Each benchmark runs at a tiny size on the embedded store and gives well-formed figures. Nothing here is timed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks import load
from benchmarks.__main__ import BENCHMARKS, main, measured
from benchmarks.company import Shape, generate
from benchmarks.company_graph import snapshot_of
from benchmarks.measuring import Figure, against, interleaved
from benchmarks.plan import Plan, quick
from benchmarks.questions import Disagreement, _close
from benchmarks.report import Report, Section
from tests.ingestion.publisher_layouts import FIXTURES

NOW = datetime(2026, 6, 1, tzinfo=UTC)
TINY = Shape(people=60, skills=80, roles=20, courses=20)


def tiny(folder: Path, data: Path = Path("/nowhere")) -> Plan:
    return replace(
        quick(folder, data, ("embedded",)),
        companies=(TINY,),
        answered_company=Shape(people=30, skills=60, roles=14, courses=10),
        cases=2,
        rounds=2,
        snapshot_people=200,
        readback_edges=(100, 400),
        load_batches=(500,),
    )


def check(section: Section, peers: set[str]) -> None:
    assert section.figures
    for figure in section.figures:
        assert figure.ours > 0
        assert set(figure.samples) == set() if figure.peer is None else len(figure.samples) == 2
        assert figure.ratio is None or figure.ratio > 0
        assert figure.met is None or figure.target is not None
    assert {figure.peer or "" for figure in section.figures} == peers
    json.dumps(section.as_dict())


def test_the_questions_agree_on_every_contestant(tmp_path: Path) -> None:
    section = measured("questions", tiny(tmp_path))
    check(section, {"networkx", "embedded store, one Cypher statement"})
    assert len(section.figures) == 10


def test_read_back(tmp_path: Path) -> None:
    check(measured("readback", tiny(tmp_path)), {"100 edges"})


def test_graphql_overhead(tmp_path: Path) -> None:
    section = measured("graphql", tiny(tmp_path))
    check(section, {"graphql-core on ready data"})
    assert len(section.figures) == 6


def test_answers_at_scale(tmp_path: Path) -> None:
    section = measured("scale", replace(tiny(tmp_path), scale_people=(200, 300)))
    check(section, {""})
    assert len(section.figures) == 2 * (3 + 6 * 2 + 4)
    targets = {figure.what.partition(",")[0]: figure.target for figure in section.figures if figure.target is not None}
    assert targets == {
        "memory an edge": 16.0,
        "mapped load": 1.0,
        "skill gap": 0.1,
        "skill gap before anything is cited": 0.1,
        "adjacent roles": 0.2,
        "career path": 5.0,
        "mentors": 15.0,
    }


def test_snapshot_without_the_open_data_keeps_its_synthetic_figures(tmp_path: Path) -> None:
    section = measured("snapshot", tiny(tmp_path))
    check(section, {"networkx", ""})
    assert section.skipped is not None
    assert "no open data in /nowhere" in section.skipped


def test_load_of_invented_releases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "WAYS", ("positions",))
    data = tmp_path / "data"
    data.mkdir()
    for name, release in (("onet", "onet"), ("esco", "esco"), ("crosswalks", "crosswalk")):
        (data / name).symlink_to(FIXTURES / release)
    section = measured("load", replace(tiny(tmp_path, data), whole_data=True))
    check(section, {"raw driver, UNWIND of 500 positions a transaction"})
    assert len(section.figures) == 1


def test_load_without_the_open_data_is_left_out_with_a_reason(tmp_path: Path) -> None:
    section = measured("load", tiny(tmp_path))
    assert section.figures == []
    assert section.skipped is not None
    assert "/nowhere" in Report("quick", [section]).table()


def test_every_benchmark_is_listed_with_what_it_measures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(BENCHMARKS)
    assert all(len(line.split()) > 4 for line in lines)


def test_a_figure_compares_medians_and_judges_its_target() -> None:
    samples = {"ours": (1.0, 2.0, 9.0), "theirs": (8.0, 4.0, 1.0)}
    figure = against("thing", "s", samples, "ours", "theirs", target=2.0)
    assert (figure.ours, figure.theirs, figure.ratio, figure.met) == (2.0, 4.0, 2.0, True)
    assert against("thing", "s", samples, "ours", "theirs", target=2.1).met is False
    assert Figure("bytes", "bytes", 41.0, target=40.0).met is False
    assert Figure("bytes", "bytes", 40.0, target=40.0).met is True
    table = Report("full", [Section("one", [figure], NOW, 1.0, (0.0, 0.0))]).table()
    assert "| thing | 2 s | theirs | 4 s | 2 | at least 2: met |" in table


def test_a_benchmark_run_anew_takes_the_place_of_its_old_results(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    figures = [Figure("one", "s", 1.0), against("two", "s", {"a": (1.0,), "b": (2.0,)}, "a", "b", target=3.0)]
    report = Report.at(path, "full")
    report.put(Section("old", figures, NOW, 1.0, (0.0, 1.0)))
    report.put(Section("kept", figures, NOW, 2.0, (0.5, 1.0), "half of it"))
    path.write_text(json.dumps(report.as_dict()))
    again = Report.at(path, "full")
    assert again.as_dict() == report.as_dict()
    again.put(Section("old", [], NOW, 3.0, (0.0, 0.0)))
    assert [(section.name, section.seconds) for section in again.sections] == [("kept", 2.0), ("old", 3.0)]


def test_contestants_take_turns() -> None:
    seen: list[str] = []
    taken = interleaved({"a": lambda: seen.append("a"), "b": lambda: seen.append("b")}, 3)
    assert seen == ["a", "b", "b", "a", "a", "b"]
    assert {name: len(values) for name, values in taken.items()} == {"a": 3, "b": 3}


def test_a_company_is_decided_by_shape_and_seed() -> None:
    one, other = generate(TINY), generate(TINY)
    assert one.edges == other.edges
    assert (one.held["level"] == other.held["level"]).all()
    assert not (generate(TINY, seed=8).held["level"][:50] == one.held["level"][:50]).all()
    assert snapshot_of(one).edge_count == one.edges


def test_rankings_agree_up_to_equal_scores_at_the_end() -> None:
    ranking: list[tuple[object, ...]] = [("a", 0.9), ("b", 0.5), ("c", 0.5)]
    assert _close(ranking, [("a", 0.9), ("b", 0.5), ("d", 0.500001)])
    assert not _close(ranking, [("x", 0.9), ("b", 0.5), ("c", 0.5)])
    assert not _close(ranking, [("a", 0.9), ("b", 0.5), ("c", 0.4)])
    assert not _close(ranking, ranking[:2])
    assert issubclass(Disagreement, Exception)
