"""English phrasings of what courses teach, what fades, and roles within reach."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "as_of": "@as_of [;] as of {as_of} | @!as_of",
    "faded_hold": "<hold> <cover> [;] (the last evidence (is of | is from | dates from) {last} | last shown on {last})",
    "faded_counts": """[;] [and] (so | therefore) it counts as level {counted} (on | as of) {as_of}
                       [[;] with a half-life of {half_life} months]""",
    "faded_ask": """@!cover=close <role> <asks> (@required level {required} [in <skill>] | @!required (@!held it | <skill>)
                    | <skill> <at_required>) <opt> | @cover=close <role> <asks> <skill> itself <at_required> <opt>""",
    "faded_end": "[;] [and] which (@enough=True is met | @enough=False is not met)",
    "still": """@skill_1 [;] [and | with] (still needed [are | is] [;] <needs> | <needs> (is | are) still needed
                | what is still needed is <needs> | needs <needs>) | @!skill_1""",
    "needs": "{skill_1} <r1> (@skill_2 <comma> {skill_2} <r2> (@skill_3 <comma> {skill_3} <r3> (@skill_4 <comma> {skill_4} <r4> "
    "(@skill_5 <comma> {skill_5} <r5> | @!skill_5) | @!skill_4) | @!skill_3) | @!skill_2)",
    "comma": "[;] [and]",
    **{f"r{n}": f"@required_{n} at level {{required_{n}}} | @!required_{n}" for n in range(1, 6)},
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.COURSE_TEACHES: (
        "<teach> <cover>",
        "<teaches> is taught by <course> <taught_to> <cover>",
        "in <course> [;] <teaches> is taught <taught_to> <cover>",
        "<course> (is a course in | is a course that teaches | offers training in) <teaches> <taught_to> <cover>",
        "with <course> [;] <teaches> is taught to @to_level level {to_level} <cover>",
    ),
    ClaimKind.LEVEL_FADED: (
        "<faded_hold> <faded_counts> <but> <faded_ask> <faded_end>",
        "<ask> <but> <faded_hold> <faded_counts> @!cover=close",
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        "{person} (<meets> | covers) <x_of_y> (of | for | in) <role> <as_of> <still>",
        "of the {total} <reqs> (of | for | in) <role> [;] {person} (<meets> | covers) {met} <as_of> <still>",
        "<x_of_y> (of | for | in) <role> (is | are) (met | fulfilled | covered) by {person} <as_of> <still>",
        "for <role> [;] {person} (<meets> | covers) <x_of_y> <as_of> <still>",
        "@as_of as of {as_of} [;] {person} (<meets> | covers) <x_of_y> (of | for | in) <role> <still>",
    ),
}
