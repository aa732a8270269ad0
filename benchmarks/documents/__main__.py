"""``python -m benchmarks.documents``: recall, precision and "not found" of the library's questions, as JSON."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from api.embedding import semantics
from benchmarks.documents.corpus import QUESTIONS, library_snapshot, questions
from benchmarks.documents.measures import Ranked, cross_validated, fit, ranked, retrieval
from reasoning.retrieval.confidence import FEATURES
from reasoning.retrieval.semantics import Semantics

CALIBRATION = Path(__file__).parents[2] / "reasoning" / "retrieval" / "calibration.json"
RESULTS = Path(__file__).parent / "results.json"
FOLDS, ROUNDS = 5, 20


def main() -> None:
    """Parse the command line and do it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.documents", description=__doc__)
    parser.add_argument("--fit", action="store_true", help="write reasoning/retrieval/calibration.json anew")
    parser.add_argument("--library", type=Path, help="folder of other documents than the sample's")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="questions to them, in the form of ours")
    parser.add_argument("--out", type=Path, help="where --fit writes the calibration (needed with --library)")
    parser.add_argument("--misses", action="store_true", help="list the questions whose first passage is wrong")
    asked = parser.parse_args()
    if asked.library and asked.fit and not asked.out:
        parser.error("--fit on another library needs --out: the package's calibration is that of the sample")
    snapshot, asking = library_snapshot(asked.library), questions(asked.questions)
    meaning = semantics()
    modes: dict[str, Semantics | None] = {"lexical": None} | ({"hybrid": meaning} if meaning else {})
    report: dict[str, object] = {}
    rules: dict[str, object] = {}
    for mode, held in modes.items():
        begun = time.perf_counter()
        found = ranked(snapshot, asking, held)
        seconds = time.perf_counter() - begun
        again = time.perf_counter()
        ranked(snapshot, asking, held)
        each = (time.perf_counter() - again) / len(found)
        took = {"ms_a_question": round(1e3 * each, 2), "seconds_with_loading": round(seconds, 2)}
        report[mode] = retrieval(found) | cross_validated(found, FOLDS, ROUNDS) | took
        rule = fit(found)
        rules[mode] = {
            "bias": rule.bias,
            "weights": dict(zip(FEATURES, rule.weights, strict=True)),
            "threshold": rule.threshold,
        }
        if asked.misses:
            _tell_misses(mode, found)
    text = json.dumps(report, indent=1) + "\n"
    if asked.fit:
        (asked.out or CALIBRATION).write_text(json.dumps(rules, indent=1) + "\n", "utf-8")
        if asked.out is None:
            RESULTS.write_text(text, "utf-8")
    sys.stdout.write(text)


def _tell_misses(mode: str, found: list[Ranked]) -> None:
    for one in found:
        if one.question.gold and one.first[:1] and one.first[0] not in one.question.gold:
            place = next((n for n, at in enumerate(one.first, 1) if at in one.question.gold), 0)
            print(f"{mode}: {one.question.ask} -> {one.first[0]} (gold at {place})", file=sys.stderr)


if __name__ == "__main__":
    main()
