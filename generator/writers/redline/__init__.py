"""A redline as HTML, PDF, text for a terminal, and JSON; and a document with the marks that EDGAR knows for changes."""

from generator.writers.redline.data import write_redline_json
from generator.writers.redline.html import write_redline_html
from generator.writers.redline.names import Names
from generator.writers.redline.pdf import write_redline_pdf
from generator.writers.redline.text import write_redline_text

__all__ = ["Names", "write_redline_html", "write_redline_json", "write_redline_pdf", "write_redline_text"]
