"""Learning plans and unlocks for people to read."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from api.cli.asking import Json
from api.cli.rendering import Footnotes, print_sentences

PROVEN = {
    "OPTIMAL": "proven best",
    "FEASIBLE": "best found",
    "INFEASIBLE": "no plan keeps all limits",
    "UNDECIDED": "not decided within the effort allowed",
}
OPEN = {
    "NO_COURSE": "no course",
    "NOT_HIGH_ENOUGH": "no course reaches the level",
    "LIMITS": "not within the limits",
}


def print_learning_plan(console: Console, answer: Json, notes: Footnotes) -> None:
    """Courses by week, what stays open, and what stands in the way."""
    target = f" → {answer['target']['name']}" if answer["target"] else ""
    console.print(f"[bold]Learning plan[/]: {escape(answer['subject']['name'])}{escape(target)}")
    print_sentences(console, answer["sentences"], notes)
    console.print(f"  {escape(_totals(answer))}")
    for one in answer["courses"]:
        console.print(f"  [bold]{_weeks(one)}[/] {escape(one['course']['name'])}  [dim]{escape(_facts(one))}[/]")
        print_sentences(console, one["sentences"], notes, indent="     ")
    for gap in answer["open"]:
        console.print(f"  Still open: {escape(gap['skill']['name'])} ({OPEN[gap['reason']]})")
        print_sentences(console, gap["sentences"], notes, indent="     ")
    if answer["conflict"]:
        _print_conflict(console, answer["conflict"])
    for change in answer["changes"]:
        console.print(f"  {escape(_change(change))}")


def _totals(answer: Json) -> str:
    if answer["status"] in ("INFEASIBLE", "UNDECIDED"):
        return PROVEN[answer["status"]].capitalize()
    money = f"{answer['cost']:.2f} {answer['currency'] or ''}".strip()
    unpriced = f" and {answer['unpriced']} without a price" if answer["unpriced"] else ""
    bound = "" if answer["gap"] is None else f", at most {100 * answer['gap']:.1f} % from the best"
    told = PROVEN[answer["status"]] if answer["status"] == "OPTIMAL" else PROVEN[answer["status"]] + bound
    return (
        f"{len(answer['courses'])} courses, {answer['weeks']} weeks to {answer['endsOn'] or answer['startsOn']}, "
        f"{answer['hours']:g} hours, {money}{unpriced}; {answer['objective'].lower()}: {told}"
    )


def _weeks(one: Json) -> str:
    first, last = one["firstWeek"], one["lastWeek"]
    return f"week {first}" if first == last else f"weeks {first}-{last}"


def _facts(one: Json) -> str:
    price = "no price stated" if one["cost"] is None else f"{one['cost']:g} {one['currency'] or ''}".strip()
    assumed = " assumed" if one["hoursAssumed"] else ""
    return f"from {one['beginsOn']}, {one['hours']:g} hours{assumed} at {one['hoursPerWeek']:g} a week, {price}"


def _print_conflict(console: Console, conflict: Json) -> None:
    names = ", ".join(gap["name"] for gap in conflict["gaps"])
    console.print(f"  These limits cannot be kept together for {escape(names)}:")
    for one in conflict["remedies"]:
        courses = ", ".join(course["name"] for course in one["courses"])
        keeps = f" (keeps out {courses})" if courses else ""
        enough = f"; {one['needed']} would do" if one["needed"] else "; not enough alone"
        least = f"; at least {one['atLeast']}" if one["atLeast"] and one["atLeast"] != one["needed"] else ""
        said = f"{one['limit'].lower().replace('_', ' ')}: {one['stated']}{enough}{least}{keeps}"
        console.print(f"    {escape(said)}")
    if not conflict["exhaustive"]:
        console.print("    The search was ended at its limit: fewer of them may be in conflict, and more would do.")


def _change(change: Json) -> str:
    days = " → ".join(day for day in (change["was"], change["now"]) if day)
    reason = change["reason"].lower().replace("_", " ")
    return f"{change['change'].capitalize()}: {change['course']['name']} ({reason}; {days})"


def print_unlocks(console: Console, answer: Json, notes: Footnotes) -> None:
    """Skills by the number of roles they open, with the nearest of these roles."""
    subject = escape(answer["subject"]["name"])
    console.print(f"[bold]What opens most roles[/] to {subject}")
    near = "" if answer["coverage"] == 1 else f" at {100 * answer['coverage']:.0f} % of the requirements by weight"
    console.print(f"  {answer['openNow']} of {answer['considered']} roles are open today{near}")
    if not answer["unlocks"]:
        console.print("  Nothing so small opens a role; try --skills 2, or --coverage 0.8 for nearly open roles")
    for number, one in enumerate(answer["unlocks"], start=1):
        learned = " and ".join(_learned(skill) for skill in one["skills"])
        roles = "role" if one["count"] == 1 else "roles"
        console.print(f"  [bold]{number}.[/] {escape(learned)}: {one['count']} {roles}")
        for role in one["roles"]:
            if role["sentences"]:
                print_sentences(console, role["sentences"], notes, indent="     ")
            else:
                console.print(f"     {escape(role['role']['name'])}: {role['met']} of {role['total']} met")


def _learned(one: Json) -> str:
    level = "" if one["level"] is None else f" to level {one['level']:g}"
    held = f" (now {one['heldLevel']:g})" if one["heldLevel"] else ""
    return f"{one['skill']['name']}{level}{held}"
