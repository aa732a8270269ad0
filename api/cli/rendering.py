"""Turns answers into text for people: sentences with numbered footnotes that spell out the edges. Asks nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape

Json = dict[str, Any]
BRIEF_SKILLS = 4
"""How many of a mentor's skills a brief answer tells."""


class Footnotes:
    """Numbers edges in order of first citation, over several answers."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def marks(self, edge_ids: Iterable[str]) -> str:
        """The marks that stand behind a sentence: `[1][4-7]`."""
        numbers = {self._numbers.setdefault(edge, len(self._numbers) + 1) for edge in edge_ids}
        return "".join(f"[{first}]" if first == last else f"[{first}-{last}]" for first, last in _runs(sorted(numbers)))

    def cited(self) -> list[str]:
        """All edge ids in the order of their numbers."""
        return list(self._numbers)

    def print(self, console: Console, edges: Mapping[str, Json]) -> None:
        """Spell out every footnote; an edge that does not resolve says so."""
        for edge_id, number in self._numbers.items():
            text = spelled(edges[edge_id]) if edge_id in edges else f"edge {edge_id} is no longer available to you"
            console.print(f"  [dim]{escape(f'[{number}]')}[/] {escape(text)}")


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of consecutive numbers; two in a row stay apart."""
    at = 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        if end - at < 2:
            end = at
        yield numbers[at], numbers[end]
        at = end + 1


def spelled(edge: Json) -> str:
    """One edge in words: ends, type, the facts it states, and where it comes from."""
    stated = [
        *_period(edge),
        *(
            _fact(entry["name"], str(entry["value"]))
            for entry in edge["properties"]
            if not entry["name"].endswith("_hash")
        ),
    ]
    said = f" ({', '.join(stated)})" if stated else ""
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


def _period(edge: Json) -> list[str]:
    since, until = edge.get("validFrom"), edge.get("validTo")
    return [f"from {since}"] * bool(since) + [f"to {until}"] * bool(until)


def _fact(name: str, value: str) -> str:
    if name == "essential":
        return "essential" if value == "true" else "optional"
    shown = value[:-2] if value.endswith(".0") and value[:-2].isdigit() else value
    return f"{name.replace('_', ' ')} {shown}"


def print_sentences(console: Console, sentences: Iterable[Json], notes: Footnotes, indent: str = "  ") -> None:
    """Sentences with their footnote marks; what two parts of an answer both say is said once."""
    for sentence in {one["text"]: one for one in sentences}.values():
        marks = notes.marks(sentence["edgeIds"])
        console.print(f"{indent}{escape(sentence['text'])} [dim]{escape(marks)}[/]")


def print_recorded(console: Console, answer: Json) -> None:
    """How to find out later whether the answer is still true, where it was recorded."""
    if answer.get("answerId"):
        console.print(f"[dim]Is it still true later? cairn verify {escape(answer['answerId'])}[/]")


def print_skill_gap(console: Console, answer: Json, notes: Footnotes, *, brief: int | None = None) -> None:
    """What is missing for the role, most important first; brief: so many gaps, each with its best course only."""
    console.print(f"[bold]Skill gap[/]: {escape(answer['subject']['name'])} → {escape(answer['target']['name'])}")
    print_sentences(console, answer["sentences"], notes)
    items = [item for item in answer["items"] if item["status"] != "MET"]
    shown = items[:brief]
    for number, item in enumerate(shown, start=1):
        console.print(f"  [bold]{number}.[/] {escape(item['skill']['name'])}")
        told = item["sentences"] if brief is None else _until_second_course(item["sentences"])
        print_sentences(console, told, notes, indent="     ")
    if len(items) > len(shown):
        left = len(items) - len(shown)
        console.print(f"  [dim]and {left} more; `cairn query skill-gap` tells all, with more courses[/]")


def _until_second_course(sentences: Sequence[Json]) -> Iterator[Json]:
    courses = 0
    for sentence in sentences:
        courses += sentence["kind"] == "course_closes_gap"
        if courses > 1:
            return
        yield sentence


def print_mentor_match(console: Console, answer: Json, notes: Footnotes, *, brief: bool = False) -> None:
    """Who can help, best first; brief: with the most important skills only."""
    target = f" towards {answer['target']['name']}" if answer["target"] else ""
    console.print(f"[bold]Mentors[/] for {escape(answer['subject']['name'])}{escape(target)}")
    print_sentences(console, answer["sentences"], notes)
    for number, candidate in enumerate(answer["candidates"], start=1):
        skills = [one for one in candidate["sentences"] if one["kind"] == "mentor_skill"]
        left_out = skills[BRIEF_SKILLS:] if brief else []
        console.print(
            f"  [bold]{number}.[/] {escape(candidate['mentor']['name'])}  [dim]score {candidate['score']:.2f}[/]"
        )
        print_sentences(console, (one for one in candidate["sentences"] if one not in left_out), notes, indent="     ")
        if left_out:
            console.print(f"     [dim]and {len(left_out)} more; `cairn query mentor-match` tells all[/]")


def print_altered(console: Console, found: Json) -> None:
    """The records of answers that nothing was told from."""
    for one in found["altered"]:
        said = f"entry {one['sequence']} ({one['id']}): nothing is told from it, see `cairn audit answers`"
        console.print(f"[red]{one['fault']}[/] {escape(said)}")
