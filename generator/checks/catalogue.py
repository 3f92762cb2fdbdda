"""Every rule: the functions of the modules in `rules/`, and those of installed packages."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from importlib import metadata
from types import FunctionType, ModuleType

from generator.checks import rules
from generator.checks.rule import Rule, rule_of
from generator.errors import FaultyRule

#: The group of entry points under which a package names modules with rules of its own.
ENTRY_POINTS = "supplement.rules"


@lru_cache(maxsize=1)
def all_rules() -> dict[str, Rule]:
    """The rules by code, in order. FaultyRule where two share a code, or one has no page."""
    names = sorted(info.name for info in pkgutil.iter_modules(rules.__path__) if not info.name.startswith("_"))
    modules = [importlib.import_module(f"{rules.__name__}.{name}") for name in names]
    modules += [_module(point) for point in metadata.entry_points(group=ENTRY_POINTS)]
    found: dict[str, Rule] = {}
    for module in modules:
        for rule in rules_of(module):
            if rule.code in found:
                raise FaultyRule(f"{module.__name__} has a rule {rule.code}, which is taken")
            found[rule.code] = rule
    return dict(sorted(found.items()))


def rules_of(module: ModuleType) -> list[Rule]:
    """The rules of a module: its public functions."""
    own = (value for name, value in vars(module).items() if not name.startswith("_"))
    return [rule_of(value) for value in own if isinstance(value, FunctionType) and value.__module__ == module.__name__]


def _module(point: metadata.EntryPoint) -> ModuleType:
    module = point.load()
    if not isinstance(module, ModuleType):
        raise FaultyRule(f"the entry point {point.name} of {ENTRY_POINTS} is not a module")
    return module
