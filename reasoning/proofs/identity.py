"""Facts stated of several identifiers of a person, told of the one that leads, by links that are cited with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from graph.identity import SAME_PERSON_AS, leaders
from reasoning.proofs.ledger import ensure
from reasoning.readback import ReadEdge


def joined(edges: Sequence[ReadEdge]) -> Sequence[ReadEdge]:
    """The facts among the edges, with every identifier that a link leads from replaced by the leading one.

    Only links among the edges count, so each was cited and read back. They must be chains without a circle, each
    beginning at an identifier that a fact was stated of: one that joins nobody whom the facts name is padding.
    """
    links = [edge for edge in edges if edge.type == SAME_PERSON_AS]
    if not links:
        return edges
    facts = [edge for edge in edges if edge.type != SAME_PERSON_AS]
    leads = leaders((link.start, link.end) for link in links)
    ensure(all(link.start != link.end for link in links))
    ensure(len(links) == len(leads) - len(set(leads.values())), "padding")
    named = {end for fact in facts for end in (fact.start, fact.end)}
    degree = Counter(end for link in links for end in (link.start, link.end))
    ensure(all(degree[one] > 1 or one == lead or one in named for one, lead in leads.items()), "padding")
    captions = {link.start: link.start_caption for link in links} | {link.end: link.end_caption for link in links}

    def told(fact: ReadEdge) -> ReadEdge:
        start, end = leads.get(fact.start, fact.start), leads.get(fact.end, fact.end)
        return replace(
            fact,
            start=start,
            end=end,
            start_caption=captions.get(start, fact.start_caption),
            end_caption=captions.get(end, fact.end_caption),
        )

    return [told(fact) for fact in facts]
