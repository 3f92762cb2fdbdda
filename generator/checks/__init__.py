"""Rules that files are held against, each with its source."""
