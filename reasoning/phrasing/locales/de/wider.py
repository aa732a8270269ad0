"""German: further ways of the shared parts, and the kinds as clauses in free order. Appended to what the others say."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

MORE: Parts = {
    "but": "[;] (hingegen | allerdings | wohingegen | demgegenüber)",
    "at_required": "@required ([;] <lv> {required} [;] | [mindestens] auf [der] <lv> {required} | mit [mindestens] [der] <lv> {required} | auf (einer | einem) <lv> von [mindestens] {required})",
    "at_level": "@level ([;] <lv> {level} [;] | (auf | mit) [der] <lv> {level} | auf (einer | einem) <lv> von {level})",
    "to_level": "@level (bis [hin] (zu | zur | zum | auf) <lv> {level} | [;] bis <lv> {level} [;])",
    "taught_to": "@to_level (bis [hin] (zu | zur | zum | auf) <lv> {to_level} | [;] bis <lv> {to_level} [;])",
    "asked_of": "vorausgesetzte | vorausgesetzten | notwendige | notwendigen | erwartete | erwarteten",
    "ask": """<role> (verlangt | fordert | erfordert | braucht | benötigt | erwartet) [jedoch | aber | hingegen | dagegen] [für | an] <kr> <opt>
              | (von | für | in | bei | als) <role> (wird | ist | werden | sind) [jedoch | aber | hingegen | dagegen] <kr> <opt> (<asked> | voraussetzung)
              | <kr> (wird | ist) [jedoch | aber | hingegen | dagegen] (von | für | in | bei | als) <role> [jedoch | aber] <opt> <asked>
              | <kr> (wird | ist) [jedoch | aber] <opt> (von | für | in | bei | als) <role> <asked>
              | <kr> [;] (<asked> von | <asked> für) <role> @!optional
              | <kr> (gehört zu den anforderungen (der | von | für) <role> | zählt zu den anforderungen (der | von | für) <role> | ist voraussetzung für <role>) @!optional
              | zu den anforderungen (der | von | für) <role> (gehört | zählt) <kr> @!optional
              | (die anforderung | eine anforderung) (der | von | für) <role> (ist | lautet) <kr> @!optional
              | <role> setzt [jedoch | aber] <kr> <opt> voraus
              | wer [die | in] <role> (ausübt | innehat | ausüben will | übernehmen will | übernimmt | bekleidet | tätig ist | arbeitet) [;] (braucht | benötigt) <kr> <opt>
              | wer als <role> (tätig ist | arbeitet | arbeiten möchte | tätig sein will) [;] (braucht | benötigt) <kr> <opt>
              | (für | als | in) <role> (braucht | benötigt) man [jedoch | aber] <kr> <opt>
              | @required die (geforderte | verlangte | benötigte | erforderliche) <lv> (in | für) <skill> (für | bei | der | in) <role> (ist | beträgt | liegt bei) {required} @!optional
              | @required (für | bei | in) <role> (liegt | beträgt | ist) die (geforderte | verlangte | benötigte | erforderliche) <lv> (in | für) <skill> [bei] {required} @!optional
              | @required in <skill> (verlangt | fordert | erfordert | braucht | erwartet) <role> [jedoch | aber] [mindestens] [die] <lv> {required} <opt>""",
    "level_wanted": """@!optional ([der | die | den] (von | für | in) [der] <role> <asked_of> <lv> [von] {required} [in <skill>]
                      | <lv> {required} [in <skill>] [;] die (von | für) <role> (gefordert | verlangt | benötigt | erwartet) (wird | ist)
                      | <lv> {required} [in <skill>] [;] (die | wie sie) <role> <asks_last>
                      | [die | der] anforderung (der | von) <role> [;] (<lv> {required} | an <skill>)
                      | <asked_of> <lv> [von] {required} [in <skill>] [(für | der | von | in) <role>])""",
    "which_asked": """(was | das | die | den | welche | welches) <role> (@required ([mindestens] (auf | mit) [der] <lv> {required}) | @!required) <opt> <asks_last>
                      | [;] eine (fähigkeit | kompetenz | anforderung) [;] die <role> <at_required> <opt> <asks_last>
                      | [;] (was | das | die | der | welche) (von | für | in) <role> <at_required> <opt> <asked> (wird | ist)
                      | [;] (von | für | in) <role> [jedoch | aber] <at_required> <opt> (<asked>)""",
    "hold_stated": """@basis=stated ({person} (hat | besitzt | verfügt über) <kl>
                      | {person} (bringt | weist) <kl> (mit | auf)
                      | {person} hat (<kl> | in <holds> @level <lv> {level}) erreicht
                      | {person} (ist | steht | liegt | befindet sich) [in <holds>] @level auf [der] <lv> {level} [in <holds>]
                      | (in | für | bei) <holds> ((ist | steht | liegt) {person} @level auf [der] <lv> {level} | (hat | besitzt | erreicht) {person} @level <lv> {level} | verfügt {person} @level über <lv> {level})
                      | (für | bei) {person} (ist | sind) <kl> (verzeichnet | erfasst | hinterlegt | vermerkt | eingetragen | dokumentiert)
                      | (für | bei) {person} (ist | steht) in <holds> @level <lv> {level} (verzeichnet | erfasst | hinterlegt | vermerkt | eingetragen)
                      | <kl> ist (für | bei) {person} (verzeichnet | erfasst | hinterlegt | vermerkt | eingetragen | dokumentiert)
                      | <holds> ist (für | bei) {person} <at_level> (verzeichnet | erfasst | hinterlegt | vermerkt | eingetragen | dokumentiert)
                      | (verzeichnet | erfasst | hinterlegt) ist (für | bei) {person} <kl>
                      | (laut | gemäß) (eintrag | daten | graph | verzeichnis) (hat | verfügt) {person} [über] <kl>
                      | der graph (verzeichnet | enthält | zeigt | führt) (für | bei | zu) {person} <kl>
                      | in den (daten | einträgen) (von | zu) {person} (ist | steht | findet sich) <kl> [verzeichnet]
                      | zu den (kompetenzen | fähigkeiten) von {person} (gehört | zählt) <kl>
                      | <kl> (gehört | zählt) zu den (kompetenzen | fähigkeiten) von {person}
                      | (die | das) <lv> von {person} in <holds> (ist | beträgt | liegt bei) @level [<lv>] {level}
                      | {person} beherrscht @level <kl>
                      | @level <lv> {level} in <holds> (hat | besitzt | erreicht) {person}
                      | (mit | auf) <lv> {level} @level (verfügt {person} über | beherrscht {person} | hat {person}) <holds>) | @basis=stated (<holds> liegt (für | bei) {person} @level auf <lv> {level} vor | {person} hat (bei | für) <holds> @level <lv> {level})""",
    "hold_assessed": """@basis=assessment ({person} (wurde | ist) [(in | für) <holds>] [;] [@level (mit | auf) [der | einer] <lv> [von] {level}] [(in | für) <holds>] (bewertet | eingestuft | eingeschätzt | beurteilt) [worden]
                      | (in | für | bei) <holds> (wurde | ist) {person} [@level (mit | auf) [der | einer] <lv> [von] {level}] (bewertet | eingestuft | eingeschätzt | beurteilt) [worden]
                      | <holds> (wurde | ist) (bei | für) {person} [@level (mit | auf) [der] <lv> {level}] (bewertet | eingestuft | eingeschätzt | beurteilt) [worden]
                      | (die | eine) (bewertung | beurteilung | einstufung | einschätzung) von {person} in <holds> (ergab | ergibt | lautet | liegt bei | zeigt) @level <lv> {level}
                      | (laut | gemäß | nach) [einer | der] (bewertung | beurteilung | einstufung | einschätzung) ((hat | besitzt) {person} <kl> | verfügt {person} (über <kl> | in <holds> @level über <lv> {level}) | (steht | liegt | ist) {person} (@level auf [der] <lv> {level} in <holds> | in <holds> @level auf <lv> {level}))
                      | (eine | die) (bewertung | beurteilung | einstufung | einschätzung) (ergab | ergibt | bescheinigt | bestätigt | zeigt) [für | bei] {person} (<kl> | in <holds> @level <lv> {level})
                      | {person} hat in <holds> @level die (bewertete | bewertung) [mit] <lv> {level} [erhalten]
                      | die (bewertete <lv> | bewertung) von {person} in <holds> (ist | beträgt | liegt bei | lautet) @level [<lv>] {level}
                      | {person} [;] in <holds> @level (mit | auf) <lv> {level} (bewertet | eingestuft) [;])""",
    "hold_course": """@basis=course ({person} hat <course_any> [erfolgreich] (bestanden | abgeschlossen | absolviert) [;] ((der | die | das | welcher) <holds> <to_level> (vermittelt | lehrt | behandelt) | in dem <holds> <to_level> vermittelt wird)
                      | {person} hat <course_any> [erfolgreich] (bestanden | abgeschlossen | absolviert) [;] [und] ((der kurs | dieser kurs) (vermittelt | lehrt | behandelt) <holds> <to_level> | (darin | dort) wird <holds> <to_level> vermittelt)
                      | <course> [;] (den | die) {person} [erfolgreich] (bestanden | abgeschlossen | absolviert) hat [;] (vermittelt | lehrt | behandelt) <holds> <to_level>
                      | der von {person} (bestandene | abgeschlossene | absolvierte) kurs {course} (vermittelt | lehrt | behandelt) <holds> <to_level>
                      | {person} hat mit <course_any> einen kurs (bestanden | abgeschlossen | absolviert) [;] der <holds> <to_level> (vermittelt | lehrt)) | @basis=course {person} hat <course_any> [erfolgreich] (bestanden | abgeschlossen | absolviert) [;] einen kurs [;] der <holds> <to_level> vermittelt""",
    "holding": """@basis=stated (<kl>)
                  | @basis=assessment (der bewerteten <lv> {level} in <holds> | <holds> @level bewertet auf <lv> {level} | einer bewertung (mit | auf) <lv> {level} in <holds> | [in <holds>] der bewerteten <lv> {level} | @level <lv> {level} in <holds> [;] laut bewertung) @level""",
    "at_it": """@basis=stated @cover=same @level ({person} ((hat | besitzt | erreicht) [jedoch | aber | hingegen | dagegen] [dort | hier | darin | dabei] | verfügt [jedoch | aber | hingegen | dagegen] [dort | hier | darin] über | (steht | liegt | ist | befindet sich) [jedoch | aber | hingegen | dagegen] [dort | hier | darin | dabei] auf [der]) <lv> {level}
                | (die | das) <lv> von {person} (ist | beträgt | liegt bei) {level} | bei {person} (ist | steht | liegt) [es] [jedoch | aber] [auf] <lv> {level} [verzeichnet] | {person} auf <lv> {level})
                | @basis=assessment @cover=same @level ({person} (wurde | ist) [jedoch | aber | hingegen | dagegen] [darin | dabei | dort] (mit | auf) [der] <lv> {level} (bewertet | eingestuft | eingeschätzt | beurteilt) | {person} hat laut bewertung <lv> {level} | (die bewertung | die bewertete <lv>) von {person} (liegt bei | beträgt | ist) [<lv>] {level})""",
    "cover": """@cover=equivalent ([;] [und] (das | dies | was) [ist] (gleichbedeutend mit | dasselbe wie | gleichwertig mit) <skill> [ist] | [;] (das | dies | was) entspricht <skill> | [;] gleichwertig mit <skill>)
                | @cover=narrower ([;] [und] (das | dies | was | die | der) (zählt | gilt | wird) [als | für] <skill> [angerechnet | gezählt] | [;] (was | das | die) (als | für) <skill> (zählt | gilt | angerechnet wird | gezählt wird))
                | @cover=close ([;] [und] (das | dies) (kommt <skill> nahe | ist (nah | nahe) an <skill> | ist mit <skill> verwandt | liegt nahe bei <skill>) | [;] (was | das | die) ((nah | nahe) (an | bei) <skill> (liegt | ist) | mit <skill> verwandt ist | <skill> nahe ist) | [;] eine <skill> nahe (fähigkeit | kompetenz))""",
    "met_object": "@!optional ([die | der] (anforderung | anforderungen) (der | von | für) <role> (in | an | für | bei | zu) <skill> [[;] (von <lv> {required} | lpar <lv> {required} rpar | <lv> {required})] | @required [die] anforderung [von] <lv> {required} [in <skill>] (der | von | für) <role> | die anforderung (in | an | für | zu) <skill> (der | von | für) <role>)",
    "meets": "genügt | deckt | trifft",
    "missing_by": """@difference [;] [und | somit | damit | also | es] ((fehlt | fehlen) [also | somit | damit | dabei] {difference} [stufen | stufe] | (eine | die | mit einer | bei einer) (lücke | differenz | abweichung) [von | beträgt] {difference} [stufen | stufe] | [die | der] (abstand | differenz | lücke) (beträgt | ist) [damit | also] {difference} [stufen | stufe])""",
    "wants_more": """@difference [;] [und] [also | das sind | das ist | somit | damit | was] [um] {difference} [stufen | stufe] (mehr | höher | darüber) [sind | ist] | @difference [;] [das (ist | sind) | also | es bleibt | bei] [eine | einer | ein] (lücke | differenz | abstand) von {difference} [stufen | stufe] | @difference [;] [es] (fehlt | fehlen) [also | somit | damit] {difference} [stufen | stufe] | @difference [;] [die | der] (differenz | lücke | abstand) (beträgt | ist) [damit | also] {difference} [stufen | stufe]""",
    "below": "[um] {difference} [stufen | stufe] (darunter | niedriger als | unter der | unterhalb der)",
    "ask_last": "<role> [dafür | darin | hier] [mindestens] (@required [die] <lv> {required} [in <skill>] | <kr>) <opt> <asks_last> | (für | von | in) <role> (@required [die] <lv> {required} [in <skill>] | <kr>) <opt> <asked> (ist | wird)",
    "not_on_record": """(für | bei | von | zu) {person} ((liegt | gibt es | besteht | findet sich | existiert | ist) (kein | keinen | keinerlei) | fehlt ein) (nachweis | eintrag) (für | zu | über | in | von) <skill> [vor | verzeichnet | vorhanden | hinterlegt | erfasst]
                        | (für | bei) {person} ist <skill> nicht (verzeichnet | erfasst | hinterlegt | vermerkt | eingetragen | dokumentiert | aufgeführt)
                        | <skill> ist (für | bei) {person} nicht (verzeichnet | erfasst | hinterlegt | vermerkt | eingetragen | dokumentiert | aufgeführt)
                        | (zu | für) <skill> (liegt | gibt es | besteht | findet sich | existiert | ist) (für | bei | von | zu) {person} ((kein | keinen) (nachweis | eintrag) | nichts) [vor | verzeichnet | vorhanden | hinterlegt | erfasst]
                        | der graph (verzeichnet | enthält | führt | hat) (für | bei | zu) {person} (kein <skill> | keinen eintrag (zu | für) <skill> | <skill> nicht)
                        | {person} hat (keinen | kein) (eintrag | nachweis | verzeichnetes) (für | zu | in | über | ) <skill> [verzeichnet]
                        | <skill> fehlt in den (daten | einträgen) (von | zu) {person}
                        | kein (eintrag | nachweis) (für | zu | über) <skill> (liegt | ist | existiert | findet sich) (für | bei | zu) {person} [vor | verzeichnet | vorhanden]
                        | {person} [;] kein (eintrag | nachweis) (für | zu) <skill>
                        | <skill> [;] (für | bei) {person} nicht (verzeichnet | erfasst)
                        | in den (daten | einträgen | unterlagen) (von | zu) {person} (fehlt | findet sich kein | gibt es kein | ist kein) [eintrag | nachweis] [für | zu] <skill> [verzeichnet]""",
    "asks_it": """<role> (verlangt | fordert | erfordert | braucht | benötigt | erwartet) [aber | jedoch | allerdings | dagegen] (@!held (diese (kompetenz | fähigkeit) | (@required | @near | @!level @!to_level) (es | dies)) | <skill>) [jedoch | aber] <at_required> <opt>
                  | <role> setzt (@!held (@required | @near | @!level @!to_level) (es | dies) | <skill>) [jedoch | aber] <at_required> <opt> voraus
                  | (für | von | in) <role> (wird | ist) (@!held (@required | @near | @!level @!to_level) (es | dies) | <skill>) [jedoch | aber] <at_required> <opt> <asked>
                  | @!held (diese (kompetenz | fähigkeit) | (@required | @near | @!level @!to_level) (es | dies)) (wird | ist) [jedoch | aber] (von | für | in) <role> [jedoch | aber] <at_required> <opt> <asked>
                  | @required <role> (verlangt | fordert | erfordert | braucht | erwartet) [jedoch | aber | hingegen | dagegen] [mindestens] [die] <lv> {required} <opt>
                  | @required (verlangt | gefordert | benötigt) (wird | ist) [aber | jedoch] (von | für | in) <role> <lv> {required} @!optional""",
    "near_level": "mit <lv> {level} | [;] <lv> {level} [;] | auf [der] <lv> {level}",
    "near_too": "@near",
    "near_it": """[;] [und | aber | jedoch] ((verzeichnet | erfasst | vorhanden) ist [jedoch | aber | hingegen | dagegen] [die | das] (verwandte | nahe) [kompetenz | fähigkeit] [;] <near> [;] <near_level>
                  | (die | eine | als) (verwandte | nahe | nahestehende) (kompetenz | fähigkeit) [;] (<near> [;] ist [<near_level>] verzeichnet | [;] <near> [;] <near_level> ist verzeichnet | ist <near> <near_level> verzeichnet)
                  | <near> [;] (eine | die) (verwandte | nahe) (kompetenz | fähigkeit) [;] ist [<near_level>] (verzeichnet | erfasst | vorhanden)
                  | (das | die) (verwandte | nahe) [kompetenz | fähigkeit] {near} ist [jedoch | aber] [<near_level>] (verzeichnet | erfasst | vorhanden))""",
    "reqs": "(@essential wesentlichen | @!essential) (kriterium | kriterien)",
    "by_weight": """[;] [und | also | oder | was | das | dies | damit] [das | dies | sind | ist | entspricht | macht] [damit | also] [;] ((nach gewicht | gewichtet | dem gewicht nach | gewichtet betrachtet) [;] [sind das | entspricht das | ist das | also] <percent> [entspricht | ausmacht | sind | ergibt]
                    | [zu | einem gewicht von | mit einem gewicht von] <percent> (nach gewicht | gewichtet | des gewichts | dem gewicht nach | der gewichtung | des gesamtgewichts) [entspricht | ausmacht | sind | ergibt | aus])
                    | [;] (das | dies) (entspricht | sind | macht) (nach gewicht | gewichtet) <percent> [aus] | [;] (gewichtete abdeckung | abdeckung nach gewicht) [;] <percent> | [;] nach gewicht zu <percent>""",
    "open_left": "[;] [und | so dass | sodass | womit | damit] [die] [(übrigen | anderen | restlichen)] {open} [davon] (ist | sind | bleibt | bleiben) [damit | also] (nicht erfüllt | offen | unerfüllt) [ist | sind | bleiben] | [;] {open} (offen | nicht erfüllt | unerfüllt)",
    "x_of_y": "{met} (von | der | aus | unter | von den) [den | allen] {total} <reqs>",
    "teach": """<course> (vermittelt | lehrt | behandelt | unterrichtet) <teaches> <taught_to>
                | <course> (bringt | bietet) <teaches> <taught_to> (bei | an)
                | <course> (ist ein kurs (in | zu | für | über) | bietet (unterricht | schulung | ausbildung | eine schulung) in) <teaches> <taught_to>
                | (im | in | mit | durch | mit dem | in dem) [kurs | der schulung] {course} (wird <teaches> <taught_to> (vermittelt | gelehrt | unterrichtet | behandelt) | lässt sich <teaches> <taught_to> (lernen | erlernen) | kann man <teaches> <taught_to> (lernen | erlernen) | kann <teaches> <taught_to> (gelernt | erlernt) werden)
                | <teaches> (wird | lässt sich) (im | in | mit | durch | von | mit dem | in dem | vom) [kurs | der schulung] {course} <taught_to> (vermittelt | gelehrt | lernen | erlernen | unterrichtet | behandelt)
                | <teaches> wird <taught_to> (im | in | mit | durch | von | mit dem | in dem | vom) [kurs] {course} (vermittelt | gelehrt | unterrichtet | behandelt)
                | @to_level @closes=True <course> (führt | bringt) [(in | zu)] <teaches> <taught_to>""",
    "reaching": """[;] [und | womit | wodurch | damit | so | das | dies | was | somit] [damit | so | somit | dadurch] (erreicht | erfüllt | deckt | genügt | reicht für | reicht) [damit | so | somit] [für] (<level_wanted> | <met_object>) [ab | aus]
                   | [;] (womit | wodurch | damit | so | somit | und damit | und so) [wird | ist] (<level_wanted> | <met_object>) (erreicht | erfüllt | abgedeckt) [wird | ist]
                   | @to_level==required [;] (die <role> @!optional <asks_last> | also die (von | für) <role> (geforderte | verlangte | benötigte) <lv> | wie (von | für) <role> <asked> | der <lv> [;] die <role> @!optional <asks_last>)
                   | [;] was (<level_wanted> | <met_object>) (erreicht | erfüllt | abdeckt)""",
    "staying_below": """[;] [und | das | dies | aber | damit | somit] (liegt | bleibt | ist) [damit | somit | also | aber | jedoch] (unter | unterhalb | niedriger als | unterhalb von) (<level_wanted> | <met_object>)
                      | [;] [und | aber | das | dies] (erreicht | erfüllt) [damit | somit | also] (<level_wanted> | <met_object>) (nicht)
                      | [;] was (<level_wanted> | <met_object>) nicht (erreicht | erfüllt) | [;] was (unter | unterhalb) (<level_wanted> | <met_object>) (liegt | bleibt)
                      | [;] (womit | wodurch) (<level_wanted> | <met_object>) nicht (erreicht | erfüllt) (wird | ist)
                      | [;] [also] (unter | unterhalb) (<level_wanted> | <met_object>)""",
    "moves": "(wechsel | wechseln | rollenwechsel | mal ein wechsel)",
    "between": "(von | vom | aus) <origin> (zu | zur | zum | in | nach | auf) <destination> | [von] <origin> (zu | nach) <destination>",
    "along": "von <origin> (zu | zum | zur | nach | bis | bis zu | bis zum | in) <target>",
    "limits": "(innerhalb | unter | mit | in | bei) (der | den | dieser | diesen | deren | ihrer) [gesetzten | gegebenen | vorgegebenen | festgelegten | genannten | geltenden] (grenzen | vorgaben | einschränkungen)",
    "needed": "nötiger | benötigter | erforderlicher | notwendiger",
    "skills": "(kompetenz)",
    "ready": "übernehmbar",
    "learn": "{missing} (<is> [noch] zu (erwerben) | (muss | müssen) [noch] (erworben) werden | [noch] zu erwerben | [noch] zu (erlernen | lernen))",
    "rest": "[;] [und | während | wobei] [die] [(übrigen | restlichen | anderen)] {missing} [weitere] ((<is> [noch] zu (erlernen | lernen | erwerben)) | (muss | müssen) [noch] (erlernt | gelernt | erworben) werden | [noch] (erlernt | gelernt | erworben) werden (muss | müssen) | zu (erlernen | lernen | erwerben) <is>)",
    "through": "[;] [und] [(führt | zunächst | zuerst | erst | er führt | zwar)] (über | via) [die rolle] {via_1} (@via_2 [;] [und] [dann | danach | anschließend | schließlich] [über] {via_2} (@via_3 [;] [und] [dann | danach | anschließend] [über] {via_3} @!via_4 | @!via_3) | @!via_2) | [;] mit {via_1} (@via_2 [;] [und] {via_2} (@via_3 [;] und {via_3} @!via_4 | @!via_3) | @!via_2) als (zwischenstation | zwischenschritt | zwischenschritten | zwischenstationen | station | stationen)",
    "as_of": "@as_of ([;] (zum | per | am | mit stand [vom] | nach stand [vom]) {as_of} | lpar (stand | zum) {as_of} rpar | [;] stand [;] {as_of})",
    "faded_hold": """<hold> <cover> [;] [und | aber | doch | allerdings | wobei | da] [der] letzte nachweis [hierfür | dafür | dazu] [;] [ist | stammt | datiert | liegt | war] [vom | von | auf] [den] {last} [(stammt | ist | datiert)]
                     | <hold> <cover> [;] [und wurde | wurde | was] zuletzt [am] {last} (nachgewiesen | belegt) [wurde] | <hold> <cover> [;] zuletzt (nachgewiesen | belegt) [am] {last}
                     | <hold> <cover> [;] mit [dem] letzten nachweis vom {last}""",
    "faded_counts": """[;] [und | daher | deshalb | somit | also] [daher] (zählt | gilt | wird) (das | dies | es | sie) [daher | deshalb | also | somit] (am | zum) {as_of} [daher | deshalb | also | somit] (als | mit) <lv> {counted} [gezählt | gewertet] [[;] (bei | mit | auf grund) einer halbwertszeit von {half_life} monaten]
                       | [;] [und] (am | zum) {as_of} (zählt | gilt | gezählt | wird) [(das | dies | es | sie)] [daher | deshalb | also | somit] (als | mit) <lv> {counted} [gezählt | gewertet] [[;] (bei | mit) einer halbwertszeit von {half_life} monaten]
                       | [;] (was | weshalb (das | es | dies) | so dass (das | es | dies) | sodass (das | es | dies)) [daher] (am | zum) {as_of} [daher | deshalb] als <lv> {counted} (zählt | gilt) [[;] bei einer halbwertszeit von {half_life} monaten]""",
    "faded_ask": "@!cover=close (<asks_it> | @required <role> (verlangt | fordert | benötigt) <lv> {required} @!optional)",
    "faded_end": "[;] [und | damit] [(das | dies | die anforderung | dies)] (ist | wird) [damit | somit | also] (@enough=True erfüllt | @enough=False nicht erfüllt) | [;] (@enough=True erfüllt | @enough=False nicht erfüllt) [damit]",
    "still": """@skill_1 [;] [und] ((nötig | benötigt | erforderlich | gefordert | notwendig) (ist | sind | wird | werden) [noch | außerdem] [;] <needs>
                | [noch] (nötig | benötigt | erforderlich) [;] <needs> | (noch | außerdem) (nötig | benötigt | erforderlich) (ist | sind | wird | werden) [;] <needs>
                | <needs> (ist | sind | wird | werden) noch (nötig | benötigt | erforderlich | gefordert)
                | [{person}] (benötigt | braucht) noch <needs>)""",
    "comma": "[;] (sowie | und auch | und außerdem)",
    **{
        f"r{n}": f"@required_{n} ([;] <lv> {{required_{n}}} [;] | mit <lv> {{required_{n}}} | auf [der] <lv> {{required_{n}}})"
        for n in range(1, 6)
    },
    "m_hold": """{mentor} (hat | besitzt | verfügt über) <ml>
                 | {mentor} (bringt | weist) <ml> (mit | auf)
                 | {mentor} (steht | ist | liegt | befindet sich) [in <holds>] @level auf [der] <lv> {level} [in <holds>]
                 | (in | für | bei) <holds> ((steht | ist | liegt) {mentor} @level auf [der] <lv> {level} | (hat | besitzt) {mentor} @level <lv> {level} | verfügt {mentor} @level über <lv> {level})
                 | (für | bei) {mentor} ist <ml> (verzeichnet | erfasst)
                 | {mentor} [;] <ml>""",
    "m_it": "@cover=same @level {mentor} (hat [darin | dabei] | (ist | steht | liegt) [darin | dabei] auf [der] | verfügt [darin | dabei] über) <lv> {level}",
    "m_and_offer": "[@offered [;] und bietet [auch | dazu | hierin] (<mentoring> (in | zu | für) <offered> | @offered==holds (darin | dazu | hierin) <mentoring>) an]",
    "m_own": """@own ({person} (hat [dagegen | hingegen | jedoch] (@!held [darin] | in <skill>) | (ist | steht | liegt) [dagegen | hingegen | jedoch] (@!held [darin] | in <skill>) auf [der] | verfügt [dagegen | hingegen | jedoch] (@!held [darin] | in <skill>) über) <lv> {own}
                | bei {person} ist es <lv> {own} @!held | (die | das) <lv> von {person} [in <skill>] (ist | beträgt | liegt bei) {own})""",
    "m_ask": "@role <ask> | @role @required <role> (verlangt | fordert | erfordert | benötigt | erwartet) [mindestens] <lv> {required} <opt>",
    "apart": "[;] [und] [(das | dies | was | also | damit | sie)] [(ist | sind | entspricht | liegen | beträgt | im abstand von | mit einem abstand von)] {steps} (schritt | schritte | schritten) [voneinander] [entfernt | abstand | auseinander] [(in | innerhalb) der organisation] [(entspricht | sind | ist | entfernt | auseinander | voneinander entfernt)] | [;] [der] abstand (in | innerhalb) der organisation [beträgt | ist | ;] {steps} (schritt | schritte)",
    "m_people": "(menschen)",
    "mentoring": "(ein mentorat | mentorings | mentoring-unterstützung)",
    "find": "(ermittelt | ermitteln | ermittelt werden)",
    "passage": """[der] [abschnitt] {section} (in | von | aus | der | des | im) [der | des | dem] [dokument | dokuments] {document} [;] [in] [der] <version_new>
                  | {document} [;] <version_new> [;] [lpar] [abschnitt] {section} [rpar]
                  | abschnitt {section} (der | von | in) (version | fassung) {version} (von | der | des) {document}
                  | (version | fassung) {version} (von | der | des) {document} [;] abschnitt {section}""",
    "in_force": """@!until @!then [;] [ist | sind] [;] seit [dem] {since} (in kraft | gültig | wirksam) | @!until @!then [;] gilt [;] (seit | ab) [dem] {since} | @!until @!then [;] [ist] (in kraft | gültig | wirksam) [;] (seit | ab) [dem] {since}
                   | @until [;] [ist] (gilt | gültig | in kraft | wirksam) [;] (von | vom | zwischen) [dem] {since} (bis | und) [zum | dem] {until} [in kraft | gültig]
                   | @then [;] ([(war | galt)] [in kraft | gültig] [;] (ab | von) [dem] {since} | [war] (ab | von) [dem] {since} (in kraft | gültig)) [;] [und | und wurde | wurde] am {then} (ersetzt | abgelöst) [worden]""",
    "theme_counts": "{roles} (rolle | rollen) [;] [und] {skills} (fähigkeit | fähigkeiten | kompetenz | kompetenzen) [;] [und] {courses} (kurs | kurse) [;] [und] {passages} (passage | passagen | textstelle | textstellen | abschnitt | abschnitte)",
}

_FIND_NO = """((für | zu | in) <skill> ((gibt es | findet sich | existiert | ist | steht) (im graphen | im graph) <no_further> <fc> [verzeichnet | vorhanden | erfasst] | (enthält | kennt | hat | führt | bietet | verzeichnet) der graph <no_further> <fc>)
  | (es gibt | es existiert | es findet sich | gibt es) ((im graphen | im graph) <no_further> <fc> (für | zu | in) <skill> | <no_further> <fc> (für | zu | in) <skill> (im graphen | im graph) | (für | zu | in) <skill> (im graphen | im graph) <no_further> <fc>)
  | <no_further> <fc> (für | zu | in) <skill> ((ist | wurde | steht | findet sich | existiert) (im graphen | im graph) [verzeichnet | vorhanden | enthalten | gefunden | erfasst] | (im graphen | im graph) [verzeichnet | gefunden | vorhanden] | wurde gefunden)
  | (im graphen | im graph) (gibt es | findet sich | ist | existiert | steht) (<no_further> <fc> (für | zu | in) <skill> | (für | zu | in) <skill> <no_further> <fc>) [verzeichnet | vorhanden | erfasst]
  | <no_further> <fc> (im graphen | im graph) (vermittelt | lehrt | behandelt) <skill>
  | der graph (enthält | kennt | hat | führt | bietet | verzeichnet) <no_further> <fc> (für | zu | in) <skill>
  | <skill> [;] <no_further> <fc> (im graphen | im graph))"""

_HAVE = "(<hold> <cover>)"

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.HAS_SKILL: (
        "@basis=stated ({person} [;] <kl> | <holds> [;] {person} @level auf <lv> {level} | (die | das) <lv> von {person} in <holds> [;] @level {level} | <holds> [;] @level <lv> {level} (bei | für) {person})",
        "@basis=assessment ({person} [;] <holds> [;] [mit | auf] @level <lv> {level} bewertet | {person} [;] in <holds> [mit | auf] @level <lv> {level} bewertet | {person} [;] bewertung in <holds> [;] @level <lv> {level})",
    ),
    ClaimKind.REQUIRES_SKILL: (
        "(für | in) <role> ist <kr> gefragt @!optional",
        "@!optional ({role} [;] <kr> [ist | wird] <asked> | (<asked> | anforderung) (für | von | der) <role> [ist | wird | ;] <kr> | {role} [;] (verlangt | fordert | braucht) <kr> | {role} [;] anforderung [;] <kr>)",
        "@optional ({role} [;] <kr> [ist] optional | (für | in | bei) <role> (ist | wird) <kr> optional [<asked>] | <kr> ist (für | in | bei) <role> (optional | nicht zwingend | freiwillig) [<asked>] | <role> <asks> optional <kr> | optional (für | in | bei) <role> [ist | wird | ;] <kr> [<asked>] | <kr> ist [eine] (optionale anforderung) (für | der | von | in) <role> | <role> <asks> <kr> [;] (aber | jedoch) optional)",
    ),
    ClaimKind.MEETS_SKILL: (
        "@level>required @cover=same @basis=stated mit <holding> liegt {person} über <level_wanted>",
        "@cover=same @basis=stated da {person} (<holds> <at_level> | in <holds> @level <lv> {level}) hat [;] ist <level_wanted> (erreicht | erfüllt)",
        f"{_HAVE} <but> (<asks_it> | <ask>) [<res_met>] @!cover=close",
        f"<ask> <but> ({_HAVE} | <at_it>) [<res_met>]",
        f"(während | obwohl | wobei) <ask_last> [;] ({_HAVE} | <at_it_inv>)",
        f"{_HAVE} [;] (während | wobei) <ask_last>",
        "@level <ask> <but> {person} erfüllt [dies | das | es | sie | diese anforderung] mit (<holding> | [der] <lv> {level} @basis=stated @cover=same)",
        "@level mit (<holding> | [einer | der] <lv> [von] {level} in <skill> @basis=stated @cover=same) <cover> (erfüllt | erreicht) {person} [damit] (<met_object>)",
        "@level @cover=same in <skill> (erfüllt | erreicht) {person} (mit [der | einer] <lv> [von] {level} @basis=stated | mit [der] bewerteten <lv> {level} @basis=assessment) (<met_object>)",
        "@level @cover=same (@basis=stated | @basis=assessment) {person} (erfüllt | erreicht) (<met_object>) [;] mit (<holding> | [einer | der] [bewerteten @basis=assessment] <lv> [von] {level} @basis=stated)",
        f"{_HAVE} [;] [und | womit | wodurch | damit | so | somit] [damit | so | somit | dadurch] (erfüllt | erreicht) [{{person}}] [damit | so | somit | dadurch] <met_object>",
        f"{_HAVE} [;] [und | womit | wodurch | damit | so | somit] [damit | so | somit | dadurch] (ist | wird) [damit | so | somit] <met_object> [damit | so | somit] (erfüllt | erreicht)",
        f"{_HAVE} [;] (womit | wodurch | was) [{{person}}] <met_object> (erfüllt | erreicht) [ist | wird]",
        f"{_HAVE} [;] [und] (das | dies | es) (erfüllt | erreicht | genügt | reicht für | genügt für) <met_object>",
        "<hold> [;] (das | dies) zählt als <skill> @cover=narrower und (erfüllt | erreicht) [damit | so | somit] <met_object>",
        "@level @cover=same @basis=stated (die | das) <lv> {level} von {person} in <skill> (erfüllt | erreicht | genügt für) <met_object>",
        "@level @cover=same (@basis=stated | @basis=assessment) (<met_object>) (ist | wird) von {person} [mit (<holding> | [der] <lv> {level} @basis=stated)] (erfüllt | erreicht) [;] [mit (<holding> | [der] <lv> {level} @basis=stated)]",
        "@level @required @cover=same @basis=stated ({skill} [;] {person} [hat | ist | steht] [auf] <lv> {level} <but> (<asks_it> | {role} <asks> [<lv>] {required}) [<res_met>] | {person} [;] <kl> <but> (<asks_it> | {role} <asks> [<lv>] {required}) [<res_met>])",
        "@level @required @cover=same @basis=stated {person} erfüllt [die] anforderung (der | von | für) <role> (in | an | für) <skill> [;] [mit] <lv> {level} [;] (gefordert | verlangt | bei geforderter | gegenüber) [(ist | wird)] [<lv>] {required} @!optional",
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        "@required @!optional @!cover=close <hold> <cover> [;] (benötigt | verlangt | gefordert) wird (für | von) <role> [aber | jedoch] <lv> {required}",
        "@difference @required @cover=same @basis=stated @level <ask> [;] mit <lv> {level} (fehlt | fehlen) {person} {difference} [stufe | stufen]",
        f"@!cover=close {_HAVE} <but> (<asks_it> | <ask>) [<wants_more>]",
        f"@!cover=close <ask> <but> ({_HAVE} | <at_it>) [<missing_by>]",
        f"@!cover=close {_HAVE} [;] (während | wobei | obwohl) <ask_last> [<wants_more>]",
        f"@!cover=close (während | obwohl | obgleich) <ask_last> [;] (<at_it_inv> | {_HAVE}) [<missing_by>]",
        "@level @cover=same @basis=stated {skill} [;] {person} [(hat | steht | ist)] [auf] <lv> {level} <but> (<asks_it> | <role> <asks> [<lv>] {required} @required) [<wants_more>]",
        "@level @cover=same @basis=stated {person} [;] <kl> <but> (<asks_it> | <role> <asks> [<lv>] {required} @required) [<wants_more>]",
        f"@required @!cover=close {_HAVE} [;] [und | aber | doch | damit | das | dies] (erreicht | erfüllt) [damit | somit | also] <level_wanted> [damit | somit] nicht [<missing_by>]",
        f"@required @!cover=close {_HAVE} [;] [und | aber | doch | damit | das | dies] (liegt | bleibt | ist) [damit | somit | also] [@difference [um] {{difference}} [stufen | stufe]] (unter | unterhalb | unterhalb von) <level_wanted> [<missing_by>]",
        f"@required @!cover=close {_HAVE} [;] (was | womit) [@difference {{difference}} [stufen | stufe]] (unter | unterhalb) <level_wanted> (liegt | bleibt | ist)",
        f"@difference @required @!cover=close {_HAVE} [;] [und] [damit | es] (fehlt | fehlen) [{{person}}] [also | somit | damit] {{difference}} [stufen | stufe] (bis | zu) [zu | zur] (<level_wanted> | <lv> {{required}} [;] die <role> <asks_last> @!optional)",
        f"@difference @required @!cover=close {_HAVE} [;] (für | bei) <role> (fehlt | fehlen) [also | somit | damit | noch] {{difference}} [stufen | stufe] (bis | zu) [zu | zur] <lv> {{required}} @!optional",
        "@difference @required @cover=same @!optional (@basis=stated | @basis=assessment) (in | bei) <skill> (fehlt | fehlen) {person} [@basis=stated bei <lv> {level}] {difference} [stufen | stufe] (bis | zu) [zu | zur] (<level_wanted>)",
        "@difference @required @cover=same @!optional (@basis=stated | @basis=assessment) {person} (fehlt | fehlen) (in | bei) <skill> [;] {difference} [stufen | stufe] (für <role> | (bis | zu) [zu | zur] <level_wanted> | um <level_wanted> zu erreichen) [[;] @basis=stated [mit] <lv> {level} (statt | gegenüber | von) [<lv>] {required}]",
        "@difference @required @cover=same @!optional (@basis=stated | @basis=assessment) um <level_wanted> zu (erreichen | erfüllen) [;] (fehlt | fehlen | braucht | benötigt) {person} [in <skill>] [weitere] {difference} [stufen | stufe] [mehr] [in <skill>]",
        "@difference @required @cover=same @!optional (@basis=stated | @basis=assessment) {person} (braucht | benötigt) in <skill> [noch] [weitere] {difference} [stufen | stufe] [mehr] [;] um <level_wanted> zu (erreichen | erfüllen)",
        "@difference @required @cover=same @!optional (@basis=stated | @basis=assessment) {person} liegt in <skill> [@basis=stated mit <lv> {level}] [um] {difference} [stufen | stufe] (unter | unterhalb) <level_wanted>",
        "@difference @required @cover=same @!optional @level @basis=stated mit (<holding> | [einer | der] <lv> [von] {level} in <skill>) (liegt | bleibt) {person} [um] {difference} [stufen | stufe] (unter | unterhalb) <level_wanted>",
        "@required @cover=same @!optional @level @basis=stated mit (<holding> | [einer | der] <lv> [von] {level} in <skill>) (erreicht | erfüllt) {person} <level_wanted> nicht",
        "@difference @required @cover=same @!optional @level @basis=stated zwischen <lv> {level} von {person} in <skill> und <level_wanted> (liegt | liegen | besteht | fehlen) [eine] [(lücke | differenz) von] {difference} [stufen | stufe]",
        "@cover=close <hold> <cover> <but> <role> <asks> [jedoch | aber | allerdings] [genau] <skill> (selbst | genau | direkt) <at_required> <opt>",
        "@cover=close <role> <asks> [genau] <skill> (selbst) <at_required> <opt> <but> <hold> [;] (was | das) [<skill> | dem] (nahekommt | kommt dem nahe)",
    ),
    ClaimKind.LACKS_SKILL: (
        "@!optional <skill> (wird | ist) (von | für) <role> <at_required> <asked> [;] [und] ist (bei | für) {person} [aber | jedoch] nicht (verzeichnet | erfasst) <near_too>",
        "<not_on_record> <but> (<asks_it> | <ask>) <near_too>",
        "<not_on_record> [;] ((was | das) <role> <at_required> <opt> <asks_last> | eine (fähigkeit | kompetenz | anforderung) [;] die <role> <at_required> <opt> <asks_last>) <near_too>",
        "<not_on_record> <near_here> <but> <ask>",
        "<skill> ist (für | bei) {person} nicht (verzeichnet | erfasst | hinterlegt | vermerkt | eingetragen | dokumentiert | nachgewiesen) [;] (wird | ist) [aber | jedoch] (von | für | in) <role> [jedoch | aber] <at_required> <opt> <asked> <near_too>",
        "<not_on_record> [;] (während | wobei | obwohl) (<ask_last> | <role> (es | dies) <at_required> <opt> <asks_last>) <near_too>",
        "(während | obwohl | obgleich) <ask_last> [;] (ist <skill> (für | bei) {person} nicht (verzeichnet | erfasst) | (ist | liegt | gibt es) (dazu | dafür | hierzu) (für | bei) {person} (kein | keinen) (eintrag | nachweis) [vor | verzeichnet] | ist (es | dies | sie) (für | bei) {person} nicht (verzeichnet | erfasst)) <near_too>",
        "<ask> <but> (<it_not_on_record> | <not_on_record>) <near_too>",
        "{skill} [;] <which_asked> [;] ist (für | bei) {person} nicht (verzeichnet | erfasst | hinterlegt | vermerkt) <near_too>",
    ),
    ClaimKind.GAP_SUMMARY: (
        "(<met_of>) <tail>",
        "@as_of (stand | zum | am | per | zum stand | mit stand) {as_of} [;] (<met_of> | <met_inv>) [<by_weight>] [<open_left>]",
        "(nach gewicht | gewichtet) [betrachtet | gesehen] [;] erfüllt {person} <percent> der <reqs> (der | für | von) <role> [;] [und] [also | das sind | nämlich | lpar] {met} (von | der) [den] {total} [<reqs>] [rpar] <as_of>",
    ),
    ClaimKind.ROLE_WITHIN_REACH: (
        "(<met_of>) <as_of> <still>",
        "@as_of (stand | zum | am | per | zum stand) {as_of} [;] (<met_of> | <met_inv>) <still>",
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        "@closes=True @required <teach> <cover> <reaching>",
        "@closes=False @required <teach> <cover> <staying_below>",
        "<teach> <cover> <but> (<asks_it> | <ask>) @!taught @!cover=close",
        "<teach> <cover> <but> <ask>",
        "<teach> <cover> [;] (während | wobei) <ask_last>",
        "<ask> <but> (<teach> | <course> (vermittelt | lehrt | behandelt) (@to_level | @!required) (es | dies | sie | das) <taught_to> @!taught) <cover>",
        "@closes=True @to_level==required @required @cover=same <teach> [;] (die | das | was) (<role> @!optional <asks_last> | (von | für) <role> <asked> (ist | wird) @!optional)",
    ),
    ClaimKind.NO_COURSE: (
        "ein (weiterer | anderer) kurs (für | zu) <skill> ist im graphen nicht (vorhanden | verzeichnet | enthalten) [;] (obwohl | während) <ask_last>",
        f"{_FIND_NO} [;] <was_asked>",
        f"{_FIND_NO} <but> (<asks_it> | <ask>)",
        f"{_FIND_NO} [;] (obwohl | während | wobei) (<ask_last> | <role> (es | dies) <at_required> <opt> <asks_last>)",
        f"<ask> <but> {_FIND_NO}",
        "(für | zu | in) <skill> [;] <which_asked> [;] ((gibt es | findet sich | existiert | ist) (im graphen | im graph) <no_further> <fc> [verzeichnet | vorhanden] | (enthält | kennt | hat | führt | bietet) der graph <no_further> <fc> | wurde <no_further> <fc> gefunden)",
    ),
    ClaimKind.COURSE_PREREQUISITE: (
        "{course} [;] ((zuerst | erst | zuvor | vorher) {prerequisite} | {prerequisite} (zuerst | zuvor | vorausgesetzt | nötig | erforderlich))",
        "[die | eine] voraussetzung ((für | von) [den] [kurs] | des kurses) {course} [ist | ;] [der] [kurs] {prerequisite}",
        "(vor | für) [dem | den | die] [kurs | schulung | besuch von | besuch des kurses] {course} ((ist | wird) [zuerst | zuvor | vorher | erst | zunächst] [der | den] [kurs | schulung] {prerequisite} [zuerst | zuvor | vorher] (nötig | erforderlich | notwendig | vorausgesetzt | verlangt | benötigt) | ist [zuerst | zuvor | vorher] [der] [kurs | schulung] {prerequisite} zu (absolvieren | bestehen | besuchen) | (braucht man | benötigt man) [zuerst | zuvor | vorher] [den] [kurs | schulung] {prerequisite} | (kommt | steht) [der] [kurs | schulung] {prerequisite} | muss [man] [zuerst | zuvor | vorher] [der | den] [kurs | schulung] {prerequisite} [zuerst | zuvor | vorher] (absolviert | bestanden | abgeschlossen | besucht) (werden | sein | haben))",
        "(wer | bevor man) [den] [kurs] {course} (besuchen (will | möchte) | besucht | belegt | belegen will | beginnt | beginnen will) [;] ((braucht | benötigt) [man] [zuerst | zuvor | vorher] [den] [kurs] {prerequisite} | muss [man] [zuerst | zuvor | vorher] [den] [kurs] {prerequisite} [zuerst | zuvor | vorher] ((bestanden | abgeschlossen | absolviert) haben | bestehen | abschließen | absolvieren))",
        "[der] [kurs] {course} kann (erst | nur) nach [dem] [abschluss von] [kurs] {prerequisite} (besucht | belegt | begonnen) werden",
        "[der] [kurs] {course} (setzt | verlangt | erfordert | braucht | benötigt) [;] (voraus [;] dass [der] [kurs] {prerequisite} [zuvor | vorher | zuerst] (bestanden | abgeschlossen | absolviert | besucht) (wurde | ist | wird | worden ist) | [zuvor | vorher | zuerst | zunächst] [den] [abschluss (von | des kurses)] [kurs] {prerequisite} [voraus])",
        "[der] [kurs] {prerequisite} (ist | gilt als | wird) [als] [eine | die] (voraussetzung | vorausgesetzt | nötig | erforderlich) (für | vor) [den | dem] [kurs] {course}",
        "[der] [kurs] {prerequisite} (ist | wird) (für | vor) [den | dem] [kurs] {course} (vorausgesetzt | nötig | erforderlich | notwendig | verlangt | benötigt | voraussetzung)",
        "[der] [kurs] {prerequisite} muss (vor | für) [dem | den] [kurs] {course} (bestanden | abgeschlossen | absolviert | besucht) (werden | sein | worden sein)",
    ),
    ClaimKind.COURSE_TEACHES: ("{course} [;] <teaches> <taught_to> <cover>",),
    ClaimKind.LEVEL_FADED: (
        "<faded_hold> <faded_counts> <but> (<faded_ask> | <ask>) <faded_end> @!cover=close",
        "<faded_hold> <faded_counts> <but> <faded_ask> <faded_end>",
        "@required @!optional @!cover=close <faded_hold> <faded_counts> [;] [und | was | das | dies | aber] [damit | somit] (@enough=True (erfüllt | erreicht | genügt | reicht für) <level_wanted> | @enough=True <level_wanted> (erfüllt | erreicht) | @enough=False (erfüllt | erreicht) <level_wanted> nicht | @enough=False <level_wanted> nicht (erfüllt | erreicht) | @enough=False (liegt | bleibt) unter <level_wanted>)",
        "@!cover=close <ask> <but> <faded_hold> <faded_counts> [[;] [und | damit] die anforderung ist [damit] (@enough=True erfüllt | @enough=False nicht erfüllt)]",
    ),
    ClaimKind.HOLDS_ROLE: (
        "@since @!until ({person} [;] {role} seit [dem] {since} | {person} [;] {role} [;] seit [dem] {since} [in der rolle])",
        "@since @!until {person} (hat | ist | arbeitet | wirkt | bekleidet | besetzt | übt) [<role>] [;] seit [dem] {since} [als | in] [<role>] [inne | tätig | aus]",
        "@since @!until seit [dem] {since} (hat | ist | arbeitet | wirkt | bekleidet | besetzt | übt) {person} [als | in] <role> [inne | tätig | aus]",
        "@since @!until (die rolle | die position | die stelle) [von {person}] [ist] [seit {since}] [ist] {role} [von {person}]",
        "@since @!until die [aktuelle] (rolle | position | stelle) von {person} ist seit [dem] {since} {role}",
        "@since @!until {person} (hat | übernahm) [die rolle] {role} am {since} [übernommen] [;] [und] [hat sie] [seitdem] [inne]",
        "@since @until ({person} [;] {role} [;] <span> | die zeit von {person} (als | in) <role> (umfasst | ist | erstreckt sich) <span>)",
        "@!since @until (bis [zum] {until} (hat | ist | bekleidet | besetzt | arbeitet) {person} [als | in] <role> [inne | tätig] | {person} [;] {role} bis [zum] {until} | {person} (hat | bekleidet | besetzt) <role> bis [zum] {until} [inne])",
        "@!since @!until ({person} [;] {role} | {person} (hat | besitzt) <role> [inne] | (rolle | position | stelle) von {person} ist {role} | <role> (wird von {person} (ausgeübt | bekleidet | besetzt)))",
    ),
    ClaimKind.PATH_STEP_OBSERVED: (
        "@count <between> [;] {count} [mal] <moves> [<seen>]",
        "@count (insgesamt | ) {count} (beobachtete | beobachteter | verzeichnete | erfasste | dokumentierte) <moves> <between>",
        "@count (es | insgesamt | ) ((wurden | wurde | sind | ist) {count} <moves> <between> (<seen> | dokumentiert | gesehen | registriert) [worden] | (gab es | gibt es) {count} (beobachtete | verzeichnete | dokumentierte) <moves> <between>)",
        "@count {count} <moves> <between> (wurden | wurde | sind | ist) (<seen> | dokumentiert | registriert) [worden]",
        "@count (<between>) ((wurden | wurde | sind | ist) {count} <moves> (<seen> | dokumentiert | registriert) [worden] | (gibt es | gab es) {count} (beobachtete | verzeichnete) <moves>)",
        "@count (der | ein) <moves> <between> (wurde | ist) [insgesamt] {count} [-mal | mal] (<seen> | dokumentiert | registriert) [worden]",
        "@count {count} [-mal | mal] (wurde | ist) (der | ein) <moves> <between> (<seen> | dokumentiert) [worden]",
        "@count (die | ) (zahl | anzahl) der (beobachteten | verzeichneten) <moves> <between> (beträgt | ist | liegt bei) {count}",
        "@count (der graph | die daten) (zeigt | zeigen | enthält | enthalten | verzeichnet | verzeichnen | hat | führt) {count} [beobachtete | verzeichnete] <moves> <between>",
        "@count man hat {count} <moves> <between> (beobachtet | verzeichnet)",
        "@count beobachtete <moves> <between> [;] {count}",
        "@count=1 (es | ) (wurde | ist) (genau | ) ein [einziger] (wechsel | übergang) <between> <seen> [worden]",
        "@count=1 ein [einziger] (wechsel | übergang) <between> (wurde | ist) <seen> [worden]",
        "@!count ((ein | der) <moves> <between> (ist | wurde) (verzeichnet | erfasst | dokumentiert | hinterlegt) | es (ist | gibt) (ein | einen) (verzeichneten | dokumentierten | ) <moves> <between> [verzeichnet | erfasst | dokumentiert] | der graph (verzeichnet | enthält | zeigt | hat | führt) einen <moves> <between>)",
    ),
    ClaimKind.PATH_STEP_SKILLS: (
        "<all_of> ((ist | sind) {carried} [davon] <t_is> | (lässt sich | lassen sich) {carried} [davon] <t_let> | (kann | können) {carried} [davon] <t_can>) [<rest>]",
        "(für | in | bei | beim wechsel (zu | in | auf) | um <destination> zu werden) [<destination>] [;] ((ist | sind) <carried_any> <t_is> | (lässt sich | lassen sich) <carried_any> <t_let> | (kann | können) <carried_any> <t_can>) [<rest>]",
        "<carried_any> (für | in | bei) <destination> ((ist | sind)  <t_is> | (lässt sich | lassen sich)  <t_let> | (kann | können)  <t_can>) [<rest>]",
        "<carried_any> ((ist | sind) (für | in | auf | bei) <destination> <t_is> | (lässt sich | lassen sich) (für | in | auf | bei) <destination> <t_let> | (kann | können) (für | in | auf | bei) <destination> <t_can>) [<rest>]",
        "{destination} [;] <carried_any> (<ready> | übertragbar | mitnehmbar) [<rest>]",
        "<destination> (verlangt | erfordert | braucht | benötigt) {total} <skills> [;] [und | von denen | davon | wovon] ((ist | sind) {carried} [davon] <t_is> | (lässt sich | lassen sich) {carried} [davon] <t_let> | (kann | können) {carried} [davon] <t_can>) [<rest>]",
        "(für | in) <destination> (ist | sind | wird | werden) {total} <skills> (nötig | erforderlich | notwendig | benötigt | gebraucht | verlangt) [;] [und | davon | von denen] ((ist | sind) {carried} [davon] <t_is> | (lässt sich | lassen sich) {carried} [davon] <t_let> | (kann | können) {carried} [davon] <t_can>) [<rest>]",
        "(für | in) <destination> (ist | sind | wird | werden) {total} <skills> (nötig | erforderlich | benötigt | gebraucht | verlangt) [;] (von denen | wovon | davon) {carried} <t_is> (ist | sind) [<rest>]",
    ),
    ClaimKind.PATH_TOTAL: (
        "[der | ein] (weg | pfad | karriereweg) <along> [;] (umfasst | hat | braucht | zählt | besteht aus | benötigt | erfordert | führt in | ist | in | mit | beträgt | geht über | ;) <steps> [lang] [;] <passing>",
        "[der | ein] (weg | pfad) <along> (führt | verläuft | geht) [in <steps>] <through> [;] [und] [(umfasst | hat | braucht | in | besteht aus | dauert) <steps>]",
        "<along> [;] (sind es | führt der weg (in | über) | ;) <steps> [;] <through>",
        "<along> (sind es | ist es | gelangt man in | kommt man in | geht es in | führt der weg in | führen | führt | braucht es | braucht man | benötigt man | liegen | liegt) <steps> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "<along> [;] <steps> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "<steps> (führen | führt | sind es | braucht es | braucht man | liegen | sind nötig) [<along>] [;] (@via_1 <through> | @!via_1 @steps=1)",
        "(in | mit) <steps> (führt | geht | gelangt | kommt | kann) (der weg | man | es) <along> [kommen | gelangen] [;] (@via_1 <through> | @!via_1 @steps=1)",
        "man (kommt | gelangt | braucht) [in] <steps> <along> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "man (kommt | gelangt) <along> in <steps> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "es (braucht | sind) <steps> [;] [um] <along> [zu (kommen | gelangen)] [;] (@via_1 <through> | @!via_1 @steps=1)",
        "<target> (ist | lässt sich) [von <origin> [aus]] (in | mit) <steps> [von <origin> [aus]] (erreichbar | zu erreichen | erreichen) [;] (@via_1 <through> | @!via_1 @steps=1)",
        "der wechsel <along> (umfasst | braucht | erfolgt in | geschieht in) <steps> [;] (@via_1 <through> | @!via_1 @steps=1)",
        "@via_1 über {via_1} (@via_2 [;] [und] [dann] [über] {via_2} @!via_3 | @!via_2) [;] (sind es | führt der weg in | umfasst der weg) <steps> <along>",
    ),
    ClaimKind.PATH_CONFLICT: (
        "<no_conflict> [;] (umfasst | hat | braucht | würde | führt | besteht | zählt | hätte) (ein | der) weg <along> [aus | in | über] <steps> [umfassen | haben | brauchen] [;] <passing>",
        "<no_conflict> [;] (umfasst | hat | braucht | würde) (ein | der) weg <along> <steps> [umfassen | haben | brauchen] [;] <passing> [umfassen]",
        "<no_conflict> [;] (gibt es | gäbe es | besteht) einen weg <along> (mit | in | von | aus) <steps> [;] <passing>",
        "(ein | der) weg <along> (umfasst | hat | braucht | würde) <no_conflict> [;] <steps> [umfassen | brauchen] [;] <passing>",
        "(ein | der) weg <along> (umfasst | hat | braucht | würde) <steps> [umfassen | brauchen] [;] <passing> [;] <no_conflict>",
        "@via_1 <no_conflict> [;] (ist | wäre) <target> von <origin> [aus] in <steps> (erreichbar | zu erreichen) [;] <passing>",
    ),
    ClaimKind.PATH_STEP_OPENING: (
        "<ad> (schreibt | kündigt) <destination> (aus | an)",
        "(mit | in | durch | unter) [der] <ad> (wird | ist) <destination> ausgeschrieben",
        "<destination> (wird | ist) (mit | in | durch | unter | von) [der] <ad> ausgeschrieben",
        "es gibt [eine | die] (stellenanzeige | ausschreibung | anzeige) (für | zu) <destination> [;] [namens | mit dem titel] {posting}",
        "(für | zu) <destination> gibt es [die | eine] (stellenanzeige | ausschreibung | anzeige) [;] {posting}",
        "<ad> [;] <destination>",
        "(stellenanzeige | anzeige | ausschreibung) (für | zu) <destination> [;] {posting}",
        "<ad> (ist eine ausschreibung | ist eine stellenanzeige | gilt der | betrifft die ausschreibung) [für | der] <destination>",
    ),
    ClaimKind.NO_PATH: (
        "kein (weg | pfad) <along> (konnte <limits> gefunden werden | wurde <limits> gefunden)",
        "[es] (wurde | konnte | ließ sich) <limits> [;] kein (weg | pfad) <along> <found_it>",
        "[es] (wurde | konnte | ließ sich) kein (weg | pfad) <along> <limits> <found_it>",
        "[es] (wurde | konnte | ließ sich) kein (weg | pfad) <limits> <along> <found_it>",
        "<limits> [;] (wurde | konnte | ließ sich) [<along>] kein (weg | pfad) [<along>] <found_it>",
        "<along> [;] (wurde | konnte | ließ sich) (<limits> kein (weg | pfad) | kein (weg | pfad) <limits>) <found_it>",
        "<along> [;] kein (weg | pfad) <limits> gefunden",
        "(wir haben | man hat | die suche hat) (<limits> keinen (weg | pfad) <along> | keinen (weg | pfad) <along> <limits>) gefunden",
        "die suche (ergab | fand | lieferte) (<limits> keinen (weg | pfad) <along> | keinen (weg | pfad) <along> <limits>)",
        "kein (weg | pfad) <along> [;] <limits> gefunden",
    ),
    ClaimKind.MENTOR_SKILL: (
        "<m_hold> <cover> <m_and_offer> <m_role> <m_person>",
        "<m_hold> <cover> <m_and_offer> [;] [und | während | wobei] <m_own_any> <m_role> @own",
        "@role <ask> <but> (<m_hold> <cover> | <m_it>) <m_and_offer> <m_person>",
        "@role <m_hold> <cover> <m_and_offer> [;] (während | wobei) <ask_last> [[;] [und] <m_own_any> @own]",
        "@own @cover=same in <skill> (hat | ist | steht | liegt) {mentor} [auf] <lv> {level} @level <but> {person} [hat | ist | steht | liegt] [auf] <lv> {own}",
        "@own @cover=same @level (die | das) <lv> von {mentor} in <skill> (ist | beträgt | liegt bei) {level} <but> (die von {person} [ist | beträgt | liegt bei] | {person} hat) [<lv>] {own}",
    ),
    ClaimKind.MENTOR_MOVE: (
        "{mentor} (begann | startete | war | wurde | übernahm | trat) (am | ab) [dem] {since} [als | in] <origin> [an] [;] [und | dann | und dann] [wurde | übernahm | begann | war] [dann] [am | ab] [dem] {then} [als | in] <destination> [an | geworden]",
        "{mentor} (begann | startete | war | wurde) [als | in] <origin> (am | ab) [dem] {since} [;] [und | dann | und dann] [wurde] [als | in] <destination> (am | ab) [dem] {then}",
        "(am | ab) [dem] {since} (begann | startete | war | wurde | übernahm) {mentor} [als | in] <origin> [;] [und | dann | und dann] (am | ab) [dem] {then} [als | in] <destination>",
        "{mentor} [;] (ab | am) [dem] {since} {origin} [;] [und] (ab | am) [dem] {then} {destination}",
        "{mentor} [;] {origin} (ab | am) [dem] {since} [;] [und] {destination} (ab | am) [dem] {then}",
        "{mentor} hat am {since} (als | in) <origin> (begonnen | angefangen) [;] und (ist am {then} <destination> geworden | am {then} (als | in) <destination> (begonnen | angefangen))",
    ),
    ClaimKind.MENTOR_CAPACITY: (
        "{mentor} bietet [in <skill>] [;] [für] [bis zu | maximal | höchstens] {capacity} <m_people> <m_at_once> [ein] <mng> an <m_active>",
        "{mentor} bietet [ein] <mng> (für | an) [bis zu | maximal | höchstens] {capacity} <m_people> <m_at_once> [;] [an] <m_active>",
        "{mentor} bietet <m_at_once> (für | bis zu) [bis zu] {capacity} <m_people> <mng> an <m_active>",
        "{mentor} kann [im mentoring] (in | zu | für) <skill> [bis zu] {capacity} <m_people> <m_at_once> (begleiten | betreuen | mentorieren) <m_told>",
        "<mng> (bietet {mentor} | wird von {mentor}) für [bis zu] {capacity} <m_people> <m_at_once> (an | angeboten) <m_active>",
        "(für | bis zu) {capacity} <m_people> <m_at_once> (bietet {mentor} <mng> an | wird von {mentor} <mng> angeboten) <m_active>",
        "{mentor} [;] mentoring (in | zu) <skill> (für | ;) [bis zu] {capacity} <m_people> <m_at_once> <m_active>",
        "@active {mentor} hat {capacity} (mentoring-plätze | mentoringplätze | plätze im mentoring | plätze für mentoring) (in | für | zu) <skill> <m_told>",
    ),
    ClaimKind.MENTOR_OUTCOMES: (
        "{mentor} hat {finished} <mships> (abgeschlossen | beendet) [;] (die | das | ) (im mittel | im durchschnitt | im schnitt | durchschnittlich) mit {rating} bewertet [wurde | wurden]",
        "{mentor} hat {finished} <mships> (abgeschlossen | beendet) [;] [und] (diese | sie | es | dieses) (wurde | wurden) (im mittel | im durchschnitt | im schnitt | durchschnittlich) mit {rating} bewertet",
        "{mentor} hat {finished} <mships> (abgeschlossen | beendet) [;] mit einer (durchschnittlichen | mittleren) bewertung von {rating}",
        "{mentor} hat {finished} <mships> mit einer (durchschnittlichen | mittleren) bewertung von {rating} (abgeschlossen | beendet)",
        "{mentor} hat {finished} <mships> (abgeschlossen | beendet) [;] [und] [die] (durchschnittliche | mittlere) (bewertung | note) [ist | liegt bei | beträgt | lautet | ;] {rating}",
        "@finished=1 {mentor} hat (ein mentoring | ein mentorat | mentoring) (abgeschlossen | beendet) [;] [das | die] [durchschnittliche bewertung] [im mittel | im durchschnitt] [mit | ist | liegt bei | beträgt] {rating} [bewertet] [wurde]",
        "{mentor} [;] {finished} (abgeschlossene <mships> | <mships> abgeschlossen | <mships> beendet) [;] [(im mittel | im durchschnitt | im schnitt) mit {rating} bewertet | [durchschnittliche | mittlere] bewertung [;] {rating} | mit {rating} bewertet im (mittel | durchschnitt | schnitt)]",
        "(die | ) {finished} [abgeschlossenen | beendeten] <mships> (von {mentor} | [;] die {mentor} (abgeschlossen | beendet) hat) [;] (wurde | wurden | ist | sind | haben) (im mittel | im durchschnitt | im schnitt | durchschnittlich | eine durchschnittliche bewertung von) [mit] {rating} [bewertet] [erhalten]",
    ),
    ClaimKind.MENTOR_UNIT: (
        "@!other [sowohl] {mentor} (und | als auch | wie auch) {person} (gehören | arbeiten | sind | zählen) [beide] (zu | in | zur | bei | teil von | zur einheit | in der einheit | zu derselben einheit | zur selben einheit | in derselben einheit | der einheit) [;] {unit} [tätig | an]",
        "@!other {mentor} gehört [wie {person}] zu {unit} [;] [(ebenso wie | genau wie | wie | wie auch) {person}] [{person} (auch | ebenso | ebenfalls)]",
        "@!other die [gemeinsame] einheit von {mentor} und {person} ist {unit}",
        "@other {mentor} (gehört (zu | zur | zur einheit) | (arbeitet | ist) (in | in der einheit)) {unit} <but> {person} [gehört | arbeitet | ist] (zu | in | zur | zur einheit | in der einheit) {other} [<apart>]",
        "@other {mentor} (gehört zu | arbeitet in | ist in) {unit} [;] (während | wobei) {person} (zu {other} gehört | in {other} (arbeitet | ist)) [<apart>]",
        "@other {mentor} [;] {unit} [;] [und] {person} [;] {other} [<apart>]",
    ),
    ClaimKind.NO_MENTOR: (
        "@role [es] (wurde | konnte | ließ sich) (kein mentor | niemand für ein mentoring) (für | in | zu) <skill> (gefunden | finden | gefunden werden | ermittelt) [;] (<was_asked> | <but> (<asks_it> | <ask>) | obwohl <role> (dies | es | <skill>) <asks_last>)",
        "@role (kein mentor (für | in | zu) | niemand für ein mentoring in) <skill> [wurde | konnte | ist] gefunden [worden | werden] [;] (<was_asked> | <but> (<asks_it> | <ask>))",
        "@role (für | in | zu) <skill> [;] <m_which> [;] (wurde | konnte | ließ sich) (kein mentor | niemand für ein mentoring | niemand als mentor) (gefunden | finden | gefunden werden | ermittelt)",
        "@role (für | in | zu) <skill> (wurde | konnte | ließ sich) (kein mentor | niemand für ein mentoring) (gefunden | finden | gefunden werden | ermittelt) [;] (<was_asked> | <but> (<asks_it> | <ask>) | obwohl <role> (dies | es | <skill>) <asks_last>)",
        "@role <ask> <but> [dafür | hierfür | dazu] (wurde | konnte | ließ sich) [dafür | hierfür | dazu | jedoch] (kein mentor | niemand für ein mentoring) (gefunden | finden | gefunden werden | ermittelt)",
        "@person [es] (wurde | konnte | ließ sich) [in <skill>] (kein mentor | niemand (für ein mentoring | als mentor)) [in <skill>] (mit [einer] höheren (stufe | stufen) als {person} | mit höherer stufe als {person} | über {person} | oberhalb von {person}) [in <skill>] [für ein mentoring] (gefunden | finden | gefunden werden)",
        "@person in <skill> (wurde | konnte | ließ sich) (kein mentor | niemand (für ein mentoring | als mentor)) [mit höherer stufe als {person} | mit einer höheren stufe als {person} | über {person}] [für ein mentoring | als mentor] (gefunden | finden | gefunden werden) [;] [(der | die) (über {person} (liegt | steht) | eine höhere stufe als {person} hat)]",
        "@person kein mentor [;] der in <skill> (über {person} (liegt | steht) | eine höhere stufe als {person} hat) [;] (wurde | konnte) [für ein mentoring] gefunden [werden]",
    ),
    ClaimKind.PASSAGE_IN_FORCE: (
        "<passage> [;] <in_force>",
        "@!until @!then seit [dem] {since} (ist <passage> (in kraft | gültig) | gilt <passage>)",
        "@until (von | vom) {since} bis [zum] {until} (ist <passage> (in kraft | gültig) | gilt <passage>)",
    ),
    ClaimKind.DOCUMENT_SUPERSEDED: (
        "<old_doc> [;] (wurde | ist) [;] (seit | am | zum | ab | mit wirkung vom) [dem] {since} [;] durch <new_doc> [;] (ersetzt | abgelöst) [worden]",
        "<old_doc> [;] (wurde | ist) [;] (ersetzt | abgelöst) durch <new_doc> [;] (seit | am | zum | ab) [dem] {since}",
        "<old_doc> [;] [ist | wurde] (seit | am | zum | ab) [dem] {since} [;] (ersetzt | abgelöst) [worden] durch <new_doc>",
        "(seit | am | zum | ab) [dem] {since} (wurde | ist) <old_doc> [;] durch <new_doc> [;] (ersetzt | abgelöst) [worden]",
        "<new_doc> [;] (ersetzt | ersetzte) [;] (seit | am | zum | ab) [dem] {since} [;] <old_doc>",
        "<new_doc> [;] (löst | löste) [;] (seit | am | zum | ab) [dem] {since} [;] <old_doc> [;] ab",
        "<new_doc> [;] hat [;] (seit | am | zum | ab) [dem] {since} [;] <old_doc> [;] (ersetzt | abgelöst)",
        "<new_doc> [;] (ersetzt | ersetzte) <old_doc> [;] (seit | am | zum | ab) [dem] {since}",
        "<new_doc> [;] (löst | löste) <old_doc> [;] (seit | am | zum | ab) [dem] {since} ab",
        "<new_doc> [;] hat <old_doc> [;] (seit | am | zum | ab) [dem] {since} (ersetzt | abgelöst)",
        "(seit | am | zum | ab) [dem] {since} ((ersetzt | ersetzte) <new_doc> [;] <old_doc> | (löst | löste) <new_doc> [;] <old_doc> ab)",
    ),
    ClaimKind.PLAY_CALLED_FOR: (
        "<sit> [;] [und] (dafür | hierfür | wofür | damit | daher | deshalb) [ist] {play} [ist] (vorgesehen) [ist]",
        "(da | weil) (auf {person} die situation {situation} zutrifft | (für | bei) {person} die situation {situation} (vorliegt | gilt | besteht | zutrifft) | die situation {situation} (auf {person} zutrifft | (für | bei) {person} (vorliegt | gilt | besteht))) [;] ist {play} vorgesehen",
        "{play} ist (für {person}) [;] vorgesehen [;] (da | weil) die situation {situation} (vorliegt | gilt | besteht | zutrifft)",
        "{person} [;] situation {situation} [;] (vorgesehen [ist | ;] | dafür vorgesehen [ist | ;]) {play}",
        "für die situation {situation} [;] die (für | bei) {person} (vorliegt | gilt | besteht | zutrifft) [;] ist {play} vorgesehen",
        "{person} (ist | befindet sich) in der situation {situation} [;] (für die | wofür | dafür ist | hierfür ist) {play} vorgesehen [ist]",
    ),
    ClaimKind.PLAY_DESCRIBED_IN: (
        "{play} (ist | wird | steht | findet sich) [in {document}] (beschrieben | erklärt | dargestellt | erläutert | dokumentiert | nachzulesen | ausgeführt) [in {document}]",
        "{play} (steht | findet sich) in {document} [beschrieben]",
        "in {document} (ist | wird | steht | findet sich | findet man) [die | eine] [beschreibung (von | zu)] {play} [beschrieben | erklärt | dargestellt | erläutert | dokumentiert]",
        "(eine | die) beschreibung (von | zu) {play} (steht | findet sich | ist | findet man | gibt es) in {document} [zu finden | enthalten]",
        "{document} (beschreibt | erklärt | erläutert | dokumentiert | enthält [eine | die] beschreibung (von | zu)) {play}",
        "{play} [;] beschrieben in {document}",
    ),
    ClaimKind.COMPLETION_ENDS: (
        "{person} hat <course_any> (bestanden | abgeschlossen) [;] gültig ist (das | dies) bis [zum] {until}",
        "{person} hat <course_any> [erfolgreich] (bestanden | abgeschlossen | absolviert) [;] [und] [(das | dies | was | es | der abschluss | mit gültigkeit)] ((gilt | zählt | ist gültig | bleibt gültig | gültig) bis [zum] {until} | bis [zum] {until} (gilt | zählt | gültig | gültig ist))",
        "der von {person} (bestandene | abgeschlossene | absolvierte) [kurs] {course} (gilt | zählt | ist gültig) bis [zum] {until} [gültig]",
        "{person} [;] [kurs] {course} [;] (bestanden | abgeschlossen) [;] [und] (gültig | gilt | zählt) bis [zum] {until}",
        "(bis [zum] {until}) (gilt | zählt) [;] (dass {person} <course> (bestanden | abgeschlossen) hat | der von {person} (bestandene | abgeschlossene) kurs {course} | für {person} der (bestandene | abgeschlossene) kurs {course})",
        "[der] abschluss (von | des) [kurses | kurs] {course} (durch | von) {person} (gilt | zählt | ist gültig) bis [zum] {until}",
        "<course> [;] [(den | die)] {person} [hat] (bestanden | abgeschlossen) [hat] [;] (gilt | zählt | ist gültig) bis [zum] {until}",
        "<course> (gilt | zählt) (für | bei) {person} als (bestanden | abgeschlossen) bis [zum] {until}",
    ),
    ClaimKind.THEME_COVERS: (
        "das thema {theme} [;] (umfasst | enthält | hat | beinhaltet | bündelt | vereint | deckt | behandelt | besteht aus | zählt) <theme_counts> [ab]",
        "(zum | unter das | unter dem | im | in das) thema {theme} (gehören | gehört | fallen | finden sich | sind | zählen | gibt es) <theme_counts>",
        "<theme_counts> (gehören | fallen | zählen) (zum | unter das) thema {theme}",
        "thema {theme} [;] <theme_counts>",
    ),
}

PARTS: Parts = {
    "kl": "<holds> <at_level> | @level (die | das) <lv> {level} in <holds> | in <holds> @level [über] <lv> {level} | @level <lv> {level} [in | bei] <holds>",
    "ml": "<holds> <at_level> | @level <lv> {level} in <holds> | in <holds> @level <lv> {level}",
    "kr": "<skill> <at_required> | @required ([mindestens] [die | das] <lv> {required} (in | bei | für | an) <skill> | (in | bei | für) <skill> [mindestens] [die | das] <lv> {required})",
    "at_it_inv": "@basis=stated @cover=same @level ((hat | besitzt | erreicht) {person} [dort | darin] <lv> {level} | (steht | liegt | ist) {person} [dort | darin] auf <lv> {level} | verfügt {person} [darin] über <lv> {level} | (hat | besitzt) {person} (<skill> auf <lv> {level} | in <skill> <lv> {level}))",
    "was_asked": "(was | das) <role> <at_required> <opt> <asks_last> | was (von | für | in) <role> <at_required> <opt> <asked> (wird | ist) | eine (fähigkeit | kompetenz | anforderung) [;] die <role> <at_required> <opt> <asks_last>",
    "res_met": "[;] [und] [damit | somit | also | das | dies | die anforderung | was | ist] [ist | wird] [damit | somit | also] (erfüllt | erreicht) [ist | wird]",
    "tail": "([<by_weight>] [<open_left>] <as_of> [<by_weight>] | <as_of> [<by_weight>] [<open_left>] | [<open_left>] [<by_weight>] <as_of>)",
    "of_role": "(der | für | von | in | bei) <role>",
    "met_of": """{person} (erfüllt <x_of_y> <of_role> | hat <x_of_y> <of_role> erfüllt | deckt <x_of_y> <of_role> ab)
                 | {person} [;] <x_of_y> <of_role> [(ist | sind)] erfüllt
                 | {role} [;] {person} erfüllt <x_of_y>
                 | (von | unter | aus) [den | allen] {total} <reqs> <of_role> [;] (erfüllt {person} {met} | hat {person} {met} erfüllt | (ist | sind) {met} [(von | durch)] [{person}] erfüllt)
                 | {person} erfüllt (von | unter) [den] {total} <reqs> <of_role> {met}
                 | <x_of_y> <of_role> (erfüllt {person} | hat {person} erfüllt | (ist | sind | werden) (von | durch | bei) {person} erfüllt)
                 | (für | bei | in) <role> (erfüllt {person} <x_of_y> | (ist | sind) <x_of_y> (von | durch) {person} erfüllt)
                 | <role> (hat | stellt | umfasst) {total} <reqs_acc> [;] [und] [von denen | davon | wovon] (erfüllt {person} {met} | {person} {met} erfüllt | {person} erfüllt {met} | {met} [davon] erfüllt {person}) [davon]""",
    "met_inv": "erfüllt {person} <x_of_y> <of_role> | (ist | sind) <x_of_y> <of_role> [(von | durch)] {person} erfüllt | hat {person} <x_of_y> <of_role> erfüllt",
    "found_it": "(gefunden | finden | ermittelt | ermitteln | gefunden werden | ermittelt werden)",
    "fc": "(weiterer | weiteren | weitere | anderer | anderen | andere | zusätzlicher | zusätzlichen) (kurs | kurse)",
    "t_is": "übertragbar | <ready> | mitnehmbar",
    "t_let": "übertragen | mitnehmen | übernehmen",
    "t_can": "(mitgenommen | übertragen | übernommen) werden",
    "all_of": "von [den] {total} (<needed> <skills> (für | in | bei) <destination> | (für | in | bei) <destination> <needed> <skills> | <skills> [;] die <destination> (braucht | verlangt | benötigt | erfordert) | <skills> [;] die (für | in) <destination> (nötig | erforderlich | notwendig | benötigt | verlangt) (sind | werden))",
    "carried_any": "{carried} (von | der | von den | aus) {total} (für | in | bei) <destination> <needed> <skills> | {carried} (von | der | von den | aus) {total} <needed> <skills>",
    "no_conflict": "(ohne | bei wegfall) (die | der) [(einander | sich)] (widersprechenden | widersprüchlichen | im konflikt stehenden | in konflikt stehenden | kollidierenden) grenzen | ohne die grenzen [;] die (sich | einander) widersprechen | ohne die grenzen im (konflikt | widerspruch) | fielen die (widersprüchlichen | sich widersprechenden) grenzen weg",
    "ad": "[die | der] [stellenanzeige | anzeige | ausschreibung] {posting}",
    "m_own_any": "<m_own> | @own @!held {person} (steht | liegt | ist) [auf] <lv> {own}",
    "mng": "(mentoring | ein mentoring) (in | zu | für) <skill> | mentoring",
    "m_active": "@active [<m_now>] | @!active",
    "m_told": "@active <m_now> | @!active",
    "m_now": """@active=0 [;] [und] [<m_today>] ist [<m_today>] kein platz (belegt | besetzt | vergeben) | @active [;] [und | wobei] ([davon | von denen] [<m_today>] [ist | sind] [<m_today>] {active} [(platz | plätze)] [davon] [(ist | sind)] (belegt | besetzt | vergeben) [sind | ist]
                | [davon | von denen] (ist | sind) [<m_today>] (belegt | besetzt | vergeben) {active}
                | <m_today> (hat | begleitet | betreut | sind es | gibt es | sind | ist) {active} [<m_people>]
                | (hat | begleitet | betreut | es sind) <m_today> {active} [<m_people>] | <m_today> {active} [<m_people>])""",
    "m_today": "jetzt | zurzeit | momentan | gegenwärtig",
    "mships": "(mentoring | mentorings | mentorat | mentorate | mentoring-beziehungen | mentoringbeziehungen)",
    "old_doc": "({document} [;] [lpar] (version | fassung) {old_version} [rpar] | (version | fassung) {old_version} (von | der | des) {document})",
    "new_doc": "({newer} [;] [lpar] (version | fassung) {version} [rpar] | (version | fassung) {version} (von | der | des) {newer})",
    "sit": "(die | ) situation {situation} (liegt (für | bei) {person} vor | trifft (auf | für | bei) {person} zu | gilt für {person} | besteht (für | bei) {person}) | (für | bei | auf) {person} (liegt | trifft | gilt | besteht) die situation {situation} [vor | zu]",
}
