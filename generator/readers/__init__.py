"""From a file to the document tree: our own files exactly, anybody else's by their layout."""
