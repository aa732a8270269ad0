"""``python -m benchmarks.transitions``: fit the weights, or report how good they are, in one JSON document."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.transitions.fitting import ALIKE, JOINT, ONLY, Emphasis, fit, folds
from benchmarks.transitions.inputs import Inputs, inputs
from benchmarks.transitions.judgements import read_judgements
from benchmarks.transitions.reference import reference_snapshot
from benchmarks.transitions.report import ablation, baselines, cross_validated, learning_curve
from reasoning.transitions.remembering import landscape
from reasoning.transitions.weights import COMPONENTS

WEIGHTS = Path(__file__).parents[2] / "reasoning" / "transitions" / "weights.json"
RESULTS = Path(__file__).parent / "results.json"
ORDERS: dict[str, Emphasis] = {"feasibility": JOINT, "similarity": ALIKE}
FOLDS, SEED = 5, 0
SETS = ("related", "changers", "moves", "ratings")


def main() -> None:
    """Parse the command line and do it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.transitions", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with onet, esco, crosswalks and judgements")
    parser.add_argument("--refit", action="store_true", help="write reasoning/transitions/weights.json anew")
    parser.add_argument("--quick", action="store_true", help="cross-validation and baselines only")
    asked = parser.parse_args()
    begun = time.perf_counter()
    snapshot = reference_snapshot(asked.data)
    land = landscape(snapshot)
    judged = read_judgements(asked.data / "judgements")
    table = inputs(snapshot, land, judged)
    if asked.refit:
        WEIGHTS.write_text(_document(table), "utf-8")
    result: dict[str, object] = {"cross_validated": _validated(table), "baselines": baselines(snapshot, land, table)}
    if not asked.quick:
        result |= {"learning_curve": learning_curve(table, SEED), "ablation": ablation(table, FOLDS, SEED)}
    result["seconds"] = round(time.perf_counter() - begun, 1)
    text = json.dumps(result, indent=1) + "\n"
    if not asked.quick:
        RESULTS.write_text(text, "utf-8")
    sys.stdout.write(text)


def _validated(table: Inputs) -> dict[str, dict[str, float]]:
    rows = {name: cross_validated(table, emphasis, FOLDS, SEED) for name, emphasis in ORDERS.items()}
    return rows | {f"only {name}": cross_validated(table, one, FOLDS, SEED) for name, one in ONLY.items()}


def _document(table: Inputs) -> str:
    weights = {name: _rounded(fit(table, emphasis)) for name, emphasis in ORDERS.items()}
    figures = {name: cross_validated(table, emphasis, FOLDS, SEED) for name, emphasis in ORDERS.items()}
    document = {
        "made_by": "python -m benchmarks.transitions DATA --refit",
        "data": "O*NET 29.2, ESCO 1.1.1, ESCO-O*NET crosswalk 2022; half of all judgements: O*NET Related Occupations "
        "29.2, O*NET Career Changers 25.1, ROME 3.47 moves, feasibility ratings of Nesta's career causeways",
        "attribution": [
            "This page includes information from the O*NET 29.2 Database by the U.S. Department of Labor, Employment "
            "and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET(R) is a trademark of "
            "USDOL/ETA. Cairn has modified all or some of this information. USDOL/ETA has not approved, endorsed, or "
            "tested these modifications.",
            "This service uses the ESCO classification of the European Commission.",
            "Source: France Travail (Pole emploi), ROME v3.47, Etalab Open Licence.",
            "nestauk/mapping-career-causeways, MIT.",
        ],
        "emphasis": {name: _told(one) for name, one in ORDERS.items()},
        "folds": len(folds(table, FOLDS, SEED)[0]),
        "cross_validated": figures,
        "weights": weights,
    }
    return json.dumps(document, indent=1) + "\n"


def _told(emphasis: Emphasis) -> dict[str, float]:
    return dict(zip(SETS, emphasis.parts(), strict=True)) | {
        "preparation_at_least": emphasis.preparation,
        "evenness": emphasis.evenness,
    }


def _rounded(weights: np.ndarray) -> dict[str, float]:
    steps = np.round(weights * 1000).astype(int)
    steps[int(np.argmax(steps))] += 1000 - int(steps.sum())
    return {name: int(step) / 1000 for name, step in zip(COMPONENTS, steps, strict=True)}


if __name__ == "__main__":
    main()
