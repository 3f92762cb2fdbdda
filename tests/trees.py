"""Hypothesis strategies for document trees in normal form, hostile words included."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.document.canonical import canonical_inlines, canonical_text, shown_text
from generator.document.nodes import (
    Block,
    Break,
    Document,
    Emphasis,
    Heading,
    Inlines,
    List,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)
from generator.document.normal import LOWEST, irregularities

#: Words that look like markup, page furniture, marks or rules of one of the formats.
TRAPS = [
    "<TABLE>", "</TABLE>", "<S>", "<C>", "<PAGE>", "<FN>", "<CAPTION>", "<b>", "&lt;", "&amp;", "&amp;lt;", "&#42;",
    "- 2 -", "o", "I.", "1.", "(1)", "(a)", "*", "**", "-----", "=====", "large-cap", "A&B", "{{x}}", "{%", "$", "~",
    "\\", "_", "|", "[x]", "#", "None", "N/A", "0.86%", "$10,000", "and/or", "--", "REITs", "e.g.,", "“quoted”",
    "café", "Ångström", "naïve", "§", "®", "1999–2001", "risk—return", "O’Neil", "%", "(0.19)%", "Section", "<", ">",
]  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&<>*#|_[]{}$%~\\\"'()-.,;:/éüñÇ"

words = st.one_of(st.sampled_from(TRAPS), st.text(LETTERS, min_size=1, max_size=14))


def phrases(most: int = 8, least: int = 1) -> st.SearchStrategy[str]:
    """Canonical text of some words."""
    return st.lists(words, min_size=least, max_size=most).map(" ".join).map(canonical_text).filter(bool)


def inlines(most: int = 8, emphasis: bool = True) -> st.SearchStrategy[Inlines]:
    """Canonical inlines with at least one word, at times with bold, italics and breaks."""
    plain = phrases(most).map(lambda text: (Text(text),))
    if not emphasis:
        return plain
    run = st.one_of(
        phrases(most).map(Text),
        phrases(3).map(lambda text: Strong((Text(text),))),
        phrases(3).map(lambda text: Emphasis((Text(text),))),
        st.just(Text(" ")),
        st.just(Break()),
    )
    mixed = st.lists(run, min_size=1, max_size=5).map(canonical_inlines).filter(lambda c: bool(shown_text(c).strip()))
    return st.one_of(plain, plain, mixed)


paragraphs = st.builds(Paragraph, st.one_of(inlines(8), inlines(120, emphasis=False)), st.just("left"))
lists = st.builds(
    List,
    st.lists(inlines(30), min_size=1, max_size=9).map(tuple),
    st.sampled_from(["bullet", "decimal", "alpha", "roman", "plain"]),
)
markers = st.one_of(st.just(["*", "**", "***"]), st.just(["(1)", "(2)", "(3)"]), st.just(["(a)", "(b)", "(c)"]))


@st.composite
def tables(draw: st.DrawFn, widest: int = 13, tallest: int = 15) -> Table:
    """A table in normal form, with figures, empty cells, long cells, notes."""
    width = draw(st.integers(1, widest))
    cell = st.one_of(
        st.just(()),
        inlines(4, emphasis=False),
        st.sampled_from(["0.86%", "None", "N/A", "(0.35)%", "$1,506", "12.5%"]).map(lambda text: (Text(text),)),
        *([inlines(25)] if width < 4 else []),
    )
    row = st.tuples(*([cell] * width))
    rows = draw(st.lists(row, min_size=1, max_size=tallest).map(tuple))
    head = draw(st.one_of(st.just(()), row))
    chosen = draw(st.one_of(st.just([]), markers.flatmap(lambda some: st.integers(1, 3).map(lambda n: some[:n]))))
    notes = tuple(Note(marker, draw(inlines(25))) for marker in chosen)
    for note in notes:
        at = draw(st.integers(0, len(rows) - 1))
        if rows[at][0]:
            rows = (*rows[:at], ((*rows[at][0], NoteRef(note.marker)), *rows[at][1:]), *rows[at + 1 :])
    caption = draw(st.one_of(st.just(()), inlines(6)))
    return Table(head if any(head) else (), rows, caption, notes)


@st.composite
def documents(draw: st.DrawFn, most: int = 6) -> Document:
    """A document in normal form: legend, titles, then blocks, headings of any level among them."""
    blocks: list[Block] = []
    if draw(st.booleans()):
        blocks.append(Paragraph(draw(inlines(6)), "right"))
    blocks += [Title(line) for line in draw(st.lists(inlines(6), min_size=1, max_size=3))]
    body = st.one_of(paragraphs, lists, tables(), st.just(PageBreak()), st.just("heading"), st.just("center"))
    for kind in draw(st.lists(body, max_size=most)):
        if kind == "heading":
            level = draw(st.integers(1, LOWEST))
            blocks.append(Heading(level, draw(inlines(8)), draw(st.sampled_from(["", "I.", "XIV.", "2.", "B."]))))
        elif kind == "center":
            if not isinstance(blocks[-1], Title):
                blocks.append(Paragraph(draw(inlines(6)), "center"))
        else:
            blocks.append(kind)
    return Document(tuple(blocks))


def normal_documents(most: int = 6) -> st.SearchStrategy[Document]:
    """Documents that every format can show."""
    return documents(most).filter(lambda document: not list(irregularities(document)))
