"""Prospectus supplements: from YAML to EDGAR text, EDGAR HTML and PDF, and back."""
