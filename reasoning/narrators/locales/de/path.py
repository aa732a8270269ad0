"""German templates of roles held, moves and paths."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.de.parts import STOP
from reasoning.narrators.pieces import Templates, differs, equal, given, more, said, without

TEMPLATES: Templates = {
    ClaimKind.HOLDS_ROLE: (
        said(
            "{person} hat seit dem {since} die Rolle {role} inne",
            given("since"),
            without("until"),
            you="Sie haben seit dem {since} die Rolle {role} inne",
        ),
        said(
            "{person} hat die Rolle {role} inne",
            without("since", "until"),
            you="Sie haben die Rolle {role} inne",
        ),
        said(
            "{person} hat bis zum {until} die Rolle {role} inne",
            without("since"),
            given("until"),
            you="Sie haben bis zum {until} die Rolle {role} inne",
        ),
        said(
            "Die Zeit von {person} in der Rolle {role} reicht vom {since} bis zum {until}",
            given("since", "until"),
            you="Ihre Zeit in der Rolle {role} reicht vom {since} bis zum {until}",
        ),
        STOP,
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        said("{count} Wechsel von {origin} zu {destination} wurde beobachtet.", equal("count", 1)),
        said("{count} Wechsel von {origin} zu {destination} wurden beobachtet.", given("count"), differs("count", 1)),
        said("Ein Wechsel von {origin} zu {destination} ist verzeichnet.", without("count")),
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        said("Für die Rolle {destination} ist {carried} von {total} nötigen ", equal("carried", 1)),
        said("Für die Rolle {destination} sind {carried} von {total} nötigen ", differs("carried", 1)),
        said("Fähigkeit übertragbar", equal("total", 1)),
        said("Fähigkeiten übertragbar", differs("total", 1)),
        more(" und {missing} ist zu erlernen", equal("missing", 1)),
        more(" und {missing} sind zu erlernen", differs("missing", 1)),
        STOP,
    ),
    ClaimKind.PATH_TOTAL: (
        said("Der Weg von {origin} zu {target} umfasst {steps} Schritt", equal("steps", 1)),
        said("Der Weg von {origin} zu {target} umfasst {steps} Schritte", differs("steps", 1)),
        more(", über {via_1}", given("via_1")),
        *(more(f", dann {{via_{number}}}", given(f"via_{number}")) for number in range(2, 20)),
        STOP,
    ),
    ClaimKind.PATH_CONFLICT: (
        said(
            "Ohne die Grenzen, die sich widersprechen, umfasst ein Weg von {origin} zu {target} {steps} Schritt",
            equal("steps", 1),
        ),
        said(
            "Ohne die Grenzen, die sich widersprechen, umfasst ein Weg von {origin} zu {target} {steps} Schritte",
            differs("steps", 1),
        ),
        more(", über {via_1}", given("via_1")),
        *(more(f", dann {{via_{number}}}", given(f"via_{number}")) for number in range(2, 20)),
        STOP,
    ),
    ClaimKind.PATH_STEP_OPENING: (said("Die Stellenanzeige {posting} schreibt die Rolle {destination} aus."),),
    ClaimKind.NO_PATH: (said("Innerhalb der gesetzten Grenzen wurde kein Weg von {origin} zu {target} gefunden."),),
}
