"""Rules about the notes of tables: their marks, their order, their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.breach import Breach
from generator.checks.rules._noted import NOTE, Noted, noted, notes_apart, typed_marks
from generator.checks.subject import Subject
from generator.model.by_class import WHOLE
from generator.model.content import Grid
from generator.model.kinds.fee_table import FeeTable
from generator.patterns import late

#: A figure with a bare digit after it, as raised digits are pasted: `0.10%1` anywhere; in a cell of its own `0.67 1`,
#: `(0.37%) 1, 2`; and after the last word of a label, `Other expenses2`.
_STUCK = late(r"\d%\d(?![\d.,%])")
_STUCK_IN_CELL = late(
    r"(?<![\w.$,-])\(?\d{1,2}\.\d{2}(?:%\)?|\)%?|(?=\s))\s?\d(?:,\s?\d)*$|(?:^|(?<=\s))\(?[A-Z]?[a-z]{3,}\)?\d(?:,\s?\d)*$"
)
_CLASSES = late(r"\b[Cc]lass(?:es)?\s+(?P<names>[A-Z]\d?\b(?:(?:,|,? and|,? or)\s+(?:Class\s+)?[A-Z]\d?\b)*)")
_CLASS = late(r"\b[A-Z]\d?\b")


def unmarked(subject: Subject) -> Iterator[Breach]:
    """A note below a table is marked nowhere in it.

    FN-02 | warning | certain | house rule: a note belongs to a place in its table

    Every key under `notes:` stands in a `note:` of the same table, or in the `figure_notes:` of a fee table.

    Why: a reader meets a mark at the foot of the table and looks for it above in vain.

    Fails:

        notes:
          assets: Net assets are counted daily.

    Mend: add `note:` with its key to the row, the cell or the name that it is about.
    """
    for table in noted(subject):
        for key in table.notes:
            if key not in table.used:
                message = f"the note {key!r} is not marked anywhere"
                at_figure = (
                    f", or figure_notes: {{…: {key}}} to the row" if isinstance(table.placed.body, FeeTable) else ""
                )
                yield Breach(f"{table.path}.notes.{key}", message, f"add note: {key} where it belongs{at_figure}")


def same_mark(subject: Subject) -> Iterator[Breach]:
    """Two notes of one table have the same mark.

    FN-03 | error | certain | house rule: a mark means one thing in a table

    Compares the marks that the author gave; those that are computed differ.

    Why: nobody can tell which of the two is meant.

    Fails:

        notes:
          waived: {marker: "(1)", text: Part of the fee is waived.}
          capped: {marker: "(1)", text: Expenses are limited.}

    Mend: give each its own mark, or leave `marker:` out and it is numbered.
    """
    for table in noted(subject):
        first: dict[str, str] = {}
        for key, note in table.notes.items():
            if note.marker and note.marker in first:
                also = ((f"{table.path}.notes.{first[note.marker]}", "the first one"),)
                message = f"two notes have the mark {note.marker}"
                yield Breach(f"{table.path}.notes.{key}.marker", message, "give each its own", also)
            elif note.marker:
                first[note.marker] = key


def out_of_order(subject: Subject) -> Iterator[Breach]:
    """Notes stand below the table in another order than their marks in it.

    FN-04 | warning | certain | house rule: notes are numbered as they are met

    Reads the table row by row, each row from its label on, and compares the order in which notes are first marked
    with that in which they are declared.

    Why: a reader meets (2) before (1).

    Fails:

        management_fee: {all: 0.65%, note: waived}
        other_expenses: {all: 0.10%, note: capped}
        notes:
          capped: Expenses are limited.
          waived: Part of the fee is waived.

    Mend: declare the notes in the order of their marks.
    """
    for table in noted(subject):
        order = [key for key in table.notes if key in table.used]
        wrong = next((key for key, met in zip(order, table.used, strict=False) if key != met), None)
        if wrong:
            met = table.used[order.index(wrong)]
            message = f"the table marks {table.marks[met]} where {table.marks[wrong]} should come"
            place = next(at for at, keys in table.places if met in keys)
            yield Breach(
                f"{table.path}.notes.{wrong}", message, f"declare {met} before {wrong}", ((place, "met here"),)
            )


def two_styles(subject: Subject) -> Iterator[Breach]:
    """One table has marks of two styles.

    FN-05 | warning | certain | house rule: stars, numbers or letters, in one table one of them

    Looks at the marks of the notes that a table uses. Other tables may have other styles.

    Why: a star among numbers looks like a note of another kind, or of another table.

    Fails:

        notes:
          waived: {marker: "*", text: Part of the fee is waived.}
          capped: Expenses are limited.

    Mend: leave `marker:` out of all of them, or give all of them one style.
    """
    for table in noted(subject):
        styles = {key: _style(mark) for key, mark in table.marks.items() if key in table.used}
        for one, other in pairwise(styles):
            if styles[one] != styles[other]:
                message = f"{table.marks[other]} beside {table.marks[one]} in one table"
                also = ((f"{table.path}.notes.{one}", "the other style"),)
                yield Breach(f"{table.path}.notes.{other}", message, also=also)
                break


def twice(subject: Subject) -> Iterator[Breach]:
    """Two notes of one table say the same.

    FN-09 | info | certain | house rule: a note may be marked in several places

    Compares the words of a table's notes.

    Why: a reader looks for the difference.

    Fails:

        notes:
          waived: Part of the fee is waived.
          also: Part of the fee is waived.

    Mend: keep one, and mark it in both places.
    """
    for table in noted(subject):
        first: dict[str, str] = {}
        for key, note in table.notes.items():
            said = " ".join(note.text.split()).casefold()
            if said and said in first:
                help = f"delete it, and write note: {first[said]} where {key} is marked"
                also = ((f"{table.path}.notes.{first[said]}", "the same words"),)
                yield Breach(f"{table.path}.notes.{key}", f"{key!r} says what {first[said]!r} says", help, also)
            first.setdefault(said, key)


def mark_in_words(subject: Subject) -> Iterator[Breach]:
    """The words of a note begin with a mark.

    FN-14 | warning | certain | house rule: marks are made by the table

    Looks at the beginning of each note, also for the bare number of the mark that the note has.

    Why: the mark is printed twice, and the second one is wrong as soon as notes are numbered anew.

    Fails:

        notes:
          waived: (1) Part of the fee is waived.

    Mend: delete the mark from the words.
    """
    for table in noted(subject):
        for key, note in table.notes.items():
            if found := NOTE.match(note.text) or _bare(table.marks[key], note.text):
                message = f"the note begins with {found['mark']}, and is marked {table.marks[key]}"
                yield Breach(f"{table.path}.notes.{key}.text", message, words=found[0].rstrip(), mend="")


def unfinished(subject: Subject) -> Iterator[Breach]:
    """A note is no sentence.

    FN-15 | info | likely | house rule: notes are sentences

    Looks for a full stop at the end of each note of several words.

    Why: a note that breaks off looks as if words were lost.

    Fails:

        notes:
          waived: Part of the fee is waived through April 2027

    Mend: end it with a full stop.
    """
    for table in noted(subject):
        for key, note in table.notes.items():
            if note.text.count(" ") > 3 and not re.search(r"[.!?:;)\]][\"\u201d\u2019']*$", note.text):
                path = f"{table.path}.notes.{key}.text"
                yield Breach(path, f"the note ends in {note.text.split()[-1]!r}", mend=f"{note.text}.")


def stuck(subject: Subject) -> Iterator[Breach]:
    """A digit that marks a note stands directly after a figure or the last word of a label.

    FN-07 | warning | likely | EDGAR text has no raised digits: EDGAR Filer Manual II, 5.2.1

    Looks at the cells and labels of tables, and at percentages anywhere, for a single digit after the figure or word.

    Why: in plain text 0.10% with a raised 1 reads as 0.10%1, and 0.67 with one as 0.671.

    Fails:

        rows: [[Other Expenses, 0.10%1, 0.10%]]

    Mend: take the digit out and give the cell a note: `{text: 0.10%, note: key}`; of a fee table, give the row one.
    """
    for one in subject.words:
        found = _STUCK.search(one.text) if "%" in one.text else None
        if not found and (one.role == "cell" or one.path.endswith(".caption")):
            found = _STUCK_IN_CELL.search(one.text)
        if found:
            what = "figure" if "." in found[0] or "%" in found[0] else "word"
            yield Breach(one.path, f"{found[0]!r} reads as one {what}", words=found[0])


def no_note(subject: Subject) -> Iterator[Breach]:
    """A label or a cell ends in a mark that no note of the table has.

    FN-11 | warning | likely | house rule: every mark has a note

    Looks at the words of tables for stars, daggers and small numbers or letters in parentheses at the end, where the
    table has no note of that mark; one at a sum or in a list of several, as (1) before (2), is left alone.

    Why: a reader looks for the note at the foot of the table in vain.

    Fails:

        management_fee: {all: 0.65%, caption: Management Fee*}

    Mend: take the mark out of the words, and add `note:` and the note; or delete it.
    """
    for table in noted(subject):
        known = set(table.marks.values())
        apart = notes_apart(subject, table)
        for path, mark in typed_marks(table):
            if mark not in {*known, *apart} and not _lists(table.placed.body):
                yield Breach(path, f"the words end in {mark}, and the table has no such note", words=mark)


def orphaned(subject: Subject) -> Iterator[Breach]:
    """A note stands apart from the table that it belongs to.

    FN-06 | warning | likely | house rule: notes stand at their table

    Looks for paragraphs that begin with a mark that some table above ends a label with, and has no note for, after a
    heading or in another change.

    Why: the note is read as a part of the section in which it stands.

    Fails:

        - section: Management
          content: "* Part of the fee is waived."

    Mend: make it a note of the table.
    """
    for table in noted(subject):
        for mark, (path, far) in notes_apart(subject, table).items():
            if far:
                message = f"this looks like the note {mark} of a table above"
                yield Breach(path, message, also=((table.path, "the table"),), words=mark)


def other_class(subject: Subject) -> Iterator[Breach]:
    """A note of a fee table speaks of a class that the table does not have.

    FN-08 | warning | likely | house rule: a note is about its table

    Looks for "Class" and a name in the notes of fee tables, and in those of tables of words that have classes for
    columns.

    Why: the note was copied from another fund's table.

    Fails:

        notes:
          waived: The fee of Class R shares is waived in part.

    Mend: name a class of the table, or show the class.
    """
    for table in noted(subject):
        shown = _classes(subject, table)
        for key, note in table.notes.items() if shown else ():
            for found in _CLASSES.finditer(note.text):
                if strange := [one for one in _CLASS.findall(found["names"]) if one.lower() not in shown]:
                    message = f"the table has no Class {strange[0]}"
                    yield Breach(f"{table.path}.notes.{key}.text", message, words=found[0])
                    break


def _bare(mark: str, text: str) -> re.Match[str] | None:
    """The number of a mark at the beginning of a note, without parentheses, as raised digits are pasted."""
    number = mark.strip("()")
    return re.match(rf"(?P<mark>{number})[.)]?\s+(?=[A-Z\u201c\"])", text) if number.isdecimal() else None


def _style(mark: str) -> str:
    """The style of a mark: stars, numbers or letters."""
    return "stars" if "*" in mark else "numbers" if any(one.isdigit() for one in mark) else "letters"


def _lists(body: object) -> bool:
    """Whether the rows of a table are numbered themselves: (1), (2) at the ends of labels are then no marks."""
    if not isinstance(body, Grid):
        return False
    return sum(bool(re.search(r"\(\d\)", row[0].text)) for row in body.rows if row) > 2


def _classes(subject: Subject, table: Noted) -> set[str]:
    """The names of the classes of a table in small letters, without the word class; none where it has no classes."""
    house, change = subject.house, table.placed.change
    fund = house.fund_of(change)
    match table.placed.body:
        case FeeTable() as fees if fund and fund.classes:
            columns = [key for key in fees.columns(house, change) if key != WHOLE and key in fund.classes]
            names = [*columns, *(fund.classes[key].name for key in columns)]
        case Grid() as grid:
            names = [cell.text for cell in grid.head if cell.text.startswith("Class ")]
        case _:
            return set()
    return {word.lower() for name in names for word in re.findall(r"\w+", name) if word != "Class"}
