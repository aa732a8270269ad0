"""Fills a Neo4j that is not running from CSV files with its own bulk importer, the fastest way in."""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.company import Company
from benchmarks.company_tables import Column, edge_tables, node_tables
from benchmarks.stores import MEMORY
from graph.jdk import find_java
from graph.server_jars import DISTRIBUTIONS, Line, resolve
from graph.server_settings import SMALL, configuration, java_options

ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"


def import_company(line: Line, home: Path, company: Company) -> None:
    """Write the company's files beside ``home`` and import them into its database; start the server afterwards."""
    folder = home.parent / f"{home.name}-import"
    folder.mkdir(parents=True, exist_ok=True)
    arguments: list[str] = []
    for nodes in node_tables(company):
        header = [f"id:ID({nodes.label})", *(_typed(name, column) for name, column in nodes.columns.items())]
        file = _written(folder / f"{nodes.label}.csv", header, [nodes.ids, *nodes.columns.values()])
        arguments.append(f"--nodes={nodes.label}={file}")
    for edges in edge_tables(company):
        ends = [f":START_ID({edges.start})", f":END_ID({edges.end})"]
        header = [*ends, *(_typed(name, column) for name, column in edges.columns.items())]
        file = _written(folder / f"{edges.rel_type}.csv", header, [edges.starts, edges.ends, *edges.columns.values()])
        arguments.append(f"--relationships={edges.rel_type}={file}")
    _run(line, home, arguments)


def _typed(name: str, column: Column) -> str:
    first = next((value for value in column if value is not None), "")
    kinds = {bool: "boolean", int: "int", list: "string[]", str: "string"}
    return f"{name}:{kinds[type(first)]}"


def _written(path: Path, header: Sequence[str], columns: Sequence[Column]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([_cell(value) for value in row] for row in zip(*columns, strict=True))
    return path


def _cell(value: object) -> object:
    if isinstance(value, list):
        return ";".join(value)
    return str(value).lower() if isinstance(value, bool) else value


def _run(line: Line, home: Path, arguments: Iterable[str]) -> None:
    distribution = DISTRIBUTIONS[line]
    java, major = find_java(distribution.javas, os.environ)
    jars = resolve(line, os.environ)
    for name in ("conf", "data", "logs", "run", "plugins"):
        (home / name).mkdir(parents=True, exist_ok=True)
    settings = configuration(line, home.resolve(), 0, SMALL, authenticated=False)
    (home / "conf" / "neo4j.conf").write_text("".join(f"{key}={value}\n" for key, value in settings.items()), "utf-8")
    command = [str(java), "-cp", f"{jars}/*", f"-Dbasedir={home.resolve()}", ADMIN]
    # The command starts a Java of its own, which is reached only through the environment.
    environment = {
        "NEO4J_CONF": str(home.resolve() / "conf"),
        "NEO4J_HOME": str(home.resolve()),
        "HEAP_SIZE": MEMORY.heap,
        "JDK_JAVA_OPTIONS": " ".join(java_options(major, MEMORY, vector=False)),
    }
    with (home / "logs" / "import.log").open("wb") as log:
        subprocess.run(
            [*command, "database", "import", "full", "neo4j", "--overwrite-destination=true", *arguments],
            env={**os.environ, **environment},
            cwd=home,
            check=True,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
