"""The development issuer: signs tokens with a key of its own. It runs only when asked for, never by default."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from jwt.algorithms import OKPAlgorithm

from api.principal import Principal
from api.tokens import FixedKey, TokenRules, TokenVerifier
from graph.keys import digest
from graph.scope import CallerRole, Purpose
from ontology.errors import SettingInvalid

ISSUER = "cairn-development"
KEY_FILE = "development-token-key.pem"


class DevelopmentIssuer:
    """Signs and publishes with an Ed25519 key kept in the data directory (mode 0600, made on first use)."""

    def __init__(self, key: Ed25519PrivateKey, audience: str = "cairn") -> None:
        self._key = key
        self._audience = audience
        public = OKPAlgorithm.to_jwk(key.public_key(), as_dict=True)
        self._kid = digest(str(public["x"]))[:16]
        self._jwk = {**public, "kid": self._kid, "use": "sig", "alg": "EdDSA"}

    @classmethod
    def in_directory(cls, data_dir: Path, audience: str = "cairn") -> DevelopmentIssuer:
        """Load the directory's key, or make it; raises ``SettingInvalid`` when the file is not such a key."""
        path = data_dir / KEY_FILE
        data_dir.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _write_new_key(path)
        try:
            key = load_pem_private_key(path.read_bytes(), password=None)
        except (OSError, ValueError):
            key = None
        if not isinstance(key, Ed25519PrivateKey):
            raise SettingInvalid(f"{path} holds no Ed25519 key.", remedy="Delete it; a new one is made.")
        return cls(key, audience)

    @property
    def rules(self) -> TokenRules:
        """What this issuer's tokens must be."""
        return TokenRules(issuer=ISSUER, audience=self._audience, algorithms=("EdDSA",))

    def verifier(self) -> TokenVerifier:
        """A verifier that accepts this issuer's tokens and no others."""
        return TokenVerifier(self.rules, FixedKey(self._key.public_key()))

    def jwks(self) -> dict[str, object]:
        """The public key as a JWK set."""
        return {"keys": [self._jwk]}

    def sign(self, principal: Principal, now: datetime, lifetime: timedelta = timedelta(hours=8)) -> str:
        """A token for the principal, valid from ``now`` for ``lifetime``."""
        claims: dict[str, object] = {
            "iss": ISSUER,
            "aud": self._audience,
            "sub": principal.subject,
            "iat": now,
            "exp": now + lifetime,
            "tenant": principal.tenant_id,
            "roles": sorted(principal.roles),
        }
        if principal.person_id is not None:
            claims["person"] = principal.person_id
        if principal.purposes:
            claims["purposes"] = sorted(principal.purposes)
        return jwt.encode(claims, self._key, algorithm="EdDSA", headers={"kid": self._kid})


def development_principal(
    tenant_id: str,
    roles: Iterable[CallerRole],
    person_id: str | None = None,
    purposes: Iterable[Purpose] = (),
) -> Principal:
    """The principal that ``cairn token`` signs for: its subject names the person or the roles."""
    held = frozenset(roles)
    subject = f"dev:{person_id or '+'.join(sorted(held))}"
    return Principal(subject, tenant_id, held, person_id, frozenset(purposes))


def _write_new_key(path: Path) -> None:
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return  # another process of the same directory was faster
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)


def jwks_json(issuer: DevelopmentIssuer) -> bytes:
    """The JWK set as bytes to serve."""
    return json.dumps(issuer.jwks(), sort_keys=True).encode()
