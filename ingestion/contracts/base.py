"""What every record of every feed has, and the rules that several share. No feed is defined here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from ingestion.contracts.values import Flag, Identifier, Moment, fault


def about(
    meaning: str,
    example: object,
    *,
    default: Any = None,
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
) -> Any:
    """An optional field with its meaning, one example and its limits."""
    shown = _shown({"minimum": ge, "exclusiveMinimum": gt, "maximum": le})
    return Field(default=default, description=meaning, examples=[example], json_schema_extra=shown, ge=ge, gt=gt, le=le)


def needed(meaning: str, example: object) -> Any:
    """A required field with its meaning and one example."""
    return Field(description=meaning, examples=[example])


def _shown(limits: Mapping[str, float | None]) -> dict[str, Any]:
    """The limits in JSON Schema, where pydantic cannot see them through an optional type."""
    return {word: value for word, value in limits.items() if value is not None}


class FeedRecord(BaseModel):
    """A row of a feed. Unknown fields are refused, so that a misspelt column is never lost in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)

    observed_at: Moment | None = about(
        "When the source system says so; decides between versions. Empty: the moment given for the whole run.",
        "2026-01-31T06:00:00Z",
    )
    source_system: Identifier | None = about(
        "System the row comes from. Empty: the system given for the whole run.", "workday"
    )


class Retractable(FeedRecord):
    """A row that states a relation and can take it back."""

    removed: Flag = about(
        "true: the statement no longer holds. Only the identifying fields are then needed.", "false", default=False
    )


def columns(model: type[FeedRecord]) -> dict[str, FieldInfo]:
    """Fields of the record in the order a person would fill them: its own first, the shared ones last."""
    shared = set(Retractable.model_fields)
    own = {name: spec for name, spec in model.model_fields.items() if name not in shared}
    return own | {name: spec for name, spec in model.model_fields.items() if name in shared}


def require_unless_removed(record: Retractable, *names: str) -> None:
    """Fail when a statement that holds lacks one of the fields."""
    for name in names:
        if not record.removed and getattr(record, name) is None:
            raise field_fault(name, "MISSING_FIELD", f"The field {name} is empty.", "Fill it in.")


def require_order(record: FeedRecord, first: str, last: str) -> None:
    """Fail when a period ends before it starts."""
    start, end = cast("date | None", getattr(record, first)), cast("date | None", getattr(record, last))
    if start is not None and end is not None and end < start:
        reason = f"{last} ({end}) lies before {first} ({start})."
        raise field_fault(last, "END_BEFORE_START", reason, "Correct one of the two dates.")


def require_pay_order(record: FeedRecord) -> None:
    """Fail when the upper end of a pay band is below the lower end, or when its currency is missing."""
    low, high = getattr(record, "pay_min"), getattr(record, "pay_max")  # noqa: B009  # several models have both
    if low is not None and high is not None and high < low:
        raise field_fault("pay_max", "OUT_OF_RANGE", "pay_max is below pay_min.", "Swap or correct the two.")
    if (low is not None or high is not None) and getattr(record, "currency") is None:  # noqa: B009
        raise field_fault("currency", "MISSING_FIELD", "A pay band needs its currency.", "Fill in the currency.")


def field_fault(field: str, code: str, reason: str, remedy: str) -> Exception:
    """A fault of the whole record that still names the field to mend."""
    error = fault(code, reason, remedy)
    assert error.context is not None
    error.context["field"] = field
    return error
