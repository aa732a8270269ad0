"""German phrasings of what courses teach, what fades, and roles within reach."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "as_of": "@as_of [;] (stand | zum stand | am) {as_of} | @!as_of",
    "faded_hold": "<hold> <cover> [;] [und] der letzte nachweis (ist vom | stammt vom) {last}",
    "faded_counts": """[;] [und] am {as_of} zählt (das | dies) (daher | deshalb | also) als <lv> {counted}
                       [[;] bei einer halbwertszeit von {half_life} monaten]""",
    "faded_ask": """@!cover=close <role> <asks> (@required <lv> {required} [in <skill>] | @!required <skill>
                    | <skill> <at_required>) <opt> | @cover=close <role> <asks> <skill> selbst <at_required> <opt>""",
    "faded_end": "[;] was (@enough=True erfüllt ist | @enough=False nicht erfüllt ist)",
    "still": """@skill_1 [;] [und] (noch nötig [sind | ist] [;] <needs>
                | nötig (ist | sind) noch <needs>) | @!skill_1""",
    "needs": "{skill_1} <r1> (@skill_2 <comma> {skill_2} <r2> (@skill_3 <comma> {skill_3} <r3> (@skill_4 <comma> {skill_4} <r4> "
    "(@skill_5 <comma> {skill_5} <r5> | @!skill_5) | @!skill_4) | @!skill_3) | @!skill_2)",
    "comma": "[;] [und]",
    **{f"r{n}": f"@required_{n} auf <lv> {{required_{n}}} | @!required_{n}" for n in range(1, 6)},
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.COURSE_TEACHES: (
        "<course> (lehrt | behandelt) <teaches> <taught_to> <cover>",
        "<course> vermittelt <teaches> <taught_to> <cover>",
        "in <course_any> wird <teaches> <taught_to> vermittelt <cover>",
        "im kurs {course} wird <teaches> <taught_to> vermittelt <cover>",
        "<teaches> wird (im kurs {course} | von <course_any> | durch <course_any>) <taught_to> vermittelt <cover>",
    ),
    ClaimKind.LEVEL_FADED: (
        "<faded_hold> <faded_counts> <but> <faded_ask> <faded_end>",
        "<ask> <but> <faded_hold> <faded_counts> @!cover=close",
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        "{person} erfüllt <x_of_y> (der | für | von) <role> <as_of> <still>",
        "von [den] {total} <reqs> (der | für | von) <role> erfüllt {person} {met} <as_of> <still>",
        "<x_of_y> (der | für | von) <role> (sind | ist) (von | durch) {person} erfüllt <as_of> <still>",
        "für <role> erfüllt {person} <x_of_y> <as_of> <still>",
        "@as_of (am | stand) {as_of} [;] erfüllt {person} <x_of_y> (der | für | von) <role> <still>",
    ),
}
