"""Where the templates are, and what a template for looks can do: it is a stranger's, and is held to words and loops.

The templates are beside the package in a checkout, inside it in an installed wheel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import (
    BaseLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator import template_work as work
from generator.plain_files import read_at_most
from generator.template_work import bounded_filters

#: The first line of a project's own template: what it took the place of, in a comment of templates or style sheets.
RECORD = re.compile(r"(?:\{#|/\*) replaces sha256:([0-9a-f]{64}) (?:#\}|\*/)[ \t]*")
#: The most bytes of a template.
LARGEST = 1_000_000
_FAULTS = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)


def templates_folder() -> Path:
    """The folder with `wording/`, `text/`, `html/` and `pdf/`."""
    package = Path(__file__).resolve().parent
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def without_record(source: str) -> str:
    """The source of a template without the words of its first line that say what it took the place of."""
    first, newline, rest = source.partition("\n")
    return f"{newline}{rest}" if RECORD.fullmatch(first) else source


def template_text(path: Path, folder: Path, largest: int = LARGEST) -> str:
    """The text of a template without a byte-order mark.

    TemplateSyntaxError where it is too large, not UTF-8, out of its folder or unreadable.
    TemplateNotFound where it was removed since it was found, as somebody may who looks at a preview.
    """
    if not path.resolve().is_relative_to(folder.resolve()):
        raise TemplateSyntaxError("this link leads to a file outside of the folder", 1, path.name, str(path))
    try:
        data = read_at_most(path, largest + 1)
    except FileNotFoundError:
        raise TemplateNotFound(path.name) from None
    except OSError as error:
        raise TemplateSyntaxError(f"it cannot be read: {error.strerror}", 1, path.name, str(path)) from None
    if len(data) > largest:
        raise TemplateSyntaxError(f"it is larger than {largest:,} bytes", 1, path.name, str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateSyntaxError(f"it is not UTF-8: {error}", 1, path.name, str(path)) from None


class LooksLoader(BaseLoader):
    """Templates from folders, the first that has one; never from anywhere else."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Any]:
        """The source of a template by its name, and its file."""
        parts = split_template_path(template)
        for folder in self.folders:
            path = folder.joinpath(*parts)
            if path.is_file():
                with suppress(TemplateNotFound):
                    return template_text(path, folder), str(path), lambda: True
        raise TemplateNotFound(template)


class _Page(Template):
    """A template whose turns are counted anew for each page."""

    def render(self, *values: Any, **named: Any) -> str:
        work.begin()
        return super().render(*values, **named)


#: So many answers about attributes are kept; the shipped templates ask some fifty.
MOST_KEPT = 2_000


class LooksEnvironment(ImmutableSandboxedEnvironment):
    """Where templates for looks run: no attribute that is Python's own, and an end to loops, calls and words.

    Whatever fails in a template is a TemplateError.
    """

    template_class = _Page
    concat = staticmethod(work.joined)
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, folders: Iterable[Path], **options: Any) -> None:
        super().__init__(
            loader=LooksLoader(folders), undefined=StrictUndefined, auto_reload=False, finalize=work.words, **options
        )
        self._safe: dict[tuple[type, str], bool] = {}
        self.filters = bounded_filters(self.filters)
        self.globals = {"range": self.globals["range"]}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, " counted", [], [], None, None, lineno=loop.lineno)
        for joined in list(tree.find_all(nodes.Concat)):
            parts = [nodes.Filter(one, " words", [], [], None, None, lineno=joined.lineno) for one in joined.nodes]
            inner = nodes.Concat(parts, lineno=joined.lineno)
            joined.nodes = [nodes.Filter(inner, " measured", [], [], None, None, lineno=joined.lineno)]
        for part in [one for one in tree.find_all(nodes.Getitem) if isinstance(one.arg, nodes.Slice)]:
            part.node = nodes.Filter(part.node, " measured", [], [], None, None, lineno=part.lineno)
        return tree

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """A sum, a product or a remainder of numbers, or words put together; nothing that grows past all measure."""
        if operator in ("*", "**") and not all(
            isinstance(one, int | float) and abs(one) < work.LONGEST for one in (left, right)
        ):
            raise TemplateRuntimeError(f"`{operator}` is for small numbers only")
        if operator == "**" and abs(right) > 9:
            raise TemplateRuntimeError("`**` is for small numbers only")
        if operator == "%" and isinstance(left, str):
            raise TemplateRuntimeError("`%` is for numbers only: words have the filter `format`")
        return work.measured(super().call_binop(context, operator, left, right))

    def call(*args: Any, **named: Any) -> Any:
        """A call of a macro or a method, which counts as a turn."""
        work.measured(getattr(args[2], "__self__", None))
        return work.measured(ImmutableSandboxedEnvironment.call(*args, **named))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use it: of words, lists and numbers no method that makes much out of little.

        The sandbox asks for nothing but the type of the object and the name, so the answer is kept for both.
        """
        safe = self._safe.get((type(obj), attr))
        if safe is None:
            kind = next((kind for kind in work.METHODS if isinstance(obj, kind)), None)
            known = kind is None or attr in work.METHODS[kind]
            safe = known and super().is_safe_attribute(obj, attr, value)
            if len(self._safe) < MOST_KEPT:
                self._safe[type(obj), attr] = safe
        return safe

    def get_template(self, *args: Any, **named: Any) -> Template:
        """A template by name; including it counts as a turn."""
        work.count()
        return super().get_template(*args, **named)

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Whatever a template did wrong, as a TemplateError at its place."""
        try:
            super().handle_exception(source)
        except TemplateError:
            raise
        except _FAULTS as error:
            told = f"{type(error).__name__}: {error}"
            raise TemplateRuntimeError(told).with_traceback(error.__traceback__) from None

    def page(self, name: str) -> Template:
        """A template by name; TemplateSyntaxError where Jinja or Python cannot take it."""
        work.begin()
        try:
            return self.get_template(name)
        except (SyntaxError, RecursionError, MemoryError, OverflowError) as error:
            raise TemplateSyntaxError(f"it is nested too deep: {error}", 1, name, name) from None


def place_of(error: TemplateError, folder: Path) -> tuple[str, int]:
    """The file below a folder and the line in which a template failed; the folder and 1 where that is not known."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or str(folder), error.lineno
    found, trace = (str(folder), 1), error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        found = (file, trace.tb_lineno) if file.startswith(str(folder)) else found
        trace = trace.tb_next
    return found
