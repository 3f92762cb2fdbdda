"""Projects of varied supplements by seed: no two alike, all of them valid content of this tool.

    from benchmarks.side_by_side.documents import write_project
    files = write_project(folder, "typical", 100, seed=7)

A document is told by kind, seed and number, whatever the count: the same words on every run and every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Literal, TypeAlias, get_args

from benchmarks.side_by_side import words
from generator.library.spelling import write_yaml

Content: TypeAlias = dict[str, Any]
Kind = Literal["small", "typical", "long", "wide-table"]
KINDS: tuple[Kind, ...] = get_args(Kind)
#: So many supplements are of one registrant, each about a fund and two people of its own.
FAMILY = 10
CLASSES: dict[Kind, tuple[str, ...]] = {
    "small": ("A", "C", "I"),
    "typical": ("A", "C", "I"),
    "long": ("A", "C", "I"),
    "wide-table": ("A", "B", "C", "F", "I", "K", "N", "R1", "R2", "R4", "R6", "Z"),
}
#: Whoever manages a fund is told of in each of its documents, fees in the prospectus alone.
_FEES, _ALL = ("prospectus",), ("summary_prospectus", "prospectus", "sai")
DOCUMENTS: dict[Kind, tuple[str, ...]] = {"small": _FEES, "typical": _ALL, "long": _ALL, "wide-table": _FEES}
#: The 12b-1 fee of each class in hundredths of a percent.
DISTRIBUTION = {"A": 25, "B": 100, "C": 100, "F": 25, "K": 25, "N": 75, "R1": 100, "R2": 75, "R4": 25}
SECTIONS_OF_LONG = 30
ROWS_OF_WIDE = 120


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document is about: drawn first, so that all of its parts agree."""

    random: Random
    classes: tuple[str, ...]
    fund: str
    people: tuple[str, str]
    dated: date
    prospectus: date
    effective: date
    management: int
    other: int
    waived: int


def write_project(folder: Path, kind: Kind, count: int, seed: int) -> list[Path]:
    """Writes so many supplements and their registrants below `folder`/content; gives the supplements' files."""
    content = folder / "content"
    (content / "registrants").mkdir(parents=True, exist_ok=True)
    for family in range((count + FAMILY - 1) // FAMILY):
        path = content / "registrants" / f"{family_key(kind, seed, family)}.yaml"
        path.write_text(write_yaml(registrant(kind, family, seed)), encoding="utf-8")
    files = []
    for number in range(count):
        path = content / f"{kind[:4]}-{seed}-{number:04}.yaml"
        path.write_text(write_yaml(supplement(kind, number, seed)), encoding="utf-8")
        files.append(path)
    return files


def registrant(kind: Kind, family: int, seed: int) -> Content:
    """A family of funds, as it is declared once: the funds and people of its supplements."""
    random = Random(f"{seed}:family:{family}")
    numbers = range(family * FAMILY, (family + 1) * FAMILY)
    facts = {number: _facts(kind, number, seed) for number in numbers}
    classes = {key: f"Class {key}" for key in CLASSES[kind]}
    people = {f"p{number}-{at}": _person(random, name) for number, one in facts.items() for at, name in _named(one)}
    return {
        "name": f"{family_name(seed, family)} Funds",
        "cik": f"000{random.randint(9_000_000, 9_999_999)}",
        "file_no_1933": f"333-{random.randint(900_000, 999_999)}",
        "file_no_1940": f"811-{random.randint(90_000, 99_999)}",
        "terms": {"fund": "Fund", "adviser": "Adviser", "board": "Trustees"},
        "style": {"legend": "rule_497e", "closing": "retain", "header": "registrant_first"},
        "funds": {f"f{number}": {"name": one.fund, "classes": classes} for number, one in facts.items()},
        "people": people,
    }


def supplement(kind: Kind, number: int, seed: int) -> Content:
    """The content of a supplement."""
    facts = _facts(kind, number, seed)
    changes, waived = _BODIES[kind](facts, number)
    content: Content = {
        "registrant": family_key(kind, seed, number // FAMILY),
        "date": f"{facts.dated}",
        "funds": f"f{number}",
        "targets": [{"document": one, "date": f"{facts.prospectus}"} for one in DOCUMENTS[kind]],
        "effective": f"{facts.effective}",
        "changes": changes,
    }
    return content | ({"waive": waived} if waived else {})


def family_name(seed: int, family: int) -> str:
    """The name that the funds of a family begin with; hardly ever that of another."""
    random = Random(f"{seed}:name:{family}")
    return f"{random.choice(words.HOUSES)} {random.choice(words.LAST)} {random.choice(words.PLACES)}"


def family_key(kind: Kind, seed: int, family: int) -> str:
    """The key of a family's registrant."""
    return f"{kind[:4]}-{seed}-{family:03}"


def _facts(kind: Kind, number: int, seed: int) -> Facts:
    """What the document of a kind, a seed and a number is about."""
    random = Random(f"{seed}:{kind}:{number}")
    family = family_name(seed, number // FAMILY)
    firsts, lasts = words.drawn(random, words.FIRST, 2), words.drawn(random, words.LAST, 2)
    initials = random.choice("ABCDEFGHJKLMNPRSTVW"), random.choice("ABCDEFGHJKLMNPRSTVW")
    one, two = (f"{first} {mark}. {last}" for first, mark, last in zip(firsts, initials, lasts, strict=True))
    dated = words.business_day(random, date(2024, 6, 20), 60)
    return Facts(
        random,
        CLASSES[kind],
        f"{family} {words.STYLES[number % FAMILY]} Fund",
        (one, two),
        dated,
        words.business_day(random, date(2024, 2, 20), 60),
        words.business_day(random, dated + timedelta(days=10), 20),
        management=random.randint(55, 95),
        other=random.randint(8, 29),
        waived=random.randint(3, 7),
    )


def _named(facts: Facts) -> list[tuple[int, str]]:
    return list(enumerate(facts.people))


def _person(random: Random, name: str) -> Content:
    return {"name": name, "title": random.choice(words.TITLES), "bio": words.biography(random, name)}


# --- The parts of a supplement -------------------------------------------------------------------------------------


def _fees(facts: Facts) -> Content:
    """The change that brings the fee table: six rows with two footnotes."""
    ends = facts.effective + timedelta(days=364)
    table = {
        "rows": {
            "management_fee": {"all": words.percent(facts.management), "note": "restated"},
            "distribution_12b1": {key: words.percent(DISTRIBUTION.get(key, 0)) for key in facts.classes},
            "other_expenses": {key: words.percent(facts.other + at) for at, key in enumerate(facts.classes)},
            "waiver": {"all": words.percent(facts.waived), "note": "waiver"},
        },
        "notes": {"restated": {"kind": "restated"}, "waiver": {"kind": "waiver", "ends": f"{ends}"}},
    }
    location = {"section": "Fees and Expenses of the Fund", "table": "Annual Fund Operating Expenses"}
    return {"operation": "replace_table", "location": location, "content": [{"fee_table": table}]}


def _tiers(facts: Facts) -> Content:
    """The change that brings the management fee by tiers, with a long note."""
    first = facts.random.randrange(200, 900, 50)
    tiers = [
        {"up_to": f"${first} million", "rate": words.percent(facts.management + 2)},
        {"up_to": f"${facts.random.randint(2, 4)} billion", "rate": words.percent(facts.management - 3)},
        {"rate": words.percent(facts.management - facts.random.randint(6, 12))},
    ]
    location = {"section": ["Management of the Fund", "The Adviser"], "table": "Management Fees"}
    return {"operation": "replace_table", "location": location, "content": [{"fee_schedule": {"tiers": tiers}}]}


def _people(facts: Facts, number: int) -> Content:
    """The change that brings two biographies."""
    location = {"section": ["Management of the Fund", "Portfolio Managers"]}
    since = f"2022-{facts.random.randint(1, 12):02}"
    people = [{"person": f"p{number}-{at}", "since": since} for at, _ in _named(facts)]
    return {"operation": "replace_section", "location": location, "content": [{"people": people}, _MORE]}


def _prose(facts: Facts, at: int, paragraphs: int, length: int) -> Content:
    """A change that brings running text under a heading, and sometimes a list."""
    random = facts.random
    industry, asset = random.choice(words.INDUSTRIES).title(), random.choice(words.ASSETS).title()
    content: list[Any] = [{"heading": f"Companies in {industry} and Owners of {asset}"}]
    content += [words.paragraph(random, length) for _ in range(paragraphs)]
    if at % 3 == 1:
        content += ["Among what can go wrong:", {"bullets": words.drawn(random, words.CAUSES, 5)}]
    location = {"section": ["Additional Investment Strategies", f"Part {at + 1}"]}
    section = f"Part {at + 1} of the Additional Investment Strategies"
    return {"section": section, "operation": "supplement", "location": location, "content": content}


def _holdings(facts: Facts) -> Content:
    """A change that brings a table of many rows."""
    random = facts.random
    rows = [
        [
            f"{random.choice(words.LAST)} {random.choice(words.INDUSTRIES).title()} {at + 1}",
            random.choice(words.CITIES),
            f"{random.randint(1_000, 999_999):,}",
            f"${random.randint(100_000, 99_999_999):,}",
            f"{random.randint(1, 499) / 100:.2f}%",
        ]
        for at in range(ROWS_OF_WIDE)
    ]
    table = {"caption": "Investments", "head": ["Company", "Place", "Shares", "Value", "Share of Net Assets"]}
    location = {"section": "Investments of the Fund"}
    return {"operation": "replace_section", "location": location, "content": [{"table": table | {"rows": rows}}]}


_MORE = (
    "The SAI tells how the portfolio managers are paid, what other accounts they manage and what shares of the Fund "
    "they own."
)
_NO_EXAMPLE = {"code": "EX-01", "reason": "The Example changes by less than a dollar for each class."}


def _small(facts: Facts, _number: int) -> tuple[list[Content], list[Content]]:
    return [_fees(facts)], [_NO_EXAMPLE]


def _typical(facts: Facts, number: int) -> tuple[list[Content], list[Content]]:
    prose = _prose(facts, 1, 4, 58)
    return [_fees(facts), _tiers(facts), _people(facts, number), prose], [_NO_EXAMPLE]


def _long(facts: Facts, number: int) -> tuple[list[Content], list[Content]]:
    prose = [_prose(facts, at, 4, 75) for at in range(SECTIONS_OF_LONG)]
    return [_fees(facts), _tiers(facts), _people(facts, number), *prose], [_NO_EXAMPLE]


def _wide(facts: Facts, _number: int) -> tuple[list[Content], list[Content]]:
    return [_fees(facts), _holdings(facts)], [_NO_EXAMPLE]


_BODIES: dict[Kind, Callable[[Facts, int], tuple[list[Content], list[Content]]]] = {
    "small": _small,
    "typical": _typical,
    "long": _long,
    "wide-table": _wide,
}
