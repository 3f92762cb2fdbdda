"""From a supplement to its document: header, opening, changes, closing, each in its wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.compose.numbering import section_number
from generator.compose.prose import compose_prose, words
from generator.document.nodes import Block, Document, Heading, Paragraph, Title
from generator.model.content import PROSE, At, Content, Kind
from generator.model.supplement import Change, House, Target
from generator.wording.build import build_blocks
from generator.wording.environment import Wording
from generator.wording.located import Located

#: What wording may say of the registrant.
NAMED = ("name", "file_no_1933", "file_no_1940")


def compose(house: House, wording: Wording) -> Document:
    """The document that says a supplement: every sentence that can be derived from its wording template."""
    supplement = house.supplement
    blocks = [*_header(house, wording)]
    if house.style.opening:
        blocks += say(wording, "opening", house.style.opening, root_view(house))
    if supplement.supersedes:
        blocks += say(wording, "supersedes", "house", root_view(house))
    blocks += compose_content(house, wording, None, supplement.opening, "opening")
    number = 0
    for index, change in enumerate(supplement.changes):
        if not house.says(change):
            continue
        number += bool(change.section)
        blocks += _change(house, wording, change, f"changes[{index}]", number)
    blocks += compose_content(house, wording, None, supplement.closing, "closing")
    if house.style.closing:
        blocks += say(wording, "closing", house.style.closing, root_view(house))
    return Document(tuple(blocks), _title(house), supplement.date)


def say(wording: Wording, part: str, form: str, values: dict[str, Located]) -> list[Block]:
    """The blocks of a part in a form."""
    text, shown = wording.render(part, form, values)
    return build_blocks(text, shown)


def _title(house: House) -> str:
    names = ", ".join(fund.name for fund in house.funds[:3]) or house.registrant.name
    dated = f", {house.supplement.date.isoformat()}" if house.supplement.date else ""
    return f"Supplement: {names}{dated}"


def _header(house: House, wording: Wording) -> Iterator[Block]:
    supplement = house.supplement
    yield from compose_legend(house, wording)
    if supplement.header:
        yield from (Title(words(f"header[{index}]", line)) for index, line in enumerate(supplement.header))
    else:
        yield from say(wording, "header", house.style.header, root_view(house))


def compose_legend(house: House, wording: Wording) -> list[Block]:
    """The lines at the upper right: the supplement's own, else those of the house's wording (Rule 497(g))."""
    own = house.supplement.legend
    if house.style.legend and not own:
        return say(wording, "legend", house.style.legend, root_view(house))
    return [Paragraph(words(f"legend[{index}]", line), "right") for index, line in enumerate(own)]


def _change(house: House, wording: Wording, change: Change, path: str, number: int) -> Iterator[Block]:
    if change.section:
        numbered = section_number(number, house.style.numbering)
        yield Heading(1, words(f"{path}.section", change.section), numbered)
    yield from compose_content(house, wording, change, change.introduction, f"{path}.introduction")
    if change.lead_in:
        yield Paragraph(words(f"{path}.lead_in", change.lead_in))
    elif change.operation != "notice":
        yield from say(wording, "lead_in", change.form, lead_in_values(house, change, path))
    yield from compose_content(house, wording, change, change.content, f"{path}.content")


def compose_content(
    house: House, wording: Wording, change: Change | None, content: Content, path: str
) -> Iterator[Block]:
    """The blocks of content: prose as it is, a typed kind in its wording."""
    for index, block in enumerate(content):
        at = f"{path}[{index}]"
        if block.kind in PROSE:
            yield from compose_prose(block, at)
        else:
            yield from compose_kind(house, wording, change, block.body, f"{at}.{block.kind}.")


def compose_kind(house: House, wording: Wording, change: Change | None, kind: Kind, root: str) -> list[Block]:
    """The blocks of typed content at a path."""
    values = root_view(house) | change_view(house, change)
    values |= {name: Located(value, f"{root}{name}", root) for name, value in kind.view(house, change).items()}
    return say(wording, kind.kind, kind.form, values)


def root_view(house: House) -> dict[str, Located]:
    """What every template may speak of: registrant, terms, date, funds, targets."""
    supplement, registrant = house.supplement, house.registrant
    funds = [{"name": At(registrant.funds[key].name, f"/registrant.funds.{key}.name")} for key in house.fund_keys]
    return {
        "registrant": Located({part: getattr(registrant, part) for part in NAMED}, "registrant"),
        "terms": Located(registrant.terms.model_dump() | {"funds": registrant.terms.several}, "registrant.terms"),
        "date": Located(supplement.date, "date"),
        "funds": Located(funds, "funds"),
        "targets": Located(list(supplement.targets), "targets"),
        "one_date": Located(_one_date(supplement.targets), "one_date"),
        "alike": Located(_alike(supplement.targets), "alike"),
        "comma": Located(_is_supplemented(supplement.targets[-2:-1]), "comma"),
        "several": Located(len(funds) > 1, "several"),
        "supersedes": Located(list(supplement.supersedes), "supersedes"),
        "many": Located(len(supplement.supersedes) > 1, "many"),
    }


def _one_date(targets: tuple[Target, ...]) -> bool:
    """Whether all documents bear one date."""
    return len(dates := {target.date for target in targets}) == 1 and None not in dates


def _alike(targets: tuple[Target, ...]) -> dict[str, At] | None:
    """What is said once of several documents of one date, or None: "the Prospectus and the Statement, each dated …".

    Why None where only some are supplemented, or one lists its supplements: the words would be said of all.
    """
    several = len(targets) > 1 and not any(target.supplements for target in targets)
    if not several or not _one_date(targets) or len({target.supplemented for target in targets}) > 1:
        return None
    return {part: At(getattr(targets[0], part), f"/targets[0].{part}") for part in ("date", "supplemented")}


def _is_supplemented(before_the_last: tuple[Target, ...]) -> bool:
    """Whether the document before the last ends in "as supplemented to date", so that a comma stands before "and"."""
    return any(target.supplemented or target.supplements for target in before_the_last)


def change_view(house: House, change: Change | None) -> dict[str, Located]:
    """What the wording of a change's content may speak of besides: its fund, or the funds that it is about."""
    declared = house.registrant.funds
    about = [{"name": At(declared[key].name, f"/registrant.funds.{key}.name")} for key in house.fund_keys_of(change)]
    return {"fund": Located(about[0] if len(about) == 1 else None, "fund"), "about": Located(about, "about")}


def lead_in_values(house: House, change: Change, path: str) -> dict[str, Located]:
    """What the wording of a lead-in may speak of."""
    effective: Any = change.effective or house.supplement.effective
    at = f"{path}.effective" if change.effective else "effective"
    view = {name: getattr(change, name) for name in ("operation", "location", "reason", "old", "new")}
    values = {name: Located(value, f"{path}.{name}") for name, value in view.items()}
    documents = [
        {
            "document": target.document,
            "plural": target.plural,
            "page": At(change.location.page.get(target.document), f"/{path}.location.page.{target.document}"),
        }
        for target in house.targets_of(change)
    ]
    values |= {"effective": Located(effective, at), "documents": Located(documents, "documents")}
    return root_view(house) | change_view(house, change) | values
