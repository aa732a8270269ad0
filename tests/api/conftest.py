"""Fixtures of the API: the little company in a fake store, a service over it, tokens, and an in-process client."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.composition import compose
from api.development_issuer import DevelopmentIssuer
from api.http import HttpOptions, create_app
from api.inquiry import Inquiry
from api.ports import Deps
from api.principal import Principal
from api.readiness import Readiness
from api.recording.book import AnswerBook, BookRules, Mode
from graph.scope import CallerRole, Purpose
from tests.api.company import ACME, Company, acme
from tests.api.fakes import NOW, FixedSnapshots
from tests.graph.memory_answer_log import MemoryAnswerLog


@dataclass
class World:
    """The company, what the API is given of it, and the ways tests ask."""

    company: Company
    snapshots: FixedSnapshots
    issuer: DevelopmentIssuer
    now: datetime = NOW
    options: HttpOptions = field(default_factory=HttpOptions)
    log: MemoryAnswerLog = field(default_factory=MemoryAnswerLog)
    mode: Mode = "closed"

    @cached_property
    def book(self) -> AnswerBook:
        ids = (f"answer-{number}" for number in itertools.count(1))
        return AnswerBook(
            self.log,
            self.log.seal,
            clock=lambda: self.now,
            new_id=lambda: next(ids),
            service="1.0",
            rules=BookRules(self.mode),
        )

    @property
    def deps(self) -> Deps:
        return compose(
            self.company.store,
            self.snapshots,
            staleness_bound_seconds=30.0,
            clock=lambda: self.now,
            answers=self.book,
        )

    def inquiry(self, principal: Principal) -> Inquiry:
        return Inquiry(self.deps, principal)

    def client(self, **options: Any) -> TestClient:
        deps = self.deps
        app = create_app(
            deps,
            self.issuer.verifier(),
            readiness=Readiness(deps, [ACME]),
            options=HttpOptions(**options),
            issuer=self.issuer,
        )
        return TestClient(app)

    def token(self, principal: Principal) -> str:
        return self.issuer.sign(principal, datetime.now(UTC))


def caller(
    *roles: CallerRole, person: str | None = None, tenant: str = ACME, purposes: tuple[Purpose, ...] = ()
) -> Principal:
    """A principal for a test."""
    return Principal(f"test:{person}", tenant, frozenset(roles), person, frozenset(purposes))


ANN = caller(CallerRole.EMPLOYEE, person="E1")
BOB = caller(CallerRole.EMPLOYEE, CallerRole.MANAGER, person="E2")
COACH = caller(CallerRole.COACH)
PLANNER = caller(CallerRole.PLANNER)
AUDITOR = caller(CallerRole.AUDITOR)
ADMIN = caller(CallerRole.ADMIN)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A fresh company and service."""
    company = acme()
    return World(company, FixedSnapshots(company.store), DevelopmentIssuer.in_directory(tmp_path))


Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(world: World) -> Iterator[Ask]:
    """Ask over the ASGI application as a principal; the GraphQL answer comes back."""
    with world.client() as client:

        def post(principal: Principal, query: str, variables: Mapping[str, object] | None = None) -> dict[str, Any]:
            headers = {"Authorization": f"Bearer {world.token(principal)}"}
            response = client.post("/graphql", json={"query": query, "variables": variables or {}}, headers=headers)
            answer: dict[str, Any] = json.loads(response.content)
            return answer

        yield post
