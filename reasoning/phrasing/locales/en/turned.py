"""English: the same clauses in other orders, and ways of the parts, that a third blind list used. Appended to what the others say."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

MORE: Parts = {
    "hold_stated": "@basis=stated the (profile | record) of {person} (lists | shows | contains) <kl>",
    "teach": "@to_level @closes=True <course> leads to level {to_level} in <teaches>",
    "hold_assessed": "@basis=assessment {person} (was | has been) <rated> @level at level {level} (in | for) <holds> in an <exam>",
    "not_on_record": "the (profile | record | records) of {person} (has | have | shows | show | contains | contain) no entry (for | on) <skill>",
    "reaching": "@to_level>required [;] [which is | that is] (above | more than | higher than) <met_lvl> | @to_level==required [;] (matching | which matches) <met_lvl>",
    "above": "(with a level (above | higher than) that of {person} | with a higher level than that of {person} | whose level is above that of {person})",
    "m_now": "@active=0 @active [;] and currently has none | @active [;] {active} of (these places | these | the places) (is | are) (taken | filled) [now | currently | at present | at the moment]",
    "faded_counts": "[;] [and] (so | therefore) (on {as_of} it counts as level {counted} | it counts as level {counted} on {as_of}) lpar [with] [a] half-life of {half_life} months rpar",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.PATH_STEP_SKILLS: (
        "<destination> <asks> {total} skills [;] of which {carried} (carry over | can be carried over) and {missing} have to be learned",
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        "@skill_1 with <x_of_y> (of | for) <role> met <as_of> [;] {person} still needs <needs>",
    ),
    ClaimKind.REQUIRES_SKILL: (
        "<skill> is <asked> (for | by) <role> [;] <at_required> @!optional",
        "<role> comes with (@optional an optional | @!optional a) requirement of <skill> <at_required>",
    ),
    ClaimKind.HOLDS_ROLE: (
        "@!since @!until the (record | records) (shows | show) {person} (in | as) <role>",
        "@since @!until the (record | records) (shows | show) {person} (in | as) <role> since {since}",
        "@since @until the (term | time | period) of {person} (as | in) <role> is from {since} (to | until) {until}",
    ),
    ClaimKind.MEETS_SKILL: (
        "@!optional @cover=narrower @level <holds> [;] in which {person} (@basis=assessment (was | has been) <rated> | @basis=stated is) at level {level} [;] counts as <skill> and [so | thus | thereby] (meets | reaches) <met_lvl>",
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        "@!optional @difference @required @cover=same @basis=stated @level {person} is {difference} [levels | level] (below | short of) what <role> <asks> in <skill> [;] level {level} (against | instead of) [level] {required}",
        "@!optional @difference @required @cover=same @basis=stated @level in <skill> [;] {person} is {difference} [levels | level] (below | short of) what <role> <asks> [;] level {level} (against | instead of) [level] {required}",
    ),
    ClaimKind.LACKS_SKILL: (
        "<not_on_record> [;] (@optional an optional | @!optional (a | an essential)) requirement of <role> <at_required> <near_too>",
        "<skill> <at_required> is (@optional optional (for | in) | @!optional <asked> (for | by)) <role> [;] (and | but) is not (on record | recorded) for {person} <near_too>",
        "<not_on_record> [;] a skill [that | which] <role> <asks> <at_required> <opt> <near_too>",
        "<skill> [;] <which_asked> [;] (has no (entry | record) for {person} | is not (recorded | on record | on file | listed) for {person} | is not in (the record of {person} | {person} 's record)) <near_too>",
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        "@closes=True @required @to_level==required @cover=same @!optional <role> <asks> (<skill> at level {required} | level {required} in <skill>) [;] which <course> teaches",
        "@closes=False @required @to_level @cover=same <ask> <but> <course> teaches (it | <teaches>) <taught_to> [;] which is (lower | below that | below it)",
    ),
    ClaimKind.LEVEL_FADED: (
        "@required @!optional @!cover=close <faded_hold> <faded_counts> [;] [and] (which | this | so this | so it) (@enough=True (meets | reaches) | @enough=False does not (meet | reach)) [the] level {required} [in <skill>] <wanted>",
        "@basis=stated @!cover=close with the last evidence (dated | of | from) {last} and a half-life of {half_life} months [;] <own_level> <cover> counts as level {counted} (on | as of) {as_of} <but> <faded_ask> <faded_end>",
    ),
    ClaimKind.PATH_TOTAL: (
        "@via_1 (the | a) (path | route | way) from <origin> (via | through | by way of) {via_1} <via_2> to <target> (takes | has | consists of | is made up of) <steps>",
        "@via_1 (via | through | by way of) {via_1} <via_2> [;] (the | a) (path | route | way) <along> (takes | has | consists of) <steps>",
    ),
    ClaimKind.PATH_CONFLICT: (
        "@via_1 a (path | route | way) <along> (via | through | by way of) {via_1} <via_2> (takes | has | would take) <steps> <no_conflict>",
        "@via_1 <no_conflict> [;] a (path | route | way) <along> (goes | leads | runs) (via | through) {via_1} <via_2> and (takes | has) <steps>",
    ),
    ClaimKind.MENTOR_SKILL: (
        "@role @required @cover=same <m_hold> [;] where <role> <asks> level {required} <opt> <m_person>",
        "@role @required @cover=same <m_hold> [;] (compared with | against) [the] level {required} <wanted> <m_person>",
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        "the average rating of the {finished} mentorships (that {mentor} has (ended | completed) | (ended | completed) by {mentor}) is {rating}",
    ),
    ClaimKind.MENTOR_UNIT: (
        "@!other {mentor} (is in | belongs to | works in) the same unit as {person} [;] [namely] {unit}",
        "@!other {person} (is in | belongs to | works in) the same unit as {mentor} [;] [namely] {unit}",
        "@!other {person} and {mentor} [both] (belong to | are in | work in | are part of) [the] [same] [unit] [;] {unit}",
        "@!other both {person} and {mentor} (belong to | are in | work in | are part of) [the] [same] [unit] [;] {unit}",
        "@other {person} <in_unit> [the] [unit] {other} <but> {mentor} [<in_unit> | to | in] [the] [unit] {unit} [<apart>]",
    ),
    ClaimKind.NO_MENTOR: (
        "@person no mentor (was | could be | has been) found with a higher level (in | for) <skill> than [that of] {person}",
        "@person no mentor (was | could be | has been) found (in | for) <skill> with a (higher level than [that of] {person} | level above that of {person})",
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        "{person} is in the situation {situation} [;] for which {play} is (intended | called for)",
        "the situation {situation} [;] for which {play} is (intended | called for) [;] (holds for | applies to) {person}",
    ),
    ClaimKind.PLAY_DESCRIBED_IN: ("{document} is where {play} is described",),
    ClaimKind.COMPLETION_ENDS: (
        "<course> was (passed | completed) by {person} [;] and [(this | that | it)] (counts | is valid) until {until}",
    ),
}
