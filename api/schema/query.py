"""The root of the schema. Each field calls one use case and returns finished data; nothing below it does I/O."""

from __future__ import annotations

import strawberry

from api.schema.answer_queries import AnswerQueries
from api.schema.catalogue_queries import CatalogueQueries
from api.schema.cohort_queries import CohortQueries
from api.schema.document_queries import DocumentQueries
from api.schema.identifiers import IdentifierQueries
from api.schema.learning_queries import LearningQueries
from api.schema.path_queries import PathQueries
from api.schema.readiness import ReadinessQueries
from api.schema.recorded_queries import RecordedQueries
from api.schema.reviews import ReviewQueries
from api.schema.themes import ThemeQueries


@strawberry.type(description="Everything that can be asked.")
class Query(
    AnswerQueries,
    CatalogueQueries,
    CohortQueries,
    DocumentQueries,
    IdentifierQueries,
    LearningQueries,
    PathQueries,
    ReadinessQueries,
    RecordedQueries,
    ReviewQueries,
    ThemeQueries,
):
    """Root of the schema; each concept brings its fields in a class of its own."""
