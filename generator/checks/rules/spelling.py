"""Rules about slips of typing that can be told without knowing what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.breach import Breach
from generator.checks.rules._marked import marked, marked_prose, whole
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.patterns import late

#: A hyphen with a blank on one side only; what follows `and` or `or` is a hyphen that waits for its word.
_BROKEN = late(r"(?:- (?!(?:and|or|to|nor|but|versus|than)\b)(?!(?<!pass- )through\b)| -)([a-z]{2,}|1\b)")
_LAST_WORD = late(r"\w+$")
#: First parts of compounds: with one of these, nothing but a blank is wrong.
_FIRST_PARTS = frozenset({
    "large", "small", "mid", "micro", "multi", "all", "non", "self", "long", "short", "high", "low", "medium", "tax",
    "pass", "day", "year", "well", "third", "co", "sub", "semi", "anti", "fixed", "floating", "cross", "full",
    "risk", "market", "asset", "mortgage", "inflation", "interest", "below", "above", "ex", "investment", "dollar",
    "open", "closed", "in", "on", "off", "follow", "start", "buy", "sell", "net", "per", "pre", "post", "re", "two",
    "three", "five", "ten", "12b",
})  # fmt: skip
#: Prefixes that are no words of their own.
_PREFIX = late(r"(?<![\w&-])(self|non|sub|semi|multi|quasi|co) (?!(?:and|or|is|was|nom|judice)\b)([a-z]{3,})")
_PREFIXES = ("self ", "non ", "sub ", "semi ", "multi ", "quasi ", "co ")
_TWICE_ALLOWED = frozenset({"that", "had", "no", "walla", "pago", "bora", "sing", "baden"})
_TWICE = late(r"(?<![\w'\u2019-])([a-z]{2,}) \1(?![\w'\u2019-])")
_DOUBLED = late(r"(?<!\.)(?:\.\.(?!\.)|,,|;;|::|,\.|\.,$)")
#: The mark of a list item or note, which needs no opening bracket.
#: How many texts later a bracket of a document that was read may be closed.
_APART = 3
_BRACKET = late(r"[()\[\]]")
_ALONE = "write its partner, or take it out"
_ITEM = late(r"(?<![\w(*])(?:[A-Za-z]|\d{1,2}|[ivx]{1,4}|\*{1,3}|\"\*+)\)")
_BLANK_BEFORE = late(r"([\w%)]+) ([,;:.])(?=\s|$)")
_NO_BLANK_AFTER = late(r"\b([a-z]{2,})([,;])([a-z]{2,})\b|\b([a-z]{4,})(\.)((?:The|This|In|It|A|An|If|As|For|These)\b)")
_CLOSE_BY = late(r"[,;.][A-Za-z](?<=[a-z]..)")
_A = late(
    r"(?:(?<= )a|(?:^|(?<=[.!?] ))A) "
    r"((?!one\b|once\b|one-|eu|of\b|or\b|and\b|is\b|in\b|at\b|as\b|on\b|if\b|are\b|into\b|any\b|all\b)[aeio][a-z]+)"
)
_AN = late(
    r"(?:(?<= )an|(?:^|(?<= ))An) ((?!hour|honest|hono|heir|herb|historic|homage|f\b)[bcdfghjklmnpqrstvwxyz][a-z]{2,})"
)
#: Texts that begin with a sentence.
_BEGINS = late(r"\.(?:paragraph|bio|reason|notes\.[\w-]+(?:\.text)?|risks\[\d+\]\.text|facts\[\d+\])$")
_SMALL_WORD = late(r"[a-z]+(?![\w-])")
_STOP_SMALL = late(r"\. [a-z]")
_SMALL = late(r"\b([a-z]{4,})\. ([a-z]{2,})\b(?!\.)")
_SHORT_FORMS = frozenset(
    {"approx", "incl", "excl", "corp", "dept", "bros", "assn", "intl", "govt", "cert", "figs", "nos"}
)

#: Words that are another's slip, each with where it is one (nothing: everywhere) and what is meant.
_CONFUSED: dict[str, tuple[str, str]] = {
    "principle": (r"principle (?=investment|risk|strateg|office|executive|amount|underwriter)", "principal "),
    "it's": (
        r"it's (?=investment|objective|name|assets|net|shares|total|own|fees?\b|holdings|portfolio|adviser)",
        "its ",
    ),
    "affective": (r"affective (?=immediately|date|on\b|as of|[A-Z])", "effective "),
    "affect": (r"adverse affect", "adverse effect"),
    "effect": (r"(?:adversely|negatively|materially) effect(?= )", ""),
    "loose": (r"(?:may|could|can|will|might|to) loose (?=money|value|all|some|part)", ""),
    "annul": (r"annul (?=fund|report|operating|rate|total)", "annual "),
    "form": (r"form time to time", "from time to time"),
    "then": (
        r"\b(?:more|less|greater|higher|lower|rather|other|fewer|later|earlier) then (?=the|a|an|one|\$?\d|in|on)",
        "",
    ),
    "capitol": (r"capitol (?=gain|appreciation|loss)", "capital "),
    "council": (r"(?:legal|independent|fund) council\b", ""),
    "forgoing": (r"the forgoing", "the foregoing"),
    "statue": (r"statue", "statute"),
    "pubic": (r"pubic", "public"),
    "prospecti": (r"prospecti", "prospectuses"),
    "perspectus": (r"perspectus", "prospectus"),
}
_MISSPELLED = {
    "recieve": "receive", "recieved": "received", "recieves": "receives", "seperate": "separate",
    "seperately": "separately",
    "occured": "occurred", "occurence": "occurrence", "accomodate": "accommodate", "untill": "until",
    "managment": "management", "invesment": "investment", "investement": "investment", "securites": "securities",
    "securties": "securities", "expences": "expenses", "maturites": "maturities", "morgage": "mortgage",
    "shareholer": "shareholder", "sharholders": "shareholders", "shareholers": "shareholders", "tranfer": "transfer",
    "prospectuss": "prospectuses", "supercede": "supersede", "supercedes": "supersedes", "adivser": "adviser",
    "benificial": "beneficial", "dividened": "dividend", "liquididation": "liquidation",
}  # fmt: skip
_IN_PLACE = {
    "effect": ("effect", "affect"), "loose": ("loose", "lose"), "then": ("then", "than"),
    "council": ("council", "counsel"),
}  # fmt: skip
_STOPS = ".,;:"
_SLIPS = frozenset(word + stop for word in (*_CONFUSED, *_MISSPELLED) for stop in ("", *_STOPS))


def broken_compound(subject: Subject) -> Iterator[Breach]:
    """A compound is broken: a blank beside its hyphen, or in place of it.

    TXT-01 | warning | likely | house rule: a text has no traces of its typesetting

    Looks for a hyphen with a blank on one side that waits for no second word ("small- and mid-cap" is right), and for
    prefixes that stand alone, such as `self` and `non`.

    Why: it is what is left of a line that was once broken there, and a search does not find the word.

    Fails:

        content: The team manages large- cap and small-cap portfolios, some of them non diversified.

    Mend: `--fix` joins the parts where they are known to be a compound.
    """
    for words in marked(subject, "- ", " -"):
        for one in _BROKEN.finditer(words.text):
            first = _LAST_WORD.search(words.text[: one.start()])
            if first and len(first[0]) > 1 and not first[0].isdigit():
                found, sure = first[0] + one[0], first[0].lower() in _FIRST_PARTS
                mend = f"{first[0]}-{one[1]}" if sure else None
                yield Breach(words.path, f"{found!r} is broken", words=found, mend=mend)
    for words in marked_prose(subject, *_PREFIXES):
        for one in _PREFIX.finditer(words.text):
            message = f"{one[1]!r} is no word of its own"
            yield Breach(words.path, message, words=one[0], mend=f"{one[1]}-{one[2]}")


def doubled(subject: Subject) -> Iterator[Breach]:
    """A word or a stop stands twice, or a bracket or quote has no partner.

    TXT-03 | warning | likely | house rule: a text is read once more before it is filed

    Compares neighbouring words without regard to case ("that that" and "had had" are let pass), neighbouring stops,
    and in each text counts brackets and quotes; the marks of list items need no opening bracket, and a quotation may
    go on in the next paragraph.

    Why: whoever edits a sentence leaves the old word or bracket behind.

    Fails:

        content: The Fund may invest in in bonds (and in cash.

    Mend: take away what stands twice, as `--fix` does; write the partner of a bracket or quote, or take it out.
    """
    bare = whole(subject).lower().replace(",", "").replace(".", "").split()
    for words in subject.words if any(map(str.__eq__, bare, bare[1:])) else ():
        yield from _doubled_words(words, subject) if words.role not in ("cell", "line") else ()
    for words in marked(subject, "..", ",,", ";;", "::", ",.", ".,"):
        for stop in _DOUBLED.finditer(words.text):
            found = words.text[words.text.rfind(" ", 0, stop.start()) + 1 : stop.end()]
            what = "stands twice" if stop[0][0] == stop[0][1] else "are two stops"
            right = "." if "." in stop[0] else stop[0][0]
            yield Breach(words.path, f"{stop[0]!r} {what}", words=found, mend=found[:-2] + right)
    yield from _without_partner(subject)


def _doubled_words(words: Words, subject: Subject) -> Iterator[Breach]:
    """Breaches where a word stands twice; in a document that was read, words with capitals may come from a table."""
    for one in _TWICE.finditer(words.text.lower()):
        first, second = words.text[slice(*one.span())].split()
        if one[1] not in _TWICE_ALLOWED and not (subject.read and second[0].isupper()):
            yield Breach(words.path, f"{first!r} stands twice", words=f"{first} {second}", mend=first)


def _without_partner(subject: Subject) -> Iterator[Breach]:
    """Breaches where brackets of one side, or quotes, are left over."""
    for words, at in _alone(subject):
        start, end = words.text.rfind(" ", 0, at) + 1, (words.text + " ").index(" ", at)
        yield Breach(words.path, "a bracket has no partner", _ALONE, words=words.text[start:end])
    for words in subject.prose:
        text = words.text
        curly = text.count("\u201c") != text.count("\u201d")
        if (curly or text.count('"') % 2) and text[:1] not in '"\u201c' and text[-1:] not in '"\u201d':
            yield Breach(words.path, "a quote has no partner", _ALONE)


def _alone(subject: Subject) -> list[tuple[Words, int]]:
    """The brackets without a partner with their texts.

    Why not each text by itself: in a document that was read, the end of a page may stand between two brackets.
    """
    found: list[tuple[int, Words, int]] = []
    for number, words in enumerate(subject.prose):
        for at in (*_left_over(words.text, "()"), *_left_over(words.text, "[]")):
            opened = found[-1] if subject.read and words.text[at] in ")]" and found else None
            if opened and opened[1].text[opened[2]] in "([" and number - opened[0] <= _APART:
                found.pop()
            else:
                found.append((number, words, at))
    return [(words, at) for _, words, at in found]


def _left_over(text: str, pair: str) -> list[int]:
    """The places of the brackets without a partner; the mark of a list item or note needs none."""
    if pair[0] not in text and pair[1] not in text:
        return []
    waiting: list[int] = []
    alone: list[int] = []
    for one in _BRACKET.finditer(text):
        if one[0] == pair[0]:
            waiting.append(one.start())
        elif one[0] == pair[1] and waiting:
            waiting.pop()
        elif one[0] == pair[1]:
            alone.append(one.start())
    found = [*alone, *waiting]
    return found if not found or text == (bare := _ITEM.sub("", text)) or _left_over(bare, pair) else []


def blank_and_stop(subject: Subject) -> Iterator[Breach]:
    """A blank stands before a comma or stop, or none after it.

    TXT-10 | warning | certain | house rule: a text has no traces of its typesetting

    Looks in prose for a word, a blank and one of `, ; : .`, and for two words with nothing but one of these between.

    Why: it shows in every format, and two words that are not told apart are not found by a search.

    Fails:

        content: The Fund invests in bonds , notes,bills and cash.

    Mend: `--fix` sets the blank right.
    """
    for words in marked_prose(subject, " ,", " ;", " :", " ."):
        for one in _BLANK_BEFORE.finditer(words.text):
            message = f"a blank stands before {one[2]!r}"
            yield Breach(words.path, message, words=one[0], mend=one[1] + one[2])
    for words in subject.prose:
        text = words.text
        for one in _NO_BLANK_AFTER.finditer(text) if _CLOSE_BY.search(text) else ():
            before, stop, after = (part for part in one.groups() if part)
            yield Breach(words.path, f"no blank after {stop!r}", words=one[0], mend=f"{before}{stop} {after}")


def confused_word(subject: Subject) -> Iterator[Breach]:
    """A word is misspelled, or stands for another that sounds like it.

    TXT-12 | warning | likely | house rule: a text is read once more before it is filed

    Looks for a short list of slips that a spelling checker lets pass or that are frequent in this field: `principle
    risks`, `it's investment objective`, `more then`, `recieve`.

    Why: "principle risks" is in a heading of the form, and readers notice.

    Fails:

        content: The principle risks of the Fund are told below. It's investment objective does not change.

    Mend: `--fix` writes the word that is meant.
    """
    for words in subject.words if not _SLIPS.isdisjoint(whole(subject).lower().split()) else ():
        for word in {one.rstrip(_STOPS) for one in _SLIPS.intersection(words.text.lower().split())}:
            pattern, right = _CONFUSED.get(word) or (rf"\b{word}\b", _MISSPELLED.get(word, ""))
            for one in re.finditer(pattern, words.text, re.IGNORECASE):
                wrong, instead = _IN_PLACE.get(word, (one[0].lower(), right))
                shown = one[0].strip()
                mend = _in_case(shown, one[0].lower().replace(wrong, instead).strip())
                yield Breach(words.path, f"{shown!r} may be meant as {mend!r}", words=shown, mend=mend)


def _in_case(like: str, word: str) -> str:
    """A word with a capital where another has one."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def wrong_article(subject: Subject) -> Iterator[Breach]:
    """The article does not go with the word after it.

    TXT-13 | warning | likely | house rule: a text is read once more before it is filed

    Looks for `a` before a vowel and `an` before a consonant; words that begin with another sound than letter (`a
    one-time fee`, `an hour`) and words with capitals are let pass.

    Why: it is left over where the word after it was changed.

    Fails:

        content: The Adviser has entered into a agreement with an new sub-adviser.

    Mend: `--fix` writes the other article.
    """
    for words in marked_prose(subject, " a ", " an ", "A ", "An "):
        for pattern, right in ((_A, "an"), (_AN, "a")):
            for one in pattern.finditer(words.text):
                mend = _in_case(one[0], f"{right} {one[1]}")
                yield Breach(words.path, f"{one[0]!r} takes {right!r}", words=one[0], mend=mend)


def small_beginning(subject: Subject) -> Iterator[Breach]:
    """A sentence begins with a small letter.

    TXT-14 | warning | likely | house rule: a text is read once more before it is filed

    Looks in prose for a word of four letters and more, a full stop, a blank and a small letter; short forms are let
    pass. In what its author typed, also at the first letter of a paragraph, a biography, a note or a reason that ends
    in a full stop, unless a paragraph goes on after a list or a table.

    Why: either the stop or the letter is a slip, and the reader does not know which.

    Fails:

        content: The Fund is closed. shareholders may still redeem their shares.

    Mend: write a capital, or take the stop away.
    """
    for words in subject.prose:
        for one in _SMALL.finditer(words.text) if _STOP_SMALL.search(words.text) else ():
            if one[1] not in _SHORT_FORMS:
                yield Breach(words.path, f"{one[2]!r} begins a sentence with a small letter", words=one[0])
    going_on = {
        after.path
        for before, after in pairwise(subject.blocks)
        if before.number == after.number and (before.kind != "paragraph" or before.body[-1:] not in ".?!")
    }
    for words in () if subject.read else subject.prose:
        whole_text = words.text[-1:] == "." and words.text.count(" ") >= 3 and _BEGINS.search(words.path)
        if whole_text and words.path not in going_on and (small := _SMALL_WORD.match(words.text)):
            yield Breach(words.path, f"{small[0]!r} begins a sentence with a small letter", words=small[0])
