"""Explanations measured: latency and cost of templates and a model, the verifier's time, a naive peer."""
