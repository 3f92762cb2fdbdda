"""A project's own templates that mean harm: each is refused at its file, in bounded time and memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.filing.build import build
from generator.filing.formats import project_formats
from generator.library.find import Source
from generator.library.load import Library, Loaded
from generator.templates import templates_folder
from generator.wording.check import check_wording
from generator.wording.environment import LARGEST, LONGEST_LINE, Wording, load_wording
from tests.hostile.cases import GOOD, TEMPLATES
from tests.hostile.held import held
from tests.hostile.running import supplement


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """A supplement that can be built."""
    file = tmp_path_factory.mktemp("content") / "one.yaml"
    file.write_text(GOOD, "utf-8")
    return Library(load_wording()).load(Source(file, "one"))


@pytest.mark.parametrize("template", TEMPLATES, ids=range(len(TEMPLATES)))
def test_a_frame_that_runs_for_ever_or_reaches_out_is_refused(template: str, loaded: Loaded, tmp_path: Path) -> None:
    own = tmp_path / "templates/text/frame.txt"
    own.parent.mkdir(parents=True)
    own.write_text(template + (templates_folder() / "text/frame.txt").read_text("utf-8"), "utf-8")
    with held():
        built = build(loaded, [project_formats(tmp_path / "templates")["text"]], tmp_path / "out")
    (found,) = [one for one in built.diagnostics if one.severity == "error"]
    assert found.code == "OVR-03" and found.help and found.span.line >= 1 and "root:" not in found.message
    assert built.files == ()


NESTED = "{% if date %}"
#: A template of the closing; each is a finding, or harmless.
WORDING: dict[str, tuple[str, str]] = {
    "it includes itself": ("{% include 'closing/retain' %}", "includes itself"),
    "it includes others without end": ("{% include 'phrase/bomb' %}", "more than 20,000 parts"),
    "brackets in brackets": ("{{ " + "(" * 1200 + ")" * 1200 + " }}", "nested too deep"),
    "conditions in conditions": (f"{NESTED}\n" * 900 + "{% endif %}\n" * 900, "nested too deep"),
    "conditions in some conditions": (f"{NESTED}\n" * 90 + "x" + "{% endif %}\n" * 90, "nested more than 60"),
    "no, and no, and no": ("{% if\n" + "not\n" * 200 + "date %}x{% endif %}", "nested more than 60"),
    "parts of parts": ("{{ date" + ".x" * 300 + " | name }}", "nested more than 60"),
    "loops in loops": ("{% for x in funds %}" * 18 + "{{ x.name | name }}" + "{% endfor %}" * 18, "more than 4 loops"),
    "a great many conditions": (f"{NESTED}a{{% endif %}}\n" * 1500, "longer than can be read"),
    "a great many values": ("{{ registrant.name | name }}\n" * 1300, "longer than can be read"),
    "a large file": ("a\n" * LARGEST, "larger than"),
    "a long line": ("a" * (LONGEST_LINE + 1), "the line is longer"),
    "tags that do not end": ("\n".join(["{%" * (LONGEST_LINE // 2)] * 14), "WRD-01"),
    "comments that do not end": ("\n".join(["{#" * (LONGEST_LINE // 2)] * 14), "WRD-01"),
    "words times words": ("{% set x = 'a' * 9999999999 %}", "WRD-04"),
    "words times words in a condition": ("{% if 'a' * 9999999999 %}x{% endif %}", "WRD-02"),
    "powers of powers": ("{{ (9 ** 9 ** 9 ** 9) | name }}", "WRD-02"),
    "a long range": ("{% for x in range(999999999) %}x{% endfor %}", "WRD-02"),
    "a wide format": ("{{ '%9999999999d' % 1 }}", "WRD-03"),
    "what is Python's own": ("{{ date.__class__ | name }}", "WRD-02"),
    "a file of the machine": ("{% include '../../../../../etc/passwd' %}", "WRD-02"),
    "marks of emphasis": ("\n".join(["*" * LONGEST_LINE] * 14), ""),
    "conditions that read alike": ("{% if date %}a{% else %}a{% endif %}\n" * 100, ""),
    "loops that read alike": ("{% for x in funds %}{{ x.name | name }} {% endfor %}\n" * 40, ""),
}


@pytest.mark.parametrize("name", WORDING)
def test_a_wording_that_has_no_end_is_refused(name: str, tmp_path: Path) -> None:
    text, said = WORDING[name]
    for folder in ("closing", "phrase"):
        (tmp_path / folder).mkdir()
    for at in range(20):
        following = "{% include 'phrase/" + "bomb" * (at + 2) + "' %}"
        (tmp_path / "phrase" / f"{'bomb' * (at + 1)}.md").write_text(following * 2 if at < 19 else "x", "utf-8")
    (tmp_path / "closing/retain.md").write_text(text, "utf-8")
    with held():
        found = check_wording(Wording((tmp_path,)))
    assert any(said in f"{one.code} {one.message}" for one in found) or (not said and not found)
    assert all(one.help and one.span.line >= 1 and "root:" not in one.message for one in found)


def test_a_wording_is_not_brought_in_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("elsewhere words", "utf-8")
    (tmp_path / "project/content").mkdir(parents=True)
    (tmp_path / "project/content/one.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "project/templates/wording/closing").mkdir(parents=True)
    (tmp_path / "project/templates/wording/closing/retain.md").symlink_to(tmp_path / "elsewhere")
    done = supplement(tmp_path / "project", "build", "--to", "text")
    assert done.code == 1 and "WRD-01" in done.talk and "outside of the folder" in done.talk
    assert "elsewhere words" not in done.talk
