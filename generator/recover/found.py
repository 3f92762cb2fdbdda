"""What reading back has met so far: registrant, funds, classes, people, each declared once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, fields
from typing import Any

from generator.model.captions import item_of
from generator.model.entities import Registrant, Terms, plural_of, singular_of
from generator.model.phrases import alike

#: No keys of classes: in a row with figures by class they mean something else (`model.fee_rows`).
RESERVED = ("all", "caption", "note", "figure_notes", "components")


def key_for(name: str, taken: Any) -> str:
    """A key that says a name and is not taken: `met-aim-small-cap-growth-portfolio`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    base = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:60].strip("-") or "one"
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def _class_key(name: str, taken: list[str]) -> str:
    """A key for a share class: its letters as they are (`A`, `R6`), else one that says its name."""
    short = name.removeprefix("Class ")
    return short if re.fullmatch(r"[A-Za-z0-9]{1,4}", short) and short not in taken else key_for(short, taken)


def _copy(value: Any) -> Any:
    """Mappings and lists anew, all the way down."""
    if isinstance(value, dict):
        return {key: _copy(one) for key, one in value.items()}
    return [_copy(one) for one in value] if isinstance(value, list) else value


def _short_terms(terms: dict[str, str]) -> dict[str, str]:
    """House terms as an author would write them: one fund by its name, several only where that does not follow."""
    if several := terms.get("funds"):
        terms = {"fund": singular_of(several)} | terms
    follows = several == plural_of(terms.get("fund", ""))
    return {key: term for key, term in terms.items() if key != "funds" or not follows}


@dataclass
class Declarations:
    """The registrant as the document shows it, growing as it is read; keys follow from names."""

    name: str = ""
    terms: dict[str, str] = field(default_factory=dict)
    funds: dict[str, dict[str, Any]] = field(default_factory=dict)
    people: dict[str, dict[str, Any]] = field(default_factory=dict)
    style: dict[str, str] = field(default_factory=dict)
    fund: str | None = None  # the key of the fund in question

    def snapshot(self) -> Declarations:
        """A copy to come back to."""
        return Declarations(*(_copy(getattr(self, one.name)) for one in fields(self)))

    def fund_key(self, name: str, alone: bool = False) -> str:
        """The key of the fund of a name; declared if it was not. `alone`: the name is as it stands."""
        known = self.named(name, alone)
        if known is None:
            known = key_for(name, self.funds)
            self.funds[known] = {"name": name}
        return known

    def named(self, name: str, alone: bool = False) -> str | None:
        """The key of the declared fund of a name, or else of one that can show as it."""
        known = {fund["name"]: key for key, fund in self.funds.items()}
        near = next((one for one in known if alike(one, name) and not alone), "")
        return known.get(name) or known.get(near)

    def named_in(self, words: str) -> str | None:
        """The key of the only fund that some words name; a name within a longer one that is named is not meant."""
        if exact := self.named(words):
            return exact
        named = {key: fund["name"] for key, fund in self.funds.items() if fund["name"] in words}
        longest = [key for key, name in named.items() if not any(name in one != name for one in named.values())]
        return longest[0] if len(longest) == 1 else None

    def class_keys(self, names: list[str]) -> list[str]:
        """The keys of the classes of these names, declared with the fund in question; empty without a fund."""
        if self.fund is None or len(set(names)) != len(names):
            return []
        classes = self.funds[self.fund].setdefault("classes", {})
        keys = []
        for name in names:
            known = next((key for key, one in classes.items() if one == name), None)
            if known is None:
                known = _class_key(name, [*classes, *RESERVED])
                classes[known] = name
            keys.append(known)
        return keys

    def person_key(self, person: dict[str, Any]) -> str:
        """The key under which a person is declared, of whom some parts are known; an empty part is known to be.

        Why: one wording says name and biography, another the name alone, and they speak of one person.
        """
        declared = self.people.items()
        fitting = (key for key, one in declared if all(one.get(part, known) == known for part, known in person.items()))
        key = next(fitting, None) or key_for(person["name"], self.people)
        self.people[key] = self.people.get(key, {}) | person
        return key

    def fee_item(self, caption: str) -> str | None:
        """The item of the form that a fee table's caption means."""
        return item_of(caption)

    def strange_terms(self, values: dict[str, Any]) -> int:
        """How many of the house terms that a wording showed are neither those known nor such as most houses use."""
        known = {key: [self.terms.get(key), *(info.examples or ())] for key, info in Terms.model_fields.items()}
        known["funds"].append(plural_of(self.terms.get("fund", "Fund")))
        return sum(value not in known[key] for key, value in values.get("terms", {}).items())

    def agree(self, values: dict[str, Any]) -> bool:
        """Takes up house terms that a wording showed; false where they contradict those known."""
        terms = values.get("terms", {})
        if any(self.terms.get(key, value) != value for key, value in terms.items()):
            return False
        name = values.get("registrant", {}).get("name")
        if name and self.name and not alike(name, self.name):
            return False
        self.terms.update(terms)
        return True

    def content(self) -> dict[str, Any]:
        """The registrant as an author would write it."""
        people = {key: {part: words for part, words in one.items() if words} for key, one in self.people.items()}
        parts = {"terms": _short_terms(self.terms), "style": self.style, "funds": self.funds, "people": people}
        return {"name": self.name} | {key: value for key, value in parts.items() if value}

    def registrant(self) -> Registrant:
        """The registrant as the model has it."""
        return Registrant.model_validate(self.content())
