"""A built file that was altered: `verify` fails and names the field and both values."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main

CONTENT = Path(__file__).resolve().parents[2] / "content"
FUNDS = CONTENT / "aim-small-cap-2009-11-12.yaml"
MANAGERS = CONTENT / "jpm-small-cap-2001-11-15.yaml"

#: What is altered in the built text and HTML: the words, those in their place, the field, both values.
ALTERED = [
    (FUNDS, "0.25%", "0.26%", "changes[0].content[0].fee_table.rows.distribution_12b1.B", "'0.25%'", "'0.26%'"),
    (FUNDS, "1.14%", "1.15%", "changes[0].content[0].fee_table.rows.total.B", "'1.14%'", "'1.15%'"),
    (FUNDS, "0.83%", "0.38%", "changes[1].content[0].fee_schedule.tiers[1].rate", "'0.83%'", "'0.38%'"),
    (FUNDS, "May 1, 2009", "May 2, 2009", "targets[0].date", "'May 1, 2009'", "'May 2, 2009'"),
    (FUNDS, "November 12, 2009 to the", "November 13, 2009 to the", "date", "November 12", "November 13"),
    (FUNDS, "$250 million", "$260 million", "fee_schedule.notes.sub-advisory.text", "$250", "$260"),
    (FUNDS, "Class E", "Class F", "registrant.funds.aim-small-cap-growth.classes.E.name", "'Class E'", "'Class F'"),
    (MANAGERS, "1991 to 1999", "1991 to 1998", "registrant.people.rich.bio", "1999", "1998"),
    (MANAGERS, "Vice President", "Vice Precedent", "registrant.people.rich.title", "President'", "Precedent'"),
    (MANAGERS, "supplemented", "extended", "the wording of this paragraph", "supplemented", "extended"),
]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped supplements, built."""
    out = tmp_path_factory.mktemp("built")
    assert run("build", FUNDS, MANAGERS, "--out", out).exit_code == 0
    return out


def altered_copy(built: Path, folder: Path, name: str, old: str, new: str) -> None:
    """The built files, with words of one of them altered where they stand first."""
    for path in built.iterdir():
        data = path.read_bytes()
        if path.name == name:
            assert old.encode() in data
            data = data.replace(old.encode(), new.encode(), 1)
        (folder / path.name).write_bytes(data)


def test_untouched_files_agree(built: Path) -> None:
    result = run("verify", FUNDS, MANAGERS, "--out", built)
    assert result.exit_code == 0
    counts = [line.split(": ")[1] for line in result.stdout.splitlines()]
    assert len(counts) == 6
    assert all(words[0] == words[2] for words in (line.split() for line in counts))


@pytest.mark.parametrize("suffix", [".txt", ".htm"])
@pytest.mark.parametrize(("content", "old", "new", "field", "wanted", "found"), ALTERED)
def test_an_altered_word_is_named(
    content: Path, old: str, new: str, field: str, wanted: str, found: str, suffix: str, built: Path, tmp_path: Path
) -> None:
    altered_copy(built, tmp_path, f"{content.stem}{suffix}", old, new)
    result = run("verify", content, "--out", tmp_path)
    assert result.exit_code == 1
    told = " ".join(result.stderr.split())
    assert f"{field}: the content has" in told or field in told
    assert wanted in told and found in told
    assert f"{content.stem}{suffix}" in told


def test_an_altered_pdf_is_named(built: Path, tmp_path: Path) -> None:
    """A PDF says something else than its content: here the content moved on after it was built."""
    other = tmp_path / "content"
    (other / "registrants").mkdir(parents=True)
    for path in (FUNDS, *(CONTENT / "registrants").iterdir()):
        below = path.relative_to(CONTENT)
        (other / below).write_text(path.read_text("utf-8").replace("B: 0.25%", "B: 0.26%"), "utf-8")
    result = run("verify", other / FUNDS.name, "--out", built)
    assert result.exit_code == 1
    told = " ".join(result.stderr.split())
    for field, wanted, found in (("rows.distribution_12b1.B", "0.26%", "0.25%"), ("rows.total.B", "1.15%", "1.14%")):
        assert f"{field}: the content has '{wanted}', the file has '{found}'" in told
    assert told.count(f"{FUNDS.stem}.pdf") >= 2


@pytest.mark.parametrize("suffix", [".txt", ".htm"])
def test_a_row_that_was_taken_out_is_named(suffix: str, built: Path, tmp_path: Path) -> None:
    for path in built.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    file = tmp_path / f"{FUNDS.stem}{suffix}"
    lines = file.read_text("ascii").splitlines(keepends=True)
    row = next(index for index, line in enumerate(lines) if "Other Expenses" in line)
    assert "0.03%" in "".join(lines[row : row + 6])
    last = row + 1 if suffix == ".txt" else next(i for i in range(row, len(lines)) if "</tr>" in lines[i]) + 1
    first = row if suffix == ".txt" or "<tr" in lines[row] else row - 1
    file.write_text("".join(lines[:first] + lines[last:]), "ascii")
    result = run("verify", FUNDS, "--out", tmp_path)
    assert result.exit_code == 1
    assert "0.03%" in result.stderr


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    result = run("verify", FUNDS, "--out", tmp_path)
    assert result.exit_code == 1
    assert "has not been built" in result.stderr
