"""Files that are filed: written, read back, held against the rules, and only then given their names."""
