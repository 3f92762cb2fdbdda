"""The rules on a file as a whole."""

from __future__ import annotations

from generator.checks.conformance.rules import Rule, table

FILE_RULES = table(
    Rule(
        "file.name", "file", "5.1.1, 5.2.2.1", True, "error",
        "A name has at most 32 characters, starts with a letter or digit, goes on with letters, digits, dots,"
        " hyphens and underscores, and ends in a suffix that EDGAR knows.",
        "Rename the file, for example to `497.htm`; EDGAR refuses to attach it as it is.",
    ),
    Rule(
        "file.empty", "file", "house rule", None, "warning",
        "A document says something.",
        "Build the file again; nothing can be filed with it.",
        house="error",
    ),
)  # fmt: skip
