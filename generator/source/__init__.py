"""What authors type: strict YAML with a place for everything, loaded into models with every fault reported."""

from generator.source.codes import CODES
from generator.source.load import load_typed
from generator.source.nodes import Mapping, Scalar, Sequence, SourceNode, to_plain
from generator.source.parse import parse_source
from generator.source.spans import Spans, path_of, steps_of

__all__ = [
    "CODES",
    "Mapping",
    "Scalar",
    "Sequence",
    "SourceNode",
    "Spans",
    "load_typed",
    "parse_source",
    "path_of",
    "steps_of",
    "to_plain",
]
