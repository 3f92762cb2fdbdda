"""Files and functions are of a size that can be read in one go."""

from __future__ import annotations

from statistics import median

from tests.house.modules import functions, modules


def test_files_are_short() -> None:
    lines = {str(module.path): len(module.text.splitlines()) for module in modules().values()}
    assert {path: count for path, count in lines.items() if count > 400} == {}
    assert median(lines.values()) < 120


def test_functions_are_short() -> None:
    lines = {}
    for module in modules().values():
        for function in functions(module):
            assert function.end_lineno is not None
            place = f"{module.path}:{function.lineno}: {function.name}"
            lines[place] = function.end_lineno - function.lineno + 1
    assert {place: count for place, count in lines.items() if count > 60} == {}
    assert median(lines.values()) < 12
