"""English: further ways of the shared parts, and the kinds as clauses in free order. Appended to what the others say."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

MORE: Parts = {
    "asks": "presupposes | stipulates | prescribes | is asking for | wants",
    "asked": "necessary | stipulated | prescribed | expected | requested",
    "but": "[;] (yet | by contrast | in contrast)",
    "at_required": "@required ([;] level {required} [;] | with level {required} | to [a] level [of] {required} | at [a] minimum level of {required} | with [a] level of {required} | at [a] level of {required} [or higher])",
    "at_level": "@level ([;] level {level} [;] | to [a] level [of] {level} | with [a] level [of] {level} | at [a] level of {level})",
    "to_level": "@level ([up] to [a] level of {level} | [;] up to level {level} [;] | as far as level {level})",
    "taught_to": "@to_level ([up] to [a] level of {to_level} | [;] up to level {to_level} [;] | as far as level {to_level})",
    "meets": "meet | covers",
    "has": "has on record | brings",
    "hold_stated": """@basis=stated ({person} (has | holds | possesses | is recorded with | is recorded as having | is listed with) <kl>
                      | {person} (is | stands) @level at [a] level [of] {level} (in | for | of | on) <holds>
                      | {person} has (reached | attained | achieved | gained) @level [a] level [of] {level} (in | for | of) <holds>
                      | {person} has (reached | attained | achieved) <kl>
                      | (on record | recorded | on file) for {person} [is | are | ;] <kl>
                      | for {person} [;] (the (record | records | graph | data) (shows | show | lists | list | has | have | holds | hold | contains | contain) <kl> | <kl> is (on record | recorded | listed | noted | on file))
                      | the (record | records | graph | data) (shows | show | lists | list | has | have | holds | hold | contains | contain) <kl> for {person}
                      | the (records | graph | data) (shows | show) {person} (with <kl> | @level at level {level} in <holds>)
                      | (according to | as per) (the (record | records | graph | data)) [;] {person} (has <kl> | is @level at level {level} in <holds>)
                      | {person} 's (record | records | profile) (shows | show | has | have | holds | lists | list | contains | contain | includes | include) <kl>
                      | there is a record of <kl> for {person}
                      | {person} has a record of <kl>
                      | <kl> is (on record | recorded | listed | noted | on file | held | documented) (for | by) {person}
                      | <holds> is (on record | recorded | listed | noted | on file | documented) for {person} <at_level>
                      | <kl> is (one of {person} 's skills | one of the skills of {person} | among {person} 's skills | among the skills of {person} | part of {person} 's skills | a skill of {person} | a skill that {person} has)
                      | <holds> is (one of {person} 's skills | one of the skills of {person} | among {person} 's skills | among the skills of {person} | a skill that {person} has) [;] <at_level>
                      | (one of {person} 's skills | among {person} 's skills | a skill of {person}) is <kl>
                      | {person} has <prof> [of | at] @level level {level} in <holds>
                      | {person} 's <prof> in <holds> is @level [at] [level] {level}
                      | {person} 's [recorded] level (in | for | of | on) <holds> is @level [level] {level}
                      | {person} 's [recorded] <holds> (level | <prof>) is @level [at] [level] {level}
                      | {person} 's <holds> (is | stands | has reached) @level [at] level {level}
                      | the [recorded] (level | <prof>) (of {person} in <holds> | recorded for {person} in <holds> | {person} has in <holds> | that {person} has in <holds>) is @level [at] [level] {level}
                      | (in | for | on | as for | regarding) <holds> [;] {person} (is | stands | has | holds | has reached | is recorded) @level [at | with] [a] level [of] {level}
                      | (in | for | on) <holds> [;] {person} 's level is @level [level] {level}
                      | (in | for) <holds> [;] level {level} is (on record | recorded) for {person} @level
                      | @level level {level} (in | for | of) <holds> is (on record | recorded | listed | held) (for | by) {person}
                      | @level level {level} is (on record | recorded) for {person} in <holds>
                      | @level with level {level} [;] {person} has <holds>
                      | <holds> is @level at level {level} for {person})""",
    "hold_assessed": """@basis=assessment ({person} (was | has been | is) <rated> ([as] [being] @level at [a] level [of] {level} (in | for | on) <holds> | (in | for | on) <holds> <at_level> | with @level [a] level [of] {level} (in | for) <holds> | as having <kl>)
                      | (in | for | on) <holds> [;] {person} (was | has been | is) <rated> [as] [being] <at_level>
                      | {person} 's [level (in | of | for)] <holds> (was | has been | is) <rated> <at_level>
                      | {person} 's <rated> (level in <holds> is | <holds> level is | level (in | for) <holds> (stands at | comes to)) @level [level] {level}
                      | <holds> (was | has been | is) <rated> <at_level> for {person}
                      | {person} has @level an <rated> level of {level} in <holds>
                      | {person} (has | holds) @level level {level} in <holds> [;] (by | according to | as shown by | based on | per) [an] <exam>
                      | {person} (has | holds | received | got | obtained | achieved | reached | attained) @level ([an] <exam> (of | at) level {level} in <holds> | [a] level [of] {level} in <holds> (in | by | through | from) [an] <exam>)
                      | (an | the | one) <exam> (puts | put | places | placed | rates | rated | shows | showed | found | finds | confirms | confirmed | has put | has placed | has shown | sees | saw | assigned | assigns | gave | gives) {person} [to be] ([as being] @level at level {level} (in | for | on) <holds> | <kl> | @level level {level} in <holds>)
                      | (an | the) <exam> (puts | put | places | placed | rates | rated | confirms | confirmed | shows | showed | found) ({person} 's <holds> | <holds> of {person} | <holds> for {person}) [to be] <at_level>
                      | (an | the | {person} 's) <exam> (of {person} in <holds> | in <holds> [of | for {person}] | of <holds> [for {person}] | of {person} for <holds>) (gave | gives | shows | showed | confirms | confirmed | resulted in | results in | yielded | came to | found | puts {person} at | placed {person} at | put {person} at) @level [a] level [of] {level}
                      | (by | according to | as per | in | following | after) [an | the] <exam> [;] {person} (has | holds | is | reached | stands) (<kl> | @level at level {level} (in | for) <holds>)
                      | according to [an | the] <exam> [;] <kl> is (on record | held) (for | by) {person}
                      | {person} [;] <rated> [@level at level {level}] in <holds> [;])""",
    "hold_course": """@basis=course ({person} [has] [successfully] (passed | completed | finished | taken and passed) <course> [;] ((which | that | it | and it | and this | the course | this course | a course that | a course which) [in turn] (teaches | covers | trains | conveys | imparts | provides) <holds> <to_level> | (teaching | covering | conveying) <holds> <to_level> | a course (on | in | teaching | covering | for) <holds> <to_level> | where <holds> is taught <to_level>)
                      | <course> [;] (which | a course [that | which]) {person} [has] [successfully] (passed | completed | finished) [;] (teaches | covers | trains | conveys) <holds> <to_level>
                      | <course> [;] (passed | completed) by {person} [;] (teaches | covers | trains | conveys) <holds> <to_level>
                      | <course> [;] which (teaches | covers) <holds> <to_level> [;] (was | has been) [successfully] (passed | completed) by {person}
                      | <holds> is (taught | covered) <to_level> (in | by) <course> [;] (which | a course [that | which]) {person} [has] (passed | completed)) | @basis=course {person} [has | took and] [successfully] (passed | completed) <course> [;] in which <holds> is taught <to_level>""",
    "holding": """@basis=stated (<kl> | [a] <holds> level of @level {level})
                  | @basis=assessment (@level [an] <rated> level [of] {level} in <holds> | <holds> <rated> @level at level {level} | @level [a] level [of] {level} in <holds> by assessment)""",
    "own_level": """@basis=stated @level ({person} 's ([recorded] level [of] {level} (in | for) <holds> | <holds> [;] (at | with | of) [a] level [of] {level} | <holds> (level | <prof>) [of] [level] {level} | <prof> [of level {level}] in <holds> [of level {level}]) | [the] level {level} (that {person} has | {person} has | of {person}) in <holds>)
                    | @basis=assessment @level ({person} 's <rated> (level [of] {level} in <holds> | <holds> level of {level} | level in <holds> [;] [of] [level] {level}) | {person} 's <holds> [;] <rated> at level {level} [;] | {person} 's <exam> (at level {level} in <holds> | in <holds> at level {level}))""",
    "at_it": """@basis=stated @cover=same @level ({person} (is | stands | sits | has | holds | has reached | has attained | reaches) [at | with] [a] [level] [of] {level} [in (it | this skill)]
                | {person} 's [recorded] level [in it | there] is {level} | {person} 's is {level} | (level | that of) {person} is {level} | level {level} is (on record | recorded) for {person} | {person} at level {level} | (the record (shows | has)) level {level} for {person})
                | @basis=assessment @cover=same @level ({person} (was | has been | is) <rated> (at | as) [being] [at] [a] [level] [of] {level} [in it] | {person} 's <rated> level is {level} | (an | the) <exam> (puts | put | places | placed | shows | showed | found) {person} [to be] at level {level})""",
    "cover": """@cover=equivalent ([;] [and | which] (equals | is equivalent to | means the same as | is the same as | is equal to) <skill>)
                | @cover=narrower ([;] [and] (which | this | that | it) (counts | is counted | is credited) (as | towards | toward | for) <skill> | [;] (counting | counted | which is counted) (as | towards | toward) <skill>)
                | @cover=close ([;] [and] (which | this | that) (is close to | comes close to | is near to | is near) <skill> | [;] (a skill | a near skill) close to <skill>)""",
    "counting": "@cover=equivalent ([;] [which | and] (means the same as | is equal to)) | @cover=narrower ([;] [and | which | this] (counts | is counted) (as | towards | for)) | @cover=close ([;] [and | which | this] (is | comes) close to)",
    "ask": """<role> (asks for | requires | needs | expects | demands | calls for | wants) <kr> <opt>
              | <in_role_of> (needs | requires | is required to have | is asked to have) <kr> <opt>
              | (to be | to become | to work as | to serve as | to fill | for | as | in | for the work of | for the job of | in order to become | to take on) <role> [;] (you need | one needs | people need) <kr> <opt>
              | (you need | one needs | people need) <kr> <opt> (to be | to become | to work as | for | as | in | to take on) <role>
              | <kr> is (<asked> | a requirement) <opt> (by | for | in | of | as | from | to become | to work as | to be) [someone in | anyone in] <role>
              | <kr> is [a requirement] (<asked>) (by | for | in | of | as) <role> <opt>
              | (by | for | in | as | to become | to work as | to be) <role> [;] <kr> is <asked> <opt>
              | <kr> is (part of what <role> <asks> | among (what <role> <asks> | the requirements (of | for) <role>) | one of the requirements (of | for) <role>) @!optional
              | <kr> is (@optional optional | @!optional (a requirement | an essential requirement | essential)) (for | in | of) <role>
              | <skill> is (@optional optional | @!optional (required | needed | a requirement)) [;] <at_required> [;] (for | in | by) <role>
              | (required | asked for | needed | a requirement | one requirement | expected) (for | by | of | in) <role> [is | ;] <kr> @!optional
              | (the | a | one) requirement (of | for | in) <role> is <kr> @!optional
              | <role> has (@!optional a | @optional an optional) requirement [of | for | ;] <kr>
              | <role> sets (level {required} in <skill> @required | <skill> <at_required>) as a requirement @!optional
              | <role> 's requirement (in | for | on) <skill> is @required [level] {required} @!optional
              | @required the level [of <skill>] [that] <role> <asks> [in <skill>] is {required} @!optional
              | @required the level [in <skill>] <asked> [in <skill>] (by | for | in) <role> [in <skill>] is {required} @!optional
              | @required the (required | requested | expected) [<skill>] level [in <skill>] (of | for | in) <role> is {required} @!optional
              | @required (in | for | on | as for) <skill> [;] (level {required} is <asked> (by | for | in) <role> | <role> <asks> [at least] [level] {required} | <role> (sets | has) a requirement of level {required}) <opt>
              | (in | for) <role> [;] the (required | requested) level (in | of | for) <skill> is @required {required} @!optional
              | <skill> <at_required> [;] as <asked> (by | for) <role> @!optional
              | @required <role> <asks> <skill> [to be] (at | of) level {required} [or (above | higher)] <opt>
              | <skill> is <asked> (of | from) <role> <at_required> <opt>""",
    "wanted": """@!optional ((<role> | [the] <role> role) (asks for | requires | needs | expects | demands | calls for | wants) | [as] <asked> (of | from | in) <role> | [that is | which is] a requirement (of | for) <role> | that is <asked> of <role> | (needed | required | asked) to (be | become | work as) <role>)""",
    "which_asked": """[;] a (skill | requirement) [that | which] <role> (asks for | requires | needs | expects | demands | calls for | sets | has) <at_required> <opt>
                      | [;] a skill [that is | which is] <asked> [<at_required>] <opt> (by | for | in) <role> [<at_required>]
                      | [;] (which | that) is (a requirement | @optional an optional requirement | one of the requirements) (of | for | in) <role> <at_required>
                      | (which | that) <role> <asks> [;] <at_required> <opt>
                      | (which | that) @required <role> <asks> (at | to be at) level {required} [or (above | higher)] <opt>
                      | [;] [which is | that is] <asked> [<at_required>] <opt> (by | for | in | of) <role> [<at_required>]""",
    "met_object": """@required @!optional (<met_lvl>
                      | <role> 's (level {required} requirement [(in | for) <skill>] | requirement [;] (in | for | of) <skill> [;] [[of | at | for] level {required}] | requirement (of | at | for) level {required})
                      | [the] <skill> requirement (of | for | in) <role> [;] [(of | at) level {required} | level {required}]
                      | [the] requirement (of | for) (level {required} in <skill> | <skill> at level {required} | <skill> [;] level {required}) [<wanted> | set by <role> | that <role> (sets | has)]
                      | (what | the level that) <role> <asks> (in | for) <skill>)
                      | @!optional ([the] (<skill> requirement | requirement (for | in) <skill>) (of | for | in | set by) <role> | [the] <role> requirement (for | in) <skill> | <role> 's (<skill> requirement | requirement (for | in) <skill>))""",
    "not_on_record": """<skill> is (not (on record | recorded | on file | listed | documented | registered | noted | shown) | missing [on | from] [the] record) (for | against) {person}
                      | (we have | we hold | we found | one finds | the (graph | data | records) (has | have | holds | hold | show | shows | contain | contains) | there (is | exists)) no (record | entry) (of | for) <skill> [on file] (for | on) {person}
                      | for {person} [;] (we have | we hold | the (graph | data | records) (has | have | show | shows | contain | contains) | there (is | exists)) no (record | entry) (of | for) <skill>
                      | no (record | entry) (of | for) <skill> (exists | is found | was found | could be found | is on file | is available | is held | is there | is present | is recorded) for {person}
                      | no <skill> is (on record | recorded | on file) for {person}
                      | {person} (does not have (a record of <skill> | any record of <skill> | <skill> on record | <skill> on file | <skill> recorded) | has no recorded <skill> | has no <skill> (recorded | on file) | is not recorded (with | as having) <skill> | is without a record of <skill> | has no documented <skill> | lacks a record of <skill> | lacks (any | a) record of <skill> | shows no <skill> on record | has no record (for | in) <skill>)
                      | {person} 's (record | records | profile) (lacks | lack | is missing | contains no | contain no | has no entry for | does not mention | do not mention | does not show | do not show | does not include | do not include | has no mention of | shows no entry for | does not list) <skill>
                      | <skill> is (missing | absent | lacking) (from | in | on) ({person} 's (record | records | profile) | the (record | records | profile) of {person})
                      | <skill> (has not been | was not) (recorded | documented | registered | listed) for {person}
                      | (missing | not) on record for {person} [is | ;] <skill>
                      | on record for {person} [;] no <skill>
                      | nothing is (recorded | on record | on file) for {person} (in | on | about | for | under) <skill>
                      | {person} [;] no record of <skill>
                      | <skill> [;] (not (on record | recorded) | no record) for {person}""",
    "it_not_on_record": """(it | this | that) is not (on record | recorded | on file | listed | documented) for {person} | {person} (has | shows) no record of (it | this | that | such a skill) | {person} 's record (does not show | does not list | lacks | has no entry for) (it | this)
                      | no record of (it | this | that) (was found | is on file | exists) for {person} | for {person} [;] (there is no record of (it | this) | it is not (on record | recorded) | no record of it exists) | {person} does not have (it | this) on record | it is (missing | absent) from {person} 's record | (we have | we found) no record of it for {person}""",
    "asks_it": """(@required | @near | @!level @!to_level) <role> <asks> (it | this | that) [;] <at_required> <opt>
                  | ((@required | @near | @!level @!to_level) (it | this | that) | the skill | this skill) is (a requirement | <asked>) <at_required> <opt> (by | for | in | of) <role> [<at_required>]
                  | (@required | @near | @!level @!to_level) it is <asked> [<at_required>] <opt> (by | for | in | of) <role> [<at_required>]
                  | (@required | @near | @!level @!to_level) it is a requirement (of | for | in) <role> <at_required>
                  | @required <role> <asks> [at least] [a] level [of] {required} <opt>
                  | for <role> [;] ((@required | @near | @!level @!to_level) (it | this) | the skill | <skill>) is <asked> <at_required> <opt>""",
    "near_too": "@near",
    "near_it": """[;] [but | and | though | while | however] (a (near | related | nearby) skill [;] {near} [;] is on record [;] <near_level>
                  | (the | a) (near | related | nearby) skill {near} [;] is on record [for {person}] <near_level>
                  | [;] a (near | related | nearby) skill (on record is [;] {near} [;] <near_level> | [;] {near} [;] <near_level> is on record)
                  | {near} [;] (a (near | related | nearby) skill | which is (near | related)) [;] is (recorded | on record | on file | held) [for {person}] <near_level>
                  | {person} (has | holds | does have) (the | a) (near | related | nearby) skill {near} [;] <near_level>
                  | {person} (has | holds | does have) {near} <near_level> [;] (a (near | related | nearby) skill | which is a (near | related) skill)
                  | {near} [;] <near_level> [;] (is on record as (a (near | related) skill) | is (a (near | related) skill) on record)
                  | on record is [however] {near} <near_level> [;] (a (near | related) skill | which is (near | related))) | [;] [but | and | though | while] a (near | related) skill [;] {near} [;] is (recorded | on record) <near_level>""",
    "near_level": "at [a] level of {level} | [;] level {level} [;]",
    "short": "<d_less> | <d_any>",
    "wants_more": "<d_more> | <d_any>",
    "not_reached": """((is | does | stays | remains | falls) (not (reach | meet | satisfy | match | fulfil | fulfill) | below | short of | under | less than | lower than) | misses | is not [at] | does not amount to) <met_lvl>""",
    "by_weight": """[;] [and | or | which is | that is | which (means | makes | amounts to | represents | corresponds to | equals | comes to | covers | accounts for) | (amounting | corresponding | coming | equivalent | equal) to | representing | making up | accounting for | covering | for]
                    [;] (by weight [;] [that is | this is | it is] <percent> | weighted [;] [that is | this is | it is] <percent> | <percent> (by weight | of the weight | in weight | weighted | of the total weight | of the weighting | measured by weight | in weighted terms | when weighted))
                    | [;] [and] (by weight | weighted | in weighted terms | measured by weight) [;] (that | this | it) (is | makes | amounts to | comes to | corresponds to) <percent>
                    | [;] (a | with a | for a) (weighted | weight) (coverage | share) of <percent>""",
    "open_left": """[;] [and | so | leaving | with | while | but | which leaves] [the (other | remaining)] {open} (is | are | remains | remain | still | left) (unmet | not met | outstanding | unfulfilled | to go | to be met | left)
                    | [;] [and | so | leaving | with | while | which leaves] {open} (unmet | not met | outstanding | unfulfilled | to go | to be met | left | remaining)
                    | [;] {open} (requirement | requirements) (is | are | remains | remain) (unmet | not met | open)""",
    "x_of_y": "{met} [out] of [the | all | its] {total} <reqs> | {met} of [the] {total} (@essential essential) <reqs>",
    "reqs": "(@essential essential | @!essential) (criterion | criteria)",
    "teach": """<course> (conveys | imparts | gives | provides | offers | delivers | includes) [(training | instruction | teaching | lessons) in] <teaches> <taught_to>
                | <course> (trains (people | participants | learners) in | is a course (on | in | for | about | that teaches | which teaches | that covers | teaching | covering) | is about | instructs in | gives lessons in | is teaching) <teaches> <taught_to>
                | @to_level @closes=True <course> (takes | brings | raises | leads | lifts | advances) [(people | participants | learners | you | its participants)] [to | in] <teaches> [up] to [a] level [of] {to_level}
                | @to_level <course> teaches [(people | participants | learners | you)] [up] to [a] level [of] {to_level} (in | of) <teaches>
                | @to_level <course> teaches level {to_level} [in | of] <teaches>
                | (in | with | through | by taking | on | via | from | at) <course> [;] (<teaches> is (taught | covered | conveyed | trained) | <teaches> can be (learned | learnt)) <taught_to>
                | (participants in | participants of | people on | those taking) <course> are taught <teaches> <taught_to>
                | <teaches> (is taught | is covered | can be learned | can be learnt | is trained | is conveyed) <taught_to> (in | by | through | with | on | during | at | via) <course> [<taught_to>]
                | <teaches> (is taught | can be learned | is covered) (in | by | through | with | on) <course> [;] <taught_to>""",
    "reaching": """[;] [and | which | that | this | so | it | thus] [so | thus | thereby | therefore] (meets | reaches | meeting | reaching | satisfies | satisfying | fulfils | fulfills | covers | covering | is enough for | is sufficient for | suffices for | enough for | sufficient for | enough to (meet | reach)) (<met_object> | <met_lvl>)
                   | @to_level==required [;] ([which is] [exactly] the level [that | which] | as) <role> <asks> @!optional
                   | @to_level==required [;] as <asked> (by | for | in) <role> @!optional
                   | [;] [and | so | thus | thereby] [that] <met_lvl> is [thus | thereby] (met | reached | satisfied | fulfilled | covered)""",
    "staying_below": """[;] [and | which | but | that | this | so | it] [still | thus | therefore] (is | stays | remains | falls | stops | ends) (below | short of | under | lower than | less than) (<met_lvl> | <met_object>)
                      | [;] [and | which | but | that | this | it] (does not (reach | meet | satisfy | suffice for) | is not enough for | is insufficient for | is not sufficient for | is not enough to (reach | meet)) (<met_lvl> | <met_object>)
                      | [;] (below | short of | under | not reaching | without reaching | not enough for | less than) (<met_lvl> | <met_object>)""",
    "no_way": "no (path | route | way | connection)",
    "steps": "{steps} [single | separate] (move | moves)",
    "between": "(from <origin> | out of <origin>) (to | into | towards) <destination> | [from] <origin> to <destination>",
    "along": "from <origin> (to | into | up to) <target>",
    "limits": "(within | under | given | with | inside) (the | these | those | your) [given | set | specified | stated | defined | imposed] (limits | constraints) [given | set | you set | you gave | that were set | that were given | specified | stated]",
    "carry": "(can be transferred | can be taken along | come along | comes along | are carried along | is carried along | can carry over | transfer over)",
    "learn": "{missing} (still (need | needs | has | have) to be (learned | learnt | acquired) | (is | are) still to be (learned | learnt | acquired) | (is | are) (left to learn | left to be learned | yet to be learned | to be acquired | to be learnt) | (remain | remains) to be (learned | learnt | acquired) | (must | has to | have to | need to | needs to) be (learnt | acquired) | to be (learned | learnt | acquired) | to (learn | acquire))",
    "rest": "[;] [and | while | but | with | whereas | so | leaving] [the (other | remaining)] {missing} [more | others] [(is | are)] (to learn | to be learned | to be learnt | to be acquired | to acquire | left to learn | left to be learned) | [;] [while | and | whereas] the (other | remaining | rest) {missing} <learn>",
    "passing": "<stops>",
    "next": "[;] (followed by | and after that | and finally | and afterwards | then by)",
    "still": """@skill_1 ([;] [and | with | while | but] [still] (needed | required | outstanding) [still] [is | are | ;] <needs>
                | [;] [and | with | while | but | what is | what] [still] <needs> [is | are] [still] (needed | outstanding | required | not met)
                | [;] [and | but | so | who] [{person}] still (needs | requires) <needs>
                | [;] still needing <needs>
                | [;] [and | but | what | with] [what] (is | are | remains | remain) [still] (needed | required) [is | are | ;] <needs>)""",
    "r1": "@required_1 ([;] level {required_1} | to level {required_1} | with level {required_1} | lpar level {required_1} rpar | [;] at level {required_1} [;])",
    "r2": "@required_2 ([;] level {required_2} | to level {required_2} | with level {required_2} | lpar level {required_2} rpar)",
    "r3": "@required_3 ([;] level {required_3} | to level {required_3} | with level {required_3} | lpar level {required_3} rpar)",
    "r4": "@required_4 ([;] level {required_4} | to level {required_4} | with level {required_4} | lpar level {required_4} rpar)",
    "r5": "@required_5 ([;] level {required_5} | to level {required_5} | with level {required_5} | lpar level {required_5} rpar)",
    "comma": "[;] (as well as | plus | also | together with)",
    "as_of": "@as_of [;] ((on | at | by | per | as at) {as_of} | lpar as of {as_of} rpar | (status | date) [;] {as_of})",
    "faded_hold": """<hold> <cover> <but> [with] [since | as | because] [the] (last | latest | most recent) evidence [for it | of it | of this | for this] [is | being | dates | comes | stems | was | dated | ;] [of | from | on | back to | dated] {last}
                     | <hold> <cover> [;] [and | but] [it was | which was] last (shown | evidenced | documented | recorded) [on | in] {last}
                     | <hold> <cover> <but> (it | this | that | the level | the skill) was last (shown | evidenced | documented | recorded) on {last}
                     | <hold> <cover> [;] with [the] (last | latest | most recent) evidence [;] [dated | from | of | on] {last}""",
    "faded_counts": """[;] [and | but] [so | therefore | thus | hence | which means | which is why] [;] [that] [(on | as of | by | at) {as_of}] [;] [(it | this | that | the level | the skill | which)] (counts | is counted | is worth | counting | counted) [as | at | for] level {counted} [;] [(on | as of | by | at) {as_of}] [[;] (with | at | given | based on | assuming | under | for) [a] half-life of {half_life} months]
                       | [;] [and] (with | at | given | based on | assuming | under) [a] half-life of {half_life} months [;] [so | therefore] [it | this | that] (counts | is counted) as level {counted} (on | as of) {as_of}""",
    "faded_ask": "@!cover=close (<asks_it> | @required (the level <asked> (by | for) <role> is {required}) @!optional)",
    "faded_end": """[;] [and | so] [which | that | this | it | the requirement | the requirement is] [is | are] [thus | therefore | thereby] (@enough=True (met | fulfilled | satisfied | reached) | @enough=False (not (met | fulfilled | satisfied | reached) | unmet))""",
    "m_level": "@level ([;] level {level} [;] | with [a] level [of] {level} | to level {level})",
    "m_hold": """{mentor} <has> <ml>
                 | {mentor} (is | stands) @level at [a] level [of] {level} (in | for) <holds>
                 | {mentor} has (reached | attained | achieved) @level level {level} (in | for) <holds>
                 | {mentor} 's (level (in | for) <holds> is @level [level] {level} | <holds> (is | level is) @level [at] [level] {level})
                 | (in | for | on) <holds> [;] {mentor} (is | has | holds | stands | has reached) @level [at] [a] level [of] {level}
                 | <ml> is (on record | recorded | held) (for | by) {mentor}
                 | @level level {level} in <holds> is (on record | recorded | held) (for | by) {mentor}
                 | the level of {mentor} in <holds> is @level {level}
                 | {mentor} [;] <ml>""",
    "m_it": "@cover=same @level {mentor} (is | has | holds | stands | has reached) [it] [at] [a] [level] [of] {level} [in it]",
    "m_offer": """(offers | provides) ([to] mentor in | mentoring for | mentorship in | mentoring on) (<offered> | @offered==holds (it | this | that)) @offered
                 """,
    "m_own": """@own {person} [currently | who] (has | is | holds | stands | stands at | has reached) [at] [a] [level] [of] {own} (@!held [in (it | this | <skill>)] | in <skill>)
                | @own {person} 's [own] level [in <skill>] is {own} | @own (that of {person} is | {person} 's is) [level] {own} @!held
                | @own (compared to | compared with | against | versus | above | over) ([the] level {own} (for | of | that) {person} [has] | {person} 's [level] [of] {own} | {person} [;] [who (is | has)] [at] level {own} | {person} at {own}) @!held
                | @own in <skill> [;] {person} (has | is) [at] level {own}""",
    "m_ask": "@role <role> <asks> @required (at least level {required} | {required} | a level of {required} | (this | it) at level {required} @!held) <opt> | @role @required (the level <asked> (by | for) <role> is {required} | <asked> (by | for) <role> is level {required} | level {required} is <asked> (by | for) <role>) @!optional | @role <ask>",
    "apart": "[;] [that is | which is | and that is | a distance of | which are | they are | and are | these are | the two are | at a distance of | with] {steps} (step | steps) [apart | away | between them | of distance | distant] [in | within] [the (organisation | organization) | organisationally] | [;] {steps} (step | steps) (apart | away)",
    "at_once": "at the one time | concurrently | at any one time",
    "people": "(persons | protege | proteges | mentees | people | individual | individuals)",
    "passage": """[the] [section] {section} (of | in | from) [the] {document} [;] [in] [its] [lpar] version {version} [rpar]
                  | [the] {document} [;] [lpar] version {version} [rpar] [;] [lpar] [section] {section} [rpar]
                  | version {version} of [the] {document} [;] [section] {section}
                  | section {section} of version {version} of [the] {document}
                  | [in] [the] {document} [;] version {version} [;] [the] section {section}""",
    "force": "(applicable | in effect | effective)",
    "in_force": """@!until @!then [;] [(is | has been)] (<force> | applicable | effective) [;] (since | as of | from | with effect from) {since} | @!until @!then [;] (applies | has applied | has been applicable) [;] (since | from | as of) {since}
                   | @!until @!then [;] (came into (force | effect) | took effect | entered into force) on {since} and (is still | has been | remains) <force> [since]
                   | @until [;] [(is | it is)] (<force> | applicable | effective | applies) [;] (from | between) {since} (until | to | through | till | and | up to) {until}
                   | @then [;] [was] (<force> | applied) [;] (from | as of) {since} [;] (until it was | [and] [was]) (superseded | replaced) on {then}""",
    "counts": "{roles} (role | roles) [;] [and] {skills} (skill | skills) [;] [and] {courses} (course | courses) [;] [and] {passages} (passage | passages | document passages | passages of documents)",
}

PARTS: Parts = {
    "kl": "<holds> <at_level> | @level [a] level [of] {level} (in | for | of) <holds> | @level [a] <holds> (level | <prof>) [of] [level] {level} | @level level {level} <holds> | @level {level} in <holds> | <holds> [;] @level (of | being) level {level}",
    "ml": "<holds> <m_level> | @level [a] level [of] {level} (in | for | of) <holds> | @level [a] <holds> level of {level} | @level level {level} <holds>",
    "kr": "<skill> <at_required> | @required ([at least | a minimum of | minimum] [a] [minimum] level [of] {required} [or (above | higher | more)] (in | for | of) <skill> | [a] <skill> level of [at least] {required} | level {required} <skill> | [at least] {required} in <skill>)",
    "prof": "(skill level)",
    "rated": "(assessed | rated | evaluated | graded)",
    "exam": "(assessment | evaluation | rating)",
    "in_role_of": "(anyone | someone | whoever | people | a person | those) (in | who holds | who works as | who works in | working as | working in | who wants to become | who wants to work as | wanting to become | holding) <role> | those working as <role>",
    "met_lvl": """@required @!optional ([the] [required | requested | needed | expected] [minimum] level [of] {required} [in <skill>] (<wanted> | [that] <role> <asks> [in <skill>] | set by <role> | <asked> (by | for | in) <role> [in <skill>])
                  | [the] {required} (<wanted> | [that] <role> <asks>)
                  | [the] level (<wanted> | [that] <role> <asks>) [;] [of | which is | lpar] [level] {required} [rpar]
                  | <role> 's [required] level [of] {required} [(in | for) <skill>] | <role> 's requirement of [level] {required} [(in | for) <skill>]
                  | [the] requirement of [level] {required} [(in | for) <skill>] [<wanted> | (of | for | set by) <role>])""",
    "d_less": "@difference [;] [and | so | thus | which | that] [is | leaves | leaving | means | stays | remains] [by] {difference} [level | levels] (short | below | too low | less | under | short of (it | this | that) | below (it | this | that))",
    "d_more": "@difference [;] [and | so | which | that | or] [is] {difference} [level | levels] (more | higher | above | further)",
    "d_any": """@difference [;] [and | so | thus | but | which | that] [there] [is | leaves | leaving | means | meaning | makes | making | with | for | remains] [a | the] ((gap | shortfall | difference | deficit) [of | is | ;] {difference} [level | levels] | {difference} (level | levels) (gap | shortfall | difference) | {difference} [level | levels] [more] [is | are] (missing | lacking | needed | to go | required | to be gained | still missing | to close)) [remains | is left | to close]
                | @difference [;] [and | so | but | thus] (a | the) (gap | shortfall | difference) (of | is) {difference} [level | levels] [remains | remain | is left]""",
    "gap_to": "@difference {difference} [more] [level | levels] (short of | below | under | less than | lower than | away from | shy of | beneath) (<met_lvl> | <met_object>)",
    "with_own": """@level @cover=same (@basis=stated ((with | at | having | by having | holding | who (has | is at | is | holds) | being | through | as (its | the) level is) [at] ([a] [recorded] level [of] {level} [in (it | <skill>)] | <kl>) | whose level [in it | there | in <skill>] is {level} | (has | level) {level} | level {level})
                  | @basis=assessment ((having been | who was | who has been | being | who is) [was] <rated> [as being] at level {level} [in (it | <skill>)] | <rated> at level {level} [in (it | <skill>)] | (with | having) [an] (<rated> level | <exam>) (of | at) [level] {level} [in (it | <skill>)] | whose (<rated> level | <exam>) is {level}))
                  | @basis=course (by | having | through | with | after) (passing | completing | passed | completed | having passed | having completed) <course> [;] (which | that | a course that) (teaches | covers) <holds> <to_level> <cover>
                  | @basis=stated (with | having | by having | through) <kl> <cover>""",
    "res_met": "[;] [and | so | thus | therefore] [which | this | that | it | the requirement | the level | this requirement] [is | are] [thus | thereby | therefore | so] (met | fulfilled | satisfied | reached | covered | requirement met)",
    "done": "(met | fulfilled | satisfied | reached | covered | attained)",
    "sub": "(while | although | though | whereas)",
    "now": "[currently | thus | thereby | therefore]",
    "tail": "([<by_weight>] [<open_left>] <as_of> [<by_weight>] | <as_of> [<by_weight>] [<open_left>] | [<open_left>] [<by_weight>] <as_of>)",
    "of_role": "(of | for | in | set by | set for | that come with) <role>",
    "fulfils": "(meets | fulfils | fulfills | satisfies | covers | has met | has fulfilled | has covered | has satisfied | does meet | complies with | matches)",
    "met_of": """{person} <fulfils> <x_of_y> (<of_role> | <asked> (by | for) <role> | [that] <role> (has | sets | asks for | lists))
                 | {person} <fulfils> {met} [out] of <role> 's {total} <reqs>
                 | {person} <fulfils> {met} [out] of [the] {total} (@essential essential | @!essential) <role> (requirement | requirements)
                 | {person} (has) <x_of_y> <of_role> (covered | met | fulfilled | satisfied)
                 | {person} [;] <x_of_y> <of_role> [are | is] (met | fulfilled | covered)
                 | {person} 's (match | coverage) (with | of | for) <role> is <x_of_y>
                 | [out] of [the | all] {total} <reqs> (<of_role> | [that] <role> (has | sets | asks for)) [;] {person} <fulfils> {met}
                 | [out] of [the | all] {total} <reqs> <of_role> [;] {met} (is | are | have been | has been) (met | fulfilled | covered | satisfied) [by {person}]
                 | [out] of <role> 's {total} <reqs> [;] ({person} <fulfils> {met} | {met} (is | are) (met | fulfilled | covered) by {person})
                 | <x_of_y> <of_role> (is | are | have been | has been) (met | fulfilled | covered | satisfied) (by | for) {person}
                 | {met} [out] of [the] {total} (@essential essential | @!essential) <role> (requirement | requirements) (is | are) (met | fulfilled | covered | satisfied) by {person}
                 | {met} [out] of <role> 's {total} <reqs> (is | are) (met | fulfilled | covered | satisfied) by {person}
                 | (for | in | as for | with regard to | regarding | looking at) <role> [;] ({person} <fulfils> <x_of_y> | <x_of_y> (is | are) (met | fulfilled | covered | satisfied) by {person})
                 | {role} [;] {person} <fulfils> <x_of_y>
                 | {role} [;] <x_of_y> (met | fulfilled | covered) by {person}
                 | <role> (has | sets | lists | comes with) {total} <reqs> [;] [of which | and | of these | of them | and of these] ({person} <fulfils> {met} [of them | of these] | {met} (is | are) (met | fulfilled | covered) by {person})
                 | among [the] {total} <reqs> <of_role> [;] {person} <fulfils> {met}
                 | the number of <reqs> <of_role> [that] {person} <fulfils> is {met} [out] of [the] {total}
                 | when it comes to <role> [;] {person} <fulfils> <x_of_y>""",
    "asof_front": "@as_of (as of | on | at | by | as at) {as_of} [;]",
    "further_course": "no (further | other | additional | more) [training] (course | courses)",
    "on_skill": "(for | on | in | to learn | teaching | covering | about | that teach | that teaches | that covers | that cover | which teaches | available for) <skill>",
    "where": "(in | within) the graph | on record",
    "for_it": "(for it | that teaches it | on it | in it | for this [skill])",
    # after a clause of its own the course, the mentor or the finding would be what is asked for
    "skill_asked": "[;] a (skill | requirement) [that | which] <role> (asks for | requires | needs | expects | demands | calls for | sets | has) <at_required> <opt> | which <role> <asks> <at_required> <opt>",
    "none_found": """(no mentor [was | could be | has been | is] (found | identified) (for | in) <skill> | (we found | we could find | the search found | one finds) no mentor (for | in) <skill>
                  | no mentor (for | in) <skill> (was | could be | has been) (found | identified)
                  | (nobody | no one) (was | could be | has been) (found | identified) (to mentor | as a mentor | who (mentors | could mentor | can mentor)) (in | for) <skill>) [;]""",
    "to_mentor": "(to mentor | as a mentor | for mentoring)",
    "no_one_to": "(nobody | no one) <to_mentor>",
    "asked_by": "<asked> [<at_required>] <opt> (by | for | in | of) <role> [<at_required>]",
    "asks_front": "<ask>",
    "stops": "@via_1 ([;] [and] [with] [by way of | passing through | going through | going via | going by way of | over | via | through | that is | stopping at | first] [the role of] {via_1} <via_2> [;] [[;] [and] [then] [finally] (to | {target})] | [;] with {via_1} <via_2> (in between | as (an intermediate | intermediate) (step | steps | role | roles | stop | stops) | along the way | on the way) | [;] (the (step | steps | way | stop) in between (is | are)) {via_1} <via_2>) | @!via_1 @steps=1",
    "mvs": "(move | moves | transition | transitions | switch | switches | change | changes | role change | role changes)",
    "sk_needed": "(needed | required | necessary) (skill | skills) | (skill | skills) (needed | required | necessary | that are needed | that are required)",
    "carry_any": "(<carry> | (is | are) (transferable | carried over) | (can be | carry | carried | carries | transferable | come | taken) [carried] [over | along | across])",
    "no_conflict": """(without | leaving out | leaving aside | setting aside | ignoring | were it not for) (the | those | these) (<in_conflict>) | (once | if | when) (the | those | these) (<in_conflict>) (are | were) (removed | lifted | left out | set aside | dropped | ignored | not there)
                      | in the absence of the (conflicting limits | limits in conflict)""",
    "in_conflict": """((conflicting | contradictory | contradicting) limits | limits (in conflict | that conflict | that are in conflict | that contradict each other | that conflict with each other))""",
    "posting": "[job | the job] [posting | advertisement] {posting} [posting | advertisement]",
    "m_person2": "@own [;] (while | whereas | and | but | compared to | compared with) (<m_own> | {person} [;] at level {own}) | @!own",
    "m_began": "(began [as | in] | started [out] [as | in] | became | was | took up | took on | held | entered | assumed)",
    "m_next": "(became | becoming | began as | began in | started as | started in | took up | took on | was | as | in | taking up | assumed | went on to become | held | entered)",
    "mng": "([<skill>] (mentoring | mentorship) [(in | for | on) <skill>])",
    "m_active": "@active [<m_now>] | @!active",
    "m_now": """@active ([;] [<m_and>] [;] <m_today> [;] [it | {mentor}] [has | is | there are | there is | are | mentors | mentoring | is mentoring] {active} <m_those>
                | [;] [<m_and>] [it | {mentor}] ((has | mentors | mentoring | is mentoring) | (there are | there is) <m_today>) [<m_today>] {active} <m_those> [<m_today>]
                | [;] [<m_and>] {active} <m_those> <m_today>
                | [;] [<m_and>] [it | {mentor}] [has | there are | there is] {active} (([<people> | <mships> | of them | of these] [(is | are)] (being mentored | active | under way) | [(place | places)] [(is | are)] (taken | filled | occupied | in use)) [<m_today>])
                | @active=0 [;] [and] ([<m_today>] has none | with none | none | currently none) [now | at present | currently | at the moment]) | @active [;] {active} of (which | these) (is | are) taken""",
    "m_and": "and | with | of whom | of which | of these | while",
    "m_today": "now | at present | at the moment | today | right now",
    "m_those": "[<people> | <mships> | of them | of these] [(is | are)] [being mentored | active | under way] | [(place | places)] [(is | are)] (taken | filled | occupied | in use)",
    "m_told": "@active <m_now> | @!active",
    "m_active2": "@active [;] [of which | and | with | of these] {active} [of them | of these | of which] [is | are] [currently | now] (taken | filled | occupied | in use) [now | currently | at present] | @!active",
    "ended": "(ended | completed | finished | concluded | closed | brought to an end | carried out | wrapped up | seen through)",
    "mships": "(mentorship | mentorships | mentoring relationship | mentoring relationships | mentoring)",
    "in_unit": "(belongs to | is in | works in | is part of | is a member of | sits in | is assigned to | works for)",
    "above": "(above {person} | who is above {person} | [who (has | is at) | with | having | at] a higher level than {person} | who (ranks | stands | is ranked) above {person} | ranking above {person} | that is above {person} | whose level is (above | higher than) {person} ['s])",
    "old_doc": "([the] {document} [;] [lpar] version {old_version} [rpar] | version {old_version} of [the] {document})",
    "new_doc": "([the] {newer} [;] [lpar] version {version} [rpar] | version {version} of [the] {newer})",
    "sit_holds": "(holds for | applies to | is given for | is true of | exists for | fits | is present for | is that of) {person}",
    "dp": "{play}",
}

_NO_COURSE = """(there (is | are | exists | exist) (<where> <further_course> <on_skill> | <further_course> <where> <on_skill> | <further_course> <on_skill> <where>)
  | (we found | we could find | the search found) <further_course> [<where>] <on_skill> [<where>]
  | the graph (has | lists | contains | holds | knows | shows | offers | includes) <further_course> <on_skill>
  | <further_course> ((<on_skill> <where> | <where> <on_skill>) [(is | are | was | were | could be | has been | can be) (found | listed | recorded | available | contained | known | present)] | <on_skill> (is | are | was | were | could be | has been | can be) [found | listed | recorded | available | contained | known | present] <where> | <on_skill> (was | were | could be | has been) found)
  | <further_course> (exists | exist) (<where> <on_skill> | <on_skill> <where>)
  | <further_course> (<where> (teaches | teach | covers | cover) <skill> | (teaches | teach | covers | cover) <skill> <where>)
  | (for | in | on) <skill> [;] (there (is | are) (<further_course> <where> | <where> <further_course>) | the graph (has | lists | contains | holds | offers | shows | includes) <further_course> | <further_course> ((is | was | could be | are | can be) [found | listed | recorded | available] <where> | (was | could be) found | (exists | is) <where>) | we found <further_course> [<where>])
  | <skill> is not taught by any (further | other) course <where>
  | <skill> [;] <further_course> <where>)"""

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.HAS_SKILL: (
        "@basis=stated ({person} [;] <kl> | <holds> [;] {person} @level [at] level {level} | [the] <holds> level of {person} [;] @level {level} | <holds> [;] @level level {level} for {person})",
        "@basis=assessment ({person} [;] <holds> <rated> <at_level> | {person} [;] <exam> [of | in] <holds> <at_level> | {person} [;] @level level {level} in <holds> [;] (assessed | by assessment))",
    ),
    ClaimKind.REQUIRES_SKILL: (
        "@!optional ({role} [;] <kr> [is] <asked> | {role} [;] <asks> <kr> | (required | needed | asked for) (for | by | in) <role> [;] <kr> | requirement (of | for) <role> [;] <kr> | {role} [;] requirement [;] <kr>)",
        "@optional ({role} [;] <kr> [is] optional | <role> <asks> <kr> [;] [but] (as an option | optionally) | <kr> is (optional | an option) (for | in | of) <role> | for <role> [;] <kr> is [an] (optional | an option) | <role> optionally <asks> <kr> | <role> (lists | has | names | treats) <kr> as [an] (optional | option | optional requirement) | (optional | an option | an optional requirement | an optional skill) (for | of | in) <role> [is | ;] <kr>)",
        "@optional (having | to have) <kr> is optional (for | in) <role>",
    ),
    ClaimKind.MEETS_SKILL: (
        "<ask> <but> <at_it> [;] and [so | thus | therefore] (meets | reaches) (it | this | that)",
        "(since | as) <ask> [;] and <at_it> [;] the requirement is met",
        "<hold> <cover> <but> <asks_it> [<res_met>] @!cover=close",
        "<hold> <cover> <but> <ask> <res_met>",
        "<ask> <but> (<hold> <cover> | <at_it>) [<res_met>]",
        "<sub> <ask> [;] (<hold> <cover> | <at_it>)",
        "<sub> <hold> <cover> [;] (<asks_it> | <ask>)",
        "@level @cover=same <ask> [;] [and | a requirement | which | a level | a requirement that | something] {person} [;] [<with_own> [;]] <now> <meets> [it | this | that | this requirement | the requirement] [[;] <with_own>]",
        "@level {person} [;] [<with_own> [;]] <now> <meets> <met_object> [;] <with_own>",
        "@level {person} [;] <with_own> [;] [and] <now> <meets> <met_object>",
        "@level <with_own> [;] {person} <now> <meets> <met_object>",
        "@level <met_object> is <now> <done> by {person} [;] <with_own>",
        "<hold> <cover> [;] [and] (so | so that | thus | which means [that] | meaning [that] | therefore | hence | with which | and with that) [;] <met_object> is [thus | thereby] <done>",
        "<hold> <cover> [;] [and | which | this | that] [so | thus | thereby | therefore | hence] (<meets> | meeting | satisfying | fulfilling | reaching | covering | is enough (for | to meet | to reach) | is sufficient (for | to meet | to reach) | suffices for) <met_object>",
        "<hold> <cover> [;] [and | so | which means [that] | meaning [that] | so that | thus | therefore] {person} <now> <meets> <met_object>",
        "<own_level> ([;] <cover> | <counting> <skill>) [;] [and | which] [so | thus | thereby | therefore] (<meets> | is enough for | is sufficient for | suffices for) <met_object>",
        "<own_level> <cover> [;] (<meets> | meets) <met_lvl>",
        "<asks_front> [;] {person} <now> <meets> [it | this | that] [;] <with_own>",
        "(requirement met | met) [;] <hold> <cover> <but> <asks_it>",
        "@required @level @cover=same @basis=stated ({skill} [;] {person} [(is | has | stands)] [at] level {level} <but> (<asks_it> | <role> <asks> [level] {required}) [<res_met>] | {person} [;] <kl> <but> (<asks_it> | <role> <asks> [level] {required}) [<res_met>])",
        "@required @level @cover=same @basis=stated {person} (<meets> | has) (<met_object> | <skill> (for | as asked for by) <role>) [;] [with] [level] {level} [;] [against | for | of | where | versus | and | vs] [a] (required | level | needed) [level] [of] {required} [is | being] [<asked>] @!optional",
        "@required @level @cover=same @basis=stated {person} <meets> (<role> 's <skill> requirement | the <skill> requirement (of | for) <role>) [;] level {level} (against | versus | for | of) [a] [required] level [of] {required} @!optional",
        "@level==required @level @cover=same @basis=stated {person} has exactly (the level {required} <wanted> | level {level} in <skill> [;] as <role> <asks>)",
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        "@!cover=close <hold> <cover> [<short>] <but> <asks_it> [<wants_more>]",
        "@!cover=close <hold> <cover> [<short>] <but> @required (<role> <asks> [at least] [level] {required} | the level <asked> (by | for | in) <role> is {required} | <role> 's (required level | requirement) is [level] {required}) @!optional [<wants_more>]",
        "@!cover=close <hold> <cover> <but> <ask> [<wants_more>]",
        "@!cover=close <sub> <ask> [;] (<hold> <cover> | <at_it>) [<short>]",
        "@!cover=close <sub> <hold> <cover> [;] (<ask> | <asks_it>) [<wants_more>]",
        "@!cover=close <ask> <but> (<hold> <cover> | <at_it>) [<short>]",
        "@level @cover=same @basis=stated {skill} [;] {person} [(is | has | stands)] [at] level {level} <but> (<asks_it> | <role> <asks> [level] {required} @required) [<wants_more>]",
        "@level @cover=same @basis=stated {person} [;] <kl> <but> (<asks_it> | @required <role> <asks> [level] {required}) [<wants_more>]",
        "@!cover=close <hold> <cover> [;] [and | which | but] [so | thus | therefore | is | which is | that is | this is | leaves {person} | leaving {person} | puts {person} | remains | stays | falls] <gap_to>",
        "@!cover=close <own_level> <cover> (is | remains | stays | falls) <gap_to>",
        "@!cover=close <own_level> <cover> <not_reached> [<d_any>]",
        "@!cover=close <hold> <cover> [;] [and | which | but | this | that | so] [therefore | thus | so | still] <not_reached> [<d_any> | <short>]",
        "@!cover=close <hold> <cover> [;] (and | so | but | which means | meaning) [{person}] [still | therefore | thus] needs {difference} [more] [level | levels] [more] (to (reach | meet | get to | attain) | for) (<met_lvl> | <met_object>) @difference",
        "@difference @required @!optional @cover=same (@basis=stated | @basis=assessment) {person} [[;] <with_own> [;]] (needs | is short) {difference} [more] [level | levels] [more] (in | of | for) <skill> [;] (to (reach | meet | get to | attain) (<met_lvl> | <met_object>) | for <role>) [[;] <with_own>]",
        "@difference @required @!optional @cover=same (@basis=stated | @basis=assessment) {person} [[;] <with_own> [;]] (is | remains | stays | falls | stands) [in <skill> [;]] {difference} [level | levels] (short of | below | under | away from | beneath | short) [in <skill>] (<met_lvl> | <met_object>) [in <skill>] [[;] <with_own>]",
        "@difference @required @!optional @cover=same @level @basis=stated {person} is {difference} [level | levels] short (in | for) <skill> (for | to be | to become) <role> [;] [has | is at | with | at] [level] {level} [;] (instead of | against | needs | versus | of | where | required | asked | needed | not) [a] [required] [level] {required} [is <asked>]",
        "@difference @required @!optional @cover=same (in | for) <skill> [;] {person} [[;] <with_own> [;]] (is | remains | stands | falls) <gap_to>",
        "@difference @required @!optional @cover=same (in | for) <skill> [;] {person} needs {difference} [more] [level | levels] [more] to (reach | meet) <met_lvl>",
        "@difference @required @!optional @cover=same @level @basis=stated (there is | in <skill> there is | there remains) [a] (gap | shortfall | difference) of {difference} [level | levels] [in <skill>] between ({person} [;] <with_own> | <own_level> | {person} 's level [of] {level} [in <skill>]) [;] and (<role> [;] which <asks> [level | a level of] {required} | <met_lvl>)",
        "@difference @required @!optional @cover=same @level @basis=stated (the | a) (gap | shortfall | difference) between (<own_level> | {person} 's level [of] {level} [in <skill>]) and <met_lvl> [in <skill>] is {difference} [level | levels]",
        "@difference @required @!optional @cover=same (@basis=stated | @basis=assessment) [in order] to (reach | meet | attain | satisfy | fulfil) (<met_lvl> | <met_object>) [;] {person} [[;] <with_own> [;]] needs {difference} [more] [level | levels] [more] [in <skill>]",
        "@required @!optional @cover=same (@basis=stated | @basis=assessment) {person} does not (meet | reach | satisfy | fulfil | fulfill) (<met_lvl> | <met_object>) [in <skill>] [;] <with_own> [<d_any>]",
        "@required @!optional @cover=same (@basis=stated | @basis=assessment) <with_own> [;] {person} (does not (meet | reach | satisfy | fulfil | fulfill) | is (below | short of | under) | falls short of | stays below | is not at) (<met_lvl> | <met_object>) [<d_any> | <short>]",
        "@difference @required @!optional @cover=same (@basis=stated | @basis=assessment) <with_own> [;] {person} (is | remains | stays | falls) <gap_to>",
        "@level @required @!optional @cover=same @basis=stated {person} (partly | partially) <meets> <met_object> [;] <with_own> [against | instead of | where | while] [[level] {required} is <asked>] [<d_any>]",
        "@cover=close <hold> <cover> <but> <role> <asks> [exactly | precisely] <skill> (itself | as such | proper | specifically) <at_required> <opt>",
        "@cover=close (<own_level> <counting> <skill>) <but> <role> <asks> [exactly | precisely] <skill> [itself | as such | specifically] <at_required> <opt>",
        "@cover=close <role> <asks> [exactly | precisely] <skill> (itself | as such | specifically) <at_required> <opt> <but> <hold> [;] [and] (which | this | that) (is | comes) (close | near) [to it | to <skill>]",
    ),
    ClaimKind.LACKS_SKILL: (
        "<not_on_record> <but> (<asks_it> | <ask>) <near_too>",
        "<not_on_record> [;] (which (<role> <asks> <at_required> <opt> | is <asked> [<at_required>] <opt> (by | for) <role> [<at_required>]) | a (skill | requirement) [that | which] <role> (asks for | requires | needs | expects | demands | calls for | sets | has) <at_required> <opt>) <near_too>",
        "<not_on_record> <near_too> <but> (<ask> | <role> <asks> <skill> <at_required> <opt>)",
        "<sub> <ask> [;] (<not_on_record> | <it_not_on_record>) <near_too>",
        "<sub> <not_on_record> [;] (<asks_it> | <ask>) <near_too>",
        "<ask> <but> (<it_not_on_record> | <not_on_record>) <near_too>",
        "{skill} [;] <which_asked> [;] is (not (on record | recorded | on file | listed | documented) for {person} | (missing | absent) (from | in) ({person} 's record | the record of {person})) <near_too>",
        "for {person} [;] (the skill {skill} | {skill}) [;] <which_asked> [;] is not (on record | recorded) <near_too>",
        "@!optional (there is | we have) no record for {person} of <skill> [;] <which_asked> <near_too>",
        "for <role> [;] {person} (has no record of | lacks a record of) <skill> [;] which is <asked> <at_required> <near_too> @!optional",
    ),
    ClaimKind.GAP_SUMMARY: (
        "(<met_of>) <tail>",
        "<asof_front> (<met_of>) [<by_weight>] [<open_left>]",
        "by weight [;] {person} <fulfils> <percent> of (<role> 's <reqs> | the <reqs> <of_role>) [by weight] [;] [that is | or | namely | with | lpar] {met} [out] of [the | all] {total} [<reqs>] [being met | met] [rpar] <as_of>",
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        "((<met_of>) <as_of> | <asof_front> (<met_of>)) <still>",
        "@skill_1 {person} still needs <needs> for <role> [;] [having (met | fulfilled) | with | and <fulfils>] {met} [out] of [the] {total} <reqs> [met | fulfilled]",
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        "@closes=True @required <teach> <cover> <reaching>",
        "@closes=False @required <teach> <cover> <staying_below>",
        "<teach> <cover> <but> <asks_it> @!taught @!cover=close",
        "<teach> <cover> <but> <ask>",
        "<sub> <ask> [;] <teach> <cover>",
        "<ask> <but> (<course> (teaches | covers) ((@to_level | @!required) it @!taught | <teaches>) <taught_to> | <teach>) <cover>",
        "@closes=True @required @to_level @cover=same (by | through) (teaching <teaches> <taught_to>) [;] <course> (meets | reaches | satisfies | covers) <met_lvl>",
        "@to_level==required @required @to_level @cover=same @!optional ({course} [;] <teaches> [up] to level {to_level} [;] (as | the level) (<asked> (by | for) <role> | <role> <asks>) | <teach> [;] the level [that | which] (<role> <asks> | is <asked> by <role>))",
        "@!required <teach> <cover> [;] a skill [that | which] (<role> <asks> | is <asked> (by | for) <role>) @!to_level @cover=same",
        "@required @!taught @cover=same <skill> [;] <which_asked> [;] is (taught | covered) (by | in) <course> <taught_to>",
    ),
    ClaimKind.NO_COURSE: (
        "<sub> <ask> [;] (there is (<further_course> <for_it> <where> | <where> <further_course> <for_it>) | <further_course> <for_it> (was | could be) found | the graph (has | contains | lists) <further_course> <for_it>)",
        f"{_NO_COURSE} [;] <skill_asked>",
        f"{_NO_COURSE} <but> (<asks_it> | <ask>)",
        f"<ask> <but> {_NO_COURSE}",
        f"<sub> <ask> [;] {_NO_COURSE}",
        "<ask> <but> (there is (<further_course> <where> <for_it> | <further_course> <for_it> <where> | <where> <further_course> <for_it>) | <further_course> (<where> <for_it> | <for_it> [is | exists] [listed | available | found] <where> | <where> teaches it | <for_it> (was | could be) found) | the graph (has | contains | holds | lists | offers) <further_course> (for it | on it | in it | that teaches it))",
        "(for | in) <skill> [;] <which_asked> [;] (there (is | are) (<where> <further_course> | <further_course> <where>) | the graph (has | lists | contains | holds | offers | shows | includes) <further_course> | <further_course> ((is | was | could be | are | can be | exists) [found | listed | recorded | available] <where> | (was | could be) found))",
    ),
    ClaimKind.COURSE_PREREQUISITE: (
        "(you | one | people | participants | learners | anyone) (need | needs | must | has to | have to) [to] [have] [first] [pass | complete | finish | take | passed | completed] <prerequisite> [first] (before | in order to take | to take | prior to) [(you | one | they)] [can] [take | taking | start | starting | begin | beginning] <course>",
        "(to take | to start | to begin | before taking | before | in order to take | before starting) <course> [;] (you | one | people | participants | learners) (need | needs | must | has to | have to) [first] [to] [have] [first] [pass | complete | finish | take | passed | completed] <prerequisite> [first | beforehand]",
        "<prerequisite> comes before <course>",
        "<prerequisite> precedes <course>",
        "<course> builds on <prerequisite> [;] which (must be | has to be | needs to be | is) (passed | completed | taken | required) first",
        "{course} [;] [requires] {prerequisite} (first | required | needed | beforehand)",
        "{course} [;] prerequisite [;] [is] {prerequisite}",
        "[the | a] (prerequisite | precondition | requirement) (of | for) <course> [is | ;] <prerequisite>",
        "<course> (requires | demands | needs | expects) (that | having | the completion of | completion of | passing | completing | prior completion of | you to) [first] [have] [passed | completed | taken | pass | complete | take] <prerequisite> [(be | is | has been | must be | to be) (completed | passed | taken)] [first | beforehand | before]",
        "<course> (has | lists | names | states | sets) <prerequisite> as (a | its | the) (prerequisite | precondition | requirement)",
        "only (after | once) <prerequisite> [(has been | is | was) (passed | completed | taken)] [;] can <course> be (taken | started)",
        "<course> cannot be (taken | started | attended) (before | without | until) <prerequisite> [(has been | is) (passed | completed | taken)]",
        "<prerequisite> is [a | the] (required | needed | necessary | mandatory | prerequisite | precondition | entry requirement) (before | prior to | for | to take | in order to take | to) [taking | starting] <course>",
        "(completion | completing | passing | taking | having (passed | completed)) [of] <prerequisite> is [a] (required | needed | necessary | prerequisite | precondition | requirement) (before | prior to | for | to take | to | in order to take) [taking | starting] <course>",
        "<prerequisite> (must | has to | needs to) (be (completed | passed | taken | done | finished) [first] (before | prior to | ahead of) | come before | precede) [taking | starting | beginning] <course> [can be (taken | started)]",
        "before <course> [(is | can be) (taken | started)] [;] <prerequisite> (must | has to | needs to | is to) be (completed | passed | taken | done | finished)",
    ),
    ClaimKind.COURSE_TEACHES: ("{course} [;] [teaches] <teaches> <taught_to> <cover>",),
    ClaimKind.LEVEL_FADED: (
        "<faded_hold> <faded_counts> <but> (<faded_ask> | @!cover=close <ask>) <faded_end>",
        "@required @!optional @!cover=close <faded_hold> <faded_counts> [;] [and | which | but | this | so] [still | thus | therefore] (@enough=True (meets | reaches | satisfies | fulfils | is enough for | is sufficient for) | @enough=False (does not (meet | reach | satisfy) | is below | falls short of | is not enough for | falls below | is less than)) (<met_lvl> | <met_object>)",
        "@!cover=close <ask> <but> <faded_hold> <faded_counts> [[;] [and | so] [so] the requirement is (@enough=True (met | fulfilled) | @enough=False (not (met | fulfilled) | unmet))]",
    ),
    ClaimKind.HOLDS_ROLE: (
        "@since @!until {person} 's role has been {role} since {since}",
        "@since @!until ({person} [;] {role} since {since} | {person} [;] {role} [;] [in (role | post | position)] since {since})",
        "@since @!until {person} (has been | has served | has acted | has worked | has been working | has been serving | has been active) (in | as | in the capacity of | in the position of) <role> [ever] (since | from) {since}",
        "@since @!until {person} (has | has been) (held | filled | occupied | had | performed | holding | carried out | exercised | in) <role> [ever] since {since}",
        "@since @!until {person} (holds | fills | occupies | has | is in | is | works as | serves as | acts as) <role> [;] [and has (done so | held it | been so | been | been in it)] [a (role | position | post) held | held | having started | having begun | having done so | starting | in place | a role that began | which began] (since | on) {since}",
        "@since @!until since {since} [;] {person} has (been [in | serving as | working as | active as | acting as] | held | filled | occupied | served as | acted as | worked as | worked in) <role>",
        "@since @!until since {since} [;] <role> has been (held | filled | occupied | carried out | performed) by {person}",
        "@since @!until <role> has been (held | filled | occupied | carried out | performed) by {person} since {since}",
        "@since @!until {person} 's [current | present] (role | position | post | job) [;] [held] [since {since}] [;] is <role> [;] [since {since}]",
        "@since @!until (the [current] role of {person} | {person} 's [current] role) since {since} is <role>",
        "@since @!until {person} (became | took on | took up | assumed | entered | started [in | as] | began [in | as]) <role> on {since} [;] [and (has (held it | been in it | held the role | remained in it | done so) [since | ever since] | still (holds it | holds the role) | is still in it)]",
        "@since @!until (it is | it was) since {since} that {person} has (been | held) <role>",
        "@since @!until {person} has <role> since {since}",
        "@since @until ({person} [;] {role} [;] <span> | {person} 's (time | term | period) (as | in) <role> (is | lasts | goes | extends | spans | covers) <span> | the (term | period) of {person} (as | in) <role> (runs | is | lasts | goes | extends | spans) <span>)",
        "@!since @until (until {until} [;] {person} (is | holds | has | serves as | works as) <role> | {person} (has | fills | occupies) <role> until {until} | {person} [;] {role} until {until})",
        "@!since @!until ({person} [;] {role} | {person} (acts as | is active as | is serving as | is serving in | is a holder of | has the position of) <role> | <role> is (carried out | performed) by {person} | the (current | present) (role | position | post | job) of {person} is <role> | {person} 's (position | post | job | current position) is <role>)",
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        "@count ([a total of | in total | altogether] [;] {count} (observed | recorded | documented) <mvs> [are on record] <between>)",
        "@count <between> [;] [a total of] {count} <mvs> [(was | were | has been | have been)] (observed | recorded | seen | on record | documented)",
        "@count (observed | recorded | documented) <mvs> <between> [;] {count}",
        "@count [a total of | in total | altogether] [;] {count} <mvs> <between> [(was | were | has been | have been | is | are)] (observed | recorded | seen | documented | on record | registered) [in the graph | in total]",
        "@count (there (was | were | has been | have been | is | are) | we (have observed | observed | saw | have seen | recorded) | one (can see | finds) | the (data | records | graph) (shows | show | contains | contain | records | record | has | have | holds | lists | list | documents)) [a total of] {count} [observed | recorded | documented] <mvs> [on record] <between> [on record]",
        "@count (a | the | this) <mvs> <between> (was | has been | is | had been) (observed | recorded | seen | documented | on record) [a total of] {count} (time | times)",
        "@count {count} (time | times) [;] (a | the) <mvs> <between> (was | has been) (observed | recorded | seen)",
        "@count the number of [observed | recorded] <mvs> [observed | recorded] <between> [observed | recorded] (is | amounts to | stands at | comes to) {count}",
        "@count <mvs> <between> (was | were | has been | have been) (observed | recorded | seen | documented) in {count} (case | cases | instance | instances)",
        "@count in {count} (case | cases | instance | instances) [;] a <mvs> <between> (was | has been) (observed | recorded | seen | documented)",
        "@count the <mvs> <between> has {count} (observation | observations | observed (case | cases)) [on record]",
        "@count @count=1 a single <mvs> <between> (was | has been | is) (observed | recorded | seen | on record)",
        "@count @count=1 one (observed | recorded) <mvs> <between> is on record",
        "@!count ((there is | we have) a (recorded | documented) <mvs> <between> | (there is | we have) a <mvs> <between> on record | the (data | records | graph) (has | have | shows | show | contains | contain | holds) a [recorded | documented] <mvs> <between> [on record])",
        "@!count (a | the) <mvs> <between> (is | has been | was) (on record | recorded | documented | registered | on file)",
        "@!count on record [is | ;] a <mvs> <between>",
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        "(for | to become | moving to | in | as | to move (to | into) | in moving to | on the way to | when moving to | when moving into | to get to | to work as) <destination> [;] {carried} [out] of [the | all] {total} <sk_needed> <carry_any> [<rest>]",
        "{destination} [;] {carried} [out] of [the] {total} <sk_needed> <carry_any> [<rest>]",
        "{carried} [out] of [the | all] {total} <sk_needed> (for | by | in | as | to become | of | to work as) <destination> <carry_any> [<rest>]",
        "{carried} [out] of [the | all] {total} <sk_needed> <carry_any> (to | into | over to | for) <destination> [<rest>]",
        "{carried} [out] of [the | all] {total} skills [that] <destination> (needs | requires | asks for | calls for) <carry_any> [<rest>]",
        "[out] of [the | all] {total} <sk_needed> (for | by | in | as | to become | of) <destination> [;] {carried} <carry_any> [<rest>]",
        "[out] of [the | all] {total} skills [that] <destination> (needs | requires | asks for | calls for) [;] {carried} <carry_any> [<rest>]",
        "<destination> (needs | requires | asks for | calls for) {total} (skill | skills) [;] [and | of which | of these | and of these] {carried} [of them | of these | of which] <carry_any> [<rest>]",
        "(for | in) <destination> [;] {total} (skill | skills) (is | are) (needed | required | necessary) [;] [and | of which | of these] {carried} [of them | of these] <carry_any> [<rest>]",
        "skills (needed | required) (for | by | in) <destination> [;] {carried} [out] of {total} <carry_any> [<rest>]",
        "<destination> [;] {carried} of {total} <sk_needed> <carry_any> [<rest>]",
    ),
    ClaimKind.PATH_TOTAL: (
        "[the | this] (path | route | way | journey | career path) <along> [;] (takes | has | is | needs | consists of | comprises | counts | involves | requires | includes | contains | spans | covers | can be made in | is made in | is done in | is | of | in | ;) <steps> [long | in total] [;] <passing>",
        "[the] (path | route | way | journey) <along> [;] (passing | going | leading | which (goes | leads | passes)) (through | via | by way of) {via_1} <via_2> [;] [(takes | has | is | consists of | comprises | involves | requires)] [in] <steps> [long]",
        "[the] (path | route | way | journey) <along> (goes | leads | runs | passes | continues) [in <steps>] [;] [first] (through | via | by way of | over | to) {via_1} <via_2> [;] [and] [(takes | has | is | in | comprises | consists of)] [<steps>] [in total]",
        "<along> [;] [the path (takes | has | is)] [in] <steps> [;] <passing>",
        "in <steps> [;] (the (path | way | route) (leads | goes | runs)) <along> [;] <passing>",
        "the number of steps [of the path | on the path] <along> is {steps} [;] <passing>",
        "<steps> on the (path | way | route) <along> [;] <passing>",
        "(@via_1 | @steps=1) ((moving | getting | going | to (move | get | go) | a move | the move | progressing | advancing) <along> [;] (takes | requires | involves | needs | is | is possible in | means | is done in | can be done in) <steps> | it (takes | is) <steps> [to (get | go | move | progress | advance)] <along> | <along> [;] (it is | it takes | there are | there is | you need | one needs) <steps> | (you | one) (get | gets | can get | can go | can move | goes | move | moves) (<along> in <steps> | in <steps> <along>) | (you | one) (need | needs) <steps> [to (get | go | move)] <along> | there (is | are) <steps> [on the (path | way)] <along> | there is a (path | route | way) ((of | with | in) <steps> <along> | <along> (of | with | in | that takes | taking) <steps>) | <steps> (lead | leads | is needed | are needed | are required | is required) [to (get | go)] <along> | <steps> <along> | <target> (can be | is) (reached | reachable) from <origin> [;] (in | within | with) <steps> | [starting] from <origin> [;] (<target> (is | can be) (reached | reachable) in <steps> | (it takes | you need | one needs | it is | there are) <steps> to (reach | get to | become | arrive at) <target>)) [;] <stops>",
        "via {via_1} <via_2> [;] (the (path | way | route) <along> (takes | is | has) | it is | it takes) <steps> [<along>] @via_1",
    ),
    ClaimKind.PATH_CONFLICT: (
        "<no_conflict> [;] (a | the) (path | route | way) <along> (takes | has | needs | consists of | comprises | would (take | have | need | consist of | comprise | require | involve) | requires | involves | is possible in | can be made in) <steps> [;] <passing>",
        "<no_conflict> [;] there (is | would be | exists) a (path | route | way) <along> (of | in | with | taking | that takes) <steps> [;] <passing>",
        "<no_conflict> [;] there (is | would be) a (path | route | way) of <steps> <along> [;] <passing>",
        "(@via_1 | @steps=1) <no_conflict> [;] it (takes | would take) <steps> [to (get | go | move)] <along> [;] <passing>",
        "(@via_1 | @steps=1) <no_conflict> [;] <target> (is | can be) (reached | reachable) from <origin> in <steps> [;] <passing>",
        "(@via_1 | @steps=1) <no_conflict> [;] <along> [;] (it takes | it would take | it is | it would be) <steps> [;] <passing>",
        "(a | the) (path | route | way) <along> (takes | would take | has | would have | needs | would need | comprises) <steps> [;] <passing> [;] <no_conflict>",
        "there (is | would be) a (path | route | way) <along> in <steps> [;] <passing> [;] <no_conflict>",
        "(@via_1 | @steps=1) it (takes | would take) <steps> <along> <no_conflict> [;] <passing>",
    ),
    ClaimKind.PATH_STEP_OPENING: (
        "[the] <posting> (advertises | announces | is an advertisement for | is advertising) <destination>",
        "<destination> is (advertised | announced) (in | by | as | under | through | with | via) [the] <posting>",
        "(in | with | by) [the] <posting> [;] <destination> is (advertised | announced)",
        "there is (a | an) [job] (posting | advertisement) advertising <destination> [;] [called | named | titled | under | namely] {posting}",
        "there is (a | an) [job] (posting | advertisement) for <destination> [;] [called | named | titled | under | namely] {posting}",
        "there is [a | the] <posting> [;] (which advertises | advertising | that advertises | for) <destination>",
        "{posting} is (a | the) [job] (posting | advertisement) (that advertises | which advertises | advertising | for) <destination>",
        "(posting | advertisement) for <destination> [;] {posting}",
        "posting {posting} [;] [for] <destination>",
        "the [job] posting {posting} is for <destination>",
    ),
    ClaimKind.NO_PATH: (
        "(we found | we could find | we have found | one finds | the search found) <no_way> <along> [;] <limits>",
        "<no_way> [was | could be | has been | is] (found | identified) <along> [;] <limits>",
        "<no_way> <along> [was | could be | has been | is] (found | identified) [;] <limits>",
        "<no_way> [was | could be | has been] (found | identified) [;] <limits> [;] <along>",
        "<limits> [;] (we found | we could find | one finds | the search found | the search finds) <no_way> <along>",
        "<limits> [;] <no_way> ([was | could be | has been] (found | identified) <along> | <along> [was | could be | has been] (found | identified) | found <along>)",
        "(we | one) (could not find | did not find | have not found) (a | any) (path | route | way) <along> [;] <limits>",
        "<limits> [;] (we | one) (could not find | did not find) (a | any) (path | route | way) <along>",
        "the search [for a path] (<limits> (found | returned | gave | turned up) <no_way> <along> | (found | returned | gave | turned up) <no_way> <along> [;] <limits>)",
        "the search for a (path | route | way) <along> [;] <limits> [;] (found nothing | found none | was without result | gave no result)",
        "<along> [;] <no_way> [was | could be] found [;] <limits>",
        "(a | any) (path | route | way) <along> (could not be | was not | has not been) found [;] <limits>",
        "<limits> [;] (a | any) (path | route | way) <along> (could not be | was not | has not been) found",
    ),
    ClaimKind.MENTOR_SKILL: (
        "<m_hold> <cover> <m_and_offer> <m_role> <m_person>",
        "<m_hold> <cover> <m_and_offer> <m_person2> <m_role>",
        "@own @!held <m_hold> <cover> [;] <m_own> <m_then_offer>",
        "@role <ask> <but> (<m_hold> <cover> | <m_it>) <m_and_offer> <m_person>",
        "@role <sub> <ask> [;] (<m_hold> <cover> | <m_it>) <m_and_offer> <m_person>",
        "@own @cover=same (in | for | on) <skill> [;] {mentor} (is | has | stands) [at] level {level} @level <but> {person} [is | has | stands] [at] level {own}",
        "@own @level @cover=same @!held {mentor} is above {person} in <skill> [;] [at | with] level {level} (against | compared to | compared with | to | versus | and) [level] {own}",
        "@own @cover=same <sub> {person} (has | is) [at] level {own} in <skill> [;] (<m_it> | <m_hold>) <m_and_offer>",
    ),
    ClaimKind.MENTOR_MOVE: (
        "{mentor} <m_began> <origin> [;] (on | from | as of) {since} [;] [and | then | before | and later | later | and then] [<m_next>] <destination> [;] (on | from | as of) {then}",
        "{mentor} <m_began> <origin> [;] (on | from) {since} [;] [and | then | and then] on {then} [;] [<m_next>] <destination>",
        "(on | from) {since} [;] {mentor} <m_began> <origin> [;] [and | then | and then] (on | from) {then} [;] [<m_next>] <destination>",
        "after (starting | beginning | having (started | begun)) [as | in] <origin> on {since} [;] {mentor} <m_next> <destination> on {then}",
        "{mentor} 's start (as | in) <origin> was on {since} [;] [and] (that | the start) (as | in) <destination> [was] on {then}",
        "{mentor} [;] {origin} (from | on) {since} [;] {destination} (from | on) {then}",
    ),
    ClaimKind.MENTOR_CAPACITY: (
        "{mentor} (offers | provides) ([to] [up to] {capacity} <people> <at_once> <mng> | <mng> [;] (to | for) [up to | as many as | a maximum of | at most] {capacity} <people> <at_once> | [up to] {capacity} <people> <mng> <at_once>) <m_active>",
        "{mentor} offers to mentor [up to | at most] {capacity} <people> (<at_once> (in | for) <skill> | (in | for) <skill> <at_once>) <m_active>",
        "{mentor} can mentor [up to | as many as | a maximum of | at most] {capacity} <people> (<at_once> (in | for) <skill> | (in | for) <skill> <at_once>) <m_told>",
        "@!active {mentor} (can mentor | takes on | can take on | takes | accepts | can accept | can support) [up to | as many as | a maximum of | at most] {capacity} <people> [as mentees] (<at_once> [for mentoring] (in | for) <skill> | (in | for) [mentoring in] <skill> <at_once>)",
        "(in | for) <skill> [;] {mentor} offers mentoring (to | for) [up to] {capacity} <people> <at_once> <m_active>",
        "<mng> is (offered | provided) (by | from) {mentor} (to | for) [up to] {capacity} <people> <at_once> <m_active>",
        "@!active [up to] {capacity} <people> <at_once> (can be mentored (by {mentor} in <skill> | in <skill> by {mentor}) | can (get | receive | have) <mng> from {mentor})",
        "@active {mentor} has {capacity} (mentoring (place | places) | (place | places) for mentoring | (place | places) for mentees) (in | for) <skill> <m_active2>",
        "{mentor} [;] mentoring in <skill> [;] (for | to) [up to] {capacity} <people> <at_once> <m_active>",
        "{mentor} 's (mentoring capacity | capacity for mentoring) in <skill> is [up to] {capacity} <people> <at_once> <m_active>",
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        "on average [;] the {finished} (mentorship | mentorships) (completed | ended | finished) by {mentor} (was | were) rated {rating}",
        "the {finished} (mentorship | mentorships) (completed | ended | finished) by {mentor} (was | were) rated {rating} on average",
        "{mentor} has <ended> {finished} <mships> [;] [and | which | these | with these | they | and these] [was | were | has been | have been | is | are | received | got | had] ((rated | (an | with an | at an) average (rating | score) (of | is) | an average of) {rating} @finished=1 | (an | with an | at an) average (rating | score) (of | is) {rating} | (rated [at]) {rating} (on average | as an average | in the mean))",
        "{mentor} has <ended> {finished} <mships> [;] [with | at | whose | and | the | and the] [an | the | their] (average | mean) (rating | score | mark) [of | is | was | being | ;] {rating}",
        "{mentor} [;] {finished} <mships> <ended> [;] [rated {rating} on average | [with an] average rating [of | ;] {rating}]",
        "{finished} <mships> [(was | were | has been | have been)] <ended> by {mentor} [;] [and | with] [rated {rating} on average | an average rating of {rating}]",
        "(the {finished} <mships> [that] {mentor} has <ended> | {mentor} 's {finished} <ended> <mships> | the {finished} <ended> <mships> of {mentor}) (was | were | has been | have been | is | are | has | have | received | got | had) (rated {rating} on average | rated on average {rating} | an average (rating | score) of {rating} | [an] average [rating] of {rating} | rated at {rating} on average)",
        "@finished=1 {mentor} has <ended> one mentorship [;] [which was] rated {rating} [on average]",
        "on average [;] (the {finished} <ended> <mships> of {mentor} | the {finished} <mships> {mentor} has <ended> | {mentor} 's {finished} <ended> <mships>) (was | were | has been | have been) rated {rating}",
    ),
    ClaimKind.MENTOR_UNIT: (
        "@!other [both] {mentor} and {person} [both | are both] (belong to | are in | work in | are part of | are members of | are both in | are both part of | are both members of | sit in | share | are (assigned | attached) to | work at | members of | in | part of | work for) [the | the same] [unit | same unit | same organisational unit | organisational unit] [;] {unit} [unit]",
        "@!other {mentor} (belongs to | is in | works in | is part of | is a member of) [the] [unit] {unit} [;] [and] (just like {person} | as does {person} | so does {person} | so is {person} | like {person} | as is {person} | [like] {person} (does | is) too)",
        "@!other {unit} is (the unit of both {mentor} and {person} | the unit [that] {mentor} and {person} (both belong to | share) | the shared unit of {mentor} and {person})",
        "@!other {mentor} and {person} are in (the same | one) unit [;] [namely] {unit}",
        "@other {mentor} <in_unit> [the] [unit] {unit} <but> {person} [<in_unit> | to | in] [the] [unit] {other} [<apart>]",
        "@other <sub> {mentor} <in_unit> [the] {unit} [;] {person} <in_unit> [the] {other} [<apart>]",
        "@other {mentor} [;] {unit} [;] [and] {person} [;] {other} [<apart>]",
        "@other {mentor} [;] [of | from | in | lpar] {unit} [;] [rpar] and {person} [;] [of | from | in | lpar] {other} [;] [rpar] (are | is) [<apart> | in units {steps} (step | steps) apart]",
        "@other {mentor} 's unit is {unit} <but> {person} 's [unit] is {other} [<apart>]",
        "@other @steps [the] units {unit} of {mentor} and {other} of {person} are {steps} (step | steps) apart [in the organisation]",
    ),
    ClaimKind.NO_MENTOR: (
        "@role <none_found> <skill_asked>",
        "@role <none_found> <but> (<asks_it> | <ask>)",
        "@role (for | in) <skill> [;] <which_asked> [;] ((we found | we could find) (no mentor | <no_one_to>) | no mentor (was | could be | has been) (found | identified) | (nobody | no one) (was | could be | has been) (found | identified) <to_mentor>)",
        "@role (for | in) <skill> [;] (no mentor (was | could be | has been) (found | identified) | (nobody | no one) (was | could be | has been) (found | identified) <to_mentor>) <but> (<asks_it> | <ask>)",
        "@role {skill} [;] no mentor [was] found <but> (<asks_it> | <ask>)",
        "@role <ask> <but> (no mentor | nobody to mentor | no one to mentor) [was | could be | has been] (found | identified) [for it | in it | for this | for this skill | for that]",
        "@role <sub> <ask> [;] (no mentor (was | could be | has been) (found | identified) | (nobody | no one) (was | could be | has been) (found | identified) <to_mentor>) [for it | in it | for this skill]",
        "@role (we | one) (could not find | did not find) a mentor (for | in) <skill> [;] (<which_asked> | <but> <asks_it>)",
        "@role a mentor (for | in) <skill> [;] [<which_asked>] [;] (was not | could not be) found [[;] <but> <asks_it>]",
        "@person (we found | we could find | the search found) no mentor (<above> in <skill> | (in | for) <skill> [;] <above>)",
        "@person no mentor [;] <above> in <skill> (was | could be | has been) found",
        "@person no mentor (was | could be | has been) found [;] (<above> in <skill> | (in | for) <skill> [;] <above>)",
        "@person (in | for | on) <skill> [;] ((we found | we could find | the search found) (no mentor | <no_one_to>) <above> | no mentor <above> (was | could be | has been) found | (nobody | no one) <above> (was | could be | has been) found <to_mentor> | no mentor (was | could be | has been) found <above> | (nobody | no one) (was | could be | has been) found <to_mentor> <above>)",
        "@person no mentor (in | for) <skill> <above> (was | could be | has been) found",
        "@person (we | one) (could not find | did not find) (a | any) mentor (<above> in <skill> | (in | for) <skill> <above>)",
        "@person no mentor with a higher [<skill>] level [in <skill>] than {person} [in <skill>] (was | could be | has been) found",
    ),
    ClaimKind.PASSAGE_IN_FORCE: (
        "<passage> [;] <in_force>",
        "@!until @!then (since | as of | from) {since} [;] <passage> (is | has been | applies | has applied) [<force>]",
        "@until from {since} (until | to | through) {until} [;] <passage> (is <force> | applies)",
        "<passage> [;] which <in_force>",
        "@then <passage> [;] [was] <force> from {since} [;] (and [was] | until [it was]) (superseded | replaced) on {then}",
    ),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        "<old_doc> [;] [(was | is | has been)] (superseded | replaced) by <new_doc> [;] (since | on | as of | with effect from) {since}",
        "(since | on | as of) {since} [;] <old_doc> [;] (was | is | has been) (superseded | replaced) by <new_doc>",
        "<new_doc> [;] [has] (superseded | replaced | supersedes | replaces | took the place of | takes the place of | has taken the place of) <old_doc> [;] (since | on | as of | with effect from) {since}",
        "(since | on | as of) {since} [;] <new_doc> [;] [has] (superseded | replaced | supersedes | replaces | taken the place of | takes the place of) <old_doc>",
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        "{person} 's situation is {situation} [;] which calls for {play}",
        "[the] situation {situation} <sit_holds> [;] [and | which | it | this | so | so that | therefore] [thus | therefore | so] (calls for | asks for) [the play] {play}",
        "[the] situation {situation} <sit_holds> [;] [and | so | therefore | which is why | hence | thus] [the play] {play} is (called for | the play called for | what it calls for | the play it calls for)",
        "(because | as | since | given that) [the] situation {situation} <sit_holds> [;] [the play] {play} is (called for | the play called for)",
        "[the play] {play} is called for (because | as | since | for {person} (because | as | since)) [the] situation {situation} <sit_holds>",
        "[the play] {play} is called for by the situation {situation} [;] which <sit_holds>",
        "[for] {person} [;] [is] [in] [the] situation {situation} [;] (which | this | that) (calls for | asks for) [the play] {play}",
        "for {person} [;] the situation [is] {situation} [holds | applies] [;] [and] (which | it) (calls for | asks for) [the play] {play}",
        "{situation} <sit_holds> [;] [and | which | it] (calls for | [the] play [called for] [is | ;] | asks for) {play}",
        "the situation of {person} is {situation} [;] [and | which | it] calls for {play}",
    ),
    ClaimKind.PLAY_DESCRIBED_IN: (
        "[the play] {play} (is | can be) (described | set out | explained | laid out | outlined | found | presented | documented | detailed | covered | written up | written down | spelled out) in [the] [document] {document}",
        "[the] [document] {document} (describes | sets out | explains | lays out | outlines | presents | documents | details | covers | contains | contains the description of | contains a description of | has a description of | gives a description of | includes a description of | is where <dp> is described) [the play] {play}",
        "(a | the) description of [the play] {play} (is | can be found | is found | is given | appears | stands) [given] in [the] [document] {document}",
        "in [the] [document] {document} [;] [you (find | can find) | one finds] [a description of | the description of] [the play] {play} [is] [described | explained | set out]",
        "(you | one) can (read about | find | look up | read up on) [the play] {play} [described] in [the] {document}",
        "for a description of {play} [;] see [the] {document}",
        "{play} [;] (described in | see) {document}",
    ),
    ClaimKind.COMPLETION_ENDS: (
        "the completion of <course> by {person} (counts | is valid) until {until}",
        "{person} [has] [successfully] (passed | completed) <course> [;] [which | [and] (this | that | it | the pass | the completion) | with validity] (counts | is valid | remains valid | stays valid | holds | applies | lasts | is counted | valid | counting | with effect) (until | till | through | up to | up until | to) {until}",
        "{person} [has] [successfully] (passed | completed) <course> [;] [and] (this | that | it | the pass | which) (counts | is valid | remains valid | stays valid | holds | lasts | applies) until {until}",
        "<course> [;] [which] [was] [(passed | completed) by {person} | {person} (passed | has passed | completed | has completed)] [;] (counts | is valid | remains valid | holds | valid) until {until}",
        "{person} 's (pass | completion | passing) (in | of | for) <course> (counts | is valid | remains valid | holds | lasts) until {until}",
        "{person} [;] <course> [;] passed [;] [and] (valid | counts | it counts | counting) until {until}",
        "until {until} [;] (the pass of {person} in <course> counts | {person} 's (pass | completion) (in | of) <course> (counts | is valid) | <course> [;] passed by {person} [;] (counts | is valid))",
        "(having (passed | completed) <course> | passing <course>) (counts | is valid) for {person} until {until}",
        "the (validity | completion) of <course> [;] passed by {person} [;] (ends on | lasts until | runs until | counts until) {until}",
    ),
    ClaimKind.THEME_COVERS: (
        "(the theme {theme} | {theme} [;] [is] [as] a theme [;] [(that | which)]) (covers | includes | comprises | has | spans | contains | brings together | encompasses | touches | consists of | is made up of | covering | takes in | involves | relates to | groups) (<counts> | <numbers> | [;] <counts>)",
        "the theme {theme} [;] (<counts> | <numbers>)",
        "<counts> (belong to | are part of | make up | are covered by | fall under | come under | are grouped under | are under) the theme {theme}",
        "(under | in | within | to) the theme {theme} [;] [(there are | belong | fall | are | come | are found)] <counts> [(belong | fall | are covered | are found)]",
        "the theme {theme} is about <counts>",
    ),
}
