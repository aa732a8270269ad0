"""French phrasings of documents, plays and themes."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "version_new": "version {version} | lpar version {version} rpar",
    "passage": """[la] [section] {section} (de | du document | dans | de la | du) {document} [;] <version_new>
                  | {document} [;] <version_new> [;] section {section}""",
    "in_force": """@!until @!then [;] [est] en vigueur depuis le {since} | @!until @!then [;] s'applique depuis le {since}
                   | @until [;] [est] en vigueur du {since} (au | jusqu'au) {until}
                   | @until [;] s'applique du {since} au {until}""",
    "theme_counts": "{roles} (poste | postes | rôle | rôles) [;] {skills} (compétence | compétences) [;] {courses} (formation | "
    "formations) [;] et {passages} (passage | passages)",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.PASSAGE_IN_FORCE: ("<passage> <in_force>",),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        "{document} [;] version {old_version} [;] (est remplacé | a été remplacé | est remplacée | a été remplacée) par "
        "{newer} [;] version {version} [;] (depuis le | le) {since}",
        "la version {old_version} (de | du document) {document} (est | a été) remplacée par ({newer} [;] version {version} "
        "| la version {version} (de | du document) {newer}) [;] (depuis le | le) {since}",
        "depuis le {since} [;] {newer} [;] version {version} [;] remplace {document} [;] version {old_version}",
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        "la situation {situation} (vaut pour | s'applique à | concerne) {person} [;] [et] elle (appelle | demande) "
        "{play}",
        "la situation {situation} (vaut pour | s'applique à | concerne) {person} et (appelle | demande | prévoit) {play}",
        "pour {person} [;] la situation {situation} (vaut | s'applique) et (appelle | demande) {play}",
    ),
    ClaimKind.PLAY_DESCRIBED_IN: (
        "{play} est (décrit | décrite | expliqué | expliquée | présenté | présentée) dans {document}",
        "{document} (décrit | explique | présente) {play}",
        "dans {document} [;] {play} est (décrit | décrite | présenté | présentée)",
    ),
    ClaimKind.COMPLETION_ENDS: (
        "{person} a (validé | réussi) <course> [;] [et] (cela | ceci) (compte | vaut) jusqu'au {until}",
        "{person} a (validé | réussi) <course> [;] valable jusqu'au {until}",
        "{person} a (validé | réussi) <course> [;] ce qui (compte | vaut) jusqu'au {until}",
        "<course> [;] (validée | validé | réussi | réussie) par {person} [;] (compte | vaut) jusqu'au {until}",
    ),
    ClaimKind.THEME_COVERS: (
        "le thème {theme} (couvre | comprend | compte | regroupe) <theme_counts>",
        "<theme_counts> (relèvent | font partie) du thème {theme}",
    ),
}
