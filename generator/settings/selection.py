"""Which findings are wanted, and how severe each is: by code, or by the beginning of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from generator.diagnostics import Diagnostic, Severity

#: `off`: the rule does not run.
Wanted: TypeAlias = Severity | Literal["off"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def covers(word: str, code: str) -> bool:
    """Whether a word means a code: the code itself, a family (`NUM`, `ascii.`), or a beginning (`NUM-0`).

    A family is a whole word: `EX` means `EX-02` and not `EXP-01`.
    """
    rest = code.removeprefix(word)
    return bool(word) and code.startswith(word) and not (word[-1].isalpha() and rest[:1].isalpha())


def at_least(severity: Severity, bound: Severity) -> bool:
    """Whether a severity is as grave as another, or graver."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(bound)


@dataclass(frozen=True, slots=True)
class Selection:
    """The findings that are wanted. Of the words that mean a code the longest decides; between equals, `ignore`.

    `select` empty selects everything. What stops composing is found whatever is selected: see `settled`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Wanted], ...] = ()

    def runs(self, code: str) -> bool:
        """Whether findings of a code are wanted."""
        if self == EVERYTHING:
            return True
        selected = _longest(self.select, code) if self.select else 0
        return selected is not None and (_longest(self.ignore, code) or -1) < selected and self._wanted(code) != "off"

    def severity(self, code: str, own: Severity) -> Severity:
        """The severity of a code's findings: the project's, else their own."""
        wanted = self._wanted(code)
        return own if wanted in (None, "off") else wanted  # type: ignore[return-value]

    def applied(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings that are wanted, each with the severity that is wanted."""
        return [self._graded(one) for one in found if self.runs(one.code)]

    def settled(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """What was found while loading: every error as it is, of the others those that are wanted.

        Why: without what such an error is about nothing can be composed; to ignore it would build something else.
        """
        return [
            one if one.severity == "error" else self._graded(one)
            for one in found
            if one.severity == "error" or self.runs(one.code)
        ]

    def of_files(self) -> Selection:
        """The same for the rules of files that are being built: what is not selected is looked for all the same.

        Why: whoever selects rules of content has not said that EDGAR may refuse the file; whoever ignores has.
        """
        return replace(self, select=())

    def _graded(self, one: Diagnostic) -> Diagnostic:
        severity = self.severity(one.code, one.severity)
        return one if severity == one.severity else replace(one, severity=severity)

    def _wanted(self, code: str) -> Wanted | None:
        """What the longest word that means a code says of its severity."""
        meant = [(len(word), wanted) for word, wanted in self.severities if covers(word, code)]
        return max(meant, key=lambda one: one[0])[1] if meant else None


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project wants of the checks. `fail_on` is the least severity that stops a build and fails a command."""

    selection: Selection = EVERYTHING
    fail_on: Severity = "error"

    def fails(self, found: Iterable[Diagnostic]) -> bool:
        """Whether any finding is as severe as the project does not want it."""
        return any(at_least(one.severity, self.fail_on) for one in found)


DEFAULT = Settings()


def over(typed: Selection, table: Selection) -> Selection:
    """What was typed in a command, over what the project's table says.

    What is selected in a command is looked for whatever the table ignores or turns off; what is ignored in a
    command is ignored besides.
    """
    if not typed.select:
        return Selection(table.select, (*table.ignore, *typed.ignore), table.severities)
    kept = tuple((word, wanted) for word, wanted in table.severities if wanted != "off")
    return Selection(typed.select, typed.ignore, kept)


def _longest(words: Iterable[str], code: str) -> int | None:
    """The length of the longest word that means a code; None where none does."""
    return max((len(word) for word in words if covers(word, code)), default=None)
