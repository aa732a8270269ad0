"""Pure generators, one file per target: each a function of the ontology alone. Run `python -m ontology.generators`."""
