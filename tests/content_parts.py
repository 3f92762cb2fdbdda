"""Hypothesis strategies for what the content of a supplement is made of: hostile words, figures, tables, fees.

What is drawn keeps the rules that the model states: tiers rise, a total is the sum of its rows. The words look like
markup, marks of notes, figures or the tool's own clauses.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from generator.model.kinds.fee_table import ANNUAL, SHAREHOLDER
from generator.model.values import spell_money
from tests.trees import phrases

Content = dict[str, Any]

#: Words that read like what the wording templates say, or like the values that they show.
SENTENCES = [
    "Effective immediately, the table “Fees” is replaced with the following:",
    "Effective November 12, 2009, the section “Risks” of the Prospectus is supplemented with the following:",
    "The section “Management – Fees” of the Prospectuses is replaced in its entirety with the following:",
    "Please keep this supplement for future reference.",
    "This Supplement is made as of May 1, 2009 to the Prospectus of Trust.",
    "Supplement dated May 1, 2009 to the Prospectus dated May 1, 2009",
    "0.88% of the first $500 million of average daily net assets",
    "Jane Roe, CFA, Vice President of the Adviser.",
]
FRAGMENTS = [
    "of average daily net assets and 0.5% of amounts over $1 billion", "Total Annual Fund Operating Expenses",
    "Management Fee", "Other Expenses", "a series of", "Class A", "May 1, 2009", "None", "N/A", "Adviser", "Portfolio",
    "is replaced with the following", "and the", "The", "of the", "in the section", "CFA", "VP,", "for", "dated",
]  # fmt: skip
#: How a shareholder fee's own caption begins: the words tell that no total counts it.
CAPTIONS = {
    "front_load": "Maximum Sales Charge on Purchases", "deferred_load": "Maximum Deferred Sales Charge",
    "reinvested_load": "Maximum Sales Charge on Reinvested Dividends", "redemption_fee": "Redemption Fee",
    "exchange_fee": "Exchange Fee", "account_fee": "Account Fee",
}  # fmt: skip
FUND_NAMES = [
    "Growth Fund",
    "Small-Cap Growth Portfolio",
    "A&B *Growth* <Series>",
    "Fund",
    "The Fund, a series of Trust",
]

_sentences, _fragments = st.sampled_from(SENTENCES), st.sampled_from(FRAGMENTS)
_mixed = st.lists(st.one_of(_sentences, _fragments, phrases(3)), min_size=2, max_size=4).map(" ".join)


def _mostly(usual: st.SearchStrategy[str], rare: dict[int, st.SearchStrategy[str]]) -> st.SearchStrategy[str]:
    """Usual words, and in some of a hundred draws others."""
    return st.integers(0, 199).flatmap(lambda die: rare.get(die, usual))


words = _mostly(
    phrases(6), {7: _sentences} | dict.fromkeys(range(20, 30), _mixed) | dict.fromkeys(range(40, 50), _fragments)
)


def without_quotes(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts around which no quotation marks stand, as names must be."""
    return texts.filter(lambda text: not (text[:1] in '“‘"' and text[-1:] in '”’"'))


names = without_quotes(
    _mostly(
        phrases(4),
        {7: _sentences}
        | dict.fromkeys(range(20, 30), st.sampled_from(FUND_NAMES))
        | dict.fromkeys(range(40, 50), _fragments),
    )
)
bare_names = without_quotes(
    names.map(lambda name: name.replace(",", "")).filter(lambda name: bool(name.strip())).map(str.strip)
)
paragraphs = st.one_of(words, words, phrases(200, least=60), st.just(""))
sentences = words.map(lambda text: f"{text}.")
dates = st.dates(date(1930, 1, 1), date(2099, 12, 31)).map(lambda day: day.isoformat())
rates = st.integers(0, 2500).map(lambda points: f"{Decimal(points) / 100:.2f}%")
fine_rates = st.integers(0, 25000).map(lambda points: f"{Decimal(points) / 1000:.3f}%")
figures = st.one_of(rates, rates, st.just("None"), st.just("N/A"), fine_rates)
keys = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True).filter(
    lambda key: key not in ("all", "caption", "note")
)
styles = st.sampled_from(
    [["*", "**", "***"], ["(1)", "(2)", "(3)"], ["(a)", "(b)", "(c)"], [None, None, None], ["*", None, "(a)"]]
)


@st.composite
def notes(draw: st.DrawFn) -> Content:
    """Up to three notes by key, in one style of marks or another."""
    marks = draw(styles)[: draw(st.integers(0, 3))]
    named = draw(st.lists(keys, min_size=len(marks), max_size=len(marks), unique=True))
    texts = [draw(st.one_of(words, phrases(60, least=20))) for _ in marks]
    return {
        key: text if mark is None else {"marker": mark, "text": text}
        for key, mark, text in zip(named, marks, texts, strict=True)
    }


def _shared(draw: st.DrawFn, notes: Content, places: int) -> list[list[str]]:
    """For each of some places the notes marked there; every note is marked somewhere."""
    at: list[list[str]] = [[] for _ in range(places)]
    for key, note in list(notes.items()):
        marked = at[draw(st.integers(0, places - 1))]
        if marked and isinstance(note, dict) and "*" in note["marker"]:  # asterisks in a row would run together
            del notes[key]
        else:
            marked.append(key)
    return at


@st.composite
def grids(draw: st.DrawFn) -> Content:
    """A plain table: hostile cells, empty cells, notes."""
    width = draw(st.integers(1, 4))
    cell = st.one_of(words, phrases(2), st.just(""), figures)
    rows = draw(st.lists(st.lists(cell, min_size=width, max_size=width).filter(any), min_size=1, max_size=5))
    rows[0] = [text or draw(words) for text in rows[0]]
    grid: Content = {"rows": rows}
    if draw(st.booleans()):
        grid["head"] = draw(st.lists(cell, min_size=width, max_size=width).filter(any))
    if draw(st.booleans()):
        grid["caption"] = draw(words)
    if found := draw(notes()):
        grid["notes"] = found
        for column, marked in enumerate(_shared(draw, found, width)):
            if marked:
                rows[0][column] = {"text": rows[0][column], "note": marked}
    return grid


def _figures(draw: st.DrawFn, classes: list[str], figure: st.SearchStrategy[str]) -> Content:
    """A row's figures: one for all classes, or one each."""
    if draw(st.booleans()):
        return {"all": draw(figure)}
    return {key: draw(figure) for key in classes}


def _amount(row: Content, key: str) -> Decimal | None:
    text = row.get(key, row.get("all"))
    return Decimal(text[:-1]) if text and text.endswith("%") else None


@st.composite
def fee_tables(draw: st.DrawFn, classes: list[str]) -> Content:
    """A fee table of some of a fund's classes: the form's rows and own ones, totals computed or stated."""
    shown = draw(st.lists(st.sampled_from(classes), min_size=1, unique=True)) if draw(st.booleans()) else classes
    form = st.lists(st.sampled_from([*SHAREHOLDER, *ANNUAL]), max_size=9, unique=True)
    items = draw(form.map(lambda some: sorted(some, key=[*SHAREHOLDER, *ANNUAL].index)))
    items += draw(st.lists(keys.map(lambda key: f"own-{key}"), min_size=not items, max_size=4, unique=True))
    if draw(st.integers(0, 4)) == 0:
        items = draw(st.permutations(items))
    rows: dict[str, Content] = {}
    for item in items:
        money = item in SHAREHOLDER and draw(st.integers(0, 3)) == 0
        figure = st.integers(1, 99999).map(lambda whole: f"${whole:,}") if money else figures
        rows[item] = _figures(draw, shown, figure)
        if item.startswith("own-") or draw(st.integers(0, 3)) == 0:
            rows[item]["caption"] = f"{CAPTIONS.get(item, '')} {draw(words)}".strip()
    if any(item not in SHAREHOLDER for item in items):
        _add_totals(draw, rows, shown)
    table: Content = {"rows": rows}
    if found := draw(notes()):
        table["notes"] = found
        for row, marked in zip(rows.values(), _shared(draw, found, len(rows)), strict=True):
            if marked:
                row["note"] = marked
    if shown is not classes:
        table["classes"] = shown
    if draw(st.booleans()):
        table["caption"] = draw(words)
    return table


def _add_totals(draw: st.DrawFn, rows: dict[str, Content], shown: list[str]) -> None:
    """Adds total, waiver and net where they are drawn, with the figures that the tool would compute."""
    yearly = [row for item, row in rows.items() if item not in SHAREHOLDER]
    totals: Content = {}
    for key in shown:
        amounts = [amount for row in yearly if (amount := _amount(row, key)) is not None]
        totals[key] = f"{sum(amounts, Decimal('0.00'))}%" if amounts else "None"
    stated = draw(st.booleans()) and not any(Decimal(t[:-1]) > 25 for t in totals.values() if t != "None")
    if stated:
        rows["total"] = dict(totals)
    elif draw(st.integers(0, 3)) == 0:
        rows["total"] = {"caption": f"Total Annual Expenses {draw(words)}"}
    if all(total != "None" and Decimal(total[:-1]) >= 1 for total in totals.values()) and draw(st.booleans()):
        rows["waiver"] = _figures(
            draw, shown, st.one_of(st.integers(1, 99).map(lambda p: f"0.{p:02d}%"), st.just("None"))
        )
        if stated:
            waived = {key: _amount(rows["waiver"], key) or Decimal("0.00") for key in shown}
            rows["net"] = {key: f"{Decimal(totals[key][:-1]) - waived[key]}%" for key in shown}


@st.composite
def fee_schedules(draw: st.DrawFn) -> Content:
    """A schedule of up to eight tiers."""
    scale = draw(st.sampled_from([10**6, 10**8, 5 * 10**8, 10**9, 1]))
    ends = sorted(draw(st.lists(st.integers(1, 5000), max_size=7, unique=True)))
    tiers: list[Content] = [{"up_to": spell_money(Decimal(end * scale)), "rate": draw(rates)} for end in ends]
    schedule: Content = {"tiers": [*tiers, {"rate": draw(st.one_of(rates, fine_rates))}]}
    if draw(st.booleans()):
        schedule["fee"] = draw(st.sampled_from(["management", "advisory", "sub_advisory"]))
    if found := draw(notes()):
        schedule |= {"note": _shared(draw, found, 1)[0], "notes": found}
    if draw(st.integers(0, 3)) == 0:
        schedule["form"] = "such_assets"
    return schedule
