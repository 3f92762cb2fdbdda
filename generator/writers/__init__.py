"""From the document tree to a file: EDGAR text, EDGAR HTML and PDF, each on its own."""
