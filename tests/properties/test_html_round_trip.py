"""What HTML shows of a document is read back, node for node, and EDGAR takes the file."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.document.carried import HTML, carried
from generator.document.nodes import Document
from generator.errors import NotHouseForm
from generator.readers.html import read_html
from generator.readers.html.source import parse_source
from generator.writers.html import html_faults, write_html
from tests.trees import normal_documents

RULES = Path(__file__).resolve().parents[2] / "../shared/edgar/edgar-rules.yaml"


@settings(max_examples=150, deadline=None)
@given(normal_documents())
def test_every_document_comes_back(document: Document) -> None:
    assert html_faults(document) == []
    assert read_html(write_html(document)) == carried(document, HTML)


@settings(max_examples=60, deadline=None)
@given(normal_documents(4))
def test_a_browser_reads_the_page_as_the_reader_does(document: Document) -> None:
    source = write_html(document)
    page = tinyhtml5.parse(source, namespace_html_elements=False)
    for ours, browsers in zip_longest(_events(parse_source(source)), _events(page)):
        assert ours == browsers


def _events(element: etree._Element | Element) -> list[str]:
    """Tags and words in order, without the table bodies that a browser puts in and without blanks between blocks."""
    events = [] if element.tag == "tbody" else [f"<{element.tag}>"]
    events += [element.text] if (element.text or "").strip("\n ") else []
    for child in element:
        events += _events(child)
        events += [child.tail] if (child.tail or "").strip("\n ") else []
    return events


@pytest.fixture(scope="module")
def allowed() -> dict[str, list[str]]:
    """The tags of a plain HTML document with their attributes (EDGAR Filer Manual II, 5.2.2.2 to 5.2.2.5)."""
    if not RULES.exists():
        pytest.skip("the rules of EDGAR are not beside this checkout")
    tags: dict[str, list[str]] = yaml.safe_load(RULES.read_text(encoding="utf-8"))["html"]["plain"]["allowed_tags"]
    return tags


@settings(max_examples=60, deadline=None)
@given(normal_documents(4))
def test_edgar_takes_the_page(allowed: dict[str, list[str]], document: Document) -> None:
    source = write_html(document)
    assert re.fullmatch(r"[\x20-\x7e\n]*", source)
    root = parse_source(source)
    for element in root.iter():
        assert set(element.keys()) <= set(allowed[element.tag])
    assert not root.xpath("//table//table")
    names = [str(name) for name in root.xpath("//a/@name")]
    assert len(names) == len(set(names))
    assert {str(href) for href in root.xpath("//@href")} <= {f"#{name}" for name in names}


@settings(max_examples=100, deadline=None)
@given(normal_documents(3), st.data())
def test_a_damaged_page_is_refused_or_read_and_never_fails(document: Document, data: st.DataObject) -> None:
    pieces = re.split(r"(<[^>]*>)", write_html(document))
    at = data.draw(st.integers(0, len(pieces) - 1))
    other = data.draw(st.sampled_from(pieces))
    damage = data.draw(st.sampled_from([[], [pieces[at], pieces[at]], [other], [other, pieces[at]]]))
    try:
        read = read_html("".join([*pieces[:at], *damage, *pieces[at + 1 :]]))
    except NotHouseForm as refusal:
        assert refusal.line >= 1
    else:
        assert isinstance(read, Document)
