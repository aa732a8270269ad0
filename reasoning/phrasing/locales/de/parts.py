"""German phrases that several kinds of claim share. Word order is free here, so each clause has several."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from reasoning.phrasing.notation import Parts


def _role(slot: str) -> str:
    return f"[[die | der] (rolle | position | stelle | funktion)] {{{slot}}}"


def _course(slot: str) -> str:
    return f"[der kurs | kurs | seminar | schulung] {{{slot}}}"


def _course_any(slot: str) -> str:
    return f"[(der | den) kurs | kurs | seminar | (der) schulung | schulung] {{{slot}}}"


def _skill(slot: str) -> str:
    return f"[(die | der) (fähigkeit | kompetenz)] {{{slot}}}"


PARTS: Parts = {
    **{slot: _role(slot) for slot in ("role", "origin", "destination", "target")},
    **{slot: _course(slot) for slot in ("course", "prerequisite")},
    **{f"{slot}_any": _course_any(slot) for slot in ("course", "prerequisite")},
    "prerequisite_acc": "[den kurs | kurs | seminar | schulung] {prerequisite}",
    **{slot: _skill(slot) for slot in ("skill", "holds", "teaches", "offered", "near")},
    "lv": "stufe | niveau | level",
    "asks": "verlangt | fordert | erfordert | braucht | benötigt | erwartet",
    "asks_last": "verlangt | fordert | erfordert | braucht | benötigt | erwartet | voraussetzt",
    "asked": """verlangt | gefordert | erforderlich | benötigt | vorausgesetzt | erwartet | nötig | notwendig
                | gebraucht""",
    "asked_of": """verlangte | verlangten | geforderte | geforderten | erforderliche | erforderlichen | benötigte
                   | benötigten | nötige | nötigen""",
    "but": "[;] [und | aber | doch | jedoch | dagegen]",
    "so": "[;] [und] [damit | somit | so | dadurch]",
    "opt": """@optional (als optionale anforderung | als option | optional | lpar optional rpar)
              | @!optional [als wesentliche anforderung]
                      | @optional [;] (was optional ist | das ist optional | die optional ist | wenn auch optional)""",
    "at_required": """@required ([mindestens] (auf | mit) <lv> {required} | auf mindestens <lv> {required}
                      | lpar <lv> {required} rpar) | @!required""",
    "at_level": "@level ((auf | mit) <lv> {level} | lpar <lv> {level} rpar) | @!level",
    "to_level": "@level bis [zu | zur] <lv> {level} | @!level",
    "taught_to": "@to_level bis [zu | zur] <lv> {to_level} | @!to_level",
    "ask": """<role> <asks> [jedoch | aber] <skill> <at_required> <opt>
              | <role> hat (@optional eine optionale anforderung | @!optional (eine anforderung | eine wesentliche
                anforderung | die anforderung)) (in | an | zu | für) <skill> <at_required>
              | in <skill> <asks> die rolle {role} @required [mindestens] <lv> {required} <opt>
              | für <role> (braucht | benötigt) (man | es) (<skill> <at_required> | @required <lv> {required} in <skill>)
                <opt>
              | in <skill> (wird | ist) (von | für) <role> @required [mindestens] <lv> {required} <opt> <asked>
              | @required <lv> {required} in <skill> <asks> die rolle {role} <opt>
              | <role> <asks> @optional optional <skill> <at_required>
              | <role> setzt <skill> <at_required> <opt> voraus
              | <role> <asks> @required [mindestens] <lv> {required} in <skill> <opt>
              | <role> <asks> @required in <skill> [mindestens] <lv> {required} <opt>
              | für <role> (wird | ist) [aber | jedoch | dagegen | hingegen] <skill> <at_required> <opt> <asked>
              | für <role> (wird | ist) [aber | jedoch | dagegen | hingegen] @required (in <skill> <lv> {required} | <lv> {required} in <skill>) <opt> <asked>
              | <skill> (<at_required> (wird | ist) (von | für | in) <role> <opt> <asked>
                | (wird | ist) (von | für | in) <role> <at_required> <opt> <asked>)
              | @required <lv> {required} in <skill> (wird | ist) (von | für | in) <role> <opt> <asked>
                      | (als | in der rolle | in der funktion) {role} (braucht | benötigt) man (<skill> <at_required> | @required <lv> {required} in <skill>) <opt> | (als | in der rolle | in der funktion) {role} (wird | ist) (<skill> <at_required> | @required <lv> {required} in <skill>) <opt> <asked> | <skill> <at_required> ist (@optional eine optionale | @!optional (eine | eine wesentliche)) anforderung (der | von | für | in) <role> | @required <lv> {required} in <skill> ist (@optional eine optionale | @!optional (eine | eine wesentliche)) anforderung (der | von | für | in) <role> | @required <lv> {required} in <skill> (wird | ist) (von | für | in) <role> <opt> <asked> | für <role> (ist | wird) in <skill> @required [mindestens] <lv> {required} <opt> <asked> | um <role> zu werden [;] (braucht | benötigt) man <skill> <at_required> <opt> | <role> setzt @required <lv> {required} in <skill> <opt> voraus | <role> setzt in <skill> @required <lv> {required} <opt> voraus
                      | wer (als <role> (arbeitet | arbeiten will | tätig ist) | <role> werden will) [;] (braucht | benötigt) (<skill> <at_required> | @required <lv> {required} in <skill>) <opt>""",
    # the level asked for, as a noun phrase
    "level_wanted": """[die | der] <lv> {required} [in <skill>] (die <role> <opt> <asks_last>
                         | die (von | für) <role> <opt> <asked> (wird | ist) | @!optional (der | für | von) <role>
                         | wie <role> sie <opt> <asks_last>)
                       | [die | der] (von | für) <role> <opt> <asked_of> <lv> {required} [in <skill>]
                       | [die | der] <asked_of> <lv> {required} [in <skill>] (von | für | der) <role> @!optional
                      | [die | der] <lv> {required} (der | für) <role> @!optional | [die | der] anforderung (der | von | für) <role> [von] <lv> {required} @!optional | [die | der] anforderung [von] <lv> {required} (der | von | für) <role> @!optional | [die | der] in <role> <opt> <asked_of> <lv> {required} [in <skill>] | [das | dem] (von | für) <role> <opt> <asked_of> (niveau | level) {required} [in <skill>]""",
    "which_asked": """(was | das | die | den) <role> <at_required> <opt> <asks_last>
                      | (was | das | die | der) (von | für) <role> <at_required> <opt> <asked> (wird | ist)
                      | (von | für) <role> <at_required> <opt> <asked>
                      | (was | das | die | den | der) (von | für) <role> <opt> <at_required> <asked> (wird | ist) | (das | die | der) für <role> <at_required> <opt> <asked> ist""",
    "hold": "<hold_stated> | <hold_assessed> | <hold_course>",
    "hold_stated": """@basis=stated ({person} (hat | besitzt | @level beherrscht | verfügt über) <holds> <at_level>
                      | {person} verfügt in <holds> über @level <lv> {level}
                      | {person} verfügt über @level <lv> {level} in <holds>
                      | {person} bringt <holds> <at_level> mit
                      | {person} (besitzt | hat) <holds> @level in <lv> {level}
                      | für {person} ist <holds> <at_level> (verzeichnet | erfasst)
                      | <holds> ist für {person} <at_level> (verzeichnet | erfasst)
                      | die <lv> von {person} in <holds> (ist | beträgt | liegt bei) @level {level}
                      | bei {person} ist <holds> <at_level> (verzeichnet | erfasst)
                      | {person} weist in <holds> @level <lv> {level} auf
                      | {person} erreicht in <holds> @level <lv> {level}
                      | {person} (steht | ist | liegt) in <holds> @level auf <lv> {level}
                      | in <holds> (steht | ist | liegt) {person} @level auf <lv> {level}
                      | <holds> liegt bei {person} @level auf <lv> {level}
                      | {person} hat @level (in <holds> <lv> {level} | <lv> {level} in <holds>) [erreicht]
                      | in <holds> (hat | besitzt) {person} @level <lv> {level} [erreicht]
                      | bei {person} (liegt | steht) <holds> @level auf <lv> {level})
                      | @basis=stated ({person} hat [derzeit | aktuell] (in <holds> @level <lv> {level} | <holds> <at_level>) | {person} (steht | ist | liegt) [derzeit | aktuell] in <holds> @level auf <lv> {level} | {person} verfügt [derzeit | aktuell] über <holds> <at_level> | <holds> ist (bei | für) {person} <at_level> (verzeichnet | erfasst | hinterlegt) | für {person} ist <holds> <at_level> hinterlegt | in <holds> (verfügt | befindet) [sich] {person} @level (über | auf) <lv> {level} | {person} (befindet sich | steht) in <holds> @level auf <lv> {level})""",
    "hold_assessed": """@basis=assessment ({person} wurde in <holds> [@level (mit | auf) <lv> {level}]
                          (bewertet | geprüft | eingestuft | eingeschätzt)
                        | [eine | die] (bewertung | prüfung) (sieht | zeigt | weist | stuft | sah) {person} in <holds> @level auf <lv> {level}
                          [aus | ein]
                        | eine (bewertung | prüfung) (ergab | ergibt | bescheinigt | bestätigt) [für | bei] {person} (<holds> <at_level>
                          | @level <lv> {level} in <holds> | in <holds> @level <lv> {level})
                        | in einer (bewertung | prüfung) hat {person} @level (in <holds> <lv> {level}
                          | <lv> {level} in <holds>) erreicht
                        | laut (bewertung | prüfung) (hat | liegt | steht) {person} @level (in <holds> [auf] <lv> {level}
                          | <holds> auf <lv> {level}))
                      | @basis=assessment (in <holds> wurde {person} [@level (mit | auf) <lv> {level}] (bewertet | eingestuft | geprüft) | bei einer (bewertung | prüfung) in <holds> (erreichte | erzielte) {person} @level <lv> {level} | {person} (erreichte | erzielte) bei einer (bewertung | prüfung) (in <holds> @level <lv> {level} | @level <lv> {level} in <holds>) | {person} hat in einer (bewertung | prüfung) @level <lv> {level} in <holds> (erreicht | erzielt))""",
    "hold_course": """@basis=course (<course> [;] den {person} (bestanden | abgeschlossen) hat [;] vermittelt <holds> <to_level>
                      | {person} hat mit <course_any> einen kurs (bestanden | abgeschlossen) [;] der <holds> <to_level>
                        vermittelt
                      | {person} hat <course_any> [erfolgreich] (bestanden | abgeschlossen | absolviert)
                        (; | [;] und) (der kurs | dieser kurs) vermittelt <holds> <to_level>
                      | {person} hat <course_any> [erfolgreich] (bestanden | abgeschlossen | absolviert)
                        (der | die | das) <holds> <to_level> vermittelt)""",
    "holding": "@basis=stated (<holds> <at_level> | @level <lv> {level} in <holds>)",
    "at_it": """@basis=stated @cover=same @level ({person} (hat | besitzt | verfügt über | erreicht) [dort | hier] <lv> {level}
                | {person} (steht | ist | liegt) auf <lv> {level} | {person} hat (es | dies | sie) auf <lv> {level}
                | {person} verfügt darin über <lv> {level} | {person} hat darin <lv> {level}
                | {person} (hat | besitzt) <skill> auf <lv> {level})
                      | @basis=stated @cover=same @level ({person} (hat | verfügt) [aber | jedoch | derzeit] <lv> {level} | {person} verfügt [aber | jedoch | derzeit] über <lv> {level} | {person} (steht | liegt | ist) [aber | jedoch | derzeit] [dort | darin] auf <lv> {level} | {person} hat [aber | jedoch | derzeit] [darin] <lv> {level})""",
    "cover": """@cover=same | @cover=equivalent (was <skill> entspricht | gleichbedeutend mit <skill>
                  | was dasselbe ist wie <skill> | was gleichbedeutend mit <skill> ist)
                | @cover=narrower ((was | das) als <skill> (zählt | gilt | angerechnet wird) | und (das | dies) (zählt | gilt) als <skill>)
                | @cover=close ((was | das) <skill> nahekommt | nahe an <skill> | verwandt mit <skill>)""",
}
