"""German templates of documents."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.pieces import Templates, given, said, without

TEMPLATES: Templates = {
    ClaimKind.PASSAGE_IN_FORCE: (
        said("{document}, Fassung {version}, Abschnitt {section}: in Kraft seit {since}.", without("until", "then")),
        said(
            "{document}, Fassung {version}, Abschnitt {section}: in Kraft ab {since}, ersetzt am {then}.", given("then")
        ),
        said("{document}, Fassung {version}, Abschnitt {section}: in Kraft von {since} bis {until}.", given("until")),
    ),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        said("{document}, Fassung {old_version}, ist seit {since} ersetzt durch {newer}, Fassung {version}."),
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        said(
            "Für {person} liegt die Situation {situation} vor; dafür ist {play} vorgesehen.",
            you="Für Sie liegt die Situation {situation} vor; dafür ist {play} vorgesehen.",
        ),
    ),
    ClaimKind.PLAY_DESCRIBED_IN: (said("{play} ist beschrieben in {document}."),),
    ClaimKind.COMPLETION_ENDS: (
        said(
            "{person} hat den Kurs {course} bestanden; das gilt bis {until}.",
            you="Sie haben den Kurs {course} bestanden; das gilt bis {until}.",
        ),
    ),
    ClaimKind.THEME_COVERS: (
        said(
            "Das Thema {theme} umfasst Rollen: {roles}, Kompetenzen: {skills}, "
            "Kurse: {courses}, Textstellen: {passages}."
        ),
    ),
}
