"""Rules about the names of funds, registrants and firms: each is spelled as it is declared, and in one way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks.breach import Breach
from generator.checks.likeness import misspelled
from generator.checks.rules._marked import LONGEST_NAME, marked
from generator.checks.sentences import sentence_of
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.model.kinds.adviser_change import AdviserChange
from generator.model.kinds.name_change import NameChange
from generator.patterns import late

#: Letters and digits that a name has at least, to be looked for by them.
_LETTERS = 6
_NOT_FOLDED = late(r"[\W_]+")
_MARKS = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00ae": None, "\u2122": None})
_AROUND = "\"'()[]{},;:."
_NOT_IN_NAMES = frozenset({"The", "Each", "A", "This", "THE", "Any", "Another", "No"})
_TELLS_OF_NAMES = late(
    r"\b(?:former\w*|current\w*|known as|renam\w+|nam(?:e|es|ed)|until|previous\w*|original\w*|prior to|predecessor|"
    r"(?:began|commenced|start(?:ed)?|organized|established|formed|created|launched|registered)\b[^.;]*\bas)\b",
    re.I,
)
_FORMS = ("Inc", "LL", "L.", "LP", "Ltd", "Limited", "Corp", "N.A", "plc", "PLC")
_LEGAL_FORM = late(r",?\s+(?:Inc|LLC|L\.L\.C|L\.P|LP|Ltd|Limited|Corp|Corporation|Incorporated|N\.A|plc|PLC|LLP)\b")
_BEFORE_FORM = late(r"(?:(?:[A-Z][\w&'\u2019./-]*|&|of|and)\s+)*[A-Z][\w&'\u2019./-]*$")
_INITIALS = late(r"[A-Z](?<!\w[A-Z])(?<!\.[A-Z])(?:\.\s?(?:[A-Z]\.\s?)*|[A-Z]{1,2}\s?)[A-Z][a-z]{2}\w*")


def not_as_declared(subject: Subject) -> Iterator[Breach]:
    """A fund or the registrant is called by a name that is nearly the declared one.

    NAM-01 | error | likely | Form N-1A Item 1(a)(1)

    Compares runs of words in prose, headings and tables with the declared names, without regard to case: the same
    letters with other hyphens, blanks or signs, or the same words with a slip in one of them; one in the last word is
    NAM-12. Names that the content states itself, such as new ones, are let pass.

    Why: a supplement is filed for the series of that very name, and a search for the name does not find the other.

    Fails:

        funds: {small-cap: {name: Example Small Cap Growth Fund}}
        content: The Example Small-Cap Growth Fund is closed to new investors.

    Mend: write the name as it is declared.
    """
    declared = _Declared(subject)
    for words in marked(subject, *declared.last):
        for found, name, sure in declared.nearly_in(words.text) if words.role != "name" else ():
            if _plain(found) not in subject.once(_stated):
                also = ((declared.names[name], "declared here"),)
                yield Breach(words.path, f"{found!r} is declared as {name!r}", "", also, found, name if sure else None)


def _stated(subject: Subject) -> frozenset[str]:
    """Every name that the content states as one."""
    return frozenset(_plain(one.text) for one in subject.words if one.role == "name")


class _Declared:
    """The declared names with their paths, to be looked for by their last word."""

    def __init__(self, subject: Subject) -> None:
        funds = subject.registrant.funds.items()
        names = {fund.name: f"registrant.funds.{key}.name" for key, fund in funds}
        names[subject.registrant.name] = "registrant.name"
        self.names = {name: path for name, path in names.items() if len(name) <= LONGEST_NAME}
        self.folded = {letters: name for name in self.names if len(letters := _folded(name)) >= _LETTERS}
        self.words = {name: tuple(map(_bare, name.split())) for name in self.names}
        self.longest = max(map(len, self.names), default=0)
        self.last = {name.split()[-1] for name in self.names}

    def nearly_in(self, text: str) -> Iterator[tuple[str, str, bool]]:
        """The words of a text that are nearly a name, that name, and whether they have its very letters."""
        for last in self.last:
            at = text.find(last)
            while at >= 0:
                end = at + len(last)
                start = max(0, end - self.longest - 20)
                beside = text[text.rfind(" ", 0, max(at - 1, 0)) + 1 : at].strip()
                of_a_name = beside and not beside[0].islower() and beside not in _NOT_IN_NAMES
                exact = any(text.endswith(name, 0, end) for name in self.names)
                if of_a_name and not exact and not text[end : end + 1].isalnum():
                    yield from self._nearly([*text[start:at].split()[start > 0 :], last])
                at = text.find(last, end)

    def _nearly(self, words: list[str]) -> Iterator[tuple[str, str, bool]]:
        """The longest run at the end of some words that has the letters of a name, else one with a slip in a word."""
        runs = [" ".join(words[at:]).lstrip(_AROUND) for at in range(len(words) - 1)]
        if run := next((run for run in runs if _folded(run) in self.folded), None):
            name = self.folded[_folded(run)]
            if _plain(run) != _plain(name):
                yield run, name, True
            return
        bare = tuple(map(_bare, words))
        for name, own in self.words.items():
            if len(words) >= len(own) >= 3 and _one_slip(bare[-len(own) :], own):
                yield runs[len(words) - len(own)], name, False


def _one_slip(words: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether words are those of a name but for a slip of letters in one that is not the last."""
    unlike = [pair for pair in zip(words, own, strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and words[-1] == own[-1] and all(map(str.isalpha, unlike[0])) and misspelled(*unlike[0])


def _bare(word: str) -> str:
    return word.translate(_MARKS).strip(_AROUND).casefold()


def _plain(name: str) -> str:
    """A name without regard to case, quotes and marks of trade."""
    return " ".join(name.translate(_MARKS).strip(_AROUND).casefold().split())


def _folded(name: str) -> str:
    """The letters and digits of a name."""
    return _NOT_FOLDED.sub("", name.translate(_MARKS).replace("&", "and").casefold())


def former_name(subject: Subject) -> Iterator[Breach]:
    """New text has a name from which the same supplement turns away, or one that is not yet in force.

    NAM-02 | error | likely | Form N-1A Item 1(a)(1); Rule 497(e)

    For every new name that the content states, looks at the prose that other changes bring into the documents: the
    old name where the change takes effect with the new name or later, the new name where it takes effect earlier.
    Sentences that speak of names, or of how a fund began, are let pass.

    Why: the text is part of the document on a day when the fund is called something else.

    Fails:

        - name_change: {funds: {growth: Example Innovation Fund}}
        content: The Example Growth Fund invests in shares of companies of any size.

    Mend: use the name that is in force from then on.
    """
    renamed = [*_renamed(subject)]
    for words in subject.words if renamed else ():
        number = re.match(r"changes\[(\d+)\]\.content", words.path)
        change = subject.supplement.changes[int(number[1])] if number else None
        if not change or words.role == "name" or change.operation == "notice":
            continue
        starts = subject.effective(change)
        for old, new, day, path in renamed:
            late = starts and day and starts >= day
            wrong, told = (old, "is no longer the name") if late else (new, "is not the name yet")
            at = words.text.replace(new, "_" * len(new)).find(old) if late else words.text.find(new)
            if starts and day and at >= 0 and not _TELLS_OF_NAMES.search(sentence_of(words.text, at)):
                message = f"{wrong!r} {told} when this takes effect, on {starts}"
                yield Breach(words.path, message, also=((path, f"the new name from {day}"),), words=wrong)


def _renamed(subject: Subject) -> Iterator[tuple[str, str, date | None, str]]:
    """Old and new names with the day of the change and its place."""
    funds = subject.registrant.funds
    for placed, body in subject.typed(NameChange):
        day = (body.effective and body.effective.date) or subject.effective(placed.change)
        names = [(funds[key].name, new, f"funds.{key}") for key, new in body.funds.items() if key in funds]
        names += [(subject.registrant.name, body.registrant, "registrant")] if body.registrant else []
        names += [(body.adviser.old, body.adviser.new, "adviser")] if body.adviser else []
        yield from ((old, new, day, f"{placed.path}.{part}") for old, new, part in names)
    for placed, other in subject.typed(AdviserChange):
        day = (other.effective and other.effective.date) or subject.effective(placed.change)
        for key, new in other.new_names.items():
            if key in funds:
                yield funds[key].name, new, day, f"{placed.path}.new_names.{key}"
    for path, change in subject.changes:
        if change.operation == "rename" and change.old and change.new:
            yield change.old, change.new, subject.effective(change), f"{path}.new"


def firm_in_two_forms(subject: Subject) -> Iterator[Breach]:
    """A firm's name stands in two forms.

    PPL-10 | warning | likely | house rule: a firm is spelled one way everywhere

    Compares names with a legal form (Inc., LLC, L.P.) and names with initials: the same letters with other full
    stops, blanks, commas or capitals, or the same name with another legal form. Where the content states both as
    names, one takes the place of the other.

    Why: a legal name is exact, and two forms of it may be two companies.

    Fails:

        - Fern Hollow Capital, Inc. manages the Fund. The agreement with Fern Hollow Capital LLC ends.

    Mend: write the legal name as it stands in the agreement.
    """
    first: dict[str, tuple[str, Words]] = {}
    stated = {one.text.rstrip(".") for one in subject.words if one.role == "name"}
    told = set()
    named = [(words, one) for words in marked(subject, *_FORMS) for one in _with_form(words.text)]
    named += [(words, one) for words in subject.words for one in _with_initials(words.text)]
    for words, (key, name) in named:
        before, where = first.setdefault(key, (name, words))
        if before == name or name in told or {before, name} <= stated or before.isupper() or name.isupper():
            continue
        told.add(name)
        if not _TELLS_OF_NAMES.search(sentence_of(words.text, words.text.find(name))):
            also = ((where.path, f"{before} here"),)
            yield Breach(words.path, f"{name!r} is {before!r} elsewhere", also=also, words=name)


def _with_form(text: str) -> Iterator[tuple[str, str]]:
    """The names with a legal form, each after its letters alone."""
    for form in _LEGAL_FORM.finditer(text):
        before = _BEFORE_FORM.search(text, max(0, form.start() - 80), form.start())
        if before:
            yield f"{_folded(before[0])} with a legal form", before[0] + form[0]


def _with_initials(text: str) -> Iterable[tuple[str, str]]:
    """The first words of names that begin with initials, each after its letters alone."""
    return ((_folded(one[0]), one[0]) for one in _INITIALS.finditer(text) if not one[0].startswith(("U.S", "US")))
