"""From the tree of a document to its content, by reading the wording templates backwards.

What is understood must be sayable again: data are taken for a stretch of a document only if composing them
gives the same words. What is not understood stays prose, word for word and in place (law 2).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.compose.numbering import section_number
from generator.document.canonical import shown_text
from generator.document.nodes import Block, Document, Heading, Paragraph, Title
from generator.model.content import KINDS, Kind, as_written
from generator.model.supplement import COMPLETE
from generator.model.values import bare
from generator.recover.facts import find_date, find_names, find_targets, is_told
from generator.recover.found import Declarations
from generator.recover.prose import recover_prose
from generator.recover.sayings import Content, Sayings
from generator.wording import effort
from generator.wording.environment import Wording

#: Where typed content ends, how strange the terms and funds are that it names, its block, and what is known after it.
Typed: TypeAlias = tuple[int, int, Content, Declarations]


def recover(document: Document, wording: Wording) -> Content:
    """The content that says a document, self-contained: `build` accepts it and gives the same words back."""
    reader = _Reader(document, wording)
    with effort.of_a_document(len(reader.text)):
        return reader.read()


@dataclass
class _Reader(Sayings):
    """One pass over the blocks of a document, from the header on."""

    opening: list[Any] = field(default_factory=list)
    changes: list[Content] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    headed: str | None = None  # the fund that a heading before the first change names
    led: dict[int, tuple[Block, ...]] = field(default_factory=dict)  # the lead-ins' words by change

    def read(self) -> Content:
        blocks = list(self.document.blocks)
        at = self.read_header(blocks)
        at = self.read_part("opening", at) or at
        at = self.first_form("supersedes", lambda form: self.read_supersedes(form, at)) or at
        while at < len(blocks):
            at = self.read_part("closing", at, to_end=True) or self.read_block(blocks, at)
        return self.content()

    def content(self) -> Content:
        """All that was read, as an author would write it."""
        numbering = _numbering(self.sections)
        if numbering in ("roman", "arabic"):
            self.found.style["numbering"] = numbering
        elif numbering is None:
            for change, number in zip((c for c in self.changes if "section" in c), self.sections, strict=True):
                change["section"] = f"{number} {change['section']}".strip()
        self.settle_date()
        for index, blocks in self.led.items():
            if not self.changes[index].get("content") and self.changes[index]["operation"] not in COMPLETE:
                self.changes[index] = _unled(self.changes[index], blocks)
        content: Content = {"registrant": self.found.content()} | {k: v for k, v in self.head.items() if v}
        if self.opening:
            content["opening"] = self.opening
        return content | {"changes": [_tidy(change) for change in self.changes]}

    def settle_date(self) -> None:
        """Looks for a date in the body where no clause showed it; without one the header is kept as it is.

        Why: a supplement has a date, unless its author wrote the header.
        """
        titles = [_words(block) for block in self.document.blocks if isinstance(block, Title)]
        others = [_words(block) for block in self.document.blocks if not isinstance(block, Title)]
        self.head["date"] = self.head.get("date") or find_date([], others)
        if not self.head["date"]:
            self.head["header"] = titles

    # -- the header ------------------------------------------------------------------------------------------

    def read_header(self, blocks: list[Block]) -> int:
        """Reads legend and titles; answers where the body begins."""
        legend = _count(blocks, 0, lambda b: isinstance(b, Paragraph))  # not every format carries their side
        if legend == len(blocks) or not isinstance(blocks[legend], Title):
            legend = 0
        end = legend + _count(blocks, legend, lambda b: isinstance(b, Title))
        if legend:
            self.head["legend"] = [_words(block) for block in blocks[:legend]]
        for form in self.wording.forms("header"):
            if self.read_header_in(form, legend, end):
                return end
        self.read_foreign_header([_words(block) for block in blocks[legend:end]])
        return end

    def read_header_in(self, form: str, start: int, end: int) -> bool:
        legend = {key: value for key, value in self.head.items() if key == "legend"}

        def accept(stop: int, values: Content) -> bool:
            targets = values.get("targets", [])
            if stop != end or "registrant" not in values or not targets:  # content has both
                return False
            if any(is_told(one, targets[:at]) for at, one in enumerate(targets)):
                return False
            values = self.in_mixed_case(values) if form.startswith("capitals") else values
            self.found, self.head = (
                Declarations(name=values["registrant"]["name"], style={"header": form}),
                legend.copy(),
            )
            self.head["date"] = values.get("date")
            self.head["funds"] = [self.found.fund_key(fund["name"], alone=True) for fund in values.get("funds", [])]
            self.head["targets"] = _targets(values)
            said = self.said_part("header", form) if self.found.agree(values) else None
            return said == self.slice(start, end)

        if self.match("header", form, start, accept):
            return True
        self.found, self.head = Declarations(), legend
        return False

    def in_mixed_case(self, values: Content) -> Content:
        """Names that a header has in capitals, as the body spells them where it does."""
        body = self.text
        for holder in (values["registrant"], *values.get("funds", [])):
            at = -1
            while (at := body.lower().find(holder["name"].lower(), at + 1)) >= 0:
                spelled = body[at : at + len(holder["name"])]
                if not spelled.isupper():
                    holder["name"] = spelled
                    break
        return values

    def read_foreign_header(self, lines: list[str]) -> None:
        """Keeps the header's lines as they are, with the facts that they show."""
        name, funds = find_names(lines)
        self.found.name = name or bare(next(iter(lines), "")) or "Unnamed"
        self.head["funds"] = [self.found.fund_key(fund, alone=True) for fund in funds]
        self.head |= {"date": find_date(lines, []), "targets": find_targets(lines), "header": lines}

    # -- parts of the body -----------------------------------------------------------------------------------

    def read_part(self, part: str, at: int, to_end: bool = False) -> int | None:
        """Reads an opening or a closing in one of its forms; answers where it ends."""
        return self.first_form(part, lambda form: self.read_part_in(part, form, at, to_end))

    def read_part_in(self, part: str, form: str, at: int, to_end: bool) -> int | None:
        last = len(self.document.blocks)

        def accept(end: int, values: Content) -> bool:
            known = self.head.get("date")
            self.head["date"] = known or values.get("date")
            said = self.said_part(part, form)
            fits = (end == last or not to_end) and said == self.slice(at, end)
            self.head["date"] = self.head["date"] if fits else known
            return fits

        end = self.match(part, form, at, accept)
        if end is not None:
            self.found.style[part] = form
        return end

    def read_supersedes(self, form: str, at: int) -> int | None:
        """Reads which earlier supplements this one takes the place of."""

        def accept(end: int, values: Content) -> bool:
            self.head["supersedes"] = values.get("supersedes", [])
            return self.said_part("supersedes", form) == self.slice(at, end)

        end = self.match("supersedes", form, at, accept)
        if end is None:
            self.head.pop("supersedes", None)
        return end

    def first_form(self, part: str, read: Callable[[str], int | None]) -> int | None:
        """Where a part ends that is read in the first of its forms that fits."""
        return next((end for form in self.wording.forms(part) if (end := read(form)) is not None), None)

    def read_block(self, blocks: list[Block], at: int) -> int:
        """Reads the block at an index, and those that belong to it; answers where the next begins."""
        block = blocks[at]
        if isinstance(block, Heading) and block.level == 1:
            self.begin_change({"section": _words(block)})
            self.sections.append(block.number)
            return at + 1
        if isinstance(block, Paragraph) and (
            end := self.first_form("lead_in", lambda form: self.read_lead_in(form, at))
        ):
            return end
        if end := self.read_kind(at):
            return end
        self.place().extend(recover_prose(block))
        if isinstance(block, Heading) and (fund := self.found.named_in(_words(block))):
            self.found.fund = self.headed = fund
        return at + 1

    def place(self) -> list[Any]:
        """Where content goes: into the change that is being read, before the first into the opening."""
        if not self.changes:
            return self.opening
        content: list[Any] = self.changes[-1].setdefault("content", [])
        return content

    def read_lead_in(self, form: str, at: int) -> int | None:
        """Reads a lead-in in a form, and begins the change that it leads in."""
        changes: list[Content] = []

        def accept(end: int, values: Content) -> bool:
            if "operation" not in values or not self.known(values):
                return False
            before, fits = self.found.snapshot(), False
            with suppress(KeyError):  # too little of it was read
                changes.append(self.change_of(values, form))
                fits = self.said_lead_in(changes[-1]) == self.slice(at, end)
            self.found = self.found if fits else before
            return fits

        end = self.match("lead_in", form, at, accept)
        if end is not None:
            self.open_change(changes[-1])
            self.led[len(self.changes) - 1] = self.document.blocks[at:end]
        return end

    def known(self, values: Content) -> bool:
        """Whether the targets and the fund that a lead-in speaks of are the supplement's.

        A header in its author's own words need not name every fund.
        """
        names = [one["name"] for one in [*values.get("about", []), values.get("fund", {})] if one.get("name")]
        targets = values.get("targets", [])
        if "header" not in self.head and any(self.found.named(name) is None for name in names):
            return False
        return not targets or len(targets) == len(self.head.get("targets", []))

    def change_of(self, values: Content, form: str) -> Content:
        """A change as an author would write the lead-in that was read."""
        change: Content = {"operation": values["operation"]} | ({"form": form} if form != "house" else {})
        names = [one["name"] for one in values.get("about", [])] or [values.get("fund", {}).get("name")]
        keys = [self.found.fund_key(name) for name in names if name]
        if keys:
            change |= {"fund": keys[0]} if len(keys) == 1 else {"funds": keys}
        documents = values.get("documents", [])
        if documents and len(documents) < len(self.head.get("targets", [])):
            change["documents"] = [one["document"] for one in documents]
        location = values.get("location", {})
        if pages := {one["document"]: one["page"] for one in documents if one.get("page")}:
            location = location | {"page": pages}
        change |= {"location": location} if location else {}
        change |= {part: values[part] for part in ("reason", "old", "new") if values.get(part)}
        if effective := values.get("effective"):
            plain = effective.get("date") if effective["qualifier"] == "on" else effective["qualifier"]
            change["effective"] = effective if effective["qualifier"] not in ("on", "immediately") else plain
        return change

    def open_change(self, change: Content) -> None:
        """Begins a change, below the heading that stands open if there is one."""
        last = self.changes[-1] if self.changes else {}
        if "section" in last and "operation" not in last:
            introduction = {"introduction": last["content"]} if "content" in last else {}
            below = {key: value for key, value in last.items() if key != "content"} | introduction | change
            if self.said_lead_in(below) == self.said_lead_in(change):  # else the heading's fund would be said
                self.changes.pop()
                change = below
        self.begin_change(change)

    def begin_change(self, change: Content) -> None:
        """Begins a change, about the fund that it names or else the only one."""
        self.found.fund = change.get("fund") or self.found.named_in(change.get("section", "")) or self.only_fund()
        self.changes.append(change)

    def only_fund(self) -> str | None:
        funds = self.head.get("funds", [])
        return funds[0] if len(funds) == 1 else None

    def read_kind(self, at: int) -> int | None:
        """Reads typed content in the way that takes most of the words, and among those says the least that is strange.

        Why: in "head of the desk of the Adviser" a term that houses use tells where a title ends, and in "of the X. The
        Board approved" a fund that is known where its name does.
        """
        if not self.changes:
            self.found.fund = self.headed or self.only_fund()
        forms = [(kind, form) for kind in KINDS.values() for form in self.wording.forms(kind.kind)]
        readings: list[Typed] = []
        for kind, form in forms:
            readings += self.readings(kind, form, at)
            if readings and not readings[-1][1]:
                break
        if not readings:
            return None
        end, _, block, self.found = max(readings, key=lambda one: (one[0], -one[1]))
        self.turn_to_fund(block)
        self.place().append(_short(block))
        return end

    def readings(self, kind: type[Kind], form: str, at: int) -> list[Typed]:
        """The ways to read content of a kind that say the same words again, up to one that says nothing strange."""
        before, ways = self.found, list[Typed]()

        def accept(end: int, values: Content) -> bool:
            self.found = before.snapshot()
            self.found.fund = self.found.named(values.get("fund", {}).get("name", "")) or before.fund
            terms = self.found.strange_terms(values)
            for content in self.contents(kind, values) if self.found.agree(values) else ():
                block = {kind.kind: content | ({"form": form} if form != "house" else {})}
                if self.said_kind(block, self.found.fund) == self.slice(at, end):
                    strange = terms + 2 * (len(self.found.funds) - len(before.funds))  # a header names nearly all funds
                    ways.append((end, strange, block, self.found))
                    break
            self.found = before
            return bool(ways) and not ways[-1][1]

        self.match(kind.kind, form, at, accept)
        return ways

    def turn_to_fund(self, block: Content) -> None:
        """Makes the change that is being read one about the fund in question, or begins one, if the block needs it."""
        fund, last = self.found.fund, self.changes[-1] if self.changes else {}
        current = last.get("fund") or self.only_fund()
        if fund == current or self.said_kind(block, current) == self.said_kind(block, fund):
            return
        about = last | {"fund": fund}
        silent = "fund" not in last and self.said_lead_in(about) == self.said_lead_in(last)
        if last and silent and not _has_kinds(last):
            last["fund"] = fund
        else:
            self.begin_change({"fund": fund})


def _count(blocks: list[Block], start: int, fits: Any) -> int:
    """How many blocks in a row fit, from an index on."""
    return next((i for i, block in enumerate(blocks[start:]) if not fits(block)), len(blocks) - start)


def _words(block: Block) -> str:
    return " ".join(shown_text(block.children).split()) if isinstance(block, Title | Heading | Paragraph) else ""


def _targets(values: Content) -> list[Content]:
    """Targets as an author would write them, each with what was said once of all."""
    targets: list[Content] = as_written([one | values.get("alike", {}) for one in values.get("targets", [])])
    return targets


def _numbering(numbers: list[str]) -> str | None:
    """The house's numbering that gives these section numbers, or None."""
    for style in ("none", "roman", "arabic"):
        if numbers == [section_number(index, style) for index in range(1, len(numbers) + 1)]:
            return style
    return None


def _short(block: Content) -> Content:
    """A block in its shortest spelling."""
    if list(block.get("people", {})) == ["persons"]:
        return {"people": block["people"]["persons"]}
    return block


def _unled(change: Content, blocks: tuple[Block, ...]) -> Content:
    """A change whose lead-in leads nothing in, as the prose that it says."""
    said = [item for block in blocks for item in recover_prose(block)]
    kept = {"section": change["section"]} if "section" in change else {}
    return kept | {"content": [*change.get("introduction", []), *said]}


def _has_kinds(change: Content) -> bool:
    blocks = [*change.get("introduction", []), *change.get("content", [])]
    return any(isinstance(block, dict) and next(iter(block)) in KINDS for block in blocks)


def _tidy(change: Content) -> Content:
    """A change with its parts in the order of reading."""
    order = (
        "section",
        "introduction",
        "operation",
        "form",
        "fund",
        "funds",
        "documents",
        "location",
        "old",
        "new",
        "effective",
        "reason",
        "lead_in",
        "content",
    )
    return {key: change[key] for key in order if key in change}
