"""Dockerfile and compose file, checked as far as possible without a container engine (none was at hand to run them)."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from api.settings import Settings
from graph.server_jars import DISTRIBUTIONS

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
Service = Mapping[str, Any]
SETTINGS = {str(field.alias) for field in Settings.model_fields.values()}


@pytest.fixture(scope="module")
def compose() -> Mapping[str, Any]:
    loaded = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return cast("Mapping[str, Any]", loaded)


@pytest.fixture(params=["api", "neo4j"])
def service(request: pytest.FixtureRequest, compose: Mapping[str, Any]) -> Service:
    return cast("Service", compose["services"][request.param])


def instructions() -> Iterator[tuple[str, str]]:
    """Instruction and arguments, continued lines joined, comments left out."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^\s*#.*\n", "", DOCKERFILE))
    for line in filter(str.strip, joined.splitlines()):
        name, _, rest = line.partition(" ")
        yield name, rest.strip()


def arguments(name: str) -> list[str]:
    return [rest for found, rest in instructions() if found == name]


def ignored(path: str) -> bool:
    """What .dockerignore decides of a path at the top: the last pattern that matches counts."""
    verdict = False
    for pattern in filter(None, (ROOT / ".dockerignore").read_text("utf-8").splitlines()):
        if not pattern.startswith("#") and fnmatch.fnmatch(path, pattern.removeprefix("!")):
            verdict = not pattern.startswith("!")
    return verdict


# -- compose ---------------------------------------------------------------------------------------------------

KNOWN = {
    "build", "cap_drop", "command", "depends_on", "environment", "healthcheck", "image", "ports", "read_only",
    "restart", "secrets", "security_opt", "stop_grace_period", "tmpfs", "user", "volumes",
}  # fmt: skip


def test_the_file_has_the_sections_of_the_compose_specification(compose: Mapping[str, Any]) -> None:
    assert set(compose) == {"name", "services", "secrets", "volumes"}
    assert set(compose["services"]) == {"api", "neo4j"}
    for service in compose["services"].values():
        assert set(service) <= KNOWN


def test_what_a_service_refers_to_is_declared_and_all_that_is_declared_is_used(compose: Mapping[str, Any]) -> None:
    services = compose["services"].values()
    volumes = {each.split(":")[0] for service in services for each in service["volumes"]}
    assert volumes == set(compose["volumes"])
    assert {each for service in services for each in service["secrets"]} == set(compose["secrets"])
    for service in services:
        for name, how in service.get("depends_on", {}).items():
            assert how == {"condition": "service_healthy"}
            assert compose["services"][name]["healthcheck"]["test"]


def test_secrets_come_from_files_that_are_never_committed_and_never_in_an_image(compose: Mapping[str, Any]) -> None:
    for name, secret in compose["secrets"].items():
        assert secret == {"file": f"./secrets/{name}"}
        asked = subprocess.run(["git", "check-ignore", "--quiet", f"secrets/{name}"], cwd=ROOT, check=False)
        assert asked.returncode == 0
    assert ignored("secrets")
    for service in compose["services"].values():
        assert not any("PASSWORD" in name and not name.endswith("_FILE") for name in service["environment"])
        mounted = {f"/run/secrets/{name}" for name in service["secrets"]}
        assert {value for name, value in service["environment"].items() if name.endswith("_FILE")} == mounted


def test_the_documented_commands_make_the_secret_files(compose: Mapping[str, Any]) -> None:
    said = (ROOT / "docs" / "operations.md").read_text("utf-8")
    for name in compose["secrets"]:
        assert f"> secrets/{name}" in said


def test_every_setting_of_the_service_exists(compose: Mapping[str, Any]) -> None:
    assert set(compose["services"]["api"]["environment"]) <= SETTINGS


def test_the_service_finds_the_database_by_its_name(compose: Mapping[str, Any]) -> None:
    scheme, _, rest = compose["services"]["api"]["environment"]["NEO4J_URI"].partition("://")
    host, _, port = rest.partition(":")
    assert scheme == "bolt"
    assert host in compose["services"]
    assert f"127.0.0.1:{port}:{port}" in compose["services"][host]["ports"]


def test_ports_are_open_on_loopback_only(service: Service) -> None:
    for port in service["ports"]:
        assert re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port)


def test_services_report_their_health_and_start_again(service: Service) -> None:
    assert service["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")
    assert {"interval", "timeout", "start_period", "retries"} <= set(service["healthcheck"])
    assert service["restart"] == "unless-stopped"
    assert "no-new-privileges:true" in service["security_opt"]


def test_the_database_is_the_line_that_the_contract_suite_runs_on(compose: Mapping[str, Any]) -> None:
    neo4j = compose["services"]["neo4j"]
    assert neo4j["image"] == f"neo4j:{'.'.join(DISTRIBUTIONS['lts'].version.split('.')[:2])}-community"
    assert neo4j["user"] == "7474:7474"


def test_the_health_check_of_the_database_keeps_the_password_off_the_command_line(compose: Mapping[str, Any]) -> None:
    shell, command = compose["services"]["neo4j"]["healthcheck"]["test"]
    assert shell == "CMD-SHELL"
    variables, _, called = command.partition(" cypher-shell ")
    assert "NEO4J_PASSWORD" in variables
    assert "$$(" in variables, "a single $ would be replaced by compose"
    assert "secrets" not in called
    checked = subprocess.run(["sh", "-n", "-c", command.replace("$$", "$")], check=False, capture_output=True)
    assert checked.returncode == 0


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """docker compose's own loader as a program; needs Go. Skips without, unless required."""
    program = tmp_path_factory.mktemp("compose") / "check_compose"
    said = "checking the compose file with its own loader needs Go and its modules"
    go = shutil.which("go")
    if go is not None:
        build = [go, "build", "-mod=readonly", "-o", str(program), "."]
        built = subprocess.run(build, cwd=ROOT / ".ci" / "check_compose", capture_output=True, text=True, check=False)
        said = f"{said}: {built.stderr[-300:]}"
        if built.returncode == 0:
            return program
    if os.environ.get("CAIRN_REQUIRE_COMPOSE_CHECK") == "1":
        pytest.fail(said)
    pytest.skip(said)


def loaded(checker: Path, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([checker, file], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_loader_of_docker_compose_accepts_the_file(checker: Path) -> None:
    checked = loaded(checker, ROOT / "docker-compose.yml")
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("condition: service_healthy", "condition: service_healty", "depends_on.neo4j.condition"),
        ("      - neo4j_password\n", "      - neo4j_passwort\n", "neo4j_passwort"),
        ("read_only: true", "read_only: perhaps", "read_only"),
        ("cairn-data:/var", "cairn-date:/var", "cairn-date"),
        ("retries: 3", "retrys: 3", "retrys"),
        ("127.0.0.1:8000:8000", "127.0.0.1:8000:port", "port"),
    ],
)
def test_the_loader_refuses_what_is_wrong(checker: Path, tmp_path: Path, before: str, after: str, said: str) -> None:
    text = (ROOT / "docker-compose.yml").read_text("utf-8")
    assert before in text
    (tmp_path / "docker-compose.yml").write_text(text.replace(before, after), "utf-8")
    checked = loaded(checker, tmp_path / "docker-compose.yml")
    assert checked.returncode == 1
    assert said in checked.stderr


def test_the_compose_client_accepts_the_file() -> None:
    client = [shutil.which("docker") or "docker", "compose"]
    if shutil.which("docker") is None or subprocess.run([*client, "version"], capture_output=True).returncode != 0:
        pytest.skip("no docker client with compose")
    config = [*client, "--file", str(ROOT / "docker-compose.yml"), "config", "--quiet"]
    checked = subprocess.run(config, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


# -- image -----------------------------------------------------------------------------------------------------


def test_the_image_is_built_in_two_stages_on_a_pinned_slim_base() -> None:
    first, second = arguments("FROM")
    assert first == f"{second} AS build"
    assert re.fullmatch(r"python:3\.11-slim-\w+", second)
    assert all("--from=build" in rest or not _after_last_from(rest) for rest in arguments("COPY"))


def _after_last_from(copied: str) -> bool:
    last_stage = DOCKERFILE[DOCKERFILE.rindex("\nFROM") :]
    return f"COPY {copied}" in last_stage


def test_everything_the_image_copies_is_there_and_goes_with_the_build_context() -> None:
    sources = [source for rest in arguments("COPY") if "--from=" not in rest for source in rest.split()[:-1]]
    assert sources
    for source in sources:
        assert (ROOT / source).exists(), source
        assert not ignored(source), source


def test_the_context_leaves_out_what_the_image_does_not_need() -> None:
    for path in (".git", ".venv", ".cairn", "tests", "docs", "benchmarks", "secrets", ".env", "docker-compose.yml"):
        assert ignored(path), path


def test_the_image_holds_every_package_of_the_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    copied = {rest.split()[0] for rest in arguments("COPY") if "--from=" not in rest}
    assert set(packages) <= copied
    assert project["project"]["readme"] in DOCKERFILE
    entry = json.loads(arguments("ENTRYPOINT")[0])
    assert entry[0] in project["project"]["scripts"]
    assert json.loads(arguments("CMD")[0]) == ["serve"]


def test_dependencies_are_installed_by_hash_from_the_lock() -> None:
    assert any("--require-hashes" in rest and "requirements.lock" in rest for rest in arguments("RUN"))
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    names = re.findall(r"(?m)^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==", lock)
    assert len(names) > 30
    assert lock.count("--hash=sha256:") >= len(names)


def test_the_process_has_no_root_and_no_stray_import_path() -> None:
    (user,) = arguments("USER")
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user), "numeric, so that an orchestrator can check it"
    names = [name for name, _ in instructions()]
    assert names.index("USER") < names.index("ENTRYPOINT")
    environment = dict(pair.split("=", 1) for rest in arguments("ENV") for pair in rest.split())
    assert environment["PYTHONSAFEPATH"] == "1"
    own = {name for name in environment if name.startswith(("CAIRN_", "NEO4J_"))}
    assert own <= SETTINGS
    assert environment["CAIRN_DATA_DIR"] == arguments("VOLUME")[0] == arguments("WORKDIR")[-1]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_checks_ask_for_pages_that_are_served(path: str, compose: Mapping[str, Any]) -> None:
    asked = DOCKERFILE + " ".join(compose["services"]["api"]["healthcheck"]["test"])
    assert f"http://127.0.0.1:8000{path}'" in asked
    assert f'"{path}"' in (ROOT / "api" / "http.py").read_text("utf-8")
    (exposed,) = arguments("EXPOSE")
    assert exposed == "8000"


def test_health_checks_are_programs_that_compile(compose: Mapping[str, Any]) -> None:
    (in_image,) = arguments("HEALTHCHECK")
    assert in_image.count("CMD ") == 1
    for command in (json.loads(in_image.split("CMD ", 1)[1]), compose["services"]["api"]["healthcheck"]["test"][1:]):
        assert command[:2] == ["python", "-c"]
        compile(command[2], "health check", "exec")
