"""English templates of what is held, asked for, missing and taught."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.en.parts import (
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
        said("{role} asks for {skill}"),
        said(" at level {required}", LEVELLED),
        OPTION,
        ESSENTIAL,
        STOP,
    ),
    ClaimKind.MEETS_SKILL: (
        *HELD,
        *COVER,
        said(", and so meets level {required}, which {role} asks for", LEVELLED),
        said(", which {role} asks for", PLAIN),
        OPTION,
        ESSENTIAL,
        STOP,
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        *HELD,
        *COVER,
        said("; {role} asks for level {required}", FULL, LEVELLED),
        said("; {role} asks for {skill} itself", CLOSE),
        said(" at level {required}", CLOSE, LEVELLED),
        OPTION,
        ESSENTIAL,
        more(", {difference} more", given("difference")),
        STOP,
    ),
    ClaimKind.LACKS_SKILL: (
        said(
            "{person} has no record of {skill}; {role} asks for it",
            you="You have no record of {skill}; {role} asks for it",
        ),
        said(" at level {required}", LEVELLED),
        OPTION,
        ESSENTIAL,
        more("; a near skill on record is {near}", given("near")),
        more(" at level {level}", given("near", "level")),
        STOP,
    ),
    ClaimKind.GAP_SUMMARY: (
        said("{person} meets {met} of {total} ", you="You meet {met} of {total} "),
        said("essential ", given("essential")),
        said("requirement", equal("total", 1)),
        said("requirements", differs("total", 1)),
        said(" of {role}"),
        said(" as of {as_of}", given("as_of")),
        more(", {coverage} percent by weight"),
        detail("; {open} is not met", equal("open", 1)),
        detail("; {open} are not met", differs("open", 1)),
        STOP,
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        said("{course} teaches {teaches}"),
        said(" to level {to_level}", given("to_level")),
        *COVER,
        said("; that reaches level {required}, which {role} asks for", equal("closes", True), LEVELLED),
        said("; that is below level {required}, which {role} asks for", equal("closes", False), LEVELLED),
        said("; {role} asks for it", PLAIN),
        OPTION,
        ESSENTIAL,
        STOP,
    ),
    ClaimKind.NO_COURSE: (
        said("The graph has no further course for {skill}, which {role} asks for"),
        said(" at level {required}", LEVELLED),
        OPTION,
        ESSENTIAL,
        STOP,
    ),
    ClaimKind.COURSE_PREREQUISITE: (said("{course} requires {prerequisite} first."),),
}
