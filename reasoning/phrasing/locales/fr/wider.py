"""French: further ways of the shared parts, and the kinds as clauses in free order. Appended to what the others say."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

MORE: Parts = {
    "but": "[;] (et que | tandis qu' | en revanche)",
    "at_required": "@required ([;] niveau {required} [;] | avec le niveau {required} | au niveau {required} (au moins | ou plus) | à un niveau {required})",
    "at_level": "@level ([;] niveau {level} [;] | à un niveau [de] {level} | avec le niveau {level})",
    "to_level": "@level (jusqu'à un niveau {level} | [;] jusqu'au niveau {level} [;])",
    "taught_to": "@to_level (jusqu'à un niveau {to_level} | [;] jusqu'au niveau {to_level} [;])",
    "ask": """<role> <asks> <kr> <opt>
              | pour <role> [;] (il faut | on demande | on exige) <kr> <opt>
              | (pour <role> | par <role>) [;] <kr> est <asked> <opt>
              | <kr> est <asked> (<for_role> | <role_a>) <opt>
              | @!optional <kr> [;] <asked> <for_role>
              | @!optional <kr> (fait partie des exigences (<role_de> | pour <role>) | est une exigence (<role_de> | pour <role>))
              | @!optional (parmi les exigences | une des exigences) <role_de> (figure | est) <kr>
              | @required le niveau (<asked>) (en <skill> <for_role> | <for_role> en <skill>) est [le | de] [niveau] {required} @!optional
              | @required en <skill> [;] (le niveau {required} est <asked> <for_role> | <role> <asks> [au moins] (le | un) niveau {required}) <opt>
              | (qui occupe | quiconque occupe) <role> a besoin de <kr> @!optional""",
    "level_wanted": "@!optional (niveau [de] {required} [en <skill>] [;] (que (<role> <asks> | <asks> <role>) | <asked> (<for_role> | <role_a>) | <asked> en <skill> <for_role> | fixé par <role>) | niveau <asked> <for_role> [;] [soit] {required} | niveau {required} <asked>)",
    "which_asked": """[;] [une] (compétence | exigence) (que <role> <asks> | que <asks> <role> | <asked> [<at_required>] <opt> <for_role>) <at_required> <opt>
                      | [;] (que <role> <asks> | que <asks> <role>) [;] <at_required> <opt>
                      | [;] (<asked>) [<at_required>] <opt> <for_role> [<at_required>]""",
    "hold_stated": """@basis=stated ({person} (possède | a | détient) <kl>
                      | {person} (maîtrise @level) <kl>
                      | {person} (a atteint | atteint) @level (<kl>)
                      | {person} (est | se situe | se trouve) @level (au | à un) niveau [de] {level} (en | pour) <holds>
                      | {person} dispose @level (du | d'un) niveau [de] {level} (en | pour) <holds>
                      | en <holds> [;] {person} (est | se situe | se trouve | a | possède | atteint | a atteint | dispose) @level (au | le | un | du | d'un) niveau [de] {level}
                      | (pour {person} [;] <kl> est <noted> | <kl> est <noted> pour {person} | <holds> est <noted> pour {person} <at_level>)
                      | (le dossier | le graphe) (de {person} | pour {person}) (indique | mentionne | montre | contient | comporte) <kl>
                      | le dossier (indique | mentionne | montre | contient | comporte) <kl> pour {person}
                      | d'après (le dossier | le graphe) [;] {person} (a | possède) <kl>
                      | (au dossier de {person} | dans le dossier de {person}) [;] (figure [;]) <kl>
                      | <kl> figure (au | dans le) dossier (de | pour) {person}
                      | <kl> fait partie des compétences de {person}
                      | (parmi les | les) compétences de {person} [;] (figure | comprennent) <kl>
                      | le niveau de {person} en <holds> est @level [de | le] [niveau] {level}
                      | le niveau (enregistré | consigné) pour {person} en <holds> est @level [de | le] {level}
                      | @level le niveau {level} en <holds> est <noted> pour {person}
                      | avec le niveau {level} @level [;] {person} possède <holds>)""",
    "hold_assessed": """@basis=assessment (<exam_a> (atteste | montre | indique | confirme | établit | donne) (<kl> (pour | chez) {person} | (pour | chez) {person} [;] <kl> | à {person} <kl>)
                      | <exam_a> (situe | place) {person} @level (au | à un) niveau [de] {level} (en | pour) <holds>
                      | (selon | d'après | lors d' | à l'issue d' | après) <exam_b> [;] {person} (a | possède | est | se situe | a obtenu | a atteint | obtient) (<kl> | @level (au | à un | le | un) niveau {level} en <holds>)
                      | l'évaluation (de {person} en <holds> | en <holds> de {person} | de <holds> (pour | chez) {person}) (donne | indique | atteste | montre | confirme | aboutit au) @level [le | au] niveau {level}
                      | {person} a (obtenu | atteint | reçu) @level (le | un) niveau [de] {level} en <holds> (lors d' | à | dans | à l'issue d' | par) <exam_b>
                      | le niveau évalué (de {person} en <holds> | en <holds> (de | pour) {person}) est @level [de | le] {level}
                      | <holds> a été évalué (<at_level> (pour | chez) {person} | (pour | chez) {person} <at_level>)
                      | en <holds> [;] <exam_a> (atteste | situe | place | donne | indique) [pour] {person} @level (le | au) niveau {level})""",
    "hold_course": """@basis=course ({person} a (validé | réussi | terminé avec succès | suivi avec succès) <course> [;] ((qui | laquelle | lequel | une formation qui | formation qui | un cours qui | cette formation | et cette formation) (enseigne | couvre | porte sur) <holds> <to_level> | (où | dans laquelle) <holds> est (enseigné | enseignée) <to_level>)
                      | <course> [;] (que {person} a (validée | réussie | validé | réussi) | (validée | réussie) par {person}) [;] (enseigne | couvre) <holds> <to_level>)""",
    "holding": """@basis=stated <kl> | @basis=assessment @level (un niveau évalué [de | à] {level} en <holds> | <kl> (selon | d'après) (une évaluation | l'évaluation))""",
    "at_it": """@basis=stated @cover=same @level ({person} (a | est | possède | se situe | atteint | a atteint | dispose) (le | un | au | du | d'un) niveau [de] {level} | le niveau de {person} est [de | le] {level} | celui de {person} est [de | le] {level} | {person} au niveau {level} | {person} en est au niveau {level})
                | @basis=assessment @cover=same @level (<exam_a> (atteste | indique | montre | donne) le niveau {level} (pour | chez) {person} | <exam_a> (situe | place) {person} au niveau {level} | (selon | d'après) <exam_b> [;] {person} (est | se situe) au niveau {level})""",
    "cover": """@cover=equivalent ([;] (ce qui | et cela | cela) (équivaut à | est équivalent à | est la même chose que) <skill>)
                | @cover=narrower ([;] (ce qui | et cela | cela | et) (vaut | compte | est compté) (pour | comme) <skill>)
                | @cover=close ([;] (ce qui | et cela | cela) (est proche | se rapproche) (de | de la compétence) {skill} | [;] [une] compétence (proche | voisine) (de | de la compétence) {skill})""",
    "meets": "satisfait à | répond à | couvre",
    "met_object": """@!optional ((l'exigence | à l'exigence) (de <role> | du poste {role} | du poste de {role} | <role_de>) (en | pour) <skill> [[;] (niveau {required} | de niveau {required})]
                      | (l'exigence | à l'exigence) (en | pour) <skill> (<role_de> | pour <role>)
                      | @required ((le | un | au) niveau <asked> [en <skill>] <for_role> [;] [soit] [niveau] {required}))""",
    "missing_by": "@difference [;] [et | donc] [soit] ((un | d'un) écart de {difference} [niveau | niveaux] | (il manque | il lui manque) [donc] {difference} [niveau | niveaux])",
    "wants_more": "@difference [;] [et | donc] (soit {difference} [niveau | niveaux] de plus | (un | soit un | d'où un) écart de {difference} [niveau | niveaux] | (il manque | il lui manque) [donc] {difference} [niveau | niveaux] | l'écart est [donc] de {difference})",
    "not_on_record": """<skill> (ne figure pas (au | dans le) dossier (de | pour) {person} | n'est pas <noted> (pour | chez) {person} | est (absent | absente) du dossier (de | pour) {person} | n'apparaît pas (au | dans le) dossier (de | pour) {person} | manque (au | dans le) dossier (de | pour) {person})
                        | (pour {person} | au dossier de {person} | dans le dossier de {person}) [;] (<skill> n'est pas <noted> | <skill> ne figure pas au dossier | il n'y a aucune trace (de | d') {skill} | il n'existe aucune trace (de | d') {skill} | aucune trace (de | d') {skill} n'est <noted>)
                        | (aucune trace | aucun enregistrement | aucune mention) (de | d' | de la compétence | pour) {skill} (n'est <noted> | n'existe | n'apparaît | ne figure) (pour | chez | au dossier de | dans le dossier de) {person}
                        | (il n'y a | il n'existe | on ne trouve) (aucune trace | aucun enregistrement | aucune mention) (de | d' | de la compétence | pour) {skill} (pour | chez | au dossier de | dans le dossier de) {person}
                        | le dossier (de | pour) {person} ne (contient | mentionne | comporte | montre | indique) pas <skill>
                        | le dossier (de | pour) {person} ne (contient | comporte) (aucune trace | aucune mention) (de | d') {skill}
                        | {person} n'a (aucune trace | aucun enregistrement | aucune mention) (de | d' | pour) {skill} [au dossier | à son dossier]
                        | {person} n'a pas <skill> (au | dans son | à son) dossier
                        | {skill} [;] (absent | absente) du dossier (de | pour) {person}
                        | {person} [;] aucune trace (de | d') {skill}""",
    "asks_it": """@!held (@required | @near | @!level @!to_level) <role> (la | le) (demande | exige | requiert) [;] <at_required> <opt>
                  | @!held (@required | @near | @!level @!to_level) <role> l'exige <at_required> <opt>
                  | <role> <asks> @required (le | un) niveau {required} [en <skill>] <opt>
                  | @!held ((@required | @near | @!level @!to_level) elle | cette compétence) est <asked> (<at_required> <for_role> | <for_role> <at_required>) <opt>
                  | @required le niveau {required} est <asked> <for_role> <opt>""",
    "near_too": "@near",
    "near_it": """[;] [mais | et] (une compétence (voisine | proche) [;] {near} [;] (y figure | figure au dossier | est enregistrée) <near_level>
                  | (la compétence | une compétence) (voisine | proche) {near} (y figure | figure au dossier | est enregistrée) <near_level>
                  | {near} [;] (une compétence | compétence) (voisine | proche) [;] (y figure | figure au dossier | est (enregistrée | enregistré)) <near_level>
                  | {near} [;] (une compétence | compétence) (voisine | proche) [;] l'est <near_level>)""",
    "near_level": "[;] niveau {level} [;]",
    "reqs": "(critère | critères) (@essential (essentiel | essentiels) | @!essential)",
    "by_weight": """[;] [et] (soit | ou | ce qui (représente | fait | correspond à | équivaut à) | représentant | correspondant à | pour) [un total de] <percent> (du poids | en poids | du poids total | pondérés | après pondération)
                      | [;] [soit] <percent> (du poids | en poids | du poids total)""",
    "open_left": """[;] [et | dont] {open} (n'est pas remplie | ne sont pas remplies | reste non remplie | restent non remplies | reste à remplir | restent à remplir | n'est pas satisfaite | ne sont pas satisfaites)
                    | [;] [et] il en reste {open} [à remplir]""",
    "x_of_y": "{met} (<reqs> sur [les | un total de] {total} | (des | sur [les] | de ses | parmi les | de) {total} <reqs>)",
    "teach": """<course> (enseigne | couvre | porte sur | permet d'apprendre | forme à | transmet) <teaches> <taught_to>
                | <teaches> est (enseigné | enseignée) (<taught_to> (dans | par | avec) <course> | (dans | par | avec) <course> <taught_to>)
                | (dans | avec | par) <course> [;] <teaches> est (enseigné | enseignée) <taught_to>
                | <course> est (une formation | un cours) (en | sur | qui enseigne | à) <teaches> <taught_to>
                | @to_level @closes=True <course> (mène | amène | porte | conduit) [à] <teaches> jusqu'au niveau {to_level}""",
    "reaching": """[;] (ce qui | et | et cela) (permet d'atteindre | atteint | satisfait | remplit | couvre | suffit (à | pour) | est suffisant pour) [ainsi | donc] (<the_level> | <met_object>)
                   | [;] (permettant d'atteindre | atteignant | couvrant | satisfaisant) <the_level>
                   | [;] et (permet [ainsi] d'atteindre | atteint [ainsi]) <the_level>
                   | @to_level==required [;] soit <the_level>
                   | @to_level==required [;] comme (<asks> <role> | le <asks> <role>) @!optional""",
    "staying_below": """[;] (ce qui | et | mais | et cela) (reste | est | demeure) [donc | ainsi] (inférieur | en dessous | au-dessous) (au | du) <level_wanted>
                      | [;] (ce qui | et | mais | et cela) (n'atteint pas | ne suffit pas pour [atteindre] | est insuffisant pour) <the_level>
                      | [;] [un niveau] (inférieur | en dessous) (au | du) <level_wanted>""",
    "moves": "(changement | changements)",
    "between": "[de | d'] <origin> (vers | à) <destination>",
    "along": "<origin_de> (vers <target> | jusqu'à <target>)",
    "steps": "{steps} pas",
    "through": "[;] [et] [en passant] [d'abord] (par | via) [le poste [de] | le poste] {via_1} (@via_2 [;] [et | puis | et puis | ensuite] [par | via] [le poste [de]] {via_2} (@via_3 [;] [et | puis | et puis] [par | via] {via_3} @!via_4 | @!via_3) | @!via_2) | [;] avec {via_1} (@via_2 et {via_2} (@via_3 et {via_3} @!via_4 | @!via_3) | @!via_2) (comme étape intermédiaire | comme étapes intermédiaires | entre les deux)",
    "limits": "(dans | avec | sous) (les | ces) (limites | contraintes) [données | fixées | définies | imposées | prévues | indiquées]",
    "skills": "(compétences exigées | compétence exigée | compétences demandées | compétences nécessaires requises)",
    "carry": "(peut être transférée | peuvent être transférées | peut être reprise | peuvent être reprises | est transposable | sont transposables)",
    "learn": "{missing} (reste à (acquérir | apprendre) | restent à (acquérir | apprendre) | doit encore être (acquise | apprise) | doivent encore être (acquises | apprises) | est encore à (acquérir | apprendre) | sont encore à (acquérir | apprendre))",
    "rest": "[;] [et | tandis que | alors que] [les] {missing} [autres] (<learned>)",
    "as_of": "@as_of ([;] (à la date du | en date du | au) {as_of} | [;] situation au {as_of})",
    "faded_hold": """<hold> <cover> [;] [et | mais | or] [comme | puisque] [la] dernière (preuve | attestation) [en] [;] [date | est | datant | remonte] [du | de | au | le] {last}
                     | <hold> <cover> [;] [et | mais] (attesté | attestée | attesté pour la dernière fois | attestée pour la dernière fois) [en dernier] le {last}""",
    "faded_counts": """[;] [et] (ce qui | cela | qui | et cela) compte [donc] (comme | pour un | au) [le] niveau {counted} (le | au) {as_of} [[;] (avec | selon | pour) une demi-vie de {half_life} mois]
                       | [;] [et | donc] [cela | ce qui] (compté | compte) (comme | au) niveau {counted} (le | au) {as_of} [[;] (avec | selon) une demi-vie de {half_life} mois]
                       | [;] [et | donc] (au | le) {as_of} [;] cela compte [donc] comme niveau {counted} [[;] avec une demi-vie de {half_life} mois]""",
    "faded_ask": "@!cover=close <asks_it>",
    "faded_end": "[;] [et] (ce qui | cela | l'exigence) [est] (@enough=True est (rempli | remplie | atteint | satisfait) | @enough=False n'est (pas | donc pas) (rempli | remplie | atteint | satisfait)) | [;] (@enough=True (rempli | atteint) | @enough=False non (rempli | atteint))",
    "still": """@skill_1 [;] [et] ([{person}] a encore besoin (de | d') <needs> | sont encore (nécessaires | requises) [;] <needs> | est encore (nécessaire | requise) [;] <needs> | <needs> (est | sont) encore (nécessaire | nécessaires | requis | requise | requises) | il faut encore [;] <needs> | encore (nécessaire | nécessaires | requis) [;] <needs> | reste à acquérir [;] <needs> | restent à acquérir [;] <needs>)""",
    **{
        f"r{n}": f"@required_{n} ([;] niveau {{required_{n}}} [;] | à un niveau {{required_{n}}} | avec le niveau {{required_{n}}})"
        for n in range(1, 6)
    },
    "m_hold": """{mentor} (possède | a | détient) <kl>
                 | {mentor} (est | se situe) @level (au | à un) niveau {level} (en | pour) <holds>
                 | en <holds> [;] {mentor} (est | se situe | a | possède | dispose) @level (au | le | du | d'un) niveau {level}
                 | le niveau de {mentor} en <holds> est @level [de | le] {level}
                 | {mentor} [;] <kl>""",
    "m_and_offer": "@offered [;] et (propose | offre) (un mentorat | du mentorat) (dans | pour | sur) <offered>",
    "m_own": "@own (@!held [que] {person} (est | a | se situe | possède) (au | le | un) niveau {own} | @!held le niveau de {person} est [de | le] {own} | @!held celui de {person} est [de | le] {own} | en <skill> [;] {person} (est | a) (au | le) niveau {own})",
    "m_ask": "@role <ask> | @role @required (le niveau {required} est <asked> <for_role> | <role> <asks> [au moins] un niveau {required}) <opt>",
    "apart": "[;] (soit | à | ce qui représente | ce qui fait | et ce sont | c'est-à-dire | séparés de | distants de) [une distance de] {steps} (étape | étapes | pas) [de distance | d'écart] [dans l'organisation] | [;] {steps} pas dans l'organisation",
    "m_at_once": "(au même moment)",
    "passage": """[la] section {section} (de | du document | dans | de la | du) [la] (version {version} (de | du document | du) {document} | {document} [;] [dans la] version {version})
                  | [dans] {document} [;] version {version} [;] [la] [section] {section}
                  | {document} [;] <version_new> [;] [la] section {section}""",
    "in_force": """@!until @!then [;] (est | , | ) [en vigueur | applicable | valable] (depuis le | à compter du | depuis) {since} | @!until @!then [;] (est applicable | s'applique) (depuis le | à compter du) {since}
                   | @until [;] [est] (en vigueur | applicable | valable) (du | entre le | à partir du) {since} (au | jusqu'au | et le) {until} | @until [;] s'applique du {since} jusqu'au {until}
                   | @then [;] [(était | a été)] en vigueur (dès le | à partir du | à compter du) {since} [;] [et | puis] [a été] (remplacé | remplacée) le {then}""",
    "theme_counts": "{roles} (poste | postes | rôle | rôles) [;] [et] {skills} (compétence | compétences) [;] [et] {courses} (formation | formations) [;] [et] {passages} (passage | passages)",
}

_NO_COURSE = """((il n'y a | il n'existe | on ne trouve) (<none_other> (pour | sur | en) <skill> dans le graphe | dans le graphe <none_other> (pour | sur | en) <skill>)
  | (aucune autre formation) ((pour | sur | en) <skill> (n'existe | ne figure | n'est (enregistrée | proposée | répertoriée)) dans le graphe | (n'existe | ne figure | n'est enregistrée) dans le graphe (pour | sur | en) <skill> | dans le graphe n'enseigne <skill> | (pour | sur | en) <skill> n'a été trouvée [dans le graphe])
  | le graphe ne (contient | comporte | propose | compte | connaît) <none_other> (pour | sur | en) <skill>
  | (pour | sur | en) <skill> [;] (le graphe ne (contient | comporte | propose | compte) <none_other> | il n'y a <none_other> dans le graphe | aucune autre formation (n'existe | ne figure | n'est enregistrée) dans le graphe)
  | pas d'autre formation (pour | sur | en) <skill> dans le graphe)"""

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.HAS_SKILL: (
        "@basis=stated ({person} [;] <kl> | <holds> [;] {person} @level [au] niveau {level} | niveau de {person} en <holds> [;] @level {level})",
        "@basis=assessment ({person} [;] évaluation en <holds> [;] @level [au] niveau {level} | {person} [;] <kl> (selon | d'après) une évaluation)",
    ),
    ClaimKind.REQUIRES_SKILL: (
        "@!optional ({role} [;] <kr> <asked> | {role} [;] <skill> <asked> <at_required> | <asked> (pour | par) <role> [;] <kr>)",
        "@optional ({role} [;] <kr> (facultatif | facultative | en option) | pour <role> [;] <kr> est (facultatif | facultative) | <kr> est (facultatif | facultative | en option) (pour <role> | <role_a>) | <role> <asks> en option <kr> | <kr> est une exigence facultative (<role_de> | pour <role>))",
    ),
    ClaimKind.MEETS_SKILL: (
        "<hold> <cover> <but> (<asks_it> | <ask>) [<res_met>] @!cover=close",
        "<ask> <but> (<hold> <cover> | <at_it>) [<res_met>]",
        "(alors que | tandis que) <ask> [;] (<hold> <cover> | <at_it>)",
        "<hold> <cover> [;] (ce qui | et [ainsi | donc] | et cela | ainsi | qui | cela) (<meets> | suffit pour | suffit à | permet d'atteindre) [ainsi | donc] <met_object>",
        "<hold> <cover> [;] [et | donc | ainsi] {person} (<meets>) [donc | ainsi] <met_object>",
        "<hold> <cover> [;] [et | de sorte que | si bien que | donc] <the_level> est [donc | ainsi] (atteint | satisfait)",
        "@level <with_own> [;] {person} <meets> [donc | ainsi] <met_object>",
        "@level {person} [;] <with_own> [;] <meets> [donc | ainsi] <met_object>",
        "@level {person} <meets> <met_object> [;] <with_own>",
        "@level <ask> <but> {person} (y répond | la satisfait | la remplit | remplit cette exigence | satisfait cette exigence | satisfait à cette exigence | l'atteint) [;] <with_own>",
        "@level <the_level> est (atteint | satisfait) par {person} [;] <with_own>",
        "@level @cover=same @basis=stated le niveau {level} de {person} en <skill> (<meets> | suffit pour | suffit à) <met_object>",
        "@level @required @cover=same @basis=stated ({skill} [;] {person} [(a | est)] [le | au] niveau {level} <but> (<asks_it> | {role} <asks> [le niveau] {required}) [<res_met>] | {person} [;] <kl> <but> (<asks_it> | {role} <asks> [le niveau] {required}) [<res_met>])",
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        "@!cover=close <hold> <cover> <but> (<asks_it> | <ask>) [<wants_more>]",
        "@!cover=close <ask> <but> (<hold> <cover> | <at_it>) [<missing_by>]",
        "@!cover=close (alors que | tandis que | bien que) <ask> [;] (<hold> <cover> | <at_it>) [<missing_by>]",
        "@level @cover=same @basis=stated {skill} [;] {person} [(a | est)] [le | au] niveau {level} <but> (<asks_it> | <role> <asks> [le niveau] {required} @required) [<wants_more>]",
        "@level @cover=same @basis=stated {person} [;] <kl> <but> (<asks_it> | <role> <asks> [le niveau] {required} @required) [<wants_more>]",
        "@required @!cover=close <hold> <cover> [;] (ce qui | mais | et | cela) (n'atteint pas | ne suffit pas pour [atteindre] | ne satisfait pas | ne remplit pas) (<the_level> | <met_object>) [<missing_by>]",
        "@required @!cover=close <hold> <cover> [;] (ce qui | mais | et | cela) (est | reste | demeure | se situe) [à] [@difference {difference} [niveau | niveaux]] (inférieur au | en dessous du | au-dessous du | sous le) <level_wanted> [<missing_by>]",
        "@difference @required @!cover=close <hold> <cover> [;] (il manque | il lui manque | il lui faut) [donc] {difference} [niveau | niveaux] [de plus] (pour | pour atteindre) <the_level>",
        "@difference @required @cover=same (@basis=stated | @basis=assessment) il manque ({difference} [niveau | niveaux] à {person} | à {person} {difference} [niveau | niveaux]) en <skill> [;] (pour [atteindre] <the_level> | pour passer du niveau {level} au <level_wanted> @basis=stated | pour passer du niveau {level} au niveau {required} @basis=stated [;] <asked> <for_role> @!optional)",
        "@difference @required @cover=same (@basis=stated | @basis=assessment) (en <skill> [;]) {person} (est | reste | se situe) à {difference} [niveau | niveaux] (du | en dessous du | sous le) <level_wanted>",
        "@difference @required @cover=same (@basis=stated | @basis=assessment) {person} (est | reste | se situe) [en <skill>] [;] à {difference} [niveau | niveaux] (du | en dessous du | sous le) <level_wanted>",
        "@difference @required @cover=same (@basis=stated | @basis=assessment) pour atteindre <the_level> [;] (il manque {difference} [niveau | niveaux] [en <skill>] à {person} [en <skill>] | {person} a besoin de {difference} [niveau | niveaux] de plus [en <skill>] | il faut {difference} [niveau | niveaux] de plus à {person} [en <skill>])",
        "@difference @required @cover=same @level @basis=stated l'écart entre le niveau {level} de {person} en <skill> et <the_level> est de {difference}",
        "@required @!optional @cover=same (@basis=stated | @basis=assessment) <with_own> [;] {person} (n'atteint pas | ne satisfait pas) <the_level> [<missing_by>]",
        "@cover=close <hold> <cover> <but> <role> <asks> (précisément <skill> | <skill> (même | elle-même | lui-même | précisément)) <at_required> <opt>",
    ),
    ClaimKind.LACKS_SKILL: (
        "<not_on_record> <but> (<asks_it> | <ask>) <near_too>",
        "<not_on_record> [;] [une] (compétence | exigence) (que <role> <asks> | que <asks> <role>) <at_required> <opt> <near_too>",
        "<not_on_record> <near_too> <but> <ask>",
        "(alors que | bien que | tandis que) <ask> [;] (<not_on_record> | <it_not_on_record>) <near_too>",
        "<ask> <but> (<it_not_on_record> | <not_on_record>) <near_too>",
        "{skill} [;] <which_asked> [;] (ne figure pas (au | dans le) dossier (de | pour) {person} | n'est pas <noted> pour {person} | est (absent | absente) du dossier (de | pour) {person}) <near_too>",
    ),
    ClaimKind.GAP_SUMMARY: (
        "(<met_of>) <tail>",
        "@as_of (au | à la date du | en date du) {as_of} [;] (<met_of>) [<by_weight>] [<open_left>]",
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        "(<met_of>) <as_of> <still>",
        "@as_of (au | à la date du | en date du) {as_of} [;] (<met_of>) <still>",
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        "@closes=True @required <teach> <cover> <reaching>",
        "@closes=False @required <teach> <cover> <staying_below>",
        "<teach> <cover> <but> (<asks_it> | <ask>) @!taught @!cover=close",
        "<teach> <cover> <but> <ask>",
        "<ask> <but> <teach> <cover>",
        "(alors que | tandis que) <ask> [;] <teach> <cover>",
        "@to_level==required @required @cover=same @!optional <course> [;] <teaches> <taught_to> [;] (comme <asks> <role> | le niveau que (<asks> <role> | <role> <asks>))",
    ),
    ClaimKind.NO_COURSE: (
        f"{_NO_COURSE} [;] <skill_asked>",
        f"{_NO_COURSE} <but> (<asks_it> | <ask>)",
        f"<ask> <but> {_NO_COURSE}",
        f"(alors que | bien que) <ask> [;] {_NO_COURSE}",
    ),
    ClaimKind.COURSE_PREREQUISITE: (
        "(le | un | ) prérequis (de | pour) <course> (est | ; | ) <prerequisite>",
        "{course} [;] d'abord {prerequisite}",
        "<course> (exige | nécessite | requiert | demande | suppose) [d'abord] (d'avoir | que l'on ait) [d'abord | au préalable] (suivi | validé | réussi | terminé) [au préalable | d'abord] <prerequisite> [au préalable | d'abord]",
        "(pour suivre | avant de suivre | avant de commencer | avant | pour | pour accéder à) <course> [;] (il faut | on doit | il est nécessaire de | il est requis de) [d'abord | au préalable] [avoir] (suivre | suivi | valider | validé | réussir | réussi | terminer | terminé) [d'abord | au préalable] <prerequisite> [d'abord | au préalable]",
        "<prerequisite> est [un] (prérequis | préalable | nécessaire | requis | requise | exigé | exigée | obligatoire) (de | pour | à | avant) [suivre | commencer] <course>",
        "<prerequisite> doit (être (suivi | suivie | validé | validée | réussi | réussie | terminé | terminée) avant | précéder) [de suivre] <course>",
        "(suivre | avoir suivi | avoir validé | la réussite de | la validation de) <prerequisite> est (nécessaire | requis | requise | un prérequis) (pour | avant) [de] [suivre] <course>",
    ),
    ClaimKind.COURSE_TEACHES: (
        "<teach> <cover>",
        "{course} [;] <teaches> <taught_to> <cover>",
    ),
    ClaimKind.LEVEL_FADED: (
        "<faded_hold> <faded_counts> <but> (<faded_ask> | <ask>) <faded_end> @!cover=close",
        "<faded_hold> <faded_counts> <but> <faded_ask> <faded_end>",
        "@required @!optional @!cover=close <faded_hold> <faded_counts> [;] (ce qui | et | mais | cela) (@enough=True (atteint | satisfait | suffit pour) | @enough=False (n'atteint pas | ne suffit pas pour | ne satisfait pas)) <the_level>",
    ),
    ClaimKind.HOLDS_ROLE: (
        "@since @!until ({person} [;] {role} depuis le {since})",
        "@since @!until {person} (occupe | exerce | tient | est | travaille) [;] depuis le {since} [;] [comme | en tant que | dans | à] [<role> | <role_a>]",
        "@since @!until depuis le {since} [;] {person} (occupe | exerce | tient | est | travaille (comme | en tant que | à)) <role>",
        "@since @!until (le poste | la fonction) (de | occupé par) {person} depuis le {since} est {role}",
        "@since @!until c'est depuis le {since} que {person} occupe <role>",
        "@since @!until {person} (occupe | tient) <role> [;] et ce depuis le {since}",
        "@since @until {person} [;] {role} [;] <span>",
        "@!since @!until ({person} [;] {role} | {person} (occupe la fonction de | travaille en tant que) {role} | (le poste | la fonction) (de | occupé par) {person} est {role})",
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        "@count <between> [;] {count} <moves> [(a | ont) été] [<seen>]",
        "@count (au total | en tout | ) {count} <moves> <between> [(a | ont | est | sont)] [été] (<seen> | recensés | relevés)",
        "@count (on a | le graphe a | les données ont) (observé | enregistré | relevé | recensé) (au total | ) {count} <moves> <between>",
        "@count (il y a | on compte) {count} <moves> <seen> <between>",
        "@count (on observe | le graphe (montre | compte | contient | indique | enregistre) | les données (montrent | indiquent)) {count} <moves> [<seen>] <between>",
        "@count (le | un | ce) <moves> <between> a été <seen> {count} fois",
        "@count {count} fois [;] (le | un) <moves> <between> a été <seen>",
        "@count <moves> <seen> <between> [;] {count}",
        "@count=1 un (passage | changement) <between> a été (observé | enregistré)",
        "@!count (un <moves> <between> (est | a été) (enregistré | consigné | répertorié) | (il y a | on a) (un <moves> enregistré | enregistré un <moves>) <between>)",
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        "(pour | pour devenir | pour passer à | pour passer au poste | pour accéder à) <destination> [;] <carried_of> <carry> [<rest>]",
        "{destination} [;] <carried_of> (<carry> | transférable | transférables) [<rest>]",
        "(sur | parmi) [les] {total} <skills> (pour <destination> | <destination_a> | par <destination> | que (demande | exige | requiert) <destination>) [;] {carried} <carry> [<rest>]",
        "<carried_of> (pour <destination> | <destination_a> | par <destination> | que (demande | exige | requiert) <destination>) <carry> [<rest>]",
        "<destination> (demande | exige | requiert | nécessite) {total} (compétence | compétences) [;] [et] (dont | parmi lesquelles) {carried} (<carry> | transférable | transférables) [<rest>]",
    ),
    ClaimKind.PATH_TOTAL: (
        "[le] <way> <along> [;] (compte | comporte | comprend | se fait en | prend | demande | nécessite | est de | se compose de | s'effectue en | en | ;) <steps> [au total] [;] <passing>",
        "[le] <way> <along> (passe | va) (par | via) {via_1} <via_2> [;] [et] (compte | comporte | comprend | se fait en | en) <steps>",
        "(de | d' | du poste | ) <origin> (à | au poste | vers) <target> [;] [le parcours compte] <steps> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "<along> [;] [(il y a | il faut | on compte)] <steps> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "(il faut | il y a | on compte) <steps> [pour (aller | passer)] <along> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "(aller | passer) <along> (prend | demande | nécessite | se fait en) <steps> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "on (va | passe) <along> en <steps> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "en <steps> [;] le <way> (mène | va | conduit) <along> [;] <passing>",
    ),
    ClaimKind.PATH_CONFLICT: (
        "<no_conflict> [;] (un | le) <way> <along> (compte | compterait | comporte | comporterait | comprend | prend | prendrait | demande | demanderait | se fait en | se ferait en) <steps> [;] <passing>",
        "<no_conflict> [;] il (existe | existerait | y a | y aurait) un <way> <along> (en | de) <steps> [;] <passing>",
        "(un | le) <way> <along> (compte | compterait | comporte | prend | prendrait) <steps> [;] <passing> [;] <no_conflict>",
    ),
    ClaimKind.PATH_STEP_OPENING: (
        "[l'annonce] {posting} (annonce | publie | porte sur | concerne) <destination>",
        "<destination> (fait l'objet de | est annoncé (dans | par | sous) | est publié (dans | par | sous)) [l'annonce] {posting}",
        "(il existe | il y a) une annonce pour <destination> [;] {posting}",
        "annonce [pour] [<destination>] [;] {posting} [;] [<destination>]",
        "dans l'annonce {posting} [;] <destination> est annoncé",
    ),
    ClaimKind.NO_PATH: (
        "aucun <way> <along> [(n'a | n'a pu être | n'a été)] [été] (trouvé | identifié) [;] <limits>",
        "aucun <way> [(n'a | n'a pu être | n'a été)] [été] (trouvé | identifié) [;] (<along> [;] <limits> | <limits> [;] <along>)",
        "<limits> [;] aucun <way> ((n'a été | n'a pu être) (trouvé | identifié) <along> | <along> (n'a été | n'a pu être) (trouvé | identifié))",
        "(on n'a | la recherche n'a) (trouvé | identifié) aucun <way> <along> [;] <limits>",
        "<limits> [;] (on n'a | la recherche n'a) trouvé aucun <way> <along>",
        "<along> [;] aucun <way> (trouvé | n'a été trouvé) [;] <limits>",
    ),
    ClaimKind.MENTOR_SKILL: (
        "<m_hold> <cover> <m_and_offer> <m_role> <m_person>",
        "<m_hold> <cover> <m_role> <m_person>",
        "<m_hold> <cover> [;] [et | tandis que | alors que | mais] <m_own> <m_role> @own",
        "@role <ask> <but> (<m_hold> <cover> | <m_it>) <m_person>",
        "@own @cover=same @level en <skill> [;] {mentor} (est | a) (au | le) niveau {level} <but> {person} [est | a] [au | le] [niveau] {own}",
        "@own @cover=same @level le niveau de {mentor} en <skill> est [de | le] {level} <but> celui de {person} [est] [de | le] {own}",
    ),
    ClaimKind.MENTOR_MOVE: (
        "{mentor} a (débuté | commencé) (comme <origin> | en tant que <origin> | <origin_a> | dans <origin>) le {since} [;] (et | puis | et puis | ensuite) (comme <destination> | en tant que <destination> | <destination_a> | dans <destination>) le {then}",
        "{mentor} a (pris | occupé) <origin> (le | à partir du | dès le) {since} [;] (et | puis | et puis) <destination> (le | à partir du | dès le) {then}",
        "(le | à partir du) {since} [;] {mentor} a (débuté | commencé) (comme <origin> | <origin_a>) [;] (et | puis) [;] (le | à partir du) {then} [;] (comme <destination> | <destination_a>)",
        "{mentor} [;] {origin} (dès le | à partir du) {since} [;] [puis] {destination} (dès le | à partir du) {then}",
    ),
    ClaimKind.MENTOR_CAPACITY: (
        "{mentor} (propose | offre) (<mng> (à | pour) [jusqu'à] {capacity} <m_people> <m_at_once> | (à | pour) [jusqu'à] {capacity} <m_people> <m_at_once> <mng>) <m_active>",
        "@!active {mentor} peut (accompagner | encadrer) [jusqu'à] {capacity} <m_people> <m_at_once> en <skill>",
        "@active {mentor} peut (accompagner | encadrer) [jusqu'à] {capacity} <m_people> <m_at_once> en <skill> <m_now>",
        "<mng> est (proposé | offert) par {mentor} (à | pour) [jusqu'à] {capacity} <m_people> <m_at_once> <m_active>",
        "{mentor} [;] mentorat en <skill> [;] (pour | à) [jusqu'à] {capacity} <m_people> <m_at_once> <m_active>",
        "en <skill> [;] {mentor} (propose | offre) (un mentorat | du mentorat) (à | pour) [jusqu'à] {capacity} <m_people> <m_at_once> <m_active>",
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        "{mentor} a <ended> {finished} (mentorat | mentorats) [;] (@finished=1 (noté | évalué | qui a été noté) | @!finished=1 (notés | évalués | qui ont été notés)) (en moyenne {rating} | {rating} en moyenne)",
        "{mentor} a <ended> {finished} (mentorat | mentorats) [;] (avec une | dont la | pour une | et la | d'une) (note | évaluation) moyenne [de | est de | ;] {rating}",
        "@finished=1 {mentor} a <ended> un mentorat [;] (noté | évalué) {rating} en moyenne",
        "{mentor} [;] {finished} (mentorat | mentorats) (terminé | terminés | achevé | achevés) [;] (note moyenne [de | ;] {rating} | (@finished=1 noté | @!finished=1 notés) {rating} en moyenne)",
        "les {finished} mentorats ((terminés | achevés | conclus) (par | de) {mentor} | que {mentor} a <ended>) ont (été notés {rating} en moyenne | reçu une note moyenne de {rating} | une note moyenne de {rating})",
    ),
    ClaimKind.MENTOR_UNIT: (
        "@!other {mentor} et {person} (appartiennent | font partie | travaillent | sont) [tous deux | tous les deux] (à | de | dans) [l'unité | la même unité] [;] {unit}",
        "@!other {unit} est l'unité (commune de | commune à | de) {mentor} et {person}",
        "@other {mentor} (appartient à | fait partie de | travaille dans | est dans) [l'unité] {unit} <but> {person} [appartient | fait partie | travaille | est] (à | de | dans) [l'unité] {other} [<apart>]",
        "@other {mentor} [;] [unité] {unit} [;] [et] {person} [;] [unité] {other} [<apart>]",
    ),
    ClaimKind.NO_MENTOR: (
        "@role aucun mentor (n'a été | n'a pu être | ) trouvé (pour | en) <skill> [;] ((que <role> <asks> | que <asks> <role>) <at_required> <opt> | <skill_asked> | <but> (<asks_it> | <ask>))",
        "@role aucun mentor (pour | en) <skill> (n'a été | n'a pu être) trouvé [;] (<skill_asked> | <but> (<asks_it> | <ask>))",
        "@role (pour | en) <skill> [;] <which_asked> [;] aucun mentor (n'a été | n'a pu être) trouvé",
        "@role <ask> <but> aucun mentor (n'a été | n'a pu être) trouvé [pour cela | pour cette compétence]",
        "@person aucun mentor (n'a été | n'a pu être) trouvé [;] (au-dessus de {person} | ayant un niveau supérieur à celui de {person} | avec un niveau supérieur à celui de {person} | d'un niveau supérieur à celui de {person} | dont le niveau dépasse celui de {person}) en <skill>",
        "@person en <skill> [;] aucun mentor (au-dessus de {person} | ayant un niveau supérieur à celui de {person} | d'un niveau supérieur à celui de {person}) (n'a été | n'a pu être) trouvé",
        "@person en <skill> [;] aucun mentor (n'a été | n'a pu être) trouvé (au-dessus de {person} | ayant un niveau supérieur à celui de {person})",
    ),
    ClaimKind.PASSAGE_IN_FORCE: (
        "<passage> [;] <in_force>",
        "@!until @!then depuis le {since} [;] <passage> (est en vigueur | s'applique)",
    ),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        "<old_doc> [;] [est | a été] (remplacé | remplacée) [;] (le | depuis le | à compter du) {since} [;] par <new_doc>",
        "<old_doc> [;] (est | a été | ) (remplacé | remplacée) par <new_doc> [;] (le | depuis le | à compter du) {since}",
        "(le | depuis le | à compter du) {since} [;] <old_doc> [;] (est | a été) (remplacé | remplacée) par <new_doc>",
        "<new_doc> [;] (remplace | a remplacé) <old_doc> [;] (le | depuis le | à compter du) {since}",
        "(le | depuis le | à compter du) {since} [;] <new_doc> [;] (remplace | a remplacé) <old_doc>",
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        "[la] situation {situation} (vaut pour | s'applique à | concerne | existe pour) {person} [;] [et | elle | ce qui] (appelle | demande) {play}",
        "{person} [;] [;] situation {situation} [;] (qui | laquelle) appelle {play}",
        "(comme | puisque | parce que) la situation {situation} (vaut pour | s'applique à | concerne) {person} [;] {play} est (appelé | appelée | demandé | demandée)",
        "pour {person} [;] la situation {situation} (vaut | s'applique) [;] (et | elle) (appelle | demande) {play}",
    ),
    ClaimKind.PLAY_DESCRIBED_IN: (
        "on trouve la description (de | du) {play} dans {document}",
        "{play} est (décrit | décrite | expliqué | expliquée | présenté | présentée | exposé | exposée | détaillé | détaillée) dans {document}",
        "(la | une) description (de | du) {play} (se trouve | figure | est donnée | est) dans {document}",
        "{document} (décrit | explique | présente | détaille | expose | contient la description de) {play}",
        "dans {document} [;] (on trouve la description de | figure la description de | se trouve la description de) {play}",
        "{play} [;] (décrit | décrite) dans {document}",
    ),
    ClaimKind.COMPLETION_ENDS: (
        "{person} a (validé | réussi) <course> [;] [et] (cela | ceci | ce qui | cette réussite | cette validation) (compte | vaut | est valable | reste valable | est valide | reste valide) jusqu'au {until}",
        "{person} a (validé | réussi) <course> [;] (valable | valide | avec effet) jusqu'au {until}",
        "{person} [;] <course> (réussie | validée | réussi | validé) [;] [et] (valable | valide) jusqu'au {until}",
        "{person} [;] formation {course} (réussie | validée) [;] [et] (valable | valide) jusqu'au {until}",
        "(la réussite | la validation) de <course> par {person} (compte | vaut | est valable) jusqu'au {until}",
        "jusqu'au {until} [;] <course> [;] (réussie | validée) par {person} [;] (compte | est valable)",
    ),
    ClaimKind.THEME_COVERS: (
        "le thème {theme} [;] (couvre | comprend | compte | regroupe | englobe | réunit | rassemble | inclut | recouvre | ;) <theme_counts>",
        "(dans | sous) le thème {theme} [;] (figurent | se trouvent | on trouve) <theme_counts>",
        "<theme_counts> (relèvent | font partie) du thème {theme}",
    ),
}

PARTS: Parts = {
    "kl": "<holds> <at_level> | @level (le | un) niveau [de] {level} (en | pour) <holds>",
    "kr": "<skill> <at_required> | @required ([au moins] (le | un) niveau [de] {required} (en | pour) <skill>)",
    "skill_asked": "[;] [une] (compétence | exigence) (que <role> <asks> | que <asks> <role>) <at_required> <opt>",
    "noted": "(enregistré | enregistrée | consigné | consignée | inscrit | inscrite | répertorié | répertoriée | noté au dossier)",
    "exam_a": "(une évaluation | l'évaluation)",
    "exam_b": "(une évaluation | l'évaluation)",
    "with_own": """@level @cover=same (@basis=stated ((avec | ayant | au | à) [le | un] niveau [de] {level} [en <skill>] | (avec | ayant) <kl> | qui (est au | a le) niveau {level} [en <skill>])
                  | @basis=assessment (avec (un | le) niveau évalué [de | à] {level} [en <skill>] | évalué au niveau {level} [en <skill>]))
                  | @basis=stated (avec | ayant) <kl> <cover>""",
    "res_met": "[;] [et] [ce qui | cela | le niveau | l'exigence] [est] [donc | ainsi] (rempli | remplie | atteint | satisfait | satisfaite)",
    "learned": "(est à (acquérir | apprendre) | sont à (acquérir | apprendre) | reste à (acquérir | apprendre) | restent à (acquérir | apprendre) | doivent être (acquises | apprises) | à (acquérir | apprendre))",
    "tail": "([<by_weight>] [<open_left>] <as_of> [<by_weight>] | <as_of> [<by_weight>] [<open_left>])",
    "fulfils": "(remplit | satisfait | satisfait à | répond à | couvre | respecte)",
    "of_role": "(<role_de> | pour <role> | <role_a>)",
    "met_of": """{person} <fulfils> <x_of_y> <of_role>
                 | {person} [;] <x_of_y> [(remplies | remplis | satisfaites)] <of_role> [(remplies | remplis)]
                 | {person} [;] {met} <reqs> sur {total} (remplies | remplis | satisfaites) <of_role>
                 | {role} [;] {person} <fulfils> <x_of_y>
                 | (sur | parmi) [les] {total} <reqs> <of_role> [;] ({person} en <fulfils> {met} | {met} (est | sont) (remplie | remplies | satisfaites | remplis) [par {person}])
                 | <x_of_y> <of_role> (est | sont) (remplie | remplies | satisfaites | remplis) par {person}
                 | <role> (a | compte | comporte | pose | fixe) {total} <reqs> [;] (dont {person} [en] <fulfils> {met} | [et] {person} en <fulfils> {met} | dont {met} (est | sont) (remplie | remplies) par {person})
                 | pour <role> [;] ({person} <fulfils> <x_of_y> | <x_of_y> (est | sont) (remplie | remplies | remplis) par {person})""",
    "none_other": "(pas d'autre formation | aucune autre formation)",
    "no_conflict": "(sans | en l'absence des | abstraction faite des) [les | des] (limites en conflit | limites contradictoires | limites qui se contredisent | limites qui sont en conflit)",
    "mng": "((un | du) mentorat en <skill>)",
    "m_active": "@active [<m_now>] | @!active",
    "m_now": "@active [;] [et | dont] [(maintenant)] [;] (en accompagne [maintenant] {active} [maintenant] | {active} (place | places) [(est | sont)] (prise | prises | occupée | occupées) [maintenant] | {active} maintenant | maintenant {active} | avec {active} (personne | personnes) maintenant) | @active @active=0 [;] et (aucune | n'en accompagne aucune) [maintenant]",
    "ended": "(terminé | achevé | conclu | mené à terme | clos)",
    "old_doc": "({document} [;] [lpar] version {old_version} [rpar] | la version {old_version} (de | du document) {document})",
    "new_doc": "({newer} [;] [lpar] version {version} [rpar] | la version {version} (de | du document) {newer})",
}
