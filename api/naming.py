"""Naming: by name or by pseudonym, and by which id, each node is shown to this caller for this purpose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api import node_ids
from api.authorization import Operation
from api.inquiry import Inquiry
from graph.keys import NodeKey
from graph.scope import Purpose


@dataclass(frozen=True, slots=True)
class Shown:
    """A node as the caller sees it. ``named`` is False for a person under their pseudonym."""

    global_id: str
    label: str
    node_id: str
    name: str
    named: bool = True


class Naming:
    """Decides once per person whether name and id are shown, and restores names in finished sentences."""

    def __init__(self, inquiry: Inquiry, purpose: Purpose) -> None:
        self._inquiry = inquiry
        self._purpose = purpose
        self._people: dict[NodeKey, Shown] = {}

    def show(self, key: NodeKey, caption: str) -> Shown:
        """The node as the caller sees it; ``caption`` is the pseudonym for a person."""
        if key.label != "Person":
            return Shown(node_ids.of_key(key), key.label, key.id, caption)
        if key not in self._people:
            self._people[key] = self._person(key, caption)
        return self._people[key]

    def _person(self, key: NodeKey, pseudonym: str) -> Shown:
        snapshot = self._inquiry.snapshot
        index = snapshot.find(key)
        decision = self._inquiry.decision(Operation.READ_PERSON, index, self._purpose)
        if index is not None and decision.allowed and decision.names and self._agreed(index):
            name = snapshot.text("Person", "name", index) or pseudonym
            if snapshot.identities.number(key) is not None:
                # Another identifier than the one the person is known by: an edge is shown as it was stated.
                name = f"{name} ({key.id})"
            return Shown(node_ids.of_key(key), "Person", key.id, name)
        hidden = f"{node_ids.PSEUDONYM_MARK}{pseudonym}"
        return Shown(node_ids.global_id("Person", key.tenant_id, hidden), "Person", hidden, pseudonym, named=False)

    def _agreed(self, index: int) -> bool:
        return index == self._inquiry.caller_index or self._inquiry.consents(index, self._purpose)

    def restore(self, text: str, people: Iterable[tuple[NodeKey, str]]) -> str:
        """Put names for pseudonyms in a verified sentence, where the caller may see them."""
        for key, pseudonym in people:
            if key.label == "Person":
                text = text.replace(pseudonym, self.show(key, pseudonym).name)
        return text
