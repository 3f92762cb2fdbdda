"""A sample as text into which other funds, classes and people are put, everything else left as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.diagnostics import Span
from generator.library.find import registrant_file
from generator.library.new.edits import further_entries, mappings_of, scalars_of, tree_of, with_edits, with_names
from generator.library.spelling import write_yaml
from generator.model.entities import Registrant
from generator.source.nodes import Mapping as MappingNode
from generator.source.nodes import Scalar, Sequence, to_plain


@dataclass(frozen=True, slots=True)
class Cast:
    """Who stands for whom: keys and names of the sample's funds, classes and people, and those in their place.

    `missing` are the keys of the sample for which there is nobody, `further` the classes that stand for none, `held`
    the classes of the fund in the place of each of the sample's.
    """

    keys: Mapping[str, str]
    names: Mapping[str, str]
    missing: frozenset[str]
    further: tuple[str, ...]
    held: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample supplement: its text, its tree, and its registrant as a model and as it was typed."""

    text: str
    node: MappingNode
    registrant: Registrant
    typed: Mapping[str, Any]

    def whole(self) -> str:
        """The sample with its own registrant written into it."""
        return self._with_registrant(self.text, self.node, self._used(self.typed))

    def referring(self, key: str, cast: Cast) -> str | None:
        """The sample with a registrant's own funds, classes and people; None where it needs more of them."""
        if cast.missing:
            return None
        text = self._recast(cast)
        return with_edits(text, [(_registrant_scalar(tree_of(text)).span, key)])

    def holding(self, own: Registrant, cast: Cast) -> str:
        """The sample with a registrant written into it that has what it lacks from the sample's registrant."""
        text = self._recast(cast)
        declared = own.model_dump(mode="json", exclude_defaults=True)
        used = self._used(self.typed)
        for part in _DECLARED:
            kept = {key: one for key, one in declared.get(part, {}).items() if key in cast.keys.values()}
            declared[part] = kept | {key: one for key, one in used.get(part, {}).items() if key in cast.missing}
        for theirs, ours in cast.keys.items():
            if theirs in self.registrant.funds:
                classes = self.registrant.funds[theirs].classes
                lacking = {key: one.name for key, one in classes.items() if key in cast.missing}
                declared["funds"][ours]["classes"] = declared["funds"][ours].get("classes", {}) | lacking
        return self._with_registrant(text, tree_of(text), {key: value for key, value in declared.items() if value})

    def cast(self, own: Registrant, fund: str | None) -> Cast:
        """Another registrant's funds, classes and people in the places of the sample's, in order."""
        used = self._used(self.typed)
        first = [fund] if fund else []
        ours = [*first, *(key for key in own.funds if key != fund)]
        funds = dict(zip(sorted(used.get("funds", {}), key=self._place), ours, strict=False))
        people = dict(zip(used.get("people", {}), own.people, strict=False))
        names = {self.registrant.name: own.name}
        names |= {self.registrant.funds[key].name: own.funds[other].name for key, other in funds.items()}
        names |= {self.registrant.people[key].name: own.people[other].name for key, other in people.items()}
        classes = self._classes(own, funds)
        for key, other in classes.items():
            named = _class_names(self.registrant, funds, key), _class_names(own, funds.values(), other)
            names |= dict(zip(*named, strict=False))
        needed = {*used.get("funds", {}), *used.get("people", {}), *self._class_keys(funds)}
        keys = funds | people | classes
        ours = [key for fund in list(funds.values())[:1] for key in own.funds[fund].classes]
        further = tuple(key for key in ours if key not in classes.values())
        held = {key: tuple(own.funds[other].classes) for key, other in funds.items()}
        return Cast(keys, names, frozenset(needed - keys.keys()), further, held)

    def _place(self, fund: str) -> int:
        """Where a fund stands among those that the sample is for; behind them where it is spoken of in passing."""
        listed = self.node.entry("funds")
        keys = [one.text for one in scalars_of(listed[1])] if listed else []
        return keys.index(fund) if fund in keys else len(keys)

    def _classes(self, own: Registrant, funds: Mapping[str, str]) -> dict[str, str]:
        """The class in the place of each of the sample's: of the same key if there is one, else the next."""
        theirs = self._class_keys(funds)
        ours = list(dict.fromkeys(key for fund in funds.values() for key in own.funds[fund].classes))
        same = {key: key for key in theirs if key in ours}
        free = (key for key in ours if key not in same)
        return {key: other for key in theirs if (other := same.get(key) or next(free, ""))}

    def _class_keys(self, funds: Iterable[str]) -> list[str]:
        """The keys of the sample's classes that its text speaks of."""
        keys = dict.fromkeys(key for fund in funds for key in self.registrant.funds[fund].classes)
        spoken = {scalar.text for scalar in scalars_of(self.node)}
        return [key for key in keys if key in spoken]

    def _used(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        """A registrant with only those of its funds and people that the sample speaks of."""
        spoken = {scalar.text for scalar in scalars_of(self.node)}
        parts = {part: {key: one for key, one in typed.get(part, {}).items() if key in spoken} for part in _DECLARED}
        return {key: value for key, value in (dict(typed) | parts).items() if value}

    def _recast(self, cast: Cast) -> str:
        """The sample's text with other keys and names."""
        scalars = [one for key, value in self.node.entries if key.text != "registrant" for one in scalars_of(value)]
        edits = [(one.span, cast.keys[one.text]) for one in scalars if not one.quoted and one.text in cast.keys]
        return with_names(with_edits(self.text, edits), cast.names)

    def narrowed(self, missing: Iterable[str]) -> Sample:
        """The sample for fewer funds: without those for which there is nobody, if nothing is said of them."""
        listed = self.node.entry("funds")
        if not listed or not isinstance(listed[1], Sequence) or listed[1].span.line != listed[1].span.end_line:
            return self
        elsewhere = {one.text for _, value in self.node.entries if value is not listed[1] for one in scalars_of(value)}
        words = " ".join(self.text.split())
        funds = [one.text for one in scalars_of(listed[1])]
        silent = [key for key in missing if key not in elsewhere and self.registrant.funds[key].name not in words]
        kept = [key for key in funds if key not in silent]
        text = with_edits(self.text, [(listed[1].span, f"[{', '.join(kept)}]")])
        return replace(self, text=text, node=tree_of(text)) if kept and kept != funds else self

    def widened(self, cast: Cast) -> Sample:
        """The sample with figures for further classes, those of its last class, wherever it has some for each class.

        What a fund's classes receive in a merger is said of each of its classes too.
        """
        classes = set(self._class_keys(self.registrant.funds)) & cast.keys.keys()
        edits: list[tuple[Span, str]] = []
        receiving: list[tuple[Span, str]] = []
        for mapping in mappings_of(self.node):
            own = [entry for entry in mapping.entries if entry[0].text in classes]
            if cast.further and len(own) > 1 and {key.text for key, _ in own} == classes:
                edits += [further_entries(self.text, mapping, own[-1], cast.further)]
            receiving += self._receiving(mapping, cast)
        text = with_edits(self.text, (dict(edits) | dict(receiving)).items())
        return replace(self, text=text, node=tree_of(text))

    def _receiving(self, merger: MappingNode, cast: Cast) -> Iterator[tuple[Span, str]]:
        """The edit that gives the classes that a merger does not speak of what its last class receives."""
        target, classes = merger.entry("target"), merger.entry("classes")
        if not target or not classes or not isinstance(target[1], Scalar) or not isinstance(classes[1], MappingNode):
            return
        spoken = {cast.keys.get(key.text) for key, _ in classes[1].entries}
        if lacking := [key for key in cast.held.get(target[1].text, ()) if key not in spoken]:
            yield further_entries(self.text, classes[1], classes[1].entries[-1], lacking)

    @staticmethod
    def _with_registrant(text: str, node: MappingNode, typed: Mapping[str, Any]) -> str:
        """A sample's text with a registrant in the place of its key."""
        lines = write_yaml(dict(typed)).splitlines()
        block = "\n" + "\n".join(f"  {line}" if line else "" for line in lines)
        return with_edits(text, [(_registrant_scalar(node).span, block)]).replace("registrant: \n", "registrant:\n")


_DECLARED = ("funds", "people")


def read_sample(file: Path) -> Sample:
    """The sample in a file, without the line for editors at its top."""
    text = re.sub(r"\A# yaml-language-server:.*\n", "", file.read_text("utf-8"))
    node = tree_of(text)
    declared = registrant_file(file, _registrant_scalar(node).text)
    assert declared, f"{file} names no registrant that is declared"
    typed = to_plain(tree_of(declared.read_text("utf-8")))
    assert isinstance(typed, dict)
    return Sample(text, node, Registrant.model_validate(typed), typed)


def _registrant_scalar(node: MappingNode) -> Scalar:
    entry = node.entry("registrant")
    assert entry and isinstance(entry[1], Scalar)
    return entry[1]


def _class_names(registrant: Registrant, funds: Iterable[str], key: str) -> list[str]:
    """The first name that a class of this key has among some funds."""
    named = (registrant.funds[fund].classes.get(key) for fund in funds)
    return [one.name for one in named if one][:1]
