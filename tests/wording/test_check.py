"""Faults of wording templates are found before anything is rendered, at their file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.model.content import KINDS
from generator.templates import templates_folder
from generator.wording.check import PARTS, check_wording, read_sources
from generator.wording.environment import Wording


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(templates_folder() / "wording", tmp_path / "templates" / "wording")
    return tmp_path / "templates" / "wording"


def faults(folder: Path, name: str, text: str) -> list[tuple[str, str, int, str, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    found = check_wording(Wording((folder,)))
    return [(one.code, one.file, one.span.line, one.message, one.help) for one in found]


def test_the_shipped_templates_are_faultless() -> None:
    assert check_wording(Wording((templates_folder() / "wording",))) == []


def test_every_part_has_its_names() -> None:
    assert set(PARTS) == {"legend", "header", "opening", "supersedes", "closing", "lead_in", *KINDS}


CASES = {
    "a misspelt part": (
        "closing/date.md",
        "{% clause closing.date %}\n\nBy {{ registrant.nane | name }}\n{% endclause %}\n",
        ("WRD-02", 3, "there is nothing called registrant.nane", "did you mean name? There are: name"),
    ),
    "a misspelt name": (
        "opening/made_as_of.md",
        "Made on\n{{ dat | date }}.\n",
        ("WRD-02", 2, "there is nothing called dat", "did you mean date?"),
    ),
    "a name of another part": (
        "closing/date.md",
        "{{ operation | name }}\n",
        ("WRD-02", 1, "there is nothing called operation", "there are: registrant"),
    ),
    "an unknown type": (
        "closing/date.md",
        "{{ date | dote }}\n",
        ("WRD-03", 1, "no type is called 'dote'", "did you mean date?"),
    ),
    "a type that does not fit": (
        "closing/date.md",
        "{{ date | money }}\n",
        ("WRD-03", 1, "date cannot be shown as 'money'", "use date or capital_date"),
    ),
    "no type": (
        "closing/date.md",
        "{{ date }}\n",
        ("WRD-03", 1, "a value is shown without its type", "write {{ value | type }}"),
    ),
    "a list as a value": (
        "closing/date.md",
        "{{ funds | name }}\n",
        ("WRD-03", 1, "funds is nothing that can be shown", "show one of its parts"),
    ),
    "an unknown part of a turn": (
        "header/fund_first.md",
        "{% for fund in funds %}\n# {{ fund.title | name }}\n{% endfor %}\n# {{ registrant.name | name }}\n",
        ("WRD-02", 2, "there is nothing called fund.title", "there are: name"),
    ),
    "a fact that no loop knows": (
        "header/fund_first.md",
        "{% for fund in funds %}\n# {% if loop.midst %}x{% endif %}{{ fund.name | name }}\n{% endfor %}\n",
        ("WRD-02", 2, "there is nothing called loop.midst", "did you mean first? There are: first, last"),
    ),
    "a loop over no list": (
        "closing/date.md",
        "{% for day in date %}\n{{ day | date }}\n{% endfor %}\n",
        ("WRD-02", 1, "date is no list", "loop over a list"),
    ),
    "a word that nothing ever is": (
        "lead_in/house.md",
        "{% if operation == 'replace_tabel' %}\nThe table.\n{% endif %}\n",
        ("WRD-02", 1, "operation is never 'replace_tabel'", "did you mean replace_table?"),
    ),
    "an unknown phrase": (
        "closing/date.md",
        '{% include "phrase/documents_dted" %}\n',
        ("WRD-02", 1, "there is no template phrase/documents_dted", "did you mean phrase/documents_dated"),
    ),
    "a tag that is never closed": (
        "closing/date.md",
        "x\n\n{% if date %}\n{{ date | date }}\n",
        ("WRD-01", 3, "this {% if %} is never closed", "write {% endif %} where it ends"),
    ),
    "what cannot be read backwards": (
        "closing/date.md",
        "x\n\n{% set a = date %}\n",
        ("WRD-04", 3, "Assign cannot be read backwards", "use slots"),
    ),
    "a test that the clause ends before": (
        "closing/date.md",
        "{% clause closing.date %}\n{% if date %}x{% endif %}\n{% if funds %}y\n{% endclause %}\n",
        ("WRD-01", 3, "this {% if %} is not closed before the {% endclause %} in line 4", "write {% endif %}"),
    ),
    "a closing tag of nothing": (
        "closing/date.md",
        "{% clause closing.date %}\nx{% endif %}\n{% endclause %}\n",
        ("WRD-01", 2, "{% endif %} closes nothing", "take it out, or write {% if … %} before it"),
    ),
    "a slot that is not closed": (
        "closing/date.md",
        "x\n{{ date | date\n{{ date | date }}\n",
        ("WRD-01", 2, "this {{ is not closed", "write }} where it ends"),
    ),
    "another branch of nothing": (
        "closing/date.md",
        "{% else %}\n",
        ("WRD-01", 1, "{% else %} stands in no {% if %}", "take it out"),
    ),
    "the quotes of a word processor": (
        "lead_in/house.md",
        "{% if operation == \u2018delete\u2019 %}\nx\n{% endif %}\n",
        ("WRD-01", 1, "the quote \u2018 is curly", "within {{ }} and {% %} type straight quotes: 'word'"),
    ),
    "a quote that is not closed": (
        "lead_in/house.md",
        "{% if operation == 'delete %}\nx\n{% endif %}\n",
        ("WRD-01", 1, "a quote is not closed", "write ' at both ends"),
    ),
    "an equals sign alone": (
        "lead_in/house.md",
        "{% if operation = 'delete' %}\nx\n{% endif %}\n",
        ("WRD-01", 1, "one = compares nothing", "write =="),
    ),
    "a tag that there is not": (
        "closing/date.md",
        "{% if date %}x{% elseif funds %}y{% endif %}\n",
        ("WRD-01", 1, "there is no tag 'elseif'", "did you mean elif?"),
    ),
    "a tag out of order": (
        "closing/date.md",
        "{% for fund of funds %}x{% endfor %}\n",
        ("WRD-01", 1, "the tag is not in order", "write {% for one in list %}"),
    ),
    "a flag as a word": (
        "waiver/house.md",
        "{% if recoupment.lesser_of_caps == 'yes' %}x{% endif %}\n",
        (
            "WRD-02",
            1,
            "recoupment.lesser_of_caps is never 'yes'",
            "it is true or false: write {% if recoupment",
        ),
    ),
    "a number that is a word": (
        "waiver/house.md",
        "{% if recoupment.years == 1 %}x{% endif %}\n",
        ("WRD-02", 1, "recoupment.years is never 1", "values are words: write recoupment.years == '1'"),
    ),
    "a part with parts as a word": (
        "waiver/house.md",
        "{% if recoupment == 'yes' %}x{% endif %}\n",
        ("WRD-02", 1, "recoupment is never 'yes'", "to ask whether there is one, write {% if recoupment %}"),
    ),
    "a call": (
        "closing/date.md",
        "{{ date.strftime('x') | date }}\n",
        ("WRD-02", 1, "Call stands where a name is wanted", "use names"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_found_at_its_line(folder: Path, case: str) -> None:
    name, text, (code, line, message, help) = CASES[case]
    found = faults(folder, name, text)
    assert [(one[0], one[1], one[2]) for one in found] == [(code, f"templates/wording/{name}", line)]
    assert found[0][3].startswith(message)
    assert found[0][4].startswith(help)


@pytest.mark.parametrize(
    ("name", "text", "marked"),
    [
        ("closing/date.md", "As of dat, {{ date | date }} and {{ dat | date }}, {{ dat | date }}\n", ["dat", "dat"]),
        ("closing/date.md", "{{ date | date }} {{ registrant . nane | name }}\n", ["registrant . nane"]),
        ("closing/date.md", "{{ date | date }} {{ date | dote }}\n", ["dote"]),
        ("closing/date.md", "{{ date | date }} {{ date | money }}\n", ["money"]),
        ("closing/date.md", "x {{ date }} {{ date | date }}\n", ["date"]),
        ("closing/date.md", "{{ date | date }} {{ date.strftime('x') | date }}\n", ["date"]),
        ("closing/date.md", "x {% set a = date %} {{ date | date }}\n", ["{% set a = date %}"]),
        ("closing/date.md", 'x {% include "phrase/documents_dted" %}\n', ["phrase/documents_dted"]),
        ("closing/date.md", "{% if date %}x{% endif %} {% if funds %}y\n", ["{% if funds %}"]),
        ("lead_in/house.md", "{% if operation == 'delte' %}x{% endif %}\n", ["delte"]),
        ("lead_in/house.md", "{% if operation == \u201cdelete\u201d %}x{% endif %}\n", ["\u201c"]),
        ("closings/date.md", "{{ date | date }}\n", [""]),
    ],
)
def test_the_columns_are_those_of_what_is_wrong(folder: Path, name: str, text: str, marked: list[str]) -> None:
    (folder / "closings").mkdir()
    (folder / name).write_text(text, "utf-8")
    spans = [one.span for one in check_wording(Wording((folder,))) if one.file.endswith(name)]
    assert [text[span.column - 1 : span.end_column - 1] for span in spans] == marked
    assert len({span.column for span in spans}) == len(marked)


def test_a_phrase_that_is_no_template_is_told_once(folder: Path) -> None:
    assert [one[:3] for one in faults(folder, "phrase/effective_the.md", "{% if effective %}\n")] == [
        ("WRD-01", "templates/wording/phrase/effective_the.md", 1)
    ]


def test_a_fault_in_a_phrase_is_named_where_it_stands(folder: Path) -> None:
    text = (folder / "phrase/documents.md").read_text("utf-8").replace("phrase/document", "phrase/document").rstrip()
    found = faults(folder, "phrase/documents.md", f"{text}\n{{{{ target.dat | date }}}}\n")
    assert {(code, file, line) for code, file, line, _, _ in found} == {
        ("WRD-02", "templates/wording/phrase/documents.md", 2)
    }


def test_a_file_that_is_not_utf_8_is_a_fault(folder: Path) -> None:
    (folder / "closing/date.md").write_bytes(b"\xff\xfe\x00")
    assert [one.code for one in check_wording(Wording((folder,)))] == ["WRD-01"]


def test_a_folder_that_words_nothing_is_a_fault(folder: Path) -> None:
    (folder / "closings").mkdir()
    found = faults(folder, "closings/date.md", "x\n")
    assert found[0][:3] == ("WRD-05", "templates/wording/closings/date.md", 1)
    assert found[0][4].startswith("did you mean closing?")


def test_all_faults_are_reported_at_once(folder: Path) -> None:
    (folder / "closing/retain.md").write_text("{{ x | name }}\n{{ y | name }}\n")
    found = faults(folder, "opening/made_as_of.md", "{{ z | name }}\n")
    assert [one[1:3] for one in found] == [
        ("templates/wording/closing/retain.md", 1),
        ("templates/wording/closing/retain.md", 2),
        ("templates/wording/opening/made_as_of.md", 1),
    ]


def test_sources_are_given_as_typed(folder: Path) -> None:
    sources = read_sources(Wording((folder,)))
    assert sources["templates/wording/closing/date.md"] == (folder / "closing/date.md").read_text("utf-8")
