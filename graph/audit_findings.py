"""What the auditor may find. The codes are stable; monitoring counts them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """Kinds of broken invariants."""

    NODE_INCOMPLETE = "NODE_INCOMPLETE"
    PERSON_CONSENT_DIFFERS = "PERSON_CONSENT_DIFFERS"
    CONSENT_EXPIRED = "CONSENT_EXPIRED"
    EDGE_INCOMPLETE = "EDGE_INCOMPLETE"
    EDGE_ID_DIFFERS = "EDGE_ID_DIFFERS"
    EDGE_CROSSES_TENANTS = "EDGE_CROSSES_TENANTS"
    EDGE_ENDS_UNKNOWN = "EDGE_ENDS_UNKNOWN"
    EDGE_DUPLICATE = "EDGE_DUPLICATE"
    EDGE_WITHOUT_ASSERTION = "EDGE_WITHOUT_ASSERTION"
    EDGE_SCOPES_DIFFER = "EDGE_SCOPES_DIFFER"
    EDGE_CONFIDENCE_DIFFERS = "EDGE_CONFIDENCE_DIFFERS"
    EDGE_PROJECTION_DIFFERS = "EDGE_PROJECTION_DIFFERS"
    EDGE_PAYLOAD_DIFFERS = "EDGE_PAYLOAD_DIFFERS"
    ASSERTION_UNKNOWN = "ASSERTION_UNKNOWN"
    ASSERTION_ALTERED = "ASSERTION_ALTERED"
    ASSERTION_WITHOUT_EDGE = "ASSERTION_WITHOUT_EDGE"
    SOURCE_UNKNOWN = "SOURCE_UNKNOWN"
    LINK_TO_ITSELF = "LINK_TO_ITSELF"
    LINKS_NOT_NOTED = "LINKS_NOT_NOTED"
    CYCLE = "CYCLE"


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken invariant: its code, what is wrong in a sentence, and the node key or edge id it is about."""

    code: Code
    text: str
    subject: str

    def as_dict(self) -> dict[str, str]:
        """Plain data."""
        return {"code": self.code.value, "text": self.text, "subject": self.subject}
