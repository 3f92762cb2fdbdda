"""The table `[tool.supplement]` of a project's `pyproject.toml`, and all that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Span
from generator.patterns import late
from generator.plain_files import read_at_most
from generator.settings.selection import SEVERITIES, Selection, Settings, covers

FILE = "pyproject.toml"
TABLE = "supplement"
KEYS = ("select", "ignore", "fail-on", "severity")
#: The most bytes of a `pyproject.toml`.
LARGEST = 1_000_000
_HEADER = late(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*\"?supplement\b", re.MULTILINE)
_AT_LINE = late(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes that there are, and which of them a project cannot do without."""

    known: frozenset[str]
    fixed: frozenset[str] = frozenset()

    def unknown(self, word: str) -> str:
        """What is wrong with a word that should mean codes; empty where it means some."""
        if any(covers(word, code) for code in self.known):
            return ""
        near = get_close_matches(word.upper(), self.known, 1) or get_close_matches(word, self.known, 1)
        return f"no finding has the code {word!r}" + (f"; did you mean {near[0]}?" if near else "")

    def unignorable(self, word: str) -> str:
        """Why a word cannot be ignored or graded; empty where it means at least one code that can."""
        meant = [code for code in self.known if covers(word, code)]
        if not meant or set(meant) - self.fixed:
            return ""
        return f"{word} cannot be turned off or changed: nothing can be composed of what it finds"


@dataclass(frozen=True, slots=True)
class Project:
    """The settings of a project, with what is wrong with them and the text of the file that has them."""

    settings: Settings = field(default_factory=Settings)
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


def find_project(folder: Path) -> tuple[Path, str] | None:
    """The first `pyproject.toml` here or above that has the table, and its text: the beginning of a large one."""
    for parent in (folder, *folder.parents):
        text = _text(parent / FILE)
        if text and (_HEADER.search(text) or (len(text) <= LARGEST and _table(text) is not None)):
            return parent / FILE, text
    return None


def _text(path: Path) -> str:
    """What a file says, and no more of it than shows that it is too large; nothing where it cannot be read."""
    try:
        data = read_at_most(path, LARGEST + 1)
        return data.decode("utf-8", "replace") if len(data) > LARGEST else data.decode()
    except (OSError, UnicodeDecodeError):
        return ""


def read_project(text: str, file: str, codes: Callable[[], Codes]) -> Project:
    """The settings that a `pyproject.toml` states, `file` being its name for findings.

    `codes` are asked for where the table names any: to know them, every page has to be read.
    """
    if len(text.encode()) > LARGEST:
        message, help = f"it is larger than {LARGEST:,} bytes", "keep in it what the project's tools are told"
        return Project(diagnostics=(Diagnostic("SET-04", message, file, Span(1, 1, 1, 1), help),))
    try:
        table = _table(text, strict=True)
    except tomllib.TOMLDecodeError as error:
        return Project(diagnostics=(_broken(error, file),), texts=((file, text),))
    table = table if isinstance(table, dict) else {}
    found = [Diagnostic(*one, file, _place(text, key, word), help) for one, key, word, help in _faults(table, codes)]
    return Project(_settings(table), tuple(found), ((file, text),))


def _table(text: str, strict: bool = False) -> Any:
    """The table, None where a text has none; a text that is no TOML has none either, unless asked strictly."""
    try:
        tool = tomllib.loads(text).get("tool", {})
    except (RecursionError, ValueError) as error:
        if strict:
            raise _as_fault(error) from None
        return None
    return tool.get(TABLE) if isinstance(tool, dict) else None


def _as_fault(error: Exception) -> tomllib.TOMLDecodeError:
    """What is wrong with a text: lists in lists without end and endless numbers are no TOMLDecodeError of their own."""
    if isinstance(error, tomllib.TOMLDecodeError):
        return error
    deep = isinstance(error, RecursionError)
    return tomllib.TOMLDecodeError("it is nested too deep" if deep else "a number in it is too long")


def _broken(error: tomllib.TOMLDecodeError, file: str) -> Diagnostic:
    at = _AT_LINE.search(str(error))
    line, column = (int(at[1]), int(at[2])) if at else (1, 1)
    message = f"this is not TOML: {_AT_LINE.sub('', str(error)).strip()}"
    return Diagnostic("SET-04", message, file, Span(line, column, line, column), "compare the line with its neighbours")


#: A fault: code and message, the key that it is at, the word in its value, help.
_Fault = tuple[tuple[str, str], str, str, str]


def _faults(table: dict[str, Any], codes: Callable[[], Codes]) -> Iterator[_Fault]:
    for key, value in table.items():
        match key, value:
            case (("select" | "ignore"), [*words]) if all(isinstance(word, str) for word in words):
                yield from (fault for word in words for fault in _word_faults(key, word, codes, key == "ignore"))
            case (("select" | "ignore"), _):
                yield ("SET-02", f"`{key}` is a list of codes"), key, "", f'write {key} = ["NUM", "FEE-01"]'
            case "fail-on", _ if value not in SEVERITIES:
                yield ("SET-02", f"{value!r} is no severity"), key, "", f"write one of: {', '.join(SEVERITIES)}"
            case "severity", dict():
                yield from _severity_faults(value, codes)
            case "severity", _:
                yield ("SET-02", "`severity` is a table of codes"), key, "", 'write severity = {FEE-01 = "info"}'
            case _ if key not in KEYS:
                near = get_close_matches(key.replace("_", "-"), KEYS, 1)
                help = f"did you mean `{near[0]}`?" if near else f"the keys are: {', '.join(KEYS)}"
                yield ("SET-01", f"there is no setting `{key}`"), key, "", help


def _word_faults(key: str, word: str, codes: Callable[[], Codes], away: bool) -> Iterator[_Fault]:
    """What is wrong with a word that should mean codes; `away` where it takes them away or changes them."""
    if message := codes().unknown(word):
        yield ("SET-03", message), key, word, "`supplement rules` lists the codes"
    elif away and (message := codes().unignorable(word)):
        yield ("SET-03", message), key, word, "take it out, and mend what is found"


def _severity_faults(table: dict[str, Any], codes: Callable[[], Codes]) -> Iterator[_Fault]:
    for word, value in table.items():
        yield from _word_faults(word, word, codes, True)
        if value not in (*SEVERITIES, "off"):
            help = f"write one of: {', '.join(SEVERITIES)}, off"
            yield ("SET-02", f"{value!r} is no severity"), word, "", help


def _settings(table: dict[str, Any]) -> Settings:
    """The settings of a table; what is wrong in it is left out."""
    severity = table.get("severity")
    graded = severity.items() if isinstance(severity, dict) else ()
    severities = tuple((word, value) for word, value in graded if value in (*SEVERITIES, "off"))
    selection = Selection(_words(table.get("select")), _words(table.get("ignore")), severities)
    fail_on = table.get("fail-on")
    return Settings(selection, fail_on if fail_on in SEVERITIES else "error")


def _words(value: Any) -> tuple[str, ...]:
    items: Iterable[Any] = value if isinstance(value, list) else ()
    return tuple(item for item in items if isinstance(item, str))


def _place(text: str, key: str, word: str) -> Span:
    """Where a key of the table stands, or a word of its value; TOML's reader keeps no places.

    The table's own line where the key cannot be found, as when it is spelled with escapes.
    """
    header = _HEADER.search(text)
    start = header.start() if header else 0
    found = re.compile(rf"(?<![\w.-])[\"']?(?P<it>{re.escape(key)})[\"']?\s*=").search(text, start)
    if found and word and word != key:
        found = re.compile(rf"[\"'](?P<it>{re.escape(word)})[\"']").search(text, found.end()) or found
    at, end = found.span("it") if found else (start, start)
    line, before = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at) + 1
    return Span(line, at - before + 1, line, end - before + 1)
