"""One small PDF for each rule on PDF that breaks that rule and no other."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.conformance.pdf_maker import (
    CONTENT,
    DATA_ROW,
    FONT,
    HEAD_ROW,
    HEADINGS,
    LIST,
    TABLE,
    WIDTHS,
    Parts,
    element,
    shown,
    stream,
    tagged,
)

GOOD = Parts()
SHORT_ROW = element("TR", element("TD"))
ENCRYPTION = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>" % (b"o" * 32, b"u" * 32)
LINK = b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.com)>>>>]"

PDF_CASES: dict[str, list[bytes]] = {
    "pdf.opens": [
        b"%PDF-1.7\nnothing",
        b"no PDF",
        b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj trailer <</Root 1 0 R>>",
    ],
    "pdf.security": [replace(GOOD, trailer=ENCRYPTION).written()],
    "pdf.active": [
        replace(GOOD, catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>").written(),
        replace(GOOD, catalog=b"/AA<</WC<</S/Named/N/Print>>>>").written(),
        replace(GOOD, catalog=b"/Names<</JavaScript<</Names[]>>>>").written(),
        replace(GOOD, page=b"/AA<</O<</S/Named/N/NextPage>>>>").written(),
        replace(GOOD, page=b"/Annots[<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]>>]").written(),
        replace(GOOD, page=b"/Annots[<</Type/Annot/Subtype/Square/Rect[0 0 9 9]/A<</S/Launch/F(a)>>>>]").written(),
        replace(GOOD, more=b"11 0 obj <</S/JavaScript/JS(1)>> endobj\n").written(),
    ],
    "pdf.links": [
        replace(GOOD, page=LINK).written(),
        replace(GOOD, page=b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/Fit]>>]").written(),
        replace(GOOD, catalog=b"/URI<</Base(https://example.com)>>").written(),
        replace(GOOD, more=b"11 0 obj <</F(other.pdf)/Length 0>> stream\n\nendstream endobj\n").written(),
    ],
    "pdf.destinations": [
        replace(GOOD, catalog=b"/Dests<</here[3 0 R/Fit]>>").written(),
        replace(GOOD, catalog=b"/Names<</Dests<</Names[(here)[3 0 R/Fit]]>>>>").written(),
        replace(GOOD, catalog=b"/OpenAction[3 0 R/Fit]").written(),
        replace(
            GOOD, catalog=b"/Outlines<</First 11 0 R>>", more=b"11 0 obj <</Title(a)/Dest[3 0 R/Fit]>> endobj\n"
        ).written(),
    ],
    "pdf.forms": [
        replace(GOOD, catalog=b"/AcroForm<</Fields[]>>").written(),
        replace(GOOD, page=b"/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]>>]").written(),
    ],
    "pdf.attachments": [
        replace(GOOD, catalog=b"/Names<</EmbeddedFiles<</Names[]>>>>").written(),
        replace(GOOD, catalog=b"/Collection<<>>").written(),
        replace(GOOD, page=b"/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]>>]").written(),
    ],
    "pdf.text": [replace(GOOD, content=stream(b"/Artifact BMC 0 0 9 9 re f EMC")).written()],
    "pdf.sgml": [replace(GOOD, content=stream(CONTENT.replace(b"(word)", b"(see <TABLE> here)", 1))).written()],
    "pdf.readable": [replace(GOOD, content=stream(b"\x80\x0b\x60\x50", b"/Filter/LZWDecode")).written()],
    "pdf.title": [replace(GOOD, info=b"<<>>").written(), replace(GOOD, info=b"<</Title(\xfe\xff)>>").written()],
    "pdf.title_shown": [
        replace(GOOD, viewer=b"").written(),
        replace(GOOD, viewer=b"/ViewerPreferences<</DisplayDocTitle false>>").written(),
    ],
    "pdf.language": [replace(GOOD, language=b"").written(), replace(GOOD, language=b"/Lang()").written()],
    "pdf.tagged": [
        replace(GOOD, marked=b"").written(),
        replace(GOOD, marked=b"/MarkInfo<</Marked false>>").written(),
    ],
    "pdf.untagged_content": [
        replace(GOOD, content=stream(CONTENT + shown(b"lost", b""))).written(),
        replace(GOOD, content=stream(CONTENT + shown(b"lost", b"/Span BMC"))).written(),
        replace(GOOD, content=stream(CONTENT + tagged(9))).written(),
    ],
    "pdf.heading_order": [
        replace(GOOD, tree=(element("H1", 0), element("H3", 1), element("P", 2), LIST, TABLE)).written(),
        replace(GOOD, tree=(element("H2", 0), element("H2", 1), element("P", 2), LIST, TABLE)).written(),
    ],
    "pdf.table_rows": [
        replace(GOOD, tree=(*HEADINGS, LIST, element("Table", HEAD_ROW, element("P"), DATA_ROW))).written(),
        replace(GOOD, tree=(*HEADINGS, LIST, element("Table", HEAD_ROW), DATA_ROW)).written(),
        replace(GOOD, tree=(*HEADINGS, LIST, element("Table", HEAD_ROW, DATA_ROW, SHORT_ROW))).written(),
    ],
    "pdf.table_headers": [
        replace(
            GOOD,
            tree=(
                *HEADINGS,
                LIST,
                element("Table", element("TR", element("TD", 5), element("TD", 6), element("TD", 7), element("TD", 8))),
            ),
        ).written()
    ],
    "pdf.header_association": [
        replace(
            GOOD,
            tree=(
                *HEADINGS,
                LIST,
                element(
                    "Table",
                    element("TR", element("TH", 5), element("TH", 6)),
                    element("TR", element("TH", 7), element("TD", 8)),
                ),
            ),
        ).written(),
        replace(
            GOOD,
            tree=(
                *HEADINGS,
                LIST,
                element(
                    "Table",
                    element("TR", element("TH", 5, entries=b"/ID(a)"), element("TH", 6, entries=b"/ID(b)")),
                    element("TR", element("TH", 7), element("TD", 8, entries=b"/A<</O/Table/Headers[(b)(c)]>>")),
                ),
            ),
        ).written(),
    ],
    "pdf.lists": [
        replace(GOOD, tree=(*HEADINGS, element("L", element("P", 3, 4)), TABLE)).written(),
        replace(GOOD, tree=(*HEADINGS, element("L", element("LI", element("Lbl", 3, 4))), TABLE)).written(),
        replace(GOOD, tree=(*HEADINGS, element("LI", element("LBody", 3, 4)), TABLE)).written(),
    ],
    "pdf.figures": [replace(GOOD, tree=(*HEADINGS, LIST, TABLE, element("Figure"))).written()],
    "pdf.fonts": [
        replace(GOOD, font=b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>").written(),
        replace(GOOD, font=b"<</Type/Font/Subtype/TrueType/BaseFont/Arial%s/ToUnicode 7 0 R>>" % WIDTHS).written(),
    ],
    "pdf.unicode": [replace(GOOD, font=FONT + b">>").written()],
    "pdf.ua_identifier": [
        replace(GOOD, xmp=b"<x:xmpmeta/>").written(),
        replace(GOOD, xmp=b'<a xmlns:pdfuaid="http://example.com/" pdfuaid:part="1"/>').written(),
    ],
}  # fmt: skip
