"""French phrases that several kinds of claim share. ``_de`` and ``_a`` are a name after "de" and "à"."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from reasoning.phrasing.notation import Parts

NOUN = "(poste | rôle | métier)"


def _roles(slot: str) -> Parts:
    return {
        slot: f"[le {NOUN} [de] | la fonction [de]] {{{slot}}}",
        f"{slot}_de": f"(du {NOUN} [de] | de | d') {{{slot}}}",
        f"{slot}_a": f"(au {NOUN} [de] | à) {{{slot}}}",
        f"{slot}_to": f"(au {NOUN} [de] | à | vers | vers le {NOUN} | jusqu'au {NOUN}) {{{slot}}}",
    }


def _course(slot: str) -> str:
    return f"[(la formation | le cours | la | le)] {{{slot}}}"


def _skill(slot: str) -> str:
    return f"[la compétence] {{{slot}}}"


PARTS: Parts = {
    **_roles("role"),
    **_roles("origin"),
    **_roles("destination"),
    **_roles("target"),
    **{slot: _course(slot) for slot in ("course", "prerequisite")},
    **{slot: _skill(slot) for slot in ("skill", "holds", "teaches", "offered", "near")},
    "asks": "demande | exige | requiert | nécessite | réclame | attend",
    "asked": "demandé | demandée | exigé | exigée | requis | requise | nécessaire | attendu | attendue",
    "but": "[;] [et | mais | alors que | tandis que | or | cependant | toutefois]",
    "so": "[;] [et | ce qui] [donc | ainsi]",
    "opt": "@optional (à titre facultatif | en option | lpar facultatif rpar) | @!optional [à titre essentiel] | @optional [;] (mais | et) (c'est | cela est | reste) facultatif | @optional [;] ce qui est facultatif",
    "at_required": """@required ([au moins] au niveau {required} | à un niveau d'au moins {required}
                      | lpar niveau {required} rpar) | @!required""",
    "at_level": "@level (au niveau {level} | lpar niveau {level} rpar) | @!level",
    "to_level": "@level jusqu'au niveau {level} | @!level",
    "taught_to": "@to_level jusqu'au niveau {to_level} | @!to_level",
    "for_role": "(par | pour) <role>",
    "ask": """<role> <asks> <skill> <at_required> <opt>
              | <role> <asks> [;] @optional (à titre facultatif | en option) [;] (<skill> <at_required> | @required niveau {required} en <skill>)
              | pour <role> [;] <skill> est <asked> <at_required> <opt>
              | <role> a (@optional une exigence facultative | @!optional (une exigence | une exigence essentielle))
                (en | de | pour) <skill> <at_required>
              | en <skill> [;] <role> <asks> @required [au moins] le niveau {required} <opt>
              | <skill> est <asked> @required au niveau {required} (<for_role> | <role_a>) <opt>
              | le niveau {required} @required est <asked> en <skill> <for_role> <opt>
              | @required le niveau <asked> (par <role> | pour <role>) en <skill> est [le | de] {required} @!optional
              | (au poste | pour le poste) {role} [;] (il faut | on demande | est demandé) <skill> <at_required> <opt>
              | <role> <asks> @required [au moins] (le | un) niveau {required} (en | pour) <skill> <opt>
              | pour <role> [;] il faut (<skill> <at_required> | @required le niveau {required} en <skill>) <opt>
              | pour <role> [;] <skill> <at_required> est <asked> <opt>
              | <skill> <at_required> est <asked> (<for_role> | <role_a>) <opt>
              | @required le niveau {required} en <skill> est <asked> <for_role> <opt>
                      | @required (un | le) niveau {required} en <skill> est (<asked>) (<for_role> | <role_a>) <opt> | (comme | en tant que) <role> [;] il faut (<skill> <at_required> | @required le niveau {required} en <skill>) <opt> | pour (devenir | être | travailler comme) <role> [;] il faut (<skill> <at_required> | @required (le | un) niveau {required} en <skill>) <opt> | <skill> <at_required> est une (@optional exigence facultative | @!optional exigence [essentielle]) (<role_de> | pour <role>) | @required le niveau {required} en <skill> est une (@optional exigence facultative | @!optional exigence [essentielle]) (<role_de> | pour <role>) | pour <role> [;] @required (le | un) niveau {required} en <skill> est <asked> <opt>""",
    # the level asked for, as a noun phrase after "le", "du" or "au"
    "level_wanted": """niveau {required} [en <skill>] (<asked> <opt> (<for_role> | <role_a>) | que <asks> <role> <opt>
                         | que <role> <asks> <opt> | (<role_de> | pour <role>) @!optional)
                      | niveau {required} [en <skill>] (<asked>) <opt> (<for_role> | <role_a>) | niveau {required} [;] <asked> <opt> (<for_role> | <role_a>) | niveau {required} (<asked>) [en <skill>] <opt> (<for_role> | <role_a>)""",
    "the_level": "(le | un) <level_wanted>",
    "which_asked": """(que <role> <asks> | que <asks> <role>) <at_required> <opt>
                      | (<asked> | qui est <asked>) (<at_required> <opt> <for_role> | <for_role> <at_required> <opt>)
                      | (<asked> | qui est <asked>) <at_required> <opt> (<for_role> | <role_a>) | (que <role> <asks> | que <asks> <role>) <at_required> <opt>""",
    "hold": "<hold_stated> | <hold_assessed> | <hold_course>",
    "hold_stated": """@basis=stated ({person} (possède | a | @level maîtrise | détient) <holds> <at_level>
                      | {person} dispose @level (du | d'un) niveau {level} en <holds>
                      | {person} possède @level (le | un) niveau {level} en <holds>
                      | {person} a atteint @level <holds> <at_level>
                      | <holds> figure <at_level> (au dossier | dans le dossier) (de | pour) {person}
                      | <holds> figure (au dossier | dans le dossier) (de | pour) {person} <at_level>
                      | <holds> est (enregistré | enregistrée) <at_level> pour {person}
                      | {person} se situe @level au niveau {level} en <holds>
                      | en <holds> [;] {person} se situe @level au niveau {level}
                      | {person} dispose (de la compétence | de) {holds} <at_level>
                      | {person} est @level au niveau {level} en <holds>
                      | en <holds> [;] {person} est @level au niveau {level}
                      | {person} a @level (le | un) niveau {level} en <holds>
                      | en <holds> [;] {person} a @level (le | un) niveau {level}
                      | {person} a atteint @level le niveau {level} en <holds>
                      | le niveau de {person} en <holds> est @level (de | le) {level}
                      | le niveau de {person} en <holds> est @level {level}
                      | <holds> est (@level (maîtrisé | maîtrisée) | détenu | détenue) par {person} <at_level>)
                      | @basis=stated ({person} (possède | a | @level maîtrise) actuellement <holds> <at_level> | {person} est actuellement @level au niveau {level} en <holds> | {person} dispose actuellement @level (du | d'un) niveau {level} en <holds> | {person} a actuellement @level (le | un) niveau {level} en <holds> | {person} a <holds> [;] @level (au | de) niveau {level} | <holds> est (enregistré | enregistrée | consigné | consignée) (pour {person} <at_level> | <at_level> pour {person}))""",
    "hold_assessed": """@basis=assessment ({person} a été évalué en <holds> [;] [@level au niveau {level}]
                        | {person} a été évalué @level au niveau {level} en <holds>
                        | l'évaluation de {person} en <holds> (donne | indique | atteste) @level le niveau {level}
                        | selon une évaluation [;] {person} (est | se situe) @level au niveau {level} en <holds>
                        | pour {person} [;] une évaluation (atteste | montre | indique)
                          (<holds> <at_level> | @level le niveau {level} en <holds>)
                        | une évaluation (situe | place) {person} @level au niveau {level} en <holds>
                        | une évaluation (atteste | montre | indique) pour {person} (<holds> <at_level>
                          | @level le niveau {level} en <holds>)
                        | {person} a obtenu @level le niveau {level} en <holds> (lors d'une | à une | dans une) évaluation
                        | lors d'une évaluation [;] {person} a (obtenu | atteint) @level le niveau {level} en <holds>)""",
    "hold_course": """@basis=course {person} a (validé | réussi | suivi avec succès | terminé avec succès) <course>
                      [;] (qui | une formation qui | un cours qui | formation qui) (enseigne | couvre) <holds> <to_level>
                      | @basis=course <course> [;] que {person} a (validé | validée | réussi | réussie) [;] enseigne <holds>
                        <to_level>""",
    "holding": "@basis=stated (<holds> <at_level> | @level (le | un) niveau {level} en <holds>)",
    "at_it": """@basis=stated @cover=same @level ({person} (a | possède | atteint | a atteint) (le | un) niveau {level}
                | {person} (est | se situe) au niveau {level} | {person} dispose (du | d'un) niveau {level} | {person} (l'a | la possède | le possède | la maîtrise | le maîtrise)
                  au niveau {level} | {person} (a | possède | maîtrise) <skill> au niveau {level})
                      | @basis=stated @cover=same @level ({person} (a | possède | est) actuellement (le | un | au) niveau {level} | {person} en est au niveau {level})""",
    "cover": """@cover=same | @cover=equivalent (ce qui équivaut (à <skill> | à la compétence {skill})
                  | l'équivalent (de | de la compétence) {skill} | équivalent à <skill>)
                | @cover=narrower (ce qui (compte comme | compte pour) <skill> | [et] qui compte (comme | pour) <skill> | [et] cela compte (comme | pour) <skill>)
                | @cover=close (ce qui se rapproche (de la compétence | de) {skill}
                  | [une compétence] (proche | voisine) (de | de la compétence) {skill})""",
}
