"""English templates of documents."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.pieces import Templates, given, said, without

TEMPLATES: Templates = {
    ClaimKind.PASSAGE_IN_FORCE: (
        said("{document}, version {version}, section {section}: in force since {since}.", without("until", "then")),
        said(
            "{document}, version {version}, section {section}: in force from {since}, superseded on {then}.",
            given("then"),
        ),
        said("{document}, version {version}, section {section}: in force from {since} until {until}.", given("until")),
    ),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        said("{document}, version {old_version}, has been superseded by {newer}, version {version}, since {since}."),
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        said(
            "The situation {situation} holds for {person}; it calls for {play}.",
            you="The situation {situation} holds for you; it calls for {play}.",
        ),
    ),
    ClaimKind.PLAY_DESCRIBED_IN: (said("{play} is described in {document}."),),
    ClaimKind.COMPLETION_ENDS: (
        said(
            "{person} passed {course}; that counts until {until}.",
            you="You passed {course}; that counts until {until}.",
        ),
    ),
    ClaimKind.THEME_COVERS: (
        said("The theme {theme} covers roles: {roles}, skills: {skills}, courses: {courses}, passages: {passages}."),
    ),
}
