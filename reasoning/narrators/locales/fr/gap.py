"""French templates of what is held, asked for, missing and taught."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.fr.parts import (
    CLOSE,
    COVER,
    ESSENTIAL,
    FULL,
    HELD,
    LEVELLED,
    OPTION,
    PLAIN,
    STOP,
)
from reasoning.narrators.pieces import Templates, detail, differs, equal, given, more, said

TEMPLATES: Templates = {
    ClaimKind.HAS_SKILL: (*HELD, STOP),
    ClaimKind.REQUIRES_SKILL: (
        said("Le poste {role} demande {skill}"),
        said(" au niveau {required}", LEVELLED),
        OPTION,
        ESSENTIAL,
        STOP,
    ),
    ClaimKind.MEETS_SKILL: (
        *HELD,
        *COVER,
        said(" ; le niveau {required}, demandé", LEVELLED),
        said(" ; le poste {role} demande {skill}", PLAIN),
        OPTION,
        ESSENTIAL,
        said(" par le poste {role}, est donc atteint", LEVELLED),
        STOP,
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        *HELD,
        *COVER,
        said(" ; le poste {role} demande le niveau {required}", FULL, LEVELLED),
        said(" ; le poste {role} demande précisément {skill}", CLOSE),
        said(" au niveau {required}", CLOSE, LEVELLED),
        OPTION,
        ESSENTIAL,
        more(", soit {difference} de plus", given("difference")),
        STOP,
    ),
    ClaimKind.LACKS_SKILL: (
        said(
            "Pour {person}, {skill} ne figure pas au dossier",
            you="Pour vous, {skill} ne figure pas au dossier",
        ),
        said(" ; le poste {role} demande cette compétence"),
        said(" au niveau {required}", LEVELLED),
        OPTION,
        ESSENTIAL,
        more(" ; une compétence voisine y figure : {near}", given("near")),
        more(" au niveau {level}", given("near", "level")),
        STOP,
    ),
    ClaimKind.GAP_SUMMARY: (
        said("{person} remplit {met} ", you="Vous remplissez {met} "),
        said("exigence ", equal("met", 0, 1)),
        said("exigences ", differs("met", 0, 1)),
        said("essentielle ", given("essential"), equal("met", 0, 1)),
        said("essentielles ", given("essential"), differs("met", 0, 1)),
        said("sur {total} pour le poste {role}"),
        said(" au {as_of}", given("as_of")),
        more(", soit {coverage} pour cent du poids"),
        detail(" ; {open} n'est pas remplie", equal("open", 0, 1)),
        detail(" ; {open} ne sont pas remplies", differs("open", 0, 1)),
        STOP,
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        said("La formation {course} enseigne {teaches}"),
        said(" jusqu'au niveau {to_level}", given("to_level")),
        *COVER,
        said(" ; le niveau {required}, demandé", equal("closes", True), LEVELLED),
        said(" ; c'est en dessous du niveau {required}, demandé", equal("closes", False), LEVELLED),
        said(" ; le poste {role} demande {skill}", PLAIN),
        OPTION,
        ESSENTIAL,
        said(" par le poste {role}", LEVELLED),
        said(", est ainsi atteint", equal("closes", True), LEVELLED),
        STOP,
    ),
    ClaimKind.NO_COURSE: (
        said("Le graphe ne contient pas d'autre formation pour {skill} ; le poste {role} demande cette compétence"),
        said(" au niveau {required}", LEVELLED),
        OPTION,
        ESSENTIAL,
        STOP,
    ),
    ClaimKind.COURSE_PREREQUISITE: (said("La formation {course} exige d'abord la formation {prerequisite}."),),
}
