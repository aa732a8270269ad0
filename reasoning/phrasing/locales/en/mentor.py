"""English phrasings of mentors."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "m_level": "@level at [a] level [of] {level} | @!level",
    "m_hold": """{mentor} <has> <holds> <m_level> | {mentor} has @level a <holds> level of {level} | {mentor} (is | stands) @level at level {level} in <holds>
                 | {mentor} has @level [a] level [of] {level} in <holds>
                 | {mentor} 's level in <holds> is @level {level}
                 | in <holds> {mentor} (is | stands) @level at level {level}
                 | in <holds> {mentor} has @level level {level}
                 | <holds> is held by {mentor} <m_level>""",
    "m_it": "@cover=same @level {mentor} (has it at | is at | has | holds) level {level} [in it]",
    "m_offer": """(offers | provides) mentoring in (<offered> | @offered==holds (it | that skill | this skill)) @offered
                  | offers to mentor [others] in <offered> @offered | offers <offered> mentoring @offered""",
    "m_and_offer": "[[;] [and] [also] <m_offer> | ; {mentor} [also] <m_offer>]",
    # where somebody or something else was named last, the mentor is named again
    "m_then_offer": "[; {mentor} [also] <m_offer>]",
    "m_ask": """@role @required <role> <asks> (level {required} [in (@!held it | <skill>)] | (@!held it | <skill>) at level {required})
                <opt> | @role @!required <role> <asks> <skill> <opt>""",
    "apart": "[[;] [that is | which is | and that is] {steps} (step | steps) (in the organisation | apart in the organisation)]",
    "m_role": "@role <but> <m_ask> | @!role",
    "m_person": "@own <but> <m_own> | @!own",
    "m_own": """@own {person} (has | holds)
                (@!held it | <skill>) at level {own}
                | @own {person} (has | is at | holds) level {own} (@!held [in it] | in <skill>)
                | @own @!held @!role @!offered {person} at level {own}""",
    "m_skill_ask": "@role <ask>",
    "began": "began | started | became | took up",
    "people": "(person | people | mentee | mentees)",
    "at_once": "at a time | at once | at the same time | simultaneously | in parallel",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.MENTOR_SKILL: (
        "<m_hold> <cover> <m_and_offer> [;] (while | whereas | and) @role <ask> <m_person>",
        "@offered {mentor} <m_offer> [;] (with | having) (a level of {level} | level {level} | <holds> <m_level>) @level <cover> <m_role> <m_person>",
        "@offered with <holds> <m_level> <cover> [;] {mentor} <m_offer> <m_role> <m_person>",
        "<m_hold> <cover> <but> <m_own> <m_then_offer> <m_role> @own",
        "@role @required @cover=same <m_hold> [;] (above | which is above | exceeding | which exceeds) @level>required [the] level {required} <wanted> <m_then_offer> <m_person>",
        "@offered {mentor} [;] who has <holds> <m_level> <cover> [;] <m_offer> <m_role> <m_person>",
        "@offered {mentor} [;] who is @level at level {level} in <holds> <cover> [;] <m_offer> <m_role> <m_person>",
        "@own @level @cover=same @!role @!offered {mentor} is above {person} in <skill> [;] with level {level} (against | compared to | to) level {own}",
        "@own @level @cover=same @!role @!offered {mentor} (is at | has) level {level} in <skill> [;] (compared to | against) level {own} (for | of) {person}",
        "<m_hold> <cover> <m_and_offer> <m_role> <m_person>",
        "<m_hold> <cover> @cover=same <m_and_offer> [; for which @role @required <role> <asks> level {required} <opt>] <m_person>",
        "<m_skill_ask> <but> (<m_hold> <cover> | <m_it>) <m_and_offer> <m_person>",
        "<m_skill_ask> <but> (<m_hold> @cover=same | <m_it>) [;] [and | but] @own {person} at level {own}",
        "{mentor} <m_offer> [;] and (has | holds) (it @cover=same | <holds>) <m_level> <cover> <m_role> <m_person>",
        """@role @required @level @cover=same @level>required (with | having) <holds> at level {level} [;] {mentor} is
           above [the] level {required} <wanted> <m_then_offer> <m_person>""",
        "@own @cover=same {person} (has | holds) <skill> at level {own} <but> (<m_it> | <m_hold>) <m_and_offer>",
        "@own @cover=same in <skill> [;] {mentor} (is at | has) level {level} <but> {person} [is | has] [at] level {own}",
        "@own @cover=same {mentor} 's level in <skill> is {level} <but> that of {person} is {own}",
        "@own @cover=same {mentor} 's level in <skill> is {level} <but> {person} 's [level] is {own}",
    ),
    ClaimKind.MENTOR_MOVE: (
        "{mentor} (took up | became | began as | started as) <destination> on {then} [;] after (beginning | starting | having begun | having started) as <origin> on {since}",
        "after beginning as <origin> on {since} [;] {mentor} (took up | became) <destination> on {then}",
        "{mentor} (became | was) <origin> on {since} [;] (and | and later | and then | before becoming | then) [became] <destination> on {then}",
        "{mentor} began [the] (role of {origin} | as {origin}) on {since} [;] and [the] (role of {destination} | that of {destination} | as {destination}) on {then}",
        "having (started | begun) as <origin> on {since} [;] {mentor} (became | began as | started as) <destination> on {then}",
        "{mentor} (held | took on | assumed) <origin> from {since} and <destination> from {then}",
        "{mentor} (assumed | took on) <origin> on {since} and <destination> on {then}",
        "{mentor} (began | started | worked) as <origin> on {since} [;] (before becoming | and became | then became) <destination> on {then}",
        "{mentor} (took up | started in) <origin> on {since} [;] and [then] (took up | started in) <destination> on {then}",
        "after (starting | beginning) as <origin> on {since} [;] {mentor} (became | started as | began as) <destination> on {then}",
        "{mentor} (began | started | worked) as <origin> on {since} and [then] as <destination> on {then}",
        "{mentor} (became | took up | started as | began as) <origin> on {since} and [then] "
        "[became | took up | started as | began as] <destination> on {then}",
        "on {since} [;] {mentor} (<began> | began as | started as) <origin> [;] and on {then} [as | became | took up] "
        "<destination>",
        "{mentor} was <origin> from {since} and <destination> from {then}",
    ),
    ClaimKind.MENTOR_CAPACITY: (
        "@!active [up to] {capacity} <people> <at_once> can (get | receive | have) mentoring in <skill> from {mentor}",
        "{mentor} (offers | provides) mentoring in <skill> [;] (to | for) [up to | at most] {capacity} <people> <at_once>",
        "{mentor} (offers | provides) <skill> mentoring (to | for) [up to] {capacity} <people> <at_once>",
        "@!active {mentor} (can take on | takes on | can accept | can support) [up to] {capacity} <people> <at_once> (for mentoring in | as a mentor in | in) <skill>",
        "<at_once> [;] {mentor} (offers mentoring | can offer mentoring) in <skill> (to | for) [up to] {capacity} <people>",
        "@!active {mentor} (takes | accepts | has capacity for) [up to] {capacity} <people> (<at_once> in <skill> | in <skill> <at_once> | <at_once> for mentoring in <skill>)",
        "{mentor} offers [up to] {capacity} <people> mentoring in <skill> <at_once>",
        "[up to] {capacity} <people> <at_once> can be mentored in <skill> by {mentor}",
        "{mentor} (can | offers to) mentor [up to] {capacity} <people> <at_once> in <skill>",
        "{mentor} (offers | provides) mentoring in <skill> (to | for) [up to] {capacity} <people> <at_once>",
        "{mentor} (can mentor | offers to mentor) [up to] {capacity} <people> (<at_once> in <skill> | in <skill> "
        "<at_once>)",
        "in <skill> [;] {mentor} (offers mentoring (to | for) | can mentor | offers to mentor) [up to] {capacity} <people> "
        "<at_once>",
        "mentoring in <skill> is offered by {mentor} (to | for) [up to] {capacity} <people> <at_once>",
        "up to {capacity} <people> <at_once> can be mentored by {mentor} in <skill>",
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        "{mentor} has (ended | completed | finished) {finished} (mentorship | mentorships) [;] [which were | which was] rated {rating} on average",
        "{mentor} has (ended | completed | finished) {finished} (mentorship | mentorships) [;] with an average rating of {rating}",
        "{finished} (mentorship | mentorships) of {mentor} (has | have) (ended | been completed) [;] rated {rating} on average",
        "the {finished} (mentorship | mentorships) [that] {mentor} has (ended | completed) (was | were) rated {rating} on average",
        "on average [;] the {finished} ended (mentorship | mentorships) of {mentor} (was | were) rated {rating}",
    ),
    ClaimKind.MENTOR_UNIT: (
        "@!other {mentor} and {person} [both] (belong to | are in | work in | are part of) [the] {unit}",
        "@!other both {mentor} and {person} (belong to | are in | work in) [the] {unit}",
        "@other {mentor} (belongs to | is in | works in) [the] {unit} <but> {person} [belongs | is | works] (to | in) [the] {other} <apart>",
        "@other {person} (belongs to | is in | works in) [the] {other} <but> {mentor} [belongs | is | works] (to | in) [the] {unit} <apart>",
    ),
    ClaimKind.NO_MENTOR: (
        "@person for <skill> [;] no mentor (above {person} was found | was found (above | who is above) {person})",
        "@person (nobody | no one) who is above {person} in <skill> was found (as a mentor | to mentor | for mentoring)",
        "@person no one was found in <skill> [;] (above | who is above) {person} (to mentor | as a mentor)",
        "@role for mentoring in <skill> [;] (which <role> <asks> ;) (nobody | no one) (was | could be) found",
        "@role <role> <asks> <skill> <but> (nobody | no one) (was | could be) found (to mentor (in it | in this skill) | as a mentor (for it | in it))",
        "@role no mentor (was | could be | has been) (found | identified) (for | in) <skill> [;] [which is] <asked> (by | for | in) <role>",
        "@role no mentor (was | could be | has been) identified (for | in) <skill> [;] (which | that | a skill that) <role> <asks>",
        "@person no mentor (was | could be | has been) (found | identified) (who is above | above | ranking above | with a higher level than) {person} in <skill>",
        "@person in <skill> [;] (nobody | no one) above {person} (was | could be) found (as a mentor | to mentor | for mentoring)",
        "@person nobody with a higher level [in <skill>] than {person} [in <skill>] (was | could be) found (as a mentor | to mentor)",
        "@role (nobody | no one) (was | could be) found (to mentor | as a mentor | for mentoring) in <skill> [;] (which | that | a skill that) <role> <asks>",
        "@role (nobody | no one) (was | could be) found (to mentor | as a mentor | for mentoring) in <skill> <but> <role> <asks> (it | <skill>)",
        "@role the search found no mentor (for | in) <skill> [;] (which | that) <role> <asks>",
        "@person (nobody | no one) was found (as a mentor | to mentor) [;] who is above {person} in <skill>",
        "@person no mentor (with | at) a higher level (than {person} in <skill> | of <skill> than {person} | in <skill> than {person}) was found",
        "@person no mentor was found in <skill> [;] who is above {person}",
        "@person no mentor (could be | was) found [;] (with | at) a higher level than {person} in <skill>",
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
