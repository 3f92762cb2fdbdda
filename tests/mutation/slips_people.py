"""Slips about people and names: those who manage, the fund, the registrant, the house's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.mutation.samples import Data, Sample, Steps
from tests.mutation.slips import GONE, Edit, misspelt, put, renamed, sentences

#: Where running text, headings and tables stand.
_TEXTS = r"^(?:opening|closing|changes)|\.bio$"
_PERSON = re.compile(r"(?:^|\.)(?:persons|removed|added|continuing|people)\[\d+\](?:\.person)?$")
#: What new text may say of a fund.
_POLICIES = ("invests in companies of any size", "may hold cash", "is diversified", "pays dividends once a year")
_PRONOUNS = {"She": "He", "she": "he", "Her": "His", "her": "his", "He": "She", "he": "she", "His": "Her", "his": "her"}


def _texts(sample: Sample, pattern: str = _TEXTS) -> Iterator[tuple[Steps, str]]:
    """The pieces of text that hold more than a word."""
    return ((steps, text) for steps, text in sample.at(pattern) if isinstance(text, str) and " " in text)


def _inside(sample: Sample, words: str, instead: Any, pattern: str = _TEXTS) -> Iterator[Edit]:
    """Some words in each text where they stand, replaced by what a function makes of them, one place at a time."""
    for steps, text in _texts(sample, pattern):
        for found in re.finditer(words, text):
            yield put(steps, text[: found.start()] + instead(found[0]) + text[found.end() :])


def _shown(sample: Sample) -> set[str]:
    """The keys of the people whom the supplement refers to."""
    return {value for path, _, value in sample.places if _PERSON.search(path) and isinstance(value, str)}


def _people(sample: Sample) -> dict[str, dict[str, str]]:
    """The people whom the supplement refers to."""
    shown = _shown(sample)
    return {key: one for key, one in sample.data["registrant"].get("people", {}).items() if key in shown}


def _listed_people(sample: Sample, pattern: str) -> list[str]:
    """The keys of the people in the lists at some paths, each once."""
    listed = [one for _, people in sample.at(pattern) if isinstance(people, list) for one in people]
    return [*dict.fromkeys(one["person"] if isinstance(one, dict) else one for one in listed)]


def person_key(sample: Sample, random: Random) -> Iterator[Edit]:
    """The key of a person misspelt."""
    for path, steps, value in sample.places:
        if _PERSON.search(path) and isinstance(value, str):
            yield put(steps, misspelt(value, random))


def family_name_in_words(sample: Sample, random: Random) -> Iterator[Edit]:
    """A family name misspelt in a sentence or a table."""
    families = "|".join({re.escape(one["name"].split()[-1]) for one in _people(sample).values()})
    if families:
        own = r"^changes|\.people\.(?:" + "|".join(_people(sample)) + r")\.bio$"
        yield from _inside(sample, rf"\b(?:{families})\b", lambda name: misspelt(name, random), own)


def forename_in_words(sample: Sample, random: Random) -> Iterator[Edit]:
    """A forename misspelt before the family name."""
    for person in _people(sample).values():
        forename = person["name"].split()[0]
        yield from _inside(sample, rf"\b{forename}(?= )", lambda name: misspelt(name, random), r"^changes")


def since_in_two_places(sample: Sample, random: Random) -> Iterator[Edit]:
    """Somebody's length of service told in another way in one of the places."""
    serving = [
        (steps, one) for steps, one in sample.at(r"\]$") if isinstance(one, dict) and {"person", "since"} <= set(one)
    ]
    keys = [one["person"] for _, one in serving]
    for place, one in serving:
        steps, value = (*place, "since"), one["since"]
        if keys.count(one["person"]) > 1:
            yield put(steps, f"{int(value[:4]) + random.choice([-3, -2, -1, -10])}{value[4:]}")
            yield put(steps, f"{value[:5]}{random.randrange(1, 13):02}{value[7:]}")


def since_before_joining(sample: Sample, random: Random) -> Iterator[Edit]:
    """Somebody who manages the fund since before they joined the firm, or from a day that lies ahead."""
    for steps, value in sample.at(r"\.(?:persons|continuing|added)\[\d\]\.since$"):
        yield put(steps, f"{random.randrange(1985, 2009)}{value[4:]}")
        yield put(steps, f"{int(sample.data['date'][:4]) + random.randrange(1, 9)}{value[4:]}")


def title_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """A portfolio manager without a title; who leaves or stays is named without one."""
    for key in _listed_people(sample, r"\.people$|\.added$"):
        yield put(("registrant", "people", key, "title"), GONE)


def biography_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """A portfolio manager of a list with biographies without one, or with an empty one."""
    for key, person in sample.data["registrant"].get("people", {}).items():
        if key in _listed_people(sample, r"\.people$") and "bio" in person:
            yield put(("registrant", "people", key, "bio"), random.choice([GONE, ""]))


def pronoun(sample: Sample, random: Random) -> Iterator[Edit]:
    """She for he."""
    own = r"^changes|\.people\.(?:" + "|".join(_people(sample)) + r")\.bio$"
    yield from _inside(sample, rf"\b(?:{'|'.join(_PRONOUNS)})\b", _PRONOUNS.__getitem__, own)


def honorific(sample: Sample, random: Random) -> Iterator[Edit]:
    """Mr. for Ms., where a pronoun or another text says otherwise."""
    for key, person in _people(sample).items():
        bio = person.get("bio", "")
        if len(re.findall(r"\b(?:Mr|Ms)\.|\b(?:He|She)\b", bio)) > 1:
            other = {"Mr.": "Ms.", "Ms.": "Mr."}
            yield from _inside(sample, r"\bM[rs]\.", other.__getitem__, rf"\.people\.{key}\.bio$")


def biography_of_another(sample: Sample, random: Random) -> Iterator[Edit]:
    """The biography of one person under the name of another."""
    people = _people(sample)
    for key in people:
        for other, person in people.items():
            if other != key and "bio" in person and "bio" in people[key]:
                yield put(("registrant", "people", key, "bio"), person["bio"])


def somebody_leaves_and_stays(sample: Sample, random: Random) -> Iterator[Edit]:
    """Somebody who leaves still among those who manage the fund, or leaving in one place and staying in another."""
    for steps, change in sample.at(r"\.manager_change$"):
        for leaving in change.get("removed", ()):
            key = leaving["person"] if isinstance(leaving, dict) else leaving
            yield put((*steps, "continuing"), [*change.get("continuing", []), key])
            for place, persons in sample.at(r"\.people(?:\.persons)?$"):
                if isinstance(persons, list):
                    since = f"{random.randrange(2018, 2024)}-0{random.randrange(1, 10)}"
                    yield put(place, [*persons, {"person": key, "since": since}])
    for _, change in sample.at(r"\.trustees\.changes\[\d\]$"):
        for place, members in sample.at(r"\.trustees\.members$") if change["event"] in ("retires", "resigns") else ():
            member = {"name": change["name"], "born": "1950", "position": "Trustee", "since": "2009"}
            yield put(place, [*members, member | {"occupations": "Retired", "overseen": "5"}])


def somebody_left_out(sample: Sample, random: Random) -> Iterator[Edit]:
    """Somebody who manages the fund from now on, and is missing where the managers are listed."""
    changed = {
        value
        for path, _, value in sample.places
        if re.search(r"\.(?:added|continuing)\[\d\](?:\.person)?$", path) and isinstance(value, str)
    }
    for steps, persons in sample.at(r"\.people(?:\.persons)?$"):
        for at, person in enumerate(persons if isinstance(persons, list) and len(persons) > 1 else ()):
            key = person["person"] if isinstance(person, dict) else person
            if key in changed:
                yield put((*steps, at), GONE)


def _funds(sample: Sample) -> dict[str, str]:
    return {key: fund["name"] for key, fund in sample.data["registrant"]["funds"].items()}


def _listed(sample: Sample) -> list[str]:
    funds = sample.data["funds"]
    return funds if isinstance(funds, list) else [funds]


def _slip_in(name: str, random: Random) -> str:
    """A name with a slip in one of its longer words, or with a hyphen or capital of its own."""
    words = name.split()
    at = random.choice([index for index, word in enumerate(words) if len(word) > 3])
    made = " ".join([*words[:at], misspelt(words[at], random), *words[at + 1 :]])
    return random.choice([made, made, name.replace(" Cap ", "-Cap ")]) if " Cap " in name else made


def fund_name_in_words(sample: Sample, random: Random) -> Iterator[Edit]:
    """A fund's name misspelt in a sentence or a heading."""
    for name in _funds(sample).values():
        yield from _inside(
            sample,
            re.escape(name),
            lambda found: _slip_in(found, random),
            r"^changes\[\d+\]\.(?:section|reason|content|introduction)",
        )


def registrant_name_in_words(sample: Sample, random: Random) -> Iterator[Edit]:
    """The registrant's name misspelt in the header that an author writes."""
    name = sample.data["registrant"]["name"]
    fund = _funds(sample)[_listed(sample)[0]]
    yield ((("header",), [_slip_in(name, random), fund]),)


def another_funds_name(sample: Sample, random: Random) -> Iterator[Edit]:
    """A sentence that was copied from another fund's supplement, and kept its name."""
    others = [name for key, name in _funds(sample).items() if key not in _listed(sample)]
    term = sample.data["registrant"]["terms"]["fund"]
    for other in others:
        found = rf"\b[Tt]he {term}\b(?!['\u2019]s)"
        yield from _inside(sample, found, lambda one, other=other: f"{one[:3]} {other}", r"^changes.*\.content\[\d+\]$")


def fund_key(sample: Sample, random: Random) -> Iterator[Edit]:
    """The key of a fund misspelt."""
    for steps, value in sample.at(
        r"^(?!registrant).*(?:^|\b)funds?(?:\[\d+\])?$|\.mergers\[\d\]\.(?:target|acquiring)$"
    ):
        if isinstance(value, str):
            yield put(steps, misspelt(value, random))


def class_key(sample: Sample, random: Random) -> Iterator[Edit]:
    """A class that the fund does not have."""
    for steps, value in sample.at(r"^changes.*\.(?:from|to|class|classes|classes\[\d+\])$"):
        if isinstance(value, str):
            yield put(steps, random.choice(["B", "D", "Z", "T", "R"]))
    for steps, value in sample.at(r"^changes.*\.(?:rows\.\w+|limits|rates|ratios|rows|classes)$"):
        classes = [key for key in value if re.fullmatch(r"[A-Z]\d?", key)] if isinstance(value, dict) else []
        if classes:
            yield put(steps, renamed(value, random.choice(classes), random.choice(["B", "D", "Z", "T", "R"])))


def other_house_term(sample: Sample, random: Random) -> Iterator[Edit]:
    """The Manager where the house says the Adviser; Advisor for Adviser."""
    for steps, text in sentences(sample):
        for found in re.finditer(r"\bAdviser\b", text):
            other = random.choice(["Manager", "Advisor"])
            yield put(steps, text[: found.start()] + other + text[found.end() :])


def old_name_after_a_rename(sample: Sample, random: Random) -> Iterator[Edit]:
    """New text with the name that the same supplement gives up."""
    new: Data = {"operation": "replace_paragraph"}
    changes, renamed_funds = sample.data["changes"], sample.at(r"\.(?:name_change\.funds|adviser_change\.new_names)$")
    for old in [_funds(sample)[key] for _, names in renamed_funds for key in names]:
        for says in random.sample(_POLICIES, 2):
            new["location"] = {"section": "Strategies", "paragraph": str(random.randrange(1, 9))}
            yield put(("changes",), [*changes, new | {"content": [f"The {old} {says}."]}])
    for _, name in sample.at(r"^changes\[\d+\]\.old$"):
        new["location"] = {"section": random.choice(["Distributor", "Sales Charges", "Plan"]), "paragraph": "1"}
        yield put(("changes",), [*changes, new | {"content": [f"Orders are sent to {name}"]}])
