"""All pages: of the rules, of what is found while loading, and of the rules that files are held against."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.checks.catalogue import all_rules
from generator.checks.conformance.catalogue import RULES
from generator.checks.pages.page import Page
from generator.errors import FaultyRule
from generator.settings.project import Codes

HERE = Path(__file__).resolve().parents[1]
#: A file for each group of families: the pages of what is found while loading.
LOADING = HERE / "loading"
#: A file for each group of families: `CODE = "why there is no such rule"`.
LEFT_OUT = HERE / "left_out"
_PARTS = ("title", "source", "what", "why", "fails", "mend")


@lru_cache(maxsize=1)
def all_pages() -> dict[str, Page]:
    """The pages by code, in order; a rule's own goes before any other. FaultyRule where a page lacks a part."""
    found: dict[str, Page] = {}
    for page in (*_of_rules(), *_of_loading(), *_of_files()):
        found.setdefault(page.code, page)
    return dict(sorted(found.items()))


@lru_cache(maxsize=1)
def left_out() -> dict[str, str]:
    """The rules that this package does not have, each with the reason, by code."""
    found: dict[str, str] = {}
    for file in sorted(LEFT_OUT.glob("*.toml")):
        for name, value in tomllib.loads(file.read_text("utf-8")).items():
            found |= value if isinstance(value, dict) else {name: value}
    return dict(sorted(found.items()))


def fixed_codes() -> frozenset[str]:
    """The codes without which nothing can be composed: errors that are met while loading."""
    return frozenset(
        code for code, page in all_pages().items() if page.origin == "loading" and page.severity == "error"
    )


def all_codes() -> Codes:
    """The codes that there are, for whoever selects among them."""
    return Codes(frozenset(all_pages()), fixed_codes())


def near_codes(word: str) -> list[str]:
    """The codes that a word was probably meant to be, the likeliest first, then those of its family."""
    known = [*all_pages(), *left_out()]
    spelled = {code.lower(): code for code in known}
    found = [spelled[one] for one in get_close_matches(word.lower(), spelled, 3, 0.7)]
    family = word.upper().partition("-")[0]
    return list(dict.fromkeys([*found, *(code for code in known if code.partition("-")[0] == family)]))[:6]


def _of_rules() -> Iterator[Page]:
    for rule in all_rules().values():
        own = {part: getattr(rule, part) for part in _PARTS}
        yield Page(rule.code, severity=rule.severity, confidence=rule.confidence, origin="rule", **own)


def _of_loading() -> Iterator[Page]:
    for file in sorted(LOADING.glob("*.toml")):
        for code, entry in tomllib.loads(file.read_text("utf-8")).items():
            yield _loading_page(code, entry, file.name)


def _loading_page(code: str, entry: dict[str, Any], file: str) -> Page:
    """A page of a file. FaultyRule where a part is missing or unknown."""
    own = {part: str(entry.get(part, "")).strip() for part in _PARTS}
    if missing := [part for part in _PARTS if not own[part]]:
        raise FaultyRule(f"{file}: {code} does not say {' nor '.join(missing)}")
    if unknown := [part for part in entry if part not in (*_PARTS, "severity")]:
        raise FaultyRule(f"{file}: {code} has no part {unknown[0]!r}")
    words = {part: text if part == "fails" else " ".join(text.split()) for part, text in own.items()}
    return Page(code, severity=entry.get("severity", "error"), confidence="certain", origin="loading", **words)


def _of_files() -> Iterator[Page]:
    for rule in RULES.values():
        asked = _ENFORCED[rule.enforced]
        own = f" In a file of our own making it is {_A[rule.house]}." if rule.house else ""
        title = rule.statement.rstrip(".")
        what = f"Looked for in {_FORMATS[rule.format]}. {asked}{own}"
        yield Page(rule.id, title, rule.severity, "certain", rule.source, what, "", "", rule.help, "file")


_FORMATS = {"file": "every file", "text": "EDGAR text", "html": "EDGAR HTML", "pdf": "PDF"}
_A = {"error": "an error", "warning": "a warning", "info": "a note"}
_ENFORCED = {
    True: "The filing manual asks it, and none of the accepted filings that were looked at breaks it.",
    False: "The filing manual asks it, and accepted filings break it: EDGAR lets it pass.",
    None: "Whether EDGAR refuses a file that breaks it is not known.",
}
