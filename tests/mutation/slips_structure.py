"""Slips of structure: keys misspelt, and parts left out, doubled or for nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.mutation.samples import Sample
from tests.mutation.slips import GONE, Edit, misspelt, put, renamed

#: What an operation's lead-in is followed by.
_LED = r"^(?:replace|add|insert|supplement)"


def key_misspelt(sample: Sample, random: Random) -> Iterator[Edit]:
    """A key of the format misspelt."""
    for steps, value in sample.at(r"^(?:changes|targets|style|effective)|^registrant$"):
        if isinstance(value, dict) and not (steps and steps[-1] in ("rows", "funds", "people", "notes", "classes")):
            keys = [key for key in value if re.fullmatch(r"[a-z_]{4,}", key)]
            if keys:
                key = random.choice(keys)
                yield put(steps, renamed(value, key, misspelt(key, random)))


def word_of_the_format_misspelt(sample: Sample, random: Random) -> Iterator[Edit]:
    """A word that the format knows misspelt: an operation, a document, a qualifier."""
    for steps, value in sample.at(r"\.(?:operation|document|qualifier|action|event|role|status|closed_to)$"):
        if "trustees" not in steps or steps[-1] != "role":
            yield put(steps, misspelt(value, random))


def content_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """A lead-in with nothing after it."""
    for at, change in enumerate(sample.data["changes"]):
        if re.match(_LED, change.get("operation", "")):
            yield put(("changes", at, "content"), random.choice([GONE, []]))


def list_dropped_after_a_colon(sample: Sample, random: Random) -> Iterator[Edit]:
    """A paragraph that announces a list, without the list."""
    for steps, blocks in sample.at(r"\.content$"):
        for at, block in enumerate(blocks if isinstance(blocks, list) else ()):
            announced = at and isinstance(blocks[at - 1], str) and blocks[at - 1].endswith((":", "that"))
            if isinstance(block, dict) and announced:
                yield put((*steps, at), GONE)


def target_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """The SAI, or another document that names them, left out where portfolio managers change."""
    if [*sample.at(r"\.manager_change$")]:
        for at in range(len(sample.data["targets"])):
            yield put(("targets", at), GONE)


def documents_of_a_change(sample: Sample, random: Random) -> Iterator[Edit]:
    """A change of a document that the supplement does not amend."""
    known = {target["document"] for target in sample.data["targets"]}
    missing = [name for name in ("summary_prospectus", "prospectus", "sai") if name not in known]
    for at in range(len(sample.data["changes"]) if missing else 0):
        yield put(("changes", at, "documents"), [random.choice(missing)])


def example_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """A new fee table, without the Example that follows from it, or without one of its classes."""
    for steps, block in sample.at(r"\.content\[\d+\]\.example$"):
        yield put(steps[:2], GONE)
        yield from (put((*steps, "rows", key), GONE) for key in block["rows"])


def class_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """A class that is missing from a row of the fee table, or from all of it."""
    for steps, row in sample.at(r"\.fee_table\.rows\.\w+$"):
        figures = [key for key in row if re.fullmatch(r"[A-Z]\d?", key)] if isinstance(row, dict) else []
        if figures and "components" not in row and steps[-1] not in ("total", "net"):
            yield put((*steps, random.choice(figures)), GONE)
    for steps, table in sample.at(r"\.fee_table$"):
        columns = {key for row in table["rows"].values() if isinstance(row, dict) for key in row if len(key) == 1}
        for gone in sorted(columns):
            rest = sorted(columns - {gone})
            rows = {item: _without(row, gone) for item, row in table["rows"].items()}
            yield put(steps, table | {"classes": rest, "rows": rows})


def _without(row: Any, gone: str) -> Any:
    return {key: value for key, value in row.items() if key != gone} if isinstance(row, dict) else row


def fund_not_in_the_supplement(sample: Sample, random: Random) -> Iterator[Edit]:
    """A change about a fund that the supplement does not name."""
    listed = sample.data["funds"] if isinstance(sample.data["funds"], list) else [sample.data["funds"]]
    others = [key for key in sample.data["registrant"]["funds"] if key not in listed]
    for at, change in enumerate(sample.data["changes"] if others else ()):
        if "funds" not in change:
            yield put(("changes", at, "fund"), random.choice(others))
        else:
            yield put(("changes", at, "funds"), [*change["funds"], random.choice(others)])


def fund_without_a_change(sample: Sample, random: Random) -> Iterator[Edit]:
    """A fund in the list that no change is about, or a fund left out of it."""
    listed = sample.data["funds"]
    own = [steps for steps, _ in sample.at(r"^changes.*\.funds?$|\.mergers$")]
    for key in listed if isinstance(listed, list) and len(listed) > 1 and own else ():
        yield put(("funds",), [other for other in listed if other != key])


def same_change_twice(sample: Sample, random: Random) -> Iterator[Edit]:
    """A change that stands twice."""
    changes = sample.data["changes"]
    for at, change in enumerate(changes):
        yield put(("changes",), [*changes[: at + 1], change, *changes[at + 1 :]])


def legend_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """No legend, half of one, or no line to keep the supplement."""
    yield put(("legend",), GONE)
    yield put(("legend", random.choice([0, 1])), GONE)
    yield from (put(steps, GONE) for steps, _ in sample.at(r"style\.closing$"))


def day_of_effect_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """Changes that are not said to take effect on any day."""
    days = [*sample.at(r"^changes.*\.(?:starts|ends|date|effective|previous|closing)$")]
    if "effective" in sample.data and not days and "trustees" not in sample.name:
        yield put(("effective",), GONE)


def location_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """A change that does not say where in the document it is made."""
    for steps, _ in sample.at(r"^changes\[\d+\]\.location(?:\.(?:section|table|paragraph|sentence))?$"):
        yield put(steps, GONE)


def section_numbered_in_a_heading(sample: Sample, random: Random) -> Iterator[Edit]:
    """Numbers that authors type before headings, with one left out."""
    heads = [at for at, change in enumerate(sample.data["changes"]) if "section" in change]
    if len(heads) > 1:
        numbers = random.choice(
            [["I.", "III.", "IV.", "V.", "VI."], ["1.", "3.", "4.", "5."], ["I.", "I.", "II.", "III."]]
        )
        pairs = zip(heads, numbers, strict=False)
        yield tuple((("changes", at, "section"), f"{no} {sample.data['changes'][at]['section']}") for at, no in pairs)
