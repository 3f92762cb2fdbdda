"""The parts of a backwards reading: each matches tokens from a position and goes on with what follows.

A matcher gets the text, a position, what was found so far and a continuation; it answers what the
continuation answers, or False where nothing fits. So a choice made early is taken back when words that
come later do not fit it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeAlias

from generator.document.ascii import spelling
from generator.model.phrases import SHORT_ENDS, alike
from generator.patterns import late
from generator.wording import tokens as t
from generator.wording.effort import LONG, spend
from generator.wording.joints import ARTICLE_AHEAD, may_be_left_out, without_article
from generator.wording.needed import Needs, block_end, may_stand
from generator.wording.types import ValueType, read_value


@dataclass(frozen=True, slots=True)
class Binding:
    """One thing that a match found; the chain of them is the match so far."""

    path: str
    value: Any
    before: Binding | None


State: TypeAlias = Binding | None
Then: TypeAlias = Callable[[int, State], State | bool]
Matcher: TypeAlias = Callable[[str, int, State, Then], State | bool]
Assumption: TypeAlias = Callable[[State], State | bool]
#: A branch: the words that it needs, what must be so in it, and its matcher.
Option: TypeAlias = tuple[Needs, Assumption, Callable[[], Matcher]]


def bound(path: str, state: State) -> Binding | None:
    """What was found at a path before, None where nothing was."""
    while state is not None:
        if state.path == path:
            return state
        state = state.before
    return None


def agrees(path: str, value: Any, state: State) -> bool:
    """Whether nothing else was found at a path before: one template may show one value in several places."""
    before = bound(path, state)
    return before is None or bool(before.value == value)


#: Ways of reading one turn of a loop that are tried, and steps through all turns.
MOST_WAYS, MOST_STEPS = 16, 1000

_TOKEN = re.compile(f"[{t.ANY_TOKEN}]")
#: Words before a stop that ends no sentence, and those before one that can end a name.
_SHORT_FORM = re.compile(r"\b(?:[A-Z]|Mrs?|Ms|Dr|St|No)\.\Z")
_SHORT_END = re.compile(rf"\b(?:{'|'.join(map(re.escape, SHORT_ENDS))})\.\Z")
#: A blank of a template's own words, which may be missing beside structure or another blank.
BLANK = rf"(?:\s+|(?<![^\s{t.ANY_TOKEN}])|(?![^{t.ANY_TOKEN}]))"
_FREE = re.compile(f"[^{t.ANY_TOKEN}]+")
#: The sign that a pattern of words begins with.
_SIGN = re.compile(r"\w|[,;:]|\\[^\w\s]")


@dataclass(frozen=True, slots=True)
class Literal:
    """Words that must stand; a blank beside structure or another blank may be missing, typography may be ASCII.

    An article at their end is left out before a value that has one (see `joints`).
    """

    pattern: re.Pattern[str]
    ahead: str  # the source of a pattern of all ways in which they may stand
    without_article: re.Pattern[str] | None = None

    def __call__(self, text: str, at: int, state: State, then: Then) -> State | bool:
        found = self.pattern.match(text, at)
        result = then(found.end(), state) if found else False
        if result is False and self.without_article and (found := self.without_article.match(text, at)):
            return then(found.end(), state)
        return result


def literal(data: str, follow: str | None = None) -> Literal:
    """The matcher of a template's own words; `follow` is the pattern of all that may stand after them."""
    words = _plain(data)
    whole, bare = "".join(literal_parts(data)), without_article(words)
    if bare is None or (follow is not None and not re.match(follow, "The ")):
        return Literal(late(whole), whole)
    less = "".join(literal_parts(bare)) + ARTICLE_AHEAD
    begins = BLANK if whole.startswith(BLANK) and less.startswith(BLANK) else ""
    ahead = f"{begins}(?:{whole.removeprefix(begins)}|{less.removeprefix(begins)})"
    return Literal(late(whole), ahead, late(less))


def _plain(data: str) -> str:
    """A template's own words without bold, italics and line ends."""
    return re.sub(r"\s+", " ", re.sub(f"[{t.STRONG}{t.EMPHASIS}]", "", data).replace(t.BREAK, " "))


@lru_cache(maxsize=1024)
def literal_parts(data: str) -> tuple[str, ...]:
    """The pattern of a template's own words, a part for each character."""
    data = _plain(data)
    parts = [_character(c) if c.strip() else r"\s+" for c in data]
    for at, part in enumerate(parts):
        beside = "".join(parts[max(at - 1, 0) : at] + parts[at + 1 : at + 2])
        if part == r"\s+" and (at in (0, len(parts) - 1) or _TOKEN.search(beside)):
            parts[at] = BLANK
    if left_out := may_be_left_out(data):
        start, end, behind = left_out
        parts[start:end] = [f"(?:{''.join(parts[start:end])}|{behind})"]
    return tuple(parts)


def _character(character: str) -> str:
    """The pattern of a character or its spelling; the blank of `Section ` is one with a blank that was typed."""
    plain = spelling(character)
    if plain is None or plain == character:
        return re.escape(character)
    first, last = (r"\ ?" if blank else "" for blank in (plain.startswith(" "), plain.endswith(" ")))
    return f"(?:{re.escape(character)}|{first}{re.escape(plain.strip())}{last})"


@dataclass(frozen=True, slots=True)
class Slot:
    """A value of a type whose pattern says where it ends."""

    path: str
    kind: ValueType
    pattern: re.Pattern[str]

    def __call__(self, text: str, at: int, state: State, then: Then) -> State | bool:
        found = self.pattern.match(text, at)
        value = read_value(self.kind, found[1]) if found else None
        if value is None or found is None or not agrees(self.path, value, state):
            return False
        return then(found.end(), Binding(self.path, value, state))


def _abbreviated(text: str, at: int, end: int) -> int:
    """How unlikely it is that words end before their last stop: 0 for the usual, 2 for an initial."""
    if end == len(text) or text[end] != ".":
        return 0
    words = text[max(at, end - 8) : end + 1]
    return 2 if _SHORT_FORM.search(words) else 1 if _SHORT_END.search(words) else 0


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A slot of any words, within its block or cell: the shortest run first that what follows allows, or the longest.

    A run that ends in an initial or a short form before a stop (`J.P.`, `Inc.`) is tried after the others.
    """

    path: str
    kind: ValueType
    words: re.Pattern[str]
    until: str | None = None  # the pattern of the template's own words, where they are next
    follow: str | None = None  # see `follow`

    def __call__(self, text: str, at: int, state: State, then: Then) -> State | bool:
        found = self.words.match(text, at)
        if not found:
            return False
        before = bound(self.path, state)
        for end in self.likely(text, at, found.end()):
            spend(1 + (end - at) // LONG)
            words = text[at:end].strip()
            value = words if self.kind.takes_any else read_value(self.kind, words)
            if value and before is not None and value != before.value and alike(value, before.value):
                value = max(value, before.value, key=len)  # the other stands beside words that took its place
            elif not value or (before is not None and value != before.value):
                continue
            if (result := then(end, Binding(self.path, value, state))) is not False:
                return result
        return False

    def likely(self, text: str, at: int, last: int) -> Iterator[int]:
        """Where the words may end, the likeliest first: where the whole run is, the others are not looked for yet."""
        ends, first = self.ends(text, at, last), []
        if not self.kind.greedy and (end := next(ends, None)) is not None:
            if end == last:
                spend(1)
                yield end
            else:
                first = [end]
        found = [*first, *ends]
        spend(1 + len(found))
        if text.find(".", at, found[-1] + 1 if found else at) >= 0:
            found.sort(key=lambda end: _abbreviated(text, at, end))
        yield from found[::-1] if self.kind.greedy else found

    def ends(self, text: str, at: int, last: int) -> Iterator[int]:
        """Where the words may end: before what must follow, else the whole run, else at each word's end."""
        if self.until is not None and not _pattern(self.until).match(""):
            far = last + len(self.until) + 2
            yield from _before(self.until, text, at, last, far)
            if _pattern(self.until).match(text, last, far):
                yield last
        elif self.follow is None:
            yield last
            for end in range(at + 1, last):
                if not (text[end - 1].isalnum() and text[end].isalnum()):
                    yield end
        else:
            far = block_end(text, block_end(text, block_end(text, last)))  # `follow` tells of one block or two
            if _pattern(self.follow).match(text, last, far):
                yield last
            for end in _before(self.follow, text, at, last, far):
                if not (text[end - 1].isalnum() and text[end].isalnum()):
                    yield end


def _before(pattern: str, text: str, at: int, last: int, far: int) -> Iterator[int]:
    """Where a pattern stands between two positions; nothing of it stands behind `far`.

    Why: to look to the end of the document for words that stand in no other block took a quarter of all reading.
    """
    for found in _within(pattern).finditer(text, at + 1, far):
        if found.start() >= last:
            return
        yield found.start()


@lru_cache(maxsize=1024)
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


@lru_cache(maxsize=1024)
def _within(source: str) -> re.Pattern[str]:
    """What is found in a run of words wherever a pattern stands, also where two stands overlap.

    A blank that it begins with is there: it may be missing behind another, and that one is no part of the run. Why the
    first sign stands alone: what begins with a condition is tried at each place, what begins with a sign is looked for.
    """
    if source.startswith(BLANK):
        return re.compile(rf"\s(?=\s*{source.removeprefix(BLANK)})")
    sign = _SIGN.match(source)
    return re.compile(f"{sign[0]}(?={source[sign.end() :]})" if sign else f"(?={source})")


def slot(path: str, kind: ValueType, follow: str | None = None) -> Matcher:
    """The matcher of a value shown by its type; `follow` is the pattern of all that may stand after it."""
    if kind.free:
        return FreeSlot(path, kind, _FREE, follow=follow)
    return Slot(path, kind, late(slot_pattern(kind)))


def slot_pattern(kind: ValueType) -> str:
    """The pattern of a value of a type that says where it ends."""
    return f"{t.VALUE}?({kind.pattern})" if kind.name == "marks" else f"({kind.pattern})"


def chain(parts: list[Matcher]) -> Matcher:
    """Some matchers, one after the other."""
    if not parts:
        return lambda text, at, state, then: then(at, state)
    first, following = parts[0], chain(parts[1:])
    if len(parts) == 1:
        return first
    if isinstance(first, FreeSlot) and isinstance(parts[1], Literal):
        first = replace(first, until=parts[1].ahead)
    return lambda text, at, state, then: first(text, at, state, lambda end, now: following(text, end, now, then))


def choice(options: list[Option]) -> Matcher:
    """The first option whose assumption holds and whose words, and all that follow, fit."""

    def matcher(text: str, at: int, state: State, then: Then) -> State | bool:
        spend(len(options))
        for needs, assume, body in options:
            if not may_stand(needs, text, at):
                continue
            assumed = assume(state)
            if not isinstance(assumed, bool) and (result := body()(text, at, assumed, then)) is not False:
                return result
        return False

    return matcher


def inline_loop(turn: Callable[[int, bool], Matcher]) -> Matcher:
    """Turn after turn within a block, as many as fit; `turn` gives the matcher of a turn, last or not."""

    def matcher(text: str, at: int, state: State, then: Then, index: int = 0) -> State | bool:
        def go_on(end: int, now: State) -> State | bool:
            return False if end == at else matcher(text, end, now, then, index + 1)

        result = turn(index, False)(text, at, state, go_on)
        if result is False:
            result = turn(index, True)(text, at, state, then)
        return then(at, state) if result is False and index == 0 else result

    return matcher


def block_loop(turn: Callable[[int, bool], Matcher]) -> Matcher:
    """Turn after turn, each a block or row of its own: as many as fit, fewer where what follows needs them.

    Why no recursion: a table has more rows than a call stack has room for.
    """

    def matcher(text: str, at: int, state: State, then: Then) -> State | bool:
        turns = [(at, state, _ways(turn(0, False), text, at, state))]
        for _ in range(MOST_STEPS):
            at, state, ways = turns[-1]
            if ways:
                end, now = ways.pop(0)
                turns.append((end, now, _ways(turn(len(turns), False), text, end, now)))
                continue
            turns.pop()
            result = then(at, state)
            if result is not False or not turns:
                return result
        return False

    return matcher


def _ways(matcher: Matcher, text: str, at: int, state: State) -> list[tuple[int, State]]:
    """The ways in which one turn can be read that ends before structure, the likeliest first, no more than a few."""
    found: list[tuple[int, State]] = []

    def note(end: int, now: State) -> State | bool:
        if end > at and (end == len(text) or _TOKEN.match(text, end)):
            found.append((end, now))
        return Binding("", end, now) if len(found) == MOST_WAYS else False

    matcher(text, at, state, note)
    return found
