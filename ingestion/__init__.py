"""Records become change sets: connectors, contracts, mapping, quarantine. Knows nothing of reasoning."""
