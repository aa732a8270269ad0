"""The language model's side of explanations: client, deadline, breaker, budget, who may use it."""
