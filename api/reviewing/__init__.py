"""Reviewing: declared rules say which answers a person looks at before a model words them; their decisions count."""
