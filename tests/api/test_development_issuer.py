"""The development issuer: its key stays, is private, and signs for nobody else."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from api.development_issuer import KEY_FILE, DevelopmentIssuer, development_principal, jwks_json
from graph.scope import CallerRole, Purpose
from ontology.errors import SettingInvalid, Unauthenticated

PRINCIPAL = development_principal("acme", [CallerRole.SERVICE], "E1", [Purpose.ANALYTICS])


def test_what_it_signs_it_verifies(tmp_path: Path) -> None:
    issuer = DevelopmentIssuer.in_directory(tmp_path)
    token = issuer.sign(PRINCIPAL, datetime.now(UTC))
    assert issuer.verifier().principal(f"Bearer {token}") == PRINCIPAL


def test_the_key_is_made_once_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    first = DevelopmentIssuer.in_directory(tmp_path / "new" / "folder")
    second = DevelopmentIssuer.in_directory(tmp_path / "new" / "folder")
    assert first.jwks() == second.jwks()
    assert stat.S_IMODE((tmp_path / "new" / "folder" / KEY_FILE).stat().st_mode) == 0o600


def test_tokens_of_another_directory_are_refused(tmp_path: Path) -> None:
    token = DevelopmentIssuer.in_directory(tmp_path / "a").sign(PRINCIPAL, datetime.now(UTC))
    with pytest.raises(Unauthenticated):
        DevelopmentIssuer.in_directory(tmp_path / "b").verifier().principal(f"Bearer {token}")


def test_tokens_run_out(tmp_path: Path) -> None:
    issuer = DevelopmentIssuer.in_directory(tmp_path)
    token = issuer.sign(PRINCIPAL, datetime.now(UTC) - timedelta(hours=2), timedelta(hours=1))
    with pytest.raises(Unauthenticated):
        issuer.verifier().principal(f"Bearer {token}")


def test_only_the_public_half_is_published(tmp_path: Path) -> None:
    published = DevelopmentIssuer.in_directory(tmp_path).jwks()
    assert b'"d"' not in jwks_json(DevelopmentIssuer.in_directory(tmp_path))
    keys = published["keys"]
    assert isinstance(keys, list)
    assert {name: keys[0][name] for name in ("kty", "crv", "alg", "use")} == {
        "kty": "OKP",
        "crv": "Ed25519",
        "alg": "EdDSA",
        "use": "sig",
    }


def test_a_spoilt_key_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text("nonsense")
    with pytest.raises(SettingInvalid) as caught:
        DevelopmentIssuer.in_directory(tmp_path)
    assert "Delete it" in caught.value.remedy
