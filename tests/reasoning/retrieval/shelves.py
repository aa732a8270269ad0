"""Documents written down in a line, as a snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from graph.keys import NodeKey, Value, digest
from tests.reasoning.building import TENANT, Company

DAY = date(2026, 6, 1)


def shelve(
    company: Company,
    series: str,
    version: str = "1",
    texts: Mapping[str, str] | None = None,
    *,
    since: date = date(2026, 1, 1),
    until: date | None = None,
    audience: tuple[str, ...] = ("all",),
    kind: str = "policy",
) -> NodeKey:
    stated: dict[str, Value] = {
        "name": f"The {series} rules", "series": series, "version": version, "kind": kind, "in_force_from": since,
        "in_force_to": until, "audience": list(audience), "format": "markdown", "content_hash": "0",
    }  # fmt: skip
    document = company.add(NodeKey("Document", TENANT, f"{series}@{version}"), stated)
    for place, (section, text) in enumerate((texts or {"Rule": f"Rule of {series} {version}."}).items(), 1):
        passage = company.add(NodeKey("Passage", TENANT, f"{document.id}#{place}"), {"name": section, "text": text})
        company.edge(
            "HAS_PASSAGE", document, passage,
            version=version, place=place, text_hash=digest(text), valid_from=since, valid_to=until,
        )  # fmt: skip
    return document


def supersede(company: Company, new: NodeKey, old: NodeKey, since: date) -> None:
    company.edge(
        "SUPERSEDES", new, old,
        version=new.id.partition("@")[2], old_version=old.id.partition("@")[2], valid_from=since,
    )  # fmt: skip
