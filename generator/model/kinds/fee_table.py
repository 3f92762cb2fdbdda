"""The fee table of Form N-1A Item 3: rates by class, with totals that are computed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer

from generator.model.content import At, Found, Kind, NoteKeys, Notes
from generator.model.entities import Model
from generator.model.notes import NOTES, check_notes, notes_from_view, split_marks, view_marks, view_notes
from generator.model.shapes import Shape
from generator.model.values import NONE, Dollars, Key, Name, Prose, read_money, read_rate, spell

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: Fees paid directly from an investment; they are in no total (Item 3, Shareholder Fees).
SHAREHOLDER = (
    "front_load",
    "deferred_load",
    "reinvested_load",
    "redemption_fee",
    "exchange_fee",
    "account_fee",
)
#: Yearly expenses in the form's order (Item 3, Annual Fund Operating Expenses).
ANNUAL = ("management_fee", "distribution_12b1", "other_expenses", "acquired_fund_fees")
COMPUTED = ("total", "net")
ITEMS = (*SHAREHOLDER, *ANNUAL, "total", "waiver", "net")


def _figure(value: Any) -> Any:
    return read_money(value) if isinstance(value, str) and value.startswith("$") else read_rate(value)


Figure = Annotated[Any, BeforeValidator(_figure), PlainSerializer(spell)]


def _row(value: Any) -> Any:
    """A bare figure is the figure of every class."""
    return {"all": value} if isinstance(value, str) else value


class FeeRow(Model):
    """A row: a figure for each class by its key, or `all`."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Figure]

    caption: Prose = Field("", description="The row's label, if not the form's", examples=["Management Fee"])
    note: NoteKeys = Field((), description="Keys of the notes marked at the label")

    @property
    def figures(self) -> dict[str, Any]:
        """The stated figures by class key."""
        return self.__pydantic_extra__ or {}

    def figure(self, class_key: str) -> Any:
        """The figure stated for a class, or None."""
        return self.figures.get(class_key, self.figures.get("all"))


class FeeTable(Kind):
    """A fee table by class: rows in the form's order; `total` and `net` are computed."""

    kind: ClassVar[str] = "fee_table"

    caption: Prose = Field("", description="The table's title", examples=["Annual Fund Operating Expenses"])
    classes: tuple[Key, ...] = Field((), description="Keys of the classes shown, if not all of the fund's")
    rows: dict[Name, Annotated[FeeRow, BeforeValidator(_row)]] = Field(
        description="Rows by item; an item that the form does not have needs a caption", min_length=1
    )
    notes: Notes = Field(default_factory=dict, description="Notes by key")

    def shown_classes(self, house: House, change: Change | None) -> dict[str, str]:
        """The names of the classes shown, by key."""
        fund = house.fund_of(change)
        declared = {key: one.name for key, one in fund.classes.items()} if fund else {}
        return {key: declared.get(key, key) for key in (self.classes or declared)}

    def shown_items(self) -> list[str]:
        """The rows' items as shown: those stated, and where they are not stated the computed ones."""
        items = list(self.rows)
        annual = [item for item in items if item not in SHAREHOLDER and item not in ("waiver", *COMPUTED)]
        if annual and "total" not in items:
            items.insert(items.index(annual[-1]) + 1, "total")
        if "waiver" in items and "net" not in items:
            items.insert(items.index("waiver") + 1, "net")
        return items

    def computed(self, item: str, class_key: str) -> Any:
        """The total of the yearly rows, or that less the waiver, for one class; None where nothing adds up."""
        if item == "net":
            total, waiver = self.figure("total", class_key), self.figure("waiver", class_key)
            return total - (waiver if isinstance(waiver, Decimal) else 0) if isinstance(total, Decimal) else total
        rows = [row for key, row in self.rows.items() if key not in (*SHAREHOLDER, "waiver", *COMPUTED)]
        amounts = [f for row in rows if isinstance(f := row.figure(class_key), Decimal) and not isinstance(f, Dollars)]
        return sum(amounts, Decimal("0.00")) if amounts else NONE

    def figure(self, item: str, class_key: str) -> Any:
        """The figure shown in a row for a class: as stated, else computed."""
        stated = self.rows[item].figure(class_key) if item in self.rows else None
        return self.computed(item, class_key) if stated is None and item in COMPUTED else stated

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Classes by name, and rows of caption or item, marks and figures."""
        classes = self.shown_classes(house, change)
        declared = f"/registrant.funds.{house.fund_key_of(change)}.classes"
        return {
            "caption": self.caption,
            "classes": [{"name": At(name, f"{declared}.{key}.name")} for key, name in classes.items()],
            "rows": [self._view_row(item, list(classes)) for item in self.shown_items()],
            "notes": view_notes(self.notes),
        }

    def _view_row(self, item: str, classes: list[str]) -> dict[str, Any]:
        row = self.rows.get(item)
        figures = [At(self.figure(item, key), f"rows.{item}.{key}") for key in classes]
        return {
            "item": item if item in ITEMS else "",
            "caption": At(row.caption if row else "", f"rows.{item}.caption"),
            "marks": At(view_marks(row.note if row else (), self.notes), f"rows.{item}.note"),
            "figures": [{"waived" if item == "waiver" else "amount": figure} for figure in figures],
        }

    @classmethod
    def shape(cls) -> dict[str, Shape]:
        """The names and types of what `view` gives."""
        return {
            "caption": "words",
            "classes": [{"name": "words"}],
            "rows": [
                {
                    "item": ITEMS,
                    "caption": "words",
                    "marks": "marks",
                    "figures": [{"waived": "waived", "amount": "figure"}],
                }
            ],
            "notes": NOTES,
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The rows by item; a computed row is left to be computed where that gives what was read, else stated."""
        notes, keys = notes_from_view(view.get("notes", []))
        classes = found.class_keys([one["name"] for one in view["classes"]])
        rows: dict[str, dict[str, Any]] = {}
        for index, row in enumerate(view["rows"], 1):
            item = row.get("item") or found.fee_item(row.get("caption", "")) or f"row-{index}"
            if item in rows and row.get("caption"):  # the form has the item once
                item = f"row-{index}"
            if item in rows or len(row["figures"]) != len(classes) or not classes:
                return
            one: dict[str, Any] = {"caption": row["caption"]} if row.get("caption") else {}
            one |= {key: f.get("amount") or f.get("waived") for key, f in zip(classes, row["figures"], strict=True)}
            if marks := split_marks(row.get("marks", "")):
                one["note"] = [keys[mark] for mark in marks if mark in keys]
            rows[item] = one
        content: dict[str, Any] = {"caption": view["caption"]} if view.get("caption") else {}
        content["classes"] = classes
        rest = {"notes": notes} if notes else {}
        unstated = {item: _without(row, classes) if item in COMPUTED else row for item, row in rows.items()}
        left_out = {item: row for item, row in unstated.items() if item not in COMPUTED or row}
        for candidate in (left_out, unstated, rows):
            if candidate:
                yield content | {"rows": candidate} | rest

    def check(self, house: House, change: Change | None) -> Iterator[tuple[str, str, str, str]]:
        """Findings (path, code, message, help) that need the fund: classes, captions, notes, stated totals."""
        fund = house.fund_of(change)
        declared = list(fund.classes) if fund else []
        shown = list(self.shown_classes(house, change))
        if not shown:
            yield (
                "",
                "CLS-01",
                "the table has no classes",
                "declare the fund's classes, and name the fund of the change",
            )
        for key in self.classes:
            if key not in declared:
                yield "classes", "CLS-01", f"class {key!r} is not declared", _declared(declared)
        for item, row in self.rows.items():
            yield from self._check_row(item, row, shown, declared)
        yield from check_notes(self.notes, [row.note for row in self.rows.values()])

    def _check_row(
        self, item: str, row: FeeRow, shown: list[str], declared: list[str]
    ) -> Iterator[tuple[str, str, str, str]]:
        if item not in ITEMS and not row.caption:
            yield (
                f"rows.{item}",
                "FEE-02",
                f"{item!r} is no item of the form",
                f"use one of {', '.join(ITEMS)}, or add a caption",
            )
        for key in row.figures:
            if key != "all" and key not in shown:
                yield f"rows.{item}.{key}", "CLS-01", f"class {key!r} is not declared", _declared(declared)
        for key in shown:
            if item not in COMPUTED and row.figure(key) is None:
                yield f"rows.{item}", "CLS-01", f"class {key!r} has no figure here", f"add {key}: 0.00%, None or N/A"
            stated = row.figure(key)
            if item in COMPUTED and stated is not None and stated != self.computed(item, key):
                wanted = spell(self.computed(item, key))
                code = "NUM-01" if item == "total" else "NUM-02"
                yield (
                    f"rows.{item}.{key}",
                    code,
                    f"{spell(stated)} is stated, {wanted} computed",
                    (f"write {wanted}, or delete the figure and it will be computed"),
                )


def _declared(classes: list[str]) -> str:
    return f"use one of {', '.join(classes)}" if classes else "declare classes under the fund, in the registrant's file"


def _without(row: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in keys}
