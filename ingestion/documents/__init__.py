"""Documents: policies and playbooks as files become versions, passages and plays in the graph. It words no answer."""

from ingestion.documents.connector import FEED, ingest_documents

__all__ = ["FEED", "ingest_documents"]
