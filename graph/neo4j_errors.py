"""What the driver raises, as failures of ours: what to do next, and never a text of the driver or server."""

from __future__ import annotations

from neo4j.exceptions import (
    AuthError,
    ClientError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from ontology.errors import StoreFailure, StoreFull, StoreRefused, StoreTimeout, StoreUnavailable

FULL = ("MemoryPoolOutOfMemory", "OutOfMemory", "TransactionMemoryLimit", "StackOverFlow", "DatabaseFull")
FULL_TEXTS = ("no space left", "heap budget exceeded", "disk full", "outofmemory")


def failure(error: BaseException, address: str) -> StoreFailure:
    """The leaf of our tree for what happened at the address."""
    if isinstance(error, AuthError):
        return StoreRefused(
            f"The graph store at {address} refused the user or password.",
            remedy="Check NEO4J_USER and NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE).",
        )
    if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
        return unavailable(address)
    if isinstance(error, Neo4jError):
        return _of_server(error, address)
    if isinstance(error, DriverError):
        return unavailable(address)
    return StoreFailure(f"The graph store at {address} failed.", remedy="See the server's log.")


def unavailable(address: str) -> StoreUnavailable:
    """Nothing answers."""
    return StoreUnavailable(
        f"No graph store answers at {address}.",
        remedy="Start it or correct NEO4J_URI; without NEO4J_URI Cairn starts its embedded store.",
    )


def silent(address: str, seconds: float) -> StoreUnavailable:
    """Something took the connection and never said a sensible word: most likely it is no Neo4j."""
    return StoreUnavailable(
        f"What answers at {address} did not speak Bolt within {seconds:g} seconds.",
        remedy="Check that NEO4J_URI names the Bolt port (usually 7687) of a Neo4j server that has finished starting.",
    )


def timeout(address: str, seconds: float) -> StoreTimeout:
    """The deadline passed."""
    return StoreTimeout(
        f"The graph store at {address} did not answer within {seconds:g} seconds.",
        remedy="Try again; if it lasts, raise CAIRN_STORE_DEADLINE_SECONDS or look at the load of the server.",
    )


def _of_server(error: Neo4jError, address: str) -> StoreFailure:
    code, text = error.code or "", (error.message or "").lower()
    if any(part in code for part in FULL) or any(part in text for part in FULL_TEXTS):
        return StoreFull(
            f"The graph store at {address} has no room for this.",
            remedy="Free disk space or memory at the server, or load in smaller batches; nothing was half-written.",
        )
    if "TransactionTimedOut" in code or "Timeout" in code:
        return StoreTimeout(
            f"The graph store at {address} gave up a statement that took too long.",
            remedy="Try again; if it lasts, raise CAIRN_STORE_DEADLINE_SECONDS or look at the load of the server.",
        )
    if ".Security." in code:
        return StoreRefused(
            f"The graph store at {address} does not let this user do that.",
            remedy="Check NEO4J_USER, NEO4J_PASSWORD and the user's rights.",
        )
    if isinstance(error, TransientError):
        return StoreTimeout(
            f"The graph store at {address} is busy with conflicting writes.", remedy="Run the same again; it is safe."
        )
    if isinstance(error, ClientError) and "DatabaseNotFound" in code:
        return StoreUnavailable(f"The store at {address} has no such database.", remedy="Correct NEO4J_DATABASE.")
    return StoreFailure(
        f"The graph store at {address} could not carry out a statement ({code or 'no code'}).",
        remedy="See the server's log; nothing was half-written.",
    )
