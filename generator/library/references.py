"""What the parts of a supplement say of one another: keys that nobody declared, forms that nobody worded."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.model.content import PROSE, Block, Content, Finding, Grid
from generator.model.notes import check_notes, marked
from generator.model.supplement import COMPLETE, Change, House, Supplement
from generator.wording.environment import Wording

#: The kinds of lists that two in a row make one of.
LISTS = ("bullets", "numbered", "lettered", "roman")


def check_references(house: House, wording: Wording) -> Iterator[Finding]:
    """Findings (path, code, message, help) about funds, forms, lists and the content's own references."""
    supplement = house.supplement
    funds = list(house.registrant.funds)
    for index, key in enumerate(supplement.funds):
        yield from _known(f"funds[{index}]", "CMB-01", "fund", key, funds)
    yield from _check_style(house, wording)
    yield from _check_targets(supplement)
    if not (supplement.header or supplement.targets):
        yield "", "DOC-08", "the supplement names no document that it amends", "add targets: with document and date"
    yield from _check_order(supplement)
    yield from _check_content(house, wording, None, supplement.opening, "opening")
    for index, change in enumerate(supplement.changes):
        yield from _check_change(house, wording, change, f"changes[{index}]")
    yield from _check_content(house, wording, None, supplement.closing, "closing")


def _check_targets(supplement: Supplement) -> Iterator[Finding]:
    """Findings where a document is a target twice, or where two of a kind would each get the same file."""
    targets = supplement.targets
    for index, target in enumerate(targets):
        path, name = f"targets[{index}]", target.document.replace("_", " ")
        of_the_kind = [one for one in targets[:index] if one.document == target.document]
        if any(one.date == target.date for one in of_the_kind):
            message = f"the {f'{name} of {target.date}' if target.date else f'current {name}'} is named twice"
            yield path, "DOC-14", message, "remove it, and write plural: yes where there are several of this date"
        elif of_the_kind and supplement.split:
            message = f"`split: yes` makes one supplement for each kind of document, and this is another {name}"
            yield path, "DOC-14", message, "make a file of its own for each of them"


def _check_style(house: House, wording: Wording) -> Iterator[Finding]:
    """Findings where the style names a wording that nobody wrote, or a legend with nothing to show."""
    used = {"legend": not house.supplement.legend, "header": not house.supplement.header}
    for part in ("legend", "header", "opening", "closing"):
        form = getattr(house.style, part)
        if form and used.get(part, True):
            yield from _known(house.style_path(part), "SEC-08", f"wording of the {part}", form, wording.forms(part))
    says_something = house.supplement.header or house.supplement.targets  # a registrant by itself shows no legend
    if house.style.legend and used["legend"] and says_something and not house.registrant.file_no_1933:
        message = "the registrant has no file number for the legend"
        yield (
            house.style_path("legend"),
            "LEG-02",
            message,
            "add `file_no_1933: 333-48456`, with its own number, to the registrant",
        )


def _check_change(house: House, wording: Wording, change: Change, path: str) -> Iterator[Finding]:
    if change.fund:
        yield from _known(f"{path}.fund", "CMB-01", "fund", change.fund, list(house.registrant.funds))
    for index, key in enumerate(change.funds):
        at = f"{path}.funds[{index}]" if len(change.funds) > 1 else f"{path}.funds"
        yield from _known(at, "CMB-01", "fund", key, list(house.registrant.funds))
    yield from _known(f"{path}.form", "SEC-08", "wording of the lead-in", change.form, wording.forms("lead_in"))
    shown = [block for block in change.content if block.body]
    if change.operation == "notice" and not (change.section or change.introduction or change.lead_in or shown):
        yield path, "SEC-04", "the change says nothing", "add content:, or remove it"
    if change.operation not in ("notice", *COMPLETE) and not shown:
        yield (
            f"{path}.operation",
            "SEC-04",
            "the lead-in is followed by nothing",
            "add content: with what replaces or is added",
        )
    strange = any(key not in house.registrant.funds for key in [change.fund, *change.funds] if key)
    for part, content in (("introduction", change.introduction), ("content", change.content)):
        for finding in _check_content(house, wording, change, content, f"{path}.{part}"):
            if not (strange and finding[1] == "CLS-01"):  # of a fund that nobody declared no class can be known
                yield finding


def _check_content(
    house: House, wording: Wording, change: Change | None, content: Content, path: str
) -> Iterator[Finding]:
    for index, block in enumerate(content):
        yield from _check_block(house, wording, change, block, f"{path}[{index}].{block.kind}")


def _check_order(supplement: Supplement) -> Iterator[Finding]:
    """Findings where two lists would read as one, in reading order."""
    previous = ""
    for path, kind in _reading_order(supplement):
        if kind == previous and kind in LISTS:
            message = "two lists of one kind in a row read as one"
            yield path, "SEC-10", message, "join them, or put a paragraph between"
        previous = kind


def _reading_order(supplement: Supplement) -> Iterator[tuple[str, str]]:
    """The kinds of all that stands on the page below the header, with their paths."""

    def kinds(path: str, content: Content) -> Iterator[tuple[str, str]]:
        shown = ((index, block) for index, block in enumerate(content) if block.body)
        yield from ((f"{path}[{index}].{block.kind}", block.kind) for index, block in shown)

    yield from kinds("opening", supplement.opening)
    for index, change in enumerate(supplement.changes):
        path = f"changes[{index}]"
        if change.section:
            yield f"{path}.section", "section"
        yield from kinds(f"{path}.introduction", change.introduction)
        if change.lead_in or change.operation != "notice":
            yield f"{path}.operation", "lead-in"
        yield from kinds(f"{path}.content", change.content)
    yield from kinds("closing", supplement.closing)


def _check_block(house: House, wording: Wording, change: Change | None, block: Block, at: str) -> Iterator[Finding]:
    if block.kind == "table":
        grid = block.body
        yield from _check_widths(grid, at)
        findings = check_notes(grid.notes, marked(grid), joined=False)
        yield from ((f"{at}.{path}".rstrip("."), code, message, help) for path, code, message, help in findings)
    elif block.kind not in PROSE:
        if not wording.has(block.kind, block.body.form):
            yield from _known(f"{at}.form", "SEC-08", "wording", block.body.form, wording.forms(block.kind))
        for path, code, message, help in block.body.check(house, change):
            yield (path[1:] if path.startswith("/") else f"{at}.{path}".rstrip(".")), code, message, help


def _check_widths(grid: Grid, at: str) -> Iterator[Finding]:
    """The first row that has not as many cells as the head; without a head, not as many as most rows."""
    widths = [len(row) for row in grid.rows]
    wanted = len(grid.head) or max(widths, key=widths.count)
    for index, width in enumerate(widths):
        if width and width != wanted:
            others = "the head has" if grid.head else "others have"
            message = f"the row has {width} cell{'s'[: width != 1]}, and {others} {wanted}"
            help = 'write "" for an empty cell, and put a cell with a comma in quotes'
            yield f"{at}.rows[{index}]", "TBL-01", message, help
            return


def _known(path: str, code: str, what: str, key: str, known: list[str]) -> Iterator[Finding]:
    """A finding where a key is not among those known, with the nearest."""
    if key in known:
        return
    near = get_close_matches(key, known, 1)
    help = f"did you mean {near[0]}?" if near else f"known are: {', '.join(known)}" if known else "none is declared yet"
    yield path, code, f"there is no {what} {key!r}", help
