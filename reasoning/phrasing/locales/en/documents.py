"""English phrasings of documents, plays and themes."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "passage": """[the] [section] {section} of [the] {document} [;] (version {version} | lpar version {version} rpar)
                  | [the] {document} [;] (version {version} | lpar version {version} rpar) [;] section {section}""",
    "force": "(in force | in effect | valid)",
    "in_force": """@!until @!then ([;] (is | has been) <force> since {since} | <force> since {since} | applies since {since})
                   | @until ([;] [is] <force> from {since} (until | to) {until} | <force> from {since} until {until})""",
    "numbers": "roles ; {roles} [;] [and] skills ; {skills} [;] [and] courses ; {courses} [;] [and] passages ; {passages}",
    "counts": "{roles} (role | roles) [;] {skills} (skill | skills) [;] {courses} (course | courses) [;] and {passages} "
    "(passage | passages)",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.PASSAGE_IN_FORCE: (
        "<passage> [;] <in_force>",
        "@!until @!then since {since} [;] <passage> (is | has been) <force>",
    ),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        "since {since} [;] version {version} of {newer} has (replaced | superseded) version {old_version} of {document}",
        "version {version} of {newer} [has] (replaced | superseded) version {old_version} of {document} [;] (on | since) {since}",
        "{document} [;] version {old_version} [;] (has been | was | is) (superseded | replaced) by {newer} [;] version "
        "{version} [;] (since | on) {since}",
        "version {old_version} of {document} (has been | was | is) (superseded | replaced) by (version {version} of {newer} "
        "| {newer} [;] version {version}) [;] (since | on) {since}",
        "since {since} [;] {newer} [;] version {version} [;] (supersedes | replaces | has superseded | has replaced) "
        "{document} [;] version {old_version}",
        "{newer} [;] version {version} [;] (superseded | replaced) {document} [;] version {old_version} [;] on {since}",
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        "the situation {situation} (holds for | applies to) {person} and calls for {play}",
        "because the situation {situation} (holds for | applies to) {person} [;] {play} is called for",
        "the situation {situation} (holds for | applies to) {person} [;] [and] (it | this | which) calls for {play}",
        "{play} is called for [;] (because | since | as) the situation {situation} (holds for | applies to) {person}",
        "for {person} [;] the situation {situation} (holds | applies) and calls for {play}",
        "as the situation {situation} (holds for | applies to) {person} [;] {play} is called for",
    ),
    ClaimKind.PLAY_DESCRIBED_IN: (
        "{play} is (described | set out | explained) in {document}",
        "{document} (describes | sets out | explains) {play}",
        "a description of {play} is in {document}",
        "{play} can be found in {document}",
    ),
    ClaimKind.COMPLETION_ENDS: (
        "{person} [has] (passed | completed) <course> [;] [and] (that | this | which | it) (counts | is valid) until {until}",
        "<course> [;] (passed | completed) by {person} [;] (counts | is valid) until {until}",
        "that {person} passed <course> counts until {until}",
        "until {until} [;] it counts that {person} (passed | has passed) <course>",
    ),
    ClaimKind.THEME_COVERS: (
        "the theme {theme} (covers | includes | comprises | has) <numbers>",
        "the theme {theme} (covers | includes | comprises | has) <counts>",
        "<counts> (belong to | are part of) the theme {theme}",
    ),
}
