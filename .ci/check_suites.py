"""Fail when a suite that must run did not: a green run with a skipped suite is not green."""

import re
import sys
from pathlib import Path

MAY_SKIP = (
    "no docker client with compose",
    "no graphrag here: .ci/graphrag runs this in an environment of its own",
    "no small model here: .ci/model_adversary runs this in an environment of its own",
)
"""What a build machine need not have, and what another job runs; everything else has to run."""

lines = Path(sys.argv[1]).read_text("utf-8", errors="replace").splitlines()
closing = next((line for line in reversed(lines) if re.search(r"\d+ passed", line) and " in " in line), "")
counts = {name: int(number) for number, name in re.findall(r"(\d+) (passed|failed|skipped|error)", closing)}
skipped = [line for line in lines if line.startswith("SKIPPED") and not line.endswith(MAY_SKIP)]
problems = [f"a test was skipped: {line}" for line in skipped]
if counts.get("passed", 0) < 1000:
    problems.append(f"only {counts.get('passed', 0)} tests passed")
for store in ("embedded", "neo4j-lts", "neo4j-current"):
    if not any(re.match(rf"contract suite on {store}: [1-9]\d* passed", line) for line in lines):
        problems.append(f"the contract suite did not run on {store}")
if problems:
    sys.exit("\n".join(problems))
