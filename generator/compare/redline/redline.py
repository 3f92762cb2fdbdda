"""The redline of one document against another, proved: each side is in it whole, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.compare.redline.align import heaviest_chain, possible_pairs, without_rivals
from generator.compare.redline.changes import Entry, Passage, Pieces, Place, Redline, Side, Status
from generator.compare.redline.joins import Stretch, filled, joined_words, stretches
from generator.compare.redline.moves import MoveNumbers, moved_pairs
from generator.compare.redline.sides import said_by, said_on
from generator.compare.redline.tables import compare_tables, whole_table
from generator.compare.redline.units import Unit, behind, units_of
from generator.compare.redline.words import added, compare_words, removed
from generator.document.nodes import Document


def compare_documents(old: Document, new: Document, in_ascii: bool = False) -> Redline:
    """What became of the old document in the new one.

    Words and the labels of items are compared, not how they are set nor where pages end. An item that has another
    number because one came or went before it has changed, for readers cite the number. Rejecting every change gives
    the words of the old document, accepting every change those of the new one, unit by unit and cell by cell.
    `in_ascii` takes words of one spelling in ASCII for the same, as is right where one comes from a text file.
    """
    redline = Redline(tuple(_entries(units_of(old, in_ascii), units_of(new, in_ascii))))
    if said_on(redline, "old") != said_by(old) or said_on(redline, "new") != said_by(new):
        raise AssertionError("a redline that loses or invents words")
    return redline


def _entries(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Entry]:
    pairs = possible_pairs(old, new)
    kept = heaviest_chain(without_rivals(pairs))
    moved = moved_pairs(old, new, pairs, kept)
    free = (
        set(range(len(old))) - {pair.old for pair in (*kept, *moved)},
        set(range(len(new))) - {pair.new for pair in (*kept, *moved)},
    )
    found = filled(stretches(old, new, kept, free), pairs, free)
    numbers = MoveNumbers(moved)
    gone = {pair.old: pair for pair in moved}
    come = {pair.new: pair for pair in moved}
    a = b = 0
    for stretch in [*found, Stretch(range(len(old), 0), range(len(new), 0))]:
        for at in range(a, stretch.old.start):
            yield _one_side(old[at], "old", numbers.of(gone.get(at)))
        for at in range(b, stretch.new.start):
            if at in come:
                yield _moved_to(old[come[at].old], new[at], numbers.of(come[at]))
            else:
                yield _one_side(new[at], "new")
        if stretch.old:
            yield _both(old[stretch.old.start : stretch.old.stop], new[stretch.new.start : stretch.new.stop])
        a, b = stretch.old.stop, stretch.new.stop


def _both(olds: Sequence[Unit], news: Sequence[Unit]) -> Entry:
    """What stands at its place on both sides: a unit each, or a paragraph and those that it was split into."""
    place = Place(news[0].section, _blocks(olds), _blocks(news))
    if len(olds) == len(news) == 1:
        olds, news = [behind(olds[0], news[0])], [behind(news[0], olds[0])]
    old, new = olds[0], news[0]
    if old.cells is not None and new.cells is not None:
        return compare_tables(old.cells, new.cells, place)
    pieces = compare_words(joined_words(olds), joined_words(news))
    label = _label(old, new)
    same = all(piece.kind == "same" for piece in (*label, *pieces))
    return Passage("same" if same else "changed", new.form, pieces, place=place, label=label)


def _label(old: Unit, new: Unit) -> Pieces:
    """What became of an item's label, which is shown as a whole: the old one, then the new one."""
    if old.label == new.label:
        return compare_words(old.label, new.label)
    return (*removed(old.label), *added(new.label))


def _one_side(unit: Unit, side: Side, move: int = 0) -> Entry:
    """A unit that stands on one side only, or that was moved away from here."""
    status: Status = "inserted" if side == "new" else "moved from" if move else "deleted"
    place = Place(unit.section, _blocks([unit] if side == "old" else []), _blocks([unit] if side == "new" else []))
    if unit.cells is not None:
        return whole_table(unit.cells, status, place, move)
    as_pieces = added if side == "new" else removed
    return Passage(status, unit.form, as_pieces(unit.words), move, place, as_pieces(unit.label))


def _moved_to(old: Unit, new: Unit, move: int) -> Entry:
    """A unit where it was moved to, with what changed on the way; a label is shown as it is now."""
    place = Place(new.section, (old.block,), (new.block,))
    if old.cells is not None and new.cells is not None:
        return replace(compare_tables(old.cells, new.cells, place), status="moved to", move=move)
    label = compare_words(new.label, new.label)
    return Passage("moved to", new.form, compare_words(old.words, new.words), move, place, label)


def _blocks(units: Sequence[Unit]) -> tuple[int, ...]:
    return tuple(unit.block for unit in units)
