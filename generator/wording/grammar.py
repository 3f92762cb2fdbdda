"""Wording templates compiled backwards: from words to the values that a template would have shown.

A template's syntax tree becomes a matcher over the tokens that `dump` prints. Literal text must stand; a
slot takes what its type's pattern allows; a condition is a choice, and the branch that fits says what its
test says (`x == 'a'` makes x `a`); a loop repeats.

Why: counsel rewords a template and reading follows, with no reader to change.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, TypeAlias

from jinja2 import nodes

from generator.wording import tokens as t
from generator.wording.effort import SAYING, TooMuchWork, spend
from generator.wording.environment import Wording
from generator.wording.follow import END, Beginning, Beginnings
from generator.wording.matchers import (
    Assumption,
    Binding,
    Matcher,
    Option,
    State,
    agrees,
    block_loop,
    chain,
    choice,
    inline_loop,
    literal,
    slot,
)
from generator.wording.needed import STARTS, Needed, may_stand
from generator.wording.types import TYPES

Scope: TypeAlias = dict[str, str]
#: Says of one way to read the words, where they end and what they show, whether it is the one.
Accept: TypeAlias = Callable[[int, dict[str, Any]], bool]
#: Whether the words at a position can be read as a part, in a way that is accepted.
Reading: TypeAlias = Callable[[str, int, Accept], bool]
#: Words that can be read in more ways than this are left as prose.
MOST_TRIES = 64


class UnreadableWording(ValueError):
    """A template that cannot be read backwards, with the line and the reason."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line, self.message = line, message


@lru_cache(maxsize=512)
def compile_backwards(wording: Wording, part: str, form: str) -> Reading:
    """The reading of a part's wording in a form, compiled once; UnreadableWording where it cannot be read."""
    body, compiler = wording.tree(f"{part}/{form}").body, _Compiler(wording)
    needs = compiler.needed.words(body)
    compiled = cache(lambda: compiler.sequence(body, {}, END))  # few are ever tried

    def read(text: str, at: int, accept: Accept) -> bool:
        tries = 0
        if not may_stand(needs, text, at):
            return False

        def done(end: int, state: State) -> State | bool:
            nonlocal tries
            if end == at or (end != len(text) and text[end] not in STARTS):
                return False
            tries += 1
            spend(SAYING)
            return Binding("", end, state) if tries > MOST_TRIES or accept(end, _unflatten(state)) else False

        try:
            return compiled()(text, at, None, done) is not False and tries <= MOST_TRIES
        except (RecursionError, TooMuchWork):  # more turns of a loop, or ways, than can be followed: it stays prose
            return False

    return read


def compile_whole(wording: Wording, part: str, form: str) -> None:
    """Compiles every branch of a part's wording; UnreadableWording where one cannot be read backwards."""
    _Compiler(wording, whole=True).sequence(wording.tree(f"{part}/{form}").body, {}, END)


class _Compiler:
    """Compiles the nodes of templates; `scope` says what loop variables stand for and facts of the turn.

    A branch and the turn of a loop are compiled when they are first tried, or at once where the whole is wanted.
    """

    def __init__(self, wording: Wording, whole: bool = False) -> None:
        self.wording, self.whole = wording, whole
        self.beginnings, self.needed = Beginnings(wording.tree), Needed(wording.tree)

    def sequence(self, body: list[nodes.Node], scope: Scope, after: Beginning) -> Matcher:
        """Some nodes, one after the other; `after` is what may stand after the last."""
        parts: list[Matcher] = []
        for node in reversed(
            [child for one in body for child in (one.nodes if isinstance(one, nodes.Output) else [one])]
        ):
            parts.insert(0, self.matcher(node, scope, after))
            after = self.beginnings.of(node, after)
        return chain(parts)

    def matcher(self, node: nodes.Node, scope: Scope, after: Beginning) -> Matcher:
        match node:
            case nodes.TemplateData(data=data):
                return literal(data, after)
            case nodes.Filter(name=name, node=nodes.Expr() as value) if name in TYPES:
                return slot(_path(value, scope), TYPES[name], after)
            case nodes.If():
                return self.condition(node, scope, after)
            case nodes.For():
                return self.loop(node, scope, after)
            case nodes.Scope():
                return self.sequence(node.body, scope, after)
            case nodes.Include(template=nodes.Const(value=name)):
                return self.sequence(self.wording.tree(name).body, scope, after)
        if isinstance(node, nodes.Expr):
            raise UnreadableWording(node.lineno, "a slot is written {{ value | type }}")
        raise UnreadableWording(node.lineno, f"{type(node).__name__} cannot be read backwards")

    def condition(self, node: nodes.If, scope: Scope, after: Beginning) -> Matcher:
        """The branches: those with words of their own first, then those of slots alone, nothing last."""
        tested = [(node.test, node.body), *((one.test, one.body) for one in node.elif_)]
        options = [(_weight(body), _assumption(test, scope, True), body) for test, body in tested]
        denied = [_assumption(test, scope, False) for test, _ in tested]
        options.append((_weight(node.else_), _all(denied), node.else_))
        return choice(
            [self.option(assume, body, scope, after) for _, assume, body in sorted(options, key=lambda one: one[0])]
        )

    def option(self, assume: Assumption, body: list[nodes.Node], scope: Scope, after: Beginning) -> Option:
        """A branch: the words that it needs, what holds in it, and its matcher, made when it is first tried."""
        matcher = cache(lambda: self.sequence(body, scope, after))
        if self.whole:
            matcher()
        return self.needed.words(body), assume, matcher

    def loop(self, node: nodes.For, scope: Scope, after: Beginning) -> Matcher:
        """A loop; each turn's matcher is made once, for its number and for being the last or not."""
        if not isinstance(node.target, nodes.Name):
            raise UnreadableWording(node.lineno, "a loop has one variable")
        name, path = node.target.name, _path(node.iter, scope)
        after = self.beginnings.of_turns(node, after)

        @cache
        def turn(index: int, last: bool) -> Matcher:
            facts = {"loop.first": str(index == 0), "loop.last": str(last), name: f"{path}[{index}]"}
            return self.sequence(node.body, scope | facts, after)

        if self.whole:
            turn(0, True)
        return block_loop(turn) if _begins_block(node.body) else inline_loop(turn)


def _weight(body: list[nodes.Node]) -> int:
    """0 for a branch with words of its own at its start, 1 for one that starts with a slot, 2 for an empty one."""
    first = next((child for node in body for child in getattr(node, "nodes", [node])), None)
    if isinstance(first, nodes.TemplateData) and first.data.strip():
        return 0
    return 1 if body else 2


def _assumption(test: nodes.Node, scope: Scope, holds: bool) -> Assumption:
    """What must be so where a test held, or did not: a constant, a turn of a loop, or nothing known."""
    match test:
        case nodes.Compare(expr=nodes.Expr() as left, ops=[nodes.Operand(op="eq", expr=nodes.Const(value=value))]):
            path = _path(left, scope)
            return (
                (lambda state: agrees(path, value, state) and Binding(path, value, state))
                if holds
                else (lambda state: state)
            )
        case nodes.And(left=left, right=right) if holds:
            return _all([_assumption(left, scope, True), _assumption(right, scope, True)])
        case nodes.Not(node=inner):
            return _assumption(inner, scope, not holds)
        case nodes.Getattr(node=nodes.Name(name="loop"), attr=attr):
            fits = (scope[f"loop.{attr}"] == "True") == holds
            return lambda state: state if fits else False
    return lambda state: state


def _all(assumptions: list[Assumption]) -> Assumption:
    """Some assumptions together."""

    def assume(state: State) -> State | bool:
        for one in assumptions:
            now = one(state)
            if isinstance(now, bool):
                return False
            state = now
        return state

    return assume


def _begins_block(body: list[nodes.Node]) -> bool:
    """Whether each turn of a loop begins a block or row of its own."""
    first = body[0] if body else None
    while isinstance(first, nodes.Scope):
        first = first.body[0]
    data = first.nodes[0] if isinstance(first, nodes.Output) else None
    return isinstance(data, nodes.TemplateData) and bool(re.match(f"\\s*[{t.BLOCK_STARTS}]", data.data))


def _path(node: nodes.Node, scope: Scope) -> str:
    """The path of a value in a template, loop variables replaced by what they walk over."""
    match node:
        case nodes.Name(name=name):
            return scope.get(name, name)
        case nodes.Getattr(node=inner, attr=attr):
            return f"{_path(inner, scope)}.{attr}"
    raise UnreadableWording(node.lineno, "only names and their parts can be shown")


def _unflatten(state: State) -> dict[str, Any]:
    """The values of a match as nested mappings and lists, by their paths."""
    pairs: list[tuple[str, Any]] = []
    while state is not None:
        if state.path:
            pairs.append((state.path, state.value))
        state = state.before
    tree: dict[str, Any] = {}
    for path, value in reversed(pairs):
        _place(tree, [int(s[1:-1]) if s[0] == "[" else s for s in re.findall(r"\[\d+\]|[^.\[]+", path)], value)
    return tree


def _place(tree: Any, steps: list[Any], value: Any) -> None:
    """Puts a value at its place, making what is missing on the way."""
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        fresh: Any = value if following is None else [] if isinstance(following, int) else {}
        if isinstance(step, int):
            tree.extend({} for _ in range(step + 1 - len(tree)))  # a turn of which nothing was read
            tree[step] = tree[step] or fresh
        elif following is None or step not in tree:
            tree[step] = fresh
        tree = tree[step]
