"""From a request in bytes to a reply in bytes: who asks, what, may it run, run it, say what came of it.

Everything here is synchronous and runs in a worker thread, store access included, so that no document and no
slow store can hold up the event loop. Nothing here knows HTTP beyond status and headers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import orjson
from graphql import GraphQLError, OperationType
from strawberry.types import ExecutionResult

from api.documents import Document, Documents, present
from api.frame_guard import guarded
from api.inquiry import Inquiry
from api.limits import Limits
from api.negotiation import GRAPHQL_JSON, PLAIN_JSON
from api.persisted import PersistedOperations, hash_of
from api.ports import Deps
from api.schema.build import CairnSchema
from api.schema.context import RequestContext
from api.tokens import TokenVerifier
from api.wire import GraphQLRequest, ProtocolError, bad_request, from_body, from_query
from ontology.errors import CairnError, Unauthenticated

PARTIAL_SUCCESS = 294
"""Status of an executed request that met errors (GraphQL over HTTP, September 2026)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came: enough to answer it."""

    method: str
    media_type: str
    authorization: str | None
    body: bytes
    parameters: Sequence[tuple[str, str]]
    request_id: str


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, body and headers, and for the log the operation, the tenant and the codes of errors."""

    status: int
    body: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)
    operation: str | None = None
    tenant: str | None = None
    codes: tuple[str, ...] = ()


class GraphQLService:
    """Answers requests over one schema."""

    def __init__(
        self,
        schema: CairnSchema,
        deps: Deps,
        verifier: TokenVerifier,
        *,
        limits: Limits | None = None,
        persisted: PersistedOperations | None = None,
        introspection: bool = True,
    ) -> None:
        self.limits = limits or Limits()
        self._schema = schema
        self._deps = deps
        self._verifier = verifier
        self._documents = Documents(schema, self.limits, introspection=introspection)
        self._persisted = persisted if persisted is not None else PersistedOperations()

    def reply(self, asked: Asked) -> Reply:
        """Answer the request, whatever it holds. Only faults of ours raise."""
        try:
            principal = self._verifier.principal(asked.authorization)
        except Unauthenticated as error:
            return refused(asked, unauthenticated(error))
        tenant = principal.tenant_id
        try:
            request = self._read(asked)
            document = self.document_of(request)
            name = operation_of(document, request, asked.method)
            document = self.affordable(document, name, request)
        except ProtocolError as error:
            return refused(asked, error, tenant)
        if document.refusal is not None:
            return _rejected(asked, document.refusal.errors, tenant)
        if request.digest is not None:
            self._persisted.learn(document.text)
        context = RequestContext(Inquiry(self._deps, principal), asked.request_id, document.node)
        result = guarded(lambda: self._run(document, request, name, context))
        return _executed(asked, result, name, tenant)

    def _read(self, asked: Asked) -> GraphQLRequest:
        if asked.method == "GET":
            return from_query(asked.parameters, self.limits)
        return from_body(asked.body, self.limits)

    def document_of(self, request: GraphQLRequest) -> Document:
        """The checked document that a request means; raises ``ProtocolError`` when there is none to serve."""
        text = request.query
        if text is None:
            text = self._persisted.find(request.digest or "")
            if text is None:
                raise ProtocolError(400, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
        elif request.digest is not None and hash_of(text) != request.digest:
            raise bad_request("The hash is not that of the query.", "PERSISTED_QUERY_HASH_MISMATCH")
        elif self._persisted.trusted_only and self._persisted.find(hash_of(text)) is None:
            raise ProtocolError(403, "TRUSTED_DOCUMENTS_ONLY", "Only registered documents are served here.")
        return self._documents.prepared(text)

    def affordable(self, document: Document, name: str | None, request: GraphQLRequest) -> Document:
        """The document, refused where its pages cost too much; one that the operator has registered never is."""
        if self._persisted.trusts(document.text):
            return document
        return self._documents.affordable(document, name, request.variables)

    def _run(
        self, document: Document, request: GraphQLRequest, name: str | None, context: RequestContext
    ) -> ExecutionResult:
        return self._schema.execute_sync(
            document.text,
            variable_values=dict(request.variables),
            context_value=context,
            operation_name=name,
        )


def operation_of(
    document: Document, request: GraphQLRequest, method: str, *, subscriptions: bool = False
) -> str | None:
    """The name of the operation to run; raises ``ProtocolError`` where it cannot be told or may not be."""
    if document.node is None:
        return None
    operations, name = document.operations, request.operation_name
    if not operations:
        raise bad_request("The document holds no operation.", "OPERATION_NOT_FOUND")
    if name is None and len(operations) > 1:
        raise bad_request("Several operations: `operationName` must say which.", "OPERATION_NAME_REQUIRED")
    if name is not None and name not in operations:
        raise bad_request("There is no operation of that name.", "OPERATION_NOT_FOUND")
    kind = operations[name] if name is not None else next(iter(operations.values()))
    if kind is OperationType.SUBSCRIPTION and not subscriptions and document.refusal is None:
        message = "Subscriptions come as text/event-stream (POST, with that Accept) or over graphql-transport-ws."
        raise ProtocolError(406, "NOT_ACCEPTABLE", message)
    if kind is not OperationType.QUERY and method == "GET":
        raise ProtocolError(405, "METHOD_NOT_ALLOWED", "GET serves queries only.", allow="POST")
    return name if name is not None else next(iter(operations))


def unauthenticated(error: Unauthenticated) -> ProtocolError:
    """The refusal of a request without a valid token."""
    message = f"{error.message} {error.remedy}"
    return ProtocolError(error.status, error.code, message, www_authenticate='Bearer realm="cairn"')


def refused(asked: Asked, error: ProtocolError, tenant: str | None = None) -> Reply:
    """The reply to a request that is not served. A well-formed one that asks in plain JSON gets 200."""
    well_formed = error.code in ("PERSISTED_QUERY_NOT_FOUND", "OPERATION_NOT_FOUND", "OPERATION_NAME_REQUIRED")
    status = 200 if well_formed and asked.media_type == PLAIN_JSON else error.status
    return Reply(
        status, orjson.dumps(error.body()), asked.media_type, error.headers, tenant=tenant, codes=(error.code,)
    )


def _rejected(asked: Asked, errors: Sequence[Mapping[str, object]], tenant: str) -> Reply:
    status = 400 if asked.media_type == GRAPHQL_JSON else 200
    return Reply(
        status, orjson.dumps({"errors": list(errors)}), asked.media_type, tenant=tenant, codes=codes_of(errors)
    )


def _executed(asked: Asked, result: ExecutionResult, name: str | None, tenant: str) -> Reply:
    errors = [shown_error(error) for error in result.errors or ()]
    codes = codes_of(errors)
    if result.data is None and not any(error.path for error in result.errors or ()):
        reply = _rejected(asked, errors, tenant)
        return Reply(reply.status, reply.body, reply.media_type, operation=name, tenant=tenant, codes=codes)
    body: dict[str, object] = {"data": result.data}
    if errors:
        body = {"errors": errors, **body}
    status = PARTIAL_SUCCESS if errors and asked.media_type == GRAPHQL_JSON else 200
    return Reply(status, orjson.dumps(body), asked.media_type, operation=name, tenant=tenant, codes=codes)


def shown_error(error: GraphQLError) -> dict[str, object]:
    """An error as it may be sent: expected ones with code and remedy, faults of ours without a word of theirs."""
    original = error.original_error
    if isinstance(original, CairnError):
        shown = present(GraphQLError(original.message, nodes=error.nodes, path=error.path), original.code)
        return {**shown, "extensions": {"code": original.code, "remedy": original.remedy}}
    if error.path is None and isinstance(original, GraphQLError | None):
        return present(error, "BAD_USER_INPUT")
    return present(GraphQLError("Unexpected error.", nodes=error.nodes, path=error.path), "INTERNAL")


def codes_of(errors: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    """The codes of errors, each once."""
    found = [extensions.get("code") for error in errors if isinstance(extensions := error.get("extensions"), Mapping)]
    return tuple(dict.fromkeys(str(code) for code in found))
