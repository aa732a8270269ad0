"""Writers of one tenant take turns; readers of another are not kept waiting; nothing is lost or counted twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from graph.neo4j_store import Neo4jStore
from tests.graph.contract import Company, content


def test_writers_of_one_tenant_make_one_version_each_and_lose_nothing(store: Neo4jStore, company: Company) -> None:
    company.load(store, *(company.skill(f"S{number}") for number in range(8)), company.person("P1"))
    batches = [company.batch(company.holds("P1", f"S{number}"), company.skill("S0", number)) for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        versions = sorted(applied.version for applied in pool.map(store.apply, batches))
    assert versions == list(range(2, 10))
    assert [entry.version for entry in store.changes(company.tenant, 1)] == versions
    stored = content(store, company.tenant)
    assert sum("HAS_SKILL" in key for key in stored) == 8
    assert stored[f"Skill:{company.tenant}:S0"]["source_record"] == "Skill/S0"


def test_the_same_batch_from_four_writers_is_written_once(store: Neo4jStore, company: Company) -> None:
    batch = company.batch(company.person("P1"), company.skill("S1"), company.holds("P1", "S1"))
    with ThreadPoolExecutor(4) as pool:
        applied = list(pool.map(store.apply, [batch] * 4))
    assert [each.version for each in applied] == [1, 1, 1, 1]
    assert sum(each.edges_written for each in applied) == 1
    assert sum(each.assertions_written for each in applied) == 1
    assert len(content(store, company.tenant)) == 5
