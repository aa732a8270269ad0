"""How a sentence is worded: locale, audience, length, and who reads it. It words nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SUPPORTED = ("en", "de", "fr")
"""Locales that have templates and lexicons; the first is the one for everybody else."""

NEAREST: Mapping[str, str] = {
    **dict.fromkeys(("gsw", "bar", "lb", "nds", "ksh"), "de"),
    **dict.fromkeys(("oc", "br", "co", "wa", "frp"), "fr"),
}
"""Languages whose readers are usually at home in one of the supported ones. Everyone else gets English."""


class Audience(StrEnum):
    """For whom a sentence is meant. It chooses words, never facts."""

    EMPLOYEE = "employee"
    MANAGER = "manager"
    COACH = "coach"
    PLANNER = "planner"


class Length(StrEnum):
    """``brief``: the main statement. ``normal``: with its circumstances. ``detailed``: all that is proven."""

    BRIEF = "brief"
    NORMAL = "normal"
    DETAILED = "detailed"


@dataclass(frozen=True, slots=True)
class Style:
    """What to word for. Any locale may be asked for; ``language`` is the supported one that is used.

    ``reader`` is the caption (pseudonym) of the person who reads about themself; to them an employee's text says
    "you". Without it everybody is spoken of by pseudonym.
    """

    locale: str = "en"
    audience: Audience = Audience.EMPLOYEE
    length: Length = Length.NORMAL
    reader: str | None = None

    @property
    def language(self) -> str:
        """The supported locale nearest to the one asked for."""
        return nearest(self.locale)


DEFAULT_STYLE = Style()


def nearest(locale: str) -> str:
    """The supported locale nearest to any other: ``de-AT`` -> ``de``, ``gsw`` -> ``de``, ``pt`` -> ``en``."""
    language = locale.replace("_", "-").split("-")[0].strip().casefold()
    return language if language in SUPPORTED else NEAREST.get(language, SUPPORTED[0])
