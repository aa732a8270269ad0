"""French phrasings of roles held, moves and paths."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "since": "depuis le {since}",
    "span": "du {since} (au | jusqu'au) {until}",
    "between": "<origin_de> <destination_to>",
    "along": "<origin_de> <target_to>",
    "moves": "(passage | passages | mobilité | mobilités | transition | transitions)",
    "seen": "(observé | observés | observée | observées | enregistré | enregistrés | enregistrée | enregistrées)",
    "recorded": "(enregistré | enregistrée)",
    "steps": "{steps} (étape | étapes)",
    "to_via": "(par | via | par le poste | par le rôle)",
    "next": "[;] [et] [puis] [par | via | par le poste]",
    "via_2": "@via_2 <next> {via_2} (@via_3 <next> {via_3} (@via_4 <next> {via_4} (@via_5 <next> {via_5} @!via_6 | @!via_5) "
    "| @!via_4) | @!via_3) | @!via_2",
    "passing": "@via_1 <through> | @!via_1",
    # without the stops, steps would be those of any way there
    "by_way": "@via_1 <through> | @steps=1",
    "through": "[;] (via | par | en passant (par | via | par le poste) | et passe par) {via_1} <via_2> | [;] d'abord [par] {via_1} (@via_2 [;] [et] puis [par] {via_2} (@via_3 [;] [et] puis [par] {via_3} @!via_4 | @!via_3) | @!via_2)",
    "limits": "(dans les limites (données | fixées | définies | imposées | prévues | indiquées) | dans la limite des contraintes données)",
    "way": "(parcours | chemin)",
    "skills": "(compétence nécessaire | compétences nécessaires | compétence requise | compétences requises | compétence "
    "| compétences)",
    "carry": "(est transférable | sont transférables | se transfère | se transfèrent)",
    "carried_of": "{carried} (<skills> sur {total} | (des | sur [les]) {total} <skills>)",
    "learn": """{missing} (est à (acquérir | apprendre) | sont à (acquérir | apprendre) | reste à (acquérir | apprendre)
                | restent à (acquérir | apprendre) | doit être (acquise | apprise) | doivent être (acquises | apprises)
                | à (acquérir | apprendre))""",
    "rest": "[;] [et] <learn> | [;] [et] (les {missing} autres | les {missing} restantes) (sont à (acquérir | apprendre) | restent à (acquérir | apprendre) | doivent être (acquises | apprises)) | [;] [et] l'autre est à (acquérir | apprendre) @missing=1",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.HOLDS_ROLE: (
        # the term may run or be over: the claim does not say which, so nor does the tense
        "@since @until pour {person} [;] <role> (court | va) <span>",
        "@since @until le temps de {person} (comme <role> | au poste {role}) (court | va) <span>",
        "@since @!until {person} (occupe | exerce) (le poste | la fonction | le rôle | les fonctions) [de] {role} <since>",
        "@since @!until <since> [;] {person} (occupe | exerce) (le poste | la fonction | le rôle | les fonctions) [de] {role}",
        "@since @!until {person} est <role> [;] et ce <since>",
        "@since @!until {person} (a pris | a rejoint) <role> le {since} et l'occupe (toujours | encore | depuis)",
        "@!since @!until {person} (exerce | occupe) [actuellement] (la fonction | les fonctions | le poste | le rôle) [de] {role}",
        "@!since @!until {person} (occupe | exerce) actuellement <role>",
        "@!since @!until {person} travaille actuellement comme <role>",
        "@!since @!until actuellement [;] {person} occupe <role>",
        "@since @!until {person} est en poste comme <role> <since>",
        "@since @!until {person} est (au poste | dans le poste) {role} <since>",
        "@since @!until {person} travaille <since> (comme <role> | au poste {role})",
        "@since @!until {person} occupe <since> <role>",
        "@since @!until {person} a commencé (comme <role> | <role_a>) le {since} et (occupe toujours ce poste | l'occupe toujours)",
        "@since @!until {person} (occupe | exerce | tient) <role> <since>",
        "@since @!until {person} travaille comme <role> <since>",
        "@since @!until {person} est <role> <since>",
        "@since @!until {person} (est | travaille) <role_a> <since>",
        "@since @!until <since> [;] {person} (occupe <role> | exerce <role> | travaille comme <role> | est <role> "
        "| est <role_a>)",
        "@since @!until <role> est (occupé | tenu | exercé) par {person} <since>",
        "@since @!until <since> [;] <role> est (occupé | tenu | exercé) par {person}",
        "@!since @!until {person} (occupe <role> | exerce <role> | travaille comme <role> | est <role> | est <role_a>)",
        "@!since @!until le poste [actuel] de {person} est {role}",
        "@!since @!until <role> est (occupé | tenu | exercé) par {person}",
        "@!since @until {person} (occupe <role> | exerce <role> | est <role>) jusqu'au {until}",
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        "@count (au total | en tout) [;] {count} <moves> <between> (a | ont) été <seen>",
        "@count {count} <moves> (a | ont) été <seen> <between>",
        "@count (au total | en tout) [;] {count} <moves> (a | ont) été <seen> <between>",
        "@count (le | un) <moves> <between> a été <seen> {count} fois",
        "@count le graphe (montre | enregistre | recense | contient | compte) {count} <moves> [<seen>] <between>",
        "@count {count} <moves> (observé | observés | observée | observées) (mène | mènent | vont | va) <between>",
        "@count {count} <moves> <between> (est | sont) <seen>",
        "@count le nombre de <moves> <seen> <between> est (de | égal à) {count}",
        "@count on (compte | recense | dénombre) {count} <moves> [<seen>] <between>",
        "@count on a (observé | enregistré | recensé) {count} fois (le | un) <moves> <between>",
        "@!count on a enregistré (un | une) <moves> <between>",
        "@!count (un | une) <moves> <between> est (consigné | consignée | répertorié | répertoriée)",
        "@count <between> [;] {count} <moves> (a | ont) été <seen>",
        "@count {count} <moves> <between> (a | ont) été <seen>",
        "@count on a (observé | enregistré) {count} <moves> <between>",
        "@count (le | un) <moves> <between> a été <seen> {count} fois",
        "@count la <moves> <between> a été <seen> {count} fois",
        "@count il y a {count} <moves> [<seen>] <between>",
        "@count le graphe (contient | compte) {count} <moves> [<seen>] <between>",
        "@count <between> [;] on (compte | a observé) {count} <moves> [<seen>]",
        "@!count (un | une) <moves> <between> (est <recorded> | figure dans le graphe | a été <recorded>)",
        "@!count le graphe (contient | compte) (un | une) <moves> <between>",
        "@!count il y a (un | une) <moves> [<recorded>] <between>",
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        "<carried_of> que demande <destination> <carry> [<rest>]",
        "pour <destination> [;] il faut {total} <skills> [;] dont {carried} (<carry> | transférable | transférables) [<rest>]",
        "pour passer (<destination_a> | au poste {destination}) [;] <carried_of> <carry> [<rest>]",
        "parmi les {total} <skills> (pour <destination> | <destination_a>) [;] {carried} <carry> [<rest>]",
        "<carried_of> (pour <destination> | <destination_a>) <carry> [;] il [en] reste {missing} à (acquérir | apprendre)",
        "pour <destination> [;] <carried_of> <carry> [;] il [en] reste {missing} à (acquérir | apprendre)",
        "(pour <destination> | pour le poste {destination}) [;] <carried_of> <carry> [<rest>]",
        "<carried_of> (pour <destination> | <destination_a>) <carry> [<rest>]",
        "sur les {total} <skills> (pour <destination> | <destination_a>) [;] {carried} <carry> [<rest>]",
        "sur les {total} <skills> [;] que <destination> (demande | exige) [;] {carried} <carry> [<rest>]",
        "<destination> (demande | exige | requiert | nécessite) {total} <skills> [;] dont {carried} "
        "(<carry> | transférable | transférables) [<rest>]",
        "pour <destination> [;] {total} (compétence est | compétences sont) (nécessaire | nécessaires | requises | requise) "
        "[;] [dont] {carried} <carry> [<rest>]",
    ),
    ClaimKind.PATH_TOTAL: (
        "(le | un) <way> <along> (nécessite | demande | requiert | est de) <steps> <passing>",
        "(aller | passer) <along> (prend | demande | nécessite | requiert) <steps> <by_way>",
        "<target_a> [;] on arrive <origin_de> en <steps> <passing>",
        "on (arrive | accède) <target_to> (depuis <origin> | <origin_de>) en <steps> <passing>",
        "pour (aller | passer) <along> [;] il faut <steps> <by_way>",
        "il faut <steps> pour (aller | passer) <along> <by_way>",
        "le <way> <along> (passe | se fait) (par | via) {via_1} <via_2> [;] [et] (compte | comporte | comprend | en) <steps>",
        "on (passe | va) <along> en <steps> <passing>",
        "en <steps> [;] on (passe | va) <along> <passing>",
        "le passage <along> (se fait en | compte | comporte | prend) <steps> <by_way>",
        "(le | un) <way> <along> (compte | comporte | comprend | a | se fait en | prend) <steps> <passing>",
        "<along> [;] il y a <steps> <by_way>",
        "il y a <steps> <along> <by_way>",
        "<along> [;] (le | un) <way> (compte | comporte | comprend | se fait en) <steps> <passing>",
        "<target> est accessible (depuis <origin> | à partir <origin_de>) en <steps> <passing>",
        "(depuis <origin> | à partir <origin_de>) [;] <target> est accessible en <steps> <passing>",
        "en <steps> [;] le <way> (mène | va | conduit) <along> <passing>",
        "le <way> (mène | va | conduit) <along> en <steps> <passing>",
    ),
    ClaimKind.PATH_CONFLICT: tuple(
        f"{opening} {phrase}"
        for opening in ("sans les limites en conflit [;]", "sans les limites contradictoires [;]")
        for phrase in (
            "(un | le) <way> <along> (compte | comporte | comprend | prend) <steps> <passing>",
            "<target> est accessible (depuis <origin> | à partir <origin_de>) en <steps> <passing>",
        )
    ),
    ClaimKind.PATH_STEP_OPENING: (
        "{posting} annonce <destination>",
        "<destination> est annoncé (dans | par | sous) {posting}",
    ),
    ClaimKind.NO_PATH: (
        "<limits> [;] il n'a été trouvé aucun <way> <along>",
        "il n'a été trouvé aucun <way> <along> <limits>",
        "<limits> [;] aucun <way> (n'a pu être | n'a été) (trouvé | identifié) <along>",
        "aucun <way> <along> (n'a pu être | n'a été) (trouvé | identifié) <limits>",
        "il n'a pas été possible de trouver un <way> <along> <limits>",
        "<limits> [;] on n'a trouvé aucun <way> <along>",
        "la recherche n'a trouvé aucun <way> <along> <limits>",
        "<limits> [;] la recherche n'a trouvé aucun <way> <along>",
        "aucun <way> n'a été trouvé <along> <limits>",
        "aucun <way> n'a été trouvé <limits> <along>",
        "aucun <way> n'a pu être trouvé <along> <limits>",
        "aucun <way> <along> n'a été trouvé <limits>",
        "<limits> [;] aucun <way> <along> n'a été trouvé",
        "<along> [;] aucun <way> n'a été trouvé <limits>",
        "on n'a trouvé aucun <way> <along> <limits>",
    ),
}
