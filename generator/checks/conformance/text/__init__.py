"""ASCII documents, section 5.2.1 of the filing manual."""
