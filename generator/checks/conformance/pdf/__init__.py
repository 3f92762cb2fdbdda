"""PDF copies: section 5.2.3 of the filing manual, and what a screen reader needs."""
