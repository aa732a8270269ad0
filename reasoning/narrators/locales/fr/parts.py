"""Pieces that several French templates share. No label follows "de" or "que", so that none has to be elided."""

from __future__ import annotations

from reasoning.narrators.pieces import detail, differs, equal, given, said, without

STOP = said(".")
OPTION = said(" à titre facultatif", given("optional"))
ESSENTIAL = detail(" à titre essentiel", without("optional"), given("role"))
_STATED, _ASSESSED, _COURSE = equal("basis", "stated"), equal("basis", "assessment"), equal("basis", "course")
HELD = (
    said("{person} possède {holds}", _STATED, you="Vous possédez {holds}"),
    said(
        "Pour {person}, une évaluation atteste {holds}",
        _ASSESSED,
        you="Pour vous, une évaluation atteste {holds}",
    ),
    said(
        "{person} a validé la formation {course}, qui enseigne {holds}",
        _COURSE,
        you="Vous avez validé la formation {course}, qui enseigne {holds}",
    ),
    said(" au niveau {level}", given("level"), differs("basis", "course")),
    said(" jusqu'au niveau {level}", given("level"), _COURSE),
)
COVER = (
    said(", ce qui équivaut à {skill}", equal("cover", "equivalent")),
    said(", ce qui compte comme {skill}", equal("cover", "narrower")),
    said(", ce qui se rapproche de la compétence {skill}", equal("cover", "close")),
)
CLOSE, FULL = equal("cover", "close"), differs("cover", "close")
LEVELLED, PLAIN = given("required"), without("required")
