"""Which template of a project's own keeps a document from reading back: the one without whose changes it does.

Why by trial: words that read as others stand where several templates meet, and whoever changed one of them is not
helped by a line of content that was right before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from generator.diagnostics import Span
from generator.model.content import Finding
from generator.wording.environment import Wording
from generator.wording.faults import span_of

#: So many templates, and changes in the one, are tried without.
MOST_TRIED = 40
#: A slot or tag, a word with its signs, blanks.
_WORD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\s+|[^\s{]+|\{")
#: What is marked of a change: its first line without the blanks around; of one that took words away, what follows them.
_MARKED, _FOLLOWING = re.compile(r"\s*(\S(?:.*\S)?)"), re.compile(rf"\s*({_WORD.pattern})")
#: What is found in a document that is worded by some templates.
Judge = Callable[[Wording], list[Finding]]


class Change(NamedTuple):
    """A template that the project has changed, and where in it: its name, its file as a person names it, the place."""

    template: str
    file: str
    span: Span


class _Hunk(NamedTuple):
    """Where a change starts and ends in a template, and what stood there before."""

    start: int
    end: int
    before: str


@dataclass
class Rewording:
    """The changes that a project makes to the shipped wording, and which of them a finding is due to."""

    wording: Wording
    _tried: dict[frozenset[tuple[str, str]], Wording] = field(default_factory=dict)

    def cause(self, finding: Finding, judge: Judge) -> Change | None:
        """The change without which a finding is not there; None where it is there without any."""
        pairs = dict(list(self._pairs())[:MOST_TRIED])
        if not pairs or not self._mended(finding, judge, {name: shipped for name, (shipped, _) in pairs.items()}):
            return None
        for name, (shipped, own) in pairs.items():
            if self._mended(finding, judge, {name: shipped}):
                start, end = self._place(finding, judge, name, shipped, own)
                return Change(name, self.wording.loader.shown_path(name), span_of(own, start, end))
        return None

    def _pairs(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """The templates of which the project has its own, each as it is shipped and as it is now, where they differ."""
        loader, shipped = self.wording.loader, Wording(self.wording.folders[-1:]).loader
        for name in loader.list_templates():
            if shipped.path_of(name) and loader.path_of(name) != shipped.path_of(name):
                old, new = (one.text_of(name).replace("\r\n", "\n") for one in (shipped, loader))
                old = f"\n{old}" if new.startswith("\n") else old  # where one's own says what it took the place of
                if old != new:
                    yield name, (old, new)

    def _mended(self, finding: Finding, judge: Judge, instead: Mapping[str, str]) -> bool:
        """Whether a finding is not there with other texts of some templates."""
        key = frozenset(instead.items())
        if key not in self._tried:
            self._tried[key] = Wording(self.wording.folders, instead)
        try:
            found = judge(self._tried[key])
        except Exception:  # Why all: nothing is known of templates of which some were changed back
            return False
        return finding[:2] not in [one[:2] for one in found]

    def _place(self, finding: Finding, judge: Judge, name: str, old: str, new: str) -> tuple[int, int]:
        """The change in a template without which a finding is not there, else its first: its lines, then its words."""

        def due(hunks: list[_Hunk]) -> _Hunk | None:
            for hunk in hunks[:MOST_TRIED]:
                text = new[: hunk.start] + hunk.before + new[hunk.end :]
                if self._mended(finding, judge, {name: text}):
                    return hunk
            return None

        lines = _hunks(old.splitlines(keepends=True), new.splitlines(keepends=True))
        hunk = (due(lines) if len(lines) > 1 else None) or lines[0]
        words = _hunks(_WORD.findall(hunk.before), _WORD.findall(new[hunk.start : hunk.end]), hunk.start)
        start, end, _ = (due(words) if len(words) > 1 else None) or words[0]
        shown = _MARKED.match(new, start, end) or _FOLLOWING.match(new, start)
        return shown.span(1) if shown else (start, start)


def _hunks(old: list[str], new: list[str], start: int = 0) -> list[_Hunk]:
    """What differs between the parts of two texts, the second of which starts somewhere in a template."""
    offsets = [start, *(start + at for at in accumulate(map(len, new)))]
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_Hunk(offsets[c], offsets[d], "".join(old[a:b])) for kind, a, b, c, d in found if kind != "equal"]
