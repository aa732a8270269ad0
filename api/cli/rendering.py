"""Turns answers into text for people: sentences with numbered footnotes that spell out the edges. Asks nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.markup import escape

Json = dict[str, Any]
HIDDEN_PROPERTIES = frozenset({"match_type"})


class Footnotes:
    """Numbers edges in order of first citation, over several answers."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def marks(self, edge_ids: Iterable[str]) -> str:
        """The marks that stand behind a sentence: `[1][2]`."""
        return "".join(
            f"[{self._numbers.setdefault(edge, len(self._numbers) + 1)}]" for edge in dict.fromkeys(edge_ids)
        )

    def cited(self) -> list[str]:
        """All edge ids in the order of their numbers."""
        return list(self._numbers)

    def print(self, console: Console, edges: Mapping[str, Json]) -> None:
        """Spell out every footnote; an edge that does not resolve says so."""
        for edge_id, number in self._numbers.items():
            text = spelled(edges[edge_id]) if edge_id in edges else f"edge {edge_id} is no longer available to you"
            console.print(f"  [dim]{escape(f'[{number}]')}[/] {escape(text)}")


def spelled(edge: Json) -> str:
    """One edge in words: ends, type, the facts it states, and where it comes from."""
    facts = [f"{entry['name'].replace('_', ' ')} {entry['value']}" for entry in edge["properties"]]
    said = f" ({', '.join(facts)})" if facts else ""
    origin = ""
    if edge["assertions"]:
        first = edge["assertions"][0]
        source = first["source"]
        synthetic = ", synthetic" if source["synthetic"] else ""
        more = len(edge["assertions"]) - 1
        origin = f"; {source['dataset']} {source['version']}{synthetic}, {first['record']}"
        origin += f", observed {str(first['observedAt'])[:10]}" + (f", and {more} more" if more else "")
    name = edge["type"].lower().replace("_", " ")
    return f"{edge['from']['name']} —{name}→ {edge['to']['name']}{said}{origin}; confidence {edge['confidence']:g}"


def print_sentences(console: Console, sentences: Iterable[Json], notes: Footnotes, indent: str = "  ") -> None:
    """Sentences with their footnote marks."""
    for sentence in sentences:
        marks = notes.marks(sentence["edgeIds"])
        console.print(f"{indent}{escape(sentence['text'])} [dim]{escape(marks)}[/]")


def print_career_path(console: Console, answer: Json, notes: Footnotes) -> None:
    """The ways to the target, best first, one line a step."""
    subject = answer["subject"]["name"] if answer["subject"] else answer["start"]["name"]
    console.print(f"[bold]Career path[/]: {escape(subject)} → {escape(answer['target']['name'])}")
    print_sentences(console, answer["sentences"], notes)
    for number, path in enumerate(answer["paths"], start=1):
        hops = " → ".join([path["steps"][0]["from"]["name"], *(step["to"]["name"] for step in path["steps"])])
        totals = f"{path['months']:.0f} months, confidence {path['confidence']:.2f}"
        console.print(f"  [bold]{number}.[/] {escape(hops)}  [dim]{totals}[/]")
        print_sentences(console, path["sentences"], notes, indent="     ")


def print_skill_gap(
    console: Console, answer: Json, notes: Footnotes, *, only_gaps: bool = True, first: int = 8
) -> None:
    """What is missing for the role, most important first."""
    console.print(f"[bold]Skill gap[/]: {escape(answer['subject']['name'])} → {escape(answer['target']['name'])}")
    print_sentences(console, answer["sentences"], notes)
    items = [item for item in answer["items"] if not only_gaps or item["status"] != "MET"]
    for item in items[:first]:
        print_sentences(console, item["sentences"], notes, indent="   ")
    if len(items) > first:
        console.print(f"   [dim]and {len(items) - first} more[/]")


def print_mentor_match(console: Console, answer: Json, notes: Footnotes) -> None:
    """Who can help, best first."""
    target = f" towards {answer['target']['name']}" if answer["target"] else ""
    console.print(f"[bold]Mentors[/] for {escape(answer['subject']['name'])}{escape(target)}")
    print_sentences(console, answer["sentences"], notes)
    for number, candidate in enumerate(answer["candidates"], start=1):
        console.print(
            f"  [bold]{number}.[/] {escape(candidate['mentor']['name'])}  [dim]score {candidate['score']:.2f}[/]"
        )
        print_sentences(console, candidate["sentences"], notes, indent="     ")
