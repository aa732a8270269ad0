"""Daily budget of tokens and money per tenant and, as a share of it, per caller.

It is kept in this process; a new process or day (UTC) starts at zero.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in and out. Zero where it is not known."""

    prompt: float = 0.0
    completion: float = 0.0

    def cost(self, prompt_tokens: int, completion_tokens: int) -> float:
        """Cost of a call."""
        return (prompt_tokens * self.prompt + completion_tokens * self.completion) / 1_000_000


@dataclass(frozen=True, slots=True)
class Spent:
    """What was used and what running calls may still use."""

    tokens: int = 0
    cost: float = 0.0

    def plus(self, other: Spent) -> Spent:
        """Both together."""
        return Spent(self.tokens + other.tokens, self.cost + other.cost)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a tenant may use in a day; None: no bound. ``caller_share`` of it is what one of its callers may."""

    tokens: int | None = None
    cost: float | None = None
    caller_share: float = 1.0

    def admits(self, total: Spent, share: float = 1.0) -> bool:
        """Whether so much fits into this share of the day."""
        tokens = self.tokens is None or total.tokens <= self.tokens * share
        return tokens and (self.cost is None or total.cost <= self.cost * share)


Account: TypeAlias = tuple[str, str]
"""A tenant and one of its callers; no caller: the tenant as a whole."""


class Budget:
    """Admits a call only when its upper estimate still fits, so that a day's bound is never exceeded by much."""

    def __init__(self, allowance: Allowance, prices: Prices, clock: Callable[[], datetime]) -> None:
        self.prices = prices
        self._allowance, self._clock = allowance, clock
        self._lock = threading.Lock()
        self._day: date | None = None
        self._spent: dict[Account, Spent] = {}

    def reserve(self, tenant_id: str, tokens: int, caller: str = "") -> str | None:
        """Set ``tokens`` aside for a call; the code of why not when they do not fit into what is left of the day.

        A caller without a name is bounded by the tenant's day alone.
        """
        with self._lock:
            today, asked = self._today(), Spent(tokens, self._upper(tokens))
            whole = today.get((tenant_id, ""), Spent()).plus(asked)
            own = today.get((tenant_id, caller), Spent()).plus(asked)
            if not self._allowance.admits(whole):
                return "budget"
            if caller and not self._allowance.admits(own, self._allowance.caller_share):
                return "caller_budget"
            today[tenant_id, caller] = own
            today[tenant_id, ""] = whole
            return None

    def settle(
        self, tenant_id: str, reserved: int, prompt_tokens: int, completion_tokens: int, caller: str = ""
    ) -> None:
        """Put what was used in the place of what was set aside."""
        used = prompt_tokens + completion_tokens - reserved
        change = Spent(used, self.prices.cost(prompt_tokens, completion_tokens) - self._upper(reserved))
        with self._lock:
            today = self._today()
            for account in {(tenant_id, ""), (tenant_id, caller)}:
                total = today.get(account, Spent()).plus(change)
                today[account] = Spent(max(0, total.tokens), max(0.0, total.cost))

    def spent(self, tenant_id: str, caller: str = "") -> Spent:
        """What the tenant (or one caller of it) used today, running calls included."""
        with self._lock:
            return self._today().get((tenant_id, caller), Spent())

    def _upper(self, tokens: int) -> float:
        return tokens * max(self.prices.prompt, self.prices.completion) / 1_000_000

    def _today(self) -> dict[Account, Spent]:
        day = self._clock().date()
        if day != self._day:
            self._day, self._spent = day, {}
        return self._spent
