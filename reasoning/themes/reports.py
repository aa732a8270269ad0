"""From communities, checked against the rows that were sent, to reports worded from templates. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.keys import digest
from graph.snapshot import Snapshot
from reasoning.citing import caption_text
from reasoning.themes.rows import Entity, ThemeRows

SMALLEST = 4
"""A group of fewer nodes is no theme."""
NAMED = 3
LISTED = 12
_CITED = re.compile(r"\[Data:([^\]]*)\]")
_GROUP = re.compile(r"(Entities|Relationships)\s*\(([^)]*)\)")
_SECTIONS = (("Role", "Roles"), ("Skill", "Skills"), ("Course", "Courses"), ("Passage", "Passages"))


@dataclass(frozen=True, slots=True)
class Community:
    """A group as it came back: its number, level and parent, and the numbers of the rows it consists of.

    ``title`` and ``text`` are a model's report, where one was asked for.
    """

    number: int
    level: int
    parent: int
    entities: tuple[int, ...]
    relations: tuple[int, ...]
    title: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ThemeReport:
    """A report as it is stored: what it is called, its text, its members and the edges it was made from."""

    id: str
    name: str
    text: str
    depth: int
    parent: str | None
    members: tuple[int, ...]
    edge_ids: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The reports, and what was refused: communities with rows that were never sent, and model texts by reason."""

    reports: tuple[ThemeReport, ...]
    refused: Mapping[str, int]


def reports(snapshot: Snapshot, rows: ThemeRows, communities: Sequence[Community]) -> Checked:
    """Reports on all communities that consist of rows that were sent. Others are refused and counted."""
    refused = Counter[str]()
    kept: dict[int, ThemeReport] = {}
    for one in sorted(communities, key=lambda community: (community.level, community.number)):
        if not _known(one, rows):
            refused["unknown_row"] += 1
        elif len(one.entities) >= SMALLEST:
            parent = kept[one.parent].id if one.parent in kept else None
            kept[one.number] = _report(snapshot, rows, one, parent, refused)
    return Checked(tuple(kept.values()), dict(refused))


def _known(one: Community, rows: ThemeRows) -> bool:
    """Every number was sent, and every relation joins two members."""
    members = set(one.entities)
    if len(members) < len(one.entities) or not all(0 <= number < len(rows.entities) for number in members):
        return False
    if not all(0 <= number < len(rows.relations) for number in one.relations):
        return False
    sent = [rows.relations[number] for number in one.relations]
    return all({relation.source, relation.target} <= members for relation in sent)


def _report(
    snapshot: Snapshot, rows: ThemeRows, one: Community, parent: str | None, refused: Counter[str]
) -> ThemeReport:
    degree = Counter[int]()
    for number in one.relations:
        degree.update((rows.relations[number].source, rows.relations[number].target))
    members = sorted(
        (rows.entities[number] for number in one.entities), key=lambda each: (-degree[each.number], each.number)
    )
    edge_ids = sorted(
        snapshot.edge_id(rel_type, position)
        for number in set(one.relations)
        for rel_type, position in rows.relations[number].edges
    )
    name, text, origin = _name(members), _text(members), "template"
    if one.text is not None:
        worded, reason = _of_model(one)
        if worded is None:
            refused[reason] += 1
        else:
            name, text, origin = worded[0], worded[1], "model"
    keys = sorted(str(snapshot.key(each.node)) for each in members)
    return ThemeReport(
        id=f"theme:{digest(name, text, origin, str(one.level), parent or '', *keys, *edge_ids)[:20]}",
        name=name,
        text=text,
        depth=one.level,
        parent=parent,
        members=tuple(each.node for each in members),
        edge_ids=tuple(edge_ids),
        origin=origin,
    )


def _name(members: Sequence[Entity]) -> str:
    """The skills with the most ties name a group; without skills, whatever it has."""
    skills = [each.title for each in members if each.label == "Skill"]
    return caption_text(", ".join((skills or [each.title for each in members])[:NAMED]))


def _text(members: Sequence[Entity]) -> str:
    lines = []
    for label, heading in _SECTIONS:
        titles = [each.title for each in members if each.label == label]
        if titles:
            more = f", and {len(titles) - LISTED} more" if len(titles) > LISTED else ""
            lines.append(f"{heading} ({len(titles)}): {', '.join(titles[:LISTED])}{more}.")
    return "\n".join(lines)


def _of_model(one: Community) -> tuple[tuple[str, str] | None, str]:
    """A model's title and text if every row it cites is one of its own; else why not.

    What it says between citations is the model's word; the report says so (``origin``).
    """
    text = one.text or ""
    cited = [group for data in _CITED.findall(text) for group in _GROUP.findall(data)]
    if not cited:
        return None, "model_cites_nothing"
    own = {"Entities": set(one.entities), "Relationships": set(one.relations)}
    for kind, numbers in cited:
        given = [part.strip() for part in numbers.split(",") if part.strip() and part.strip() != "+more"]
        if not all(part.isdigit() and int(part) in own[kind] for part in given):
            return None, "model_cites_unknown_row"
    plain = "\n".join(line for raw in text.splitlines() if (line := _line(_CITED.sub("", raw))))
    title = _line(one.title or "")
    return ((title[:80], plain[:6000]), "") if title and plain else (None, "model_says_nothing")


def _line(raw: str) -> str:
    """One line as plain text: no markup, no control characters."""
    visible = "".join(char if char.isprintable() else " " for char in raw)
    return " ".join(re.sub(r"[|\[\]{}<>#*_`]", " ", visible).split())
