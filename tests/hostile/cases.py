"""What somebody who means harm might hand in: content, and a project's own templates."""

from __future__ import annotations

GOOD = """\
registrant: {name: Example Trust, funds: {growth: Example Growth Fund}}
date: 2026-05-01
funds: growth
targets: [{document: prospectus, date: 2026-02-01}]
style: {header: registrant_first, closing: retain}
changes: [{content: The Fund is closed.}]
"""

#: What is changed in the good content, to what; and the code of the finding that refuses it.
CONTENT = {
    "a bomb of aliases": ("date: 2026", "\n".join(["a: &a [x]", *["b: [*a, *a]"] * 99, "date: 2026"]), "SRC-08"),
    "a merge key": ("date: 2026", "<<: *a\ndate: 2026", "SRC"),
    "nested 900 deep": ("The Fund is closed.", "[" * 900 + "]" * 900, "SRC-12"),
    "a control character": ("closed", "clo\x07sed", "SRC-05"),
    "a mark that turns the direction": ("closed", "clo\u202esed", "SRC-05"),
    "a mark of direction in a name": ("Growth Fund", "Growth\u200f Fund", "SRC-05"),
    "an isolate in a name": ("Example Trust", "Example \u2066Trust", "SRC-05"),
    "a blank without width in a key": ("growth: Ex", "gro\u200bwth: Ex", "SRC-05"),
    "a tag of Python's": ("growth: Example", "growth: !!python/name:os.system Example", "SRC-09"),
    "a registrant above the folder": (
        "{name: Example Trust, funds: {growth: Example Growth Fund}}",
        "../elsewhere",
        "",
    ),
    "a registrant of the machine": ("{name: Example Trust, funds: {growth: Example Growth Fund}}", "/etc/passwd", ""),
    "a registrant of Windows": ("{name: Example Trust, funds: {growth: Example Growth Fund}}", "'C:\\elsewhere'", ""),
    "a device for a registrant": ("{name: Example Trust, funds: {growth: Example Growth Fund}}", "CON", "FIL-06"),
    "a registrant with a zero byte": ("{name: Example Trust, funds: {growth: Example Growth Fund}}", '"a\\0b"', ""),
    "a registrant of endless name": ("{name: Example Trust, funds: {growth: Example Growth Fund}}", "a" * 5000, ""),
    "a path for a key": ("growth: Example", "../../growth: Example", ""),
    "an amount of endless digits": ("changes:", "fee: " + "9" * 100_000 + "\nchanges:", "KEY-01"),
}

#: What comes out as it was typed, in every format.
AS_TYPED = (
    "{{ 7 * 7 }}",
    "{{ registrant.__class__.__mro__ }}",
    "{% for x in range(9) %}x{% endfor %}",
    "{# gone #}",
    "<script>alert(1)</script>",
    '<img src="file:///etc/passwd">',
    "http://example.com/elsewhere",
    "file:///etc/passwd",
    "</p><p>",
    "&lt;b&gt;",
    "%s %(name)s {0} ${HOME} $(true)",
    "=HYPERLINK(1)",
)

_TOO_MANY = (
    "{% macro f(n) %}{{ f(n + 1) }}{{ f(n + 1) }}{% endmacro %}{{ f(0) }}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% set x = 'aaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 60,
    "{% set x = 'aaaaaaaaaa' %}" + "{% set x = x + x %}" * 60,
    "{{ 'a' * 9999999999 }}",
    "{{ 9 ** 9 ** 9 ** 9 }}",
    "{{ '%9999999999d' | format(1) }}",
    "{{ '%9999999999d' % 1 }}",
    "{{ 'a' | center(9999999999) }}",
    "{{ range(999999999999) | list }}",
    "{{ ([_x] * 9999999999) | join }}".replace("_x", "'a'"),
    "{{ range(99999) | join('a' ~ 'b' * 0 ~ range(9999) | join) }}",
    "{% set x = range(99999) | join %}{{ x | replace('1', x) }}",
    "{% set x = range(99999) | join %}{{ x | replace('', x) }}",
    "{% set x = range(99999) | join %}" + "{% set x = x | replace('1', '22') | replace('2', '11') %}" * 60,
    "{% set x = 'aaaaaaaaaa' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60,
    "{% set x = ['a'] %}" + "{% set x = [x, x] %}" * 60 + "{{ x }}",
    "{% set x = ['a'] %}" + "{% set x = [x, x] %}" * 60 + "{{ x | string }}",
    "{% set x = ['a'] %}" + "{% set x = [x, x] %}" * 60 + "{{ 'a' ~ x }}",
    "{% set x = ['a'] %}" + "{% set x = [x, x] %}" * 60 + "{{ '%s' | format(x) }}",
    "{% set x = ['a'] %}" + "{% set x = [x, x] %}" * 60 + "{{ [x] | join }}",
    "{% set x = [1] %}" + "{% set x = x + x %}" * 60,
    "{{ 'a'.zfill(9999999999) }}",
    "{{ 'a'.ljust(9999999999) }}",
    "{{ 'a\t'.expandtabs(9999999999) }}",
    "{{ '{:9999999999}'.format(1) }}",
    "{{ 'a'.join(range(99999) | map('string')) }}",
    "{{ (5).to_bytes(9999999999) }}",
    "{{ [1] | batch(9999999999, 'a') | list }}",
    "{{ [1] | slice(9999999999) | list }}",
    "{{ 1 | round(9999999999) }}",
    "{{ [1] | tojson(indent=9999999999) }}",
    "{{ 'a b' | wordwrap(1, wrapstring='a') }}",
    "{{ [[1], [2]] | sum(start=[]) }}",
    "{% set n = 60 %}{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(n) }}",
    "{% set x = range(99999) | join %}{% for a in range(999) %}{{ x }}{% endfor %}",
    "{% set x = range(99999) | join %}" + "{% set y = x[1:] %}" * 9999,
    "{% for a in range(99999) %}" + "a" * 9999 + "{% endfor %}",
)
_REACHING = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ title.__class__ }}",
    "{{ (title | attr('__class__')).__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('true').read() }}",
    "{{ lipsum.__globals__ }}",
    "{% include '../../../../../../etc/passwd' %}",
    "{% include '/etc/passwd' %}",
    "{% include 'elsewhere' %}",
    "{{ 1 / 0 }}",
    "{{ nothing.at.all }}",
    "{% for x in 5 %}{% endfor %}",
    "{{ " + "(" * 3000 + ")" * 3000 + " }}",
    "{% for x in 'a' %}" * 30 + "{% endfor %}" * 30,
)
#: What is put on top of a project's own frame, and refused when a file is written with it.
TEMPLATES = (*_TOO_MANY, *_REACHING)
#: The number of one that looks for what is Python's own.
REACHING_OUT = len(_TOO_MANY) + 1

#: What a project's own frame for PDF has in its body; none of it is fetched, and the build says so.
FETCHING = (
    '<img src="file:///etc/passwd">',
    '<img src="http://127.0.0.1:9/x.png">',
    '<img src="elsewhere.png" alt="x">',
    '<img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E%3C/svg%3E">',
    '<style>@import url("file:///etc/passwd");</style>',
    '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<object data="file:///etc/passwd"></object>',
    '<embed src="file:///etc/passwd">',
    '<svg width="9" height="9"><image href="file:///etc/passwd" width="9" height="9"/></svg>',
    '<p style="background: url(file:///etc/passwd)">&#160;</p>',
    '<style>@font-face { font-family: x; src: url("file:///etc/passwd") } p { font-family: x }</style>',
)
#: The same in a project's own style sheet.
STYLES = (
    '@import url("file:///etc/passwd");',
    '@import "http://127.0.0.1:9/x.css";',
    '@import "elsewhere.css";',
    'body { background: url("file:///etc/passwd") }',
    'p::before { content: url("http://127.0.0.1:9/x.png") }',
    '@font-face { font-family: x; src: url("file:///etc/passwd") }',
)
