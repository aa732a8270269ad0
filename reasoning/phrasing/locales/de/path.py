"""German phrasings of roles held, moves and paths."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "since": "seit [dem] {since}",
    "span": "(vom | von) {since} bis [zum] {until}",
    "between": """(von | vom | aus) <origin> (zu | zur | in | nach) <destination>
                  | (von | aus) der rolle {origin} (in die | zur) rolle {destination}
                      | vom {origin} (zum | zur) {destination} | von der rolle {origin} (in | zu) <destination>""",
    "along": "(von | vom) <origin> (zu | zur | nach) <target>",
    "moves": "(wechsel | übergänge | übergang)",
    "seen": "beobachtet | verzeichnet | erfasst",
    "steps": "{steps} (schritt | schritte | schritten)",
    "next": "[;] [und] [dann | danach | anschließend] [über | zu]",
    "via_2": "@via_2 <next> {via_2} (@via_3 <next> {via_3} (@via_4 <next> {via_4} (@via_5 <next> {via_5} @!via_6 | @!via_5) "
    "| @!via_4) | @!via_3) | @!via_2",
    "vias": "[zuerst | zunächst | erst] über <via_1> <via_2>",
    "via_1": "[die rolle] {via_1}",
    "passing": "@via_1 <through> | @!via_1",
    # without the stops, steps would be those of any way there
    "by_way": "@via_1 <through> | @steps=1",
    "through": "[;] [und] [führt | er führt | zwar] <vias>",
    "limits": "innerhalb (der | der gesetzten | der gegebenen | der vorgegebenen | der festgelegten) grenzen",
    "needed": "nötigen | benötigten | erforderlichen | notwendigen | geforderten | verlangten",
    "skills": "(fähigkeit | fähigkeiten | kompetenzen)",
    "carried_of": "{carried} (von | der | von den) {total} <needed> <skills>",
    "is": "ist | sind",
    "ready": "übertragbar",
    "learn": """{missing} (<is> [noch] zu (erlernen | lernen) | (muss | müssen) [noch] (erlernt | gelernt) werden)
                | {missing} [noch] zu (erlernen | lernen)
                      | (übrigen | restlichen | anderen) {missing} (<is> [noch] zu (erlernen | lernen) | (muss | müssen) [noch] (erlernt | gelernt) werden)""",
    "rest": "[;] [und] <learn>",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.HOLDS_ROLE: (
        # the term may run or be over: the claim does not say which, so nor does the tense
        "@since @until die zeit von {person} (als | in) <role> (reicht | läuft | geht | dauert) <span>",
        "@since @!until {person} ist <since> (als <role> | in <role>) (tätig | im einsatz)",
        "@since @!until <since> ist {person} (als <role> tätig | <role>)",
        "@since @!until <since> (bekleidet | besetzt) {person} <role>",
        "@since @!until {person} (bekleidet | besetzt) <role> <since>",
        "@since @!until {person} (hat | übernahm) am {since} <role> [übernommen] und hat (sie | diese rolle) (noch | weiterhin | bis heute) inne",
        "@!since @!until {person} (bekleidet | besetzt) [derzeit | aktuell] <role>",
        "@!since @!until {person} (arbeitet derzeit als <role> | ist derzeit in <role> [tätig] | hat derzeit <role> inne | ist derzeit <role> | ist derzeit als <role> tätig)",
        "@!since @!until derzeit (arbeitet {person} als <role> | hat {person} <role> inne | ist {person} (in <role> [tätig] | <role>))",
        "@!since @!until die [aktuelle] rolle von {person} ist {role}",
        "@since @!until {person} ist <since> als <role> tätig",
        "@since @!until {person} bekleidet <since> <role>",
        "@since @!until {person} begann am {since} (als | in) <role> und hat (die | diese) rolle (weiterhin | noch) inne",
        "@since @!until {person} ist <since> in <role> [tätig]",
        "@since @!until {person} (arbeitet | ist) <since> als <role> [tätig]",
        "@since @!until {person} ist <since> <role>",
        "@since @!until {person} hat <since> <role> inne",
        "@since @!until {person} hat <role> <since> inne",
        "@since @!until {person} übt <since> <role> aus",
        "@since @!until <since> (hat {person} <role> inne | übt {person} <role> aus | arbeitet {person} als <role> "
        "| ist {person} (in <role> [tätig] | <role> | als <role> tätig))",
        "@since @!until die rolle {role} hat {person} <since> inne",
        "@since @!until <role> wird <since> von {person} (ausgeübt | bekleidet)",
        "@!since @!until {person} (arbeitet als <role> | ist in <role> [tätig] | hat <role> inne | ist <role> "
        "| übt <role> aus | ist als <role> tätig)",
        "@!since @!until die rolle {role} hat {person} inne",
        "@!since @until {person} (ist bis [zum] {until} <role> | hat bis [zum] {until} <role> inne "
        "| ist bis [zum] {until} in <role> [tätig] | arbeitet bis [zum] {until} als <role>)",
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        "@count {count} (beobachtete | verzeichnete) <moves> (führten | führte | gingen | ging) <between>",
        "@count (insgesamt | in summe) (wurden | wurde | sind | ist) {count} <moves> <between> <seen> [worden]",
        "@count {count} (-mal | mal) wurde (ein | der) <moves> <between> <seen>",
        "@count (ein | der) <moves> <between> wurde [insgesamt] {count} (-mal | mal) <seen>",
        "@count es (wurden | sind) insgesamt {count} <moves> <between> <seen> [worden]",
        "@count der graph (zeigt | hat | enthält | verzeichnet) {count} [beobachtete | verzeichnete] <moves> <between>",
        "@count {count} <moves> (wurde | wurden) <between> <seen>",
        "@count aus <origin> [heraus] (sind | wurden) {count} <moves> (in | zu | nach) <destination> <seen> [worden]",
        "@count (aus | von) <origin> (sind | wurden | ist | wurde) {count} <moves> (in | zu | nach | auf) <destination> <seen> [worden]",
        "@count <moves> <between> (wurden | wurde) {count} (-mal | mal) <seen>",
        "@count es wurde {count} (-mal | mal) ein <moves> <between> <seen>",
        "@count {count} <seen> (wechsel | übergänge) führen <between>",
        "@count {count} (beobachtete | verzeichnete) <moves> (führen | führt | gehen | geht) <between>",
        "@count es (sind | ist) {count} <moves> <between> (verzeichnet | erfasst | bekannt)",
        "@count die zahl der beobachteten <moves> <between> (ist | beträgt) {count}",
        "@!count es (ist | gibt) (ein | einen) <moves> <between> (verzeichnet | erfasst)",
        "@count <between> (wurde | wurden | ist | sind) {count} <moves> <seen> [worden]",
        "@count {count} <moves> <between> (wurde | wurden | ist | sind) <seen> [worden]",
        "@count es (wurde | wurden | ist | sind) {count} <moves> <between> <seen> [worden]",
        "@count <seen> (wurde | wurden | ist | sind) {count} <moves> <between>",
        "@count (der | ein) <moves> <between> wurde {count} (-mal | mal) <seen>",
        "@count es gibt {count} (beobachtete | verzeichnete) <moves> <between>",
        "@count der graph (enthält | verzeichnet) {count} [beobachtete] <moves> <between>",
        "@!count ein <moves> <between> ist (verzeichnet | erfasst)",
        "@!count (verzeichnet | erfasst) ist ein <moves> <between>",
        "@!count <between> ist ein <moves> (verzeichnet | erfasst)",
        "@!count der graph (enthält | verzeichnet) einen <moves> <between>",
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        "von [den] {total} (für | in) <destination> <needed> <skills> <is> {carried} <ready> [<rest>]",
        "(für | in) <destination> <is> {carried} von [den] {total} <needed> <skills> <ready> [;] [und] [die] (restlichen | übrigen | anderen) {missing} (<is> zu (erlernen | lernen) | (muss | müssen) [noch] (erlernt | gelernt) werden)",
        "(für | in) <destination> lassen sich <carried_of> (übertragen | mitnehmen) [<rest>]",
        "{carried} der {total} (für | in) <destination> <needed> <skills> <is> <ready> [<rest>]",
        "<destination> (verlangt | erfordert | braucht | benötigt) {total} <skills> [;] (davon <is> {carried} <ready> | {carried} davon <is> <ready>) [<rest>]",
        "(für | in) <destination> (werden | wird) {total} <skills> (benötigt | gebraucht | verlangt) [;] davon <is> {carried} <ready> [[;] [und] (<learn> | {missing} (müssen | muss) [noch] (erlernt | gelernt) werden)]",
        "<carried_of> (für | in) <destination> <is> <ready> [;] die (übrigen | restlichen) <learn>",
        "{carried} von [den] {total} <skills> [;] die <destination> (braucht | verlangt | benötigt) [;] <is> <ready> [<rest>]",
        "von [den] {total} <skills> [;] die für <destination> (nötig | erforderlich | notwendig) sind [;] <is> {carried} <ready> [<rest>]",
        "beim wechsel (zu | in) <destination> <is> <carried_of> <ready> [<rest>]",
        "(für | in) <destination> <is> <carried_of> <ready> [<rest>]",
        "<carried_of> (für | in) <destination> <is> <ready> [<rest>]",
        "<carried_of> <is> (für | in) <destination> <ready> [<rest>]",
        "<carried_of> lassen sich (in | auf) <destination> (mitnehmen | übertragen) [<rest>]",
        "von [den] {total} <needed> <skills> (für | in) <destination> <is> {carried} <ready> [<rest>]",
        "von [den] {total} <skills> [;] die <destination> (braucht | verlangt | benötigt) [;] <is> {carried} <ready> "
        "[<rest>]",
        "für <destination> (wird | werden) {total} <skills> (benötigt | gebraucht | verlangt) [;] ({carried} davon | davon "
        "<is> {carried} | von denen {carried}) [<is>] <ready> [<is>] [<rest>]",
        "für <destination> (ist | sind) {total} <skills> (nötig | erforderlich | notwendig) [;] ({carried} davon <is> "
        "| davon <is> {carried}) <ready> [<rest>]",
        "<destination> (braucht | benötigt | verlangt) {total} <skills> [;] (von denen {carried} <ready> <is> "
        "| davon <is> {carried} <ready> | {carried} davon <is> <ready>) [[;] und (<learn> | {missing} erlernt werden "
        "(müssen | muss) | {missing} zu erlernen <is>)]",
    ),
    ClaimKind.PATH_TOTAL: (
        "(der | ein) weg <along> (benötigt | erfordert) <steps> <passing>",
        "(der | ein) weg <along> (verläuft | führt | geht) <vias> [;] [und] (umfasst | hat | braucht | in) <steps>",
        "<along> (sind | braucht man | benötigt man | geht es in | kommt man in) <steps> [nötig] <by_way>",
        "(der | ein) weg <along> ist <steps> lang <passing>",
        "(der | ein) weg (von | vom) <origin> <vias> (zu | zur) <target> (hat | umfasst | zählt) <steps>",
        "von <origin> aus ist <target> in <steps> (erreichbar | zu erreichen) <passing>",
        "um von <origin> zu <target> zu (kommen | gelangen) [;] (braucht es | sind es | sind) <steps> [nötig] <by_way>",
        "von <origin> nach <target> (braucht es | sind es) <steps> <by_way>",
        "(man gelangt | es geht) in <steps> (von | vom) <origin> (zu | zur) <target> <passing>",
        "(der | ein) weg <along> (umfasst | hat | braucht | zählt | besteht aus) <steps> <passing>",
        "(der | ein) weg <along> (führt | geht) [in <steps>] <vias> [[;] [und] (umfasst | hat) <steps>]",
        "<along> (führt | geht) der weg in <steps> [<vias>]",
        "(von | vom) <origin> (führt | geht) der weg in <steps> <vias> (zu | zur) <target>",
        "in <steps> (führt | geht) der weg <along> <passing>",
        "in <steps> (führt | geht) der weg (von | vom) <origin> <vias> (zu | zur) <target>",
        "<target> ist (von | vom) <origin> [aus] in <steps> (erreichbar | zu erreichen) <passing>",
        "<along> (ist es | sind es) <steps> <by_way>",
    ),
    ClaimKind.PATH_CONFLICT: tuple(
        f"{opening} {phrase}"
        for opening in ("ohne die widersprüchlichen grenzen [;]", "ohne die grenzen [;] die sich widersprechen [;]")
        for phrase in (
            "(umfasst | hat | braucht) (ein | der) weg <along> <steps> <passing>",
            "führt (ein | der) weg in <steps> <along> <passing>",
            "ist <target> von <origin> [aus] in <steps> (erreichbar | zu erreichen) <passing>",
        )
    ),
    ClaimKind.PATH_STEP_OPENING: (
        "{posting} schreibt die rolle {destination} aus",
        "die rolle {destination} ist [in | mit | unter] {posting} ausgeschrieben",
        "(in | mit | unter) {posting} (ist | wird) <destination> ausgeschrieben",
        "für <destination> gibt es die ausschreibung {posting}",
    ),
    ClaimKind.NO_PATH: (
        "<limits> (konnte | wurde) kein weg <along> (gefunden werden | gefunden | ermittelt | ermittelt werden)",
        "<along> (konnte | wurde) <limits> kein weg (gefunden werden | gefunden | ermittelt | ermittelt werden)",
        "es konnte <limits> kein weg <along> (gefunden | ermittelt) werden",
        "ein weg <along> konnte <limits> nicht (gefunden | ermittelt) werden",
        "(ein | der) weg <along> (ließ sich | konnte) <limits> nicht (finden | gefunden werden)",
        "<limits> ließ sich kein weg <along> finden",
        "die suche (fand | hat) <limits> keinen weg <along> [gefunden]",
        "<along> ließ sich <limits> kein weg finden",
        "<along> wurde kein weg <limits> gefunden",
        "kein weg <along> wurde <limits> gefunden",
        "<limits> (wurde | konnte) kein weg <along> gefunden [werden]",
        "<along> (wurde | konnte) <limits> kein weg gefunden [werden]",
        "es wurde <limits> kein weg <along> gefunden",
        "es wurde kein weg <along> <limits> gefunden",
        "ein weg <along> wurde <limits> nicht gefunden",
    ),
}
