"""Rules that are made up for tests of what is around rules: choosing them, mending what they find, listing them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.checks import run
from generator.checks.breach import Breach
from generator.checks.catalogue import all_rules
from generator.checks.pages import catalogue
from generator.checks.rule import rule_of
from generator.checks.subject import Subject

_PAGE = """

    {code} | {severity} | likely | made up

    Looks at words.

    Why: it is a test.

    Fails:

        content: Shout!

    Mend: write it in another way.
    """
#: How often each rule has run.
RAN: list[str] = []


def shout(subject: Subject) -> Iterator[Breach]:
    RAN.append("MAD-01")
    for one in subject.words:
        for _ in re.findall("!", one.text):
            yield Breach(one.path, "this shouts", "end with a full stop", words="!", mend=".")


def twice(subject: Subject) -> Iterator[Breach]:
    RAN.append("MAD-02")
    for one in subject.words:
        for match in re.finditer(r"\b(\w+) \1\b", one.text):
            yield Breach(one.path, f"{match[1]} stands twice", "write it once", words=match[0], mend=match[1])


def stubborn(subject: Subject) -> Iterator[Breach]:
    """Its mend mends nothing."""
    for one in subject.words:
        if "stubborn" in one.text:
            yield Breach(one.path, "stubborn", "-", words="stubborn", mend="more stubborn")


def harmful(subject: Subject) -> Iterator[Breach]:
    """Its mend brings an error."""
    for one in subject.words:
        if "harmful" in one.text:
            yield Breach(one.path, "harmful", "-", words="harmful", mend="ruinous")


def ruinous(subject: Subject) -> Iterator[Breach]:
    for one in subject.words:
        if "ruinous" in one.text:
            yield Breach(one.path, "ruinous", "-")


def clause(subject: Subject) -> Iterator[Breach]:
    """Its mend needs quotes."""
    for one in subject.words:
        if "thus" in one.text:
            yield Breach(one.path, "thus", "-", words="thus", mend="namely: ")


_SEVERITIES = {shout: "warning", twice: "error", stubborn: "info", harmful: "warning", ruinous: "error", clause: "info"}


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The rules MAD-01 to MAD-06 and those about waiving, and no others; gives what has run."""
    found = {code: rule for code, rule in all_rules().items() if code.startswith("WVE")}
    for number, (find, severity) in enumerate(_SEVERITIES.items(), 1):
        code = f"MAD-0{number}"
        monkeypatch.setattr(find, "__doc__", f"Rule {find.__name__}.{_PAGE.format(code=code, severity=severity)}")
        found[code] = rule_of(find)
    monkeypatch.setattr(run, "all_rules", lambda: found)
    monkeypatch.setattr(catalogue, "all_rules", lambda: found)
    catalogue.all_pages.cache_clear()
    RAN.clear()
    yield RAN
    catalogue.all_pages.cache_clear()
