"""Every setting is documented, and a bad one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.settings import Settings, load_settings
from ontology.errors import SettingInvalid

README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.mark.parametrize("field", list(Settings.model_fields))
def test_every_setting_is_in_the_readme_table(field: str) -> None:
    spec = Settings.model_fields[field]
    rows = [line for line in README.read_text("utf-8").splitlines() if line.startswith(f"| `{spec.alias}`")]
    assert len(rows) == 1
    assert spec.description is not None
    assert spec.description in rows[0]


def test_arguments_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAIRN_PORT", "9000")
    assert load_settings().port == 9000
    assert load_settings(port=9001).port == 9001
    assert load_settings(port=None).port == 9000


def test_the_password_file_wins_and_a_missing_one_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "from-variable")
    assert load_settings().password() == "from-variable"
    file = tmp_path / "secret"
    file.write_text("from-file\n")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(file))
    assert load_settings().password() == "from-file"
    file.unlink()
    with pytest.raises(SettingInvalid, match="NEO4J_PASSWORD_FILE"):
        load_settings().password()


def test_the_password_is_not_in_the_representation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "hunter2hunter2")
    assert "hunter2hunter2" not in repr(load_settings())
