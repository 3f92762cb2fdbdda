"""Bad input: each fault with file, line, column and remedy, all at once; exit 1; nothing written, nothing by halves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main

GOOD = """\
registrant:
  name: Harbor Point Funds
  funds:
    growth: {name: Harbor Point Growth Fund, classes: {A: Class A, C: Class C}}
date: 2026-09-30
funds: growth
targets:
  - {document: prospectus, date: 2026-05-01}
changes:
  - operation: replace_table
    location: {table: Fees}
    content:
      - fee_table:
          rows:
            management_fee: {A: 0.86%, C: 0.86%, note: waiver}
          notes:
            waiver: A note.
      - fee_schedule:
          tiers:
            - {up_to: $500 million, rate: 0.88%}
            - {rate: 0.83%}
"""

#: What is changed in the good file, to what; where the finding is; its code; a part of its message and remedy.
FAULTS = {
    "unknown key": ("targets:", "tragets:", "7:1", "KEY-01", "tragets", "targets"),
    "repeated key": ("funds: growth", "date: 2026-09-29", "6:1", "SRC", "date", ""),
    "missing key": ("  name: Harbor Point Funds\n", "", "1:1", "KEY-02", "name", "name:"),
    "wrong type": ("date: 2026-09-30", "date: [2026-09-30]", "5:7", "TYP", "text is wanted", ""),
    "basis points": ("A: 0.86%", "A: 86", "15:33", "NUM-08", "86", "0.86%"),
    "a fraction": ("A: 0.86%", "A: 0.0086", "15:33", "NUM-08", "0.0086", "0.86%"),
    "undeclared class": ("C: 0.86%, note", "C: 0.86%, B: 0.1%, note", "15:50", "CLS-01", "'B'", "A, C"),
    "marker without text": ("note: waiver", "note: waver", "15:56", "FN-01", "waver", "notes:"),
    "tiers out of order": (
        "            - {rate: 0.83%}",
        "            - {up_to: $250 million, rate: 0.85%}\n            - {rate: 0.83%}",
        "21:23",
        "TIER-02",
        "$250 million after $500 million",
        "rising",
    ),
    "impossible date": ("2026-05-01", "2026-02-30", "8:34", "DAT-06", "2026-02-30", "month and the day"),
    "an anchor": ("date: 2026-09-30", "date: &d 2026-09-30", "5:7", "SRC-08", "`&d`", "quotes"),
}


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def findings(*words: str | Path) -> list[dict[str, object]]:
    """The findings of `check` as data; it exits with 1."""
    result = run("check", "--format", "json", *words)
    assert result.exit_code == 1, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)["diagnostics"]
    return found


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_place_and_its_remedy(fault: str, tmp_path: Path) -> None:
    old, new, place, code, message, remedy = FAULTS[fault]
    file = tmp_path / "supplement.yaml"
    assert GOOD.count(old) == 1
    file.write_text(GOOD.replace(old, new), "utf-8")
    result = run("build", file, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert not (tmp_path / "out").exists()
    concise = run("check", "--format", "concise", file).stdout.splitlines()
    (line,) = [one for one in concise if message in one and code in one] or [concise]
    assert f"supplement.yaml:{place}: {code}" in line
    helps = [one for one in findings(file) if message in str(one["message"])]
    assert helps and remedy in str(helps[0]["help"])


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "supplement.yaml"
    text = GOOD.replace("A: 0.86%", "A: 86").replace("2026-05-01", "2026-02-30").replace("targets:", "tragets:")
    file.write_text(text.replace("rate: 0.83%", "rate: much"), "utf-8")
    assert {finding["code"] for finding in findings(file)} >= {"NUM-08", "KEY-01"}
    assert len(findings(file)) >= 3


BYTES = {
    "not UTF-8": (b"date: \xff\n", "UTF-8"),
    "UTF-16": ("date: 2026-09-30".encode("utf-16"), "UTF-16"),
    "an empty file": (b"", "no content"),
    "nested 10,000 deep": (b"[" * 10_000 + b"]" * 10_000, "deep"),
    "an anchor bomb": (b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n", "refers to another place"),
}


@pytest.mark.parametrize("fault", BYTES)
def test_bytes_that_are_no_supplement_are_refused(fault: str, tmp_path: Path) -> None:
    data, message = BYTES[fault]
    file = tmp_path / "supplement.yaml"
    file.write_bytes(data)
    told = findings(file)
    assert any(message in f"{one['message']} {one['help']}" for one in told)
    assert run("build", file, "--out", tmp_path / "out").exit_code == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_without_content_is_told(tmp_path: Path) -> None:
    (told,) = findings(tmp_path)
    assert (told["code"], told["file"]) == ("FIL-01", str(tmp_path))


def test_wrong_use_exits_with_two(tmp_path: Path) -> None:
    assert run("build", tmp_path / "nowhere.yaml").exit_code == 2
    file = tmp_path / "supplement.yaml"
    file.write_text(GOOD, "utf-8")
    assert run("build", file, "--to", "docx").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_good_files_survive_a_build_that_fails(tmp_path: Path) -> None:
    file, out = tmp_path / "supplement.yaml", tmp_path / "out"
    file.write_text(GOOD, "utf-8")
    assert run("build", file, "--to", "text,html", "--out", out).exit_code == 0
    before = {path.name: path.read_bytes() for path in out.glob("[!.]*")}
    assert set(before) == {"supplement.txt", "supplement.htm"}
    file.write_text(GOOD.replace("A: 0.86%", "A: 86"), "utf-8")
    assert run("build", file, "--to", "text,html", "--out", out).exit_code == 1
    assert {path.name: path.read_bytes() for path in out.glob("[!.]*")} == before


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, out = tmp_path / "supplement.yaml", tmp_path / "out"
    file.write_text(GOOD, "utf-8")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = run("build", file, "--to", "text", "--out", out)
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert not out.exists()


READS = {
    "an empty PDF": ("x.pdf", b""),
    "a PDF cut short": ("x.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n"),
    "HTML that is no document": ("x.htm", b"\x00\x01\x02\x03" * 50),
    "HTML without words": ("x.htm", b"<html><body><p></p></body></html>"),
    "a binary file": ("x.txt", bytes(range(256)) * 4),
    "an empty text": ("x.txt", b""),
}


@pytest.mark.parametrize("fault", READS)
def test_what_cannot_be_read_is_told(fault: str, tmp_path: Path) -> None:
    name, data = READS[fault]
    file = tmp_path / name
    file.write_bytes(data)
    result = run("read", file)
    assert result.exit_code == 1
    place = f"{file}, page 1" if file.suffix == ".pdf" else f"{file}:1:1"
    assert place in result.stderr.replace("\n", "") and "= help:" in result.stderr
    assert result.stdout == ""


def test_an_encrypted_pdf_is_told(tmp_path: Path) -> None:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
        b"<< /Filter /Standard /V 1 /R 2 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> /P -4 >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>\nstartxref\n%d\n%%%%EOF\n" % start
    file = tmp_path / "x.pdf"
    file.write_bytes(data)
    result = run("read", file)
    assert result.exit_code == 1
    assert "password" in result.stderr or "encrypted" in result.stderr
