"""Who published the reference data and what must be shown with it. The texts travel in the Source nodes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from graph.changes import NodeStatement, Provenance
from graph.keys import NodeKey
from ontology.model import REFERENCE_TENANT

ONET_LICENCE = "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
ONET_ATTRIBUTION = (
    "This page includes information from the O*NET {version} Database by the U.S. Department of Labor, Employment "
    "and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET(R) is a trademark of "
    "USDOL/ETA. Cairn has modified all or some of this information. USDOL/ETA has not approved, endorsed, or "
    "tested these modifications."
)
ESCO_LICENCE = "European Commission reuse policy (Commission Decision 2011/833/EU)"
ESCO_ATTRIBUTION = (
    "This service uses the ESCO classification of the European Commission. "
    "It is an adapted version of ESCO: converted to a graph, with weights for essential and optional skills."
)
CROSSWALK_LICENCE = f"{ESCO_LICENCE}; {ONET_LICENCE}"
CROSSWALK_ATTRIBUTION = (
    "ESCO-O*NET Crosswalk by the ESCO Secretariat in collaboration with the U.S. Department of Labor, Employment "
    "and Training Administration (USDOL/ETA). This service uses the ESCO classification of the European "
    "Commission; it is an adapted version. This page includes information from the O*NET Database by USDOL/ETA, "
    "used under the CC BY 4.0 license. O*NET(R) is a trademark of USDOL/ETA. Cairn has modified all or some of "
    "this information. USDOL/ETA has not approved, endorsed, or tested these modifications."
)

# Days on which a release was published. Where the day is not known to us, the first of the month.
_ESCO_RELEASED = {
    "1.0.8": (2020, 8, 1),
    "1.1.0": (2022, 1, 1),
    "1.1.1": (2022, 9, 1),
    "1.1.2": (2023, 12, 1),
    "1.2.0": (2024, 5, 15),
}
_CROSSWALK_RELEASED = {"1": (2022, 9, 1)}
# O*NET releases come each quarter: N.0 in August, N.1 in November, N.2 in February, N.3 in May.
_ONET_MONTHS = {"0": (0, 8), "1": (0, 11), "2": (1, 2), "3": (1, 5)}
_ONET_YEAR_OF_RELEASE_0 = 1995


@dataclass(frozen=True, slots=True)
class Publication:
    """A dataset release: its Source node, when it was published, and how far it is trusted."""

    source: NodeStatement
    released: datetime
    trust: float

    @property
    def source_id(self) -> str:
        """Id of the Source node."""
        return self.source.key.id


def onet(version: str) -> Publication:
    """The O*NET Database release ``version`` (29.2)."""
    return _publication(
        system="onet",
        dataset=f"O*NET {version} Database",
        version=version,
        licence=ONET_LICENCE,
        attribution=ONET_ATTRIBUTION.format(version=version),
        released=_onet_released(version),
    )


def esco(version: str) -> Publication:
    """The ESCO classification release ``version`` (1.1.1)."""
    return _publication(
        system="esco",
        dataset=f"ESCO classification v{version}",
        version=version,
        licence=ESCO_LICENCE,
        attribution=ESCO_ATTRIBUTION,
        released=_dated(_ESCO_RELEASED, version),
    )


def crosswalk(version: str) -> Publication:
    """The official crosswalk between O*NET-SOC 2019 and ESCO."""
    return _publication(
        system="esco-onet-crosswalk",
        dataset=f"ESCO-O*NET Crosswalk v{version}",
        version=version,
        licence=CROSSWALK_LICENCE,
        attribution=CROSSWALK_ATTRIBUTION,
        released=_dated(_CROSSWALK_RELEASED, version),
        trust=0.9,  # found by language models and checked by people
    )


def _publication(
    *, system: str, dataset: str, version: str, licence: str, attribution: str, released: datetime, trust: float = 1.0
) -> Publication:
    source_id = f"{system}-{version}"
    source = NodeStatement(
        key=NodeKey("Source", REFERENCE_TENANT, source_id),
        properties={
            "system": system,
            "dataset": dataset,
            "version": version,
            "licence": licence,
            "attribution": attribution,
            "trust": trust,
            "synthetic": False,
        },
        provenance=Provenance(source_id, f"{system}:release/{version}", released),
    )
    return Publication(source, released, trust)


def _dated(known: dict[str, tuple[int, int, int]], version: str) -> datetime:
    """The day of a known release; a version we do not know sorts after the last known one."""
    if version in known:
        return datetime(*known[version], tzinfo=UTC)
    return datetime(*max(known.values()), tzinfo=UTC)


def _onet_released(version: str) -> datetime:
    major, _, minor = version.partition(".")
    years, month = _ONET_MONTHS.get(minor, (0, 8))
    return datetime(int(major) + _ONET_YEAR_OF_RELEASE_0 + years, month, 1, tzinfo=UTC)
