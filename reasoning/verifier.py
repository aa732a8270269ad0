"""The verifier: a claim and its sentence against the edges read back from the store. Nothing leaves that it rejects.

Codes
  citations    no_citation, unknown_id (gone, retracted or not permitted), duplicate_id, padding (an edge of no use)
  edges        edge_mismatch (type, ends, captions or id differ), property (a value differs from the store's)
  claim        structure (the edges do not make such a claim), slot (a name or number they do not prove), direction,
               derivation (arithmetic that does not come out)
  text         empty_text, shape, markup, script, language, pii_or_link, endpoint_missing, uncited_entity, direction,
               predicate_missing, other_predicate, negation, hedge, quantifier, overclaim, protected, number, residue,
               phrasing (no known way to state the claim), wording (not the template's sentence, where it must be)
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graph.store import CitedEdge
from reasoning.derivations import derived_value
from reasoning.evidence import Claim, Derivation, SlotValue
from reasoning.proofs import prove
from reasoning.proofs.ledger import UnprovenError
from reasoning.readback import ReadEdge, differences, read_edge, same
from reasoning.style import DEFAULT_STYLE, Style
from reasoning.wording import check_text


def verify(
    claim: Claim,
    text: str,
    cited: Mapping[str, CitedEdge],
    *,
    exact: bool = True,
    style: Style = DEFAULT_STYLE,
    known: Collection[str] = (),
) -> list[str]:
    """Return the codes of everything that is wrong; an empty list releases the sentence.

    ``cited`` are the edges as the store gave them back under the caller's scope. With ``exact`` the text must be
    the template's; without, any wording that states the claim in the words of its kind is accepted.
    """
    codes = verify_claim(claim, cited)
    return list(dict.fromkeys([*codes, *check_text(claim, text, exact=exact, style=style, known=known)]))


def verify_claim(claim: Claim, cited: Mapping[str, CitedEdge]) -> list[str]:
    """The codes of the claim alone, before it is worded."""
    if not claim.edges:
        return ["no_citation"]
    ids = [edge.edge_id for edge in claim.edges]
    codes = ["duplicate_id"] if len(set(ids)) < len(ids) else []
    if any(edge_id not in cited for edge_id in ids):
        return [*codes, "unknown_id"]
    for edge in claim.edges:
        codes += differences(edge, cited[edge.edge_id])
    read = [read_edge(cited[edge_id]) for edge_id in ids]
    codes += _slots(claim, read)
    codes += _derivations(claim, {edge.id: edge for edge in read})
    return list(dict.fromkeys(codes))


def _slots(claim: Claim, read: list[ReadEdge]) -> list[str]:
    try:
        proven = prove(claim.kind, read, claim.slots)
    except UnprovenError as unproven:
        return [unproven.code]
    names = proven.keys() | claim.slots.keys()
    equal = all(name in proven and name in claim.slots and _equal(proven[name], claim.slots[name]) for name in names)
    return [] if equal else ["slot"]


def _equal(first: SlotValue, second: SlotValue) -> bool:
    return isinstance(first, str) == isinstance(second, str) and same(first, second)


def _derivations(claim: Claim, read: Mapping[str, ReadEdge]) -> list[str]:
    return [] if all(_comes_out(derivation, read) for derivation in claim.derivations) else ["derivation"]


def _comes_out(derivation: Derivation, read: Mapping[str, ReadEdge]) -> bool:
    found = derived_value(derivation, read)
    return found is not None and same(found, derivation.value)
