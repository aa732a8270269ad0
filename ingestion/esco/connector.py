"""The ESCO connector: an ESCO CSV release as records of the reference tenant. It decides no store matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from graph.changes import Record, Rejection
from graph.keys import NodeKey
from ingestion import attribution
from ingestion.attribution import Publication
from ingestion.classification import Place, ReleaseConnector, Statements, load_release, reference_key, rejection
from ingestion.connector import Item
from ingestion.deviations import Deviations
from ingestion.esco import layout
from ingestion.esco.concepts import KINDS, Concept, isco_group, occupation, skill, skill_group, tail
from ingestion.esco.relations import LABELS, broader, circular, concept_key, related, requires, unknown_word
from ingestion.quarantine import UNREADABLE
from ingestion.releases import Release, Table

_NOTHING: frozenset[str] = frozenset()


class EscoConnector(ReleaseConnector):
    """Reads a folder or .zip of an ESCO release; ``release`` states the version where the names do not tell it.

    Raises ``MalformedFile`` before anything is read in earnest (see ``Release``).
    """

    feed = "esco"
    layout = layout.LAYOUT

    def _published(self, release: str | None) -> Publication:
        return attribution.esco(self._release.version(release))

    def records(self) -> Iterator[Item]:
        """Groups, occupations and skills, then what links them, then notes on what was met."""
        yield from _Reading(self._release, self._said).items()


ingest_esco = partial(load_release, EscoConnector)
"""``load_release`` for this publication."""


class _Reading:
    """One pass through the release."""

    def __init__(self, release: Release, said: Statements) -> None:
        self._release = release
        self._said = said
        self._met = Deviations(layout.NOTES)
        self._ragged: list[Rejection] = []
        self._known: set[NodeKey] = set()

    def items(self) -> Iterator[Item]:
        self._met.count("esco_unread_files", len(self._release.unread()))
        yield from self._groups()
        yield from self._occupations()
        yield from self._skills()
        yield from self._hierarchy(layout.BROADER_OCCUPATIONS)
        yield from self._hierarchy(layout.BROADER_SKILLS)
        yield from self._related()
        yield from self._required()
        yield from self._ragged
        yield from self._met.notes()

    def _concepts(self, table: Table, label: str) -> Iterator[Concept]:
        """Rows of a concept table, one for each URI; of several the one that sorts last, in whatever order."""
        rows: dict[str, Concept] = {}
        file, name = self._release.file(table), table.columns.index("preferredLabel")
        for line, row in self._release.rows(table, self._ragged.append):
            place = Place(file, line)
            if not row[0]:
                self._ragged.append(_incomplete(place, f"{UNREADABLE}{file}:{line}", "conceptUri"))
            elif not row[name].strip():
                self._ragged.append(_incomplete(place, f"{table.official}/{tail(row[0])}", "preferredLabel"))
            elif row[0] not in rows:
                rows[row[0]] = Concept(place, row)
            else:
                self._met.count("esco_repeated_concepts")
                rows[row[0]] = max(rows[row[0]], Concept(place, row), key=lambda concept: concept.row)
        self._known.update(reference_key(label, uri) for uri in rows)
        return iter(rows.values())

    def _groups(self) -> Iterator[Record]:
        for concept in self._concepts(layout.ISCO_GROUPS, "OccupationGroup"):
            yield isco_group(self._said, concept)
        codes, hierarchy = self._levels()
        for concept in self._concepts(layout.SKILL_GROUPS, "SkillGroup"):
            yield skill_group(self._said, concept, codes)
        for uri, concept in hierarchy.items():
            key = reference_key("SkillGroup", uri)
            if key not in self._known:
                self._known.add(key)
                self._met.count("esco_groups_from_hierarchy")
                yield skill_group(self._said, concept, codes)

    def _levels(self) -> tuple[dict[str, str], dict[str, Concept]]:
        """Codes of the skill groups, and the groups themselves, as the hierarchy table tells them."""
        codes: dict[str, str] = {}
        groups: dict[str, Concept] = {}
        table = layout.SKILLS_HIERARCHY
        for line, row in self._release.rows(table, self._ragged.append):
            levels = [(row[2 * level], row[2 * level + 1], row[10 + level]) for level in range(4)]
            named = [level for level in levels if level[0]]
            for uri, _, code in named:
                codes[uri] = code
            if named:
                uri, name, code = named[-1]
                described = (uri, name, row[8], code, row[9])
                groups[uri] = Concept(Place(self._release.file(table), line), described)
        return codes, groups

    def _occupations(self) -> Iterator[Record]:
        research = self._listed(layout.RESEARCH_OCCUPATIONS)
        for concept in self._concepts(layout.OCCUPATIONS, "Role"):
            self._met.count("esco_hidden_labels", bool(concept.row[5].strip()))
            self._met.count("esco_not_released", concept.row[6] not in ("", "released"))
            listed = frozenset({"research"}) if concept.uri in research else _NOTHING
            yield occupation(self._said, concept, listed)

    def _skills(self) -> Iterator[Record]:
        members = {name: self._listed(table) for name, table in layout.COLLECTIONS.items()}
        for concept in self._concepts(layout.SKILLS, "Skill"):
            self._met.count("esco_hidden_labels", bool(concept.row[6].strip()))
            self._met.count("esco_not_released", concept.row[7] not in ("", "released"))
            self._met.count("esco_skills_without_type", concept.row[1] not in KINDS)
            self._met.count("esco_skills_without_reuse_level", not concept.row[2])
            listed = frozenset(name for name, uris in members.items() if concept.uri in uris)
            yield skill(self._said, concept, listed)

    def _listed(self, table: Table) -> set[str]:
        return {uri for _, (uri,) in self._release.rows(table, self._ragged.append)}

    def _hierarchy(self, table: Table) -> Iterator[Record | Rejection]:
        """One pillar, held in memory, because a cycle shows only in the whole."""
        found: dict[str, Record] = {}
        for line, (uri, kind, broader_kind, broader_uri) in self._release.rows(table, self._ragged.append):
            place = Place(self._release.file(table), line)
            narrow, broad = concept_key(kind, uri), concept_key(broader_kind, broader_uri)
            if narrow is None or broad is None:
                word, field = (kind, "conceptType") if narrow is None else (broader_kind, "broaderType")
                yield unknown_word(place, f"{table.official}/{uri}/{broader_uri}", field, word, LABELS)
                continue
            record = broader(self._said, place, table.official.removesuffix("_en.csv"), narrow, broad)
            if record.key in found:
                self._met.count("esco_repeated_relations")
            found[record.key] = record
        refused = circular(found.values())
        parents = Counter(record.edges[0].start for record in found.values())
        self._met.count("esco_polyhierarchy", sum(count > 1 for count in parents.values()))
        for record in found.values():
            self._meet(record)
            yield refused.get(record.key, record)

    def _related(self) -> Iterator[Record | Rejection]:
        table = layout.SKILL_SKILLS
        rows = self._release.rows(table, self._ragged.append)
        stated = (
            (line, reference_key("Skill", uri), relation, reference_key("Skill", other))
            for line, (uri, relation, other) in rows
        )
        for place, start, relation, end in self._once(table, stated):
            yield self._meet(related(self._said, place, start, relation, end))

    def _required(self) -> Iterator[Record | Rejection]:
        table = layout.OCCUPATION_SKILLS
        roles: dict[str, NodeKey] = {}
        skills = {key.id: key for key in self._known if key.label == "Skill"}
        asked: set[str] = set()
        rows = self._release.rows(table, self._ragged.append)
        stated = (
            (line, _interned(roles, "Role", uri), relation, _interned(skills, "Skill", skill_uri))
            for line, (uri, relation, skill_uri) in rows
        )
        for place, start, relation, end in self._once(table, stated):
            asked.add(end.id)
            yield self._meet(requires(self._said, place, start, relation, end))
        idle = sum(key.label == "Skill" and key.id not in asked for key in self._known)
        self._met.count("esco_skills_in_no_occupation", idle)

    def _once(
        self, table: Table, stated: Iterable[tuple[int, NodeKey, str, NodeKey]]
    ) -> Iterator[tuple[Place, NodeKey, str, NodeKey]]:
        """Each relation once. Of two that differ both are handed on: the graph settles them in any order."""
        file, seen = self._release.file(table), dict[tuple[str, str], str]()
        for line, start, relation, end in stated:
            pair = (start.id, end.id)
            if pair not in seen:
                seen[pair] = relation
            elif seen[pair] == relation:
                self._met.count("esco_repeated_relations")
                continue
            else:
                self._met.count("esco_conflicting_relations")
            yield Place(file, line), start, relation, end

    def _meet(self, item: Record | Rejection) -> Record | Rejection:
        if isinstance(item, Record):
            dangling = any(not {edge.start, edge.end} <= self._known for edge in item.edges)
            self._met.count("esco_dangling_relations", dangling)
        return item


def _interned(keys: dict[str, NodeKey], label: str, uri: str) -> NodeKey:
    if uri not in keys:
        keys[uri] = reference_key(label, uri)
    return keys[uri]


def _incomplete(place: Place, key: str, field: str) -> Rejection:
    return rejection(
        place,
        key,
        code="MISSING_VALUE",
        field=field,
        reason=f"The concept has no {field}.",
        remedy="Take the row as ESCO publishes it.",
    )
