"""Rules about defined terms, acronyms and words of the house: defined once, and spelled in one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.checks.breach import Breach
from generator.checks.rules._marked import marked, marked_prose, whole
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.model.kinds.defined_term import DefinedTerm
from generator.patterns import late

_OPEN, _CLOSE = '["\u201c]', '["\u201d]'
_ROLES = (
    r"Manager|Adviser|Advisor|Investment (?:Adviser|Advisor|Manager)|Sub-?[Aa]dvis[eo]r|Sub-Investment Manager"
    r"|Distributor|Administrator|Transfer Agent|Underwriter|Custodian"
)
_USED = late(
    rf"(?:[Tt]he (?P<role>{_ROLES})\b(?!\u2019?'? ?[A-Z]| of [Mm]anagers)"
    r"|(?P<law>19(?:33|34|40) Act|Advisers Act|Exchange Act)\b(?! of))"
)
_IN_TERMS = (
    "Manager",
    "dvise",
    "dviso",
    "Distributor",
    "Administrator",
    "Transfer",
    "Underwriter",
    "Custodian",
    " Act",
)
_BRACKETS = late(r"\(([^()]{1,200})\)")
_BESIDE = late(
    rf"\([^()]*\bthe (?P<in_brackets>{_ROLES})\)"
    rf"|[A-Z][\w.&]*,? (?:Inc\.|LLC|L\.P\.|[A-Z]\w+), the (?P<after>{_ROLES})\b|\bthe (?P<before>{_ROLES}), [A-Z]"
)
_QUOTED = late(rf"{_OPEN}([A-Z0-9][^\"\u201c\u201d]{{1,60}}?),?{_CLOSE}")
_QUOTATION = late(rf"{_OPEN}[^\"\u201c\u201d]*{_CLOSE}")
_REFERS = late(r"\s*(?:see|as described|in|under|for example)\b", re.I)
_CAPITALIZED = late(r"capitali[sz]ed terms", re.I)
_ACRONYM = late(r"[A-Z][a-z]*[A-Z][A-Za-z]+")
_PLURAL = late(r"[A-Z]{2,}s")
_ADVISER = late(
    r"\b(?:(?<!your )investment|[Tt]he|[Ii]ts|[Aa]n|[Ee]ach|[Nn]ew|[Ff]ormer|Investment)"
    r" (?P<word>[Aa]dvis[eo]rs?)\b(?![\u2019'] ?[A-Z]|,? [A-Z&])"
)
_SUB = late(r"\b[Ss]ub(?P<join>-| )?[Aa]dvis(?:[eo]rs?|ory)\b")
#: Words that the tool's own sentences use in documents of typed content.
_OF_THE_TOOL = frozenset({"Board", "SAI", "Prospectus", "Summary Prospectus", "Statement of Additional Information"})


def undefined(subject: Subject) -> Iterator[Breach]:
    """A defined term is used, and is defined nowhere.

    NAM-03 | warning | likely | Rule 421(d) under the Securities Act; house rule: a supplement can be read by itself

    Looks in prose for `the Manager`, `the Adviser` and other offices with a capital, and for short names of laws such
    as `the 1940 Act`. A term is defined by quotes in brackets, `(the "Adviser")`, by a phrase beside a name, by a
    `defined_term`, or as the house's own word under `terms:`. A sentence about capitalized terms covers all, and in a
    supplement for the SAI alone the names of laws are let pass.

    Why: whoever has only the supplement in hand cannot tell who is meant.

    Fails:

        content: The Manager has agreed to waive a part of its fee.

    Mend: define the term where it is used first, or say that capitalized terms have the meaning that the prospectus
    gives them.
    """
    first: dict[str, Words] = {}
    for words in marked_prose(subject, *_IN_TERMS):
        for one in _USED.finditer(_QUOTATION.sub('""', words.text)):
            first.setdefault(one["role"] or one["law"], words)
    if not first or any(_CAPITALIZED.search(words.text) for words in subject.words):
        return
    known = {term for _, term in _definitions(subject)} | {body.term for _, body in subject.typed(DefinedTerm)}
    known |= set() if subject.read else {subject.registrant.terms.adviser}
    sai_only = {target.document for target in subject.supplement.targets} == {"sai"}
    for term, words in first.items():
        law = term.endswith("Act")
        if term not in known and not (law and sai_only) and not _beside_a_name(term, subject):
            the = "" if law else "the "
            yield Breach(words.path, f"'{the}{term}' is not defined", words=term)


def _definitions(subject: Subject) -> Iterator[tuple[Words, str]]:
    """Every term that stands in quotes in brackets, with its text."""
    for words in marked(subject, '("', "(\u201c", '"', "\u201c"):
        for bracket in _BRACKETS.finditer(words.text):
            if not _REFERS.match(bracket[1]):
                yield from ((words, one[1]) for one in _QUOTED.finditer(bracket[1]))


def _beside_a_name(term: str, subject: Subject) -> bool:
    """Whether a name with a capital stands beside a term: `(Example or the Manager)`, `Example LLC, the Manager,`."""
    texts = marked(subject, f"the {term}) ", f"the {term}).", f", the {term}", f"the {term}, ")
    return any(one.lastgroup and one[one.lastgroup] == term for words in texts for one in _BESIDE.finditer(words.text))


def idle_definition(subject: Subject) -> Iterator[Breach]:
    """A term is defined and not used, is defined twice, or stands in the plural for one fund.

    NAM-04 | info | likely | house rule: a term is defined where it is needed

    Looks at terms in quotes in brackets: each occurs elsewhere, and once in a change. In a supplement for one fund,
    `the Funds` is not used.

    Why: the leftovers of an earlier supplement raise the question what else was left over.

    Fails:

        content: Fern Hollow Capital LLC (the "Subadviser") manages the Fund.

    Mend: take the definition out, or use the term.
    """
    defined = [*_definitions(subject)]
    house = subject.registrant.terms
    seen: set[tuple[str, str]] = set()
    text = whole(subject)
    for words, term in defined:
        if term.rstrip("s") in (house.fund, house.adviser) or term in _OF_THE_TOOL:
            continue
        part = words.path.partition("]")[0]
        if (part, term) in seen:
            yield Breach(words.path, f"{term!r} is defined twice", words=term)
        elif text.count(stem := term.rstrip("s")) == text.count(f'"{stem}') + text.count(f"\u201c{stem}"):
            yield Breach(words.path, f"{term!r} is defined and not used", words=term)
        seen.add((part, term))
    if len(subject.supplement.funds) == 1:
        yield from _plural(subject)


def _plural(subject: Subject) -> Iterator[Breach]:
    terms = subject.registrant.terms
    several = re.compile(rf"\b(?:[Tt]he|[Ee]ach of the) {terms.several}\b(?![\u2019'] [A-Z]| [A-Z]|-)")
    for words in marked_prose(subject, terms.several) if terms.several != terms.fund else ():
        if found := several.search(words.text):
            yield Breach(words.path, f"{found[0]!r}, and the supplement is for one", words=found[0])


def acronym_in_two_cases(subject: Subject) -> Iterator[Breach]:
    """An acronym is written with other capitals elsewhere.

    NAM-05 | warning | certain | house rule: an acronym is spelled in one way

    Compares the words of prose that have two capitals and more, without regard to case. Words among others in
    capitals are let pass.

    Why: it is a slip of the shift key, and a search for one form does not find the other.

    Fails:

        content: The Fund may buy shares of ETFs. ETFS trade on an exchange, and ETFs may trade at a discount.

    Mend: `--fix` writes the more frequent form.
    """
    found = [(one[0], words) for words in subject.prose for one in _ACRONYM.finditer(words.text)]
    plurals = {form.capitalize() for form, _ in found if _PLURAL.fullmatch(form)}
    for words in marked_prose(subject, *plurals):
        found += [(one[0], words) for one in re.finditer(rf"\b(?:{'|'.join(plurals)})\b", words.text)]
    forms: dict[str, Counter[str]] = {}
    for form, _ in found:
        forms.setdefault(form.upper(), Counter())[form] += 1
    mixed = {upper: counts for upper, counts in forms.items() if len(counts) > 1}
    for form, words in found if mixed else ():
        counts = mixed.get(form.upper())
        if not counts:
            continue
        (usual, most), (_, next_most) = counts.most_common(2)
        if form != usual and not _among_capitals(form, words.text):
            yield Breach(
                words.path, f"{form!r} is {usual!r} elsewhere", words=form, mend=usual if most > next_most else None
            )


def _among_capitals(form: str, text: str) -> bool:
    """Whether a word stands beside another that is all in capitals."""
    beside = re.search(rf"\b([A-Z]{{3,}}) {form}\b|\b{form} ([A-Z]{{3,}})\b", text)
    return beside is not None


def adviser_in_two_spellings(subject: Subject) -> Iterator[Breach]:
    """Adviser and advisor, or sub-adviser and subadviser, stand side by side.

    NAM-06 | warning | likely | Investment Advisers Act of 1940, which writes "adviser"; house rule

    Looks in prose at the office of the adviser: `the Advisor`, `its investment adviser`; names of firms and people
    who advise their clients are let pass. The house's word under `terms:` counts as a spelling of its own.

    Why: two spellings of a defined term look like two terms.

    Fails:

        - Fern Hollow Capital LLC is the Adviser of the Fund.
        - The Advisor buys shares of small companies.

    Mend: write it as the house does.
    """
    advisers = [
        (one["word"], words)
        for words in marked_prose(subject, "dvise", "dviso")
        for one in _ADVISER.finditer(words.text)
    ]
    term = subject.registrant.terms.adviser
    usual = next((one for one in ("er", "or") if not subject.read and f"dvis{one}" in term), None)
    usual = usual or (_letters(advisers[0][0]) if advisers else None)
    for word, words in advisers:
        if _letters(word) != usual:
            right = word.replace("iser", "isor") if usual == "or" else word.replace("isor", "iser")
            yield Breach(words.path, f"{word!r} is {right!r} elsewhere", words=word, mend=right)
    subs = [(one[0], words) for words in marked_prose(subject, "Sub", "sub") for one in _SUB.finditer(words.text)]
    yield from _other_than_first(subs)


def _letters(word: str) -> str:
    return "or" if "isor" in word else "er"


def _other_than_first(subs: Iterable[tuple[str, Words]]) -> Iterator[Breach]:
    """Breaches where `sub` is joined in another way than in the first place."""
    first = None
    for word, words in subs:
        join = word[3] if not word[3].isalpha() else ""
        first = first or (word, join)
        if join != first[1]:
            yield Breach(words.path, f"{word!r} here, {first[0]!r} elsewhere", words=word)
