"""The rules on ASCII documents (5.2.1) and the small tables behind them."""

from __future__ import annotations

import re

from generator.checks.conformance.rules import Rule, table

#: Table 5-1 with the four controls: ASCII as printed, without the circumflex (5.2.1.1).
FOREIGN_CHARACTER = re.compile(r"[^\t\n\f\r\x20-\x5D\x5F-\x7E]+")
#: Characters on a line, blanks included (5.2.1.2.1, 5.2.1.4).
WIDEST_TEXT, WIDEST_TABLE = 80, 132
#: Table 5-3, with the parts that a module reference is made of.
TEXT_TAGS = frozenset({"PAGE", "R", "MODULE", "NAME", "CIK", "CCC", "SEGMENTS"} | {f"F{n}" for n in range(1, 100)})
#: Table 5-4 and 5.2.1.4.1.
TABLE_TAGS = frozenset({"TABLE", "CAPTION", "S", "C", "FN"})

TEXT_RULES = table(
    Rule(
        "ascii.charset", "text", "5.2.1.1, 5.2.1.2", True, "error",
        "Only the characters of Table 5-1, line ends, form feeds and tabs occur.",
        "Spell the character out in ASCII; EDGAR would put a circumflex in its place and usually suspend the filing.",
    ),
    Rule(
        "ascii.byte_order_mark", "text", "5.2.1.1", True, "error",
        "The file does not begin with a byte-order mark.",
        "Save the file as plain ASCII, or as UTF-8 without a byte-order mark.",
    ),
    Rule(
        "ascii.tab", "text", "5.2.1.1, 5.2.1.2.1", False, "warning",
        "Columns are made with blanks, not with tabs.",
        "Replace each tab with blanks; EDGAR takes a tab but does not show its effect.",
    ),
    Rule(
        "ascii.line_80", "text", "5.2.1.2.1, 5.2.1.4", True, "error",
        "A line outside TABLE has at most 80 characters.",
        "Break the line at a blank, or put the matter between <TABLE> and </TABLE> with an <S> and <C> line.",
    ),
    Rule(
        "ascii.line_132", "text", "5.2.1.4", True, "error",
        "A line inside TABLE has at most 132 characters.",
        "Wrap the cells of the row, or split the table.",
    ),
    Rule(
        "ascii.table_two_sc", "text", "5.2.1.3.3, 5.2.1.4", True, "error",
        "Every TABLE uses <S> twice, <C> twice or each once.",
        "Put <S> at the start of the row labels and <C> at the start of each column, on one line above the data;"
        " EDGAR suspends the filing without them.",
    ),
    Rule(
        "ascii.sc_own_line", "text", "5.2.1.3.3", True, "error",
        "The <S> and <C> tags stand on a line of their own.",
        "Move the other words to the line above or below.",
    ),
    Rule(
        "ascii.sc_before_data", "text", "5.2.1.3.3, 5.2.1.4", None, "warning",
        "The line of <S> and <C> tags stands between the column headings and the data.",
        "Move the line of tags to just above the first row of data.",
    ),
    Rule(
        "ascii.sc_alignment", "text", "5.2.1.3.3, 5.2.1.4", False, "warning",
        "The `<` of <S> or <C> stands over the leftmost character of its column.",
        "Move the tag to the left edge of the column's widest entry.",
    ),
    Rule(
        "ascii.blank_left_of_c", "text", "5.2.1.4, 5.2.1.4.1", False, "warning",
        "The character column left of each <C> is blank in all rows down to the next CAPTION, FN or /TABLE.",
        "Wrap the entry on the left, or move the column to the right.",
    ),
    Rule(
        "ascii.caption_own_line", "text", "5.2.1.4", False, "warning",
        "CAPTION stands on an otherwise blank line before the column headings.",
        "Put <CAPTION> on a line of its own.",
    ),
    Rule(
        "ascii.fn_own_line", "text", "5.2.1.3.3, 5.2.1.4", None, "error",
        "FN stands on a line of its own between the last row of data and the notes.",
        "Put <FN> on a line of its own.",
    ),
    Rule(
        "ascii.table_nesting", "text", "5.2.1.3.3, Table 5-4", True, "error",
        "Each TABLE is closed by /TABLE and holds no other TABLE.",
        "Close the table before the next one begins.",
    ),
    Rule(
        "ascii.table_tag_outside", "text", "Table 5-4 of the EDGAR Filer Manual II (June 2025)", None, "warning",
        "CAPTION, S, C and FN are used inside a TABLE only.",
        "Put the tag inside a table, or write the words without angle brackets.",
    ),
    Rule(
        "ascii.tag_spaces", "text", "5.2.1.3.1", None, "warning",
        "A tag has no blanks inside its angle brackets.",
        "Remove the blanks if a tag is meant; else write the words without angle brackets.",
    ),
    Rule(
        "ascii.unknown_tag", "text", "5.2.1.3.3, Tables 5-3 and 5-4", None, "warning",
        "Nothing but the tags of Tables 5-3 and 5-4 looks like a tag.",
        "Write the words without angle brackets; what stands in them may be taken for a tag and lost.",
    ),
    Rule(
        "ascii.redline", "text", "5.2.1.3.3, Table 5-3", None, "warning",
        "Each <R> is closed by </R> before the next begins.",
        "Mark each changed paragraph with one <R> before it and one </R> after it.",
    ),
    Rule(
        "ascii.blank_at_end", "text", "house rule", None, "info",
        "No line ends in a blank.",
        "Remove the blanks at the line's end; they count towards its length.",
    ),
)  # fmt: skip
