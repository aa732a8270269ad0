"""Fixture strategy: the schema files as texts, so that a test can plant one fault and read the result."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import pytest

from ontology.model import Ontology, read_ontology

Plant = Callable[[str, str, str], Ontology]


@pytest.fixture
def schema_files() -> dict[str, str]:
    """The YAML texts of the schema by file name."""
    folder = resources.files("ontology") / "schema"
    return {file.name: file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".yaml")}


@pytest.fixture
def plant(schema_files: dict[str, str]) -> Plant:
    """Read the schema with one piece of text replaced; the text must be there."""

    def replace(file: str, old: str, new: str) -> Ontology:
        text = schema_files[file]
        assert old in text
        return read_ontology({**schema_files, file: text.replace(old, new, 1)})

    return replace
