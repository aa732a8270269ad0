"""What is wrong with a record, in our codes: from pydantic's findings and from the mapping. It shows no values of
people: reasons name fields and rules.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ingestion.contracts.values import did_you_mean

_CODES = {
    "missing": ("MISSING_FIELD", "Fill it in."),
    "string_too_short": ("MISSING_FIELD", "Fill it in."),
    "too_short": ("MISSING_FIELD", "Fill it in."),
    "string_too_long": ("TOO_LONG", "Shorten it."),
    "literal_error": ("BAD_CHOICE", "Use one of the listed words."),
    "greater_than": ("OUT_OF_RANGE", "Correct the number or its unit."),
    "greater_than_equal": ("OUT_OF_RANGE", "Correct the number or its unit."),
    "less_than": ("OUT_OF_RANGE", "Correct the number or its unit."),
    "less_than_equal": ("OUT_OF_RANGE", "Correct the number or its unit."),
    "finite_number": ("BAD_NUMBER", "Use an ordinary number."),
    "float_type": ("BAD_NUMBER", "Use digits and a decimal point."),
    "int_type": ("BAD_NUMBER", "Use digits only."),
    "int_from_float": ("BAD_NUMBER", "Give it without a fraction."),
    "bool_type": ("BAD_CHOICE", "Write true or false."),
    "bool_parsing": ("BAD_CHOICE", "Write true or false."),
    "string_type": ("BAD_TYPE", "Write it as text."),
    "tuple_type": ("BAD_TYPE", "CSV: separate the items by |; JSON: use an array."),
}


class Refused(Exception):  # a verdict, caught where the record becomes a rejection
    """A record that breaks its contract: code, reason, remedy and the field to mend."""

    def __init__(self, code: str, reason: str, remedy: str, field: str | None = None) -> None:
        super().__init__(code)
        self.fault = Fault(code, reason, remedy, field)


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding: code, reason, remedy and the field to mend."""

    code: str
    reason: str
    remedy: str
    field: str | None = None


def finding(error: ValidationError, known: Collection[str]) -> Fault:
    """The first finding, with the others' fields counted in its reason."""
    faults = [_fault(detail, known) for detail in error.errors(include_url=False, include_input=False)]
    first = faults[0]
    others = sorted({fault.field for fault in faults[1:] if fault.field and fault.field != first.field})
    if not others:
        return first
    return Fault(first.code, f"{first.reason} Also wrong: {', '.join(others)}.", first.remedy, first.field)


def _fault(detail: ErrorDetails, known: Collection[str]) -> Fault:
    context: Mapping[str, object] = detail.get("ctx", {})
    field = str(detail["loc"][0]) if detail["loc"] else None
    if detail["type"] == "cairn":
        named = context.get("field")
        return Fault(
            str(context["code"]), str(context["reason"]), str(context["remedy"]), str(named) if named else field
        )
    if detail["type"] == "extra_forbidden":
        hint = did_you_mean(field or "", known)
        return Fault(
            "UNKNOWN_FIELD", f"The field {str(field)[:60]!r} is not known.{hint}", "Rename or remove it.", field
        )
    code, remedy = _CODES.get(detail["type"], ("BAD_VALUE", "Correct the value."))
    if code == "MISSING_FIELD":
        return Fault(code, f"The field {field} is empty.", remedy, field)
    return Fault(code, f"{field}: {detail['msg']}.", remedy, field)
