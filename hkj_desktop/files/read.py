"""The one way in: a path → Catalog, whatever kind of file it is."""

from __future__ import annotations

from pathlib import Path

from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import SheetMissing
from hkj_desktop.files.sniff import Format, sniff


def read_catalog(path: Path, *, sheet: str | None = None) -> Catalog:
    """Read the catalogue at ``path``; ``sheet`` names one of a workbook's sheets.

    Raises one of the FileError family, with the file's name, and nothing else for whatever bytes it holds.
    """
    format_ = sniff(path)
    if sheet is not None and not format_.workbook:
        raise SheetMissing(name=path.name, sheet=sheet, sheets="")
    if format_.workbook:
        from hkj_desktop.files.excel_file import read_workbook

        return read_workbook(path, format_, sheet=sheet)
    if format_ in (Format.JSON, Format.JSONL):
        from hkj_desktop.files.json_file import read_json

        return read_json(path)
    if format_ is Format.XML:
        from hkj_desktop.files.xml_file import read_xml

        return read_xml(path)
    from hkj_desktop.files.csv_file import read_csv

    return read_csv(path, format_)
