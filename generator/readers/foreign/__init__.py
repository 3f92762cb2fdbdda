"""Readers of documents that somebody else wrote: from layout and print, word for word.

bytes -> decoding, submission -> markup | text_lines | pdf_lines -> pieces -> assembly -> mending -> Document
"""

from generator.readers.foreign.html import read_foreign_html
from generator.readers.foreign.pdf import read_foreign_pdf
from generator.readers.foreign.text import read_foreign_text

__all__ = ["read_foreign_html", "read_foreign_pdf", "read_foreign_text"]
