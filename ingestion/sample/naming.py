"""Names and languages of generated people, by the communities that work in an office. Every name is used once."""

from __future__ import annotations

from random import Random

from ingestion.sample.catalogue import Catalogue


def name_for(catalogue: Catalogue, chance: Random, city: str, used: set[str]) -> tuple[str, str]:
    """A name that nobody has yet, and the community it belongs to. Adds the name to ``used``."""
    shares = catalogue.offices[city]
    while True:
        community = chance.choices(list(shares), list(shares.values()))[0]
        people = catalogue.communities[community]
        name = f"{chance.choice(people.first)} {chance.choice(people.last)}"
        if name not in used:
            used.add(name)
            return name, community


def languages_for(catalogue: Catalogue, chance: Random, city: str, community: str, level: int) -> tuple[str, ...]:
    """Languages somebody works in: English nearly always, the office's mostly, their community's always."""
    office = catalogue.cities[city].language
    brought = catalogue.communities[community].language
    spoken = [brought]
    if office != brought and chance.random() < 0.6:
        spoken.append(office)
    if level >= 2 or chance.random() < 0.7:
        spoken.append("en")
    if chance.random() < 0.12:
        spoken.append(chance.choice(("de", "es", "fr", "it", "nl")))
    return tuple(dict.fromkeys(spoken))
