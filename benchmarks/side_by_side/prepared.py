"""Projects made ready to be timed: beside each supplement its finished words, which the other contestants are given.

This tool finds the words of a supplement (lead-ins, header, totals) out of its data. The others are spared that: they
get `plain/NAME.yaml`, every word in its place, and one of them `page/NAME.html`, the page that this tool's own PDF
is set from. Nothing of this is in any measured time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from benchmarks.side_by_side.documents import Kind, write_project
from generator import Document, Library, load_wording
from generator.document.canonical import canonical_text, shown_text
from generator.document.labels import item_labels
from generator.document.nodes import Block, Heading, Inlines, List, PageBreak, Paragraph, Table, Title
from generator.library.find import Source

Plain: TypeAlias = dict[str, Any]
#: An author's text of so many characters is looked for in the finished words.
LONG_ENOUGH = 40


@dataclass(frozen=True, slots=True)
class Prepared:
    """A folder with supplements to do, and what each must say."""

    folder: Path
    kind: Kind
    documents: dict[str, Plain]

    @property
    def names(self) -> list[str]:
        """The names of the supplements, in order."""
        return list(self.documents)

    def content(self, name: str) -> Path:
        """The file of a supplement."""
        return self.folder / "content" / f"{name}.yaml"


def prepare(folder: Path, kind: Kind, count: int, seed: int) -> Prepared:
    """A new project of so many supplements, each with its finished words. ValueError where one is not valid."""
    library = Library(load_wording())
    documents = {}
    for part in ("plain", "page"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for path in write_project(folder, kind, count, seed):
        document = library.load(Source(path, path.stem)).document
        if document is None:
            raise ValueError(f"{path.name} is not valid content")
        finished = plain(document)
        if lost := _lost(path, finished):
            raise ValueError(f"{path.name}: the finished words lack {lost!r}")
        documents[path.stem] = finished
        text = yaml.dump(finished, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), allow_unicode=True, width=110)
        (folder / "plain" / f"{path.stem}.yaml").write_text(text, encoding="utf-8")
        if page := page_of(document):
            (folder / "page" / f"{path.stem}.html").write_text(page, encoding="utf-8")
    return Prepared(folder, kind, documents)


def plain(document: Document) -> Plain:
    """A document as plain data: its blocks in order, all of their words as they are shown."""
    return {
        "title": canonical_text(document.title),
        "dated": f"{document.dated}",
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> Plain:
    match block:
        case Title(children):
            return {"kind": "title", "text": _words(children)}
        case Heading(level, children, number):
            return {"kind": "heading", "level": level, "text": f"{number} {_words(children)}".strip()}
        case Paragraph(children, align):
            return {"kind": "paragraph", "align": align, "text": _words(children)}
        case List(items, style):
            labels = item_labels(style, len(items))
            return {"kind": "list", "labels": labels, "items": [_words(item) for item in items]}
        case Table(head, rows, caption, notes):
            return {
                "kind": "table",
                "caption": _words(caption),
                "head": [_words(cell) for cell in head],
                "rows": [[_words(cell) for cell in row] for row in rows],
                "notes": [{"marker": note.marker, "text": _words(note.children)} for note in notes],
            }
        case PageBreak():
            return {"kind": "break"}


def _words(children: Inlines) -> str:
    return canonical_text(shown_text(children))


def page_of(document: Document) -> str:
    """The HTML that this tool sets a PDF from; nothing where this version of it sets none from HTML."""
    try:
        from generator.writers.pdf.layout import sections
        from generator.writers.pdf.looks import pdf_frame
    except ImportError:
        return ""
    dated = f"{document.dated}T00:00:00Z"
    page: str = pdf_frame().render(title=canonical_text(document.title), dated=dated, sections=sections(document))
    return page


def _lost(path: Path, finished: Plain) -> str:
    """A long text of the author's that is not among the finished words: they would be a poor yardstick without it.

    The YAML is read here without this tool's own reader.
    """
    said = " ".join(_texts(finished))
    authored = _texts(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader).get("changes"))
    return next((one for one in authored if len(one) > LONG_ENOUGH and canonical_text(one) not in said), "")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value
