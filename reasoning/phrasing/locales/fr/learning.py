"""French phrasings of what courses teach, what fades, and roles within reach."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "as_of": "@as_of [;] (au | à la date du | en date du) {as_of} | @!as_of",
    "faded_hold": "<hold> <cover> [;] [et] la dernière preuve (date du | est du) {last}",
    "faded_counts": """[;] (ce qui compte | et cela compte) [donc] comme niveau {counted} (le | au) {as_of}
                       [[;] avec une demi-vie de {half_life} mois]""",
    "faded_ask": """@!cover=close <role> <asks> (@required le niveau {required} [en <skill>] | @!required <skill>
                    | <skill> <at_required>) <opt>
                    | @cover=close <role> <asks> (précisément <skill> | <skill> même) <at_required> <opt>""",
    "faded_end": "[;] ce qui (@enough=True est (rempli | atteint) | @enough=False n'est pas (rempli | atteint))",
    "still": """@skill_1 [;] [et] (il faut encore [;] <needs>
                | restent nécessaires [;] <needs> | reste nécessaire [;] <needs>) | @!skill_1""",
    "needs": "{skill_1} <r1> (@skill_2 <comma> {skill_2} <r2> (@skill_3 <comma> {skill_3} <r3> (@skill_4 <comma> {skill_4} <r4> "
    "(@skill_5 <comma> {skill_5} <r5> | @!skill_5) | @!skill_4) | @!skill_3) | @!skill_2)",
    "comma": "[;] [et]",
    **{f"r{n}": f"@required_{n} au niveau {{required_{n}}} | @!required_{n}" for n in range(1, 6)},
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.COURSE_TEACHES: (
        "<teach> <cover>",
        "<teaches> est (enseigné | enseignée) (par | dans) <course> <taught_to> <cover>",
        "dans <course> [;] <teaches> est (enseigné | enseignée) <taught_to> <cover>",
    ),
    ClaimKind.LEVEL_FADED: (
        "<faded_hold> <faded_counts> <but> <faded_ask> <faded_end>",
        "<ask> <but> <faded_hold> <faded_counts> @!cover=close",
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        "{person} (<meets> | couvre) <x_of_y> (<role_de> | pour <role>) <as_of> <still>",
        "sur les {total} <reqs> (<role_de> | pour <role>) [;] {person} en <meets> {met} <as_of> <still>",
        "<x_of_y> (<role_de> | pour <role>) (est remplie | sont remplies) par {person} <as_of> <still>",
        "pour <role> [;] {person} <meets> <x_of_y> <as_of> <still>",
        "@as_of au {as_of} [;] {person} <meets> <x_of_y> (<role_de> | pour <role>) <still>",
    ),
}
