"""Pieces that several English templates share."""

from __future__ import annotations

from reasoning.narrators.pieces import detail, differs, equal, given, said, without

STOP = said(".")
OPTION = said(" as an option", given("optional"))
ESSENTIAL = detail(" as an essential requirement", without("optional"), given("role"))
HELD = (
    said("{person} has {holds}", equal("basis", "stated"), you="You have {holds}"),
    said("{person} was assessed in {holds}", equal("basis", "assessment"), you="You were assessed in {holds}"),
    said(
        "{person} passed {course}, which teaches {holds}",
        equal("basis", "course"),
        you="You passed {course}, which teaches {holds}",
    ),
    said(" at level {level}", given("level"), differs("basis", "course")),
    said(" to level {level}", given("level"), equal("basis", "course")),
)
COVER = (
    said(", the same as {skill}", equal("cover", "equivalent")),
    said(", which counts as {skill}", equal("cover", "narrower")),
    said(", close to {skill}", equal("cover", "close")),
)
CLOSE, FULL = equal("cover", "close"), differs("cover", "close")
LEVELLED, PLAIN = given("required"), without("required")
