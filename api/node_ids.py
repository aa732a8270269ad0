"""Global ids: opaque text for (label, tenant, id), and the reading of ids that callers send. It looks nothing up."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from graph.keys import NodeKey
from ontology.errors import BadInput
from ontology.model import load_ontology

MAX_ID_LENGTH = 1000
PSEUDONYM_MARK = "~"
"""Before a person's pseudonym where their id may not be shown."""


@dataclass(frozen=True, slots=True)
class WantedNode:
    """A node as a caller named it: by its own id, or by a global id that also names label and tenant."""

    label: str
    id: str
    tenant_id: str | None = None

    @property
    def pseudonym(self) -> str | None:
        """The pseudonym, when the id names a person by it."""
        return self.id[1:] if self.label == "Person" and self.id.startswith(PSEUDONYM_MARK) else None


def global_id(label: str, tenant_id: str, node_id: str) -> str:
    """The opaque id of a node, unique in the whole schema."""
    return urlsafe_b64encode(f"{label}:{tenant_id}:{node_id}".encode()).decode().rstrip("=")


def of_key(key: NodeKey) -> str:
    """The global id of the node with the key."""
    return global_id(key.label, key.tenant_id, key.id)


def decode(text: str) -> WantedNode | None:
    """What a global id names, or None when the text is no global id."""
    try:
        raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4)).decode()
    except (ValueError, binascii.Error):
        return None
    label, first, rest = raw.partition(":")
    tenant_id, second, node_id = rest.partition(":")
    known = label in load_ontology().nodes and first and second and tenant_id and node_id
    return WantedNode(label, node_id, tenant_id) if known else None


def wanted(label: str, text: str) -> WantedNode:
    """Read an id that should name a node with the label: a global id, or the plain id (E1001, a URI, a code).

    Raises ``BadInput`` for a global id of another label and for ids that are empty or far too long.
    """
    if not text.strip() or len(text) > MAX_ID_LENGTH:
        raise BadInput(f"The id of a {label} is empty or too long.", remedy="Send an id of 1 to 1000 characters.")
    named = decode(text)
    if named is None:
        return WantedNode(label, text.strip())
    if named.label != label:
        raise BadInput(f"The id names a {named.label}, a {label} is needed.", remedy=f"Send the id of a {label}.")
    return named
