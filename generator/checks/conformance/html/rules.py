"""The rules on plain HTML documents (5.2.2).

Not here: the table of character references (5.2.2.6), because the manual calls it partial and every accepted
filing goes beyond it; and whether the page renders in a browser, which no reading of bytes can tell.
"""

from __future__ import annotations

from generator.checks.conformance.rules import Rule, table

HTML_RULES = table(
    Rule(
        "html.bytes", "html", "5.2.2.6", True, "error",
        "The source is 7-bit; every other character is a reference.",
        "Write the character as a decimal reference, such as `&#8212;`; EDGAR suspends the filing as it is.",
    ),
    Rule(
        "html.caret", "html", "5.2.1.1", False, "warning",
        "The circumflex does not occur.",
        "Write `&#94;`, or use another mark; EDGAR writes a circumflex for characters that it does not know.",
    ),
    Rule(
        "html.tags", "html", "5.2.2.2 to 5.2.2.4", True, "error",
        "Only the tags that the manual lists occur.",
        "Remove the tag or use one of those listed; EDGAR suspends the filing for any other.",
    ),
    Rule(
        "html.tags_named", "html", "5.2.2.4", True, "error",
        "None of the tags that the manual names as suspending occurs.",
        "Remove the tag; style=\"\" on a listed tag does the work of SPAN, and rows need no THEAD, TBODY or COL.",
    ),
    Rule(
        "html.active_content", "html", "5.2.2.1, 5.2.2.4, 5.2.2.10", True, "error",
        "Nothing in the document can run: no script, applet, object, event handler or script address.",
        "Remove it; EDGAR suspends any filing with active content.",
    ),
    Rule(
        "html.ascii_tags", "html", "5.2.2.9", True, "error",
        "The table and note tags of ASCII documents (S, C, FN, F1 to F99) do not occur.",
        "Use TR and TD for tables, and SUP with a link to an anchor for notes.",
    ),
    Rule(
        "html.declaration", "html", "5.2.2.4", True, "error",
        "No ELEMENT or ENTITY is declared.",
        "Remove the declaration.",
    ),
    Rule(
        "html.doctype", "html", "5.2.2.4 against 5.2.2.1", False, "warning",
        "The document has no DOCTYPE.",
        "Leave the DOCTYPE out: one section of the manual allows it, another suspends the filing.",
    ),
    Rule(
        "html.attributes_named", "html", "5.2.2.2 to 5.2.2.4", True, "error",
        "None of the attributes that the manual names as unsupported occurs.",
        "Remove the attribute; EDGAR suspends the filing.",
    ),
    Rule(
        "html.attributes_listed", "html", "5.2.2.5", False, "warning",
        "Each attribute stands on a tag that the manual's table gives it to.",
        "Say it in style=\"\" instead.",
    ),
    Rule(
        "html.style_reference", "html", "5.2.2.1", None, "warning",
        "No style fetches anything.",
        "Remove url(...) from the style: it is an external reference.",
    ),
    Rule(
        "html.nested_table", "html", "5.2.2.1, 5.2.2.3", True, "error",
        "No TABLE stands inside a TABLE.",
        "Close the outer table first, or make one table of the two.",
    ),
    Rule(
        "html.external_reference", "html", "5.2.2.1, 5.2.2.3", True, "error",
        "A link leads to a place in the document, to a document of the submission, or into EDGAR's archive.",
        "Write the address as plain text, without a link; EDGAR suspends the filing for any other target.",
    ),
    Rule(
        "html.sec_link_https", "html", "5.2.2.1", False, "warning",
        "Links into EDGAR's archive begin with https.",
        "Write https:// for http://.",
    ),
    Rule(
        "html.links_resolve", "html", "5.2.2.1", None, "error",
        "Every link to a place in the document finds an anchor of that name.",
        "Give the target an `<A NAME=...>` or id of exactly that name, or remove the link.",
    ),
    Rule(
        "html.images", "html", "5.2.2.1, 5.2.2.3, 5.2.2.10", True, "error",
        "An image is a local .jpg or .gif file.",
        "Attach the image as .jpg or .gif and give its bare file name.",
    ),
    Rule(
        "html.references", "html", "5.2.2.6", False, "warning",
        "Every character reference names a character that browsers know.",
        "Write the decimal number of the character's code point, such as `&#8230;`.",
    ),
    Rule(
        "html.tag_order", "html", "5.2.2.10", False, "warning",
        "Every tag that needs an end tag has one, and every end tag has its start.",
        "Close the tag; EDGAR does not check this, but browsers guess where the words belong.",
    ),
    Rule(
        "html.redline", "html", "5.2.2.8", None, "warning",
        "Each <R> is closed by </R> before the next begins.",
        "Form the marks correctly; EDGAR removes only well-formed ones, and the others are published.",
    ),
    Rule(
        "html.inline", "html", "5.2.5", None, "info",
        "The document is plain HTML.",
        "The rules of section 5.2.2 were not applied; use the SEC's own validator for Inline XBRL.",
    ),
)  # fmt: skip
