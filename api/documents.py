"""Documents: text becomes a checked document once, and is kept. It executes nothing."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSyntaxError,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    parse,
    specified_rules,
)
from strawberry.schema.schema import validate_document

from api.limits import Limits, exceeded, operation_in, too_dear
from api.page_rows import Rows, rows_by_variable
from api.schema.build import CairnSchema

KEPT = 512
MAX_ERRORS = 10
_SUGGESTION = re.compile(r"\s*Did you mean .*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document is not executed, as GraphQL errors that may be sent."""

    errors: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document with the types of its operations by name (the unnamed one under None), or why it is refused."""

    text: str
    node: DocumentNode | None
    operations: Mapping[str | None, OperationType]
    refusal: Refusal | None = None


class Documents:
    """Parses, measures and validates texts; the last 512 are kept, so a known text costs nothing.

    Refused texts are kept too: sending one again and again does not make us validate it again.
    """

    def __init__(self, schema: CairnSchema, limits: Limits, *, introspection: bool = True) -> None:
        self._schema = schema
        self._limits = limits
        hidden = () if introspection else (NoSchemaIntrospectionCustomRule,)
        self._rules = (*specified_rules, *hidden)
        self.prepared = functools.lru_cache(maxsize=KEPT)(self._prepare)
        self._dear = functools.lru_cache(maxsize=KEPT)(self._measured)

    def _prepare(self, text: str) -> Document:
        try:
            node = parse(text, max_tokens=self._limits.tokens)
        except GraphQLSyntaxError as error:
            return Document(text, None, {}, Refusal((present(error, "GRAPHQL_PARSE_FAILED"),)))
        except RecursionError:
            return Document(text, None, {}, _too_much("depth"))
        operations = {
            one.name.value if one.name else None: one.operation
            for one in node.definitions
            if isinstance(one, OperationDefinitionNode)
        }
        return Document(text, node, operations, self._checked(node))

    def affordable(self, document: Document, operation: str | None, variables: Mapping[str, object]) -> Document:
        """The document, or its refusal where the operation with these variables costs more than the limit."""
        found = operation_in(document.node, operation) if document.node is not None else None
        if document.refusal is not None or found is None:
            return document
        rows = rows_by_variable(found, variables)
        if not rows or not self._dear(document.text, operation, tuple(sorted(rows.items()))):
            return document
        return replace(document, refusal=_too_much("cost"))

    def _measured(self, text: str, operation: str | None, rows: tuple[tuple[str, Rows], ...]) -> bool:
        node = self.prepared(text).node
        found = operation_in(node, operation) if node is not None else None
        return node is not None and found is not None and too_dear(node, found, dict(rows), self._limits)

    def _checked(self, node: DocumentNode) -> Refusal | None:
        try:
            bound = exceeded(node, self._limits)
            if bound is not None:
                return _too_much(bound)
            errors = validate_document(self._schema._schema, node, self._rules)
        except RecursionError:
            return _too_much("depth")
        if not errors:
            return None
        return Refusal(tuple(present(error, "GRAPHQL_VALIDATION_FAILED") for error in errors[:MAX_ERRORS]))


def present(error: GraphQLError, code: str) -> dict[str, object]:
    """A GraphQL error with its code and without suggestions, which would tell the schema."""
    shown: dict[str, object] = {"message": _SUGGESTION.sub("", error.message)}
    if error.locations:
        shown["locations"] = [{"line": place.line, "column": place.column} for place in error.locations[:1]]
    if error.path:
        shown["path"] = list(error.path)
    return {**shown, "extensions": {"code": code}}


def _too_much(bound: str) -> Refusal:
    message = f"The document exceeds the limit on {bound.replace('_', ' ')}."
    extensions = {"code": "DOCUMENT_TOO_LARGE", "remedy": "Ask for less at once."}
    return Refusal(({"message": message, "extensions": extensions},))
