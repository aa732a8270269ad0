"""German templates of mentors."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.de.parts import COVER, ESSENTIAL, LEVELLED, OPTION, PLAIN, STOP
from reasoning.narrators.pieces import Templates, differs, equal, given, more, said, without

TEMPLATES: Templates = {
    ClaimKind.MENTOR_SKILL: (
        said("{mentor} verfügt über {holds}"),
        said(" auf Stufe {level}", given("level")),
        *COVER,
        more("; {mentor} bietet Mentoring in {offered} an", given("offered")),
        said("; die Rolle {role} verlangt Stufe {required}", given("role"), LEVELLED),
        said("; die Rolle {role} verlangt {skill}", given("role"), PLAIN),
        OPTION,
        ESSENTIAL,
        more("; {person} hat Stufe {own}", given("person", "own"), without("held"), you="; Sie haben Stufe {own}"),
        more(
            "; {person} hat in {skill} Stufe {own}",
            given("person", "own", "held"),
            you="; Sie haben in {skill} Stufe {own}",
        ),
        STOP,
    ),
    ClaimKind.MENTOR_MOVE: (
        said("{mentor} begann am {since} in der Rolle {origin} und am {then} in der Rolle {destination}."),
    ),
    ClaimKind.MENTOR_CAPACITY: (
        said("{mentor} bietet Mentoring in {skill} für {capacity} "),
        said("Person gleichzeitig an", equal("capacity", 1)),
        said("Personen gleichzeitig an", differs("capacity", 1)),
        said("; derzeit belegt: {active}", given("active")),
        STOP,
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        said("{mentor} hat {finished} "),
        said("Mentoring abgeschlossen", equal("finished", 1)),
        said("Mentorings abgeschlossen", differs("finished", 1)),
        said(", im Mittel mit {rating} bewertet."),
    ),
    ClaimKind.MENTOR_UNIT: (
        said(
            "{mentor} und {person} gehören beide zu {unit}.",
            without("other"),
            you="{mentor} und Sie gehören beide zu {unit}.",
        ),
        said(
            "{mentor} gehört zu {unit}, {person} zu {other}",
            given("other"),
            you="{mentor} gehört zu {unit}, Sie zu {other}",
        ),
        more("; das ist {steps} Schritt in der Organisation", equal("steps", 1)),
        more("; das sind {steps} Schritte in der Organisation", given("steps"), differs("steps", 1)),
        said(".", given("other")),
    ),
    ClaimKind.NO_MENTOR: (
        said(
            "Für ein Mentoring in {skill} wurde niemand gefunden; die Rolle {role} verlangt {skill}.",
            given("role"),
        ),
        said(
            "Für ein Mentoring in {skill} wurde niemand mit höherer Stufe als {person} gefunden.",
            without("role"),
            you="Für ein Mentoring in {skill} wurde niemand mit höherer Stufe als Sie gefunden.",
        ),
    ),
}
