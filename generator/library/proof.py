"""Whether a composed document can be told apart from every other: its tree is regular and reads back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from generator.compare.fields import fields_of
from generator.compose.compose import compose_legend, root_view, say
from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Document
from generator.document.normal import irregularities
from generator.model.content import PROSE, Finding
from generator.model.phrases import alike
from generator.model.supplement import House, Supplement
from generator.recover.prose import recover_prose
from generator.recover.recover import recover
from generator.recover.visible import Item, spelled, visible_head, visible_items
from generator.wording.dump import dump_block
from generator.wording.effort import was_too_much
from generator.wording.environment import Wording

#: A lead-in in the author's own words may read as one of the tool's, which says the same.
OWN_LEAD_IN = ".lead_in"
#: Parts in an author's own words, which may stand for an item that has a name.
_OWN_WORDS = ("text", "words")
#: What a part is that says nothing.
_NOTHING: tuple[Any, ...] = (None, "", False)


def check_tree(document: Document) -> Iterator[Finding]:
    """Findings where the document has a form that some format cannot show or some reader not tell apart."""
    for place, message in irregularities(document):
        at = re.match(r"blocks\[(\d+)\]", place)
        block = document.blocks[int(at[1])] if at else None
        path = next((field.path for field in fields_of(block)), "") if block else ""
        yield path, "OUT-02", message, next((help for word, help in _REGULAR.items() if word in message), _OTHERWISE)


def check_reading_back(house: House, document: Document, wording: Wording) -> Iterator[Finding]:
    """Findings where the document, read backwards, would be other content than the author's (law 1)."""
    shown = carried(document, EVERYWHERE)
    read = recovered_house(shown, wording)
    remedy = _SHORTER if was_too_much() else ""
    for path, code, message, help in _check_read(house, read, wording, shown):
        yield path, code, message, remedy or help


def _check_read(house: House, read: House, wording: Wording, shown: Document) -> Iterator[Finding]:
    wanted = _said_items(house, wording)
    found = [item for _, item in _said_items(read, wording)]
    if house.supplement.header:
        yield from _check_data(wanted, found, shown)
    else:
        yield from _check_header(
            visible_head(house) | said_legend(house, wording), visible_head(read) | said_legend(read, wording), shown
        )
        yield from _check_items(wanted, found, shown)


def _said_items(house: House, wording: Wording) -> list[Item]:
    """The items of the body, with the opening and the closing as the words that they say.

    Why words: an author may type such a sentence, or hide what it refers to behind a header of his own.
    """

    def prose(part: str) -> list[Item]:
        form = getattr(house.style, part)
        said = say(wording, part, form, root_view(house)) if form else []
        items = [item for block in said for item in recover_prose(block)]
        return [(f"style.{part}", {"paragraph": item} if isinstance(item, str) else item) for item in items]

    items = [*prose("opening"), *visible_items(house), *prose("closing")]
    return [(path, spelled(item)) for path, item in items]


def said_legend(house: House, wording: Wording) -> dict[str, Any]:
    """The legend as the words that it says, whoever words it: read back, it is lines of the author's own."""
    lines = [item for block in compose_legend(house, wording) for item in recover_prose(block)]
    return {"legend": spelled(lines)} if lines else {}


def _check_header(wanted: dict[str, Any], found: dict[str, Any], shown: Document) -> Iterator[Finding]:
    for part in ("registrant", "funds", "date", "targets", "legend"):
        if part in wanted and (part not in found or (part == "date" and _hides_date(wanted, found, shown))):
            yield part, "OUT-04", f"no words of the document show its {part}", _SHOW_DATE if part == "date" else _SHOW
        elif not _same_names(wanted.get(part), found.get(part)):
            where, ours, theirs = _first_difference(part, wanted.get(part), found.get(part))
            yield where, "OUT-02", f"reads back as {_brief(theirs)}, not {_brief(ours)}", _REMEDY


def _first_difference(path: str, ours: Any, theirs: Any) -> tuple[str, Any, Any]:
    """Where two facts of a header first differ, and in what: of lists of one length and mappings, a part of theirs."""
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        parts = [(f"{path}[{at}]", *pair) for at, pair in enumerate(zip(ours, theirs, strict=True))]
    elif isinstance(ours, dict) and isinstance(theirs, dict):
        parts = [(f"{path}.{part}", ours.get(part), theirs.get(part)) for part in {**ours, **theirs}]
    else:
        return path, ours, theirs
    return next((_first_difference(*one) for one in parts if one[1] != one[2]), (path, ours, theirs))


def _hides_date(wanted: dict[str, Any], found: dict[str, Any], shown: Document) -> bool:
    """Whether another day was taken for the supplement's own, of which nothing in the document tells."""
    return found["date"] != wanted["date"] and not any(
        field.path == "date" for block in shown.blocks for field in fields_of(block)
    )


def _same_names(ours: Any, theirs: Any) -> bool:
    """Whether facts of a header are the same; a name that stands in capitals only is read in capitals."""
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_same_names, ours, theirs))
    return bool(ours == theirs) or (isinstance(ours, str) and ours.upper() == theirs)


def _check_items(wanted: list[Item], found: list[dict[str, Any]], shown: Document) -> Iterator[Finding]:
    """A finding at the first item of the body that reads as something else."""
    for mine, theirs in zip_longest(wanted, found):
        path, ours = mine or ("", None)
        if path.endswith(OWN_LEAD_IN) and theirs and next(iter(theirs)) == "lead_in":
            continue
        if not agree(ours, theirs):
            remedy = _UNTOLD if ours and next(iter(ours)) not in PROSE else _REMEDY
            yield path, "OUT-02", f"reads back as {_brief(theirs)}, not {_brief(ours)}", remedy
            return
        if ours:
            yield from _unshown(path, ours, theirs, shown)


def _check_data(wanted: list[Item], found: list[dict[str, Any]], shown: Document) -> Iterator[Finding]:
    """A finding at the first item that reads as data which the content does not state.

    Why: a header in the author's own words need not show what the tool's sentences refer to (funds, documents),
    and such a sentence is then read as prose, word for word.
    """
    rest = iter(wanted)
    for theirs in found:
        if next(iter(theirs)) in PROSE:
            continue
        said = next((one for one in rest if agree(one[1], theirs) or one[0].endswith(OWN_LEAD_IN)), None)
        if said is None:
            yield "", "OUT-02", f"some of the words read back as {_brief(theirs)}", _REMEDY
            return
        path, ours = said
        if "lead_in" not in ours and agree(ours, theirs):
            yield from _unshown(path, ours, theirs, shown)


def agree(ours: Any, theirs: Any) -> bool:
    """Whether two visible items say the same in the same words.

    Why not equal: what is read was found sayable in the very words of the document. So a part of typed content
    that one side leaves out (a caption, the item of the form that it means) is what the wording says by itself.
    """
    if ours == theirs or not (ours and theirs):
        return bool(ours == theirs)
    mine, other = next(iter(ours)), next(iter(theirs))
    return mine == other and mine not in PROSE and _parts_agree(ours[mine], theirs[mine])


def _parts_agree(ours: Any, theirs: Any) -> bool:
    match ours, theirs:
        case dict(), dict():
            return all(_parts_agree(ours.get(key), theirs.get(key)) for key in {**ours, **theirs})
        case list(), list():
            return len(ours) == len(theirs) and all(map(_parts_agree, ours, theirs))
        case str(), str():
            return not ours or not theirs or alike(ours, theirs)
        case _:
            return not ours or not theirs or bool(ours == theirs)


def _unshown(path: str, ours: dict[str, Any], theirs: dict[str, Any], shown: Document) -> Iterator[Finding]:
    """Findings about what of an item no words show.

    The fund of a lead-in need not be shown: it is what the content below is about.
    """
    kind = next(iter(ours))
    mine, other = ours[kind], theirs[kind]
    if kind == "lead_in":
        where = other.get("location", {})
        hidden = [part for part in mine if part not in other and part not in ("fund", "funds")]
        hidden += [f"location.{part}" for part in mine.get("location", {}) if part not in where]
        for part in hidden:
            yield path, "OUT-04", f"the wording of the lead-in does not show its {part}", _CHOOSE
    elif kind not in PROSE:
        for part, value in _unread(mine, other):
            if not (part.endswith(".caption") and _stands(value, shown)):
                mend = f"write `{part.rpartition('.')[2]}: no`" if value is True else "leave it out"
                help = f"{mend}, or let the wording say it (templates/wording/{kind}/)"
                yield f"{path}.{part}", "OUT-04", f"the wording of {kind} does not show its {part}", help


def _stands(words: str, shown: Document) -> bool:
    """Whether some words stand in a document: a caption that is the form's own is read as the form's item."""
    return words in "".join(dump_block(block) for block in shown.blocks)


def _unread(ours: Any, theirs: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """What one side states and the other is silent on, with its path.

    An item that is read as words of its own, or told by its caption alone, is not silent.
    """
    match ours:
        case dict():
            other = theirs if isinstance(theirs, dict) else {}
            in_words = any(other.get(part) and not ours.get(part) for part in _OWN_WORDS)
            for part, value in ours.items():
                if not (in_words and other.get(part) in _NOTHING) and not (part == "item" and other.get("caption")):
                    yield from _unread(value, other.get(part), f"{path}.{part}" if path else part)
        case list():
            others = theirs if isinstance(theirs, list) else []
            for index, (value, one) in enumerate(zip_longest(ours, others)):
                yield from _unread(value, one, f"{path}[{index}]")
        case _:
            if ours not in _NOTHING and theirs in _NOTHING:
                yield path, ours


def recovered_house(document: Document, wording: Wording) -> House:
    """The house that reading a document backwards gives."""
    supplement = Supplement.model_validate(recover(document, wording))
    assert not isinstance(supplement.registrant, str)
    return House(registrant=supplement.registrant, supplement=supplement)


#: What to do about an irregular form, by a word of what is told of it.
_REGULAR = {"marker": "give the note another `marker:`, such as (a)", "rows of": "give every row as many cells"}
_OTHERWISE = "say it in another way"
_CHOOSE = "leave it out, or choose another `form:`"
_SHOW = "choose a wording of the header that shows it, or add an opening or a closing that does"
_SHOW_DATE = "in `style:` write `header: registrant_first`, `header: fund_first_dated`, or `closing: date`"
_UNTOLD = (
    "its words do not tell what it is: name its fund in a heading or the lead-in above, and use the form's captions"
)
_SHORTER = "its words can be read in more ways than are tried: say it in shorter sentences, or in several supplements"
_REMEDY = "a sentence of yours is worded like one of the tool's: give it as data, or say it in another way"


def _brief(item: Any) -> str:
    text = _as_typed(item) or "nothing"
    return text if len(text) <= 160 else text[:157] + "…"


def _as_typed(value: Any) -> str:
    """Plain data as an author would type them on one line; what says nothing is left out."""
    match value:
        case bool():
            return "yes" if value else "no"
        case dict():
            return ", ".join(f"{key}: {_nested(one)}" for key, one in value.items() if one not in (None, "", [], {}))
        case list():
            return ", ".join(map(_nested, value))
        case _:
            return "" if value is None else str(value)


def _nested(value: Any) -> str:
    typed = _as_typed(value)
    return f"{{{typed}}}" if isinstance(value, dict) else f"[{typed}]" if isinstance(value, list) else typed
