"""Retrieval over documents: passages in force that the caller may read, ranked, with what is quoted from them."""

from reasoning.retrieval.answers import DocumentRequest, DocumentsAnswer, PassageHit, SearchMode
from reasoning.retrieval.finding import find_passages
from reasoning.retrieval.semantics import Embed, Semantics

__all__ = [
    "DocumentRequest",
    "DocumentsAnswer",
    "Embed",
    "PassageHit",
    "SearchMode",
    "Semantics",
    "find_passages",
]
