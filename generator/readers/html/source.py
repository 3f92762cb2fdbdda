"""The source of an EDGAR HTML file as a tree of elements, refused where a browser would read it otherwise."""

from __future__ import annotations

import re

from lxml import etree

from generator.errors import NotHouseForm
from generator.readers.html.elements import refuse
from generator.readers.html.visible import hiding

STYLED = ["body", "h1", "h2", "h3", "h4", "p", "div", "li", "hr", "table", "caption", "tr", "sup"]
#: The tags that our files have, with the attributes each may carry.
ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(STYLED, frozenset({"style"})),
    **dict.fromkeys(["head", "title", "br", "b", "i"], frozenset()),
    **dict.fromkeys(["ul", "ol"], frozenset({"type", "style"})),
    **dict.fromkeys(["th", "td"], frozenset({"colspan", "style"})),
    "html": frozenset({"lang"}),
    "meta": frozenset({"name", "content"}),
    "a": frozenset({"name", "href", "style"}),
}
#: Source that is not ours, or that a browser and an XML parser would not read alike.
FOREIGN = re.compile(
    r"(?P<character>[^\x20-\x7e\n])|(?P<declaration><[!?])|(?P<closed>/>)"
    r"|(?P<reference>&(?!amp;|#(?!12[789];|1[345][0-9];)[1-9][0-9]*;))"
)
MEANINGS = {
    "character": "a character other than ASCII, or a tab or carriage return",
    "declaration": "a comment, a declaration or a processing instruction",
    "closed": "a tag that closes itself",
    "reference": "a reference to a character in another form than `&#8217;` or `&amp;`",
}
VOID = re.compile(r"<(br|hr|meta)\b([^<>]*)>")


def parse_source(text: str) -> etree._Element:
    """The root element, with nothing but our tags, attributes and visible words below it.

    Why an XML parser: what our writer gives is well-formed but for `br`, `hr` and `meta`. An HTML parser mends
    without a word what an editor broke, and not every browser mends it alike.
    """
    if foreign := FOREIGN.search(text):
        raise NotHouseForm(MEANINGS[foreign.lastgroup or ""], text.count("\n", 0, foreign.start()) + 1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(VOID.sub(r"<\1\2/>", text), parser)
    except etree.XMLSyntaxError as error:
        raise NotHouseForm(f"the tags are not in order: {error.msg}", max(error.lineno or 1, 1)) from None
    for element in root.iter():
        _check(element)
    return root


def _check(element: etree._Element) -> None:
    allowed = ATTRIBUTES.get(str(element.tag))
    if allowed is None:
        refuse(f"our files have no <{element.tag!s}>", element)
    for name, value in element.items():
        if name not in allowed:
            refuse(f"our files have no attribute {name!s} on <{element.tag!s}>", element)
        if name == "style" and (declaration := hiding(str(value))):
            refuse(f"a style that may hide or change words: {declaration}", element)
