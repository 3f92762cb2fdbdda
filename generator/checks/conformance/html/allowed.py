"""What the manual lists for plain HTML: tags, their attributes, and what is banned by name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: 5.2.2.2
HEADER_TAGS = _words("html head title meta isindex body")
#: 5.2.2.3
BODY_TAGS = _words(
    "a address b big blockquote br caption center cite code dd dfn dir div dl dt em font h1 h2 h3 h4 h5 h6 hr i img kbd"
    " li listing menu ol p plaintext pre samp small strike strong sub sup table td th tr tt u ul var xmp"
)
#: ASCII tags with a meaning in HTML as well (5.2.2.8, 5.3).
KEPT_TAGS = _words("page r module segments")
#: 5.2.2.4, without those that run (below) and S, which 5.2.2.9 bans as well.
NAMED_TAGS = _words(
    "acronym area base basefont bdo button col colgroup del fieldset form frame frameset iframe input ins label legend"
    " map noframes noscript option param q select span tbody textarea tfoot thead"
)
#: 5.2.2.1, 5.2.2.4
ACTIVE_TAGS = _words("applet embed object script")
#: 5.2.2.9
ASCII_TAGS = frozenset({"s", "c", "fn"} | {f"f{number}" for number in range(1, 100)})

ALLOWED_TAGS = HEADER_TAGS | BODY_TAGS | KEPT_TAGS

#: 5.2.2.2 and 5.2.2.3: unsupported by name. Handlers (`on...`) are banned on every tag.
NAMED_ATTRIBUTES = frozenset(
    {("body", "background"), ("meta", "http-equiv"), ("a", "target")}
    | {("img", name) for name in ("dynsrc", "loop", "loopdelay", "start", "controls")}
)

_HEADINGS = "h1 h2 h3 h4 h5 h6"
#: 5.2.2.5, row by row.
_PARENTS = {
    "align": f"{_HEADINGS} hr p caption div table td th tr",
    "alink": "body",
    "alt": "img",
    "bgcolor": "body table",
    "border": "table",
    "cellpadding": "table",
    "cellspacing": "table",
    "clear": "br",
    "color": "font",
    "colspan": "td th",
    "compact": "dir dl menu ol ul",
    "content": "meta",
    "height": "td th",
    "href": "a",
    "link": "body",
    "name": "meta a",
    "noshade": "hr",
    "nowrap": "td th",
    "prompt": "isindex",
    "rel": "a",
    "rev": "a",
    "rowspan": "td th",
    "size": "hr font",
    "src": "img",
    "start": "ol",
    "text": "body",
    "type": "li ol ul",
    "valign": "td th tr",
    "vlink": "body",
    "width": "hr table td th",
}
#: The rows whose parent is "many": the manual gives no list; HTML 4.0 is taken to mean these.
_VERBATIM = frozenset({"listing", "plaintext", "xmp"})
_STYLED = (BODY_TAGS | {"body"}) - _VERBATIM
_IN_A_LANGUAGE = (_STYLED - {"br"}) | {"html", "head", "title", "meta"}

LISTED_ATTRIBUTES = frozenset(
    {(tag, name) for name, tags in _PARENTS.items() for tag in tags.split()}
    | {(tag, name) for tag in _STYLED for name in ("class", "id", "style")}
    | {(tag, name) for tag in _IN_A_LANGUAGE for name in ("dir", "lang", "xml:lang")}
)

#: Tags without an end tag, and those whose end tag HTML lets one leave out.
WITHOUT_END = _words("br hr img isindex meta page plaintext")
END_OPTIONAL = _words("html head body p li dt dd tr td th segments module")
