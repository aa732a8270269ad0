"""Recording: what was answered to whom on which state of the graph, so that it can be checked and computed again."""
