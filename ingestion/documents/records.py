"""A document that was read becomes change records: the version with its passages, and links that may wait. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from graph.changes import EdgeStatement, NodeStatement, Provenance, Record
from graph.keys import NodeKey, Value, digest
from ingestion.documents.files import Text
from ingestion.documents.mentions import RULE, Phrases
from ingestion.documents.passages import Section, sections, text_hash
from ingestion.documents.privacy import Redaction
from ingestion.faults import Refused
from ingestion.references import reference
from ingestion.rules import METHOD_CONFIDENCE
from ingestion.sources import SourceDescription, confidence_on_grid

EXTRACTOR_VERSION = "1"
MAX_PASSAGES = 2_000
MOST_MENTIONS = 12
"""Nodes that one passage is said to be about, at most: the first that are named."""


@dataclass(frozen=True, slots=True)
class Known:
    """What of the tenant's graph the reading of documents builds on: names of the catalogue, names of people."""

    catalogue: Phrases[NodeKey]
    redaction: Redaction


@dataclass(frozen=True, slots=True)
class Origin:
    """What a run says of all of its documents. ``feed`` names the record's source record."""

    tenant_id: str
    feed: str
    source: SourceDescription
    known: Known
    observed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """The records of one document, the version first, and how many pieces of personal data were taken out."""

    records: tuple[Record, ...]
    removed: int
    content_hash: str
    observed_at: datetime


def recorded(text: Text, file: str, origin: Origin) -> Recorded:
    """The change records of a document; raises ``Refused`` for one without text under its headings, or too long."""
    clean = origin.known.redaction.clean
    lines = [(block, *clean(block.text)) for block in text.blocks]
    title, in_title = clean(text.meta.title)
    meta = text.meta.model_copy(update={"title": title})
    parts = sections(title, [replace(block, text=said) for block, said, _ in lines])
    if not parts:
        raise Refused("NO_TEXT", "The file holds headings alone.", "Load the file that has the text.")
    if len(parts) > MAX_PASSAGES:
        raise Refused("FILE_TOO_LARGE", f"The text has more than {MAX_PASSAGES:,} passages.", "Split it by part.")
    removed = in_title + sum(count for _, _, count in lines)
    return _Writer(replace(text, meta=meta), tuple(parts), file, origin).all(removed)


class _Writer:
    def __init__(self, text: Text, sections: tuple[Section, ...], file: str, origin: Origin) -> None:
        self.text, self.sections, self.file, self.origin = text, sections, file, origin
        self.meta = text.meta
        self.tenant = origin.tenant_id
        self.key = NodeKey("Document", self.tenant, self.meta.id)
        self.observed_at = self._moment()
        self.content_hash = digest(self.meta.model_dump_json(), *(one.slug + text_hash(one.text) for one in sections))

    def all(self, removed: int) -> Recorded:
        """The version with its passages, then each link that may wait for what it names."""
        nodes = (self._document(), *(self._passage(section) for section in self.sections))
        edges = (*self._contained(), *self._mentions())
        main = Record(self.meta.id, self.file, 1, nodes, edges, replaces=True)
        apart = [
            Record(f"{self.meta.id}#{name}", self.file, 1, (), (edge,), requires=(self.key,))
            for name, edge in self._links()
        ]
        return Recorded((main, *apart), removed, self.content_hash, self.observed_at)

    def _moment(self) -> datetime:
        day: date = self.meta.updated or self.meta.approved_on or self.meta.in_force_from
        stated = datetime(day.year, day.month, day.day, tzinfo=UTC)
        given = self.origin.observed_at
        return stated if self.meta.updated or given is None else given

    def _stamp(self, method: str, part: str = "") -> Provenance:
        confidence = confidence_on_grid(METHOD_CONFIDENCE[method] * self.origin.source.trust)
        record = f"{self.origin.feed}:{self.meta.id}{part}"
        return Provenance(self.origin.source.id, record, self.observed_at, method, EXTRACTOR_VERSION, confidence)

    def _document(self) -> NodeStatement:
        meta = self.meta
        values: dict[str, Value] = {
            "name": meta.title,
            "series": meta.series,
            "version": meta.version,
            "kind": meta.kind,
            "in_force_from": meta.in_force_from,
            "in_force_to": meta.in_force_to,
            "audience": sorted(set(meta.audience)),
            "owner": meta.owner,
            "language": meta.language,
            "format": self.text.format,
            "content_hash": self.content_hash,
        }
        stated = {name: value for name, value in values.items() if value is not None}
        return NodeStatement(self.key, stated, self._stamp("import"))

    def _passage_key(self, section: Section) -> NodeKey:
        return NodeKey("Passage", self.tenant, f"{self.meta.id}#{section.slug}")

    def _passage(self, section: Section) -> NodeStatement:
        values: dict[str, Value] = {"name": section.name, "text": section.text}
        return NodeStatement(self._passage_key(section), values, self._stamp("import"))

    def _edge(
        self,
        rel_type: str,
        start: NodeKey,
        end: NodeKey,
        properties: Mapping[str, Value] | None = None,
        method: str = "import",
        part: str = "",
        *,
        dated: bool = False,
    ) -> EdgeStatement:
        return EdgeStatement(
            tenant_id=self.tenant,
            rel_type=rel_type,
            start=start,
            end=end,
            properties=properties or {},
            provenance=self._stamp(method, part),
            valid_from=self.meta.in_force_from if dated else None,
            valid_to=self.meta.in_force_to if dated else None,
        )

    def _contained(self) -> Iterator[EdgeStatement]:
        for section in self.sections:
            stated: dict[str, Value] = {
                "version": self.meta.version,
                "place": section.place,
                "text_hash": section.text_hash,
            }
            yield self._edge("HAS_PASSAGE", self.key, self._passage_key(section), stated, dated=True)

    def _mentions(self) -> Iterator[EdgeStatement]:
        for section in self.sections:
            said = f"{section.name}\n{section.text}"
            named = dict.fromkeys(key for _, _, key in self.origin.known.catalogue.spans(said))
            for key in list(named)[:MOST_MENTIONS]:
                yield self._edge("ABOUT", self._passage_key(section), key, method="inferred", part=f"#{RULE}")

    def _links(self) -> Iterator[tuple[str, EdgeStatement]]:
        if self.meta.owner is not None:
            unit = NodeKey("OrgUnit", self.tenant, self.meta.owner)
            yield "owner", self._edge("OWNED_BY", self.key, unit, part="#owner")
        for other in self.meta.replaced():
            old = NodeKey("Document", self.tenant, other)
            stated: dict[str, Value] = {"version": self.meta.version, "old_version": other.partition("@")[2]}
            part = f"supersedes:{other}"
            edge = self._edge("SUPERSEDES", self.key, old, stated, part=f"#{part}", dated=True)
            yield part, replace(edge, valid_to=None)
        for label, ids in (
            ("Role", self.meta.about_roles),
            ("Skill", self.meta.about_skills),
            ("Course", self.meta.about_courses),
        ):
            for node_id in ids:
                part = f"about:{label}:{node_id}"
                key = reference(label, self.tenant, node_id, f"about_{label.lower()}s")
                yield part, self._edge("ABOUT", self.key, key, part=f"#{part}")
