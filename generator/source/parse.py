"""A source file's bytes as a tree, and all that is wrong with them."""

from __future__ import annotations

from typing import Any

import yaml

from generator.diagnostics import Diagnostic, in_order
from generator.source.builder import Builder
from generator.source.characters import without_refused
from generator.source.decode import character_faults, decode_source
from generator.source.nodes import Scalar, SourceNode
from generator.source.places import Places
from generator.source.syntax import Broken, syntax_fault

#: libyaml's parser, some fifteen times as fast as the one in Python.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parse_source(text_bytes: bytes, file: str) -> tuple[SourceNode | None, list[Diagnostic]]:
    """The tree of a YAML file in UTF-8, and every finding about it.

    There is always a tree or an error. A tree beside errors is what could be saved of the file: good for
    finding further faults, not for building.
    """
    text, faults = decode_source(text_bytes, file)
    if text is None:
        return None, faults
    places = Places(text)
    faults = character_faults(text, places, file)
    if faults:
        text = without_refused(text)
    builder = Builder(text, places, file)
    root = _build(builder, text, places, file)
    return root, in_order([*faults, *builder.faults])


def _build(builder: Builder, text: str, places: Places, file: str) -> SourceNode | None:
    """Feeds the builder until the end, or to the first thing that no tree can be made of."""
    parser = LOADER(text)
    try:
        for event in iter(parser.get_event, None):
            if not builder.take(event):
                return builder.root
    except yaml.MarkedYAMLError as error:
        fault = syntax_fault(Broken(error, text, places, builder.last), file)
        if not any(known.span.end_line == fault.span.line and known.severity == "error" for known in builder.faults):
            builder.faults.append(fault)
        return None
    finally:
        parser.dispose()
    if builder.root is None or (isinstance(builder.root, Scalar) and builder.root.null):
        remedy = "write the content, or delete the file"
        builder.faults.append(Diagnostic("SRC-04", "the file has no content", file, help=remedy))
        return None
    return builder.root
