"""What a rule is, and every rule that this package holds a file to.

*Why:* the filing manual says what EDGAR asks, accepted filings show what it lets pass. `enforced` keeps the
two apart: True where the manual asks and no accepted filing of the sample breaks the rule, False where at
least one does, None where nobody could test it. A rule that is known not to be enforced is never an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.diagnostics import Diagnostic, Severity, Span

#: The edition that every section number below refers to.
MANUAL = "EDGAR Filer Manual II (June 2025)"

WHOLE_FILE = Span()

Format = Literal["file", "text", "html", "pdf"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a file must hold to, where that is written, and what to do about a breach.

    `section` is a section of the manual, or names another source when it begins with a letter. `house` is the
    severity for a file of our own making, where it differs.
    """

    id: str
    format: Format
    section: str
    enforced: bool | None
    severity: Severity
    statement: str
    help: str
    house: Severity | None = None

    @property
    def source(self) -> str:
        """The place where the rule is written, in full."""
        return self.section if self.section[:1].isalpha() else f"{MANUAL} {self.section}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of one rule at one place, not yet told to anybody. `document` is the file inside a submission."""

    rule: Rule
    message: str
    span: Span = WHOLE_FILE
    document: str = ""

    def diagnostic(self, file: str, house: bool) -> Diagnostic:
        """The finding as every other check reports its own."""
        severity = self.rule.house if house and self.rule.house else self.rule.severity
        return Diagnostic(
            self.rule.id, self.message, file, self.span, self.rule.help, severity, self.document, self.rule.source
        )


def table(*rules: Rule) -> dict[str, Rule]:
    """The rules by id, each id once."""
    by_id = {rule.id: rule for rule in rules}
    assert len(by_id) == len(rules), "two rules share an id"
    return by_id
