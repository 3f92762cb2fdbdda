"""A style sheet: its rules, which of them an element meets, and the style that it has by them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.patterns import late
from generator.typeset import Unsettable
from generator.typeset.declared import Declarations, declarations
from generator.typeset.page_sizes import named, page_sizes
from generator.typeset.roles import look_readable
from generator.typeset.style import Style, look_settable, styled

#: What HTML's elements look like before any sheet (the part of the usual sheet of browsers that is met here).
USUAL = """
html, body, section, div, p, h1, h2, h3, h4 { display: block }
body { margin: 8px }
p { margin: 1em 0 }
h1 { font-size: 2em; margin: .67em 0 }
h2 { font-size: 1.5em; margin: .83em 0 }
h3 { font-size: 1.17em; margin: 1em 0 }
h4 { margin: 1.33em 0 }
h1, h2, h3, h4 { font-weight: bold; break-after: avoid; break-inside: avoid }
b, th { font-weight: bold }
i { font-style: italic }
table { display: table; text-indent: 0; border-spacing: 2px }
caption { display: table-caption }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tr { display: table-row; vertical-align: inherit }
td, th { display: table-cell; vertical-align: inherit }
caption, th { text-align: center }
td, th { padding: 1px }
"""

_COMPOUND = late(r"(?P<tag>[a-z][a-z0-9]*)?(?P<classes>(?:\.[\w-]+)*)(?::(?P<place>first|last)-child)?")
#: More kinds of elements than a sheet tells apart; widths stated in the page make more, and are then forgotten.
MOST_KINDS = 4000


@dataclass(frozen=True, slots=True)
class Compound:
    """What an element must be, and how the element that is named before it must stand to it: ` `, `>` or `+`."""

    tag: str
    classes: frozenset[str]
    place: str
    bond: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A selector, from the element itself outwards, its weight, and what it declares."""

    compounds: tuple[Compound, ...]
    weight: tuple[int, int, int]
    declared: Declarations


@dataclass(eq=False, slots=True)
class Kind:
    """Elements that no rule tells apart: what they are, where they stand, and the style that they share."""

    tag: str
    classes: frozenset[str]
    first: bool
    last: bool
    parent: Kind | None
    before: Kind | None
    style: Style
    kids: dict[tuple[object, ...], Kind] = field(default_factory=dict)


class Sheet:
    """The rules of a style sheet. Raises Unsettable where it says what is not set here.

    `usual` is the style of a page whose root states none of its own, and that of the numbers of `pages`.
    """

    def __init__(self, css: str) -> None:
        import tinycss2
        from lxml.etree import Element

        self._rulings: list[Ruling] = []
        pages: list[tuple[str, Any]] = []
        for origin, text in enumerate((USUAL, css)):
            for item in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
                if item.type == "qualified-rule":
                    self._add(tinycss2.serialize(item.prelude), declarations(item.content), origin)
                elif item.type == "at-rule" and item.lower_at_keyword == "page" and item.content is not None:
                    pages.append((named(tinycss2.serialize(item.prelude)), item.content))
                else:
                    raise Unsettable(f"a rule of the style sheet in line {item.source_line}")
        self._rulings.sort(key=lambda ruling: ruling.weight)
        self._count = 0
        self._root = self._empty_root()
        self.usual = self.kind(Element("html"), self._root, None, True, True).style
        self.pages = page_sizes(pages, self.usual)

    def root(self) -> Kind:
        """What stands above the page's first element."""
        if self._count > MOST_KINDS:
            self._count, self._root = 0, self._empty_root()
        return self._root

    def kind(self, element: Any, parent: Kind, before: Kind | None, first: bool, last: bool) -> Kind:
        """The kind of an element of the page; its style is worked out when one of its kind is met first."""
        beside = before and (before.tag, before.classes, before.first)
        key = (element.tag, element.get("class"), element.get("style"), first, last, beside)
        found = parent.kids.get(key)
        if found is None:
            self._count += 1
            classes = frozenset((element.get("class") or "").split())
            found = Kind(element.tag, classes, first, last, parent, before, parent.style)
            declared = [pair for ruling in self._rulings if _meets(found, ruling.compounds) for pair in ruling.declared]
            found.style = styled(parent.style, [*declared, *_stated(element.get("style"))])
            look_readable(element.tag, found.style)
            parent.kids[key] = found
        return found

    def kinds(self, element: Any, kids: list[Any], kind: Kind) -> Iterator[tuple[Any, Kind]]:
        """The elements in an element, each with its kind. Raises Unsettable where text stands between them."""
        if any(text and text.strip(" \t\r\n\f") for text in (element.text, *(kid.tail for kid in kids))):
            raise Unsettable(f"text beside blocks in a {element.tag}")
        before = None
        for at, kid in enumerate(kids):
            before = self.kind(kid, kind, before, at == 0, at == len(kids) - 1)
            yield kid, before

    def _empty_root(self) -> Kind:
        return Kind("", frozenset(), True, True, None, None, Style())

    def _add(self, selectors: str, declared: Declarations, origin: int) -> None:
        for name, text in declared:
            look_settable(name, text)
        for selector in selectors.split(","):
            compounds = tuple(_compounds(selector.strip()))
            classes = sum(len(one.classes) + bool(one.place) for one in compounds)
            weight = (origin, classes, sum(bool(one.tag) for one in compounds))
            self._rulings.append(Ruling(compounds, weight, declared))


def _stated(style: str | None) -> Declarations:
    return declarations(style) if style else ()


def _compounds(selector: str) -> Iterator[Compound]:
    """A selector's parts, the last first. Of the elements before an element only the nearest is known to its kind.

    Where a part is missing CSS leaves out the whole rule: that is not set here either.
    """
    bond = ""
    if selector.count("+") > 1:
        raise Unsettable(f"the selector {selector}")
    for part in reversed(selector.split()):
        if part in (">", "+") and bond == " ":
            bond = part
            continue
        found = _COMPOUND.fullmatch(part)
        if not found:
            raise Unsettable(f"the selector {selector}")
        yield Compound(
            found["tag"] or "", frozenset(filter(None, found["classes"].split("."))), found["place"] or "", bond
        )
        bond = " "
    if bond != " ":
        raise Unsettable(f"the selector {selector or 'of nothing'}")


def _meets(kind: Kind | None, compounds: tuple[Compound, ...]) -> bool:
    """Whether an element is what the first part says, and what stands around it what the others say."""
    if not compounds:
        return True
    if kind is None or not _is(kind, compounds[0]):
        return False
    if len(compounds) == 1:
        return True
    bond = compounds[1].bond
    if bond == "+":
        return _meets(kind.before, compounds[1:])
    above = kind.parent
    while bond == " " and above is not None and not _meets(above, compounds[1:]):
        above = above.parent
    return _meets(above, compounds[1:])


def _is(kind: Kind, compound: Compound) -> bool:
    in_place = not compound.place or (kind.first if compound.place == "first" else kind.last)
    return in_place and compound.tag in ("", kind.tag) and compound.classes <= kind.classes
