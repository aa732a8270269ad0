"""O*NET ratings: importance and level of a skill become one edge; interests, styles and values one each. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from graph.changes import Record
from graph.keys import Value
from ingestion.classification import Place, month, reference_key
from ingestion.onet.elements import Element
from ingestion.onet.rows import Rows
from ingestion.releases import Row, Table
from ontology.model import load_ontology

ESSENTIAL_FROM = 3.0
"""A skill is essential from this importance on: 3 is O*NET's "important", the middle of its scale."""
SUPPRESSED_CONFIDENCE = 0.5
RANGES: Mapping[str, tuple[float, float]] = {"IM": (1.0, 5.0), "LV": (0.0, 7.0), "OI": (1.0, 7.0), "EX": (1.0, 7.0)}
"""Scales that are read, with their ends."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One row of a rating table: a value on a scale and what O*NET says about its quality."""

    value: float
    suppressed: bool
    not_relevant: bool
    observed_at: datetime | None
    place: Place


def on_scale(text: str, scale: str) -> float | None:
    """The value, or None where it is no number or beyond the ends of its scale."""
    try:
        value = float(text)
    except ValueError:
        return None
    low, high = RANGES[scale]
    return value if low <= value <= high else None


@cache
def _rounding(rel_type: str, name: str) -> Callable[[float], float]:
    return cache(load_ontology().relationship(rel_type).properties[name].rounded)


def required(importance: Rating, level: Rating | None) -> dict[str, Value]:
    """The properties of a REQUIRES_SKILL edge from its two ratings.

    The weight is the importance brought from 1-5 to 0-1, the least level O*NET's level brought from 0-7 to
    Cairn's 0-5. The published values stay beside them.
    """
    properties: dict[str, Value] = {
        "essential": importance.value >= ESSENTIAL_FROM,
        "weight": _rounding("REQUIRES_SKILL", "weight")((importance.value - 1) / 4),
        "onet_importance": importance.value,
        "suppressed": importance.suppressed or (level is not None and level.suppressed),
    }
    if level is not None:
        properties["min_level"] = _rounding("REQUIRES_SKILL", "min_level")(level.value * 5 / 7)
        properties["onet_level"] = level.value
        properties["not_relevant"] = level.not_relevant
    return properties


def characterised(rating: Rating) -> Mapping[str, Value]:
    """The properties of a CHARACTERISED_BY edge."""
    return _valued(rating.value)


@lru_cache(maxsize=4096)
def _valued(value: float) -> Mapping[str, Value]:
    return {"value": _rounding("CHARACTERISED_BY", "value")(value)}


def gathered(rows: Rows, table: Table, elements: dict[str, Element]) -> dict[tuple[str, str], dict[str, Rating]]:
    """Ratings of a table by occupation and element, then scale; an element new to the model joins ``elements``.

    One bad row puts the whole pair aside: half a rating would say something that O*NET does not.
    """
    found: dict[tuple[str, str], dict[str, Rating]] = {}
    bad: set[tuple[str, str]] = set()
    precise = rows.release.brings(table, "Recommend Suppress")
    for place, row in rows.settled(table, 0, 1, 3):
        code, element_id, name, scale, value_text, suppress = row[:6]
        if scale not in RANGES:
            rows.met.count("onet_passed_over_scales")
            continue
        value, observed_at = on_scale(value_text, scale), month(row[-1])
        if value is None or (row[-1] and observed_at is None):
            _put_aside(rows, place, table, row)
            bad.add((code, element_id))
            continue
        if element_id not in elements:
            elements[element_id] = Element(place, element_id, name, "")
        rows.met.count("onet_unstated_precision", precise and not suppress)
        rows.met.count("onet_undated_ratings", observed_at is None)
        not_relevant = len(row) > 7 and row[6] == "Y"
        rating = Rating(value, suppress == "Y", not_relevant, observed_at, place)
        found.setdefault((code, element_id), {})[scale] = rating
    return {pair: ratings for pair, ratings in found.items() if pair not in bad}


def requirements(rows: Rows, table: Table, ratings: Mapping[tuple[str, str], Mapping[str, Rating]]) -> Iterator[Record]:
    """REQUIRES_SKILL edges of one table."""
    said, title = rows.said, Path(table.official).stem
    skills = {element_id: reference_key("Skill", element_id) for _, element_id in ratings}
    roles = {code: reference_key("Role", code) for code, _ in ratings}
    for (code, element_id), by_scale in ratings.items():
        key = f"{title}/{code}/{element_id}"
        importance, level = by_scale.get("IM"), by_scale.get("LV")
        if importance is None:
            reason = f"{element_id} has a level and no importance for {code}."
            place = next(iter(by_scale.values())).place
            rows.put_aside(place, "Scale ID", "INCOMPLETE_RATING", reason, "Add the IM row.", key=key)
            continue
        properties = required(importance, level)
        _count(rows, properties)
        yield rows.checked(
            said.edge(
                importance.place,
                "REQUIRES_SKILL",
                roles[code],
                skills[element_id],
                key,
                properties,
                observed_at=_newest(importance, level),
                confidence=SUPPRESSED_CONFIDENCE if properties["suppressed"] else None,
            )
        )


def characteristics(
    rows: Rows, table: Table, ratings: Mapping[tuple[str, str], Mapping[str, Rating]]
) -> Iterator[Record]:
    """CHARACTERISED_BY edges of one table."""
    title = Path(table.official).stem
    for (code, element_id), by_scale in ratings.items():
        rating = next(iter(by_scale.values()))
        rows.met.count("onet_suppressed_ratings", rating.suppressed)
        ends = (reference_key("Role", code), reference_key("Characteristic", element_id))
        yield rows.checked(
            rows.said.edge(
                rating.place,
                "CHARACTERISED_BY",
                *ends,
                f"{title}/{code}/{element_id}",
                characterised(rating),
                observed_at=rating.observed_at,
                confidence=SUPPRESSED_CONFIDENCE if rating.suppressed else None,
            )
        )


def _count(rows: Rows, properties: Mapping[str, Value]) -> None:
    rows.met.count("onet_suppressed_ratings", bool(properties["suppressed"]))
    rows.met.count("onet_not_relevant_levels", bool(properties.get("not_relevant")))
    rows.met.count("onet_ratings_without_level", "min_level" not in properties)


def _newest(importance: Rating, level: Rating | None) -> datetime | None:
    dates = [rating.observed_at for rating in (importance, level) if rating is not None and rating.observed_at]
    return max(dates, default=None)


def _put_aside(rows: Rows, place: Place, table: Table, row: Row) -> None:
    code, element_id, _, scale, value = row[:5]
    key = f"{Path(table.official).stem}/{code}/{element_id}"
    if on_scale(value, scale) is None:
        low, high = RANGES[scale]
        reason = f"{value[:20]!r} is not on the scale {scale}."
        rows.put_aside(place, "Data Value", "OUT_OF_RANGE", reason, f"Give a number from {low:g} to {high:g}.", key=key)
    else:
        rows.put_aside(place, "Date", "INVALID_DATE", f"{row[-1][:20]!r} is no month.", "Write it as MM/YYYY.", key=key)
