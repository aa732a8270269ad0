"""Real Neo4j from Maven: found, started, authenticated, stopped. Skips without Java or Maven, unless required."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

from graph import servers
from graph.jdk import find_java, has_module
from graph.server_jars import DISTRIBUTIONS, Line, cache_folder, pom, resolve
from graph.server_settings import SMALL, VECTOR_MODULE, Memory, configuration, java_options
from graph.servers import RunningServer, main, start_neo4j
from ontology.errors import MissingExtra, PortInUse, SettingInvalid, StoreLocked, StoreRefused, StoreUnavailable

LINES: tuple[Line, ...] = get_args(Line)
PASSWORD = "a-long-password"


def prerequisites(line: Line) -> None:
    """Skip without Java or Maven; where the servers are required, fail."""
    try:
        find_java(DISTRIBUTIONS[line].javas, os.environ)
        resolve(line, os.environ)
    except MissingExtra as missing:
        if os.environ.get("CAIRN_REQUIRE_NEO4J") == "1":
            raise
        pytest.skip(str(missing))


def started(line: Line, home: Path, *, password: str | None = None, port: int | None = None) -> RunningServer:
    """A running server, or a skip."""
    prerequisites(line)
    return start_neo4j(line, home, password=password, port=port)


@pytest.fixture(params=LINES)
def line(request: pytest.FixtureRequest) -> Line:
    chosen: Line = request.param
    return chosen


@pytest.fixture
def plain_lts(tmp_path: Path) -> Iterator[RunningServer]:
    with started("lts", tmp_path / "home") as server:
        yield server


@pytest.mark.requires_neo4j
def test_each_line_starts_with_authentication_keeps_data_and_stops(line: Line, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with started(line, home, password=PASSWORD) as server:
        with GraphDatabase.driver(server.uri, auth=(server.user, PASSWORD)) as driver:
            found = driver.execute_query("CALL dbms.components() YIELD name, versions, edition RETURN *").records
            kernel = next(record for record in found if record["name"] == "Neo4j Kernel")
            assert (kernel["versions"], kernel["edition"]) == ([DISTRIBUTIONS[line].version], "community")
            driver.execute_query("CREATE (:Stone {id: 1})", database_="neo4j")
        with GraphDatabase.driver(server.uri, auth=("neo4j", "neo4j")) as driver, pytest.raises(AuthError):
            driver.verify_connectivity()
        with pytest.raises(StoreLocked):
            start_neo4j(line, home, password=PASSWORD)
        process = server.process
    assert process.returncode is not None
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    with pytest.raises(StoreRefused, match="first started with"):
        start_neo4j(line, home, password="another-password")
    with (
        started(line, home, password=PASSWORD) as server,
        GraphDatabase.driver(server.uri, auth=(server.user, PASSWORD)) as driver,
    ):
        assert driver.execute_query("MATCH (s:Stone) RETURN count(s) AS stones").records[0]["stones"] == 1


@pytest.mark.requires_neo4j
def test_a_server_listens_on_its_loopback_address_only(plain_lts: RunningServer) -> None:
    assert plain_lts.uri == f"bolt://127.0.0.1:{plain_lts.port}"
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.2", plain_lts.port)) != 0


@pytest.mark.requires_neo4j
def test_the_command_runs_in_the_foreground_until_it_is_interrupted(tmp_path: Path) -> None:
    prerequisites("lts")
    command = [sys.executable, "-m", "graph.servers", "lts", "--home", str(tmp_path / "home"), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        exported = process.stdout.readline().split()
        others = [process.stdout.readline() for _ in range(2)]
        process.send_signal(signal.SIGINT)
        process.wait(60)
    assert process.returncode == 0
    assert exported[0] == "export"
    name, uri = exported[1].split("=", 1)
    assert name == "NEO4J_URI"
    assert [line.partition("=")[0] for line in others] == ["export NEO4J_USER", "export NEO4J_PASSWORD"]
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", int(uri.rpartition(":")[2]))) != 0


def test_what_is_printed_can_be_evaluated_by_a_shell(tmp_path: Path) -> None:
    file = tmp_path / "the password"
    file.write_text("correct horse")
    server = SimpleNamespace(uri="bolt://127.0.0.1:7687", user="neo4j", version="5.26", home=tmp_path)
    for password_file, variable in ((None, "NEO4J_PASSWORD"), (file, "NEO4J_PASSWORD_FILE")):
        lines = servers._announcement(server, password_file)  # type: ignore[arg-type]  # only these fields are read
        script = "\n".join([*lines, f'printf "%s %s" "$NEO4J_URI" "${variable}"'])
        said = subprocess.run(["sh", "-euc", script], capture_output=True, text=True, check=True, env={}).stdout
        assert said == f"bolt://127.0.0.1:7687 {'unused' if password_file is None else file}"


def test_a_taken_port_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.servers.find_java", lambda *_: (Path("/bin/false"), 17))
    monkeypatch.setattr("graph.servers.resolve", lambda *_: tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PortInUse, match=str(taken.getsockname()[1])):
            start_neo4j("lts", tmp_path / "home", port=taken.getsockname()[1])


def test_a_server_that_ends_at_once_is_reported_with_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.servers.find_java", lambda *_: (Path("/bin/false"), 17))
    monkeypatch.setattr("graph.servers.resolve", lambda *_: tmp_path)
    with pytest.raises(StoreUnavailable, match=r"console\.log"):
        start_neo4j("lts", tmp_path / "home")


def test_a_short_password_is_refused_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(SettingInvalid, match="8 characters"):
        start_neo4j("lts", tmp_path / "home", password="short")
    assert not (tmp_path / "home").exists()


def test_the_command_tells_the_remedy_and_exits_with_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CAIRN_CACHE", str(tmp_path))
    monkeypatch.setattr("graph.server_jars.shutil.which", lambda *_, **__: None)
    monkeypatch.setattr("graph.servers.find_java", lambda *_: (Path("/bin/false"), 17))
    assert main(["lts", "--home", str(tmp_path / "home")]) == 1
    assert "apt-get install maven" in capsys.readouterr().err


def test_an_unreadable_password_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lts", "--home", str(tmp_path / "home"), "--password-file", str(tmp_path / "none")]) == 1
    assert "--password-file" in capsys.readouterr().err


def _jdk(folder: Path, version: str) -> Path:
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "java").touch()
    (folder / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n')
    return folder


@pytest.mark.parametrize(
    ("majors", "expected"), [((17, 21), ("b", 17)), ((25, 21), ("c", 21)), ((8,), ("a", 8)), ((21, 17), ("c", 21))]
)
def test_java_is_found_by_major_version_best_first(
    tmp_path: Path, majors: tuple[int, ...], expected: tuple[str, int]
) -> None:
    for name, version in {"a": "1.8.0_392", "b": "17.0.15", "c": "21.0.1"}.items():
        _jdk(tmp_path / name, version)
    assert find_java(majors, {"PATH": ""}, [tmp_path]) == (tmp_path / expected[0] / "bin" / "java", expected[1])


def test_java_home_of_the_major_version_comes_first(tmp_path: Path) -> None:
    chosen, other = _jdk(tmp_path / "chosen", "17.0.9"), _jdk(tmp_path / "all" / "other", "17.0.15")
    assert find_java((17,), {"JAVA_HOME_17": str(chosen), "PATH": ""}, [other.parent])[0] == chosen / "bin" / "java"


def test_a_missing_java_names_the_package_to_install(tmp_path: Path) -> None:
    with pytest.raises(MissingExtra, match=r"openjdk-99-jre-headless.*JAVA_HOME_99"):
        find_java((99,), {"PATH": ""}, [tmp_path])


@pytest.mark.parametrize("line", LINES)
def test_the_generated_pom_is_xml_that_excludes_the_clients(line: Line) -> None:
    name = {"m": "http://maven.apache.org/POM/4.0.0"}
    dependencies = ET.fromstring(pom(DISTRIBUTIONS[line])).findall("m:dependencies/m:dependency", name)
    assert [d.findtext("m:version", namespaces=name) for d in dependencies] == (
        [DISTRIBUTIONS[line].version] * len(DISTRIBUTIONS[line].artifacts)
    )
    for dependency in dependencies:
        groups = {e.text for e in dependency.findall("m:exclusions/m:exclusion/m:groupId", name)}
        assert "org.neo4j.client" in groups


def test_a_failed_download_leaves_nothing_that_counts(tmp_path: Path) -> None:
    broken = tmp_path / "bin" / "mvn"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\necho no network\nexit 1\n")
    broken.chmod(0o755)
    environment = {"CAIRN_CACHE": str(tmp_path / "cache"), "PATH": f"{broken.parent}:/bin"}
    with pytest.raises(StoreUnavailable, match=r"\.log"):
        resolve("lts", environment)
    assert sorted(entry.suffix for entry in (tmp_path / "cache").iterdir()) == [".lock", ".log"]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({"CAIRN_CACHE": "/a"}, "/a"), ({"XDG_CACHE_HOME": "/b"}, "/b/cairn"), ({}, str(Path.home() / ".cache/cairn"))],
)
def test_the_cache_folder_can_be_chosen(environment: dict[str, str], expected: str) -> None:
    assert cache_folder(environment) == Path(expected)


def test_a_runtime_without_the_vector_module_is_not_asked_for_it(tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho java.base@25\necho jdk.incubator.vector@25\n")
    java.chmod(0o755)
    assert has_module(java, VECTOR_MODULE)
    assert not has_module(java, "jdk.incubator.vec")
    assert not has_module(tmp_path / "none", VECTOR_MODULE)
    asked = "--add-modules=jdk.incubator.vector"
    assert asked in java_options(25, SMALL, vector=True)
    assert asked not in java_options(25, SMALL, vector=False)


@pytest.mark.parametrize(("major", "expected"), [(17, 0), (21, 1), (25, 2)])
def test_newer_java_is_told_more(major: int, expected: int) -> None:
    newer = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"}
    assert len(newer & set(java_options(major, SMALL, vector=True))) == expected


def test_calver_settings_are_not_given_to_the_lts_line(tmp_path: Path) -> None:
    lts = configuration("lts", tmp_path, 7000, Memory(), authenticated=True)
    current = configuration("current", tmp_path, 7000, Memory(), authenticated=False)
    assert set(current) - set(lts) == {
        "db.query.default_language", "server.fleet_discovery.enabled", "dbms.fleet_manager.enabled",
    }  # fmt: skip
    assert (lts["dbms.security.auth_enabled"], current["dbms.security.auth_enabled"]) == ("true", "false")
