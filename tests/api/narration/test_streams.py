"""Explanations as they are verified: over SSE, over graphql-transport-ws, and flat through POST /explain."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest
from graphql import GraphQLUnionType, get_named_type
from starlette.testclient import WebSocketTestSession
from starlette.websockets import WebSocketDisconnect

from api import websocket
from api.explain_endpoint import STREAM_DOCUMENT, questions
from api.limits import Limits
from api.narration.narrator import NarrationOptions
from api.principal import Principal
from api.schema.build import CairnSchema, build_schema
from graph.scope import Purpose
from tests.api.company import ACME, PEOPLE
from tests.api.conftest import ANN, AUDITOR, COACH, PLANNER
from tests.api.narration.model_server import FAULTS, Json
from tests.api.narration.test_explanations import Serve, Service, serve

__all__ = ["serve"]
GAP: Json = {"targetRole": "r-lead", "person": "E1"}
PROTOCOL = "graphql-transport-ws"
DEEP = "[" * 500 + "]" * 500
WISH: Json = {"audience": "EMPLOYEE", "length": "NORMAL", "locale": "en", "mode": "AUTO"}


def events(body: str) -> list[tuple[str, Any]]:
    """Name and data of each event; comments are left out."""
    found = []
    for block in body.split("\n\n"):
        lines = dict(line.split(":", 1) for line in block.splitlines() if line and not line.startswith(":"))
        if lines:
            data = lines.get("data", "").strip()
            found.append((lines["event"].strip(), json.loads(data) if data else None))
    return found


def post(service: Service, path: str, who: Principal | None, body: Json, accept: str = "application/json") -> Any:
    headers = {"Accept": accept} | ({"Authorization": f"Bearer {service.world.token(who)}"} if who else {})
    return service.client.post(path, json=body, headers=headers)


def subscription(**question: Json) -> Json:
    return {"query": STREAM_DOCUMENT, "variables": {"question": question, **WISH}}


def test_a_subscription_over_sse_tells_each_sentence_then_the_whole(serve: Serve) -> None:
    service = serve()
    response = post(service, "/graphql", COACH, subscription(skillGap=GAP), "text/event-stream")
    assert response.headers["content-type"].startswith("text/event-stream")
    assert "\r" not in response.text
    *nexts, last = events(response.text)
    assert last == ("complete", None)
    shown = [event["data"]["explain"] for name, event in nexts if name == "next"]
    assert [one["__typename"] for one in shown[:-1]] == ["ExplanationClaim"] * (len(shown) - 1)
    assert {one["origin"] for one in shown[:-1]} == {"LLM"}
    assert shown[-1]["__typename"] == "Explanation"
    assert sorted(one["text"] for one in shown[:-1]) == sorted(
        claim["text"] for claim in service.explained(COACH, "skillGap", GAP)["claims"]
    )


def test_a_failing_model_streams_templates_in_time(serve: Serve) -> None:
    service = serve(NarrationOptions(deadline_seconds=0.5))
    service.server.always = FAULTS["slower than the deadline"]
    response = post(service, "/graphql", COACH, subscription(skillGap=GAP), "text/event-stream")
    shown = [event["data"]["explain"] for name, event in events(response.text) if name == "next"]
    assert {one["origin"] for one in shown[:-1]} == {"TEMPLATE"}
    assert (shown[-1]["fallback"], shown[-1]["codes"]) == ("FULL", [{"code": "deadline", "count": len(shown) - 1}])
    assert shown[-1]["latencyMs"] < 1500


def test_who_may_not_ask_gets_the_problem_and_no_token_gets_401(serve: Serve) -> None:
    service = serve()
    response = post(service, "/graphql", ANN, subscription(skillGap={**GAP, "person": "E2"}), "text/event-stream")
    (event, _) = events(response.text)
    assert event[1]["data"]["explain"]["__typename"] == "Forbidden"
    assert post(service, "/graphql", None, subscription(skillGap=GAP), "text/event-stream").status_code == 401
    assert service.server.requests == []


def test_a_subscription_as_json_is_told_which_transports_there_are(serve: Serve) -> None:
    response = post(serve(), "/graphql", COACH, subscription(skillGap=GAP))
    assert response.status_code == 406
    assert "text/event-stream" in response.json()["errors"][0]["message"]


def test_a_query_is_answered_as_json_whatever_else_is_accepted(serve: Serve) -> None:
    accept = "application/graphql-response+json, application/json, text/event-stream, multipart/mixed"
    response = post(serve(), "/graphql", COACH, {"query": "{ about { version } }"}, accept)
    assert response.headers["content-type"].startswith("application/graphql-response+json")
    assert response.json()["data"]["about"]["version"]


def test_one_question_and_no_more(serve: Serve) -> None:
    for question in ({}, {"skillGap": GAP, "careerPath": GAP}):
        response = post(serve(), "/graphql", COACH, subscription(**question), "text/event-stream")
        assert "Explanation" not in response.text
        assert "rrors" in response.text


# -- graphql-transport-ws --------------------------------------------------------------------------------------


def hello(service: Service, socket: WebSocketTestSession, who: Principal) -> None:
    socket.send_json({"type": "connection_init", "payload": {"Authorization": f"Bearer {service.world.token(who)}"}})
    assert socket.receive_json() == {"type": "connection_ack"}


def drained(socket: WebSocketTestSession) -> None:
    """Receive until the server closes, which raises."""
    while True:
        socket.receive_json()


def test_a_subscription_over_a_websocket(serve: Serve) -> None:
    service = serve()
    with service.client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as socket:
        hello(service, socket, COACH)
        socket.send_json({"type": "ping"})
        assert socket.receive_json() == {"type": "pong"}
        socket.send_json({"id": "1", "type": "subscribe", "payload": subscription(skillGap=GAP)})
        shown = []
        while (message := socket.receive_json())["type"] == "next":
            assert message["id"] == "1"
            shown.append(message["payload"]["data"]["explain"]["__typename"])
        assert message == {"id": "1", "type": "complete"}
        assert shown[-1] == "Explanation"
        assert set(shown[:-1]) == {"ExplanationClaim"}
        socket.send_json({"id": "2", "type": "subscribe", "payload": {"query": "{ nothing }"}})
        refused = socket.receive_json()
        assert (refused["type"], refused["payload"][0]["extensions"]["code"]) == ("error", "GRAPHQL_VALIDATION_FAILED")
        socket.send_json({"id": "3", "type": "subscribe", "payload": {"query": "{ about { version } }"}})
        assert socket.receive_json()["payload"][0]["extensions"]["code"] == "NOT_A_SUBSCRIPTION"


def test_a_websocket_without_a_token_gets_an_error_and_no_answer(serve: Serve) -> None:
    service = serve()
    with service.client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as socket:
        socket.send_json({"type": "connection_init"})
        socket.receive_json()
        socket.send_json({"id": "1", "type": "subscribe", "payload": subscription(skillGap=GAP)})
        assert socket.receive_json()["payload"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.parametrize("payload", [None, {"Authorization": "Bearer nonsense"}])
def test_who_never_shows_a_token_is_closed_out(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, payload: Json | None
) -> None:
    monkeypatch.setattr(websocket, "INIT_SECONDS", 0.3)
    service = serve()
    with service.client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as socket:
        socket.send_json({"type": "connection_init", "payload": payload})
        assert socket.receive_json() == {"type": "connection_ack"}
        with pytest.raises(WebSocketDisconnect) as closed:
            drained(socket)
    assert closed.value.code == 4401


def test_who_has_shown_one_may_wait(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "INIT_SECONDS", 0.3)
    service = serve()
    with service.client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as socket:
        hello(service, socket, COACH)
        time.sleep(0.6)
        socket.send_json({"type": "ping"})
        assert socket.receive_json() == {"type": "pong"}


def test_each_subscription_of_a_websocket_has_a_line_in_the_log_without_a_person(
    serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    service = serve()
    payloads = [subscription(skillGap=GAP), {"query": "{ nothing }"}, subscription(skillGap={**GAP, "person": "E99"})]
    with (
        caplog.at_level("INFO", "cairn.api.requests"),
        service.client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as socket,
    ):
        hello(service, socket, COACH)
        for number, payload in enumerate(payloads):
            socket.send_json({"id": str(number), "type": "subscribe", "payload": payload})
            while socket.receive_json()["type"] == "next":
                pass
    lines = [one.getMessage() for one in caplog.records if one.name == "cairn.api.requests"]
    said = [re.sub(r"request=([0-9a-f]{16}-\d) (.*) ms=[0-9.]+ ", r"\2 ", line) for line in lines]
    assert said == [
        "method=WS status=200 operation=subscription codes=-",
        "method=WS status=400 operation=subscription codes=GRAPHQL_VALIDATION_FAILED",
        "method=WS status=200 operation=subscription codes=-",
    ]
    assert len({re.search("request=(.*?) ", line)[1] for line in lines}) == 3  # type: ignore[index]  # each has one


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        (["nonsense"], 4400),
        (['{"type": 1}'], 4400),
        (['{"type": "other"}'], 4400),
        (['{"id": "1", "type": "subscribe", "payload": {"query": "{ a }"}}'], 4401),
        (['{"type": "connection_init"}', '{"type": "connection_init"}'], 4429),
        (['{"type": "connection_init"}', '{"type": "subscribe", "payload": {}}'], 4400),
        (["x" * (Limits().body_bytes + 1)], 4400),
        (['{"type": "connection_init"}', f'{{"type": "subscribe", "id": "1", "payload": {DEEP}}}'], 4400),
    ],
)
def test_whoever_breaks_the_protocol_is_closed_out_with_its_code(serve: Serve, messages: list[str], code: int) -> None:
    service = serve()
    with service.client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as socket:
        for text in messages:
            socket.send_text(text)
        with pytest.raises(WebSocketDisconnect) as closed:
            drained(socket)
    assert closed.value.code == code


def test_a_foreign_page_and_another_protocol_are_not_let_in(serve: Serve) -> None:
    service = serve()
    for given, code in (
        ({"subprotocols": ["graphql-ws"]}, 4406),
        ({"subprotocols": [PROTOCOL], "headers": {"Origin": "https://evil.example"}}, 4403),
        ({"subprotocols": [PROTOCOL], "headers": {"Origin": "http://[evil"}}, 4403),
    ):
        with pytest.raises(WebSocketDisconnect) as closed, service.client.websocket_connect("/graphql", **given):
            pass
        assert closed.value.code == code


def test_a_subscription_that_is_completed_early_frees_everything(serve: Serve) -> None:
    service = serve(NarrationOptions(deadline_seconds=1.0, waiting=1))
    service.server.always = FAULTS["slower than the deadline"]
    with service.client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as socket:
        hello(service, socket, COACH)
        socket.send_json({"id": "1", "type": "subscribe", "payload": subscription(skillGap=GAP)})
        socket.send_json({"id": "1", "type": "complete"})
        socket.send_json({"type": "ping"})
        while socket.receive_json() != {"type": "pong"}:
            pass
    service.server.always = FAULTS["none"]
    assert service.explained(COACH, "skillGap", GAP)["fallback"] == "NONE"


# -- flat ------------------------------------------------------------------------------------------------------


def test_a_service_gets_text_and_numbered_citations(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    service = serve()
    with caplog.at_level("INFO", "cairn.api.requests"):
        response = post(service, "/explain", COACH, {"question": "skillGap", "input": GAP})
    assert response.status_code == 200
    (line,) = [one.getMessage() for one in caplog.records if one.name == "cairn.api.requests"]
    assert line.endswith(" method=POST status=200 operation=explain")
    told = response.json()
    assert told["text"] == " ".join(one["text"] for one in told["sentences"])
    assert {number for one in told["sentences"] for number in one["cites"]} == {
        one["number"] for one in told["citations"]
    }
    assert [one["number"] for one in told["citations"]] == list(range(1, len(told["citations"]) + 1))
    first = told["citations"][0]
    assert (first["from"], first["type"], first["source"]) == ("Data lead", "REQUIRES_SKILL", "HR of acme 1")
    assert told["fallback"] == "NONE"
    assert all(not isinstance(value, dict | list) for one in told["citations"] for name, value in one.items()
               if name != "properties")  # fmt: skip


def test_the_same_sentence_by_sentence(serve: Serve) -> None:
    service = serve()
    body = {"question": "mentorMatch", "input": GAP, "mode": "template", "locale": "de"}
    *shown, last = events(post(service, "/explain", COACH, body, "text/event-stream").text)
    assert last[0] == "complete"
    sentences = [event for _, event in shown if event["event"] == "sentence"]
    assert sentences
    assert (shown[-1][1]["event"], shown[-1][1]["locale"]) == ("explanation", "de")
    cited = [citation["number"] for one in sentences for citation in one["citations"]]
    assert cited == list(range(1, len(cited) + 1))
    assert {number for one in sentences for number in one["cites"]} == set(cited)


@pytest.mark.parametrize(
    ("who", "body", "status", "code"),
    [
        (COACH, {"question": "gossip", "input": GAP}, 400, "BAD_REQUEST"),
        (COACH, {"question": "skillGap"}, 400, "BAD_REQUEST"),
        (COACH, {"question": "skillGap", "input": {"nothing": 1}}, 400, "BAD_USER_INPUT"),
        (COACH, {"question": "skillGap", "input": GAP, "mode": "shout"}, 400, "BAD_USER_INPUT"),
        (COACH, {"question": "skillGap", "input": {**GAP, "targetRole": "r-none"}}, 404, "NOT_IN_GRAPH"),
        (ANN, {"question": "skillGap", "input": {**GAP, "person": "E2"}}, 403, "FORBIDDEN"),
        (AUDITOR, {"question": "skillGap", "input": GAP}, 403, "FORBIDDEN"),
        (None, {"question": "skillGap", "input": GAP}, 401, "UNAUTHENTICATED"),
    ],
)
def test_a_refusal_has_a_status_and_a_code(
    serve: Serve, who: Principal | None, body: Json, status: int, code: str
) -> None:
    response = post(serve(), "/explain", who, body)
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_withdrawn_consent_is_a_refusal_here_too(serve: Serve) -> None:
    service = serve()
    service.world.company.store.withdraw(ACME, "E1", Purpose.SKILL_GAP)
    response = post(service, "/explain", ANN, {"question": "skillGap", "input": GAP})
    assert (response.status_code, response.json()["code"]) == (403, "CONSENT_MISSING")
    assert not any(name in response.text for name in PEOPLE.values())


def test_every_question_of_the_stream_is_a_root_field(serve: Serve) -> None:
    assert {"careerPath", "skillGap", "mentorMatch", "learningPlan", "cohortMatch"} <= set(questions())
    response = serve().client.get("/explain")
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


def test_a_move_between_roles_is_told_flat_and_streamed(serve: Serve) -> None:
    service = serve()
    body = {"question": "transition", "input": {"from": "r-analyst", "to": "r-engineer"}}
    told = post(service, "/explain", COACH, body).json()
    assert told["answerId"]
    assert any("Data engineer asks for Python" in one["text"] for one in told["sentences"])
    *shown, _ = events(post(service, "/explain", COACH, body, "text/event-stream").text)
    assert [event["text"] for _, event in shown[:-1]] == [one["text"] for one in told["sentences"]]


def test_every_question_that_is_streamed_can_be_told_flat(serve: Serve) -> None:
    """The documents of all questions are valid against the schema, whoever may ask them."""
    service = serve()
    for question in questions():
        answer = post(service, "/explain", COACH, {"question": question, "input": {"person": 1.5}}).json()
        assert answer["code"] == "BAD_USER_INPUT", (question, answer)


def test_every_answer_that_can_be_told_in_words_can_be_told_here(serve: Serve) -> None:
    """Every root field with an explanation is a question; workforceReadiness has counts and no claims."""
    shown = schema_types(build_schema())
    told = {name for name, members in shown.items() if any("explanation" in fields for fields in members)}
    assert told - set(questions()) == {"workforceReadiness"}
    assert set(questions()) <= told


def schema_types(schema: CairnSchema) -> dict[str, list[set[str]]]:
    """The fields of what each root field may answer."""
    query = schema._schema.query_type
    assert query is not None
    found = {}
    for name, field in query.fields.items():
        kind = get_named_type(field.type)
        members = kind.types if isinstance(kind, GraphQLUnionType) else [kind]
        found[name] = [set(getattr(one, "fields", ())) for one in members]
    return found


def test_documents_plays_and_themes_are_told_flat_and_streamed(serve: Serve) -> None:
    """They hold nothing here; what they say of a company with documents is tested on the sample company."""
    service = serve()
    for who, question, given in (
        (COACH, "documents", {"question": "How many days may I work from home?", "first": 2, "kinds": ["POLICY"]}),
        (COACH, "documents", {"question": "How many days?", "asOf": "2024-06-01"}),
        (COACH, "plays", {"person": "E1"}),
        (PLANNER, "themes", {"question": "What hangs together?"}),
    ):
        body = {"question": question, "input": given}
        told = post(service, "/explain", who, body).json()
        assert "text" in told, told
        *shown, last = events(post(service, "/explain", who, body, "text/event-stream").text)
        assert [event["text"] for _, event in shown[:-1]] == [one["text"] for one in told["sentences"]]
        assert (shown[-1][1]["event"], last[0]) == ("explanation", "complete")
    refused = post(service, "/explain", COACH, {"question": "themes", "input": {"question": "What?"}})
    assert (refused.status_code, refused.json()["code"]) == (403, "FORBIDDEN")


def test_a_past_moment_is_asked_for_where_the_question_has_one(serve: Serve) -> None:
    service = serve()
    then = {"asOf": "2020-01-01T00:00:00Z"}
    for question, given in (("skillGap", GAP), ("transition", {"from": "r-analyst", "to": "r-engineer"})):
        body = {"question": question, "input": given, **then}
        refused = post(service, "/explain", COACH, body)
        assert (refused.status_code, refused.json()["code"]) == (400, "SNAPSHOT_NOT_KEPT")
        (event, _) = events(post(service, "/explain", COACH, body, "text/event-stream").text)
        assert event[1]["code"] == "SNAPSHOT_NOT_KEPT"
    body = {"question": "plays", "input": {"person": "E1"}, **then}
    assert "careerPath" in post(service, "/explain", COACH, body).json()["message"]
    asked = {"query": STREAM_DOCUMENT, "variables": {"question": {"plays": {"person": "E1"}}, **WISH, **then}}
    (event, _) = events(post(service, "/graphql", COACH, asked, "text/event-stream").text)
    assert event[1]["data"]["explain"]["__typename"] == "BadInput"
