"""The settings and Java options of a Neo4j Community that serves tests and developers. It starts nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.server_jars import Line

_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")


VECTOR_MODULE = "jdk.incubator.vector"
"""Speeds vector indexes up where the runtime has it."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Heap and page cache of a server; the defaults suit tests."""

    heap: str = "512m"
    page_cache: str = "128m"


SMALL = Memory()


def configuration(line: Line, home: Path, port: int, memory: Memory, *, authenticated: bool) -> dict[str, str]:
    """The settings of a server that listens on loopback only and reports nothing to anybody."""
    folders = {name: str(home / name) for name in ("data", "logs", "run", "plugins")}
    settings = {f"server.directories.{name}": folder for name, folder in folders.items()}
    settings |= {
        "server.directories.transaction.logs.root": str(home / "data" / "transactions"),
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "dbms.security.auth_enabled": str(authenticated).lower(),
        "dbms.usage_report.enabled": "false",
        "db.lock.acquisition.timeout": "10s",
        "db.transaction.timeout": "120s",
        "server.memory.heap.max_size": memory.heap,
        "server.memory.pagecache.size": memory.page_cache,
    }
    if line == "current":
        settings |= {
            "db.query.default_language": "CYPHER_25",
            "server.fleet_discovery.enabled": "false",
            "dbms.fleet_manager.enabled": "false",
        }
    return settings


def java_options(major: int, memory: Memory, *, vector: bool) -> list[str]:
    """What the Java virtual machine of that major version must be told."""
    options = ["-Xms256m", f"-Xmx{memory.heap}", "-Dfile.encoding=UTF-8"]
    options += [f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED]
    if vector:
        options.append(f"--add-modules={VECTOR_MODULE}")
    if major > 17:
        options.append("--enable-native-access=ALL-UNNAMED")
    if major >= 24:
        options.append("--sun-misc-unsafe-memory-access=allow")
    return options
