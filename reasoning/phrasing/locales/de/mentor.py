"""German phrasings of mentors."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "m_hold": """{mentor} verfügt in <holds> über @level <lv> {level} | {mentor} verfügt über @level <lv> {level} in <holds>
                 | {mentor} bringt <holds> <at_level> mit
                 | {mentor} (hat | besitzt | beherrscht | verfügt über) <holds> <at_level>
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
    # where somebody or something else was named last, the mentor is named again
    "m_then_offer": "[@offered ; {mentor} bietet (<mentoring> in <offered> | @offered==holds darin <mentoring>) an]",
    "m_ask": """@role @required <role> <asks> ([mindestens] <lv> {required} [in <skill>] | <skill> auf <lv> {required})
                <opt> | @role @!required <role> <asks> <skill> <opt>""",
    "apart": "[[;] (das (ist | sind) | also) {steps} (schritt | schritte) in der organisation]",
    "m_role": "@role <but> <m_ask> | @!role",
    "m_person": "@own <but> <m_own> | @!own",
    "m_own": """@own ({person} (hat | besitzt | verfügt über) <skill> auf <lv> {own}
                | {person} (hat | besitzt) in <skill> <lv> {own}
                | @!held ({person} (hat | besitzt | verfügt über) <lv> {own} | {person} (steht | ist | liegt) auf <lv> {own}
                | @!role @!offered ({person} auf <lv> {own} | {person} <lv> {own})))""",
    "m_begin": "begann | startete",
    "m_people": "(person | personen | mentees)",
    "m_at_once": "(gleichzeitig | zur gleichen zeit | zugleich | parallel | auf einmal)",
    "m_which": """(was | das | die | den) <role> <asks_last>
                  | (was | das | die | der) (von | für) <role> <asked> (wird | ist) | (von | für) <role> <asked>""",
    "no_one": "kein mentor | keine mentorin und kein mentor | keine mentorin oder kein mentor",
    "found": "(wurde | konnte | ließ sich)",
    "find": "(gefunden | gefunden werden | finden)",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.MENTOR_SKILL: (
        "<m_hold> <cover> <m_and_offer> [;] während @role <ask_last> [;] [und] <m_own> @own",
        "@offered {mentor} bietet mit <holds> <at_level> <cover> <mentoring> in <offered> an <m_role> <m_person>",
        "@offered {mentor} bietet <mentoring> in <offered> an [;] bei [einer] <lv> [von] {level} @level @cover=same <m_role> <m_person>",
        "<m_hold> <cover> <but> <m_own> <m_then_offer> <m_role> @own",
        "@offered {mentor} [;] (mit <holds> <at_level> | mit @level <lv> {level} in <holds>) <cover> [;] bietet <mentoring> in <offered> an <m_role> <m_person>",
        "@offered {mentor} bietet <mentoring> in <offered> an und (verfügt dort über | steht dort auf | steht darin auf | ist darin auf) @cover=same @level <lv> {level} <m_role> <m_person>",
        "@own @level @cover=same @!role @!offered {mentor} liegt in <skill> mit <lv> {level} über {person} mit <lv> {own}",
        "@own @level @cover=same @!role @!offered {mentor} hat in <skill> <lv> {level} [;] {person} [dagegen] <lv> {own}",
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
        "{mentor} wurde am {then} <destination> [;] nach (dem | einem) (beginn | start) als <origin> am {since}",
        "{mentor} war (ab dem | ab) {since} <origin> und (ab dem | ab) {then} <destination>",
        "{mentor} (trat | nahm) am {since} <origin> an und am {then} <destination>",
        "{mentor} fing am {since} (als | in) <origin> an [;] und (wurde | begann | fing) [dann] am {then} [als | in] <destination> [an]",
        "{mentor} war ab [dem] {since} <origin> und ab [dem] {then} <destination>",
        "{mentor} <m_begin> am {since} (als | in) <origin> [;] [und] (wurde | wurde dann) am {then} <destination>",
        "nach dem (start | beginn) als <origin> am {since} wurde {mentor} am {then} <destination>",
        "am {since} übernahm {mentor} <origin> [;] [und] am {then} <destination>",
        "{mentor} wurde am {since} <origin> und am {then} <destination>",
        "{mentor} <m_begin> am {since} (als | in) <origin> und [dann] am {then} (als | in) <destination>",
        "am {since} <m_begin> {mentor} (als | in) <origin> [;] [und] [dann] am {then} (als | in) <destination>",
        "{mentor} übernahm am {since} <origin> und am {then} <destination>",
        "am {since} wurde {mentor} <origin> [;] [und] am {then} <destination>",
    ),
    ClaimKind.MENTOR_CAPACITY: (
        "{mentor} bietet für [bis zu] {capacity} <m_people> <m_at_once> <mentoring> in <skill> an",
        "{mentor} (kann | bietet an) [;] in <skill> [bis zu] {capacity} <m_people> <m_at_once> [zu] (begleiten | betreuen)",
        "{mentor} bietet in <skill> [bis zu] {capacity} <m_people> <m_at_once> <mentoring> an",
        "<m_at_once> bietet {mentor} <mentoring> in <skill> für [bis zu] {capacity} <m_people> an",
        "{mentor} kann [bis zu] {capacity} <m_people> <m_at_once> in <skill> (begleiten | betreuen | im mentoring begleiten)",
        "(für | bis zu) {capacity} <m_people> <m_at_once> bietet {mentor} <mentoring> in <skill> an",
        "{mentor} bietet <mentoring> in <skill> für [bis zu] {capacity} <m_people> <m_at_once> an",
        "{mentor} bietet [bis zu] {capacity} <m_people> <m_at_once> <mentoring> in <skill> an",
        "{mentor} bietet in <skill> <mentoring> für [bis zu] {capacity} <m_people> <m_at_once> an",
        "in <skill> bietet {mentor} <mentoring> für [bis zu] {capacity} <m_people> <m_at_once> an",
        "in <skill> bietet {mentor} [bis zu] {capacity} <m_people> <m_at_once> <mentoring> an",
        "<mentoring> in <skill> bietet {mentor} für [bis zu] {capacity} <m_people> <m_at_once> an",
        "{mentor} kann in <skill> [bis zu] {capacity} <m_people> <m_at_once> (begleiten | betreuen | im mentoring begleiten)",
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        "{mentor} hat {finished} (mentoring | mentorings | mentorate) (abgeschlossen | beendet) [;] (im mittel | im durchschnitt) mit {rating} bewertet",
        "{mentor} hat {finished} (mentoring | mentorings | mentorate) (abgeschlossen | beendet) [;] die durchschnittliche bewertung (ist | beträgt | liegt bei) {rating}",
        "die {finished} abgeschlossenen (mentorings | mentorate) von {mentor} wurden (im mittel | im durchschnitt) mit {rating} bewertet",
    ),
    ClaimKind.MENTOR_UNIT: (
        "@!other {mentor} und {person} (gehören | zählen) [beide] zu {unit}",
        "@!other {mentor} und {person} arbeiten [beide] in {unit}",
        "@other {mentor} gehört zu {unit} <but> {person} [gehört] zu {other} <apart>",
        "@other {person} gehört zu {other} <but> {mentor} [gehört] zu {unit} <apart>",
        "@other {mentor} (arbeitet in | ist in) {unit} [;] (während | wobei) {person} (in {other} (arbeitet | ist) | zu {other} gehört) <apart>",
        "@other {mentor} gehört zu {unit} [;] (während | wobei) {person} zu {other} gehört <apart>",
        "@other {mentor} arbeitet in {unit} <but> {person} [arbeitet] in {other} <apart>",
    ),
    ClaimKind.NO_MENTOR: (
        "@person in <skill> wurde <no_one> gefunden [;] (der | die) über {person} (liegt | steht)",
        "@person für <skill> wurde <no_one> gefunden [;] (der | die) über {person} (liegt | steht)",
        "@person <no_one> (mit höherer stufe | mit einer höheren stufe) als {person} in <skill> wurde [für ein mentoring] gefunden",
        "@person <no_one> wurde gefunden [;] (der | die) in <skill> über {person} (liegt | steht)",
        "@role für <skill> [;] <m_which> [;] (wurde | konnte) <no_one> für ein mentoring <find>",
        "@role <no_one> <found> [für ein mentoring] in <skill> <find> [;] obwohl <role> <skill> <asks_last>",
        "@role für [ein mentoring in] <skill> <found> <no_one> <find> [;] obwohl <role> (dies | es | <skill>) <asks_last>",
        "@person es wurde <no_one> gefunden [;] (der | die) in <skill> über {person} (liegt | steht)",
        "@person für <skill> wurde <no_one> über {person} gefunden",
        "@person es <found> <no_one> über {person} in <skill> <find>",
        "@person <no_one> über {person} in <skill> wurde [für ein mentoring] gefunden",
        "@person in <skill> (wurde | ließ sich) <no_one> (mit höherer stufe als {person} | über {person}) (für ein mentoring | als mentor) (gefunden | finden)",
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
        "@person niemand (mit höherer stufe | mit einer höheren stufe) als {person} in <skill> wurde für ein mentoring gefunden",
        "@role für <skill> [;] <m_which> [;] (wurde | konnte) niemand für ein mentoring <find>",
        "@role niemand <found> für ein mentoring in <skill> <find> [;] obwohl <role> <skill> <asks_last>",
        "@role für ein mentoring in <skill> <found> niemand <find> [;] obwohl <role> (dies | es | <skill>) <asks_last>",
        "@person niemand über {person} in <skill> wurde für ein mentoring gefunden",
        "@person in <skill> (wurde | ließ sich) niemand (mit höherer stufe als {person} | über {person}) (für ein mentoring | als mentor) (gefunden | finden)",
        "@role <role> <asks> <skill> [;] [und | aber | doch] (dafür | hierfür) <found> niemand für ein mentoring <find>",
        "@role für ein mentoring in <skill> [;] <m_which> [;] <found> niemand [für ein mentoring] <find>",
        "@role für ein mentoring in <skill> <found> niemand [für ein mentoring] <find> <but> <role> <asks> (dies | es | <skill>)",
        "@role es <found> niemand für ein mentoring in <skill> <find> <but> <role> <asks> (dies | es | <skill>)",
        "@role niemand <found> für ein mentoring in <skill> <find> <but> <role> <asks> (dies | es | <skill>)",
        "@person es wurde niemand für ein mentoring gefunden [;] (der | die) in <skill> über {person} (liegt | steht)",
        "@person in <skill> wurde niemand für ein mentoring gefunden [;] (der | die) über {person} (liegt | steht)",
        "@person in <skill> wurde für ein mentoring niemand gefunden [;] (der | die) über {person} (liegt | steht)",
        "@person für ein mentoring in <skill> wurde niemand (über {person} | mit höherer stufe als {person}) gefunden",
    ),
}
