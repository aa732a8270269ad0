"""English phrasings of roles held, moves and paths."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "in_role": "in <role> | in the role <role>",
    "since": "@since @!until since {since}",
    "moves": "(move | moves | transition | transitions)",
    "between": "from <origin> (to | into) <destination>",
    "along": "from <origin> to <target>",
    "steps": "{steps} (step | steps)",
    "next": "[;] [and] [then] [through | via]",
    "via_2": "@via_2 <next> {via_2} (@via_3 <next> {via_3} (@via_4 <next> {via_4} (@via_5 <next> {via_5} @!via_6 | @!via_5) "
    "| @!via_4) | @!via_3) | @!via_2",
    "passing": "@via_1 <through> | @!via_1",
    # without the stops, steps would be those of any way there
    "by_way": "@via_1 <through> | @steps=1",
    "through": "[;] [and] [going | leading | it leads | leads | passing] (through | via) {via_1} <via_2> | [;] [and] (goes | leads | runs | passes) (through | via) {via_1} <via_2> | [;] first (to | through | via) {via_1} (@via_2 [;] [and] then (to | through | via) {via_2} (@via_3 [;] [and] then (to | through | via) {via_3} @!via_4 | @!via_3) | @!via_2) [[;] [and] (finally | then) to {target}] | [;] with {via_1} (@via_2 and {via_2} (@via_3 and {via_3} @!via_4 | @!via_3) | @!via_2) (in between | on the way) | [;] passing {via_1} <via_2>",
    "limits": """within (the | its) [given | set | specified | stated | defined | imposed] limits | within the limits (given | set | that were set
                 | that were given)""",
    "no_way": "no (path | route | way)",
    "needed": "[needed | required | necessary] (skill | skills) [needed | required]",
    "skills_needed": "(needed | required | necessary) (skill | skills) | (skill | skills) (needed | required)",
    "carry": "(is transferable | are transferable | can be carried over | carries over | carry over | is carried over | are carried over | transfers | transfer)",
    "learn": """{missing} (has to be learned | have to be learned | must be learned | need to be learned
                | needs to be learned | is to be learned | are to be learned | is still to be learned
                | are still to be learned | still have to be learned | still has to be learned | remain to be learned | has to be acquired | have to be acquired | must be acquired | needs to be acquired
                | need to be acquired | must still be learned
                | remains to be learned)""",
    "rest": "[;] [and | while | but] <learn> | [;] leaving {missing} to (learn | be learned | acquire) | [;] [and | while | but] (the (remaining | other) {missing} | {missing} more) (has to be learned | have to be learned | must be learned | need to be learned | are to be learned | remain to be learned | must be acquired | have to be acquired | need to be acquired) | [;] with {missing} (left | remaining) to (learn | acquire) | [;] with {missing} to be (learned | acquired) | [;] so [that] <learn>",
    "span": "from {since} (to | until | till) {until}",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.HOLDS_ROLE: (
        # the term may run or be over: the claim does not say which, so nor does the tense
        "@since @until the time of {person} as <role> runs <span>",
        "@since @until {person} 's time (as | in) <role> runs <span>",
        "@since @!until {person} (took on | entered) <role> on {since} and still (holds it | works in it | holds the role)",
        "@since @!until {person} has (served | acted) (as | in) <role> since {since}",
        "@since @!until {person} has (occupied | filled | been holding | performed) <role> since {since}",
        "@since @!until since {since} [;] {person} has (occupied | filled | been holding | been working as) <role>",
        "@since @!until since {since} [;] <role> has been (held | occupied | filled) by {person}",
        "@since @!until <role> has been (occupied | filled) by {person} since {since}",
        "@since @!until {person} (took up | started in | began in | assumed | joined) <role> on {since} [and (still holds it | has held it since | holds it today)]",
        "@since @!until {person} [currently] (holds | works as | is in) <role> [;] (since | held since | which began on | which started on) {since}",
        "@since @!until {person} has been <role> [;] since {since}",
        "@!since @!until {person} [currently] (occupies | fills | serves in | works in) <role>",
        "@!since @!until <role> is [currently] (held | occupied | filled) by {person}",
        "@!since @!until currently [;] {person} (holds | works as | is) <role>",
        "@!since @until {person} (holds | works as | is in | is | serves as) <role> until {until}",
        "@!since @!until {person} currently (holds | works as | is in | is | serves as) <role>",
        "@!since @!until {person} is [currently] working as <role>",
        "@!since @!until the [current] role of {person} is {role}",
        "@!since @!until {person} 's current role is {role}",
        "@since @!until {person} has been (working | serving) (as | in) <role> since {since}",
        "@since @!until since {since} [;] {person} has been (working | serving) (as | in) <role>",
        "@since @!until {person} (is | works as | holds) <role> [;] (a role held | and has done so | and has held it | held) since {since}",
        "@since @!until {person} has (held | been [in] | worked as) <role> since {since}",
        "@since @!until {person} has been (working | serving) as <role> since {since}",
        "@since @!until since {since} [;] {person} has (held | been [in] | worked as | served as) <role>",
        "@since @!until <role> has been held by {person} since {since}",
        "@since @!until {person} is <role> and has been since {since}",
        "@since @!until {person} (started | began) as <role> on {since} and still holds (that | the | this) role",
        "@since @!until {person} has (held | been [in] | worked as) <role> [;] (starting | beginning) (on | from) {since}",
        "@!since @!until {person} (holds | works as | is in | has | is | serves as) <role>",
        "@!since @!until {person} 's role is <role>",
        "@!since @!until <role> is held by {person}",
        "@!since @until {person} (holds | works as | is in | is) <role> until {until}",
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        "@count (moving | a move | the move) <between> (was | has been) (observed | recorded | seen) {count} (time | times)",
        "@count {count} (move | moves | transition | transitions) (go | goes | lead | leads) <between> (in the graph | on record)",
        "@count {count} (observed | recorded) (move | moves | transition | transitions) (led | went) <between>",
        "@count (in total | altogether) [;] {count} <moves> <between> (was | were | have been | has been) (observed | recorded | seen)",
        "@count (a total of | in total | altogether) {count} <moves> <between> (was | were | have been | has been) (observed | recorded | seen)",
        "@count (a total of | in total | altogether) {count} (observed | recorded) <moves> <between> (is | are) on record",
        "@count <moves> <between> (was | were | have been | has been) (observed | recorded | seen) {count} (time | times)",
        "@count {count} (move | moves | transition | transitions) (was | were | have been | has been) (observed | recorded | seen) <between>",
        "@count {count} (observed | recorded) <moves> [;] <between>",
        "@count the graph (lists | holds | documents | contains) {count} [observed] <moves> <between>",
        "@!count a <moves> <between> (exists | appears) in the graph",
        "@!count there is a (recorded | documented) <moves> <between>",
        "@count {count} <moves> <between> (have | has) been (observed | recorded | seen)",
        "@count {count} observed (case | cases) of (a move | moving) <between>",
        "@count a <moves> <between> was observed in {count} (case | cases)",
        "@count in {count} (case | cases) a <moves> <between> was (observed | recorded)",
        "@count the number of observed moves <between> is {count}",
        "@count <between> [;] {count} <moves> (was | were) (observed | recorded)",
        "@count {count} <moves> <between> (was | were | is | are) (observed | recorded | on record)",
        "@count {count} observed <moves> (lead | leads | go | goes) <between>",
        "@count there (is | are | was | were) {count} (observed | recorded) <moves> <between>",
        "@count there (is | are | was | were) {count} <moves> <between> on record",
        "@count (the | a) <moves> <between> (was | has been) (observed | recorded) {count} (time | times)",
        "@count the graph (records | has | shows | contains) {count} [observed] <moves> <between>",
        "@count {count} (observed | recorded) <moves> <between> (is | are) on record",
        "@!count there is a record of a <moves> <between>",
        "@!count a <moves> <between> (is | was | has been) (on record | recorded)",
        "@!count the graph (records | has | shows | contains) a <moves> <between>",
        "@!count on record is a <moves> <between>",
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        "(for | moving to | in | to become | in moving to | on the way to) <destination> [;] {carried} [out] of [the] {total} (needed | required | necessary) skills (is | are) (transferable | carried over) [<rest>]",
        "out of [the] {total} <skills_needed> (for | by) <destination> [;] {carried} <carry> [<rest>]",
        "out of [the] {total} skills (that | which) <destination> (needs | requires) [;] {carried} <carry> [<rest>]",
        "<destination> (needs | requires | asks for | calls for) {total} (skill | skills) [;] {carried} <carry> [<rest>]",
        "<destination> (needs | requires | asks for | calls for) {total} (skill | skills) [;] {carried} of (them | these | which) <carry> [<rest>]",
        "(for | moving to | in | to become) <destination> [;] {carried} [out] of [the] {total} <skills_needed> <carry> "
        "[<rest>]",
        "{carried} [out] of [the] {total} <skills_needed> (for | by | in) <destination> <carry> [<rest>]",
        "{carried} [out] of [the] {total} skills (that | which) <destination> (needs | requires) <carry> [<rest>]",
        "of the {total} skills (that | which) <destination> (needs | requires) [;] {carried} <carry> [<rest>]",
        "of the {total} <skills_needed> (for | by) <destination> [;] {carried} <carry> [<rest>]",
        "for <destination> [;] {total} (skill is | skills are) (needed | required) [;] [of which | and] {carried} <carry> "
        "[<rest>]",
        "<destination> (needs | requires | asks for | calls for) {total} (skill | skills) [;] [of which | and] {carried} <carry> [<rest>]",
    ),
    ClaimKind.PATH_TOTAL: (
        "[the] (path | route) <along> (passes through | goes through | goes via | leads through | runs through) {via_1} <via_2> [;] [and] (takes | has | in | taking | needs) <steps>",
        "(moving | going | getting) <along> (takes | requires | involves | needs) <steps> <by_way>",
        "<steps> (lead | leads) <along> <passing>",
        "there (is | are) <steps> <along> <by_way>",
        "the (path | route) <along> (can be made | is made | is completed | is done) in <steps> <passing>",
        "it takes <steps> from <origin> [;] (through | via) {via_1} <via_2> [;] to <target>",
        "from <origin> [;] (through | via) {via_1} <via_2> [;] to <target> [;] (it takes | there (are | is) | it is) <steps>",
        "in <steps> [;] the (path | route) (leads | goes) from <origin> (through | via) {via_1} <via_2> to <target>",
        "the (path | route) from <origin> (through | via) {via_1} <via_2> to <target> (takes | has | is | needs) <steps>",
        "(going | getting | moving) from <origin> to <target> (takes | needs | means) <steps> <by_way>",
        "from <origin> [;] it takes <steps> to (reach | get to) <target> <by_way>",
        "to (reach | get to) <target> from <origin> takes <steps> <by_way>",
        "(the | a) (path | route | way) <along> (takes | has | is | needs | consists of | comprises | counts | involves | requires) <steps> "
        "<passing>",
        "(the | a) (path | route | way) <along> (leads | goes | runs) (through | via) {via_1} <via_2> [;] [and] "
        "(takes | has | in) <steps>",
        "it takes <steps> [to get | to go | to move] <along> <by_way>",
        "<along> [;] (it takes | there (is | are) | it is) <steps> <by_way>",
        "from <origin> [;] <target> (is | can be) reached in <steps> <passing>",
        "from <origin> [;] the (path | route) (leads | goes | runs) [in <steps>] through {via_1} <via_2> to <target> "
        "[;] [in <steps>]",
        "from <origin> [;] the (path | route) (leads | goes | runs) in <steps> to <target> <passing>",
        "<target> (is | can be) (reached | reachable) from <origin> in <steps> <passing>",
        "in <steps> [;] the (path | route) (leads | goes) <along> <passing>",
    ),
    ClaimKind.PATH_CONFLICT: tuple(
        f"{opening} {phrase}"
        for opening in ("without the limits in conflict [;]", "if the limits in conflict are left out [;]")
        for phrase in (
            "(a | the) (path | route | way) <along> (takes | has | needs | consists of | comprises) <steps> <passing>",
            "it takes <steps> [to get | to go | to move] <along> <by_way>",
            "<target> (is | can be) reached from <origin> in <steps> <passing>",
        )
    ),
    ClaimKind.PATH_STEP_OPENING: (
        "{posting} advertises <destination>",
        "<destination> is advertised (in | by | as | under) {posting}",
        "the role [of] {destination} is advertised (in | by | as | under) {posting}",
        "there is a posting for <destination> [;] {posting}",
    ),
    ClaimKind.NO_PATH: (
        "no (path | route | way) (was | could be) (found | identified) <along> <limits>",
        "no (path | route | way) <along> (was | could be) identified <limits>",
        "<limits> [;] no (path | route | way) (was | could be) (found | identified) <along>",
        "it was not possible to find a (path | route | way) <along> <limits>",
        "<limits> [;] it was not possible to find a (path | route | way) <along>",
        "<limits> [;] the search [has] found <no_way> <along>",
        "the search <limits> found <no_way> <along>",
        "<no_way> (leading | that leads) <along> (was | could be) found <limits>",
        "a (path | route) <along> (could not be | was not) found <limits>",
        "no (path | route) was found <along> <limits>",
        "no (path | route) was found <limits> <along>",
        "<no_way> <along> (was | could be | has been) found <limits>",
        "<limits> [;] <no_way> <along> (was | could be | has been) found",
        "<along> [;] <no_way> (was | could be) found <limits>",
        "the search [has] found <no_way> <along> <limits>",
    ),
}
