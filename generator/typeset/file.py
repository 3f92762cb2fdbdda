"""The file: pages, fonts, what it says of itself, and its tag tree (ISO 32000-1; PDF/UA-1 is ISO 14289-1)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from html import escape
from io import BytesIO
from typing import Any

from generator.typeset.faces import Face, opened
from generator.typeset.headers import link_headers
from generator.typeset.pages import Page
from generator.typeset.paint import Painter, font_name
from generator.typeset.tree import write_tree

PRODUCER = "supplement"
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="{producer}"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{dated}</xmp:CreateDate><xmp:ModifyDate>{dated}</xmp:ModifyDate></rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
#: So many pairs stand in one part of a character map (Adobe technical note 5411, 1.4.1).
MOST_PAIRS = 100


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of itself: its title, its language, the date of its content (ISO 8601, to the second)."""

    title: str
    language: str
    dated: str


def written(pages: list[Page], body: Any, said: Said) -> bytes:
    """The bytes of a file of these pages; `body` is the element that its tag tree grows from."""
    import pydyf

    painter = Painter(body)
    for page in pages:
        painter.add(page)
    pdf = pydyf.PDF()
    fonts = pydyf.Dictionary(
        {font_name(*key): _font(pdf, opened(*key), meanings) for key, meanings in sorted(painter.used.items())}
    )
    pdf.add_object(fonts)
    for number, (page, content) in enumerate(zip(pages, painter.contents, strict=True)):
        _add_page(pdf, number, page, content, fonts.reference)
    _describe(pdf, said)
    link_headers(painter.root)
    write_tree(painter.root, pdf, len(pages))
    out = BytesIO()
    pdf.write(out, compress=True)
    return out.getvalue()


def _add_page(pdf: Any, number: int, page: Page, content: str, fonts: bytes) -> None:
    import pydyf

    stream = _stream(pdf, content.encode("ascii"))
    pdf.add_page(pydyf.Dictionary({
        "Type": "/Page",
        "Parent": pdf.pages.reference,
        "MediaBox": pydyf.Array([0, 0, page.size.width, page.size.height]),
        "Resources": pydyf.Dictionary({"Font": fonts}),
        "Contents": stream.reference,
        "StructParents": number,
        "Tabs": "/S",
    }))  # fmt: skip


def _describe(pdf: Any, said: Said) -> None:
    import pydyf

    stamp = "D:" + "".join(sign for sign in said.dated if sign.isdigit()) + "Z"
    pdf.info |= {
        "Title": pydyf.String(said.title), "Producer": pydyf.String(PRODUCER),
        "CreationDate": pydyf.String(stamp), "ModDate": pydyf.String(stamp),
    }  # fmt: skip
    xmp = XMP.format(producer=PRODUCER, title=escape(said.title), dated=said.dated)
    metadata = _stream(pdf, xmp.encode(), {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.catalog |= {
        "Lang": pydyf.String(said.language),
        "MarkInfo": pydyf.Dictionary({"Marked": b"true"}),
        "ViewerPreferences": pydyf.Dictionary({"DisplayDocTitle": b"true"}),
        "Metadata": metadata.reference,
    }


def _font(pdf: Any, face: Face, meanings: dict[int, str]) -> bytes:
    """The reference of a face of which only the glyphs that are shown are in the file."""
    import pydyf

    glyphs = sorted(meanings)
    program = face.subset(glyphs)
    prefix = "".join(chr(65 + byte % 26) for byte in sha256(program).digest()[:6])
    name = f"/{prefix}+{face.name}"
    file = _stream(pdf, program, {"Length1": len(program)})
    described = {
        key: pydyf.Array(value) if isinstance(value, list) else value for key, value in face.described().items()
    }
    descriptor = pydyf.Dictionary(
        {"Type": "/FontDescriptor", "FontName": name, **described, "FontFile2": file.reference}
    )
    pdf.add_object(descriptor)
    widths = "".join(f"{glyph}[{face.advance(glyph):g}]" for glyph in glyphs)
    characters = pydyf.Dictionary({
        "Type": "/Font", "Subtype": "/CIDFontType2", "BaseFont": name, "FontDescriptor": descriptor.reference,
        "CIDSystemInfo": pydyf.Dictionary({
            "Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0,
        }),
        "CIDToGIDMap": "/Identity", "W": f"[{widths}]",
    })  # fmt: skip
    pdf.add_object(characters)
    font = pydyf.Dictionary({
        "Type": "/Font", "Subtype": "/Type0", "BaseFont": name, "Encoding": "/Identity-H",
        "DescendantFonts": pydyf.Array([characters.reference]),
        "ToUnicode": _stream(pdf, _character_map(meanings)).reference,
    })  # fmt: skip
    pdf.add_object(font)
    return bytes(font.reference)


def _character_map(meanings: dict[int, str]) -> bytes:
    """The text of each glyph (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(meanings.items())]
    parts = [pairs[at : at + MOST_PAIRS] for at in range(0, len(pairs), MOST_PAIRS)]
    ranges = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return CMAP.format(ranges=ranges).encode("ascii")


def _stream(pdf: Any, data: bytes, extra: dict[str, Any] | None = None) -> Any:
    """A compressed stream, added to the file."""
    import pydyf

    stream = pydyf.Stream([data], extra, compress=True)
    pdf.add_object(stream)
    return stream
