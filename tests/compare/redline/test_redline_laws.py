"""A redline holds both of its documents whole: rejecting gives the old one, accepting the new one, word for word."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.compare.redline.changes import Passage, Pieces, Redline, Words, pieces_of, text_of
from generator.compare.redline.moves import LEAST_WORDS
from generator.compare.redline.redline import compare_documents
from generator.compare.redline.sides import said_by, said_on, side_text
from generator.compare.redline.summary import said, summarize
from generator.compare.redline.tokens import words_of
from generator.compare.redline.units import units_of
from generator.compare.redline.words import compare_words
from generator.document.canonical import canonical_text, shown_text
from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Block, Document, Heading, Inlines, List, Paragraph, Strong, Text
from tests.compare.redline.edits import EDITS, plain
from tests.trees import documents, inlines, phrases, tables

some = settings(max_examples=60, suppress_health_check=list(HealthCheck))


def words(text: str) -> Words:
    return words_of((Text(canonical_text(text)),))


def marked(redline: Redline) -> str:
    """The words that came or went, of moved passages those that changed on the way."""
    entries = [entry for entry in redline.entries if entry.status not in ("moved from",)]
    pieces = [piece for entry in entries for some in pieces_of(entry) for piece in some]
    return " ".join(text_of(piece.words) for piece in pieces if piece.kind != "same")


@st.composite
def edited(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document, and the same after some random edits."""
    old = plain(draw(documents(9)))
    new, random = old, Random(draw(st.integers(0, 10**6)))
    for edit in draw(st.lists(st.sampled_from(EDITS), max_size=4)):
        done = edit(new, random)
        new = done.document if done else new
    return old, new


def check_sides(old: Document, new: Document) -> None:
    redline = compare_documents(old, new)
    assert said_on(redline, "old") == said_by(old)
    assert said_on(redline, "new") == said_by(new)


@some
@given(documents(8), documents(8))
def test_rejecting_gives_the_old_words_and_accepting_the_new_ones(old: Document, new: Document) -> None:
    check_sides(old, new)


@some
@given(edited())
def test_the_same_of_documents_that_are_nearly_alike(pair: tuple[Document, Document]) -> None:
    check_sides(*pair)


@some
@given(documents(8))
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    redline = compare_documents(document, document)
    assert not redline.differs
    assert {piece.kind for entry in redline.entries for pieces in pieces_of(entry) for piece in pieces} <= {"same"}


@some
@given(documents(8))
def test_how_words_are_set_is_no_difference(document: Document) -> None:
    assert not compare_documents(document, carried(document, replace(EVERYWHERE, characters=True))).differs


@some
@given(documents(8))
def test_a_file_of_text_says_the_same_in_its_spelling(document: Document) -> None:
    spelled = carried(document, EVERYWHERE)
    assume(len(said_by(document)) == len(said_by(spelled)))
    redline = compare_documents(document, spelled, in_ascii=True)
    assert said_on(redline, "new") == said_by(spelled)


blocks = st.one_of(
    phrases(40, least=12).map(lambda text: Paragraph((Text(text),))),
    phrases(40, least=12).map(lambda text: Heading(1, (Text(text),), "I.")),
    tables(),
)


@some
@given(st.lists(blocks, min_size=2, max_size=9), st.data())
def test_a_moved_block_is_shown_as_moved(blocks: list[Block], data: st.DataObject) -> None:
    units = units_of(Document(tuple(blocks)))
    assume(len({unit.key for unit in units}) == len(units))
    assume(all(len(unit.words) >= LEAST_WORDS for unit in units))
    at, to = data.draw(st.permutations(range(len(blocks))).map(lambda order: order[:2]))
    moved = list(blocks)
    moved.insert(to, moved.pop(at))
    redline = compare_documents(Document(tuple(blocks)), Document(tuple(moved)))
    assert {entry.status for entry in redline.entries} == {"same", "moved from", "moved to"}
    numbers = [sorted(e.move for e in redline.entries if e.status == end) for end in ("moved from", "moved to")]
    assert numbers[0] == numbers[1] != []


@some
@given(inlines(30), inlines(30))
def test_pieces_hold_both_runs_of_words(old: Inlines, new: Inlines) -> None:
    pieces = compare_words(words_of(old), words_of(new))
    assert side_text(pieces, "old") == canonical_text(shown_text(old))
    assert side_text(pieces, "new") == canonical_text(shown_text(new))
    for piece in pieces:
        assert [word.key for word in piece.old] == [word.key for word in piece.new] or piece.kind != "same"
        assert (bool(piece.old), bool(piece.new)) == (piece.kind != "inserted", piece.kind != "deleted")


distinct = st.lists(st.text("abcdefghij", min_size=1, max_size=7), min_size=14, max_size=60, unique=True)


@some
@given(distinct, st.data())
def test_a_paragraph_that_was_split_or_joined_has_one_mark(parts: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(6, len(parts) - 6))
    whole = Document((Paragraph(item(" ".join(parts))),))
    split = Document((Paragraph(item(" ".join(parts[:at]))), Paragraph(item(" ".join(parts[at:])))))
    for old, new in ((whole, split), (split, whole)):
        redline = compare_documents(old, new)
        assert said_on(redline, "old") == said_by(old)
        assert said_on(redline, "new") == said_by(new)
        assert marked(redline).split() == ["\u00b6"]


def shown(old: str, new: str) -> str:
    """A change as one line."""
    return line(compare_words(words(old), words(new)))


def labels(redline: Redline) -> list[str]:
    """The labels of items, each with its marks."""
    return [line(entry.label) for entry in redline.entries if isinstance(entry, Passage)]


def line(pieces: Pieces) -> str:
    marks = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(marks[piece.kind].format(text_of(piece.words)) for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "redline"),
    [
        ("The fee is 0.86%.", "The fee is 0.81%.", "The fee is [-0.86%-]{+0.81%+}."),
        ("One. Two. Three.", "One. Three.", "One.[- Two.-] Three."),
        ("One. Three.", "One. Two. Three.", "One.{+ Two.+} Three."),
        ("a large-cap fund", "a mid-cap fund", "a [-large-cap-]{+mid-cap+} fund"),
        ("the Fund, Inc.", "the Fund.", "the Fund[-, Inc-]."),
        ("fees,costs", "fees, costs", "fees,{+ +}costs"),
        ("Jane Doe manages the Fund", "Manages the Fund", "[-Jane Doe manages-]{+Manages+} the Fund"),
        ("$500 million", "$750 million", "[-$500-]{+$750+} million"),
        ("(0.35)%", "(0.30)%", "[-(0.35)%-]{+(0.30)%+}"),
        ("File No. 333-48456.", "File No. 333-48457.", "File No. [-333-48456-]{+333-48457+}."),
        ("call 1-800-555-0100", "call 1\u2013800-555-0100", "call [-1-800-555-0100-]{+1\u2013800-555-0100+}"),
        ("on 12/31/24 (5%-10%)", "on 12/31/25 (5%-15%)", "on [-12/31/24-]{+12/31/25+} (5%-[-10%-]{+15%+})"),
        ("0.5-1.5 years", "0.5-2.5 years", "0.5-[-1.5-]{+2.5+} years"),
        ("Rule 12b-1 fees", "Rule 12b-2 fees", "Rule [-12b-1-]{+12b-2+} fees"),
    ],
)
def test_a_change_is_marked_by_whole_words(old: str, new: str, redline: str) -> None:
    assert shown(old, new) == redline


def test_words_in_common_by_chance_are_no_words_kept() -> None:
    old = "Mr. Smith founded the predecessor of the firm in Boston thirty years ago and chairs its board."
    new = "Ms. Jones joined the adviser's quantitative team in London after a doctorate and leads its research effort."
    assert shown(old, new).count("[-") <= 3


def test_an_accent_in_another_run_than_its_letter_is_no_loss() -> None:
    torn = Document((Paragraph((Text("Caf"), Strong((Text("e"),)), Text("\u0301 au lait"))),))
    assert not compare_documents(torn, torn).differs
    assert compare_documents(torn, Document((Paragraph(item("Cafe au lait")),))).differs


def item(text: str) -> Inlines:
    return (Text(text),)


def test_an_item_that_came_is_the_only_change_of_the_words_of_a_list() -> None:
    names = ["Market risk is the risk of loss.", "Credit risk is that of default.", "Interest rates may rise."]
    old = Document((List(tuple(map(item, names)), "alpha"),))
    new = Document((List((item(names[0]), item("Liquidity may be lacking."), *map(item, names[1:])), "alpha"),))
    redline = compare_documents(old, new)
    assert [entry.status for entry in redline.entries] == ["same", "inserted", "changed", "changed"]
    assert labels(redline) == ["(a)", "{+(b)+}", "[-(b)-]{+(c)+}", "[-(c)-]{+(d)+}"]
    assert marked(redline) == "Liquidity may be lacking."


TWO = (item("The first point of two."), item("The second point of two."))


def paragraphs(items: tuple[Inlines, ...]) -> tuple[Block, ...]:
    return tuple(map(Paragraph, items))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ((List(TWO, "decimal"),), (List(TWO, "alpha"),), ["[-1.-]{+(a)+}", "[-2.-]{+(b)+}"]),
        ((List(TWO, "bullet"),), (List(TWO, "decimal"),), ["[-\u2022-]{+1.+}", "[-\u2022-]{+2.+}"]),
        ((List(TWO, "alpha"),), (List(TWO, "roman"),), ["[-(a)-]{+(i)+}", "[-(b)-]{+(ii)+}"]),
        (paragraphs(TWO), (List(TWO, "bullet"),), ["{+\u2022+}", "{+\u2022+}"]),
        ((List(TWO, "decimal"),), paragraphs(TWO), ["[-1.-]", "[-2.-]"]),
    ],
)
def test_another_label_is_a_difference(old: tuple[Block, ...], new: tuple[Block, ...], shown: list[str]) -> None:
    redline = compare_documents(Document(old), Document(new))
    assert redline.differs
    assert labels(redline) == shown
    assert marked(redline) == ""
    assert said(summarize(redline)) == "2 item labels changed"


def test_an_item_that_was_moved_has_the_label_of_each_place() -> None:
    items = tuple(item(f"The fund may not {what}, said its board.") for what in ("lend money", "borrow", "sell short"))
    redline = compare_documents(Document((List(items, "alpha"),)), Document((List((*items[1:], items[0]), "alpha"),)))
    assert [entry.status for entry in redline.entries] == ["moved from", "changed", "changed", "moved to"]
    assert labels(redline) == ["[-(a)-]", "[-(b)-]{+(a)+}", "[-(c)-]{+(b)+}", "(c)"]


def test_the_label_of_an_item_that_was_split_off_stands_behind_the_end() -> None:
    halves = "The fund may not lend any money to its officers.", "It may not buy land or anything built upon it."
    whole = Document((List((item(" ".join(halves)),), "alpha"),))
    split = Document((List((item(halves[0]), item(halves[1])), "alpha"),))
    assert marked(compare_documents(whole, split)) == "\u00b6 (b)"
    assert marked(compare_documents(split, whole)) == "\u00b6 (b)"


def test_a_label_that_was_typed_is_a_label() -> None:
    typed = Document(paragraphs((item("(a) The first point of two."), item("(b) The second point of two."))))
    listed = Document((List(TWO, "alpha"),))
    assert not compare_documents(typed, listed).differs
    assert not compare_documents(listed, typed).differs
    assert labels(compare_documents(typed, Document((List(TWO, "decimal"),)))) == ["{+1.+}", "{+2.+}"]
    twice = Document((List((item("(a) The first point of two."),), "alpha"),))
    assert not compare_documents(twice, twice).differs


def test_a_number_that_was_typed_is_a_headings_number() -> None:
    heading = Document((Heading(1, item("The table of fees is replaced"), "II."),))
    typed = Document((Paragraph(item("II. The table of fees is replaced")),))
    assert not compare_documents(typed, heading).differs
    assert not compare_documents(heading, typed).differs
    other = Document((Paragraph(item("III. The table of fees is replaced")),))
    assert marked(compare_documents(heading, other)) == "II. III."
