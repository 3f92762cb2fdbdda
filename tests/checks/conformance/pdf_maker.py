"""Small PDF files written by hand: a good one, and the same with one thing changed."""

from __future__ import annotations

from dataclasses import dataclass

#: One object of the structure tree with its kids: marked content by number, or further elements.
Kid = bytes | int


def element(kind: str, *kids: Kid, entries: bytes = b"") -> bytes:
    """A structure element as a direct dictionary on the only page."""
    inner = b" ".join(kid if isinstance(kid, bytes) else b"%d" % kid for kid in kids)
    return b"<</Type/StructElem/S/%s/Pg 3 0 R %s/K[%s]>>" % (kind.encode(), entries, inner)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object's body."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def shown(words: bytes, mark: bytes) -> bytes:
    """A run of text under a mark, or under none."""
    text = b"BT /F 12 Tf 20 100 Td (%s) Tj ET" % words
    return b"%s %s EMC\n" % (mark, text) if mark else text + b"\n"


def tagged(number: int, words: bytes = b"word") -> bytes:
    """A run of text as marked content of that number."""
    return shown(words, b"/Span <</MCID %d>> BDC" % number)


COLUMN = b"/A<</O/Table/Scope/Column>>"
ROW = b"/A<</O/Table/Scope/Row>>"
HEADINGS = [element("H1", 0), element("H2", 1), element("P", 2)]
LIST = element("L", element("LI", element("Lbl", 3), element("LBody", 4)))
HEAD_ROW = element("TR", element("TH", 5, entries=COLUMN), element("TH", 6, entries=COLUMN))
DATA_ROW = element("TR", element("TH", 7, entries=ROW), element("TD", 8))
TABLE = element("Table", HEAD_ROW, DATA_ROW)
CONTENT = b"".join(tagged(number) for number in range(9)) + shown(b"2", b"/Artifact BMC")

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
    b"</rdf:RDF></x:xmpmeta>"
)
TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
    b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange\n"
    b"endcmap end end"
)
WIDTHS = b"/FirstChar 32/LastChar 126/Widths[%s]" % (b"600 " * 95)
GLYPHS = b" ".join(b"/g%d" % number for number in range(32, 127))
PROCEDURES = b"".join(b"/g%d 8 0 R" % number for number in range(32, 127))
FONT = (
    b"<</Type/Font/Subtype/Type3/Name/F/FontBBox[0 0 600 800]/FontMatrix[.001 0 0 .001 0 0]/Resources<<>>"
    b"/CharProcs<<%s>>/Encoding<</Type/Encoding/Differences[32 %s]>>%s" % (PROCEDURES, GLYPHS, WIDTHS)
)


@dataclass(frozen=True)
class Parts:
    """What a small file is made of; each part can be replaced."""

    catalog: bytes = b""
    language: bytes = b"/Lang(en-US)"
    viewer: bytes = b"/ViewerPreferences<</DisplayDocTitle true>>"
    marked: bytes = b"/MarkInfo<</Marked true>>"
    tree: tuple[bytes, ...] = (*HEADINGS, LIST, TABLE)
    page: bytes = b""
    content: bytes = stream(CONTENT)
    font: bytes = FONT + b"/ToUnicode 7 0 R>>"
    info: bytes = b"<</Title(Supplement)>>"
    xmp: bytes = XMP
    more: bytes = b""
    trailer: bytes = b""

    def written(self) -> bytes:
        """The file."""
        root = b"<</Type/StructTreeRoot/K[%s]>>" % element("Document", *self.tree)
        objects = [
            b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 9 0 R/Metadata 10 0 R%s%s%s%s>>"
            % (self.language, self.viewer, self.marked, self.catalog),
            b"<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F 5 0 R>>>>>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R%s>>" % self.page,
            self.content,
            self.font,
            self.info,
            stream(TO_UNICODE),
            stream(b"600 0 0 0 600 800 d1 0 0 600 800 re f"),
            root,
            stream(self.xmp, b"/Type/Metadata/Subtype/XML"),
        ]
        return assembled(objects, self.more, self.trailer)


def assembled(objects: list[bytes], more: bytes = b"", trailer: bytes = b"") -> bytes:
    """Objects 1, 2, 3 ... with a cross-reference table; the first is the catalog, the sixth the information."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    out += more
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R/Info 6 0 R%s>>\n" % (len(places) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
