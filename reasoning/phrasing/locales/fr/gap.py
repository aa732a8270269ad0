"""French phrasings of what is held, asked for, missing and taught."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "meets": "remplit | satisfait | atteint | respecte | répond",
    "reqs_noun": "(@optional exigence facultative | @!optional exigence [essentielle])",
    "met_object": """@required <the_level>
                     | @required (l'exigence | à l'exigence) (@optional facultative | @!optional [essentielle])
                       (de niveau | du niveau) {required} (<role_de> | pour <role>)
                     | (l'exigence | à l'exigence) (@optional facultative | @!optional [essentielle]) ({skill} (<role_de> | pour <role>)
                       [lpar niveau {required} rpar] | @required (<role_de> | pour <role>) lpar niveau {required} rpar)
                     | ce que (<role> <asks> | <asks> <role>) en <skill> <opt>
                      | @required (le | un) niveau {required} [en <skill>] <asked> <opt> (<for_role> | <role_a>) | @required @!optional (l'exigence | à l'exigence) [de] niveau {required} [en <skill>] (<role_de> | pour <role>) | @!optional (l'exigence | à l'exigence) (en | pour) <skill> (<role_de> | pour <role>) [lpar niveau {required} rpar]
                      | @required au <level_wanted> | à ce que (<role> <asks> | <asks> <role>) en <skill> <opt>""",
    "missing_by": "[;] [et | donc] (il [lui] manque [donc | encore] {difference} [niveau | niveaux] | soit un écart de {difference} | un écart de {difference} | il manque [donc] {difference} | soit {difference} de moins | il lui manque {difference})",
    "wants_more": "[;] soit ({difference} (de plus | d'écart) | un écart de {difference}) | [;] il [lui] manque [donc] {difference} [niveau | niveaux]",
    "below": "{difference} [niveau | niveaux] (en dessous | au-dessous | sous) [du | le]",
    "not_on_record": """pour {person} [;] <skill> ne figure pas au dossier
                        | <skill> ne figure pas (au dossier | dans le dossier) (pour | de) {person}
                        | <skill> n'est pas (enregistré | enregistrée | consigné | consignée | attesté | attestée)
                          pour {person}
                        | pour {person} [;] <skill> n'est pas (enregistré | enregistrée | attesté | attestée)
                        | [il n'y a] aucune trace (de | d' | de la compétence) {skill} (pour | chez) {person}
                        | {person} n'a pas <skill> (à son | dans son) dossier
                        | aucun enregistrement (de | d' | de la compétence | pour) {skill} (n'existe | ne figure) pour {person}
                        | il n'y a (aucun enregistrement | aucune trace) (de | d' | de la compétence | pour) {skill} pour
                          {person}
                        | rien n'est (enregistré | consigné) (en | pour | sur) <skill> pour {person}
                        | pour {person} [;] (aucune trace | aucun enregistrement) (de | d' | de la compétence) {skill}
                          [n'est (enregistrée | enregistré)]
                        | <skill> est (absent | absente) du dossier (de | pour) {person}
                        | le dossier de {person} ne comporte pas <skill>
                        | <skill> manque au dossier (de | pour) {person}
                        | le dossier de {person} ne (contient | mentionne) pas <skill>
                      | <skill> n'est pas (enregistré | enregistrée | répertorié | répertoriée) (pour | chez) {person} | (rien n'est | aucune donnée n'est) (enregistré | enregistrée) (pour | sur | en) <skill> pour {person} | le graphe ne (contient | comporte) (aucune trace | aucun enregistrement) (de | d' | de la compétence) {skill} pour {person} | {person} n'a (aucune trace | aucun enregistrement) (de | d' | de la compétence | pour) {skill} | aucune trace (de | d' | de la compétence) {skill} n'est enregistrée pour {person}""",
    "it": "(cette compétence | elle)",
    "it_not_on_record": """cette compétence est absente du dossier (de | pour) {person}
                           | pour {person} [;] cette compétence (ne figure pas au dossier | n'est pas enregistrée)
                           | aucune trace (n'en est enregistrée | n'en existe) pour {person}
                           | il n'y en a aucune trace pour {person}
                           | rien n'est (enregistré | consigné) à ce sujet pour {person}
                           | cette compétence (ne figure pas (au dossier | dans le dossier) (de | pour) {person}
                             | manque au dossier (de | pour) {person} | n'est pas (enregistrée | attestée) pour {person})
                           | elle (ne figure pas (au dossier | dans le dossier) (de | pour) {person}
                             | n'est pas (enregistrée | attestée) pour {person})
                           | {person} n'a pas cette compétence (à son | dans son) dossier
                           | pour {person} [;] elle ne figure pas au dossier
                      | rien n'est (enregistré | consigné) pour {person} (à ce sujet | en la matière) | elle n'est pas (enregistrée | consignée | attestée) pour {person}""",
    "asks_it": """<role> <asks> (@!held cette compétence | <skill>) <at_required> <opt>
                  | @!held (@required | @near | @!level @!to_level) <role> l'exige <at_required> <opt>
                  | <role> <asks> @required [au moins] le niveau {required} [en <skill>] <opt>
                  | @!held (@required | @near | @!level @!to_level) elle est <asked> (<at_required> <for_role> | <for_role> <at_required>) <opt>""",
    "near_level": "[au niveau {level}]",
    "near_it": """[;] [mais | et] (une compétence voisine ((y figure | est enregistrée) [;] <near> <near_level> | [;] <near> <near_level> y figure)
                  | <near> [;] une compétence (voisine | proche) [;] (y figure | figure au dossier) <near_level>
                  | {person} a <near> [;] une compétence (voisine | proche) [;] <near_level> (au dossier | à son dossier))""",
    "near_too": "@near <near_it> | @!near",
    "reqs": "(exigence | exigences) (@essential (essentielle | essentielles) | @!essential)",
    "percent": "{coverage} (pour cent | %)",
    "by_weight": """[;] [et] (soit | ce qui (représente | fait | correspond à | équivaut à) | c'est-à-dire | à hauteur de) (<percent> (du poids | en poids | des poids)
                    | en poids <percent>) | lpar <percent> (du | en) poids rpar
                    | [;] une couverture pondérée de <percent>
                      | [;] (ce qui | et) (correspond à | représente | équivaut à | fait) <percent> (du poids | en poids | du poids total) | lpar [soit] <percent> (en poids | du poids | du poids total) rpar | [;] [soit] une couverture (pondérée | en poids) de <percent> | [;] (soit | ou) <percent> (du poids total | pondérés | en pondération)""",
    "x_of_y": "{met} (<reqs> sur [les] {total} | (des | sur [les] | de ses) {total} <reqs>)",
    "open_left": "[;] [et] {open} (n'est pas remplie | ne sont pas remplies | reste ouverte | restent ouvertes)",
    "teach": """<course> (enseigne | couvre) <teaches> <taught_to>
                | @closes=True @to_level <course> (mène | amène | porte | conduit) ([à] <teaches> au niveau {to_level}
                | au niveau {to_level} en <teaches>)""",
    "reaching": """[;] (assez | suffisant) pour <the_level>
                   | [;] et cela suffit pour <the_level>
                   | [;] [et] (atteint | satisfait | remplit) [ainsi | donc] <the_level>
                   | [;] <the_level> est (ainsi | donc) atteint
                   | [;] [et] le niveau {required} [;] <asked> <opt> <for_role> [;] est (ainsi | donc) atteint
                   | [;] ce qui (suffit | atteint | satisfait) (pour <the_level> | <the_level>)
                   | @to_level==required [;] celui que (<asks> <role> | <role> <asks>) <opt>
                   | @to_level==required [;] (le niveau | comme le) (que <asks> <role> | <asks> <role>) <opt>
                      | [;] ce qui (couvre | satisfait | atteint | remplit) <the_level> | [;] et couvre [ainsi | donc] <the_level> | [;] ce qui (suffit | est suffisant) pour <the_level> | [;] (couvrant | atteignant | satisfaisant) <the_level>
                      | [;] ce qui (@to_level==required correspond | répond) au <level_wanted> | [;] et (@to_level==required correspond | répond) [ainsi | donc] au <level_wanted> | @to_level==required [;] [soit] exactement (celui | le niveau) que (<asks> <role> | <role> <asks>) <opt>""",
    "staying_below": """[;] ce qui (ne suffit pas pour <the_level> | n'atteint pas <the_level>)
                        | [;] (et | mais) (n'atteint pas <the_level> | ne suffit pas pour <the_level>)
                        | [;] soit (en dessous | au-dessous | moins) (du | que le) <level_wanted>
                        | [;] (moins | inférieur) (que le | au) <level_wanted>
                        | [;] [ce qui est | c'est | et reste | et reste donc | qui est] (en dessous | au-dessous) du
                        (<level_wanted> | niveau {required} [;] <asked> <opt> <for_role>)
                        | [;] ce qui reste (en dessous | au-dessous) du <level_wanted>
                      | [;] (ce qui | et | mais) (reste | est | demeure) (en dessous | au-dessous) du <level_wanted> | [;] (soit | donc) (en dessous | au-dessous) du <level_wanted> | [;] ce qui n'atteint pas <the_level> | [;] sans atteindre <the_level>""",
    "no_other": "(pas d'autre | aucune autre) (formation | cours)",
    "for_it": "(pour cette compétence | pour cela | pour <skill>)",
    "in_graph": "dans le graphe",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.HAS_SKILL: ("<hold>",),
    ClaimKind.REQUIRES_SKILL: (
        "<ask>",
        "pour <role> [;] <skill> <at_required> est (@optional (facultatif | facultative) | @!optional (essentiel | "
        "essentielle))",
        "<skill> <at_required> est (@optional (facultatif | facultative) | @!optional (essentiel | essentielle)) "
        "(pour <role> | <role_a>)",
        "<skill> <at_required> est une <reqs_noun> (<role_de> | pour <role>)",
        "<skill> est une <reqs_noun> (<role_de> | pour <role>) [;] <at_required>",
        "une <reqs_noun> (<role_de> | pour <role>) est <skill> <at_required>",
    ),
    ClaimKind.MEETS_SKILL: (
        "<hold> <cover> [;] ce qui (répond | @level==required correspond | suffit) au @required <level_wanted>",
        "<hold> <cover> [;] [et] (répond | @level==required correspond) [ainsi | donc] au @required <level_wanted>",
        "@level==required @cover=same @basis=stated {person} a (en <skill> [;] [exactement] niveau {level} | [exactement] niveau {level} en <skill>) que (<asks> <role> | <role> <asks>) <opt>",
        "@level==required @cover=same <hold> [;] [exactement] comme le (<asks> <role> | <role> <asks>) <opt>",
        "<hold> <cover> [;] [et] (<meets> | couvre) [ainsi | donc] <met_object>",
        "<hold> <cover> [;] ce qui (couvre | satisfait | remplit | atteint) <met_object>",
        "avec <holding> <cover> [;] {person} (<meets> | couvre) <met_object>",
        "@level @cover=same @basis=stated avec (un | le) niveau [de] {level} en <skill> [;] {person} (<meets> | couvre) <met_object>",
        "@level @cover=same @basis=stated {person} <meets> <met_object> (avec le | avec un | au) niveau [de] {level} [en <skill>]",
        "<ask> <but> {person} (la <meets> | y répond) avec <holding> <cover>",
        "<hold> <cover> [;] et cela (suffit pour | atteint | satisfait) <met_object>",
        "<role> <asks> @required @cover=same @basis=stated le niveau {required} en <skill> [;] que {person} (atteint | remplit) (avec | au) [le] niveau {level} @level @!optional",
        "(l'exigence | l'exigence @optional facultative | l'exigence @!optional essentielle) (<role_de> | pour <role>) en <skill> <at_required> est (remplie | satisfaite | atteinte) par {person} @cover=same @basis=stated @!optional [[;] @level (avec le | qui est au | qui a le) niveau {level}]",
        "@cover=same @basis=stated @level avec le niveau {level} en <skill> [;] {person} <meets> <met_object>",
        "@cover=same @basis=stated @level le niveau {level} de {person} en <skill> (suffit pour | atteint | satisfait | remplit) <met_object>",
        "@cover=same @basis=stated @level en <skill> [;] {person} <meets> <met_object> (avec le | au) niveau {level}",
        "<hold> <cover> [;] [et] <meets> [donc | ainsi] <met_object>",
        "<hold> <cover> [;] ce qui (suffit pour | atteint | satisfait | remplit) <met_object>",
        "<hold> [;] ce qui compte comme <skill> @cover=narrower et atteint <met_object>",
        "<hold> <cover> <reaching>",
        "avec <holding> <cover> [;] {person} <meets> <met_object>",
        "{person} <meets> <met_object> avec <holding> <cover>",
        """@required @cover=same @basis=stated @level {person} <meets> (l'exigence | à l'exigence) [en] {skill}
           (<role_de> | pour <role>) [;] avec le niveau {level} (pour | contre) un niveau {required} <asked> @!optional""",
        """@required @cover=same @basis=stated @level <the_level> est atteint par {person} [;] qui (est au | a le)
           niveau {level}""",
        "<ask> <but> <hold> <cover>",
        "<ask> <but> <at_it>",
        "<hold> <cover> <but> <asks_it>",
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        "@difference @required @cover=same il manque {difference} [niveau | niveaux] à {person} en <skill> pour [atteindre] <the_level>",
        "@difference @required @cover=same il manque à {person} {difference} [niveau | niveaux] en <skill> pour [atteindre] <the_level>",
        "@difference @!cover=close <hold> <cover> [;] soit {difference} [niveau | niveaux] de moins que <the_level>",
        "@difference @!cover=close <hold> <cover> [;] [et] (reste | est | se situe) [ainsi | donc] à {difference} [niveau | niveaux] (en dessous du | au-dessous du | sous le | du) <level_wanted>",
        "@level @cover=same @basis=stated {person} <meets> (en partie | partiellement) (l'exigence | à l'exigence) [en] {skill} (<role_de> | pour <role>) [;] avec le niveau {level} (au lieu du | contre le | pour un | au lieu de) niveau {required} [<asked>] @!optional",
        "@!cover=close <hold> <cover> [;] (tandis que | alors que) (<role> <asks> | (pour <role> est <asked>)) @required le niveau {required} <opt>",
        "@difference @cover=same @basis=stated @level avec le niveau {level} en <skill> [;] {person} est à {difference} (en dessous du | au-dessous du | du) <level_wanted>",
        "@required @!cover=close <hold> <cover> [;] (ce qui | mais | et) (n'atteint pas <the_level> | ne suffit pas pour <the_level>) [<missing_by>]",
        "@required @!cover=close <hold> <cover> [;] [ce qui est | et est | et reste] (en dessous | au-dessous) du <level_wanted> [<missing_by>]",
        "@difference @required @cover=same @level le niveau {level} de {person} en <skill> est {difference} (en dessous | au-dessous) du <level_wanted> @basis=stated",
        "@difference @required @cover=same {person} est à {difference} (en dessous du | du) <level_wanted>",
        "@difference @required @cover=same {person} doit gagner {difference} [niveau | niveaux] en <skill> pour atteindre <the_level>",
        "@difference @required @cover=same à {person} [;] il manque {difference} [niveau | niveaux] en <skill> pour atteindre <the_level>",
        "@difference @required @cover=same pour atteindre <the_level> [;] il manque {difference} [niveau | niveaux] en <skill> à {person}",
        "@cover=close <hold> [;] une compétence (proche | voisine) [;] <but> <role> <asks> (<skill> même | précisément <skill> | <skill> lui-même | <skill> elle-même) <at_required> <opt>",
        """@!cover=close <hold> <cover> [<missing_by>] <but> <role> <asks> @required
           (le niveau {required} [en <skill>] | <skill> <at_required>) <opt> [<wants_more> | [;] (il manque [donc] {difference} | il lui manque {difference})]""",
        "@!cover=close <ask> <but> <hold> <cover> [<missing_by>]",
        "<ask> <but> <at_it> [<missing_by>]",
        """@difference @cover=same il manque {difference} [niveau | niveaux] en <skill> à {person} pour atteindre
           <the_level>""",
        """@difference @cover=same en <skill> [;] il manque {difference} [niveau | niveaux] à {person} pour atteindre
           <the_level>""",
        "@difference <hold> <cover> [;] (soit | à | et est) <below> <level_wanted>",
        "@difference avec <holding> <cover> [;] {person} est à {difference} (du | en dessous du) <level_wanted>",
        "@difference @cover=same en <skill> [;] {person} est à <below> <level_wanted>",
        "@cover=close <hold> <cover> <but> <role> <asks> (<skill> même | précisément <skill>) <at_required> <opt>",
        "@cover=close <ask> <but> <hold> [;] (ce qui s'en rapproche | une compétence (proche | voisine))",
    ),
    ClaimKind.LACKS_SKILL: (
        "<not_on_record> <but> <asks_it> <near_too>",
        "<not_on_record> <near_too> <but> <ask>",
        "<ask> <but> <it_not_on_record> <near_too>",
        "<ask> <but> <not_on_record> <near_too>",
        "<skill> [;] <which_asked> [;] (ne figure pas au dossier (de | pour) {person} | n'est pas (enregistré | "
        "enregistrée | attesté | attestée) pour {person}) <near_too>",
    ),
    ClaimKind.GAP_SUMMARY: (
        "(au total | en tout) [;] {person} (<meets> | couvre) [à] <x_of_y> (<role_de> | pour <role>) [<by_weight>] [<open_left>] <as_of>",
        "{person} (répond | satisfait) à <x_of_y> (<role_de> | pour <role>) [<by_weight>] [<open_left>] <as_of>",
        "{person} <meets> actuellement <x_of_y> (<role_de> | pour <role>) [<by_weight>] [<open_left>] <as_of>",
        "{person} (<meets> | couvre) {met} (des | sur les) {total} <reqs> (<role_de> | pour <role>) [<by_weight>] [<open_left>] <as_of>",
        "parmi les {total} <reqs> (<role_de> | pour <role>) [;] {person} en <meets> {met} [<by_weight>] <as_of>",
        "<role> (comporte | pose | a) {total} <reqs> [;] {person} en <meets> {met} [<by_weight>] [<open_left>] <as_of>",
        "{person} (<meets> | couvre) {met} exigences sur [les] {total} @!essential (<role_de> | pour <role>) [<by_weight>] <as_of>",
        "sur {total} <reqs> (<role_de> | pour <role>) [;] {person} en <meets> {met} [<by_weight>] <as_of>",
        "sur [les] {total} <reqs> (<role_de> | pour <role>) [;] {met} sont remplies par {person} [<by_weight>] <as_of>",
        "pour <role> [;] {person} <meets> <x_of_y> [<by_weight>] <as_of>",
        "(pondéré | en poids) [;] {person} <meets> <percent> des <reqs> (<role_de> | pour <role>) <as_of>",
        "{person} <meets> <percent> (du poids | en poids) des <reqs> (<role_de> | pour <role>) [[;] soit {met} sur {total} | lpar {met} sur {total} rpar] <as_of>",
        "{person} (<meets> | couvre) <x_of_y> (<role_de> | pour <role>) [<by_weight>] [<open_left>] <as_of>",
        "sur les {total} <reqs> (<role_de> | pour <role>) [;] {person} en <meets> {met} [<by_weight>] [<open_left>] <as_of>",
        "<x_of_y> (<role_de> | pour <role>) (est remplie | sont remplies) par {person} [<by_weight>] [<open_left>] <as_of>",
        "<role> (a | compte) {total} <reqs> [;] dont {person} (<meets> | en <meets>) {met} [<by_weight>] [<open_left>] <as_of>",
        "en poids [;] {person} <meets> <percent> des <reqs> (<role_de> | pour <role>) [[;] [soit] {met} sur {total} | lpar [soit] {met} sur {total} rpar] <as_of>",
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        "@closes=True @required <teach> <cover> <reaching>",
        "@closes=False @required <teach> <cover> <staying_below>",
        "<teach> <cover> <but> <role> <asks> @required (le niveau {required} [en <skill>] | <skill> <at_required>) <opt>",
        """<ask> <but> <course> (@!taught (@to_level | @!required) l'enseigne | (enseigne | couvre) (<teaches> | @!taught cette compétence))
           [@closes=False @required seulement] <taught_to> <cover>""",
        """@closes=True @required @to_level==required @cover=same avec <course> [;] <skill> atteint le <level_wanted>""",
        """@closes=True @required @to_level @cover=same <course> (mène | amène | porte) <skill> au niveau {to_level}
           <reaching>""",
        "@!required <teach> <cover> <but> <role> <asks> (<skill> | @!taught cette compétence) <opt>",
        "@!required <teach> <cover> <but> @!taught <role> la <asks> <opt>",
        "@!required @!to_level <teach> <cover> [;] que <role> <asks> <opt>",
    ),
    ClaimKind.NO_COURSE: (
        "le graphe ne (contient | propose | compte) <no_other> (pour | sur | en) <skill> [;] <which_asked>",
        "pour <skill> [;] <which_asked> [;] (aucune autre formation n'existe | il n'existe aucune autre formation) <in_graph>",
        "il n'existe (aucune autre formation | pas d'autre formation) (pour | sur | en) <skill> <in_graph> [;] (<skill_asked> | <but> <asks_it>)",
        "aucune autre formation (pour | sur | en) <skill> [;] <which_asked> [;] (n'existe | ne figure) <in_graph>",
        "aucune autre formation ((n'existe | ne figure) <in_graph> | n'est enregistrée [<in_graph>]) (pour | sur | en) <skill> [;] (<skill_asked> | <but> <asks_it>)",
        "il n'y a <no_other> (pour | sur | en) <skill> <in_graph> [;] <skill_asked>",
        "<ask> <but> aucune autre formation (n'est enregistrée | n'a été trouvée) [<in_graph>] <for_it>",
        "<ask> <but> aucune autre formation <for_it> (n'est enregistrée | n'a été trouvée) [<in_graph>]",
        "aucune autre formation (pour | sur | en) <skill> n'a été trouvée [<in_graph>] <but> <asks_it>",
        "le graphe ne (contient | propose | compte) aucune autre formation [qui] (enseigne | enseignant) <skill> <but> <asks_it>",
        "dans le graphe [;] il n'y a <no_other> (pour | sur | en) <skill> <but> <asks_it>",
        "le graphe ne (contient | propose | compte) <no_other> (pour | sur | en) <skill> <but> <asks_it>",
        "aucune autre formation (pour | sur | en) <skill> n' (existe <in_graph>) <but> <asks_it>",
        "aucune autre formation (pour | sur | en) <skill> ((n'existe | ne figure) <in_graph> | n'est enregistrée [<in_graph>]) <but> <asks_it>",
        "il n'y a <no_other> (pour | sur | en) <skill> <in_graph> <but> <asks_it>",
        "il n'y a <in_graph> <no_other> (pour | sur | en) <skill> <but> <asks_it>",
        "(pour | sur | en) <skill> [[;] <which_asked>] [;] le graphe ne (contient | propose | compte) <no_other> [<but> <asks_it>]",
        "(pour | sur | en) <skill> [;] <which_asked> [;] il n'y a <no_other> <in_graph>",
        "(pour | sur | en) <skill> [;] il n'y a <no_other> <in_graph> <but> <asks_it>",
        """<ask> <but> (le graphe ne (contient | propose | compte) <no_other> <for_it>
           | il n'y a <no_other> <for_it> <in_graph>
           | aucune autre formation <for_it> (n'existe | ne figure) <in_graph>)""",
    ),
    ClaimKind.COURSE_PREREQUISITE: (
        "<course> (exige | nécessite | demande) (d'avoir | de) [d'abord] (suivi | validé | terminé | suivre | valider) <prerequisite>",
        "<prerequisite> doit (être (suivi | suivie | validé | validée | terminé | terminée) avant | précéder) <course>",
        "il faut (avoir suivi | avoir validé | suivre | valider | terminer) <prerequisite> (avant | pour) [de suivre | suivre] <course>",
        "<prerequisite> est (un préalable | une condition) (à | pour) <course>",
        "<course> suppose [d'avoir (suivi | validé)] <prerequisite>",
        "<prerequisite> doit être (suivie | suivi | validée | validé) avant [de suivre] <course>",
        "avant <course> [;] <prerequisite> doit être (suivie | suivi | validée | validé)",
        "<course> (exige | demande | nécessite) d'avoir [d'abord] (suivi | validé) <prerequisite> [au préalable]",
        "<course> ne peut être (suivie | suivi) qu'après <prerequisite>",
        "<course> s'appuie sur <prerequisite> [;] (à suivre | à valider) d'abord",
        "pour <course> [;] il faut [d'abord] (suivre | avoir suivi | avoir validé | valider | avoir réussi) <prerequisite>",
        "<course> (exige | nécessite | requiert | demande) [d'abord | au préalable] <prerequisite> [au préalable | d'abord]",
        "<course> a (pour | comme) prérequis <prerequisite>",
        "<course> a <prerequisite> (pour | comme) prérequis",
        "<prerequisite> est (un | le) prérequis (pour | de) <course>",
        "<prerequisite> est (requis | requise | nécessaire | exigé | exigée) (avant | pour) <course>",
        "le prérequis (de | pour) <course> est <prerequisite>",
        "avant <course> [;] il faut [d'abord] (suivre | avoir suivi | valider | avoir validé | réussir) <prerequisite>",
        "avant [de suivre] <course> [;] <prerequisite> est (requis | requise | nécessaire)",
        "pour suivre <course> [;] il faut [d'abord] (suivre | avoir suivi | avoir validé | valider) <prerequisite>",
        "il faut [d'abord] (suivre | avoir suivi | avoir validé | valider) <prerequisite> avant [de suivre] <course>",
        "<prerequisite> (doit être | est à) (suivie | suivi | validée | validé | suivre | valider) avant <course>",
    ),
}
