"""Plain HTML documents, section 5.2.2 of the filing manual."""
