"""What the practice shop remembers: one SQLite file, in WAL mode, so that two servers on one folder do no harm."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hkj_desktop.practice import haqm_store
from hkj_desktop.practice.validate import NATURAL_KEYS, Product, natural_key

BUSY_SECONDS = 10.0  # how long one server waits for the other's transaction
OPEN_ATTEMPTS = 50  # switching to WAL does not wait by itself; each attempt is 0.1 s apart

_SCHEMA = """
CREATE TABLE IF NOT EXISTS product (
    id INTEGER PRIMARY KEY AUTOINCREMENT, shop INTEGER NOT NULL,
    sku TEXT, external_id TEXT, barcode TEXT, price_fils INTEGER,
    body TEXT NOT NULL, created_at REAL NOT NULL, updated_at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS product_sku ON product (shop, sku);
CREATE INDEX IF NOT EXISTS product_external_id ON product (shop, external_id);
CREATE INDEX IF NOT EXISTS product_barcode ON product (shop, barcode);
CREATE TABLE IF NOT EXISTS event (
    shop INTEGER NOT NULL, event_id TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (shop, event_id));
CREATE TABLE IF NOT EXISTS batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT, shop INTEGER NOT NULL, format TEXT NOT NULL, status TEXT NOT NULL,
    total_rows INTEGER NOT NULL, processed_rows INTEGER NOT NULL, error_rows INTEGER NOT NULL,
    error_kind TEXT, error_summary TEXT, errors TEXT NOT NULL, created_at REAL NOT NULL, touched_at REAL NOT NULL);
"""

# Key names are ours alone, never a request's: so they may stand in the statement's text.
_FIND = {name: f"SELECT id, body FROM product WHERE shop = ? AND {name} = ? ORDER BY id" for name in NATURAL_KEYS}  # noqa: S608


@dataclass(slots=True)
class Batch:
    """One import. ``errors``: ``{"row": from 1, "error": text}``, the first 200. ``touched_at``: seconds since 1970."""

    id: int
    shop: int
    format: str
    total_rows: int
    status: str = "pending"
    processed_rows: int = 0
    error_rows: int = 0
    error_kind: str | None = None
    error_summary: str | None = None
    errors: list[dict[str, object]] = field(default_factory=list)
    touched_at: float = 0.0

    @property
    def ended(self) -> bool:
        return self.status in ("done", "failed")


class Store:
    """Every method is one short piece of work; those that write want to stand inside ``transaction()``."""

    def __init__(self, path: Path, clock: Callable[[], float], sleep: Callable[[float], None] = time.sleep) -> None:
        """Open or make the file. Raises OSError and sqlite3.Error; ``serve`` turns both into PracticeError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._clock = clock
        self._db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(self._db, sleep)
        except sqlite3.Error:
            self._db.close()
            raise
        self.haqm = haqm_store.HaqmTables(self._db, clock)

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is kept, or nothing. IMMEDIATE, so that a second server waits instead of failing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # --- products ---

    def find(self, shop: int, key: tuple[str, str]) -> tuple[int, Product] | None:
        """The product that a natural key (name, value) names."""
        row = self._db.execute(_FIND[key[0]], (shop, key[1])).fetchone()
        return None if row is None else (int(row[0]), json.loads(row[1]))

    def upsert(self, shop: int, product: Product) -> int:
        """Store a checked product under its natural key, in place of what stood there; its id."""
        key = natural_key(product)
        found = self.find(shop, key) if key else None
        now = self._clock()
        body = json.dumps(product, ensure_ascii=False)
        values = (*(_text_or_none(product.get(name)) for name in NATURAL_KEYS), product.get("price_fils"), body, now)
        if found is not None:
            self._db.execute(
                "UPDATE product SET sku = ?, external_id = ?, barcode = ?, price_fils = ?, body = ?, updated_at = ? "
                "WHERE id = ?",
                (*values, found[0]),
            )
            return found[0]
        cursor = self._db.execute(
            "INSERT INTO product (sku, external_id, barcode, price_fils, body, updated_at, created_at, shop) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, now, shop),
        )
        return int(cursor.lastrowid or 0)

    def products(self, shop: int, *, after: int = 0, limit: int = 500) -> list[Product]:
        """The next ``limit`` products with an id above ``after``, in the order in which they first came."""
        rows = self._db.execute(
            "SELECT id, body, created_at, updated_at FROM product WHERE shop = ? AND id > ? ORDER BY id LIMIT ?",
            (shop, after, limit),
        )
        return [
            {"id": number, **json.loads(body), "created_at": created, "updated_at": updated}
            for number, body, created, updated in rows
        ]

    def search(self, shop: int, words: str, *, offset: int, limit: int) -> tuple[list[Product], int]:
        """A page of the products whose text holds ``words``, and how many there are in all."""
        where = "shop = ? AND (? = '' OR instr(lower(body), lower(?)) > 0)"
        given = (shop, words, words)
        total = self._db.execute(f"SELECT count(*) FROM product WHERE {where}", given).fetchone()[0]  # noqa: S608
        rows = self._db.execute(
            f"SELECT id, body FROM product WHERE {where} ORDER BY id LIMIT ? OFFSET ?",  # noqa: S608
            (*given, limit, offset),
        )
        return [{"id": number, **json.loads(body)} for number, body in rows], int(total)

    # --- events ---

    def knows_event(self, shop: int, event_id: str) -> bool:
        found = self._db.execute("SELECT 1 FROM event WHERE shop = ? AND event_id = ?", (shop, event_id)).fetchone()
        return found is not None

    def remember_event(self, shop: int, event_id: str) -> None:
        self._db.execute("INSERT INTO event (shop, event_id, at) VALUES (?, ?, ?)", (shop, event_id, self._clock()))

    # --- batches ---

    def new_batch(self, shop: int, declared: str, total_rows: int) -> Batch:
        now = self._clock()
        cursor = self._db.execute(
            "INSERT INTO batch (shop, format, status, total_rows, processed_rows, error_rows, errors, created_at, "
            "touched_at) VALUES (?, ?, 'pending', ?, 0, 0, '[]', ?, ?)",
            (shop, declared, total_rows, now, now),
        )
        return Batch(int(cursor.lastrowid or 0), shop, declared, total_rows, touched_at=now)

    def save_batch(self, batch: Batch) -> None:
        """Write how far a batch is. A batch that a reset took away meanwhile stays away."""
        batch.touched_at = self._clock()
        self._db.execute(
            "UPDATE batch SET status = ?, processed_rows = ?, error_rows = ?, error_kind = ?, error_summary = ?, "
            "errors = ?, touched_at = ? WHERE id = ?",
            (batch.status, batch.processed_rows, batch.error_rows, batch.error_kind, batch.error_summary,
             json.dumps(batch.errors, ensure_ascii=False), batch.touched_at, batch.id),
        )  # fmt: skip

    def batch(self, shop: int, batch_id: int) -> Batch | None:
        """The batch, if it is this shop's."""
        row = self._db.execute(
            "SELECT id, shop, format, total_rows, status, processed_rows, error_rows, error_kind, error_summary, "
            "errors, touched_at FROM batch WHERE id = ? AND shop = ?",
            (batch_id, shop),
        ).fetchone()
        if row is None:
            return None
        batch = Batch(*row[:9])
        batch.errors = json.loads(row[9])
        batch.touched_at = row[10]
        return batch

    def reset(self) -> None:
        """Forget everything; numbers go on, so that an old batch id is never given to a new batch."""
        for table in ("product", "event", "batch", *haqm_store.TABLES):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608


def _prepare(db: sqlite3.Connection, sleep: Callable[[float], None]) -> None:
    for attempt in range(1, OPEN_ATTEMPTS + 1):
        try:
            with closing(db.execute("PRAGMA journal_mode = WAL")) as mode:
                mode.fetchone()
            break
        except sqlite3.OperationalError:
            if attempt == OPEN_ATTEMPTS:
                raise
            sleep(0.1)
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("BEGIN IMMEDIATE")
    for statement in (_SCHEMA + haqm_store.SCHEMA).split(";"):
        db.execute(statement)
    db.execute("COMMIT")


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def public_view(batch: Batch) -> Mapping[str, object]:
    """The answer of ``GET /integration/bulk/{batch_id}``: the specification's fields, in its order."""
    return {
        "batch_id": batch.id,
        "format": batch.format,
        "status": batch.status,
        "total_rows": batch.total_rows,
        "processed_rows": batch.processed_rows,
        "error_rows": batch.error_rows,
        "error_kind": batch.error_kind,
        "error_summary": batch.error_summary,
        "retriable": batch.status == "failed" and batch.error_kind == "system",
        "errors": batch.errors,
    }
