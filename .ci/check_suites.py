"""Fail when a suite that must run did not: a green run with a skipped suite is not green."""

import re
import sys
from pathlib import Path

log = Path(sys.argv[1]).read_text("utf-8", errors="replace")
closing = re.findall(r"(\d+) (passed|failed|skipped|error)", log.splitlines()[-1] if log.splitlines() else "")
counts = {name: int(number) for number, name in closing}
problems = []
if counts.get("passed", 0) < 200:
    problems.append(f"only {counts.get('passed', 0)} tests passed")
if counts.get("skipped", 0):
    problems.append(f"{counts['skipped']} tests were skipped; pass -rs to see which")
for store in ("embedded", "neo4j-lts", "neo4j-current"):
    if not re.search(rf"^contract suite on {store}: \d+ passed", log, re.MULTILINE):
        problems.append(f"the contract suite did not run on {store}")
if problems:
    sys.exit("; ".join(problems))
