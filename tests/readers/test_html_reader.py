"""What the reader of our own HTML takes, and what it refuses with which line."""

from __future__ import annotations

import pytest

from generator.document.nodes import Document, Heading, List, Note, NoteRef, Paragraph, Table, Text, Title
from generator.errors import NotHouseForm
from generator.readers.html import read_html
from generator.writers.html import write_html

TABLE = Table(
    ((), (Text("Class A"),)),
    (((Text("Fees"),), ()), ((Text("Management Fee"), NoteRef("*")), (Text("0.86%"),))),
    (Text("Costs"),),
    (Note("*", (Text("Estimated."),)),),
)
WHOLE = Document(
    (
        Title((Text("Trust"),)),
        Heading(1, (Text("Fees"),), "I."),
        Paragraph((Text("I. “Words”"),)),
        List(((Text("one"),), (Text("two"),))),
        TABLE,
        Paragraph((Text("* no note"),)),
    )
)
SOURCE = write_html(WHOLE)


def page(body: str) -> str:
    return f"<html>\n<head>\n<title>x</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"


def test_a_page_is_read() -> None:
    assert read_html(SOURCE) == WHOLE


def test_styles_are_free_as_long_as_words_stay_visible() -> None:
    source = page('<p style="text-align: center; margin: 9px; color: black">a\n  b</p><p style="font-size: 9pt">c</p>')
    assert read_html(source) == Document((Paragraph((Text("a b"),), "center"), Paragraph((Text("c"),))))


def test_a_div_around_a_heading_is_a_level_that_no_heading_shows() -> None:
    source = page("<div><h2>a</h2></div>\n<div>\n<div><h2>I.&#160;&#160;b</h2></div></div><div><h3>c</h3></div>")
    found = [(one.level, one.number) for one in read_html(source).blocks if isinstance(one, Heading)]
    assert found == [(2, ""), (3, "I."), (3, "")]


@pytest.mark.parametrize("side", ["left", "center", "right"])
def test_the_side_of_a_paragraph_is_what_a_browser_shows(side: str) -> None:
    source = page(f'<p style="text-align: justify;text-align:{side}">a</p>')
    assert read_html(source).blocks == (Paragraph((Text("a"),), side),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "style",
    [
        "display: none",
        "visibility: hidden",
        "color: white",
        "font-size: 0",
        "font-size: 0.01em",
        "opacity: 0",
        "position: absolute",
        "text-transform: uppercase",
        "text-indent: -999em",
        "margin: 0 0 0 -5000px",
        "color:#fff",
        "content: 'x'",
        "overflow-x: hidden",
        "background: url(x)",
        "font: 0 serif",
        "DISPLAY:none",
    ],
)
def test_a_style_that_hides_words_is_refused(style: str) -> None:
    with pytest.raises(NotHouseForm, match="line 6: a style that may hide"):
        read_html(page(f'<p style="margin: 0; {style}">a</p>'))


@pytest.mark.parametrize(
    "body",
    [
        "words",
        "<p></p>",
        "<p> </p>",
        "<p>a",
        "<p>a</p></p>",
        "<p>a<p>b</p></p>",
        "<span>a</span>",
        "<P>a</P>",
        "<p>a<!-- b --></p>",
        "<!DOCTYPE html>",
        "<p/>",
        "<p>&nbsp;a</p>",
        "<p>&#133;</p>",
        "<p>&#x2014;</p>",
        "<p>&lt;</p>",
        "<p>é</p>",
        "<p>a\tb</p>",
        "<p id='x'>a</p>",
        "<p title='x'>a</p>",
        "<p><a name='n'>*</a> a</p>",
        "<p>a<sup>1</sup></p>",
        "<p>a < b</p>",
        "<p>a & b</p>",
        "<p>&#0;</p>",
        "<p>&#55296;</p>",
        "<h5>a</h5>",
        "<h2></h2>",
        "<ul><li>a</li></ul>",
        "<ul type='disc'></ul>",
        "<ul type='disc'>x<li>a</li></ul>",
        "<ol type='disc'><li>a</li></ol>",
        "<li>a</li>",
        "<table><tr><th>a</th><td>b</td></tr></table>",
        "<div></div>",
        "<div><p>a</p></div>",
        "<div><h4>a</h4></div>",
        "<div><div><div><h2>a</h2></div></div></div>",
        "<div><h2>a</h2><h2>b</h2></div>",
        "<div><h2>a</h2><p>b</p></div>",
        "<div>a<h2>b</h2></div>",
        "<div><h2></h2></div>",
        "<div><h1>a</h1></div>",
        "<div><div></div></div>",
        "<div><div><table><tr><td>a</td></tr></table></div></div>",
        "<div><table></table></div>",
        "<div><table><tr></tr></table></div>",
        "<div><table><tr><td></td></tr></table></div>",
        "<div><table><tr><th>only a head</th></tr></table></div>",
        "<div><table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table></div>",
        "<div><table><tr><td>a</td><td>b</td></tr></table></div>",
        "<div><table><tr><th>a</th><td>b</td></tr><tr><th colspan='3'>c</th></tr></table></div>",
        "<div><table><tr><th>a</th><td colspan='2'>b</td></tr></table></div>",
        "<div><table><tr><th>a</th><td>b<sup><a>*</a></sup></td></tr></table></div>",
        "<div><table><tr><th>a</th><td>b<sup>*</sup></td></tr></table></div>",
        "<div><table><tr><th>a</th><td><p>b</p></td></tr></table></div>",
        "<div><table><tr><th>a</th><td>b</td></tr></table></div><p><a>*</a></p>",
        "<div><table><tr><th>a</th><td>b</td></tr></table></div><p><a><b>*</b></a> c</p>",
    ],
)
def test_what_our_writer_never_writes_is_refused(body: str) -> None:
    with pytest.raises(NotHouseForm):
        read_html(page(body))


@pytest.mark.parametrize(
    "source",
    [
        "",
        "words",
        "<p>a</p>",
        "<html></html>",
        "<html><body></body></html>",
        "<html><head></head><head></head></html>",
        "<html><head><b>x</b></head><body></body></html>",
        "<html><head><title><b>x</b></title></head><body></body></html>",
        "<html><head></head><body></body></html>more",
        "<html xmlns='http://www.w3.org/1999/xhtml'><head/><body/></html>",
    ],
)
def test_what_is_no_page_of_ours_is_refused(source: str) -> None:
    with pytest.raises(NotHouseForm):
        read_html(source)


def test_the_refusal_names_the_line() -> None:
    lines = SOURCE.split("\n")
    at = next(number for number, line in enumerate(lines) if "<li" in line)
    lines[at] = lines[at].replace("<li", "<dd").replace("</li", "</dd")
    with pytest.raises(NotHouseForm) as refused:
        read_html("\n".join(lines))
    assert refused.value.line == at + 1


def test_every_cut_is_refused_or_read_as_it_looks() -> None:
    """A file cut off anywhere before its last tag is never read as a document."""
    for end in range(0, SOURCE.index("</html>") + 6, 7):
        with pytest.raises(NotHouseForm):
            read_html(SOURCE[:end])
