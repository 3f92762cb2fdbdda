"""The public list of the package: short, sorted, there, and documented."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys

import pytest

import generator
from tests.house.modules import modules


def test_the_list_is_sorted_and_names_nothing_twice() -> None:
    """Constants, then classes, then functions, as the linter sorts them too."""
    named = {name: (not name.isupper(), not name[0].isupper(), name) for name in generator.__all__}
    assert generator.__all__ == sorted(named, key=named.__getitem__)


def test_what_type_checkers_see_is_what_is_given() -> None:
    """The package says where each name lives twice: to type checkers, and to itself."""
    module = modules()["generator"]
    seen = {
        alias.asname or alias.name: f"{node.module}:{alias.name}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator.")
        for alias in node.names
    }
    assert seen == generator._HOMES
    assert seen.keys() == set(generator.__all__)


@pytest.mark.parametrize("name", generator.__all__)
def test_what_is_listed_is_there_and_documented(name: str) -> None:
    assert (inspect.getdoc(getattr(generator, name)) or "").strip()


def test_what_is_listed_is_all_that_is_offered() -> None:
    assert set(generator.__all__) <= set(dir(generator))
    with pytest.raises(AttributeError, match="no_such_name"):
        getattr(generator, "no_such_name")  # noqa: B009


def test_no_listed_name_is_that_of_a_room() -> None:
    """Why: `generator.compare` would be a function or a package, as it happens to have been imported before."""
    statement = (
        "import pkgutil, generator; print(*{one.name for one in pkgutil.iter_modules(generator.__path__)}"
        " & set(generator.__all__))"
    )
    done = subprocess.run([sys.executable, "-c", statement], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
