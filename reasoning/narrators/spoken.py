"""How slots are said in each language: numbers, dates, and the few values that follow from others. No sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reasoning.evidence import SlotValue
from reasoning.narrators.pieces import Slots
from reasoning.style import SUPPORTED

WORDING_SLOTS = frozenset({"basis", "cover", "optional", "essential", "closes", "rule", "enough", "fading"})
"""Slots that choose a wording and are not themselves said."""

DATE_SLOTS = frozenset({"since", "until", "then", "on", "before", "after", "asked_on", "observed_on", "last", "as_of"})
"""Slots that hold an ISO date, so that it is written as the language writes dates."""

DECIMAL_MARK: Mapping[str, str] = {"en": ".", "de": ",", "fr": ","}
DATE_FORM: Mapping[str, str] = {"en": r"\1-\2-\3", "de": r"\3.\2.\1", "fr": r"\3/\2/\1"}
ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def followed(slots: Slots) -> dict[str, SlotValue]:
    """The slots and what follows from them by arithmetic alone: ``open`` = ``total`` - ``met``."""
    total, met = slots.get("total"), slots.get("met")
    if isinstance(total, int) and isinstance(met, int) and "open" not in slots:
        return {**slots, "open": total - met}
    return dict(slots)


def spoken(slots: Slots, language: str = SUPPORTED[0]) -> dict[str, str]:
    """The slots as they are said; ``holds`` and ``teaches`` name the skill that counts for the one asked for."""
    words = {
        name: _date(str(value), language) if name in DATE_SLOTS else format_value(value, language)
        for name, value in followed(slots).items()
        if name not in WORDING_SLOTS
    }
    words["holds"] = words.get("held", words.get("skill", ""))
    words["teaches"] = words.get("taught", words.get("skill", ""))
    return words


def format_value(value: SlotValue, language: str = SUPPORTED[0]) -> str:
    """Numbers without needless digits and with the language's decimal mark, everything else as it is."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", DECIMAL_MARK[language])
    return str(value)


def _date(value: str, language: str) -> str:
    return ISO_DATE.sub(DATE_FORM[language], value) if ISO_DATE.fullmatch(value) else value
