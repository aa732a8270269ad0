"""Tokens: what is accepted, and that everything else is refused with one and the same message."""

from __future__ import annotations

import base64
import hmac
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from api.principal import Principal
from api.tokens import ClaimNames, FixedKey, JwksKeys, TokenRules, TokenVerifier
from graph.scope import CallerRole, Purpose
from ontology.errors import SettingInvalid, Unauthenticated

ISSUER = "https://issuer.example"
RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC_KEY = ec.generate_private_key(ec.SECP256R1())
PUBLIC_PEM = RSA_KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
MESSAGE = "The request carries no valid bearer token."


def claims(**changed: Any) -> dict[str, Any]:
    now = datetime.now(UTC)
    stated: dict[str, Any] = {
        "iss": ISSUER, "aud": "cairn", "sub": "user-1", "iat": now, "exp": now + timedelta(minutes=5),
        "tenant": "acme", "roles": ["employee", "manager"], "person": "E1",
    }  # fmt: skip
    return {name: value for name, value in {**stated, **changed}.items() if value is not None}


def signed(key: Any = RSA_KEY, algorithm: str = "RS256", kid: str | None = None, **changed: Any) -> str:
    return jwt.encode(claims(**changed), key, algorithm=algorithm, headers={"kid": kid} if kid else None)


@pytest.fixture
def verifier() -> TokenVerifier:
    return TokenVerifier(TokenRules(issuer=ISSUER), FixedKey(RSA_KEY.public_key()))


def test_a_good_token_becomes_a_principal(verifier: TokenVerifier) -> None:
    roles = frozenset({CallerRole.EMPLOYEE, CallerRole.MANAGER})
    assert verifier.principal(f"Bearer {signed()}") == Principal("user-1", "acme", roles, "E1")


def test_claim_names_purposes_and_space_separated_roles() -> None:
    rules = TokenRules(issuer=ISSUER, claims=ClaimNames(tenant="org", roles="scope", person="emp"))
    token = signed(tenant=None, roles=None, person=None, org="acme", scope="service unknown", purposes=["analytics"])
    principal = TokenVerifier(rules, FixedKey(RSA_KEY.public_key())).principal(f"bearer {token}")
    assert principal.roles == {CallerRole.SERVICE}
    assert principal.purposes == {Purpose.ANALYTICS}
    assert principal.person_id is None


def test_leeway_forgives_a_clock_that_is_a_little_off(verifier: TokenVerifier) -> None:
    verifier.principal(f"Bearer {signed(exp=datetime.now(UTC) - timedelta(seconds=5))}")


REFUSED = {
    "no header": None,
    "empty": "",
    "no scheme": signed(),
    "basic": "Basic dXNlcjpwYXNz",
    "empty token": "Bearer ",
    "no JWT": "Bearer abc",
    "three dots": "Bearer a.b.c",
    "too long": f"Bearer {signed(sub='x' * 9000)}",
    "alg none": f"Bearer {jwt.encode(claims(), '', algorithm='none')}",
    "HMAC secret": f"Bearer {jwt.encode(claims(), 'a-shared-secret-that-is-long-enough!', algorithm='HS256')}",
    "expired": f"Bearer {signed(exp=datetime.now(UTC) - timedelta(minutes=1))}",
    "not yet valid": f"Bearer {signed(nbf=datetime.now(UTC) + timedelta(minutes=5))}",
    "issued in the future": f"Bearer {signed(iat=datetime.now(UTC) + timedelta(minutes=5))}",
    "wrong audience": f"Bearer {signed(aud='other')}",
    "no audience": f"Bearer {signed(aud=None)}",
    "wrong issuer": f"Bearer {signed(iss='https://evil.example')}",
    "no issuer": f"Bearer {signed(iss=None)}",
    "no expiry": f"Bearer {signed(exp=None)}",
    "no subject": f"Bearer {signed(sub=None)}",
    "other key": f"Bearer {signed(OTHER_RSA_KEY)}",
    "algorithm not allowed": f"Bearer {signed(algorithm='RS512')}",
    "no tenant": f"Bearer {signed(tenant=None)}",
    "tenant of the classifications": f"Bearer {signed(tenant='_ref')}",
    "tenant is no text": f"Bearer {signed(tenant=['acme'])}",
    "no role": f"Bearer {signed(roles=[])}",
    "only unknown roles": f"Bearer {signed(roles=['root'])}",
    "person is no text": f"Bearer {signed(person=7)}",
}


@pytest.mark.parametrize("header", REFUSED.values(), ids=REFUSED.keys())
def test_everything_else_is_refused_with_one_message(verifier: TokenVerifier, header: str | None) -> None:
    with pytest.raises(Unauthenticated) as caught:
        verifier.principal(header)
    assert caught.value.message == MESSAGE
    assert caught.value.status == 401
    assert caught.value.__cause__ is None


def test_the_public_key_is_no_hmac_secret(verifier: TokenVerifier) -> None:
    header, payload = signed().split(".")[:2]
    forged = base64.urlsafe_b64encode(json.dumps({"alg": "HS256", "typ": "JWT"}).encode()).rstrip(b"=").decode()
    mac = hmac.digest(PUBLIC_PEM, f"{forged}.{payload}".encode(), "sha256")
    token = f"{forged}.{payload}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"
    with pytest.raises(Unauthenticated):
        verifier.principal(f"Bearer {token}")
    assert header != forged


@pytest.mark.parametrize("algorithms", [("HS256",), ("none",), ("RS256", "HS512"), ()])
def test_symmetric_algorithms_cannot_be_configured(algorithms: tuple[str, ...]) -> None:
    with pytest.raises(SettingInvalid):
        TokenRules(issuer=ISSUER, algorithms=algorithms)


def test_a_key_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "issuer.pem"
    path.write_bytes(PUBLIC_PEM)
    assert TokenVerifier(TokenRules(issuer=ISSUER), FixedKey.from_file(path)).principal(f"Bearer {signed()}")


@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----\n"])
def test_a_file_without_a_key_names_the_setting(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "issuer.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingInvalid) as caught:
        FixedKey.from_file(path)
    assert "CAIRN_TOKEN_KEY_FILE" in caught.value.remedy


@dataclass
class KeyServer:
    """An issuer's JWKS endpoint on loopback that counts how often it is asked."""

    keys: list[dict[str, Any]] = field(default_factory=list)
    asked: int = 0
    url: str = ""

    def publish(self, kid: str, private: Any) -> None:
        algorithm: Any = RSAAlgorithm if isinstance(private, rsa.RSAPrivateKey) else ECAlgorithm
        self.keys.append({**algorithm.to_jwk(private.public_key(), as_dict=True), "kid": kid, "use": "sig"})


@pytest.fixture
def key_server() -> Iterator[KeyServer]:
    state = KeyServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked += 1
            body = json.dumps({"keys": state.keys}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/jwks"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


def test_keys_from_the_issuer_are_cached_and_found_by_id(key_server: KeyServer) -> None:
    key_server.publish("rsa-1", RSA_KEY)
    key_server.publish("ec-1", EC_KEY)
    verifier = TokenVerifier(TokenRules(issuer=ISSUER), JwksKeys(key_server.url))
    for _ in range(5):
        assert verifier.principal(f"Bearer {signed(kid='rsa-1')}").person_id == "E1"
        assert verifier.principal(f"Bearer {signed(EC_KEY, 'ES256', 'ec-1')}").person_id == "E1"
    assert key_server.asked == 1


def test_a_new_key_of_the_issuer_is_fetched_when_it_is_first_used(key_server: KeyServer) -> None:
    key_server.publish("old", OTHER_RSA_KEY)
    verifier = TokenVerifier(TokenRules(issuer=ISSUER), JwksKeys(key_server.url, cooldown_seconds=0))
    verifier.principal(f"Bearer {signed(OTHER_RSA_KEY, kid='old')}")
    key_server.publish("new", RSA_KEY)
    assert verifier.principal(f"Bearer {signed(kid='new')}").subject == "user-1"
    assert key_server.asked == 2


def test_unknown_key_ids_are_refused_and_do_not_flood_the_issuer(key_server: KeyServer) -> None:
    key_server.publish("rsa-1", RSA_KEY)
    verifier = TokenVerifier(TokenRules(issuer=ISSUER), JwksKeys(key_server.url))
    for number in range(20):
        with pytest.raises(Unauthenticated) as caught:
            verifier.principal(f"Bearer {signed(kid=f'invented-{number}')}")
        assert caught.value.message == MESSAGE
    assert key_server.asked <= 2


def test_a_key_id_does_not_lend_another_key_its_trust(key_server: KeyServer) -> None:
    key_server.publish("rsa-1", RSA_KEY)
    verifier = TokenVerifier(TokenRules(issuer=ISSUER), JwksKeys(key_server.url))
    with pytest.raises(Unauthenticated):
        verifier.principal(f"Bearer {signed(OTHER_RSA_KEY, kid='rsa-1')}")


def test_an_issuer_out_of_reach_refuses() -> None:
    verifier = TokenVerifier(TokenRules(issuer=ISSUER), JwksKeys("http://127.0.0.1:9/jwks", timeout_seconds=1))
    with pytest.raises(Unauthenticated):
        verifier.principal(f"Bearer {signed(kid='rsa-1')}")


def test_an_ed25519_key_serves_too() -> None:
    key = Ed25519PrivateKey.generate()
    verifier = TokenVerifier(TokenRules(issuer=ISSUER), FixedKey(key.public_key()))
    assert verifier.principal(f"Bearer {signed(key, 'EdDSA')}").tenant_id == "acme"
