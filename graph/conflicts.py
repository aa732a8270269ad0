"""Writes that meet another process creating the same things at the same moment; all our writes merge by key."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import neo4j
from neo4j.exceptions import ConstraintError

T = TypeVar("T")
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


def merge(session: neo4j.Session, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
    """Run the work as a write; once more when a key that was free at its start was taken at its end.

    The driver repeats what the server calls transient. The embedded store reports two merges of one new key as a broken
    constraint instead, which it is not: the second try finds the node that the other one made.
    """
    for pause in PAUSES:
        try:
            return session.execute_write(work)
        except ConstraintError:
            time.sleep(pause)
    return session.execute_write(work)
