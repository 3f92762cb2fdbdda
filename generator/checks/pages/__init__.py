"""The page of every finding: what it means, why it matters, an example, and what to type instead."""
