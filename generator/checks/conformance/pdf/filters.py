"""The filters of streams (ISO 32000-1, 7.4), as a lenient reader undoes them: what was unpacked before the damage.

None gives more than `most` bytes: of a stream that unpacks to more, that it does is all that has to be known.
"""

from __future__ import annotations

import base64
import re
import zlib

_PIECE = 1 << 14
_BLANKS = re.compile(rb"[\0\t\n\f\r ]+")


def inflated(data: bytes, most: int) -> bytes:
    """What deflated bytes unpack to."""
    return _inflated(data, 0, most)[0]


def inflated_whole(data: bytes, start: int, most: int) -> bytes | None:
    """What deflated bytes from a place on unpack to; None where they are damaged, cut short, or unpack to more."""
    found, whole = _inflated(data, start, most)
    return found if whole else None


def _inflated(data: bytes, start: int, most: int) -> tuple[bytes, bool]:
    """What is unpacked, and whether it is all. In pieces: what follows is copied otherwise, each time."""
    stream, parts, left = zlib.decompressobj(), [], most
    pieces = (data[at : at + _PIECE] for at in range(start, len(data), _PIECE))
    try:
        for piece in pieces:
            waiting = piece
            while waiting and left > 0 and not stream.eof:
                parts.append(stream.decompress(waiting, left))
                left -= len(parts[-1])
                waiting = stream.unconsumed_tail
            if left <= 0 or stream.eof:
                break
    except zlib.error:
        return b"".join(parts), False
    return b"".join(parts), stream.eof


def from_hex(data: bytes, most: int) -> bytes:
    """What pairs of digits say."""
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", data.partition(b">")[0])[: 2 * most]
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def from_base_85(data: bytes, most: int) -> bytes:
    """What groups of five characters say."""
    try:
        return base64.a85decode(_BLANKS.sub(b"", data.partition(b"~")[0]))[:most]
    except ValueError:
        return b""


def from_runs(data: bytes, most: int) -> bytes:
    """What runs of bytes, as they are or repeated, say."""
    parts, at, size = [], 0, 0
    while at < len(data) and data[at] != 128 and size < most:
        count = data[at]
        part = data[at + 1 : at + 2 + count] if count < 128 else data[at + 1 : at + 2] * (257 - count)
        parts.append(part)
        size += len(part)
        at += count + 2 if count < 128 else 2
    return b"".join(parts)[:most]


def from_codes(data: bytes, most: int, early: int = 1) -> bytes:
    """What codes of 9 to 12 bits say, each for a row of bytes that was there before (7.4.4)."""
    first = [bytes([one]) for one in range(256)] + [b"", b""]
    table, before = list(first), b""
    parts: list[bytes] = []
    size = held = bits = 0
    for byte in data:
        held, bits = (held << 8 | byte) & 0xFFFFF, bits + 8
        width = min(max((len(table) + early).bit_length(), 9), 12)
        if bits < width:
            continue
        bits -= width
        code = held >> bits & (1 << width) - 1
        if code == 256:
            table, before = list(first), b""
            continue
        if code == 257 or code > len(table) or size >= most:
            break
        row = table[code] if code < len(table) else before + before[:1]
        if before and len(table) < 4096:
            table.append(before + row[:1])
        before = row
        parts.append(row)
        size += len(row)
    return b"".join(parts)[:most]


FILTERS = {
    "FlateDecode": inflated, "Fl": inflated, "ASCIIHexDecode": from_hex, "AHx": from_hex,
    "ASCII85Decode": from_base_85, "A85": from_base_85, "RunLengthDecode": from_runs, "RL": from_runs,
    "LZWDecode": from_codes, "LZW": from_codes,
}  # fmt: skip
