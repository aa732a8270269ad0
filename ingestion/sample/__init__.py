"""Northlight Energy, Cairn's own sample company: hand-written catalogues and a seeded generator of people.

It reads no clock and no file beside its catalogues; its feeds are rows like any customer's.
"""

from ingestion.sample.identity import COMPANY, FLAGSHIP, TENANT, Flagship
from ingestion.sample.loading import ingest_sample

__all__ = ["COMPANY", "FLAGSHIP", "TENANT", "Flagship", "ingest_sample"]
