"""What a redline comes to: how many words came and went, where, and what was moved."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compare.redline.changes import Passage, Redline, TableChange, Words, pieces_of


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts. Places are runs of words; words that were moved count where they left; labels of items are no words."""

    insertions: int
    inserted_words: int
    deletions: int
    deleted_words: int
    moves: int
    moved_words: int
    rows: int
    columns: int
    labels: int


def summarize(redline: Redline) -> Summary:
    """The counts of a redline."""
    pieces = [
        piece
        for entry in redline.entries
        if entry.status != "moved from"
        for some in pieces_of(entry)
        for piece in some
    ]
    came = [count(piece.words) for piece in pieces if piece.kind == "inserted"]
    gone = [count(piece.words) for piece in pieces if piece.kind == "deleted"]
    left = [entry for entry in redline.entries if entry.status == "moved from"]
    tables = [one for one in redline.entries if isinstance(one, TableChange) and one.status in ("changed", "moved to")]
    return Summary(
        insertions=len(came),
        inserted_words=sum(came),
        deletions=len(gone),
        deleted_words=sum(gone),
        moves=len({entry.move for entry in left}),
        moved_words=sum(count(piece.words) for entry in left for some in pieces_of(entry) for piece in some),
        rows=sum(row.status in ("inserted", "deleted") for table in tables for row in table.rows),
        columns=sum(column != "same" for table in tables for column in table.columns),
        labels=sum(isinstance(entry, Passage) and entry.relabelled for entry in redline.entries),
    )


def count(words: Words) -> int:
    """How many of some words are more than a sign."""
    return sum(any(map(str.isalnum, word.text)) for word in words)


def said(summary: Summary) -> str:
    """`2 insertions (9 words), 1 deletion (3 words), 1 move (40 words)`, or that nothing differs."""
    parts = [
        _counted(summary.insertions, "insertion", summary.inserted_words),
        _counted(summary.deletions, "deletion", summary.deleted_words),
        _counted(summary.moves, "move", summary.moved_words),
        f"{summary.labels} item label{'s' * (summary.labels != 1)} changed" if summary.labels else "",
    ]
    return ", ".join(filter(None, parts)) or "no differences"


def _counted(number: int, thing: str, words: int) -> str:
    if not number:
        return ""
    return f"{number} {thing}{'s' * (number != 1)} ({words} word{'s' * (words != 1)})"
