"""The value types of the contracts: how a cell becomes an identifier, a day, a level, a code. They know no feed.

Every failure carries one of our codes and a remedy, so that a quarantined record tells its owner what to do.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from ingestion.contracts.codes import COUNTRIES, CURRENCIES, time_zones
from ontology.weekly import quarters

EARLIEST, LATEST = date(1970, 1, 1), date(2100, 12, 31)
LIST_SEPARATOR = "|"
MAX_IDENTIFIER, MAX_LABEL, MAX_TEXT = 200, 500, 20_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Item = TypeVar("Item")


def fault(code: str, reason: str, remedy: str) -> PydanticCustomError:
    """An error that carries our code, reason and remedy through pydantic."""
    return PydanticCustomError("cairn", "{reason}", {"code": code, "reason": reason, "remedy": remedy})


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """The nearest known word as half a sentence, or nothing."""
    near = difflib.get_close_matches(given, list(known), n=1, cutoff=0.6)
    return f" Did you mean {near[0]!r}?" if near else ""


def _day(value: object) -> object:
    if isinstance(value, str):
        if not _DAY.fullmatch(value.strip()):
            raise fault("BAD_DATE", "The date is not in the form YYYY-MM-DD.", "Write it as in 2024-03-31.")
        try:
            value = date.fromisoformat(value.strip())
        except ValueError:
            raise fault("BAD_DATE", "The calendar has no such day.", "Correct the month or the day.") from None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise fault("BAD_DATE", "The value is not a date.", "Write it as in 2024-03-31.")
    return _in_range(value, value)


def _in_range(day: date, value: Item) -> Item:
    if not EARLIEST <= day <= LATEST:
        reason = f"The date {day.isoformat()} lies outside {EARLIEST} to {LATEST}."
        raise fault("DATE_OUT_OF_RANGE", reason, "Correct the year, or leave the cell empty.")
    return value


def _moment(value: object) -> object:
    remedy = "Write it as in 2024-03-31 or 2024-03-31T08:30:00Z."
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            raise fault("BAD_DATE", "The value is not an ISO 8601 date or time.", remedy) from None
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)  # noqa: DTZ001  # made aware below
    if not isinstance(value, datetime):
        raise fault("BAD_DATE", "The value is not an ISO 8601 date or time.", remedy)
    _in_range(value.date(), value)
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _number(value: object) -> object:
    if isinstance(value, str):
        try:
            return float(value.strip())
        except ValueError:
            remedy = "Use digits and a decimal point, without thousands separators or units."
            raise fault("BAD_NUMBER", "The value is not a number.", remedy) from None
    return value


def _whole(value: object) -> object:
    number = _number(value)
    if isinstance(number, float) and not (number == number and abs(number) < 1e15 and number == int(number)):
        raise fault("BAD_NUMBER", "The value is not a whole number.", "Give it without a fraction.")
    return int(number) if isinstance(number, float) else number


def _flag(value: object) -> object:
    if isinstance(value, str):
        word = value.strip().lower()
        if word in ("true", "yes", "y", "1"):
            return True
        if word in ("false", "no", "n", "0"):
            return False
        raise fault("BAD_CHOICE", "The value is neither true nor false.", "Write true or false.")
    return value


def _text(longest: int) -> Callable[[object], object]:
    def check(value: object) -> object:
        if not isinstance(value, str):
            return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        value = value.strip()
        if len(value) > longest:
            reason = f"The text has {len(value)} characters; {longest} are allowed."
            raise fault("TOO_LONG", reason, "Shorten it, or check that the columns are not shifted.")
        if _CONTROL.search(value):
            raise fault("BAD_CHARACTER", "The text contains control characters.", "Remove them and export again.")
        return value

    return check


def split_items(value: object) -> object:
    """Split a cell into its items; drops empty ones and repetitions."""
    if isinstance(value, str):
        value = value.split(LIST_SEPARATOR)
    if isinstance(value, list | tuple):
        texts = [item.strip() if isinstance(item, str) else item for item in value]
        return tuple(dict.fromkeys(item for item in texts if item != ""))
    return value


def _country(value: object) -> object:
    if isinstance(value, str) and value not in COUNTRIES:
        hint = f" Did you mean {value.upper()!r}?" if value.upper() in COUNTRIES else ""
        reason = f"{value[:40]!r} is not an ISO 3166-1 alpha-2 country.{hint}"
        raise fault("BAD_COUNTRY", reason, "Use two capital letters as in DE.")
    return value


def _currency(value: object) -> object:
    if isinstance(value, str) and value not in CURRENCIES:
        hint = f" Did you mean {value.upper()!r}?" if value.upper() in CURRENCIES else ""
        reason = f"{value[:40]!r} is not an ISO 4217 currency.{hint}"
        raise fault("BAD_CURRENCY", reason, "Use three capital letters as in EUR.")
    return value


def _language(value: object) -> object:
    if isinstance(value, str) and not _LANGUAGE.fullmatch(value):
        raise fault("BAD_LANGUAGE", f"{value[:40]!r} is not a BCP 47 tag.", "Use a tag as in de or pt-BR.")
    return value


def _time_zone(value: object) -> object:
    if isinstance(value, str) and time_zones() and value not in time_zones():
        hint = did_you_mean(value, time_zones())
        raise fault("BAD_TIME_ZONE", f"{value[:60]!r} is not an IANA time zone.{hint}", "Use one as in Europe/Berlin.")
    return value


def _weekly(value: object) -> object:
    if isinstance(value, str) and quarters(value) is None:
        raise fault("BAD_TIME", f"{value[:40]!r} is not a weekly time.", "Write it as MON 09:00-12:30.")
    return value.strip().upper() if isinstance(value, str) else value


Identifier = Annotated[str, Field(min_length=1, max_length=MAX_IDENTIFIER), BeforeValidator(_text(MAX_IDENTIFIER))]
"""An identifier as the source system writes it."""
Label = Annotated[str, Field(min_length=1, max_length=MAX_LABEL), BeforeValidator(_text(MAX_LABEL))]
"""A name or title on one line."""
Text = Annotated[str, Field(max_length=MAX_TEXT), BeforeValidator(_text(MAX_TEXT))]
"""A longer text."""
Day = Annotated[date, BeforeValidator(_day)]
"""A calendar day, YYYY-MM-DD, from 1970 to 2100."""
Moment = Annotated[datetime, BeforeValidator(_moment)]
"""A moment in ISO 8601; a bare day is its midnight, a time without offset is in UTC."""
Number = Annotated[float, BeforeValidator(_number)]
"""A number with a decimal point."""
Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number."""
Flag = Annotated[bool, BeforeValidator(_flag)]
"""true or false (also yes/no, 1/0)."""
Level = Annotated[float, Field(ge=0, le=5), BeforeValidator(_number)]
"""Proficiency on Cairn's scale: 1 awareness, 2 basic, 3 working, 4 advanced, 5 expert."""
Share = Annotated[float, Field(ge=0, le=1), BeforeValidator(_number)]
"""A number from 0 to 1."""
Money = Annotated[float, Field(ge=0, le=100_000_000), BeforeValidator(_number)]
"""An amount of money that is not negative."""
Country = Annotated[str, BeforeValidator(_country)]
"""ISO 3166-1 alpha-2 code."""
Currency = Annotated[str, BeforeValidator(_currency)]
"""ISO 4217 code."""
Language = Annotated[str, BeforeValidator(_language)]
"""BCP 47 tag."""
TimeZone = Annotated[str, BeforeValidator(_time_zone)]
"""IANA time zone."""

Identifiers = Annotated[tuple[Identifier, ...], BeforeValidator(split_items)]
"""Several identifiers."""
Labels = Annotated[tuple[Label, ...], BeforeValidator(split_items)]
"""Several names."""
Languages = Annotated[tuple[Language, ...], BeforeValidator(split_items)]
"""Several languages."""
WeeklyTimes = Annotated[tuple[Annotated[str, BeforeValidator(_weekly)], ...], BeforeValidator(split_items)]
"""Several times of the week, such as MON 09:00-12:30."""
Days = Annotated[tuple[Day, ...], BeforeValidator(split_items)]
"""Several days."""
