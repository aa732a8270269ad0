"""The questions as GraphQL documents, and how to ask them: over HTTP or in this process. Renders nothing."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import resources
from typing import Any

import orjson

from ontology.errors import AccessDenied as Denied
from ontology.errors import BadInput, CairnError, ConsentMissing, StaleSnapshot, StoreUnavailable, UnknownNode

Json = dict[str, Any]
Ask = Callable[[str, Mapping[str, object]], Json]
"""Sends a document with variables and returns ``data``; raises a ``CairnError`` when there is none."""


def document(name: str) -> str:
    """A GraphQL document shipped with the command line (api/cli/documents)."""
    return (resources.files("api.cli") / "documents" / f"{name}.graphql").read_text("utf-8")


PURPOSES = {
    "careerPath": "career_path",
    "skillGap": "skill_gap",
    "mentorMatch": "mentor_match",
    "whyNot": "career_path",
    "pathSensitivity": "career_path",
    "whatIf": "career_path",
    "reachableRoles": "career_path",
    "whoCouldReach": "career_path",
    "learningPlan": "skill_gap",
    "unlocks": "skill_gap",
    "documents": "public",
    "plays": "skill_gap",
    "themes": "public",
}
PAGE = 20


def over_http(url: str, token: str, *, timeout: float = 30.0) -> Ask:
    """Ask a running service."""

    def ask(text: str, variables: Mapping[str, object]) -> Json:
        request = urllib.request.Request(
            url,
            data=orjson.dumps({"query": text, "variables": dict(variables)}),
            headers={
                "authorization": f"Bearer {token}",
                "content-type": "application/json",
                "accept": "application/graphql-response+json",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return data_of(response.read())
        except urllib.error.HTTPError as error:
            return data_of(error.read())
        except OSError:
            raise StoreUnavailable(f"No service answers at {url}.", remedy="Start it with `cairn serve`.") from None

    return ask


def data_of(body: bytes) -> Json:
    """``data`` of a GraphQL response; raises the first error as a ``CairnError``."""
    answer: Json = orjson.loads(body)
    if answer.get("errors"):
        first = answer["errors"][0]
        raise CairnError(str(first.get("message", "The service refused the request.")))
    data: Json = answer["data"]
    return data


def unwrap(data: Json, name: str) -> Json:
    """The answer under ``name``; a problem member is raised as the error it stands for."""
    result: Json = data[name]
    if "code" not in result:
        return result
    kinds: Mapping[str, type[CairnError]] = {
        "NotInGraph": UnknownNode,
        "Forbidden": Denied,
        "ConsentMissing": ConsentMissing,
        "BadInput": BadInput,
        "Unavailable": StaleSnapshot,
    }
    raise kinds.get(str(result["__typename"]), CairnError)(str(result["message"]), remedy=str(result["remedy"]))


def sentences(answer: Json) -> list[Json]:
    """All sentences of an answer in reading order: its own, then those of its parts, however deep."""
    own = list(answer.get("sentences", []))
    for name, part in answer.items():
        parts = part if isinstance(part, list) else [part]
        own += [one for each in parts if name != "sentences" and isinstance(each, dict) for one in sentences(each)]
    return own


def cited_edges(ask: Ask, edge_ids: Iterable[str], purpose: str) -> dict[str, Json]:
    """Resolve edge ids through GraphQL, page by page; ids that do not resolve are absent."""
    wanted = list(dict.fromkeys(edge_ids))
    found: dict[str, Json] = {}
    for start in range(0, len(wanted), PAGE):
        page = wanted[start : start + PAGE]
        for edge in ask(document("edges"), {"ids": page, "purpose": purpose})["edges"]:
            if edge["__typename"] == "Edge":
                found[edge["id"]] = edge
    return found


def resolve(ask: Ask, kind: str, text: str) -> str:
    """The id to ask with for what a person typed: an id stays, a name is looked up.

    Raises ``UnknownNode`` with the nearest names when nothing matches exactly.
    """
    hits: Sequence[Json] = unwrap(
        ask(document("search"), {"input": {"text": text, "kinds": [kind], "first": 5}}), "search"
    )["hits"]
    exact = [hit for hit in hits if hit["match"] in ("EXACT", "ALTERNATE")]
    if exact:
        return str(exact[0]["node"]["id"])
    if any(character in text for character in ":-./") or any(character.isdigit() for character in text):
        return text
    near = ", ".join(str(hit["node"]["name"]) for hit in hits) or "nothing"
    raise UnknownNode(f"No {kind.lower()} is called {text[:80]!r}.", remedy=f"Nearest: {near}.")
