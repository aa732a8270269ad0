"""French: the same clauses in other orders, and ways of the parts, that a third blind list used. Appended to what the others say."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

MORE: Parts = {
    "m_now": "@active=0 @active [;] aucune place n'est (prise | occupée) [maintenant]",
    "not_on_record": "[il n'y a] aucune (trace | mention) (de | d' | de la compétence) {skill} [ne figure] dans le dossier de {person}",
    "asks_it": "@!held (@required | @near | @!level @!to_level) <role> ((le | la) (demande | requiert | réclame) | l'exige) <at_required> <opt>",
    "reaching": """@to_level>required [;] ce qui (dépasse) (le <level_wanted>) | @to_level==required @!optional [;] (soit | c'est | qui est) le niveau (<asked> (<for_role> | <role_a>) | que <role> <asks> | que <asks> <role>)
                   | @to_level==required @!optional [;] comme le <asks> <role>""",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.ROLE_WITHIN_REACH: (
        "@!skill_2 @skill_1 {person} remplit <x_of_y> <of_role> <as_of> [;] [et] {skill_1} <r1> est encore (nécessaire | requis | requise)",
    ),
    ClaimKind.COURSE_PREREQUISITE: ("il faut [d'abord] <prerequisite> avant <course>",),
    ClaimKind.HOLDS_ROLE: (
        "@since @until la période de {person} (<role_a> | comme <role> | dans <role>) (va | court | s'étend) du {since} (au | jusqu'au) {until}",
        "@since @until <role> de {person} (va | court | s'étend) du {since} (au | jusqu'au) {until}",
    ),
    ClaimKind.MEETS_SKILL: (
        "@!optional @cover=narrower @level <hold> [;] (cela | ce qui) compte comme <skill> et (atteint | remplit) [ainsi | donc] <the_level>",
        "@!optional @cover=same @level @basis=stated <the_level> est (atteint | rempli) par {person} [;] qui (a | possède) le niveau {level}",
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        "@difference @required @cover=same {person} (se situe | est) [à] {difference} (niveau | niveaux) (en dessous | au-dessous) du <level_wanted> [en <skill>]",
        "@difference @required @cover=same en <skill> [;] {person} (se situe | est) [à] {difference} (niveau | niveaux) (en dessous | au-dessous) du <level_wanted>",
    ),
    ClaimKind.LACKS_SKILL: (
        "<skill> [;] (@optional facultatif | @optional facultative | @!optional <asked>) <at_required> (pour <role> | <role_a>) [;] ne figure pas (au | dans le) dossier (de | pour) {person} <near_too>",
        "<not_on_record> <but> (<asks_it> | <ask>) <near_too>",
        "<skill> [;] <which_asked> [;] ne figure pas (au | dans le) dossier (de | pour) {person} <near_too>",
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        "@closes=False @required @to_level @cover=same <ask> <but> <course> (enseigne <teaches> | l'enseigne | enseigne cette compétence) <taught_to> [;] (ce qui est en dessous | c'est moins)",
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        "@!count un <moves> <between> (figure dans les données | est présent dans les données)",
        "@!count les données (montrent | contiennent | comportent) un <moves> <between>",
        "@count les données (montrent | contiennent | comportent) {count} <moves> <between>",
        "@count {count} <moves> <between> figurent dans les données",
    ),
    ClaimKind.PATH_TOTAL: (
        "@via_1 <along> [;] le <way> passe par [le poste [de]] {via_1} <via_2> [;] et (compte | comporte | comprend) <steps>",
        "@via_1 [le] <way> <along> passe par [le poste [de]] {via_1} <via_2> [;] et (compte | comporte | comprend) <steps>",
        "@via_1 [le] <way> <along> (compte | comporte | comprend) <steps> et passe par [le poste [de]] {via_1} <via_2>",
    ),
    ClaimKind.PATH_CONFLICT: (
        "@via_1 <no_conflict> [;] un <way> <along> passe par [le poste [de]] {via_1} <via_2> [;] et (compte | comporte | comprend) <steps>",
        "@via_1 <no_conflict> [;] un <way> <along> (compte | comporte | comprend) <steps> et passe par [le poste [de]] {via_1} <via_2>",
    ),
    ClaimKind.MENTOR_SKILL: (
        "@offered==holds @cover=same @level {mentor} (propose | offre) <mentoring> en <offered> et y (est au | a le) niveau {level} <m_role> <m_person>",
        "@own @cover=same en <skill> [;] {mentor} est au niveau {level} <but> {person} [est] au niveau {own} <m_role>",
        "@own @cover=same en <skill> [;] {mentor} (a | possède) le niveau {level} <but> {person} [a] le niveau {own} <m_role>",
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        "les {finished} mentorats ((terminés | achevés | conclus) (par | de) {mentor} | que {mentor} a <ended>) ont (obtenu | eu) une note moyenne de {rating}",
        "la note moyenne des {finished} mentorats ((terminés | achevés | conclus) par {mentor} | que {mentor} a <ended>) est [de] {rating}",
    ),
    ClaimKind.MENTOR_UNIT: (
        "@!other {mentor} et {person} font [tous deux | tous les deux] partie (de l'unité | de la même unité [;]) {unit}",
        "@!other {mentor} (appartient à | fait partie de | travaille dans | est dans) la même unité que {person} [;] {unit}",
        "@!other {person} et {mentor} appartiennent [tous deux | tous les deux] à (l'unité | la même unité [;]) {unit}",
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        "{person} (se trouve | est) dans la situation {situation} [;] (qui | laquelle) (appelle | demande) {play}",
        "la situation {situation} [;] qui (appelle | demande) {play} [;] (vaut pour | s'applique à) {person}",
    ),
    ClaimKind.COMPLETION_ENDS: (
        "<course> [;] que {person} a (réussi | réussie | validé | validée) [;] (compte | est valable) jusqu'au {until}",
    ),
}
