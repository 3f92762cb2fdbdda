"""The tree from YAML's events, with a finding for each thing that a source may not use."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Label, Severity, Span
from generator.document.canonical import canonical_text
from generator.patterns import late
from generator.source.characters import LOST, name_of, refused_runs
from generator.source.commas import cut_figure, likely_cut
from generator.source.lines import lost_lines
from generator.source.nodes import Mapping, Scalar, Sequence, SourceNode
from generator.source.places import Places
from generator.source.samples import in_quotes

DEEPEST = 64
MOST_FAULTS = 100
#: A value that a comma cuts is told to its end if it is no longer.
LONGEST_CUT = 1000
_NULL = ("", "~", "null")
#: A comment that has no blank after its `#` and stands behind a value: `Fund #3`.
_CUT = late(r"[ \t]+(#[^\s#][^\r\n]*)")
#: A blank that YAML takes for a letter, at the beginning or behind what was meant for a dash or a key.
_WIDE_BLANK = late(r"(?:-|[a-z][a-z0-9_]*:)?([^\S\x00-\x7f])")
_NO_ANCHORS = "delete it, and write the text out wherever it is wanted; text that begins with `&` must be in quotes"


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    start: Any
    flow: bool
    keyed: bool
    items: list[SourceNode] = field(default_factory=list)
    entries: list[tuple[Scalar, SourceNode]] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None
    at_value: bool = False
    last: SourceNode | None = None


class Builder:
    """Takes events one by one; afterwards `root` is the tree and `faults` what is wrong with it."""

    def __init__(self, text: str, places: Places, file: str) -> None:
        self._text, self._places, self._file = text, places, file
        self._open: list[_Open] = []
        self._documents = 0
        self._taken = -1  # to here words are part of a value that was taken whole
        self._has_comments, self._beyond_ascii, self._has_tabs = "#" in text, not text.isascii(), "\t" in text
        self.root: SourceNode | None = None
        self.faults: list[Diagnostic] = []
        #: The last event that brought words or closed a bracket: where a syntax error begins to make sense.
        self.last: Any = None

    def take(self, event: Any) -> bool:
        """Whether the next event should be read."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        return len(self.faults) < MOST_FAULTS or self._give_up(event)

    def _give_up(self, event: Any) -> bool:
        message = f"the file has more faults than these {MOST_FAULTS}"
        self._refuse("SRC-30", message, _span(event.start_mark, event.end_mark), "mend these and look again")
        self.root = None
        return False

    def _alias(self, event: Any) -> None:
        span = _span(event.start_mark, event.end_mark)
        words = self._places.line(span.line)[span.column - 1 :].strip()
        remedy = "write the text out" if words == f"*{event.anchor}" else f"put the text in quotes: {in_quotes(words)}"
        self._refuse("SRC-08", f"`*{event.anchor}` refers to another place", span, remedy)
        self._add(Scalar(f"*{event.anchor}", span))

    def _refuse(self, code: str, message: str, span: Span, help: str, *labels: Label) -> None:
        self.faults.append(Diagnostic(code, message, self._file, span, help, labels=labels))

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if self._documents > 1:
            span = _span(event.start_mark, event.end_mark)
            self._refuse("SRC-06", "a second document begins here", span, "put it in a file of its own")
        return self._documents == 1

    def _begin(self, event: Any) -> bool:
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if len(self._open) == DEEPEST:
            span = self._places.span(event.start_mark.index)
            self._refuse("SRC-12", f"nested deeper than {DEEPEST}", span, "take the inner parts out one level")
            return False
        keyed = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(event.start_mark, bool(event.flow_style), keyed))
        return True

    def _close(self, event: Any) -> None:
        part = self._open.pop()
        line, column = part.start.line + 1, part.start.column + 1
        if part.flow:
            self.last = event
            span = _span(part.start, event.end_mark)
        elif part.last:
            span = Span(line, column, part.last.span.end_line, part.last.span.end_column)
        else:
            span = Span(line, column, line, column)
        if part.keyed:
            braces = part.flow and self._text[part.start.index] == "{"  # `[a: b]` has a mapping without any
            self._add(Mapping(tuple(part.entries), span, braces))
        else:
            if part.flow and len(part.items) > 1:
                self._check_commas(part)
            self._add(Sequence(tuple(part.items), span, part.flow))

    def _check_commas(self, part: _Open) -> None:
        above = self._open[-1] if self._open else None
        if found := likely_cut(part.items, row=above is not None and not above.keyed):
            first, last = found[0].span, found[1].span
            span = Span(first.line, first.column, last.end_line, last.end_column)
            message = "a comma in brackets begins another item, and this reads as one"
            remedy = "put each item with a comma in quotes, or each item on a line of its own, after `- `"
            self.faults.append(Diagnostic("SRC-19", message, self._file, span, remedy, "warning"))

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if event.start_mark.index <= self._taken:
            return
        self.last = event
        style, value = event.style, event.value
        span = _span(event.start_mark, event.end_mark)
        if style:
            value, span = self._quoted(event, span)
        elif self._text[event.end_mark.index : event.end_mark.index + 1] == "," and self._open and self._open[-1].flow:
            value, span = self._before_comma(event, span)
        elif self._has_comments or self._beyond_ascii:
            self._check_plain(event.start_mark.index, event.end_mark.index, value)
            value = value.replace(LOST, "")
        if span.line != span.end_line or self._has_tabs:
            self._check_lines(event)
        if not (style or value) and self._without_value(event):
            return
        self._add(Scalar(canonical_text(value), span, bool(style), not style and value in _NULL))

    def _quoted(self, event: Any, span: Span) -> tuple[str, Span]:
        """The value and the span of text in quotes or in a block, which ends where its words end."""
        start, end, value = event.start_mark.index, event.end_mark.index, event.value
        raw = self._text[start:end]
        if event.style in ("|", ">"):
            span = self._places.span(start, start + len(raw.rstrip()))
        if LOST in raw:
            value = value.replace(LOST, "")
        if event.style == '"' and "\\" in raw:
            self._check_escapes(value, span)
        return value, span

    def _before_comma(self, event: Any, span: Span) -> tuple[str, Span]:
        """The value and the span of text in brackets that ends at a comma, which may be part of it."""
        start, value = event.start_mark.index, event.value
        cut = cut_figure(self._text, start, event.end_mark.index, value)
        if cut is None:
            return value, span
        part = self._open[-1]
        span = self._places.span(start, cut.end)
        self._taken = cut.end if part.at_value else cut.end - 1  # what follows a key is its value
        self._refuse("SRC-18", "a comma ends a value in brackets, and cuts this one", span, cut.help)
        return cut.whole, span

    def _without_value(self, event: Any) -> bool:
        """Whether words without a colon in `{ }` are the end of the value before them; that value has them then."""
        part = self._open[-1] if self._open else None
        if not (part and part.flow and part.keyed and part.at_value and part.key and part.entries):
            return False
        key, (above, value) = part.key, part.entries[-1]
        end = self._places.offset(key.span.end_line, key.span.end_column)
        plain = isinstance(value, Scalar) and not (value.quoted or value.null)
        if not plain or self._text[end : event.start_mark.index].strip():
            return False
        span = Span(value.span.line, value.span.column, key.span.end_line, key.span.end_column)
        start = self._places.offset(span.line, span.column)
        part.at_value = False
        del part.keys[key.text]
        if end - start > LONGEST_CUT:
            return True
        whole = self._text[start:end]
        if self.faults and self.faults[-1].code == "SRC-18" and self.faults[-1].span >= value.span:
            self.faults.pop()  # a part of this value
        message = f"a comma ends a value in brackets, and makes `{key.text}` a key without one"
        remedy = f"put the value in quotes: {in_quotes(' '.join(whole.split()))}"
        remedy += "" if " " in key.text else f"; or write `{key.text}: …`"
        self._refuse("SRC-18", message, span, remedy)
        part.entries[-1] = (above, Scalar(canonical_text(whole), span))
        return True

    def _check_plain(self, start: int, end: int, value: str) -> None:
        if cut := _CUT.match(self._text, end):
            in_brackets = self._open and self._open[-1].flow
            whole = "" if in_brackets else f": {in_quotes(self._text[start : cut.end()].strip())}"
            message = "from `#` on this line is a comment, and no part of the value"
            remedy = f"put the value in quotes{whole}; or leave a blank after `#` where a comment is meant"
            self._refuse("SRC-13", message, self._places.span(cut.start(1), cut.end()), remedy)
        if self._beyond_ascii and (blank := _WIDE_BLANK.match(value)):
            message, at = f"{name_of(blank[1])} is no blank to YAML", start + blank.start(1)
            self._refuse("SRC-14", message, self._places.span(at), "type ordinary blanks")

    def _check_lines(self, event: Any) -> None:
        part = self._open[-1] if self._open else None
        column = part.start.column + 1 if part and not (event.style or part.flow or part.keyed) else 0
        inside = 1 if event.style in ("'", '"') else 0
        start, end = event.start_mark.index + inside, event.end_mark.index - inside
        for lost in lost_lines(self._text, start, end, event.style in ("|", ">"), column):
            span = self._places.span(lost.start, lost.end)
            severity: Severity = "warning" if lost.likely else "error"
            self.faults.append(Diagnostic(lost.code, lost.message, self._file, span, lost.help, severity))

    def _check_escapes(self, value: str, span: Span) -> None:
        for run in refused_runs(value):
            message = f"an escape stands for {name_of(run[0][0])}, which cannot be seen on a page"
            self._refuse("SRC-05", message, span, "delete the escape")

    def _properties(self, event: Any) -> None:
        """Refuses the anchor and the tag of a node."""
        if event.anchor is not None:
            span = _span(event.start_mark, event.end_mark)
            self._refuse("SRC-08", f"`&{event.anchor}` names this place for references", span, _NO_ANCHORS)
        if event.tag is not None:
            span = _span(event.start_mark, event.end_mark)
            remedy = "delete it; text that begins with `!` must be in quotes"
            self._refuse("SRC-09", f"the tag `{event.tag}` says how to read this", span, remedy)

    def _add(self, node: SourceNode) -> None:
        """Puts a finished node where it belongs in the innermost open part."""
        if not self._open:
            self.root = node
            return
        part = self._open[-1]
        part.last = node
        if not part.keyed:
            part.items.append(node)
        elif part.at_value:
            part.at_value = False
            if part.key is not None:
                part.entries.append((part.key, node))
        else:
            part.at_value, part.key = True, self._key(part, node)

    def _key(self, part: _Open, node: SourceNode) -> Scalar | None:
        """The key if it is one that may stand here, or None after saying why not."""
        if not isinstance(node, Scalar):
            remedy = "text that begins with `{`, `[` or `? ` must be in quotes"
            self._refuse("SRC-11", "a key is one piece of text", node.span, remedy)
        elif not node.text:
            self._refuse("SRC-11", "there is no key before this colon", node.span, "type the key, or delete the line")
        elif node.text == "<<" and not node.quoted:
            self._refuse("SRC-10", "`<<` merges another mapping", node.span, "write the keys out")
        elif first := part.keys.get(node.text):
            label = Label(first.span, "first here")
            message = f"the key `{node.text}` stands here for the second time"
            self._refuse("SRC-07", message, node.span, "keep one of the two", label)
        else:
            part.keys[node.text] = node
            return node
        return None


def _span(start: Any, end: Any) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
