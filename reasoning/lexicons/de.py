"""German words by the code they give rise to."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from reasoning.lexicons.lexicon import Lexicon, words

LEXICON = Lexicon(
    negations=words(
        """nicht kein keine keinen keiner keinem nie niemals niemand nichts nirgends ohne weder noch kaum fehlt fehlen
        mangelt entbehrt unfähig"""
    ),
    overclaims=words(
        """garantiert garantieren garantie immer beste bester bestes besten sicher sicherlich gewiss nur perfekt muss
        müssen verspricht versprochen zweifellos definitiv ideal hervorragend ausgezeichnet brillant unschlagbar höchste
        niedrigste schnellste leichteste offensichtlich bewiesen experte expertin einzigartig vollständig völlig absolut
        verdient gehalt lohn bonus beförderung befördert automatisch ausschließlich besser schneller leichter mehr"""
    ),
    hedges=words(
        """vielleicht möglicherweise wahrscheinlich vermutlich eventuell könnte könnten dürfte kann scheint anscheinend
        angeblich ungefähr etwa circa rund fast beinahe bald kürzlich derzeit bereits schon manchmal oft gewöhnlich meist
        irgendwann falls wenn weil hoffentlich potenziell würde sollte"""
    ),
    quantifiers=words(
        """alle alles jeder jede jedes jeden sämtliche einige manche viele wenige mehrere beide meisten mehrheit
        minderheit hälfte doppelt zahlreiche unzählige"""
    ),
    numbers=words(
        """null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn zwanzig dreißig
        vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million dutzend erste zweite dritte einmal
        zweimal dreimal halb viertel doppelt monat monate monaten jahr jahre jahren woche wochen tage stunden punkte euro"""
    ),
    protected=words(
        """schwanger schwangerschaft mutterschutz elternzeit krank krankheit krankgeschrieben behindert behinderung
        schwerbehindert gesundheit gesund depression burnout krebs therapie medikamente religion religiös christlich
        muslimisch jüdisch hinduistisch buddhistisch atheistisch ethnie herkunft rasse schwarz weiß asiatisch
        nationalität migrant migrantin geschlecht männlich weiblich mann frau schwul lesbisch bisexuell transgender
        sexuelle orientierung alter alt jung älter jünger verheiratet ledig geschieden verwitwet kinder kind familie
        gewerkschaft partei politisch"""
    ),
    personal=words("geboren geburtstag geburtsdatum adresse anschrift telefon telefonnummer e-mail email"),
    function_words=words("der die das und für mit ist sind wurde hat rolle stufe verlangt auf von zu den dem in über"),
    predicates={
        "hold": words("hat haben verfügt besitzt beherrscht inne bringt"),
        "assess": words("bewertet geprüft eingestuft bewertung prüfung"),
        "pass": words("bestanden abgeschlossen absolviert"),
        "ask": words("verlangt fordert erfordert braucht benötigt erwartet gefordert setzt verlangen"),
        "meet": words("erfüllt erreicht deckt erfüllen"),
        "record": words("verzeichnet erfasst nachgewiesen beobachtet nachweis eintrag"),
        "teach": words("vermittelt lehrt"),
        "precede": words("voraus voraussetzung zuvor vorher"),
        "move": words("wechsel übergang wechselte"),
        "carry": words("übertragbar erlernen lernen erlernt mitzunehmen"),
        "path": words("weg schritt schritte schritten umfasst führt"),
        "mentor": words("mentoring bietet mentor mentorin begleiten"),
        "work": words("arbeitet tätig begann startete rolle übernahm"),
        "manage": words("leitet führt berichtet beaufsichtigt stellt entlässt besitzt mag empfiehlt"),
        "rival": words(
            "verbietet schließt ersetzt verhindert blockiert ignoriert ablehnt lehnt verliert verlor vergaß"
        ),
    },
)
