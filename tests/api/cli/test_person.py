"""``cairn person ids`` on the sample company."""

from __future__ import annotations

import json
from pathlib import Path

from tests.api.cli.conftest import Run


def test_the_identifiers_of_a_person_with_who_said_so_and_when(run: Run, sample_dir: Path) -> None:
    shown = run("person", "ids", "LMS-20311", "--json", "--data-dir", sample_dir)
    assert shown.code == 0, shown.err
    told = json.loads(shown.out)
    assert (told["leading"], told["identifiers"]) == ("NE-0311", ["NE-0311", "LMS-20311", "NE-S-0098"])
    said = {one["identifier"]: one for one in told["links"]}
    assert (said["NE-S-0098"]["method"], said["NE-S-0098"]["observedAt"][:10]) == ("hr_decision", "2019-09-16")
    assert (said["LMS-20311"]["method"], said["LMS-20311"]["system"]) == ("import", "learnhub")
    assert said["LMS-20311"]["sourceId"] != said["NE-S-0098"]["sourceId"]
    lines = run("person", "ids", "NE-0311", "--as", "coach", "--data-dir", sample_dir).out
    assert "NE-S-0098 of seasonal-payroll is NE-0311: hr_decision" in " ".join(lines.split())


def test_a_withdrawal_under_the_other_identifier_counts(run: Run, sample_dir: Path) -> None:
    """He agreed as LMS-20418 and withdrew as NE-0418, which is later."""
    shown = run("person", "ids", "LMS-20418", "--data-dir", sample_dir)
    assert shown.code == 4
    assert "NE-0418" not in shown.out + shown.err
