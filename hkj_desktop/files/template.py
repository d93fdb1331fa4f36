"""An empty workbook to fill in: the shop's columns with English or Arabic headers and one example row."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import BinaryIO

from hkj_desktop.catalog.fields import FieldSet, Kind
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.paths import resource

#: Left out of the template: what only exports of other systems have.
_NOT_OFFERED = frozenset({"external_id", "price_fils"})
_WIDTHS = {Kind.TEXT: 30, Kind.PATH: 26, Kind.URL: 36}
_LAST_ROW = 2000


def template_words(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Headers and example row by field name, from ``resources/template.toml``; ``language``: ``en`` or ``ar``."""
    words = tomllib.loads(resource("template.toml").read_text(encoding="utf-8"))
    return words[f"headers_{language}"], words["example"]


def write_template(
    path: Path, fields: FieldSet, headers: dict[str, str], example: dict[str, str], *, rtl: bool
) -> None:
    """Write the workbook at ``path``. ``headers`` and ``example``: by field name. Raises FileNotSaved.

    Codes are text cells, so that Excel keeps their leading zeros; prices show three decimals.
    """
    import openpyxl
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.sheet_view.rightToLeft = rtl
    sheet.freeze_panes = "A2"
    offered = [f for f in fields.fields if f.name in headers and f.name not in _NOT_OFFERED]
    for at, field in enumerate(offered, start=1):
        head = sheet.cell(1, at, headers[field.name])
        head.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(field.kind, 16)
        number_format = {Kind.CODE: "@", Kind.BARCODE: "@", Kind.MONEY: "0.000", Kind.COUNT: "0"}.get(
            field.kind, "General"
        )
        for row in range(2, _LAST_ROW if field.kind in (Kind.CODE, Kind.BARCODE, Kind.MONEY) else 3):
            sheet.cell(row, at).number_format = number_format
        value = example.get(field.name)
        if value is not None:
            number = field.kind in (Kind.MONEY, Kind.COUNT)
            sheet.cell(2, at).value = float(value) if number else value  # Excel's own number; ours never is a float

    def fill(out: BinaryIO) -> None:
        book.save(out)

    write_atomically(path, fill)
