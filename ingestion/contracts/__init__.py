"""The contracts of the feeds: one pydantic record per feed, one file per family. They map nothing and read no file."""
