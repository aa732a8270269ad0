"""A small company in feeds that are awkward on purpose: late versions, gaps, refused rows, references to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Rows = Sequence[Mapping[str, object]]

PEOPLE: Rows = [{"person_id": "1"}, {"person_id": "2"}, {"person_id": "3"}]
SKILLS: Rows = [{"skill_id": "S1", "name": "Welding"}, {"skill_id": "S2", "name": "Metalwork"}]


def unit(number: int, parent: int | None = None, **more: object) -> dict[str, object]:
    row: dict[str, object] = {"org_unit_id": f"U{number}", "name": f"Unit {number}", **more}
    return row if parent is None else {**row, "parent_id": f"U{parent}"}


WORLD: list[tuple[str, Rows]] = [
    ("people", PEOPLE),
    ("skills", SKILLS),
    ("skill_relations", [{"skill_id": "S1", "relation": "broader", "other_skill_id": "S2"}]),
    ("org_units", [unit(1), unit(2, 1)]),
    ("org_units", [unit(2, 3, observed_at="2026-02-01"), unit(3)]),
    ("roles", [{"role_id": "R1", "name": "Engineer", "onet_soc_code": "17-2071.00"}]),
    (
        "employment",
        [
            {"employment_id": "E1", "person_id": "1", "role_id": "R1", "start_date": "2020-01-01", "manager_id": "2",
             "observed_at": "2025-01-01"},
            {"employment_id": "E1", "person_id": "1", "role_id": "R1", "start_date": "2020-02-01", "manager_id": "3",
             "observed_at": "2025-06-01"},
            {"employment_id": "E2", "person_id": "2", "role_id": "R9", "start_date": "2020-01-01"},
        ],
    ),
    ("person_skills", [{"person_id": "1", "skill_id": "S1", "level": "3", "method": "manager"}]),
    ("person_skills", [{"person_id": "1", "skill_id": "S1", "level": "9"}, {"person_id": "1", "skill_id": "S2"}]),
    ("consents", [{"person_id": "1", "purposes": ["skill_gap"], "status": "granted", "given_at": "2026-01-01"}]),
]  # fmt: skip


def many() -> list[tuple[str, Rows]]:
    """The small company and enough people, some under two identifiers, that loading it takes a while."""
    people: Rows = [{"person_id": f"P{number}", "country": "DE"} for number in range(25)]
    skills: Rows = [
        {"person_id": f"P{number}", "skill_id": skill, "level": number % 6}
        for number in range(25)
        for skill in ("S1", "S2")
    ]
    return [("person_skills", skills), ("people", people), *_identities(), *WORLD]


def _identities() -> list[tuple[str, Rows]]:
    """Links in chains of four identifiers, of which every second is cut again in the middle; consent under one end."""
    linked: list[Mapping[str, object]] = [
        {"person_id": f"P{number}", "same_as": f"P{number + 1}", "method": "email_match", "observed_at": "2026-01-01"}
        for number in range(24)
        if number % 4 != 3
    ]
    parted: list[Mapping[str, object]] = [
        {"person_id": f"P{number}", "same_as": f"P{number - 1}", "state": "separate", "method": "hr_decision",
         "observed_at": "2025-06-01"}
        for number in range(2, 25, 8)
    ]  # fmt: skip
    agreed: list[Mapping[str, object]] = [
        {"person_id": f"P{number}", "purposes": ["skill_gap"], "status": "granted", "given_at": "2026-01-02"}
        for number in range(0, 25, 4)
    ]
    return [("identities", [*linked, *parted]), ("consents", agreed)]
