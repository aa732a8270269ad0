"""French templates of roles held, moves and paths."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.fr.parts import STOP
from reasoning.narrators.pieces import Templates, differs, equal, given, more, said, without

TEMPLATES: Templates = {
    ClaimKind.HOLDS_ROLE: (
        said(
            "{person} occupe le poste {role} depuis le {since}",
            given("since"),
            without("until"),
            you="Vous occupez le poste {role} depuis le {since}",
        ),
        said("{person} occupe le poste {role}", without("since", "until"), you="Vous occupez le poste {role}"),
        said(
            "{person} occupe le poste {role} jusqu'au {until}",
            without("since"),
            given("until"),
            you="Vous occupez le poste {role} jusqu'au {until}",
        ),
        said(
            "Pour {person}, le poste {role} court du {since} au {until}",
            given("since", "until"),
            you="Pour vous, le poste {role} court du {since} au {until}",
        ),
        STOP,
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        said("{count} passage du poste {origin} au poste {destination} a été observé.", equal("count", 0, 1)),
        said(
            "{count} passages du poste {origin} au poste {destination} ont été observés.",
            given("count"),
            differs("count", 0, 1),
        ),
        said("Un passage du poste {origin} au poste {destination} est enregistré.", without("count")),
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        said("Pour le poste {destination}, {carried} "),
        said("compétence nécessaire sur {total} est transférable", equal("carried", 0, 1)),
        said("compétences nécessaires sur {total} sont transférables", differs("carried", 0, 1)),
        more(" et {missing} est à acquérir", equal("missing", 0, 1)),
        more(" et {missing} sont à acquérir", differs("missing", 0, 1)),
        STOP,
    ),
    ClaimKind.PATH_TOTAL: (
        said("Le parcours du poste {origin} au poste {target} compte {steps} étape", equal("steps", 0, 1)),
        said("Le parcours du poste {origin} au poste {target} compte {steps} étapes", differs("steps", 0, 1)),
        more(", en passant par {via_1}", given("via_1")),
        *(more(f", puis par {{via_{number}}}", given(f"via_{number}")) for number in range(2, 20)),
        STOP,
    ),
    ClaimKind.PATH_CONFLICT: (
        said("Sans les limites en conflit, un parcours du poste {origin} au poste {target} compte {steps} "),
        said("étape", equal("steps", 0, 1)),
        said("étapes", differs("steps", 0, 1)),
        more(", en passant par {via_1}", given("via_1")),
        *(more(f", puis par {{via_{number}}}", given(f"via_{number}")) for number in range(2, 20)),
        STOP,
    ),
    ClaimKind.PATH_STEP_OPENING: (said("L'annonce {posting} porte sur le poste {destination}."),),
    ClaimKind.NO_PATH: (
        said("Aucun parcours du poste {origin} au poste {target} n'a été trouvé dans les limites données."),
    ),
}
