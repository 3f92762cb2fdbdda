"""Every object of a PDF file, found by its own words rather than by the cross-reference table.

Why: the table of a damaged or patched file may lie, and a checker that follows it sees what one viewer sees. Of
objects that occur twice the last counts, as in a file that was saved incrementally.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.conformance.pdf.objects import Keyword, Lexer, Name, Object, Ref, Stream

_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[\0\t\n\f\r ]{1,20}([0-9]{1,5})[\0\t\n\f\r ]{1,20}obj|\btrailer\b")
_STREAM_START = re.compile(rb"[\0\t\n\f\r ]*stream(\r\n|\n|\r)?")
_AFTER_STREAM = re.compile(rb"[\0\t\n\f\r ]{0,20}endstream")
#: More than the pages of any prospectus unpack to; a file that goes beyond is hostile, and the rest is not read.
MOST_UNPACKED = 64 * 1024 * 1024


@dataclass(slots=True)
class PdfFile:
    """The objects of a file by number, its trailer, and how many bytes were unpacked to read it."""

    objects: dict[int, Object] = field(default_factory=dict)
    trailer: dict[str, Object] = field(default_factory=dict)
    unpacked: int = 0

    def get(self, value: Object) -> Object:
        """The object itself where `value` refers to one; a reference to nothing is null."""
        for _ in range(20):
            if not isinstance(value, Ref):
                return value
            value = self.objects.get(value.number)
        return None

    def dictionary(self, value: Object) -> dict[str, Object]:
        """The dictionary, or a stream's, behind a value; empty where there is none."""
        found = self.get(value)
        if isinstance(found, Stream):
            return found.entries
        return found if isinstance(found, dict) else {}

    def array(self, value: Object) -> list[Object]:
        """The array behind a value; a single object counts as an array of one."""
        found = self.get(value)
        if isinstance(found, list):
            return found
        return [] if found is None else [value]

    def name(self, value: Object) -> str:
        """The name behind a value; empty where there is none."""
        found = self.get(value)
        return str(found) if isinstance(found, Name) else ""

    def dictionaries(self) -> Iterator[dict[str, Object]]:
        """Every dictionary of the file, at any depth."""
        pending: list[Object] = [*self.objects.values(), self.trailer]
        while pending:
            value = pending.pop()
            if isinstance(value, Stream):
                value = value.entries
            if isinstance(value, dict):
                yield value
                pending.extend(value.values())
            elif isinstance(value, list):
                pending.extend(value)

    def decoded(self, stream: Stream) -> bytes | None:
        """A stream's content; None where its filter is not read here or its bytes are damaged."""
        data: bytes | None = stream.raw if self.unpacked < MOST_UNPACKED else None
        for filter_name in self.array(stream.entries.get("Filter")):
            decode = _FILTERS.get(self.name(filter_name))
            if decode is None or data is None:
                return None
            data = decode(data)
        self.unpacked += len(data or b"")
        return data


def read_pdf(data: bytes) -> PdfFile:
    """The objects and the trailer of a file; bytes that are no PDF give an empty one."""
    pdf = PdfFile()
    position = 0
    while match := _OBJECT.search(data, position):
        lexer = Lexer(data, match.end())
        _, value = lexer.next()
        position = max(lexer.position, match.end())
        if isinstance(value, dict) and (start := _STREAM_START.match(data, position)):
            position = _end_of_stream(data, start.end(), value)
            value = Stream(value, data[start.end() : position])
        if match.group(1) is None:
            _take_trailer(pdf, value)
        elif not isinstance(value, Keyword):
            _take_object(pdf, int(match.group(1)), value)
    return pdf


def _take_object(pdf: PdfFile, number: int, value: Object) -> None:
    """Lets a later object replace an earlier one, be it on its own or packed in a stream."""
    pdf.objects[number] = value
    if isinstance(value, Stream):
        if value.entries.get("Type") == "XRef":
            _take_trailer(pdf, value.entries)
        elif value.entries.get("Type") == "ObjStm":
            _unpack(pdf, value)


def _take_trailer(pdf: PdfFile, value: Object) -> None:
    """Lets a later trailer's entries replace an earlier one's."""
    if isinstance(value, dict):
        pdf.trailer.update(value)


def _end_of_stream(data: bytes, start: int, entries: dict[str, Object]) -> int:
    """Where a stream ends: after its stated length if `endstream` follows there, else before the next one."""
    length = entries.get("Length")
    if isinstance(length, int) and length >= 0 and _AFTER_STREAM.match(data, start + length):
        return start + length
    end = data.find(b"endstream", start)
    return len(data) if end < 0 else end


def _unpack(pdf: PdfFile, stream: Stream) -> None:
    """Adds the objects that an object stream holds (7.5.7); one that is encrypted does not decode."""
    data, first, count = pdf.decoded(stream), stream.entries.get("First"), stream.entries.get("N")
    if data is None or not isinstance(first, int) or not isinstance(count, int):
        return
    lexer = Lexer(data[: max(first, 0)])
    numbers: list[Object] = []
    while len(numbers) < 2 * count and (read := lexer.next())[0]:
        numbers.append(read[1])
    end: int = first
    for number, offset in zip(numbers[::2], numbers[1::2], strict=False):
        if isinstance(number, int) and isinstance(offset, int) and first + offset >= end:
            lexer = Lexer(data, first + offset)
            pdf.objects[number] = lexer.next()[1]
            end = lexer.position


def _inflated(data: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(data, MOST_UNPACKED)
    except zlib.error:
        return None


def _from_hex(data: bytes) -> bytes | None:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", data.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


_FILTERS = {"FlateDecode": _inflated, "Fl": _inflated, "ASCIIHexDecode": _from_hex, "AHx": _from_hex}
