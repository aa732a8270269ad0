"""ESCO, the European classification of occupations and skills, read from its CSV release."""

from ingestion.esco.connector import EscoConnector, ingest_esco

__all__ = ["EscoConnector", "ingest_esco"]
