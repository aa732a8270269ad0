"""Numbers about an answer that rules of review may speak of. What an answer does not have is not known (None)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, get_args

from graph.store import CitedEdge
from reasoning.evidence import Claim

Fact: TypeAlias = Literal["weakest_edge", "confidence", "withheld", "steps_down", "about_another", "parts"]
FACTS: tuple[str, ...] = get_args(Fact)


def facts_of(
    answer: object, claims: Iterable[Claim], live: Mapping[str, CitedEdge], withheld: int, *, about_another: bool
) -> dict[Fact, float | None]:
    """The facts of an answer.

    ``weakest_edge``: the least confidence of an edge that a released claim cites. ``confidence``: of the first path,
    or the score of the first mentor. ``steps_down``: of the first path. ``parts``: pairs, candidates, paths or items.
    """
    cited = {edge.edge_id for claim in claims for edge in claim.edges}
    stated = (live[edge_id].edge.properties.get("confidence") for edge_id in cited if edge_id in live)
    confidences = [float(one) for one in stated if isinstance(one, int | float)]
    parts = _parts(answer)
    first = parts[0] if parts else None
    steps: Sequence[Any] = getattr(first, "steps", ())  # of whichever answer
    return {
        "weakest_edge": min(confidences, default=None),
        "confidence": _number(getattr(first, "confidence", getattr(first, "score", None))),
        "withheld": withheld,
        "steps_down": sum(str(getattr(step, "kind", "")) == "step_down" for step in steps) if steps else None,
        "about_another": float(about_another),
        "parts": len(parts),
    }


def _parts(answer: object) -> Sequence[object]:
    for name in ("pairs", "candidates", "paths", "items"):
        found = getattr(answer, name, None)
        if isinstance(found, tuple):
            return found
    return ()


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
