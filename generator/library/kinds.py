"""The kinds of supplements that authors begin with, each with a sample that `new` writes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("kinds.toml")


@dataclass(frozen=True, slots=True)
class SupplementKind:
    """A kind of supplement: its number in the list of kinds, what it tells, and its sample's file."""

    name: str
    row: int
    about: str
    sample: str

    @property
    def file(self) -> Path:
        """The sample."""
        return samples_folder() / self.sample


@cache
def supplement_kinds() -> dict[str, SupplementKind]:
    """Every kind by its name, in the order of the list."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    return {name: SupplementKind(name, **entry) for name, entry in table.items()}


def samples_folder() -> Path:
    """The folder of the samples: `content/tour/` in a checkout, inside the package in an installed wheel."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_samples"
    return installed if installed.is_dir() else package.parent / "content" / "tour"
