"""The narrator that asks a model: bundles in parallel, sentences as they are verified, all within one deadline.

Whatever the model or the network does, every claim comes back exactly once and in time. Callers wait in a worker
thread; the calls run on a loop of their own.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field

from api.narration.background import BackgroundLoop
from api.narration.breaker import BreakerState
from api.narration.budget import Spent
from api.narration.calls import BundleCall, Line, Meter, Payer
from api.narration.record import Deadline, Voice, Worded, WordingRecord
from reasoning.evidence import Claim
from reasoning.explaining.bundle import MAX_CLAIMS, Bundles, bundles_of
from reasoning.explaining.prompt import PROMPT_VERSION

_log = logging.getLogger("cairn.api.faults")

GRACE = 0.15
"""Seconds a caller waits beyond the deadline for the loop to hand over what it has."""
LAST_WORD = 0.5
"""Seconds a caller who has every sentence waits for the provider's count of tokens."""


@dataclass(frozen=True, slots=True)
class NarrationOptions:
    """Deadline, how many explanations may wait for the model at once, and who does without it."""

    deadline_seconds: float = 8.0
    waiting: int = 4
    parallel_calls: int = 4
    claims_per_call: int = MAX_CLAIMS
    off_tenants: frozenset[str] = frozenset()
    off_purposes: frozenset[str] = frozenset()
    salt: str = ""


@dataclass
class _Job:
    """What a caller and the loop share while one explanation is worded."""

    waiting_for: dict[str, None]
    arrived: queue.SimpleQueue[Worded | None] = field(default_factory=queue.SimpleQueue)
    meter: Meter = field(default_factory=Meter)


class ModelNarrator:
    """Words claims with a model; ``word`` never raises for anything the model does."""

    def __init__(self, line: Line, options: NarrationOptions, loop: BackgroundLoop | None = None) -> None:
        self._line, self.options = line, options
        self._loop = loop or BackgroundLoop()
        self._entering = threading.Lock()
        self._inside: Counter[Payer] = Counter()

    @property
    def model(self) -> str:
        """Name of the model."""
        return self._line.model.name

    @property
    def breaker(self) -> BreakerState:
        """State of the circuit breaker."""
        return self._line.breaker.state

    def spent(self, tenant_id: str) -> Spent:
        """What the tenant used today."""
        return self._line.budget.spent(tenant_id)

    def deadline(self) -> Deadline:
        """The moment by which a request that starts now has its sentences."""
        return Deadline.after(self.options.deadline_seconds)

    def refusal(self, tenant_id: str, purpose: str) -> str | None:
        """The code why this tenant and purpose do without a model, None when they need not."""
        if tenant_id in self.options.off_tenants:
            return "off_for_tenant"
        return "off_for_purpose" if purpose in self.options.off_purposes else None

    def word(
        self, claims: Sequence[Claim], voice: Voice, tenant_id: str, deadline: Deadline, caller: str = ""
    ) -> Generator[Worded | WordingRecord, None, None]:
        """Each claim once, in the order in which they get ready; a record of the whole at the end."""
        started, payer = time.monotonic(), Payer(tenant_id, caller)
        packed = bundles_of(claims, self.options.salt, self.options.claims_per_call)
        yield from (Worded(claim.id, None, ("too_many_edges",)) for claim in packed.left_out)
        job = _Job({one.claim.id: None for bundle in packed.bundles for one in bundle.plan})
        if not job.waiting_for:
            pass
        elif not deadline.left:
            yield from _unworded(job, "deadline")
        elif not self._enter(payer):
            yield from _unworded(job, "busy")
        else:
            try:
                yield from self._arriving(job, packed, {claim.id: claim for claim in claims}, voice, payer, deadline)
            finally:
                self._leave(payer)
        yield self._record(job.meter, time.monotonic() - started)

    def _enter(self, payer: Payer) -> bool:
        """Take a place; False where all are taken, or this caller has as many as one may: half of them."""
        with self._entering:
            if self._inside.total() >= self.options.waiting:
                return False
            if payer.caller and self._inside[payer] >= -(-self.options.waiting // 2):
                return False
            self._inside[payer] += 1
            return True

    def _leave(self, payer: Payer) -> None:
        with self._entering:
            self._inside[payer] -= 1
            if not self._inside[payer]:
                del self._inside[payer]

    def _arriving(
        self,
        job: _Job,
        packed: Bundles,
        originals: dict[str, Claim],
        voice: Voice,
        payer: Payer,
        deadline: Deadline,
    ) -> Iterator[Worded]:
        calls = [
            BundleCall(self._line, bundle, originals, voice, payer, deadline, job.meter, job.arrived.put)
            for bundle in packed.bundles
        ]
        running = self._loop.submit(self._all(calls, deadline, job.arrived.put))
        try:
            # With all sentences here, the end of the call is awaited for its usage only, and not for long.
            while (worded := job.arrived.get(timeout=_patience(job, deadline))) is not None:
                job.waiting_for.pop(worded.claim_id, None)
                yield worded
        except queue.Empty:
            pass
        finally:
            running.cancel()
        if job.waiting_for:
            yield from _unworded(job, "deadline")

    async def _all(
        self, calls: Sequence[BundleCall], deadline: Deadline, report: Callable[[Worded | None], None]
    ) -> None:
        """All calls, some at a time, until the deadline; then the sign that nothing more comes."""
        gate = asyncio.Semaphore(self.options.parallel_calls)

        async def one(call: BundleCall) -> None:
            async with gate:
                try:
                    await call.run()
                except Exception as error:  # a fault of ours in one bundle costs its own sentences only
                    _log.error("narration fault=%s", type(error).__name__)

        try:
            async with asyncio.timeout(deadline.left):
                await asyncio.gather(*(one(call) for call in calls))
        except TimeoutError:
            pass
        finally:
            report(None)

    def _record(self, meter: Meter, seconds: float) -> WordingRecord:
        return WordingRecord(
            model=self.model,
            prompt_version=PROMPT_VERSION,
            prompt_tokens=meter.prompt_tokens,
            completion_tokens=meter.completion_tokens,
            exact_usage=meter.exact,
            cost=self._line.budget.prices.cost(meter.prompt_tokens, meter.completion_tokens),
            calls=meter.calls,
            cached=meter.cached,
            seconds=seconds,
            codes=tuple(meter.codes),
        )

    def close(self) -> None:
        """Stop the loop and close the model's connections."""
        self._loop.close(self._line.model.close())


def _patience(job: _Job, deadline: Deadline) -> float:
    left = deadline.left
    return left + GRACE if job.waiting_for else min(left, LAST_WORD)


def _unworded(job: _Job, code: str) -> Iterator[Worded]:
    job.meter.codes[code] = None
    yield from (Worded(claim_id, None, (code,)) for claim_id in tuple(job.waiting_for))
    job.waiting_for.clear()
