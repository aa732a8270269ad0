"""``--explain``: an answer in words instead of in lists, each sentence with footnotes that spell its edges out."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, get_type_hints

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.asking import Ask, Json, unwrap
from api.cli.console import out, print_json
from api.cli.rendering import Footnotes, print_recorded
from api.explain_endpoint import document, flat
from ontology.errors import BadInput
from reasoning.style import Audience, Length

Explain = Annotated[bool, typer.Option("--explain", help="Tell the answer in words, with numbered citations.")]
Locale = Annotated[str, typer.Option(help="With --explain: language, such as de or fr-CA.")]
For = Annotated[str, typer.Option("--audience", help="With --explain: employee, manager, coach or planner.")]
Long = Annotated[str, typer.Option("--length", help="With --explain: brief, normal or detailed.")]
Wording = Annotated[str, typer.Option(help="With --explain: auto, template or model.")]


@dataclass(frozen=True, slots=True)
class Told:
    """How the answer is wanted in words."""

    locale: str = "en"
    audience: str = "employee"
    length: str = "normal"
    mode: str = "auto"

    def variables(self) -> Json:
        """As GraphQL takes them. Raises ``BadInput`` for a choice that does not exist."""
        for given, choices in (
            (self.audience, list(Audience)),
            (self.length, list(Length)),
            (self.mode, ["auto", "template", "model"]),
        ):
            if given not in choices:
                raise BadInput(f"{given[:40]!r} is no such choice.", remedy=f"Use one of {', '.join(choices)}.")
        return {
            "locale": self.locale,
            "audience": self.audience.upper(),
            "length": self.length.upper(),
            "mode": self.mode.upper(),
        }


def _declared(
    explain: Explain = False,
    locale: Locale = "en",
    audience: For = "employee",
    length: Long = "normal",
    wording: Wording = "auto",
) -> Told | None:
    """The five options, declared here and nowhere else; None without ``--explain``."""
    return Told(locale, audience, length, wording) if explain else None


def explainable(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of ``--explain`` in the place of its parameter ``told``."""
    options = inspect.signature(_declared).parameters

    @functools.wraps(command)
    def with_options(**given: object) -> None:
        wished = {name: given.pop(name) for name in options}
        command(**given, told=_declared(**wished))  # type: ignore[arg-type]  # typer has checked them

    hints = get_type_hints(command, include_extras=True) | get_type_hints(_declared, include_extras=True)
    own = inspect.signature(command).parameters
    places = [each for name in own for each in (options.values() if name == "told" else (own[name],))]
    shown = [each.replace(annotation=hints[each.name]) for each in places]
    with_options.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]  # what typer reads
    return with_options


def tell_in_words(ask: Ask, question: str, given: Json, told: Told, *, as_json: bool) -> None:
    """Ask and print the explanation: text with footnotes, or flat JSON as from ``POST /explain``.

    ``given`` are the variables of the question: its ``input`` or its arguments, and ``asOf`` where it takes one.
    """
    found = unwrap(ask(document(question), {**given, **told.variables()}), "answer")
    if as_json:
        print_json({"answerId": found.get("answerId"), **flat(found["explanation"])})
        return
    print_explanation(out, found["explanation"])
    print_recorded(out, found)


def print_explanation(console: Console, explanation: Json) -> None:
    """The sentences, who worded them where it was not the template, and each edge once."""
    notes, edges = Footnotes(), dict[str, Json]()
    for claim in explanation["claims"]:
        edges |= {edge["id"]: edge for edge in claim["edges"]}
        marks = notes.marks(claim["edgeIds"])
        console.print(f"{escape(claim['text'])} [dim]{escape(marks)}[/]")
    if not explanation["claims"]:
        console.print("Nothing here rests on an edge that could be cited; ask without --explain for the answer itself.")
    console.print()
    notes.print(console, edges)
    if explanation["model"] is not None:
        by_model = sum(claim["origin"] == "LLM" for claim in explanation["claims"])
        reasons = ", ".join(f"{one['code']} {one['count']}" for one in explanation["codes"])
        said = f"{by_model} of {len(explanation['claims'])} sentences worded by {explanation['model']}"
        console.print(f"[dim]{escape(said)}{escape(f'; templates instead: {reasons}' if reasons else '')}[/]")
