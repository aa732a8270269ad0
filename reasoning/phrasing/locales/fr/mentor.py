"""French phrasings of mentors."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "m_hold": """{mentor} dispose @level (du | d'un) niveau {level} en <holds>
                 | {mentor} possède @level (le | un) niveau {level} en <holds>
                 | {mentor} se situe @level au niveau {level} en <holds>
                 | {mentor} (possède | a | maîtrise | détient) <holds> <at_level>
                 | {mentor} est @level au niveau {level} en <holds>
                 | en <holds> [;] {mentor} est @level au niveau {level}
                 | {mentor} a @level (le | un) niveau {level} en <holds>
                 | en <holds> [;] {mentor} a @level (le | un) niveau {level}""",
    "m_it": """@cover=same @level ({mentor} (a | possède) (le | un) niveau {level} | {mentor} est au niveau {level}
               | {mentor} (l'a | la possède | la maîtrise) au niveau {level} | @!role {mentor} le niveau {level})""",
    "in_it": "@offered==holds (dans ce domaine | dans cette compétence | pour cette compétence)",
    "mentoring": "(un mentorat | du mentorat)",
    "m_and_offer": """[@offered ([;] et (propose | offre) <mentoring> (en <offered> | <in_it>)
                      | ; {mentor} (propose | offre) <mentoring> (en <offered> | <in_it>))]""",
    # where somebody or something else was named last, the mentor is named again
    "m_then_offer": "[@offered ; {mentor} (propose | offre) <mentoring> (en <offered> | <in_it>)]",
    "m_ask": """@role @required <role> <asks> ([au moins] le niveau {required} [en <skill>]
                | <skill> au niveau {required} | @!held cette compétence au niveau {required}) <opt>
                | @role @!required <role> <asks> (@!held cette compétence | <skill>) <opt>""",
    "apart": "[[;] (soit | c'est-à-dire | ce qui fait) {steps} (étape | étapes | pas) dans l'organisation]",
    "m_role": "@role <but> <m_ask> | @!role",
    "m_person": "@own <but> <m_own> | @!own",
    "m_own": """@own ({person} (a | possède) (le | un) niveau {own} en <skill>
                | {person} (a | possède | maîtrise) <skill> au niveau {own} | {person} est au niveau {own} en <skill>
                | @!held ({person} est au niveau {own} | {person} (a | possède) (le | un) niveau {own}
                | @!role @!offered ({person} au niveau {own} | {person} le niveau {own})))""",
    "m_people": "(personne | personnes)",
    "m_at_once": "(à la fois | en même temps | simultanément | en parallèle)",
    "no_one": "(aucun mentor | aucun mentor ou mentore)",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.MENTOR_SKILL: (
        "<m_hold> <cover> <m_and_offer> [;] (alors que | tandis que | et) @role <ask> <m_person>",
        "@offered {mentor} (propose | offre) <mentoring> en <offered> [;] (avec le | au) niveau {level} @level @cover=same <m_role> <m_person>",
        "@offered avec <holds> <at_level> <cover> [;] {mentor} (propose | offre) <mentoring> en <offered> <m_role> <m_person>",
        "@offered {mentor} [;] qui (a | possède | maîtrise) <holds> <at_level> <cover> [;] (propose | offre) <mentoring> en <offered> <m_role> <m_person>",
        "@offered {mentor} [;] (au niveau {level} en <holds>) @level <cover> [;] (propose | offre) <mentoring> en <offered> <m_role> <m_person>",
        "@own @level @cover=same @!role @!offered {mentor} dépasse {person} en <skill> [;] avec le niveau {level} (contre | face au | pour) [le] [niveau] {own}",
        "@own @level @cover=same @!role @!offered en <skill> [;] {mentor} a le niveau {level} <but> {person} [a] le niveau {own}",
        "<m_hold> <cover> <m_and_offer> <m_role> <m_person>",
        "@role <ask> <but> (<m_hold> <cover> | <m_it>) <m_and_offer> <m_person>",
        """@offered {mentor} (propose | offre) <mentoring> en <offered> [;] et (possède | a | maîtrise | détient)
           (@offered==holds cette compétence | <holds>) <at_level> <cover> <m_role> <m_person>""",
        """@role @required @cover=same @level>required avec <holds> au niveau {level} [;] {mentor} dépasse le <level_wanted>
           <m_then_offer> <m_person>""",
        """@own @cover=same {person} (a | possède) (le niveau {own} en <skill> | <skill> au niveau {own}) <but>
           (<m_it> | <m_hold>) <m_and_offer>""",
        "@own @cover=same en <skill> [;] {mentor} est au niveau {level} <but> {person} [est] au niveau {own}",
    ),
    ClaimKind.MENTOR_MOVE: (
        "{mentor} a (débuté | commencé) (comme <origin> | <origin_a>) le {since} [;] (et | puis) a (pris | rejoint) <destination> le {then}",
        "{mentor} (a été | était) <origin> (à partir du | dès le) {since} [;] (puis | et) <destination> (à partir du | dès le) {then}",
        "{mentor} a débuté (comme <origin> | <origin_a>) le {since} [;] (et | puis | et puis) (comme <destination> | <destination_a>) le {then}",
        "{mentor} a (débuté | commencé) (comme <origin> | <origin_a>) le {since} [;] avant de devenir <destination> le {then}",
        "{mentor} a (débuté | commencé) (comme <origin> | <origin_a>) le {since} et est devenu <destination> le {then}",
        "{mentor} est devenu <origin> le {since} et [puis] <destination> le {then}",
        "{mentor} a occupé <origin> à partir du {since} [;] (puis | et) <destination> à partir du {then}",
        "{mentor} a commencé (comme <origin> | <origin_a>) le {since} [;] (et | puis | et puis) (comme <destination> "
        "| <destination_a>) le {then}",
        "le {since} [;] {mentor} a commencé (comme <origin> | <origin_a>) [;] (et | puis | et puis) le {then} "
        "(comme <destination> | <destination_a>)",
        "{mentor} a pris <origin> le {since} et [puis] <destination> le {then}",
    ),
    ClaimKind.MENTOR_CAPACITY: (
        "{mentor} (propose | offre) <mentoring> en <skill> pour [jusqu'à] {capacity} <m_people> <m_at_once>",
        "{mentor} propose d'accompagner [jusqu'à] {capacity} <m_people> <m_at_once> en <skill>",
        "{mentor} peut (accompagner | encadrer) [jusqu'à] {capacity} <m_people> <m_at_once> (en <skill> | pour un mentorat en <skill>)",
        "{mentor} (propose | offre) <mentoring> en <skill> [jusqu'à | à] {capacity} <m_people> <m_at_once>",
        "en <skill> [;] {mentor} (propose | offre) à {capacity} <m_people> <m_at_once> <mentoring>",
        "{mentor} (propose | offre) <mentoring> en <skill> (à | pour) {capacity} <m_people> <m_at_once>",
        "{mentor} (propose | offre) à {capacity} <m_people> <m_at_once> <mentoring> en <skill>",
        "en <skill> [;] {mentor} (propose | offre) <mentoring> (à | pour) {capacity} <m_people> <m_at_once>",
        "<mentoring> en <skill> est (proposé | offert) par {mentor} (à | pour) {capacity} <m_people> <m_at_once>",
        "{mentor} peut accompagner {capacity} <m_people> (<m_at_once> en <skill> | en <skill> <m_at_once>)",
        "en <skill> [;] {mentor} peut accompagner {capacity} <m_people> <m_at_once>",
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        "{mentor} a (terminé | achevé | conclu) {finished} (mentorat | mentorats) [;] (@finished=1 (noté | évalué) | @!finished=1 (notés | évalués)) {rating} en moyenne",
        "{mentor} a (terminé | achevé | conclu) {finished} (mentorat | mentorats) [;] avec une note moyenne de {rating}",
        "les {finished} mentorats (terminés | achevés) de {mentor} ont été notés {rating} en moyenne",
    ),
    ClaimKind.MENTOR_UNIT: (
        "@!other {mentor} et {person} appartiennent (tous deux | tous les deux) à {unit}",
        "@!other {mentor} et {person} appartiennent à {unit}",
        "@!other {mentor} et {person} travaillent [tous deux | tous les deux] (dans | chez) {unit}",
        "@other {mentor} appartient à {unit} <but> {person} [appartient] à {other} <apart>",
        "@other {person} appartient à {other} <but> {mentor} [appartient] à {unit} <apart>",
    ),
    ClaimKind.NO_MENTOR: (
        "@person pour <skill> [;] <no_one> (au-dessus de | dépassant | qui dépasse) {person} n'a été trouvé",
        "@person en <skill> [;] <no_one> qui dépasse {person} n'a été trouvé",
        "@role aucun mentor (n'a pu être | n'a été) (trouvé | identifié) (pour | en) <skill> [;] (que <role> <asks> | que <asks> <role> | <asked> <for_role>)",
        "@role <role> <asks> <skill> <but> aucun mentor (n'a pu être | n'a été) (trouvé | identifié) [pour cela | pour cette compétence]",
        "@role on n'a trouvé aucun mentor (pour | en) <skill> [;] (que <role> <asks> | que <asks> <role> | <asked> <for_role>)",
        "@role <role> <asks> <skill> <but> on n'a trouvé aucun mentor [pour cela | pour cette compétence]",
        "@role <no_one> n'a pu être trouvé pour [un mentorat en] <skill> [;] (que <role> <asks> | que <asks> <role> | <asked> <for_role>)",
        "@person on n'a trouvé aucun mentor (au-dessus de | dépassant) {person} en <skill>",
        "@person <no_one> n'a été trouvé [comme mentor] [;] (au-dessus de | dépassant | qui dépasse) {person} en <skill>",
        "@person <no_one> ayant un niveau (supérieur à | plus élevé que) {person} en <skill> n'a été trouvé [comme mentor]",
        "@role <role> <asks> <skill> <but> <no_one> n'a été trouvé [pour un mentorat] [dans ce domaine | pour cette "
        "compétence | pour cela]",
        "@role <no_one> n'a été trouvé pour [un mentorat en] <skill> [;] (que <role> <asks> | que <asks> <role> "
        "| <asked> <for_role>)",
        "@role <no_one> n'a été trouvé pour [un mentorat en] <skill> <but> <role> <asks> (cette compétence | <skill>)",
        "@role pour [un mentorat en] <skill> [;] (<asked> <for_role> | que <role> <asks> | que <asks> <role>) [;] <no_one> "
        "n'a été trouvé",
        "@role pour [un mentorat en] <skill> [;] <no_one> n'a été trouvé <but> <role> <asks> (cette compétence | <skill>)",
        "@person <no_one> (au-dessus de | dépassant) {person} en <skill> n'a été trouvé [comme mentor]",
        "@person pour un mentorat en <skill> [;] <no_one> (au-dessus de | dépassant) {person} n'a été trouvé",
        "@person en <skill> [;] <no_one> (au-dessus de | dépassant) {person} n'a été trouvé [comme mentor | pour un mentorat]",
        "@role personne n'a pu être trouvé pour un mentorat en <skill> [;] (que <role> <asks> | que <asks> <role> | <asked> <for_role>)",
        "@person personne n'a été trouvé comme mentor [;] (au-dessus de | dépassant | qui dépasse) {person} en <skill>",
        "@person personne ayant un niveau (supérieur à | plus élevé que) {person} en <skill> n'a été trouvé comme mentor",
        "@role <role> <asks> <skill> <but> personne n'a été trouvé pour un mentorat [dans ce domaine | pour cette compétence | pour cela]",
        "@role personne n'a été trouvé pour un mentorat en <skill> [;] (que <role> <asks> | que <asks> <role> | <asked> <for_role>)",
        "@role personne n'a été trouvé pour un mentorat en <skill> <but> <role> <asks> (cette compétence | <skill>)",
        "@role pour un mentorat en <skill> [;] (<asked> <for_role> | que <role> <asks> | que <asks> <role>) [;] personne n'a été trouvé",
        "@role pour un mentorat en <skill> [;] personne n'a été trouvé <but> <role> <asks> (cette compétence | <skill>)",
        "@person personne (au-dessus de | dépassant) {person} en <skill> n'a été trouvé comme mentor",
        "@person pour un mentorat en <skill> [;] personne (au-dessus de | dépassant) {person} n'a été trouvé",
        "@person en <skill> [;] personne (au-dessus de | dépassant) {person} n'a été trouvé (comme mentor | pour un mentorat)",
    ),
}
