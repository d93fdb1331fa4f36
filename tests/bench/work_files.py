"""What this program does with a file, with no window; each function runs in a fresh process."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.measure import Sample, Watch, memory

if TYPE_CHECKING:
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.files.payload import ProductPayload
    from hkj_desktop.uploads.known import Learned

SHOP = "hkj bench https://shop.example/api"
UPLOAD = "bench"
#: Of the products that are compared, one in so many has another price by now.
CHANGED = 100


class Nowhere:
    """A file that keeps nothing and counts: what is measured is the writer."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, data: bytes) -> int:
        """Count ``data``."""
        self.size += len(data)
        return len(data)


def checked_file(path: str) -> Checked:
    """The file as ``hkj-desktop check`` reads and checks it."""
    from hkj_desktop.catalog.check import check
    from hkj_desktop.catalog.fields import load_fields
    from hkj_desktop.catalog.presets import load_presets
    from hkj_desktop.files.read import read_catalog

    return check(read_catalog(Path(path)), load_fields("hkj"), presets=load_presets())


def check_file(path: str) -> Sample:
    """Read, match, clean, check, and have the problems as a list that can be counted and shown."""
    import polars as pl  # noqa: F401 - loaded before the clock starts, as for the peers

    import hkj_desktop.catalog.check
    import hkj_desktop.catalog.fields
    import hkj_desktop.files.csv_file
    import hkj_desktop.files.excel_file
    import hkj_desktop.files.read  # noqa: F401

    with Watch() as watch:
        checked = checked_file(path)
        kinds, counts = checked.problems.codes(), checked.counts
        shown = [checked.problems.at(position) for position in range(min(200, len(checked.problems)))]
    size = Path(path).stat().st_size / 2**20
    return watch.told(
        problems=len(checked.problems), kinds=kinds, products=counts.total, ready=counts.ready, size=size,
        shown=len(shown),
    )  # fmt: skip


def json_body(path: str) -> Sample:
    """The JSON body of every product that is ready, written to nowhere."""
    import orjson  # noqa: F401

    payload = _payload(path)
    chosen, out = payload.ready(), Nowhere()
    payload.write(chosen.head(2_000), "json", Nowhere())  # type: ignore[arg-type]  # what is loaded late is loaded
    with Watch() as watch:
        products = payload.write(chosen, "json", out)  # type: ignore[arg-type]
    return watch.told(bytes=out.size, products=products)


def _payload(path: str) -> ProductPayload:
    from hkj_desktop.files.payload import ProductPayload

    return ProductPayload(checked_file(path))


def edit_cell(path: str) -> Sample:
    """One cell typed into and checked again, three times for each of six columns."""
    import polars as pl

    from hkj_desktop.catalog.edits import Draft
    from hkj_desktop.catalog.recheck import recheck

    checked = checked_file(path)
    draft = Draft(checked.catalog)
    keys = {match.field: match.column.key for match in checked.mapping.matches}
    typed = {
        "title_ar": "عنوان آخر", "price_jod": "7.250", "stock_qty": "12 boxes", "sku": "P-another", "barcode": "625",
        "category_en": "Food > Other",
    }  # fmt: skip
    found: dict[str, list[float]] = {name: [] for name in typed}
    with Watch() as watch:
        for turn in range(4):
            for at, (name, text) in enumerate(typed.items()):
                row = (turn * 7 + at + 1) * len(checked.catalog) // 40
                began = time.perf_counter()
                wanted = pl.DataFrame({"key": [keys[name]], "at": [row], "after": [f"{text} {turn}"]})
                change = draft.change("typed", wanted)
                draft = draft.done(change)
                checked = recheck(checked, draft, change.cells)
                if turn:  # the first time fills what is worked out once
                    found[name].append(time.perf_counter() - began)
    usual = {name: median(times) for name, times in found.items()}
    return watch.told(columns=usual, usual=median(usual.values()), longest=max(usual.values()))


# -- what a shop last accepted ----------------------------------------------------------------------------------------


def learn_all(path: str, home: str) -> Sample:
    """Write down that a shop accepted every product; one in a hundred with another price."""
    from hkj_desktop.uploads.known import Known

    payload = _payload(path)
    journal = _journal(home)
    with journal.writing() as db:
        _plan_nothing(db)
    with Watch() as watch:
        Known(journal).learn(SHOP, UPLOAD, 0, _learned(payload))
    return watch.told()


def _journal(home: str):  # type: ignore[no-untyped-def]
    from hkj_desktop.uploads.journal import Journal

    Path(home).mkdir(parents=True, exist_ok=True)
    return Journal(Path(home) / "uploads.sqlite", time.time).open()


def _plan_nothing(db) -> None:  # type: ignore[no-untyped-def]
    """The row of an upload, with what its table asks for."""
    columns = db.execute("PRAGMA table_info(uploads)").fetchall()
    needed = {row[1]: "" if "TEXT" in row[2].upper() else 0 for row in columns if row[3] and row[4] is None}
    needed |= {"id": UPLOAD, "destination": "hkj", "profile_id": "bench", "base_url": "https://shop.example/api"}
    needed.pop("seq", None)
    names = ", ".join(needed)
    marks = ", ".join("?" * len(needed))
    db.execute(f"INSERT INTO uploads ({names}) VALUES ({marks})", tuple(needed.values()))  # noqa: S608


def _learned(payload: ProductPayload) -> Iterator[Learned]:
    from hkj_desktop.uploads.known import Learned

    for slice_ in payload.contents(payload.ready()):
        for number, content in slice_:
            key = payload.system.key_of(content)
            if key is not None:
                other = {**content, "price_fils": 1} if number % CHANGED == 0 else content
                yield Learned(key, other)


def compare_all(path: str, home: str) -> Sample:
    """Compare everything that is ready with what the shop last accepted."""
    from hkj_desktop.files.read import read_catalog
    from hkj_desktop.uploads.compare import compare
    from hkj_desktop.uploads.known import Known

    began = time.perf_counter()
    read_catalog(Path(path))
    reading = time.perf_counter() - began
    payload = _payload(path)
    known = Known(_journal(home))
    chosen = payload.ready()
    with Watch() as watch:
        found = compare(payload, chosen, known, SHOP)
    return watch.told(reading=reading, new=found.new.len(), changed=found.changed.len(), same=found.same.len())


# -- larger than memory -----------------------------------------------------------------------------------------------


def end_to_end(path: str) -> Sample:
    """Check a file and write the body of all that is ready to nowhere; memory above that of the idle program."""
    import orjson  # noqa: F401
    import polars as pl  # noqa: F401

    import hkj_desktop.catalog.check
    import hkj_desktop.files.csv_file
    import hkj_desktop.files.payload  # noqa: F401

    out = Nowhere()
    idle = memory("VmRSS")
    with Watch() as watch:
        began = time.perf_counter()
        payload = _payload(path)
        problems = len(payload.checked.problems)
        checking, checked_peak = time.perf_counter() - began, memory("VmHWM")
        products = payload.write(payload.ready(), "json", out)  # type: ignore[arg-type]
    return watch.told(
        idle=idle, checking=checking, checked_peak=checked_peak, problems=problems, products=products, bytes=out.size,
        size=Path(path).stat().st_size / 2**20,
    )  # fmt: skip
