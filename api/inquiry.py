"""Inquiry: one caller asking at one moment of one snapshot. Every look-up of a person goes through here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property

from api import node_ids
from api.authorization import Decision, Operation, Relation, decide
from api.consent import LiveConsent, live_consents
from api.narration.narrator import ModelNarrator
from api.narration.record import Deadline
from api.node_ids import WantedNode
from api.ports import Deps
from api.principal import Principal
from api.standing import relations
from graph.keys import NodeKey
from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import AccessDenied, BadInput, ConsentMissing, UnknownNode
from ontology.model import REFERENCE_TENANT
from reasoning.derived import derived


class _Pseudonyms:
    """The persons of a snapshot by pseudonym; made once per snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        people = snapshot.nodes("Person")
        shared = Counter(map(snapshot.caption, people))
        # A pseudonym is short: one that several people have by chance names none of them.
        self.indices = {snapshot.caption(one): one for one in people if shared[snapshot.caption(one)] == 1}
        # Whoever was joined is found by the pseudonym of every identifier.
        for member in snapshot.identities.members:
            found = snapshot.find(snapshot.identities.key(member.id))
            if found is not None and not shared[member.caption]:
                self.indices.setdefault(member.caption, found)


class Inquiry:
    """What the parts of one request share: principal, snapshot, moment, live consents.

    ``asked_at`` is when it is asked, ``now`` the moment it is about: the same, except as of a past one (api.past).
    """

    def __init__(self, deps: Deps, principal: Principal) -> None:
        self.deps = deps
        self.principal = principal
        self.asked_at: datetime = deps.clock()
        self.now: datetime = self.asked_at
        self._consents: dict[str, LiveConsent | None] = {}
        self._absent: set[str] = set()
        self._model_deadline: Deadline | None = None

    @cached_property
    def snapshot(self) -> Snapshot:
        """The snapshot of the caller's tenant, the same for the whole request."""
        return self.deps.snapshots.current(self.principal.tenant_id)

    @cached_property
    def age_seconds(self) -> float:
        """Age of that snapshot: how long ago it was last known to show what the store holds."""
        return max(0.0, self.deps.snapshots.age(self.principal.tenant_id, self.now))

    @cached_property
    def caller_index(self) -> int | None:
        """The caller's own person in the snapshot, if they have one."""
        if self.principal.person_id is None:
            return None
        return self.snapshot.find(NodeKey("Person", self.principal.tenant_id, self.principal.person_id))

    @cached_property
    def caller_keys(self) -> tuple[NodeKey, ...]:
        """All identifiers of the caller's own person, whichever of them their token names."""
        person_id = self.principal.person_id
        if person_id is None:
            return ()
        return self.snapshot.identities.everyone(NodeKey("Person", self.principal.tenant_id, person_id))

    def model_deadline(self, narration: ModelNarrator) -> Deadline:
        """By when a model has to be done: one moment for all explanations of the request, set by the first."""
        if self._model_deadline is None:
            self._model_deadline = narration.deadline()
        return self._model_deadline

    # -- nodes ---------------------------------------------------------------------------------------------

    def resolve(self, node: WantedNode) -> int:
        """Index of a node of the catalogue; raises ``UnknownNode`` (also for other tenants' nodes)."""
        if node.tenant_id is None:
            return self.snapshot.resolve(node.label, node.id)
        index = None
        if node.tenant_id in (self.principal.tenant_id, REFERENCE_TENANT):
            index = self.snapshot.find(NodeKey(node.label, node.tenant_id, node.id))
        if index is None:
            raise UnknownNode(f"No such {node.label} is in the graph.", remedy="Look it up with `search`.")
        return index

    def catalogue(self, label: str, text: str) -> int:
        """Index of the role, skill or course that the caller names."""
        return self.resolve(node_ids.wanted(label, text))

    # -- persons -------------------------------------------------------------------------------------------

    def relations(self, person: int | None) -> frozenset[Relation]:
        """What the person is to the caller; somebody not in the graph is ``OTHER``."""
        if person is None:
            return frozenset({Relation.OTHER})
        return relations(self.snapshot, self.caller_index, person, self.now.date())

    def decision(self, operation: Operation, person: int | None, purpose: Purpose) -> Decision:
        """What the table says about this operation towards the person."""
        return decide(self.principal, operation, self.relations(person), purpose)

    def permit(self, operation: Operation, purpose: Purpose) -> None:
        """Raise ``AccessDenied`` unless the caller may do this where it concerns no person."""
        if not decide(self.principal, operation, Relation.NOBODY, purpose).allowed:
            raise denied()

    def person(self, text: str | None, operation: Operation, purpose: Purpose) -> int:
        """Index of the person asked about, once table and live consent allow it. None means the caller.

        A caller who may only ask about people tied to them gets the same ``AccessDenied`` for a stranger and
        for an id that does not exist; one who may ask about anybody gets the same ``UnknownNode`` for a
        person who is not in the graph and for one who has not agreed.
        """
        index = self.find_person(text)
        if text is None and index is None:
            raise BadInput("Your token names no person of the graph.", remedy="Say whom you ask about.")
        decision = self.decision(operation, index, purpose)
        if not decision.allowed:
            raise denied()
        tied = bool(self.relations(index) & {Relation.SELF, Relation.REPORT})
        if index is None:
            self._read_as_if_there(text or "")
            raise not_visible()
        # The snapshot may not know yet that somebody has agreed: then the answer waits for the next one.
        if not (self.consents(index, purpose) and self.snapshot.consents(index, purpose, self.now)):
            raise (
                ConsentMissing(
                    "The person has not agreed to this use of their data.",
                    remedy=f"Ask them to give consent for {purpose}.",
                )
                if tied
                else not_visible()
            )
        return index

    def _read_as_if_there(self, text: str) -> None:
        """Read somebody's consent for a person who is not there: else the time to refuse would tell who is.

        Once for each id, as what was read of a person is kept for the request too.
        """
        people = self.snapshot.nodes("Person")
        if people and text not in self._absent:
            self._absent.add(text)
            stand_in = people[sum(text.encode("utf-8", "replace")) % len(people)]
            live_consents(self.deps.store, self.principal.scope(Purpose.PUBLIC), [self.snapshot.ids[stand_in]])

    def find_person(self, text: str | None) -> int | None:
        """Index of the person with the id or pseudonym, whoever asks; None when there is none."""
        if text is None:
            return self.caller_index
        node = node_ids.wanted("Person", text)
        if node.pseudonym is not None:
            return self._by_pseudonym(node.pseudonym)
        if node.tenant_id not in (None, self.principal.tenant_id):
            return None
        return self.snapshot.find(NodeKey("Person", self.principal.tenant_id, node.id))

    def _by_pseudonym(self, pseudonym: str) -> int | None:
        return derived(self.snapshot, _Pseudonyms).indices.get(pseudonym)

    # -- consent -------------------------------------------------------------------------------------------

    def load_consents(self, persons: Iterable[int]) -> None:
        """Read the live consent of these persons in one call, if it is not known yet."""
        ids = {self.snapshot.ids[index] for index in persons} - self._consents.keys()
        found = live_consents(self.deps.store, self.principal.scope(Purpose.PUBLIC), ids)
        self._consents |= {person_id: found.get(person_id) for person_id in ids}

    def consents(self, person: int, purpose: Purpose) -> bool:
        """Whether the person allows the purpose now, according to the store."""
        self.load_consents([person])
        consent = self._consents[self.snapshot.ids[person]]
        return consent is not None and consent.allows(purpose, self.asked_at)


def denied() -> AccessDenied:
    """The one refusal; it does not depend on whether the thing asked for exists."""
    return AccessDenied(
        "Your role does not allow this, or not for this person.",
        remedy="Ask about yourself or your reporting line, or ask an administrator for the role you need.",
    )


def not_visible() -> UnknownNode:
    """Nobody by that id is visible to the caller for this purpose: not there, or not agreed."""
    return UnknownNode(
        "No such person is visible to you for this purpose.",
        remedy="Check the id, and that the person has agreed to this purpose.",
    )
