"""For each rule on ASCII documents, documents that break it and no other, and where: line and column."""

from __future__ import annotations

GOOD_TEXT = """\
                                                                  Rule 497(e)
                                                                  File No. 2-1

                       SUPPLEMENT DATED MAY 1, 2025

Words of "prose" about <PAGE> A&B [x] {y} 50% of #1 ~ and so on.
<PAGE>
<R>
A changed paragraph.
</R>
<TABLE>
Annual Fund Operating Expenses
<CAPTION>
                                          Class A     Class C
<S>                                       <C>         <C>
Management Fees                           0.55%       0.55%
Other Expenses<F1>                        0.12%       0.14%
<CAPTION>
                                          Class A     Class C
<S>                                       <C>         <C>
Total                                     0.67%       0.69%
<FN>
<F1>
Other Expenses are estimated for the current fiscal year.
</FN>
</TABLE>
The end.
"""


def table(*rows: str) -> str:
    """A table of two columns with these rows, from line 3 on."""
    return "\n".join(["<TABLE>", "<S>       <C>", *rows, "</TABLE>", ""])


TextCase = tuple[bytes, int, int]


def case(text: str, line: int, column: int) -> TextCase:
    """A document as bytes, and where its fault is."""
    return text.encode("utf-8"), line, column


TEXT_CASES: dict[str, list[TextCase]] = {
    "ascii.charset": [
        case("A\nfund’s name\n", 2, 5),
        case("a ^ mark\n", 1, 3),
        case("nul \0 here\n", 1, 5),
        (b"a fund\x92s name\n", 1, 7),
        case("no-break\u00a0space – and dash\n", 1, 9),
    ],
    "ascii.byte_order_mark": [(b"\xef\xbb\xbfA fund.\n", 1, 1)],
    "ascii.tab": [case("A\tfund\n", 1, 2)],
    "ascii.line_80": [
        case("x" * 80 + "\n" + "y" * 81 + "\n", 2, 81),
        case(table("Stub      1.00%") + "z" * 90 + "\n", 5, 81),
    ],
    "ascii.line_132": [case(table("Stub      " + "9" * 123), 3, 133)],
    "ascii.table_two_sc": [
        case("<TABLE>\nno columns\n</TABLE>\n", 1, 1),
        case("words\n<TABLE>\n<S>\nrow\n</TABLE>\n", 2, 1),
    ],
    "ascii.sc_own_line": [case("<TABLE>\n<S>  Fees  <C>\nStub       1\n</TABLE>\n", 2, 1)],
    "ascii.sc_before_data": [case("<TABLE>\nStub  1\n<S>   <C>\n</TABLE>\n", 3, 1)],
    "ascii.sc_alignment": [
        case(table("Stub        1.00%", "Stub       12.00%"), 2, 11),
        case(table("  Stub    1.00%", "    Stub  2.00%"), 2, 1),
    ],
    "ascii.blank_left_of_c": [case(table("Stub      1.00%", "Long labels 2.00%"), 4, 10)],
    "ascii.caption_own_line": [case("<TABLE>\n<CAPTION> Class A\n<S>  <C>\na    1\n</TABLE>\n", 2, 1)],
    "ascii.fn_own_line": [case(table("Stub      1.00%", "<FN> A note."), 4, 1)],
    "ascii.table_nesting": [
        case("<TABLE>\n<S>  <C>\na    1\n", 1, 1),
        case("</TABLE>\n", 1, 1),
        case("<TABLE>\n<TABLE>\n<S>  <C>\na    1\n</TABLE>\n", 2, 1),
    ],
    "ascii.table_tag_outside": [case("words <S> and\n", 1, 7), case("<FN>\n", 1, 1)],
    "ascii.tag_spaces": [case("words < PAGE >\n", 1, 7), case("</ TABLE>\n", 1, 1)],
    "ascii.unknown_tag": [case("see <b>bold</b>\n", 1, 5), case("a <Series A> fund\n", 1, 3)],
    "ascii.redline": [
        case("<R>\nwords\n", 1, 1),
        case("words\n</R>\n", 2, 1),
        case("<R>\n<R>\nwords\n</R>\n", 2, 1),
    ],
    "ascii.blank_at_end": [case("words  \nwords\n", 1, 6)],
}
