"""English phrasings of what is held, asked for, missing and taught."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "meets": "meets | reaches | fulfils | fulfills | satisfies | attains",
    "met_object": """@required ([the] level [of] {required} [in <skill>] <wanted>
                       | the (@optional optional | @!optional [essential]) requirement (of | for) level {required}
                         (of | for | in) <role>
                       | the <skill> requirement (of | for | in) <role> [lpar level {required} rpar] @!optional
                       | what <role> <asks> <opt> [; which is level {required} | ; level {required}])
                     | @!required (what <role> <asks> <opt>
                       | the (@optional optional | @!optional) requirement (of | for) <role>)""",
    "short": """[;] [and | so | thus] [which is | which leaves | leaving | that is | this is | is | leaves] (a (gap | shortfall | difference) of {difference} | {difference} (is | are) missing
                | {difference} [levels] (short | below | too low | less)) [of what is <asked>]""",
    "wants_more": """[;] [which is | that is | leaving | so | a] ({difference} (more | is missing) | {difference} [levels] higher
                     | [a] (gap | difference | shortfall) of {difference} [remains | is left])""",
    "below": "[levels | level] (below | short of | under) [the] level [of] {required}",
    "not_reached": """(does not (reach | meet) | falls short of | is not enough for | is below | stays below)
                      [the] level [of] {required} [in <skill>] <wanted>""",
    "not_on_record": """{person} has no record of <skill> | {person} has no <skill> on record
                        | there is no record of <skill> for {person} | there is no <skill> on record for {person}
                        | for {person} there is no record of <skill>
                        | <skill> is not (on record | recorded) for {person}
                        | no (record of <skill> (exists | was found) for {person}
                          | <skill> is (on record | recorded) for {person})
                        | for {person} (no <skill> is (on record | recorded)
                          | <skill> is not (on record | recorded))
                        | <skill> is (missing | absent) from the record of {person}
                        | {person} 's record (shows no | has no | does not (show | list | contain | include)) <skill>
                        | there is no (entry | evidence) (for | of) <skill> for {person}
                        | {person} has no (entry | recorded evidence) (for | of) <skill>
                        | nothing is (on record | recorded) for {person} (in | on | about) <skill>
                        | <skill> does not appear in (the record of {person} | {person} 's record)
                        | <skill> is not (in | part of) (the record of {person} | {person} 's record)
                        | the record of {person} (shows no | has no | does not (show | list | contain | include))
                          <skill>""",
    "it_not_on_record": """{person} has no record of (it | this skill | that skill)
                           | there is no record of (it | this skill | that skill) for {person}
                           | (it | this skill | that skill) is (not (on record | recorded) for {person}
                             | missing from the record of {person})
                           | no record of it exists for {person} | nothing is on record for {person} [in it | on it]
                           | (it | this skill) does not appear in (the record of {person} | {person} 's record)
                           | {person} has none on record""",
    "asks_it": """<role> <asks> (it | this skill | that skill | <skill>) <at_required> <opt>
                  | <role> <asks> @required [at least] level {required} [in (it | <skill>)] <opt>
                  | it is <asked> (by | for) <role> <at_required> <opt>""",
    "near_level": "[at level {level}]",
    "near_it": """[;] [but | and] (a (near | related | nearby) skill on record is <near> <near_level>
                  | <near> [;] (a (near | related) skill) [;] is on record <near_level>
                  | {person} has <near> [;] a (near | related) skill [;] <near_level> [on record]
                  | has <near> [;] a (near | related) skill [;] <near_level> [on record]
                  | on record is <near> <near_level> [;] a (near | related) skill)""",
    "near_too": "@near <near_it> | @!near",
    "reqs": "(@essential essential | @!essential) (requirement | requirements)",
    "percent": "{coverage} (percent | per cent | %)",
    "by_weight": """[;] [or | which is | that is | this is | namely | and | representing | which (amounts to | represents
                    | corresponds to | equals | makes)]
                    (<percent> (by weight | of the weight | in weight | weighted) | by weight <percent>
                     | [for | with] a (weighted (coverage | share) | coverage by weight | share by weight) of <percent>)
                    | lpar <percent> by weight rpar""",
    "x_of_y": "{met} [out] of [the | its] {total} <reqs>",
    "open_left": """[;] [and | so | leaving] {open} (is not met | are not met | unmet | not met | open
                    | is open | are open | remains open | remain open)""",
    "teach": """<course> (teaches | covers | trains) <teaches> <taught_to>
                | @to_level <course> (takes | brings | raises | leads) [to] <teaches> [up] to level {to_level}""",
    "reaching": """[;] (meeting | reaching | which is enough for | enough for | sufficient for | and that is enough for)
                   [the] level [of] {required} <wanted>
                   | [;] [and | which | that | this] [so | thus | thereby] (reaches | meets | reaching | meeting)
                   [the] level [of] {required} <wanted>
                   | [;] [and] [so | thus | thereby] (reaches | meets) what <role> <asks> <opt>
                   | @to_level==required [;] [which is] [exactly] the level (that <role> <asks> | <asked> (by | for)
                     <role>) <opt>""",
    "staying_below": """[;] (which | and | but | that | this) (does not (reach | meet) | falls short of | is not enough for)
                        [the] level [of] {required} <wanted>
                        | [;] [and | which | that | this] [so | thus] (is | stays | remains | falls | being)
                        (below | short of | under) [the] level [of] {required} <wanted>
                        | [;] (below | short of | under) [the] level [of] {required} <wanted>""",
    "no_further": "no (further | other | additional | more)",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.HAS_SKILL: ("<hold>",),
    ClaimKind.REQUIRES_SKILL: (
        "<ask>",
        "<role> lists <skill> <at_required> @optional as optional",
        "<skill> <at_required> is (@optional optional | @!optional essential) for <role>",
        """<skill> <at_required> is (@optional an optional | @!optional (a | an essential)) requirement (of | for | in)
           <role>""",
        "<skill> is (@optional an optional | @!optional (a | an essential)) requirement (of | for) <role> <at_required>",
        "@optional <role> has <skill> <at_required> as an optional requirement",
        "an optional requirement of <role> is <skill> <at_required> @optional",
        "(a | one | an essential) requirement of <role> is <skill> <at_required> @!optional",
    ),
    ClaimKind.MEETS_SKILL: (
        "<hold> <cover> [;] (meeting | fulfilling | satisfying | reaching) <met_object>",
        "<hold> <cover> [;] (which | this | that) (is enough for | is sufficient for | suffices for) <met_object>",
        "<hold> <cover> [;] (enough | sufficient) (for | to meet | to reach) <met_object>",
        "<hold> <cover> [;] and this (meets | fulfils | satisfies) <met_object>",
        "<own_level> <cover> (<meets> | is enough for | is sufficient for) <met_object>",
        "@cover=same @basis=stated @level <role> <asks> @required level {required} in <skill> [;] which {person} <meets> (with | at) level {level} @!optional",
        "@cover=same @basis=stated the (@optional optional | @!optional [essential]) requirement of <role> (for | of) <skill> <at_required> is (met | fulfilled | satisfied) by {person} [[;] @level (with | at | who has | who is at) level {level}]",
        "<role> <asks> <skill> <at_required> <opt> [;] (a requirement | which | and this) [that] {person} <meets> (with | through | by) <holding> <cover>",
        "<hold> <cover> <so> <meets> <met_object>",
        "<hold> <cover> <so> {person} <meets> <met_object>",
        "<hold> <cover> <which_asked>",
        "(with | having) <holding> <cover> {person} <meets> <met_object>",
        "{person} <meets> <met_object> with <holding> <cover>",
        "@cover=same @level at level {level} in <holds> {person} <meets> <met_object> @basis=stated",
        "<ask> <but> <hold> <cover>",
        "<ask> <but> <at_it>",
        "<hold> <cover> <but> <role> <asks> <skill> <at_required> <opt>",
        "<hold> <cover> <but> <role> <asks> @required level {required} [in <skill>] <opt>",
        """@required @level @cover=same @basis=stated {person} <meets> the <skill> requirement (of | for) <role>
           [;] with level {level} (against | for) level {required} [<asked>] @!optional""",
        """@required [the] level [of] {required} [in <skill>] <wanted> is (met | reached) by {person}
           @cover=same @basis=stated [;] (who | which) is @level at level {level}""",
        """@required the <skill> level of {required} <wanted> is (met | reached) by {person} @cover=same @basis=stated
           [;] who (is at | has) level {level}""",
        "<holding> <counting> <skill> <so> {person} <meets> <met_object>",
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        "@required @!cover=close <hold> <cover> [;] (which | and | and so | and this | but) <not_reached> [<short>]",
        "@required @!cover=close <own_level> <cover> <not_reached> [<short>]",
        "@difference @required @!cover=close <own_level> <cover> is {difference} <below> <wanted>",
        "@difference @cover=same @basis=stated {person} needs {difference} more [levels] in <skill> to reach [the] level {required} <wanted>",
        "@difference @cover=same @basis=stated @level {person} is {difference} [levels] short in <skill> [;] with level {level} against [the] level {required} <wanted>",
        """@!cover=close <hold> <cover> [<short>] <but> <role> <asks> @required
           (level {required} [in <skill>] | <skill> <at_required>) <opt> [<wants_more>]""",
        "@!cover=close <ask> <but> <hold> <cover> [<short>]",
        "<ask> <but> <at_it> [<short>]",
        """@difference @cover=same @basis=stated {person} is {difference} <below> [in <skill>] <wanted>""",
        "@difference @cover=same in <skill> {person} is {difference} <below> <wanted>",
        "@difference (with | having) <holding> <cover> {person} is {difference} <below> [in <skill>] <wanted>",
        "@difference <hold> <cover> [;] [which is | and is] {difference} <below> <wanted>",
        "@required @!cover=close <hold> <cover> [;] [which is | and is | and so] below [the] level {required} <wanted>",
        "@cover=close <hold> <cover> <but> <role> <asks> <skill> itself <at_required> <opt>",
        """@cover=close <ask> <but> <hold> [;] (which is close [to it] | which comes close [to it]
           | a skill close to it | close to it)""",
    ),
    ClaimKind.LACKS_SKILL: (
        "<not_on_record> <but> <asks_it> <near_too>",
        "<not_on_record> [;] <which_asked> <near_too>",
        "<not_on_record> <near_too> <but> <ask>",
        "<ask> <but> <it_not_on_record> <near_too>",
        "<ask> <but> <not_on_record> <near_too>",
        """<skill> [;] <which_asked> [;] is (not (on record | recorded) for {person}
           | missing from the record of {person}) <near_too>""",
        "[the] record of {person} [has | shows] no <skill> [;] <which_asked> <near_too>",
    ),
    ClaimKind.GAP_SUMMARY: (
        "{met} [out] of <role> 's {total} <reqs> (are | is) (met | fulfilled | covered) by {person} [<by_weight>] <as_of>",
        "{person} (<meets> | covers) {met} [out] of <role> 's {total} <reqs> [<by_weight>] [<open_left>] <as_of>",
        "<role> has {total} <reqs> [;] {met} of (them | which | these) (are | is) (met | fulfilled | covered) by {person} [<by_weight>] <as_of>",
        "for <role> [;] {person} (<meets> | covers) <x_of_y> [<by_weight>] [<open_left>] <as_of>",
        "(by | measured by) weight [;] {person} (<meets> | covers) <percent> of the <reqs> (of | for) <role> <as_of>",
        "{person} (<meets> | covers) <x_of_y> (of | for | in) <role> [<by_weight>] [<open_left>] <as_of>",
        "of the {total} <reqs> (of | for | in) <role> [;] {person} (<meets> | covers) {met} [<by_weight>] [<open_left>] <as_of>",
        "of the {total} <reqs> (of | for | in) <role> [;] {met} (is | are) met by {person} [<by_weight>] [<open_left>] <as_of>",
        "<x_of_y> (of | for | in) <role> (is | are) (met | fulfilled | covered) by {person} [<by_weight>] [<open_left>] <as_of>",
        "by weight {person} (<meets> | covers) <percent> of (@!essential what <role> <asks> | the <reqs> (of | for) <role>) ([;] [that is | or] {met} of [the | its] {total} [<reqs>] | lpar [that is | or] {met} of [the | its] {total} [<reqs>] rpar) <as_of>",
        "{person} (<meets> | covers) <percent> of the <reqs> (of | for) <role> by weight [[;] [that is | or] {met} of [the | its] {total} [<reqs>] | lpar [that is | or] {met} of [the | its] {total} [<reqs>] rpar] <as_of>",
        "<role> has {total} <reqs> [;] of which {person} (<meets> | covers) {met} [<by_weight>] [<open_left>] <as_of>",
        "<role> has {total} <reqs> (; | and) {person} (<meets> | covers) {met} [of them] [<by_weight>] [<open_left>] <as_of>",
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        "@closes=True @required <teach> <cover> <reaching>",
        "@closes=False @required <teach> <cover> <staying_below>",
        "<teach> <cover> <but> <role> <asks> @required (level {required} [in <skill>] | <skill> <at_required>) <opt>",
        "@closes=False @required @to_level <course> teaches <teaches> only to level {to_level} <cover> <but> <role> "
        "<asks> level {required} <opt>",
        """<ask> <but> <course> (teaches | covers) (@!taught (it | this skill) | <teaches>) <taught_to> <cover>
           [@required @closes=False @to_level [;] which is (not enough | too low | below that)]
           [@required @closes=True [;] which is enough]""",
        """@closes=False @required @to_level <ask> <but> <course> teaches (@!taught it | <teaches>) only to level {to_level} <cover>""",
        "@required @cover=same <role> <asks> level {required} in <skill> [;] which <course> teaches <taught_to> @!optional",
        """@closes=True @required @to_level @cover=same with <course> [;] <skill> reaches level {to_level}
           [;] (@to_level==required which is what <role> <asks> <opt> | @to_level==required as <role> <asks> <opt>
           | and so [meets | reaches] [the] level {required} <wanted>)""",
        """@closes=True @required @to_level @cover=same <course> (takes | brings | raises) <skill> to level {to_level}
           <reaching>""",
        "@!required <teach> <cover> <but> <role> <asks> (@!taught it | <skill>) <opt>",
        "@!required <teach> <cover> [;] (which | that) <role> <asks> <opt>",
    ),
    ClaimKind.NO_COURSE: (
        "for <skill> [;] <which_asked> [;] the graph (has | lists | contains | offers) <no_further> course",
        """<no_further> course (for | on | in | that teaches | that covers | teaching | covering) <skill>
           (was found | could be found | is on record | is in the graph | exists in the graph) <but> <asks_it>""",
        """there is <no_further> course (for | on | in | that teaches) <skill> (in the graph | on record) <but>
           <asks_it>""",
        """there is <no_further> course in the graph (for | on | in | that teaches) <skill> [;] (<which_asked>
           | <but> <asks_it>)""",
        """<no_further> course (for | on | in | that teaches) <skill> [;] <which_asked> [;]
           (was found | is on record | is in the graph | exists in the graph)""",
        """the graph (has | lists | contains | holds | knows [of] | shows) <no_further> course
           (for | on | in | that teaches) <skill> [;] (<which_asked> | <but> <asks_it>)""",
        """<ask> <but> (the graph (has | lists | contains | holds | shows) <no_further> course
           (for it | that teaches it | for this skill | for <skill>)
           | <no_further> course (for it | that teaches it) (was found | is on record | is in the graph)
           | there is <no_further> course for it (in the graph | on record))""",
        """for <skill> [[;] <which_asked>] [;] (<no_further> course (was found | is on record | is in the graph)
           | the graph (has | lists | contains) <no_further> course | there is <no_further> course in the graph)
           [<but> <asks_it>]""",
    ),
    ClaimKind.COURSE_PREREQUISITE: (
        "(taking | starting) <course> (requires | needs) <prerequisite> first",
        "<course> (can only be | may only be) (taken | started) after <prerequisite>",
        "<prerequisite> (has to be | must be | needs to be) (taken | completed | passed) before <course> (can be | is) (taken | started)",
        "(anyone taking | whoever takes) <course> [first] (needs | has to (pass | complete | take)) <prerequisite> [first]",
        "<course> (requires | needs | presupposes | calls for) <prerequisite> [first | beforehand | as a prerequisite]",
        "<course> (has | lists) <prerequisite> as (a | its) prerequisite",
        """<course> builds on <prerequisite> [;] which (has to be | must be | needs to be) (completed | passed | taken)
           (first | before | beforehand)""",
        "(a | the) prerequisite (of | for) <course> is <prerequisite>",
        "<prerequisite> is (required | needed) (before | for) <course>",
        "<prerequisite> is (a | the) prerequisite (of | for) <course>",
        """[the] (<prerequisite> (must be | has to be | needs to be | is to be) (taken | completed | passed)
           before <course>)""",
        """before [taking | starting] <course> [;] <prerequisite> (must be | has to be | needs to be | is to be)
           (taken | completed | passed | done)""",
        "before [taking | starting] <course> [;] <prerequisite> is (required | needed)",
        "(to take | for) <course> [;] <prerequisite> is (needed | required) [first | beforehand]",
        "<prerequisite> comes before <course>",
    ),
}
