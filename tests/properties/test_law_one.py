"""Law 1 on content: what an author types is what every format says, or it is refused with a place and a reason."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from generator.diagnostics import has_errors
from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Document
from generator.filing.faults import writing_faults
from generator.filing.formats import FORMATS, Format
from generator.library.find import Source
from generator.library.load import Loaded
from generator.library.proof import agree, recovered_house, said_legend
from generator.library.spelling import write_yaml
from generator.recover.recover import recover
from generator.recover.visible import visible
from generator.wording.environment import load_wording
from tests.content_strategies import Content, contents
from tests.without_rules import plain_library

CHECKS = list(HealthCheck)
WORDING = load_wording()
#: The share of generated contents, all of them hostile, that may be refused.
MOST_REFUSED = 0.15
FACTS = ("registrant", "funds", "date", "targets", "legend")


def load(folder: Path, text: str) -> Loaded:
    file = folder / "content.yaml"
    file.write_text(text, encoding="utf-8")
    return plain_library(WORDING).load(Source(file, "content"))


def canonical_json(document: Document) -> str:
    """What `read --to json` prints."""
    return json.dumps(visible(recovered_house(carried(document, EVERYWHERE), WORDING)))


def read_back(loaded: Loaded, format: Format) -> Document:
    assert loaded.document is not None
    document = format.read(format.write(loaded.document))
    assert document == carried(loaded.document, format.carries), format.name
    return document


def check_refusal(loaded: Loaded) -> None:
    for one in loaded.diagnostics:
        assert one.file == str(loaded.source.path)
        assert one.code
        assert one.message
        assert one.help
        # A default of the registrant's is told at its key, on the first line.
        assert one.span.line > 1 or one.path == "" or one.path.startswith("registrant.")


def check_visible(loaded: Loaded) -> None:
    """What the model shows is what is read back; only a header of the author's own hides facts from readers."""
    assert loaded.house is not None
    assert loaded.document is not None
    read = recovered_house(carried(loaded.document, EVERYWHERE), WORDING)
    ours = visible(loaded.house) | said_legend(loaded.house, WORDING)
    theirs = visible(read)
    assert ours.get("header") == theirs.get("header")
    if "header" in ours:
        return
    capitals = loaded.house.style.header.startswith("capitals")  # some names then stand in no other letters
    for part in FACTS:
        same = ours.get(part) == theirs.get(part)
        assert same or (capitals and str(ours.get(part)).upper() == str(theirs.get(part)).upper()), part
    if (read.style.opening, read.style.closing) == (loaded.house.style.opening, loaded.house.style.closing):
        assert len(ours["body"]) == len(theirs["body"])
        assert all(map(agree, ours["body"], theirs["body"]))


def check_yaml(folder: Path, loaded: Loaded, read: Document) -> None:
    """The YAML of a read-back file is accepted, and says the same words."""
    assert loaded.document is not None
    again = load(folder, write_yaml(recover(read, WORDING)))
    assert again.document is not None, again.diagnostics
    assert not again.diagnostics
    assert carried(again.document, EVERYWHERE) == carried(loaded.document, EVERYWHERE)


def refused(loaded: Loaded, formats: list[Format]) -> bool:
    if loaded.document is None or has_errors(loaded.diagnostics):
        check_refusal(loaded)
        return True
    return any(writing_faults(loaded, loaded.document, format) for format in formats)


def prove(folder: Path, content: Content, formats: list[Format]) -> str:
    """Checks one content; answers the code of the finding that refused it, or nothing."""
    loaded = load(folder, write_yaml(content))
    if refused(loaded, formats):
        return loaded.diagnostics[0].code if loaded.diagnostics else "OUT-03"
    assert loaded.document is not None
    check_visible(loaded)
    wanted = canonical_json(loaded.document)
    for format in formats:
        read = read_back(loaded, format)
        assert canonical_json(read) == wanted, format.name
        check_yaml(folder, loaded, read)
    return ""


def test_text_and_html_say_what_the_author_typed(tmp_path: Path) -> None:
    outcomes: Counter[str] = Counter()

    @seed(1)
    @settings(max_examples=100, deadline=None, database=None, suppress_health_check=CHECKS, phases=[Phase.generate])
    @given(contents())
    def run(content: Content) -> None:
        outcomes[prove(tmp_path, content, [FORMATS["text"], FORMATS["html"]])] += 1

    run()
    share = 1 - outcomes[""] / outcomes.total()
    assert share <= MOST_REFUSED, outcomes


@settings(max_examples=25, deadline=None, suppress_health_check=CHECKS)
@given(contents())
def test_pdf_says_what_the_author_typed(tmp_path_factory: pytest.TempPathFactory, content: Content) -> None:
    prove(tmp_path_factory.mktemp("pdf"), content, [FORMATS["pdf"]])
