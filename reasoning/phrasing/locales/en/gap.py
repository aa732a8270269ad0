"""English phrasings of what is held, asked for, missing and taught."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "meets": "meets | reaches | fulfils | fulfills | satisfies | attains",
    # a role asks for more than one thing
    "of_what": "(of | for) <skill> [(at | of) level {required}] | (at | of) level {required}",
    "met_object": """@required ([the] level [of] {required} [in <skill>] <wanted>
                       | the (@optional optional | @!optional [essential]) requirement (of | for) level {required}
                         (of | for | in) <role>
                       | the <skill> requirement (of | for | in) <role> [lpar level {required} rpar] @!optional
                       | what <role> <asks> in <skill> <opt>)
                     | @!required what <role> <asks> in <skill> <opt>
                      | @required ([the] level {required} requirement (of | for | in) <role> @!optional | [the] <role> requirement (for <skill> [(at | of) level {required}] | (of | at) level {required}) @!optional | [the] <role> requirement (of | for) level {required} [in <skill>] @!optional | [the] requirement [of <role>] (of | for) level {required} [in <skill>] @!optional | [the] requirement (of | for) <skill> at level {required} (of | for | in) <role> @!optional | <role> 's requirement <of_what> @!optional | <role> 's level {required} requirement [(in | for) <skill>] @!optional | [the] level {required} <skill> requirement (of | for) <role> @!optional | [the] (required | requested) level {required} [in <skill>] (of | for) <role> @!optional) | [the] <role> requirement for <skill> @!optional @!required
                      | the requirements of <role> (for | in) <skill> @!optional | [the] (@optional optional | @!optional [essential]) requirement [that] <role> (has | sets) (for | in) <skill>""",
    "short": """[;] [and | so | thus] [which is | which leaves | leaving | that is | this is | is | leaves] (a (gap | shortfall | difference) of {difference} | {difference} (is | are) missing
                | {difference} [levels] (short | below | too low | less)) [of what is <asked>]
                      | [;] leaving a gap of {difference}
                      | [;] [and | so] {difference} [levels | level] (is | are) missing""",
    "wants_more": """[;] [which is | that is | leaving | so | a] ({difference} (more | is missing) | {difference} [levels] higher
                     | [a] (gap | difference | shortfall) of {difference} [remains | is left])
                      | [;] [and | so] {difference} [levels | level] (is | are) missing | [;] {difference} [levels | level] (more | higher) than {person} has""",
    "below": "[levels | level] (below | short of | under | less than) [the] [required] [level [of]] {required}",
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
                        | there is no entry (for | of) <skill> for {person}
                        | {person} has no (entry | recorded evidence) (for | of) <skill>
                        | nothing is (on record | recorded) for {person} (in | on | about) <skill>
                        | <skill> does not appear in (the record of {person} | {person} 's record)
                        | <skill> is not (in | part of) (the record of {person} | {person} 's record)
                        | the record of {person} (shows no | has no | does not (show | list | contain | include))
                          <skill>
                      | no record of <skill> (exists | is on file | is available) for {person} | {person} does not have <skill> on record | <skill> is not recorded [in the graph] for {person} | there is nothing on record for {person} (in | on) <skill> | the graph (has | holds | contains | shows) no record of <skill> for {person} | <skill> has not been recorded for {person} | no <skill> has been recorded for {person}
                      | {person} has nothing on record (for | in | on) <skill>
                      | {person} has no (recorded <skill> | <skill> recorded) | nothing on record shows <skill> for {person} | {person} shows no record of <skill>""",
    "it_not_on_record": """{person} has no record of (it | this skill | that skill)
                           | there is no record of (it | this skill | that skill) for {person}
                           | (it | this skill | that skill) is (not (on record | recorded) for {person}
                             | missing from the record of {person})
                           | no record of it exists for {person} | nothing is on record for {person} (in it | on it)
                           | (it | this skill) does not appear in (the record of {person} | {person} 's record)
                           | {person} has none on record
                      | (it | this skill) (has not been | is not) recorded for {person} | there is no record of (it | this) for {person} | no record of (it | this) (exists | is available) for {person} | the graph has no record of it for {person} | {person} does not have it on record""",
    "asks_it": """<role> <asks> ((@required | @near | @!level @!to_level) it | this skill | that skill | <skill>) <at_required> <opt>
                  | <role> <asks> @required [at least] level {required} [in (it | <skill>)] <opt>
                  | (@required | @near | @!level @!to_level) it is <asked> (by | for) <role> <at_required> <opt>
                      | (@required | @near | @!level @!to_level) (it is <asked> <at_required> <opt> (by | for | in) <role> | for <role> [;] it is <asked> <at_required> <opt>) | @required level {required} is <asked> <opt> (by | for) <role>""",
    "near_level": "[at level {level}]",
    "near_it": """[;] [but | and] (a (near | related | nearby) skill on record is <near> <near_level>
                  | <near> [;] (a (near | related) skill) [;] is on record <near_level>
                  | {person} has <near> [;] a (near | related) skill [;] <near_level> on record
                  | on record is <near> <near_level> [;] a (near | related) skill)""",
    "near_too": "@near <near_it> | @!near",
    "reqs": "(@essential essential | @!essential) (requirement | requirements)",
    "percent": "{coverage} (percent | per cent | %)",
    "by_weight": """[;] [or | which is | that is | this is | namely | and | representing | which (amounts to | represents
                    | corresponds to | equals | makes)]
                    (<percent> (by weight | of the weight | in weight | weighted) | by weight <percent>
                     | [for | with] a (weighted (coverage | share) | coverage by weight | share by weight) of <percent>)
                    | lpar <percent> by weight rpar
                      | [;] (covering | representing | fulfilling | making up | corresponding to | amounting to | equal to | equivalent to | giving | for) (<percent> (by weight | of the weight | of the total weight) | a weighted (share | coverage) of <percent>) | [;] which (covers | gives | is) (<percent> (by weight | of the weight | of the total weight) | a weighted (share | coverage) of <percent>) | [;] (weighted | in weight) [;] <percent> | [;] lpar <percent> (weighted | of the weight | weighted coverage) rpar | [;] (or | that is | which is) <percent> (when weighted | weighted | of the total weight)
                      | [;] [with | for] a coverage of <percent> (by weight | of the weight)""",
    "x_of_y": "{met} [out] of [the | its] {total} <reqs>",
    "open_left": """[;] [and | so | leaving] {open} (is not met | are not met | unmet | not met | open
                    | is open | are open | remains open | remain open)""",
    "teach": """<course> (teaches | covers | trains) <teaches> <taught_to>
                | @closes=True @to_level <course> (takes | brings | raises | leads) [to] <teaches> [up] to level {to_level}""",
    "reaching": """[;] (meeting | reaching | which is enough for | enough for | sufficient for | and that is enough for)
                   [the] level [of] {required} <wanted>
                   | [;] [and | which | that | this] [so | thus | thereby] (reaches | meets | reaching | meeting)
                   [the] level [of] {required} <wanted>
                   | @to_level==required [;] [which is] [exactly] the level (that <role> <asks> | <asked> (by | for)
                     <role>) <opt>
                      | [;] (which | and | this | that) [so | thus | thereby] (covers | satisfies | fulfils | meets | reaches | attains) <level_of_role> | [;] (satisfying | covering | fulfilling) <level_of_role> | [;] (enough | sufficient) (for | to meet | to reach) <level_of_role> | [;] which (is enough | suffices | is sufficient) (for | to meet | to reach) <level_of_role>
                      | @to_level==required [;] which is [exactly] the level [that] <role> <asks> <opt>""",
    "level_of_role": """[the] level [of] {required} <wanted> | [the] level {required} requirement (of | for) <role> @!optional
                        | [the] <role> requirement of level {required} @!optional
                        | [the] requirement of level {required} (of | for) <role> @!optional""",
    "staying_below": """[;] (which | and | but | that | this) (does not (reach | meet) | falls short of | is not enough for)
                        [the] level [of] {required} <wanted>
                        | [;] [and | which | that | this] [so | thus] (is | stays | remains | falls | being)
                        (below | short of | under) [the] level [of] {required} <wanted>
                        | [;] (below | short of | under) [the] level [of] {required} <wanted>
                      | [;] (below | short of | less than | under) <level_of_role> | [;] (which | but | and) (is | stays | remains | falls) (below | short of | under | lower than | less than) <level_of_role> | [;] (which | but this | but that) (does not reach | does not meet | is not enough for | falls short of) <level_of_role>""",
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
        "@level==required @cover=same @basis=stated {person} has [exactly] level {level} in <skill> [;] (that | which) <role> <asks> <opt>",
        "@level==required @cover=same @basis=stated {person} has in <skill> [exactly] level {level} [;] (that | which) <role> <asks> <opt>",
        "@level==required @cover=same <hold> [;] which is [exactly] the level [that] <role> <asks> <opt>",
        "@level==required @cover=same <hold> [;] [exactly] as <role> <asks> <opt>",
        "@level @cover=same @basis=stated {person} <meets> <met_object> [;] (with | at | having) [a] level [of] {level} [in <skill>]",
        "@level @cover=same @basis=stated in <skill> [;] {person} <meets> <met_object> [;] (with | at) [a] level [of] {level}",
        "@level @cover=same @basis=stated (with | at | having) [a] level [of] {level} in <skill> [;] {person} <meets> <met_object>",
        "@level @cover=same @basis=stated {person} [currently] has level {level} in <skill> [;] (which | and) <meets> <met_object>",
        "<hold> <cover> [;] (which | and thereby | thereby | and so | so that) (meeting | meets | satisfies) <met_object>",
        "<hold> <cover> [;] while <ask>",
        "<ask> <but> {person} <meets> (this | it | that) (with | by having) <holding> <cover>",
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
        "(@required | @!level) <hold> <cover> <which_asked>",
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
        "@difference @required @!cover=close <own_level> <cover> is {difference} [levels] (below | short of | under | less than) [the] (required | requested) level [of] {required} (for | of) <role> @!optional",
        "@difference @required @!cover=close <own_level> <cover> is {difference} <below> <wanted>",
        "@difference @required @cover=same @basis=stated @level <role> <asks> level {required} in <skill> [;] [which is] {difference} more than (<own_level> | {person} 's level [of] {level} | [the] level {level} (of | that) {person} [has]) @!optional",
        "@difference @required @cover=same @basis=stated @level <role> <asks> <skill> at level {required} [;] [which is] {difference} (more than | above) (<own_level> | {person} 's level [of] {level} | {person} 's {level}) @!optional",
        "@difference @!cover=close <hold> <cover> [;] [which is | which leaves | leaving | with] [a (gap | shortfall | difference) of] {difference} [levels] (to | below | short of | less than) [the] level {required} [in <skill>] <wanted>",
        "@difference @!cover=close <hold> <cover> [;] {difference} [levels] less than [the] level {required} <wanted>",
        "@level @cover=same @basis=stated {person} (partly | partially) (meets | fulfils | satisfies) the <skill> requirement (of | for) <role> [;] (with | having) [a] level [of] {level} (against | instead of | of | where) [the] [required] [level] {required} [is <asked>] @!optional",
        "@level @cover=same @basis=stated {person} (partly | partially) (meets | fulfils | satisfies) (the <role> requirement for <skill> | what <role> <asks>) [;] (with | having) [a] level [of] {level} (against | instead of) [the] [required] [level] {required} @!optional",
        "@!cover=close <hold> <cover> [;] (whereas | while | but | though) [the] [required] level (for | of | in) <role> is {required} @!optional",
        "@difference @cover=same @basis=stated @level there is a gap of {difference} [levels] between {person} 's level {level} in <skill> and [the] level {required} <wanted>",
        "@difference @cover=same @basis=stated in <skill> [;] {person} (has | is at) [@level level {level} ;] {difference} [levels] (below | short of) [the] level {required} <wanted>",
        "@difference @cover=same @basis=stated @level {person} (has | is at) level {level} in <skill> [;] {difference} [levels] (below | short of | less than) [the] level {required} <wanted>",
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
        "<not_on_record> [;] which (<role> <asks> <at_required> <opt> | is <asked> (<at_required> <opt> (by | for) <role> | (by | for) <role> <at_required> <opt>)) <near_too>",
        "<not_on_record> <near_too> <but> <ask>",
        "<ask> <but> <it_not_on_record> <near_too>",
        "<ask> <but> <not_on_record> <near_too>",
        """<skill> [;] <which_asked> [;] is (not (on record | recorded) for {person}
           | missing from the record of {person}) <near_too>""",
        "[the] record of {person} [has | shows] no <skill> [;] <which_asked> <near_too>",
    ),
    ClaimKind.GAP_SUMMARY: (
        "(in total | altogether) [;] {person} (<meets> | covers) <x_of_y> (of | for | in) <role> [<by_weight>] [<open_left>] <as_of>",
        "{person} currently (<meets> | covers) <x_of_y> (of | for | in) <role> [<by_weight>] [<open_left>] <as_of>",
        "out of [the] {total} <reqs> (of | for | in) <role> [;] {person} [currently] (<meets> | covers) {met} [<by_weight>] [<open_left>] <as_of>",
        "(weighted | by weight | measured by weight) [;] {person} (<meets> | covers) <percent> of the <reqs> (of | for) <role> [lpar {met} [out] of [the] {total} rpar | [;] [namely | that is] {met} [out] of [the] {total}] <as_of>",
        "{person} has (met | fulfilled | covered | satisfied) <x_of_y> (of | for | in) <role> [<by_weight>] [<open_left>] <as_of>",
        "{person} (<meets> | covers) {met} [out] of [the] {total} (@essential essential | @!essential) <role> (requirement | requirements) [<by_weight>] [<open_left>] <as_of>",
        "{met} [out] of [the] {total} (@essential essential | @!essential) <role> (requirement | requirements) (is | are) (met | fulfilled | covered) by {person} [<by_weight>] <as_of>",
        "<role> (has | asks for | sets) {total} <reqs> [;] and {person} [currently] (<meets> | covers) {met} [of them] [<by_weight>] [<open_left>] <as_of>",
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
        "@to_level==required @cover=same <ask> <but> <course> teaches (it | <teaches>) to (that | this | exactly that) level",
        "@required @to_level @cover=same <ask> [;] (which | and this) <course> teaches <taught_to> [@closes=True @to_level>required [;] which is more than <asked>]",
        "<course> teaches <teaches> <taught_to> <cover> [;] and <role> <asks> @required level {required} <opt>",
        "<ask> <but> <teach> <cover>",
        "<ask> [;] (a level | which is | a level that) @closes=True @to_level==required @cover=same <course> (teaches | reaches)",
        "@closes=True @required (completing | passing) <course> (brings | takes | leads) [<teaches>] to level {to_level} [in <teaches>] @to_level <cover> <reaching>",
        "<course> (teaches | covers) <skill> <taught_to> [;] <which_asked> @cover=same @required",
        "@closes=True @required <teach> <cover> <reaching>",
        "@closes=False @required <teach> <cover> <staying_below>",
        "<teach> <cover> <but> <role> <asks> @required (level {required} [in <skill>] | <skill> <at_required>) <opt>",
        "@closes=False @required @to_level <course> teaches <teaches> only to level {to_level} <cover> <but> <role> "
        "<asks> level {required} <opt>",
        """<ask> <but> <course> (teaches | covers) (@!taught (@to_level | @!required) (it | this skill) | <teaches>) <taught_to> <cover>
           [@required @closes=False @to_level [;] which is (not enough | too low | below that)]
           [@required @closes=True [;] which is enough]""",
        """@closes=False @required @to_level <ask> <but> <course> teaches (@!taught it | <teaches>) only to level {to_level} <cover>""",
        "@required @to_level @cover=same <role> <asks> level {required} in <skill> [;] which <course> teaches <taught_to> @!optional",
        """@closes=True @required @to_level @cover=same with <course> [;] <skill> reaches level {to_level}
           [;] (@to_level==required which is the level [that] <role> <asks> <opt> | @to_level==required as <role> <asks> <opt>
           | and so [meets | reaches] [the] level {required} <wanted>)""",
        """@closes=True @required @to_level @cover=same <course> (takes | brings | raises) <skill> to level {to_level}
           <reaching>""",
        "@!required <teach> <cover> <but> <role> <asks> (@!taught it | <skill>) <opt>",
        "@!required @!to_level <teach> <cover> [;] (which | that) <role> <asks> <opt>",
    ),
    ClaimKind.NO_COURSE: (
        "<ask> <but> <no_further> course (for it | for this skill | that teaches it | on it) (is in the graph | is on record | was found | could be found | exists in the graph | is available in the graph)",
        "<ask> <but> (the graph (offers | shows | knows) <no_further> course (for it | that teaches it | for this skill | for <skill>))",
        "the graph (offers | shows) <no_further> course (for | on | in | that teaches) <skill> [;] (<which_asked> | <but> <asks_it>)",
        "(for | in) <skill> [;] <which_asked> [;] (<no_further> course (was found | could be found | is on record | is in the graph | exists in the graph) | there is <no_further> course (in the graph | on record))",
        "<no_further> course (for | on | in) <skill> is (available | listed | recorded) in the graph [;] (<which_asked> | <but> <asks_it>)",
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
        "(passing | completing | completion of | taking) <prerequisite> is (required | needed) (before | for | prior to) [taking | starting] <course>",
        "<course> (presupposes | assumes) (completion of | having (passed | completed | taken)) <prerequisite>",
        "<course> (requires | needs) (completing | passing | completion of | taking | that) <prerequisite> [is completed | is passed] [first | beforehand | before it]",
        "<prerequisite> (must | has to | needs to) (come first | come before <course> | precede <course> | be (taken | completed | passed) first) [;] [before <course>]",
        "<prerequisite> (must be | has to be | needs to be | is to be) (completed | passed | taken) (prior to | ahead of | before) [taking | starting | beginning] <course>",
        "<prerequisite> is (required | needed) (before | prior to) [taking | starting] <course> [can be taken | can be started]",
        "(prior to | before) [taking | starting | beginning] <course> [;] <prerequisite> (must be | has to be | needs to be | is to be | is) (completed | passed | taken | required | needed)",
        "(passing | completing) <prerequisite> is (a | the) (prerequisite | requirement | precondition) (of | for) <course>",
        "(taking | starting) <course> (requires | needs) <prerequisite> first",
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
