"""A folder of supplements as a preview knows it: which there are, what each depends on, and how one is loaded."""

from __future__ import annotations

import os
import traceback
from collections import OrderedDict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from generator.checks.pages.catalogue import all_codes
from generator.compose.compose import compose
from generator.diagnostics import Diagnostic, in_order
from generator.document.nodes import Document
from generator.document.normal import irregularities
from generator.errors import Unwritable
from generator.filing.faults import template_fault, writing_faults
from generator.filing.formats import Format, project_formats
from generator.library.find import REGISTRANTS, Source, find_sources, is_yaml, nothing_in
from generator.library.load import Library, Loaded
from generator.library.overrides import check_overrides, project_templates
from generator.preview.draft import Draft, View
from generator.preview.marking import draft_html
from generator.settings.project import FILE, Project, find_project, read_project
from generator.settings.selection import Settings
from generator.templates import templates_folder
from generator.wording.check import check_wording
from generator.wording.environment import Wording, load_wording
from generator.wording.grammar import compile_backwards
from generator.writers.html.looks import html_frame
from generator.writers.text import text_frame

#: How many drafts are kept whole: those that were looked at last.
MOST_DRAFTS = 12
TEMPLATES = Path("templates")


class Supplements:
    """The supplements below some paths. Not for several threads at once; what it gives is never changed."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self.paths = paths
        self._given = {path for path in paths if path.is_dir()}
        self.sources: dict[str, Source] = {}
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.settings = Settings()
        self.wording: Wording = load_wording()
        self.formats: dict[str, Format] = {}
        self.kept: OrderedDict[str, Draft] = OrderedDict()
        self.files: dict[str, frozenset[Path]] = {}
        self._on_disk: set[Path] = set()
        self._folders: set[Path] = set()
        self._found: list[Diagnostic] = []
        self._asked: list[Diagnostic] = []
        self._worded: list[Diagnostic] = []
        self._registrants: dict[Path, Any] = {}

    def find(self) -> None:
        """Afterwards `sources` are those that are on disk now, by key, in order."""
        gone = [path for path in self.paths if path in self._given and not path.is_dir()]  # moved aside, maybe for good
        sources, self._found = find_sources(path for path in self.paths if path not in gone)
        self._found += map(nothing_in, gone)
        self.sources = {key_of(source): source for source in sources}
        self._on_disk = {source.path.resolve() for source in sources}
        self._folders = {folder for path in self._on_disk for folder in path.parents}
        for key in {*self.files, *self.kept} - self.sources.keys():
            self.files.pop(key, None)
            self.kept.pop(key, None)
        self._gather()

    def read_settings(self) -> None:
        """Afterwards the settings are those of the project's pyproject.toml."""
        found = find_project(Path.cwd())
        project = read_project(found[1], os.path.relpath(found[0]), all_codes) if found else Project()
        self.settings, self._asked = project.settings, list(project.diagnostics)
        self._gather()

    def read_templates(self) -> None:
        """Afterwards wording and looks are those on disk; faulty wording is told and the one before it kept."""
        load_wording.cache_clear()
        compile_backwards.cache_clear()
        html_frame.cache_clear()
        text_frame.cache_clear()
        own = project_templates(TEMPLATES)
        self.formats = project_formats(own)
        wording = load_wording(own)
        self._worded = check_wording(wording)
        if not self._worded:
            self.wording = wording
            self._worded = list(check_overrides(TEMPLATES))
        self._gather()

    def _gather(self) -> None:
        found = [*self._found, *self._asked, *self.settings.selection.settled(self._worded)]
        self.diagnostics = tuple(in_order(found))

    def load(self, key: str, serial: int, keep: bool) -> Draft:
        """A supplement as it is on disk now, with its last good documents where it has none now."""
        source = self.sources[key]
        before = self.kept.get(key)
        library = Library(self.wording, selection=self.settings.selection, registrants=self._registrants)
        try:
            each = library.load_each(source)
            found = [one for loaded in each for one in loaded.diagnostics]
            views = [view for loaded in each if (view := self._view(loaded, found))]
        except TemplateError as error:
            each, views, found = [], [], [template_fault("the wording", TEMPLATES.resolve() / "wording", error)]
        except Exception as error:  # a fault of ours: the page has to live on, and say so
            each, views, found = [], [], [_fault(source, error)]
        files = {Path(source.path).resolve(), *(path for loaded in each for path in _files_of(loaded))}
        stale = len(views) < max(len(each), 1) and before is not None and bool(before.views)
        shown = before.views if before and stale else tuple(views)
        draft = Draft(serial, source, shown, tuple(in_order(found)), frozenset(files), stale, library.texts)
        self.files[key] = draft.files
        if keep or before:
            self.kept[key] = draft
            if keep:
                self.kept.move_to_end(key)
            while len(self.kept) > MOST_DRAFTS:
                self.kept.popitem(last=False)
        return draft

    def _view(self, loaded: Loaded, found: list[Diagnostic]) -> View | None:
        """The draft of a document, None where it cannot be drawn; what cannot be shown is added to what was found."""
        document = loaded.document or self._despite(loaded)
        if document is None:
            return None
        for format in self.formats.values():
            found += writing_faults(loaded, document, format)
        try:
            return View(loaded, document, draft_html(document, self.formats["html"].looks))
        except Unwritable:
            return None
        except TemplateError as error:
            found.append(template_fault("html", self.formats["html"].looks, error))
            return None

    def _despite(self, loaded: Loaded) -> Document | None:
        """The document of content that breaks rules, None where none can be composed.

        Why: whoever types a figure that does not agree with another one wants to see both; `build` still refuses.
        """
        if loaded.house is None:
            return None
        try:
            document = compose(loaded.house, self.wording)
        except Exception:  # whatever may go wrong with what is known to be faulty
            return None
        return None if any(irregularities(document)) else document

    def is_rearranged(self, changed: Iterable[Path]) -> bool:
        """Whether some changed files may be supplements that have come or gone."""
        return any(
            not path.exists()
            if path in self._on_disk or path in self._folders
            else path.is_dir() or (is_yaml(path) and path.parent.name != REGISTRANTS and path.exists())
            for path in changed
        )

    def touched(self, paths: Iterable[Path]) -> set[str]:
        """The supplements to load again, for some files have changed; what was read of those files is forgotten."""
        changed = set(paths)
        declared = {path for path in changed if path.parent.name == REGISTRANTS and is_yaml(path)}
        for path in declared:
            self._registrants.pop(path, None)
        keys = {path.stem for path in declared}
        again = set()
        for key in self.sources:
            files = self.files.get(key)
            if files is None:
                continue
            named = {path.stem for path in files if path.parent.name == REGISTRANTS}
            if files & changed or (declared and (not named or named & keys)):
                again.add(key)
        return again

    def folders(self) -> tuple[set[Path], set[Path]]:
        """The folders to watch with all that is below them, and those to watch alone."""
        deep: set[Path] = set()
        alone = {Path.cwd()}
        for path in (one.resolve() for one in self.paths):
            (deep if path.is_dir() else alone).add(path if path.is_dir() else path.parent)
            deep |= {folder / REGISTRANTS for folder in (path, *path.parents) if (folder / REGISTRANTS).is_dir()}
        deep |= {folder for folder in (templates_folder(), TEMPLATES.resolve()) if folder.is_dir()}
        if found := find_project(Path.cwd()):
            alone.add(found[0].parent)
        return {one for one in deep if not any(other in one.parents for other in deep)}, alone


def key_of(source: Source) -> str:
    """The word that stands for a supplement in addresses: never its path."""
    return sha256(str(source.path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def is_template(path: Path) -> bool:
    """Whether a file is below a folder of templates that this preview uses."""
    own, shipped = TEMPLATES.resolve(), templates_folder().resolve()
    return any(folder in (own, shipped) for folder in (path, *path.parents))


def is_settings(path: Path) -> bool:
    """Whether a file holds a project's settings."""
    return path.name == FILE


def _files_of(loaded: Loaded) -> list[Path]:
    places = loaded.places
    return [Path(one.file).resolve() for one in (places.supplement, places.registrant) if one]


def _fault(source: Source, error: Exception) -> Diagnostic:
    traceback.print_exception(error)
    message = f"this file cannot be shown: {type(error).__name__}"
    help = "this is a fault of the tool, not of your content; please report it with what the terminal says"
    return Diagnostic("OUT-01", message, str(source.path), help=help)
