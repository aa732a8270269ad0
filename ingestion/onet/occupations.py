"""O*NET occupations as Role nodes, with what several tables say of each. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.changes import Record
from graph.keys import Value
from ingestion.classification import Place, Statements, labels
from ingestion.onet import layout
from ingestion.onet.rows import Rows

MEANS = {"RL": "education_category", "RW": "experience_category", "OJ": "training_category"}
"""Scales whose distribution over categories becomes a mean on the role."""


@dataclass(slots=True)
class Occupation:
    """What is known of one occupation, gathered from its tables."""

    place: Place
    code: str
    title: str
    description: str
    alternate: list[str] = field(default_factory=list)
    reported: list[str] = field(default_factory=list)
    job_zone: int | None = None
    shares: dict[str, dict[int, float]] = field(default_factory=dict)

    @property
    def other_titles(self) -> list[str]:
        """Reported and alternate titles and their short forms, each once, without the name itself."""
        return labels(sorted(self.reported, key=_folded), sorted(self.alternate, key=_folded), besides=self.title)


def _folded(title: str) -> tuple[str, str]:
    return title.casefold(), title


def mean_category(shares: Mapping[int, float]) -> float | None:
    """The mean category of a distribution given in percent, to two decimals; None where nothing is stated."""
    total = sum(shares[category] for category in sorted(shares))
    if total <= 0:
        return None
    return round(sum(category * shares[category] for category in sorted(shares)) / total, 2)


def role(said: Statements, occupation: Occupation) -> Record:
    """The occupation as a Role."""
    properties: dict[str, Value] = {
        "name": occupation.title,
        "alt_labels": occupation.other_titles,
        "description": occupation.description,
        "scheme": "onet",
        "code": occupation.code,
        "job_zone": occupation.job_zone,
        **{name: mean_category(occupation.shares.get(scale, {})) for scale, name in MEANS.items()},
    }
    return said.node(occupation.place, "Role", occupation.code, f"Occupation Data/{occupation.code}", properties)


def shared_titles(occupations: Iterable[Occupation]) -> int:
    """How many other titles several occupations bear (in any case)."""
    bearers: dict[str, int] = {}
    for occupation in occupations:
        for title in occupation.other_titles:
            bearers[title.casefold()] = bearers.get(title.casefold(), 0) + 1
    return sum(count > 1 for count in bearers.values())


def gathered(rows: Rows) -> dict[str, Occupation]:
    """All occupations of the release with titles, job zones and preparation, by code."""
    occupations = {
        code: Occupation(place, code, title.strip(), description.strip())
        for place, (code, title, description) in rows.settled(layout.OCCUPATIONS, 0)
        if _named(rows, place, title)
    }
    _add_titles(rows, occupations)
    _add_job_zones(rows, occupations)
    _add_preparation(rows, occupations)
    for occupation in occupations.values():
        rows.met.count("onet_occupations_without_job_zone", occupation.job_zone is None)
        borne = len(occupation.alternate) + len(occupation.reported)
        rows.met.count("onet_repeated_titles", borne - len(occupation.other_titles))
    rows.met.count("onet_shared_titles", shared_titles(occupations.values()))
    return occupations


def _named(rows: Rows, place: Place, title: str) -> bool:
    if not title.strip():
        rows.put_aside(place, "Title", "MISSING_VALUE", "The occupation has no title.", "Fill it in.")
    return bool(title.strip())


def _of(rows: Rows, occupations: Mapping[str, Occupation], place: Place, code: str) -> Occupation | None:
    """The occupation a row speaks of; a row of one that the release lacks is put aside."""
    if code not in occupations:
        reason = f"The release has no occupation {code}."
        rows.put_aside(place, layout.CODE, "UNKNOWN_OCCUPATION", reason, "Take all tables from one release.")
    return occupations.get(code)


def _add_titles(rows: Rows, occupations: Mapping[str, Occupation]) -> None:
    for place, (code, alternate, short) in rows.settled(layout.ALTERNATE_TITLES, 0, 1, 2, may_lack=2):
        if occupation := _of(rows, occupations, place, code):
            occupation.alternate += [alternate, short] if short else [alternate]
    for place, (code, reported) in rows.settled(layout.REPORTED_TITLES, 0, 1):
        if occupation := _of(rows, occupations, place, code):
            occupation.reported.append(reported)


def _add_job_zones(rows: Rows, occupations: Mapping[str, Occupation]) -> None:
    for place, (code, zone) in rows.settled(layout.JOB_ZONES, 0):
        occupation = _of(rows, occupations, place, code)
        if zone not in ("1", "2", "3", "4", "5"):
            rows.put_aside(place, "Job Zone", "OUT_OF_RANGE", f"Job zone is {zone[:20]!r}.", "Use 1 to 5.")
        elif occupation:
            occupation.job_zone = int(zone)


def _add_preparation(rows: Rows, occupations: Mapping[str, Occupation]) -> None:
    table = layout.PREPARATION
    for place, (code, _, scale, category, share, suppressed) in rows.settled(table, 0, 1, 2, 3, may_lack=3):
        if scale not in MEANS:
            rows.met.count("onet_passed_over_scales")
            continue
        occupation = _of(rows, occupations, place, code)
        percent = _percent(share)
        if not category.isdecimal() or percent is None:
            reason = f"Category {category[:20]!r} has the share {share[:20]!r}."
            rows.put_aside(place, "Data Value", "OUT_OF_RANGE", reason, "Give a category number and 0 to 100 percent.")
        elif occupation:
            rows.met.count("onet_suppressed_shares", suppressed == "Y")
            occupation.shares.setdefault(scale, {})[int(category)] = percent


def _percent(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value <= 100 else None
