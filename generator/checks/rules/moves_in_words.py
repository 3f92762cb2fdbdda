"""Rules about sentences in which a percentage moves: by how much, and which way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.checks.breach import Breach
from generator.checks.rules._days import DAY
from generator.checks.sentences import sentences
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.patterns import late

_NUMBER = r"\d{1,3}(?:\.\d{1,5})?"
_FROM_TO = late(rf"\bfrom (?P<old>{_NUMBER})\s?% (?:[^%.;]{{0,40}} )?to (?P<new>{_NUMBER})\s?%")
_BY = late(
    rf"\b(?:by|(?:reduction|decrease|cut|increase|rise) of) (?P<by>{_NUMBER})\s?(?P<unit>%|basis points)", re.IGNORECASE
)
#: A day between commas, which would end a clause: `is reduced, effective October 1, 2026, from 0.75%`.
_ON_A_DAY = late(rf",? (?:effective|beginning|starting)?(?: as of| on| from)? ?{DAY},?")
_CLAUSE_ENDS = late(
    r"[,;:()]|\b(?:so|such that|that|which|and (?:the|its|their)|with|(?=(?:while|when|where|as|if|because)\b))",
    re.IGNORECASE,
)
#: What follows a verb that is said of the figure, rather than an adjective (`reduced charges`) or another thing's.
_SAID = r"(?=$| (?:by \d|in|for|further|again|slightly|effective|each|all|the|its|their|this|that|these|Class)\b)"
_FALLS = late(
    rf"\b(?:reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|decreas(?:e|es|ed|ing)|cut(?:s|ting)?|declin(?:e|es|ed|ing)|"
    rf"drop(?:s|ped|ping)?|falls?|fallen|falling|fell){_SAID}|\b(?:reduction|decrease|decline|cut) (?:of|in)\b|\bdown$",
    re.IGNORECASE,
)
_RISES = late(
    rf"\b(?:increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grow(?:s|n|ing)?|grew){_SAID}|"
    r"\b(?:increase|rise) (?:of|in)\b|(?<!make )(?<!made )(?<!makes )\bup$",
    re.IGNORECASE,
)
#: Figures that are no old and new one, and verbs without a direction: what else stands there is another thing's.
_NO_MOVE = late(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|runs?|extends?|between|anywhere|"
    r"go(?:es|ing)?|went|mov(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|tak(?:e|es|en|ing)|took|br(?:ing|ings|ought)|"
    r"^(?:while|when|where|as|if|because))\b",
    re.IGNORECASE,
)
_OF_A_SLICE = late(r"\b(?:first|next|excess|over|above|assets of)\b|\$", re.IGNORECASE)
#: What stands between the move and its difference, where that comes after it: `…, a reduction of 0.10%`.
_NEXT_TO_IT = late(r"[^,;:()]*(?:, (?:or |which is |that is,? |i\.e\.,? )?(?:an? )?)?", re.IGNORECASE)
_CENT = Decimal("0.01")


def difference(subject: Subject) -> Iterator[Breach]:
    """A sentence says by how much a percentage changes, and that is not the difference.

    NUM-17 | error | likely | arithmetic

    Looks for clauses with from one percentage to another and by how much, in percent or basis points. A change in
    proportion to the old figure is right too; a difference that is said of a part of the assets is left alone.

    Why: three figures of which one is wrong, and nobody can tell which.

    Fails:

        - The management fee is reduced by 0.15% from 0.75% to 0.65% of average daily net assets.

    Mend: correct one of the three.
    """
    for words, sentence, moved in _moves(subject):
        by = list(_BY.finditer(sentence))
        if len(by) != 1 or not _of_one_clause(sentence, moved, by[0]):
            continue
        old, new = Decimal(moved["old"]), Decimal(moved["new"])
        stated = Decimal(by[0]["by"]) / (1 if by[0]["unit"] == "%" else 100)
        share = (abs(new - old) * 100 / old).quantize(_CENT, ROUND_HALF_UP) if old else None
        if stated not in (abs(new - old), share) and (share is None or abs(stated - share) >= 1):
            message = f"from {old}% to {new}% is a change of {abs(new - old)}%"
            yield Breach(words.path, message, words=by[0][0])


def direction(subject: Subject) -> Iterator[Breach]:
    """A percentage is said to fall and rises, or the other way about.

    NUM-18 | error | likely | arithmetic

    Looks for clauses with from one percentage to another after one verb or noun for falling or rising. Down or up
    before them decide; ranges, verbs such as goes and moves, and what other clauses say are left alone.

    Why: the two figures are swapped, or the word is wrong; the reader learns the opposite.

    Fails:

        - The management fee is reduced from 0.65% to 0.75% of average daily net assets.

    Mend: swap the figures, or correct the word.
    """
    for words, sentence, moved in _moves(subject):
        clause = _clauses(sentence[: moved.start()])[-1].rstrip()
        falls, rises = _FALLS.search(clause), _RISES.search(clause)
        old, new = Decimal(moved["old"]), Decimal(moved["new"])
        if _NO_MOVE.search(clause) and not clause.endswith((" down", " up")):
            continue
        if falls and not rises and new > old:
            yield Breach(words.path, f"from {old}% to {new}% is no fall", words=moved[0])
        elif rises and not falls and new < old:
            yield Breach(words.path, f"from {old}% to {new}% is no rise", words=moved[0])


def _moves(subject: Subject) -> Iterator[tuple[Words, str, re.Match[str]]]:
    """The sentences with one move from a percentage to another."""
    for words in subject.prose:
        if words.text.count("%") < 2 or "from" not in words.text:
            continue
        for sentence in sentences(words.text):
            moves = list(_FROM_TO.finditer(sentence))
            if len(moves) == 1:
                yield words, sentence, moves[0]


def _clauses(words: str) -> list[str]:
    """Words split where one clause ends and another begins; days do not end one."""
    return _CLAUSE_ENDS.split(_ON_A_DAY.sub("", words))


def _of_one_clause(sentence: str, moved: re.Match[str], by: re.Match[str]) -> bool:
    """Whether a difference is said of a move: both in one clause, or the difference in a few words right after it."""
    between = sentence[min(by.end(), moved.end()) : max(by.start(), moved.start())]
    if _OF_A_SLICE.search(between + sentence[by.end() : by.end() + 40].partition(",")[0]):
        return False
    if by.start() > moved.start():
        return bool(_NEXT_TO_IT.fullmatch(between))
    return len(_clauses(between.rstrip(", "))) == 1
