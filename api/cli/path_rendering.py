"""Turns path answers into text for people. Asks nothing."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from api.cli.rendering import Footnotes, Json, print_sentences

LIMITS = {
    "MAX_STEPS": "at most {value} steps",
    "MAX_MONTHS": "at most {value} months",
    "BUDGET": "courses for at most {value}",
    "PAY_FLOOR": "pay of at least {value}",
    "LOCATION": "in {value}",
    "MAX_JOB_ZONE": "job zone {value} at most",
    "AVOID": "avoid {value}",
    "AVOID_FAMILY": "avoid the family {value}",
    "VIA": "pass {value}",
    "VIA_FAMILY": "pass the family {value}",
    "ONLY_OBSERVED": "only moves people have made",
    "ONLY_INTERNAL": "only roles of the company",
    "ONLY_OPENINGS": "only roles with an open posting",
    "KINDS": "only {value}",
}


def print_career_path(console: Console, answer: Json, notes: Footnotes) -> None:
    """The ways to the target, best first, one line a step; or the limits that leave none."""
    subject = answer["subject"]["name"] if answer["subject"] else answer["start"]["name"]
    console.print(f"[bold]Career path[/]: {escape(subject)} → {escape(answer['target']['name'])}")
    print_sentences(console, answer["sentences"], notes)
    for number, path in enumerate(answer["paths"], start=1):
        print_path(console, path, notes, f"[bold]{number}.[/] ")
    if answer.get("diversity") is not None:
        asked = answer["minDiversity"]
        console.print(f"  [dim]any two of them differ in {answer['diversity']:.0%} of the roles in between[/]", end="")
        console.print(f" [dim](at least {asked:.0%} asked for)[/]")
    if answer.get("conflict"):
        print_conflict(console, answer["conflict"], notes)


def print_path(console: Console, path: Json, notes: Footnotes, mark: str = "") -> None:
    """One way: its roles, totals, and sentences."""
    hops = " → ".join([path["steps"][0]["from"]["name"], *(step["to"]["name"] for step in path["steps"])])
    console.print(f"  {mark}{escape(hops)}  [dim]{escape(totals(path))}[/]")
    print_sentences(console, path["sentences"], notes, indent="     ")
    supposed = {one["to"]["name"]: None for step in path["steps"] for one in step.get("supposed") or []}
    if supposed:
        console.print(f"     [dim]rests on what is supposed: {escape(', '.join(supposed))}[/]")


def totals(path: Json) -> str:
    """Months, confidence and what else there is to say of the whole."""
    said = [f"{path['months']:.0f} months", f"confidence {path['confidence']:.2f}"]
    if path.get("money"):
        said.append(f"courses {path['money']:.0f} {path['currency'] or ''}".strip())
    if path.get("preferenceCost"):
        said.append(f"{path['preferenceCost']:.1f} months counted for wishes not met")
    return ", ".join(said)


def print_conflict(console: Console, conflict: Json, notes: Footnotes) -> None:
    """The limits that together leave no path, and what would do."""
    if not conflict["constraints"]:
        console.print("  [bold]No limit is to blame[/]: the graph has no way in eight steps.")
        return
    smallest = "smallest set" if conflict["smallest"] else "a set none of which can be left out"
    console.print(f"  [bold]In conflict[/] ({smallest}):")
    for one in conflict["constraints"]:
        value = one["role"]["name"] if one["role"] else one["value"].lower()
        enough = f"; {one['enough']:.4g} would do" if one["enough"] is not None else ""
        alone = "" if one["helpsAlone"] else "; dropping it alone does not help"
        console.print(f"    {escape(LIMITS[one['kind']].format(value=value))}[dim]{escape(enough + alone)}[/]")
    print_sentences(console, conflict["sentences"], notes)
    if conflict["without"]:
        mark = "without any limit (others conflict too): " if conflict["more"] else "without them: "
        print_path(console, conflict["without"], notes, mark)
