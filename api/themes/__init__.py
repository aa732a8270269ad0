"""Themes by graphrag, which runs in a process and an environment of its own: nothing of it loads here."""
