"""A matched round of mentoring as JSON, as text and as a CSV file of pairs. Asks nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.markup import escape

from api.naming import Naming
from api.use_cases.answered import Answered
from api.use_cases.cohort_match import CohortFound
from reasoning.cohorts.terms import Change, CohortPair, Left, Tally, Witness
from reasoning.evidence import NodeRef

Json = dict[str, Any]


def as_document(answered: Answered[CohortFound]) -> Json:
    """The answer as JSON, with the names of GraphQL; people carry the id by which the caller may name them."""
    found, naming = answered.answer.found, answered.naming
    return {
        "objective": found.objective,
        "snapshot": str(answered.state.version),
        "complete": not answered.withheld,
        "possiblePairs": found.possible,
        "places": found.places,
        "pairs": [_pair(answered, pair) for pair in found.pairs],
        "menteesLeft": [_left(naming, one) for one in found.mentees_left],
        "mentorsLeft": [_left(naming, one) for one in found.mentors_left],
        "objectives": [
            {"objective": one, "chosen": one is found.objective, "gives": _tally(gives)}
            for one, gives in found.tallies.items()
        ],
        "witnesses": [_witness(naming, one) for one in found.witnesses],
        "changes": [_change(naming, one) for one in found.changes],
        "unseen": list(answered.answer.unseen),
        "lostPairs": [{"mentee": one, "mentor": other} for one, other in answered.answer.lost],
        "withheld": [{"what": one.what, "code": one.code} for one in answered.withheld],
    }


def pair_rows(document: Json) -> Iterator[tuple[str, str, str]]:
    """Mentee, mentor and score of each pair, as the next round takes them."""
    for pair in document["pairs"]:
        yield pair["mentee"]["id"], pair["mentor"]["id"], f"{pair['score']:.6f}"


def print_round(console: Console, document: Json) -> None:
    """The round in lines: pairs, who is left over and why, and what the choice costs."""
    for pair in document["pairs"]:
        hours = "" if pair["commonHours"] is None else f", {pair['commonHours']:g} h a week in common"
        console.print(
            f"[bold]{escape(pair['mentee']['name'])}[/] with [bold]{escape(pair['mentor']['name'])}[/]: "
            f"{pair['score']:.3f}{hours}"
        )
        for sentence in pair["sentences"][:2]:
            console.print(f"  {escape(sentence['text'])}")
    if document["menteesLeft"]:
        console.print("Mentees without a mentor:")
    for left in document["menteesLeft"]:
        console.print(f"  {escape(left['person']['name'])}: {_spoken(left['reason'])}")
    if document["mentorsLeft"]:
        reasons = Counter(_spoken(left["reason"]) for left in document["mentorsLeft"])
        told = ", ".join(f"{number} {reason}" for reason, number in reasons.most_common())
        console.print(f"Mentors without a mentee: {told} (--json names them)")
    for witness in document["witnesses"]:
        _print_witness(console, witness)
    for change in document["changes"]:
        if change["fate"] != "kept":
            before, after = (escape(one["name"]) if one else "nobody" for one in (change["before"], change["after"]))
            console.print(
                f"{escape(change['mentee']['name'])}: {before} before, {after} now "
                f"({_spoken(change['reason'])}, {change['gain']:+.3f})"
            )
    console.print("What each objective gives:")
    for one in document["objectives"]:
        gives = one["gives"]
        console.print(
            f"  {'*' if one['chosen'] else ' '} {one['objective']:<13} {gives['matched']} matched, "
            f"sum {gives['total']:.3f}, lowest {gives['lowest']:.3f}, {gives['blocking']} would rather have each other"
        )
    if document["unseen"]:
        console.print(f"{len(document['unseen'])} named take no part: not in the graph, or not agreed.")


def _print_witness(console: Console, witness: Json) -> None:
    names = f"{escape(witness['mentee']['name'])} with {escape(witness['mentor']['name'])}"
    if witness["matched"]:
        console.print(f"{names}: they are matched.")
    elif witness["bar"] is not None:
        console.print(f"{names}: not possible ({_spoken(witness['bar'])}).")
    else:
        cost = witness["cost"]
        console.print(f"{names}: would cost {cost['total']:.3f} in all and {cost['matched']} matches:")
        for swap in witness["swaps"]:
            taken = escape(swap["taken"]["name"]) if swap["taken"] else "nobody"
            console.print(f"  {escape(swap['mentee']['name'])} would have {taken} ({swap['change']:+.3f})")


def _spoken(name: object) -> str:
    return str(name).replace("_", " ")


def _pair(answered: Answered[CohortFound], pair: CohortPair) -> Json:
    return {
        "mentee": _node(answered.naming, pair.mentee),
        "mentor": _node(answered.naming, pair.mentor),
        "score": pair.score,
        "commonHours": pair.common_hours,
        "components": [
            {"name": part.name, "weight": part.weight, "contribution": part.contribution} for part in pair.components
        ],
        "counterReasons": list(pair.counter_reasons),
        "sentences": [
            {"text": spoken.text, "edgeIds": list(spoken.edge_ids)} for spoken in answered.spoken(pair.claims)
        ],
        "edgeIds": [edge.edge_id for edge in pair.evidence],
    }


def _left(naming: Naming, left: Left) -> Json:
    return {
        "person": _node(naming, left.person),
        "reason": left.reason,
        "qualified": left.funnel.qualified,
        "notExcluded": left.funnel.not_excluded,
        "withTime": left.funnel.with_time,
        "best": _maybe(naming, left.best),
        "cost": None if left.cost is None else _tally(left.cost),
    }


def _witness(naming: Naming, witness: Witness) -> Json:
    return {
        "mentee": _node(naming, witness.mentee),
        "mentor": _node(naming, witness.mentor),
        "bar": witness.bar,
        "matched": witness.matched,
        "score": witness.score,
        "swaps": [
            {
                "mentee": _node(naming, one.mentee),
                "givenUp": _maybe(naming, one.given_up),
                "taken": _maybe(naming, one.taken),
                "change": one.change,
            }
            for one in witness.swaps
        ],
        "cost": None if witness.cost is None else _tally(witness.cost),
    }


def _change(naming: Naming, change: Change) -> Json:
    return {
        "mentee": _node(naming, change.mentee),
        "before": _maybe(naming, change.before),
        "after": _maybe(naming, change.after),
        "fate": change.fate,
        "reason": change.reason,
        "bar": change.bar,
        "gain": change.gain,
        "givenUp": change.given_up,
    }


def _tally(tally: Tally) -> Json:
    return {"matched": tally.matched, "total": tally.total, "lowest": tally.lowest, "blocking": tally.blocking}


def _node(naming: Naming, ref: NodeRef) -> Json:
    shown = naming.show(ref.key, ref.caption)
    return {"id": shown.node_id, "name": shown.name}


def _maybe(naming: Naming, ref: NodeRef | None) -> Json | None:
    return None if ref is None else _node(naming, ref)
