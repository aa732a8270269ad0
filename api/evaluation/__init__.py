"""Evaluations an operator runs on their own data: questions drawn by seed, asked like any other, judged and counted."""
