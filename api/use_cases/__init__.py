"""The use cases: principal and question in, verified answer out. One file each; no web, no driver."""
