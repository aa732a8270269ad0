"""The questions that can be computed again: how a request is written down without a person's id, and read back.

Whoever adds a question adds a row to ``QUESTIONS``; an answer to a question that has none is recorded all the same.
"""

from __future__ import annotations

import base64
import functools
import zlib
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeAlias

import numpy as np
import orjson
from pydantic import TypeAdapter, ValidationError

from graph.answer_entries import Seal, canonical
from graph.keys import NodeKey
from graph.snapshot import Snapshot
from reasoning.answers import MentorMatchRequest, SkillGapRequest
from reasoning.cohorts.matching import cohort_match
from reasoning.cohorts.terms import CohortRequest
from reasoning.exploration import ExplorationRequest, explore
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.path_answers import CareerPathRequest
from reasoning.paths import career_path
from reasoning.plans import LearningPlanRequest, learning_plan
from reasoning.plays.answers import PlaysRequest
from reasoning.plays.choosing import choose_plays
from reasoning.readiness import ReadinessRequest, readiness
from reasoning.sensitivity import SensitivityRequest, sensitivity
from reasoning.transitions import Transition, transition
from reasoning.unlocks import UnlockRequest, unlocks
from reasoning.what_if import WhatIfRequest, what_if
from reasoning.who_could_reach import WhoCouldReachRequest, who_could_reach
from reasoning.why_not import WhyNotRequest, why_not

Json: TypeAlias = dict[str, Any]  # a record as it is written, of any depth
MANY = 50
"""More people than this in one list are written as bits over all people of the snapshot."""


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
    """A question that can be computed again.

    ``nodes`` are the places in its request where snapshot indices stand: a field, however deep in lists and tuples
    (``skills``), a field of what stands in a field (``wishes.person``), or the keys of a mapping (``mentors.keys``).
    """

    name: str
    request: type
    nodes: frozenset[str]
    compute: Callable[[Snapshot, Any], object]


def _move(snapshot: Snapshot, request: TransitionRequest) -> Transition:
    return transition(snapshot, request.origin, request.destination)


def _question(name: str, request: type, nodes: str, compute: Callable[[Snapshot, Any], object]) -> Question:
    return Question(name, request, frozenset(nodes.split()), compute)


QUESTIONS: Mapping[str, Question] = {
    each.name: each
    for each in (
        _question("career_path", CareerPathRequest, "target_role person start_role", career_path),
        _question("skill_gap", SkillGapRequest, "person target_role", skill_gap),
        _question("mentor_match", MentorMatchRequest, "person target_role skills excluded", mentor_match),
        _question("transition", TransitionRequest, "origin destination", _move),
        _question(
            "learning_plan",
            LearningPlanRequest,
            "person target_role skills.skill limits.avoid limits.booked.course previous.courses.course "
            "progress.completed progress.failed progress.assessed.skill progress.under_way.course",
            learning_plan,
        ),
        _question("why_not", WhyNotRequest, "target_role person start_role role way", why_not),
        _question("path_sensitivity", SensitivityRequest, "target_role person start_role", sensitivity),
        _question(
            "what_if",
            WhatIfRequest,
            "target_role person start_role closed learned.skill opened.origin opened.destination needs.role "
            "needs.skill",
            what_if,
        ),
        _question("reachable_roles", ExplorationRequest, "person start_role interest_roles interest_skills", explore),
        _question("who_could_reach", WhoCouldReachRequest, "target_role people", who_could_reach),
        _question("unlocks", UnlockRequest, "person", unlocks),
        _question("plays", PlaysRequest, "person", choose_plays),
        _question("workforce_readiness", ReadinessRequest, "roles refused", readiness),
        _question(
            "cohort_match",
            CohortRequest,
            "wishes.person wishes.target_role wishes.skills mentors.keys forbidden hours.keys previous why_not",
            cohort_match,
        ),
    )
}


def result_text(found: object) -> str:
    """Canonical JSON of what a reasoning function returned: the bytes that a replay must give again."""
    return canonical(found)


# -- writing ---------------------------------------------------------------------------------------------------


def written(asked: Asked, snapshot: Snapshot, seal: Seal) -> Json | None:
    """The request as it is recorded: nodes by id, people by their token; None for a question without a row."""
    question = QUESTIONS.get(asked.name)
    if question is None or not isinstance(asked.request, question.request):
        return None
    plain: Json = orjson.loads(canonical(_Writing(snapshot, seal, question.nodes).value(asked.request, "")))
    return plain


class _Writing:
    """Replaces the indices of a request, wherever its question says they stand."""

    def __init__(self, snapshot: Snapshot, seal: Seal, nodes: Set[str]) -> None:
        self._snapshot, self._seal, self._nodes = snapshot, seal, nodes

    def value(self, value: object, path: str) -> object:
        if is_dataclass(value) and not isinstance(value, type):
            own = {field.name: getattr(value, field.name) for field in fields(value)}
            return {name: self.value(each, f"{path}.{name}".lstrip(".")) for name, each in own.items()}
        if isinstance(value, Mapping):
            keyed = [[self.value(key, f"{path}.keys"), self.value(each, path)] for key, each in value.items()]
            return {"mapping": keyed}
        if isinstance(value, Set):
            return self.value(sorted(value), path)
        if isinstance(value, tuple | list):
            return self._people(value, path) or [self.value(each, path) for each in value]
        if path in self._nodes and isinstance(value, int):
            return {"node": node_token(self._snapshot, self._seal, value)}
        return value

    def _people(self, value: tuple[object, ...] | list[object], path: str) -> Json | None:
        everybody = self._snapshot.nodes("Person")
        if path not in self._nodes or len(value) <= MANY:
            return None
        indices = [each for each in value if isinstance(each, int) and each in everybody]
        if len(indices) < len(value):
            return None
        bits = np.zeros(len(everybody), dtype=np.bool_)
        bits[[index - everybody.start for index in indices]] = True
        return {"people": base64.b64encode(zlib.compress(np.packbits(bits).tobytes())).decode()}


def node_token(snapshot: Snapshot, seal: Seal, index: int) -> list[str]:
    """A node as a record names it: label, tenant and id; a person by the token of their id."""
    key = snapshot.key(index)
    return [key.label, key.tenant_id, person_token(seal, key) if key.label == "Person" else key.id]


def person_token(seal: Seal, key: NodeKey) -> str:
    """The token of a person: the same in every record, and a person's id cannot be told from it."""
    return seal.token("person", key.tenant_id, key.id)


# -- reading ---------------------------------------------------------------------------------------------------


class UnreadableError(Exception):
    """A recorded request that this version cannot read, or that names what the snapshot does not hold."""


def read(question: Question, stored: Json, snapshot: Snapshot, seal: Seal) -> object:
    """The request out of what was recorded, on a snapshot. Raises ``UnreadableError``."""
    plain = _Reading(snapshot, seal).value(stored)
    try:
        return _adapter(question.request).validate_python(plain)
    except ValidationError:
        raise UnreadableError("the recorded question has another form") from None


@functools.cache
def _adapter(request: type) -> TypeAdapter[object]:
    return TypeAdapter(request)


class _Reading:
    """Puts indices of a snapshot where a record names nodes."""

    def __init__(self, snapshot: Snapshot, seal: Seal) -> None:
        self._snapshot, self._seal = snapshot, seal

    def value(self, value: Any) -> Any:  # JSON in, JSON with indices out
        if isinstance(value, list):
            return tuple(self.value(each) for each in value)
        if not isinstance(value, dict):
            return value
        match value:
            case {"node": [str(label), str(tenant_id), str(node_id)], **rest} if not rest:
                return self._index(label, tenant_id, node_id)
            case {"people": str(packed), **rest} if not rest:
                return self._people(packed)
            case {"mapping": list(keyed), **rest} if not rest:
                return {self.value(key): self.value(each) for key, each in keyed}
        return {name: self.value(each) for name, each in value.items()}

    def _index(self, label: str, tenant_id: str, node_id: str) -> int:
        snapshot = self._snapshot
        index = self._tokens.get(node_id) if label == "Person" else snapshot.find(NodeKey(label, tenant_id, node_id))
        if index is None:
            raise UnreadableError("the recorded question names what the snapshot does not hold")
        return index

    def _people(self, packed: str) -> tuple[int, ...]:
        everybody = self._snapshot.nodes("Person")
        bits = np.frombuffer(zlib.decompress(base64.b64decode(packed)), dtype=np.uint8)
        if len(bits) != -(-len(everybody) // 8):
            raise UnreadableError("the recorded question is of a snapshot with other people")
        return tuple(int(at) + everybody.start for at in np.flatnonzero(np.unpackbits(bits, count=len(everybody))))

    @functools.cached_property
    def _tokens(self) -> Mapping[str, int]:
        """The people by token, of any of their identifiers; made when the first is asked for."""
        snapshot = self._snapshot
        keys = [snapshot.key(index) for index in snapshot.nodes("Person")]
        keys += [snapshot.identities.key(member.id) for member in snapshot.identities.members]
        found = ((person_token(self._seal, key), snapshot.find(key)) for key in keys)
        return {token: index for token, index in found if index is not None}
