"""A document as what the templates set: sections between page breaks, in them blocks under their macros' names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.document.canonical import shown_text
from generator.document.nodes import Document, PageBreak, Paragraph, Table, Title
from generator.document.ranks import RankedBlock, RankedHeading, ranked
from generator.writers.pdf.tables import set_table


@dataclass(frozen=True, slots=True)
class Piece:
    """A block under the name of the macro that sets it, and how it holds to the block below it."""

    kind: str
    block: object
    hold: str = ""


def sections(document: Document) -> list[list[Piece]]:
    """The blocks between page breaks, one section more than there are page breaks."""
    parts: list[list[RankedBlock]] = [[]]
    for block in ranked(document.blocks):
        if isinstance(block, PageBreak):
            parts.append([])
        else:
            parts[-1].append(block)
    return [list(_pieces(part)) for part in parts]


def _pieces(blocks: Iterable[RankedBlock]) -> Iterator[Piece]:
    for titles, group in groupby(blocks, key=lambda block: isinstance(block, Title)):
        run = list(group)
        pieces = [Piece("titles", run)] if titles else [_piece(block) for block in run]
        for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
            yield _holding(piece, following, ends=following is pieces[-1])


def _piece(block: RankedBlock) -> Piece:
    if isinstance(block, Table):
        return Piece("table", set_table(block))
    if isinstance(block, RankedHeading):
        return Piece("heading", block)
    return Piece(type(block).__name__.lower(), block)


def _holding(piece: Piece, following: Piece | None, ends: bool) -> Piece:
    """A paragraph before a table, a list or the last paragraph, or that ends in a colon, stays with what is below it.

    So no closing line is alone on its page. None follows a table onto a turned page: a header or heading above it
    would be alone on its page.
    """
    if not isinstance(piece.block, Paragraph) or following is None:
        return piece
    leads = following.kind in ("table", "list") or (ends and following.kind == "paragraph")
    leads = leads or shown_text(piece.block.children).endswith(":")
    return Piece(piece.kind, piece.block, "lead") if leads else piece
