"""The report of an ingestion as rows. Nobody has told its columns, so they are found by name, in whatever table comes:
CSV of any delimiter, a JSON array, an object that holds one, JSON lines; packed with gzip or zip, or plain.

Where that fails ``rows`` is None, and the file as it came is all there is to show.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

LARGEST = 256 * 1024 * 1024  # bytes, unpacked; an upload has 10,000 items
MOST_ROWS = 1_000_000
LONGEST_CELL = 100_000  # characters
HEADER_WITHIN = 10  # rows; some reports begin with a title
DELIMITERS = ",;\t|^~"
TABLES = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson")

# Names of columns, best first, without case and without anything but letters and digits.
SKU = ("sku", "itemsku", "sellersku", "merchantsku", "productsku", "skuid", "itemid", "productid")
STORE = ("storeid", "store", "storeids", "storenumber", "storecode", "storename")
STATUS = ("status", "itemstatus", "ingestionstatus", "processingstatus", "uploadstatus", "result", "outcome", "state",
          "success", "statuscode")  # fmt: skip
FAULT = ("errormessage", "errormsg", "errormessages", "error", "errors", "errordescription", "failurereason",
         "failuremessage", "rejectionreason", "errorreason", "errordetails", "errorcode")  # fmt: skip
MESSAGE = ("message", "statusmessage", "messages", "reason", "statusreason", "description", "details", "comment")

#: What stands in a column of errors where there is none.
NO_FAULT = frozenset(["0", "none", "null", "nil", "n/a", "na", "-", "no", "false", "[]"])
GOOD = frozenset(
    [
        "success",
        "succeeded",
        "successful",
        "successfully",
        "ok",
        "done",
        "accepted",
        "passed",
        "pass",
        "processed",
        "valid",
        "complete",
        "completed",
        "created",
        "updated",
        "ingested",
        "uploaded",
        "true",
        "yes",
        "200",
        "201",
    ]
)
BAD = frozenset(
    [
        "failed",
        "failure",
        "fail",
        "error",
        "errored",
        "errors",
        "rejected",
        "refused",
        "invalid",
        "fatal",
        "false",
        "no",
        "cancelled",
        "canceled",
        "skipped",
        "notprocessed",
        "unprocessed",
        "unsuccessful",
        "400",
        "404",
        "409",
        "422",
        "500",
    ]
)


#: What a damaged gzip or zip ends in. RuntimeError: with a password, or packed in a way that Python does not know.
UNPACKING = (ValueError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """``ok`` is None where the report does not say it in a word that we know."""

    sku: str
    store_id: str | None
    ok: bool | None
    message: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """``columns``: their names as the report spells them, empty where none were found."""

    rows: tuple[ReportRow, ...] | None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Columns:
    sku: str
    store: str | None
    status: str | None
    fault: str | None
    message: str | None


def read_report(content: bytes) -> Report:
    """Never raises for what is in the file."""
    try:
        text = _text(unpack(content))
        names, records = _table(text)
        columns = _columns(names)
        if columns is None:
            return Report(None, tuple(names))
        kept = [row for one in islice(records, MOST_ROWS) if (row := _row(one, columns)) is not None]
        return Report(tuple(kept), tuple(names))
    except (*UNPACKING, csv.Error):
        return Report(None)


def unpack(content: bytes) -> bytes:
    """Out of gzip or zip, or both. Raises ValueError past LARGEST, and what those two raise for damaged files."""
    for _ in range(2):
        if content.startswith(b"\x1f\x8b"):
            with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
                content = packed.read(LARGEST + 1)
        elif content.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                files = [one for one in archive.infolist() if not one.is_dir()]
                if not files:
                    raise ValueError("an empty zip")
                named = [one for one in files if one.filename.lower().endswith(TABLES)]
                with archive.open(max(named or files, key=lambda one: one.file_size)) as member:
                    content = member.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ValueError("too large")
    return content


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


# -- tables ------------------------------------------------------------------------------


def _table(text: str) -> tuple[list[str], Iterator[Mapping[str, object]]]:
    """The names of the columns, and the records. Raises ValueError where there is no table."""
    if text.lstrip()[:1] in ("[", "{"):
        records = _json_records(text)
        names = list(dict.fromkeys(chain.from_iterable(islice(records, 100))))
        return names, iter(records)
    for delimiter in DELIMITERS:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for header in islice(rows, HEADER_WITHIN):
            if _columns(header) is not None:
                return header, (dict(zip(header, _short(row), strict=False)) for row in rows)
    raise ValueError("no table")


def _short(row: list[str]) -> list[str]:
    """Raises ValueError for a row with a cell that no report has: a quote that is never closed. (The limit of ``csv``
    belongs to the whole process, and the readers of catalogues set it higher.)"""
    if any(len(cell) > LONGEST_CELL for cell in row):
        raise ValueError("cell")
    return row


def _json_records(text: str) -> list[dict[str, object]]:
    try:
        found = json.loads(text)
    except ValueError:
        found = [json.loads(line) for line in text.splitlines() if line.strip()]
    if isinstance(found, dict):
        lists = [one for one in found.values() if isinstance(one, list) and one and isinstance(one[0], dict)]
        found = max(lists, key=len) if lists else [found]
    records = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    if not records:
        raise ValueError("no records")
    return records


def _columns(names: Sequence[str]) -> _Columns | None:
    """None where there is no SKU, or nothing that is said of it."""
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault("".join(one for one in name.lower() if one.isalnum()), name)

    def first(known: Iterable[str]) -> str | None:
        return next((plain[name] for name in known if name in plain), None)

    sku = first(SKU) or next((plain[name] for name in plain if name.endswith("sku")), None)
    status, fault, message = first(STATUS), first(FAULT), first(MESSAGE)
    if sku is None or (status is None and fault is None and message is None):
        return None
    return _Columns(sku, first(STORE), status, fault, message)


# -- rows ------------------------------------------------------------------------------


def _row(record: Mapping[str, object], columns: _Columns) -> ReportRow | None:
    """None for an empty line."""
    fault, message = _value(record, columns.fault), _value(record, columns.message)
    if fault is not None and fault.lower() in NO_FAULT:
        fault = None
    sku, said = _value(record, columns.sku), _value(record, columns.status)
    if not (sku or said or fault or message):
        return None
    return ReportRow(sku or "", _value(record, columns.store), _ok(said, fault), fault or message)


def _ok(said: str | None, fault: str | None) -> bool | None:
    """What the status says; without one, a text in a column that is for errors alone is a no."""
    if said is None:
        return False if fault else None
    word = "".join(one for one in said.lower() if one.isalnum())
    if word in GOOD:
        return True
    return False if word in BAD else None


def _value(record: Mapping[str, object], name: str | None) -> str | None:
    value = record.get(name) if name is not None else None
    if value is None or value in ([], {}):
        return None
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value) if isinstance(value, (str, int, float)) else json.dumps(value, ensure_ascii=False)
    # JSON can spell half of a surrogate pair, which no file and no database takes.
    return text.strip().encode("utf-8", "replace").decode("utf-8") or None
