"""The short forms that a model takes besides its own, found by asking its validators.

A validator that runs before a model spells a short form out: a bare name becomes `{name: …}`. Given a probe
of each kind of node, it either leaves it as it is, refuses it, or puts it somewhere; where it is put says what
the short form stands for.

Why: so a kind of content states its short forms once, in code, and the editor knows them too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

#: A word that no validator knows.
WORD = "a-word"
PROBES: tuple[Any, ...] = (WORD, [WORD], {WORD: WORD})


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form: the node that an author may write, and the steps to where a validator puts it."""

    probe: Any
    steps: tuple[str | int, ...]


def short_forms(spell_out: Callable[[Any], Any], keys: Iterable[str] = ()) -> Iterator[ShortForm]:
    """The kinds of nodes that a validator spells out, each with the place that it takes.

    `keys` are those that stand in mappings further in: one of them may be written without the mapping around it.
    """
    for probe in (*PROBES, *({key: WORD} for key in keys)):
        result = spelled_out(spell_out, probe)
        if result is not None and result != probe and (steps := _steps_to(probe, result)) is not None:
            yield ShortForm(probe, steps)


def takes(spell_out: Callable[[Any], Any], probe: Any) -> bool:
    """Whether a validator does not refuse a node."""
    return spelled_out(spell_out, probe) is not None


def takes_more_than_words(spell_out: Callable[[Any], Any]) -> bool:
    """Whether a validator does not refuse every list and mapping."""
    return any(takes(spell_out, probe) for probe in ([], {}, [WORD], {WORD: WORD}))


def short_words(spell_out: Callable[[Any], Any], known: list[str]) -> list[str]:
    """The words among those known that a validator spells out in another way than any word: `immediately`."""
    usual = spelled_out(spell_out, WORD)
    return [word for word in known if spelled_out(spell_out, word) not in (None, word, _with_word(usual, word))]


def spelled_out(spell_out: Callable[[Any], Any], probe: Any) -> Any:
    """What a validator makes of a node; None where it refuses it or cannot do anything with it."""
    try:
        return spell_out(probe)
    except (PydanticCustomError, ValueError, TypeError, AttributeError, LookupError):
        return None


def _with_word(result: Any, word: str) -> Any:
    """What a validator made of WORD, if it had been another word."""
    match result:
        case dict():
            return {key: _with_word(value, word) for key, value in result.items()}
        case list():
            return [_with_word(value, word) for value in result]
        case _:
            return word if result == WORD else result


def _steps_to(probe: Any, result: Any) -> tuple[str | int, ...] | None:
    """The keys and positions that lead to a node inside of another; None where it is not there."""
    if result == probe:
        return ()
    inner = result.items() if isinstance(result, dict) else enumerate(result) if isinstance(result, list) else ()
    for step, value in inner:
        if (steps := _steps_to(probe, value)) is not None:
            return (step, *steps)
    return None
