"""Resolves the jars of Neo4j Community from Maven into a cache. They are used as a separate process, never shipped."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from uuid import uuid4

from ontology.errors import MissingExtra, StoreUnavailable

Line = Literal["lts", "current"]

_CLIENTS = ("org.neo4j.client", "*")


@dataclass(frozen=True, slots=True)
class Distribution:
    """One line of Neo4j: what resolves to a whole server, how it starts, which Java runs it (best first)."""

    version: str
    artifacts: tuple[tuple[str, str, str], ...]
    exclusions: tuple[tuple[str, str], ...]
    main_class: str
    javas: tuple[int, ...]


DISTRIBUTIONS: Mapping[Line, Distribution] = {
    "lts": Distribution(
        version="5.26.31",
        artifacts=(("org.neo4j.assembly", "neo4j-community-standalone", "pom"),),
        # The last three are not published.
        exclusions=(
            _CLIENTS,
            ("org.neo4j", "neo4j-push-to-cloud"),
            ("org.neo4j", "neo4j-genai-plugin"),
            ("org.neo4j", "cypher-shell"),
        ),
        main_class="org.neo4j.server.CommunityEntryPoint",
        javas=(17, 21),
    ),
    "current": Distribution(
        version="2026.09.0",
        # The assembly pom of this line is not published.
        artifacts=(("org.neo4j", "neo4j", "jar"), ("org.neo4j.app", "neo4j-server", "jar")),
        exclusions=(_CLIENTS,),
        main_class="org.neo4j.server.Neo4jCommunity",
        javas=(25, 21),
    ),
}


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Where resolved jars are kept: ``$CAIRN_CACHE``, else ``$XDG_CACHE_HOME/cairn``, else ``~/.cache/cairn``."""
    if "CAIRN_CACHE" in environment:
        return Path(environment["CAIRN_CACHE"])
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cairn"


def pom(distribution: Distribution) -> str:
    """The Maven project whose runtime dependencies are the server."""
    excluded = "".join(
        f"<exclusion><groupId>{group}</groupId><artifactId>{artifact}</artifactId></exclusion>"
        for group, artifact in distribution.exclusions
    )
    dependencies = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
        f"<version>{distribution.version}</version><type>{kind}</type><exclusions>{excluded}</exclusions></dependency>"
        for group, artifact, kind in distribution.artifacts
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>cairn</groupId><artifactId>neo4j-community</artifactId><version>1</version><packaging>pom</packaging>"
        f"<dependencies>{dependencies}</dependencies></project>\n"
    )


def resolve(line: Line, environment: Mapping[str, str]) -> Path:
    """Return the folder with all jars of the line, downloading them on first use (about 150 MB, 15-40 s).

    Processes that ask at the same time wait for one download; an interrupted one leaves nothing behind that
    counts. Raises ``MissingExtra`` without Maven and ``StoreUnavailable`` when Maven fails.
    """
    distribution = DISTRIBUTIONS[line]
    folder = cache_folder(environment) / f"neo4j-community-{distribution.version}"
    if not folder.is_dir():
        with _exclusive(folder.with_suffix(".lock")):
            if not folder.is_dir():
                _download(distribution, folder, environment)
    return folder


def _download(distribution: Distribution, folder: Path, environment: Mapping[str, str]) -> None:
    maven = shutil.which("mvn", path=environment.get("PATH"))
    if maven is None:
        raise MissingExtra(
            "Maven is needed to fetch Neo4j Community and was not found.",
            remedy="Install it (apt-get install maven) or set NEO4J_URI to a server that is already there.",
        )
    work = folder.with_name(f"{folder.name}.{uuid4().hex}")
    work.mkdir(parents=True)
    (work / "pom.xml").write_text(pom(distribution), "utf-8")
    log = folder.with_suffix(".log")
    command = [maven, "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={work}/lib"]
    try:
        with log.open("wb") as output:
            finished = subprocess.run(command, cwd=work, stdout=output, stderr=subprocess.STDOUT, check=False)
        if finished.returncode != 0 or not any((work / "lib").glob("neo4j-kernel-*.jar")):
            raise StoreUnavailable(
                f"Maven could not fetch Neo4j {distribution.version}.", remedy=f"Read why in {log}, then try again."
            )
        os.rename(work / "lib", folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _exclusive(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
