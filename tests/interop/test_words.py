"""Law 2 on real filings: every word of the file is in the tree, in its order, and no other word is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Heading, Inlines, List, NoteRef, PageBreak, Paragraph, Table, Title
from generator.document.normal import irregularities
from generator.readers.files import read_file

SHARED = Path(__file__).resolve().parents[3] / "shared"
WORD = re.compile(r"[^\W_]+")
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
INLINE = {"a", "b", "big", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "u"}
#: The page numbers that filings show at their pages' ends: first and last. All else of a file is in its tree.
PAGE_NUMBERS = {
    "gmo-trust-497k-2025-06-30": (2, 6),
    "natixis-funds-trust-ii-natixis-funds-trust-497k-2025-06-30": (1, 5),
    "target-retirement-income-fund-497k-2025-01-31": (1, 5),
    "value-line-asset-allocation-fund-497k-2025-05-01": (1, 9),
    "value-line-core-bond-fund-497k-2025-05-01": (1, 8),
    "vanguard-explorer-fund-497k-2025-02-28": (1, 5),
    "vanguard-market-neutral-fund-497k-2025-04-29": (1, 5),
    "vanguard-mid-cap-index-fund-497k-2025-04-29": (1, 5),
    "vanguard-total-bond-market-etf-497k-2025-04-29": (1, 5),
    "vanguard-windsor-ii-fund-497k-2025-02-28": (1, 5),
    "virtus-dfa-2060-target-date-retirement-income-fu-497k-2018-04-30": (2, 5),
    "virtus-kar-equity-income-fund-497k-2025-07-28": (2, 4),
    "virtus-sga-emerging-markets-equity-fund-497k-2025-01-28": (2, 5),
    "wellesley-income-fund-497k-2025-01-31": (1, 5),
    "muzinich-dynamic-income-fund-497k-2025-09-12": (1, 1),
    "voya-securitized-credit-fund-497k-2025-07-30": (1, 8),
    "voya-small-company-fund-497k-2025-08-29": (1, 7),
}
#: The lines that run over a filing's pages beside their numbers, each as often as it goes: its words stay where it is
#: said first.
RUNNING = {
    "gmo-trust-497k-2025-06-30": ["GMO MULTI-SECTOR FIXED INCOME FUND"] * 5,
    "natixis-funds-trust-ii-natixis-funds-trust-497k-2025-06-30": ["Fund Summary"] * 4,
    "voya-securitized-credit-fund-497k-2025-07-30": [
        *["of 8"] * 8, *["Summary Prospectus", "Voya Securitized Credit Fund"] * 7,
    ],
    "voya-small-company-fund-497k-2025-08-29": [
        *["of 8"] * 7, *["Summary Prospectus", "Voya Small Company Fund"] * 6,
        "1 Yr 5 Yrs 10 Yrs Since Inception Inception Date",  # of a table that goes on
    ],
}  # fmt: skip
#: Headings in several rows, which a tree has column by column: the words that stand elsewhere in it than in the file.
STACKED = {
    "virtus-kar-equity-income-fund-497k-2025-07-28": "Since Inception Class R6",
    "voya-small-company-fund-497k-2025-08-29": "If you held your shares Number of years you own your shares",
}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside the project")


class _Visible(HTMLParser):
    """The visible text of HTML by the standard library alone: nothing of the readers is used."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0
        self._fonts: list[tuple[bool, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("title", "script", "style")
        self.parts.append("" if tag in INLINE - {"sup"} else " ")
        if tag == "font":
            style = dict(attrs).get("style") or ""
            self._fonts.append(("uppercase" in style, bool(re.search(r"\btop:-", style))))

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("title", "script", "style")
        self.parts.append("" if tag in INLINE - {"sup"} else " ")
        if tag == "font" and self._fonts:
            self._fonts.pop()

    def handle_data(self, data: str) -> None:
        upper = any(upper for upper, _ in self._fonts)
        mark = any(raised for _, raised in self._fonts) and data.strip().isdigit()
        shown = f" {data} " if mark else data.upper() if upper else data
        self.parts.append("" if self._hidden else shown)


def words_of_html(data: bytes) -> list[str]:
    parser = _Visible()
    parser.feed(_inner_text(data))
    parser.close()
    torn = re.sub(r"\bNon\s+e\b", "None", INVISIBLE.sub("", "".join(parser.parts)))  # in two cells, for a `%` has one
    return words_of(torn)


def words_of_text(data: bytes) -> list[str]:
    """The words of a filing in ASCII, without the table tags, the leading page number and the `o` of bullets."""
    lines = _inner_text(data).splitlines()
    kept = [re.sub(r"^o (?= )", "", line) for line in lines if not re.fullmatch(r"\s*- [0-9]+ -\s*", line)]
    return words_of(re.sub(r"(?i)</?(?:TABLE|CAPTION|S|C|PAGE)>", " ", "\n".join(kept)))


def words_of(text: str) -> list[str]:
    return WORD.findall(INVISIBLE.sub("", text))


def words_of_tree(document: Document) -> list[str]:
    return words_of("\n".join(_texts(document)))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Heading(_, children, number):
                yield f"{number} {shown_text(children)}"
            case Title(children) | Paragraph(children):
                yield shown_text(children)
            case List(items, style):
                for at, item in enumerate(items):
                    yield f"{_mark(style, at)} {shown_text(item)}"
            case Table(head, rows, caption, notes):
                yield shown_text(caption)
                yield from (_cell(cell) for row in (head, *rows) for cell in row)
                yield from (f"{note.marker} {shown_text(note.children)}" for note in notes)
            case PageBreak():
                pass


def _cell(cell: Inlines) -> str:
    return "".join(f" {child.marker} " if isinstance(child, NoteRef) else shown_text((child,)) for child in cell)


def _mark(style: str, at: int) -> str:
    romans = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    return {"bullet": "", "plain": "", "decimal": str(at + 1), "alpha": chr(97 + at), "roman": romans[at % 10]}[style]


def _inner_text(data: bytes) -> str:
    text = data.decode("utf-8")
    return text.partition("<TEXT>")[2].partition("</TEXT>")[0] if "<TEXT>" in text else text


def _files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (SHARED / folder).glob("*.*"))


@pytest.mark.parametrize(
    "path", _files("corpus/supplements", "corpus/summaries", "corpus/submissions"), ids=lambda path: path.stem[:40]
)
def test_html_filing_keeps_every_word_in_order(path: Path) -> None:
    data = path.read_bytes()
    read = read_file(path.name, data)
    assert not read.house
    assert list(irregularities(read.document)) == []
    first, last = PAGE_NUMBERS.get(path.stem, (1, 0))
    numbers = [str(number) for number in range(first, last + 1)]
    gone, moved = _differences(words_of_html(data), words_of_tree(read.document))
    assert moved == words_of(STACKED.get(path.stem, ""))
    if path.stem in RUNNING or moved:
        running = words_of(" ".join(RUNNING.get(path.stem, [])))
        assert Counter(gone) == Counter(numbers) + Counter(running) + Counter(moved)
    else:
        assert gone == numbers


@pytest.mark.parametrize("path", _files("seeds"), ids=lambda path: path.stem[:3])
def test_text_filing_keeps_every_word_in_order(path: Path) -> None:
    data = path.read_bytes()
    read = read_file(path.name, data)
    assert not read.house
    assert list(irregularities(read.document)) == []
    assert words_of_tree(read.document) == words_of_text(data)


def _differences(words: list[str], kept: list[str]) -> tuple[list[str], list[str]]:
    """The words that do not stand at their place among those kept, and those kept that stand elsewhere in the file."""
    gone: list[str] = []
    moved: list[str] = []
    for kind, start, end, first, last in SequenceMatcher(None, words, kept, autojunk=False).get_opcodes():
        gone.extend(words[start:end] if kind != "equal" else [])
        moved.extend(kept[first:last] if kind != "equal" else [])
    return gone, moved


def test_long_prospectus_in_text_is_read_whole() -> None:
    """Its tables' words are read row by row and cell by cell, so only their number can be compared."""
    (path,) = _files("corpus/prospectuses")
    data = path.read_bytes()
    document = read_file(path.name, data).document
    assert list(irregularities(document)) == []
    assert sum(isinstance(block, Table) for block in document.blocks) > 100
    tree, file = Counter(words_of_tree(document)), Counter(words_of_text(data))
    assert tree - file == Counter()
    assert file - tree == Counter({"19": 2, "26": 1, "27": 1}), "four page numbers beside <PAGE>"
