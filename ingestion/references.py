"""Whose node an identifier names. The rule looks at the form alone, so it does not depend on what is loaded.

An ESCO URI or an O*NET code names the shared classification (tenant ``_ref``); everything else names the company's
own node. A company's own identifiers may therefore not look like one of these.
"""

from __future__ import annotations

import re

from graph.keys import NodeKey
from ingestion.faults import Refused
from ontology.model import REFERENCE_TENANT

_ESCO = "http://data.europa.eu/esco/"
_SHARED = {
    "Role": re.compile(r"http://data\.europa\.eu/esco/(occupation|isco)/\S+|\d{2}-\d{4}\.\d{2}"),
    "Skill": re.compile(
        r"http://data\.europa\.eu/esco/(skill|isced-f)/\S+|[1-6]\.[A-Z](\.\d{1,2}(\.[a-z](\.\d{1,2})?)?)?"
    ),
}
FORMS = "an ESCO URI or an O*NET code"


def reference(label: str, tenant_id: str, node_id: str, field: str) -> NodeKey:
    """The node that an identifier in a feed names."""
    form = _SHARED.get(label)
    if form is not None and form.fullmatch(node_id):
        return NodeKey(label, REFERENCE_TENANT, node_id)
    if node_id.startswith(_ESCO):
        reason = f"The ESCO address is not one of a {label.lower()}."
        raise Refused("BAD_REFERENCE", reason, "Copy the address of the concept from the ESCO portal.", field)
    return NodeKey(label, tenant_id, node_id)


def own(label: str, tenant_id: str, node_id: str, field: str) -> NodeKey:
    """The company's node with this identifier, where a shared one is not allowed."""
    key = reference(label, tenant_id, node_id, field)
    if key.tenant_id == REFERENCE_TENANT:
        reason = f"The identifier has the form of {FORMS}, which are reserved for the shared classifications."
        raise Refused("RESERVED_ID", reason, "Use the company's own identifier.", field)
    return key


def shared(label: str, node_id: str, field: str) -> NodeKey:
    """The node of a shared classification with this identifier, where the company's own is not allowed."""
    form = _SHARED[label]
    if not form.fullmatch(node_id):
        reason = f"The value is not {FORMS} of a {label.lower()}."
        raise Refused("BAD_REFERENCE", reason, "Copy it from ESCO or O*NET, or leave it empty.", field)
    return NodeKey(label, REFERENCE_TENANT, node_id)
