"""German phrasings of documents, plays and themes."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "version_new": "(version | fassung) {version} | lpar (version | fassung) {version} rpar | lpar (version | fassung) {version} rpar",
    "passage": """[der] [abschnitt] {section} (in | von | aus | der | des) [der | des] {document} [;] <version_new>
                  | {document} [;] <version_new> [;] abschnitt {section}""",
    "in_force": """@!until @!then [;] [ist] (in kraft | gültig) seit [dem] {since} | @!until @!then [;] gilt seit [dem] {since}
                   | @!until @!then [;] ist seit [dem] {since} (in kraft | gültig)
                   | @until [;] [ist] (in kraft | gültig) (vom | von) {since} bis [zum] {until}
                   | @until [;] gilt (vom | von) {since} bis [zum] {until}
                   | @until [;] ist (vom | von) {since} bis [zum] {until} (in kraft | gültig)""",
    "theme_counts": "{roles} (rolle | rollen) [;] {skills} (fähigkeit | fähigkeiten) [;] {courses} (kurs | kurse) [;] und "
    "{passages} (passage | passagen | textstelle | textstellen | abschnitt | abschnitte)",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.PASSAGE_IN_FORCE: ("<passage> <in_force>",),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        "{document} [;] (version | fassung) {old_version} [;] (wurde | ist) (seit dem | am | zum) {since} durch {newer} [;] version "
        "{version} [;] (ersetzt | abgelöst) [worden]",
        "(version | fassung) {old_version} von {document} (wurde | ist) (seit dem | am | zum) {since} durch ({newer} [;] (version | fassung) {version} "
        "| (version | fassung) {version} von {newer}) (ersetzt | abgelöst) [worden]",
        "seit [dem] {since} ersetzt {newer} [;] (version | fassung) {version} [;] {document} [;] (version | fassung) {old_version}",
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        "die situation {situation} liegt (für | bei) {person} vor [;] [und] (vorgesehen ist {play} | dafür ist {play} vorgesehen)",
        "(weil | da) (für | bei) {person} die situation {situation} (vorliegt | gilt | besteht) [;] ist {play} vorgesehen",
        "{play} ist vorgesehen [;] (weil | da) (für | bei) {person} die situation {situation} (vorliegt | gilt | besteht)",
        "die situation {situation} (trifft auf {person} zu | gilt für {person} | besteht bei {person}) [;] [und] "
        "dafür ist {play} vorgesehen",
        "für {person} gilt die situation {situation} [;] dafür ist {play} vorgesehen",
        "auf {person} trifft die situation {situation} zu [;] dafür ist {play} vorgesehen",
    ),
    ClaimKind.PLAY_DESCRIBED_IN: (
        "{play} ist in {document} (beschrieben | erklärt | dargestellt)",
        "{play} wird in {document} (beschrieben | erklärt | dargestellt)",
        "in {document} (wird | ist) {play} (beschrieben | erklärt | dargestellt)",
        "eine beschreibung von {play} steht in {document}",
    ),
    ClaimKind.COMPLETION_ENDS: (
        "{person} hat <course_any> (bestanden | abgeschlossen) [;] [und] (das | dies) (zählt | gilt) bis [zum] {until}",
        "{person} hat <course_any> (bestanden | abgeschlossen) [;] gültig bis [zum] {until}",
        "<course> [;] von {person} (bestanden | abgeschlossen) [;] (gilt | zählt | ist gültig) bis [zum] {until}",
        "{person} hat <course_any> (bestanden | abgeschlossen) [;] was bis [zum] {until} (zählt | gilt)",
        "dass {person} <course> bestanden hat [;] (zählt | gilt) bis [zum] {until}",
    ),
    ClaimKind.THEME_COVERS: (
        "das thema {theme} (umfasst | enthält | hat) <theme_counts>",
        "zum thema {theme} gehören <theme_counts>",
    ),
}
