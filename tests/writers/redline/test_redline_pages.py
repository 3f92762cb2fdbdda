"""The redline as a page, on paper, in a terminal and as data: both documents can be read out of what is shown."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings

from generator.checks.conformance import check_conformance
from generator.compare.redline.redline import compare_documents
from generator.compare.redline.sides import Said, said_by
from generator.document.canonical import canonical_text
from generator.document.nodes import Document, Heading, List, ListStyle, Paragraph, Text, Title
from generator.errors import SupplementError
from generator.writers.redline import (
    Names,
    write_redline_html,
    write_redline_json,
    write_redline_pdf,
    write_redline_text,
)
from generator.writers.redline.marks import BAR
from tests.trees import documents
from tests.writers.redline.harbor import NEW, OLD

some = settings(max_examples=60, suppress_health_check=list(HealthCheck))
NAMES = Names("old.yaml", "new.yaml")
BLOCKS = {"p", "h1", "h2", "h3", "h4", "li", "caption", "th", "td"}


class _Side(HTMLParser):
    """The blocks of a page's main part, with every change accepted or rejected."""

    def __init__(self, accept: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.accept, self.blocks, self.hidden, self.main = accept, [""], 0, False
        self.open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        self.main = self.main or tag == "main"
        if tag == "br":
            self.handle_data(" ")
            return
        if tag in BLOCKS:
            self.blocks.append("")
        gone = tag == ("del" if self.accept else "ins") or (not self.accept and "within" in classes)
        aside = bool({"move", "about"} & {*classes})
        if tag in ("meta", "col"):
            return
        self.open.append(gone or aside)
        self.hidden += gone or aside
        if "end" in classes and not self.hidden:
            self.blocks.append("")
        if "end" in classes:
            self.open[-1] = True
            self.hidden += not (gone or aside)

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= self.open.pop()
        self.main = self.main and tag != "main"

    def handle_data(self, data: str) -> None:
        if self.main and not self.hidden:
            self.blocks[-1] += data


def shown(page: str, accept: bool) -> list[str]:
    parser = _Side(accept)
    parser.feed(page)
    return [text for block in parser.blocks if (text := canonical_text(block))]


def parts(said: tuple[Said, ...]) -> Iterator[str]:
    """The passages and cells of what a document says."""
    for one in said:
        if isinstance(one, str):
            yield one
        else:
            caption, rows, notes = one
            yield from (caption, *(cell for row in rows for cell in row), *notes)


@some
@given(documents(6), documents(6))
def test_the_page_holds_both_documents(old: Document, new: Document) -> None:
    both = Document((*old.blocks, *new.blocks[:2])), Document((*new.blocks[:2], *old.blocks[1:], *new.blocks))
    page = write_redline_html(compare_documents(*both), NAMES)
    assert shown(page, accept=False) == [part for part in parts(said_by(both[0])) if part]
    assert shown(page, accept=True) == [part for part in parts(said_by(both[1])) if part]


def test_the_page_stands_alone_and_says_what_its_marks_mean() -> None:
    page = write_redline_html(compare_documents(OLD, NEW), NAMES)
    assert not re.search(r"<script|<link|src=|url\(|@import|https?:", page)
    assert '<html lang="en-US">' in page and "<title>Redline: new.yaml against old.yaml</title>" in page
    for words in ("inserted", "deleted", "moved from", "a bar in the margin", "Figures that changed", "down 0.05"):
        assert words in page
    assert page == write_redline_html(compare_documents(OLD, NEW), NAMES)


def test_names_and_words_are_never_markup() -> None:
    hostile = Document((Paragraph((Text("</main><script>alert(1)</script>"),)),))
    page = write_redline_html(compare_documents(OLD, hostile), Names("<b>", "&"))
    assert "<script" not in page and "<b>" not in page.partition("<main>")[0]


def test_a_moved_section_is_numbered_and_says_where_it_went() -> None:
    moved = (Heading(1, (Text("Compensation"),)), Paragraph((Text("The adviser pays its managers a salary."),)))
    rest = tuple(Paragraph((Text(f"Paragraph {word} of the document stays where it is, as it was."),)) for word in "AB")
    redline = compare_documents(Document((*moved, *rest)), Document((*rest, *moved)))
    page = write_redline_html(redline, NAMES)
    for words in ("[Move 1: moved down from here]", "[Move 1: moved here from above]"):
        assert page.count(words) == 1
    assert page.count("[Move 1]") == 2


def test_a_heading_under_none_is_read_out_by_its_rank() -> None:
    title, rest = Title((Text("TRUST"),)), Paragraph((Text("The Fund may lose money."),))
    old = Document((title, Heading(1, (Text("Risks"),)), Heading(2, (Text("Principal Risks"),)), rest))
    new = Document((title, Heading(3, (Text("Market Risk"),)), rest))
    page = write_redline_html(compare_documents(old, old), NAMES)
    assert "aria-level" not in page and "data-tag" not in page
    alone = compare_documents(new, new)
    assert '<h4 aria-level="2" data-tag="H2">Market Risk</h4>' in write_redline_html(alone, NAMES)
    for redline in (alone, compare_documents(old, new), compare_documents(new, old)):
        data = write_redline_pdf(redline, NAMES)
        assert check_conformance("redline.pdf", data) == []


def test_a_change_has_a_bar_at_its_last_word() -> None:
    """It may stand alone on the last line."""
    for count in range(1, 9):
        words = " ".join(f"word{at}" for at in range(count))
        page = write_redline_html(compare_documents(Document(()), Document((Paragraph((Text(words),)),))), NAMES)
        assert f"word{count - 1}{BAR}" in page


def test_the_pdf_is_tagged_and_shows_the_words_of_both() -> None:
    redline = compare_documents(OLD, NEW)
    data = write_redline_pdf(redline, NAMES)
    assert check_conformance("redline.pdf", data) == []
    assert data == write_redline_pdf(redline, NAMES)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
        fonts = {character["fontname"].partition("+")[2] for page in pdf.pages for character in page.chars}
    for words in ("Jane Doe and John Roe", "Mary Major", "0.86% 0.81%", "down 0.05"):
        assert words in text
    assert all(font.startswith("Source-Serif-Pro") for font in fonts), fonts


def test_the_pdf_spells_what_its_typeface_has_not_or_says_so() -> None:
    box = Document((Paragraph((Text("A \u25a0 box"),)),))
    assert write_redline_pdf(compare_documents(OLD, box), NAMES)
    with pytest.raises(SupplementError, match=r"U\+6F22.*html"):
        write_redline_pdf(compare_documents(OLD, Document((Paragraph((Text("\u6f22"),)),))), NAMES)


TEXT = """\
new.yaml against old.yaml
8 insertions (9 words), 12 deletions (28 words)

I. Portfolio Managers
    The Fund is managed by [-Jane Doe and John Roe-]{+Mary Major+}, who [-have-]{+has+} managed it
    since 2019.

    deleted: [-This paragraph will be gone in the new document altogether.-]

    (b) [-Credit-]{+Liquidity+} risk is [-that of default-]{+another+}.

    table
        Management Fees, Class A: [-0.86%-]{+0.81%+}, down 0.05
        [-Other Expenses-] | [-0.03%-] | [-0.03%-]
        Total, Class A: [-0.89%-]{+0.81%+}, down 0.08
        Total, Class C: [-0.89%-]{+0.86%+}, down 0.03
        note: * The adviser waives fees until [-2026-]{+2027+}.
"""


def test_a_terminal_shows_what_changed_with_its_section() -> None:
    assert write_redline_text(compare_documents(OLD, NEW), NAMES, colour=False, width=100) == TEXT


def test_in_colour_there_are_no_signs() -> None:
    text = write_redline_text(compare_documents(OLD, NEW), NAMES, colour=True, width=100)
    assert "\x1b[9;31m0.86%\x1b[0m\x1b[4;32m0.81%\x1b[0m" in text
    assert "[-" not in text and "{+" not in text


def test_a_terminal_obeys_nothing_that_a_document_says() -> None:
    bad = Document((Paragraph((Text("red \x1b[31m alert"),)),))
    text = write_redline_text(compare_documents(Document(()), bad), NAMES, colour=False, width=80)
    assert "\x1b" not in text and "\\x1b" in text


def test_lines_keep_to_the_width() -> None:
    text = write_redline_text(compare_documents(OLD, NEW), NAMES, colour=False, width=60)
    assert max(map(len, text.splitlines())) <= 60


def test_nothing_is_said_of_documents_that_do_not_differ() -> None:
    assert write_redline_text(compare_documents(OLD, OLD), NAMES, colour=False, width=80) == ""
    assert json.loads(write_redline_json(compare_documents(OLD, OLD), NAMES))["changes"] == []


def test_data_has_a_version_the_changes_and_exact_figures() -> None:
    report = json.loads(write_redline_json(compare_documents(OLD, NEW), NAMES))
    assert (report["version"], report["old"], report["new"], report["differs"]) == (1, "old.yaml", "new.yaml", True)
    first, gone, *_, table = report["changes"]
    assert first["pieces"][1:3] == [{"deleted": "Jane Doe and John Roe"}, {"inserted": "Mary Major"}]
    assert (first["section"], first["old_blocks"], first["new_blocks"]) == ("I. Portfolio Managers", [2], [2])
    assert (gone["status"], gone["old_blocks"], gone["new_blocks"]) == ("deleted", [3], [])
    assert [row["status"] for row in table["rows"]] == ["same", "changed", "deleted", "changed"]
    assert report["figures"][0] == {
        "where": "Management Fees, Class A", "old": "0.86%", "new": "0.81%", "unit": "%", "scale": "",
        "difference": "-0.05",
    }  # fmt: skip


def items(style: ListStyle, *texts: str) -> Document:
    return Document((List(tuple((Text(text),) for text in texts), style),))


def test_items_with_other_numbers_and_the_same_words_are_told_together() -> None:
    points = [f"The {nth} point of the list." for nth in ("first", "second", "third")]
    redline = compare_documents(items("decimal", *points), items("decimal", "One that came before.", *points))
    assert write_redline_text(redline, NAMES, colour=False, width=100).splitlines()[1:] == [
        "1 insertion (4 words), 3 item labels changed",
        "",
        "    inserted: {+1. One that came before.+}",
        "",
        "    renumbered: [-1.-]{+2.+} [-2.-]{+3.+} [-3.-]{+4.+}",
    ]
    assert '<span class="label" data-tag="Lbl"><del>1.' in write_redline_html(redline, NAMES)
    told = json.loads(write_redline_json(redline, NAMES))
    assert [change["label"] for change in told["changes"]][:2] == [
        [{"inserted": "1."}],
        [{"deleted": "1."}, {"inserted": "2."}],
    ]


def test_a_paragraph_that_became_a_bullet_is_told_with_its_words() -> None:
    redline = compare_documents(Document((Paragraph((Text("A point."),)),)), items("bullet", "A point."))
    assert "{+\u2022+} A point." in write_redline_text(redline, NAMES, colour=False, width=100)
    back = compare_documents(items("bullet", "A point."), Document((Paragraph((Text("A point."),)),)))
    assert shown(write_redline_html(back, NAMES), accept=False) == ["\u2022 A point."]
    assert shown(write_redline_html(back, NAMES), accept=True) == ["A point."]
