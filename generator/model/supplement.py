"""A supplement: its date, its target documents and its changes."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.content import Content, listed
from generator.model.entities import Fund, Model, Registrant, Style
from generator.model.values import Called, Day, FirstDay, Flag, Key, Name, Ordinal, PageNumber, Prose, refuse

Qualifier = Literal["immediately", "on", "on_or_about", "close_of_business"]
#: The closed list of operations (domain notes, section 1).
Operation = Literal[
    "replace_section",
    "replace_table",
    "replace_paragraph",
    "replace_sentence",
    "replace_bullet",
    "replace_footnote",
    "replace_except",
    "delete",
    "add_after",
    "add_at_end",
    "add_bullet",
    "insert_under",
    "supplement",
    "rename",
    "redefine_term",
    "supersede",
    "notice",
]
#: Which part of a location an operation needs, and which of a change's own values.
NEEDS: dict[str, tuple[str, ...]] = {
    "replace_section": ("location.section",),
    "replace_table": ("location.table",),
    "replace_paragraph": ("location.paragraph", "location.section"),
    "replace_sentence": ("location.sentence", "location.paragraph", "location.section"),
    "replace_bullet": ("location.bullet", "location.section"),
    "replace_footnote": ("location.footnote", "location.table"),
    "replace_except": ("location.section", "location.kept"),
    "delete": ("location.section",),
    "add_after": ("location.section",),
    "add_at_end": ("location.section",),
    "add_bullet": ("location.section",),
    "insert_under": ("location.section",),
    "supplement": ("location.section",),
    "rename": ("old", "new"),
    "redefine_term": ("old", "new"),
}
#: The operations that bring nothing after their lead-in.
COMPLETE = ("delete", "rename", "redefine_term", "supersede")


def _effective(value: Any) -> Any:
    """`immediately` or a bare day stand for the whole mapping."""
    if value == "immediately":
        return {"qualifier": "immediately"}
    return {"date": value} if isinstance(value, str | date) else value


class Effective(Model):
    """When a change takes effect."""

    qualifier: Qualifier = Field("on", description="How the date is meant")
    date: FirstDay | None = Field(None, description="The day", examples=["2009-11-12"])

    @model_validator(mode="after")
    def _has_day(self) -> Effective:
        if (self.date is None) != (self.qualifier == "immediately"):
            refuse("DAT-03", "`immediately` has no date, every other qualifier has one", "write effective: 2009-11-12")
        return self


EffectiveDate = Annotated[Effective, BeforeValidator(_effective)]


#: The documents of a fund that a supplement can amend.
DocumentName = Literal["summary_prospectus", "prospectus", "sai"]


class Target(Model):
    """A document that the supplement amends."""

    document: DocumentName = Field(description="Which document")
    date: Day | None = Field(None, description="The date it bears", examples=["2009-05-01"])
    current: Flag = Field(False, description="yes, in place of a date: \u201cthe current Prospectus\u201d")
    plural: Flag = Field(False, description="yes where there are several of it (\u201cProspectuses\u201d)")
    supplemented: Flag = Field(False, description="yes: \u201cas supplemented to date\u201d")
    supplements: Annotated[tuple[Day, ...], BeforeValidator(listed)] = Field(
        (), description="Dates of its earlier supplements, where they are listed", examples=[["2026-03-02"]]
    )

    @model_validator(mode="after")
    def _dated_or_current(self) -> Target:
        if self.date is None and not self.current:
            help = "add `date: 2009-05-01` (The date it bears), or `current: yes` where none is told"
            refuse("KEY-02", "the key `date` is missing", help)
        if self.date and self.current:
            refuse("DAT-03", "a document is told by its date, or as the current one", "keep one: date: or current:")
        return self


def _pages(value: Any) -> Any:
    """A bare page is the page in the prospectus, unless the change amends another document only: see `_paged`."""
    return {"prospectus": value} if isinstance(value, str) else value


def _paged(change: Any, targets: list[Any]) -> Any:
    """A plain change, its bare page as that in the only document that it amends, where there is only one.

    `targets` are the names of the supplement's documents.
    """
    location = change.get("location") if isinstance(change, dict) else None
    if not isinstance(location, dict) or not isinstance(location.get("page"), str):
        return change
    own = listed(change.get("documents")) or targets
    amended = {name for name in targets if isinstance(name, str) and name in own}
    if len(amended) != 1:
        return change
    return change | {"location": location | {"page": {amended.pop(): location["page"]}}}


class Location(Model):
    """Where in the target documents a change is made."""

    section: Annotated[tuple[Called, ...], BeforeValidator(listed)] = Field(
        (), description="Headings from the outermost inwards", examples=[["Management", "The Manager"]]
    )
    table: Called | None = Field(None, description="The table's title", examples=["Annual Fund Operating Expenses"])
    paragraph: Ordinal | None = Field(None, description="Which paragraph, or `last`", examples=["2", "last"])
    sentence: Ordinal | None = Field(None, description="Which sentence of the paragraph", examples=["1"])
    bullet: Ordinal | None = Field(None, description="Which bullet point", examples=["5"])
    footnote: Name | None = Field(None, description="The mark of the table's footnote", examples=["(2)"])
    kept: Name | None = Field(None, description="What replace_except leaves as it is", examples=["the last sentence"])
    page: Annotated[dict[DocumentName, PageNumber], BeforeValidator(_pages)] = Field(
        default_factory=dict,
        description="The page, in each target document; a bare one where it is one document, or the prospectus",
        examples=[{"prospectus": "12", "sai": "30"}],
    )


class Change(Model):
    """One change: an operation at a location, and the words or data that it brings."""

    section: Name | None = Field(
        None, description="Heading above this change, numbered by the house style", examples=["Portfolio Managers"]
    )
    introduction: Content = Field((), description="Blocks between the heading and the lead-in")
    operation: Operation = Field("notice", description="What is done; `notice` has no lead-in")
    location: Location = Field(default_factory=Location, description="Where in the documents the change is made")
    fund: Key | None = Field(None, description="Key of the fund that it is about, where not plain", examples=["growth"])
    funds: Annotated[tuple[Key, ...], BeforeValidator(listed)] = Field(
        (),
        description="Keys of the funds that it is about, where they are several but not all",
        examples=[["growth", "income"]],
    )
    documents: Annotated[tuple[DocumentName, ...], BeforeValidator(listed)] = Field(
        (), description="The target documents that it changes, if not all"
    )
    old: Called | None = Field(
        None, description="rename: the former words; redefine_term: the term", examples=["Example Growth Fund"]
    )
    new: Called | None = Field(
        None,
        description="rename: the words in their place; redefine_term: the meaning",
        examples=["Example Equity Fund"],
    )
    effective: EffectiveDate | None = Field(None, description="When it takes effect, if not with the whole supplement")
    reason: Prose = Field(
        "",
        description="A sentence before the lead-in, in the same paragraph",
        examples=["Dana Lin joined Chidi Okafor as co-manager of the Fund in May 2026."],
    )
    form: Name = Field(
        "house", description="The wording of the lead-in, a file of wording/lead_in/", examples=["house"]
    )
    lead_in: Prose = Field(
        "",
        description="The lead-in in the author's own words, in place of the wording's",
        examples=["The cover page is revised as follows:"],
    )
    content: Content = Field((), description="What the change brings, block by block")

    @model_validator(mode="after")
    def _located(self) -> Change:
        for part in NEEDS.get(self.operation, ()) if not self.lead_in else ():
            holder, _, name = part.rpartition(".")
            if not getattr(self.location if holder else self, name):
                add = f"location: {{{name}: \u2026}}" if holder else f"{name}: \u2026"
                refuse("SEC-06", f"`operation: {self.operation}` does not say which {name}", f"add `{add}`")
        if self.reason and not re.search(r"[.!?][\"\u201d\u2019')]?$", self.reason):
            refuse("SEC-11", "the reason is not a sentence", "end it with a full stop")
        return self

    def in_document(self, document: DocumentName) -> Change:
        """The change as one document has it: the page in that document, and in no other."""
        page = {name: number for name, number in self.location.page.items() if name == document}
        return self.model_copy(update={"location": self.location.model_copy(update={"page": page})})


class Waived(Model):
    """A finding of the checks that its author has looked at and waives, with the reason for the record."""

    code: Name = Field(description="The finding's code", examples=["FEE-01"])
    reason: Name = Field(description="Why it is right as it is", examples=["The Example does not change by a dollar."])
    path: Name | None = Field(
        None, description="Where, if not in the whole supplement", examples=["changes[0].content[0].fee_table"]
    )
    until: Day | None = Field(
        None, description="The last supplement date for which it is waived", examples=["2027-04-30"]
    )


class Supplement(Model):
    """One supplement, as its author states it."""

    registrant: Key | Registrant = Field(description="Key of a file in registrants/, or the registrant itself")
    date: Day | None = Field(None, description="The supplement's own date", examples=["2009-11-12"])
    form_type: Literal["497", "497K"] | None = Field(
        None, description="EDGAR form under which it is filed; not shown", examples=["497K"]
    )
    filed: Day | None = Field(None, description="The day on which it is filed; not shown", examples=["2009-11-12"])
    used_from: Day | None = Field(
        None, description="The first day on which it is given to investors; not shown", examples=["2009-11-12"]
    )
    funds: Annotated[tuple[Key, ...], BeforeValidator(listed)] = Field(
        (), description="Keys of the funds that it is for, in order", examples=["growth", ["growth", "income"]]
    )
    targets: tuple[Target, ...] = Field((), description="The documents that it amends")
    effective: EffectiveDate | None = Field(None, description="When its changes take effect")
    supersedes: Annotated[tuple[Day, ...], BeforeValidator(listed)] = Field(
        (), description="Dates of the earlier supplements that it takes the place of", examples=["2026-03-02"]
    )
    split: Flag = Field(False, description="yes: a supplement of its own for each target document")
    style: Style | None = Field(
        None, description="House style, where it differs from the registrant's; the rest is as there"
    )
    legend: tuple[Name, ...] = Field(
        (), description="Lines at the upper right", examples=[["Filed pursuant to Rule 497(e)", "File No. 333-48456"]]
    )
    header: tuple[Name, ...] = Field(
        (), description="The header's lines in the author's own words", examples=[["Example Trust", "Growth Fund"]]
    )
    opening: Content = Field((), description="Blocks before the first change")
    changes: tuple[Change, ...] = Field((), description="The changes, in order")
    closing: Content = Field((), description="Blocks after the last change")
    waive: tuple[Waived, ...] = Field((), description="Findings of the checks that are waived, each with a reason")

    @model_validator(mode="before")
    @classmethod
    def _pages_placed(cls, value: Any) -> Any:
        changes = value.get("changes") if isinstance(value, dict) else None
        targets = value.get("targets") if isinstance(value, dict) else None
        if not isinstance(changes, list) or not isinstance(targets, list):
            return value
        names = [one.get("document") for one in targets if isinstance(one, dict)]
        return value | {"changes": [_paged(one, names) for one in changes]}

    @model_validator(mode="after")
    def _dated(self) -> Supplement:
        if self.date is None and not self.header:
            refuse("DAT-15", "the supplement has no date", "add its own date: `date: 2009-11-12`")
        return self


class House(Model):
    """A supplement with the registrant that it belongs to: all that wording can speak of."""

    registrant: Registrant
    supplement: Supplement

    @property
    def style(self) -> Style:
        """The supplement's style; what it does not state is as the registrant has it."""
        own = self.supplement.style
        stated = {part: getattr(own, part) for part in own.model_fields_set} if own else {}
        return self.registrant.style.model_copy(update=stated)

    def style_path(self, part: str) -> str:
        """Where a part of the style is stated, or would be."""
        own = self.supplement.style
        return f"style.{part}" if own and part in own.model_fields_set else f"registrant.style.{part}"

    @property
    def fund_keys(self) -> tuple[str, ...]:
        """The keys of the supplement's funds in order."""
        return tuple(key for key in self.supplement.funds if key in self.registrant.funds)

    @property
    def funds(self) -> tuple[Fund, ...]:
        """The supplement's funds in order."""
        return tuple(self.registrant.funds[key] for key in self.fund_keys)

    def fund_keys_of(self, change: Change | None) -> tuple[str, ...]:
        """The keys of the funds that a change is about: its own, else the supplement's only one."""
        if change and (own := (change.fund,) if change.fund else change.funds):
            return tuple(key for key in own if key in self.registrant.funds)
        return self.fund_keys if len(self.fund_keys) == 1 else ()

    def fund_key_of(self, change: Change | None) -> str | None:
        """The key of the one fund that a change is about, where it is one."""
        keys = self.fund_keys_of(change)
        return keys[0] if len(keys) == 1 else None

    def fund_of(self, change: Change | None) -> Fund | None:
        """The one fund that a change is about, where it is one."""
        key = self.fund_key_of(change)
        return self.registrant.funds[key] if key else None

    def targets_of(self, change: Change) -> tuple[Target, ...]:
        """The target documents that a change amends, in the supplement's order."""
        return tuple(one for one in self.supplement.targets if not change.documents or one.document in change.documents)

    def says(self, change: Change) -> bool:
        """Whether a change belongs to a document that this supplement amends."""
        return not change.documents or bool(self.targets_of(change))

    def split(self) -> dict[str, House]:
        """A house for each target document, by the document's name; the others' changes say nothing in it."""
        return {target.document: self._for(target) for target in self.supplement.targets}

    def _for(self, target: Target) -> House:
        changes = tuple(change.in_document(target.document) for change in self.supplement.changes)
        parts = {"targets": (target,), "split": False, "changes": changes}
        return House(registrant=self.registrant, supplement=self.supplement.model_copy(update=parts))
