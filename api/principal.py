"""Principal: the caller as a verified token describes them. It decides nothing; see api.authorization."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.scope import CallerRole, Purpose, Scope, Viewer


@dataclass(frozen=True, slots=True)
class Principal:
    """Who calls: subject, tenant, roles, the person they are in the graph, and the purposes a service may use.

    ``purposes`` limits callers with the role ``service``; for people the table of api.authorization decides.
    """

    subject: str
    tenant_id: str
    roles: frozenset[CallerRole]
    person_id: str | None = None
    purposes: frozenset[Purpose] = field(default_factory=frozenset)

    @property
    def viewer(self) -> Viewer:
        """The caller as the store's scope wants them."""
        return Viewer(self.subject, self.roles, self.person_id)

    def scope(self, purpose: Purpose) -> Scope:
        """The scope of a read that this caller makes for the purpose."""
        return Scope(self.tenant_id, purpose, self.viewer)
