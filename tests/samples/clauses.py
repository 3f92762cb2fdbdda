"""The clauses that a supplement says: the names in the wording templates that its words come from."""

from __future__ import annotations

import re
from typing import Any

from generator.compose.compose import compose
from generator.model.supplement import House
from generator.wording.environment import Wording, WordingLoader, load_wording


class _NamingLoader(WordingLoader):
    """Templates in which each clause gives its name when it is said."""

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Any]:
        """The source, with a call behind the tag that opens a clause."""
        source, path, fresh = super().get_source(environment, template)
        return re.sub(r"(\{%-? *clause +([\w.]+) *-?%\})", r'\1{{ say("\2") }}', source), path, fresh


def said_clauses(house: House) -> set[str]:
    """The names of the clauses that a supplement says, in templates that say the others on other occasions."""
    said: set[str] = set()

    def say(name: str) -> str:
        said.add(name)
        return ""

    wording = Wording(load_wording().folders)
    wording.loader = wording.environment.loader = _NamingLoader(wording.folders, {})
    wording.environment.globals["say"] = say
    compose(house, wording)
    return said
