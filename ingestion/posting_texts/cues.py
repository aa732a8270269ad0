"""The declared cues of posting texts (``cues.yaml``): which words tell what about a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Cues:
    """Headings by text; patterns that find a cue as whole words; levels and years as (threshold or pattern, level)."""

    headings: dict[str, str]
    optional: re.Pattern[str]
    required: re.Pattern[str]
    boilerplate: re.Pattern[str]
    levels: tuple[tuple[re.Pattern[str], float], ...]
    years: tuple[tuple[float, float], ...]
    closing: re.Pattern[str]
    opening: re.Pattern[str]


@cache
def cues() -> Cues:
    """The declared cues, read once."""
    stated = yaml.safe_load((Path(__file__).parent / "cues.yaml").read_text("utf-8"))
    return Cues(
        headings={text: kind for kind, texts in stated["headings"].items() for text in texts},
        optional=_any(stated["optional"]),
        required=_any(stated["required"]),
        boilerplate=_any(stated["boilerplate"]),
        levels=tuple((_any(row["words"]), float(row["level"])) for row in stated["levels"]),
        years=tuple((float(row["from"]), float(row["level"])) for row in stated["years"]),
        closing=_any(stated["closing"]),
        opening=_any(stated["opening"]),
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(phrase) for phrase in longest_first)})(?!\w)", re.IGNORECASE)
