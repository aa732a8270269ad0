"""Documents for the little company: a policy in two versions, one for managers, and one of the rival."""

from __future__ import annotations

from datetime import date

from graph.keys import NodeKey, digest
from tests.api.company import ACME, RIVAL, Company

OLD_TEXT = "Trains are booked in second class up to 6 hours."
NEW_TEXT = "Trains are booked in second class up to 4 hours.\nNight trains are paid."


def add_document(
    company: Company,
    tenant: str,
    series: str,
    version: str,
    since: date,
    passages: dict[str, str],
    *,
    title: str = "Travel policy",
    audience: tuple[str, ...] = ("all",),
    kind: str = "policy",
) -> NodeKey:
    document = company.node(
        tenant, "Document", f"{series}@{version}", name=title, series=series, version=version, kind=kind,
        in_force_from=since, audience=list(audience), format="markdown", content_hash="0",
    )  # fmt: skip
    for place, (section, text) in enumerate(passages.items(), 1):
        passage = company.node(tenant, "Passage", f"{series}@{version}#{place}", name=section, text=text)
        company.edge(
            tenant, "HAS_PASSAGE", document, passage, version=version, place=place, text_hash=digest(text),
            valid_from=since,
        )  # fmt: skip
    return document


def add_documents(company: Company) -> None:
    old = add_document(company, ACME, "travel", "1.0", date(2024, 1, 1), {"Trains": OLD_TEXT})
    flights = "Flights within the country are not booked."
    new = add_document(company, ACME, "travel", "2.0", date(2026, 1, 1), {"Trains": NEW_TEXT, "Flights": flights})
    company.edge(
        ACME, "SUPERSEDES", new, old, version="2.0", old_version="1.0", valid_from=date(2026, 1, 1)
    )  # fmt: skip
    add_document(
        company, ACME, "bonus", "1.0", date(2025, 1, 1), {"Bonus": "Managers grant a bonus of 4 percent."},
        title="Bonus guidance", audience=("manager",),
    )  # fmt: skip
    add_document(
        company, RIVAL, "secret", "1.0", date(2025, 1, 1), {"Merger": "Rival merges with nobody until autumn."},
        title="Merger policy",
    )  # fmt: skip
