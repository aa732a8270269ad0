"""An OpenAI-compatible server for tests, standard library only: models and chat, plain and streamed, with every fault.

It answers from the request's own claims (``truthful``: the template's sentence), or with whatever a ``Speaker`` makes
of a claim. Faults are queued: each request takes the next one. Every request is kept, so that tests can assert what
was sent.
"""

from __future__ import annotations

import json
import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
Speaker = Callable[[Json, Json], str]
"""From the prompt's document and one of its claims to the sentence."""
Reply = Callable[[Json], str]
"""From the sentences by claim id to the content of the message."""
MODEL = "fake-model"
PROVIDER_TEXT = "CANARY of the provider: quota of org-123 exceeded"


def truthful(document: Json, claim: Json) -> str:
    """The template's sentence."""
    return str(claim["sentence"])


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one request. ``reply`` makes the content from the sentences."""

    name: str = "none"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    reply: Reply = json.dumps
    finish_reason: str = "stop"
    refusal: str | None = None
    body: str | None = None
    delay: float = 0.0
    drop_after: int | None = None
    drip_seconds: float = 0.0
    usage: bool = True


def cut(share: float) -> Reply:
    """The JSON, broken off."""
    return lambda sentences: (text := json.dumps(sentences))[: int(len(text) * share)]


def keyed(change: Callable[[Json], Json]) -> Reply:
    """Other keys or values than asked for."""
    return lambda sentences: json.dumps(change(sentences))


def twice(sentences: Json) -> str:
    """Each key twice."""
    pairs = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in sentences.items()]
    return "{" + ", ".join(pairs * 2) + "}"


FAULTS: Mapping[str, Fault] = {
    fault.name: fault
    for fault in (
        Fault(),
        Fault("too many requests", 429),
        Fault("too many requests, come back in a second", 429, {"Retry-After": "1"}),
        Fault("server error", 500),
        Fault("unavailable", 503),
        Fault("bad request", 400),
        Fault("unauthorized", 401),
        Fault("slower than the deadline", delay=30.0),
        Fault("truncated", reply=cut(0.6), finish_reason="length"),
        Fault("truncated without saying so", reply=cut(0.6)),
        Fault("refusal", reply=lambda _: "", refusal="I cannot help with that."),
        Fault("content filter", reply=lambda _: "", finish_reason="content_filter"),
        Fault("empty", reply=lambda _: ""),
        Fault("page of a proxy", body="<html><body>Welcome</body></html>", headers={"Content-Type": "text/html"}),
        Fault("JSON that is no completion", body='{"hello": "world"}'),
        Fault("list instead of a completion", body="[1, 2, 3]"),
        Fault("dropped before a word", drop_after=0),
        Fault("dropped in the middle", drop_after=1),
        Fault("slow drip", drip_seconds=0.7),
        Fault("prose", reply=lambda _: "Sure! Here are your sentences."),
        Fault("prose before the object", reply=lambda one: "Here you are: " + json.dumps(one)),
        Fault("prose behind the object", reply=lambda one: json.dumps(one) + " Anything else?"),
        Fault("fenced", reply=lambda one: f"```json\n{json.dumps(one)}\n```"),
        Fault("list", reply=lambda one: json.dumps(list(one.values()))),
        Fault("wrong keys", reply=keyed(lambda one: {f"claim {key}": value for key, value in one.items()})),
        Fault("missing keys", reply=keyed(lambda one: dict(list(one.items())[:1]))),
        Fault("no keys", reply=keyed(lambda _: {})),
        Fault("extra keys", reply=keyed(lambda one: {**one, "c999": "Everybody is happy."})),
        Fault("duplicate keys", reply=twice),
        Fault("numbers for sentences", reply=keyed(lambda one: dict.fromkeys(one, 7))),
        Fault("objects for sentences", reply=keyed(lambda one: {key: {"text": value} for key, value in one.items()})),
        Fault("null", reply=keyed(lambda one: dict.fromkeys(one))),
        Fault("empty sentences", reply=keyed(lambda one: dict.fromkeys(one, " "))),
        Fault("ten thousand characters", reply=keyed(lambda one: dict.fromkeys(one, "so " * 3500))),
        Fault("wrong language", reply=keyed(lambda one: dict.fromkeys(one, "Ήξερε τα πάντα πριν."))),
        Fault("markup", reply=keyed(lambda one: {key: f"<b>{value}</b>" for key, value in one.items()})),
        Fault("line breaks", reply=keyed(lambda one: {key: f"{value}\n{value}" for key, value in one.items()})),
        Fault("lone surrogate", reply=lambda one: '{"' + next(iter(one), "c1") + '": "\\ud800"}'),
        Fault("no usage", usage=False),
    )
}


class ModelServer:
    """A running server. ``requests`` holds what was sent; ``faults`` what the next requests meet."""

    def __init__(self, speaker: Speaker = truthful) -> None:
        self.speaker = speaker
        self.requests: list[Json] = []
        self.faults: deque[Fault] = deque()
        self.always: Fault = Fault()
        handler = type("Handler", (_Handler,), {"owner": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._http.daemon_threads = True
        self._http.block_on_close = False
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        self.stopping = threading.Event()

    @property
    def base_url(self) -> str:
        """For a client's ``base_url``."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    @property
    def prompts(self) -> list[str]:
        """Everything that was said to the model, a text a request."""
        return ["\n".join(one["content"] for one in request["messages"]) for request in self.requests]

    def next_fault(self) -> Fault:
        """The fault of this request."""
        return self.faults.popleft() if self.faults else self.always

    def close(self) -> None:
        """Stop it and whoever still waits."""
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()


class _Handler(BaseHTTPRequestHandler):
    owner: ModelServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the requests are kept."""

    def do_GET(self) -> None:
        """The list of models."""
        self._json(200, {"object": "list", "data": [{"id": MODEL, "object": "model", "owned_by": "tests"}]})

    def do_POST(self) -> None:
        """A chat completion, or the fault that is next."""
        request: Json = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.owner.requests.append(request)
        fault = self.owner.next_fault()
        if fault.delay:
            self.owner.stopping.wait(fault.delay)
            self.close_connection = True
            return
        if fault.drop_after == 0:
            self._drop()
        elif fault.status != 200:
            self._json(
                fault.status, {"error": {"message": PROVIDER_TEXT, "type": "fault", "code": None}}, fault.headers
            )
        elif fault.body is not None:
            self._send(fault.body.encode(), {"Content-Type": "application/json", **fault.headers})
        elif request.get("stream"):
            self._stream(request, fault)
        elif fault.drop_after is not None:
            body = json.dumps(self._completion(request, fault)).encode()
            self._send(body[: len(body) // 2], {"Content-Length": str(len(body))})
            self._drop()
        else:
            self._json(200, self._completion(request, fault))

    def _sentences(self, request: Json) -> Json:
        document = json.loads(request["messages"][-1]["content"])
        for one in document["claims"]:
            one["sentence"] = document["sentences"][one["id"]]
        return {one["id"]: self.owner.speaker(document, one) for one in document["claims"]}

    def _usage(self, request: Json, content: str) -> Json:
        sent = sum(len(one["content"]) for one in request["messages"]) // 4
        said = len(content) // 4
        return {"prompt_tokens": sent, "completion_tokens": said, "total_tokens": sent + said}

    def _completion(self, request: Json, fault: Fault) -> Json:
        content = fault.reply(self._sentences(request))
        message = {"role": "assistant", "content": content or None, "refusal": fault.refusal}
        completion = {
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": MODEL,
            "choices": [{"index": 0, "message": message, "finish_reason": fault.finish_reason, "logprobs": None}],
        }  # fmt: skip
        return completion | ({"usage": self._usage(request, content)} if fault.usage else {})

    def _stream(self, request: Json, fault: Fault) -> None:
        content = fault.reply(self._sentences(request))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        pieces = [content[at : at + 16] for at in range(0, len(content), 16)]
        try:
            if fault.refusal:
                self._event({"choices": [_choice({"refusal": fault.refusal})]})
            for number, piece in enumerate(pieces):
                if fault.drop_after is not None and number >= len(pieces) // 2:
                    self._drop()
                    return
                if fault.drip_seconds and self.owner.stopping.wait(fault.drip_seconds):
                    return
                self._event({"choices": [_choice({"content": piece})]})
            self._event({"choices": [_choice({}, fault.finish_reason)]})
            if fault.usage and request.get("stream_options", {}).get("include_usage"):
                self._event({"choices": [], "usage": self._usage(request, content)})
            self.wfile.write(b"data: [DONE]\n\n")
        except OSError:  # the client has had enough
            return

    def _event(self, part: Json) -> None:
        whole = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": MODEL, **part}
        self.wfile.write(f"data: {json.dumps(whole)}\n\n".encode())
        self.wfile.flush()

    def _drop(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _json(self, status: int, body: Json, headers: Mapping[str, str] | None = None) -> None:
        self._send(json.dumps(body).encode(), {"Content-Type": "application/json", **(headers or {})}, status)

    def _send(self, body: bytes, headers: Mapping[str, str], status: int = 200) -> None:
        try:
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True


def _choice(delta: Json, finish_reason: str | None = None) -> Json:
    return {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}


@contextmanager
def model_server(speaker: Speaker = truthful) -> Iterator[ModelServer]:
    """A server for the length of the block."""
    server = ModelServer(speaker)
    try:
        yield server
    finally:
        server.close()


__all__ = ["FAULTS", "MODEL", "Fault", "ModelServer", "model_server", "truthful"]
