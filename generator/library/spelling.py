"""Content as YAML, spelled the way a person would type it."""

from __future__ import annotations

import re
import sys
from typing import Any

import yaml
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from generator.source.lines import AFTER_BLANK


class _Spelling(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """A dumper without YAML's guesses: text is plain wherever YAML's syntax lets it be.

    Why: our source takes every scalar as text, so `2009-11-12` and `0.86%` need no quotes; only what would be
    read as nothing does.
    """

    def __init__(self, stream: Any, **settings: Any) -> None:
        Emitter.__init__(self, stream, width=settings["width"], allow_unicode=settings["allow_unicode"])
        Serializer.__init__(self, encoding=settings["encoding"])
        SafeRepresenter.__init__(self, default_flow_style=False, sort_keys=False)
        BaseResolver.__init__(self)

    def ignore_aliases(self, data: Any) -> bool:
        """Nothing is written as an alias: the source refuses them."""
        return True

    def process_scalar(self) -> None:
        """A text in which a line could begin as an item of a list does stays on one line: the source refuses it."""
        width = self.best_width
        if isinstance(self.event, yaml.ScalarEvent) and AFTER_BLANK.search(self.event.value):
            self.best_width = sys.maxsize
        super().process_scalar()
        self.best_width = width

    def represent_short(self, items: Any) -> yaml.SequenceNode:
        """A list, on one line where it is a handful of short words."""
        short = all(isinstance(item, str) and len(item) < 40 for item in items) and sum(map(len, items)) < 80
        return self.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists are indented below their key."""
        super().increase_indent(flow, False)


_Spelling.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ["~", "n", "N", ""])
_Spelling.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile(r"<<\Z"), ["<"])
_Spelling.add_representer(list, _Spelling.represent_short)


def write_yaml(content: dict[str, Any]) -> str:
    """Content as YAML text that the source reads back as it was; keys in their order."""
    text: str = yaml.dump(content, Dumper=_Spelling, width=110, allow_unicode=True)
    return text
