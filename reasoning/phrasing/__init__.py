"""Phrasings: per kind and language the sentences that state a claim. Whatever is not one of them is not proven."""
