"""Snapshots read from every back end: the same as what a scan tells, whole and change by change."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from graph.extraction import extract, store_identity
from graph.keys import NodeKey
from graph.neo4j_store import Neo4jStore
from graph.refresh import SnapshotSource
from graph.snapshot import LABEL_ORDER, SNAPSHOT_TYPES, Snapshot, SnapshotBuilder, SnapshotVersion
from graph.store import EdgeRecord
from ontology.model import REFERENCE_TENANT
from tests.graph.contract import Company
from tests.graph.same import same_snapshot

READ_AT = datetime(2026, 5, 5, tzinfo=UTC)


def load(store: Neo4jStore, company: Company) -> None:
    ada, fitter = company.key("Person", "ada"), company.key("Role", "fitter")
    assessed = company.edge("ASSESSED", ada, company.key("Skill", "welding"), qualifier="sitting-1",
                            assessment="sitting-1", level=2.5, taken_on=date(2024, 2, 2))  # fmt: skip
    held = company.edge("HOLDS_ROLE", ada, fitter, qualifier="2020-01-01", valid_from=date(2020, 1, 1))
    required = company.edge("REQUIRES_SKILL", fitter, company.key("Skill", "welding"), essential=True, weight=0.9)
    company.load(
        store, company.person("ada", languages=["nb", "en"]), company.person("ben"), company.skill("welding"),
        company.skill("brazing", alt_labels=["soldering"]), company.node("Role", "fitter"), assessed, held, required,
        company.holds("ada", "welding", 3.5), company.holds("ben", "brazing", 1.0),
        company.consent("ada", "career_path", "mentor_match"),
    )  # fmt: skip


def rebuilt(store: Neo4jStore, version: SnapshotVersion) -> Snapshot:
    """The oracle: everything scanned in full, one record after the other."""
    tenants = (version.tenant_id, REFERENCE_TENANT)
    records = [*store.scan(tenants, nodes=LABEL_ORDER), *store.scan(tenants, relationships=SNAPSHOT_TYPES)]
    return SnapshotBuilder(version).add(reversed(records)).build()


def test_an_extracted_snapshot_cites_the_stored_edges(store: Neo4jStore, company: Company) -> None:
    load(store, company)
    snapshot = extract(store, company.tenant, READ_AT)
    assert same_snapshot(snapshot, rebuilt(store, snapshot.version))
    stored = {
        r.edge_id for r in store.scan((company.tenant,), relationships=SNAPSHOT_TYPES) if isinstance(r, EdgeRecord)
    }
    cited = {
        snapshot.edge_id(rel_type, position)
        for rel_type in SNAPSHOT_TYPES
        for position in range(len(snapshot.edges(rel_type)))
    }
    assert stored == cited & stored
    assert len(stored) == 5
    ada = snapshot.resolve("Person", "ada")
    assert snapshot.consents(ada, "career_path", READ_AT)
    assert not snapshot.consents(ada, "skill_gap", READ_AT)
    assert snapshot.text_list("Person", "languages", ada) == ["nb", "en"]


def test_following_the_change_log_of_a_store_equals_reading_it_again(
    store: Neo4jStore, company: Company, tmp_path: Path
) -> None:
    load(store, company)
    source = SnapshotSource(store, directory=tmp_path)
    before = source.current(company.tenant)
    company.load(
        store,
        company.person("cem"),
        company.person("ada", at=3, location="Bergen"),
        company.holds("cem", "welding", 5.0),
    )
    company.load(store, company.holds("ada", "welding", 1.0, at=5, record="HAS_SKILL/ada/welding/", retracts=True))
    company.load(store, company.consent("ada", "mentor_match", at=6, status="withdrawn"))
    assert source.withdrawn(company.tenant, before.version.tenant) == {"ada"}
    after = source.refresh(company.tenant)
    assert same_snapshot(after, rebuilt(store, after.version))
    assert after.version.tenant == store.head([company.tenant])[company.tenant]
    ada, cem = after.resolve("Person", "ada"), after.resolve("Person", "cem")
    assert after.text("Person", "location", ada) == "Bergen"
    assert len(after.edges("HAS_SKILL").targets(ada)) == 0
    assert [after.key(int(skill)) for skill in after.edges("HAS_SKILL").targets(cem)] == [
        company.key("Skill", "welding")
    ]
    assert not after.consents(ada, "mentor_match", READ_AT)
    assert before.consents(before.resolve("Person", "ada"), "mentor_match", READ_AT)
    company.load(store, company.person("dag"), bulk=True)
    assert source.refresh(company.tenant).find(NodeKey("Person", company.tenant, "dag")) is not None
    source.close()


def test_a_store_keeps_its_identity(store: Neo4jStore) -> None:
    assert store_identity(store) == store_identity(store)
    assert len(store_identity(store)) == 32
    assert any(True for _ in store.scan((REFERENCE_TENANT,), nodes=("SchemaMigration",)))
