"""O*NET, the US classification of occupations, read from its database release in text form."""

from ingestion.onet.connector import OnetConnector, ingest_onet

__all__ = ["OnetConnector", "ingest_onet"]
