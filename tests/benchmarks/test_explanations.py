"""The naive peer is scored by rule: what cites existing facts that bear it out counts, and nothing else."""

from __future__ import annotations

from benchmarks.explanations.naive import Scores, score
from reasoning.explaining.bundle import Fact

FACTS = {
    "e12": Fact("e12", "Person 412", "has skill", "Python", {"level": 3.0}),
    "e40": Fact("e40", "Data analyst", "requires skill", "SQL", {"min_level": 2.5}),
}


def scored(text: str) -> Scores:
    scores = Scores()
    score(text, FACTS, scores)
    return scores


def test_a_sentence_that_its_citation_bears_out_counts() -> None:
    found = scored("Person 412 has Python at level 3 [e12]. The Data analyst role asks for SQL at 2.5 [e40].")
    assert (found.sentences, found.cited, found.existing, found.supported) == (2, 2, 2, 2)


def test_everything_else_does_not() -> None:
    for text in (
        "Person 412 has Python at level 3.",
        "Person 412 has Python at level 3 [e99].",
        "Person 412 has Python at level 5 [e12].",
        "Person 412 has SQL at level 3 [e12].",
        "Person 412 has Python at level 3 [e12][e40].",
    ):
        assert scored(text).supported == 0, text
    assert scored("Sure! Here are your sentences.").sentences == 1
