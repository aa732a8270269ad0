"""O*NET tasks, the work activities they involve, and so what each occupation performs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from graph.changes import Record
from graph.keys import Value
from ingestion.classification import Place, month, reference_key
from ingestion.onet import layout
from ingestion.onet.elements import Element, activity, activity_broader
from ingestion.onet.rows import Rows

_CORE = {"Core": True, "Supplemental": False}
_NOTHING: Mapping[str, Value] = {}
"""What an edge states that is only there. One mapping for all: what a mapping hashes to is remembered by identity."""
_SAID: Mapping[str, Mapping[str, Value]] = {word: {"core": core} for word, core in _CORE.items()}


def task_id(number: str) -> str:
    """The id of a task."""
    return f"onet-task:{number}"


def activities(rows: Rows, elements: Mapping[str, Element]) -> Iterator[Record]:
    """The hierarchy of work activities: detailed under intermediate under generalised."""
    iwas, dwas = list(rows.settled(layout.IWAS, 1)), list(rows.settled(layout.DWAS, 2))
    generalised = {row[0] for _, row in (*iwas, *dwas)} & elements.keys()
    for gwa in sorted(generalised):
        element = elements[gwa]
        yield rows.stated(
            activity(rows.said, element.place, gwa, element.name, "generalised", "Content Model Reference")
        )
    for place, (_, iwa, title) in iwas:
        yield rows.stated(activity(rows.said, place, iwa, title.strip(), "intermediate", "IWA Reference"))
    for place, (_, _, dwa, title) in dwas:
        yield rows.stated(activity(rows.said, place, dwa, title.strip(), "detailed", "DWA Reference"))
    for place, (gwa, iwa, _) in iwas:
        yield rows.checked(activity_broader(rows.said, place, iwa, gwa, "IWA Reference"))
    for place, (_, iwa, dwa, _) in dwas:
        yield rows.checked(activity_broader(rows.said, place, dwa, iwa, "DWA Reference"))


def tasks(rows: Rows) -> Iterator[Record]:
    """Task statements, each with its HAS_TASK edge."""
    said = rows.said
    for place, (code, number, text, task_type, date) in rows.settled(layout.TASKS, 0, 1):
        key = f"Task Statements/{code}/{number}"
        node_key = reference_key("Task", task_id(number))
        rows.met.count("onet_tasks_not_rated", task_type not in _CORE)
        node = said.node_statement("Task", node_key.id, key, {"name": text.strip(), "scheme": "onet"})
        core = _SAID.get(task_type, _NOTHING)
        role = reference_key("Role", code)
        edge = said.edge(place, "HAS_TASK", role, node_key, key, core, observed_at=month(date))
        record = Record(key, place.file, place.line, (node,), edge.edges)
        yield rows.checked(rows.stated(record))


@dataclass(slots=True)
class _Performed:
    """How many tasks of an occupation involve an activity."""

    place: Place
    observed_at: datetime | None = None
    tasks: set[str] = field(default_factory=set)


def involved(rows: Rows) -> Iterator[Record]:
    """INVOLVES from tasks to detailed activities and, counted from them, PERFORMS from occupations."""
    performed: dict[tuple[str, str], _Performed] = {}
    for place, (code, number, dwa, date) in rows.settled(layout.TASKS_TO_DWAS, 0, 1, 2):
        observed_at = month(date)
        ends = (reference_key("Task", task_id(number)), reference_key("WorkActivity", dwa))
        key = f"Tasks to DWAs/{code}/{number}/{dwa}"
        yield rows.checked(rows.said.edge(place, "INVOLVES", *ends, key, _NOTHING, observed_at=observed_at))
        entry = performed.setdefault((code, dwa), _Performed(place))
        entry.tasks.add(number)
        entry.observed_at = max(filter(None, (entry.observed_at, observed_at)), default=None)
    counted: dict[int, dict[str, Value]] = {}
    for (code, dwa), entry in performed.items():
        ends = (reference_key("Role", code), reference_key("WorkActivity", dwa))
        record = rows.said.edge(
            entry.place,
            "PERFORMS",
            *ends,
            f"Tasks to DWAs/{code}/{dwa}",
            counted.setdefault(len(entry.tasks), {"task_count": len(entry.tasks)}),
            observed_at=entry.observed_at,
            method="inferred",
        )
        yield rows.checked(record)
