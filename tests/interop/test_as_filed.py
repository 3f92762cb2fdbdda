"""Filings from elsewhere, read in and built again: the same words in the same order, in all three formats (law 2)."""

from __future__ import annotations

import io
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from generator.document.ascii import to_ascii
from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Document
from generator.filing.build import build
from generator.filing.formats import FORMATS
from generator.library.find import Source
from generator.library.spelling import write_yaml
from generator.readers.files import read_file
from generator.recover.recover import recover
from generator.wording.environment import load_wording
from generator.writers.html import write_html
from tests.without_rules import plain_library

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEED_A = SHARED / "seeds" / "000_3affc9d232299c0d.txt"
SEED_B = SHARED / "seeds" / "003_c14adad2a05aec02.txt"
STICKERS = sorted((SHARED / "corpus" / "supplements").glob("*.htm"))
WORD = re.compile(r"[^\W_]+")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared filings are not beside the project")


class _Visible(HTMLParser):
    """The visible text of HTML, by the standard library alone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag == "title"
        self.parts.append("" if tag in ("b", "i", "a") else " ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag == "title"
        self.parts.append("" if tag in ("b", "i", "a") else " ")

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.hidden else data)


def content_of(file: Path) -> dict[str, Any]:
    """What a filing says, as content."""
    return recover(read_file(file.name, file.read_bytes()).document, load_wording())


def rebuilt(file: Path, folder: Path) -> dict[str, bytes]:
    """The three files that a filing gives, by suffix, once its content went through YAML."""
    source = folder / "as-filed.yaml"
    source.write_text(write_yaml(content_of(file)), "utf-8")
    built = build(plain_library(load_wording()).load(Source(source, "as-filed")), FORMATS.values(), folder)
    assert [str(one) for one in built.diagnostics] == []
    return {path.suffix: path.read_bytes() for path in built.files}


def words_shown(suffix: str, data: bytes) -> list[str]:
    """The words of a built file, by readers that are not ours."""
    if suffix == ".pdf":
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = [page.crop((0, 0, page.width, page.height - 50)) for page in pdf.pages]
            return WORD.findall(to_ascii("\n".join(page.extract_text() for page in pages)))
    text = data.decode("ascii")
    if suffix == ".htm":
        parser = _Visible()
        parser.feed(text)
        text = "".join(parser.parts)
    else:
        text = re.sub(r"</?(?:TABLE|CAPTION|S|C|FN|PAGE)>", " ", text).replace("&lt;", "<").replace("&amp;", "&")
    return WORD.findall(to_ascii(text))


def characters(text: str) -> str:
    """The characters of EDGAR text without blanks, rules of dashes, table tags and page markers."""
    text = re.sub(r"^\s*- \d+ -\s*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^[\s-]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\s|</?(?:TABLE|CAPTION|S|C|FN)>", "", text)


@pytest.mark.parametrize("seed", [SEED_A, SEED_B], ids=["A", "B"])
def test_a_seed_built_again_has_its_characters_in_text_and_its_words_elsewhere(seed: Path, tmp_path: Path) -> None:
    files = rebuilt(seed, tmp_path)
    filed = seed.read_text("ascii")
    assert characters(files[".txt"].decode("ascii")) == characters(filed)
    bullets = re.sub(r"^o(?= )", " ", filed, flags=re.MULTILINE)  # HTML and PDF draw their bullets
    words = WORD.findall(re.sub(r"</?\w+>|^- \d+ -$", " ", bullets, flags=re.MULTILINE))
    assert words_shown(".htm", files[".htm"]) == words
    drawn = words_shown(".pdf", files[".pdf"])
    assert sorted(drawn) == sorted(words) if seed == SEED_A else drawn == words


def test_the_figures_tiers_and_notes_of_seed_a_are_data() -> None:
    content = content_of(SEED_A)
    assert content["registrant"]["name"] == "Met Investors Series Trust"
    assert content["date"] == "2009-11-12"
    assert content["targets"] == [{"document": "prospectus", "plural": "yes", "date": "2009-05-01"}]
    (fund,) = content["registrant"]["funds"].values()
    assert fund == {
        "name": "Met/AIM Small Cap Growth Portfolio",
        "classes": {"A": "Class A", "B": "Class B", "E": "Class E"},
    }
    expenses, schedule = content["changes"]
    assert (expenses["operation"], expenses["effective"]) == ("replace_table", "immediately")
    assert expenses["location"] == {"table": "Annual Portfolio Operating Expenses"}
    (block,) = expenses["content"]
    rows = block["fee_table"]["rows"]
    figures = {item: [row.get(key) for key in "ABE"] for item, row in rows.items()}
    assert figures == {
        "management_fee": ["0.86%", "0.86%", "0.86%"],
        "distribution_12b1": ["None", "0.25%", "0.15%"],
        "other_expenses": ["0.03%", "0.03%", "0.03%"],
    }  # the total is computed: 0.89, 1.14, 1.04
    assert [note["marker"] for note in block["fee_table"]["notes"].values()] == ["*"]
    assert schedule["location"] == {"table": "management fee", "section": ["Management-The Manager"]}
    (block,) = schedule["content"]
    assert block["fee_schedule"]["tiers"] == [{"up_to": "$500 million", "rate": "0.88%"}, {"rate": "0.83%"}]
    assert [note["marker"] for note in block["fee_schedule"]["notes"].values()] == ["(1)"]


def test_the_sections_lead_ins_and_managers_of_seed_b_are_data() -> None:
    content = content_of(SEED_B)
    assert content["date"] == "2001-11-15"
    assert content["registrant"]["style"]["numbering"] == "roman"
    people = content["registrant"]["people"]
    assert [(one["name"], one["title"]) for one in people.values()] == [
        ("Marian U. Pardo", "Managing Director"),
        ("Steven J. Rich", "Vice President"),
    ]
    filed = re.findall(r"of +the +Adviser\. +((?:Ms|Mr)\..*?)\n\n", SEED_B.read_text("ascii"), re.DOTALL)
    assert [one["bio"].split() for one in people.values()] == [bio.split() for bio in filed]
    managers, strategies = content["changes"]
    assert (managers["section"], managers["operation"]) == ("Portfolio Managers", "replace_section")
    assert managers["location"] == {"section": ["The Advisers"]}
    assert {"people": list(people)} in managers["content"]
    assert (strategies["section"], strategies["operation"]) == ("Additional Investment Strategies", "supplement")
    assert strategies["introduction"] == [{"heading": "Real Estate Investment Trusts"}]


@pytest.mark.parametrize("sticker", STICKERS, ids=lambda path: path.name[:20])
def test_a_sticker_built_again_has_its_words_in_order(sticker: Path, tmp_path: Path) -> None:
    """That the tree read in has the filing's own words is the matter of `test_words`."""
    filed = read_file(sticker.name, sticker.read_bytes()).document
    files = rebuilt(sticker, tmp_path)
    assert words_shown(".htm", files[".htm"]) == words_shown(".htm", write_html(filed).encode("ascii"))
    for suffix, data in files.items():
        again = read_file(f"as-filed{suffix}", data)
        assert again.house
        assert words_of(again.document) == words_of(filed)
        shown = Counter(words_shown(suffix, data))
        assert not Counter(words_of(filed)) - shown  # by readers that are not ours, in any order


def words_of(document: Document) -> list[str]:
    """The words of a tree in reading order, spelled as every format carries them."""
    parser = _Visible()
    parser.feed(write_html(carried(document, EVERYWHERE)))
    return WORD.findall("".join(parser.parts))


def test_tables_of_stickers_stay_tables() -> None:
    def tables(value: Any) -> int:
        if isinstance(value, dict):
            here = sum(key in ("table", "fee_table", "fee_schedule") and isinstance(value[key], dict) for key in value)
            return here + sum(map(tables, value.values()))
        return sum(map(tables, value)) if isinstance(value, list) else 0

    counts = {path.name.split("-")[0]: tables(content_of(path)) for path in STICKERS}
    assert {name: count for name, count in counts.items() if count} == {
        "victory": 2,
        "venerable": 2,
        "macquarie": 1,
        "muzinich": 1,
    }
