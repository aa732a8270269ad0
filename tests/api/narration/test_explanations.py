"""The field `explanation` on every answer: same checks as everything else, whoever words it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.http import create_app
from api.narration.narrator import ModelNarrator, NarrationOptions
from api.narration.openai_model import Connection, OpenAIModel
from api.ports import Deps
from api.principal import Principal
from api.readiness import Readiness
from api.recording.records import read_explained
from graph.answer_entries import EntryKind
from graph.scope import Purpose
from tests.api.company import ACME, PEOPLE, pseudonym
from tests.api.conftest import ADMIN, ANN, BOB, COACH, World
from tests.api.narration.model_server import MODEL, Json, ModelServer, model_server, truthful
from tests.api.narration.narrating import line
from tests.api.questions import PROBLEM

CLAIMS = """id text readingLevel { ease band formula }
  locale fallback model promptVersion graphVersion callCodes codes { code count }
  usage { promptTokens completionTokens exact cost calls cached } dropped { claimId codes }
  claims { claimId kind text origin fallbackCodes edgeIds
    edges { id type from { name } to { name } properties { name value } confidence
      assertions { source { dataset } record observedAt confidence } } }"""
ANSWERS = {"careerPath": "CareerPath", "skillGap": "SkillGap", "mentorMatch": "MentorMatch"}


def asked(name: str, arguments: str = "") -> str:
    return f"""query Ask($input: {ANSWERS[name]}Input!) {{ {name}(input: $input) {{ {PROBLEM}
      ... on Explainable {{ explanation{arguments} {{ {CLAIMS} }} }}
      ... on {ANSWERS[name]}Answer {{ sentences {{ text }} }} }} }}"""


@dataclass
class Service:
    """The little company behind HTTP, worded by a fake model."""

    world: World
    server: ModelServer
    deps: Deps
    client: TestClient

    def ask(self, who: Principal, query: str, given: Json) -> Json:
        headers = {"Authorization": f"Bearer {self.world.token(who)}"}
        response = self.client.post("/graphql", json={"query": query, "variables": {"input": given}}, headers=headers)
        answer: Json = json.loads(response.content)
        assert "errors" not in answer, answer
        data: Json = answer["data"]
        return data

    def explained(self, who: Principal, name: str, given: Json, arguments: str = "") -> Json:
        found: Json = self.ask(who, asked(name, arguments), given)[name]["explanation"]
        return found


Serve = Callable[..., Service]


@pytest.fixture
def serve(world: World) -> Iterator[Serve]:
    """Makes services; options of the narrator and of the line may be given."""
    opened: list[tuple[Any, ModelNarrator, Any]] = []

    def make(options: NarrationOptions | None = None, **shared: Any) -> Service:
        context = model_server()
        server = context.__enter__()
        model = OpenAIModel(Connection(MODEL, "sk-canary", server.base_url))
        narration = ModelNarrator(line(model, **shared), options or NarrationOptions(deadline_seconds=5.0))
        deps = replace(world.deps, narration=narration)
        app = create_app(deps, world.issuer.verifier(), readiness=Readiness(deps, [ACME]), issuer=world.issuer)
        client = TestClient(app)
        client.__enter__()
        opened.append((context, narration, client))
        return Service(world, server, deps, client)

    yield make
    for context, narration, client in opened:
        client.__exit__(None, None, None)
        narration.close()
        context.__exit__(None, None, None)


GAP = {"targetRole": "r-lead"}


@pytest.mark.parametrize("name", list(ANSWERS))
def test_templates_say_the_same_facts_with_edges_spelled_out(serve: Serve, name: str) -> None:
    service = serve()
    answer = service.ask(COACH, asked(name, "(mode: TEMPLATE)"), {**GAP, "person": "E1"})[name]
    told = answer["explanation"]
    assert (told["fallback"], told["model"], service.server.requests) == ("NONE", None, [])
    assert [one["text"] for one in answer["sentences"]] == [one["text"] for one in told["claims"]][
        : len(answer["sentences"])
    ]
    for claim in told["claims"]:
        assert claim["origin"] == "TEMPLATE"
        assert [edge["id"] for edge in claim["edges"]] == claim["edgeIds"] != []
        assert all(edge["assertions"][0]["source"]["dataset"] == "HR of acme" for edge in claim["edges"])


def test_the_model_words_it_and_the_bill_is_told(serve: Serve) -> None:
    service = serve()
    told = service.explained(COACH, "skillGap", {**GAP, "person": "E1"})
    assert {claim["origin"] for claim in told["claims"]} == {"LLM"}
    assert (told["fallback"], told["model"], told["promptVersion"]) == ("NONE", MODEL, "wording/2")
    usage = told["usage"]
    assert usage["exact"] is True
    assert usage["calls"] == len(service.server.requests) == 1
    assert usage["cost"] == pytest.approx((usage["promptTokens"] + 4 * usage["completionTokens"]) / 1e6)
    assert any("Ann Arbor" in claim["text"] for claim in told["claims"])


def test_names_never_reach_the_model(serve: Serve) -> None:
    service = serve()
    for name in ANSWERS:
        told = service.explained(COACH, name, {**GAP, "person": "E1"})
        assert told["claims"]
    sent = "\n".join(service.server.prompts)
    assert "Person " in sent
    for one, full in PEOPLE.items():
        assert full not in sent
        assert pseudonym(one) not in sent
    for secret in ("HR of acme", "edge_id", "feed", "acme"):
        assert secret not in sent


def test_a_lie_is_replaced_by_the_template_and_counted(serve: Serve) -> None:
    service = serve()
    service.server.speaker = lambda document, claim: claim["sentence"].replace("level 3", "level 5") + " Surely."
    told = service.explained(COACH, "skillGap", {**GAP, "person": "E1"})
    assert (told["fallback"], {claim["origin"] for claim in told["claims"]}) == ("FULL", {"TEMPLATE"})
    assert "level 5" not in told["text"]
    assert {one["code"] for one in told["codes"]} >= {"residue"}
    assert all(claim["fallbackCodes"] for claim in told["claims"])


def test_one_bad_sentence_costs_only_itself(serve: Serve) -> None:
    service = serve()
    service.server.speaker = lambda document, claim: (
        "Everybody loves this." if claim is document["claims"][0] else truthful(document, claim)
    )
    told = service.explained(COACH, "skillGap", {**GAP, "person": "E1"})
    assert told["fallback"] == "PARTIAL"
    assert [claim["origin"] for claim in told["claims"]].count("TEMPLATE") == 1


def test_a_rejected_sentence_is_asked_for_once_more(serve: Serve) -> None:
    service = serve(rewordings=1)
    service.server.speaker = lambda document, claim: (
        truthful(document, claim) if "refused_for" in claim else "Everybody loves this."
    )
    told = service.explained(COACH, "skillGap", {**GAP, "person": "E1"})
    assert (told["fallback"], told["usage"]["calls"]) == ("NONE", 2)


def test_a_withdrawal_while_the_model_writes_drops_the_claims(serve: Serve) -> None:
    service = serve()

    def slow(document: Json, claim: Json) -> str:
        service.world.company.store.withdraw(ACME, "E1", Purpose.SKILL_GAP)
        return truthful(document, claim)

    service.server.speaker = slow
    told = service.explained(COACH, "skillGap", {**GAP, "person": "E1"})
    assert "Ann" not in told["text"]
    assert pseudonym("E1") not in told["text"]
    assert told["dropped"]
    assert {code for one in told["dropped"] for code in one["codes"]} == {"unknown_id"}


def test_an_edge_revised_while_the_model_writes_drops_its_claim(serve: Serve) -> None:
    service = serve()
    store = service.world.company.store
    needed = next(
        key for key, edge in store.edge_records.items()
        if edge.rel_type == "REQUIRES_SKILL" and (edge.start.id, edge.end.id) == ("r-lead", "s-lead")
    )  # fmt: skip

    def revise(document: Json, claim: Json) -> str:
        edge = store.edge_records[needed]
        store.edge_records[needed] = replace(edge, properties={**edge.properties, "min_level": 1.0})
        return truthful(document, claim)

    service.server.speaker = revise
    told = service.explained(COACH, "skillGap", {**GAP, "person": "E1"})
    assert told["dropped"]
    assert all(needed not in claim["edgeIds"] for claim in told["claims"])


def test_a_tenant_and_a_purpose_can_do_without(serve: Serve) -> None:
    for options, code in (
        (NarrationOptions(off_tenants=frozenset({ACME})), "off_for_tenant"),
        (NarrationOptions(off_purposes=frozenset({"skill_gap"})), "off_for_purpose"),
    ):
        service = serve(options)
        told = service.explained(COACH, "skillGap", {**GAP, "person": "E1"}, "(mode: MODEL)")
        assert (told["fallback"], told["callCodes"], told["model"]) == ("FULL", [code], None)
        assert service.server.requests == []
        quiet = service.explained(COACH, "skillGap", {**GAP, "person": "E1"})
        assert quiet["fallback"] == "NONE"


def test_all_explanations_of_a_request_share_one_deadline(serve: Serve) -> None:
    service = serve(NarrationOptions(deadline_seconds=0.6))
    service.server.always = replace(service.server.always, delay=20.0)
    many = " ".join(
        f"a{n}: skillGap(input: $input) {{ ... on Explainable {{ explanation {{ fallback callCodes latencyMs }} }} }}"
        for n in range(5)
    )
    answer = service.ask(COACH, f"query($input: SkillGapInput!) {{ {many} }}", {**GAP, "person": "E1"})
    assert {one["explanation"]["fallback"] for one in answer.values()} == {"FULL"}
    assert sum(one["explanation"]["latencyMs"] for one in answer.values()) < 2500


def test_whoever_asks_for_themself_is_spoken_to(serve: Serve) -> None:
    service = serve()
    own = service.explained(ANN, "skillGap", GAP)
    assert any(claim["text"].startswith("You ") for claim in own["claims"])
    assert {claim["origin"] for claim in own["claims"]} == {"LLM"}
    by_manager = service.explained(BOB, "skillGap", {**GAP, "person": "E1"}, "(audience: MANAGER)")
    assert not any("You" in claim["text"] for claim in by_manager["claims"])


@pytest.mark.parametrize(("locale", "used"), [("de", "de"), ("fr-CA", "fr"), ("pt-BR", "en"), ("x" * 500, "en")])
def test_the_nearest_language_is_used_and_named(serve: Serve, locale: str, used: str) -> None:
    told = serve().explained(COACH, "skillGap", {**GAP, "person": "E1"}, f'(locale: "{locale}", mode: TEMPLATE)')
    assert told["locale"] == used
    assert told["claims"]


def test_brief_says_less_and_the_deciding_facts(serve: Serve) -> None:
    service = serve()
    brief = service.explained(COACH, "skillGap", {**GAP, "person": "E1"}, "(length: BRIEF, mode: TEMPLATE)")
    whole = service.explained(COACH, "skillGap", {**GAP, "person": "E1"}, "(mode: TEMPLATE)")
    assert 0 < len(brief["claims"]) <= len(whole["claims"])
    assert brief["readingLevel"]["band"] in ("easy", "plain", "demanding", "hard")
    assert {"gap_summary", "lacks_skill"} <= {claim["kind"] for claim in brief["claims"]}


def test_an_answer_without_evidence_asks_no_model(serve: Serve) -> None:
    service = serve()
    refused = service.ask(ANN, asked("skillGap"), {**GAP, "person": "E2"})["skillGap"]
    assert refused["code"]
    assert service.server.requests == []


def test_the_state_of_the_model_is_visible(serve: Serve) -> None:
    service = serve()
    service.explained(COACH, "skillGap", {**GAP, "person": "E1"})
    query = "query { about { model { name breaker tokensToday costToday deadlineSeconds promptVersion } } }"
    seen = service.ask(ANN, query, {})["about"]["model"]
    assert (seen["name"], seen["breaker"], seen["tokensToday"]) == (MODEL, "closed", None)
    assert service.ask(ADMIN, query, {})["about"]["model"]["tokensToday"] > 0


def test_what_was_said_is_recorded_with_its_model_and_its_cost_and_no_name(serve: Serve) -> None:
    service = serve()
    told = service.explained(COACH, "skillGap", {**GAP, "person": "E1"})
    service.world.book.close()
    entries = [one.entry for one in service.world.log.entries[ACME] if one.entry.kind is EntryKind.EXPLANATION]
    (payload,) = [entry.payload for entry in entries]
    kept = read_explained(payload)
    usage = told["usage"]
    assert (kept.narrator, kept.model, kept.prompt_version, kept.language) == ("llm", MODEL, "wording/2", "en")
    assert (kept.prompt_tokens, kept.completion_tokens) == (usage["promptTokens"], usage["completionTokens"])
    assert kept.cost == pytest.approx(usage["cost"])
    assert kept.details["explanation"] == told["id"]
    assert [claim.id for claim in kept.claims] == [claim["claimId"] for claim in told["claims"]]
    assert {claim.origin for claim in kept.claims} == {"llm"}
    assert not any(name in payload for name in PEOPLE.values())
