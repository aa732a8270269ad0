"""The report of a run: machine, versions, date and load, and the figures as JSON and as a table to read."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson

from benchmarks.measuring import Figure

PACKAGES = ("arcadedb-embedded", "neo4j", "networkx", "numpy", "strawberry-graphql", "graphql-core", "orjson")


def machine() -> dict[str, object]:
    """What the run ran on."""
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def load() -> float:
    """Processes that want to run, averaged over the last minute."""
    return round(os.getloadavg()[0], 2)


@dataclass(slots=True)
class Section:
    """What one benchmark gave: its figures, or why it was left out."""

    name: str
    figures: Sequence[Figure]
    started: datetime
    seconds: float
    load: tuple[float, float]
    skipped: str | None = None

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Section:
        """A section from a results file."""
        figures = [Figure.of(figure) for figure in stored["figures"]]
        before, after = stored["load_before_and_after"]
        started = datetime.fromisoformat(stored["started"])
        return cls(stored["name"], figures, started, stored["seconds"], (before, after), stored["skipped"])

    def as_dict(self) -> dict[str, object]:
        """As the results file holds it."""
        return {
            "name": self.name,
            "skipped": self.skipped,
            "started": self.started.isoformat(timespec="seconds"),
            "seconds": round(self.seconds, 1),
            "load_before_and_after": list(self.load),
            "figures": [figure.as_dict() for figure in self.figures],
        }


@dataclass(slots=True)
class Report:
    """Results: one section a benchmark, each the latest of its name."""

    mode: str
    sections: list[Section] = field(default_factory=list)

    @classmethod
    def at(cls, path: Path | None, mode: str) -> Report:
        """The results of the file, so that single benchmarks can be run anew; empty where there is none yet."""
        if path is None or not path.exists():
            return cls(mode)
        stored = orjson.loads(path.read_bytes())
        return cls(mode, [Section.of(section) for section in stored["benchmarks"]])

    def put(self, section: Section) -> None:
        """Take a section, in place of an older one of the same name."""
        self.sections = [kept for kept in self.sections if kept.name != section.name] + [section]

    def as_dict(self) -> dict[str, object]:
        """As the results file holds it."""
        return {
            "mode": self.mode,
            "machine": machine(),
            "benchmarks": [section.as_dict() for section in self.sections],
        }

    def table(self) -> str:
        """The figures as a Markdown table, with machine, date and load above it."""
        about = machine()
        lines = [
            f"`python -m benchmarks`, {self.mode} sizes. Ratios: the peer over ours; above 1 we are better.",
            f"{about['cpu']}, {about['cores']} cores, {about['memory_gb']} GB, Python {about['python']}, "
            + ", ".join(f"{name} {number}" for name, number in _packages().items())
            + ".",
        ]
        for section in self.sections:
            before, after = section.load
            lines += ["", f"## {section.name}", ""]
            lines += [
                f"{section.started:%Y-%m-%d %H:%M} UTC, {section.seconds:.0f} s, load {before:g} to {after:g}.",
                "",
            ]
            if section.skipped is not None:
                lines += [f"Left out{' from here on' if section.figures else ''}: {section.skipped}", ""]
            if not section.figures:
                continue
            lines += ["| what | ours | peer | theirs | ratio | target |", "|---|---|---|---|---|---|"]
            lines += [_row(figure) for figure in section.figures]
            lines += [f"- {figure.what}: {figure.note}" for figure in section.figures if figure.note]
        return "\n".join(lines) + "\n"


def _packages() -> dict[str, str]:
    return {name: version(name) for name in PACKAGES}


def _row(figure: Figure) -> str:
    def shown(value: float | None) -> str:
        return "" if value is None else f"{value:,.4g} {figure.unit}"

    bound = "at most" if figure.ratio is None else "at least"
    verdict = "" if figure.met is None else f"{bound} {figure.target:g}: {'met' if figure.met else 'MISSED'}"
    ratio = "" if figure.ratio is None else f"{figure.ratio:,.3g}"
    cells = (figure.what, shown(figure.ours), figure.peer or "", shown(figure.theirs), ratio, verdict)
    return "| " + " | ".join(cells) + " |"
