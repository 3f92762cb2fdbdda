"""The Jinja environment of wording: sandboxed, strict, with one filter a type of value and no other.

Templates are found by name, `<part>/<form>.md`, in the project's own folder first and the shipped one after.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context

from generator.document.canonical import canonical_text
from generator.document.nodes import Field
from generator.templates import template_text, templates_folder, without_record
from generator.wording.joints import joined
from generator.wording.located import Located, path_of, value_of
from generator.wording.tokens import VALUE, VALUE_END, tokenize, tokenize_phrase
from generator.wording.types import TYPES, ValueType

#: The most bytes of a wording template, and characters of a line: some sentences. Of the shipped: 6,700 and 600.
LARGEST, LONGEST_LINE = 40_000, 2_500


class ClauseTag(Extension):
    """`{% clause NAME %}…{% endclause %}`: names one sentence or heading; it renders as what is in it."""

    tags = {"clause"}  # noqa: RUF012

    def parse(self, parser: Parser) -> nodes.Node:
        """The clause as a scope node that carries its name."""
        line = next(parser.stream).lineno
        name = [parser.stream.expect("name").value]
        while parser.stream.skip_if("dot"):
            name.append(parser.stream.expect("name").value)
        body = parser.parse_statements(("name:endclause",), drop_needle=True)
        clause = nodes.Scope(body, lineno=line)
        clause.clause = ".".join(name)  # type: ignore[attr-defined]
        return clause


class WordingLoader(BaseLoader):
    """Templates from folders, tokenized."""

    def __init__(self, folders: tuple[Path, ...], instead: Mapping[str, str]) -> None:
        self.folders, self.instead = folders, instead

    def text_of(self, template: str) -> str:
        """What `<part>/<form>` says, without the record of what it took the place of."""
        path = self.path_of(template)
        if path is None:
            raise TemplateNotFound(template)
        if template in self.instead:
            return self.instead[template]
        return without_record(template_text(path, self.folder_of(path), LARGEST))

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Any]:
        """The tokenized source of `<part>/<form>`."""
        source, path = self.text_of(template), self.path_of(template)
        for number, line in enumerate(source.splitlines(), 1):
            if len(line) > LONGEST_LINE:
                message = f"the line is longer than {LONGEST_LINE:,} characters"
                raise TemplateSyntaxError(message, number, template, str(path))
        phrase = template.startswith("phrase/")
        return (tokenize_phrase(source) if phrase else tokenize(source)), str(path), lambda: True

    def folder_of(self, path: Path) -> Path:
        """The folder of templates that a file is in."""
        return next(folder for folder in self.folders if path.is_relative_to(folder))

    def path_of(self, template: str) -> Path | None:
        """The file of `<part>/<form>`: the project's own where it has one."""
        paths = (folder / f"{template}.md" for folder in self.folders if ".." not in template)
        return next((path for path in paths if path.is_file()), None)

    def shown_path(self, template: str) -> str:
        """The file of a template as a person in the project's folder would name it."""
        path = self.path_of(template)
        return "/".join(path.parts[-4:]) if path else template

    def list_templates(self) -> list[str]:
        """Every `<part>/<form>`, in order, each once."""
        return list(self._names)

    @cached_property
    def _names(self) -> list[str]:
        paths = [(folder, path) for folder in self.folders for path in folder.rglob("*.md")]
        found = {path.relative_to(folder).with_suffix("").as_posix() for folder, path in paths}
        return sorted(found)


class Shown(NamedTuple):
    """A value as a filter showed it."""

    field: Field
    kind: str


def _filter(kind: ValueType) -> Any:
    def show(located: Any) -> Shown:
        value = value_of(located)
        shown = "" if value is None or value == "" else canonical_text(kind.show(value))
        return Shown(Field(path_of(located), kind.read(shown) if shown else "", shown), kind.name)

    return show


@pass_context
def _mark(context: Any, value: Any) -> str:
    """Prints a private mark for a shown value and records it; refuses a value without a type."""
    if isinstance(value, Shown):
        if not value.field.shown:
            return ""
        marks: list[Shown] = context["_shown"]
        marks.append(value)
        return f"{VALUE}{len(marks) - 1}{VALUE_END}"
    if isinstance(value, str) and not value:
        return value
    raise TemplateSyntaxError(f"{path_of(value) or value!r} is shown without its type: write {{{{ x | name }}}}", 1)


class _Walking(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to what templates nearly always ask for: a part of the content, by its name."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A part of a value; a name that begins with an underscore is none, as everywhere in the sandbox."""
        if type(obj) is Located and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """A template's syntax tree, made once for writing and for reading backwards."""
        known: dict[tuple[str, str | None], nodes.Template] = self.__dict__.setdefault("_parsed", {})
        if (source, name) not in known:
            known[source, name] = super()._parse(source, name, filename)
        return known[source, name]


class Wording:
    """The wording templates of a project: rendered forwards here, compiled backwards in `grammar`.

    `instead` has texts that stand in for those of files, by template.
    """

    def __init__(self, folders: tuple[Path, ...], instead: Mapping[str, str] | None = None) -> None:
        self.folders = folders
        self.loader = WordingLoader(folders, instead or {})
        self._trees: dict[str, nodes.Template] = {}
        self._templates: dict[str, Template] = {}
        self.environment = _Walking(
            loader=self.loader,
            undefined=StrictUndefined,
            finalize=_mark,
            autoescape=False,
            auto_reload=False,
            extensions=[ClauseTag],
        )
        self.environment.filters.clear()
        self.environment.globals.clear()
        self.environment.filters.update({name: _filter(kind) for name, kind in TYPES.items()})

    def forms(self, part: str) -> list[str]:
        """The names of the forms in which a part can be worded, `house` first."""
        return self._forms.get(part, [])

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.loader.list_templates():
            part, _, form = name.partition("/")
            found.setdefault(part, []).append(form)
        return {part: sorted(forms, key=lambda form: (form != "house", form)) for part, forms in found.items()}

    def has(self, part: str, form: str) -> bool:
        """Whether a part can be worded in a form."""
        return form in self.forms(part)

    def render(self, part: str, form: str, values: dict[str, Any]) -> tuple[str, list[Shown]]:
        """The words as tokens and marks, and the values that the marks stand for."""
        marks: list[Shown] = []
        name = f"{part}/{form}"
        if name not in self._templates:
            self._templates[name] = self.environment.get_template(name)
        text = self._templates[name].render(values, _shown=marks)
        return joined(text, [one.field.shown for one in marks]), marks

    def tree(self, name: str) -> nodes.Template:
        """The syntax tree of a template `<part>/<form>`, for reading it backwards."""
        if name not in self._trees:
            source, filename, _ = self.loader.get_source(self.environment, name)
            try:
                self._trees[name] = self.environment.parse(source, name, filename)
            except RecursionError:
                raise TemplateSyntaxError("it is nested too deep", 1, name, filename) from None
        return self._trees[name]


@lru_cache(maxsize=8)
def load_wording(project: Path | None = None) -> Wording:
    """The shipped wording, with a project's own `templates/wording/` before it where it has one."""
    shipped = templates_folder() / "wording"
    own = project / "wording" if project else None
    folders = (own, shipped) if own and own.is_dir() and own != shipped else (shipped,)
    return Wording(folders)
