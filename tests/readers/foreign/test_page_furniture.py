"""What stands at pages' edges: running lines are no headings, a paragraph over an edge is one, and no word is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.document.canonical import shown_text
from generator.document.nodes import Block, Heading, List, Paragraph, Table, Text
from generator.document.normal import irregularities
from generator.readers.foreign import read_foreign_html

EDGE = "<p style='page-break-after: always'></p>"
SENTENCE = "Sentence number {} of the fund's own words stands here."


def body(html: str) -> tuple[Block, ...]:
    document = read_foreign_html(f"<html><body><p align=center><b>OAK TRUST</b></p>{html}".encode())
    assert list(irregularities(document)) == []
    return document.blocks[1:]


def paged(pages: list[str], running: str, number: str) -> str:
    """Pages with a line at the top of each but the first, and a number at the foot of each."""
    parts = [page + "<p>" + number.format(at, len(pages)) + "</p>" for at, page in enumerate(pages, 1)]
    return f"{EDGE}<p><b>{running}</b></p>".join(parts) if running else EDGE.join(parts)


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Text(text),)) for text in texts)


@given(st.integers(3, 7), st.sampled_from(["{}", "- {} -", "Page {}", "{} of {}"]))
def test_a_line_on_every_page_is_no_heading(count: int, number: str) -> None:
    sentences = [SENTENCE.format(at) for at in range(count)]
    html = paged([f"<p>{sentence}</p>" for sentence in sentences], "Oak Trust", number)
    assert body(html) == paragraphs(*sentences)


def test_a_line_that_was_not_said_before_stays_where_it_stands_first() -> None:
    html = paged([f"<p>{SENTENCE.format(at)}</p>" for at in range(4)], "Fund Summary", "{}")
    found = body(html)
    assert [block for block in found if isinstance(block, Heading)] == [Heading(1, (Text("Fund Summary"),))]
    assert found.index(Heading(1, (Text("Fund Summary"),))) == 1


@given(st.lists(st.booleans(), min_size=4, max_size=8))
def test_a_heading_of_some_pages_and_pages_without_numbers_lose_nothing(headed: list[bool]) -> None:
    pages = [("<p><b>Fees</b></p>" if on else "") + f"<p>{SENTENCE.format(at)}</p>" for at, on in enumerate(headed)]
    assert sum(isinstance(block, Heading) for block in body(EDGE.join(pages))) == sum(headed)
    few = [False, *headed[:2], *([False] * 4)]
    pages = [("<p><b>Fees</b></p>" if on else "") + f"<p>{SENTENCE.format(at)}</p>" for at, on in enumerate(few)]
    assert sum(isinstance(block, Heading) for block in body(paged(pages, "", "{}"))) == sum(few)


def test_one_number_makes_no_heading_a_running_line() -> None:
    section = "<hr><p><b>Fees</b></p><p>They are what the Fund pays.</p>"
    found = body(f"<p>The fees of the Funds follow below.</p>{section * 3}<p>2</p>{section}")
    assert sum(isinstance(block, Heading) for block in found) == 4


def test_a_sentence_that_runs_over_an_edge_is_one() -> None:
    html = f"<p>The Fund may invest without any limit in</p><p>2</p>{EDGE}<p>3</p><p>U.S. securities.</p>"
    assert body(html) == paragraphs("The Fund may invest without any limit in U.S. securities.")
    html = f"<p>The Fund may invest in other securities</p>{EDGE}<p>without any limit.</p>"
    assert body(html) == paragraphs("The Fund may invest in other securities without any limit.")


def test_an_item_that_runs_over_an_edge_goes_on_and_so_does_its_list() -> None:
    html = f"<ul><li>One item with several words</li></ul>{EDGE}<p>and its end.</p><ul><li>Another item.</li></ul>"
    (found,) = body("<p>These are the items:</p>" + html)[1:]
    assert isinstance(found, List)
    assert [shown_text(item) for item in found.items] == ["One item with several words and its end.", "Another item."]


def test_a_table_that_says_its_headings_again_on_the_next_page_is_one() -> None:
    part = "<table><tr><td></td><td>1 Year</td></tr><tr><td>Class {}</td><td>1.00%</td></tr></table>"
    two = f"{part.format('A')}{{}}{EDGE}{part.format('C')}"
    (whole,) = body("<p>These are the returns:</p>" + two.format("<p>2</p>"))[1:]
    assert isinstance(whole, Table)
    assert [shown_text(row[0]) for row in whole.rows] == ["Class A", "Class C"]
    assert len(body("<p>These are the returns:</p>" + two.format(""))[1:]) == 2  # no number says that a page ends


def test_what_is_whole_on_both_sides_of_an_edge_stays_apart() -> None:
    for before, after in [
        ("One sentence ends on this page.", "lower-case words begin the next."),
        ("The addresses of the Fund are 12 Main Street", "Boston"),
        ("Fees and expenses", "that you pay"),
    ]:
        assert len(body(f"<p>{before}</p>{EDGE}<p>{after}</p><p>A last sentence.</p>")) == 3
