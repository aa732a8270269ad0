"""A small graph for RDF tests with one of everything: two tenants, all value types, retraction, consent, order."""

from __future__ import annotations

from datetime import UTC, date, datetime

from graph.changes import ChangeSet, EdgeStatement, NodeStatement, Provenance, Record, on_grid
from graph.keys import NodeKey, Value
from tests.graph.replay_store import ReplayStore

TENANT = "north:light %7E"  # a tenant id with everything that an IRI would trip over
ESCO_SKILL = "http://data.europa.eu/esco/skill/00064735-8fad-454b-90c7-ed858cc993f2"
ESCO_ROLE = "http://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34"


def moment(day: int, microsecond: int = 0) -> datetime:
    return datetime(2024, 3, day, 12, 30, 5, microsecond, tzinfo=UTC)


def told(source: str, day: int = 1, confidence: float = 0.9, record: str = "feed:1") -> Provenance:
    return Provenance(source, record, moment(day, 123456), confidence=confidence)


def node(label: str, tenant: str, identifier: str, source: str, /, **properties: Value) -> NodeStatement:
    return NodeStatement(NodeKey(label, tenant, identifier), on_grid(label, properties), told(source))


def source(tenant: str, identifier: str) -> NodeStatement:
    return node(
        "Source", tenant, identifier, identifier,
        system="test", dataset=f"Data of {identifier}", version="1", licence="CC BY 4.0",
        attribution='Say "thanks".\nTwice.', trust=0.9, synthetic=True,
    )  # fmt: skip


def edge(
    rel_type: str, tenant: str, start: NodeStatement, end: NodeStatement, origin: Provenance, /,
    qualifier: str | None = None, valid_from: date | None = None, valid_to: date | None = None,
    retracts: bool = False, **properties: Value,
) -> EdgeStatement:  # fmt: skip
    return EdgeStatement(
        tenant, rel_type, start.key, end.key, on_grid(rel_type, properties), origin, qualifier, valid_from, valid_to,
        retracts,
    )  # fmt: skip


ESCO = source("_ref", "esco-1.1.1")
HRIS = source(TENANT, "hris")
LMS = source(TENANT, "l m/s")

SKILL = node(
    "Skill", "_ref", ESCO_SKILL, "esco-1.1.1", name="manage musical staff", scheme="esco", kind="skill",
    alt_labels=["z first", "a second", "a second"], description='Ünïcode "quoted" \\ tab\t nl\n\u2028 end',
    collections=[], half_life_months=36.0,
)  # fmt: skip
ABILITY = node(
    "Skill", "_ref", "1.A.1", "esco-1.1.1", name="Hear", scheme="onet", kind="ability", alt_labels=["a", "b"]
)
OCCUPATION = node("Role", "_ref", ESCO_ROLE, "esco-1.1.1", name="conductor", scheme="esco", job_zone=4)
GROUP = node(
    "OccupationGroup", "_ref", "http://data.europa.eu/esco/isco/C2652", "esco-1.1.1", name="Musicians", scheme="isco"
)
ROLE = node("Role", TENANT, "lead/ø:1", "hris", name="Lead", scheme="company", pay_min=50000.0, pay_max=60000.5)
COURSE = node(
    "Course", TENANT, "c1", "l m/s", name="Baton", cost=99.5, starts_on=[date(2024, 9, 1), date(2024, 1, 8)],
    capacity=0, language="en",
)  # fmt: skip
ANN = node(
    "Person", TENANT, "p1", "hris", pseudonym="Person 1", name="Ann", languages=["en", "de"], hired_on=date(2020, 2, 29)
)
BOB = node("Person", TENANT, "p2", "hris", pseudonym="Person 2")
GRANT = node(
    "ConsentGrant", TENANT, "g1", "hris", person_id="p1", purposes=["skill_gap", "career_path"], status="granted",
    given_at=moment(2), expires_at=moment(30),
)  # fmt: skip
WITHDRAWAL = node(
    "ConsentGrant",
    TENANT,
    "g2",
    "hris",
    person_id="p2",
    purposes=["career_path"],
    status="withdrawn",
    given_at=moment(3),
)

OLD_UNIT, NEW_UNIT, TEAM = (node("OrgUnit", TENANT, name, "hris", name=name) for name in ("old", "new", "team"))

NODES = (
    ESCO,
    HRIS,
    LMS,
    SKILL,
    ABILITY,
    OCCUPATION,
    GROUP,
    ROLE,
    COURSE,
    ANN,
    BOB,
    GRANT,
    WITHDRAWAL,
    OLD_UNIT,
    NEW_UNIT,
    TEAM,
)

SAYS = told("esco-1.1.1", confidence=1.0)
EDGES = (
    edge("REQUIRES_SKILL", "_ref", OCCUPATION, SKILL, SAYS, essential=True, weight=1.0),
    edge("REQUIRES_SKILL", "_ref", OCCUPATION, ABILITY, SAYS, essential=False, weight=0.5, min_level=3.02),
    edge("BROADER", "_ref", OCCUPATION, GROUP, SAYS),
    edge("EQUIVALENT_TO", "_ref", SKILL, ABILITY, SAYS, match_type="narrow"),
    edge("RELATED_TO", "_ref", SKILL, ABILITY, told("esco-1.1.1", 5), retracts=True, kind="related"),
    edge("EQUIVALENT_TO", TENANT, ROLE, OCCUPATION, told("hris"), match_type="close"),
    edge("HAS_SKILL", TENANT, ANN, SKILL, told("hris"), level=3.0, last_used=date(2024, 1, 1)),
    edge("HAS_SKILL", TENANT, ANN, SKILL, told("l m/s", 4, 0.8), level=3.5),
    edge("HAS_SKILL", TENANT, BOB, SKILL, told("hris"), level=1.0),
    edge("HAS_SKILL", TENANT, BOB, SKILL, told("hris", 9), retracts=True),
    edge(
        "HOLDS_ROLE",
        TENANT,
        ANN,
        ROLE,
        told("hris"),
        "2020-02-29",
        date(2020, 2, 29),
        date(2022, 12, 31),
        location="Bergen",
    ),
    edge("HOLDS_ROLE", TENANT, ANN, ROLE, told("hris", 2), "2023-01-01", date(2023, 1, 1)),
    edge("REPORTS_TO", TENANT, BOB, ANN, told("hris"), "2023-01-01", date(2023, 1, 1)),
    edge("TEACHES_SKILL", TENANT, COURSE, SKILL, told("l m/s"), to_level=4.0),
    edge(
        "COMPLETED",
        TENANT,
        ANN,
        COURSE,
        told("l m/s"),
        "2023-05-05",
        completed_on=date(2023, 5, 5),
        passed=True,
        score=88.0,
    ),
    edge("GRANTED", TENANT, ANN, GRANT, told("hris")),
    edge("GRANTED", TENANT, BOB, WITHDRAWAL, told("hris")),
)


MOVES = (  # two versions of one row that says where the team belongs; the older is no longer live
    edge("PART_OF", TENANT, TEAM, OLD_UNIT, told("hris", 3, record="units:team")),
    edge("PART_OF", TENANT, TEAM, NEW_UNIT, told("hris", 7, record="units:team")),
)


def change_sets() -> list[ChangeSet]:
    """The sample, one change set per source."""
    sets = []
    for origin in (ESCO, HRIS, LMS):
        tenant = origin.key.tenant_id
        nodes = [each for each in NODES if _from(each.provenance, origin) and each.key.tenant_id == tenant]
        edges = [each for each in EDGES if _from(each.provenance, origin) and each.tenant_id == tenant]
        records = [Record(str(each.key), "sample", 1, nodes=(each,)) for each in nodes]
        records += [Record(each.assertion_id, "sample", 1, edges=(each,)) for each in edges]
        sets.append(ChangeSet(tenant, "sample", origin, tuple(records)))
    moves = (Record("team", "sample", day, edges=(move,), replaces=True) for day, move in enumerate(MOVES))
    return [*sets, sets[1], ChangeSet(TENANT, "sample", HRIS, tuple(moves))]


def _from(provenance: Provenance, origin: NodeStatement) -> bool:
    return provenance.source_id == origin.key.id


def sample_store() -> ReplayStore:
    """The sample in a store in memory."""
    store = ReplayStore()
    for changes in change_sets():
        store.apply(changes)
    return store
