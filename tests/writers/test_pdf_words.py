"""Words as HTML: which of them are elements of their own."""

from __future__ import annotations

import pytest

from generator.document.nodes import Break, Emphasis, Inlines, NoteRef, Strong, Text
from generator.writers.pdf.words import UNBREAKABLE, words_html


def word(html: str, fits: bool = True) -> str:
    return f'<span data-tag="Span"{" class=" + chr(34) + "word" + chr(34) if fits else ""}>{html}</span>'


@pytest.mark.parametrize(
    ("children", "html"),
    [
        ((Text("plain: 0.86% of $1,506 (“REITs”)."),), "plain: 0.86% of $1,506 (“REITs”)."),
        ((Text("a large-cap stock"),), f"a {word('large-cap')} stock"),
        ((Text("A&B <b>"),), f"{word('A&amp;B')} {word('&lt;b&gt;')}"),
        ((Text("item (f) of"),), f"item {word('(f)')} of"),
        ((Strong((Text("bold words"),)), Text(" plain")), "<b>bold words</b> plain"),
        ((Text("half"), Strong((Text("bold word"),))), f"{word('half<b>bold</b>')} <b>word</b>"),
        ((Strong((Text("a "), Emphasis((Text("b"),)))),), "<b>a</b> <b><i>b</i></b>"),
        ((Text("one"), Break(), Text("two")), "one<br>two"),
        ((Text("Fee"), NoteRef("(1)")), 'Fee<sup data-tag="Reference">(1)</sup>'),
    ],
)
def test_words_become_html(children: Inlines, html: str) -> None:
    assert words_html(children, room=40) == html


@pytest.mark.parametrize(
    ("children", "html"),
    [
        ((Text("dated May 1, 2026, and MAY 12, 2026"),), "dated May\u00a01, 2026, and MAY\u00a012, 2026"),
        ((Strong((Text("May 1, 2026"),)),), "<b>May\u00a01, 2026</b>"),
        ((Strong((Text("May"),)), Text(" 1, 2026")), "<b>May</b> 1, 2026"),
        ((Text("It may 123 or May"), Break(), Text("1, 2026")), "It may 123 or May<br>1, 2026"),
    ],
)
def test_a_month_and_its_day_stand_together_where_dates_are_whole(children: Inlines, html: str) -> None:
    assert words_html(children, room=40, whole_dates=True) == html


def test_a_word_wider_than_its_line_is_one_element() -> None:
    assert words_html((Text("Administrative fee"),), room=5) == f"{word('Administrative', fits=False)} fee"


@pytest.mark.parametrize("text", ["x.2", "a-b", "a/b", "a—b", "%%", "a…b", "A&B", "a}b", "--", "*"])
def test_a_word_that_a_line_may_end_in_is_not_taken_for_plain(text: str) -> None:
    assert not UNBREAKABLE.fullmatch(text)
