"""English templates of documents."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.pieces import Templates, given, said, without

TEMPLATES: Templates = {
    ClaimKind.PASSAGE_IN_FORCE: (
        said("{document}, version {version}, section {section}: in force since {since}.", without("until")),
        said("{document}, version {version}, section {section}: in force from {since} until {until}.", given("until")),
    ),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        said("{document}, version {old_version}, has been superseded by {newer}, version {version}, since {since}."),
    ),
}
