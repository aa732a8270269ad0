"""Questions become answers: pure functions of (snapshot, request). No store, no network, no clock, no randomness."""
