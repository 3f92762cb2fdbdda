"""What the parts of a supplement say of one another: keys that nobody declared, forms that nobody worded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.model.content import PROSE, Block, Content, Finding
from generator.model.notes import check_notes
from generator.model.supplement import Change, House
from generator.wording.environment import Wording


def check_references(house: House, wording: Wording) -> Iterator[Finding]:
    """Findings (path, code, message, help) about funds, forms, headings and the content's own references."""
    supplement = house.supplement
    funds = list(house.registrant.funds)
    for index, key in enumerate(supplement.funds):
        yield from _known(f"funds[{index}]", "CMB-01", "fund", key, funds)
    style = "style" if supplement.style else "registrant.style"
    if not supplement.header:
        yield from _known(
            f"{style}.header", "SEC-08", "wording of the header", house.style.header, wording.forms("header")
        )
        if not supplement.targets:
            yield "", "DOC-06", "the supplement names no document that it amends", "add targets: with document and date"
    for part in ("opening", "closing"):
        if form := getattr(house.style, part):
            yield from _known(f"{style}.{part}", "SEC-08", f"wording of the {part}", form, wording.forms(part))
    under_section = False
    for index, change in enumerate(supplement.changes):
        under_section = under_section or bool(change.section)
        yield from _check_change(house, wording, change, f"changes[{index}]", under_section)
    yield from _check_content(house, wording, None, supplement.opening, "opening", False)
    yield from _check_content(house, wording, None, supplement.closing, "closing", under_section)


def _check_change(house: House, wording: Wording, change: Change, path: str, under_section: bool) -> Iterator[Finding]:
    if change.fund:
        yield from _known(f"{path}.fund", "CMB-01", "fund", change.fund, list(house.registrant.funds))
    yield from _known(f"{path}.form", "SEC-08", "wording of the lead-in", change.form, wording.forms("lead_in"))
    if not (change.content or change.introduction or change.operation != "notice" or change.lead_in):
        yield path, "SEC-04", "the change says nothing", "add content:, or remove it"
    if change.operation != "notice" and not change.content:
        yield (
            f"{path}.operation",
            "SEC-04",
            "the lead-in is followed by nothing",
            "add content: with what replaces or is added",
        )
    yield from _check_content(house, wording, change, change.introduction, f"{path}.introduction", under_section)
    yield from _check_content(house, wording, change, change.content, f"{path}.content", under_section)


def _check_content(
    house: House, wording: Wording, change: Change | None, content: Content, path: str, under_section: bool
) -> Iterator[Finding]:
    under_heading = False
    previous = ""
    for index, block in enumerate(content):
        at = f"{path}[{index}].{block.kind}"
        if block.kind in ("heading", "subheading") and not (
            under_section if block.kind == "heading" else under_heading
        ):
            above = "section" if block.kind == "heading" else "heading"
            yield (
                at,
                "SEC-09",
                f"a {block.kind} stands under no {above}",
                f"give the change a {above}, or make it a paragraph",
            )
        under_heading = under_heading or block.kind == "heading"
        if block.kind == previous and block.kind in ("bullets", "numbered", "lettered", "roman"):
            yield at, "SEC-10", "two lists of one kind in a row read as one", "join them, or put a paragraph between"
        previous = block.kind
        yield from _check_block(house, wording, change, block, at)


def _check_block(house: House, wording: Wording, change: Change | None, block: Block, at: str) -> Iterator[Finding]:
    if block.kind == "table":
        grid = block.body
        cells = [cell for row in (grid.head, *grid.rows) for cell in row]
        widths = {len(row) for row in (grid.head, *grid.rows) if row}
        if len(widths) > 1:
            yield f"{at}.rows", "TBL-01", "the rows have different numbers of cells", 'write "" for an empty cell'
        findings: Iterable[Finding] = check_notes(grid.notes, [key for cell in cells for key in cell.note])
        yield from ((f"{at}.{path}".rstrip("."), code, message, help) for path, code, message, help in findings)
    elif block.kind not in PROSE:
        if not wording.has(block.kind, block.body.form):
            yield from _known(f"{at}.form", "SEC-08", "wording", block.body.form, wording.forms(block.kind))
        for path, code, message, help in block.body.check(house, change):
            yield (path[1:] if path.startswith("/") else f"{at}.{path}".rstrip(".")), code, message, help


def _known(path: str, code: str, what: str, key: str, known: list[str]) -> Iterator[Finding]:
    """A finding where a key is not among those known, with the nearest."""
    if key in known:
        return
    near = get_close_matches(key, known, 1)
    help = f"did you mean {near[0]}?" if near else f"known are: {', '.join(known)}" if known else "none is declared yet"
    yield path, code, f"there is no {what} {key!r}", help
