"""The exchange with the graphrag process: rows as JSON in a folder, the process, communities as JSON back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ontology.errors import BadInput, MissingExtra
from reasoning.themes import Community, ThemeRows

WORKER = Path(__file__).with_name("worker.py")
SEED = 7
TIMEOUT_SECONDS = 1800.0


@dataclass(frozen=True, slots=True)
class Model:
    """A model that words the reports: any OpenAI-compatible service. The key stays in its variable."""

    name: str
    base_url: str
    key_variable: str = "OPENAI_API_KEY"


@dataclass(frozen=True, slots=True)
class Clustering:
    """How groups are made: the interpreter that has graphrag, the largest size of a group, a model for the texts."""

    python: Path = Path(sys.executable)
    max_size: int = 40
    model: Model | None = None


def communities(rows: ThemeRows, clustering: Clustering) -> list[Community]:
    """Let graphrag group the rows. Raises ``MissingExtra`` where it is not installed, ``BadInput`` where it fails."""
    if not rows.relations:
        return []
    with TemporaryDirectory(prefix="cairn-themes-") as name:
        folder = Path(name)
        (folder / "rows.json").write_text(json.dumps(document(rows, clustering)), "utf-8")
        _run(folder, clustering)
        return [read(row) for row in json.loads((folder / "communities.json").read_text("utf-8"))]


def document(rows: ThemeRows, clustering: Clustering) -> dict[str, Any]:
    """The rows in graphrag's columns, with our numbers as ids."""
    degree: dict[int, int] = {}
    for relation in rows.relations:
        for end in (relation.source, relation.target):
            degree[end] = degree.get(end, 0) + 1
    model = clustering.model
    return {
        "seed": SEED,
        "max_size": clustering.max_size,
        "model": None
        if model is None
        else {"name": model.name, "base_url": model.base_url, "key_variable": model.key_variable},
        "entities": [
            {
                "id": f"n{one.number}",
                "human_readable_id": one.number,
                "title": one.title,
                "type": one.label,
                "description": one.label,
                "text_unit_ids": [],
                "frequency": 1,
                "degree": degree.get(one.number, 0),
            }
            for one in rows.entities
        ],
        "relationships": [
            {
                "id": f"e{one.number}",
                "human_readable_id": one.number,
                "source": rows.entities[one.source].title,
                "target": rows.entities[one.target].title,
                "description": ", ".join(sorted({kind.lower().replace("_", " ") for kind, _ in one.edges})),
                "weight": float(len(one.edges)),
                "combined_degree": degree[one.source] + degree[one.target],
                "text_unit_ids": [],
            }
            for one in rows.relations
        ],
        "text_units": [],
    }


def _run(folder: Path, clustering: Clustering) -> None:
    command = [str(clustering.python), "-P", str(WORKER), str(folder)]
    # nothing of our own environment but what an interpreter and the model's key need
    kept = {"PATH", "HOME", "LANG", "TMPDIR", *([clustering.model.key_variable] if clustering.model else [])}
    environment = {name: value for name, value in os.environ.items() if name in kept}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise BadInput(f"There is no interpreter {clustering.python}.", remedy="Check --python.") from None
    except subprocess.TimeoutExpired:
        raise BadInput("graphrag took too long.", remedy="Ask for smaller groups with --max-size.") from None
    if "graphrag is not installed here" in done.stderr:
        raise MissingExtra(
            "Themes need graphrag, which is not installed for this interpreter.",
            remedy="In an environment of its own: python3 -m venv .graphrag && .graphrag/bin/pip install "
            "'graphrag>=3.3,<3.4', then add --python .graphrag/bin/python "
            "(or install the extra: pip install 'cairn-careers[graphrag]').",
        )
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or [""]
        said = last[0][:120] if last[0].startswith("graphrag failed in") else "It ended without a result"
        raise BadInput(f"graphrag could not group the rows. {said}.", remedy="Check the model, or build without one.")


def read(row: Mapping[str, Any]) -> Community:
    """A community as the process wrote it; ids that are not of our form become numbers that were never sent."""
    report = row.get("report") or {}
    return Community(
        number=int(row["community"]),
        level=int(row["level"]),
        parent=int(row["parent"]),
        entities=tuple(_number(one, "n") for one in row["entities"]),
        relations=tuple(_number(one, "e") for one in row["relationships"]),
        title=report.get("title"),
        text=report.get("text"),
    )


def _number(text: str, prefix: str) -> int:
    digits = str(text).removeprefix(prefix)
    return int(digits) if str(text).startswith(prefix) and digits.isdecimal() else -1
