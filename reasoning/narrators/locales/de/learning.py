"""German templates of what courses teach, what fades, and roles within reach."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.de.parts import CLOSE, COVER, ESSENTIAL, FULL, HELD, LEVELLED, OPTION, PLAIN, STOP
from reasoning.narrators.pieces import Templates, differs, equal, given, more, said

TEMPLATES: Templates = {
    ClaimKind.COURSE_TEACHES: (
        said("Der Kurs {course} vermittelt {teaches}"),
        said(" bis Stufe {to_level}", given("to_level")),
        *COVER,
        STOP,
    ),
    ClaimKind.LEVEL_FADED: (
        *HELD,
        *COVER,
        said("; der letzte Nachweis ist vom {last}"),
        said(", am {as_of} zählt das daher als Stufe {counted}"),
        more(", bei einer Halbwertszeit von {half_life} Monaten"),
        said("; die Rolle {role} verlangt Stufe {required}", FULL, LEVELLED),
        said("; die Rolle {role} verlangt {skill}", FULL, PLAIN),
        said("; die Rolle {role} verlangt {skill} selbst", CLOSE),
        said(" auf Stufe {required}", CLOSE, LEVELLED),
        OPTION,
        ESSENTIAL,
        said(", was erfüllt ist", equal("enough", True)),
        said(", was nicht erfüllt ist", equal("enough", False)),
        STOP,
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        said("{person} erfüllt {met} von {total} ", you="Sie erfüllen {met} von {total} "),
        said("wesentlichen ", given("essential")),
        said("Anforderung", equal("total", 1)),
        said("Anforderungen", differs("total", 1)),
        said(" der Rolle {role}"),
        said(", Stand {as_of}", given("as_of")),
        said("; noch nötig: {skill_1}", given("skill_1")),
        said(" auf Stufe {required_1}", given("required_1")),
        *(
            piece
            for number in range(2, 6)
            for piece in (
                said(f", {{skill_{number}}}", given(f"skill_{number}")),
                said(f" auf Stufe {{required_{number}}}", given(f"required_{number}")),
            )
        ),
        STOP,
    ),
}
