"""What must be cited for a claim about plays, and what it then may say.

The rule is read from the CALLS_FOR edge itself and worked out anew on the other edges. How long a role has been held
and what runs out soon depends on the day of the question, which edges do not show: that is the answer's word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.keys import NodeKey
from ontology.situations import Condition, ConditionKind, RuleInvalid, parse_rule
from reasoning.levels import LEVEL_QUANTUM
from reasoning.proofs.ledger import CHAIN_TYPES, Ledger, UnprovenError, ensure, threshold
from reasoning.proofs.slots import Edges, Slots, only
from reasoning.readback import ReadEdge, people

HELD_TYPES = ("HAS_SKILL", "ASSESSED", "COMPLETED", "TEACHES_SKILL")


def play_called_for(edges: Edges) -> Slots:
    """A CALLS_FOR edge, and edges of one person that make every condition of its rule true, none of them idle."""
    ensure(edges[0].type == "CALLS_FOR")
    calls, facts = edges[0], edges[1:]
    owners = {edge.start_caption for edge in facts if edge.start.label == "Person"}
    ensure(len(people(facts)) == 1 and len(owners) == 1)
    used: set[str] = set()
    for condition in _rule(calls):
        shown = _SHOWN[condition.kind](condition, facts)
        ensure(shown, "slot")
        used |= shown
    ensure(all(edge.id in used for edge in facts), "padding")
    return {"person": owners.pop(), "situation": calls.start_caption, "play": calls.end_caption}


def play_described_in(edges: Edges) -> Slots:
    """One DESCRIBED_IN edge."""
    edge = only(edges, "DESCRIBED_IN")
    return {"play": edge.start_caption, "document": edge.end_caption}


def completion_ends(edges: Edges) -> Slots:
    """One COMPLETED edge of a passed course with the day on which it stops counting."""
    edge = only(edges, "COMPLETED")
    ensure(edge.properties.get("passed") is True and "expires_on" in edge.properties, "property")
    return {"person": edge.start_caption, "course": edge.end_caption, "until": edge.properties["expires_on"]}


def _rule(calls: ReadEdge) -> tuple[Condition, ...]:
    try:
        return parse_rule(str(calls.properties.get("conditions", "")))
    except RuleInvalid:
        raise UnprovenError("property") from None


def _role(condition: Condition, facts: Edges) -> set[str]:
    return {edge.id for edge in facts if edge.type == "HOLDS_ROLE" and "valid_from" in edge.properties}


def _asked(condition: Condition, facts: Edges) -> list[ReadEdge]:
    """What a role of the person asks for among the skills."""
    roles = {edge.end for edge in facts if edge.type == "HOLDS_ROLE"}
    return [
        edge
        for edge in facts
        if edge.type == "REQUIRES_SKILL" and edge.start in roles and edge.end.id in condition.skills
    ]


def _asks_for(condition: Condition, facts: Edges) -> set[str]:
    asked = _asked(condition, facts)
    roles = {edge.start for edge in asked}
    return {edge.id for edge in asked} | {edge.id for edge in facts if asked and edge.end in roles}


def _gap(condition: Condition, facts: Edges) -> set[str]:
    held = [edge for edge in facts if edge.type in HELD_TYPES or edge.type in CHAIN_TYPES]
    levels = Ledger(held).levels
    least = 1 if condition.number is None else max(1, round(condition.number / LEVEL_QUANTUM))
    short = [edge for edge in _asked(condition, facts) if threshold(edge) - levels.get(edge.end, 0) >= least]
    used = {edge.id for edge in short}
    for needed in short:
        used |= {edge.id for edge in facts if edge.type == "HOLDS_ROLE" and edge.end == needed.start}
        used |= _bearing(needed.end, held)
    return used


def _bearing(skill: NodeKey, held: Edges) -> set[str]:
    """Edges that show what is held of the skill: its own and those joined to it by a chain."""
    reached = {skill}
    for _ in held:
        for edge in held:
            if edge.type in CHAIN_TYPES and {edge.start, edge.end} & reached:
                reached |= {edge.start, edge.end}
    courses = {edge.start for edge in held if edge.type == "TEACHES_SKILL" and edge.end in reached}
    return {edge.id for edge in held if edge.end in reached or edge.start in reached or edge.end in courses}


def _holds(condition: Condition, facts: Edges) -> set[str]:
    least = round((condition.number or 0.0) / LEVEL_QUANTUM)
    return {
        edge.id
        for edge in facts
        if edge.type in ("HAS_SKILL", "ASSESSED")
        and edge.level is not None
        and edge.level >= least
        and (not condition.skills or edge.end.id in condition.skills)
    }


def _runs_out(condition: Condition, facts: Edges) -> set[str]:
    return {
        edge.id
        for edge in facts
        if edge.type == "COMPLETED" and edge.properties.get("passed") is True and "expires_on" in edge.properties
    }


_SHOWN: Mapping[ConditionKind, Callable[[Condition, Edges], set[str]]] = {
    ConditionKind.NEW_IN_ROLE: _role,
    ConditionKind.LONG_IN_ROLE: _role,
    ConditionKind.ROLE_ASKS_FOR: _asks_for,
    ConditionKind.GAP: _gap,
    ConditionKind.HOLDS: _holds,
    ConditionKind.RUNS_OUT: _runs_out,
}
