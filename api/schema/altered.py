"""Recorded answers that are not as they were written, in GraphQL."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import Enum

import strawberry

from api.recording import soundness


@strawberry.enum(description="Why nothing is told from a record.")
class RecordFault(Enum):
    """What is wrong with it."""

    ALTERED = strawberry.enum_value("ENTRY_ALTERED", description="It was changed after it was written.")
    OTHER_KEY = strawberry.enum_value("OTHER_KEY", description="It was sealed with another key than the log's.")
    UNREADABLE = strawberry.enum_value("UNREADABLE", description="It is whole and of a form that is not known here.")


@strawberry.type(
    description="A recorded answer that nothing is told from; `cairn audit answers` looks at the whole log."
)
class AlteredRecord:
    """Which entry, and why."""

    id: strawberry.ID = strawberry.field(description="Id of the answer as the record states it now.")
    sequence: int = strawberry.field(description="Number of the entry in the log.")
    fault: RecordFault = strawberry.field(description="What is wrong with it.")
    answered_at: datetime = strawberry.field(description="When it was given, as the record states it now.")


ALTERED = "Records that were looked at and are not as they were written; nothing else here is told from them."


def shown(records: Iterable[soundness.AlteredRecord]) -> list[AlteredRecord]:
    """The records as GraphQL shows them."""
    return [
        AlteredRecord(
            id=strawberry.ID(one.answer_id),
            sequence=one.sequence,
            fault=RecordFault(one.code),
            answered_at=one.given_at,
        )
        for one in records
    ]
