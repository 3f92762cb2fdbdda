"""The blocks that a change brings: prose kinds, and the typed kinds that each have a file in `kinds/`.

A block is written as a mapping with one key, its kind (`- fee_table: …`); a bare text is a paragraph. A
typed kind is data plus wording: its class here and its template `wording/<kind>/house.md` are all it takes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Protocol, TypeAlias, Union

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, create_model
from pydantic_core import PydanticCustomError, core_schema

from generator.model.entities import Model
from generator.model.shapes import Shape, shape_of
from generator.model.values import Flag, Name, Prose
from generator.model.working import Working, stated

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


#: A finding of the model: the path below the block, code, message, help.
Finding: TypeAlias = tuple[str, str, str, str]
#: At the end of a finding's path: it is about the key there, not about its value.
AT_KEY = "[key]"


class Found(Protocol):
    """What reading back has met so far, for a kind to refer to by key."""

    fund: str | None  # the key of the fund in question

    def fund_key(self, name: str) -> str:
        """The key of the fund of a name; declared if it was not."""

    def class_keys(self, names: list[str]) -> list[str]:
        """The keys of the classes of these names, declared with the fund in question; empty without a fund."""

    def person_key(self, person: dict[str, Any]) -> str:
        """The key under which a person is declared."""

    def fee_item(self, caption: str) -> str | None:
        """The item of the form that a fee table's caption means."""


class Kind(Model):
    """A typed kind of content. Subclasses name themselves and give the two sides of their wording.

    `view` says what the wording templates may speak of, `shape` gives its names and types; `from_view` turns what
    reading a template backwards found into what an author would have written. They are inverse:
    `from_view(view(x))` is `x` without what is not visible. A kind whose wording speaks of its own fields needs none.
    """

    kind: ClassVar[str]
    form: Name = Field("house", description="The wording, a file of wording/<kind>/", examples=["house"])

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """What the kind's wording template may speak of: its own fields, unless a kind says otherwise."""
        return {field: At(getattr(self, field), field) for field in type(self).model_fields if field != "form"}

    @classmethod
    def shape(cls) -> dict[str, Shape]:
        """The names and types of what `view` gives."""
        return shape_of(cls)

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """What an author may have written for what was read, the plainest first."""
        yield {field: as_written(view[field]) for field in cls.model_fields if view.get(field) is not None}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings that need the registrant: references to what nobody declared, contradictions."""
        return iter(())

    def working(self, path: str, house: House, change: Change | None) -> Working | None:
        """How the figure at a path below it came about; None where there is no figure."""
        return stated(self, path)

    def visible(self, house: House, change: Change | None) -> Any:
        """What a reader of any format can see of it, without keys."""
        return plain(self.view(house, change))


def as_written(view: Any) -> Any:
    """Values that were read as an author would write them: flags in words, nothing for nothing."""
    match view:
        case True | False:
            return "yes" if view else "no"
        case dict():
            return {key: as_written(value) for key, value in view.items() if value is not None}
        case list():
            return [as_written(value) for value in view if value is not None]
        case _:
            return view


class At:
    """A value in a view that stands elsewhere in the content than in the view."""

    __slots__ = ("path", "value")

    def __init__(self, value: Any, path: str) -> None:
        self.value, self.path = value, path


def plain(view: Any) -> Any:
    """A view without the places of its values."""
    match view:
        case At():
            return plain(view.value)
        case dict():
            return {key: plain(value) for key, value in view.items()}
        case list() | tuple():
            return [plain(value) for value in view]
        case BaseModel():
            return view.model_dump(exclude_none=True)
        case _:
            return view


def listed(value: Any) -> Any:
    """A bare text stands for a list of one."""
    return [value] if isinstance(value, str) else value


#: Keys of the notes that are marked at a label or cell.
NoteKeys: TypeAlias = Annotated[tuple[Name, ...], BeforeValidator(listed)]


class GridCell(Model):
    """A cell with a note."""

    text: Prose = Field(description="The cell's words", examples=["0.86%"])
    note: NoteKeys = Field((), description="Keys of the notes marked at it", examples=["waiver"])


def _cell(value: Any) -> Any:
    """A bare text is a cell without a note."""
    return {"text": value} if isinstance(value, str) else value


Cell: TypeAlias = Annotated[GridCell, BeforeValidator(_cell)]


class TableNote(Model):
    """A note below a table."""

    marker: Name | None = Field(None, description="Its mark, if not the next number", examples=["*", "(1)"])
    text: Name = Field(description="What it says", examples=["Restated to show current fees."])


def _note(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Notes: TypeAlias = dict[Name, Annotated[TableNote, BeforeValidator(_note)]]


class Grid(Model):
    """A table whose meaning the tool does not know."""

    caption: Prose = Field("", description="The table's title", examples=["Sales Charges"])
    head: tuple[Cell, ...] = Field((), description="Column headings")
    rows: tuple[tuple[Cell, ...], ...] = Field(description="Rows of cells", min_length=1)
    notes: Notes = Field(default_factory=dict, description="Notes by key")


def _list_of(description: str, *items: str) -> tuple[Any, Any]:
    examples = [list(items or ("One item;", "another."))]
    return tuple[Name, ...], Field(description=description, min_length=1, examples=examples)


#: The kinds of prose: what each one's key holds. They have no wording: they are the author's words.
PROSE: dict[str, tuple[Any, Any]] = {
    "paragraph": (Prose, Field(description="A paragraph", examples=["The Fund is closed to new investors."])),
    "centered": (Name, Field(description="A centred line", examples=["* * *"])),
    "heading": (Name, Field(description="A heading below the section's, or below none", examples=["Principal Risks"])),
    "subheading": (Name, Field(description="A smaller heading, below another or below none", examples=["Market Risk"])),
    "bullets": _list_of("A bulleted list"),
    "numbered": _list_of("A list numbered 1., 2., 3."),
    "lettered": _list_of("A list lettered (a), (b), (c)"),
    "roman": _list_of("A list numbered (i), (ii), (iii)"),
    "lines": _list_of("Lines that stay lines, without marks: an address, names", "Example Funds", "P.O. Box 701"),
    "table": (Grid, Field(description="A table of words or figures without a kind of its own")),
    "page_break": (Flag, Field(description="yes: the next block starts a new page")),
}


def _typed_kinds() -> dict[str, type[Kind]]:
    """The classes in `kinds/`, by their kind: being there is being registered."""
    from generator.model import kinds

    found: dict[str, type[Kind]] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(kinds.__path__)):
        for value in vars(importlib.import_module(f"{kinds.__name__}.{module}")).values():
            if isinstance(value, type) and issubclass(value, Kind) and "kind" in vars(value):
                found[value.kind] = value
    return found


KINDS: dict[str, type[Kind]] = _typed_kinds()


class Block(BaseModel):
    """A block of content: a mapping with one key, its kind."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @property
    def kind(self) -> str:
        """The block's only key."""
        return next(iter(type(self).model_fields))

    @property
    def body(self) -> Any:
        """What stands under the key."""
        return getattr(self, self.kind)


def _block(value: Any) -> Any:
    if isinstance(value, str):
        return {"paragraph": value}
    if isinstance(value, Block):
        return value
    if not isinstance(value, dict) or len(value) != 1:
        message, help = "a block is one kind and what it holds", "write one `- kind: …` per block"
        at = _one_too_many(value) if isinstance(value, dict) else ""
        context = {"message": message, "help": help, "code": "SEC-07"} | ({"at": at} if at else {})
        raise PydanticCustomError("content", "{message}", context)
    return value


def _one_too_many(block: dict[str, Any]) -> str:
    """The key that makes a block no block: one that is no kind, else the second."""
    unknown = [key for key in block if key not in PROSE and key not in KINDS]
    return next(iter(unknown), next(iter(list(block)[1:]), ""))


def _kind_of(value: Any) -> str:
    return value.kind if isinstance(value, Block) else next(iter(value))


class _WhenMet:
    """A block's validator is made when one of its kind is met: of all kinds a supplement has few.

    Whoever walks the schema finds the block's own under `model` in the metadata.
    """

    @staticmethod
    def __get_pydantic_core_schema__(block: type[Block], _handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(block.model_validate, metadata={"model": block})


def _block_type(kind: str, body: tuple[Any, Any]) -> Any:
    block = create_model(f"{kind} block", __base__=Block, **{kind: body})  # type: ignore[call-overload]
    return Annotated[block, _WhenMet(), Tag(kind)]


_BLOCKS: list[Any] = [_block_type(kind, body) for kind, body in PROSE.items()]
_BLOCKS += [
    _block_type(name, (kind, Field(description=(kind.__doc__ or "").split("\n")[0]))) for name, kind in KINDS.items()
]
_Union: Any = Union[tuple(_BLOCKS)]  # noqa: UP007 - of a list

_known = ", ".join([*PROSE, *KINDS])
_AnyBlock: Any = Annotated[
    _Union,
    Discriminator(
        _kind_of,
        custom_error_type="content",
        custom_error_message="there is no such kind of block",
        custom_error_context={"code": "SEC-07", "help": f"write one of: {_known}", "known": _known},
    ),
    BeforeValidator(_block),
]


def _blocks(value: Any) -> Any:
    """A bare text or a single block stands for a list of one."""
    return [value] if isinstance(value, str | dict) else value


if TYPE_CHECKING:
    Content: TypeAlias = tuple[Block, ...]
else:
    Content = Annotated[tuple[_AnyBlock, ...], BeforeValidator(_blocks)]
