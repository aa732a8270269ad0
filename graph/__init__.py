"""The state: keys, change sets, the store and its adapters, the snapshot, scope. Imports only the ontology."""
