"""The landscape: everything about a snapshot's roles that moves between them are judged by. Built once, pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.snapshot import Snapshot
from ontology.model import REFERENCE_TENANT
from reasoning.transitions.levels import bases, levels
from reasoning.transitions.links import (
    BORROWED,
    BORROWED_TRUST,
    LINKED_TRUST,
    Spread,
    Standing,
    carried,
    matches,
)
from reasoning.transitions.skill_space import SkillSpace, skill_space
from reasoning.transitions.sparse import Floats, Ints
from reasoning.transitions.text_space import text_space
from reasoning.transitions.work_space import WorkSpace, own_text, work_space

ONET = "onet"


@dataclass(frozen=True, slots=True)
class Landscape:
    """Tables of both spaces, where each role stands in them, and each role's scheme and level.

    ``texts`` are places of all roles among the topics of their own words (zero where there are none).
    ``asked`` is the preparation a role asks for, ``levels`` also how high it stands.

    Roles are counted from the first (``base``). ``own`` is a role's own row in the skill space, or -1.
    ``skill_standing`` is where it stands among the classifications' rows of that space. ``schemes`` are places
    in ``scheme_names`` (tenant, scheme).
    """

    base: int
    schemes: Ints
    scheme_names: tuple[tuple[str, str], ...]
    work: Mapping[str, Floats]
    work_roles: Ints
    skills: Mapping[str, Floats]
    skill_roles: Ints
    work_standing: Standing
    skill_standing: Standing
    own: Ints
    texts: Floats
    asked: Floats
    levels: Floats

    def __len__(self) -> int:
        return len(self.schemes)


def build_landscape(snapshot: Snapshot) -> Landscape:
    """Build the landscape (about ten seconds for all of O*NET and ESCO). Ask for it through ``landscape``."""
    roles = list(snapshot.nodes("Role"))
    named = [
        (snapshot.tenants[int(snapshot.tenant_codes[role])], snapshot.text("Role", "scheme", role) or "")
        for role in roles
    ]
    names = sorted(set(named))
    onet = _ints([role for role, (_, scheme) in zip(roles, named, strict=True) if scheme == ONET])
    others = _ints([role for role, (_, scheme) in zip(roles, named, strict=True) if scheme != ONET])
    texts = text_space(snapshot, roles)
    work, skills = work_space(snapshot, onet), skill_space(snapshot, others, texts.topics)
    matched = matches(snapshot)
    work_standing = _in_work(snapshot, roles, work, matched)
    skill_standing = _in_skills(snapshot, roles, skills, matched, work_standing, work)
    own = {int(role): at for at, role in enumerate(skills.roles)}
    zones = np.array([_mean(work_standing.spread(at), work.preparation) for at in range(len(roles))], dtype=np.float32)
    asked = bases(snapshot, roles, zones, matched)
    return Landscape(
        base=roles[0] if roles else 0,
        schemes=_ints([names.index(name) for name in named]),
        scheme_names=tuple(names),
        work=work.components,
        work_roles=work.roles,
        skills=skills.components,
        skill_roles=skills.roles,
        work_standing=work_standing,
        skill_standing=skill_standing,
        own=_ints([own.get(role, -1) for role in roles]),
        texts=texts.vectors,
        asked=asked,
        levels=levels(snapshot, roles, asked),
    )


def _in_work(
    snapshot: Snapshot, roles: Sequence[int], work: WorkSpace, matched: Mapping[int, Mapping[int, float]]
) -> Standing:
    """Where each role stands in the work space: itself, its matches, or the occupations whose words are nearest."""
    place = {int(role): at for at, role in enumerate(work.roles)}
    spreads: list[Spread] = [{place[role]: 1.0} if role in place else carried(role, matched, place) for role in roles]
    trust = [1.0 if role in place else LINKED_TRUST for role in roles]
    strays = [at for at, spread in enumerate(spreads) if not spread] if work.height else []
    placed = work.topics.place([own_text(snapshot, roles[at]) for at in strays]) if strays else np.zeros((0, 0))
    for at, vector in zip(strays, placed, strict=True):
        spreads[at] = _best(work.topics.vectors @ vector)
        trust[at] = BORROWED_TRUST
    return Standing.of(spreads, trust)


def _in_skills(
    snapshot: Snapshot,
    roles: Sequence[int],
    skills: SkillSpace,
    matched: Mapping[int, Mapping[int, float]],
    work_standing: Standing,
    work: WorkSpace,
) -> Standing:
    """Where each role stands among ESCO's rows: itself, its matches, or the matches of like O*NET occupations."""
    shared = [snapshot.tenants[int(snapshot.tenant_codes[role])] == REFERENCE_TENANT for role in skills.roles]
    place = {int(role): at for at, role in enumerate(skills.roles) if shared[at]}
    spreads: list[Spread] = [{place[role]: 1.0} if role in place else carried(role, matched, place) for role in roles]
    trust = [1.0 if role in place else LINKED_TRUST if spreads[at] else BORROWED_TRUST for at, role in enumerate(roles)]
    known = {at: spread for at, spread in enumerate(spreads) if spread}
    rows = {int(role): at for at, role in enumerate(work.roles)}
    linked_rows = [(rows[role], known[at]) for at, role in enumerate(roles) if role in rows and at in known]
    subject = work.components["subject"] + work.components["titles"] if work.height else np.zeros((0, 0))
    for at, spread in enumerate(spreads):
        if not spread and linked_rows:
            like = np.zeros(len(linked_rows), dtype=np.float32)
            for row, share in work_standing.spread(at).items():
                like += share * subject[row, [row for row, _ in linked_rows]]
            spreads[at] = _mixed(_best(like), [spread for _, spread in linked_rows])
    return Standing.of(spreads, trust)


def _best(like: Floats) -> dict[int, float]:
    """The rows most alike, with their likeness."""
    ranked = np.argsort(-like, kind="stable")[:BORROWED]
    return {int(row): float(like[row]) for row in ranked if like[row] > 0}


def _mixed(weights: Mapping[int, float], spreads: Sequence[Spread]) -> dict[int, float]:
    found: dict[int, float] = {}
    for at, weight in weights.items():
        total = sum(spreads[at].values())
        for row, share in spreads[at].items():
            found[row] = found.get(row, 0.0) + weight * share / total
    return found


def _mean(spread: Spread, values: Floats) -> float:
    return sum(share * float(values[row]) for row, share in spread.items()) if spread else float("nan")


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, dtype=np.int64)
