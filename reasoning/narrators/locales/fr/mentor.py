"""French templates of mentors."""

from __future__ import annotations

from reasoning.evidence import ClaimKind
from reasoning.narrators.locales.fr.parts import COVER, ESSENTIAL, LEVELLED, OPTION, PLAIN, STOP
from reasoning.narrators.pieces import Templates, differs, equal, given, more, said, without

TEMPLATES: Templates = {
    ClaimKind.MENTOR_SKILL: (
        said("{mentor} possède {holds}"),
        said(" au niveau {level}", given("level")),
        *COVER,
        more(" ; {mentor} propose un mentorat en {offered}", given("offered")),
        said(" ; le poste {role} demande le niveau {required}", given("role"), LEVELLED),
        said(" ; le poste {role} demande {skill}", given("role"), PLAIN),
        OPTION,
        ESSENTIAL,
        more(
            " ; {person} est au niveau {own}",
            given("person", "own"),
            without("held"),
            you=" ; vous êtes au niveau {own}",
        ),
        more(
            " ; {person} est au niveau {own} en {skill}",
            given("person", "own", "held"),
            you=" ; vous êtes au niveau {own} en {skill}",
        ),
        STOP,
    ),
    ClaimKind.MENTOR_MOVE: (
        said("{mentor} a commencé au poste {origin} le {since} et au poste {destination} le {then}."),
    ),
    ClaimKind.MENTOR_CAPACITY: (
        said("{mentor} propose un mentorat en {skill} à {capacity} "),
        said("personne à la fois", equal("capacity", 0, 1)),
        said("personnes à la fois", differs("capacity", 0, 1)),
        said(" ; places prises actuellement : {active}", given("active")),
        STOP,
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        said("{mentor} a terminé {finished} "),
        said("mentorat, noté", equal("finished", 1)),
        said("mentorats, notés", differs("finished", 1)),
        said(" {rating} en moyenne."),
    ),
    ClaimKind.MENTOR_UNIT: (
        said(
            "{mentor} et {person} appartiennent à la même unité, {unit}.",
            without("other"),
            you="{mentor} et vous appartenez à la même unité, {unit}.",
        ),
        said(
            "{mentor} appartient à l'unité {unit}, {person} à l'unité {other}",
            given("other"),
            you="{mentor} appartient à l'unité {unit}, vous à l'unité {other}",
        ),
        more(" ; cela fait {steps} pas dans l'organisation", given("steps")),
        said(".", given("other")),
    ),
    ClaimKind.NO_MENTOR: (
        said(
            "Personne n'a été trouvé pour un mentorat en {skill} ; le poste {role} demande cette compétence.",
            given("role"),
        ),
        said(
            "Pour un mentorat en {skill}, personne n'a été trouvé qui dépasse {person}.",
            without("role"),
            you="Pour un mentorat en {skill}, personne n'a été trouvé qui vous dépasse.",
        ),
    ),
}
