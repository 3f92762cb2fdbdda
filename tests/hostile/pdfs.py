"""PDFs of some kilobytes, or less, that take gigabytes or for ever to draw or to unpack."""

from __future__ import annotations

import base64
import zlib

_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
_BLANKS = zlib.compress(b" " * 90_000_000, 9)
_PACKED = b"/Filter/FlateDecode"


def pdf(*objects: bytes) -> bytes:
    """A file of these objects, the first being its catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def page(resources: bytes, *others: bytes, contents: bytes = b"4 0 R") -> bytes:
    """A file of one page; the first of the others is object 4."""
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<%s>>/Contents %s>>" % (resources, contents)
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf, *others)


def form(number: int, content: bytes = b"/X Do /X Do", entries: bytes = b"") -> bytes:
    """A form in which X is the form of a number."""
    return stream(content, _FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % number + entries)


def codes(data: bytes) -> bytes:
    """Bytes as LZW writes them, each by itself: after so few the table is emptied that every code has 9 bits."""
    units = [unit for at in range(0, len(data), 200) for unit in (256, *data[at : at + 200])] + [257]
    bits = "".join(f"{unit:09b}" for unit in units)
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


def runs(data: bytes) -> bytes:
    """Bytes as RunLengthDecode takes them, none repeated."""
    parts = (data[at : at + 128] for at in range(0, len(data), 128))
    return b"".join(bytes([len(part) - 1]) + part for part in parts) + b"\x80"


_TWICE = b"/X Do /X Do"
_DRAWN = stream(b"/X Do")
_X = b"/XObject<</X 5 0 R>>"
_TYPE_3 = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97"
    b"/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/Resources<</XObject<</X 7 0 R>>>>>>"
)
_IMAGE = b"BI /W 9000 /H 10000 /BPC 8 /CS /G /F /Fl ID " + _BLANKS + b" EI"
#: By what they do.
BOMBS = {
    "a form that draws itself twice": page(_X, _DRAWN, form(5)),
    "the same, with the forms of the page": page(_X, _DRAWN, stream(_TWICE, _FORM)),
    "forms that draw each other": page(_X, _DRAWN, form(6), form(5)),
    "a tower of forms": page(
        _X, _DRAWN, *(form(6 + at, b"/X Do " * 10) for at in range(9)), stream(b"0 0 1 1 re f", _FORM)
    ),
    "a hundred thousand forms": page(
        _X, stream(zlib.compress(b"/X Do " * 100_000), _PACKED), stream(b"0 0 1 1 re f", _FORM)
    ),
    "a name spelled with codes": page(b"/X#4fbject<</X 5 0 R>>", _DRAWN, stream(_TWICE, _FORM)),
    "base 85": page(_X, _DRAWN, form(5, base64.a85encode(_TWICE) + b"~>", b"/Filter/ASCII85Decode")),
    "comments before it": page(_X, stream(b"/X %a\n  %/b %\rDo"), form(5, b"/X%\nDo /X % %\n\nDo")),
    "hexadecimal": page(_X, _DRAWN, form(5, _TWICE.hex().encode() + b">", b"/Filter/ASCIIHexDecode")),
    "LZW": page(_X, _DRAWN, form(5, codes(_TWICE * 60), b"/Filter/LZWDecode")),
    "runs": page(_X, _DRAWN, form(5, runs(_TWICE), b"/Filter/RunLengthDecode")),
    "damaged after it": page(_X, _DRAWN, form(5, zlib.compress(_TWICE * 9)[:-4], _PACKED)),
    "a character": page(b"/Font<</F 5 0 R>>", stream(b"BT /F 9 Tf (a) Tj ET"), _TYPE_3, _DRAWN, form(7)),
    "blanks": page(b"", stream(_BLANKS, _PACKED)),
    "blanks, packed twice": page(b"", stream(zlib.compress(_BLANKS, 9), b"/Filter[/FlateDecode/FlateDecode]")),
    "the same content again": page(
        b"", stream(zlib.compress(b" " * 900_000), _PACKED), contents=b"[%s]" % (b"4 0 R " * 100)
    ),
    "an image in the content": page(b"", stream(zlib.compress(_IMAGE, 9), _PACKED)),
    "what characters mean": page(
        b"/Font<</F 5 0 R>>", stream(b"BT /F 9 Tf (a) Tj ET"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>", stream(_BLANKS, _PACKED),
    ),
}  # fmt: skip
_WORDS = stream(b"BT /F 9 Tf 72 700 Td (The Fund is closed.) Tj ET /I Do")
_HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_PICTURE = b"/Type/XObject/Subtype/Image/Width 9000/Height 10000/BitsPerComponent 8/ColorSpace/DeviceGray"
#: What other programs write: forms in forms, and pictures that are large once they are unpacked.
HARMLESS = {
    "forms": page(
        b"/Font<</F 6 0 R>>/XObject<</X 5 0 R>>", stream(b"1 0 0 1 0 5 cm /X Do " * 40),
        stream(b"/Y Do", _FORM + b"/Resources<</XObject<</Y 7 0 R>>>>"), _HELVETICA,
        stream(b"BT /F 9 Tf 1 1 Td (The Fund is closed.) Tj ET", _FORM + b"/Resources<</Font<</F 6 0 R>>>>"),
    ),
    "a large picture": page(
        b"/Font<</F 5 0 R>>/XObject<</I 6 0 R>>", _WORDS, _HELVETICA, stream(_BLANKS, _PICTURE + _PACKED)
    ),
    "a font whose bytes look like comments": page(
        b"/Font<</F 5 0 R>>", _WORDS, _HELVETICA, stream(zlib.compress(b"/% % " * 90_000 + b"%/ %\n" * 90_000), _PACKED)
    ),
}  # fmt: skip
