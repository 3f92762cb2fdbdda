"""The words that a PDF in the packaged typeface cannot show, or that would not read back as what they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.document.canonical import canonical_text
from generator.document.nodes import Block, Document, Emphasis, Field, Inlines, NoteRef, Strong, Text
from generator.document.words import runs_of
from generator.errors import Fault
from generator.writers.pdf.faces import SURE, face

#: A run of words: the block that it is in, the path of its field, its text in canonical form.
Run = tuple[int, str, str]
INVISIBLE = ("Cc", "Cf", "Cs")


def pdf_faults(document: Document) -> list[Fault]:
    """Every character that cannot be shown or told apart, in reading order; empty when all can be."""
    runs = [run for at, block in enumerate(document.blocks) for run in _in_block(at, block)]
    if SURE.issuperset(document.title) and all(SURE.issuperset(text) for _, _, text in runs):
        return []
    faults = [fault for run in runs for fault in _in_run(run)]
    return _in_title(document.title) + faults + _alike(runs)


def _in_title(title: str) -> list[Fault]:
    """The document's title is stated, not set: it needs no glyphs, but no character may be invisible."""
    hidden = [c for c in dict.fromkeys(canonical_text(title)) if unicodedata.category(c) in INVISIBLE]
    return [fault for character in hidden for fault in _in_run((0, "", character))]


def _in_block(at: int, block: Block) -> Iterator[Run]:
    for children in runs_of(block):
        yield from _in_inlines(at, children)


def _in_inlines(at: int, children: Inlines) -> Iterator[Run]:
    for child in children:
        match child:
            case Text(text):
                yield at, "", canonical_text(text)
            case Field(path=path, shown=shown):
                yield at, path, canonical_text(shown)
            case Strong(inner) | Emphasis(inner):
                yield from _in_inlines(at, inner)
            case NoteRef(marker):
                yield at, "", marker
            case _:
                pass


def _in_run(run: Run) -> Iterator[Fault]:
    at, path, text = run
    for character in dict.fromkeys(text):
        reason = _reason(character)
        if reason:
            yield Fault(at, path, f"{_named(character)} {reason[0]}", reason[1])


def _reason(character: str) -> tuple[str, str] | None:
    """Why a character cannot be shown, and what to do; None where it can be."""
    if character == " ":
        return None
    if unicodedata.category(character) in INVISIBLE:
        return "cannot be seen, so it cannot be read back", "take the character out"
    if unicodedata.combining(character):
        return "is an accent that no letter takes", "use a letter that has the accent"
    if character not in face().glyphs:
        return "is not in the packaged typeface", "spell it out, or use a character of the Latin alphabet"
    if unicodedata.decomposition(character).startswith("<compat>") and "LIGATURE" in unicodedata.name(character, ""):
        letters = unicodedata.normalize("NFKC", character)
        return "is read as its letters", f"write {letters}; the typeface joins them by itself"
    return None


def _alike(runs: list[Run]) -> list[Fault]:
    """The characters that are drawn like another character of the document, and so would be read as it."""
    first: dict[int | str, str] = {}
    faults: dict[str, Fault] = {}
    for at, path, text in runs:
        for character in text:
            other = first.setdefault(face().glyphs.get(character, character), character)
            if other != character and character not in faults:
                message = f"{_named(character)} looks exactly like {_named(other)} which stands before it"
                faults[character] = Fault(at, path, message, "use one of the two throughout")
    return list(faults.values())


def _named(character: str) -> str:
    name = unicodedata.name(character, "a character without name")
    shown = f"{character!r}, " if character.isprintable() and not unicodedata.combining(character) else ""
    return f"{shown}{name} (U+{ord(character):04X}),"
