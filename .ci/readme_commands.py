"""Print a command of the README as it stands there, so that CI runs what people run."""

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"


def command(name: str) -> str:
    """The fenced block that follows the marker ``<!-- command: name -->``."""
    found = re.search(rf"<!-- command: {name} -->\s*```\w*\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    if found is None:
        sys.exit(f"README.md has no command marked {name!r}")
    return found.group(1)


if __name__ == "__main__":
    sys.stdout.write("set -euo pipefail\n" + command(sys.argv[1]))
