"""Whether a composed document can be told apart from every other: its tree is regular and reads back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from generator.compare.fields import fields_of
from generator.document.nodes import Document
from generator.document.normal import irregularities
from generator.model.content import Finding
from generator.model.supplement import House, Supplement
from generator.recover.recover import recover
from generator.recover.visible import spelled, visible, visible_items
from generator.wording.environment import Wording


def check_tree(document: Document) -> Iterator[Finding]:
    """Findings where the document has a form that some format cannot show or some reader not tell apart."""
    for place, message in irregularities(document):
        at = re.match(r"blocks\[(\d+)\]", place)
        block = document.blocks[int(at[1])] if at else None
        path = next((field.path for field in fields_of(block)), "") if block else ""
        yield path, "OUT-02", f"{message}", "say it in another way"


def check_reading_back(house: House, document: Document, wording: Wording) -> Iterator[Finding]:
    """Findings where the document, read backwards, would be other content than the author's (law 1)."""
    read = recovered_house(document, wording)
    wanted, found = visible(house), visible(read)
    overridden = bool(house.supplement.header)
    for part in ("registrant", "funds", "date", "targets"):
        if wanted.get(part) != found.get(part) and not overridden:
            yield part, "OUT-02", f"reads back as {found.get(part)!r}, not {wanted.get(part)!r}", _REMEDY
    for mine, other in zip_longest(visible_items(house), visible_items(read)):
        path, item = mine or ("", None)
        ours, theirs = spelled(item), spelled(other[1] if other else None)
        if ours != theirs and not (ours and "paragraph" in ours and path.endswith("lead_in")):
            yield path, "OUT-02", f"reads back as {_brief(theirs)}, not {_brief(ours)}", _REMEDY
            return


def recovered_house(document: Document, wording: Wording) -> House:
    """The house that reading a document backwards gives."""
    supplement = Supplement.model_validate(recover(document, wording))
    assert not isinstance(supplement.registrant, str)
    return House(registrant=supplement.registrant, supplement=supplement)


_REMEDY = "a sentence of yours is worded like one of the tool's: give it as data, or say it in another way"


def _brief(item: Any) -> str:
    text = repr(item)
    return text if len(text) <= 160 else text[:157] + "…"
