"""The rubric: one rule, one place. `engine.Rubric` runs them all; none short-circuits another."""
