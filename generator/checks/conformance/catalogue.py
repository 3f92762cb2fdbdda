"""Every rule of every format, by id."""

from __future__ import annotations

from generator.checks.conformance.file_rules import FILE_RULES
from generator.checks.conformance.html.rules import HTML_RULES
from generator.checks.conformance.pdf.rules import PDF_RULES
from generator.checks.conformance.rules import Rule
from generator.checks.conformance.text.rules import TEXT_RULES

RULES: dict[str, Rule] = FILE_RULES | TEXT_RULES | HTML_RULES | PDF_RULES
