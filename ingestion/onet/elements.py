"""Elements of O*NET's content model as nodes: skills, knowledge, abilities, activities, characteristics. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.changes import Record
from graph.keys import NodeKey, Value
from ingestion.classification import Place, Statements, reference_key

SKILL_KINDS = {"2.A": "skill", "2.B": "skill", "2.C": "knowledge", "1.A": "ability"}
"""Kind of a Skill node by the area of the content model its id lies in."""
CHARACTERISTIC_KINDS = {"1.B.1": "interest", "1.B.2": "work_value", "1.C": "work_style", "1.D": "work_style"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the content model."""

    place: Place
    id: str
    name: str
    description: str

    @property
    def parent(self) -> str:
        """Id of the element above, by the structure of the id."""
        return self.id.rpartition(".")[0]


def kind(element_id: str, kinds: Mapping[str, str]) -> str | None:
    """What an element is by the area its id lies in, or None."""
    areas = (element_id[: len(area)] for area in kinds if element_id.startswith(f"{area}."))
    return next((kinds[area] for area in areas), None)


def skill(said: Statements, element: Element) -> Record:
    """A skill, field of knowledge or ability."""
    properties: dict[str, Value] = {
        "name": element.name,
        "description": element.description,
        "scheme": "onet",
        "kind": kind(element.id, SKILL_KINDS) or "unknown",
    }
    return said.node(element.place, "Skill", element.id, f"Content Model Reference/{element.id}", properties)


def characteristic(said: Statements, element: Element) -> Record:
    """An interest, work style or work value."""
    properties: dict[str, Value] = {
        "name": element.name,
        "scheme": "onet",
        "kind": kind(element.id, CHARACTERISTIC_KINDS),
    }
    return said.node(element.place, "Characteristic", element.id, f"Content Model Reference/{element.id}", properties)


def skill_groups(said: Statements, elements: Mapping[str, Element], rated: Mapping[str, NodeKey]) -> Iterator[Record]:
    """The elements above the rated ones as SkillGroups, and BROADER edges from each to the one above it."""
    above: dict[str, Element] = {}
    for element_id in rated:
        parent = elements[element_id].parent
        while parent.count(".") >= 1 and parent in elements and parent not in above:
            above[parent] = elements[parent]
            parent = elements[parent].parent
    for element_id, group in sorted(above.items()):
        properties: dict[str, Value] = {
            "name": group.name,
            "description": group.description,
            "scheme": "onet",
            "code": element_id,
        }
        key = f"Content Model Reference/{element_id}"
        yield said.node(group.place, "SkillGroup", element_id, key, properties)
    keys = {**{element_id: reference_key("SkillGroup", element_id) for element_id in above}, **rated}
    for element_id, node_key in sorted(keys.items()):
        element = elements[element_id]
        if element.parent in above:
            key = f"Content Model Reference/{element_id}/broader"
            yield said.edge(element.place, "BROADER", node_key, keys[element.parent], key, {})


def activity(said: Statements, place: Place, activity_id: str, name: str, level: str, table: str) -> Record:
    """A work activity: generalised, intermediate or detailed."""
    properties: dict[str, Value] = {"name": name, "kind": level, "scheme": "onet"}
    return said.node(place, "WorkActivity", activity_id, f"{table}/{activity_id}", properties)


def activity_broader(said: Statements, place: Place, narrow: str, broad: str, table: str) -> Record:
    """A work activity has a broader one."""
    ends = (reference_key("WorkActivity", narrow), reference_key("WorkActivity", broad))
    return said.edge(place, "BROADER", *ends, f"{table}/{narrow}/broader", {})
