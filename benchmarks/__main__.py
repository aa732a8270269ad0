"""``python -m benchmarks [name...] [--quick] [--out FILE]``: runs benchmarks one after the other and reports."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

import orjson

from benchmarks import graphql_overhead, load, questions, readback, scale, snapshots
from benchmarks.measuring import Figure
from benchmarks.plan import Plan, full, quick
from benchmarks.public_data import DataAbsent
from benchmarks.report import Report, Section
from benchmarks.report import load as machine_load
from benchmarks.stores import COMPARED, EMBEDDED, KINDS
from ontology.errors import MissingExtra

BENCHMARKS: Mapping[str, Callable[[Plan], Iterator[Figure]]] = {
    "graphql": graphql_overhead.run,
    "snapshot": snapshots.run,
    "questions": questions.run,
    "readback": readback.run,
    "scale": scale.run,
    "load": load.run,
}
DATA = Path(os.environ.get("CAIRN_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point; exit code 1 when a target was missed."""
    chosen = _parser().parse_args(arguments)
    if chosen.list:
        print("\n".join(f"{name:10} {_about(name)}" for name in BENCHMARKS))
        return 0
    folder = Path(mkdtemp(prefix="cairn-benchmarks-", dir=chosen.scratch))
    make = quick if chosen.quick else full
    stores = tuple(chosen.stores.split(",")) if chosen.stores else (EMBEDDED,) if chosen.quick else COMPARED
    plan = make(folder, chosen.data, stores)
    report = Report.at(chosen.out, "quick" if chosen.quick else "full")
    try:
        for name in chosen.names or BENCHMARKS:
            report.put(measured(name, plan))
            _write(report, chosen.out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(report.table())
    return 1 if any(figure.met is False for section in report.sections for figure in section.figures) else 0


def measured(name: str, plan: Plan) -> Section:
    """Run one benchmark. What it needs and is not here is said, and the figures until then are kept."""
    before, began, started = machine_load(), datetime.now(UTC), time.perf_counter()
    figures, skipped = list[Figure](), None
    try:
        for figure in BENCHMARKS[name](plan):
            figures.append(figure)
            print(f"{name}: {figure.what}: {figure.ours:,.4g} {figure.unit}", file=sys.stderr, flush=True)
    except (DataAbsent, MissingExtra) as error:
        skipped = str(error)
    return Section(name, figures, began, time.perf_counter() - started, (before, machine_load()), skipped)


def _write(report: Report, out: Path | None) -> None:
    if out is not None:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(orjson.dumps(report.as_dict(), option=orjson.OPT_INDENT_2) + b"\n")
        out.with_suffix(".md").write_text(report.table(), "utf-8")


def _about(name: str) -> str:
    module = sys.modules[BENCHMARKS[name].__module__]
    return (module.__doc__ or "").partition("\n")[0]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Cairn against named peers, as ratios.")
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], metavar="name", help=", ".join(BENCHMARKS))
    parser.add_argument("--quick", action="store_true", help="small sizes, embedded store only: does it work?")
    parser.add_argument("--stores", help=f"comma-separated, of {', '.join(KINDS)}; default {', '.join(COMPARED)}")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the open data")
    parser.add_argument("--out", type=Path, help="keep the results here as JSON, and beside it as a table")
    parser.add_argument("--scratch", type=Path, help="where stores are laid (default: the system's temporary folder)")
    parser.add_argument("--list", action="store_true", help="only list the benchmarks")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
