"""A document with EDGAR's marks for changes: accepted by the manual's rules, and without the marks what it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.checks.conformance import check_conformance
from generator.compare.redline.redline import compare_documents
from generator.document.carried import HTML, TEXT, carried
from generator.document.nodes import Document, List, ListStyle, Paragraph, Text, Title
from generator.readers.files import read_file
from generator.readers.html import read_html
from generator.readers.text import read_text
from generator.writers.html import html_faults, write_html
from generator.writers.redline.edgar import without_marks
from generator.writers.redline.edgar_html import mark_html
from generator.writers.redline.edgar_text import mark_text
from generator.writers.text import text_faults, write_text
from tests.trees import normal_documents
from tests.writers.redline.harbor import NEW, OLD

some = settings(max_examples=60, suppress_health_check=list(HealthCheck))
MARK = re.compile(r"</?R>")


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two documents that have some of their blocks in common, the second in normal form."""
    new = draw(normal_documents())
    other = draw(normal_documents(3))
    kept = [block for block in new.blocks if draw(st.booleans())]
    return Document((*kept, *other.blocks[:2])), new


@some
@given(pairs())
def test_marked_html_without_its_marks_is_the_page(pair: tuple[Document, Document]) -> None:
    old, new = pair
    assume(not html_faults(new))
    page = write_html(new)
    marked = mark_html(page, compare_documents(old, new))
    assert without_marks(marked) == page
    assert read_html(without_marks(marked)).blocks == carried(new, HTML).blocks
    assert max((len(re.findall("<R>", line)) for line in marked.splitlines()), default=0) <= 1
    assert not re.search(r"<R>[^<]*<(?!/R>)", marked), "a tag between two marks"


@some
@given(pairs())
def test_marked_text_without_its_marks_is_the_text(pair: tuple[Document, Document]) -> None:
    old, new = pair
    assume(not text_faults(new))
    text = write_text(new)
    marked = mark_text(new, compare_documents(old, new), write_text)
    assert without_marks(marked) == text
    assert read_text(without_marks(marked)).blocks == carried(new, TEXT).blocks
    assert not re.search(r"<R>\n(?:(?!</R>).*\n)*<(?:/?TABLE|CAPTION|S|FN|R)>", marked), "a tag between two marks"


TEXT_MARKED = """\
                            Harbor Point Growth Fund

I.   Portfolio Managers
-----------------------

<R>
     The Fund is managed by Mary Major, who has managed it since 2019.
</R>

<R></R>
(a)  Market risk is the risk of loss.

<R>
(b)  Liquidity risk is another.
</R>

<TABLE>
<CAPTION>
                   Class A    Class C
---------------    -------    -------
<S>                <C>        <C>
<R>
Management Fees    0.81%      0.86%
</R>
<R></R>
<R>
Total*             0.81%      0.86%
</R>
<FN>
<R>
*    The adviser waives fees until 2027.
</R>
</TABLE>

     Please retain this supplement for future reference.
"""


def test_text_is_marked_by_paragraphs_items_rows_and_notes() -> None:
    assert mark_text(NEW, compare_documents(OLD, NEW), write_text) == TEXT_MARKED


def test_html_is_marked_by_words() -> None:
    marked = mark_html(write_html(NEW), compare_documents(OLD, NEW))
    found = re.findall(r"<R>(.*?)</R>", marked)
    assert found == ["Mary", "has", "", "Liquidity", "another.", "0.81%", "", "0.81%", "0.86%", "2027."]


@pytest.mark.parametrize("suffix", [".txt", ".htm"])
def test_a_marked_file_breaks_no_rule_of_edgar(suffix: str) -> None:
    redline = compare_documents(OLD, NEW)
    marked = mark_text(NEW, redline, write_text) if suffix == ".txt" else mark_html(write_html(NEW), redline)
    assert check_conformance(f"marked{suffix}", marked.encode("ascii")) == []


def test_marked_html_reads_as_the_same_words_marks_and_all() -> None:
    marked = mark_html(write_html(NEW), compare_documents(OLD, NEW)).encode("ascii")
    blanked = MARK.sub(lambda mark: " " * len(mark[0]), marked.decode("ascii")).encode("ascii")
    assert read_file("marked.htm", blanked).document.blocks == carried(NEW, HTML).blocks


def test_a_page_of_other_words_is_refused() -> None:
    with pytest.raises(ValueError, match="other words"):
        mark_html(write_html(OLD), compare_documents(OLD, NEW))


def test_an_item_with_another_label_is_marked() -> None:
    points = (Text("First point."),), (Text("Second point."),)
    old, new = Document(tuple(map(Paragraph, points))), Document((List(points, "decimal"),))
    redline = compare_documents(old, new)
    assert mark_text(new, redline, write_text) == "<R>\n1.   First point.\n</R>\n\n<R>\n2.   Second point.\n</R>\n"
    marked = mark_html(write_html(new), redline)
    assert re.findall(r"<R>(.*?)</R>", marked) == ["First", "Second"]
    assert without_marks(marked) == write_html(new)
    typed = Document((Paragraph((Text("1. First point."),)), Paragraph((Text("Second point."),))))
    marked = mark_html(write_html(typed), compare_documents(new, typed))
    assert re.findall(r"<R>(.*?)</R>\n(.*?)<", marked) == [("", "Second point.")]


def lines(*items: str, style: ListStyle = "plain") -> Document:
    return Document((Title((Text("Trust"),)), List(tuple((Text(item),) for item in items), style)))


def test_a_line_of_an_address_is_marked_by_itself() -> None:
    long = "and at any other place that the Fund names for the purpose, in this country or in another"
    old, new = lines("Funds", "Box 1", long, "Ohio"), lines("Funds", "Box 2", long, "Ohio")
    redline = compare_documents(old, new)
    assert mark_text(new, redline, write_text).splitlines()[2:] == [
        "        Funds",
        "<R>",
        "        Box 2",
        "</R>",
        "        and at any other place that the Fund names for the purpose, in this",
        "            country or in another",
        "        Ohio",
    ]
    assert re.findall("<R>[^<]*</R>", mark_html(write_html(new), redline)) == ["<R>2</R>"]
    shorter = lines("Funds", "Ohio")
    gone = mark_text(shorter, compare_documents(old, shorter), write_text)
    assert gone.splitlines()[2:] == ["        Funds", "<R></R>", "        Ohio"]
    assert without_marks(gone) == write_text(shorter)


@pytest.mark.parametrize(("first", "second"), [("plain", "decimal"), ("decimal", "plain")])
def test_lines_that_get_or_lose_numbers_are_marked(first: ListStyle, second: ListStyle) -> None:
    old, new = lines("by post", "online", style=first), lines("by post", "online", style=second)
    redline = compare_documents(old, new)
    assert redline.differs
    marked = mark_html(write_html(new), redline)
    assert without_marks(marked) == write_html(new) != marked
    assert "<R>" in mark_text(new, redline, write_text)


def test_a_number_that_was_typed_before_a_line_is_found_on_its_page() -> None:
    old = lines("by post", "online at any time of the day", style="decimal")
    new = lines("1. by post", "2. online at any time of the night")
    marked = mark_html(write_html(new), compare_documents(old, new))
    assert without_marks(marked) == write_html(new)
    assert re.findall("<R>[^<]*</R>", marked) == ["<R>night</R>"]
