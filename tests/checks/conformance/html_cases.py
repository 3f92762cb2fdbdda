"""For each rule on plain HTML, sources that break it and no other, and where: line and column."""

from __future__ import annotations

GOOD_HTML = """\
<!-- made for EDGAR -->
<HTML>
<HEAD>
<TITLE>Supplement</TITLE>
<META NAME="author" CONTENT="A&amp;B">
</HEAD>
<BODY STYLE="font: 10pt Times New Roman, Times, Serif" BGCOLOR="#ffffff">
<P ALIGN="right">Rule 497(e)
<P STYLE="margin: 0">Fees&#160;of A&B are &lt;S&gt; 1 &#8212; &#x2014; &mdash; &rsquo; &#151; &sect;</P>
<R><P>changed<BR>matter</P></R>
<UL><LI>one<LI>two</UL>
<TABLE BORDER="0" CELLPADDING="0"><TR VALIGN=top><TH ID="a" COLSPAN=2>Class<SUP><A HREF="#n1">1</A></SUP></TH></TR>
<TR><TD>Fee</TD><TD ALIGN='right' NOWRAP>1%</TD></TR></TABLE>
<PAGE>
<TABLE><TR><TD>again</TD></TR></TABLE>
<P><A NAME="n1"></A>A note. <A HREF="ex99.htm">Exhibit</A> and
<A HREF="https://www.sec.gov/Archives/edgar/data/1/2.htm">an earlier filing</A>.</P>
<IMG SRC="logo.gif" ALT="logo"><HR>
</BODY>
</HTML>
"""

HtmlCase = tuple[bytes, int, int]


def body(inside: str, line: int = 2, column: int = 1) -> HtmlCase:
    """A source with this on its second line, and where its fault is."""
    return f"<html><body>words\n{inside}\n</body></html>\n".encode(), line, column


HTML_CASES: dict[str, list[HtmlCase]] = {
    "html.bytes": [
        body("a fund’s name", 2, 7),
        body("nul \0 here", 2, 5),
        (b"<html>\n<body>a fund\x92s</body></html>", 2, 13),
        (b"\xef\xbb\xbf<html><body>words</body></html>", 1, 1),
    ],
    "html.caret": [body("mark ^", 2, 6)],
    "html.tags": [body("<nobr>words</nobr>"), body("<p>\n<style>p {}</style></p>", 3, 1), body("<o:p>words</o:p>")],
    "html.tags_named": [body("<span>words</span>"), body("<table><tbody><tr><td>1</td></tr></tbody></table>", 2, 8)],
    "html.active_content": [
        body("<script>if (a < b) { '</p>' }</script>"),
        body("<p onclick='x'>words</p>", 2, 4),
        body("<a href='java&#115;cript:x()'>words</a>", 2, 4),
        body("<p style='width: expression(x)'>words</p>", 2, 4),
        body("<object>words</object>"),
    ],
    "html.ascii_tags": [body("<s>words</s>"), body("words<F1>", 2, 6), body("<FN>words")],
    "html.declaration": [body("<!ENTITY a 'b'>"), body("<!element p any>")],
    "html.doctype": [(b"<!DOCTYPE html>\n<html><body>words</body></html>", 1, 1)],
    "html.attributes_named": [
        body("<a href='ex99.htm'\n target='_top'>words</a>", 3, 2),
        body("<img src='a.gif' loop='1'>", 2, 18),
        (b"<html><head><meta http-equiv='x' content='y'></head><body>words</body></html>", 1, 19),
        (b"<html><body background='a.gif'>words</body></html>", 1, 13),
    ],
    "html.attributes_listed": [body("<font face='Times'>words</font>", 2, 7), body("<p title=x>words</p>", 2, 4)],
    "html.style_reference": [body("<p style='background: url(a.gif)'>words</p>", 2, 4)],
    "html.nested_table": [
        body("<table><tr><td><table><tr><td>words</td></tr></table></td></tr></table>", 2, 16),
    ],
    "html.external_reference": [
        body(f"<a href='{target}'>words</a>", 2, 4)
        for target in (
            "https://example.com", "mailto:a@example.com", "ftp://example.com/a.txt", "http://sec.gov/", "../a.htm",
            "//www.sec.gov/Archives/edgar/data/1/2.htm", "https://www.sec.gov/edgar", "setup.exe", "file:///a.htm",
        )
    ],
    "html.sec_link_https": [body("<a href='http://www.sec.gov/Archives/edgar/data/1/2.htm'>words</a>", 2, 4)],
    "html.links_resolve": [body("<a href='#n1'>words</a> <a name='N1'></a>", 2, 4)],
    "html.images": [
        body(f"<img src='{target}'>", 2, 6)
        for target in ("a.png", "https://www.sec.gov/Archives/edgar/data/1/a.gif", "data:image/gif;base64,R0", "")
    ],
    "html.references": [body("&nosuch; words"), body("&#0;"), body("a &#55555555555;", 2, 3), body("&#xD800;")],
    "html.tag_order": [
        body("<b>words"),
        body("<p>words</b></p>", 2, 9),
        body("<b><i>words</b>", 2, 4),
        body("<table><tr><td>words"),
    ],
    "html.redline": [body("<R>words"), body("words</R>", 2, 6), body("<R><R>words</R>", 2, 4)],
    "html.inline": [
        (b"<html xmlns='http://www.w3.org/1999/xhtml' xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'>"
         b"<body><span>words</span></body></html>", 1, 1),
    ],
}  # fmt: skip
