"""French templates of what courses teach, what fades, and roles within reach."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.fr.parts import CLOSE, COVER, ESSENTIAL, FULL, HELD, LEVELLED, OPTION, PLAIN, STOP
from reasoning.narrators.pieces import Templates, differs, equal, given, more, said

TEMPLATES: Templates = {
    ClaimKind.COURSE_TEACHES: (
        said("La formation {course} enseigne {teaches}"),
        said(" jusqu'au niveau {to_level}", given("to_level")),
        *COVER,
        STOP,
    ),
    ClaimKind.LEVEL_FADED: (
        *HELD,
        *COVER,
        said(" ; la dernière preuve date du {last}"),
        said(", ce qui compte comme niveau {counted} le {as_of}"),
        more(", avec une demi-vie de {half_life} mois"),
        said(" ; le poste {role} demande le niveau {required}", FULL, LEVELLED),
        said(" ; le poste {role} demande {skill}", FULL, PLAIN),
        said(" ; le poste {role} demande précisément {skill}", CLOSE),
        said(" au niveau {required}", CLOSE, LEVELLED),
        OPTION,
        ESSENTIAL,
        said(", ce qui est rempli", equal("enough", True)),
        said(", ce qui n'est pas rempli", equal("enough", False)),
        STOP,
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        said("{person} remplit {met} ", you="Vous remplissez {met} "),
        said("exigence ", equal("met", 0, 1)),
        said("exigences ", differs("met", 0, 1)),
        said("essentielle ", given("essential"), equal("met", 0, 1)),
        said("essentielles ", given("essential"), differs("met", 0, 1)),
        said("sur {total} pour le poste {role}"),
        said(" au {as_of}", given("as_of")),
        said(" ; il faut encore {skill_1}", given("skill_1")),
        said(" au niveau {required_1}", given("required_1")),
        *(
            piece
            for number in range(2, 6)
            for piece in (
                said(f", {{skill_{number}}}", given(f"skill_{number}")),
                said(f" au niveau {{required_{number}}}", given(f"required_{number}")),
            )
        ),
        STOP,
    ),
}
