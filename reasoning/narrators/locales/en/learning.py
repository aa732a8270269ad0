"""English templates of what courses teach, what fades, and roles within reach."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.en.parts import CLOSE, COVER, ESSENTIAL, FULL, HELD, LEVELLED, OPTION, PLAIN, STOP
from reasoning.narrators.pieces import Templates, differs, equal, given, more, said

TEMPLATES: Templates = {
    ClaimKind.COURSE_TEACHES: (
        said("{course} teaches {teaches}"),
        said(" to level {to_level}", given("to_level")),
        *COVER,
        STOP,
    ),
    ClaimKind.LEVEL_FADED: (
        *HELD,
        *COVER,
        said("; the last evidence is of {last}"),
        said(", so it counts as level {counted} on {as_of}"),
        more(", with a half-life of {half_life} months"),
        said("; {role} asks for level {required}", FULL, LEVELLED),
        said("; {role} asks for it", FULL, PLAIN),
        said("; {role} asks for {skill} itself", CLOSE),
        said(" at level {required}", CLOSE, LEVELLED),
        OPTION,
        ESSENTIAL,
        said(", which is met", equal("enough", True)),
        said(", which is not met", equal("enough", False)),
        STOP,
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        said("{person} meets {met} of {total} ", you="You meet {met} of {total} "),
        said("essential ", given("essential")),
        said("requirement", equal("total", 1)),
        said("requirements", differs("total", 1)),
        said(" of {role}"),
        said(" as of {as_of}", given("as_of")),
        said("; still needed: {skill_1}", given("skill_1")),
        said(" at level {required_1}", given("required_1")),
        *(
            piece
            for number in range(2, 6)
            for piece in (
                said(f", {{skill_{number}}}", given(f"skill_{number}")),
                said(f" at level {{required_{number}}}", given(f"required_{number}")),
            )
        ),
        STOP,
    ),
}
