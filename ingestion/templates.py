"""What a person needs to write a feed: a CSV template with explanations and two example rows, and the JSON Schema."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from pydantic import ValidationError

from ingestion.contracts.base import FeedRecord, columns
from ingestion.feeds import feed_named
from ingestion.rules import Feed

JSON_SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def template(name: str) -> str:
    """A CSV file to fill in: each column explained in a comment, the header, a full row and a short row.

    Comments and rows load as they are. No cell starts with a character that a spreadsheet takes for a formula.
    Raises ``SettingInvalid`` for an unknown feed.
    """
    feed = feed_named(name)
    text = io.StringIO()
    text.write(f"# Feed {feed.name}: {feed.description}\n")
    text.write("# Lines that start with # above the header are ignored. Empty cells mean: not stated. UTF-8.\n")
    for column, spec in columns(feed.model).items():
        need = " (required)" if spec.is_required() else ""
        text.write(f"# {column}{need}: {spec.description} {field_type(feed, column)}\n")
    writer = csv.writer(text, lineterminator="\n")
    names = list(columns(feed.model))
    writer.writerow(names)
    for row in example_rows(feed):
        writer.writerow([row.get(name, "") for name in names])
    return text.getvalue()


def example_rows(feed: Feed) -> list[dict[str, str]]:
    """Two rows: one with every field that has an example, one with only what a row of this feed needs."""
    full = {
        name: str(spec.examples[0]) for name, spec in columns(feed.model).items() if spec.examples and spec.examples[0]
    }
    short = {name: _next(value) if name in feed.required else value for name, value in full.items()}
    for name in [name for name in full if name not in feed.required]:
        fewer = {key: value for key, value in short.items() if key != name}
        if name != "observed_at" and _valid(feed.model, fewer):
            short = fewer
    return [full, short]


def _valid(model: type[FeedRecord], row: Mapping[str, object]) -> bool:
    try:
        model.model_validate(row)
    except ValidationError:
        return False
    return True


def _next(value: str) -> str:
    """The following identifier (100237 -> 100238); anything else stays."""
    found = re.fullmatch(r"([A-Z]+-)?(\d+)", value)
    if found is None:
        return value
    number = found[2]
    return f"{found[1] or ''}{int(number) + 1:0{len(number)}d}"


def json_schema(name: str) -> dict[str, object]:
    """JSON Schema of one line of a JSON Lines file of the feed; ``SettingInvalid`` for an unknown one."""
    feed = feed_named(name)
    schema = feed.model.model_json_schema()
    return {"$schema": JSON_SCHEMA_DIALECT, "$id": f"urn:cairn:feed:{feed.name}:1", **schema, "title": feed.name}


def field_type(feed: Feed, name: str) -> str:
    """Type and limits of a field in a few words, from the JSON Schema."""
    properties = feed.model.model_json_schema()["properties"]
    return _words(properties[name])


def _words(schema: Mapping[str, object]) -> str:
    choices = schema.get("anyOf")
    if isinstance(choices, Sequence) and not isinstance(choices, str):
        return _words(next(choice for choice in choices if choice.get("type") != "null") | _outer(schema))
    if schema.get("type") == "array":
        items = schema["items"]
        assert isinstance(items, Mapping)
        return f"List ({_words(items).rstrip('.')}); CSV: separated by |."
    if "enum" in schema:
        return _sentence(" or ".join(_texts(schema["enum"])), schema)
    if "const" in schema:
        return _sentence(str(schema["const"]), schema)
    kind = {
        "string": {"date": "day YYYY-MM-DD", "date-time": "moment ISO 8601"}.get(str(schema.get("format")), "text"),
        "number": "number",
        "integer": "whole number",
        "boolean": "true or false",
    }[str(schema["type"])]
    return _sentence(kind + _limits(schema), schema)


def _outer(schema: Mapping[str, object]) -> dict[str, object]:
    """What an optional field's schema says beside its type."""
    names = ("default", "minimum", "exclusiveMinimum", "maximum")
    return {name: schema[name] for name in names if schema.get(name) is not None}


def _sentence(words: str, schema: Mapping[str, object]) -> str:
    default = schema.get("default")
    if default is None:
        return f"{words[0].upper()}{words[1:]}."
    shown = str(default).lower() if isinstance(default, bool) else str(default)
    return f"{words[0].upper()}{words[1:]}; empty: {shown}."


def _limits(schema: Mapping[str, object]) -> str:
    low, high = schema.get("minimum", schema.get("exclusiveMinimum")), schema.get("maximum")
    if low is None and high is None:
        return f", at most {schema['maxLength']} characters" if "maxLength" in schema else ""
    above = "above " if "exclusiveMinimum" in schema else ""
    return f" {above}{_plain(low)} to {_plain(high)}"


def _plain(number: object) -> str:
    return f"{float(str(number)):,.10g}"


def _texts(values: object) -> Iterable[str]:
    assert isinstance(values, list)
    return [str(value) for value in values]
