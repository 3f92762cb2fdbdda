"""The texts that findings in files of content are shown with, read when they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.filing.inputs import text_of
from generator.library.find import Source, is_yaml


class Quoted(Mapping[str, str]):
    """The text of each file by the name that findings give it: supplements, registrants beside them, wording.

    Why not kept: a batch has a thousand, and most findings are notes.
    """

    def __init__(self, sources: Iterable[Source], known: Mapping[str, str] | None = None) -> None:
        """`known` are the texts of other files, which are not read."""
        self._named = {str(source.path): None for source in sources}
        self._known = known or {}

    def __getitem__(self, file: str) -> str:
        """The text as it is on disk now; KeyError where that cannot be read, or is no file of content."""
        if file in self._known:
            return self._known[file]
        if file in self._named or is_yaml(Path(file)) or Path(file).suffix == ".md":
            text = text_of(Path(file))
            if text is not None:
                return text
        raise KeyError(file)

    def __iter__(self) -> Iterator[str]:
        """The supplements, and what is known besides."""
        return iter({**self._named, **dict.fromkeys(self._known)})

    def __len__(self) -> int:
        """How many files these are."""
        return len({*self._named, *self._known})
