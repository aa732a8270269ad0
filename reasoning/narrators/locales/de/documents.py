"""German templates of documents."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.pieces import Templates, given, said, without

TEMPLATES: Templates = {
    ClaimKind.PASSAGE_IN_FORCE: (
        said("{document}, Fassung {version}, Abschnitt {section}: in Kraft seit {since}.", without("until")),
        said("{document}, Fassung {version}, Abschnitt {section}: in Kraft von {since} bis {until}.", given("until")),
    ),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        said("{document}, Fassung {old_version}, ist seit {since} ersetzt durch {newer}, Fassung {version}."),
    ),
}
