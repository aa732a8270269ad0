"""A model that lies fluently, sentence after sentence, through the whole machinery: none of it is released."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from api.narration.narrator import ModelNarrator, NarrationOptions
from api.narration.openai_model import Connection, OpenAIModel
from api.narration.record import Voice
from reasoning.evidence import Claim
from reasoning.explaining.bundle import bundles_of
from reasoning.narrators.templates import render
from reasoning.style import SUPPORTED, Style
from tests.api.narration.model_server import MODEL, Json, model_server
from tests.api.narration.narrating import line, say
from tests.reasoning.answering import sample_claims
from tests.reasoning.lies import World, lies

WORLD = World()
ROUNDS = 60
AT_ONCE = 40


def several() -> Iterator[Claim]:
    """Claims of different kinds on few edges, so that one call asks for all of them."""
    kinds = Counter[str]()
    for claim in sample_claims()[0]:
        kinds[claim.kind] += 1
        if len(claim.edges) <= 3 and kinds[claim.kind] == 2:
            yield claim


CLAIMS = [replace(claim, id=f"c{number}") for number, claim in enumerate(several())]


def test_the_liar_has_many_kinds_of_claims_before_it() -> None:
    assert len({claim.kind for claim in CLAIMS}) >= 12


@pytest.mark.parametrize("locale", SUPPORTED)
def test_thousands_of_lies_and_none_gets_out(locale: str) -> None:
    style = Style(locale)
    told = Counter[str]()
    # The liar sees what any model sees: people under the numbers of the bundle, which the salt decides.
    masked = {one.claim.id: one.claim for bundle in bundles_of(CLAIMS, "", AT_ONCE).bundles for one in bundle.plan}
    stock = {key: list(lies(claim, render(claim, style), locale, WORLD)) for key, claim in masked.items()}
    queues = {key: itertools.cycle(found[:: max(1, len(found) // ROUNDS)]) for key, found in stock.items()}

    def liar(document: Json, claim: Json) -> str:
        assert claim["sentence"] == render(masked[claim["id"]], style)
        kind, lie = next(queues[claim["id"]])
        told[kind] += 1
        return lie

    with model_server(liar) as server:
        model = OpenAIModel(Connection(MODEL, "key", server.base_url, stream=False))
        narration = ModelNarrator(line(model), NarrationOptions(claims_per_call=AT_ONCE))
        for _ in range(ROUNDS):
            said = say(narration, CLAIMS, Voice(style, WORLD.labels))
            assert said.texts == {}
            assert all(one.codes for one in said.worded)
        narration.close()
    assert sum(told.values()) == ROUNDS * len(CLAIMS) > 700
    assert len(told) >= 45
