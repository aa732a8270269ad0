"""ESCO, the European classification of occupations and skills, read from its CSV release."""

from ingestion.esco.connector import EscoConnector

__all__ = ["EscoConnector"]
