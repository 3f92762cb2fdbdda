"""What is declared once and referred to by key: registrant, funds, classes, people, house terms."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.model.values import Called, Key, Name, Prose, read_name, refuse, unquoted


class Model(BaseModel):
    """A part of the content: frozen, and strict about unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _pattern(pattern: str, code: str, example: str) -> BeforeValidator:
    """A validator for identifiers of one form."""
    compiled = re.compile(pattern)

    def read(value: Any) -> str:
        text = read_name(value)
        if not compiled.fullmatch(text):
            refuse(code, f"{text!r} has not the form that is wanted here", f"write it like {example}")
        return text

    return BeforeValidator(read)


Cik = Annotated[str, _pattern(r"(?!0+$)(?:[1-9]\d{0,9}|0\d{9})", "IDS-01", "0001126087")]
SeriesId = Annotated[str, _pattern(r"S\d{9}", "IDS-02", "S000002839")]
ClassId = Annotated[str, _pattern(r"C\d{9}", "IDS-02", "C000092055")]
File1933 = Annotated[str, _pattern(r"\d{1,3}-\d{4,8}", "IDS-04", "333-48456")]
File1940 = Annotated[str, _pattern(r"811-\d{4,6}", "IDS-04", "811-10183")]


class Terms(Model):
    """The house's words for what every fund has (domain vocabulary: `terms.fund`, `terms.adviser`, `terms.board`)."""

    fund: Called = Field("Fund", description="What a series is called", examples=["Fund", "Portfolio", "Series"])
    funds: Called | None = Field(
        None,
        description="What several of them are called, where that does not follow: Series and Companies do",
        examples=["Funds", "Portfolios", "Series"],
    )
    adviser: Called = Field("Adviser", description="What the adviser is called", examples=["Adviser", "Manager"])
    board: Called = Field("Trustees", description="Of whom the board consists", examples=["Trustees", "Directors"])

    @property
    def several(self) -> str:
        """What several funds are called: as it is stated, else the plural."""
        return self.funds or plural_of(self.fund)


def plural_of(term: str) -> str:
    """The plural of what a fund is called: `Funds`, `Companies`; `Series` as it is."""
    if term.lower().endswith("series"):
        return term
    if re.search(r"[^aeiouAEIOU]y\Z", term):
        return f"{term[:-1]}ies"
    return f"{term}es" if re.search(r"(?:s|x|ch|sh)\Z", term) else f"{term}s"


def singular_of(term: str) -> str:
    """What one fund is called, of which several are called by a term."""
    likely = (term, f"{term.removesuffix('ies')}y", term.removesuffix("es"), term.removesuffix("s"))
    return next((one for one in likely if plural_of(one) == term), term)


class Style(Model):
    """House style: how the parts are arranged, not what they say."""

    legend: Name | None = Field(
        None,
        description="The wording of the legend of a supplement that states none, a file of wording/legend/",
        examples=["rule_497e"],
    )
    header: Name = Field(
        "registrant_first",
        description="The wording of the header, a file of wording/header/",
        examples=["registrant_first", "fund_first_dated"],
    )
    opening: Name | None = Field(
        None, description="The wording of an opening sentence, a file of wording/opening/", examples=["made_as_of"]
    )
    closing: Name | None = Field(
        None, description="The wording of the closing lines, a file of wording/closing/", examples=["retain", "date"]
    )
    numbering: Literal["none", "roman", "arabic"] = Field("none", description="How sections are numbered")


class ShareClass(Model):
    """A share class of a fund."""

    name: Called = Field(description="The class's name in tables", examples=["Class A"])
    class_id: ClassId | None = Field(None, description="EDGAR class identifier", examples=["C000092055"])
    ticker: Name | None = Field(None, description="Ticker symbol", examples=["VSFAX"])


def _named(value: Any) -> Any:
    """A bare name stands for an entity that has only a name."""
    return {"name": value} if isinstance(value, str) else value


class Fund(Model):
    """A series of the registrant, with its share classes in the order in which tables show them."""

    name: Called = Field(description="The fund's full name", examples=["Met/AIM Small Cap Growth Portfolio"])
    series_id: SeriesId | None = Field(None, description="EDGAR series identifier", examples=["S000002839"])
    classes: dict[Key, Annotated[ShareClass, BeforeValidator(_named)]] = Field(
        default_factory=dict, description="Share classes by key, in order", examples=[{"A": "Class A"}]
    )


def _person_name(value: Any) -> str:
    text = read_name(value)
    if "," in text:
        refuse("PPL-22", f"the name {text!r} has a comma in it", "put letters such as CFA under `credentials:`")
    return unquoted(text)


class Person(Model):
    """A portfolio manager (Form N-1A Items 5 and 10)."""

    name: Annotated[str, BeforeValidator(_person_name)] = Field(
        description="Full name, spelled one way everywhere", examples=["Marian U. Pardo"]
    )
    credentials: Name | None = Field(None, description="Letters after the name", examples=["CFA"])
    title: Name | None = Field(
        None, description="Title at the firm; who only leaves needs none", examples=["Managing Director"]
    )
    bio: Prose = Field(
        "",
        description="Business experience (Item 10(a)(2): the past five years)",
        examples=["Ms. Lin has worked for the Adviser since 2014."],
    )


#: What those who serve a fund do (Form N-1A Item 19).
Party = Literal[
    "distributor",
    "administrator",
    "transfer_agent",
    "custodian",
    "auditor",
    "counsel",
    "fund_accountant",
    "shareholder_servicing_agent",
]


class ServiceProvider(Model):
    """Somebody who serves the funds."""

    name: Called = Field(
        description="Its name, spelled one way everywhere", examples=["Lighthouse Fund Services, Inc."]
    )
    role: Party = Field(description="What it does", examples=["transfer_agent"])
    address: Name | None = Field(None, description="Its address", examples=["P.O. Box 900, Boston, MA 02110"])


class Registrant(Model):
    """The trust or corporation that files, and all that it declares once."""

    name: Called = Field(description="Legal name of the registrant", examples=["Met Investors Series Trust"])
    cik: Cik | None = Field(None, description="Central Index Key, up to ten digits", examples=["0001126087"])
    file_no_1933: File1933 | None = Field(None, description="Securities Act file number", examples=["333-48456"])
    file_no_1940: File1940 | None = Field(
        None, description="Investment Company Act file number", examples=["811-10183"]
    )
    terms: Terms = Field(default_factory=Terms, description="House terms")
    style: Style = Field(default_factory=Style, description="House style")
    funds: dict[Key, Annotated[Fund, BeforeValidator(_named)]] = Field(
        default_factory=dict, description="The registrant's funds by key"
    )
    people: dict[Key, Person] = Field(default_factory=dict, description="Portfolio managers by key")
    service_providers: dict[Key, ServiceProvider] = Field(
        default_factory=dict, description="Those who serve the funds, by key"
    )
