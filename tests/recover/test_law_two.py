"""Law 2: whatever a document says, its content is accepted by `build` and says the same words in the same order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import has_errors
from generator.document.canonical import shown_text
from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Block, Document, Heading, Inlines, List, Paragraph, Text, Title
from generator.document.normal import irregularities
from generator.library.find import Source
from generator.library.spelling import write_yaml
from generator.recover.recover import recover
from generator.wording.dump import dump_block
from generator.wording.environment import load_wording
from tests.trees import normal_documents
from tests.without_rules import plain_library

CHECKS = list(HealthCheck)
WORDING = load_wording()
CONTENT = Path(__file__).resolve().parents[2] / "content"
SHIPPED = sorted(path for path in CONTENT.rglob("*.yaml") if path.parent.name != "registrants")


def said_again(folder: Path, document: Document) -> Document:
    """The document that the content of a document says."""
    file = folder / "content.yaml"
    file.write_text(write_yaml(recover(document, WORDING)), encoding="utf-8")
    loaded = plain_library(WORDING).load(Source(file, "content"))
    assert loaded.document is not None, loaded.diagnostics
    assert not has_errors(loaded.diagnostics)
    return loaded.document


def document(*blocks: Block) -> Document:
    return Document((Title((Text("Trust"),)), *blocks))


def plain(document: Document) -> list[Block]:
    """Blocks as every format shows them, a heading's number among its words: not every number is of a house style."""
    blocks = carried(document, EVERYWHERE).blocks
    return [
        replace(one, number="", children=(Text(f"{one.number} {shown_text(one.children)}".strip()),))
        if isinstance(one, Heading)
        else one
        for one in blocks
    ]


TWICE = "Supplement dated June 1, 2024 to the Prospectus"


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


@settings(max_examples=100, deadline=None, suppress_health_check=CHECKS)
@given(normal_documents())
@example(document())
@example(document(words("Supplement dated February 31, 2009")))
@example(document(words("Effective February 30, 2009, the table “Fees” is replaced with the following:"), words("x")))
@example(document(words("The table “Fees” is replaced with the following:")))
@example(document(Heading(1, (Text("Fees"),)), words("The table “Fees” is replaced with the following:")))
@example(Document((*document().blocks, Title((Text("Supplement dated May 1, 2024 to the"),)))))
@example(Document((*document().blocks, Title((Text("Supplement dated May 1, 2024 to the dated May 1, 2024"),)))))
@example(Document((Title((Text("“quoted”"),)),)))
@example(
    Document((*document().blocks, Title((Text(f"{TWICE} dated May 1, 2024 and the Prospectus dated May 1, 2024"),))))
)
@example(Document((*document().blocks, Title((Text(f"{TWICE}es and the Prospectus dated May 1, 2024"),)))))
@example(Document((*document().blocks, Title((Text(f"{TWICE} and the Prospectus, each dated May 1, 2024"),)))))
@example(Document((*document().blocks, Title((Text(f"{TWICE}, the and the Prospectus, each dated May 1, 2024"),)))))
@example(Document((*document().blocks, Title((Text(f"{TWICE}, each dated May 1, 2024"),)))))
@example(Document((Title((Text("“Trust ‘Fund’”"),)), Title((Text("‘The “Fund” Trust’"),)))))
@example(
    Document((*document().blocks, Title((Text("Supplement dated May 1, 1024 to the Prospectus dated May 1, 999"),))))
)
@example(document(words("A becomes the distributor of Trust."), words("How to reach A:"), List(((Text("B"),),))))
@example(document(Heading(1, (Text("One"),), "II."), Heading(1, (Text("Two"),), "V.")))
@example(document(Heading(1, (Text("One"),)), Heading(1, (Text("Two"),))))
def test_a_document_says_the_same_when_it_is_content(
    tmp_path_factory: pytest.TempPathFactory, document: Document
) -> None:
    again = said_again(tmp_path_factory.mktemp("content"), document)
    assert [dump_block(block) for block in plain(again)] == [dump_block(block) for block in plain(document)]


@cache
def shipped(path: Path) -> Document:
    loaded = plain_library(WORDING).load(Source(path, path.stem))
    assert loaded.document is not None, loaded.diagnostics
    return loaded.document


@st.composite
def torn(draw: st.DrawFn) -> Document:
    """A shipped supplement that lost a run of words, or an item of a list."""
    blocks = list(shipped(draw(st.sampled_from(SHIPPED))).blocks)
    at = draw(st.sampled_from([at for at, one in enumerate(blocks) if isinstance(one, Title | Paragraph | List)]))
    match blocks[at]:
        case Title(children) | Paragraph(children) as block:
            blocks[at] = replace(block, children=draw(_torn_words(children)))
        case List(items) as block:
            index = draw(st.integers(0, len(items) - 1))
            left = draw(st.just([]) | _torn_words(items[index]).map(lambda words: [words]))
            blocks[at] = replace(block, items=(*items[:index], *left, *items[index + 1 :]))
    return Document(tuple(blocks))


def _torn_words(children: Inlines) -> st.SearchStrategy[Inlines]:
    words = shown_text(children).split()
    runs = st.tuples(st.integers(0, len(words) - 1), st.integers(1, 8))
    return runs.map(lambda run: (Text(" ".join(words[: run[0]] + words[sum(run) :])),))


@settings(max_examples=100, deadline=None, suppress_health_check=CHECKS)
@given(torn().filter(lambda document: not list(irregularities(document))))
def test_a_torn_document_says_what_it_still_says(tmp_path_factory: pytest.TempPathFactory, document: Document) -> None:
    document = carried(document, EVERYWHERE)
    again = said_again(tmp_path_factory.mktemp("content"), document)
    assert [dump_block(block) for block in plain(again)] == [dump_block(block) for block in plain(document)]


@pytest.mark.parametrize(
    "said",
    [
        "the Growth Fund is closed to new investors.",
        "The section “Fees” of the (page 3) is replaced in its entirety with the following:",
        "The section “Fees” of the and the Prospectus is replaced in its entirety with the following:",
    ],
)
def test_a_sentence_that_lacks_what_its_kind_has_is_prose(said: str) -> None:
    read = recover(document(words("Words."), words(said)), WORDING)
    assert read["opening"] == ["Words.", said]
