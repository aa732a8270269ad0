"""Builds the one schema of the process and prints its SDL. Faults of ours are logged here, one line each."""

from __future__ import annotations

import functools
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import strawberry
from graphql import GraphQLError
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.types.execution import ExecutionContext

from api.schema import nodes
from api.schema.context import RequestContext
from api.schema.explanation_streams import Subscription
from api.schema.query import Query
from api.schema.reviews import Mutation
from ontology.errors import CairnError

SDL_FILE = Path(__file__).parent.parent / "schema.graphql"
PAGE_CAP = 100

_log = logging.getLogger("cairn.api.faults")


class UsePrepared(SchemaExtension):
    """Hands strawberry the document that was parsed, measured and validated before, so that it does not do so again."""

    def on_parse(self) -> Iterator[None]:
        """Skip parsing."""
        self.execution_context.graphql_document = self.execution_context.context.document
        yield

    def on_validate(self) -> Iterator[None]:
        """Skip validation of what was validated."""
        if self.execution_context.context.document is not None:
            self.execution_context.pre_execution_errors = []
        yield


class CairnSchema(strawberry.Schema):
    """The schema, with one log line for every real fault and none for bad requests."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Log faults by class and place; never by message, which may hold personal data."""
        for error in errors:
            original = error.original_error
            if isinstance(original, CairnError) or (error.path is None and isinstance(original, GraphQLError | None)):
                continue
            original = original or error
            context = execution_context.context if execution_context is not None else None
            request_id = context.request_id if isinstance(context, RequestContext) else "-"
            frames = traceback.extract_tb(original.__traceback__)
            place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "-"
            path = ".".join(map(str, error.path or ()))
            _log.error("request=%s path=%s fault=%s at=%s", request_id, path, type(original).__name__, place)


@functools.cache
def build_schema() -> CairnSchema:
    """The schema; one per process, because its types may not serve two."""
    config = StrawberryConfig(disable_field_suggestions=True, relay_max_results=PAGE_CAP)
    types = [nodes.Role, nodes.Skill, nodes.Course, nodes.Person, nodes.Concept]
    return CairnSchema(
        query=Query, mutation=Mutation, subscription=Subscription, types=types, config=config, extensions=[UsePrepared]
    )


def sdl() -> str:
    """The schema in the schema definition language, as committed in api/schema.graphql."""
    return build_schema().as_str().rstrip() + "\n"


if __name__ == "__main__":
    SDL_FILE.write_text(sdl(), "utf-8")
