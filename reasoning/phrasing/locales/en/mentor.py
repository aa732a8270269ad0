"""English phrasings of mentors."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "m_level": "@level at [a] level [of] {level} | @!level",
    "m_hold": """{mentor} <has> <holds> <m_level> | {mentor} (is | stands) @level at level {level} in <holds>
                 | {mentor} has @level [a] level [of] {level} in <holds>
                 | {mentor} 's level in <holds> is @level {level}
                 | in <holds> {mentor} (is | stands) @level at level {level}
                 | in <holds> {mentor} has @level level {level}
                 | <holds> is held by {mentor} <m_level>""",
    "m_it": "@cover=same @level {mentor} (has it at | is at | has | holds) level {level} [in it]",
    "m_offer": """(offers | provides) mentoring in (<offered> | @offered==holds (it | that skill | this skill)) @offered
                  | offers to mentor in <offered> @offered""",
    "m_and_offer": "[[;] [and] [also] <m_offer> | ; {mentor} [also] <m_offer>]",
    "m_ask": """@role @required <role> <asks> (level {required} [in (@!held it | <skill>)] | (@!held it | <skill>) at level {required})
                <opt> | @role @!required <role> <asks> (@!held it | <skill>) <opt>""",
    "m_role": "@role <but> <m_ask> | @!role",
    "m_person": "@own <but> <m_own> | @!own",
    "m_own": """@own {person} (has | holds)
                (@!held it | <skill>) at level {own}
                | @own {person} (has | is at | holds) level {own} (@!held [in it] | in <skill>)
                | @own @!held {person} at level {own}""",
    "m_skill_ask": "@role <ask>",
    "began": "began | started | became | took up",
    "people": "(person | people | mentee | mentees)",
    "at_once": "at a time | at once | at the same time | simultaneously | in parallel",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.MENTOR_SKILL: (
        "<m_hold> <cover> <m_and_offer> <m_role> <m_person>",
        "<m_hold> <cover> <m_and_offer> [; for which @role @required <role> <asks> level {required} <opt>] <m_person>",
        "<m_skill_ask> <but> (<m_hold> <cover> | <m_it>) <m_and_offer> <m_person>",
        "{mentor} <m_offer> [;] and (has | holds) (it @cover=same | <holds>) <m_level> <cover> <m_role> <m_person>",
        """@role @required @level @cover=same @level>required (with | having) <holds> at level {level} [;] {mentor} is
           above [the] level {required} <wanted> <m_and_offer> <m_person>""",
        "@own @cover=same {person} (has | holds) <skill> at level {own} <but> (<m_it> | <m_hold>) <m_and_offer>",
        "@own @cover=same in <skill> [;] {mentor} (is at | has) level {level} <but> {person} [is | has] [at] level {own}",
        "@own @cover=same {mentor} 's level in <skill> is {level} <but> that of {person} is {own}",
        "@own @cover=same {mentor} 's level in <skill> is {level} <but> {person} 's [level] is {own}",
    ),
    ClaimKind.MENTOR_MOVE: (
        "{mentor} (began | started | worked) as <origin> on {since} and [then] as <destination> on {then}",
        "{mentor} (became | took up | started as | began as) <origin> on {since} and [then] "
        "[became | took up | moved to | started as | began as] <destination> on {then}",
        "on {since} [;] {mentor} (<began> | began as | started as) <origin> [;] and on {then} [as | became | took up] "
        "<destination>",
        "{mentor} moved from <origin> [;] (begun | started | taken up) on {since} [;] to <destination> on {then}",
        "{mentor} (has been | was) <origin> from {since} and <destination> from {then}",
        "{mentor} began as <origin> on {since} [;] [and] moved to <destination> on {then}",
    ),
    ClaimKind.MENTOR_CAPACITY: (
        "{mentor} (offers | provides) mentoring in <skill> (to | for) [up to] {capacity} <people> <at_once>",
        "{mentor} (can mentor | offers to mentor | mentors) [up to] {capacity} <people> (<at_once> in <skill> | in <skill> "
        "<at_once>)",
        "in <skill> [;] {mentor} (offers mentoring (to | for) | can mentor | offers to mentor) [up to] {capacity} <people> "
        "<at_once>",
        "mentoring in <skill> is offered by {mentor} (to | for) [up to] {capacity} <people> <at_once>",
        "up to {capacity} <people> <at_once> can be mentored by {mentor} in <skill>",
    ),
    ClaimKind.NO_MENTOR: (
        "@role no mentor (was | could be | has been) found (for | in) <skill> [;] (which | that | a skill that | a skill "
        "which) <role> <asks>",
        "@role no mentor (was | could be | has been) found (for | in) <skill> <but> <role> <asks> (it | <skill>)",
        "@role for <skill> [;] which <role> <asks> [;] no mentor (was | could be) found",
        "@role for <skill> [;] no mentor (was | could be) found <but> <role> <asks> it",
        "@role <role> <asks> <skill> <but> (no mentor (was | could be) found [for it | in it])",
        "@role no mentor (was | could be) found (for | in) <skill> [;] <asked> (by | for) <role>",
        "@role for <skill> [;] <asked> (by | for) <role> [;] no mentor (was | could be) found",
        "@person no mentor (above {person} in <skill> was found | was found above {person} in <skill>)",
        "@person no mentor was found (who is above | with a higher level than | at a higher level than) {person} in <skill>",
        "@person (nobody | no one) above {person} in <skill> was found (as a mentor | for mentoring | to mentor)",
        "@person in <skill> [;] no mentor (above {person} was found | was found [who is] above {person})",
    ),
}
