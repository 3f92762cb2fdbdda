"""What can be mended is, each mend is proved, and what surrounds it stays as its author typed it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.library.find import Source
from generator.library.load import Library
from generator.library.mend import Mended, Mending, write_mended
from generator.settings.selection import EVERYTHING, Selection
from generator.source.nodes import to_plain
from generator.source.parse import parse_source
from generator.wording.environment import load_wording
from tests.checks.made_up import made_up

__all__ = ["made_up"]

WORDING = load_wording()
HEAD = """\
# What this is for.
registrant:
  name: Example Trust
  funds: {growth: {name: Example Growth Fund, classes: {A: Class A}}}
date: 2026-09-30   # ours
funds: growth
targets: [{document: prospectus, date: 2026-05-01}]
changes:
  - section: Closing   # a heading
    content:
"""


def mended(folder: Path, text: str, selection: Selection = EVERYTHING, name: str = "a.yaml") -> Mended:
    """A supplement mended, and nothing written."""
    path = folder / name
    path.write_bytes(text.encode())
    return Mending(WORDING, selection).mend([Source(path, "a")])


def text_of(one: Mended) -> str:
    """The text of the only file that was mended."""
    (data,) = one.after.values()
    return data.decode()


pytestmark = pytest.mark.usefixtures("made_up")


def test_findings_are_mended_where_they_stand(tmp_path: Path) -> None:
    text = HEAD + "      - Buy now! Buy the the fund!  # why\n      - 'It''s closed closed!'\n"
    result = mended(tmp_path, text)
    assert text_of(result) == HEAD + "      - Buy now. Buy the fund.  # why\n      - 'It''s closed.'\n"
    assert len(result.done) == 5 and result.undone == []
    assert (tmp_path / "a.yaml").read_text("utf-8") == text


def test_a_mend_that_needs_quotes_gets_them(tmp_path: Path) -> None:
    result = mended(tmp_path, HEAD + "      - It is thus closed.\n")
    assert text_of(result) == HEAD + "      - 'It is namely:  closed.'\n"


@pytest.mark.parametrize(
    ("word", "reason"),
    [("stubborn", "what is found would still be there"), ("harmful", "it would bring MAD-05: ruinous")],
)
def test_a_mend_that_is_no_good_is_taken_back_and_told(tmp_path: Path, word: str, reason: str) -> None:
    text = HEAD + f"      - It is {word}.\n      - Buy now!\n"
    result = mended(tmp_path, text)
    assert text_of(result) == text.replace("!", ".")
    assert [(one.finding.message, one.reason) for one in result.undone] == [(word, reason)]
    assert len(result.done) == 1


def test_a_file_without_a_good_mend_is_not_touched(tmp_path: Path) -> None:
    assert mended(tmp_path, HEAD + "      - It is stubborn.\n").after == {}


def test_what_is_not_wanted_is_not_mended(tmp_path: Path) -> None:
    result = mended(tmp_path, HEAD + "      - Buy the the fund!\n", Selection(ignore=("MAD-01",)))
    assert text_of(result) == HEAD + "      - Buy the fund!\n"


def test_a_registrant_s_file_is_mended_for_all_its_supplements(tmp_path: Path) -> None:
    (tmp_path / "registrants").mkdir()
    registrant = "name: Example Example Trust  # so\nfunds: {growth: Example Growth Fund}\n"
    (tmp_path / "registrants" / "example.yaml").write_text(registrant, "utf-8")
    tail = HEAD.partition("date:")[2]
    sources = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(f"registrant: example\ndate:{tail}      - Closed.\n", "utf-8")
        sources.append(Source(path, name))
    result = Mending(WORDING, EVERYTHING).mend(sources)
    assert text_of(result) == registrant.replace("Example Example", "Example")
    assert write_mended(result) == []
    library = Library(WORDING)
    assert [one.diagnostics for source in sources for one in library.load_each(source)] == [(), ()]


def test_line_ends_and_a_mark_at_the_beginning_stay(tmp_path: Path) -> None:
    text = (HEAD + "      - Buy now!\n").replace("\n", "\r\n")
    path = tmp_path / "a.yaml"
    path.write_bytes(codecs.BOM_UTF8 + text.encode())
    result = Mending(WORDING, EVERYTHING).mend([Source(path, "a")])
    assert write_mended(result) == []
    assert path.read_bytes() == codecs.BOM_UTF8 + text.replace("!", ".").encode()


def test_a_diff_shows_what_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = mended(Path(), HEAD + "      - Buy now!")
    assert result.diff().splitlines()[:3] == ["--- a.yaml", "+++ a.yaml", "@@ -8,4 +8,4 @@"]
    assert result.diff().endswith(
        "-      - Buy now!\n\\ No newline at end of file\n+      - Buy now.\n\\ No newline at end of file\n"
    )


def test_a_file_keeps_its_permissions_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    result = mended(tmp_path, HEAD + "      - Buy now!\n")
    (tmp_path / "a.yaml").chmod(0o640)
    assert write_mended(result) == []
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    result = mended(tmp_path, HEAD + "      - Buy now!\n")
    (tmp_path / "a.yaml").write_text("other", "utf-8")
    (found,) = write_mended(result)
    assert (found.code, found.file) == ("FIL-07", str(tmp_path / "a.yaml"))
    assert (tmp_path / "a.yaml").read_text("utf-8") == "other"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = mended(tmp_path, HEAD + "      - Buy now!\n")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    (found,) = write_mended(result)
    assert "No space left" in found.message
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert "!" in (tmp_path / "a.yaml").read_text("utf-8")


SENTENCES = st.lists(
    st.sampled_from(
        ["Buy", "the", "the", "fund!", "now!", "it's", "closed", "closed", '"so"', "5%", "#2", "and -", "thus"]
    ),
    min_size=1,
    max_size=10,
).map(" ".join)


def typed(sentence: str, style: str) -> str:
    """A sentence in a style of YAML."""
    if style == "'":
        return "'" + sentence.replace("'", "''") + "'"
    if style == '"':
        return '"' + sentence.replace('"', '\\"') + '"'
    return f"{style}\n          " + re.sub(" (?!-)", "\n          ", sentence, count=1)  # a `-` begins no line


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(SENTENCES, st.sampled_from(["'", '"', "|", ">"])), min_size=1, max_size=4))
def test_a_mended_file_is_the_same_content_but_for_what_was_mended(
    tmp_path: Path, sentences: list[tuple[str, str]]
) -> None:
    text = HEAD + "".join(f"      - paragraph: {typed(*one)}\n" for one in sentences)
    result = mended(tmp_path, text)
    after = text_of(result) if result.after else text
    old, new = (parse_source(one.encode(), "a.yaml")[0] for one in (text, after))
    assert old is not None and new is not None
    ours, theirs = to_plain(old), to_plain(new)
    assert isinstance(ours, dict) and isinstance(theirs, dict)
    (mine,), (other,) = ours.pop("changes"), theirs.pop("changes")
    assert ours == theirs and mine.keys() == other.keys() and mine["section"] == other["section"]
    paths = {one.path for one in result.done}
    for index, (before, now) in enumerate(zip(mine["content"], other["content"], strict=True)):
        if f"changes[0].content[{index}].paragraph" not in paths:
            assert before == now
        assert "!" not in str(now)
    assert [line for line in after.splitlines() if line.startswith(("#", "date:", "  - section"))] == [
        line for line in text.splitlines() if line.startswith(("#", "date:", "  - section"))
    ]
