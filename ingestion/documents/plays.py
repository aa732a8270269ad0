"""The feed ``plays``: a YAML file of plays and of the situations whose rules call for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from graph.changes import EdgeStatement, NodeStatement, Provenance, Record, Rejection
from graph.keys import NodeKey, Value
from graph.store import GraphStore
from ingestion.connector import Item
from ingestion.contracts.values import Identifier, Label
from ingestion.documents.metadata import AUDIENCES, EVERYBODY
from ingestion.faults import Fault, Refused, finding
from ingestion.pipeline import Clock, Progress, run
from ingestion.quarantine import UNREADABLE
from ingestion.references import reference
from ingestion.report import RunReport
from ingestion.rules import METHOD_CONFIDENCE
from ingestion.sources import SourceDescription, confidence_on_grid
from ontology.errors import MalformedFile
from ontology.situations import Condition, RuleInvalid, read_rule, rule_text

FEED = "plays"
SOURCE = SourceDescription(system="documents", dataset="plays")
Audience = Annotated[tuple[str, ...], BeforeValidator(lambda value: tuple(value) if isinstance(value, list) else value)]


class PlayRow(BaseModel):
    """A play: its name, and the playbook (``series@version``) and section that describe it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    id: Identifier
    name: Label
    playbook: Identifier
    section: Label | None = None


class SituationRow(BaseModel):
    """A situation: its name, the play it calls for, who may be shown it, and its rule."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    id: Identifier
    name: Label
    play: Identifier
    when: list[Any] = Field(min_length=1)  # read and checked by ontology.situations
    audience: Audience = (EVERYBODY,)


@dataclass(frozen=True, slots=True)
class PlaysConnector:
    """The plays and situations of a file for one tenant."""

    path: Path
    tenant_id: str
    source_description: SourceDescription
    observed_at: datetime

    @property
    def feed(self) -> str:
        """Name of the feed."""
        return FEED

    @property
    def file(self) -> str:
        """Name of the file."""
        return self.path.name

    @property
    def source(self) -> NodeStatement:
        """Who stands behind the rules."""
        return self.source_description.statement(self.tenant_id)

    def records(self) -> Iterator[Item]:
        """One record a play and a situation, or why it is refused."""
        raw = _read(self.path)
        line = 0
        for name, model in (("plays", PlayRow), ("situations", SituationRow)):
            entries = raw.get(name) or []
            for entry in entries if isinstance(entries, list) else [entries]:
                line += 1
                try:
                    yield self._record(model.model_validate(entry), line)
                except ValidationError as error:
                    yield self._rejection(name, entry, line, finding(error, model.model_fields))
                except Refused as refused:
                    yield self._rejection(name, entry, line, refused.fault)

    def _record(self, row: BaseModel, line: int) -> Record:
        if isinstance(row, PlayRow):
            return self._play(row, line)
        assert isinstance(row, SituationRow)
        return self._situation(row, line)

    def _play(self, row: PlayRow, line: int) -> Record:
        key = NodeKey("Play", self.tenant_id, row.id)
        playbook = NodeKey("Document", self.tenant_id, row.playbook)
        stated: dict[str, Value] = {} if row.section is None else {"section": row.section}
        stamp = self._stamp(f"plays:{row.id}")
        edge = EdgeStatement(self.tenant_id, "DESCRIBED_IN", key, playbook, stated, stamp)
        return Record(f"plays:{row.id}", self.file, line, (NodeStatement(key, {"name": row.name}, stamp),), (edge,))

    def _situation(self, row: SituationRow, line: int) -> Record:
        if set(row.audience) - AUDIENCES:
            reason = "The audience names no role that callers can have."
            raise Refused("BAD_CHOICE", reason, f"Use some of {', '.join(sorted(AUDIENCES))}.", "audience")
        rule = self._rule(row.when)
        key = NodeKey("Situation", self.tenant_id, row.id)
        text = rule_text(rule)
        stamp = self._stamp(f"situations:{row.id}")
        values: dict[str, Value] = {"name": row.name, "conditions": text, "audience": sorted(set(row.audience))}
        play = NodeKey("Play", self.tenant_id, row.play)
        edge = EdgeStatement(self.tenant_id, "CALLS_FOR", key, play, {"conditions": text}, stamp)
        needed = {reference("Skill", self.tenant_id, one, "when") for part in rule for one in part.skills}
        return Record(
            f"situations:{row.id}",
            self.file,
            line,
            (NodeStatement(key, values, stamp),),
            (edge,),
            requires=tuple(sorted(needed)),
            replaces=True,
        )

    def _rule(self, raw: object) -> tuple[Condition, ...]:
        try:
            return read_rule(raw)
        except RuleInvalid as invalid:
            raise Refused("BAD_RULE", str(invalid), "Correct the rule; docs/documents.md lists all.", "when") from None

    def _stamp(self, record: str) -> Provenance:
        confidence = confidence_on_grid(METHOD_CONFIDENCE["import"] * self.source_description.trust)
        source_record = f"{FEED}:{record}"
        return Provenance(self.source_description.id, source_record, self.observed_at, confidence=confidence)

    def _rejection(self, name: str, entry: object, line: int, fault: Fault) -> Rejection:
        named = entry.get("id") if isinstance(entry, Mapping) else None
        key = f"{name}:{named}" if isinstance(named, str) and named else f"{UNREADABLE}{self.file}:{line}"
        return Rejection(
            key=key,
            file=self.file,
            line=line,
            code=fault.code,
            reason=fault.reason,
            remedy=fault.remedy,
            field=fault.field,
        )


def _read(path: Path) -> Mapping[str, object]:
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        remedy = "Check the path and save it as UTF-8."
        raise MalformedFile(f"{path.name} cannot be read as UTF-8 text.", remedy=remedy) from None
    except yaml.YAMLError:
        remedy = "docs/documents.md shows a file of plays."
        raise MalformedFile(f"{path.name} is not valid YAML.", remedy=remedy) from None
    if not isinstance(raw, dict) or raw.keys() - {"plays", "situations"}:
        raise MalformedFile(f"{path.name} has no lists plays and situations.", remedy="See docs/documents.md.")
    return raw


def ingest_plays(
    store: GraphStore,
    path: Path,
    tenant_id: str,
    *,
    clock: Clock,
    observed_at: datetime | None = None,
    source: SourceDescription = SOURCE,
    progress: Progress | None = None,
) -> RunReport:
    """Load a file of plays. Without ``observed_at`` it says what holds now, so a changed file counts when loaded."""
    return run(PlaysConnector(path, tenant_id, source, observed_at or clock()), store, clock=clock, progress=progress)
