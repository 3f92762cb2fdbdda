"""Made-up names, dates and sentences, all drawn from one seeded source of chance."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

FIRST = (
    "Adele", "Bruno", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Katya", "Luis", "Mina",
    "Nadia", "Oscar", "Petra", "Quentin", "Rosa", "Stefan", "Tamar", "Ulrich", "Vera", "Wendell", "Ximena", "Yusuf",
)  # fmt: skip
LAST = (
    "Aldana", "Bergström", "Castellan", "Dunmore", "Eastlake", "Farrow", "Gallant", "Holloway", "Iverson", "Jarrett",
    "Kessler", "Lindqvist", "Marchetti", "Norwood", "Ostrander", "Pemberton", "Quillon", "Radley", "Santoro",
    "Thackeray", "Underhill", "Vasquez", "Whitlock", "Yarrow", "Zeller",
)  # fmt: skip
HOUSES = ("Calder", "Ridge", "Alder", "Stone", "Marsh", "Fairmont", "Kestrel", "Bay", "Summit", "Orchard", "Granite")
PLACES = ("Point", "Bridge", "Hill", "Harbor", "Field", "Crossing", "Gate", "Mill", "Landing", "Meadow", "Spring")
STYLES = (
    "Growth", "Value", "Core Equity", "Dividend Growth", "Small Company", "Mid-Size Company", "World Equity",
    "Income", "Short-Term Bond", "Balanced",
)  # fmt: skip
TITLES = ("Managing Director", "Senior Vice President", "Vice President", "Portfolio Manager")
FIRMS = ("a bank in {city}", "an insurer in {city}", "a pension plan in {city}", "another asset manager in {city}")
CITIES = ("Boston", "Chicago", "Denver", "Atlanta", "Seattle", "Dallas", "Toronto", "London", "Zurich", "Charlotte")
INDUSTRIES = (
    "shipping", "health care", "water supply", "semiconductors", "insurance", "timber", "retailing", "air travel",
    "building materials", "electric power", "packaging", "food processing", "railroads", "software", "steel",
)  # fmt: skip
ASSETS = ("office buildings", "warehouses", "apartments", "data centers", "hospitals", "farmland", "shopping centers")
CAUSES = (
    "rising interest rates", "a fall in demand", "new taxes", "stricter zoning", "higher costs of energy",
    "a shortage of workers", "storms and floods", "a change of exchange rates", "defaults of borrowers",
)  # fmt: skip
#: Each sentence takes words and numbers of its own, so that hardly any two in a season are alike.
SENTENCES = (
    "The Fund may invest up to {percent} of its net assets in companies that earn most of their revenue in {industry}.",
    "Owners of {asset} feel {cause} early, and after {cause2} they find it harder to raise money.",
    "In the {years} years to {month} the prices of {asset} fell by more than {percent} in {few} of the months.",
    "Companies in {industry} and in {industry2} depend on a small number of customers, of whom the largest may buy "
    "{percent} of what they sell.",
    "The Adviser looks at some {count} companies in {industry} each year and expects to hold about {few} of them.",
    "A company that runs {asset} near {city} can lose tenants in times of {cause} or {cause2}.",
    "Shares of such companies are bought and sold less often, and on {count} days of an average year the Fund could "
    "sell no more than {percent} of what it holds.",
    "In times of {cause} the Fund may keep up to {percent} of its assets in cash for as long as {few} months.",
    "What is paid by firms in {industry} varies: over {years} years the highest payment was {few} times the lowest.",
    "Laws on {industry} differ from state to state, and courts in {city} and {city2} have read them in several ways.",
    "The value of {asset} is an estimate, made about {few} times a year by appraisers who may not agree.",
    "Neither the Adviser nor the Fund can foresee {cause}, and a plan made for it may cost more than it saves.",
)
BIOGRAPHY = (
    "has managed portfolios since {first} and has been with the Adviser since {second}",
    "follows {count} companies in {industry} and {industry2} and leads a group of {few} analysts",
    "worked before that for {firm} for {few2} years, at first as an analyst for {industry3}",
    "began as a trader of shares in {city2} and studied engineering and economics there",
)


def drawn(random: Random, choices: tuple[str, ...], count: int) -> list[str]:
    """So many different ones of some words."""
    return random.sample(choices, count)


def sentence(random: Random) -> str:
    """A sentence of running text."""
    industry, industry2 = drawn(random, INDUSTRIES, 2)
    cause, cause2 = drawn(random, CAUSES, 2)
    city, city2 = drawn(random, CITIES, 2)
    words = {
        "industry": industry, "industry2": industry2, "cause": cause, "cause2": cause2, "city": city, "city2": city2,
        "asset": random.choice(ASSETS), "percent": f"{random.randint(20, 299) / 10}%", "few": random.randint(3, 19),
        "count": random.randint(20, 240), "years": random.randint(4, 18),
        "month": f"{random.choice(('March', 'June', 'September'))} {random.randint(2011, 2023)}",
    }  # fmt: skip
    return random.choice(SENTENCES).format(**words)


def paragraph(random: Random, words: int = 70) -> str:
    """Sentences of at least so many words together, no two of them the same."""
    said: dict[str, None] = {}
    while sum(len(one.split()) for one in said) < words:
        said[sentence(random)] = None
    return " ".join(said)


def biography(random: Random, name: str) -> str:
    """What is told of a portfolio manager, under a surname that says nothing of man or woman."""
    industry, industry2, industry3 = drawn(random, INDUSTRIES, 3)
    city, city2 = drawn(random, CITIES, 2)
    second = random.randint(2013, 2021)
    words = {
        "industry": industry, "industry2": industry2, "industry3": industry3, "city2": city2,
        "firm": random.choice(FIRMS).format(city=city), "first": second - random.randint(2, 4), "second": second,
        "few": random.randint(3, 12), "few2": random.randint(3, 9), "count": random.randint(25, 140),
    }  # fmt: skip
    surname = name.split()[-1]
    return " ".join(f"{'Dr. ' + surname} {one.format(**words)}." for one in BIOGRAPHY)


def business_day(random: Random, first: date, days: int) -> date:
    """A Tuesday, Wednesday or Thursday from a day on, within so many days."""
    day = first + timedelta(days=random.randrange(days))
    while day.weekday() not in (1, 2, 3):
        day += timedelta(days=1)
    return day


def percent(hundredths: int) -> str:
    """A rate as a fee table shows it; none as the word."""
    return f"{hundredths / 100:.2f}%" if hundredths else "None"
