"""Circuit breaker: after failures in a row of time it lets nobody through for a while, then one to try."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from enum import StrEnum

Monotonic = Callable[[], float]


class BreakerState(StrEnum):
    """Closed lets through, open does not, half-open lets one through to try."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class CircuitBreaker:
    """Opens after ``failures`` within ``window`` seconds; tries again after ``rest`` seconds."""

    def __init__(self, clock: Monotonic, *, failures: int = 5, window: float = 60.0, rest: float = 30.0) -> None:
        self._clock, self._limit, self._window, self._rest = clock, failures, window, rest
        self._lock = threading.Lock()
        self._failed: deque[float] = deque()
        self._opened: float | None = None
        self._trying = False

    @property
    def state(self) -> BreakerState:
        """The state now."""
        with self._lock:
            return self._state()

    def admit(self) -> bool:
        """Whether a call may be made now. Whoever is admitted reports ``succeeded``, ``failed`` or ``gave_up``."""
        with self._lock:
            state = self._state()
            if state is BreakerState.OPEN or (state is BreakerState.HALF_OPEN and self._trying):
                return False
            self._trying = state is BreakerState.HALF_OPEN
            return True

    def succeeded(self) -> None:
        """The provider answered."""
        with self._lock:
            self._opened, self._trying = None, False
            self._failed.clear()

    def failed(self) -> None:
        """The provider did not answer, or not usably."""
        with self._lock:
            now = self._clock()
            trying, self._trying = self._trying, False
            self._failed.append(now)
            while self._failed and self._failed[0] <= now - self._window:
                self._failed.popleft()
            if trying or len(self._failed) >= self._limit:
                self._opened = now

    def gave_up(self) -> None:
        """The caller left before there was an outcome."""
        with self._lock:
            self._trying = False

    def _state(self) -> BreakerState:
        if self._opened is None:
            return BreakerState.CLOSED
        return BreakerState.OPEN if self._clock() < self._opened + self._rest else BreakerState.HALF_OPEN
