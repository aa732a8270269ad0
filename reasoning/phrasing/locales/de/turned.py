"""German: the same clauses in other orders, and ways of the parts, that a third blind list used. Appended to what the others say."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

MORE: Parts = {
    "still": "@skill_1 [;] [und] offen (ist | sind) noch <needs>",
    "hold_stated": "@basis=stated im profil von {person} (steht | ist) <kl> [verzeichnet]",
    "hold_assessed": """@basis=assessment @level ([eine | die] (bewertung | beurteilung | einstufung) weist (für | bei) {person} (in <holds> <lv> {level} | <lv> {level} in <holds> | <holds> <at_level>) aus
                        | in (einer | der) (bewertung | beurteilung | einstufung) (kam | kommt) {person} (in <holds> auf <lv> {level} | auf <lv> {level} in <holds>)
                        | {person} (kam | kommt) in (einer | der) (bewertung | beurteilung | einstufung) (in <holds> auf <lv> {level} | auf <lv> {level} in <holds>))""",
    "not_on_record": "<skill> ist (für | bei) {person} nicht <de_noted> | (für | bei) {person} ist <skill> nicht <de_noted>",
    "as_of": "@as_of [;] mit stand vom {as_of}",
    "reaching": "@to_level>required [;] [und] [damit | also] (über | mehr als) <level_wanted> | @to_level>required [;] was über <level_wanted> liegt | @to_level==required @!optional [;] [und] (erreicht damit | das ist | dies ist | also) [genau] die <lv> [;] (die <role> <asks_last> | die (von | für) <role> <asked> (ist | wird))",
    "old_doc": "{document} [;] [in] [der] (version | fassung) {old_version}",
    "new_doc": "{newer} [;] [in] [der] (version | fassung) {version}",
    "m_now": "@active=0 @active [;] [und] [zurzeit | gegenwärtig | momentan] ist [zurzeit | gegenwärtig | momentan] kein platz (belegt | vergeben | besetzt) | @active [;] [und] (zurzeit | derzeit | gegenwärtig | momentan) (ist | sind) {active} (platz | plätze) (belegt | vergeben | besetzt)",
    "faded_counts": "[;] [und] bei einer halbwertszeit von {half_life} monaten zählt (das | dies) [daher] (am | zum) {as_of} [daher] als <lv> {counted}",
    "passage": "{document} [;] in der (version | fassung) {version} [;] abschnitt {section}",
    "apart": "[;] dazwischen (liegt | liegen) {steps} (schritt | schritte) in der organisation | [;] im abstand von {steps} (schritt | schritten) in der organisation",
}

PARTS: Parts = {
    "de_noted": "(verzeichnet | erfasst | hinterlegt | vermerkt | eingetragen | dokumentiert | aufgeführt)",
    "de_found": "(gefunden | ermittelt)",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.COURSE_PREREQUISITE: (
        "<prerequisite> ist vor <course_any> (abzuschließen | zu bestehen | zu absolvieren)",
    ),
    ClaimKind.PATH_STEP_OPENING: ("ausgeschrieben (ist | wird) <destination> (in | mit | unter) [der] <ad>",),
    ClaimKind.REQUIRES_SKILL: (
        "(verlangt | gefordert | vorausgesetzt | erwartet) (wird | ist) (für | von) <role> <kr> @!optional",
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        "{total} <skills> (sind | werden) für <destination> (nötig | erforderlich | verlangt | benötigt) [;] davon (ist | sind) {carried} <ready> <rest>",
        "{total} <skills> (sind | werden) für <destination> (nötig | erforderlich | verlangt | benötigt) [;] {carried} davon (ist | sind) <ready> <rest>",
    ),
    ClaimKind.HOLDS_ROLE: (
        "@since @!until seit [dem] {since} ist {role} die (rolle | position) von {person}",
        "@since @until die (zeit | tätigkeit) von {person} (als | in) <role> (reicht | läuft | geht | dauert | erstreckt sich) <span>",
        "@since @until für {person} (reicht | läuft | geht | erstreckt sich) die zeit (als | in) <role> <span>",
    ),
    ClaimKind.MEETS_SKILL: (
        "@basis=assessment @cover=same @level mit (einer | der) bewerteten <lv> [von] {level} in <skill> (erfüllt | erreicht) {person} <level_wanted>",
        "@basis=course @cover=same mit dem (bestandenen | abgeschlossenen) kurs {course} [;] der <holds> <to_level> vermittelt [;] (erfüllt | erreicht) {person} <level_wanted>",
        "@cover=equivalent <hold> [;] was <skill> entspricht und <level_wanted> (erfüllt | erreicht)",
        "@cover=narrower <hold> [;] was als <skill> zählt und <level_wanted> (erfüllt | erreicht)",
        "@!optional @cover=narrower @level <hold> [;] (das | dies) zählt als <skill> [;] und (damit | somit) ist <level_wanted> (erreicht | erfüllt)",
        "@!optional @cover=same @level @basis=stated <level_wanted> (ist | wird) mit <lv> {level} von {person} (erreicht | erfüllt)",
        "@!optional @cover=same @level @basis=stated bei {person} ist <level_wanted> mit <lv> {level} (erreicht | erfüllt)",
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        "@required @cover=same <hold> <but> <role> <asks> {required} <opt> [<wants_more>]",
        "@difference @required @cover=same @basis=stated @level <ask> <but> {person} (liegt | ist | bleibt) mit <lv> {level} [um] {difference} [stufen | stufe] darunter",
        "@difference @required @cover=same @basis=stated @level <ask> <but> {person} (steht | liegt | ist) auf <lv> {level} [;] [also | und damit | das sind] {difference} [stufen | stufe] (darunter | weniger | tiefer)",
        "@difference @!cover=close <hold> <cover> [;] {difference} [stufen | stufe] (unter | weniger als) <level_wanted>",
        "@difference @required @cover=same @basis=stated @level bei {person} liegt <skill> auf <lv> {level} [;] [also | und damit] {difference} [stufen | stufe] unter <level_wanted>",
        "@difference @required @cover=same @basis=stated @level @!optional zwischen (dem stand von {person} in <skill> lpar <lv> {level} rpar | <lv> {level} von {person} in <skill>) und <level_wanted> (liegen | liegt) {difference} (stufen | stufe)",
    ),
    ClaimKind.LACKS_SKILL: (
        "<not_on_record> [;] eine (@optional optionale | @!optional [wesentliche]) anforderung (der | von | für) <role> <at_required> <near_too>",
        "<skill> <at_required> ist (für | bei) <role> (@optional optional | @!optional <asked>) [;] (und | aber) (für | bei) {person} nicht <de_noted> <near_too>",
        "<skill> [;] <which_asked> [;] ist (für | bei) {person} nicht <de_noted> <near_too>",
        "@!optional <role> <asks> <skill> <at_required> [;] das (für | bei) {person} nicht <de_noted> ist <near_too>",
        "<ask> <but> in den (daten | einträgen | unterlagen) (zu | von) {person} ((findet sich | gibt es | steht) (dazu | dafür) (nichts | kein eintrag | keinen eintrag) | (findet sich | gibt es | steht) (nichts | kein eintrag | keinen eintrag) (dazu | dafür)) <near_too>",
    ),
    ClaimKind.GAP_SUMMARY: (
        "(bei | von) [den] <reqs> (der | von | für) <role> erfüllt {person} {met} von {total} <tail>",
        "@as_of mit stand vom {as_of} erfüllt {person} <x_of_y> (der | für | von) <role> [<by_weight>] [<open_left>]",
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        "@as_of mit stand vom {as_of} erfüllt {person} <x_of_y> (der | für | von) <role> <still>",
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        "@closes=True @required @to_level==required @cover=same <ask> <but> <course> (führt | reicht) bis zu dieser <lv>",
        "@closes=True @required @to_level==required @cover=same <ask> <but> <course> (vermittelt | lehrt) (dies | es | diese fähigkeit | <teaches>) bis zu dieser <lv>",
        "@required @to_level @cover=same <ask> <but> <course> reicht <taught_to>",
        "@closes=False @required @to_level @cover=same <ask> <but> <course> (vermittelt | lehrt) (dies | es | diese fähigkeit | <teaches>) <taught_to> [;] [also] (weniger | darunter)",
    ),
    ClaimKind.NO_COURSE: (
        "<ask> <but> (im graphen | im graph) (ist | gibt es | findet sich) <no_further> <further> (dafür | dazu | hierfür) [enthalten | verzeichnet | vorhanden]",
        "<ask> <but> (dafür | dazu | hierfür) (ist | findet sich | gibt es) (im graphen | im graph) <no_further> <further> [enthalten | verzeichnet | vorhanden]",
    ),
    ClaimKind.LEVEL_FADED: (
        "@required @!optional @!cover=close <faded_hold> <faded_counts> [;] womit <level_wanted> (@enough=True (erfüllt | erreicht) | @enough=False nicht (erfüllt | erreicht)) (ist | wird)",
        "@required @!optional @!cover=close <faded_hold> <faded_counts> [;] [und] (damit | somit) ist <level_wanted> (@enough=True (erfüllt | erreicht) | @enough=False nicht (erfüllt | erreicht))",
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        "@!count in den daten (ist | findet sich | steht) ein <moves> <between> [verzeichnet | erfasst]",
        "@count in den daten (ist | sind | finden sich | stehen) {count} <moves> <between> [verzeichnet | erfasst]",
    ),
    ClaimKind.PATH_TOTAL: (
        "@via_1 (der | ein) (weg | pfad) von <origin> über {via_1} <via_2> (zu | zur) <target> (umfasst | hat | besteht aus | zählt) <steps>",
        "@via_1 über {via_1} <via_2> (führt | geht) der (weg | pfad) <along> in <steps>",
    ),
    ClaimKind.PATH_CONFLICT: (
        "@via_1 <no_conflict> (führt | geht) ein (weg | pfad) <along> über {via_1} <via_2> und (umfasst | hat) <steps>",
        "@via_1 <no_conflict> (umfasst | hat) ein (weg | pfad) von <origin> über {via_1} <via_2> (zu | zur) <target> <steps>",
    ),
    ClaimKind.MENTOR_SKILL: (
        "@offered @cover=same @level {mentor} [;] in <holds> auf <lv> {level} [;] bietet <mentoring> in <offered> an <m_role> <m_person>",
        "@own @cover=same @level in <skill> (hat {mentor} | steht {mentor} auf | liegt {mentor} auf) <lv> {level} <but> {person} [auf] <lv> {own} <m_role>",
        "@own @cover=same @level {mentor} (hat in <skill> | steht in <skill> auf | liegt in <skill> auf) <lv> {level} <but> {person} [auf] <lv> {own} <m_role>",
    ),
    ClaimKind.MENTOR_MOVE: (
        "{mentor} hat am {since} (als | in) <origin> und am {then} (als | in) <destination> (begonnen | angefangen)",
        "am {since} hat {mentor} (als | in) <origin> und am {then} (als | in) <destination> (begonnen | angefangen)",
    ),
    ClaimKind.MENTOR_CAPACITY: (
        "in <skill> bietet {mentor} <mentoring> für [bis zu] {capacity} <m_people> <m_at_once> an <m_active>",
        "in <skill> bietet {mentor} [bis zu] {capacity} <m_people> <m_at_once> <mentoring> an <m_active>",
        "{mentor} bietet in <skill> <mentoring> für [bis zu] {capacity} <m_people> <m_at_once> an <m_active>",
    ),
    ClaimKind.MENTOR_UNIT: (
        "@other @steps zwischen {mentor} in {unit} und {person} in {other} (liegen | liegt) {steps} (schritt | schritte) in der organisation",
        "@other @steps {mentor} in {unit} und {person} in {other} (liegen | sind) {steps} (schritt | schritte) in der organisation (auseinander | voneinander entfernt)",
        "@!other {person} und {mentor} (gehören | zählen) [beide] zu {unit}",
        "@!other {mentor} (ist | arbeitet) in (derselben | der gleichen) einheit wie {person} [;] {unit}",
    ),
    ClaimKind.NO_MENTOR: (
        "@role <ask> <but> ein mentor (wurde | konnte) (dafür | hierfür | dazu) nicht (gefunden | ermittelt) [werden]",
        "@role ein mentor (für | in) <skill> wurde nicht <de_found> <but> (<ask> | <asks_it>)",
        "@role ein mentor (für | in) <skill> [;] <was_asked> [;] wurde nicht <de_found>",
    ),
    ClaimKind.PASSAGE_IN_FORCE: (
        "@!until @!then seit [dem] {since} (ist <passage> (in kraft | gültig) | gilt <passage>)",
        "@!until @!then in kraft (ist seit [dem] {since} | seit [dem] {since} ist) <passage>",
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        "(für | bei) {person} liegt die situation {situation} vor [;] für die {play} vorgesehen ist",
        "für {person} gilt die situation {situation} [;] für die {play} vorgesehen ist",
        "auf {person} trifft die situation {situation} zu [;] für die {play} vorgesehen ist",
        "für die situation {situation} [;] die (für | bei) {person} vorliegt [;] ist {play} vorgesehen",
    ),
    ClaimKind.COMPLETION_ENDS: (
        "der (bestandene | abgeschlossene) kurs {course} (gilt | zählt) (für | bei) {person} bis [zum] {until}",
        "der von {person} (bestandene | abgeschlossene) kurs {course} (gilt | zählt) bis [zum] {until}",
        "bis [zum] {until} (gilt | zählt) (für | bei) {person} der (bestandene | abgeschlossene) kurs {course}",
    ),
}
