"""How much a PDF unpacks to and draws: known before an engine opens it, which would unpack and draw all of it.

Why: a form that draws itself twice, or a stream of blanks that was deflated twice, is a file of a kilobyte and takes
gigabytes. What is counted is what such engines do to get the words of a page: they unpack every stream but pictures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.conformance.pdf.file import MOST_UNPACKED, PdfFile, read_pdf
from generator.checks.conformance.pdf.filters import FILTERS, inflated, inflated_whole
from generator.checks.conformance.pdf.objects import Object, Ref, Stream
from generator.checks.conformance.pdf.pages import Page, pages

#: The most bytes that a page may draw, those of a form again each time: a page of words has some thousands.
MOST_DRAWN = 4 * 1024 * 1024
#: What it costs to draw a form, in bytes of content that cost as much.
FORM = 64
#: Forms within forms; engines stop somewhere too.
DEEPEST = 30
#: A file of pages without forms and pictures, no stream of it packed but by FlateDecode, is looked through up to here.
_LARGEST_PLAIN = 4 * 1024 * 1024
_STREAM = re.compile(rb"stream(?<!endstream)[^\r\n]*(?:\r\n|\r|\n)")
_OBJECT = re.compile(rb"([1-9][0-9]*)[\0\t\n\f\r ]+[0-9]+[\0\t\n\f\r ]+\Z")
#: Where a name that matters may be spelled with codes: letters at most stand before the first.
_CODE = re.compile(rb"#[0-9A-Fa-f]{2}")
_NAME_BEFORE = re.compile(rb"/[A-Za-z]{0,8}\Z")
_PACKED = re.compile(rb"/Filter[\0\t\n\f\r ]*/FlateDecode[\0\t\n\f\r />]")
_IMAGE = re.compile(rb"(?<![A-Za-z])BI[\0\t\n\f\r /%]")
_DRAWN = re.compile(rb"/([^\0\t\n\f\r ()<>\[\]{}/%]*+)[\0\t\n\f\r ]*+(?:Do(?![A-Za-z])|(%))")
_LINE_END = re.compile(rb"[\r\n]|\Z")
_SKIPPED = re.compile(rb"(?:[\0\t\n\f\r ]++|%[^\r\n]*+)*+(Do(?![A-Za-z]))?")
_INLINE = re.compile(rb"(?<![A-Za-z])BI(?=[\0\t\n\f\r /%])(.{0,1000}?)[\0\t\n\f\r ]ID[\0\t\n\f\r ]", re.DOTALL)


class _Excess(Exception):
    """More than a file may unpack to or draw."""


def excess(data: bytes, pdf: PdfFile | None = None) -> str:
    """What a file would do to whoever opens it, in words; empty where it is of bounded size. `pdf` is the file, read.

    A file as this project writes it is known by looking through it once, a twentieth of what it takes to read it.
    """
    if _is_plain(data):
        return ""
    try:
        _Bounds(pdf or read_pdf(data)).check()
    except _Excess as error:
        return str(error)
    return ""


@lru_cache(maxsize=1)
def _is_plain(data: bytes) -> bool:
    """Whether a file has no forms, and its streams, each as often as it is referred to, unpack to little.

    Who judges a file and who reads it both ask, one after the other.
    Whatever the file says of where its objects are: each stands in the file itself, or in a stream of objects.
    """
    if len(data) > _LARGEST_PLAIN or _has_forms(data) or data.count(b"/Filter") != len(_PACKED.findall(data)):
        return False
    objects, sizes, after = [], Counter[bytes](), 0
    for match in _STREAM.finditer(data):
        before = data[after : match.start()]
        content = inflated_whole(data, match.end(), MOST_DRAWN)
        if content is None or (b"BI" in content and _IMAGE.search(content)):
            return False
        if b"ObjStm" in before:
            if _has_forms(content):
                return False
            objects.append(content)
        objects.append(before)
        number = _OBJECT.search(before[:-1].rpartition(b"obj")[0][-40:])
        sizes[number[1] if number else b"0"] += len(content)
        after = match.end()
    text = b" ".join([*objects, data[after:]])
    return sum(size * max(_references_to(number, text), 1) for number, size in sizes.items()) <= MOST_DRAWN


def _has_forms(text: bytes) -> bool:
    """Whether a text may speak of forms."""
    if b"/XObject" in text or b"/CharProcs" in text:
        return True
    codes = (match.start() for match in _CODE.finditer(text))
    return any(_NAME_BEFORE.search(text[max(0, at - 9) : at]) for at in codes)


def _references_to(number: bytes, text: bytes) -> int:
    """How often an object is referred to, at least; the pattern begins with words of its own, which are found fast."""
    return len(re.findall(rb"%b(?<![1-9]%b)[\0\t\n\f\r ]+[0-9]+[\0\t\n\f\r ]+R" % (number, number), text))


class _Bounds:
    """A file whose streams are unpacked, once each, and whose pages are counted."""

    def __init__(self, pdf: PdfFile) -> None:
        self.pdf = pdf
        self.left = MOST_UNPACKED
        self.contents: dict[int, bytes] = {}
        self.drawn: dict[int, Counter[str]] = {}

    def check(self) -> None:
        """Raises _Excess where the file is out of bounds."""
        leaves = pages(self.pdf, self.pdf.dictionary(self.pdf.trailer.get("Root")))
        total = 0
        for page in leaves:
            size = self._page(page)
            total += size
            if size > MOST_DRAWN or total > MOST_UNPACKED:
                raise _Excess(f"page {page.number} of the PDF draws more than a page can show")
        self._check_glyphs(leaves)
        pictures = self._pictures()
        for number, value in self.pdf.objects.items():
            if isinstance(value, Stream) and number not in pictures:
                self._content(value)

    def _check_glyphs(self, leaves: list[Page]) -> None:
        """Raises _Excess for a character that draws too much, where its font says how each is drawn."""
        forms = {name: form for page in leaves for name, form in self._forms(page.resources).items()}
        everywhere: dict[str, Object] = {"XObject": forms}
        for font in self.pdf.dictionaries():
            for glyph in self.pdf.dictionary(font.get("CharProcs")).values():
                own = self.pdf.dictionary(font.get("Resources")) or everywhere
                if self._drawn(self.pdf.get(glyph), own, everywhere, {}, 0) > MOST_DRAWN:
                    raise _Excess("a character of the PDF draws more than a page can show")

    def _page(self, page: Page) -> int:
        """How much a page draws."""
        known: dict[tuple[int, int], int] = {}
        streams = (self.pdf.get(part) for part in self.pdf.array(page.entries.get("Contents")))
        return sum(self._drawn(one, page.resources, page.resources, known, 0) for one in streams)

    def _drawn(
        self,
        stream: Object,
        inherited: dict[str, Object],
        page: dict[str, Object],
        known: dict[tuple[int, int], int],
        depth: int,
    ) -> int:
        """How much a stream draws, with the forms in it; `known` are those of this page, 0 while they are counted."""
        if not isinstance(stream, Stream):
            return 0
        resources = (self.pdf.dictionary(stream.entries.get("Resources")) if depth else {}) or inherited
        key = id(stream), id(resources)
        if (key in known and not known[key]) or depth > DEEPEST:
            raise _Excess("a form of the PDF draws itself")
        if key not in known:
            known[key] = 0
            total = len(self._content(stream)) + FORM
            for name, count in self.drawn[id(stream)].items():
                form = self._forms(resources).get(name, self._forms(page).get(name))
                total += count * self._drawn(self._form(form), resources, page, known, depth + 1)
            known[key] = total
        return known[key]

    def _forms(self, resources: dict[str, Object]) -> dict[str, Object]:
        return self.pdf.dictionary(resources.get("XObject"))

    def _form(self, value: Object) -> Object:
        """The form behind a value; a picture is drawn by nobody who looks for words."""
        found = self.pdf.get(value)
        return None if _is_picture(found) else found

    def _content(self, stream: Stream) -> bytes:
        """What a stream unpacks to, with what it draws."""
        if id(stream) not in self.contents:
            data = stream.raw
            for name in self.pdf.array(stream.entries.get("Filter")):
                unpack = FILTERS.get(self.pdf.name(name))
                if unpack is None:
                    break
                data = unpack(data, self.left + 1)
                self._take(len(data))
            for image in _INLINE.finditer(data):
                if b"Fl" in image[1]:
                    self._take(len(inflated(data[image.end() :], self.left + 1)))
            self.contents[id(stream)] = data
            self.drawn[id(stream)] = Counter(names_drawn(data))
        return self.contents[id(stream)]

    def _take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise _Excess(f"the PDF unpacks to more than {MOST_UNPACKED >> 20} MB")

    def _pictures(self) -> set[int]:
        """The numbers of the pictures that are nothing else: nobody who looks for words unpacks them."""
        shown = {id(self.pdf.dictionary(one.get("XObject"))) for one in self.pdf.dictionaries()}
        found, elsewhere = set[int](), set[int]()
        for one in self.pdf.dictionaries():
            for key, value in one.items():
                as_picture = id(one) in shown or key in ("SMask", "Mask")
                (found if as_picture else elsewhere).update(_references(value))
        streams = self.pdf.objects
        return {number for number in found - elsewhere if _is_picture(streams.get(number))}


def names_drawn(data: bytes) -> Iterator[str]:
    """The names that a stream draws, comments between a name and its `Do` skipped.

    Why not one pattern: in a font's bytes, which nobody writes as lines, every `%` may begin a comment, and each of
    them would be followed to its line's end again.
    """
    line_end, skipped, drawn = -1, -1, False
    for found in _DRAWN.finditer(data):
        if found[2]:
            if found.end() > line_end:
                line_end = _LINE_END.search(data, found.end()).start()  # type: ignore[union-attr]
            if line_end >= skipped and (after := _SKIPPED.match(data, line_end)):
                skipped, drawn = after.end(), bool(after[1])
        if drawn or not found[2]:
            yield found[1].decode("latin-1")


def _is_picture(value: Object) -> bool:
    return isinstance(value, Stream) and value.entries.get("Subtype") == "Image"


def _references(value: Object) -> Iterator[int]:
    """The numbers that a value refers to, in lists too."""
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, Ref):
            yield one.number
        elif isinstance(one, list):
            pending.extend(one)
