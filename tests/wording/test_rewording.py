"""Counsel rewords a template: the documents say the new words, and reading follows without a line of Python."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.document.ascii import SUBSTITUTES, to_ascii
from generator.document.canonical import canonical_text, shown_text
from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Block, Document, Heading, List, Paragraph, Strong, Table, Title
from generator.filing.formats import FORMATS
from generator.library.find import Source
from generator.library.load import Loaded
from generator.library.proof import recovered_house
from generator.recover.visible import visible
from generator.templates import templates_folder
from generator.wording.check import check_wording
from generator.wording.environment import Wording, load_wording
from generator.wording.matchers import literal
from tests.without_rules import plain_library

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
SUPPLEMENTS = sorted(CONTENT.glob("*.yaml"))

EFFECTIVE = """\
{% if not effective %}With no change of date, the{% elif effective.qualifier == 'immediately' %}As of now, the\
{% elif effective.qualifier == 'on' %}From {{ effective.date | date }} on, the\
{% elif effective.qualifier == 'on_or_about' %}About {{ effective.date | date }}, the\
{% elif effective.qualifier == 'close_of_business' %}From the close of {{ effective.date | date }}, the{% endif %}"""
#: Templates reworded: other words, another order of slots, bold added, a slot moved to another place.
REWORDED = {
    "phrase/effective_the.md": EFFECTIVE,
    "header/registrant_first.md": """\
{% for fund in funds %}
# {{ fund.name | name }}
{% endfor %}
# (each a part of {{ registrant.name | name }})
{% clause header.dated %}
# {{ date | date }}: a *supplement* to the {% include "phrase/documents_dated" %}
{% endclause %}
""",
    "opening/made_as_of.md": """\
{% clause opening.made_as_of %}
**{{ registrant.name | name }}** has amended its {% include "phrase/documents" %} on {{ date | date }}.
{% endclause %}
""",
    "people/house.md": """\
{% for person in people %}
{% clause people.bio %}
1. {{ person.title | name }} of the **{{ terms.adviser | name }}**: \
{{ person.name | person }}{% if person.credentials %} ({{ person.credentials | credentials }}){% endif %}\
{% if person.bio %} – {{ person.bio | text }}{% endif %}
{% endclause %}
{% endfor %}
""",
    "fee_schedule/house.md": """\
Table: {{ fund.name | name }}
| {% include "phrase/fee_name" %} | Rate |
|-|-|
{% for tier in tiers %}
| {% if tier.first %}up to {{ tier.first | money }}{% elif tier.next %}the next {{ tier.next | money }}\
{% elif tier.over %}above {{ tier.over | money }}{% else %}all net assets{% endif %} | **{{ tier.rate | rate }}** |
{% endfor %}
""",
}


#: Those that have a place for all that the shipped supplements say.
WITHOUT_LOSS = [name for name in REWORDED if name != "fee_schedule/house.md"]


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A project's own copy of the shipped templates."""
    shutil.copytree(templates_folder() / "wording", tmp_path / "templates" / "wording")
    return tmp_path / "templates"


def load(wording: Wording, path: Path) -> Loaded:
    loaded = plain_library(wording).load(Source(path, path.stem))
    assert loaded.document is not None, loaded.diagnostics
    assert not loaded.diagnostics
    return loaded


def check_round_trip(wording: Wording, path: Path) -> Document:
    """Every format says what the content says, in the wording given."""
    assert check_wording(wording) == []
    loaded = load(wording, path)
    assert loaded.house is not None
    assert loaded.document is not None
    shown = visible(loaded.house)
    for format in (FORMATS["text"], FORMATS["html"]):
        read = format.read(format.write(loaded.document))
        assert read == carried(loaded.document, format.carries)
        assert visible(recovered_house(carried(read, EVERYWHERE), wording)) == shown
    return loaded.document


def words(document: Document) -> str:
    def of(block: Block) -> str:
        match block:
            case Title(children) | Paragraph(children) | Heading(children=children):
                return shown_text(children)
            case List(items):
                return " ".join(map(shown_text, items))
            case Table(head, rows, caption):
                return " ".join(map(shown_text, [caption, *head, *(cell for row in rows for cell in row)]))
            case _:
                return ""

    return "\n".join(of(block) for block in document.blocks)


def reword(templates: Path, names: list[str]) -> Wording:
    for name in names:
        (templates / "wording" / name).write_text(REWORDED[name], encoding="utf-8")
    return Wording((templates / "wording",))


@pytest.mark.parametrize("path", SUPPLEMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", WITHOUT_LOSS)
def test_one_reworded_template_is_said_and_read(templates: Path, name: str, path: Path) -> None:
    check_round_trip(reword(templates, [name]), path)


def test_all_reworded_at_once_say_the_new_words(templates: Path) -> None:
    said = words(check_round_trip(reword(templates, WITHOUT_LOSS), CONTENT / "jpm-small-cap-2001-11-15.yaml"))
    assert "With no change of date, the section “The Advisers” of the Prospectuses" in said
    assert "Managing Director of the Adviser: Marian U. Pardo – Ms. Pardo manages" in said


def test_bold_that_counsel_adds_is_bold(templates: Path) -> None:
    document = check_round_trip(reword(templates, ["opening/made_as_of.md"]), CONTENT / "aim-small-cap-2009-11-12.yaml")
    opening = next(block for block in document.blocks if isinstance(block, Paragraph))
    assert isinstance(opening.children[0], Strong)


def test_lines_that_counsel_adds_are_lines_beside_the_authors(tmp_path: Path, templates: Path) -> None:
    closing = (
        "{% clause closing.retain %}\n: {{ registrant.name | name }}\n: P.O. Box 701,\n  Milwaukee\n{% endclause %}\n"
    )
    (templates / "wording" / "closing" / "retain.md").write_text(closing, encoding="utf-8")
    content = tmp_path / "signed.yaml"
    content.write_text(SIGNED, encoding="utf-8")
    document = check_round_trip(Wording((templates / "wording",)), content)
    signed, told = document.blocks[-2:]
    assert isinstance(signed, List) and isinstance(told, List)
    assert signed.style == told.style == "plain"
    assert [shown_text(line) for line in (*signed.items, *told.items)] == [
        "Jane Roe",
        "Secretary",
        "Example Trust",
        "P.O. Box 701, Milwaukee",
    ]


SIGNED = """\
registrant: {name: Example Trust, funds: {growth: Growth Fund}, style: {closing: retain}}
date: 2024-05-01
funds: growth
targets: [{document: prospectus, date: 2024-02-01}]
effective: immediately
changes:
  - operation: replace_section
    location: {section: Offices}
    content: The Fund has a new office.
closing:
  - lines: [Jane Roe, Secretary]
"""


def test_a_schedule_reworded_into_a_row_for_each_tier_is_read(tmp_path: Path, templates: Path) -> None:
    content = tmp_path / "schedule.yaml"
    content.write_text(SCHEDULE, encoding="utf-8")
    document = check_round_trip(reword(templates, ["fee_schedule/house.md"]), content)
    assert "the next $500 million 0.83%" in words(document)


SCHEDULE = """\
registrant: {name: Example Trust, funds: {growth: Growth Fund}}
date: 2024-05-01
funds: growth
targets: [{document: prospectus, date: 2024-02-01}]
changes:
  - operation: replace_table
    location: {table: Management Fee}
    content:
      - fee_schedule:
          fee: advisory
          tiers:
            - {up_to: $500 million, rate: 0.88%}
            - {up_to: $1 billion, rate: 0.83%}
            - {rate: 0.80%}
"""


def test_a_projects_own_template_stands_before_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "wording" / "opening"
    own.mkdir(parents=True)
    (own / "made_as_of.md").write_text(REWORDED["opening/made_as_of.md"], encoding="utf-8")
    wording = load_wording(tmp_path / "templates")
    assert "has amended its Prospectuses" in words(check_round_trip(wording, CONTENT / "aim-small-cap-2009-11-12.yaml"))


def test_a_projects_own_form_is_one_more(tmp_path: Path, templates: Path) -> None:
    (templates / "wording" / "closing" / "thanks.md").write_text(
        "Kept **with thanks** by {{ registrant.name | name }}.\n"
    )
    content = tmp_path / "schedule.yaml"
    content.write_text(SCHEDULE.replace("changes:", "style: {closing: thanks}\nchanges:"), encoding="utf-8")
    assert words(check_round_trip(Wording((templates / "wording",)), content)).endswith(
        "Kept with thanks by Example Trust."
    )


#: What counsel leaves out of a template, and what a shipped supplement then states and nobody can read.
DROPPED = {
    "liquidation/house.md": (
        r"\{% if last_purchase %\}.*",
        "liquidation",
        ["last_purchase", "reinvestment"],
    ),
    "waiver/house.md": (r"\{% if ended_by == 'board' %\}.*?\{% endif %\}", "fee-waiver", ["ended_by"]),
    "phrase/fund_closing_exception.md": (r"(?s).*", "fund-closing", []),
}


@pytest.mark.parametrize("name", DROPPED)
def test_a_fact_that_a_reworded_template_no_longer_says_is_refused(name: str, templates: Path) -> None:
    pattern, supplement, parts = DROPPED[name]
    template = templates / "wording" / name
    text = template.read_text("utf-8")
    cut = re.sub(pattern, "", text, count=1)
    assert cut != text
    template.write_text(cut, "utf-8")
    path = CONTENT / "tour" / f"{supplement}.yaml"
    found = plain_library(load_wording(templates)).load(Source(path, path.stem)).diagnostics
    assert found
    hidden = [one for one in found if one.code == "OUT-04"]
    assert [one.path.rpartition(".")[2] for one in hidden] == parts
    assert all("let the wording say it" in one.help and one.span.line > 1 for one in hidden)


@pytest.mark.parametrize("sign", SUBSTITUTES)
@pytest.mark.parametrize(
    "words", ["as {} 3 has", "as {}3 has", "as 3 {} has", "as 3{} has", "as 3 {}.", "{} 3", "3 {}"]
)
def test_a_sign_in_a_template_is_found_in_its_spelling(sign: str, words: str) -> None:
    typed = words.format(sign)
    for shown in (typed, canonical_text(to_ascii(typed))):
        found = literal(typed).pattern.match(shown)
        assert found and found.end() == len(shown), shown


def test_a_template_says_section_with_its_sign(tmp_path: Path, templates: Path) -> None:
    house = templates / "wording" / "waiver_change" / "house.md"
    house.write_text(
        house.read_text("utf-8").replace("The agreement by which", "The agreement under § 3 by which"), "utf-8"
    )
    loaded = load(Wording((templates / "wording",)), CONTENT / "tour" / "waiver-extension.yaml")
    assert loaded.document is not None
    assert "agreement under § 3 by which" in words(loaded.document)
