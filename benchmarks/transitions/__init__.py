"""How good the transition model is: fit, cross-validation by role, learning curve, ablation, baselines."""
