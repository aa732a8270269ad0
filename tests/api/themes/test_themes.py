"""The exchange with graphrag's process, what is stored of it, who may ask, and that nothing of graphrag loads here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from api.themes.building import build_themes
from api.themes.exchange import Clustering, Model, communities, document, read
from graph.changes import NodeStatement, Provenance
from ingestion.pipeline import Clock
from ontology.errors import BadInput, MissingExtra
from reasoning.themes import reports, theme_rows
from tests.api.company import ACME, Company
from tests.api.conftest import ANN, PLANNER, Ask, World
from tests.ingestion.fake_store import FakeStore
from tests.reasoning.building import NOW
from tests.reasoning.building import Company as Small
from tests.reasoning.themes.test_reports import company

ROOT = Path(__file__).resolve().parents[3]
WORKER = """
import json, os, sys
rows = json.load(open(sys.argv[1] + "/rows.json"))
assert "CAIRN_SECRET" not in os.environ
members = [one["id"] for one in rows["entities"] if "data" in one["title"].lower()]
titles = {one["title"] for one in rows["entities"] if one["id"] in members}
inside = [one["id"] for one in rows["relationships"] if {one["source"], one["target"]} <= titles]
found = [{"community": 0, "level": 0, "parent": -1, "entities": members, "relationships": inside, "report": None},
         {"community": 1, "level": 0, "parent": -1, "entities": ["n0", "n1", "n2", "x9"], "relationships": []}]
json.dump(found, open(sys.argv[1] + "/communities.json", "w"))
"""


def clock(day: int = 1) -> Clock:
    return lambda: datetime(2026, 6, day, tzinfo=UTC)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A worker that groups by a word, in graphrag's place."""
    worker = tmp_path / "worker.py"
    worker.write_text(WORKER, "utf-8")
    monkeypatch.setattr("api.themes.exchange.WORKER", worker)
    monkeypatch.setenv("CAIRN_SECRET", "hush")
    return worker


def test_what_is_sent_has_our_numbers_and_no_person() -> None:
    rows = theme_rows(company().snapshot(), NOW)
    sent = document(rows, Clustering(model=Model("m", "http://127.0.0.1:1", "SOME_KEY")))
    assert [one["id"] for one in sent["entities"]] == [f"n{number}" for number in range(len(rows.entities))]
    assert [one["human_readable_id"] for one in sent["relationships"]] == list(range(len(rows.relations)))
    assert "canary" not in json.dumps(sent).lower()
    assert "Person" not in json.dumps(sent)
    assert sent["model"] == {"name": "m", "base_url": "http://127.0.0.1:1", "key_variable": "SOME_KEY"}


def test_ids_of_another_form_become_numbers_that_were_never_sent() -> None:
    row = {"community": 0, "level": 0, "parent": -1, "entities": ["n1", "e1", "n", "7"], "relationships": ["e2", "n2"]}
    found = read(row)
    assert (found.entities, found.relations) == ((1, -1, -1, -1), (2, -1))


def test_a_build_is_stored_and_building_again_changes_nothing(stand_in: Path) -> None:
    store, snapshot = Graph(company()), company().snapshot()
    built = build_themes(store, snapshot, Clustering(), clock=clock())
    assert (built.communities, built.reports, built.refused) == (2, 1, {"unknown_row": 1})
    (report,) = [node for key, node in store.nodes.items() if key.label == "CommunityReport"]
    assert report.properties["origin"] == "template"
    assert sum(edge.rel_type == "SUMMARISES" for edge in store.statements.values()) == 5
    again = build_themes(store, snapshot, Clustering(), clock=clock())
    assert (again.run.applied, again.reports) == (0, 1)


def test_a_report_that_is_no_longer_made_is_taken_back(stand_in: Path) -> None:
    store = Graph(company())
    build_themes(store, company().snapshot(), Clustering(), clock=clock())
    changed = company()
    changed.requires(changed.role("data role"), changed.skill("data skill 9"), 1.0)
    store.know(changed)
    built = build_themes(store, changed.snapshot(), Clustering(), clock=clock(2))
    assert built.run.notes == {"reports_taken_back": 1}
    taken = [edge for edge in store.statements.values() if edge.rel_type == "SUMMARISES" and edge.retracts]
    assert len(taken) == 5


class Graph(FakeStore):
    """A store that holds the nodes of the small company already."""

    def __init__(self, small: Small) -> None:
        super().__init__()
        self.know(small)

    def know(self, small: Small) -> None:
        for key, record in small.nodes.items():
            self.nodes[key] = NodeStatement(key, record.properties, Provenance("x", "x", NOW))


def test_without_graphrag_the_remedy_says_what_to_do(tmp_path: Path) -> None:
    rows = theme_rows(company().snapshot(), NOW)
    bare = shutil.which("python3", path=os.defpath) or sys.executable
    with pytest.raises((MissingExtra, BadInput)) as raised:
        communities(rows, Clustering(python=Path(bare)))
    assert "graphrag" in str(raised.value)
    with pytest.raises(BadInput, match="no interpreter"):
        communities(rows, Clustering(python=tmp_path / "nothing"))


def test_nothing_of_graphrag_loads_with_the_service() -> None:
    script = (
        "import sys, api.http, api.schema.build, api.cli.serve, api.cli.themes, api.themes.building, api.embedding\n"
        "names = ('graphrag', 'litellm', 'nest_asyncio2', 'nest_asyncio', 'wordllama', 'torch')\n"
        "print([name for name in names if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


QUERY = """
{ themes(question: "What hangs together with data?") {
    __typename
    ... on Problem { code }
    ... on ThemesAnswer {
      considered themes { report { id name } text edgesStanding edgeIds evidence { type } sentences { text edgeIds } }
    }
} }
"""


def add_report(company: Company) -> None:
    edges = [one for one in company.store.edge_records.values() if one.rel_type == "REQUIRES_SKILL"]
    own = [one for one in edges if one.properties["tenant_id"] == ACME]
    ids = [one.edge_id for one in own]
    report = company.node(
        ACME, "CommunityReport", "theme:1", name="Data, SQL", text="Roles (2): Data analyst, Data engineer.",
        depth=0, origin="template", edge_ids=[*ids, "0" * 32],
    )  # fmt: skip
    for member in sorted({end for one in own for end in (one.start, one.end)}):
        company.edge(ACME, "SUMMARISES", report, member)


def test_planners_ask_for_themes_whose_edges_resolve_and_nobody_else_does(world: World, ask: Ask) -> None:
    add_report(world.company)
    answer = ask(PLANNER, QUERY)["data"]["themes"]
    (theme,) = answer["themes"]
    assert theme["edgesStanding"] == len(theme["edgeIds"]) - 1
    assert {edge["type"] for edge in theme["evidence"]} == {"SUMMARISES"}
    assert theme["sentences"][0]["text"].startswith("The theme Data, SQL covers roles: 3, skills: 3")
    assert ask(ANN, QUERY)["data"]["themes"]["code"] == "FORBIDDEN"
    node = "query ($id: ID!) { node(id: $id) { id } }"
    assert ask(PLANNER, node, {"id": theme["report"]["id"]})["data"]["node"] is not None
    assert ask(ANN, node, {"id": theme["report"]["id"]})["data"]["node"] is None


@pytest.mark.requires_graphrag
def test_graphrag_itself_parts_the_groups_and_gives_back_what_was_sent(graphrag_python: Path) -> None:
    snapshot = company().snapshot()
    rows = theme_rows(snapshot, NOW)
    found = communities(rows, Clustering(python=graphrag_python, max_size=10))
    titles = [{rows.entities[at].title for at in one.entities} for one in found if one.level == 0]
    assert {"grid role", "grid skill 0", "grid skill 1", "grid skill 2"} in titles
    assert sum(len(group) for group in titles) == len(rows.entities)
    assert reports(snapshot, rows, found).refused == {}


REPORT = {
    "title": "Grid skills",
    "summary": "These hang together [Data: Entities (1, 5)].",
    "rating": 5.0,
    "rating_explanation": "x",
    "findings": [{"summary": "One", "explanation": "A tie [Data: Relationships (3)]."}],
}


@pytest.fixture
def model_on_loopback() -> Iterator[tuple[Model, list[str]]]:
    """A service that says the same of every group, and what it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.rfile.read(int(self.headers["content-length"])).decode())
            message = {"role": "assistant", "content": json.dumps(REPORT)}
            choice = {"index": 0, "finish_reason": "stop", "message": message}
            usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
            said = {"id": "x", "object": "chat.completion", "created": 1, "model": "m"}
            body = json.dumps({**said, "choices": [choice], "usage": usage}).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Model("m", f"http://127.0.0.1:{server.server_port}"), asked
        server.shutdown()


@pytest.mark.requires_graphrag
def test_a_model_words_reports_sees_no_person_and_is_held_to_the_rows_it_got(
    graphrag_python: Path, model_on_loopback: tuple[Model, list[str]]
) -> None:
    model, asked = model_on_loopback
    snapshot = company().snapshot()
    rows = theme_rows(snapshot, NOW)
    found = communities(rows, Clustering(python=graphrag_python, max_size=10, model=model))
    assert asked
    assert not any("canary" in prompt.lower() for prompt in asked)
    (report,) = reports(snapshot, rows, found).reports
    assert (report.origin, report.name) == ("model", "Grid skills")
    assert "[Data" not in report.text
