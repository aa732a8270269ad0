"""The one error tree of Cairn. It holds no logic beyond naming a failure and its remedy.

CairnError
├── BadInput                    the caller can mend it                       400
│   ├── UnknownNode             an id that is not in the graph               404
│   ├── MalformedFile           a feed file that cannot be read              400
│   ├── InvalidRecord           one record of a feed that fails its contract 422
│   ├── SettingInvalid          a setting or option with a bad value         400
│   └── SnapshotNotKept         the graph of that moment is not kept         410
├── AccessDenied                the caller may not                           403
│   ├── Unauthenticated         no or bad token                              401
│   ├── ConsentMissing          the person has not agreed to this purpose    403
│   └── NeedsReview             a human must release it first                403
├── StoreFailure                the graph store cannot serve                 503
│   ├── StoreUnavailable        nothing answers at the address               503
│   ├── StoreRefused            wrong user or password                       503
│   ├── StoreLocked             another process owns the data directory      503
│   ├── StoreFull               no space left for the write                  507
│   ├── StoreTimeout            the deadline passed                          504
│   └── NotRecorded             an answer that must be logged could not be   503
├── StaleSnapshot               no snapshot fresh enough                     503
├── SchemaInvalid               the ontology files contradict themselves     500
├── RecordUnreadable            a recorded answer is not one (any more)      500
├── MissingExtra                an optional package is not installed         501
└── PortInUse                   a listener cannot be opened                  500
"""

from typing import ClassVar


class CairnError(Exception):
    """A failure with a stable ``code``, a message safe to show, and what to do about it.

    ``message`` never contains personal data or text of another exception. ``remedy`` is one imperative
    sentence. ``details`` holds typed, safe facts (a file, a line, a field, an id the caller sent).
    """

    code: ClassVar[str] = "INTERNAL"
    status: ClassVar[int] = 500

    def __init__(self, message: str, *, remedy: str = "", **details: str | int | float | None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.details = {name: value for name, value in details.items() if value is not None}

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class BadInput(CairnError):
    """The request or file is wrong and its sender can mend it."""

    code = "BAD_USER_INPUT"
    status = 400


class UnknownNode(BadInput):
    """An id, name or code that is not in the graph (for this caller)."""

    code = "NOT_IN_GRAPH"
    status = 404


class MalformedFile(BadInput):
    """A feed file that cannot be read at all: missing, wrong encoding, missing columns, not gzip."""

    code = "MALFORMED_FILE"
    status = 400


class InvalidRecord(BadInput):
    """One record of a feed breaks its contract; the rest of the batch is unaffected."""

    code = "INVALID_RECORD"
    status = 422


class SettingInvalid(BadInput):
    """A setting or command-line option has a value that cannot be used."""

    code = "SETTING_INVALID"
    status = 400


class SnapshotNotKept(BadInput):
    """The state of the graph that is asked for is not kept any more, or never was."""

    code = "SNAPSHOT_NOT_KEPT"
    status = 410


class AccessDenied(CairnError):
    """The caller is known and may not do this."""

    code = "FORBIDDEN"
    status = 403


class Unauthenticated(AccessDenied):
    """No token, or one that does not verify."""

    code = "UNAUTHENTICATED"
    status = 401


class ConsentMissing(AccessDenied):
    """The person concerned has no live consent for this purpose."""

    code = "CONSENT_MISSING"
    status = 403


class NeedsReview(AccessDenied):
    """A human must release this answer first."""

    code = "NEEDS_REVIEW"
    status = 403


class StoreFailure(CairnError):
    """The graph store could not serve the call; nothing was half-written."""

    code = "STORE_FAILURE"
    status = 503


class StoreUnavailable(StoreFailure):
    """Nothing answers at the store's address."""

    code = "STORE_UNAVAILABLE"


class StoreRefused(StoreFailure):
    """The store refused the user or password."""

    code = "STORE_REFUSED"


class StoreLocked(StoreFailure):
    """Another process has the embedded data directory open."""

    code = "STORE_LOCKED"


class StoreFull(StoreFailure):
    """The store has no room for the write."""

    code = "STORE_FULL"
    status = 507


class StoreTimeout(StoreFailure):
    """The deadline passed before the store answered."""

    code = "STORE_TIMEOUT"
    status = 504


class NotRecorded(StoreFailure):
    """The answer could not be written to the log of answers, and the log must be complete."""

    code = "ANSWER_NOT_RECORDED"


class StaleSnapshot(CairnError):
    """There is no snapshot within the stated staleness bound."""

    code = "STALE_SNAPSHOT"
    status = 503


class SchemaInvalid(CairnError):
    """The ontology files contradict themselves or break a rule (a field without class or purpose)."""

    code = "SCHEMA_INVALID"


class RecordUnreadable(CairnError):
    """A stored record of an answer that is not one: altered, or written by a later version."""

    code = "RECORD_UNREADABLE"


class MissingExtra(CairnError):
    """An optional package is needed and not installed; the remedy names the extra."""

    code = "MISSING_EXTRA"
    status = 501


class PortInUse(CairnError):
    """A listener could not be opened because the port is taken."""

    code = "PORT_IN_USE"
