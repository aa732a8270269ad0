"""German phrasings of mentors."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "m_hold": """{mentor} (hat | besitzt | beherrscht | verfügt über) <holds> <at_level>
                 | {mentor} (steht | ist | liegt) in <holds> @level auf <lv> {level}
                 | in <holds> (steht | ist | liegt) {mentor} @level auf <lv> {level}
                 | {mentor} hat @level (in <holds> <lv> {level} | <lv> {level} in <holds>)
                 | in <holds> hat {mentor} @level <lv> {level}""",
    "m_it": """@cover=same @level ({mentor} (hat | besitzt | erreicht | verfügt über) [darin] <lv> {level}
               | {mentor} (steht | ist | liegt) auf <lv> {level} | {mentor} hat (es | dies) auf <lv> {level})""",
    "mentoring": "(mentoring | ein mentoring)",
    "m_and_offer": """[@offered ([;] und bietet ([in] <offered> <mentoring> | <mentoring> in <offered>
                        | @offered==holds darin <mentoring>) an
                      | ; {mentor} bietet (<mentoring> in <offered> | @offered==holds darin <mentoring>) an)]""",
    "m_ask": """@role @required <role> <asks> ([mindestens] <lv> {required} [in <skill>] | <skill> auf <lv> {required})
                <opt> | @role @!required <role> <asks> (@!held (dies | es) | <skill>) <opt>""",
    "m_role": "@role <but> <m_ask> | @!role",
    "m_person": "@own <but> <m_own> | @!own",
    "m_own": """@own ({person} (hat | besitzt | verfügt über) <skill> auf <lv> {own}
                | {person} (hat | besitzt) in <skill> <lv> {own}
                | @!held ({person} (hat | besitzt | verfügt über) <lv> {own} | {person} (steht | ist | liegt) auf <lv> {own}
                | {person} auf <lv> {own} | {person} <lv> {own}))""",
    "m_begin": "begann | startete",
    "m_people": "(person | personen | mentees)",
    "m_at_once": "(gleichzeitig | zur gleichen zeit | zugleich | parallel | auf einmal)",
    "m_which": """(was | das | die | den | der) <role> <asks_last>
                  | (was | das | die | der) (von | für) <role> <asked> (wird | ist) | (von | für) <role> <asked>""",
    "no_one": "niemand | kein mentor | keine mentorin und kein mentor | keine mentorin oder kein mentor",
    "found": "(wurde | konnte | ließ sich)",
    "find": "(gefunden | gefunden werden | finden)",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.MENTOR_SKILL: (
        "<m_hold> <cover> <m_and_offer> <m_role> <m_person>",
        "<m_hold> <cover> <m_and_offer> [;] während @role <ask_last> <m_person>",
        "@role <ask> <but> (<m_hold> <cover> | <m_it>) <m_and_offer> <m_person>",
        """@offered {mentor} bietet <mentoring> in <offered> an [;] und (hat | besitzt) (@cover=same darin @level
           <lv> {level} | <holds> <at_level> <cover>) (<m_role> | [;] während @role <ask_last>) <m_person>""",
        """@role @required @cover=same @level>required mit <holds> auf <lv> {level} liegt {mentor} über <level_wanted>
           <m_and_offer> <m_person>""",
        "@own @cover=same {person} (hat | besitzt) (in <skill> <lv> {own} | <skill> auf <lv> {own}) <but> "
        "(<m_it> | <m_hold>) <m_and_offer>",
        "@own @cover=same in <skill> (steht | liegt | ist) {mentor} auf <lv> {level} <but> {person} auf <lv> {own}",
        "@own @cover=same in <skill> hat {mentor} <lv> {level} <but> {person} <lv> {own}",
    ),
    ClaimKind.MENTOR_MOVE: (
        "{mentor} wurde am {since} <origin> und am {then} <destination>",
        "{mentor} <m_begin> am {since} (als | in) <origin> und [dann] am {then} (als | in) <destination>",
        "am {since} <m_begin> {mentor} (als | in) <origin> [;] [und] [dann] am {then} (als | in) <destination>",
        "{mentor} übernahm am {since} <origin> und am {then} <destination>",
        "{mentor} <m_begin> am {since} (als | in) <origin> [;] und wechselte am {then} (zu | zur | in die) [rolle] "
        "{destination}",
        "am {since} wurde {mentor} <origin> [;] [und] am {then} <destination>",
    ),
    ClaimKind.MENTOR_CAPACITY: (
        "{mentor} bietet <mentoring> in <skill> für [bis zu] {capacity} <m_people> <m_at_once> an",
        "{mentor} bietet [bis zu] {capacity} <m_people> <m_at_once> <mentoring> in <skill> an",
        "{mentor} bietet in <skill> <mentoring> für [bis zu] {capacity} <m_people> <m_at_once> an",
        "in <skill> bietet {mentor} <mentoring> für [bis zu] {capacity} <m_people> <m_at_once> an",
        "in <skill> bietet {mentor} [bis zu] {capacity} <m_people> <m_at_once> <mentoring> an",
        "<mentoring> in <skill> bietet {mentor} für [bis zu] {capacity} <m_people> <m_at_once> an",
        "{mentor} kann in <skill> [bis zu] {capacity} <m_people> <m_at_once> (begleiten | betreuen | als mentor begleiten "
        "| als mentorin begleiten | im mentoring begleiten)",
    ),
    ClaimKind.NO_MENTOR: (
        "@role <role> <asks> <skill> [;] [und | aber | doch] (dafür | hierfür) <found> <no_one> [für ein mentoring] <find>",
        "@role <role> <asks> <skill> [;] [und | aber | doch] <no_one> <found> [dafür | hierfür] <find>",
        "@role für [ein mentoring in] <skill> [;] <m_which> [;] <found> <no_one> [für ein mentoring] <find>",
        "@role für [ein mentoring in] <skill> <found> <no_one> [für ein mentoring] <find> <but> <role> <asks> (dies | es "
        "| <skill>)",
        "@role es <found> <no_one> für [ein mentoring in] <skill> <find> <but> <role> <asks> (dies | es | <skill>)",
        "@role <no_one> <found> für [ein mentoring in] <skill> <find> <but> <role> <asks> (dies | es | <skill>)",
        "@person es wurde <no_one> für ein mentoring gefunden [;] (der | die) in <skill> über {person} (liegt | steht)",
        "@person in <skill> wurde <no_one> für ein mentoring gefunden [;] (der | die) über {person} (liegt | steht)",
        "@person in <skill> wurde für ein mentoring <no_one> gefunden [;] (der | die) über {person} (liegt | steht)",
        "@person in <skill> wurde <no_one> über {person} gefunden",
        "@person für ein mentoring in <skill> wurde <no_one> (über {person} | mit höherer stufe als {person}) gefunden",
    ),
}
