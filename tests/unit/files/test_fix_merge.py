"""A fix file comes back as a colleague and their office program left it, and gives exactly the mended cells."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.problems import Problem, Problems
from hkj_desktop.catalog.rereading import mapping_for
from hkj_desktop.errors import FileDamaged, FileMissing, FileTooLarge, FixFileError
from hkj_desktop.files import fix_merge
from hkj_desktop.files.fix_keys import CUT, LONGEST, STORE, escaped, folded, reduced, shown, unescaped
from hkj_desktop.files.fix_merge import is_fix_file, merge, read_fix_file
from hkj_desktop.files.fix_sheet import meant
from hkj_desktop.files.read import read_catalog
from hkj_desktop.ui.texts import error_words
from tests.helpers.catalogues import catalog, checked, modest, write_csv
from tests.helpers.exported import EXPORTS
from tests.helpers.fix_files import FIRST_COLUMN, FIRST_ROW, Colleague, all_bad, back, cells, save, through_libreoffice

HEADERS = ["sku", "title_en", "title_ar", "price_jod", "stock_qty", "option1_name", "option1_value", "note"]
ROWS = [
    ["HON-1", "Honey", "عسل", "12.500", "4", None, None, "fine"],
    ["007", "Tea", None, "1.25 JD", "3", None, None, "=1+1"],
    ["SHI-S", "Shirt", "قميص", "8.750", "-2", "Size", "S", None],
    ["SHI-L", None, None, "9.250", "5", None, "L", "two\nlines"],
    ["COF-1", "Coffee", "قهوة", "abc", "7", None, None, None],
    ["ZAA-1", "Zaatar", "زعتر", "0.500", "many", None, None, "0012"],
]
FIELDS = load_fields("hkj")


@pytest.fixture
def draft() -> Draft:
    return Draft(catalog(HEADERS, ROWS))


@pytest.fixture
def path(draft: Draft, tmp_path: Path) -> Path:
    """The fix file of the second to the sixth row, which Excel numbers 3 to 7 in it as in the catalogue."""
    path = tmp_path / "fix.xlsx"
    assert save(path, check(draft.base, FIELDS)) == 5
    return path


def _mend(one: Colleague) -> list[tuple[str, int, str | None]]:
    """What a colleague types; the cells that come of it."""
    one.cell("title_ar", 3).value = "شاي"
    one.cell("price_jod", 3).value = "1.250"
    one.cell("stock_qty", 4).value = "0"
    one.cell("note", 5).value = None
    one.cell("price_jod", 6).value = "0.750"
    return [("c2", 1, "شاي"), ("c3", 1, "1.250"), ("c3", 4, "0.750"), ("c4", 2, "0"), ("c7", 3, None)]


# -- what a colleague does --------------------------------------------------------------------------------------------


def test_as_it_was_saved_it_changes_nothing(path: Path, draft: Draft) -> None:
    """A fix file that nobody touched gives no cell, and nothing is told."""
    found = back(path, draft)
    assert is_fix_file(path)
    assert (found.count, found.rows, found.unchanged, found.known) == (0, 0, 40, 0)
    assert (found.added, found.columns_added, found.columns_gone) == ((), (), ())
    assert found.deleted.len() == found.broken.height == found.left_out.len() == found.conflicts.height == 0


def test_mended_cells_are_found_and_no_others(path: Path, draft: Draft) -> None:
    """Each mended cell comes with what it was; the step that is made of them writes them, and undoing it gives the
    catalogue back."""
    with Colleague(path) as one:
        mended = _mend(one)
    found = back(path, draft)
    assert cells(found) == mended
    assert (found.count, found.rows, found.unchanged) == (5, 4, 35)
    assert found.cells["before"].to_list() == found.cells["original"].to_list()
    change = draft.change("fix_file", found.cells.select("key", "at", "after"))
    after = draft.done(change)
    assert sorted(after.differences().select("key", "at", "after").rows()) == mended
    assert after.done(change.reversed()).catalog.cells.equals(draft.base.cells)


def _sorted(one: Colleague) -> None:
    one.put_rows(sorted(one.rows(), key=lambda row: str(row[4])))


def _moved(one: Colleague) -> None:
    """The price in front of everything visible, the reasons at the end."""
    order = [1, 7, 2, 4, 5, 6, 8, 9, 10, 11, 3]
    rows = [[cell.value for cell in row] for row in one.sheet.iter_rows()]
    for number, row in enumerate(rows, start=1):
        for at, old in enumerate(order, start=1):
            cell = one.sheet.cell(number, at)
            cell.value = row[old - 1]
            cell.data_type = "s" if isinstance(cell.value, str) else "n"


def _inserted(one: Colleague) -> None:
    one.sheet.insert_cols(5)
    one.sheet.cell(2, 5, "Asked the maker")
    one.sheet.cell(4, 5, "yes")
    one.sheet.insert_rows(1)
    one.sheet.cell(1, 2, "Please mend until Sunday")


def _sheets(one: Colleague) -> None:
    one.sheet.title = "سلمى"
    notes = one.book.create_sheet("Notes", 0)
    notes.append(["hkj:keys", "title_en"])
    one.book.remove(one.book["_hkj_choices"])


def _without_helpers(one: Colleague) -> None:
    """The columns with places and reasons are deleted, the filter is off, nothing is hidden any more."""
    one.sheet.auto_filter.ref = None
    one.sheet.row_dimensions[1].hidden = one.sheet.column_dimensions["A"].hidden = False
    one.sheet.delete_cols(2, 2)


@pytest.mark.parametrize(
    "deed", [_sorted, _moved, _inserted, _sheets, _without_helpers], ids=lambda deed: deed.__name__
)
@pytest.mark.parametrize("office", [False, True], ids=["", "libreoffice"])
def test_whatever_is_moved_it_is_the_same_cell(
    path: Path, draft: Draft, tmp_path: Path, deed: Callable[[Colleague], None], *, office: bool
) -> None:
    """Rows sorted, columns moved or put in, rows put in above, another sheet, a renamed file and sheet; saved by
    LibreOffice or not: the mended cells are found, and no others."""
    renamed = tmp_path / "ملف للتصحيح (2).xlsx"
    with Colleague(path, renamed) as one:
        mended = _mend(one)
        deed(one)
    found = back(through_libreoffice(renamed, tmp_path) if office else renamed, draft)
    assert cells(found) == mended
    assert (found.deleted.len(), found.added, found.broken.height) == (0, (), 0)
    assert found.columns_added == (("Asked the maker",) if deed is _inserted else ())


def test_the_extension_in_capitals_is_no_matter(path: Path, draft: Draft, tmp_path: Path) -> None:
    """Windows programs write FIX.XLSX."""
    loud = path.rename(tmp_path / "FIX.XLSX")
    assert is_fix_file(loud)
    assert back(loud, draft).count == 0


def test_deleted_and_added_rows_are_told(path: Path, draft: Draft) -> None:
    """A deleted row is no change; a new row is told by its number and not taken in; neither hides the mended cells."""
    with Colleague(path) as one:
        one.cell("title_ar", 3).value = "شاي"
        one.sheet.delete_rows(6)
        one.sheet.cell(9, FIRST_COLUMN, "NEW-1")
        one.sheet.cell(9, FIRST_COLUMN + 1, "A new product")
    found = back(path, draft)
    assert cells(found) == [("c2", 1, "شاي")]
    assert (found.deleted.to_list(), found.added) == ([4], (9,))


def test_deleted_columns_are_told(path: Path, draft: Draft) -> None:
    """A column that somebody deleted stays as it is in the catalogue."""
    with Colleague(path) as one:
        one.sheet.delete_cols(FIRST_COLUMN + 4)
        one.cell("price_jod", 6).value = "0.750"
    found = back(path, draft)
    assert (cells(found), found.columns_gone) == ([("c3", 4, "0.750")], ("stock_qty",))


def test_an_emptied_row_is_a_deleted_one(path: Path, draft: Draft) -> None:
    """A row whose visible cells were all emptied is no product to be emptied; one that keeps its place is."""
    with Colleague(path) as one:
        for at in range(2, one.sheet.max_column + 1):
            one.sheet.cell(3, at).value = None
        for at in range(FIRST_COLUMN, one.sheet.max_column + 1):
            one.sheet.cell(6, at).value = None
    found = back(path, draft)
    assert found.deleted.to_list() == [1]
    assert cells(found) == [(key, 4, None) for key in ("c0", "c1", "c2", "c3", "c4")]


# -- when keys and rows part ------------------------------------------------------------------------------------------


def test_sorted_without_the_hidden_column(path: Path, draft: Draft) -> None:
    """Where only the visible cells were sorted, the places say whose they are."""
    with Colleague(path) as one:
        mended = _mend(one)
        visible = [row[1:] for row in one.rows()]
        one.put_rows(sorted(visible, key=lambda row: str(row[3])), first_column=2)
    found = back(path, draft)
    assert (cells(found), found.deleted.len(), found.added) == (mended, 0, ())


def test_places_that_fit_no_keys_are_refused(path: Path, draft: Draft) -> None:
    """Sorted without the hidden column, and then rows deleted: nobody knows whose cells they are."""
    with Colleague(path) as one:
        visible = [row[1:] for row in one.rows()]
        one.put_rows(visible[::-1], first_column=2)
        one.sheet.delete_rows(3)
    _refused(lambda: read_fix_file(path), "damaged", path)


def test_a_row_cut_out_and_put_in_elsewhere(path: Path, draft: Draft) -> None:
    """Its visible cells leave the key behind; its place still says which row it is."""
    with Colleague(path) as one:
        mended = _mend(one)
        for at in range(2, one.sheet.max_column + 1):
            one.sheet.cell(20, at).value, one.sheet.cell(3, at).value = one.sheet.cell(3, at).value, None
    found = back(path, draft)
    assert (cells(found), found.deleted.len(), found.added) == (mended, 0, ())


def test_a_row_copied_whole_counts_once(path: Path, draft: Draft) -> None:
    """The same row twice is one row; with another cell it is refused, and the row is named."""
    with Colleague(path) as one:
        one.cell("price_jod", 3).value = "1.250"
        one.put_rows([*one.rows(), one.rows()[0]])
    assert cells(back(path, draft)) == [("c3", 1, "1.250")]
    with Colleague(path) as one:
        one.cell("price_jod", 8).value = "9.000"
    assert _refused(lambda: back(path, draft), "twice", path).params["row"] == 8


def test_a_copied_row_without_its_key_is_an_added_one(path: Path, draft: Draft) -> None:
    """The visible cells of a row, copied below, and filled down keys that name no row, are told as rows added."""
    with Colleague(path) as one:
        row = one.rows()[0]
        one.put_rows([*one.rows(), [None, *row[1:]], ["1:0123456789", *row[1:]], [f"{row[0]}x", None, *row[2:]]])
    found = back(path, draft)
    assert (found.count, found.added) == (0, (8, 9, 10))


def test_a_copied_column_counts_where_it_was_mended(path: Path, draft: Draft) -> None:
    """The old prices kept beside the new ones; two new prices of one row are refused."""
    with Colleague(path) as one:
        at, copy = FIRST_COLUMN + 3, one.sheet.max_column + 1
        for row in range(1, one.sheet.max_row + 1):
            one.sheet.cell(row, copy, one.sheet.cell(row, at).value)
        one.cell("price_jod", 3).value = "1.250"
        one.sheet.cell(6, copy).value = "0.750"
    assert cells(back(path, draft)) == [("c3", 1, "1.250"), ("c3", 4, "0.750")]
    with Colleague(path) as one:
        one.sheet.cell(3, copy).value = "9.000"
    assert _refused(lambda: back(path, draft), "twice", path).params["row"] == 3


def test_a_copy_of_the_sheet_is_left_alone(path: Path, draft: Draft) -> None:
    """Of two such sheets the one with its old name counts, wherever it stands."""
    with Colleague(path) as one:
        copy = one.book.copy_worksheet(one.sheet)
        mended = _mend(one)
        one.book.move_sheet(copy, -3)
    assert cells(back(path, draft)) == mended


# -- what Excel makes of what is typed --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.25, "1.25"),
        (12.0, "12"),
        (12, "12"),
        (0.1 + 0.2, "0.3"),
        (6251234567898.0, "6251234567898"),
        (1e-07, "0.0000001"),
        (1e20, "100000000000000000000"),
        (-0.5, "-0.5"),
        (0.0, "0"),
        (True, "TRUE"),
        (False, "FALSE"),
        (dt.datetime(2026, 3, 5), "2026-03-05"),  # noqa: DTZ001 - a cell has no time zone
        (dt.datetime(2026, 3, 5, 14, 30), "2026-03-05 14:30:00"),  # noqa: DTZ001
        (dt.time(14, 30), "14:30:00"),
        (dt.timedelta(hours=1, minutes=15), "1:15:00"),
    ],
)
def test_values_come_back_as_the_text_that_was_meant(value: object, text: str, path: Path, draft: Draft) -> None:
    """Numbers, days, times and truth values that the spreadsheet made of what was typed."""
    assert meant(value) == text
    with Colleague(path) as one:
        cell = one.cell("note", 3)
        cell.number_format = "General"
        cell.value = value
    assert cells(back(path, draft)) == [("c7", 1, text)]


def test_formulas_count_by_what_they_show(path: Path, draft: Draft, tmp_path: Path) -> None:
    """A formula that LibreOffice worked out is its value; an error, and a formula that nobody worked out, are told and
    not taken."""
    with Colleague(path) as one:
        for row, formula in ((3, "=1+0.25"), (4, "=1/0"), (5, '=CONCATENATE("a";"b")'.replace(";", ","))):
            cell = one.cell("note", row)
            cell.number_format = "General"
            cell.value = formula
    found = back(path, draft)
    assert found.count == 0
    told = [("c7", 1, 3, "=1+0.25"), ("c7", 2, 4, "=1/0"), ("c7", 3, 5, '=CONCATENATE("a","b")')]
    assert found.broken.rows() == told
    found = back(through_libreoffice(path, tmp_path), draft)
    assert cells(found) == [("c7", 1, "1.25"), ("c7", 3, "ab")]
    assert found.broken.rows() == [("c7", 2, 4, "#DIV/0!")]


def test_a_text_longer_than_a_cell(tmp_path: Path) -> None:
    """It is cut for the workbook and stays whole in the catalogue; a shorter text in its place is taken, and what
    still ends where it was cut is told and not taken."""
    long = "وصف طويل " * 6_000
    result, problems = all_bad(["sku", "description_en", "description_ar"], [["A", long, long], ["B", long, "short"]])
    path, draft = tmp_path / "fix.xlsx", Draft(result.catalog)
    save(path, result, problems)
    assert (back(path, draft).count, back(path, draft).unchanged) == (0, 6)
    with Colleague(path) as one:
        assert len(one.cell("description_en", 3).value) <= LONGEST
        one.cell("description_en", 3).value = "Short"
        cell = one.cell("description_ar", 3)
        cell.value = "x" + cell.value
    found = back(path, draft)
    assert cells(found) == [("c1", 0, "Short")]
    assert found.cells["original"].to_list() == [long]
    assert found.broken.rows() == [("c2", 0, 3, CUT.strip())]


# -- any text ---------------------------------------------------------------------------------------------------------

_SIGNS = st.one_of(
    st.sampled_from("=+-@'\"_x0041\t\r\n ,;#ابتثعسل٠١٢\u200f\u200b\x00\x07\x0b\x1f\x7f\x85\u2028\ufeff\ufffe\uffff😀"),
    st.characters(codec="utf-8"),
)
# fmt: off
ODD = ["007", "1.250", "=1+1", "#N/A", "TRUE", "6251234567898012345", "1e5", "2026-03-05", "_x0041_", "_x005F_",
       "  ", " a ", "\n", "a\r\nb", "'a", "_x000\x01_", "_x005F\x01_", "عسل\nجبلي ٥٠٠ غ", '"a";=cmd', "\\", "<b>&amp;"]
# fmt: on
TEXTS = st.one_of(st.none(), st.text(_SIGNS, max_size=12), st.sampled_from(ODD))
TABLES = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5)


@given(st.text(_SIGNS, max_size=30))
@example("_x005F\x01_x0041_\x07x0042_")
@modest(400)
def test_any_text_can_be_written_and_is_read_back(text: str) -> None:
    """Signs that XML cannot hold, and texts that look like such signs written out, come back as they were."""
    assert unescaped(escaped(text)) == text
    assert not text or escaped(text).strip()


@given(st.integers(0, 60_000), st.sampled_from(["a", "ع", "😀", "\x07", "_x0041_"]))
@modest(60)
def test_what_is_shown_fits_a_cell(length: int, sign: str) -> None:
    """Whatever a text is made of, what stands in the workbook is no longer than Excel's longest cell."""
    text = (sign * length)[:60_000]
    assert len(escaped(shown(text)).encode("utf-16-le")) <= 2 * LONGEST
    assert shown(text) == text or shown(text).endswith(CUT)


def _table(rows: list[tuple[str | None, ...]], folder: Path) -> tuple[Path, Draft]:
    result, problems = all_bad(["sku", "x\n1", ""], rows)
    save(folder / "any.xlsx", result, problems)
    return folder / "any.xlsx", Draft(result.catalog)


@given(TABLES)
@modest(120)
def test_any_catalogue_comes_back_unchanged(tmp_path: Path, rows: list[tuple[str | None, ...]]) -> None:
    """Whatever stands in the cells, a fix file that nobody touched changes nothing."""
    path, draft = _table(rows, tmp_path)
    found = back(path, draft)
    assert (found.count, found.unchanged, found.broken.height) == (0, 3 * len(rows), 0)
    assert (found.deleted.len(), found.added) == (0, ())


@given(TABLES, st.randoms(use_true_random=False), st.lists(TEXTS, min_size=4, max_size=4))
@modest(120)
def test_any_edits_are_found_exactly(
    tmp_path: Path, rows: list[tuple[str | None, ...]], chance: random.Random, texts: list[str | None]
) -> None:
    """Random texts typed into random cells, rows shuffled: exactly the cells that now hold another text are found."""
    path, draft = _table(rows, tmp_path)
    wanted: dict[tuple[str, int], str | None] = {}
    with Colleague(path) as one:
        for text in texts:
            at, column = chance.randrange(len(rows)), chance.randrange(3)
            cell = one.sheet.cell(FIRST_ROW + at, FIRST_COLUMN + column)
            cell.value = escaped(text) if text else None
            cell.data_type = "s" if text else "n"
            wanted[f"c{column}", at] = text
        shuffled = one.rows()
        chance.shuffle(shuffled)
        one.put_rows(shuffled)
    differs = [
        (key, at, folded(text) or None)
        for (key, at), text in wanted.items()
        if folded(text) != folded(rows[at][int(key[1])]) and reduced(text or "") != reduced(rows[at][int(key[1])] or "")
    ]
    found = back(path, draft)
    assert cells(found) == sorted(differs, key=lambda one: one[:2])
    assert found.unchanged == 3 * len(rows) - len(differs)


def test_any_text_survives_libreoffice(tmp_path: Path) -> None:
    """Opened and saved by LibreOffice, no text is taken for a mended one."""
    # LibreOffice itself loses one of them: half a sign written out, and a sign that no XML can hold behind it.
    odd = [text for text in ODD if text != "_x000\x01_"]
    odd += ["tab\there", "\x07bell", "\x7f\x85\u2028\u200f", "\ufeffa\ufffe\uffff", "😀", "a\n", "\na", " \t",
            "-5", "50%", "1,250", "٥٠٠", "x" * 32_000, "+962", "@a", "https://example.com/a?b=1&c=٢"]  # fmt: skip
    path, draft = _table([(text, f"n{at}", None) for at, text in enumerate(odd)], tmp_path)
    found = back(through_libreoffice(path, tmp_path), draft)
    assert cells(found) == []
    assert (found.unchanged, found.broken.height, found.added) == (3 * len(odd), 0, ())


# -- three ways -------------------------------------------------------------------------------------------------------


def test_what_was_changed_here_meanwhile_is_a_conflict(path: Path, draft: Draft) -> None:
    """A cell changed on both sides is a conflict, unless both say the same; a cell changed here alone is none; a row
    that was left out here is told."""
    with Colleague(path) as one:
        one.cell("title_ar", 3).value = "شاي"
        one.cell("price_jod", 3).value = "1.250"
        one.cell("price_jod", 6).value = "0.750"
        one.cell("stock_qty", 7).value = "12"
    wanted = [("c3", 1, "1.500"), ("c3", 4, "0.750"), ("c1", 4, "Cardamom coffee"), ("c1", 0, "Comb honey")]
    edits = pl.DataFrame(wanted, schema=["key", "at", "after"], orient="row")
    draft = draft.done(draft.change("edit", edits, left_out=pl.Series([5])))
    found = back(path, draft)
    assert cells(found) == [("c2", 1, "شاي"), ("c3", 1, "1.250")]
    assert found.conflicts.rows() == [("c3", 1, "1.500", "1.25 JD", "1.250")]
    assert (found.known, found.left_out.to_list()) == (1, [5])


def test_a_fix_file_of_a_draft_knows_what_was_changed_before(draft: Draft, tmp_path: Path) -> None:
    """What the draft had changed when the file was written is its original, and no conflict."""
    edits = pl.DataFrame({"key": ["c3", "new:brand"], "at": [4, 4], "after": ["x", "Petra"]})
    draft = draft.done(draft.change("edit", edits))
    first = check(draft.base, FIELDS)
    result = check(draft.catalog, FIELDS, mapping=mapping_for(first.mapping, draft.catalog, FIELDS))
    path = tmp_path / "fix.xlsx"
    save(path, result, draft=draft)
    assert back(path, draft).count == 0
    with Colleague(path) as one:
        one.cell("price_jod", 6).value = "0.750"
        one.cell("brand", 6).value = "Ajloun"
    found = back(path, draft)
    assert (cells(found), found.conflicts.height) == ([("c3", 4, "0.750"), ("new:brand", 4, "Ajloun")], 0)
    undone = back(path, Draft(draft.base))
    assert (cells(undone), undone.conflicts.height) == (cells(found), 2)


def test_a_column_that_the_file_lacked_is_filled(tmp_path: Path) -> None:
    """Titles typed into the column that the fix file put in make the products ready."""
    result = checked(["sku", "title_en", "price_jod"], [["A", "Tea", "1.000"], ["B", "Honey", "2.000"]])
    path, draft = tmp_path / "fix.xlsx", Draft(result.catalog)
    save(path, result)
    assert back(path, draft).count == 0
    with Colleague(path) as one:
        one.cell("Arabic title", 3).value = "شاي"
        one.cell("Arabic title", 4).value = "عسل"
    found = back(path, draft)
    assert cells(found) == [("new:title_ar", 0, "شاي"), ("new:title_ar", 1, "عسل")]
    after = draft.done(draft.change("fix_file", found.cells.select("key", "at", "after")))
    mended = check(after.catalog, FIELDS, mapping=mapping_for(result.mapping, after.catalog, FIELDS))
    assert (mended.counts.ready, result.counts.ready) == (2, 0)


@pytest.mark.parametrize("name", ["magento", "shopify", "woocommerce", "salla template, no banner", "zid, blank rows"])
def test_exports_of_other_systems_are_mended_too(name: str, tmp_path: Path) -> None:
    """Their rows are arranged: titles of another language in columns of their own, texts that come from other rows.
    Each cell, wherever it came from, can be mended, and a mended title is the product's."""
    result = check(read_catalog(EXPORTS[name].write(tmp_path)), FIELDS)
    assert result.system is not None
    every = Problems.of(
        Problem("row_stray", index=row["index"], product=row["product"])
        for row in result.products.rows.select("index", "product").iter_rows(named=True)
    )
    path, draft = tmp_path / "fix.xlsx", Draft(result.catalog)
    assert save(path, result, every) == len(result.catalog)
    assert back(path, draft).count == 0
    at = result.products.rows.height - 1
    title = "title_ar" if result.mapping.column_of("title_ar") else "title_en"
    columns = [column.key for column in result.catalog.columns]
    wanted = {result.mapping.column_of(title): "قهوة سوداء", result.catalog.columns[-1]: "mended"}
    with Colleague(path) as one:
        for column, text in wanted.items():
            assert column is not None
            one.sheet.cell(FIRST_ROW + at, FIRST_COLUMN + columns.index(column.key)).value = text
    found = back(path, draft)
    assert cells(found) == sorted((column.key, at, text) for column, text in wanted.items() if column)
    after = draft.done(draft.change("fix_file", found.cells.select("key", "at", "after")))
    mended = check(after.catalog, FIELDS, mapping=result.mapping)
    assert mended.products.rows[title][at] == "قهوة سوداء"


# -- what is no fix file of this catalogue ----------------------------------------------------------------------------


def _refused(action: Callable[[], object], reason: str, path: Path) -> FixFileError:
    with pytest.raises(FixFileError) as told:
        action()
    assert (told.value.params["reason"], told.value.params["name"]) == (reason, path.name)
    words = error_words(told.value)
    assert path.name in words.title
    assert "—" not in "".join(words)
    return told.value


def test_a_strangers_file_is_refused(path: Path, draft: Draft) -> None:
    """One cell more or less, and it is another catalogue; the words say of which the file is."""
    other = Draft(catalog(HEADERS, [["HON-2", *ROWS[0][1:]], *ROWS[1:]]))
    assert back(path, draft).count == 0
    error = _refused(lambda: back(path, other), "stranger", path)
    assert "made.csv" in error_words(error).explanation


def test_the_same_catalogue_under_another_name_is_no_stranger(path: Path, draft: Draft, tmp_path: Path) -> None:
    """A catalogue that was renamed, or opened again, still takes its fix file."""
    again = read_catalog(write_csv(tmp_path / "again.csv", [HEADERS, *ROWS]))
    assert again.name != draft.base.name
    assert back(path, Draft(again)).unchanged == 40


@pytest.mark.parametrize("kind", ["workbook", "csv", "picture", "empty", "folder", "missing", "archive", "cut off"])
def test_anything_else_is_no_fix_file(kind: str, path: Path, tmp_path: Path) -> None:
    """The look at an ordinary workbook or at any odd file says no and raises nothing; reading it says why."""
    other = tmp_path / f"{kind}.xlsx"
    if kind == "workbook":
        book = openpyxl.Workbook()
        book.active.append(["sku", STORE])
        book.save(other)
    elif kind == "folder":
        other.mkdir()
    elif kind == "archive":
        with zipfile.ZipFile(other, "w") as archive:
            archive.writestr("a.txt", STORE)
    elif kind != "missing":
        content = {"csv": b"sku,title\n1,a\n", "picture": b"\x89PNG\r\n\x1a\n" * 9, "empty": b""}
        other.write_bytes(content.get(kind) or (path.read_bytes()[:-400] if kind == "cut off" else b""))
    assert not is_fix_file(other)
    if kind == "missing":
        with pytest.raises(FileMissing):
            read_fix_file(other)
    else:
        _refused(lambda: read_fix_file(other), "none", other)


def _no_row(one: Colleague) -> None:
    one.sheet.delete_rows(1)


def _no_column(one: Colleague) -> None:
    one.sheet.delete_cols(1)


def _no_keys(one: Colleague) -> None:
    for row in range(FIRST_ROW, one.sheet.max_row + 1):
        one.sheet.cell(row, 1).value = one.sheet.cell(row, 2).value = None


def _no_store(one: Colleague) -> None:
    one.book[STORE].delete_rows(2)


def _odd_store(one: Colleague) -> None:
    one.book[STORE]["A2"].value = "x" + one.book[STORE]["A2"].value[:-1]


@pytest.mark.parametrize("deed", [_no_row, _no_column, _no_keys, _no_store, _odd_store], ids=lambda deed: deed.__name__)
def test_without_its_hidden_parts_it_is_damaged(deed: Callable[[Colleague], None], path: Path) -> None:
    """A hidden row, column, keys or sheet that is gone or changed: nothing is guessed."""
    with Colleague(path) as one:
        deed(one)
    assert is_fix_file(path)
    _refused(lambda: read_fix_file(path), "damaged", path)


def test_a_newer_one_is_refused(draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a newer version of the program wrote is not guessed at."""
    path = tmp_path / "fix.xlsx"
    with monkeypatch.context() as newer:
        newer.setattr("hkj_desktop.files.fix_keys.VERSION", 2)
        save(path, check(draft.base, FIELDS))
    _refused(lambda: read_fix_file(path), "newer", path)


def _with_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    other = path.with_suffix(".new")
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as out:
        for info in archive.infolist():
            data = archive.read(info)
            out.writestr(info.filename, change(data) if info.filename == part else data)
    shutil.move(other, path)


def _broken_xml(sheet: bytes) -> bytes:
    return sheet[: len(sheet) // 2]


def _entities(sheet: bytes) -> bytes:
    return sheet.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "b">]><worksheet', 1)


@pytest.mark.parametrize("change", [_broken_xml, _entities], ids=lambda change: change.__name__)
def test_a_broken_sheet_is_told(change: Callable[[bytes], bytes], path: Path) -> None:
    """A sheet that breaks off or brings entities along is a damaged file."""
    _with_part(path, "xl/worksheets/sheet1.xml", change)
    with pytest.raises(FileDamaged) as told:
        read_fix_file(path)
    assert told.value.params["name"] == path.name


def test_a_bomb_is_not_unpacked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet that unpacks to too much, or whose cells lie too far apart, is refused before it is read."""

    def far(sheet: bytes) -> bytes:
        return sheet.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')

    with monkeypatch.context() as small:
        small.setattr(fix_merge, "MOST_UNPACKED_MEGABYTES", 0)
        with pytest.raises(FileTooLarge):
            read_fix_file(path)
    _with_part(path, "xl/worksheets/sheet1.xml", far)
    with pytest.raises(FileTooLarge):
        read_fix_file(path)


def test_products_with_several_rows_are_mended_row_by_row(path: Path, draft: Draft) -> None:
    """The second size of a shirt is a row of its own in the fix file, and its cells are its own."""
    with Colleague(path) as one:
        assert [one.cell("sku", row).value for row in (4, 5)] == ["SHI-S", "SHI-L"]
        one.cell("price_jod", 5).value = "9.500"
        one.sheet.delete_rows(4)
    found = merge(read_fix_file(path), draft)
    assert (cells(found), found.deleted.to_list()) == ([("c3", 3, "9.500")], [2])


def test_a_checked_catalogue_is_what_the_fix_file_makes_ready(path: Path, draft: Draft) -> None:
    """Mended as the reasons say, every product of the catalogue is ready."""
    before: Checked = check(draft.base, FIELDS)
    with Colleague(path) as one:
        _mend(one)
        one.cell("stock_qty", 7).value = 12.0
    found = back(path, draft)
    after = draft.done(draft.change("fix_file", found.cells.select("key", "at", "after")))
    mended = check(after.catalog, FIELDS)
    assert (before.counts.with_error, mended.counts.with_error, mended.counts.ready) == (4, 0, 5)
