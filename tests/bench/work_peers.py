"""What others do with the same files; each function runs in a fresh process."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, ClassVar

from tests.bench.catalogue import HEADERS
from tests.bench.measure import Sample, Watch


def polars_csv(path: str) -> Sample:
    """polars.read_csv and nothing else: the floor."""
    import polars as pl

    with Watch() as watch:
        table = pl.read_csv(path, infer_schema=False)
    return watch.told(rows=table.height)


def pandas_csv(path: str) -> Sample:
    """pandas.read_csv with every cell as text."""
    import pandas as pd

    with Watch() as watch:
        table = pd.read_csv(path, dtype=str)
    return watch.told(rows=len(table))


def frictionless_csv(path: str) -> Sample:
    """frictionless validate, with a schema and a check of barcodes."""
    from frictionless import Check, Checklist, Schema, errors
    from frictionless.resources import TableResource

    class Gtin(Check):
        type = "gtin"
        Errors: ClassVar = [errors.CellError]

        def validate_row(self, row: Any) -> Any:
            code = row["Barcode"]
            if code and not _good_gtin(code):
                yield errors.CellError.from_row(row, note="check digit", field_name="Barcode")

    fields: list[dict[str, Any]] = [{"name": name, "type": "string"} for name in HEADERS]
    by_name = {field["name"]: field for field in fields}
    by_name["SKU"]["constraints"] = {"required": True, "unique": True, "maxLength": 255}
    for name in ("English title", "Arabic title"):
        by_name[name]["constraints"] = {"required": True, "maxLength": 255}
    by_name["Price (JOD)"] |= {"type": "number", "constraints": {"minimum": 0}}
    by_name["Stock"] |= {"type": "integer", "constraints": {"minimum": 0}}
    by_name["Image"] |= {"format": "uri"}
    schema = Schema.from_descriptor({"fields": fields})
    with Watch() as watch:
        resource = TableResource(path=Path(path).name, basepath=str(Path(path).parent), schema=schema)
        report = resource.validate(Checklist(checks=[Gtin()]), limit_errors=1_000_000_000)
    return watch.told(problems=report.stats["errors"])


def _good_gtin(code: str) -> bool:
    if not code.isascii() or not code.isdigit() or len(code) not in (8, 12, 13, 14):
        return False
    digits = [int(digit) for digit in reversed(code)]
    return (sum(digits[0::2]) + 3 * sum(digits[1::2])) % 10 == 0


def editor_csv(path: str) -> Sample:
    """As Open Data Editor opens a table: frictionless infers a schema, validates, copies to SQLite row by row."""
    from frictionless import Indexer
    from frictionless.resources import TableResource

    with tempfile.TemporaryDirectory() as folder, Watch() as watch:
        resource = TableResource(path=Path(path).name, basepath=str(Path(path).parent))
        database = f"sqlite:///{Path(folder) / 'index.db'}"
        indexer = Indexer(
            resource=resource, database=database, table_name="table", with_metadata=True, ignore_constraints=True
        )
        report = indexer.index()
    return watch.told(problems=report.stats["errors"] if report else None)


def fastexcel_xlsx(path: str) -> Sample:
    """fastexcel to polars, every cell as text: the floor."""
    import fastexcel

    with Watch() as watch:
        table = fastexcel.read_excel(path).load_sheet(0, dtypes="string").to_polars()
    return watch.told(rows=table.height)


def openpyxl_xlsx(path: str) -> Sample:
    """openpyxl in its reading mode, every row touched and none kept."""
    import openpyxl

    with Watch() as watch:
        book = openpyxl.load_workbook(path, read_only=True)
        rows = sum(1 for _ in book.active.iter_rows(values_only=True))
    return watch.told(rows=rows)


def orjson_pieces(path: str) -> Sample:
    """orjson.dumps of dictionaries that are there already, a thousand at a time."""
    import gc

    import orjson

    from hkj_desktop.files.payload import SLICE, ProductPayload
    from tests.bench.work_files import Nowhere, checked_file

    payload = ProductPayload(checked_file(path))
    ready = [content for slice_ in payload.contents(payload.ready()) for _, content in slice_]
    gc.freeze()
    out = Nowhere()
    with Watch() as watch:
        for at in range(0, len(ready), SLICE):
            out.write(orjson.dumps(ready[at : at + SLICE]))
    return watch.told(bytes=out.size, products=len(ready))
