"""The conditions that a rule of a situation may be made of. Read here once for those who load and those who evaluate.

A rule is a list; all of its conditions must hold for one person on one day:

  new_in_role {months}            a present role that began at most so many months ago
  long_in_role {months}           a present role that began at least so many months ago
  role_asks_for {skills}          a present role that asks for one of the skills
  gap {skills, below}             a present role that asks for one of the skills, held at least ``below`` too low
  holds {skills, level}           one of the skills (any, where none is named) held at the level or above
  runs_out {days}                 a passed course that stops counting within so many days
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast


class ConditionKind(StrEnum):
    """What a condition looks at."""

    NEW_IN_ROLE = "new_in_role"
    LONG_IN_ROLE = "long_in_role"
    ROLE_ASKS_FOR = "role_asks_for"
    GAP = "gap"
    HOLDS = "holds"
    RUNS_OUT = "runs_out"


PARAMETERS: Mapping[ConditionKind, tuple[str, ...]] = {
    ConditionKind.NEW_IN_ROLE: ("months",),
    ConditionKind.LONG_IN_ROLE: ("months",),
    ConditionKind.ROLE_ASKS_FOR: ("skills",),
    ConditionKind.GAP: ("skills", "below"),
    ConditionKind.HOLDS: ("skills", "level"),
    ConditionKind.RUNS_OUT: ("days",),
}
"""The parameters that a condition may have; ``below`` and the skills of ``holds`` may be left out."""
LIMITS: Mapping[str, tuple[float, float]] = {
    "months": (1, 600),
    "days": (1, 3660),
    "below": (0, 5),
    "level": (0.02, 5),
}
MOST_CONDITIONS = 6


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. ``number`` is its months, days, level or how far below; ``skills`` are ids, as stated."""

    kind: ConditionKind
    number: float | None = None
    skills: tuple[str, ...] = ()


class RuleInvalid(Exception):
    """A rule that cannot be evaluated; the text says why and names no data."""


def read_rule(raw: object) -> tuple[Condition, ...]:
    """The conditions of a rule as YAML or JSON gives it; raises ``RuleInvalid``."""
    if not isinstance(raw, list) or not 1 <= len(raw) <= MOST_CONDITIONS:
        raise RuleInvalid(f"A rule is a list of 1 to {MOST_CONDITIONS} conditions.")
    return tuple(_condition(entry) for entry in raw)


def rule_text(rule: Sequence[Condition]) -> str:
    """The rule as canonical JSON, as the graph keeps it."""
    entries = []
    for condition in rule:
        stated: dict[str, object] = {}
        for name in PARAMETERS[condition.kind]:
            if name == "skills":
                stated |= {"skills": sorted(condition.skills)} if condition.skills else {}
            elif condition.number is not None:
                stated[name] = condition.number
        entries.append({condition.kind.value: stated})
    return json.dumps(entries, sort_keys=True, separators=(",", ":"))


def parse_rule(text: str) -> tuple[Condition, ...]:
    """The rule that ``rule_text`` wrote; raises ``RuleInvalid``."""
    try:
        return read_rule(json.loads(text))
    except json.JSONDecodeError:
        raise RuleInvalid("The rule is not JSON.") from None


def _condition(entry: object) -> Condition:
    if not isinstance(entry, dict) or len(entry) != 1:
        raise RuleInvalid("A condition is one word with its parameters.")
    ((word, raw),) = entry.items()
    if word not in set(ConditionKind):
        raise RuleInvalid(f"{str(word)[:40]!r} is no condition; there are {', '.join(ConditionKind)}.")
    kind = ConditionKind(word)
    stated = cast("Mapping[str, object]", raw if isinstance(raw, dict) else {})
    if unknown := stated.keys() - set(PARAMETERS[kind]):
        raise RuleInvalid(f"{kind} has no parameter {str(min(unknown))[:40]!r}.")
    return Condition(kind, _number(kind, stated), _skills(kind, stated))


def _number(kind: ConditionKind, stated: Mapping[str, object]) -> float | None:
    for name in PARAMETERS[kind]:
        if name == "skills":
            continue
        value = stated.get(name)
        if value is None and name == "below":
            return None
        low, high = LIMITS[name]
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise RuleInvalid(f"{kind} needs {name} from {low:g} to {high:g}.")
        return float(value)
    return None


def _skills(kind: ConditionKind, stated: Mapping[str, object]) -> tuple[str, ...]:
    if "skills" not in PARAMETERS[kind]:
        return ()
    skills = stated.get("skills")
    if skills is None and kind is ConditionKind.HOLDS:
        return ()
    if not isinstance(skills, list) or not skills or not all(isinstance(one, str) and one for one in skills):
        raise RuleInvalid(f"{kind} needs a list of skills.")
    return tuple(sorted(set(cast("list[str]", skills))))


def in_words(rule: Sequence[Condition]) -> str:
    """The rule as a person would read it, for lists and terminals; nothing is decided on it."""
    return "; ".join(_WORDS[condition.kind].format(n=_plain(condition), skills=_named(condition)) for condition in rule)


def _plain(condition: Condition) -> str:
    return "" if condition.number is None else f"{condition.number:g}"


def _named(condition: Condition) -> str:
    least = (
        f" (at least {condition.number:g} levels)" if condition.kind is ConditionKind.GAP and condition.number else ""
    )
    return (" or ".join(condition.skills) or "any skill") + least


_WORDS: Mapping[ConditionKind, str] = {
    ConditionKind.NEW_IN_ROLE: "in the present role for at most {n} months",
    ConditionKind.LONG_IN_ROLE: "in the present role for at least {n} months",
    ConditionKind.ROLE_ASKS_FOR: "the present role asks for {skills}",
    ConditionKind.GAP: "a gap in {skills}",
    ConditionKind.HOLDS: "holds {skills} at level {n} or above",
    ConditionKind.RUNS_OUT: "a course stops counting within {n} days",
}
