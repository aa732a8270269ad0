"""Companies in which facts of a person lie under several identifiers, linked."""

from __future__ import annotations

import random

from graph.identity import SAME_PERSON_AS
from graph.keys import NodeKey
from tests.reasoning.building import Company


def spread(company: Company, dice: random.Random, *, chains: bool = False) -> tuple[Company, dict[str, str]]:
    """The company with facts of people under other identifiers, linked; and the ids that each edge had before.

    Some facts are stated of two identifiers. With ``chains`` an identifier may be linked to another one that is not
    the leading one.
    """
    other, was = Company(), {}
    other.nodes = dict(company.nodes)
    aliases: dict[NodeKey, list[NodeKey]] = {}
    for key in [one for one in company.nodes if one.label == "Person"]:
        aliases[key] = [key]
        for number in range(dice.randint(0, 3)):
            member = other.person(f"{key.id}@{number}", ())
            other.edge(SAME_PERSON_AS, member, dice.choice(aliases[key]) if chains else key)
            aliases[key].append(member)
    for link in company.links.values():
        for _ in range(dice.choice([1, 1, 1, 2])):
            start, end = (dice.choice(aliases.get(one, [one])) for one in (link.start, link.end))
            block = ("edge_id", "tenant_id", "confidence", "qualifier")
            stated = {name: value for name, value in link.properties.items() if name not in block}
            stated["confidence"] = link.properties["confidence"]
            found = other.link(link.rel_type, start, end, stated, str(link.properties["tenant_id"]))
            was[found] = link.edge_id
    return other, was
