"""Claims of every kind with every combination of slots that its proof can give. They cite nothing: for texts only.

Whoever adds a kind adds its combinations here; the snapshots of the templates and the tests of texts cover them then.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from reasoning.evidence import Claim, ClaimKind, SlotValue

Slots: TypeAlias = dict[str, SlotValue]
Choice: TypeAlias = Sequence[Slots]

PERSON: Slots = {"person": "Person 412"}
ROLE: Slots = {"role": "Data scientist"}
SKILL: Slots = {"skill": "Python"}
NOTHING: Slots = {}
MOVE: Slots = {"origin": "Data analyst", "destination": "Data scientist"}

HELD: Choice = [
    {"basis": basis, **level, **({"course": "Python 2"} if basis == "course" else {})}
    for basis in ("stated", "assessment", "course")
    for level in (NOTHING, Slots({"level": 3.5}))
]
COVER: Choice = [
    {"cover": "same"},
    *(Slots({"cover": cover, "held": "Django"}) for cover in ("equivalent", "narrower", "close")),
]
REQUIRED: Choice = [NOTHING, {"required": 3.0}]
AS_OF: Choice = [NOTHING, {"as_of": "2026-06-01", "fading": "0=skill"}]
OPTIONAL: Choice = [NOTHING, {"optional": True}]

COMBINATIONS: Mapping[ClaimKind, Sequence[Choice]] = {
    ClaimKind.HOLDS_ROLE: [
        [PERSON | ROLE],
        [NOTHING, {"since": "2022-01-31"}],
        [NOTHING, {"until": "2024-12-01"}],
    ],
    ClaimKind.HAS_SKILL: [[PERSON | SKILL], HELD],
    ClaimKind.REQUIRES_SKILL: [[ROLE | SKILL], REQUIRED, OPTIONAL],
    ClaimKind.MEETS_SKILL: [[PERSON | ROLE | SKILL], HELD, COVER[:3], REQUIRED, OPTIONAL],
    ClaimKind.PARTLY_MEETS_SKILL: [
        [PERSON | ROLE | SKILL],
        HELD[1::2],
        [
            *({**cover, "difference": 1.5, "required": 5.0} for cover in COVER[:3]),
            *({**COVER[3], **n} for n in REQUIRED),
        ],
        OPTIONAL,
    ],
    ClaimKind.LACKS_SKILL: [
        [PERSON | ROLE | SKILL],
        REQUIRED,
        OPTIONAL,
        [NOTHING, {"near": "R"}, {"near": "R", "level": 2.0}],
    ],
    ClaimKind.GAP_SUMMARY: [
        [PERSON | ROLE],
        [{"met": 0, "total": 1}, {"met": 1, "total": 2}, {"met": 2, "total": 5}, {"met": 3, "total": 3}],
        [{"coverage": 12}],
        [NOTHING, {"essential": True}],
        AS_OF,
    ],
    ClaimKind.COURSE_CLOSES_GAP: [
        [ROLE | SKILL | {"course": "Python 2"}],
        [{"cover": "same"}, {"cover": "equivalent", "taught": "Django"}, {"cover": "narrower", "taught": "Django"}],
        [{"closes": True}, {"closes": False}],
        [NOTHING, {"to_level": 3.0}],
        [NOTHING, {"required": 4.0}],
        OPTIONAL,
    ],
    ClaimKind.NO_COURSE: [[ROLE | SKILL], REQUIRED, OPTIONAL],
    ClaimKind.COURSE_PREREQUISITE: [[{"course": "Python 2", "prerequisite": "Python 1"}]],
    ClaimKind.COURSE_TEACHES: [
        [SKILL | {"course": "Python 2"}],
        [{"cover": "same"}, {"cover": "equivalent", "taught": "Django"}, {"cover": "narrower", "taught": "Django"}],
        [NOTHING, {"to_level": 3.0}],
    ],
    ClaimKind.LEVEL_FADED: [
        [PERSON | ROLE | SKILL | {"last": "2020-01-31", "as_of": "2026-06-01", "counted": 2.5}],
        [{"rule": "skill", "half_life": 60}],
        HELD[1::2],
        COVER,
        REQUIRED,
        OPTIONAL,
        [{"enough": True}, {"enough": False}],
    ],
    ClaimKind.ROLE_WITHIN_REACH: [
        [PERSON | ROLE],
        [{"met": 0, "total": 1}, {"met": 1, "total": 2}, {"met": 4, "total": 6}],
        [NOTHING, {"essential": True}],
        AS_OF,
        [
            NOTHING,
            {"skill_1": "Python"},
            {"skill_1": "Python", "required_1": 3.0, "skill_2": "SQL", "required_2": 2.5},
        ],
    ],
    ClaimKind.PATH_STEP_OBSERVED: [[MOVE], [NOTHING, {"count": 1}, {"count": 12}]],
    ClaimKind.PATH_STEP_SKILLS: [
        [{"destination": "Data scientist"}],
        [
            {"carried": 0, "total": 1, "missing": 1},
            {"carried": 1, "total": 1, "missing": 0},
            {"carried": 3, "total": 5, "missing": 2},
        ],
    ],
    ClaimKind.PATH_TOTAL: [
        [{"origin": "Data analyst", "target": "Head of data"}],
        [
            {"steps": 1},
            {"steps": 2, "via_1": "Data scientist"},
            {"steps": 3, "via_1": "Data scientist", "via_2": "Lead data scientist"},
        ],
    ],
    ClaimKind.PATH_CONFLICT: [
        [{"origin": "Data analyst", "target": "Head of data"}],
        [{"steps": 1}, {"steps": 2, "via_1": "Data scientist"}],
    ],
    ClaimKind.PATH_STEP_OPENING: [[{"posting": "Data scientist, Berlin", "destination": "Data scientist"}]],
    ClaimKind.NO_PATH: [[{"origin": "Data analyst", "target": "Head of data"}]],
    ClaimKind.MENTOR_SKILL: [
        [SKILL | {"mentor": "Person 77"}],
        [{"level": 4.0}],
        COVER[:3],
        [NOTHING, {"offered": "Python"}],
        [NOTHING, *({**ROLE, **needed, **option} for needed in REQUIRED for option in OPTIONAL)],
        [NOTHING, PERSON | {"own": 2.0}],
    ],
    ClaimKind.MENTOR_MOVE: [[MOVE | {"mentor": "Person 77"} | {"since": "2018-01-01", "then": "2021-05-01"}]],
    ClaimKind.MENTOR_CAPACITY: [
        [SKILL | {"mentor": "Person 77"}],
        [{"capacity": 1}, {"capacity": 2}],
        [NOTHING, {"active": 0}, {"active": 1}],
    ],
    ClaimKind.MENTOR_OUTCOMES: [[{"mentor": "Person 77", "rating": 4.5}], [{"finished": 1}, {"finished": 4}]],
    ClaimKind.MENTOR_UNIT: [
        [PERSON | {"mentor": "Person 77", "unit": "Data"}],
        [NOTHING, {"other": "Grid", "steps": 1}, {"other": "Grid", "steps": 3}],
    ],
    ClaimKind.NO_MENTOR: [[SKILL], [ROLE, PERSON]],
    ClaimKind.PASSAGE_IN_FORCE: [
        [{"document": "Travel policy", "section": "Trains / Night trains", "version": "2.0", "since": "2026-01-01"}],
        [NOTHING, {"until": "2026-12-31"}, {"then": "2026-06-01"}],
    ],
    ClaimKind.DOCUMENT_SUPERSEDED: [
        [{"document": "Travel policy", "old_version": "1.2", "newer": "Travel and expenses policy", "version": "2.0"}],
        [{"since": "2026-01-01"}],
    ],
    ClaimKind.PLAY_CALLED_FOR: [
        [PERSON | {"situation": "New lead with a gap in leadership", "play": "Play 7: The first hundred days"}]
    ],
    ClaimKind.PLAY_DESCRIBED_IN: [[{"play": "Play 7: The first hundred days", "document": "Playbook 7"}]],
    ClaimKind.THEME_COVERS: [[{"theme": "Python, Statistics", "roles": 3, "skills": 9, "courses": 1, "passages": 0}]],
    ClaimKind.COMPLETION_ENDS: [[PERSON | {"course": "Working at height", "until": "2026-09-30"}]],
}


def specimens(kind: ClaimKind) -> Iterator[Claim]:
    """Every combination of the kind, in a fixed order."""
    for number, chosen in enumerate(itertools.product(*COMBINATIONS[kind]), 1):
        slots: Slots = {}
        for part in chosen:
            slots |= part
        yield Claim(f"{kind.value}-{number}", kind, slots, ())
