"""More of the words of the liar, by who read the grammar: what is taken for granted, and the one word that matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

INSERTED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "en": {
        "presupposition": ("even", "again", "merely", "no longer", "anymore", "once"),
        "duty": ("must", "should", "shall", "ought to"),
    },
    "de": {
        "presupposition": ("sogar", "wieder", "bloß", "nicht mehr", "lediglich", "gerade so"),
        "duty": ("sollte", "soll", "darf"),
    },
    "fr": {
        "presupposition": ("juste", "de nouveau", "à peine", "ne ... plus", "ne ... que"),
        "duty": ("devrait", "devra"),
    },
}
"""Put between any two words."""

CHANGED: Mapping[str, Mapping[str, Sequence[tuple[str, str]]]] = {
    "en": {
        "flipped": (
            (r"\b(is|are|was|were|does|could) not ", r"\1 "),
            (r"\bno record\b", "a record"),
            (r"\bno (path|mentor|further course)\b", r"a \1"),
            (r"\bNo (path|mentor|further course)\b", r"A \1"),
            (r"\b([Nn]obody|[Nn]o one)\b", "somebody"),
        ),
        "unqualified": (
            (r" (as a mentor|to mentor|for mentoring)\b", ""),
            (r" (in|within) (the graph|its limits|the given limits|the limits)\b", ""),
            (r"(?<!skill) on record\b", ""),
            (r"\b(a|any) record of\b", ""),
            (r" (as a|as its|is a|is the) prerequisite\b", r" \1 follow-up"),
        ),
        "vacancy": ((r"\badvertises\b", "fills"), (r"\badvertises\b", "offers"), (r"\badvertised\b", "open")),
        "sole": (
            (r"\b(is|as) (?=[A-Z][a-z]+ [a-z]+\b)", r"\1 the "),
            (r"\ba (path|prerequisite|requirement)\b", r"the only \1"),
        ),
        "moved": ((r"\bbegan as\b", "moved from"), (r"\bbecame\b", "was promoted to"), (r"\bbegan\b", "was hired")),
        "places": (
            (r"\bhas (\d+) now\b", r"has \1 left"),
            (r"\bat a time\b", "at any time"),
            (r"\bpeople\b", "more people"),
        ),
    },
    "de": {
        "flipped": (
            (r"\bnicht ", ""),
            (r"\b(kein|keine|keinen)\b", "ein"),
            (r"\b(Kein|Keine)\b", "Ein"),
            (r"\b[Nn]iemand\b", "jemand"),
            (r"\bfehlt (ein)\b", "fehlt kein"),
        ),
        "unqualified": (
            (r" (für ein Mentoring|als Mentor)\b", ""),
            (r"\b(im Graphen|innerhalb der (gesetzten )?Grenzen) ", ""),
            (r"\bEintrag (für|zu) ", ""),
        ),
        "vacancy": ((r"\bschreibt (.*) aus\b", r"besetzt \1"), (r"\bausgeschrieben\b", "frei")),
        "sole": ((r"\bist (?=[A-Z][a-z]+ [a-z]+\b)", "ist der einzige "), (r"\b[Ee]in Weg\b", "der einzige Weg")),
        "moved": ((r"\bbegann\b", "wechselte"), (r"\bwurde am\b", "wurde befördert am"), (r"\bbegann\b", "kündigte")),
        "places": (
            (r"\bbelegt\b", "frei"),
            (r"\bgleichzeitig\b", "jederzeit"),
            (r"\b(\d+) Personen\b", r"noch \1 Personen"),
        ),
    },
    "fr": {
        "flipped": (
            (r"\b(aucun|aucune)\b", "un"),
            (r"\b(Aucun|Aucune)\b", "Un"),
            (r"\bne (\w+) pas\b", r"\1"),
            (r"\bn'(est|a|atteint) pas\b", r"\1"),
            (r"\bPersonne n'a\b", "Une personne a"),
        ),
        "unqualified": (
            (r" (comme mentor|pour un mentorat en [\w ]+)(?= ;|\.)", ""),
            (r" dans (le graphe|les limites \w+)", ""),
            (r" au dossier\b", ""),
        ),
        "vacancy": (
            (r"\bporte sur\b", "pourvoit"),
            (r"\bannonce (?=le poste)", "offre "),
            (r"\bannoncé\b", "à pourvoir"),
        ),
        "sole": ((r"\best (?=[A-Z][a-z]+ [a-z]+\b)", "est le seul "), (r"\b[Uu]n parcours\b", "le seul parcours")),
        "moved": (
            (r"\ba commencé\b", "est passé"),
            (r"\best devenu\b", "a été promu"),
            (r"\ba commencé\b", "a été embauché"),
        ),
        "places": (
            (r"\bprises\b", "libres"),
            (r"\bà la fois\b", "à tout moment"),
            (r"\bpersonnes\b", "personnes de plus"),
        ),
    },
}
"""What is changed into what."""

AVERAGE = {"en": r",? on average\b", "de": r"\bim (Mittel|Durchschnitt|Schnitt) ", "fr": r" en moyenne\b"}
"""Without it each of several ratings would be the number."""

PRONOUNS = {"en": ("she", "he"), "de": ("sie", "er"), "fr": ("elle", "il")}
SCRIPTS = ("０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "⁰¹²³⁴⁵⁶⁷⁸⁹")  # noqa: RUF001  # digits that are none of ours
