"""POST /explain: an answer as text with numbered citations in one flat JSON, or sentence by sentence as events.

For services that want neither GraphQL nor a graph. It asks the GraphQL service, so token, table, consent and limits
are those of every question.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry.types import get_object_definition
from strawberry.utils.str_converters import to_camel_case

from api.answering import Asked, Reply
from api.event_stream import event_stream, wants_events
from api.negotiation import PLAIN_JSON
from api.schema.explanation_questions import ARGUMENTS, AS_OF, ExplainQuestion
from api.streaming import Result, Streams
from api.wire import GraphQLRequest, ProtocolError, bad_request, decoded

Json = dict[str, Any]
_log = logging.getLogger("cairn.api.requests")
STATUS = {"NotInGraph": 404, "Forbidden": 403, "ConsentMissing": 403, "BadInput": 400, "Unavailable": 503}
CHOICES = {"audience": "ExplanationAudience", "length": "ExplanationLength", "mode": "ExplanationMode"}
_EDGE = """edges { id type from { name } to { name } properties { name value } confidence observedAt validFrom validTo
  assertions { source { dataset version synthetic } record observedAt confidence } }"""
_CLAIM = f"claimId kind text origin fallbackCodes edgeIds {_EDGE}"
_WHOLE = """id text readingLevel { ease band formula }
  locale fallback codes { code count } callCodes dropped { claimId codes } model promptVersion
  graphVersion usage { promptTokens completionTokens exact cost calls cached } latencyMs"""
_PROBLEM = "... on Problem { code message remedy }"
_DECLARED = "$audience: ExplanationAudience!, $length: ExplanationLength!, $locale: String!, $mode: ExplanationMode!"
_GIVEN = "audience: $audience, length: $length, locale: $locale, mode: $mode"
STREAM_DOCUMENT = f"""subscription Explain($question: ExplainQuestion!, $asOf: DateTime, {_DECLARED}) {{
  explain(question: $question, asOf: $asOf, {_GIVEN}) {{ __typename {_PROBLEM}
    ... on ExplanationClaim {{ {_CLAIM} }} ... on Explanation {{ {_WHOLE} }} }} }}"""


class Answering(Protocol):
    """What this endpoint needs of the GraphQL endpoint."""

    streams: Streams

    async def body(self, request: Request) -> bytes:
        """The body within its bounds."""
        ...

    async def served(self, asked: Asked) -> Reply:
        """The reply of the GraphQL service."""
        ...


@cache
def questions() -> Mapping[str, str]:
    """The questions that can be asked here, with the type of their input."""
    fields = get_object_definition(ExplainQuestion, strict=True).fields
    return {to_camel_case(one.python_name): _type_name(one.type) for one in fields}


def _type_name(kind: Any) -> str:
    inner = getattr(kind, "of_type", kind)
    return str(get_object_definition(inner, strict=True).name)


def document(question: str) -> str:
    """The GraphQL document of a question."""
    declared = dict(ARGUMENTS.get(question) or {"input": f"{questions()[question]}!"})
    if question in past_questions():
        declared["asOf"] = "DateTime"
    variables = ", ".join(f"${name}: {kind}" for name, kind in declared.items())
    arguments = ", ".join(f"{name}: ${name}" for name in declared)
    kind = "RoleTransition" if question == "transition" else "Answer"
    return f"""query Explain({variables}, {_DECLARED}) {{
  answer: {question}({arguments}) {{ __typename {_PROBLEM} ... on {kind} {{ answerId }}
    ... on Explainable {{ explanation({_GIVEN}) {{ {_WHOLE} claims {{ {_CLAIM} }} }} }} }} }}"""


@cache
def past_questions() -> frozenset[str]:
    """The questions that take `asOf` beside their input."""
    return frozenset(map(to_camel_case, AS_OF))


def documents() -> tuple[str, ...]:
    """All documents that are sent from here, so that they can be trusted."""
    return (STREAM_DOCUMENT, *map(document, questions()))


class ExplainEndpoint:
    """The endpoint as an ASGI application."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            response = await self._response(request)
        except ProtocolError as error:
            body = {"code": error.code, "message": error.message, "remedy": "Correct the request."}
            response = _json(error.status, body, error.headers)
        except ClientDisconnect:
            return
        _log.info(
            "request=%s method=%s status=%d operation=explain", request.scope["state"]["request_id"], request.method,
            response.status_code,
        )  # fmt: skip
        await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        if request.method != "POST":
            raise ProtocolError(405, "METHOD_NOT_ALLOWED", "Questions are posted.", allow="POST")
        streams = self._answering.streams
        question, given, wish, past = _read(await self._answering.body(request), streams)
        authorization, request_id = request.headers.get("authorization"), request.scope["state"]["request_id"]
        if wants_events(request.headers.get("accept")):
            asked = GraphQLRequest(STREAM_DOCUMENT, "Explain", {"question": {question: given}, **past, **wish})
            return event_stream(_flat(await streams.open(asked, authorization, request_id)))
        variables = given if question in ARGUMENTS else {"input": given}
        body = orjson.dumps({"query": document(question), "variables": {**variables, **past, **wish}})
        reply = await self._answering.served(Asked("POST", PLAIN_JSON, authorization, body, (), request_id))
        return _flattened(reply)


def _read(body: bytes, streams: Streams) -> tuple[str, Json, Json, Json]:
    """Question, its input, the wish and the past moment if any; the rest of the checking is GraphQL's."""
    given = decoded(body, streams.limits)
    if not isinstance(given, dict):
        raise bad_request("The body is one JSON object.")
    question, asked = str(given.get("question")), given.get("input")
    if question not in questions():
        raise bad_request(f"`question` is one of {', '.join(questions())}.")
    if not isinstance(asked, dict):
        raise bad_request("`input` is an object, as in GraphQL.")
    usual = {"audience": "EMPLOYEE", "length": "NORMAL", "mode": "AUTO"}
    wish = {name: str(given.get(name, usual[name])).upper() for name in CHOICES}
    past = {"asOf": moment} if (moment := given.get("asOf")) is not None else {}
    if past and question not in past_questions():
        raise bad_request(f"`asOf` goes with {', '.join(sorted(past_questions()))}.")
    return question, asked, {**wish, "locale": str(given.get("locale", "en"))}, past


def _flattened(reply: Reply) -> Response:
    answer = orjson.loads(reply.body)
    if "errors" in answer:
        first = answer["errors"][0]
        code = str(first.get("extensions", {}).get("code", "BAD_REQUEST"))
        status = reply.status if reply.status >= 400 else 500 if code == "INTERNAL" else 400
        body = {"code": code, "message": first["message"], "remedy": "See the GraphQL schema for the input."}
        return _json(status, body, reply.headers)
    found = answer["data"]["answer"]
    if "code" in found:
        headers = {"Retry-After": "2"} if found["__typename"] == "Unavailable" else {}
        return _json(STATUS.get(found.pop("__typename"), 409), found, headers)
    return _json(200, {"answerId": found.get("answerId"), **flat(found["explanation"])})


def flat(explanation: Json) -> Json:
    """Text, sentences with the numbers of what they cite, and the citations."""
    numbers: dict[str, int] = {}
    citations: list[Json] = []
    sentences = [_sentence(claim, numbers, citations) for claim in explanation.pop("claims")]
    return {**_renamed(explanation), "sentences": sentences, "citations": citations}


async def _flat(results: AsyncGenerator[Result, None]) -> AsyncGenerator[Result, None]:
    """Events as flat as the one JSON: sentences with the citations that are new, then the whole without them."""
    numbers: dict[str, int] = {}
    try:
        async for result in results:
            data = result.get("data")
            event: Any = data.get("explain") if isinstance(data, dict) else None
            if event is None:
                yield {"event": "error", "errors": result.get("errors", [])}
            elif event["__typename"] == "ExplanationClaim":
                citations: list[Json] = []
                yield {"event": "sentence", **_sentence(event, numbers, citations), "citations": citations}
            elif event["__typename"] == "Explanation":
                event.pop("__typename")
                yield {"event": "explanation", **_renamed(event)}
            else:
                event.pop("__typename")
                yield {"event": "problem", **event}
    finally:
        await results.aclose()


def _renamed(explanation: Json) -> Json:
    codes = {one["code"]: one["count"] for one in explanation.pop("codes")}
    return {"explanationId": explanation.pop("id"), **explanation, "codes": codes}


def _sentence(claim: Json, numbers: dict[str, int], citations: list[Json]) -> Json:
    for edge in claim["edges"]:
        if edge["id"] not in numbers:
            numbers[edge["id"]] = len(numbers) + 1
            citations.append(_citation(numbers[edge["id"]], edge))
    kept = ("claimId", "kind", "text", "origin", "fallbackCodes")
    return {**{name: claim[name] for name in kept}, "cites": [numbers[edge] for edge in claim["edgeIds"]]}


def _citation(number: int, edge: Json) -> Json:
    assertions: Sequence[Json] = edge["assertions"]
    first = assertions[0] if assertions else None
    source = f"{first['source']['dataset']} {first['source']['version']}" if first else None
    return {
        "number": number,
        "edgeId": edge["id"],
        "from": edge["from"]["name"],
        "type": edge["type"],
        "to": edge["to"]["name"],
        "properties": {one["name"]: one["value"] for one in edge["properties"]},
        "confidence": edge["confidence"],
        "observedAt": edge["observedAt"],
        "source": source,
        "record": first["record"] if first else None,
    }


def _json(status: int, body: Json, headers: Mapping[str, str] | None = None) -> Response:
    return Response(
        orjson.dumps(body), status, {"Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store",
                                     "Vary": "Accept", **(headers or {})},
    )  # fmt: skip
