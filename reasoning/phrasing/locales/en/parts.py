"""English phrases that several kinds of claim share."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from reasoning.phrasing.notation import Parts


def _role(slot: str) -> str:
    before = "[the] role [of] | the (position | job | post) of | a | an | the"
    return f"[{before}] {{{slot}}} [role | position | job | post]"


def _course(slot: str) -> str:
    return f"[the] [course] {{{slot}}} [course]"


def _skill(slot: str) -> str:
    return f"[the skill [of]] {{{slot}}} [skill | skills]"


PARTS: Parts = {
    **{slot: _role(slot) for slot in ("role", "origin", "destination", "target")},
    **{slot: _course(slot) for slot in ("course", "prerequisite")},
    **{slot: _skill(slot) for slot in ("skill", "holds", "teaches", "offered", "near")},
    "asks": "asks for | calls for | requires | needs | demands | expects | specifies",
    "asked": "asked for | called for | required | needed | demanded | expected | specified",
    "but": "[;] [and | but | while | whereas | though | although | however]",
    "so": "[;] [and] [so | thus | thereby | therefore] | [;] which",
    "opt": """@optional (as an option | as an optional (requirement | skill) | as optional | optionally
              | lpar optional rpar) | @!optional [as an essential requirement | as essential]
                      | @optional [;] ((though | although | but | and) (this | it) is optional | which is optional | as an optional one)""",
    "at_required": """@required (at [a | the] level [of] {required} | at least at level {required}
                      | at level {required} or (above | higher) | lpar level {required} rpar) | @!required""",
    "at_level": "@level (at [a] level [of] {level} | lpar level {level} rpar) | @!level",
    "to_level": "@level [up] to level {level} | @!level",
    "taught_to": "@to_level [up] to level {to_level} | @!to_level",
    # what a role asks for, as a sentence: of the skill, or of a level in it
    "ask": """<role> <asks> <skill> <at_required> <opt>
              | <role> has (@optional an optional | @!optional (a | an essential)) requirement (for | of) <skill>
                <at_required>
              | the requirement of <role> (for | in) <skill> is @required level {required} @!optional
              | <role> <asks> @required (at least | a minimum of) level {required} in <skill> <opt>
              | <skill> is <asked> @required at level {required} (by | for | in) <role> <opt>
              | in <skill> <role> <asks> @required [at least] level {required} <opt>
              | <role> <asks> @required [at least] [a] level [of] {required} (in | of | for) <skill> <opt>
              | for <role> <skill> <at_required> is <asked> <opt>
              | <skill> <at_required> is <asked> (by | for | in) <role> <opt>
              | @required [a] level [of] {required} in <skill> is <asked> (by | for | in) <role> <opt>
                      | (to work as | to become | working as | being | as) <role> [;] <skill> <at_required> is <asked> <opt> | (to work as | to become | working as | as) <role> [;] @required level {required} in <skill> is <asked> <opt> | (to work as | to become) <role> [;] <skill> is <asked> <at_required> <opt> | for <role> [;] <skill> is <asked> <at_required> <opt> | for <role> [;] @required level {required} (in | of) <skill> is <asked> <opt> | <skill> <at_required> is (@optional an optional | @!optional (a | an essential)) requirement (of | for | in) <role> | @required level {required} in <skill> is (@optional an optional | @!optional (a | an essential)) requirement (of | for | in) <role> | @required [the] (required | requested) level in <skill> for <role> is {required} @!optional | (working as | the work of) <role> (requires | asks for | calls for) <skill> <at_required> <opt>
                      | <role> <asks> @required level {required} <skill> <opt> | (anyone | whoever | someone) (working as | who works as | who wants to be | who wants to become) <role> (needs | requires) (<skill> <at_required> | @required level {required} in <skill>) <opt>""",
    # the same after a noun: the level "that the role asks for", "required by the role"
    "wanted": """[which | that] <role> <asks> <opt> | [which is | that is] <asked> (by | for | in) <role> <opt>
                 | @!optional (of | for) <role> | @optional lpar optional rpar (of | for) <role>""",
    "which_asked": """(which | that) <role> <asks> <at_required> <opt>
                      | [which is] <asked> (by | for) <role> <at_required> <opt>
                      | (which | that) is <asked> (by | for) <role> <at_required> <opt>
                      | [(which | that) is] <asked> <at_required> <opt> (by | for | in) <role>""",
    "has": "[currently] (has | holds | possesses)",
    "hold": "<hold_stated> | <hold_assessed> | <hold_course>",
    "hold_stated": """@basis=stated ({person} (<has> | has got) <holds> [on record] <at_level>
                      | {person} has @level a <holds> level of {level}
                      | <holds> is on record for {person} <at_level>
                      | <holds> <at_level> is on record for {person}
                      | {person} is recorded (with | as having) <holds> <at_level>
                      | the record of {person} (shows | lists) <holds> <at_level>
                      | {person} 's record (shows | lists) <holds> <at_level>
                      | {person} (is | stands) @level at level {level} (in | for) <holds>
                      | {person} has @level [a] level [of] {level} (in | for) <holds>
                      | {person} has reached @level level {level} in <holds>
                      | {person} 's level (in | for) <holds> is @level {level}
                      | {person} 's <holds> is @level at level {level}
                      | the level of {person} in <holds> is @level {level}
                      | <holds> is held by {person} <at_level>
                      | in <holds> {person} (is | stands) @level at level {level}
                      | in <holds> {person} has @level level {level}
                      | @level at level {level} {person} (has | holds) <holds>)
                      | @basis=stated (<holds> is (recorded | on record | listed) for {person} <at_level> | <holds> is (recorded | listed) <at_level> for {person} | {person} is currently @level at level {level} in <holds> | {person} currently has @level [a] level [of] {level} in <holds> | {person} has (attained | achieved) @level level {level} in <holds> | in <holds> {person} (currently | has) (has | holds | reached | attained) @level level {level} | {person} has <holds> [;] @level [currently] at level {level})""",
    "hold_assessed": """@basis=assessment ({person} (was | has been) assessed in <holds> <at_level>
                        | [an | the] assessment (put | placed | rated | showed) {person} @level at level {level}
                          (in | for) <holds>
                        | {person} 's assessment (in | of) <holds> (gave | showed | shows) @level level {level}
                        | {person} was (assessed | rated) (as having | with) <holds> <at_level>
                        | according to an assessment {person} (is at | has) @level level {level} in <holds>
                        | <holds> was assessed [for {person}] @level at level {level} [for {person}]
                        | {person} (was | has been) (assessed | rated) @level at level {level} (in | for) <holds>
                        | an assessment (puts | places | rates | shows | found) {person} @level at level {level}
                          (in | for) <holds>
                        | in an assessment {person} reached @level level {level} in <holds>
                        | {person} reached @level level {level} in an assessment of <holds>)
                      | @basis=assessment ({person} was given @level level {level} in <holds> in an assessment | {person} was assessed @level at level {level} for <holds> | in an assessment of <holds> {person} (reached | was rated at | was placed at) @level level {level} | the assessment of {person} (shows | showed | puts) <holds> <at_level>)""",
    "hold_course": """@basis=course {person} [has | successfully] (passed | completed | took and passed | taken and passed)
                      <course> [;] ((which | that | a course that | a course which) (teaches | covers) <holds> <to_level>
                        | and (it | the course) teaches <holds> <to_level> | teaching <holds> <to_level>)
                      | @basis=course ({person} [has] (passed | completed) <course> [;] covering <holds> <to_level> )""",
    # a noun phrase for what is held
    "holding": """@basis=stated (<holds> <at_level> | @level [a] level [of] {level} in <holds>)
                  | @basis=assessment an assessment @level at level {level} in <holds>""",
    # the level as the subject: "Person 412's level of 3 in SQL"
    "own_level": """@basis=stated @level ({person} 's (level [of] {level} in <holds> | <holds> at level {level}
                    | <holds> level [of] {level}) | the level {level} of {person} in <holds>)""",
    # the level alone, where the skill was named before; only right when the skill itself is held
    "at_it": """@basis=stated @cover=same @level ({person} (is | stands) at level {level} [in it]
                | {person} (has | holds) (it [on record] at level {level} | a level of {level} | level {level} [in it])
                | the level of {person} is {level} | {person} 's level is {level}
                | {person} has reached level {level} [in it])
                | @basis=assessment @cover=same @level {person} was assessed at level {level} [in it]
                      | @basis=stated @cover=same @level ({person} currently (has | holds | is at) [a] level [of] {level} [in it] | {person} is currently at level {level} [in it] | {person} has {level} | {person} currently (has | holds) it at level {level})""",
    "cover": """@cover=same
                | @cover=equivalent [which is | [;] a skill] (the same as | equivalent to | equal to) <skill>
                | @cover=narrower [;] (which counts | and counts | counting | a skill that counts | that counts) (as | towards | for) <skill>
                | @cover=close [which is | [;] a skill [that is]] close to <skill>""",
    # "counts as" as a sentence of its own
    "counting": "@cover=equivalent (is the same as | equals | is equivalent to) | @cover=narrower counts as",
}
