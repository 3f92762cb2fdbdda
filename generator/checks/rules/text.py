"""Rules about prose as a whole: what is left over, too long, too sure or without an aim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.breach import Breach
from generator.checks.rules._days import MONTHS
from generator.checks.rules._marked import marked, marked_prose
from generator.checks.sentences import sentence_of, sentences
from generator.checks.subject import LISTING, Subject
from generator.patterns import late

#: Words of a sentence above which it is long, and above which it is hard to follow.
LONG, TOO_LONG = 45, 60

_TO_AN_ARTICLE = late(r"\b[A-Za-z]+[a-z]-(?:The|An?) [A-Z][a-z]+")
_BETWEEN_BLANKS = late(r"[A-Za-z)]+ - [A-Za-z(]+")
_LEGALESE = late(
    r"\b(?:[Hh]ereby|[Hh]erein|hereof|hereto|hereunder|hereinafter|heretofore|thereof|therein|thereto|thereunder|aforementioned)\b"
)
_MARKS = (
    "[", "TBD", "TBC", "TBA", "NTD", "TO COME", "YYYY", "XX", "__", "??", "{{", "<<", "\u25cf", "#REF", "#N/A",
    "orem ipsum", "to come", "xx",
)  # fmt: skip
#: A figure or a day in brackets: what is not final yet. A bare number there is a note or a reference.
_NOT_FINAL = (
    r"\$?\[\$?\d[\d,]*\.?\d*\]%|\$\[\d[\d,.]*\]|\[(?:\$\d[\d,.]*|\d[\d,.]*%)(?: (?:million|billion))?\]"
    rf"|\[(?:{'|'.join(MONTHS)})(?: \d{{1,2}}(?:, \d{{4}})?| \d{{4}})\]"
)
_PLACEHOLDER = late(
    r"\[(?:[\s_.\u25cf\u2022*?\u2026-]*|(?i:insert|add|date|day|month|year|name|fund|class|amount|number|address|title|tbd"
    r"|tbc|tba|to come|to be|xx+|percent|rate|page|ticker|symbol|cusip|price|telephone|phone|website|ntd|note to"
    r"|confirm|verify|update)\b[^\]]{0,80})\]|\bTBD\b|\bTBC\b|\bNTD\b"
    r"|(?:(?<=\bis )|(?<=: ))TBA(?=[.,;)]|$)|^TBA$|(?:^|(?<=[a-z.:,(] ))TO COME\b"
    r"|\b(?:MM|DD|mm|dd)/(?:MM|DD|mm|dd)/(?:YY|yy){1,2}\b|\bYYYY\b"
    rf"|{_NOT_FINAL}"
    r"|(?<!Article )(?<!Section )(?<!Title )(?<!Part )(?<!Chapter )(?<!Appendix )\b(?:20)?XX+\b|\bX+\.X+%|\bx+\.x+%"
    r"|_{2,}|\?{2,}|\{\{|<<|\u25cf%?|#REF!|#N/A|[Ll]orem ipsum|\([Tt]o come\)|\b20xx\b"
)
_ABSOLUTE = late(
    r"\bwithout limit\b|\bno risks?\b|\bwithout (?:any )?risks?\b|\brisk-free (?:investments?|returns?)\b"
    r"|\bguarantee[sd]?\b|\beliminates? (?:all |any |the )?risks?\b"
    r"|\b(?:cannot|can not|will not|will never|can never) (?:lose|decline|fall)\b"
    r"|\b(?:always|never) (?:outperforms?|loses?|declines?|falls?)\b"
)
_ABSOLUTE_MARKS = (
    "without",
    "no risk",
    "risk-free",
    "uarantee",
    "eliminate",
    "always ",
    "never ",
    "not lose",
    "not decline",
    "not fall",
)
#: What turns such a word around, or makes it a matter of law: before it, in the same sentence.
_TURNED = late(r"\b(?:no|not|nor|neither|cannot|never|without|insured|issued|backed|government|credit|fees?)\b", re.I)
_REFERS = late(
    r"\b(?:[Ss]ee|[Rr]efer to|(?:[Dd]escribed|discussed|set forth|contained) (?:in|under))\b[^.;\"\u201c]{0,60}"
    r"[\"\u201c]([^\"\u201c\u201d]{2,80}?),?[\"\u201d]"
)
_DOCUMENT = late(
    r"prospectus|\bSAI\b|statement of additional|report|appendix|supplement|below|above|website|\bItem\b|Rule\b", re.I
)
_PAGE = late(
    r"[-\u2013\u2014]\s?\d{1,3}\s?[-\u2013\u2014]|Page \d{1,3}(?: of \d{1,3})?|<PAGE>"
    r"|\(?continued(?: on next page)?\)?|\d{1,3}",
    re.IGNORECASE,
)
_PAGE_INSIDE = late(r"(?<=[a-z,.]) - \d{1,3} - (?=[A-Za-z])|<PAGE>|\b[Pp]age \d{1,3} of \d{1,3}\b")


def hyphen_for_a_dash(subject: Subject) -> Iterator[Breach]:
    """A hyphen stands for a dash.

    TXT-02 | info | likely | house rule: a dash is typed as a dash, or as two hyphens

    Looks for a hyphen that joins a word to `The` or `A`, in prose, headings and the names of sections; in what an
    author typed, also for one between blanks, which in a document from elsewhere is the dash of its alphabet.

    Why: in print a hyphen ties two words together, and the two parts of a heading are to be told apart.

    Fails:

        location: {section: Management-The Manager}

    Mend: write the parts as a list, `[Management, The Manager]`, or type a dash.
    """
    for words in marked(subject, " - ", "-The ", "-A ", "-An "):
        if words.role == "cell":
            continue
        found = _TO_AN_ARTICLE.search(words.text) or (None if subject.read else _BETWEEN_BLANKS.search(words.text))
        if found:
            yield Breach(words.path, f"the hyphen in {found[0]!r} stands for a dash", words=found[0])


def long_sentence(subject: Subject) -> Iterator[Breach]:
    """A sentence is long, or speaks as a deed does.

    TXT-04 | info | certain | Rule 421(b) and (d) under the Securities Act: short sentences, everyday words

    Counts the words of each sentence of prose: more than 45 are long, more than 60 hard to follow. Looks for words
    such as `hereby` and `thereof`, once in a text.

    Why: the plain English rule asks for short sentences and everyday words in the summary and the risks.

    Fails:

        content: The Fund hereby closes.

    Mend: make two sentences, or a list; leave the word out.
    """
    for words in subject.prose:
        for sentence in sentences(words.text) if words.text.count(" ") >= LONG else ():
            count = len(sentence.split())
            if count > LONG:
                message = f"a sentence of {count} words" + (", which is hard to follow" if count > TOO_LONG else "")
                yield Breach(words.path, message, words=" ".join(sentence.split()[:6]))
    for words in marked_prose(subject, "here", "aforementioned"):
        old = _LEGALESE.search(words.text)
        if old and not old[0].isupper():
            yield Breach(words.path, f"{old[0]!r} is no everyday word", words=old[0])


def placeholder(subject: Subject) -> Iterator[Breach]:
    """A placeholder is left.

    TXT-05 | error | likely | house rule: nothing is filed that is still to be written

    Looks in every text for brackets with nothing, an instruction, a percentage, an amount or a day in them, `TBD`,
    `XX`, rows of underscores and the marks of spreadsheets and drafts.

    Why: a filing with `[date]` in it has to be filed again.

    Fails:

        content: The Fund will be closed on [date] at a rate of __%.

    Mend: write what is to stand there, or take the sentence out.
    """
    for words in marked(subject, *_MARKS):
        for found in _PLACEHOLDER.finditer(words.text):
            yield Breach(words.path, f"{found[0]!r} is a placeholder", words=found[0])


def too_sure(subject: Subject) -> Iterator[Breach]:
    """A sentence promises what no fund can.

    TXT-06 | warning | possible | Rule 156 under the Securities Act

    Looks in prose for `guarantee`, `without limit`, `no risk` and the like. Sentences that say the contrary, or speak
    of a guarantee by a government or insurer, are let pass.

    Why: such words are what a regulator reads first, and "without limit" raises the question of concentration.

    Fails:

        content: The Fund may invest without limit in one industry and guarantees a steady income.

    Mend: say what the fund seeks, and state the limit that there is.
    """
    for words in marked_prose(subject, *_ABSOLUTE_MARKS):
        for found in _ABSOLUTE.finditer(words.text):
            sentence = sentence_of(words.text, found.start())
            before = sentence[: sentence.find(found[0])]
            about = sentence if found[0].startswith("guarantee") else before
            if not _TURNED.search(about.replace("without limit", "")):
                yield Breach(words.path, f"{found[0]!r} says more than a fund can", words=found[0])


def refers_to_nothing(subject: Subject) -> Iterator[Breach]:
    """A reference names a section, and not the document that it is in.

    TXT-07 | warning | possible | house rule: a reference can be followed

    Looks for `See "…"` and the like. The section has to be one of this supplement, or the sentence has to say in which
    document it is.

    Why: whoever has only the supplement in hand does not find it.

    Fails:

        content: See the section entitled "Sales Charges" for details.

    Mend: name the document: `in the Prospectus`.
    """
    own: set[str] | None = None
    for words in marked_prose(subject, '"', "\u201c"):
        for found in _REFERS.finditer(words.text):
            if _DOCUMENT.search(sentence_of(words.text, found.start())):
                continue
            own = own or {one.text.casefold() for one in subject.words if one.role == "heading"}
            if found[1].casefold() not in own:
                message = f"there is no section {found[1]!r} in this supplement, and no document is named"
                yield Breach(words.path, message, words=found[1])


def trace_of_a_page(subject: Subject) -> Iterator[Breach]:
    """A page number, or another trace of a page, stands among the words.

    TXT-08 | warning | likely | house rule: pages are made by the formats

    Looks for paragraphs and headings that are nothing but a page number, and for `- 2 -` and `Page 2 of 7` in prose.

    Why: it comes in with pasted text, and stands in the middle of a page afterwards.

    Fails:

        - "- 2 -"

    Mend: delete it.
    """
    for words in subject.words:
        if words.role in ("cell", "name"):
            continue
        if len(words.text) < 30 and _PAGE.fullmatch(words.text):
            yield Breach(words.path, f"{words.text!r} is the trace of a page")
    for words in marked(subject, " - ", "age ", "<PAGE>"):
        if words.role not in ("cell", "name") and not _PAGE.fullmatch(words.text):
            for found in _PAGE_INSIDE.finditer(words.text):
                yield Breach(words.path, f"{found[0].strip()!r} is the trace of a page", words=found[0].strip())


def breaks_off(subject: Subject) -> Iterator[Breach]:
    """A paragraph ends without a full stop.

    TXT-11 | info | possible | house rule: a text is read once more before it is filed

    Looks at paragraphs and biographies of eight words and more that an author typed. What leads a list
    in may end as it likes.

    Why: it is how a text looks of which the end was lost.

    Fails:

        content: The Fund is closed to new investors and to all who do not hold shares of

    Mend: finish the sentence.
    """
    led = {one.path for one, after in pairwise(subject.blocks) if after.kind in LISTING}
    for words in () if subject.read else subject.prose:
        text = words.text
        ends = words.path.endswith((".paragraph", ".bio", ".reason")) and words.path not in led
        if ends and text[-1:].isalnum() and text.count(" ") >= 7:
            yield Breach(words.path, f"the text ends in {text.split()[-1]!r}, without a full stop")
