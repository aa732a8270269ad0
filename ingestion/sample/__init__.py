"""Northlight Energy, Cairn's own sample company: hand-written catalogues and a seeded generator of people.

It reads no clock and no file beside its catalogues, and it knows no store: its feeds are rows like any customer's.
"""

TENANT = "northlight"
"""Tenant under which the sample company is loaded."""

COMPANY = "Northlight Energy"
"""Name of the sample company."""

FLAGSHIP = "NE-0042"
"""Identifier of the employee around whom the demo is told (see docs/sample-company.md)."""
