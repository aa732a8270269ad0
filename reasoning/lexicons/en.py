"""English words by the code they give rise to."""

from __future__ import annotations

from reasoning.lexicons.lexicon import Lexicon, words

LEXICON = Lexicon(
    negations=words(
        """no not never none nobody nothing nowhere lacks lack lacking without cannot can't doesn't isn't aren't hasn't
        haven't didn't wasn't weren't won't neither nor hardly barely scarcely fails failed unable"""
    ),
    overclaims=words(
        """guarantee guarantees guaranteed always best certainly certain only perfect perfectly must promise promises
        surely definitely undoubtedly ideal ideally excellent outstanding brilliant unbeatable top greatest highest
        lowest worst fastest easiest clearly obviously proven expert unique flawless completely fully absolutely
        deserves salary pay raise bonus promotion promoted automatically exclusively more better faster easier"""
    ),
    hedges=words(
        """perhaps maybe possibly probably likely might may could would should can seems appears apparently presumably
        reportedly allegedly roughly approximately around about nearly almost soon recently currently already yet still
        sometimes often usually generally eventually if unless because since-then therefore hopefully potentially"""
    ),
    quantifiers=words(
        """all every each any some most many few several both everyone everybody anyone somebody someone majority
        minority half twice double triple numerous countless least"""
    ),
    numbers=words(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen
        first second third fourth fifth once twice half quarter double months month years year weeks days hours points
        euros dollars"""
    ),
    protected=words(
        """pregnant pregnancy maternity paternity parental leave sick sickness illness ill disease disabled disability
        health healthy depression burnout cancer therapy medication religion religious christian muslim jewish hindu
        buddhist atheist ethnic ethnicity race racial black white asian nationality immigrant migrant gender male female
        man woman men women gay lesbian bisexual transgender sexual orientation age old young older younger aged married
        single divorced widowed children child family union member political party veteran"""
    ),
    personal=words("born birthday birthdate address phone telephone email e-mail ssn passport"),
    function_words=words("the of and for with is are was were has have asks level role from since which that in at"),
    predicates={
        "hold": words("held holds hold holding has have possesses had"),
        "assess": words("assessed rated assessment"),
        "pass": words("passed completed"),
        "ask": words("asks requires needs calls demands expects required needed demanded expected asked called"),
        "meet": words("meets meet met reaches fulfils fulfills satisfies reached covers"),
        "record": words("record recorded observed"),
        "teach": words("teaches trains teaching"),
        "precede": words("prerequisite before first builds"),
        "move": words("move moves moved transition transitions"),
        "carry": words("carries carry carried transfers transfer learned learn"),
        "path": words("path route steps step takes leads"),
        "mentor": words("mentoring mentor mentors mentored offers"),
        "work": words("works worked working serves served began started became role"),
        "manage": words("manages managed reports leads supervises hired hires fired dismissed owns likes recommends"),
        "rival": words("forbids excludes replaces prevents blocks ignores rejects refuses loses lost forgot quit left"),
    },
)
