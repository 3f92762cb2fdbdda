"""A new supplement to begin with: a sample of its kind, with the author's own fund in it and every key explained."""

from __future__ import annotations

import os
from dataclasses import dataclass
from math import inf
from pathlib import Path

from generator.diagnostics import has_errors
from generator.library.find import Source, known_registrants, output_name, registrant_file
from generator.library.kinds import SupplementKind
from generator.library.load import Library
from generator.library.new.comments import commented
from generator.library.new.samples import read_sample
from generator.model.entities import Registrant
from generator.model.supplement import Supplement
from generator.wording.environment import Wording

EDIT = "# The facts and names are a sample's: put your own in their place, then type `supplement check`."


class NoSuchFund(ValueError):
    """No registrant of the project declares the fund; the message says what there is."""


@dataclass(frozen=True, slots=True)
class New:
    """The text of a new supplement, and whose funds are in it: the key of a registrant, or none of the project's.

    `strange` are the funds, classes and people that it has from the sample beside the project's own, `unread` the
    project's registrants that could not be asked.
    """

    text: str
    registrant: str | None
    strange: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def new_supplement(kind: SupplementKind, path: Path, schema: Path, wording: Wording, fund: str | None = None) -> New:
    """A valid supplement of a kind for a file at a path, with the project's own registrant where it fits.

    `schema` is the file that editors are pointed to. Raises NoSuchFund where `fund` is declared nowhere.
    """
    sample = read_sample(kind.file)
    registrants, unread = _registrants(path, wording)
    if own := _own_registrant(registrants, fund):
        key, registrant = own
        sample = sample.narrowed(sample.cast(registrant, fund).missing & sample.registrant.funds.keys())
        cast = sample.cast(registrant, fund)
        forms = (sample, sample.widened(cast))
        referring, holding = (
            [one.referring(key, cast) for one in forms],
            [one.holding(registrant, cast) for one in forms],
        )
        for texts, strange in ((referring, ()), (holding, tuple(sorted(cast.missing)))):
            explained = [_explained(kind, text, path, schema) for text in texts if text is not None]
            if best := _best(explained, path, wording):
                return New(best, key, strange)
    return New(_explained(kind, sample.whole(), path, schema), None, unread=unread)


def _explained(kind: SupplementKind, text: str, path: Path, schema: Path) -> str:
    relative = Path(os.path.relpath(schema.resolve(), path.resolve().parent)).as_posix()
    head = f"# yaml-language-server: $schema={relative}\n# {kind.name}: {kind.about}\n{EDIT}\n"
    return head + commented(text, Supplement)


def _own_registrant(found: dict[str, Registrant], fund: str | None) -> tuple[str, Registrant] | None:
    """The registrant of the project that declares a fund, or its first; None where it has none."""
    if fund is None:
        return next(iter(found.items()), None)
    for key, registrant in found.items():
        if fund in registrant.funds:
            return key, registrant
    known = ", ".join(key for registrant in found.values() for key in registrant.funds)
    raise NoSuchFund(f"no fund is declared as {fund!r}; " + (f"declared are: {known}" if known else "none is"))


def _registrants(path: Path, wording: Wording) -> tuple[dict[str, Registrant], tuple[str, ...]]:
    """The project's registrants by key, and the files of those that have errors."""
    library = Library(wording)
    found: dict[str, Registrant] = {}
    unread = []
    for key in dict.fromkeys(known_registrants(path)):
        if file := registrant_file(path, key):
            registrant = library.read_typed(file, Registrant)[0]
            if registrant is not None:
                found[key] = registrant
            else:
                unread.append(str(file))
    return found, tuple(unread)


def _best(texts: list[str], path: Path, wording: Wording) -> str | None:
    """Of some texts the first that has the fewest warnings as a supplement at a path; None where each has errors."""
    best, fewest = None, inf
    for text in texts:
        found = Library(wording, drafts={path: text.encode()}).load(Source(path, output_name(path))).diagnostics
        warnings = sum(one.severity == "warning" for one in found)
        if not has_errors(found) and warnings < fewest:
            best, fewest = text, warnings
        if not fewest:
            break
    return best
