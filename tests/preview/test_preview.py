"""A preview follows what is saved: content, registrants, templates, settings; and tells what is wrong at its place."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic
from generator.library.load import Loaded
from generator.preview.draft import View
from generator.preview.loader import Loader
from generator.preview.project import Supplements
from tests.preview.running import FEES, ROOT, Running, edit, make_project, running, save


def words(draft: dict[str, object]) -> str:
    """The words of a draft's page."""
    body = draft["body"]
    assert isinstance(body, dict)
    return re.sub(r"<[^>]*>", "", body["content"])


def test_the_list_has_every_supplement_with_its_state(preview: Running) -> None:
    for _ in range(200):
        entries = preview.data("list")["entries"]
        if entries and all(one["state"] != "waiting" for one in entries):
            break
        time.sleep(0.1)
    assert [one["name"] for one in entries] == ["fee-table", "fee-waiver", "per-target", "trustees"]
    assert {one["state"] for one in entries} <= {"clean", "info", "warning"}
    assert "Harbor Point Growth Fund" in entries[0]["title"]


def test_a_draft_is_what_build_writes(preview: Running) -> None:
    from generator.preview.marking import built_html

    command = [sys.executable, "-m", "generator", "build", FEES, "--to", "html,text", "--out", "built"]
    subprocess.run(
        command, cwd=preview.folder, env={"PYTHONPATH": str(ROOT), "PATH": ""}, check=True, capture_output=True
    )
    key = preview.key("fee-table")
    _, page = preview.ask(f"page/{key}")
    assert built_html(page.decode()).encode() == (preview.folder / "built/fee-table.htm").read_bytes()
    assert preview.ask(f"text/{key}")[1] == (preview.folder / "built/fee-table.txt").read_bytes()


def test_saving_content_refreshes_the_draft(preview: Running) -> None:
    before = preview.draft("fee-table")
    edit(preview.folder / FEES, "management_fee: {all: 0.65%", "management_fee: {all: 0.77%")
    after = preview.wait("fee-table", "0.77%")
    assert after["serial"] > before["serial"] and not after["stale"]
    edit(preview.folder / FEES, "0.77%", "0.65%")
    preview.wait("fee-table", "0.65%")


def test_saving_a_registrant_refreshes_those_who_refer_to_it(preview: Running) -> None:
    preview.draft("fee-table")
    file = preview.folder / "content/registrants/harbor.yaml"
    edit(file, "name: Harbor Point Funds", "name: Harbour Point Funds")
    assert "Harbour Point Funds" in words(preview.wait("fee-table", "Harbour Point Funds"))
    edit(file, "name: Harbour Point Funds", "name: Harbor Point Funds")
    preview.wait("fee-table", "Harbor Point Funds")


def test_a_fault_is_told_over_the_last_good_draft(preview: Running) -> None:
    good = preview.draft("fee-table")
    file = preview.folder / FEES
    text = file.read_text("utf-8")
    save(file, text.replace("date: 2026-09-15", "date: [2026-09-15", 1))
    bad = preview.wait("fee-table", "SRC-")
    assert bad["stale"] and bad["state"] == "error" and words(bad) == words(good)
    fault = next(one for one in bad["findings"] if one["severity"] == "error")
    assert fault["file"] == FEES and fault["line"] >= 3 and fault["message"] and fault["help"]
    save(file, text)
    mended = preview.wait("fee-table", '"stale": false')
    assert not [one for one in mended["findings"] if one["severity"] == "error"]


def test_a_file_that_comes_and_one_that_goes(preview: Running) -> None:
    new = preview.folder / "content/brand-new.yaml"
    shutil.copy(preview.folder / "content/fee-waiver.yaml", new)
    assert preview.draft("brand-new")["body"]
    new.unlink()
    for _ in range(100):
        if "brand-new" not in [one["name"] for one in preview.data("list")["entries"]]:
            return
        time.sleep(0.05)
    raise AssertionError("it is still listed")


def test_a_folder_that_is_moved_away_and_back(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    with running(folder) as preview:
        preview.draft("fee-table")
        (folder / "content").rename(folder / "aside")
        said = _project(preview, "no supplement in this folder")
        assert said["entries"] == [] and [one["code"] for one in said["project"]["findings"]] == ["FIL-01"]
        (folder / "aside").rename(folder / "content")
        assert words(preview.draft("fee-table"))
        assert _project(preview, '"findings": []')["project"]["findings"] == []


def _project(preview: Running, wanted: str) -> dict[str, Any]:
    """The list of a preview, once some words are in what it says of the project."""
    for _ in range(200):
        said: dict[str, Any] = preview.data("list")
        if wanted in json.dumps(said["project"]):
            return said
        time.sleep(0.05)
    raise AssertionError(said)


def test_only_documents_from_before_are_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_project(tmp_path))
    known = Supplements((Path("content/per-target.yaml"),))
    known.find()
    known.read_templates()
    (key,) = known.sources
    drawn = Supplements._view

    def partly(self: Supplements, one: Loaded, found: list[Diagnostic]) -> View | None:
        return drawn(self, one, found) if one.source.name.endswith("-sai") else None

    monkeypatch.setattr(Supplements, "_view", partly)
    first = known.load(key, 1, keep=True)
    assert len(first.views) == 1 and not first.stale
    monkeypatch.setattr(Supplements, "_view", drawn)
    whole = known.load(key, 2, keep=True)
    assert len(whole.views) > 1 and not whole.stale
    monkeypatch.setattr(Supplements, "_view", lambda self, one, found: None)
    again = known.load(key, 3, keep=True)
    assert again.views == whole.views and again.stale


def test_a_project_s_own_template_and_its_faults(preview: Running) -> None:
    own = preview.folder / "templates/html/style.html"
    own.parent.mkdir(parents=True)
    preview.draft("fee-table")
    time.sleep(0.5)  # a new folder is seen to
    shipped = (ROOT / "templates/html/style.html").read_text("utf-8")
    save(own, shipped.replace("max-width: 46em", "max-width: 47em"))
    preview.wait("fee-table", "max-width: 47em")
    save(own, "{% set style = {")
    bad = preview.wait("fee-table", "OVR-03")
    assert bad["stale"] and bad["body"]["style"].startswith("max-width: 47em")
    save(own, shipped + "\n{{ nothing.at.all }}\n")
    bad = preview.wait("fee-table", "is undefined")
    (told,) = (one for one in bad["findings"] if one["code"] == "OVR-03")
    assert (told["file"], told["line"]) == ("templates/html/style.html", shipped.count("\n") + 2)
    shutil.rmtree(preview.folder / "templates")
    preview.wait("fee-table", "max-width: 46em")


def test_settings_are_followed(preview: Running) -> None:
    preview.wait("fee-table", "LEG-01")
    settings = preview.folder / "pyproject.toml"
    save(settings, '[tool.supplement]\nignore = ["LEG-01"]\n')
    for _ in range(200):
        if "LEG-01" not in str(preview.draft("fee-table")["findings"]):
            break
        time.sleep(0.05)
    else:
        raise AssertionError("the setting is not followed")
    save(settings, '[tool.supplement]\nignore = ["NO-SUCH"]\n')
    for _ in range(200):
        if "SET-03" in str(preview.data("list")["project"]):
            break
        time.sleep(0.05)
    else:
        raise AssertionError("the fault in the settings is not told")
    settings.unlink()
    preview.wait("fee-table", "LEG-01")


def test_fifty_saves_end_on_the_last(preview: Running) -> None:
    preview.draft("fee-waiver")
    file = preview.folder / "content/fee-waiver.yaml"
    text = file.read_text("utf-8")
    for turn in range(50):
        save(file, text.replace("the cost of meetings of shareholders", f"the cost of meeting number {turn}"))
        time.sleep(0.02)
    preview.wait("fee-waiver", "meeting number 49")
    time.sleep(0.5)
    assert "meeting number 49" in words(preview.draft("fee-waiver"))
    save(file, text)


def test_where_a_figure_is_typed_and_how_it_came_about(preview: Running) -> None:
    preview.wait("fee-table", "0.65%")
    key = preview.key("fee-table")
    typed = preview.data(f"source/{key}?path=effective.date")
    assert typed["typed"] and typed["file"] == FEES and typed["line"] == 8
    assert [one["text"] for one in typed["lines"] if one["here"]] == ["effective: 2026-10-01"]
    name = preview.data(f"source/{key}?path=registrant.name")
    assert name["typed"] and name["file"] == "content/registrants/harbor.yaml"
    total = preview.data(f"source/{key}?path=changes[0].content[0].fee_table.rows.other_expenses.A")
    assert not total["typed"] and total["working"]["result"] == "0.21%"
    assert ["Remaining", "0.11%"] in total["working"]["lines"]


def test_what_is_read_back(preview: Running) -> None:
    key = preview.key("fee-table")
    assert b"fee_table:" in preview.ask(f"data/{key}")[1]
    assert preview.data(f"data/{key}?form=json")["date"] == "2026-09-15"


def test_a_supplement_with_several_documents(preview: Running) -> None:
    draft = preview.draft("per-target")
    if len(draft["parts"]) < 2:
        edit(preview.folder / "content/per-target.yaml", "registrant:", "split: yes\nregistrant:")
        draft = preview.wait("per-target", "per-target-")
    second = preview.draft("per-target", 1)
    assert second["part"] == 1 and second["parts"] == draft["parts"] and words(second) != words(draft)


def test_the_pdf_and_its_pages(preview: Running) -> None:
    key = preview.key("fee-table")
    printed = preview.data(f"printed/{key}")
    assert printed["pages"] >= 1 and not printed["fault"]
    answer, picture = preview.ask(f"picture/{key}/0")
    assert answer.headers["Content-Type"] == "image/png" and picture.startswith(b"\x89PNG")
    assert preview.ask(f"pdf/{key}")[1].startswith(b"%PDF")
    edit(preview.folder / FEES, "management_fee: {all: 0.65%", "management_fee: {all: 0.66%")
    preview.wait("fee-table", "0.66%")
    answer, said = preview.ask(f"pdf/{key}")
    assert answer.status == 404 and b"until the errors are mended" in said  # what build refuses, nobody can keep
    edit(preview.folder / FEES, "0.66%", "0.65%")


def test_changes_since_a_revision(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    with running(folder) as preview:
        key = preview.key("fee-table")
        answer, body = preview.ask(f"changes/{key}")
        assert answer.status == 404 and b"in no commit" in body
        for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "First <b>draft</b>"]):
            subprocess.run([*git, *command], cwd=folder, check=True)
        edit(folder / FEES, "management_fee: {all: 0.65%", "management_fee: {all: 0.99%")
        preview.wait("fee-table", "0.99%")
        (revision,) = preview.data(f"revisions/{key}")
        assert revision["subject"] == "First <b>draft</b>"
        answer, body = preview.ask(f"changes/{key}?revision={revision['name']}")
        assert answer.status == 200, body
        assert b"<ins" in body and b"0.99%" in body and "script" not in answer.headers["Content-Security-Policy"]


def test_polling_sees_a_save_too(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    with running(folder, "--poll") as preview:
        preview.draft("fee-table")
        time.sleep(1)
        edit(folder / FEES, "management_fee: {all: 0.65%", "management_fee: {all: 0.88%")
        preview.wait("fee-table", "0.88%")


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "generator", "preview", "--no-open", "--port", str(taken.getsockname()[1])]
        environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
        done = subprocess.run(command, cwd=make_project(tmp_path), env=environment, capture_output=True, text=True)
    assert (
        done.returncode == 2 and "in use" in done.stderr and "--port" in done.stderr and "Traceback" not in done.stderr
    )


def test_who_does_not_wait_any_more_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_project(tmp_path))
    known = Supplements((Path("content"),))
    known.find()
    first, second, *_ = known.sources
    loader = Loader(known, lambda *_: None)
    assert loader.draft(first).cancel()
    loader.start()
    try:
        assert loader.draft(second).result(30) and loader.draft(first).result(30)
    finally:
        loader.end()


def test_a_host_that_is_none_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "preview", "--no-open", "--host", "192.0.2.1"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
    done = subprocess.run(command, cwd=make_project(tmp_path), env=environment, capture_output=True, text=True)
    assert done.returncode == 2 and "192.0.2.1 cannot be served" in done.stderr and "--host" in done.stderr
    assert "--port" not in done.stderr


def test_a_folder_without_content_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "preview", "--no-open"]
    done = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert done.returncode == 2 and "content/" in done.stderr


def test_another_host_is_warned_of(tmp_path: Path) -> None:
    with running(make_project(tmp_path), "--host", "0.0.0.0") as preview:
        assert preview.address.startswith("http://127.0.0.1:")
        assert preview.ask("list")[0].status == 200
        assert preview.ask("list", Host="evil.example:80")[0].status == 421


@pytest.mark.parametrize("words_said", ["--port", "--poll", "Ctrl-C"])
def test_help(words_said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "preview", "-h"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0 and words_said in done.stdout
