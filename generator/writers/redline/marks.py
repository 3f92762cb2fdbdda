"""Pieces as HTML: what came in <ins>, what went in <del>, each with the bars that stand beside its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from generator.compare.redline.changes import PARAGRAPH_END, Piece, Pieces, Status, Word

#: A bar of its own for so many words and for the last one, so that every line of a long change has one.
BAR_EVERY = 3
BAR = '<span class="bar"></span>'


def pieces_html(pieces: Pieces, status: Status = "same", raised: bool = False) -> Markup:
    """The pieces in reading order; `raised` sets the marks of notes above the line, as in a table's cell.

    Without the `del` elements the words are those of the new side; without the `ins` elements, and the `del`
    elements within what was moved here, they are those of the old.
    """
    kinds = [None, *(piece.kind for piece in pieces)]
    return Markup("".join(_piece(one, status, raised, before) for one, before in zip(pieces, kinds, strict=False)))


def _piece(piece: Piece, status: Status, raised: bool, before: str | None) -> str:
    gone = piece.kind == "deleted"
    if piece.kind == "same" and status != "moved to":
        return _words(piece.words, raised, barred=False)
    tag, name = "del" if gone else "ins", ""
    if status == "moved from" or (status == "moved to" and piece.kind == "same"):
        name = "moved"
    elif status == "moved to":
        name = "within"
    elif not gone and before == "deleted":
        name = "instead"
    of_class = f' class="{name}"' if name else ""
    return f"<{tag}{of_class}>{_words(piece.words, raised, True, gone)}</{tag}>"


def _words(words: Iterable[Word], raised: bool, barred: bool, gone: bool = False) -> str:
    """Words with their blanks, bold and italics; bars between them where they are a change."""
    html = []
    for (bold, italic), run in groupby(words, key=lambda word: (word.bold, word.italic)):
        inner = "".join(_in_run(list(run), raised, barred, gone))
        inner = f"<i>{inner}</i>" if italic else inner
        html.append(f"<b>{inner}</b>" if bold else inner)
    return "".join(html)


def _in_run(words: Sequence[Word], raised: bool, barred: bool, gone: bool) -> Iterator[str]:
    for at, word in enumerate(words):
        if word.before:
            yield "<br>" if word.before == "\n" else " "
        if word.key == PARAGRAPH_END.key:
            end, _, label = word.text.partition(" ")
            yield f'<span class="end">{end}</span>{BAR}{" " if gone else "<br>"}{escape(label)}'
            continue
        yield f"<sup>{escape(word.text)}</sup>" if word.mark and raised else str(escape(word.text))
        if barred and (not at % BAR_EVERY or at == len(words) - 1):
            yield BAR
