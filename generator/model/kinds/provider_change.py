"""Changes of those who serve a fund (Form N-1A Item 19): who they are, what they are called, how to reach them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal, get_args

from pydantic import Field, model_validator

from generator.model.content import At, Finding, Found, Kind
from generator.model.effect import effective_from_view, view_effective
from generator.model.entities import Party, ServiceProvider
from generator.model.funds import FUNDS, FundKeys, check_funds, funds_from_view, view_funds
from generator.model.values import Called, Flag, Key, Name, refuse
from generator.model.when import WHEN, Start

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

PARTIES = get_args(Party)
EVENTS = ("appointed", "replaced", "renamed", "ended", "moved")
CONTACT = ("address", "telephone", "web")
#: The events with which the declared address of a provider is news.
ADDRESSED = ("appointed", "replaced", "moved")


class ProviderChange(Kind):
    """A change of a service provider, of its name, or of how it is reached."""

    kind: ClassVar[str] = "provider_change"

    funds: FundKeys = Field((), description="The funds that it serves, if not all of the registrant's")
    effective: Start | None = Field(None, description="From when, if not as the change", examples=["2026-10-30"])
    provider: Key | None = Field(
        None,
        description="Key of one of the registrant's service providers, in place of name, party and address",
        examples=["lighthouse"],
    )
    party: Party | None = Field(None, description="What it does, if it has no key", examples=["transfer_agent"])
    event: Literal["appointed", "replaced", "renamed", "ended", "moved"] = Field(
        description="What happens: another takes its place, it gets another name, it moves …", examples=["replaced"]
    )
    name: Called | None = Field(
        None, description="Its name, from then on, if it has no key", examples=["Lighthouse Fund Services, Inc."]
    )
    previous: Called | None = Field(
        None, description="replaced, renamed: the name until then", examples=["Old Harbor Services, Inc."]
    )
    references_replaced: Flag = Field(True, description="no: references to the previous name are left as they are")
    address: Name | None = Field(None, description="Its address", examples=["P.O. Box 900, Boston, MA 02110"])
    telephone: Name | None = Field(None, description="Its telephone number", examples=["1-800-555-0142"])
    web: Name | None = Field(None, description="Its website", examples=["www.harborpoint.example"])

    @model_validator(mode="after")
    def _consistent(self) -> ProviderChange:
        own = (self.name, self.party)
        if any(own) if self.provider else not all(own):
            refuse("SVC-03", "who it is must be said once", "add provider:, a declared key, or else name: and party:")
        if (self.event in ("replaced", "renamed")) != (self.previous is not None):
            refuse(
                "SVC-01", f"{self.event} does not go with this previous name", "previous: is for replaced and renamed"
            )
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Names and what happens; how it is reached line by line; the funds where they are not all."""
        facts = self._facts(house)
        lines = [{"of": part, "words": facts[part]} for part in CONTACT if facts[part].value]
        funds = view_funds(self.funds, house, change) if self.funds else {"only": None, "listed": []}
        return {part: facts[part] for part in ("party", "event", "name", "previous")} | {
            **funds,
            "effective": view_effective(self.effective, house, change),
            "replaced": bool(self.references_replaced and self.previous),
            "contact": lines,
        }

    def _facts(self, house: House) -> dict[str, At]:
        """What is said of it, in part declared with the registrant; its key stands for the name of an unknown one."""
        facts = {part: At(getattr(self, part), part) for part in ("party", "event", "name", "previous", *CONTACT)}
        if self.provider:
            declared, at = self._declared(house), f"/registrant.service_providers.{self.provider}"
            facts["name"] = At(declared.name if declared else self.provider, f"{at}.name")
            facts["party"] = At(declared.role if declared else None, f"{at}.role")
            if declared and not self.address and self.event in ADDRESSED:
                facts["address"] = At(declared.address, f"{at}.address")
        return facts

    def _declared(self, house: House) -> ServiceProvider | None:
        """The provider that its key means."""
        return house.registrant.service_providers.get(self.provider or "")

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        return {
            **FUNDS,
            "effective": WHEN,
            "party": PARTIES,
            "event": EVENTS,
            "name": "words",
            "previous": "words",
            "replaced": (),
            "contact": [{"of": CONTACT, "words": "words"}],
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The fields as an author would write them."""
        content = funds_from_view(view, found)
        content |= effective_from_view(view)
        content |= {part: view[part] for part in ("party", "event", "name", "previous") if view.get(part)}
        content |= {} if view.get("replaced") else {"references_replaced": "no"}
        yield content | {line["of"]: line["words"] for line in view.get("contact", [])}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): what nobody declared; one name twice; a move to nowhere."""
        yield from check_funds(self.funds, house, change) if self.funds else ()
        known = ", ".join(house.registrant.service_providers) or "none"
        if self.provider and self._declared(house) is None:
            yield "provider", "CMB-01", f"there is no service provider {self.provider!r}", f"declared are: {known}"
            return
        facts = {part: at.value for part, at in self._facts(house).items()}
        if facts["previous"] == facts["name"]:
            yield "previous", "SVC-01", "both names are the same", "write the name until then under previous:"
        if self.event == "moved" and not any(facts[part] for part in CONTACT):
            yield "event", "SVC-02", "it moves nowhere", "add address:, telephone: or web:"
