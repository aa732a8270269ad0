"""WordLlama from its wheel: no network, unit vectors, and a failure that search survives."""

from __future__ import annotations

import socket

import numpy as np
import pytest

from api import embedding
from api.embedding import DIMENSIONS, WordLlamaVectors, semantics
from reasoning.retrieval.semantics import VectorsUnavailable


def test_vectors_come_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("it wants the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    vectors = WordLlamaVectors()(["notice period", "weeks of notice", "wind turbine"])
    assert vectors.shape == (3, DIMENSIONS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_a_model_that_cannot_be_loaded_is_said_once_and_not_an_error(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise OSError("/secret/path/weights")

    monkeypatch.setattr(embedding, "_load", broken)
    with pytest.raises(VectorsUnavailable):
        WordLlamaVectors()(["text"])
    assert "OSError" in caplog.text
    assert "secret" not in caplog.text


def test_without_the_package_there_are_no_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "find_spec", lambda name: None)
    assert semantics() is None
