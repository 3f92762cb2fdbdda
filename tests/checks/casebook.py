"""The cases of the rules, as documents: a file for each family, a section for each code.

```yaml base      what every case of the file has, unless it states the same top-level key itself
```yaml fails     `# CODE: part of the message` stands beside each line that is found
```yaml passes    nothing of the section's code is found
```yaml mended    what `--fix` makes of the case that fails above it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.library.find import Source
from generator.library.load import Library, Loaded
from generator.wording.environment import load_wording

HERE = Path(__file__).resolve().parent
BOOKS = sorted(HERE.glob("*.md"))
_SECTION = re.compile(r"^## ([A-Z]+-\d+[a-z]?)\b.*$", re.MULTILINE)
_FENCE = re.compile(r"^```yaml (base|fails|passes|mended)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPECTED = re.compile(r"# (?P<code>[A-Z]+-\d+[a-z]?): (?P<message>.+?)(?=\s+# [A-Z]+-\d|$)")
_WORDING = load_wording()


@dataclass(frozen=True)
class Case:
    """One piece of YAML of a section, whole."""

    book: str
    code: str
    kind: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.book}-{self.code}-{self.kind}-{self.number}"

    @property
    def expected(self) -> list[tuple[int, str, str]]:
        """Line, code and part of the message of each finding that is written beside its line."""
        lines = enumerate(self.text.splitlines(), 1)
        return [(at, one["code"], one["message"].strip()) for at, line in lines for one in _EXPECTED.finditer(line)]


def cases() -> Iterator[Case]:
    """Every case of every family."""
    for book in BOOKS:
        text = book.read_text("utf-8")
        base = next((body for kind, body in _FENCE.findall(text) if kind == "base"), "")
        heads = list(_SECTION.finditer(text))
        for head, end in zip(heads, [*(one.start() for one in heads[1:]), len(text)], strict=True):
            for number, (kind, body) in enumerate(_FENCE.findall(text[head.end() : end])):
                if kind != "base":
                    yield Case(book.stem, head[1], kind, number, over(base, body))


def over(base: str, body: str) -> str:
    """A case on its base: the base's top-level keys that the case does not state, then the case."""
    own = set(re.findall(r"^([\w-]+):", body, re.MULTILINE))
    parts = re.split(r"^(?=[\w-]+:)", base, flags=re.MULTILINE)
    return "".join(part for part in parts if part.partition(":")[0] not in own) + body


def loaded(text: str, folder: Path) -> Loaded:
    """A case as `check` loads it."""
    path = folder / "case.yaml"
    path.write_text(text, "utf-8")
    return Library(_WORDING).load(Source(path, "case"))


def found(case: Case, folder: Path) -> list[Diagnostic]:
    """What is found in a case, of the codes that it is about."""
    codes = {case.code, *(code for _, code, _ in case.expected)}
    return [one for one in loaded(case.text, folder).diagnostics if one.code in codes]
