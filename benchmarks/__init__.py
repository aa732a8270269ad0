"""Benchmarks: Cairn against named peers, measured in one run and reported as ratios. Not part of the product."""
