"""German phrasings of what is held, asked for, missing and taught."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.phrasing.notation import Parts

PARTS: Parts = {
    "met_object": """@required <level_wanted>
                     | @required die (@optional optionale | @!optional [wesentliche]) anforderung
                       (von | der) <lv> {required} (für | der | von) <role>
                     | [die] (@optional optionale | @!optional [wesentliche]) anforderung (<skill> (für | der | von) <role> [lpar <lv>
                       {required} rpar] | @required (für | der | von) <role> lpar <lv> {required} rpar)
                     | was <role> in <skill> <opt> <asks_last>""",
    "meets": "erfüllt | erreicht",
    "missing_by": "[;] [und | somit | damit | also] ([es] (fehlen | fehlt) [also | somit | damit | noch] {difference} [stufen | stufe] | (also | das ist | das sind | somit) {difference} [stufen | stufe] darunter | eine (lücke | differenz) von {difference} | das sind {difference} zu wenig | {difference} zu wenig)",
    "wants_more": "[;] ([also | das sind | das ist] {difference} mehr | [das ist] eine (lücke | differenz) von {difference})",
    "below": "[um] {difference} [stufen | stufe] (unter | unterhalb | unterhalb von)",
    "ask_last": "<role> (@required <lv> {required} [in <skill>] | <skill> <at_required>) <opt> <asks_last>",
    "not_on_record": """für {person} ist <skill> nicht (verzeichnet | erfasst | nachgewiesen | belegt | hinterlegt)
                        | bei {person} ist <skill> nicht (verzeichnet | erfasst | nachgewiesen | belegt)
                        | <skill> ist (für | bei) {person} nicht (verzeichnet | erfasst | nachgewiesen | belegt)
                        | für {person} (liegt | gibt es | besteht | findet sich) kein (nachweis | eintrag)
                          (für | zu | über) <skill> [vor]
                        | für {person} ist kein (nachweis | eintrag) (für | zu | über) <skill> (verzeichnet | vorhanden)
                        | {person} hat keinen (nachweis | eintrag) (für | zu | über | in) <skill>
                        | zu <skill> ist für {person} nichts (verzeichnet | erfasst | hinterlegt)
                        | für {person} ist zu <skill> nichts (verzeichnet | erfasst | hinterlegt)
                        | in den (daten | einträgen | unterlagen) (zu | von) {person} (fehlt <skill>
                          | ist <skill> nicht (verzeichnet | erfasst))
                        | [ein] (nachweis | eintrag) (für | zu) <skill> fehlt bei {person}
                        | es (liegt | gibt) (für | bei | von) {person} (keinen | kein) (nachweis | eintrag) (für | zu)
                          <skill> [vor]
                        | <skill> fehlt in den (daten | einträgen) (zu | von) {person}
                      | für {person} liegt kein (eintrag | nachweis) (zu | für | über) <skill> vor | bei {person} (liegt kein (eintrag | nachweis) (zu | für) <skill> vor | fehlt ein (eintrag | nachweis) (zu | für) <skill>) | (zu | für) <skill> liegt (für | bei) {person} kein (eintrag | nachweis) vor | (zu | für) <skill> gibt es (für | bei) {person} keinen (eintrag | nachweis) | (zu | für) <skill> ist (für | bei) {person} (nichts | kein (eintrag | nachweis)) (verzeichnet | erfasst | vorhanden | hinterlegt) | für {person} gibt es keinen (eintrag | nachweis) (zu | für | über) <skill> | der graph (enthält | hat) (für | zu) {person} keinen (eintrag | nachweis) (zu | für) <skill> | <skill> ist (bei | für) {person} nicht (hinterlegt | vermerkt | dokumentiert) | für {person} ist <skill> nicht (hinterlegt | vermerkt | dokumentiert)""",
    "it_not_on_record": """für {person} ist (diese fähigkeit | sie) nicht (verzeichnet | erfasst | nachgewiesen)
                           | für {person} ist (davon | dazu | hierzu) (nichts | kein nachweis | kein eintrag)
                             (verzeichnet | vorhanden | erfasst | hinterlegt)
                           | {person} hat (dazu | dafür | hierzu) nichts (verzeichnet | hinterlegt)
                           | (dies | sie | es) ist (für | bei) {person} nicht (verzeichnet | erfasst | nachgewiesen)
                           | ein (nachweis | eintrag) (dafür | dazu | hierzu) fehlt (bei | für) {person}
                           | für {person} ist (dazu nichts | dies nicht | das nicht | sie nicht | es nicht
                             | dafür nichts | hierzu nichts | davon nichts) (verzeichnet | erfasst | nachgewiesen)
                           | {person} hat (dazu | dafür) keinen (nachweis | eintrag)
                           | für {person} (liegt | gibt es) (dazu | dafür) kein (nachweis | eintrag) [vor]
                           | bei {person} ist (dies | es | sie) nicht (erfasst | verzeichnet)
                      | für {person} liegt (dazu | dafür | hierzu) kein (eintrag | nachweis) vor | (dazu | dafür | hierzu) (liegt | gibt es) (für | bei) {person} (kein | keinen) (eintrag | nachweis) [vor] | bei {person} ist (dies | sie | es | diese fähigkeit) nicht (verzeichnet | erfasst | nachgewiesen | hinterlegt) | bei {person} ist (dazu | hierzu) nichts (verzeichnet | erfasst | hinterlegt)""",
    "asks_it": """<role> <asks> [aber | jedoch] (@!held (diese fähigkeit | (@required | @near | @!level @!to_level) (dies | es | das)) | <skill>) <at_required> <opt>
                  | <role> <asks> [aber | jedoch | darin | dafür] @required [mindestens] <lv> {required} [in <skill>]
                    <opt>
                  | <role> <asks> @optional optional (@!held (@required | @near | @!level @!to_level) dies | <skill>) <at_required>
                  | für <role> (wird | ist) (@required <lv> {required} | (@!held (@required | @near | @!level @!to_level) (dies | es) | <skill>) <at_required>) <opt>
                    <asked>
                  | @!held (@required | @near | @!level @!to_level) (dies | es) wird (von | für) <role> <at_required> <opt> <asked>""",
    "near_level": "[auf <lv> {level}]",
    "near_it": """[;] [und | aber] (als verwandt verzeichnet ist <near> <near_level>
                  | verzeichnet ist (das | die) verwandte <near> <near_level>
                  | als verwandte fähigkeit ist <near> <near_level> verzeichnet)""",
    "near_too": "@near <near_it> | @!near",
    # right after what the person has, it is theirs without a verb of its own; after what the role asks it is not
    "near_here": "<near_too> | @near [;] [und | aber] (wohl aber (das | die) verwandte | verwandt ist) <near> <near_level>",
    "reqs": "(@essential wesentlichen | @!essential) (anforderung | anforderungen)",
    "reqs_acc": "(@essential (wesentliche | wesentlichen) | @!essential) (anforderung | anforderungen)",
    "percent": "{coverage} (prozent | %)",
    "by_weight": """[;] [und | also] [das (sind | ist | entspricht | macht) | dies entspricht]
                    ((nach gewicht | gewichtet | dem gewicht nach) [sind das | entspricht das | ist das] <percent>
                     | <percent> (nach gewicht | gewichtet | des gewichts))
                    | lpar (nach gewicht | gewichtet) <percent> rpar
                    | [;] das (entspricht | sind) (gewichtet | nach gewicht) <percent>
                      | [;] was (gewichtet | nach gewicht) <percent> (entspricht | ausmacht | sind) | [;] was <percent> (nach gewicht | des gewichts | gewichtet) (entspricht | ausmacht | sind) | lpar <percent> (nach gewicht | gewichtet | des gewichts) rpar | [;] [das sind | also] <percent> (nach gewicht | gewichtet | des gewichts | des gesamten gewichts) | [;] (mit | bei) einer (gewichteten abdeckung | abdeckung nach gewicht) von <percent> | [;] und damit <percent> (nach gewicht | des gewichts)""",
    "x_of_y": "{met} (von | der | von den) {total} <reqs>",
    "open_left": "[;] [und] {open} (ist | sind) (nicht erfüllt | offen | noch offen)",
    "teach": """<course> (vermittelt | lehrt | behandelt) <teaches> <taught_to>
                | @closes=True @to_level <course_any> (führt | bringt) (in <teaches> (bis | auf) [zu | zur] <lv> {to_level}
                | <teaches> auf <lv> {to_level})
                      | @closes=True @to_level mit <course_any> (erreicht man | wird) in <teaches> <lv> {to_level} [erreicht]""",
    "reaching": """[;] (ausreichend | genug) für <level_wanted>
                   | [;] [und] (damit | so | das | dies) (ist | wird) <level_wanted> erreicht
                   | [;] [und] (damit | so | somit) (ist | wird) <lv> {required} erreicht [;] die <role> <opt> <asks_last>
                   | [;] [und] (erreicht | erfüllt) [damit | so | somit] <level_wanted>
                   | [;] [und] (das | dies) (reicht | genügt) für <level_wanted>
                   | [;] was für <level_wanted> (reicht | genügt)
                      | [;] [und] (deckt | erfüllt | erreicht) [damit | somit | so] <level_wanted> [ab] | [;] was <level_wanted> (erfüllt | erreicht | abdeckt) | [;] womit <level_wanted> (erreicht | erfüllt | abgedeckt) (ist | wird) | [;] (damit | so | somit) ist <level_wanted> (abgedeckt | erfüllt)
                      | @to_level==required [;] [und] genau diese <lv> <asks> <role> @!optional | @to_level==required [;] genau wie <role> <opt> <asks_last> | @to_level==required [;] also [genau] die <lv> [;] die <role> <opt> <asks_last>""",
    "staying_below": """[;] (und | was | das | dies | aber) (reicht | genügt) nicht für <level_wanted>
                        | [;] was für <level_wanted> nicht (reicht | genügt | ausreicht)
                        | [;] [und] (erreicht | erfüllt) [damit | also | aber] nicht <level_wanted>
                        | [;] [und] (das | dies) (liegt | bleibt | ist) unter <level_wanted>
                        | [;] [und] (bleibt | liegt) [damit | somit | also] unter <level_wanted>
                        | [;] was unter <level_wanted> (liegt | bleibt)
                      | [;] [und] (bleibt | liegt) [damit | somit | also] (unter | unterhalb) <level_wanted> | [;] also unter <level_wanted> | [;] was <level_wanted> nicht (erreicht | erfüllt) | [;] (womit | wodurch) <level_wanted> nicht erreicht wird | [;] (damit | so | somit) wird <level_wanted> nicht erreicht""",
    "no_further": "kein | keine | keinen",
    "further": "(weiterer | weiteren | anderer | anderen | zusätzlicher | zusätzlichen) kurs",
    "is_there": """(verzeichnet | vorhanden | zu finden)""",
}

PHRASINGS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.HAS_SKILL: ("<hold>",),
    ClaimKind.REQUIRES_SKILL: (
        "<ask>",
        "für <role> ist <skill> <at_required> (@optional optional | @!optional wesentlich)",
        "<skill> <at_required> ist für <role> (@optional optional | @!optional wesentlich)",
        """<skill> <at_required> ist eine (@optional optionale | @!optional [wesentliche]) anforderung
           (der | von | für | in) <role>""",
        "eine (@optional optionale | @!optional [wesentliche]) anforderung (der | von | für) <role> ist <skill> "
        "<at_required>",
        "wer <role> werden will (braucht | benötigt) <skill> <at_required> <opt>",
    ),
    ClaimKind.MEETS_SKILL: (
        "@level==required @cover=same @basis=stated {person} hat (in <skill> [genau] <lv> {level} | [genau] <lv> {level} in <skill>) [;] [die] <role> <opt> <asks_last>",
        "@level==required @cover=same <hold> [;] [genau] wie es <role> <opt> <asks_last>",
        "{person} (erfüllt | erreicht) mit <holding> <cover> <met_object>",
        "mit <holding> <cover> (erfüllt | erreicht | deckt) {person} <met_object> [ab]",
        "@level @cover=same @basis=stated mit [einer] <lv> [von] {level} in <skill> (erfüllt | erreicht) {person} <met_object>",
        "@level @cover=same @basis=stated {person} (erfüllt | erreicht) <met_object> mit <lv> {level} [in <skill>]",
        "@level @cover=same @basis=stated {person} erfüllt [die] anforderung (der | für | von) <role> (in | an | für) <skill> [lpar <lv> {required} rpar] mit <lv> {level} @!optional",
        "<hold> <cover> [;] [und] (deckt | erfüllt | erreicht) [damit | somit | so] <met_object> [ab]",
        "<hold> <cover> [;] womit <met_object> (erfüllt | erreicht | abgedeckt) (ist | wird)",
        "<hold> <cover> [;] womit {person} <met_object> (erfüllt | erreicht)",
        "<ask> <but> {person} erfüllt (dies | das | sie) mit <holding> <cover>",
        "<hold> <cover> [;] was <met_object> (erfüllt | erreicht)",
        "<hold> <cover> [;] was für <level_wanted> (reicht | genügt | ausreicht)",
        "<hold> <cover> [;] [und] (damit | somit | so) ist (die @!optional anforderung | die @optional optionale anforderung) (der | von | für) <role> @required lpar <lv> {required} rpar erfüllt",
        "<hold> <cover> [;] [und] (damit | somit | so) ist <met_object> (erfüllt | erreicht)",
        "(die @optional optionale | die @!optional [wesentliche]) anforderung (der | von) <role> (an | in | für | zu) <skill> <at_required> (ist (von | durch) {person} erfüllt | erfüllt {person}) @cover=same @basis=stated [[;] @level (mit | auf) <lv> {level}]",
        "@cover=same @basis=stated @level mit <lv> {level} in <skill> (erfüllt | erreicht) {person} <met_object>",
        "@cover=same @basis=stated @level in <skill> (erfüllt | erreicht) {person} mit <lv> {level} <met_object>",
        "@cover=same @basis=stated @level {person} (erfüllt | erreicht) in <skill> mit <lv> {level} <met_object>",
        "@cover=same @basis=stated @level die <lv> {level} von {person} in <skill> (erfüllt | genügt für | reicht für) <met_object>",
        "<hold> <cover> <so> <meets> [damit | somit] <met_object>",
        "<hold> <cover> [;] [und] (das | dies) (erfüllt | erreicht) <met_object>",
        "<hold> <cover> [;] [und] (das | dies) (reicht | genügt) für <level_wanted>",
        "<hold> <cover> <reaching>",
        "<hold> [;] was als <skill> zählt @cover=narrower und <level_wanted> erfüllt",
        "mit <holding> <cover> (erfüllt | erreicht) {person} <met_object>",
        "{person} (erfüllt | erreicht) <met_object> mit <holding> <cover>",
        """{person} erfüllt [die] anforderung <skill> (der | für | von) <role> @!optional @cover=same @basis=stated
           @level mit <lv> {level} [[;] [verlangt | gefordert] (ist | wird | sind) @required <lv> {required}]""",
        """@cover=same @basis=stated <level_wanted> (erfüllt | erreicht) {person} @level mit <lv> {level}""",
        "<ask> <but> <hold> <cover>",
        "<ask> <but> <at_it>",
        "<hold> <cover> <but> <asks_it>",
        "<hold> <cover> [;] während <ask_last>",
    ),
    ClaimKind.PARTLY_MEETS_SKILL: (
        "@!cover=close <hold> <cover> <but> für <role> (wird | ist) [aber | jedoch | dagegen | hingegen] @required <lv> {required} <opt> <asked> [<wants_more> | <missing_by>]",
        "@!cover=close <hold> <cover> [;] (gefordert | verlangt) (wird | ist | sind) [aber | jedoch] (von | für) <role> @required <lv> {required} @!optional [<wants_more> | <missing_by>]",
        "@difference @!cover=close <hold> <cover> [;] und (liegt | bleibt) [damit | somit | also] <below> <level_wanted>",
        "@difference @!cover=close <hold> <cover> [;] [das sind | also | das ist] {difference} [stufen | stufe] (weniger | unter) [als] <level_wanted>",
        "<ask> <but> {person} (verfügt | steht | liegt) [jedoch | aber] (über | auf | bei) <lv> {level} @level @cover=same @basis=stated [<missing_by>]",
        "@level @cover=same @basis=stated {person} erfüllt [die] anforderung <skill> (der | für | von) <role> (teilweise | zum teil) [;] mit <lv> {level} (statt | anstelle von | anstatt) <lv> {required} @!optional",
        "@level @cover=same @basis=stated {person} erfüllt [die] anforderung (der | für | von) <role> in <skill> (teilweise | zum teil) [;] mit <lv> {level} (statt | anstelle von | anstatt) <lv> {required} @!optional",
        "@difference @required @cover=same @basis=stated @level in <skill> (fehlt | fehlen) {person} bei <lv> {level} [noch] {difference} [stufen | stufe] bis zu <level_wanted>",
        "@!cover=close <hold> <cover> [;] obwohl <ask_last>",
        "@!cover=close <hold> <cover> [;] <role> <asks> [jedoch | aber | dagegen | hingegen] @required <lv> {required} <opt>",
        "@required @!cover=close <hold> <cover> [;] [und | aber | doch] (erreicht | erfüllt) [damit | somit | aber] <level_wanted> nicht",
        "@required @!cover=close <hold> <cover> [;] (was | das | dies) (für <level_wanted> nicht (reicht | genügt | ausreicht) | unter <level_wanted> liegt)",
        "@required @!cover=close <hold> <cover> [;] [und] liegt [damit | somit] unter <level_wanted> [<missing_by>]",
        "@difference @!cover=close <hold> <cover> [;] [und liegt | und damit | damit | das ist | also] <below> <level_wanted>",
        "@difference @required @cover=same @basis=stated {person} (braucht | benötigt) in <skill> {difference} [stufen | stufe] mehr [;] um <level_wanted> zu erreichen",
        "@difference @required @cover=same @basis=stated @level {person} hat in <skill> <lv> {level} [;] {difference} [stufen | stufe] weniger als <level_wanted>",
        "@difference @required @cover=same zwischen <lv> {level} von {person} in <skill> und <level_wanted> liegen {difference} @level",
        "@cover=close <hold> [;] was <skill> nahekommt [;] <but> <role> <asks> [jedoch | aber] <skill> selbst <at_required> <opt>",
        "@cover=close <hold> [;] eine (fähigkeit | kompetenz) [;] die <skill> nahekommt <but> <role> <asks> [jedoch | aber] <skill> selbst <at_required> <opt>",
        "@cover=close <ask> <but> <hold> [;] was (nah | nahe) (daran | an <skill>) (liegt | ist)",
        """@!cover=close <hold> <cover> <but> <role> <asks> [jedoch | aber] @required
           (<lv> {required} [in <skill>] | <skill> <at_required>) <opt> [<wants_more> | <missing_by>]""",
        "@!cover=close <hold> <cover> [;] (während | wobei) <ask_last>",
        "@!cover=close <ask> <but> <hold> <cover> [<missing_by>]",
        "<ask> <but> <at_it> [<missing_by>]",
        """@difference @cover=same @basis=stated in <skill> liegt {person} [@level mit <lv> {level}] <below>
           <level_wanted>""",
        """@difference @cover=same @basis=stated {person} liegt in <skill> [@level mit <lv> {level}] <below>
           <level_wanted>""",
        "@difference mit <holding> <cover> liegt {person} <below> <level_wanted>",
        """@difference @cover=same @basis=stated {person} (fehlt | fehlen) in <skill> {difference} [stufen | stufe]
           bis (zu | zur) <level_wanted>""",
        """@difference @cover=same @basis=stated in <skill> (fehlt | fehlen) {person} {difference} [stufen | stufe]
           bis (zu | zur) <level_wanted>""",
        "@cover=close <hold> <cover> <but> <role> <asks> <skill> selbst <at_required> <opt>",
        "@cover=close <ask> <but> <hold> [;] was (dem | <skill>) nahekommt",
    ),
    ClaimKind.LACKS_SKILL: (
        "<not_on_record> [;] obwohl <ask_last> <near_too>",
        "<not_on_record> [;] (während | wobei) <ask_last> <near_too>",
        "<not_on_record> <but> <asks_it> <near_too>",
        "<not_on_record> <near_here> <but> <ask>",
        "<ask> <but> <it_not_on_record> <near_here>",
        "<ask> <but> <not_on_record> <near_here>",
        "<skill> ist (für | bei) {person} nicht (verzeichnet | erfasst | hinterlegt | vermerkt | eingetragen | dokumentiert | nachgewiesen) [;] (wird | ist) [aber | jedoch] (von | für) <role> <at_required> <opt> <asked> <near_too>",
        """<skill> [;] <which_asked> [;] ist (für | bei) {person} nicht (verzeichnet | erfasst | nachgewiesen)
           <near_too>""",
        "<not_on_record> [;] während <ask_last> <near_too>",
    ),
    ClaimKind.GAP_SUMMARY: (
        "erfüllt {person} <x_of_y> (der | für | von) <role> [<by_weight>] [<open_left>] <as_of>",
        "<x_of_y> (der | für | von) <role> erfüllt {person} [;] (nach gewicht | gewichtet) (sind das | ist das | entspricht das) <percent> <as_of>",
        "{person} erfüllt [derzeit | aktuell] <x_of_y> (der | für | von) <role> [<by_weight>] [<open_left>] <as_of>",
        "von {total} <reqs> (der | für | von) <role> erfüllt {person} [derzeit | aktuell] {met} [<by_weight>] [<open_left>] <as_of>",
        "<role> (stellt | hat) {total} <reqs_acc> [;] (davon | von denen | von diesen) erfüllt {person} {met} [<by_weight>] [<open_left>] <as_of>",
        "gewichtet [betrachtet | gerechnet] erfüllt {person} <percent> der <reqs> (der | für | von) <role> [lpar {met} von {total} rpar] <as_of>",
        "{person} erfüllt von [den] {total} <reqs> (der | für | von) <role> {met} [<by_weight>] <as_of>",
        "von {total} <reqs> (der | für | von) <role> sind {met} durch {person} erfüllt [<by_weight>] <as_of>",
        "bei <role> erfüllt {person} <x_of_y> [<by_weight>] <as_of>",
        "für <role> erfüllt {person} <x_of_y> [<by_weight>] <as_of>",
        "(nach gewicht | gewichtet) sind <percent> der <reqs> (der | für | von) <role> durch {person} erfüllt [[;] {met} von {total}] <as_of>",
        "{person} erfüllt <x_of_y> (der | für | von) <role> [<by_weight>] [<open_left>] <as_of>",
        "{person} deckt <x_of_y> (der | für | von) <role> ab [<by_weight>] [<open_left>] <as_of>",
        "von [den] {total} <reqs> (der | für | von) <role> (erfüllt {person} {met} | sind {met} von {person} erfüllt) [<by_weight>] [<open_left>] <as_of>",
        "<x_of_y> (der | für | von) <role> (sind | ist) (von | durch) {person} erfüllt [<by_weight>] [<open_left>] <as_of>",
        "<x_of_y> (der | für | von) <role> erfüllt {person} [<by_weight>] [<open_left>] <as_of>",
        "(nach gewicht | gewichtet) erfüllt {person} <percent> der <reqs> (der | für | von) <role> [[;] [das sind | also] {met} (von | der) {total} [<reqs>] | lpar [das sind | also] {met} (von | der) {total} [<reqs>] rpar] <as_of>",
        "{person} erfüllt (nach gewicht | gewichtet) <percent> der <reqs> (der | für | von) <role> [[;] [das sind | also] {met} (von | der) {total} [<reqs>] | lpar [das sind | also] {met} (von | der) {total} [<reqs>] rpar] <as_of>",
        "<role> hat {total} <reqs_acc> [;] (davon erfüllt {person} {met} | von denen {person} {met} erfüllt | {met} davon erfüllt {person}) [<by_weight>] [<open_left>] <as_of>",
    ),
    ClaimKind.COURSE_CLOSES_GAP: (
        "@closes=True @required <teach> <cover> <reaching>",
        """@closes=True @to_level==required <course_any> (vermittelt | lehrt) <teaches> bis (zu | zur) <lv> {to_level}
           <cover> [;] die <role> <opt> <asks_last>""",
        """@closes=True @required @to_level @cover=same mit <course_any> wird (in <skill> <lv> {to_level} | <lv> {to_level}
           in <skill>) erreicht [;] (@to_level==required wie es <role> <opt> <asks_last>
           | @to_level==required wie von <role> <opt> <asked> | das reicht für <level_wanted>)""",
        """@closes=True @required @to_level @cover=same <course_any> führt in <skill> bis [zu | zur] <lv> {to_level}
           <reaching>""",
        "@closes=False @required <teach> <cover> <staying_below>",
        "<teach> <cover> <but> <role> <asks> [aber | jedoch] @required (<lv> {required} [in <skill>] "
        "| <skill> <at_required>) <opt>",
        "<teach> <cover> [;] während <ask_last>",
        """<ask> <but> <course> (vermittelt | lehrt) (@!taught (@to_level | @!required) (es | dies | sie | das) | <teaches>) [@closes=False @required nur] <taught_to>
           <cover>""",
        "@!required <teach> <cover> <but> <role> <asks> (@!taught @!to_level (dies | es | das) | <skill>) <opt>",
        "@!required @!to_level <teach> <cover> [;] was <role> <opt> <asks_last>",
    ),
    ClaimKind.NO_COURSE: (
        "(ein weiterer | ein anderer) kurs (für | zu) <skill> wurde [im graphen] nicht gefunden <but> <asks_it>",
        "es wurde [im graphen] kein <further> (für | zu) <skill> gefunden <but> <asks_it>",
        "der graph (enthält | kennt | hat | führt) (für | zu) <skill> <no_further> <further> <but> <asks_it>",
        "der graph (enthält | kennt | hat | führt) (für | zu) <skill> [;] <which_asked> [;] <no_further> <further>",
        "(für | zu) <skill> [;] <which_asked> [;] (enthält | kennt | hat | führt) der graph <no_further> <further>",
        "(für | zu) <skill> [;] <which_asked> [;] ((gibt es | ist) (im graphen | im graph) | findet sich [im graphen | im graph]) <no_further> <further> [verzeichnet]",
        "der graph (enthält | kennt | hat | führt) <no_further> <further> (für | zu) <skill> [;] <was_asked>",
        "<ask> <but> (ein weiterer | ein anderer) kurs (dafür | dazu) ist ([im graphen] nicht verzeichnet | im graphen nicht (enthalten | vorhanden))",
        "<ask> <but> (einen | ein) weiteren kurs dafür (enthält | kennt | hat) der graph nicht",
        "<ask> <but> der graph (enthält | kennt | hat) [dafür | dazu | hierfür] keinen <further> [dafür | dazu | für <skill>]",
        "im graphen (gibt es | findet sich | ist) (für | zu) <skill> <no_further> <further> [verzeichnet] <but> <asks_it>",
        """der graph (enthält | kennt | hat | führt | bietet) <no_further> <further> (für | zu | in) <skill> <but>
           <asks_it>""",
        """(für | zu | in) <skill> (enthält | kennt | hat | führt) der graph <no_further> <further> <but> <asks_it>""",
        """(für | zu | in) <skill> gibt es (im graphen | im graph) <no_further> <further> <but> <asks_it>""",
        """es gibt (im graphen | im graph) <no_further> <further> (für | zu) <skill> <but> <asks_it>""",
        """(für | zu) <skill> (ist [im graphen] kein <further> verzeichnet | ist im graphen kein <further> vorhanden
           | (findet | fand) sich [im graphen] kein <further>
           | wurde [im graphen] kein <further> gefunden) <but> <asks_it>""",
        """(für | zu) <skill> [;] <which_asked> [;] (ist [im graphen] kein <further> verzeichnet | ist im graphen kein <further> vorhanden
           | (findet | fand) sich [im graphen] kein <further> | gibt es im graphen keinen <further>
           | enthält der graph keinen <further> | wurde kein <further> gefunden)""",
        """<ask> <but> (im graphen (findet sich | gibt es | ist) (dafür | dazu) [jedoch | aber] <no_further> <further>
             [verzeichnet]
           | dafür ((gibt es | ist) im graphen | findet sich [im graphen] | enthält der graph) <no_further> <further> [verzeichnet]
           | der graph enthält (dafür | dazu) [jedoch | aber] keinen <further>)""",
        "[ein] (weiterer | anderer) kurs (für | zu) <skill> ist ([im graphen] nicht verzeichnet | im graphen nicht vorhanden) <but> "
        "<asks_it>",
    ),
    ClaimKind.COURSE_PREREQUISITE: (
        "<course> setzt voraus [;] dass [zuerst | zuvor | vorher] <prerequisite> (abgeschlossen | bestanden | absolviert) (wird | wurde | ist)",
        "<prerequisite> muss (vor | für) <course_any> (abgeschlossen | bestanden | absolviert | besucht) (werden | sein | worden sein)",
        "<prerequisite> ist (vor | für) <course_any> (abzuschließen | zu bestehen)",
        "bevor <course_any> (besucht | begonnen | belegt) werden kann [;] muss <prerequisite_any> (abgeschlossen | bestanden | absolviert) (werden | sein)",
        "wer <course_any> (besuchen | belegen) (will | möchte) [;] muss (zuerst | zuvor | vorher) <prerequisite> (abschließen | bestehen | absolvieren)",
        "<course> erfordert den abschluss von <prerequisite_any>",
        "vor <course_any> muss [zuerst | erst] <prerequisite_any> (abgeschlossen | bestanden | absolviert | besucht) (werden | sein)",
        "<course> baut auf <prerequisite> auf [;] der (zuerst | vorher | zuvor) (abgeschlossen | bestanden | absolviert) (werden muss | sein muss)",
        "wer <course_any> besuchen (will | möchte) [;] (braucht | benötigt) (zuerst | zuvor | vorher) <prerequisite>",
        "für <course_any> muss (zuerst | zuvor | vorher) <prerequisite> (abgeschlossen | bestanden | absolviert | besucht) (werden | sein)",
        "<course> kann erst nach <prerequisite_any> (besucht | begonnen | belegt) werden",
        "<prerequisite> ist (vor | für) <course_any> (erforderlich | nötig | notwendig | vorausgesetzt)",
        "<course> verlangt [;] dass (zuvor | zuerst | vorher) <prerequisite> (abgeschlossen | bestanden | absolviert) (wurde | wird)",
        "<course> setzt <prerequisite_acc> voraus",
        "<course> (erfordert | verlangt | benötigt | braucht) (zuvor | vorher | zuerst | vorab) <prerequisite_acc>",
        "<course> (erfordert | verlangt | benötigt | braucht) <prerequisite_acc> [zuvor | vorher | als voraussetzung]",
        "<prerequisite> ist [die | eine] voraussetzung (für | von) <course>",
        "[die | eine] voraussetzung (für | von) <course_any> ist <prerequisite_any>",
        "voraussetzung für <course_any> ist <prerequisite_any>",
        "<course> hat <prerequisite_acc> als voraussetzung",
        "für <course_any> (wird | ist) [zuerst | zuvor | vorher] <prerequisite> (benötigt | vorausgesetzt | verlangt | nötig "
        "| erforderlich)",
        "vor <course_any> muss <prerequisite> (abgeschlossen | bestanden | absolviert | besucht) (werden | sein)",
        "vor <course_any> ist <prerequisite_any> (abzuschließen | zu bestehen | zu absolvieren | erforderlich | nötig)",
        "<prerequisite> muss vor <course_any> (abgeschlossen | bestanden | absolviert | besucht) (werden | sein)",
        "<prerequisite> wird (für | vor) <course_any> (benötigt | vorausgesetzt | verlangt)",
    ),
}
