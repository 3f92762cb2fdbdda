"""The fee table of Form N-1A Item 3: rates by class, with totals that are computed."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, get_args

from pydantic import BeforeValidator, Field

from generator.model.by_class import WHOLE, declared_classes, label_of
from generator.model.captions import item_of
from generator.model.content import AT_KEY, At, Finding, Found, Kind
from generator.model.fee_rows import (
    ANNUAL,
    COMPUTED,
    KNOWN,
    SHAREHOLDER,
    FeeLine,
    FeeNote,
    FeeRow,
    NoteKind,
    captions_of,
    counted,
    fee_note,
    fee_row,
    figure_of,
    paid_directly,
)
from generator.model.fee_view import read_fee_notes, read_fee_rows, view_fee_notes
from generator.model.fee_working import explain_fee
from generator.model.notes import check_notes, marked, view_marks
from generator.model.values import Flag, Key, Name, Prose
from generator.model.working import Working

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

__all__ = ["ANNUAL", "SHAREHOLDER", "FeeTable"]


class FeeTable(Kind):
    """A fee table by class: rows in the form's order; `total` and `net` are computed."""

    kind: ClassVar[str] = "fee_table"

    caption: Prose = Field("", description="The table's title", examples=["Annual Fund Operating Expenses"])
    classes: tuple[Key, ...] = Field(
        (), description="Keys of the classes shown, if not all of the fund's", examples=[["A", "C"]]
    )
    rows: dict[Name, Annotated[FeeRow, BeforeValidator(fee_row)]] = Field(
        description="Rows by item; an item that the form does not have needs a caption, and is in the total unless it "
        "stands among the shareholder fees or below the total",
        min_length=1,
    )
    grouped: Flag = Field(
        True, description="no: no headings above shareholder fees and yearly expenses where the table has both"
    )
    notes: dict[Name, Annotated[FeeNote, BeforeValidator(fee_note)]] = Field(
        default_factory=dict, description="Notes by key"
    )

    def columns(self, house: House, change: Change | None) -> list[str]:
        """The keys of the classes shown; `all` alone for a fund without classes."""
        fund = house.fund_of(change)
        return list(self.classes or (fund.classes if fund else ())) or [WHOLE]

    def shown_items(self) -> list[str]:
        """The rows' items as shown: those stated, and where they are not stated the computed ones."""
        items = list(self.rows)
        annual = counted(captions_of(self.rows))
        if annual and "total" not in items:
            items.insert(items.index(annual[-1]) + 1, "total")
        if "waiver" in items and "net" not in items:
            items.insert(items.index("waiver") + 1, "net")
        return items

    def groups(self) -> dict[str, str]:
        """The headings by the item that each stands above: none unless shareholder fees come before all else."""
        items, direct = self.shown_items(), paid_directly(captions_of(self.rows))
        count = len(direct)
        if not (self.grouped and 0 < count < len(items) and tuple(items[:count]) == direct):
            return {}
        return {items[0]: "shareholder", items[count]: "annual"}

    def figure(self, item: str, class_key: str) -> Any:
        """The figure shown in a row for a class: as stated, else computed."""
        return figure_of(self.rows, item, class_key)

    def working(self, path: str, house: House, change: Change | None) -> Working | None:
        """The rows that a figure of a class adds up, what the waiver takes off, or that it is stated."""
        return explain_fee(self, path, house, change)

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Classes by name, and rows of caption or item, marks and figures; a heading's row has none."""
        columns = self.columns(house, change)
        groups = self.groups()
        rows: list[dict[str, Any]] = []
        for item in self.shown_items():
            if item in groups:
                rows.append({"item": groups[item], "caption": "", "marks": "", "figures": [{} for _ in columns]})
            rows += self._view_item(item, columns)
        return {
            "caption": self.caption,
            "classes": [{"name": label_of(key, house, change)} for key in columns],
            "rows": rows,
            "notes": view_fee_notes(self.notes),
        }

    def _view_item(self, item: str, columns: list[str]) -> Iterator[dict[str, Any]]:
        """The row of an item; one with components has a heading, theirs, and its total."""
        row, path = self.rows.get(item), f"rows.{item}"
        figures = {key: At(self.figure(item, key), f"{path}.{key}") for key in columns}
        if row is None or not row.components:
            yield self._view_row(item if item in KNOWN else "", row, path, figures)
            return
        heading = self._view_row(item, row, path, {})
        yield heading | {"marks": "", "figures": [{} for _ in columns]}
        for name, line in row.components.items():
            at = f"{path}.components.{name}"
            parts = {key: At(line.figure(key), f"{at}.{key}") for key in columns}
            yield self._view_row(name if name in KNOWN else "", line, at, parts)
        yield self._view_row(f"total_{item}", row, path, figures) | {"caption": ""}

    def _view_row(self, item: str, line: FeeLine | None, path: str, figures: dict[str, At]) -> dict[str, Any]:
        shown, at_figures = ("waived" if item == "waiver" else "amount"), line.figure_notes if line else {}
        marks = {key: view_marks(at_figures.get(key, ()), self.notes) for key in figures}
        return {
            "item": item,
            "caption": At(line.caption if line else "", f"{path}.caption"),
            "marks": At(view_marks(line.note if line else (), self.notes), f"{path}.note"),
            "figures": [
                {"shown": shown, shown: figure, "marks": At(marks[key], f"{path}.figure_notes.{key}")}
                for key, figure in figures.items()
            ],
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        items = (*KNOWN, "shareholder", "annual", "total_other_expenses")
        figures = [{"shown": ("amount", "waived"), "amount": "figure", "waived": "waived", "marks": "marks"}]
        kinds = get_args(NoteKind)
        return {
            "caption": "words",
            "classes": [{"name": "words"}],
            "rows": [{"item": items, "caption": "words", "marks": "marks", "figures": figures}],
            "notes": [{"marker": "marker", "kind": kinds, "text": "words", "ends": "date"}],
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The rows by item; a computed row is left to be computed where that gives what was read, else stated."""
        notes, keys = read_fee_notes(view.get("notes", []))
        content: dict[str, Any] = {"caption": view["caption"]} if view.get("caption") else {}
        rest = {"notes": notes} if notes else {}
        labels = [one["name"] for one in view["classes"]]
        for columns in _columns_of(labels, found):
            classes = {} if columns == [WHOLE] else {"classes": columns}
            for rows, grouped in read_fee_rows(view["rows"], columns, keys, found):
                yield content | classes | {"rows": rows} | ({} if grouped else {"grouped": "no"}) | rest

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help) that need the fund: classes, captions, notes."""
        fund = house.fund_of(change)
        if fund is None:
            yield "", "CLS-01", "the table is of no fund", "name the fund of the change: `fund: …`"
        declared = list(fund.classes) if fund else []
        for key in self.classes:
            if key not in declared:
                yield "classes", "CLS-01", f"class {key!r} is not declared", declared_classes(declared)
        columns = self.columns(house, change)
        for item, row in self.rows.items():
            yield from self._check_row(item, row, columns, declared)
            for name, line in row.components.items():
                yield from _check_line(f"rows.{item}.components.{name}", line, columns, declared, name in KNOWN)
        yield from check_notes(self.notes, marked(self))

    def _check_row(self, item: str, row: FeeRow, columns: list[str], declared: list[str]) -> Iterator[Finding]:
        path = f"rows.{item}"
        if row.components and item != "other_expenses":
            yield (
                f"{path}.components",
                "FEE-26",
                "only Other Expenses are shown with their parts",
                f"move `components:` from `{item}:` to `other_expenses:`",
            )
        computed = item in COMPUTED or bool(row.components)
        yield from _check_line(path, row, columns, declared, item in KNOWN, computed)


def _columns_of(labels: list[str], found: Found) -> Iterator[list[str]]:
    """What the columns' labels can stand for: classes, or a fund without any."""
    if len(labels) == 1:
        yield [WHOLE]
    if keys := found.class_keys(labels):
        yield keys


def _check_line(
    path: str, line: FeeLine, columns: list[str], declared: list[str], known: bool, computed: bool = False
) -> Iterator[Finding]:
    """Findings about a line: its caption, classes that nobody declared, figures that are missing."""
    if not known and not line.caption:
        name = path.rpartition(".")[2]
        likely = _item_meant(name)
        help = f"write {likely}" if likely else f"use one of {', '.join(KNOWN)}"
        message = f"{name!r} is no item of the form"
        yield path + AT_KEY, "FEE-27", message, f"{help}; an item of your own needs a caption"
    places = [(key, f"{path}.{key}{AT_KEY}") for key in line.figures if key != WHOLE]
    places += [(key, f"{path}.figure_notes.{key}{AT_KEY}") for key in line.figure_notes]
    for key, place in places:
        if key not in columns:
            yield place, "CLS-01", f"class {key!r} is not declared", declared_classes(declared)
    for key in columns:
        if not computed and line.figure(key) is None:
            yield path, "CLS-01", f"class {key!r} has no figure here", f"add {key}: 0.00%, None or N/A"


def _item_meant(name: str) -> str | None:
    """The item that a name means which is none: a slip of it, or the form's caption."""
    plain = "_".join(name.casefold().split())
    close = get_close_matches(plain, KNOWN, 1, 0.8)
    return close[0] if close else item_of(plain.replace("_", " "))
