"""The reason codes of quarantined rows, each with its meaning. Stable: people and programs build on them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "BAD_CHARACTER": "a text contains control characters",
        "BAD_CHOICE": "a value is not one of the listed words",
        "BAD_COUNTRY": "not an ISO 3166-1 alpha-2 country",
        "BAD_CURRENCY": "not an ISO 4217 currency",
        "BAD_DATE": "not a date in the form YYYY-MM-DD, or no such day",
        "BAD_ENCODING": "the row has bytes that are not UTF-8",
        "BAD_FRONT_MATTER": "what a document states of itself is not YAML",
        "BAD_JSON": "the line is not a JSON object",
        "BAD_LANGUAGE": "not a BCP 47 language tag",
        "BAD_NUMBER": "not a number, or not a whole one",
        "BAD_QUOTE": "the quotes of a row are not balanced",
        "BAD_REFERENCE": "an ESCO or O*NET identifier that cannot stand in this field",
        "BAD_RULE": "a rule of a situation or play that cannot be evaluated",
        "BAD_TIME": "not a weekly time such as MON 09:00-12:30",
        "BAD_TIME_ZONE": "not an IANA time zone",
        "BAD_TYPE": "a JSON value of the wrong type",
        "BAD_VALUE": "a value that breaks another rule of its field",
        "CHANGED_IN_PLACE": "a document's text changed, its version and date did not",
        "CYCLE": "the row closes a circle in a hierarchy or reporting line",
        "DAMAGED_FILE": "a document that is not whole",
        "DATE_OUT_OF_RANGE": "a date before 1970 or after 2100",
        "DUPLICATE_CONFLICT": "rows with one key and moment say different things",
        "END_BEFORE_START": "a period ends before it starts",
        "FIELD_TOO_LARGE": "a field has more than 100,000 characters",
        "FILE_TOO_LARGE": "a document with too many bytes, characters, pages or passages",
        "LINE_TOO_LONG": "a line has more than 1 MiB",
        "LOCKED_FILE": "a document that needs a password",
        "MISSING_FIELD": "a field that must be filled is empty",
        "MISSING_REFERENCE": "sound, but it names something that is not in the graph; it waits",
        "NOT_EXACTLY_ONE": "of several fields exactly one must be filled",
        "NO_OBSERVED_AT": "neither the row nor the run says when it was so",
        "NO_TEXT": "a document without text, such as a scan",
        "NO_VALIDITY": "a document that does not say from when it is in force",
        "NUL_BYTE": "the row contains NUL bytes",
        "OUT_OF_RANGE": "a number is too small or too large, or two contradict each other",
        "RAGGED_ROW": "the row has more or fewer cells than the header",
        "RESERVED_ID": "an own identifier has the form of a shared one",
        "SAME_VERSION": "two documents that are the same version of the same text",
        "SELF_REFERENCE": "the row names the same thing on both ends",
        "TOO_LONG": "a text is longer than its field allows",
        "UNKNOWN_FIELD": "a JSON field that the contract does not have",
        "UNREADABLE_FILE": "a document that cannot be opened",
        "UNTERMINATED_QUOTE": "a quoted field is never closed",
    }
)
"""All codes; ``MISSING_REFERENCE`` is given by the store, all others by this package."""
