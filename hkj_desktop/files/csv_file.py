"""CSV and TSV → Catalog. polars reads; the patient reader (records.py) stands behind it."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl

from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.catalog.table import Catalog, columns_for
from hkj_desktop.errors import FileNoRows, FileTooLarge
from hkj_desktop.files.header import ROWS_LOOKED_AT, find_header, header_at
from hkj_desktop.files.records import Record, records
from hkj_desktop.files.shape import LONGEST_CELL, check_width, read_bytes, shaped
from hkj_desktop.files.sniff import Format
from hkj_desktop.files.text import decode, delimiter_of


def read_csv(
    path: Path,
    format_: Format,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    header_row: int | None = None,
) -> Catalog:
    """Read the file at ``path``; ``encoding`` and ``header_row``: the person's choices.

    Raises FileDamaged, FileNoRows or FileTooLarge; a ragged row becomes a problem.
    """
    decoded = decode(read_bytes(path), path.name, encoding)
    guessed, skip = delimiter_of(decoded.utf8)
    delimiter = delimiter or guessed
    body = decoded.utf8[skip:].rstrip(b"\x1a")  # where a file of DOS ends
    skipped_rows = 1 if skip else 0
    header, above = _header(body, delimiter, path.name, None if header_row is None else header_row - skipped_rows)
    check_width(len(header.cells), path.name)
    frame = _by_polars(body, delimiter, width=len(header.cells))
    problems = Problems.none()
    if frame is None:
        frame, rows, problems = _by_records(body, delimiter, header)
    else:
        rows = pl.Series("row", range(1, frame.height + 1), dtype=pl.UInt32)
        short = _short_rows(body, delimiter, frame, header)
        frame, rows = frame[header.row :], rows[header.row :]
        problems = short
    return shaped(
        Catalog(
            name=path.name,
            format=format_.value,
            columns=columns_for(header.cells),
            cells=frame,
            rows=(rows + skipped_rows).cast(pl.UInt32),
            header_row=header.row + skipped_rows,
            encoding=decoded.encoding,
            delimiter=delimiter,
            problems=problems,
            readings=decoded.readings,
            skipped_above=above,
        )
    )


def _header(body: bytes, delimiter: str, name: str, row: int | None) -> tuple[Record, int]:
    """The header and how many rows with a title stand above it; ``row``: where a person says that it is."""
    above: list[Record] = []
    filled = 0
    for record in records(_head(body, name), delimiter):
        above.append(record)
        filled += any(map(str.strip, record.cells))
        if (row is None and filled >= ROWS_LOOKED_AT) or record.row == row:
            break
    rows = [record.cells for record in above]
    found = find_header(rows) if row is None else header_at(rows, row - 1) if 0 < row <= len(rows) else None
    if found is None:
        raise FileNoRows(name=name)
    return Record(above[found.at].row, found.cells), found.above


def _head(body: bytes, name: str) -> bytes:
    """Enough of the text to hold the header, however many banner lines and columns it has, cut at a line's end."""
    for limit in (1 << 20, 2 * LONGEST_CELL):
        if len(body) <= limit:
            return body
        cut = max(body.rfind(b"\n", 0, limit), body.rfind(b"\r", 0, limit))
        if cut >= 0:
            return body[: cut + 1]
    raise FileTooLarge(name=name, limit=LONGEST_CELL, unit="letters", kind="cell")


def _by_polars(body: bytes, delimiter: str, *, width: int) -> pl.DataFrame | None:
    """The whole text as a frame, header row included, or None where polars refuses it or counts other rows
    than there are."""
    if body.count(b"\r") != body.count(b"\r\n"):
        return None  # polars takes a lone CR for text
    quoted = b'"' in body
    if quoted and not _well_quoted(body, delimiter):
        return None
    try:
        frame = pl.read_csv(
            body,
            has_header=False,
            schema={f"c{at}": pl.String for at in range(width)},
            separator=delimiter,
            quote_char='"' if quoted else None,
            infer_schema=False,
        )
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        return None
    if not quoted and frame.height != body.count(b"\n") + (not body.endswith(b"\n")):
        return None
    broken = [name for name in frame.columns if quoted and frame[name].str.contains("\r", literal=True).any()]
    return frame.with_columns(pl.col(name).str.replace_all("\r\n?", "\n") for name in broken)


def _well_quoted(body: bytes, delimiter: str) -> bool:
    """Whether every quote opens or closes a whole cell or is doubled within one.

    polars is silent about some quotes that are not: it reads all rows up to the next quote into one cell.
    """
    edge = re.escape(delimiter.encode()) + rb"\r\n"
    grammar = rb'(?:[^"]++|(?:(?<=[%b])|(?<![\s\S]))"[^"]*+(?:""[^"]*+)*+"(?=[%b]|\Z))*+' % (edge, edge)
    return re.fullmatch(grammar, body) is not None


def _by_records(body: bytes, delimiter: str, header: Record) -> tuple[pl.DataFrame, pl.Series, Problems]:
    """The rows below the header by the patient reader, with a problem for each ragged or unclosed one."""
    width = len(header.cells)
    rows: list[int] = []
    cells: list[list[str | None]] = []
    problems: list[Problem] = []
    for record in records(body, delimiter):
        if record.row <= header.row:
            continue
        index = len(rows)
        if record.quote_open:
            problems.append(Problem("row_quote_open", index=index, row=record.row))
        elif record.cells and len(record.cells) > width and any(map(str.strip, record.cells[width:])):
            lost = delimiter.join(record.cells[width:])
            problems.append(
                Problem(
                    "row_too_long",
                    index=index,
                    row=record.row,
                    value=lost,
                    limit=str(width),
                    other=str(len(record.cells)),
                )
            )
        elif record.cells and len(record.cells) < width and any(map(str.strip, record.cells)):
            problems.append(_short(index, record, width))
        rows.append(record.row)
        padded = [cell or None for cell in record.cells[:width]]
        cells.append(padded + [None] * (width - len(padded)))
    schema = {f"c{at}": pl.String for at in range(width)}
    return (
        pl.DataFrame(cells, schema=schema, orient="row"),
        pl.Series("row", rows, dtype=pl.UInt32),
        Problems.of(problems),
    )


def _short(index: int, record: Record, width: int) -> Problem:
    return Problem(
        "row_too_short", Severity.WARNING, index=index, row=record.row, limit=str(width), other=str(len(record.cells))
    )


def _short_rows(body: bytes, delimiter: str, frame: pl.DataFrame, header: Record) -> Problems:
    """Rows with fewer cells than the header: polars fills them up in silence, so they are counted again.

    Only worth the second look where the last column is empty somewhere.
    """
    width = len(header.cells)
    last = frame[f"c{width - 1}"]
    if width < 2 or not last.null_count():
        return Problems.none()
    filled = pl.all().is_not_null() & (pl.all().str.strip_chars() != "")
    suspects = frame.select(last.is_null() & pl.any_horizontal(filled)).to_series()
    if not suspects.any():
        return Problems.none()
    # Without what stands in quotes (every quote is paired: _well_quoted), each line is a row.
    lines = (re.sub(rb'"[^"]*"', b"", body) if b'"' in body else body).split(b"\n")
    counted = ((at, lines[at].count(delimiter.encode()) + 1) for at in suspects.arg_true() if at >= header.row)
    return Problems.of(
        _short(at - header.row, Record(at + 1, [""] * count), width) for at, count in counted if count < width
    )
