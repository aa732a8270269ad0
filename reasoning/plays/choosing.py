"""Evaluates every situation's rule on the facts of a person. All conditions must be shown by edges; none is guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.situations import Condition, RuleInvalid, parse_rule
from reasoning.consent import require_consent
from reasoning.derived import derived
from reasoning.evidence import Claim, ClaimKind, EdgeRef, SlotValue
from reasoning.levels import moment
from reasoning.plays.answers import PlayMatch, PlaysAnswer, PlaysRequest
from reasoning.plays.facts import Facts, Shown
from reasoning.retrieval.answers import EVERYBODY
from reasoning.retrieval.in_force import readable, versions_in_force
from reasoning.retrieval.library import Library


def choose_plays(snapshot: Snapshot, request: PlaysRequest) -> PlaysAnswer:
    """The plays that the rules call for. Raises ``ConsentMissing``.

    A rule that cannot be read (one written for another version of Cairn) holds for nobody.
    """
    now = moment(snapshot, request.now)
    require_consent(snapshot, request.person, Purpose.SKILL_GAP, now)
    facts = Facts(snapshot, request.person, now)
    held = {EVERYBODY, *request.audiences}
    considered = 0
    found: list[PlayMatch] = []
    for situation in snapshot.nodes("Situation"):
        if not held & set(snapshot.text_list("Situation", "audience", situation)):
            continue
        considered += 1
        rule = snapshot.text("Situation", "conditions", situation) or ""
        shown = _shown(facts, rule)
        if shown is not None:
            calls = _calls(snapshot, situation)
            found += [_match(facts, situation, position, rule, shown, request.audiences) for position in calls]
    subject = facts.citations.node(request.person)
    return PlaysAnswer(subject, tuple(sorted(found, key=lambda one: (one.situation.key, one.play.key))), considered)


def _shown(facts: Facts, text: str) -> list[Shown] | None:
    try:
        rule: tuple[Condition, ...] = parse_rule(text)
    except RuleInvalid:
        return None
    shown: list[Shown] = []
    for condition in rule:
        one = facts.shown(condition)
        if one is None:
            return None
        shown.append(one)
    return shown


def _calls(snapshot: Snapshot, situation: int) -> Iterator[int]:
    span = snapshot.edges("CALLS_FOR").out(situation)
    yield from range(span.start, span.stop)


def _match(
    facts: Facts, situation: int, position: int, rule: str, shown: list[Shown], audiences: Collection[str]
) -> PlayMatch:
    citations, writer = facts.citations, facts.words.writer
    calls = citations.edge(("CALLS_FOR", position))
    slots: dict[str, SlotValue] = {
        "person": citations.node(facts.person).caption,
        "situation": calls.start.caption,
        "play": calls.end.caption,
    }
    edges = [calls, *(edge for one in shown for edge in one.edges)]
    claims: list[Claim] = [writer.claim(ClaimKind.PLAY_CALLED_FOR, edges, slots)]
    play = int(facts.snapshot.edges("CALLS_FOR").dst[position])
    described = _described(facts, play, audiences)
    if described is not None:
        told: dict[str, SlotValue] = {"play": calls.end.caption, "document": described.end.caption}
        claims.append(writer.claim(ClaimKind.PLAY_DESCRIBED_IN, (described,), told))
    stated = {tuple(edge.edge_id for edge in claim.edges): claim for one in shown for claim in one.claims}
    return PlayMatch(
        play=calls.end,
        situation=calls.start,
        rule=rule,
        document=None if described is None else described.end,
        evidence=(*claims[0].edges, *(() if described is None else (described,))),
        claims=(*claims, *stated.values()),
    )


def _described(facts: Facts, play: int, audiences: Collection[str]) -> EdgeRef | None:
    """Where the play is described, in a version that is in force today and open to the caller."""
    snapshot, library = facts.snapshot, derived(facts.snapshot, Library)
    standing = versions_in_force(library, facts.today) & readable(library, audiences)
    first = snapshot.nodes("Document").start
    edges = snapshot.edges("DESCRIBED_IN")
    span = edges.out(play)
    for position in range(span.start, span.stop):
        if standing[int(edges.dst[position]) - first]:
            return facts.citations.edge(("DESCRIBED_IN", position))
    return None
