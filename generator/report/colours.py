"""The colours of a report, or none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Severity

_BOLD, _RED, _YELLOW, _CYAN, _BLUE = "1", "1;31", "1;33", "1;36", "1;34"
_OF_SEVERITY: dict[Severity, str] = {"error": _RED, "warning": _YELLOW, "info": _CYAN}


@dataclass(frozen=True, slots=True)
class Colours:
    """Sets words in colour by ANSI codes where a terminal was asked for; leaves them alone otherwise."""

    wanted: bool

    def of(self, severity: Severity, text: str) -> str:
        """Words in the colour of a severity."""
        return self._set(_OF_SEVERITY[severity], text)

    def strong(self, text: str) -> str:
        """Words in bold."""
        return self._set(_BOLD, text)

    def frame(self, text: str) -> str:
        """Line numbers, arrows and marks of further places."""
        return self._set(_BLUE, text)

    def _set(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.wanted and text else text
