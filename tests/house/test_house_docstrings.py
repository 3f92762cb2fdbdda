"""Every module, public class and public function says in its first line what is true of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.modules import Module, modules

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def public(module: Module) -> Iterator[tuple[str, Documented]]:
    """A module, and its public classes and functions, with the methods of those classes, each with its place."""
    yield f"{module.path}:1", module.tree
    for node in public_in(module.tree.body):
        yield f"{module.path}:{node.lineno}: {node.name}", node


def public_in(body: list[ast.stmt]) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """The public classes and functions of a body, and of the classes in it."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_":
            yield node
            yield from public_in(node.body) if isinstance(node, ast.ClassDef) else ()


def fault(node: Documented) -> str:
    """What is wrong with a docstring; empty where nothing is."""
    docstring = ast.get_docstring(node)
    if not docstring:
        return "no docstring"
    first, *rest = docstring.splitlines()
    if first[-1] not in ".:":
        return "the first line is no sentence: it does not end in a stop"
    return "a blank line must follow the first" if rest and rest[0].strip() else ""


@pytest.mark.parametrize("name", modules())
def test_what_is_public_is_documented(name: str) -> None:
    found = {place: fault(node) for place, node in public(modules()[name])}
    assert {place: what for place, what in found.items() if what} == {}
