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
                     | [die] (@optional optionale | @!optional [wesentliche]) anforderung [<skill>] (für | der | von)
                       <role> [lpar <lv> {required} rpar]
                     | was <role> <opt> <asks_last>""",
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
                        | {person} (kann | hat) <skill> nicht (nachgewiesen | nachweisen)
                        | zu <skill> ist für {person} nichts (verzeichnet | erfasst | hinterlegt)
                        | für {person} ist zu <skill> nichts (verzeichnet | erfasst | hinterlegt)
                        | in den (daten | einträgen | unterlagen) (zu | von) {person} (fehlt <skill>
                          | ist <skill> nicht (verzeichnet | erfasst))
                        | [ein] (nachweis | eintrag) (für | zu) <skill> fehlt bei {person}
                        | es (liegt | gibt) (für | bei | von) {person} (keinen | kein) (nachweis | eintrag) (für | zu)
                          <skill> [vor]
                        | <skill> fehlt (bei {person} | in den (daten | einträgen) (zu | von) {person})""",
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
                           | bei {person} (fehlt (es | sie | dies) | ist (dies | es | sie) nicht (erfasst | verzeichnet))""",
    "asks_it": """<role> <asks> [aber | jedoch] (@!held (dies | es | sie | das | diese fähigkeit) | <skill>) <at_required> <opt>
                  | <role> <asks> [aber | jedoch | darin | dafür] @required [mindestens] <lv> {required} [in <skill>]
                    <opt>
                  | <role> <asks> @optional optional (@!held dies | <skill>) <at_required>
                  | für <role> (wird | ist) (@required <lv> {required} | (@!held (dies | es) | <skill>) <at_required>) <opt>
                    <asked>
                  | @!held (dies | es | das) wird (von | für) <role> <at_required> <opt> <asked>""",
    "near_level": "[auf <lv> {level}]",
    "near_it": """[;] [und | aber] (als verwandt verzeichnet ist <near> <near_level>
                  | verwandt ist <near> <near_level> | wohl aber (das | die) verwandte <near> <near_level>
                  | verzeichnet ist (das | die) verwandte <near> <near_level>
                  | [eine] verwandte fähigkeit ist <near> <near_level>
                  | als verwandte fähigkeit ist <near> <near_level> verzeichnet)""",
    "near_too": "@near <near_it> | @!near",
    "reqs": "(@essential wesentlichen | @!essential) (anforderung | anforderungen)",
    "reqs_acc": "(@essential (wesentliche | wesentlichen) | @!essential) (anforderung | anforderungen)",
    "percent": "{coverage} (prozent | %)",
    "by_weight": """[;] [und | also] [das (sind | ist | entspricht | macht) | dies entspricht]
                    ((nach gewicht | gewichtet | dem gewicht nach) [sind das | entspricht das | ist das] <percent>
                     | <percent> (nach gewicht | gewichtet | des gewichts))
                    | lpar (nach gewicht | gewichtet) <percent> rpar
                    | [;] das (entspricht | sind) (gewichtet | nach gewicht) <percent>""",
    "x_of_y": "{met} (von | der | von den) {total} <reqs>",
    "open_left": "[;] [und] {open} (ist | sind) (nicht erfüllt | offen | noch offen)",
    "teach": """<course> (vermittelt | lehrt | behandelt) <teaches> <taught_to>
                | @to_level <course> (führt | bringt) (in <teaches> (bis | auf) [zu | zur] <lv> {to_level}
                | <teaches> auf <lv> {to_level})""",
    "reaching": """[;] (ausreichend | genug) für <level_wanted>
                   | [;] [und] (damit | so | das | dies) (ist | wird) <level_wanted> erreicht
                   | [;] [und] (damit | so | somit) (ist | wird) <lv> {required} erreicht [;] die <role> <opt> <asks_last>
                   | [;] [und] (erreicht | erfüllt) [damit | so | somit] <level_wanted>
                   | [;] [und] (das | dies) (reicht | genügt) für <level_wanted>
                   | [;] was für <level_wanted> (reicht | genügt)""",
    "staying_below": """[;] (und | was | das | dies | aber) (reicht | genügt) nicht für <level_wanted>
                        | [;] was für <level_wanted> nicht (reicht | genügt | ausreicht)
                        | [;] [und] (erreicht | erfüllt) [damit | also | aber] nicht <level_wanted>
                        | [;] [und] (das | dies) (liegt | bleibt | ist) unter <level_wanted>
                        | [;] [und] (bleibt | liegt) [damit | somit | also] unter <level_wanted>
                        | [;] was unter <level_wanted> (liegt | bleibt)""",
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
        "<hold> <cover> [;] was <met_object> (erfüllt | erreicht)",
        "<hold> <cover> [;] was für <level_wanted> (reicht | genügt | ausreicht)",
        "<hold> <cover> [;] [und] (damit | somit | so) ist (die @!optional anforderung | die @optional optionale anforderung) (der | von | für) <role> [lpar <lv> {required} rpar] erfüllt",
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
        "<not_on_record> <but> <asks_it> <near_too>",
        "<not_on_record> <near_too> <but> <ask>",
        "<ask> <but> <it_not_on_record> <near_too>",
        "<ask> <but> <not_on_record> <near_too>",
        "<not_on_record> [;] (wird | ist) [aber | jedoch] (von | für) <role> <at_required> <opt> <asked> <near_too>",
        """<skill> [;] <which_asked> [;] ist (für | bei) {person} nicht (verzeichnet | erfasst | nachgewiesen)
           <near_too>""",
        "<not_on_record> [;] während <ask_last> <near_too>",
    ),
    ClaimKind.GAP_SUMMARY: (
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
        """@closes=True @to_level==required <course> (vermittelt | lehrt) <teaches> bis (zu | zur) <lv> {to_level}
           <cover> [;] die <role> <opt> <asks_last>""",
        """@closes=True @required @to_level @cover=same mit <course> wird (in <skill> <lv> {to_level} | <lv> {to_level}
           in <skill>) erreicht [;] (@to_level==required wie es <role> <opt> <asks_last>
           | @to_level==required wie von <role> <opt> <asked> | das reicht für <level_wanted>)""",
        """@closes=True @required @to_level @cover=same <course> führt in <skill> bis [zu | zur] <lv> {to_level}
           <reaching>""",
        "@closes=False @required <teach> <cover> <staying_below>",
        "<teach> <cover> <but> <role> <asks> [aber | jedoch] @required (<lv> {required} [in <skill>] "
        "| <skill> <at_required>) <opt>",
        "<teach> <cover> [;] während <ask_last>",
        """<ask> <but> <course> (vermittelt | lehrt) (@!taught (es | dies | sie | das) | <teaches>) [@closes=False @required nur] <taught_to>
           <cover>""",
        "@!required <teach> <cover> <but> <role> <asks> (@!taught (dies | es | das) | <skill>) <opt>",
        "@!required <teach> <cover> [;] was <role> <opt> <asks_last>",
    ),
    ClaimKind.NO_COURSE: (
        "<ask> <but> (einen | ein) weiteren kurs dafür (enthält | kennt | hat) der graph nicht",
        "<ask> <but> der graph (enthält | kennt | hat) [dafür | dazu | hierfür] keinen <further> [dafür | dazu | für <skill>]",
        "im graphen (gibt es | findet sich | ist) (für | zu) <skill> <no_further> <further> [verzeichnet] <but> <asks_it>",
        """der graph (enthält | kennt | hat | führt | bietet) <no_further> <further> (für | zu | in) <skill> <but>
           <asks_it>""",
        """(für | zu | in) <skill> (enthält | kennt | hat | führt) der graph <no_further> <further> <but> <asks_it>""",
        """(für | zu | in) <skill> gibt es [im graphen | im graph] <no_further> <further> <but> <asks_it>""",
        """es gibt [im graphen | im graph] <no_further> <further> (für | zu) <skill> <but> <asks_it>""",
        """(für | zu) <skill> (ist [im graphen] kein <further> (verzeichnet | vorhanden)
           | (findet | fand) sich [im graphen] kein <further>
           | wurde [im graphen] kein <further> gefunden) <but> <asks_it>""",
        """(für | zu) <skill> [;] <which_asked> [;] (ist [im graphen] kein <further> (verzeichnet | vorhanden)
           | (findet | fand) sich [im graphen] kein <further> | gibt es [im graphen] keinen <further>
           | enthält der graph keinen <further> | wurde kein <further> gefunden)""",
        """<ask> <but> (im graphen (findet sich | gibt es | ist) (dafür | dazu) [jedoch | aber] <no_further> <further>
             [verzeichnet]
           | dafür (gibt es | findet sich | enthält der graph | ist) [im graphen] <no_further> <further> [verzeichnet]
           | der graph enthält (dafür | dazu) [jedoch | aber] keinen <further>)""",
        "[ein] (weiterer | anderer) kurs (für | zu) <skill> ist [im graphen] nicht (verzeichnet | vorhanden) <but> "
        "<asks_it>",
    ),
    ClaimKind.COURSE_PREREQUISITE: (
        "vor <course> muss [zuerst | erst] <prerequisite> (abgeschlossen | bestanden | absolviert | besucht) (werden | sein)",
        "<course> baut auf <prerequisite> auf [;] der (zuerst | vorher | zuvor) (abgeschlossen | bestanden | absolviert) (werden muss | sein muss)",
        "wer <course> besuchen (will | möchte) [;] (braucht | benötigt) (zuerst | zuvor | vorher) <prerequisite>",
        "für <course> muss (zuerst | zuvor | vorher) <prerequisite> (abgeschlossen | bestanden | absolviert | besucht) (werden | sein)",
        "<course> kann erst nach <prerequisite> (besucht | begonnen | belegt) werden",
        "<prerequisite> ist (vor | für) <course> (erforderlich | nötig | notwendig | vorausgesetzt)",
        "<course> verlangt [;] dass (zuvor | zuerst | vorher) <prerequisite> (abgeschlossen | bestanden | absolviert) (wurde | wird)",
        "<course> setzt <prerequisite> voraus",
        "<course> (erfordert | verlangt | benötigt | braucht) (zuvor | vorher | zuerst | vorab) <prerequisite>",
        "<course> (erfordert | verlangt | benötigt | braucht) <prerequisite> [zuvor | vorher | als voraussetzung]",
        "<prerequisite> ist [die | eine] voraussetzung (für | von) <course>",
        "[die | eine] voraussetzung (für | von) <course> ist <prerequisite>",
        "voraussetzung für <course> ist <prerequisite>",
        "<course> hat <prerequisite> als voraussetzung",
        "für <course> (wird | ist) [zuerst | zuvor | vorher] <prerequisite> (benötigt | vorausgesetzt | verlangt | nötig "
        "| erforderlich)",
        "vor <course> (muss | ist) <prerequisite> (abgeschlossen | bestanden | absolviert | besucht) (werden | sein)",
        "vor <course> ist <prerequisite> (abzuschließen | zu bestehen | zu absolvieren | erforderlich | nötig)",
        "<prerequisite> muss vor <course> (abgeschlossen | bestanden | absolviert | besucht) (werden | sein)",
        "<prerequisite> wird (für | vor) <course> (benötigt | vorausgesetzt | verlangt)",
    ),
}
