"""Pieces that several German templates share. Labels have no gender here, so none is assumed."""

from __future__ import annotations

from reasoning.narrators.pieces import detail, differs, equal, given, said, without

STOP = said(".")
OPTION = said(" als optionale Anforderung", given("optional"))
ESSENTIAL = detail(" als wesentliche Anforderung", without("optional"), given("role"))
_STATED, _ASSESSED, _COURSE = equal("basis", "stated"), equal("basis", "assessment"), equal("basis", "course")
HELD = (
    said("{person} verfügt über {holds}", _STATED, you="Sie verfügen über {holds}"),
    said(" auf Stufe {level}", _STATED, given("level")),
    said("{person} wurde in {holds}", _ASSESSED, you="Sie wurden in {holds}"),
    said(" mit Stufe {level}", _ASSESSED, given("level")),
    said(" bewertet", _ASSESSED),
    said(
        "{person} hat den Kurs {course} bestanden, der {holds}",
        _COURSE,
        you="Sie haben den Kurs {course} bestanden, der {holds}",
    ),
    said(" bis Stufe {level}", _COURSE, given("level")),
    said(" vermittelt", _COURSE),
)
COVER = (
    said(", was {skill} entspricht", equal("cover", "equivalent")),
    said(", was als {skill} zählt", equal("cover", "narrower")),
    said(", was {skill} nahekommt", equal("cover", "close")),
)
CLOSE, FULL = equal("cover", "close"), differs("cover", "close")
LEVELLED, PLAIN = given("required"), without("required")
