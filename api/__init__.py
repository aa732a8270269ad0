"""Who may ask, and how it travels: settings, composition root, use cases, GraphQL, tokens, CLI."""
