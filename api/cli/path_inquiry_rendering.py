"""Turns answers to the questions around paths into text for people. Asks nothing."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from api.cli.path_rendering import print_career_path, print_conflict, print_path
from api.cli.rendering import Footnotes, Json, print_sentences

VERDICTS = {
    "INCLUDED": "It is among them:",
    "COSTLIER": "It costs {more:.1f} months more than the last path offered:",
    "TOO_ALIKE": "It is too much like a better path (they differ in {apart:.0%} of the roles in between):",
    "EXCLUDED": "The limits exclude it.",
    "NO_MOVE": "There is no move from {origin} to {end}: nobody made it, and the roles are not near.",
    "UNREACHABLE": "No path leads from {origin} to {end}, whatever the limits.",
}


def print_why_not(console: Console, answer: Json, notes: Footnotes) -> None:
    """The verdict with the two paths compared."""
    missed = " → ".join(one["name"] for one in answer["missed"])
    console.print(f"[bold]Why not[/] {escape(missed)}")
    print_sentences(console, answer["sentences"], notes)
    gap = answer["gap"] or {"from": {"name": ""}, "to": {"name": ""}}
    text = VERDICTS[answer["verdict"]].format(
        more=answer["costsMore"] or 0.0,
        apart=answer["apart"] or 0.0,
        origin=gap["from"]["name"],
        end=gap["to"]["name"],
    )
    console.print(f"  [bold]{escape(text)}[/]")
    for mark, path in (("", answer["best"]), ("lost to: ", answer["against"])):
        if path:
            print_path(console, path, notes, mark)
    if answer["conflict"]:
        print_conflict(console, answer["conflict"], notes)


def print_sensitivity(console: Console, answer: Json, notes: Footnotes) -> None:
    """The facts that decide, the gravest first."""
    console.print(f"[bold]What decides[/] the way to {escape(answer['target']['name'])}")
    print_sentences(console, answer["sentences"], notes)
    if answer["best"]:
        print_path(console, answer["best"], notes, "best: ")
    for one in answer["deciding"]:
        if one["edge"]:
            mark = notes.marks([one["edge"]["id"]])
            ends = f"{one['edge']['from']['name']} —{one['edge']['type'].lower()}→ {one['edge']['to']['name']}"
            head = f"without {ends} {mark}"
        else:
            head = f"with {one['skill']['name']} at level {one['level']:g}"
        way = " → ".join(role["name"] for role in one["roles"])
        change = f"{one['costChange']:+.1f} months of cost" if one["costChange"] is not None else "no path is left"
        console.print(f"  {escape(head)}: {escape(way)} [dim]{escape(change)}[/]")
        print_sentences(console, one["sentences"], notes, indent="     ")
    console.print(
        f"  [dim]{answer['examined']} of {answer['facts']} facts tried; {answer['unmoved']} leave the best path "
        f"as it is[/]"
    )


def print_what_if(console: Console, answer: Json, notes: Footnotes) -> None:
    """Both answers; what is supposed is marked."""
    console.print("[bold]Supposed[/] (nothing is written):")
    for fact in answer["facts"]:
        stated = ", ".join(f"{one['name'].replace('_', ' ')} {one['value']}" for one in fact["properties"])
        name = fact["type"].lower().replace("_", " ")
        console.print(
            f"  {escape(fact['from']['name'])} —{name}→ {escape(fact['to']['name'])} [dim]{escape(stated)}[/]"
        )
    for closed in answer["closed"]:
        console.print(f"  no longer there: {escape(closed['name'])}")
    if answer["monthsChange"] is not None:
        console.print(f"  [bold]{answer['monthsChange']:+.0f} months[/] for the best path")
    console.print("[bold]As it is[/]")
    print_career_path(console, answer["actual"], notes)
    console.print("[bold]As supposed[/]")
    print_career_path(console, answer["supposed"], notes)


def print_reachable(console: Console, answer: Json, notes: Footnotes) -> None:
    """Roles within reach, one line each, with what shows the interest."""
    whose = answer["subject"]["name"] if answer["subject"] else answer["start"]["name"]
    console.print(f"[bold]Within reach[/] of {escape(whose)}: {answer['considered']} roles")
    print_sentences(console, answer["sentences"], notes)
    for number, one in enumerate(answer["roles"], start=1):
        marks = notes.marks([edge["id"] for edge in one["evidence"]])
        wanted = f", interest {one['interest']:.2f}" if one["interest"] else ""
        console.print(f"  [bold]{number}.[/] {escape(one['role']['name'])}[dim]{escape(wanted + marks)}[/]")
        print_path(console, one["path"], notes, "   ")


def print_who_could_reach(console: Console, answer: Json, notes: Footnotes) -> None:
    """People with their ways, or counts."""
    console.print(
        f"[bold]Who could reach[/] {escape(answer['target']['name'])}: {answer['within']} of {answer['considered']}"
    )
    for number, one in enumerate(answer["people"], start=1):
        console.print(f"  [bold]{number}.[/] {escape(one['person']['name'])}")
        print_path(console, one["path"], notes, "   ")
    for group in answer["groups"]:
        console.print(
            f"  {group['people']:>4} {escape(group['role']['name'])} [dim]median {group['medianMonths']:g} months[/]"
        )
    if answer["hidden"]:
        console.print(f"  {answer['hidden']:>4} in roles with fewer than five")
