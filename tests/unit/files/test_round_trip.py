"""What is written is read back as it was, and no text makes a reader raise anything but an error of ours."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.problems import Problem, Problems
from hkj_desktop.errors import AppError
from hkj_desktop.files.payload import FORMATS, write_payload
from hkj_desktop.files.problem_report import COLUMNS, neutralised, write_problems
from hkj_desktop.files.read import read_catalog
from hkj_desktop.files.template import template_words, write_template
from tests.helpers.catalogues import checked_products, modest, write_csv, write_ods, write_xls, write_xlsx
from tests.helpers.xlsb import write_xlsb

FIELDS = load_fields("hkj")
#: Letters of both languages, signs that formats use for themselves, and an emoji; no space at an end.
_LETTERS = st.sampled_from("aZ0 \",;|&<>'=+\n.-عسلةىپ٣😀é")
_TEXT = st.text(_LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool)
_CODE = st.text(st.sampled_from("ABC123-_"), min_size=1, max_size=8)
_PRICE = st.integers(0, 99_999_999).map(lambda fils: f"{fils // 1000}.{fils % 1000:03d}")
_PRODUCT = st.fixed_dictionaries(
    {"title_en": _TEXT, "title_ar": _TEXT, "price_jod": _PRICE, "stock_qty": st.integers(0, 9999).map(str)},
    optional={"brand": _TEXT, "category_ar": _TEXT, "description_en": _TEXT, "barcode": st.just("6291041500213")},
)
_PRODUCTS = st.lists(st.tuples(_CODE, _PRODUCT), min_size=1, max_size=5, unique_by=lambda pair: pair[0]).map(
    lambda pairs: [{"sku": sku, **values} for sku, values in pairs]
)


@pytest.mark.parametrize("kind", FORMATS)
@given(_PRODUCTS)
@modest(60)
def test_what_is_sent_reads_back_as_what_was_sent(tmp_path: Path, kind: str, products: list[dict[str, str]]) -> None:
    """A payload that is read as a catalogue and written again is the same payload, byte by byte, in every format."""
    first = checked_products(*products)
    sent = io.BytesIO()
    write_payload(first, first.every(), kind, sent)
    path = tmp_path / f"sent.{kind}"
    path.write_bytes(sent.getvalue())
    second = check(read_catalog(path), FIELDS)
    again = io.BytesIO()
    write_payload(second, second.every(), kind, again)
    assert again.getvalue() == sent.getvalue()


#: Several rows at least, the first column filled: one cell alone may be a title, and a row of none is no row.
_TABLE = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.tuples(_CODE.map(lambda code: f"K{code}x"), *[st.one_of(st.none(), _TEXT)] * (width - 1)),
        min_size=1,
        max_size=6,
    )
)
WRITERS = {"a.csv": write_csv, "a.xlsx": write_xlsx, "a.xls": write_xls, "a.ods": write_ods, "a.xlsb": write_xlsb}
_NAMES = ["sku", "title_en", "title_ar", "note"]


@pytest.mark.parametrize("name", WRITERS)
@given(_TABLE)
@modest(40)
def test_tables_are_read_as_they_were_written(tmp_path: Path, name: str, rows: list[tuple[str | None, ...]]) -> None:
    """Any cells in any kind of file come back as they were, on their rows."""
    width = len(rows[0])
    if name == "a.ods":  # its texts hold single spaces and line breaks by marks that the writing library leaves out
        rows = [tuple(cell and " ".join(cell.split()) for cell in row) for row in rows]
    headers = _NAMES[:width]
    read = read_catalog(WRITERS[name](tmp_path / name, [headers, *rows]))
    cells = {column.header: read.cells[column.key].to_list() for column in read.columns}
    for at, header in enumerate(headers):
        assert [cell or None for cell in cells[header]] == [row[at] for row in rows]
    assert read.rows.to_list() == list(range(2, len(rows) + 2))


@given(st.lists(st.tuples(_TEXT, _CODE, st.integers(1, 99_999)), min_size=1, max_size=6))
@modest(60)
def test_the_report_of_problems_reads_back(tmp_path: Path, told: list[tuple[str, str, int]]) -> None:
    """The saved list of problems is a table whose cells say what the problems said; what might be a formula is text."""
    problems = Problems.of(
        Problem("duplicate", field="sku", index=at, row=row, letter="A", sku=sku, value=value)
        for at, (value, sku, row) in enumerate(told)
    )
    path = tmp_path / "problems.csv"
    words = dict.fromkeys(("field", "severity", "problem", "what_to_do", "source"), "said")
    write_problems(path, problems, headers=COLUMNS, words=lambda _: words)
    read = read_catalog(path)
    cells = {column.header: read.cells[column.key].to_list() for column in read.columns}
    assert cells["row"] == [str(row) for _, _, row in told]
    assert cells["value"] == [neutralised(value) for value, _, _ in told]
    assert cells["sku"] == [neutralised(sku) for _, sku, _ in told]


@pytest.mark.parametrize("language", ["en", "ar"])
@given(st.dictionaries(st.sampled_from(["sku", "title_en", "title_ar", "brand"]), _TEXT, min_size=1))
@modest(15)
def test_any_example_comes_back_from_the_template(tmp_path: Path, language: str, example: dict[str, str]) -> None:
    """Whatever stands in the example row of a template is read from it again."""
    headers, _ = template_words(language)
    path = tmp_path / "template.xlsx"
    write_template(path, FIELDS, headers, example, rtl=language == "ar")
    read = read_catalog(path)
    cells = {column.header: read.cells[column.key][0] for column in read.columns}
    assert {name: cells[headers[name]] for name in example} == example


_ANYTHING = st.text(st.characters(codec="utf-8"), max_size=60)
_LIKE_A_TABLE = st.text(st.sampled_from("ab1,;\t|\"'\n\r =-+\u200f\ufeff\x00\x1aعس[]{}:<>/&#!٣"), max_size=120)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.json", "a.jsonl", "a.xml", "a.txt", "a"])
@given(st.one_of(_ANYTHING, _LIKE_A_TABLE))
@example("sep=;\nsep=;")
@example("sku,title\n=1+1,#REF!\nTotal,1")
@example('{"products":{"products":[[]]}}')
@example("[" * 30)
@modest(80)
def test_no_text_raises_anything_but_our_own(tmp_path: Path, name: str, text: str) -> None:
    """Any text under any name is a catalogue, or is refused by an error of ours with the file's name."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    try:
        read = read_catalog(path)
    except AppError as error:
        assert error.params["name"] == name  # noqa: PT017 - both outcomes are right
        return
    assert len(read) == read.rows.len() > 0
    checked = check(read, FIELDS)
    write_payload(checked, checked.every(), "json", io.BytesIO())


@given(st.binary(max_size=200), st.sampled_from(["cp1256", "cp720", "iso8859-6", "mac-arabic", "cp1252", "cp1251"]))
@modest(100)
def test_no_answer_raises_anything_but_our_own(tmp_path: Path, raw: bytes, encoding: str) -> None:
    """Whatever a person answers about whatever bytes, the file is read or refused by an error of ours."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"sku,title_ar\n1," + raw)
    try:
        assert len(read_catalog(path, encoding=encoding)) > 0
    except AppError as error:
        assert error.params["name"] == "a.csv"  # noqa: PT017
