"""The catalogue that puts an upload back: what it changed, as the shop had it before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import orjson
import polars as pl

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.cleaning import Notation
from hkj_desktop.catalog.fields import FieldSet, Kind, load_fields
from hkj_desktop.catalog.mapping import NOTATION_MARK, PASSED_THROUGH
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import NothingToPutBack, UploadOpen
from hkj_desktop.files.read import read_catalog
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.destinations import Unit, destination, first_destination
from hkj_desktop.uploads.entries import Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Known

#: The names of our own catalogues begin so.
PREFIX = "put-back-"
_ODD = re.compile(r"[^\w.-]+")
LONGEST_STEM = 60


@dataclass(frozen=True)
class PutBack:
    """``path``: the catalogue; ``changed``: products in it; ``added``: keys of the products that were new then, which
    cannot be deleted from here; ``later``: how many of its products were changed by later uploads too."""

    upload: Upload
    path: Path
    changed: int
    added: tuple[str, ...]
    later: int = 0


def compose(journal: Journal, upload_id: str, folder: Path) -> PutBack:
    """Write the catalogue that puts the upload back, as JSON, into ``folder``.

    Raises UploadOpen, NothingToPutBack, JournalError or FileNotSaved.
    """
    upload = journal.upload(upload_id)
    if not upload.settled:
        raise UploadOpen(count=upload.unknown + upload.planned)
    added: list[str] = []
    changed = later = 0
    path = folder / f"{PREFIX}{_stem(upload)}.json"

    def fill(out: BinaryIO) -> None:
        nonlocal changed, later
        out.write(b"[")
        for one in Known(journal).changes(upload_id):
            if one.before is None:
                added.append(one.key)
                continue
            out.write((b",\n" if changed else b"\n") + orjson.dumps(one.put_back()))
            changed += 1
            later += one.later
        out.write(b"\n]\n")
        if not changed:
            raise NothingToPutBack(count=len(added))

    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(path, fill)
    return PutBack(upload, path, changed, tuple(added), later)


def as_sent(catalog: Catalog, fields: FieldSet) -> Mapping[str, str]:
    """The column match of a catalogue of ours: every header is the wire name, and fils are fils. A header that is no
    field was passed through, whatever it looks like."""

    def meaning(header: str) -> str:
        field = fields.by_name.get(header)
        if field is None:
            return PASSED_THROUGH
        fils = field.kind is Kind.MONEY and field.unit == "fils"
        return f"{header}{NOTATION_MARK}{Notation.FILS}" if fils else header

    return {str(at): meaning(column.header) for at, column in enumerate(catalog.columns)}


def checked_back(back: PutBack) -> Checked:
    """The catalogue that puts an upload back, read as it was written: nothing in it is guessed. Raises FileError."""
    fields = load_fields(first_destination().id)
    catalog = read_catalog(back.path)
    if destination(back.upload.target.destination).unit is Unit.ITEM:  # every line is one, whatever it leaves empty
        catalog = replace(catalog, groups=pl.Series(range(1, len(catalog) + 1), dtype=pl.UInt32))
    return check(catalog, fields, remembered=as_sent(catalog, fields), presets=())


def _stem(upload: Upload) -> str:
    stem = (upload.file_name.rpartition(".")[0] or upload.file_name).removeprefix(PREFIX)
    return _ODD.sub("-", stem).strip("-.")[:LONGEST_STEM] or "upload"
