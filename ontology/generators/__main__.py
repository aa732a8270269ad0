"""`python -m ontology.generators [ROOT]` writes every generated file; `--check` only says which are out of date."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ontology.generators.catalogue import outputs

REPOSITORY = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """Write (or check) the files and return the exit code: 1 where a check found drift."""
    parser = argparse.ArgumentParser(prog="python -m ontology.generators", description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=REPOSITORY, help="repository to write into")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is out of date")
    options = parser.parse_args(arguments)
    stale = [(options.root / path, text) for path, text in outputs().items() if _read(options.root / path) != text]
    for path, text in stale:
        sys.stdout.write(f"{'out of date' if options.check else 'wrote'} {path}\n")
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return 1 if options.check and stale else 0


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
