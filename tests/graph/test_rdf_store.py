"""RDF between real stores: what leaves any back end enters an empty one with the same hash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.content_hash import content_hash
from graph.embedded import open_embedded
from graph.neo4j_store import Neo4jStore
from graph.rdf_check import check_file
from graph.rdf_export import Format, export_file
from graph.rdf_import import import_file
from graph.store import NodeRecord
from tests.graph.rdf_sample import ANN, TENANT, change_sets

SUFFIX: dict[Format, str] = {"turtle": ".ttl", "json-ld": ".jsonld"}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Neo4jStore]:
    """A store of its own that holds nothing."""
    store = open_embedded(tmp_path / "empty")
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def full(store: Neo4jStore) -> Neo4jStore:
    """The sample on each back end (``_ref`` may hold more there)."""
    for changes in change_sets():
        store.apply(changes)
    return store


@pytest.mark.parametrize("form", list(SUFFIX))
def test_a_graph_moves_to_an_empty_store_with_the_same_hash(
    full: Neo4jStore, empty: Neo4jStore, tmp_path: Path, form: Format
) -> None:
    path = tmp_path / f"out{SUFFIX[form]}"
    exported = export_file(full, path, ["_ref", TENANT], form)
    done = import_file(empty, path)
    assert exported.torn == ()
    assert [each for each in done.rejected if "north" in each.key] == []
    assert content_hash(empty, [TENANT]) == content_hash(full, [TENANT])
    assert content_hash(empty, [TENANT]) != content_hash(empty, ["_ref"])
    (ann,) = empty.scan([TENANT], nodes=["Person"], ids=[ANN.key.id])
    assert isinstance(ann, NodeRecord)
    assert ann.properties["scopes"] == ["career_path", "skill_gap"]


def test_an_import_of_what_is_there_already_changes_nothing(full: Neo4jStore, tmp_path: Path) -> None:
    path = tmp_path / "out.ttl"
    export_file(full, path, [TENANT], "turtle")
    before = content_hash(full, [TENANT]), full.head([TENANT])
    done = import_file(full, path)
    assert (done.rejected, done.waiting) == ([], 0)
    assert (content_hash(full, [TENANT]), full.head([TENANT])) == before


@pytest.mark.parametrize("form", list(SUFFIX))
def test_what_a_store_exports_conforms_to_the_shapes(full: Neo4jStore, tmp_path: Path, form: Format) -> None:
    path = tmp_path / f"out{SUFFIX[form]}"
    export_file(full, path, [TENANT], form)
    assert check_file(path) == []
