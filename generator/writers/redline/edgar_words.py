"""The words of the new document in the order of a page, each character with whether it is new."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.compare.redline.changes import PARAGRAPH_END, STANDS, Entry, Passage, Pieces, Redline, TableChange


@dataclass(slots=True)
class NewCharacters:
    """The characters that are no blanks; `gone` has the places, counted in them, where something was deleted."""

    text: list[str] = field(default_factory=list)
    new: list[bool] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)


def new_characters(redline: Redline) -> NewCharacters:
    """The characters of the new side, in the order in which a page shows them."""
    found = NewCharacters()
    for entry in redline.entries:
        _add_entry(found, entry)
    return found


def _add_entry(found: NewCharacters, entry: Entry) -> None:
    if "new" not in STANDS[entry.status]:
        found.gone.add(len(found.text))
    elif isinstance(entry, Passage):
        printed = entry.form.kind == "item" and entry.form.style != "plain"  # a browser prints the label
        if not printed:
            _add(found, entry.label, whole=False)
        start = len(found.text)
        _add(found, entry.pieces, entry.status in ("inserted", "moved to"))
        if entry.relabelled and printed:
            found.new[start : start + 1] = [True for _ in found.text[start : start + 1]]
    else:
        _add_table(found, entry)


def _add_table(found: NewCharacters, table: TableChange) -> None:
    whole = table.status in ("inserted", "moved to")
    _add(found, table.caption, whole)
    for row in table.rows:
        if "new" not in STANDS[row.status]:
            found.gone.add(len(found.text))
            continue
        for cell in row.cells:
            _add(found, cell, whole or row.status == "inserted")
    for note in table.notes:
        _add(found, note.pieces, whole)


def _add(found: NewCharacters, pieces: Pieces, whole: bool) -> None:
    for piece in pieces:
        if piece.kind == "deleted":
            found.gone.add(len(found.text))
            continue
        for word in piece.new:
            if word.key == PARAGRAPH_END.key:  # a paragraph that ends here now is marked as a deletion would be
                found.gone.add(len(found.text))
            else:
                found.text += word.text
                found.new += [whole or piece.kind == "inserted"] * len(word.text)
