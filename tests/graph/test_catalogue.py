"""The catalogue of Cypher: complete, alone, free of literals, and accepted word for word by every back end."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import neo4j
import pytest

from graph.statements import PERMITTED, Statement, catalogue
from ontology.model import load_ontology
from tests.graph.conftest import Server

ROOT = Path(__file__).resolve().parents[2]
WRITING = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE)\b")
CYPHER = re.compile(r"\b(MATCH|MERGE|UNWIND|DETACH DELETE)\b.*[(\[$]")
ELSEWHERE = {"graph/statements.py", "ontology/generators/neo4j_ddl.py"}
"""Where Cypher may stand: the catalogue, and the schema statements generated from the ontology."""


def parameters(statement: Statement) -> dict[str, object]:
    """Empty values for whatever the statement names: it must be understood, and change nothing."""
    named = re.findall(r"\$(\w+)", statement.text)
    rows: object = {} if "$rows[" in statement.text else []
    known: dict[str, object] = {"rows": rows, "governance": False, "limit": 1, "since": 0, "version": 0, "now": None}
    lists = {"ids", "keys", "records", "tenants", "table"}
    return {name: known.get(name, [] if name in lists else "nobody") for name in named}


def test_every_statement_runs_on_every_back_end(server: Server) -> None:
    refused = []
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        for statement in catalogue().values():
            if statement.name == "lock_tenant":
                continue  # MERGE writes even for nobody; every test of apply runs it
            with driver.session(database=server.database) as session, session.begin_transaction() as tx:
                try:
                    rows = list(tx.run(statement.text, parameters(statement)))
                except neo4j.exceptions.Neo4jError as error:
                    refused.append((statement.name, error.code))
                    continue
                tx.rollback()
            if statement.name.startswith(("find_", "cite_", "scan_")) and "count" not in statement.text:
                assert rows == [], statement.name
    assert refused == []
    assert len(catalogue()) > 250


@pytest.mark.parametrize("statement", catalogue().values(), ids=list(catalogue()))
def test_a_statement_says_whether_it_writes_and_holds_no_values(statement: Statement) -> None:
    assert bool(WRITING.search(statement.text)) == statement.writes
    assert not (statement.public and statement.writes)
    literals = set(re.findall(r"'([^']*)'", statement.text))
    named = {*load_ontology().nodes, *load_ontology().relationships, "public", "rejected", "MISSING_REFERENCE", "_ref"}
    assert literals <= named
    assert not re.search(r"= \d|>= ?\d", statement.text.replace("t.version = 0", ""))


def test_whatever_callers_may_read_is_bound_to_their_tenant() -> None:
    assert [name for name, each in catalogue().items() if each.public and "$tenant" not in each.text] == []


def test_every_citation_carries_the_one_predicate_in_every_branch() -> None:
    cited = [each for name, each in catalogue().items() if name.startswith("cite_edges")]
    assert len(cited) == len(load_ontology().relationships) + 1
    for statement in cited:
        assert statement.text.count(PERMITTED) == statement.text.count(" UNION ALL ") + 1


def test_no_other_file_holds_cypher() -> None:
    found = []
    for package in ("graph", "ontology", "ingestion", "reasoning", "api"):
        for file in sorted((ROOT / package).rglob("*.py")):
            name = str(file.relative_to(ROOT))
            if name not in ELSEWHERE:
                found += [(name, text[:60]) for text in texts(file) if CYPHER.search(text)]
    assert found == []


def texts(file: Path) -> list[str]:
    """All strings of a module that are no docstrings."""
    tree = ast.parse(file.read_text("utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    ]
