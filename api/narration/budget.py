"""Daily budget of tokens and money per tenant, kept in this process; a new process or day (UTC) starts at zero."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in and out. Zero where it is not known."""

    prompt: float = 0.0
    completion: float = 0.0

    def cost(self, prompt_tokens: int, completion_tokens: int) -> float:
        """Cost of a call."""
        return (prompt_tokens * self.prompt + completion_tokens * self.completion) / 1_000_000


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a tenant may use in a day; None: no bound."""

    tokens: int | None = None
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Spent:
    """What was used and what running calls may still use."""

    tokens: int = 0
    cost: float = 0.0


class Budget:
    """Admits a call only when its upper estimate still fits, so that a day's bound is never exceeded by much."""

    def __init__(self, allowance: Allowance, prices: Prices, clock: Callable[[], datetime]) -> None:
        self.prices = prices
        self._allowance, self._clock = allowance, clock
        self._lock = threading.Lock()
        self._day: date | None = None
        self._spent: dict[str, Spent] = {}

    def reserve(self, tenant_id: str, tokens: int) -> bool:
        """Set ``tokens`` aside for a call; False when they do not fit into what is left of the day."""
        cost = self._upper(tokens)
        with self._lock:
            spent = self._today().get(tenant_id, Spent())
            total = Spent(spent.tokens + tokens, spent.cost + cost)
            bound = self._allowance
            if bound.tokens is not None and total.tokens > bound.tokens:
                return False
            if bound.cost is not None and total.cost > bound.cost:
                return False
            self._spent[tenant_id] = total
            return True

    def settle(self, tenant_id: str, reserved: int, prompt_tokens: int, completion_tokens: int) -> None:
        """Put what was used in the place of what was set aside."""
        used = prompt_tokens + completion_tokens
        change = self.prices.cost(prompt_tokens, completion_tokens) - self._upper(reserved)
        with self._lock:
            spent = self._today().get(tenant_id, Spent())
            tokens, cost = spent.tokens + used - reserved, spent.cost + change
            self._spent[tenant_id] = Spent(max(0, tokens), max(0.0, cost))

    def spent(self, tenant_id: str) -> Spent:
        """What the tenant used today, running calls included."""
        with self._lock:
            return self._today().get(tenant_id, Spent())

    def _upper(self, tokens: int) -> float:
        return tokens * max(self.prices.prompt, self.prices.completion) / 1_000_000

    def _today(self) -> dict[str, Spent]:
        day = self._clock().date()
        if day != self._day:
            self._day, self._spent = day, {}
        return self._spent
