"""The graphrag process: rows in, communities out. Run by path with an interpreter that has graphrag, never imported.

    python -P worker.py FOLDER

FOLDER holds rows.json (see api.themes.exchange); communities.json is written beside it. It imports nothing of Cairn,
so it runs in an environment of its own, and nothing of graphrag ever loads into Cairn's process.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

# Without it litellm, which graphrag imports, fetches a price list from the network.
os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")

ENTITY_COLUMNS = ("id", "human_readable_id", "title", "type", "description", "text_unit_ids", "frequency", "degree")
RELATION_COLUMNS = (
    "id", "human_readable_id", "source", "target", "description", "weight", "combined_degree", "text_unit_ids",
)  # fmt: skip
UNIT_COLUMNS = (
    "id", "human_readable_id", "text", "n_tokens", "document_id", "entity_ids", "relationship_ids", "covariate_ids",
)  # fmt: skip


def settings(folder: Path, rows: dict[str, Any]) -> dict[str, Any]:
    """Configuration of graphrag: no model unless one is named, all components, titles as they are."""
    workflows = ["create_communities"]
    found: dict[str, Any] = {
        "input_storage": {"type": "file", "base_dir": str(folder / "input")},
        "output_storage": {"type": "file", "base_dir": str(folder / "output")},
        "reporting": {"type": "file", "base_dir": str(folder / "logs")},
        "cache": {"type": "none"},
        # the default keeps the largest component alone and upper-cases every title
        "cluster_graph": {"use_lcc": False, "max_cluster_size": rows["max_size"], "seed": rows["seed"]},
    }
    model = rows.get("model")
    if model:
        workflows.append("create_community_reports")
        found["completion_models"] = {
            "default_completion_model": {
                "model_provider": "openai",
                "model": model["name"],
                "api_base": model["base_url"],
                "api_key": os.environ.get(model["key_variable"], "none"),
                "retry": {"type": "exponential_backoff", "max_retries": 2},
            }
        }
        found["community_reports"] = {"completion_model_id": "default_completion_model", "max_length": 600}
    return found | {"workflows": workflows}


def write_tables(folder: Path, rows: dict[str, Any]) -> None:
    """The parquet tables that graphrag starts from."""
    import pandas as pd  # type: ignore[import-untyped]  # of graphrag's environment

    output = folder / "output"
    output.mkdir(parents=True, exist_ok=True)
    for name, columns in (
        ("entities", ENTITY_COLUMNS),
        ("relationships", RELATION_COLUMNS),
        ("text_units", UNIT_COLUMNS),
    ):
        pd.DataFrame(rows[name], columns=list(columns)).to_parquet(output / f"{name}.parquet")


async def build(folder: Path, rows: dict[str, Any]) -> None:
    """Run the workflows; graphrag returns errors instead of raising them."""
    from graphrag.api import build_index  # type: ignore[import-not-found]  # likewise
    from graphrag.config.models.graph_rag_config import GraphRagConfig  # type: ignore[import-not-found]  # likewise

    results = await build_index(GraphRagConfig(**settings(folder, rows)))
    failed = [f"{one.workflow}: {type(one.error).__name__}" for one in results if one.error is not None]
    if failed:
        raise SystemExit(f"graphrag failed in {', '.join(failed)}")


def collected(folder: Path, rows: dict[str, Any]) -> list[dict[str, Any]]:
    """The communities, with the model's report where there is one."""
    import pandas as pd  # of graphrag's environment

    output = folder / "output"
    reports: dict[int, dict[str, str]] = {}
    if rows.get("model"):
        for row in pd.read_parquet(output / "community_reports.parquet").to_dict("records"):
            reports[int(row["community"])] = {"title": str(row["title"]), "text": str(row["full_content"])}
    found = []
    for row in pd.read_parquet(output / "communities.parquet").to_dict("records"):
        number = int(row["community"])
        found.append(
            {
                "community": number,
                "level": int(row["level"]),
                "parent": int(row["parent"]),
                "entities": [str(one) for one in row["entity_ids"]],
                "relationships": [str(one) for one in row["relationship_ids"]],
                "report": reports.get(number),
            }
        )
    return found


def main(folder: Path) -> None:
    """Read the rows, build, write the communities."""
    rows = json.loads((folder / "rows.json").read_text("utf-8"))
    write_tables(folder, rows)
    asyncio.run(build(folder, rows))
    (folder / "communities.json").write_text(json.dumps(collected(folder, rows)), "utf-8")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except ImportError as missing:
        raise SystemExit(f"graphrag is not installed here: {missing.name}") from None
