"""Weekly times as people write them, such as ``MON 09:00-12:30``: the one place that reads them."""

from __future__ import annotations

import re

DAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
QUARTERS_A_DAY = 96
_TIME = re.compile(r"(MON|TUE|WED|THU|FRI|SAT|SUN) ([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")


def quarters(text: str) -> tuple[int, int] | None:
    """First quarter of an hour of the week and the one after the last that lie in the time as a whole.

    None when the text is no weekly time: another form, past midnight, or shorter than a quarter.
    """
    found = _TIME.fullmatch(text.strip().upper())
    if found is None:
        return None
    day, *numbers = found.groups()
    start, begun, end, ended = (int(number) for number in numbers)
    first, last = -(-(start * 60 + begun) // 15), (end * 60 + ended) // 15
    if not first < last <= QUARTERS_A_DAY:
        return None
    offset = DAYS.index(day) * QUARTERS_A_DAY
    return offset + first, offset + last
