"""The questions that can be computed again: how a request is written down without a person's id, and read back.

Whoever adds a question adds a row to ``QUESTIONS``; an answer to a question that has none is recorded all the same.
"""

from __future__ import annotations

import base64
import functools
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

import numpy as np
import orjson
from pydantic import TypeAdapter, ValidationError

from graph.answer_entries import Seal, canonical
from graph.keys import NodeKey
from graph.snapshot import Snapshot
from reasoning.answers import CareerPathRequest, MentorMatchRequest, SkillGapRequest
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.paths import career_path
from reasoning.plans import LearningPlanRequest, learning_plan
from reasoning.transitions import Transition, transition

Json: TypeAlias = dict[str, Any]  # a record as it is written, of any depth
MANY = 50
"""More people than this in one field are written as bits over all people of the snapshot."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question behind an answer: its name, the request as resolved, and what the reasoning function returned."""

    name: str
    request: object
    found: object


@dataclass(frozen=True, slots=True)
class TransitionRequest:
    """A move between two roles."""

    origin: int
    destination: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be computed again. ``nodes`` are the fields of its request that hold snapshot indices."""

    name: str
    request: type
    nodes: tuple[str, ...]
    compute: Callable[[Snapshot, Any], object]


def _move(snapshot: Snapshot, request: TransitionRequest) -> Transition:
    return transition(snapshot, request.origin, request.destination)


QUESTIONS: Mapping[str, Question] = {
    each.name: each
    for each in (
        Question("career_path", CareerPathRequest, ("target_role", "person", "start_role"), career_path),
        Question("skill_gap", SkillGapRequest, ("person", "target_role"), skill_gap),
        Question("mentor_match", MentorMatchRequest, ("person", "target_role", "skills", "excluded"), mentor_match),
        Question("learning_plan", LearningPlanRequest, ("person", "target_role"), learning_plan),
        Question("transition", TransitionRequest, ("origin", "destination"), _move),
    )
}


def result_text(found: object) -> str:
    """Canonical JSON of what a reasoning function returned: the bytes that a replay must give again."""
    return canonical(found)


def written(asked: Asked, snapshot: Snapshot, seal: Seal) -> Json | None:
    """The request as it is recorded: nodes by id, people by their token; None for a question without a row."""
    question = QUESTIONS.get(asked.name)
    if question is None or not isinstance(asked.request, question.request):
        return None
    plain: Json = {}
    for field in fields(question.request):
        value = getattr(asked.request, field.name)
        plain[field.name] = _written(snapshot, seal, value) if field.name in question.nodes else value
    read: Json = orjson.loads(canonical(plain))
    return read


def _written(snapshot: Snapshot, seal: Seal, value: object) -> object:
    if value is None:
        return None
    if isinstance(value, int):
        return node_token(snapshot, seal, value)
    assert isinstance(value, Sequence)
    people = snapshot.nodes("Person")
    if len(value) > MANY and all(index in people for index in value):
        bits = np.zeros(len(people), dtype=np.bool_)
        bits[[index - people.start for index in value]] = True
        return {"people": base64.b64encode(zlib.compress(np.packbits(bits).tobytes())).decode()}
    return [node_token(snapshot, seal, index) for index in value]


def node_token(snapshot: Snapshot, seal: Seal, index: int) -> list[str]:
    """A node as a record names it: label, tenant and id; a person by the token of their id."""
    key = snapshot.key(index)
    return ["Person", key.tenant_id, person_token(seal, key)] if key.label == "Person" else list(_parts(key))


def person_token(seal: Seal, key: NodeKey) -> str:
    """The token of a person: the same in every record, and a person's id cannot be told from it."""
    return seal.token("person", key.tenant_id, key.id)


def _parts(key: NodeKey) -> tuple[str, str, str]:
    return key.label, key.tenant_id, key.id


class UnreadableError(Exception):
    """A recorded request that this version cannot read, or that names what the snapshot does not hold."""


def read(question: Question, stored: Json, snapshot: Snapshot, seal: Seal) -> object:
    """The request out of what was recorded, on the snapshot it was asked on. Raises ``UnreadableError``."""
    people = _PeopleByToken(snapshot, seal)
    plain = {
        name: _read(value, snapshot, people) if name in question.nodes else value for name, value in stored.items()
    }
    try:
        return _adapter(question.request).validate_python(plain)
    except ValidationError:
        raise UnreadableError("the recorded question has another form") from None


@functools.cache
def _adapter(request: type) -> TypeAdapter[object]:
    return TypeAdapter(request)


class _PeopleByToken:
    """The people of a snapshot by token; made when the first is asked for."""

    def __init__(self, snapshot: Snapshot, seal: Seal) -> None:
        self._snapshot, self._seal = snapshot, seal

    @functools.cached_property
    def indices(self) -> Mapping[str, int]:
        snapshot = self._snapshot
        return {person_token(self._seal, snapshot.key(index)): index for index in snapshot.nodes("Person")}


def _read(value: object, snapshot: Snapshot, people: _PeopleByToken) -> object:
    if isinstance(value, dict):
        everybody = snapshot.nodes("Person")
        packed = np.frombuffer(zlib.decompress(base64.b64decode(str(value["people"]))), dtype=np.uint8)
        found = np.flatnonzero(np.unpackbits(packed, count=len(everybody)))
        return tuple(int(at) + everybody.start for at in found)
    if isinstance(value, list) and value and isinstance(value[0], list):
        return tuple(_node(each, snapshot, people) for each in value)
    return _node(value, snapshot, people) if value else value if value is None else ()


def _node(value: object, snapshot: Snapshot, people: _PeopleByToken) -> int:
    label, tenant_id, node_id = map(str, value) if isinstance(value, list) and len(value) == 3 else ("", "", "")
    index = people.indices.get(node_id) if label == "Person" else snapshot.find(NodeKey(label, tenant_id, node_id))
    if index is None:
        raise UnreadableError("the recorded question names what the snapshot does not hold")
    return index
