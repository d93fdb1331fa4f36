"""The one way in: a path → Catalog, whatever kind of file it is."""

from __future__ import annotations

from pathlib import Path

from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import SheetMissing
from hkj_desktop.files.sniff import Format, sniff


def read_catalog(
    path: Path, *, sheet: str | None = None, encoding: str | None = None, header_row: int | None = None
) -> Catalog:
    """Read the catalogue at ``path``.

    What a person may say of it: ``sheet`` names one of a workbook's sheets; ``encoding`` is that of the one of
    :attr:`Catalog.readings` which reads right (workbooks and XML say theirs themselves); ``header_row`` is the
    number, as Excel shows it, of the row with the headers (JSON and XML have none).

    Raises one of the FileError family, with the file's name, and nothing else for whatever bytes it holds.
    """
    format_ = sniff(path)
    if sheet is not None and not format_.workbook:
        raise SheetMissing(name=path.name, sheet=sheet, sheets="")
    if format_.workbook:
        from hkj_desktop.files.excel_file import read_workbook

        return read_workbook(path, format_, sheet=sheet, header_row=header_row)
    if format_ in (Format.JSON, Format.JSONL):
        from hkj_desktop.files.json_file import read_json

        return read_json(path, encoding=encoding)
    if format_ is Format.XML:
        from hkj_desktop.files.xml_file import read_xml

        return read_xml(path)
    from hkj_desktop.files.csv_file import read_csv

    return read_csv(path, format_, encoding=encoding, header_row=header_row)
