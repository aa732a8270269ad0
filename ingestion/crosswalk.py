"""The official ESCO-O*NET crosswalk: which O*NET occupation matches which ESCO occupation or ISCO group, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from graph.changes import Record, Rejection
from graph.keys import NodeKey
from ingestion import attribution
from ingestion.attribution import Publication
from ingestion.classification import Place, ReleaseConnector, Statements, load_release, reference_key, rejection
from ingestion.connector import Item
from ingestion.deviations import Deviations
from ingestion.esco.concepts import PREFIX, tail
from ingestion.releases import Layout, Row, Table

MATCHES = {
    "exactMatch": "exact",
    "closeMatch": "close",
    "broadMatch": "narrow",
    "narrowMatch": "broad",
    "exactISCO": "exact",
}
"""What the published words become on an edge from the O*NET occupation to the ESCO concept.

The words say what the *O*NET occupation* is, seen from ESCO: "Chief Executives" is published as broadMatch of
"airport chief executive", "Massage Therapists" as narrowMatch of "complementary therapist". EQUIVALENT_TO is
read from start to end, and there the ESCO concept is the narrower (broader) one. The counts agree: a broadMatch
occupation of O*NET has 3.8 ESCO occupations on average, and an ESCO occupation 1.2 broadMatch ones of O*NET.
"""

TABLE = Table(
    "ONET (Occupations)_0_updated.csv",
    ("O*NET Id", "ESCO or ISCO URI", "Type of Match"),
    stems=("esco_onet_official", "crosswalk_esco_onet"),
    aliases={"onet_soc_code": "O*NET Id", "match_type": "Type of Match"},
    required=True,
    by_header=True,
)
LAYOUT = Layout(
    publisher="crosswalk",
    tables=(TABLE,),
    version=re.compile(r"(?:Mapping project version,|Crosswalk\"? v)(\d+(?:\.\d+)?)"),
)
NOTES = {
    "crosswalk_unread_files": "files beside the crosswalk that are not mapped",
    "crosswalk_isco_groups": "matches with an ISCO group instead of an occupation",
    "crosswalk_repeated_rows": "rows that repeat another and were taken once",
    "crosswalk_conflicting_rows": "pairs matched in two ways; the word that sorts last counts",
}
_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
_LABELS = {"occupation": "Role", "isco": "OccupationGroup"}


class CrosswalkConnector(ReleaseConnector):
    """Reads the crosswalk from its file, or from a folder or .zip that holds it.

    Its ends come from the O*NET and ESCO releases: rows whose ends are not loaded yet wait for them.
    """

    feed = "crosswalk"
    layout = LAYOUT

    def _published(self, release: str | None) -> Publication:
        return attribution.crosswalk(self._release.version(release, otherwise="1"))

    def records(self) -> Iterator[Item]:
        """One edge for each matched pair, then notes on what was met."""
        met, rejected = Deviations(NOTES), list[Rejection]()
        met.count("crosswalk_unread_files", len(self._release.unread()))
        pairs: dict[Row, tuple[int, Row]] = {}
        for line, row in self._release.rows(TABLE, rejected.append):
            before = pairs.setdefault(row[:2], (line, row))
            if before[1] is not row:
                met.count("crosswalk_repeated_rows" if before[1] == row else "crosswalk_conflicting_rows")
                pairs[row[:2]] = max(before, (line, row), key=lambda entry: entry[1])
        for line, row in pairs.values():
            item = match(self._said, Place(self._release.file(TABLE), line), *row)
            met.count("crosswalk_isco_groups", isinstance(item, Record) and item.edges[0].end.label != "Role")
            yield item
        yield from rejected
        yield from met.notes()


ingest_crosswalk = partial(load_release, CrosswalkConnector)
"""``load_release`` for this publication."""


def match(said: Statements, place: Place, code: str, uri: str, word: str) -> Record | Rejection:
    """One row as an EQUIVALENT_TO edge from the O*NET occupation to the ESCO concept."""
    key = f"{code}/{tail(uri)}"
    concept = _concept(uri)
    if not _CODE.fullmatch(code):
        return _refused(place, key, "O*NET Id", code, "Write it as text in the form 11-1011.00.")
    if concept is None:
        return _refused(
            place, key, "ESCO or ISCO URI", uri, f"Give the URI of an occupation or ISCO group ({PREFIX}...)."
        )
    if word not in MATCHES or (word == "exactISCO") != (concept.label == "OccupationGroup"):
        remedy = f"Use one of: {', '.join(MATCHES)} (exactISCO for ISCO groups and only there)."
        return _refused(place, key, "Type of Match", word, remedy)
    properties = {"match_type": MATCHES[word]}
    return said.edge(place, "EQUIVALENT_TO", reference_key("Role", code), concept, key, properties)


def _concept(uri: str) -> NodeKey | None:
    label = _LABELS.get(tail(uri).partition("/")[0]) if uri.startswith(PREFIX) else None
    return None if label is None else reference_key(label, uri)


def _refused(place: Place, key: str, field: str, value: str, remedy: str) -> Rejection:
    reason = f"{field} is {value[:60]!r}."
    return rejection(place, key, code="UNKNOWN_VALUE", field=field, reason=reason, remedy=remedy)
