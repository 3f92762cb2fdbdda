"""A supplement's file as the document that it says, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.checks.catalogue import all_rules
from generator.checks.run import check_content
from generator.checks.waived import waivable
from generator.compose.compose import compose
from generator.diagnostics import Diagnostic, has_errors, in_order
from generator.document.nodes import Document
from generator.library.find import (
    ENDINGS,
    Source,
    check_name,
    is_registrant,
    known_registrants,
    near_path,
    no_supplement,
    registrant_file,
)
from generator.library.places import Edits, Places, Written
from generator.library.proof import check_reading_back, check_tree
from generator.library.references import check_references
from generator.library.remainder import remainder
from generator.library.reworded import Judge, Rewording
from generator.model.content import Finding
from generator.model.entities import Registrant
from generator.model.supplement import House, Supplement
from generator.settings.selection import EVERYTHING, Selection
from generator.source.decode import read_source
from generator.source.load import load_typed
from generator.source.parse import parse_source
from generator.wording.environment import Wording

#: So many registrants are kept at once: a season has more, each with its supplements side by side.
MOST_REGISTRANTS = 50
_AS_SHIPPED = "say what the shipped wording says, in whatever words"
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a supplement's file gave: the house where it has a form, the document where nothing is wrong, findings."""

    source: Source
    places: Places
    house: House | None = None
    document: Document | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass
class Library:
    """Loads supplements; a registrant's file that several refer to is read once."""

    wording: Wording
    texts: dict[str, str] = field(default_factory=dict)  # what was read, by file, for excerpts
    drafts: dict[Path, bytes] = field(default_factory=dict)  # what stands in for files that are not written yet
    registrants: dict[Path, tuple[Registrant | None, list[Diagnostic], Written]] = field(default_factory=dict)
    selection: Selection = EVERYTHING  # which findings are wanted, and how severe each is

    @cached_property
    def rewording(self) -> Rewording:
        """The project's changes to the shipped wording."""
        return Rewording(self.wording)

    def load(self, source: Source) -> Loaded:
        """The supplement in a file, composed, checked, and read back from its own document."""
        if is_registrant(source.path):
            return Loaded(source, Places(Written(str(source.path))), diagnostics=(no_supplement(source.path),))
        supplement, diagnostics, written = self.read_typed(source.path, Supplement)
        left = remainder(written, diagnostics) if supplement is None else None
        judged = left.supplement if left else supplement
        places = Places(written)
        registrant = judged.registrant if judged else None
        if isinstance(registrant, str):
            registrant, more, places = self.registrant_of(source.path, registrant, places)
            diagnostics += more
        diagnostics = self.selection.settled(diagnostics)
        if judged is None or registrant is None:
            return Loaded(source, places, diagnostics=tuple(in_order(diagnostics)))
        house = House(registrant=registrant, supplement=judged)
        if left:
            diagnostics += left.certain(self._judge(house, places, left.moved))
            return Loaded(source, places, diagnostics=tuple(in_order(diagnostics)))
        diagnostics += self.selection.settled(places.diagnose(check_name(source)))
        diagnostics += self._judge(house, places)
        if has_errors(diagnostics):
            return Loaded(source, places, house, diagnostics=tuple(in_order(diagnostics)))
        return self.composed(source, places, house, diagnostics)

    def _judge(self, house: House, places: Places, moved: Callable[[str], str] = lambda path: path) -> list[Diagnostic]:
        """What references and rules find in a supplement; `moved` says where a path of it stands in its file."""
        references = check_references(house, self.wording)
        unknown = places.diagnose((moved(path), code, message, help) for path, code, message, help in references)
        edits = Edits(places)
        found = check_content(
            house,
            lambda path, words: places.place(moved(path), words),
            selection=self.selection,
            edit=lambda path, words, mend: edits(moved(path), words, mend),
        )
        found = [one if moved(one.path) == one.path else replace(one, path=moved(one.path)) for one in found]
        return self.selection.settled(unknown) + found

    def load_each(self, source: Source) -> list[Loaded]:
        """The supplements that a file asks for: one, or one for each target document."""
        loaded = self.load(source)
        if loaded.house is None or loaded.document is None or not loaded.house.supplement.split:
            return [loaded]
        whole = [one for one in loaded.diagnostics if one.severity != "error"]  # of the content, not of a document
        return [
            self.composed(Source(source.path, f"{source.name}-{ENDINGS[document]}"), loaded.places, house, whole)
            for document, house in loaded.house.split().items()
        ]

    def composed(self, source: Source, places: Places, house: House, diagnostics: list[Diagnostic]) -> Loaded:
        """The document of a house, checked and read back."""

        def judge(wording: Wording) -> list[Finding]:
            document = compose(house, wording)
            return [*check_tree(document)] or [*check_reading_back(house, document, wording)]

        document = compose(house, self.wording)
        irregular = [*check_tree(document)]
        unlike = irregular or check_reading_back(house, document, self.wording)
        found = [self._at_cause(one, places, judge) for one in unlike]
        shown = None if irregular else document  # no format has a form for it
        return Loaded(source, places, house, shown, tuple(in_order([*diagnostics, *found])))

    def _at_cause(self, finding: Finding, places: Places, judge: Judge) -> Diagnostic:
        """A finding at its place in the content, or in the template whose change it is due to, with help for that."""
        (told,) = places.diagnose([finding])
        change = self.rewording.cause(finding, judge)
        if change is None:
            return told
        message = f"since this wording was changed: {told.message}"
        remedy = _AS_SHIPPED if "reads back as" in told.message else told.help
        help = f"{remedy}; to compare: supplement override --diff wording/{change.template}.md"
        help += f"; found in {told.file}:{told.span.line}"
        return replace(told, message=message, file=change.file, span=change.span, help=help)

    def read_typed(self, path: Path, model: type[M]) -> tuple[M | None, list[Diagnostic], Written]:
        """A file as a model, with its findings and its places."""
        file = str(path)
        try:
            data = self.drafts[path] if path in self.drafts else read_source(path)
        except OSError as error:
            message = f"the file cannot be read: {error.strerror or error}"
            return None, [Diagnostic("FIL-03", message, file, help="check its name and permissions")], Written(file)
        text = self.texts[file] = data.decode("utf-8", "replace").removeprefix("\ufeff")
        node, diagnostics = parse_source(data, file)
        if node is None or has_errors(diagnostics):
            return None, diagnostics, Written(file)
        value, more, spans = load_typed(node, model, file)
        return value, [*diagnostics, *more], Written(file, spans, text)

    def registrant_of(
        self, supplement: Path, key: str, places: Places
    ) -> tuple[Registrant | None, list[Diagnostic], Places]:
        """The registrant of a key, the findings in its file, and places that know that file."""
        path = registrant_file(supplement, key)
        if path is None:
            known = ", ".join(known_registrants(supplement))
            help = f"known are: {known}" if known else f"write registrants/{key}.yaml beside or above this file"
            return None, places.diagnose([("registrant", "FIL-06", f"no registrant {key!r} is declared", help)]), places
        registrant, diagnostics, written = self._declared(path, near_path(path, supplement))
        return registrant, list(diagnostics), Places(places.supplement, written)

    def check_registrant(self, path: Path) -> list[Diagnostic]:
        """All that is wrong with a registrant's file, whichever supplements name it.

        Of what rules find in what it declares only that which no supplement can waive: the rest is for those that
        speak of it.
        """
        registrant, diagnostics, written = self._declared(path.parent.resolve() / path.name, path)
        if registrant is None:
            return self.selection.settled(diagnostics)
        nothing = Supplement.model_construct(registrant=registrant)  # not validated: what says nothing has no date
        house = House.model_construct(registrant=registrant, supplement=nothing)
        rules = all_rules()
        own = [
            one
            for one in self._judge(house, Places(written, written))
            if one.path.startswith("registrant.") and not (one.code in rules and waivable(rules[one.code]))
        ]
        return [*self.selection.settled(diagnostics), *own]

    def _declared(self, path: Path, shown: Path) -> tuple[Registrant | None, list[Diagnostic], Written]:
        """The registrant in a file, its findings and its places; `shown` is the file as findings name it."""
        if path not in self.registrants:
            while len(self.registrants) >= MOST_REGISTRANTS:
                del self.registrants[next(iter(self.registrants))]
            self.registrants[path] = self.read_typed(shown, Registrant)
        return self.registrants[path]
