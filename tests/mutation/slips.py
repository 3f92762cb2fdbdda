"""What a slip is: values of a sample replaced or removed. The public functions of the slips_ modules make them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random
from string import ascii_lowercase
from types import ModuleType
from typing import Any, Final, TypeAlias

from tests.mutation.samples import Data, Sample, Steps, samples

#: Stands for no value: what it is put in place of is removed.
GONE: Final = object()
#: A slip: steps to values, each with what stands there instead.
Edit: TypeAlias = tuple[tuple[Steps, Any], ...]
Operator: TypeAlias = Callable[[Sample, Random], Iterator[Edit]]

#: Where sentences stand.
_PROSE = r"^changes\[\d+\]\.(?:content|introduction|reason)|^registrant\.people\.\w+\.bio$"

SEED = 20261121
#: How many rounds of slips an operator makes in all samples to choose from; places that are few get several slips.
ROUNDS = 8


@dataclass(frozen=True)
class Mutant:
    """A sample with one slip in it."""

    operator: str
    sample: Sample
    edit: Edit

    @property
    def data(self) -> Data:
        """The sample's data with the slip; what is unchanged is the sample's own."""
        data = self.sample.data
        for steps, value in self.edit:
            data = changed(data, steps, value)
        return data

    def __str__(self) -> str:
        shown = [f"{path_of(steps)}: {'gone' if value is GONE else _short(value)}" for steps, value in self.edit]
        return f"{self.sample.name.removeprefix('tour/')} {', '.join(shown)}"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 90 else f"{text[:60]}…{text[-27:]}"


def path_of(steps: Steps) -> str:
    """Steps as findings name them: `changes[0].content[1].fee_table`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")


def changed(value: Any, steps: Steps, new: Any) -> Any:
    """A value with another one at some steps; the old one stays as it is."""
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    if new is GONE and not rest:
        del copy[step]
    else:
        copy[step] = changed(copy.get(step, {}) if isinstance(copy, dict) else copy[step], rest, new)
    return copy


def put(steps: Steps, value: Any) -> Edit:
    """The slip that is one value in place of another."""
    return ((steps, value),)


def renamed(mapping: Data, key: str, new: str) -> Data:
    """A mapping with another key in the place of one."""
    return {new if name == key else name: value for name, value in mapping.items()}


def sentences(sample: Sample) -> Iterator[tuple[Steps, str]]:
    """The texts of the supplement, and the biographies that it shows, that are sentences."""
    shown = {value for _, value in sample.at(r"\.people\[\d\]$|\.person$") if isinstance(value, str)}
    for steps, text in sample.at(_PROSE):
        sentence = isinstance(text, str) and text.count(" ") > 5 and text[-1:] == "."
        if sentence and (steps[0] == "changes" or steps[2] in shown):
            yield steps, text


def operators(modules: Iterable[ModuleType]) -> dict[str, Operator]:
    """The operators of some modules by name: their own public functions."""
    return {
        name.replace("_", " "): found
        for module in modules
        for name, found in vars(module).items()
        if inspect.isfunction(found) and found.__module__ == module.__name__ and not name.startswith("_")
    }


def mutants(wanted: int, found: dict[str, Operator]) -> list[Mutant]:
    """Some mutants, as many of each operator as there are different ones to choose from."""
    pools = {name: pool(name, operator) for name, operator in found.items()}
    chosen: list[Mutant] = []
    for at, name in enumerate(sorted(pools, key=lambda name: len(pools[name]))):
        chosen += pools[name][: (wanted - len(chosen)) // (len(pools) - at)]
    return chosen


def pool(name: str, operator: Operator) -> list[Mutant]:
    """The different mutants that an operator makes in a few rounds through all samples, shuffled."""
    random = Random(SEED)
    made: dict[str, Mutant] = {}
    for _ in range(ROUNDS):
        for sample in samples():
            for edit in operator(sample, random):
                mutant = Mutant(name, sample, edit)
                made.setdefault(f"{sample.name} {edit!r}", mutant)
    shuffled = list(made.values())
    random.shuffle(shuffled)
    return shuffled


def misspelt(word: str, random: Random) -> str:
    """A word with one slip of typing behind its first letter: a letter left out, doubled, changed, or two swapped."""
    at = random.randrange(1, len(word))
    made = random.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + random.choice(ascii_lowercase) + word[at + 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at > 1 else word[:at] + word[at:][1:],
        ]
    )
    return made if made != word else misspelt(word, random)
