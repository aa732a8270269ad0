"""What exists: the schema of the graph and the errors. Imported by every room, imports none."""
