"""Law 2: whatever a document says, its content is accepted by `build` and says the same words in the same order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from generator.diagnostics import has_errors
from generator.document.canonical import shown_text
from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Block, Document, Heading, Paragraph, Text, Title
from generator.library.find import Source
from generator.library.load import Library
from generator.library.spelling import write_yaml
from generator.recover.recover import recover
from generator.wording.dump import dump_block
from generator.wording.environment import load_wording
from tests.trees import normal_documents

CHECKS = list(HealthCheck)
WORDING = load_wording()


def said_again(folder: Path, document: Document) -> Document:
    """The document that the content of a document says."""
    file = folder / "content.yaml"
    file.write_text(write_yaml(recover(document, WORDING)), encoding="utf-8")
    loaded = Library(WORDING).load(Source(file, "content"))
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


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


@settings(max_examples=100, deadline=None, suppress_health_check=CHECKS)
@given(normal_documents())
@example(document())
@example(document(words("Supplement dated February 31, 2009")))
@example(document(words("Effective February 30, 2009, the table “Fees” is replaced with the following:"), words("x")))
@example(document(words("The table “Fees” is replaced with the following:")))
@example(document(Heading(1, (Text("Fees"),)), words("The table “Fees” is replaced with the following:")))
@example(document(Heading(1, (Text("One"),), "II."), Heading(1, (Text("Two"),), "V.")))
@example(document(Heading(1, (Text("One"),)), Heading(1, (Text("Two"),))))
def test_a_document_says_the_same_when_it_is_content(
    tmp_path_factory: pytest.TempPathFactory, document: Document
) -> None:
    again = said_again(tmp_path_factory.mktemp("content"), document)
    assert [dump_block(block) for block in plain(again)] == [dump_block(block) for block in plain(document)]
