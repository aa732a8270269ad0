"""The O*NET connector: an O*NET text release as records of the reference tenant. It decides no store matters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from graph.keys import NodeKey
from ingestion import attribution
from ingestion.attribution import Publication
from ingestion.classification import ReleaseConnector, load_release, reference_key
from ingestion.connector import Item
from ingestion.onet import layout, occupations, ratings, tasks, technology
from ingestion.onet.elements import Element, characteristic, skill, skill_groups
from ingestion.onet.rows import Rows

_ASKED = (layout.SKILLS, layout.KNOWLEDGE, layout.ABILITIES)
_TRAITS = (layout.INTERESTS, layout.WORK_STYLES, layout.WORK_VALUES)


class OnetConnector(ReleaseConnector):
    """Reads a folder or .zip of an O*NET release; ``release`` states the version where the names do not tell it.

    Raises ``MalformedFile`` before anything is read in earnest (see ``Release``).
    """

    feed = "onet"
    layout = layout.LAYOUT

    def _published(self, release: str | None) -> Publication:
        return attribution.onet(self._release.version(release).replace("_", "."))

    def records(self) -> Iterator[Item]:
        """Occupations and what they ask for, do, use and are like, then notes on what was met."""
        rows = Rows(self._release, self._said)
        rows.met.count("onet_unread_files", len(self._release.unread()))
        elements = {
            element_id: Element(place, element_id, name.strip(), description.strip())
            for place, (element_id, name, description) in rows.settled(layout.CONTENT_MODEL, 0)
        }
        yield from _roles(rows)
        yield from _asked(rows, elements)
        yield from tasks.activities(rows, elements)
        yield from tasks.tasks(rows)
        yield from tasks.involved(rows)
        yield from technology.uses(rows)
        yield from _traits(rows, elements)
        yield from rows.rejected
        yield from rows.met.notes()


ingest_onet = partial(load_release, OnetConnector)
"""``load_release`` for this publication."""


def _roles(rows: Rows) -> Iterator[Item]:
    for occupation in occupations.gathered(rows).values():
        yield rows.stated(occupations.role(rows.said, occupation))


def _asked(rows: Rows, elements: dict[str, Element]) -> Iterator[Item]:
    """Skills, knowledge and abilities with their groups, then what occupations ask of them."""
    tables = {table: ratings.gathered(rows, table, elements) for table in _ASKED}
    rated: dict[str, NodeKey] = {
        element_id: reference_key("Skill", element_id)
        for element_id in sorted({element_id for pairs in tables.values() for _, element_id in pairs})
    }
    rated_codes = {code for pairs in tables.values() for code, _ in pairs}
    unrated = sum(key.label == "Role" and key.id not in rated_codes for key in rows.known)
    rows.met.count("onet_occupations_without_ratings", unrated)
    for element_id in rated:
        yield rows.stated(skill(rows.said, elements[element_id]))
    for record in skill_groups(rows.said, elements, rated):
        yield rows.checked(rows.stated(record))
    for table, pairs in tables.items():
        yield from ratings.requirements(rows, table, pairs)


def _traits(rows: Rows, elements: dict[str, Element]) -> Iterator[Item]:
    tables = {table: ratings.gathered(rows, table, elements) for table in _TRAITS}
    for element_id in sorted({element_id for pairs in tables.values() for _, element_id in pairs}):
        yield rows.stated(characteristic(rows.said, elements[element_id]))
    for table, pairs in tables.items():
        yield from ratings.characteristics(rows, table, pairs)
