"""How ``cairn query workforce`` tells an answer."""

from __future__ import annotations

from io import StringIO
from typing import Any

from rich.console import Console

from api.cli.asking import document
from api.cli.workforce_query import print_workforce
from tests.api.conftest import PLANNER, Ask, World
from tests.api.conftest import ask as ask  # the fixtures of the API
from tests.api.conftest import world as world


def test_the_shipped_document_is_answered_and_told(world: World, ask: Ask) -> None:
    given: dict[str, Any] = {"roles": ["r-analyst"], "ways": 2}
    answer = ask(PLANNER, document("workforce_readiness"), given)["data"]["workforceReadiness"]
    console = Console(file=StringIO(), width=200, highlight=False)
    print_workforce(console, answer)
    file = console.file
    assert isinstance(file, StringIO)
    assert file.getvalue().splitlines() == [
        "Data analyst: fewer than 5 people",
        f"  to Data engineer (up, {answer['roles'][0]['waysOut'][0]['feasibility']:.2f}, made 12 times): "
        "1 skills carry over, 1 to learn, 1 with a course",
        "     to learn: Python",
        "0 of 0 people have a way out.",
        "1 roles have too few people for their number to be told.",
    ]
