"""The sentences of findings about values: what stands somewhere, what is wanted, what to type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic.fields import FieldInfo

from generator.source import nodes
from generator.source.samples import in_quotes
from generator.source.shapes import Entry

#: How alike two words are, from 0 to 1, before one is offered for the other.
LIKELY = 0.75
#: How much of two names of several words must be shared before one is offered for the other, from 0 to 1.
ENOUGH = 0.4
#: The shortest word that stands for a longer one which begins with it, and the most names that are offered.
SHORTEST, MOST_GUESSES = 3, 3
#: How the help begins where a colon made a key of words.
QUOTE = "put text with a colon in quotes"
#: The key that words of one's own stand under, of a part that has it.
WORDS_UNDER = "content"
TEXT, LIST, MAPPING = "text", "a list", "a mapping"


def standing(node: nodes.SourceNode) -> str:
    """What stands at a node, in a word."""
    match node:
        case nodes.Scalar(null=True):
            return "nothing"
        case nodes.Scalar():
            return TEXT
        case nodes.Sequence():
            return LIST
        case nodes.Mapping():
            return MAPPING


def wanted_instead(wants: Sequence[str], node: nodes.SourceNode, entries: list[Entry]) -> tuple[str, str]:
    """Message and help where another kind of node is wanted."""
    message = f"{' or '.join(wants)} is wanted here, and {standing(node)} stands here"
    remedies = {TEXT: _to_text, LIST: _to_list, MAPPING: _to_mapping}
    return message, remedies[wants[0]](node, entries)


def _to_text(node: nodes.SourceNode, entries: list[Entry]) -> str:
    match node:
        case nodes.Scalar():
            return "write the text after the colon, or delete the line"
        case nodes.Sequence(flow=True):
            return "text that begins with `[` must be in quotes"
        case nodes.Mapping(flow=True):
            return "text that begins with `{` must be in quotes"
        case nodes.Sequence():
            return "write one piece of text, without `- `"
        case nodes.Mapping():
            shown = as_text(node)
            return f"{QUOTE}: {shown}" if shown else "write one piece of text, in quotes if it has `: ` in it"


def as_text(node: nodes.SourceNode) -> str:
    """In quotes the words that a colon has made a mapping of: one key and its value, several words. Else nothing."""
    if not isinstance(node, nodes.Mapping) or node.flow or len(node.entries) != 1:
        return ""
    key, value = node.entries[0]
    said = f" {value.text}".rstrip() if isinstance(value, nodes.Scalar) else ""
    return in_quotes(f"{key.text}:{said}") if " " in key.text + said.lstrip() else ""


def _to_list(node: nodes.SourceNode, entries: list[Entry]) -> str:
    if isinstance(node, nodes.Scalar) and node.null:
        return "write the items on the next lines, each after `- `, or delete the line"
    if isinstance(node, nodes.Mapping) and not node.flow:
        return "put `- ` before the first key of each item, and two blanks before its other keys"
    return "put `- ` before each item, each on a line of its own"


def _to_mapping(node: nodes.SourceNode, entries: list[Entry]) -> str:
    if isinstance(node, nodes.Scalar) and " " in node.text and any(entry.key == WORDS_UNDER for entry in entries):
        return f"write `{WORDS_UNDER}:` before the text, and quotes around it if it has `: ` in it"
    first = next((entry for entry in entries if entry.info and entry.info.is_required()), None)
    sample = f"`{sample_line(first or entries[0])}`" if entries else "`key: value`"
    if isinstance(node, nodes.Sequence):
        return f"write keys with values such as {sample}, without `- `"
    return f"write keys with values, such as {sample}"


def sample_line(entry: Entry) -> str:
    """A key as an author would type it, with the first example of its value."""
    return f"{entry.key}: {example(entry.info) or '…'}"


def example(info: FieldInfo | None) -> str:
    """The first example of a field as YAML on one line, or nothing."""
    return _flow(info.examples[0]) if info and info.examples else ""


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a word was probably meant to be, or nothing."""
    spelled = {_spelled(one): one for one in known}
    found = get_close_matches(_spelled(word), spelled, n=1, cutoff=LIKELY)
    return spelled[found[0]] if found else ""


def _spelled(word: str) -> str:
    return word.lower().replace("-", "_").replace(" ", "_")


def of_like_words(word: str, known: Sequence[str]) -> list[str]:
    """The known names that share the most telling words with a name, as file_no_1933 does with file_number.

    A word tells the more the fewer names have it. None where more than a few share as much, or none shares enough.
    """
    typed, told = _spelled(word).split("_"), dict[str, float]()
    parts = {one: _spelled(one).split("_") for one in known}
    for one, own in parts.items():
        common = [part for part in own if _among(part, typed)]
        if 2 * len(common) >= ENOUGH * (len(typed) + len(own)):
            told[one] = sum(1 / sum(_among(part, other) for other in parts.values()) for part in common)
    best = [one for one, much in told.items() if much == max(told.values())]
    return best if len(best) <= MOST_GUESSES else []


def _among(part: str, words: Iterable[str]) -> bool:
    """Whether a word is among others, or the beginning of one of them, or begins with one."""
    pairs = (sorted((part, one), key=len) for one in words)
    return any(short == long or (len(short) >= SHORTEST and long.startswith(short)) for short, long in pairs)


def did_you_mean(names: Iterable[str]) -> str:
    """The question that offers one name, or several."""
    return f"did you mean {' or '.join(f'`{name}`' for name in names)}?"


def one_of(word: str, known: Sequence[str]) -> str:
    """What to type instead of a word that is none of those known."""
    likely = nearest(word, known)
    if names := [likely] if likely else of_like_words(word, known):
        return f"{did_you_mean(names)} The words allowed are: {', '.join(known)}"
    return f"write one of: {', '.join(known)}"
