"""A rule: a function with a page. The docstring is the page; its second paragraph classifies the rule.

def rule(subject: Subject) -> Iterator[Breach]:
    \"\"\"A stated total is not the sum of the rows above it.

    NUM-01 | error | certain | Form N-1A Item 3

    What the rule looks at and compares, in a sentence or two.

    Why: what goes wrong where nobody notices.

    Fails:

        total: {A: 1.15%}   # 0.86% + 0.25% + 0.03%

    Mend: leave `total` out, and it is computed.
    \"\"\"
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from generator.checks.breach import Breach
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.errors import FaultyRule
from generator.patterns import late

#: certain: what is found is wrong. likely: nearly always. possible: worth a look.
Confidence = Literal["certain", "likely", "possible"]
Find: TypeAlias = Callable[[Subject], Iterable[Breach]]

_CODE = late(r"[A-Z]{2,5}-\d{2}[a-z]?")
#: The parts of a page after its first two paragraphs, in order.
PARTS = ("what", "why", "fails", "mend")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule's function says of itself; `source` is the form item, rule or convention behind it."""

    code: str
    severity: Severity
    confidence: Confidence
    source: str
    title: str
    what: str
    why: str
    fails: str
    mend: str
    find: Find

    @property
    def family(self) -> str:
        """The part of the code before the number."""
        return self.code.partition("-")[0]


def rule_of(find: Find) -> Rule:
    """The rule that a function is. FaultyRule where its docstring is no page."""
    name = f"{find.__module__}.{getattr(find, '__qualname__', find)}"
    paragraphs = re.split(r"\n\s*\n", inspect.getdoc(find) or "")
    classes = [part.strip() for part in paragraphs[1].split("|", 3)] if len(paragraphs) > 1 else []
    match classes:
        case [code, severity, confidence, source] if (
            _CODE.fullmatch(code) and severity in get_args(Severity) and confidence in get_args(Confidence) and source
        ):
            parts = _parts(paragraphs[2:])
        case _:
            raise FaultyRule(f"{name}: the second paragraph is not `CODE | severity | confidence | source`")
    if missing := [part for part in PARTS if not parts.get(part)]:
        raise FaultyRule(f"{name}: its docstring does not say {' nor '.join(missing)}")
    title = " ".join(paragraphs[0].split()).rstrip(".")
    return Rule(code, severity, confidence, " ".join(source.split()), title, **parts, find=find)  # type: ignore[arg-type]


def _parts(paragraphs: list[str]) -> dict[str, str]:
    """The rest of a page by part: words on one line, the example as it is."""
    parts: dict[str, list[str]] = {part: [] for part in PARTS}
    part = "what"
    for paragraph in paragraphs:
        if label := re.match(r"(Why|Fails|Mend):\s*", paragraph):
            part, paragraph = label[1].lower(), paragraph[label.end() :]
        if paragraph.strip():
            parts[part].append(inspect.cleandoc("\n" + paragraph) if part == "fails" else " ".join(paragraph.split()))
    return {part: "\n\n".join(texts) for part, texts in parts.items()}
