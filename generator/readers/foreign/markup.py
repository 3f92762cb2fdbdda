"""From a filer's HTML to pieces: what a browser would show, in its order, whatever the tags are."""

from __future__ import annotations

from lxml import etree

from generator.errors import UnreadableFile
from generator.readers.foreign.flow import Flow
from generator.readers.foreign.html_tables import HtmlTable
from generator.readers.foreign.marks import roman
from generator.readers.foreign.pieces import Piece
from generator.readers.foreign.styles import Style, ends_page, shows_no_marks, styled

#: Some thirty times what a long prospectus has; it bounds the time that a hostile file can take.
MOST_TAGS = 100_000
_BLOCKS = frozenset({
    "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "dir", "div", "dl", "dt", "fieldset",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "listing", "main", "menu", "nav", "ol",
    "p", "page", "plaintext", "pre", "section", "ul", "xmp",
})  # fmt: skip


def html_pieces(html: str) -> tuple[list[Piece], float]:
    """The pieces of an HTML document, and the size in points that most of its words have.

    UnreadableFile where there are more tags, or more of them inside one another, than any filing has.
    """
    walk = _Walk()
    for event, element in etree.iterwalk(_tree(html), events=("start", "end")):
        if event == "start":
            walk.begin(element)
        else:
            walk.end(element)
    walk.flow.end_passage()
    sizes = walk.flow.sizes.most_common(1)
    return walk.flow.pieces, sizes[0][0] if sizes else 0.0


def _tree(html: str) -> etree._Element:
    if html.count("<") > MOST_TAGS:
        raise UnreadableFile(f"the file has more than {MOST_TAGS} tags", "give the supplement as it was filed")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableFile("the tags stand too deep inside one another", "give the supplement as it was filed")
    if root is None:
        raise UnreadableFile("the file has no text", "open it in a browser: it should show the supplement")
    return root


class _Walk:
    """What is open while the elements pass by in document order."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._styles = [Style()]
        self._tables: list[HtmlTable] = []
        self._lists: list[tuple[str, int, int]] = []
        self._unmarked = 0
        self._looks: dict[tuple[Style, str, tuple[tuple[str, str], ...]], Style] = {}

    def begin(self, element: etree._Element) -> None:
        """An element begins: its look is known, what it separates is separated, its first words are taken."""
        tag, attributes = _name(element), {str(k): str(v) for k, v in element.attrib.items()}
        self._styles.append(self._look(tag, attributes))
        css = attributes.get("style", "")
        if tag == "hr" or (css and "break" in css and ends_page(css)):
            self.flow.end_page()
        elif tag in _BLOCKS:
            self.flow.end_passage()
        if tag == "br":
            self.flow.end_line()
        elif tag in ("ul", "ol", "dir", "menu"):
            kind = _kind(tag, attributes)
            self._unmarked += kind == "plain"
            self._lists.append((kind, _count(attributes.get("start", "1")), self._unmarked))
        elif tag == "li":
            self._begin_item(attributes)
        else:
            self._begin_table_part(tag, attributes)
        self.flow.add(element.text or "", self._styles[-1])

    def end(self, element: etree._Element) -> None:
        """An element ends, and the words behind it follow in its parent's look."""
        tag = _name(element)
        self._styles.pop()
        if tag in _BLOCKS:
            self.flow.end_passage()
        if tag in ("ul", "ol", "dir", "menu") and self._lists:
            self._lists.pop()
        elif tag in ("td", "th", "caption") and self._tables:
            self.flow.close_sink()
        elif tag == "table":
            self.flow.end_passage()
            self.flow.put(self._tables.pop().pieces())
        self.flow.add(element.tail or "", self._styles[-1])

    def _begin_table_part(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self.flow.end_passage()
            self._tables.append(HtmlTable())
        elif not self._tables:
            if tag in ("tr", "td", "th", "caption"):
                self.flow.end_passage()
        elif tag == "tr":
            self.flow.end_passage()
            self._tables[-1].begin_row()
        elif tag in ("td", "th"):
            sink = self.flow.open_sink()
            across, down = (_count(attributes.get(name, "1")) for name in ("colspan", "rowspan"))
            self._tables[-1].add_cell(sink, across, down, tag == "th")
        elif tag == "caption":
            self._tables[-1].add_caption(self.flow.open_sink())

    def _begin_item(self, attributes: dict[str, str]) -> None:
        kind, at, number = self._lists[-1] if self._lists else ("bullet", 1, 0)
        value = attributes.get("value", "")
        at = _count(value) if value else at
        if self._lists:
            self._lists[-1] = (kind, at + 1, number)
        if kind == "plain":
            self.flow.mark_next("", number)
        else:
            self.flow.mark_next(_label(kind, at))

    def _look(self, tag: str, attributes: dict[str, str]) -> Style:
        key = (self._styles[-1], tag, tuple(attributes.items()))
        if key not in self._looks:
            if len(self._looks) > 4096:
                self._looks.clear()
            self._looks[key] = styled(self._styles[-1], tag, attributes)
        return self._looks[key]


def _name(element: etree._Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _count(value: str) -> int:
    """A count of an attribute, 1 where it is none; never more than four digits."""
    digits = value.strip()[:4]
    return max(1, int(digits)) if digits.isascii() and digits.isdigit() else 1


def _kind(tag: str, attributes: dict[str, str]) -> str:
    type_ = attributes.get("type", "")
    if shows_no_marks(attributes.get("style", "")) or type_.lower() == "none":
        return "plain"
    kinds = {"a": "alpha", "A": "upper", "i": "roman", "I": "upper roman"}
    return kinds.get(type_, "decimal") if tag == "ol" else "bullet"


def _label(kind: str, at: int) -> str:
    """What a browser shows before a list's item."""
    if kind == "bullet":
        return "•"
    if kind in ("alpha", "upper") and 0 < at <= 26:
        return f"{chr(96 + at)}." if kind == "alpha" else f"{chr(64 + at)}."
    if kind in ("roman", "upper roman") and 0 < at < 40:
        return f"{roman(at)}." if kind == "roman" else f"{roman(at).upper()}."
    return f"{at}."
