"""The reader of replies: whatever the pieces, the same sentences; whatever the reply, a code and no exception else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reasoning.explaining.reply import MAX_REPLY, MalformedReplyError, ReplyReader

IDS = ("c1", "c2", "c3")


def read(text: str, size: int = 7, ids: tuple[str, ...] = IDS) -> tuple[dict[str, str], str | None]:
    """Sentences and the code of what is wrong, fed in pieces."""
    reader, found = ReplyReader(ids), dict[str, str]()
    try:
        for at in range(0, len(text), size):
            for claim_id, sentence in reader.feed(text[at : at + size]):
                found[claim_id] = sentence
        reader.finish()
    except MalformedReplyError as error:
        return found, error.code
    return found, None


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(IDS), st.text(max_size=30)), st.integers(1, 20), st.booleans())
def test_any_object_of_strings_is_read_in_any_pieces(sentences: dict[str, str], size: int, ascii_only: bool) -> None:
    assert read(json.dumps(sentences, ensure_ascii=ascii_only), size) == (sentences, None)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(IDS), st.text(max_size=20), min_size=1), st.data())
def test_a_broken_reply_keeps_what_was_complete(sentences: dict[str, str], data: st.DataObject) -> None:
    text = json.dumps(sentences)
    end = data.draw(st.integers(1, len(text) - 1))
    found, code = read(text[:end])
    assert code == "truncated"
    assert found.items() <= sentences.items()


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='{}[]",:\\ c1tru0-\n', max_size=40), st.integers(1, 9))
def test_nothing_but_a_code_comes_of_nonsense(text: str, size: int) -> None:
    found, code = read(text, size)
    whole, same = read(text, 100)
    assert (found, code) == (whole, same)


@pytest.mark.parametrize(
    ("text", "found", "code"),
    [
        ("", {}, "empty_reply"),
        ("   ", {}, "empty_reply"),
        ("Sure:", {}, "not_json"),
        ('["a"]', {}, "not_json"),
        ('{"c1": 7}', {}, "wrong_type"),
        ('{"c1": null}', {}, "wrong_type"),
        ('{"c1": "a", "c1": "b"}', {"c1": "a"}, "duplicate_key"),
        ('{"c1": "a"} and more', {"c1": "a"}, "not_json"),
        ('{"c1": "a"}\n\n', {"c1": "a"}, None),
        ('{"c1": "a", "other": "b", "c2": "d"}', {"c1": "a", "c2": "d"}, None),
        ('{"c1": "a", }', {"c1": "a"}, "wrong_type"),
        ('{"c1": "a\\u00e9\\"b"}', {"c1": 'aé"b'}, None),
        ('{"c1": "' + "x" * MAX_REPLY + '"}', {}, "too_long"),
    ],
)
def test_each_way_to_be_wrong_has_a_code(text: str, found: dict[str, str], code: str | None) -> None:
    assert read(text) == (found, code)
