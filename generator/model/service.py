"""Who manages a portfolio, in what role and since when: what several kinds of content say of people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from generator.model.content import At, Finding, Found
from generator.model.entities import Model
from generator.model.values import Key, read_day, read_month, read_name, refuse

if TYPE_CHECKING:
    from generator.model.supplement import House


def read_since(value: Any) -> str:
    """A year, a month or a day, written `2019`, `2019-05` or `2019-05-04`, kept as that text."""
    text = read_name(value)
    if re.fullmatch(r"[12]\d{3}(-\d{2}){0,2}", text):
        read = (str, read_month, lambda day: read_day(day).isoformat())[text.count("-")]
        return read(text)
    return refuse("DAT-06", f"{text!r} is no year, month or day", "write 2019, 2019-05 or 2019-05-04")


Since: TypeAlias = Annotated[str, BeforeValidator(read_since)]
#: What somebody is among those who manage a fund; without any, a portfolio manager.
Role = Literal["lead", "co", "associate", "assistant"]
ROLES = ("lead", "co", "associate", "assistant")


class Serving(Model):
    """Somebody who manages a fund; a bare key stands for one without role and length of service."""

    person: Key = Field(description="Key of the person", examples=["lin"])
    role: Role | None = Field(None, description="What kind of portfolio manager, if not a plain one", examples=["lead"])
    since: Since | None = Field(None, description="Since when: a year, month or day", examples=["2019-05"])


def bare_key(value: Any) -> Any:
    """A bare key stands for a mapping with a person alone."""
    return {"person": value} if isinstance(value, str) else value


Servings: TypeAlias = tuple[Annotated[Serving, BeforeValidator(bare_key)], ...]


def view_person(key: str, house: House, *parts: str) -> dict[str, At]:
    """Some parts of a declared person; the key stands for the name of one whom nobody declared."""
    person = house.registrant.people.get(key)
    values = {part: getattr(person, part) or "" for part in parts} if person else {"name": key}
    return {part: At(values.get(part, ""), f"/registrant.people.{key}.{part}") for part in parts}


def view_serving(serving: Serving, path: str, house: House, *parts: str) -> dict[str, At]:
    """Some parts of a person, with role and length of service."""
    own = {"role": At(serving.role, f"{path}.role"), "since": At(serving.since, f"{path}.since")}
    return view_person(serving.person, house, *parts) | own


def person_from_view(view: dict[str, Any], found: Found, *parts: str) -> str:
    """The key of a person of whom some parts were read; a part without words is known to be empty."""
    return found.person_key({part: view.get(part, "") for part in parts})


def serving_from_view(view: dict[str, Any], found: Found, *parts: str) -> Any:
    """Somebody who manages a fund, as an author would write it: a bare key where that is all."""
    key = person_from_view(view, found, *parts)
    own = {part: view[part] for part in ("role", "since") if view.get(part)}
    return {"person": key} | own if own else key


def check_people(named: Iterable[tuple[str, str]], house: House) -> Iterator[Finding]:
    """Findings where somebody is named twice, or was declared by nobody; each with path and key."""
    known = ", ".join(house.registrant.people) or "nobody"
    seen: list[str] = []
    for path, key in named:
        if key not in house.registrant.people:
            yield path, "PPL-20", f"nobody is declared as {key!r}", f"declared are: {known}"
        if key in seen:
            yield path, "PPL-21", f"{key!r} is named twice", "name each person once"
        seen.append(key)


def check_titles(named: Iterable[tuple[str, str]], house: House) -> Iterator[Finding]:
    """Findings where somebody of whom the words say the title has none (Form N-1A Item 5(b))."""
    for path, key in named:
        person = house.registrant.people.get(key)
        if person and not person.title:
            yield path, "PM-10", f"{person.name} has no title", f"add title: to {key}, in the registrant's file"
