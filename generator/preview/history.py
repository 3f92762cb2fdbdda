"""What a supplement was at an earlier revision of its file, and the redline against it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.library.load import Library
from generator.library.repository import run_git
from generator.preview.draft import View
from generator.wording.environment import Wording

#: How many revisions are offered.
MOST = 50


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit that changed a file: its name, its day, and its first line."""

    name: str
    day: str
    subject: str
    path: str  # of the file at that time, below the folder of the repository


class NoRedline(Exception):
    """There is nothing to compare with; the message says why."""


def revisions(file: Path) -> list[Revision]:
    """The commits that changed a file, the last one first; none where there is no repository, or no git."""
    form = "%x00%H%x00%cs%x00%s"
    said = _git(file, "log", "--follow", "--name-only", f"--max-count={MOST}", f"--format={form}", "--", file.name)
    parts = said.split("\0")[1:]
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [Revision(name, day, *_subject_and_path(rest)) for name, day, rest in triples]


def _subject_and_path(said: str) -> tuple[str, str]:
    subject, _, path = said.strip("\n").partition("\n")
    return subject, path.strip("\n")


def redline_page(view: View, wording: Wording, revision: Revision) -> str:
    """The redline of a document against a revision of its file, as a page. Raises NoRedline."""
    from generator.compare.redline import compare_documents
    from generator.writers.redline import Names, write_redline_html

    places = view.loaded.places
    source = view.loaded.source
    library = Library(wording)
    library.drafts[source.path] = _content(source.path, f"{revision.name}:{revision.path}")
    if registrant := places.registrant:
        file = Path(registrant.file)
        root = Path(_git(file, "rev-parse", "--show-toplevel").strip() or ".")
        below = os.path.relpath(file.resolve(), root).replace(os.sep, "/")
        library.drafts[file] = _content(file, f"{revision.name}:{below}")
    each = library.load_each(source)
    old = next((one for one in each if one.source.name == source.name), each[0])
    if old.document is None:
        first = next(one for one in old.diagnostics if one.severity == "error")
        raise NoRedline(f"The file of {revision.day} ({revision.name[:8]}) cannot be composed today: {first.message}.")
    old_name = f"{source.path} of {revision.day} ({revision.name[:8]})"
    return write_redline_html(compare_documents(old.document, view.document), Names(old_name, f"{source.path} now"))


def _content(file: Path, blob: str) -> bytes:
    done = run_git(file.resolve().parent, "cat-file", "blob", blob)
    if done is None or done.returncode:
        raise NoRedline(f"{file} was not in the repository then.")
    return done.stdout


def _git(file: Path, *words: str) -> str:
    done = run_git(file.resolve().parent, *words)
    return done.stdout.decode("utf-8", "replace") if done and not done.returncode else ""
