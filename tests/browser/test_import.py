"""A file that comes in by a real browser: chosen, looked at, put in, taken back, and marked."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.screen import change, cut_off, exceptions, overflow, stretch, visit, watch
from tests.browser.server import Server, serve
from tests.browser.test_every_page import violations
from tests.ingest.monitor_files import GOOD, Table, changed, workbook
from wijzer import texts

ADDRESS = "/gegevens?wijk=stevenshof"


@pytest.fixture(scope="module")
def desk(figures: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a register that may be changed, without examples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WIJZER_EMPTY", "1")
        with serve(tmp_path_factory.mktemp("import") / "app.log", figures) as server:
            yield server


def choose(page: Page, tables: dict[str, Table], name: str = "Lijst van Jansen.xlsx") -> None:
    """Choose a workbook, as somebody picks it from a folder."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": workbook(tables)}
    change(page, lambda: page.locator('input[type="file"]').set_input_files([file]))
    page.wait_for_timeout(500)


def test_a_file_from_beginning_to_end(page: Page, desk: Server) -> None:
    heard = watch(page, desk.host)
    visit(page, desk.url + ADDRESS)
    expect(page.get_by_text("hooguit 20MB")).to_be_visible()
    choose(page, GOOD)
    row = page.get_by_role("row", name="bijeenkomsten").filter(has_text="4")
    expect(row.last).to_be_visible()
    button = page.get_by_role("button", name=texts.PUT_IN)
    change(page, button.click)
    expect(page.get_by_text(texts.NOTHING_NEW)).to_be_visible()
    expect(page.get_by_role("row", name="team")).to_contain_text("38")
    stretch(page)
    assert overflow(page) == cut_off(page) == []
    assert violations(page) == []
    change(page, page.get_by_role("button", name="Draai de nieuwste terug").click)
    expect(page.get_by_role("row", name="team")).to_contain_text("teruggedraaid")
    assert exceptions(page) == heard.errors == heard.outside == []
    assert "Traceback" not in desk.said() and "Jansen" not in desk.said()


def test_the_workbook_comes_back_with_the_faults(page: Page, desk: Server) -> None:
    visit(page, desk.url + ADDRESS)
    choose(page, changed("deelnemers", 2, "deelnemer", "=Jan Smit"))
    expect(page.get_by_role("row", name="deelnemers 2")).to_contain_text("Dit lijkt op een naam.")
    assert page.get_by_role("button", name=texts.PUT_IN).count() == 0
    with page.expect_download() as taken:
        page.get_by_role("button", name=texts.MARKED).click()
    book = load_workbook(BytesIO(Path(taken.value.path()).read_bytes()))
    cell = next(one for one in book if "deelnemers" in one.title)["A2"]
    assert (cell.value, cell.data_type) == ("=Jan Smit", "s")
    assert "Dit lijkt op een naam." in cell.comment.text
    assert violations(page) == []


def test_a_template_can_be_taken_and_brought_in(page: Page, desk: Server) -> None:
    visit(page, f"{desk.url}{ADDRESS}&sjabloon=partners")
    with page.expect_download() as taken:
        page.get_by_role("button", name=texts.TEMPLATE_ONE.format(naam="partners")).click()
    book = load_workbook(BytesIO(Path(taken.value.path()).read_bytes()))
    for at, cell in enumerate(["p-1", "Een partner", "Stevenshof", "welzijn"], start=1):
        book["partners"].cell(3, at, cell)
    out = BytesIO()
    book.save(out)
    file = {"name": "x.xlsx", "mimeType": "x/x", "buffer": out.getvalue()}
    change(page, lambda: page.locator('input[type="file"]').set_input_files([file]))
    page.wait_for_timeout(500)
    expect(page.get_by_text(texts.DRY_RUN_GOOD)).to_be_visible()


def test_another_kind_of_file_is_refused_in_dutch(page: Page, desk: Server) -> None:
    visit(page, desk.url + ADDRESS)
    file = {"name": "x.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    page.locator('input[type="file"]').set_input_files([file])
    expect(page.get_by_text("kan niet.")).to_be_visible()
    assert page.get_by_text("not allowed").count() == 0


def test_the_number_of_a_participant_leaves_the_screen(page: Page, desk: Server) -> None:
    visit(page, desk.url + ADDRESS)
    field = page.get_by_label(texts.ERASE_NUMBER, exact=True)
    field.fill("d-001")
    page.get_by_text(texts.ERASE_SURE).click()
    change(page, page.get_by_role("button", name=texts.ERASE, exact=True).click)
    expect(page.get_by_text("Gewist: ")).to_be_visible()
    assert field.input_value() == ""
    assert "d-001" not in page.url and "d-001" not in page.content()
