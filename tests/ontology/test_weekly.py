"""Weekly times as people write them."""

from __future__ import annotations

import pytest

from ontology.weekly import quarters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MON 00:00-24:00", (0, 96)),
        ("mon 09:00-12:30", (36, 50)),
        (" TUE 00:00-00:15 ", (96, 97)),
        ("SUN 23:45-24:00", (671, 672)),
        ("WED 09:05-10:10", (2 * 96 + 37, 2 * 96 + 40)),  # only quarters that lie in it as a whole
        ("MON 09:00-09:00", None),
        ("MON 12:00-09:00", None),
        ("MON 09:00-24:15", None),
        ("MON 09:05-09:15", None),
        ("MON 9:00-12:00", None),
        ("MO 09:00-12:00", None),
        ("", None),
    ],
)
def test_reading(text: str, expected: tuple[int, int] | None) -> None:
    assert quarters(text) == expected
