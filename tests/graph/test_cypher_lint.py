"""Every Cypher statement through Neo4j's own parser and semantic checker, against the names the ontology declares.

Prerequisites: Node 20 and ``npm ci --prefix .ci/lint_cypher``. Skips without them, unless required.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from graph.statements import catalogue
from ontology.generators.cypher_schema import cypher_schema
from ontology.generators.neo4j_ddl import statements, vector

ROOT = Path(__file__).parents[2]
LINTER = ROOT / ".ci" / "lint_cypher"


@pytest.fixture(scope="module")
def node() -> str:
    """The Node executable, with the checker installed."""
    found = shutil.which("node")
    if found is not None and (LINTER / "node_modules").is_dir():
        return found
    said = "the Cypher lint needs Node 20 and `npm ci --prefix .ci/lint_cypher`"
    if os.environ.get("CAIRN_REQUIRE_CYPHER_LINT") == "1":
        pytest.fail(said)
    pytest.skip(said)


def lint(node: str, texts: Mapping[str, str]) -> list[str]:
    """Findings as sentences that name the statement."""
    schema = cypher_schema()
    asked = {"schema": schema, "statements": [{"name": name, "text": text} for name, text in texts.items()]}
    finished = subprocess.run(
        [node, "lint.mjs"], cwd=LINTER, input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    answer: Sequence[Mapping[str, object]] = json.loads(finished.stdout)
    return [f"{found['name']} {found['line']}:{found['column']} {found['message']}" for found in answer]


def everything() -> dict[str, str]:
    """The catalogue and the DDL of the richest edition, which holds that of the others."""
    texts = {name: statement.text for name, statement in catalogue().items()}
    for ddl in (*statements("enterprise"), vector("Skill", "embedding", 384)):
        texts[f"ddl:{ddl.name}"] = ddl.cypher
    return texts


@pytest.mark.slow
@pytest.mark.parametrize("language", [5, 25])
def test_the_checker_finds_nothing_in_any_statement(node: str, language: int) -> None:
    texts = {name: f"CYPHER {language} {text}" for name, text in everything().items()}
    assert len(texts) > 400
    assert lint(node, texts) == []


@pytest.mark.parametrize("language", [5, 25])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("MATCH (n:Skil {id: $id}) RETURN n", "Label Skil is not present"),
        ("MATCH ()-[r:HAS_SKIL]->() RETURN r", "Relationship type HAS_SKIL is not present"),
        ("MATCH (n:Skill {nam: $id}) RETURN n.name", "nam is not present"),
        ("MATCH (n:Skill RETURN n", "Invalid input 'RETURN'"),
        ("MATCH (n:Skill) RETURN m", "Variable `m` not defined"),
        ("MATCH (n:Skill) RETURN id(n)", "deprecated function"),
    ],
)
def test_the_checker_finds_planted_faults(node: str, language: int, text: str, message: str) -> None:
    found = lint(node, {"planted": f"CYPHER {language} {text}"})
    assert found[0].startswith("planted 1:")
    assert message in found[0]


SPEAKS_CYPHER = {
    "graph/statements.py": "the catalogue",
    "ontology/generators/neo4j_ddl.py": "generated DDL, checked above",
    "graph/servers.py": "asks a server it has just started whether it answers, and sets its first password",
}
LOOKS_LIKE_CYPHER = re.compile(r"\s*(MATCH|OPTIONAL MATCH|MERGE|UNWIND|CALL|DETACH DELETE|ALTER|RETURN|WITH)\s+\S")
LOOKS_LIKE_A_NODE = re.compile(r"CREATE\s+(\(|CONSTRAINT|INDEX|VECTOR|FULLTEXT)")


def test_no_other_file_holds_cypher() -> None:
    strangers = {}
    for package in ("api", "graph", "ingestion", "ontology", "reasoning"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            texts = [
                each.value
                for each in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            ]
            found = [text for text in texts if LOOKS_LIKE_CYPHER.match(text) or LOOKS_LIKE_A_NODE.search(text)]
            if found:
                strangers[name] = found
    assert {name: found for name, found in strangers.items() if name not in SPEAKS_CYPHER} == {}
    assert strangers.keys() == SPEAKS_CYPHER.keys()
