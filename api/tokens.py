"""Bearer tokens: a JWT becomes a Principal or ``Unauthenticated``. It never says why a token was refused.

Keys come from a PEM file or a JWKS address; only asymmetric algorithms are accepted, so that a public key can
never serve as an HMAC secret, and ``alg: none`` is refused.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from api.principal import Principal
from graph.scope import CallerRole, Purpose
from ontology.errors import SettingInvalid, Unauthenticated
from ontology.model import REFERENCE_TENANT

ASYMMETRIC = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
REQUIRED_CLAIMS = ("iss", "aud", "sub", "exp", "iat")
MAX_TOKEN_LENGTH = 8192

_log = logging.getLogger("cairn.api.tokens")


@dataclass(frozen=True, slots=True)
class ClaimNames:
    """Which claims of the issuer carry what Cairn needs."""

    tenant: str = "tenant"
    roles: str = "roles"
    person: str = "person"
    purposes: str = "purposes"


@dataclass(frozen=True, slots=True)
class TokenRules:
    """What a token must be to count: issuer, audience, algorithms, leeway in seconds, claims that must be there."""

    issuer: str
    audience: str = "cairn"
    algorithms: tuple[str, ...] = ("RS256", "ES256", "EdDSA")
    leeway_seconds: float = 10.0
    required: tuple[str, ...] = REQUIRED_CLAIMS
    claims: ClaimNames = ClaimNames()

    def __post_init__(self) -> None:
        if foreign := sorted(set(self.algorithms) - set(ASYMMETRIC)):
            raise SettingInvalid(
                f"Token algorithm {foreign[0]} is not asymmetric.", remedy=f"Use one of {', '.join(ASYMMETRIC)}."
            )
        if not self.issuer or not self.audience or not self.algorithms:
            raise SettingInvalid(
                "Issuer, audience and algorithms of tokens must be set.", remedy="Set CAIRN_TOKEN_ISSUER."
            )


PublicKey: TypeAlias = RSAPublicKey | EllipticCurvePublicKey | Ed25519PublicKey | Ed448PublicKey
Key: TypeAlias = PublicKey | jwt.PyJWK


class KeySource(Protocol):
    """Where the issuer's public keys come from."""

    def key_for(self, token: str) -> Key:
        """The key that should have signed the token; raises ``jwt.PyJWTError`` when there is none."""
        ...


@dataclass(frozen=True, slots=True)
class FixedKey:
    """One public key, whatever key id the token names."""

    key: PublicKey

    def key_for(self, token: str) -> Key:
        """The one key."""
        return self.key

    @classmethod
    def from_file(cls, path: Path) -> FixedKey:
        """Read the key from a PEM file; raises ``SettingInvalid`` when it holds no public key."""
        try:
            key = load_pem_public_key(path.read_bytes())
        except (OSError, ValueError):
            key = None
        if not isinstance(key, PublicKey):
            raise SettingInvalid(
                f"The token key file {path} holds no readable public key.",
                remedy="Point CAIRN_TOKEN_KEY_FILE at a PEM file that starts with BEGIN PUBLIC KEY.",
            )
        return cls(key)


class JwksKeys:
    """The issuer's published keys: fetched when needed, kept for a while, fetched again for an unknown key id.

    Fetching blocks, so the verifier must be called outside the event loop. Within ``cooldown_seconds`` of a
    fetch unknown ids are refused without another, so that invented ids cannot flood the issuer.
    """

    def __init__(
        self,
        url: str,
        *,
        lifespan_seconds: float = 300.0,
        timeout_seconds: float = 5.0,
        cooldown_seconds: float = 5.0,
    ) -> None:
        self._client = jwt.PyJWKClient(
            url, lifespan=lifespan_seconds, timeout=timeout_seconds, cooldown_duration=cooldown_seconds
        )

    def key_for(self, token: str) -> Key:
        """The published key with the token's key id."""
        return self._client.get_signing_key_from_jwt(token)


class TokenVerifier:
    """Turns the value of an Authorization header into a Principal."""

    def __init__(self, rules: TokenRules, keys: KeySource) -> None:
        self._rules = rules
        self._keys = keys

    def principal(self, authorization: str | None) -> Principal:
        """The caller behind ``Bearer <token>``; raises ``Unauthenticated`` with one message for every fault."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise _refused("none")
        return self._to_principal(self._verified(token.strip()))

    def _verified(self, token: str) -> Mapping[str, object]:
        if len(token) > MAX_TOKEN_LENGTH:
            raise _refused("too long")
        rules = self._rules
        try:
            return jwt.decode(
                token,
                self._keys.key_for(token),
                algorithms=list(rules.algorithms),
                audience=rules.audience,
                issuer=rules.issuer,
                leeway=rules.leeway_seconds,
                options={"require": list(rules.required)},
            )
        except jwt.PyJWKClientConnectionError:
            _log.warning("the issuer's keys cannot be fetched; check CAIRN_JWKS_URL")
            raise _refused("keys out of reach") from None
        except (jwt.PyJWTError, ValueError, TypeError) as error:
            raise _refused(type(error).__name__) from None

    def _to_principal(self, claims: Mapping[str, object]) -> Principal:
        names = self._rules.claims
        tenant = claims.get(names.tenant)
        subject = claims.get("sub")
        person = claims.get(names.person)
        if not isinstance(tenant, str) or not tenant or tenant == REFERENCE_TENANT or "\x1f" in tenant:
            raise _refused("tenant claim")
        if not isinstance(subject, str) or not subject or not isinstance(person, str | None):
            raise _refused("subject or person claim")
        known_roles, known_purposes = {str(role) for role in CallerRole}, {str(purpose) for purpose in Purpose}
        roles = frozenset(CallerRole(name) for name in _names(claims.get(names.roles)) if name in known_roles)
        purposes = frozenset(Purpose(name) for name in _names(claims.get(names.purposes)) if name in known_purposes)
        if not roles:
            raise _refused("no known role")
        return Principal(subject, tenant, roles, person or None, purposes)


def _names(claim: object) -> list[str]:
    if isinstance(claim, str):
        return claim.split()
    return [name for name in claim if isinstance(name, str)] if isinstance(claim, list) else []


def _refused(why: str) -> Unauthenticated:
    _log.info("token refused: %s", why)
    return Unauthenticated(
        "The request carries no valid bearer token.",
        remedy="Send `Authorization: Bearer <token>` with a current token of the configured issuer.",
    )
