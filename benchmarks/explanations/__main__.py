"""``python -m benchmarks.explanations [--data-dir DIR] [--model-url URL --model NAME] [--out FILE]``.

Asks the sample company (loaded into DIR if it is not there). Template and model mode take turns question by question;
so does the naive peer, which gets the same facts.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson

from api.cli.demo import _load_sample
from api.cli.opening import opened
from api.cli.service import composed
from api.development_issuer import development_principal
from api.evaluation.drawing import drawn
from api.evaluation.explanations import Tally, first_answer, judged_sentences
from api.inquiry import Inquiry
from api.settings import load_settings
from api.use_cases.answered import Answered
from api.use_cases.explanation import Mode, Wish, explain
from benchmarks.explanations.naive import Scores, ask
from graph.scope import CallerRole
from ingestion.sample import TENANT
from reasoning.explaining.bundle import bundles_of
from reasoning.narrators.templates import render
from reasoning.style import Audience, Length
from reasoning.verifier import verify_claim
from reasoning.wording import check_text


@dataclass
class Measured:
    """Everything a run measures."""

    template: Tally = field(default_factory=Tally)
    model: Tally = field(default_factory=Tally)
    naive: Scores = field(default_factory=Scores)
    proof_us: list[float] = field(default_factory=list)
    text_us: list[float] = field(default_factory=list)
    first_us: list[float] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and report."""
    chosen = _parser().parse_args(arguments)
    settings = load_settings(
        data_dir=chosen.data_dir,
        tenant=TENANT,
        openai_base_url=chosen.model_url,
        model=chosen.model,
        model_deadline_seconds=chosen.deadline,
        model_claims_per_call=chosen.claims_per_call,
        model_parallel=1,
        model_rewordings=0,
        model_temperature=0.0,
    )
    measured = Measured()
    started = datetime.now(UTC)
    with opened(settings) as store:
        _load_sample(store, settings, quiet=False)
        with composed(store, settings) as deps:
            principal = development_principal(TENANT, [CallerRole.COACH])
            _measure(lambda: Inquiry(deps, principal), chosen, measured)
    report = {
        "date": started.isoformat(timespec="seconds"),
        "machine": {"python": platform.python_version(), "cpus": os.cpu_count(), "load": os.getloadavg()},
        "openai": version("openai"),
        "settings": {
            "deadline": chosen.deadline,
            "claimsPerCall": chosen.claims_per_call,
            "length": str(chosen.length),
        },
        **_figures(measured, chosen.model if chosen.model_url else None),
    }
    text = orjson.dumps(report, option=orjson.OPT_INDENT_2).decode()
    if chosen.out is not None:
        chosen.out.write_text(text + "\n", "utf-8")
    print(text)


def _measure(asker: Callable[[], Inquiry], chosen: argparse.Namespace, measured: Measured) -> None:
    until = time.monotonic() + chosen.seconds
    for group in drawn(asker().snapshot, chosen.seed):
        if sum(measured.template.by_kind.values()) >= chosen.questions or time.monotonic() > until:
            return
        found = first_answer(asker, group)
        if found is None:
            continue
        question, answered = found
        for mode, tally in ((Mode.TEMPLATE, measured.template), (Mode.MODEL, measured.model)):
            if mode is Mode.MODEL and not chosen.model_url:
                continue
            told = explain(answered, Wish(Audience.COACH, chosen.length, mode=mode))
            tally.add(question.kind, told, judged_sentences(question, answered, told))
        _verifier(answered, measured)
        if chosen.model_url:
            _naive(answered, chosen, measured)


def _verifier(answered: Answered[Any], measured: Measured) -> None:
    """Time of the proof of each claim, and of the check of a text that is not the template's."""
    for claim in answered.claims:
        text = render(claim).removesuffix(".")
        began = time.perf_counter()
        check_text(claim, text, exact=False)  # the first text of a kind and its slots makes the grammar for it
        started = time.perf_counter()
        measured.first_us.append((started - began) * 1e6)
        verify_claim(claim, answered.evidence)
        proven = time.perf_counter()
        check_text(claim, text, exact=False)
        measured.proof_us.append((proven - started) * 1e6)
        measured.text_us.append((time.perf_counter() - proven) * 1e6)


def _naive(answered: Answered[Any], chosen: argparse.Namespace, measured: Measured) -> None:
    from openai import OpenAI  # only where a model is given

    claims = explain(answered, Wish(Audience.COACH, chosen.length, mode=Mode.TEMPLATE)).claims
    with OpenAI(base_url=chosen.model_url, api_key="none", timeout=60.0, max_retries=0) as client:
        for bundle in bundles_of([one.claim for one in claims], "", chosen.claims_per_call).bundles:
            ask(client, chosen.model, bundle, measured.naive, max_tokens=64 + 48 * len(bundle.plan))


def _figures(measured: Measured, model: str | None) -> dict[str, Any]:
    figures: dict[str, Any] = {
        "template": measured.template.report(None),
        "verifier": {
            "claims": len(measured.proof_us),
            "proofMicroseconds": _spread(measured.proof_us),
            "textMicroseconds": _spread(measured.text_us),
            "firstTextMicroseconds": _spread(measured.first_us),
        },
    }
    if model is not None:
        naive = measured.naive
        figures["model"] = measured.model.report(model)
        figures["naive"] = {
            "sentences": naive.sentences,
            "cited": naive.share(naive.cited),
            "citationsThatExist": round(naive.existing / naive.citations, 4) if naive.citations else None,
            "supported": naive.share(naive.supported),
            "seconds": round(naive.seconds, 1),
            "tokens": naive.tokens,
        }
    return figures


def _spread(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "p50": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 1),
        "max": round(ordered[-1], 1),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data-dir", type=Path, default=Path(".cairn"))
    parser.add_argument("--questions", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=600.0, help="stop after this long")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--length", type=Length, default=Length.NORMAL)
    parser.add_argument("--model-url", default=None, help="OpenAI-compatible server; without: templates only")
    parser.add_argument("--model", default="smollm2-135m-instruct-q4_1")
    parser.add_argument("--deadline", type=float, default=8.0)
    parser.add_argument("--claims-per-call", type=int, default=12)
    parser.add_argument("--out", type=Path, default=None)
    return parser


if __name__ == "__main__":
    main()
