"""Pages as the content of a PDF: every line in marked content, rules and page numbers as artifacts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from generator.typeset import Unsettable
from generator.typeset.faces import Face, Shaped
from generator.typeset.lines import Line
from generator.typeset.nodes import BLOCKS, TAGS, Node
from generator.typeset.pages import Page, Placed
from generator.typeset.style import Style
from generator.typeset.values import Color
from generator.typeset.words import Part, part_of

#: Gaps in points that nobody sees.
SEEN = 0.0005
TAGGED_BLOCKS = BLOCKS | {"table", "caption", "thead", "tbody", "tr", "th", "td"}
#: Words, and the blank after each; none inside of a word.
Run = list[tuple[Part, float | None]]


class Painter:
    """Fills pages one after the other, and grows the tag tree of what they show."""

    def __init__(self, body: Any) -> None:
        self.root = Node("Document")
        self.contents: list[str] = []
        self.used: dict[tuple[bool, bool], dict[int, str]] = {}
        self._nodes: dict[Any, Node] = {body: self.root}
        self._add_blocks(body, self.root)
        self._out: list[str] = []
        self._state: dict[str, str] = {}
        self._shown: set[Shaped] = set()
        self._runs = 0
        self._page = 0

    def add(self, page: Page) -> None:
        """Paints a page."""
        self._out, self._state, self._runs, self._page = [], {}, 0, len(self.contents)
        left, height = page.size.margins[3], page.size.height
        for placed in page.placed:
            self._rules(placed, left, height)
            for below, line in placed.strip.lines:
                self._line(line, left + line.x, height - placed.top - below - line.baseline, placed.is_repeated)
        if page.size.number:
            self._number(page, page.size.number)
        self.contents.append("\n".join(self._out))

    def _add_blocks(self, element: Any, node: Node) -> None:
        """Nodes for the blocks of the page, those without words too, in their order."""
        for kid in element:
            if kid.tag in TAGGED_BLOCKS:
                tag = kid.get("data-tag") or TAGS.get(kid.tag)
                below = Node(tag, kid) if tag else node
                if tag:
                    node.kids.append(below)
                self._nodes[kid] = below
                self._add_blocks(kid, below)

    def _node(self, element: Any) -> Node:
        """The node of an element, made when the first of its words is met; without a tag, that of the one around it."""
        node = self._nodes.get(element)
        if node is None:
            above = self._node(element.getparent())
            tag = element.get("data-tag")
            node = Node(tag, element) if tag else above
            if tag:
                above.kids.append(node)
            self._nodes[element] = node
        return node

    def _line(self, line: Line, x: float, y: float, is_repeated: bool) -> None:
        for run in _runs_of(line):
            if is_repeated:
                self._out.append("/Artifact <</Type /Pagination>> BDC")
            else:
                self._out.append(f"/Span <</MCID {self._runs}>> BDC")
                self._node(run[0][0].element).kids.append(Node("Span", page=self._page, run=self._runs))
                self._runs += 1
            x = self._show(run, x, y)
            self._out.append("EMC")

    def _show(self, run: Run, x: float, y: float) -> float:
        """Shows words of one style; returns where they end."""
        for _, same in groupby(run, key=lambda shown: shown[0].face):
            x = self._show_in_face(list(same), x, y)
        return x

    def _show_in_face(self, run: Run, x: float, y: float) -> float:
        style, face = run[0][0].style, run[0][0].face
        size, blank = style.font_size, face.blank
        start = pen = x + run[0][0].before
        shown: list[str] = []
        for part, after in run:
            gap = x + part.before - pen
            if abs(gap) > SEEN:
                shown.append(f"{-gap * 1000 / size:.2f}")
                pen += gap
            shown.append(part.shaped.hex)
            self._use(part.shaped, face)
            pen += part.shaped.width * size / 1000
            x += part.width
            if after is not None:
                shown.append(blank.hex)
                self._use(blank, face)
                pen += blank.width * size / 1000
                x += after
        rise = style.vertical_align if isinstance(style.vertical_align, float) else 0.0
        self._change("ink", f"{_ink(style.color)} rg")
        self._change("type", f"/{font_name(face.bold, face.italic)} {_short(size)} Tf")
        self._out.append(f"BT {_short(start)} {_short(y + rise)} Td[{''.join(shown)}]TJ ET")
        return x

    def _use(self, shaped: Shaped, face: Face) -> None:
        """Notes what the glyphs of a text mean. Raises Unsettable where one of them means another text already."""
        if shaped in self._shown:
            return
        self._shown.add(shaped)
        meanings = self.used.setdefault((face.bold, face.italic), {})
        for glyph, text in shaped.meanings:
            if meanings.setdefault(glyph, text) != text:
                raise Unsettable(f"{text!r} beside {meanings[glyph]!r}, which looks exactly like it")

    def _change(self, what: str, operator: str) -> None:
        """Changes the colour or the type of what follows, where it is another."""
        if self._state.get(what) != operator:
            self._state[what] = operator
            self._out.append(operator)

    def _rules(self, placed: Placed, left: float, height: float) -> None:
        if placed.strip.rules:
            self._out.append("/Artifact BMC")
        for rule in placed.strip.rules:
            self._change("ink", f"{_ink(rule.color)} rg")
            y = height - placed.top - rule.below - rule.width / 2
            edges = (left + rule.left, y, rule.right - rule.left, rule.width)
            self._out.append(f"{' '.join(map(_short, edges))} re f")
        if placed.strip.rules:
            self._out.append("EMC")

    def _number(self, page: Page, style: Style) -> None:
        """The page's number, in the middle of the margin below."""
        part = part_of(str(self._page + 1), style, None)
        _, _, bottom, left = page.size.margins
        x = left + (page.size.room[0] - part.width) / 2
        face, size = part.face, style.font_size
        middle = style.padding_bottom + (bottom - style.padding_top - style.padding_bottom) / 2
        self._out.append("/Artifact <</Type /Pagination>> BDC")
        self._show([(part, None)], x, middle - (face.ascent - face.descent) / 2 * size / 1000)
        self._out.append("EMC")


def font_name(bold: bool, italic: bool) -> str:
    """The name of a face in the content of pages."""
    return f"F{bold + 2 * italic}"


def _runs_of(line: Line) -> Iterator[Run]:
    """The words of a line, those next to each other together that are in one type and in one element."""
    run: Run = []
    for at, word in enumerate(line.words):
        last = at + 1 == len(line.words)
        joined = line.glued if last else line.words[at + 1].glued
        for part in word.parts:
            if run and (part.style is not run[0][0].style or part.element is not run[0][0].element):
                yield run
                run = []
            ends = part is word.parts[-1] and not joined
            run.append((part, (0.0 if last else line.stretch) + word.blank if ends else None))
    if run:
        yield run


def _ink(color: Color) -> str:
    return " ".join(f"{share:.3g}" for share in color)


def _short(number: float) -> str:
    """A number to the thousandth of a point."""
    return f"{number:.3f}".rstrip("0").rstrip(".")
