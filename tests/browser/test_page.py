"""What a user sees and does: the draft follows what is saved, faults are told, every word leads to its source."""

from __future__ import annotations

import subprocess
import time
from typing import Any

import pypdfium2
import pytest

from tests.preview.running import FEES, Running, edit, save

TOTAL = '[data-path="changes[0].content[0].fee_table.rows.other_expenses.A"]'
FEE = '[data-path="changes[0].content[0].fee_table.rows.management_fee.A"]'


def opened(page: Any, preview: Running, name: str = "fee-table") -> Any:
    """The frame of a draft, once it is there."""
    page.goto(f"{preview.address}#{name}")
    page.wait_for_selector(f'#list a[aria-current][href="#{name}"]', state="attached")
    page.wait_for_selector("html[data-serial]")
    frame = page.frame(url="**/frame")
    frame.wait_for_selector("[data-path]")
    return frame


def place(page: Any, frame: Any, selector: str = TOTAL) -> float:
    """Where in the window a value of the draft stands."""
    inner = frame.evaluate("name => document.querySelector(name).getBoundingClientRect().top", selector)
    return float(inner + page.evaluate("document.getElementById('draft').getBoundingClientRect().top"))


def test_a_save_refreshes_the_page_in_place(page: Any, preview: Running) -> None:
    frame = opened(page, preview)
    page.evaluate("document.getElementById('desk').scrollTop = 400")
    frame.evaluate("document.querySelector('h1').same = true")
    before = place(page, frame)
    edit(preview.folder / FEES, "management_fee: {all: 0.65%", "management_fee: {all: 0.77%")
    frame.wait_for_selector(f"{FEE}:text('0.77%')")
    assert abs(place(page, frame) - before) < 3
    assert frame.evaluate("document.querySelector('h1').same")  # what stayed is the same element
    assert frame.locator("[data-lit]").count() > 0
    assert "0.77%" in frame.locator("[data-lit]").all_inner_texts()
    page.wait_for_timeout(2200)
    assert frame.locator("[data-lit]").count() == 0


def test_a_fault_is_shown_over_the_last_good_draft_and_goes(page: Any, preview: Running) -> None:
    frame = opened(page, preview)
    before = frame.inner_text("body")
    text = (preview.folder / FEES).read_text("utf-8")
    save(preview.folder / FEES, text.replace("changes:", "changes: ]", 1))
    strip = page.locator("#strip")
    strip.locator(".fault").first.wait_for()
    said = strip.inner_text()
    assert f"{FEES}:" in said and "Error SRC-" in said and "What to do:" in said and "last draft" in said
    assert "changes: ]" in said and "^" in said
    assert frame.inner_text("body") == before
    assert page.locator("#list a[aria-current] .mark.error").count() == 1
    save(preview.folder / FEES, text)
    page.wait_for_selector("#strip:empty", state="attached")
    assert page.locator("#list a[aria-current] .mark.error").count() == 0


def test_a_figure_that_breaks_a_rule_is_drawn_and_told(page: Any, preview: Running) -> None:
    frame = opened(page, preview)
    edit(preview.folder / FEES, "management_fee: {all: 0.65%", "management_fee: {all: 0.99%")
    frame.wait_for_selector(f"{FEE}:text('0.99%')")
    assert "build writes nothing" in page.locator("#strip").inner_text()
    assert page.locator("#notes li.error").count() > 0
    page.locator("#strip .fault button").nth(1).click()
    chosen = page.locator("#notes li[data-chosen]").inner_text()
    assert page.locator("#strip .fault").nth(1).locator(".place").inner_text() in chosen
    assert frame.locator("[data-chosen]").count() == 1


def test_a_click_on_a_figure_tells_its_source(page: Any, preview: Running) -> None:
    frame = opened(page, preview)
    frame.click(TOTAL)
    page.wait_for_selector("#source:not([hidden])")
    said = page.inner_text("#source")
    assert "follows from" in said and f"{FEES}:20:" in said and "0.21%" in said and "Shareholder servicing" in said
    page.keyboard.press("Escape")
    assert page.is_hidden("#source")
    frame.focus('[data-path="registrant.name"]')
    page.keyboard.press("Enter")
    page.wait_for_selector("#source:not([hidden])")
    assert "content/registrants/harbor.yaml:2:" in page.inner_text("#source")


def test_findings_stand_beside_their_words(page: Any, preview: Running) -> None:
    frame = opened(page, preview)
    note = page.locator("#notes li", has_text="LEG-01")
    words = frame.locator('[data-path="date"]').first
    assert abs(note.bounding_box()["y"] - words.bounding_box()["y"]) < 30
    assert words.get_attribute("data-found") == "warning"
    assert "Warning LEG-01" in note.inner_text() and f"{FEES}:3:7" in note.inner_text()


def test_the_keys(page: Any, preview: Running) -> None:
    frame = opened(page, preview)
    chosen = page.locator("#notes li[data-chosen]")
    page.keyboard.press("j")
    first = chosen.inner_text()
    page.keyboard.press("n")
    assert chosen.inner_text() != first
    page.keyboard.press("k")
    assert chosen.inner_text() == first
    for key, name in zip("23451", ("text", "pdf", "data", "changes", "html"), strict=True):
        page.keyboard.press(key)
        assert page.get_attribute(f"#tab-{name}", "aria-selected") == "true" and page.is_visible(f"#panel-{name}")
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert page.is_hidden("#help")
    page.keyboard.press("/")
    page.keyboard.type("waiver")
    assert page.inner_text("#counts").startswith("1 of 4 supplements")
    assert (
        page.locator("#list li:visible").all_inner_texts()[0].startswith("▲")
        and page.locator("#list li:visible").count() == 1
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector('#list a[aria-current][href="#fee-waiver"]')
    frame.wait_for_selector("text=the cost of meetings of shareholders")
    frame.focus('[data-path="date"]')
    page.keyboard.press("2")
    assert page.get_attribute("#tab-text", "aria-selected") == "true"
    page.focus("#tab-text")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-pdf"


def test_everything_can_be_reached_with_tab(page: Any, preview: Running) -> None:
    opened(page, preview)
    reached = set()
    for _ in range(260):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert {"find", "A", "ask", "tab-html", "draft", "BUTTON"} <= reached


def test_the_tabs_show_text_pdf_data_and_changes(page: Any, preview: Running) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], cwd=preview.folder, check=True)
    frame = opened(page, preview)
    edit(preview.folder / FEES, "{document: prospectus, date: 2026-05-01}", "{document: prospectus, date: 2026-04-30}")
    frame.wait_for_selector("text=April 30, 2026")
    page.keyboard.press("2")
    page.wait_for_selector("#text:has-text('<CAPTION>')")
    assert "April 30, 2026" in page.inner_text("#text")
    page.keyboard.press("3")
    page.wait_for_selector("#pages img", timeout=60_000)
    assert page.evaluate("document.querySelector('#pages img').naturalWidth") > 500
    page.keyboard.press("4")
    page.wait_for_selector("#data:has-text('fee_table:')")
    page.select_option("#form", "json")
    page.wait_for_selector("#data:has-text('\"registrant\"')")
    page.keyboard.press("5")
    changes = page.frame(url="**/sheet")
    changes.wait_for_selector("ins")
    page.keyboard.press("]")
    page.wait_for_timeout(100)
    assert changes.locator('[style*="outline"]').count() == 1


def test_the_text_follows_too(page: Any, preview: Running) -> None:
    opened(page, preview)
    page.keyboard.press("2")
    page.wait_for_selector("#text:has-text('0.65%')")
    edit(preview.folder / FEES, "management_fee: {all: 0.65%", "management_fee: {all: 0.77%")
    page.wait_for_selector("#text .lit:has-text('0.77%')")


def test_fifty_saves_in_a_second_end_on_the_last(page: Any, preview: Running) -> None:
    frame = opened(page, preview, "fee-waiver")
    file = preview.folder / "content/fee-waiver.yaml"
    text = file.read_text("utf-8")
    for turn in range(50):
        save(file, text.replace("the cost of meetings of shareholders", f"the cost of meeting {turn}."))
        time.sleep(0.02)
    frame.wait_for_selector("text=the cost of meeting 49.")
    page.wait_for_timeout(500)
    assert "the cost of meeting 49." in frame.inner_text("body")


@pytest.mark.parametrize("look", ["light", "dark", "narrow", "fault"])
def test_the_page_is_accessible(page: Any, preview: Running, look: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(color_scheme="dark" if look == "dark" else "light", reduced_motion="reduce")
    if look == "narrow":
        page.set_viewport_size({"width": 390, "height": 780})
    frame = opened(page, preview)
    if look == "fault":
        edit(preview.folder / FEES, "management_fee: {all: 0.65%", "management_fee: {all: 0.99%")
        page.wait_for_selector("#strip .fault")
    assert broken(axe, page) == []
    frame.click(TOTAL)
    page.wait_for_selector("#source:not([hidden])")
    assert broken(axe, page) == []
    page.keyboard.press("Escape")
    for key in "24":
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        assert broken(axe, page) == []
    if look == "narrow":
        page.click("#menu")
        page.wait_for_timeout(300)
        assert broken(axe, page) == []


def broken(axe: Any, page: Any) -> list[str]:
    """What axe-core finds, by rule and element."""
    found = axe.run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]} {node['failureSummary']}" for one in found for node in one["nodes"]]


def test_a_narrow_window_has_a_drawer(page: Any, preview: Running) -> None:
    page.set_viewport_size({"width": 390, "height": 780})
    opened(page, preview)
    assert not page.locator("#side").is_visible()
    page.click("#menu")
    assert page.locator("#side").is_visible()
    page.click('#list a[href="#trustees"]')
    page.wait_for_selector('#list a[aria-current][href="#trustees"]', state="attached")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_end_of_the_preview_is_told(page: Any, preview: Running) -> None:
    opened(page, preview)
    page.context.set_offline(True)
    page.evaluate("0")
    preview.process.terminate()
    preview.process.wait(10)
    page.wait_for_selector("#live.off")
    assert "Not connected" in page.inner_text("#live") and "new address" in page.inner_text("#live")


def test_without_a_draft_all_that_is_wrong_is_told(page: Any, preview: Running) -> None:
    many = "".join(f"  - operation: wrong-{at}\n" for at in range(9))
    save(preview.folder / "content/broken.yaml", f"registrant: harbor\ndate: 2026-99-99\nchanges:\n{many}")
    preview.wait("broken", "no such day")
    page.goto(f"{preview.address}#broken")
    page.wait_for_selector("#strip .fault")
    said = page.inner_text("#strip")
    assert page.locator("#strip .fault").count() == len(preview.draft("broken")["findings"]) >= 10
    assert "build writes nothing" in said and "beside the draft" not in said and "last draft" not in said
    for key in "12345":
        page.keyboard.press(key)
        assert page.is_visible("text=There is no draft yet") and page.locator("[role=tabpanel]:visible").count() == 0
    save(preview.folder / "pyproject.toml", "[tool.supplement]\nselct = 1\n")
    page.wait_for_selector("#strip:has-text('selct')")
    assert "last draft" not in page.inner_text("#strip")


def test_a_file_that_is_there_again_is_the_chosen_one_again(page: Any, preview: Running) -> None:
    opened(page, preview)
    text = (preview.folder / FEES).read_text("utf-8")
    (preview.folder / FEES).unlink()
    page.wait_for_selector("#live.off")
    assert page.inner_text("#live") == "The file is gone; this is its last draft."
    save(preview.folder / FEES, text)
    page.wait_for_selector("#live:not(.off)")
    page.wait_for_selector('#list a[aria-current][href="#fee-table"]', timeout=5_000)


@pytest.mark.parametrize("width", [1360, 900])
def test_words_stay_where_they_are_when_findings_come_and_go(page: Any, preview: Running, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    frame = opened(page, preview)
    page.evaluate("document.getElementById('desk').scrollTop = 900")
    before = place(page, frame)
    text = (preview.folder / FEES).read_text("utf-8")
    for wrong in (text.replace("changes:", "changes: ]", 1), text.replace("fee: {all: 0.65%", "fee: {all: 0.99%")):
        save(preview.folder / FEES, wrong)
        page.wait_for_selector("#strip .fault")
        page.wait_for_timeout(200)
        assert abs(place(page, frame) - before) < 3
        save(preview.folder / FEES, text)
        page.wait_for_selector("#strip:empty", state="attached")
        page.wait_for_timeout(200)
        assert abs(place(page, frame) - before) < 3


@pytest.mark.parametrize("width", [1360, 900, 375])
def test_a_chosen_finding_is_in_sight_with_its_words(page: Any, preview: Running, width: int) -> None:
    twice = "".join(
        f"  - {{operation: notice, content: [The the fund number {at} is is in in two two places places.]}}\n"
        for at in range(12)
    )
    edit(preview.folder / FEES, "\nchanges:\n", f"\nchanges:\n{twice}")
    page.set_viewport_size({"width": width, "height": 700})
    frame = opened(page, preview)
    notes = page.locator("#notes li", has_text="TXT-03")
    assert notes.count() > 30
    note = notes.nth(30)
    note.locator("button").click()
    desk, chosen = page.locator("#desk").bounding_box(), page.locator("#notes li[data-chosen]").bounding_box()
    words = frame.locator("[data-chosen]").bounding_box()
    for box in (chosen, words):
        assert desk["y"] <= box["y"] and box["y"] + box["height"] <= desk["y"] + desk["height"] + 1
    page.keyboard.press("Escape")
    assert page.locator("[data-chosen], [data-lifted]").count() == 0


def test_a_fee_table_of_three_classes_fits_a_telephone(page: Any, preview: Running) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    frame = opened(page, preview)
    cut = "[...document.querySelectorAll('div')].filter(one => one.scrollWidth > one.clientWidth).length"
    assert frame.evaluate(cut) == 0


def test_a_printed_draft_is_whole_and_every_page_is_marked(page: Any, preview: Running) -> None:
    frame = opened(page, preview)
    page.evaluate("document.getElementById('desk').scrollTop = 300")
    with pypdfium2.PdfDocument(page.pdf(format="Letter")) as pdf:
        pages = [one.get_textpage().get_text_range() for one in pdf]
    assert len(pages) > 1 and all("DRAFT" in one for one in pages)
    printed = " ".join(" ".join(pages).split())
    for words in frame.locator("p, h1").all_inner_texts():
        assert " ".join(words.split()) in printed
    assert "Find" not in printed and "Refreshed" not in printed
    assert page.inner_html("#paper") == ""  # gone from the page when it is printed


def test_a_page_out_of_sight_does_not_listen_and_catches_up(page: Any, preview: Running) -> None:
    frame = opened(page, preview)
    page.wait_for_selector("#list a[href='#trustees'] .mark:not(.waiting)")
    for hidden in ("true", "false"):
        page.evaluate(f"Object.defineProperty(document, 'hidden', {{get: () => {hidden}, configurable: true}})")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        if hidden == "true":
            page.evaluate("document.querySelector('#list a[href=\"#trustees\"]').focus()")
            edit(preview.folder / FEES, "management_fee: {all: 0.65%", "management_fee: {all: 0.77%")
            (preview.folder / "content/fee-waiver.yaml").unlink()
            preview.wait("fee-table", "0.77%")
            page.wait_for_timeout(300)
            assert frame.locator(f"{FEE}:text('0.65%')").count() == 1
    frame.wait_for_selector(f"{FEE}:text('0.77%')")
    page.wait_for_selector("#list a[href='#fee-waiver']", state="detached")
    assert page.evaluate("document.activeElement.hash") == "#trustees"


def test_what_comes_while_something_is_looked_for_is_looked_at_too(page: Any, preview: Running) -> None:
    opened(page, preview)
    page.fill("#find", "waiver")
    text = (preview.folder / "content/fee-waiver.yaml").read_text("utf-8")
    for name in ("other-waiver", "other"):
        save(preview.folder / f"content/{name}.yaml", text)
    page.wait_for_selector("#counts:has-text('2 of 6 supplements')")
    assert page.locator("#list li:visible").count() == 2


def test_what_is_chosen_is_seen_in_the_colours_of_the_system(page: Any, preview: Running) -> None:
    page.emulate_media(forced_colors="active")
    frame = opened(page, preview)
    page.keyboard.press("j")
    look = "(one, side) => getComputedStyle(one)[`border-${side}-color`]"
    for chosen, other, side in (
        ("#tab-html", "#tab-text", "bottom"),
        ("#list a[aria-current]", "a[href='#trustees']", "left"),
    ):
        assert page.eval_on_selector(chosen, look, side) != page.eval_on_selector(other, look, side)
    assert frame.eval_on_selector("[data-chosen]", "one => getComputedStyle(one).outlineStyle") == "solid"
