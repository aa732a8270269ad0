"""French templates of documents."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.pieces import Templates, given, said, without

TEMPLATES: Templates = {
    ClaimKind.PASSAGE_IN_FORCE: (
        said(
            "{document}, version {version}, section {section} : en vigueur depuis le {since}.", without("until", "then")
        ),
        said(
            "{document}, version {version}, section {section} : en vigueur à partir du {since}, remplacé le {then}.",
            given("then"),
        ),
        said("{document}, version {version}, section {section} : en vigueur du {since} au {until}.", given("until")),
    ),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        said("{document}, version {old_version}, est remplacé depuis le {since} par {newer}, version {version}."),
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        said(
            "La situation {situation} vaut pour {person} ; elle appelle {play}.",
            you="La situation {situation} vaut pour vous ; elle appelle {play}.",
        ),
    ),
    ClaimKind.PLAY_DESCRIBED_IN: (said("{play} est décrit dans {document}."),),
    ClaimKind.COMPLETION_ENDS: (
        said(
            "{person} a réussi la formation {course} ; cela compte jusqu'au {until}.",
            you="Vous avez réussi la formation {course} ; cela compte jusqu'au {until}.",
        ),
    ),
    ClaimKind.THEME_COVERS: (
        said(
            "Le thème {theme} couvre postes : {roles}, compétences : {skills}, "
            "formations : {courses}, passages : {passages}."
        ),
    ),
}
