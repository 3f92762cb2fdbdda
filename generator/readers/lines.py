"""Where words stand in a file: each with its line, in a PDF with its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.charrefs import unescaped
from generator.document.ascii import to_ascii
from generator.readers.files import kind_of
from generator.readers.foreign.decoding import decode

_WORD = re.compile(r"\w+")
_TAG = re.compile(
    r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)\s*>|</?[A-Za-z!][^<>]*>", re.DOTALL | re.IGNORECASE
)


def spelled_words(text: str) -> Iterator[str]:
    """The words of a text without what formats show differently: case, marks, typography."""
    return (word.casefold() for word in _WORD.findall(to_ascii(text)))


def word_lines(name: str, data: bytes) -> list[tuple[str, int]]:
    """The words of a .txt, .htm or .pdf file in order, each with the line, or the page of a PDF, that it is on.

    Words are spelled as `spelled_words` does. Raises UnreadableFile like `read_file`.
    """
    kind = kind_of(name, data)
    if kind == "pdf":
        return list(_words_on(_pages(data)))
    text = decode(data)
    return list(_words_on(enumerate(_without_tags(text).split("\n"), 1)))


def _without_tags(text: str) -> str:
    """A text with each tag as a blank, its line ends kept; character references are what they stand for."""
    plain = _TAG.sub(lambda tag: " " + "\n" * tag[0].count("\n"), text)
    return "\n".join(unescaped(line).replace("\n", " ") for line in plain.split("\n"))


def _pages(data: bytes) -> Iterator[tuple[int, str]]:
    from generator.readers.pdf.file import opened

    with opened(data) as file:
        for number in range(len(file)):
            page = file[number].get_textpage()
            yield number + 1, page.get_text_range()


def _words_on(lines: Iterator[tuple[int, str]] | enumerate[str]) -> Iterator[tuple[str, int]]:
    for number, line in lines:
        yield from ((word, number) for word in spelled_words(line))
