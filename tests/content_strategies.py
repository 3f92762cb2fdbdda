"""Hypothesis strategies for whole supplements, as the plain data that an author would type.

What is drawn keeps the rules that the model states (lists do not run into one another); its words, tables and fees
are those of `content_parts`.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.content_parts import (
    Content,
    bare_names,
    dates,
    fee_schedules,
    fee_tables,
    grids,
    keys,
    names,
    paragraphs,
    sentences,
    without_quotes,
    words,
)
from tests.trees import phrases

headings = without_quotes(words)
lists = st.lists(st.one_of(words, phrases(30)), min_size=1, max_size=7)


@st.composite
def blocks(draw: st.DrawFn, registrant: Content, fund: str | None, most: int = 4) -> list[Any]:
    """Some blocks of content for a fund, with headings of either level anywhere."""
    classes = list(registrant["funds"][fund].get("classes", {})) if fund else []
    kinds = ["paragraph", "paragraph", "bare", "list", "table", "centered", "page_break"]
    kinds += ["fee_schedule"] * bool(fund) + ["fee_table", "fee_table"] * bool(classes)
    kinds += ["people"] * bool(registrant.get("people"))
    found: list[Any] = []
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=most)):
        if draw(st.integers(0, 3)) == 0:
            found.append({draw(st.sampled_from(["heading", "subheading"])): draw(words)})
        found.append(draw(_block(kind, registrant, classes)))
    return found


def _block(kind: str, registrant: Content, classes: list[str]) -> st.SearchStrategy[Any]:
    match kind:
        case "bare":
            return paragraphs
        case "paragraph":
            return paragraphs.map(lambda text: {"paragraph": text})
        case "list":
            style = st.sampled_from(["bullets", "numbered", "lettered", "roman", "lines"])
            return st.tuples(style, lists).map(lambda pair: {pair[0]: pair[1]})
        case "centered":
            return words.map(lambda text: {"centered": text})
        case "page_break":
            return st.just({"page_break": "yes"})
        case "table":
            return grids().map(lambda grid: {"table": grid})
        case "fee_table":
            return fee_tables(classes).map(lambda table: {"fee_table": table})
        case "fee_schedule":
            return fee_schedules().map(lambda schedule: {"fee_schedule": schedule})
        case _:
            people = st.lists(st.sampled_from(list(registrant["people"])), min_size=1, max_size=8, unique=True)
            return people.map(lambda some: {"people": some})


@st.composite
def funds(draw: st.DrawFn) -> Content:
    """One to three funds by key, most with up to twelve classes."""
    found: Content = {}
    for key in draw(st.lists(keys, min_size=1, max_size=3, unique=True)):
        name = draw(names.filter(lambda name: name not in [fund["name"] for fund in found.values()]))
        found[key] = {"name": name}
        shown = draw(
            st.lists(
                st.one_of(without_quotes(phrases(2)), st.sampled_from("ABCEIRYZ").map("Class {}".format)),
                max_size=12,
                unique=True,
            )
        )
        if shown:
            labels = draw(
                st.lists(
                    st.one_of(keys, st.sampled_from("ABCEIRYZ")), min_size=len(shown), max_size=len(shown), unique=True
                )
            )
            found[key]["classes"] = dict(zip(labels, shown, strict=True))
    return found


@st.composite
def people(draw: st.DrawFn) -> Content:
    """Up to eight people by key."""
    found: Content = {}
    for key in draw(st.lists(keys, max_size=8, unique=True)):
        found[key] = {"name": draw(bare_names), "title": draw(names)}
        if draw(st.integers(0, 2)) == 0:
            found[key]["credentials"] = draw(st.sampled_from(["CFA", "Ph.D.", "CFA, CPA", "J.D."]))
        if draw(st.integers(0, 3)):
            found[key]["bio"] = draw(paragraphs)
    return found


@st.composite
def house_styles(draw: st.DrawFn) -> Content:
    """A house style of the shipped forms, one of which shows the date."""
    style = {"numbering": draw(st.sampled_from(["none", "roman", "arabic"]))}
    if draw(st.booleans()):
        style["opening"] = draw(st.sampled_from(["made_as_of", "made_as_of_dated"]))
    if draw(st.booleans()):
        style["closing"] = draw(st.sampled_from(["retain", "date"]))
    dated = "opening" in style or style.get("closing") == "date"
    undated_forms = ["fund_first", "capitals_fund_first"] if dated else []
    header = draw(
        st.sampled_from(["registrant_first", "fund_first_dated", "capitals_registrant_first", *undated_forms])
    )
    legend = {"legend": "rule_497e"} if draw(st.integers(0, 2)) == 0 else {}
    return style | legend | {"header": header}


effectives = st.one_of(
    st.just("immediately"),
    dates,
    st.builds(
        lambda q, d: {"qualifier": q, "date": d}, st.sampled_from(["on", "on_or_about", "close_of_business"]), dates
    ),
)


@st.composite
def changes(draw: st.DrawFn, registrant: Content, shown: list[str]) -> Content:
    """One change: its heading, introduction, lead-in and content."""
    change: Content = {}
    if draw(st.booleans()):
        change["section"] = draw(words)
    fund = draw(st.sampled_from(shown)) if len(shown) > 1 and draw(st.booleans()) else None
    about = fund or (shown[0] if len(shown) == 1 else None)
    if fund:
        change["fund"] = fund
    operation = draw(st.sampled_from(["notice", "replace_table", "replace_section", "supplement"]))
    if fund and (operation == "notice" or "section" in change):  # the page must say whose the tables are
        change["section"] = registrant["funds"][fund]["name"]
    if operation != "notice":
        change |= draw(_lead_ins(operation, about))
    if draw(st.integers(0, 2)) == 0:
        change["introduction"] = draw(blocks(registrant, about, 2))
    content = draw(blocks(registrant, about))
    shown = [block for block in content if block not in ("", {"paragraph": ""})]
    change["content"] = content if shown else [draw(words)]
    return change


@st.composite
def _lead_ins(draw: st.DrawFn, operation: str, fund: str | None) -> Content:
    """The parts of a lead-in of an operation, in any of its forms, or in the author's own words."""
    table, section = {"table": draw(headings)}, {"section": draw(st.lists(headings, min_size=1, max_size=3))}
    location = table if operation == "replace_table" else section
    if operation == "replace_table" and draw(st.booleans()):
        location = section | table
    change: Content = {"operation": operation, "location": location}
    forms = ["house"]
    if operation == "supplement":
        forms += ["quoted_section"]
    if operation == "replace_section" and fund:
        forms += ["discussion_of_management"]
    if operation == "replace_table" and fund:
        forms += ["table_for_fund"] if "section" not in location else ["table_in_section"]
    if (form := draw(st.sampled_from(forms))) != "house":
        change["form"] = form
    if draw(st.integers(0, 3)) == 0:
        change["effective"] = draw(effectives)
    if draw(st.integers(0, 3)) == 0:
        change["reason"] = draw(sentences)
    if draw(st.integers(0, 5)) == 0:
        change["lead_in"] = draw(words)
    return change


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A whole supplement with its registrant in it, as an author would type it."""
    registrant: Content = {"name": draw(names), "funds": draw(funds())}
    if found := draw(people()):
        registrant["people"] = found
    if draw(st.booleans()):
        registrant["terms"] = {"fund": draw(st.sampled_from(["Portfolio", "Series", "A&B*"])), "adviser": draw(names)}
        registrant["terms"]["board"] = draw(st.sampled_from(["Trustees", "Directors"]))
    registrant["file_no_1933"] = draw(st.sampled_from(["2-88888", "333-48456"]))
    if draw(st.booleans()):
        registrant["file_no_1940"] = "811-10183"
    declared = list(registrant["funds"])
    shown = draw(st.lists(st.sampled_from(declared), min_size=1, max_size=3, unique=True))
    content: Content = {"registrant": registrant, "date": draw(dates), "funds": shown, "style": draw(house_styles())}
    content["targets"] = draw(
        st.lists(_targets, min_size=1, max_size=3, unique_by=lambda one: (one["document"], one.get("date")))
        | st.lists(_targets, min_size=2, max_size=3, unique_by=lambda one: one["document"]).flatmap(_of_one_date)
    )
    if draw(st.integers(0, 2)) == 0:
        content["effective"] = draw(effectives)
    if draw(st.integers(0, 2)) == 0:
        content["legend"] = draw(st.lists(words, min_size=1, max_size=2))
    if draw(st.integers(0, 4)) == 0:
        content["header"] = draw(st.lists(words, min_size=1, max_size=4))
    if draw(st.integers(0, 2)) == 0:
        content["opening"] = draw(blocks(registrant, shown[0] if len(shown) == 1 else None, 2))
    content["changes"] = draw(st.lists(changes(registrant, shown), min_size=1, max_size=4))
    if draw(st.integers(0, 2)) == 0:
        content["closing"] = draw(blocks(registrant, None, 2))
    _set_apart(content)
    return content


def _set_apart(content: Content) -> None:
    """Puts words where two lists would run into one, or a centred line would join the header."""
    previous: Any = "centered"
    for change in [
        {"content": content.get("opening", [])},
        *content["changes"],
        {"content": content.get("closing", [])},
    ]:
        previous = "section" if "section" in change else previous
        for part in ("introduction", "content"):
            previous = "lead-in" if part == "content" and "operation" in change else previous
            found: list[Any] = change.get(part, [])
            for block in list(found):
                kind = next(iter(block)) if isinstance(block, dict) else "paragraph" * bool(block)
                kind = "bullets" if kind == "people" else kind
                if kind == previous and kind in ("centered", "bullets", "numbered", "lettered", "roman"):
                    found.insert(next(at for at, one in enumerate(found) if one is block), "Further:")
                previous = kind if kind and block != {"paragraph": ""} else previous


def _of_one_date(targets: list[Content]) -> st.SearchStrategy[list[Content]]:
    """Documents that all bear one date."""
    return dates.map(
        lambda day: [{key: one[key] for key in one if key != "current"} | {"date": day} for one in targets]
    )


_targets = st.builds(
    lambda document, told, *flags: {"document": document} | told | {flag: "yes" for flag in flags if flag},
    st.sampled_from(["prospectus", "summary_prospectus", "sai"]),
    st.one_of(dates.map(lambda day: {"date": day}), st.just({"current": "yes"})),
    st.sampled_from(["", "plural"]),
    st.sampled_from(["", "", "supplemented"]),
)
