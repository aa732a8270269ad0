"""German templates of what is held, asked for, missing and taught."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.de.parts import (
    CLOSE,
    COVER,
    ESSENTIAL,
    FULL,
    HELD,
    LEVELLED,
    OPTION,
    PLAIN,
    STOP,
)
from reasoning.narrators.pieces import Templates, detail, differs, equal, given, more, said

TEMPLATES: Templates = {
    ClaimKind.HAS_SKILL: (*HELD, STOP),
    ClaimKind.REQUIRES_SKILL: (
        said("Die Rolle {role} verlangt {skill}"),
        said(" auf Stufe {required}", LEVELLED),
        OPTION,
        ESSENTIAL,
        STOP,
    ),
    ClaimKind.MEETS_SKILL: (
        *HELD,
        *COVER,
        said("; damit ist Stufe {required} erreicht, die die Rolle {role}", LEVELLED),
        said("; die Rolle {role} verlangt {skill}", PLAIN),
        OPTION,
        ESSENTIAL,
        said(" verlangt", LEVELLED),
        STOP,
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        *HELD,
        *COVER,
        said("; die Rolle {role} verlangt Stufe {required}", FULL, LEVELLED),
        said("; die Rolle {role} verlangt {skill} selbst", CLOSE),
        said(" auf Stufe {required}", CLOSE, LEVELLED),
        OPTION,
        ESSENTIAL,
        more(", also {difference} mehr", given("difference")),
        STOP,
    ),
    ClaimKind.LACKS_SKILL: (
        said("Für {person} ist {skill} nicht verzeichnet", you="Für Sie ist {skill} nicht verzeichnet"),
        said("; die Rolle {role} verlangt dies"),
        said(" auf Stufe {required}", LEVELLED),
        OPTION,
        ESSENTIAL,
        more("; als verwandt verzeichnet ist {near}", given("near")),
        more(" auf Stufe {level}", given("near", "level")),
        STOP,
    ),
    ClaimKind.GAP_SUMMARY: (
        said("{person} erfüllt {met} von {total} ", you="Sie erfüllen {met} von {total} "),
        said("wesentlichen ", given("essential")),
        said("Anforderung", equal("total", 1)),
        said("Anforderungen", differs("total", 1)),
        said(" der Rolle {role}"),
        said(", Stand {as_of}", given("as_of")),
        more(", nach Gewicht {coverage} Prozent"),
        detail("; {open} ist nicht erfüllt", equal("open", 1)),
        detail("; {open} sind nicht erfüllt", differs("open", 1)),
        STOP,
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        said("Der Kurs {course} vermittelt {teaches}"),
        said(" bis Stufe {to_level}", given("to_level")),
        *COVER,
        said("; damit wird Stufe {required} erreicht, die die Rolle {role}", equal("closes", True), LEVELLED),
        said("; das liegt unter Stufe {required}, die die Rolle {role}", equal("closes", False), LEVELLED),
        said("; die Rolle {role} verlangt {skill}", PLAIN),
        OPTION,
        ESSENTIAL,
        said(" verlangt", LEVELLED),
        STOP,
    ),
    ClaimKind.NO_COURSE: (
        said("Für {skill} enthält der Graph keinen weiteren Kurs; die Rolle {role} verlangt {skill}"),
        said(" auf Stufe {required}", LEVELLED),
        OPTION,
        ESSENTIAL,
        STOP,
    ),
    ClaimKind.COURSE_PREREQUISITE: (said("Der Kurs {course} setzt den Kurs {prerequisite} voraus."),),
}
