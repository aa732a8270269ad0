"""The GraphQL schema: strawberry types over plain data, resolved at the root. ``build_schema`` makes the one schema."""
