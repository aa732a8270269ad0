"""Subscriptions over one schema: who asks, may it run, and its results one by one. It knows no transport."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Mapping
from typing import Any, TypeAlias, cast

from anyio import to_thread
from graphql import OperationType
from strawberry.types import ExecutionResult

from api.answering import GraphQLService, codes_of, operation_of, shown_error, unauthenticated
from api.documents import Document
from api.inquiry import Inquiry
from api.ports import Deps
from api.principal import Principal
from api.schema.build import CairnSchema
from api.schema.context import RequestContext
from api.tokens import TokenVerifier
from api.wire import GraphQLRequest, ProtocolError, bad_request
from ontology.errors import Unauthenticated

MAX_STREAMS = 64
"""Subscriptions open at once in this process."""
PER_CALLER = 8
"""Of these, how many one caller may have."""
Result = Mapping[str, object]
Caller: TypeAlias = tuple[str, str]
"""Tenant and subject."""


class Streams:
    """Runs subscriptions under the same tokens, limits and documents as requests."""

    def __init__(
        self,
        service: GraphQLService,
        schema: CairnSchema,
        deps: Deps,
        verifier: TokenVerifier,
        *,
        per_caller: int = PER_CALLER,
    ) -> None:
        self._service, self.limits = service, service.limits
        self._schema, self._deps, self._verifier = schema, deps, verifier
        self._per_caller = per_caller
        self._running: Counter[Caller] = Counter()

    async def open(
        self, request: GraphQLRequest, authorization: str | None, request_id: str
    ) -> AsyncGenerator[Result, None]:
        """Check everything that can be refused beforehand, then give the results. Raises ``ProtocolError``."""
        if self._running.total() >= MAX_STREAMS:
            raise _overloaded()
        return self._results(*await to_thread.run_sync(self._prepared, request, authorization, request_id))

    def knows(self, authorization: str | None) -> bool:
        """Whether the token is one of ours."""
        try:
            self._principal(authorization)
        except ProtocolError:
            return False
        return True

    def is_subscription(self, request: GraphQLRequest, authorization: str | None) -> bool:
        """Whether the request names a subscription, so that a transport can be chosen.

        Raises ``ProtocolError`` without a valid token: no document is looked at for somebody unknown.
        """
        self._principal(authorization)
        try:
            document = self._service.document_of(request)
        except ProtocolError:
            return False
        return document.refusal is None and _kind(document.operations, request) is OperationType.SUBSCRIPTION

    def _prepared(
        self, request: GraphQLRequest, authorization: str | None, request_id: str
    ) -> tuple[Document, Mapping[str, object], str | None, RequestContext]:
        principal = self._principal(authorization)
        refusal = self._refusal(_caller(principal))
        if refusal is not None:
            raise refusal
        document = self._service.document_of(request)
        if document.refusal is not None:
            raise RefusedDocument(document.refusal.errors)
        name = operation_of(document, request, "POST", subscriptions=True)
        costly = self._service.affordable(document, name, request).refusal
        if costly is not None:
            raise RefusedDocument(costly.errors)
        if _kind(document.operations, request) is not OperationType.SUBSCRIPTION:
            raise bad_request("Only subscriptions are streamed.", "NOT_A_SUBSCRIPTION")
        context = RequestContext(Inquiry(self._deps, principal), request_id, document.node)
        return document, request.variables, name, context

    def _principal(self, authorization: str | None) -> Principal:
        try:
            return self._verifier.principal(authorization)
        except Unauthenticated as error:
            raise unauthenticated(error) from None

    def _refusal(self, caller: Caller) -> ProtocolError | None:
        """Why this caller is not to have one more now."""
        if self._running.total() >= MAX_STREAMS:
            return _overloaded()
        if self._running[caller] < self._per_caller:
            return None
        message = f"You have {self._per_caller} subscriptions open; end one of them first."
        return ProtocolError(429, "TOO_MANY_SUBSCRIPTIONS", message, retry_after="1")

    async def _results(
        self, document: Document, variables: Mapping[str, object], name: str | None, context: RequestContext
    ) -> AsyncGenerator[Result, None]:
        caller = _caller(context.inquiry.principal)
        refusal = self._refusal(caller)
        if refusal is not None:  # many were let in at once: none of them had begun
            yield {"data": None, **refusal.body()}
            return
        self._running[caller] += 1
        try:
            found: Any = await self._schema.subscribe(
                document.text, dict(variables), context_value=context, operation_name=name
            )
            if not hasattr(found, "__aiter__"):
                yield _shown(found)
                return
            results = cast("AsyncGenerator[ExecutionResult, None]", found)
            try:
                async for result in results:
                    yield _shown(result)
            finally:
                await results.aclose()
        finally:
            self._running[caller] -= 1  # only now has its work ended
            if not self._running[caller]:
                del self._running[caller]


class RefusedDocument(ProtocolError):
    """A document that is not valid or too large, with all its errors."""

    def __init__(self, errors: tuple[Mapping[str, object], ...]) -> None:
        super().__init__(400, ",".join(codes_of(errors)) or "GRAPHQL_VALIDATION_FAILED", "The document is refused.")
        self.errors = errors

    def body(self) -> dict[str, object]:
        """All errors."""
        return {"errors": list(self.errors)}


def _caller(principal: Principal) -> Caller:
    return principal.tenant_id, principal.subject


def _overloaded() -> ProtocolError:
    message = "Too many subscriptions are open. Try again soon."
    return ProtocolError(503, "OVERLOADED", message, retry_after="1")


def _kind(operations: Mapping[str | None, OperationType], request: GraphQLRequest) -> OperationType | None:
    if request.operation_name is not None:
        return operations.get(request.operation_name)
    return next(iter(operations.values()), None)


def _shown(result: ExecutionResult) -> Result:
    shown: dict[str, object] = {"data": result.data}
    if result.errors:
        shown["errors"] = [shown_error(error) for error in result.errors]
    return shown
