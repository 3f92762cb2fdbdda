"""How much a template for looks may do: its turns and its characters are counted, whatever it is made of.

Why: a few words of Jinja can ask for more turns than there is time, or for more words than there is memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from threading import local
from typing import Any

from jinja2 import TemplateRuntimeError
from markupsafe import Markup

#: The most turns of loops and calls in a page, characters that words are joined to, and members of a list.
MOST_TURNS, LONGEST, MOST_MEMBERS = 500_000, 10_000_000, 500_000
#: So many characters or members that are made or gone through count as a turn.
A_TURN = 100
#: The methods that a template may use of what is Python's own. The first that fits counts.
METHODS: dict[type, tuple[str, ...]] = {
    str: (
        "capitalize", "casefold", "count", "endswith", "find", "index", "isalnum", "isalpha", "isascii", "isdecimal",
        "isdigit", "islower", "isnumeric", "isspace", "istitle", "isupper", "lower", "lstrip", "partition",
        "removeprefix", "removesuffix", "rfind", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith",
        "strip", "swapcase", "title", "upper",
    ),
    dict: ("get", "items", "keys", "values"),
    list: ("count", "index"),
    tuple: ("count", "index"),
    bytes: (),
    int: (),
    float: (),
}  # fmt: skip
#: The filters of Jinja's own that a template may use on lists, and on words. The others make much out of little.
_OF_LISTS = (
    "abs", "count", "d", "default", "dictsort", "first", "groupby", "items", "last", "length", "list", "map", "max",
    "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique",
)  # fmt: skip
_OF_WORDS = (
    "capitalize", "e", "escape", "float", "forceescape", "int", "lower", "safe", "string", "striptags", "title", "trim",
    "truncate", "upper", "wordcount",
)  # fmt: skip
_WIDE = re.compile(r"%[^a-zA-Z%]*\d{4}|%[^a-zA-Z%]*\*")
_MOST_IN_A_ROW = 1000
_done = local()


def begin() -> None:
    """Counts anew, for a page."""
    _done.turns = 0


def count(turns: int = 1) -> None:
    """Counts some turns; TemplateRuntimeError where there are too many."""
    _done.turns = getattr(_done, "turns", 0) + turns
    if _done.turns > MOST_TURNS:
        raise TemplateRuntimeError(f"it takes more than {MOST_TURNS:,} turns: does a loop or a macro call itself?")


def measured(value: Any) -> Any:
    """A value whose length, where it has one, counts; TemplateRuntimeError for one that is too long."""
    if isinstance(value, str):
        count(1 + len(value) // A_TURN)
        if len(value) > LONGEST:
            raise TemplateRuntimeError(f"it joins more than {LONGEST:,} characters")
    elif isinstance(value, list | tuple | dict):
        count(1 + len(value) // A_TURN)
        if len(value) > MOST_MEMBERS:
            raise TemplateRuntimeError(f"it makes a list of more than {MOST_MEMBERS:,}")
    else:
        count()
    return value


def words(value: Any) -> Any:
    """A value that is shown. A list is not: one that holds others many times over has no end as words."""
    if isinstance(value, list | tuple | dict | set | frozenset):
        raise TemplateRuntimeError("a list is no words: loop over it, or use the filter `join`")
    return value


def joined(pieces: Iterable[str]) -> str:
    """The pieces of a page, a macro or a block put together."""
    return "".join(_within(pieces))


def _within(pieces: Iterable[str], between: int = 0) -> Iterator[str]:
    """Pieces as long as they come to no more than words may."""
    total = since = 0
    for piece in pieces:
        total += len(piece) + between
        since += len(piece) + between
        if total > LONGEST:
            raise TemplateRuntimeError(f"it joins more than {LONGEST:,} characters")
        if since >= A_TURN:
            count(since // A_TURN)
            since %= A_TURN
        yield piece


def bounded_filters(own: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """The filters of a template: Jinja's own that are harmless, or held to a measure."""
    lists = {name: _held(own[name], False) for name in _OF_LISTS}
    said = {name: _held(own[name], True) for name in _OF_WORDS}
    bounded: dict[str, Callable[..., Any]] = {
        " counted": _counted, " measured": measured, " words": words, "batch": _batch, "format": _format, "join": _join,
        "replace": _replace, "round": _round, "sum": _sum,
    }  # fmt: skip
    return lists | said | bounded


def _held(filter: Callable[..., Any], of_words: bool) -> Callable[..., Any]:
    @wraps(filter)
    def held(*values: Any, **named: Any) -> Any:
        for value in (*values, *named.values()):
            measured(words(value) if of_words else value)
        return measured(filter(*values, **named))

    return held


def _counted(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        count()
        yield item


def _batch(items: Iterable[Any], size: int, fill: Any = None) -> Iterator[list[Any]]:
    """Lists of so many items; the last is filled up where something to fill it with is given."""
    if not 0 < size <= _MOST_IN_A_ROW:
        raise TemplateRuntimeError(f"a batch has from 1 to {_MOST_IN_A_ROW:,} members")
    batch: list[Any] = []
    for item in _counted(items):
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch + [fill] * (size - len(batch) if fill is not None else 0)


def _format(pattern: str, *values: Any, **named: Any) -> Any:
    if _WIDE.search(pattern):
        raise TemplateRuntimeError("it asks for a number of more than 999 characters")
    for value in (*values, *named.values()):
        measured(words(value))
    return measured(pattern % (named or values))


def _join(items: Iterable[Any], between: str = "") -> Markup | str:
    """Items put together, as markup where one of them is, the others then escaped."""
    pieces = [words(item) for item in _counted(items)]
    markup = any(hasattr(piece, "__html__") for piece in (*pieces, between))
    plain: Callable[[Any], str] = Markup.escape if markup else str
    apart = plain(between)
    return apart.join(_within(map(plain, pieces), len(apart)))


def _replace(text: Any, old: str, new: str, times: int | None = None) -> Any:
    text = words(text) if hasattr(text, "__html__") else str(words(text))
    found = text.count(old) if times is None else min(text.count(old), times)
    if len(text) + found * len(new) > LONGEST:
        raise TemplateRuntimeError(f"it joins more than {LONGEST:,} characters")
    return measured(text.replace(old, new, -1 if times is None else times))


def _round(number: float, places: int = 0) -> float:
    if not 0 <= places <= 9:
        raise TemplateRuntimeError("a number is rounded to 0 to 9 places")
    return round(float(number), places)


def _sum(numbers: Iterable[float]) -> float:
    total: float = 0
    for number in _counted(numbers):
        if not isinstance(number, int | float):
            raise TemplateRuntimeError("only numbers have a sum")
        total += number
    return total
