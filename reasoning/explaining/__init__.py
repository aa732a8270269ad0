"""What a language model is shown of an answer and how its reply is read: pure data, no client, no network."""
