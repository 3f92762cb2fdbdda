"""From the document tree back to the content: what an author would have typed for what a document says."""
