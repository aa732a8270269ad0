"""The wire format: a GraphQL-over-HTTP request out of bytes, and the one shape in which errors go back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import orjson

from api.limits import Limits

_HASH_LENGTH = 64


class ProtocolError(Exception):
    """A request that is no well-formed GraphQL-over-HTTP request, or may not be served: status, code, message."""

    def __init__(self, status: int, code: str, message: str, **headers: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.headers = {name.replace("_", "-").title(): value for name, value in headers.items()}

    def body(self) -> dict[str, object]:
        """As a GraphQL response without data."""
        return {"errors": [{"message": self.message, "extensions": {"code": self.code}}]}


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """The parameters of a request. At least one of ``query`` and ``digest`` is there."""

    query: str | None
    operation_name: str | None = None
    variables: Mapping[str, object] = field(default_factory=dict)
    digest: str | None = None


def bad_request(message: str, code: str = "BAD_REQUEST") -> ProtocolError:
    """A request that cannot be understood."""
    return ProtocolError(400, code, message)


def from_body(body: bytes, limits: Limits) -> GraphQLRequest:
    """Read a POST body; raises ``ProtocolError`` when it is not JSON in UTF-8 of the right shape and depth."""
    given = decoded(body, limits)
    if not isinstance(given, dict):
        raise bad_request("The body must be one JSON object.")
    return _request(given)


def from_query(parameters: Sequence[tuple[str, str]], limits: Limits) -> GraphQLRequest:
    """Read the parameters of a GET request; raises ``ProtocolError`` like ``from_body``."""
    given: dict[str, object] = {}
    for name, value in parameters:
        if name in given:
            raise bad_request(f"The parameter {name[:40]!r} is given twice.")
        given[name] = value
    for name in ("variables", "extensions"):
        if text := given.get(name):
            given[name] = decoded(cast("str", text).encode("utf-8", "surrogatepass"), limits)
        else:
            given.pop(name, None)
    if given.get("operationName") == "":
        del given["operationName"]
    return _request(given)


def decoded(body: bytes, limits: Limits) -> object:
    """JSON of bounded size and depth; raises ``ProtocolError``."""
    if len(body) > limits.body_bytes:
        raise ProtocolError(413, "PAYLOAD_TOO_LARGE", f"The request is larger than {limits.body_bytes} bytes.")
    try:
        given = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise bad_request("The request is not JSON in UTF-8.") from None
    if _deeper_than(given, limits.json_depth):
        raise bad_request("The JSON is nested too deeply.")
    return cast("object", given)


def _deeper_than(value: object, bound: int) -> bool:
    level: list[object] = [value]
    for _ in range(bound):
        level = [
            item
            for one in level
            if isinstance(one, dict | list)
            for item in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return any(isinstance(one, dict | list) for one in level)


def _request(given: Mapping[str, object]) -> GraphQLRequest:
    query, name = given.get("query"), given.get("operationName")
    variables, extensions = given.get("variables"), given.get("extensions")
    if not isinstance(query, str | None):
        raise bad_request("`query` must be a string.")
    if not isinstance(name, str | None):
        raise bad_request("`operationName` must be a string.")
    if not isinstance(variables, dict | None):
        raise bad_request("`variables` must be an object.")
    if not isinstance(extensions, dict | None):
        raise bad_request("`extensions` must be an object.")
    digest = _digest(extensions or {})
    if not query and digest is None:
        raise bad_request("The request holds no `query`.")
    return GraphQLRequest(query or None, name or None, variables or {}, digest)


def _digest(extensions: Mapping[str, object]) -> str | None:
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    digest = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
    if not isinstance(persisted, dict) or persisted.get("version") != 1 or not isinstance(digest, str):
        raise bad_request("`extensions.persistedQuery` must hold version 1 and sha256Hash.")
    if len(digest) != _HASH_LENGTH or not all(char in "0123456789abcdef" for char in digest):
        raise bad_request("`sha256Hash` must be 64 lower-case hexadecimal digits.")
    return digest
