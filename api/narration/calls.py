"""One bundle through the model: call, read as it arrives, check each sentence, ask once more, say why not."""

from __future__ import annotations

import asyncio
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import NamedTuple

from api.narration.breaker import CircuitBreaker
from api.narration.budget import Budget
from api.narration.record import Deadline, Voice, Worded
from reasoning.evidence import Claim
from reasoning.explaining.bundle import Bundle
from reasoning.explaining.model import ModelFailedError, Usage, WordingModel
from reasoning.explaining.prompt import Prompt, prompt_of
from reasoning.explaining.reply import MalformedReplyError, ReplyReader

KEPT = 512
CHARACTERS_PER_TOKEN = 4
NO_FAULT_OF_THE_PROVIDER = frozenset({"refused", "not_recorded"})


@dataclass
class Meter:
    """What the calls of one narration used."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    exact: bool = True
    calls: int = 0
    cached: int = 0
    codes: dict[str, None] = field(default_factory=dict)


class SentenceCache:
    """Accepted sentences by tenant, model and prompt; the last 512 prompts. Holds pseudonyms only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Mapping[str, str]] = OrderedDict()

    @staticmethod
    def key(tenant_id: str, model: str, prompt: Prompt) -> str:
        """Where the sentences of a prompt are kept."""
        return hashlib.sha256(f"{tenant_id}\n{model}\n{prompt.digest}".encode()).hexdigest()

    def get(self, key: str) -> Mapping[str, str]:
        """Sentences by claim id; empty when there are none."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key, {})

    def put(self, key: str, sentences: Mapping[str, str]) -> None:
        """Keep the sentences, letting go of the oldest."""
        with self._lock:
            self._kept[key] = dict(sentences)
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Line:
    """What every call of the service shares."""

    model: WordingModel
    breaker: CircuitBreaker
    budget: Budget
    cache: SentenceCache
    rewordings: int = 1


class Payer(NamedTuple):
    """On whose account a call goes: a tenant, and the caller who asks."""

    tenant_id: str
    caller: str = ""


class BundleCall:
    """Words the claims of one bundle. Every claim is reported exactly once, with its sentence or with codes."""

    def __init__(
        self,
        line: Line,
        bundle: Bundle,
        originals: Mapping[str, Claim],
        voice: Voice,
        payer: Payer,
        deadline: Deadline,
        meter: Meter,
        report: Callable[[Worded], None],
    ) -> None:
        self._line, self._bundle, self._voice = line, bundle, voice
        self._payer, self._meter, self._report = payer, meter, report
        self._masked = {one.claim.id: one.claim for one in bundle.plan}
        self._masked_voice = voice.masked({caption: name for name, caption in bundle.people.items()})
        self._originals, self._deadline = originals, deadline
        self._accepted: dict[str, str] = {}
        self._refused: dict[str, tuple[str, ...]] = {}

    async def run(self) -> None:
        """Ask, and ask once more for what was refused. Ends early, without a report, only when it is cancelled."""
        prompt = self._prompt()
        key = SentenceCache.key(self._payer.tenant_id, self._line.model.name, prompt)
        known = self._line.cache.get(key)
        if known:
            self._meter.cached += 1
            for claim_id, text in known.items():
                self._take(claim_id, text)
        code = None if self._open else "cached"
        if code is None:
            code = await self._ask(prompt)
        for _ in range(self._line.rewordings):
            if code is not None or not self._refused:
                break
            code = await self._ask(self._prompt(self._refused))
        if self._accepted:
            self._line.cache.put(key, self._accepted)
        for claim_id in self._open:
            codes = self._refused.get(claim_id, (code or "missing_key",))
            self._report(Worded(claim_id, None, codes))

    def _prompt(self, again: Mapping[str, Sequence[str]] | None = None) -> Prompt:
        voice = self._masked_voice
        return prompt_of(self._bundle, voice.sentence, language=voice.language, manner=voice.manner, again=again)

    @property
    def _open(self) -> list[str]:
        return [claim_id for claim_id in self._masked if claim_id not in self._accepted]

    async def _ask(self, prompt: Prompt) -> str | None:
        """One call; returns the code of what went wrong with it, None when nothing did."""
        line = self._line
        if not line.breaker.admit():
            return self._noted("breaker_open")
        reserved = prompt.estimated_tokens
        refusal = line.budget.reserve(self._payer.tenant_id, reserved, self._payer.caller)
        if refusal is not None:
            line.breaker.gave_up()
            return self._noted(refusal)
        self._meter.calls += 1
        received, usage = 0, None
        reader = ReplyReader(prompt.claim_ids)
        try:
            async with aclosing(line.model.speak(prompt)) as pieces:
                async for piece in pieces:
                    if isinstance(piece, Usage):
                        usage = piece
                        continue
                    received += len(piece)
                    for claim_id, text in reader.feed(piece):
                        self._take(claim_id, text)
            reader.finish()
            line.breaker.succeeded()
            return self._noted("extra_key") if reader.extra and self._open else None
        except MalformedReplyError as error:
            line.breaker.failed()
            return self._noted(error.code)
        except ModelFailedError as error:
            (line.breaker.succeeded if error.code in NO_FAULT_OF_THE_PROVIDER else line.breaker.failed)()
            return self._noted(error.code)
        except asyncio.CancelledError:  # by the deadline, or because the caller has left
            (line.breaker.failed if not self._deadline.left else line.breaker.gave_up)()
            raise
        finally:
            self._pay(prompt, reserved, received, usage)

    def _pay(self, prompt: Prompt, reserved: int, received: int, usage: Usage | None) -> None:
        if usage is None:
            sent = (len(prompt.system) + len(prompt.user)) // CHARACTERS_PER_TOKEN
            usage = Usage(sent, received // CHARACTERS_PER_TOKEN, exact=False)
        payer, used = self._payer, (usage.prompt_tokens, usage.completion_tokens)
        self._line.budget.settle(payer.tenant_id, reserved, *used, caller=payer.caller)
        self._meter.prompt_tokens += usage.prompt_tokens
        self._meter.completion_tokens += usage.completion_tokens
        self._meter.exact &= usage.exact

    def _noted(self, code: str) -> str:
        self._meter.codes[code] = None
        return code

    def _take(self, claim_id: str, text: str) -> None:
        """Check a sentence; report it when it holds, keep the codes when it does not."""
        if claim_id in self._accepted:
            return
        text = text.strip()
        codes: Sequence[str] = self._masked_voice.check(self._masked[claim_id], text)
        if not codes:
            restored = self._bundle.restore(text)
            codes = self._voice.check(self._originals[claim_id], restored)
            if not codes:
                self._accepted[claim_id] = text
                self._refused.pop(claim_id, None)
                self._report(Worded(claim_id, restored))
                return
        self._refused[claim_id] = tuple(codes)
