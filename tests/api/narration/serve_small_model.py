"""Serves a GGUF file on loopback with one thread; prints the address and ends with its parent. Runs in its own
environment (see .ci/small-model.txt), so it imports nothing of ours.
"""

import os
import sys
import time

from xllamacpp import CommonParams, Server  # type: ignore[import-not-found]  # lives in an environment of its own

params = CommonParams()
params.model.path = sys.argv[1]
params.n_ctx = 4096
params.n_parallel = 1
params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
params.warmup = False
params.hostnames = ["127.0.0.1"]
params.port = 0
server = Server(params)
parent = os.getppid()
print(server.listening_address, flush=True)
while os.getppid() == parent:
    time.sleep(0.2)
