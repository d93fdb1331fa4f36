"""What the practice stores remember, in the practice shop's own SQLite file (store.py)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from hkj_desktop.practice.haqm_validate import Item

SCHEMA = """
CREATE TABLE IF NOT EXISTS haqm_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT, store TEXT NOT NULL, sku TEXT NOT NULL,
    body TEXT NOT NULL, created_at REAL NOT NULL, updated_at REAL NOT NULL, UNIQUE (store, sku));
CREATE TABLE IF NOT EXISTS haqm_ingestion (
    id TEXT PRIMARY KEY, retailer INTEGER NOT NULL, status TEXT NOT NULL,
    report TEXT, created_at REAL NOT NULL, touched_at REAL NOT NULL);
"""
TABLES = ("haqm_item", "haqm_ingestion")

INQUEUE, INPROGRESS, DONE, CANCELLED, FATAL = "INQUEUE", "INPROGRESS", "DONE", "CANCELLED", "FATAL"


@dataclass(slots=True)
class Ingestion:
    """``touched_at``: seconds since 1970."""

    id: str
    retailer: int
    status: str = INQUEUE
    touched_at: float = 0.0

    @property
    def ended(self) -> bool:
        return self.status in (DONE, CANCELLED, FATAL)


class HaqmTables:
    """As with Store, whose connection it shares: what writes wants to stand inside ``Store.transaction()``."""

    def __init__(self, db: sqlite3.Connection, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def upsert(self, item: Item) -> None:
        """Store an item under its store and SKU, in place of what stood there."""
        now = self._clock()
        self._db.execute(
            "INSERT INTO haqm_item (store, sku, body, created_at, updated_at) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (store, sku) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at",
            (item["store_id"], item["item_sku"], json.dumps(item, ensure_ascii=False), now, now),
        )

    def items(self, store: str | None, *, after: int = 0, limit: int = 500) -> list[Item]:
        """The next ``limit`` items with an id above ``after``, in the order in which they first came; None: of all."""
        rows = self._db.execute(
            "SELECT id, body, created_at, updated_at FROM haqm_item WHERE (? IS NULL OR store = ?) AND id > ? "
            "ORDER BY id LIMIT ?",
            (store, store, after, limit),
        )
        return [
            json.loads(body) | {"id": number, "created_at": created, "updated_at": updated}
            for number, body, created, updated in rows
        ]

    def new_ingestion(self, ingestion_id: str, retailer: int) -> Ingestion:
        now = self._clock()
        self._db.execute(
            "INSERT INTO haqm_ingestion (id, retailer, status, created_at, touched_at) VALUES (?, ?, ?, ?, ?)",
            (ingestion_id, retailer, INQUEUE, now, now),
        )
        return Ingestion(ingestion_id, retailer, touched_at=now)

    def save_ingestion(self, ingestion: Ingestion, report: str | None = None) -> None:
        """Write how far it is. One that a reset took away meanwhile stays away."""
        ingestion.touched_at = self._clock()
        self._db.execute(
            "UPDATE haqm_ingestion SET status = ?, report = ?, touched_at = ? WHERE id = ?",
            (ingestion.status, report, ingestion.touched_at, ingestion.id),
        )

    def ingestion(self, retailer: int, ingestion_id: str) -> Ingestion | None:
        """The ingestion, if it is this retailer's."""
        row = self._db.execute(
            "SELECT id, retailer, status, touched_at FROM haqm_ingestion WHERE id = ? AND retailer = ?",
            (ingestion_id, retailer),
        ).fetchone()
        return None if row is None else Ingestion(*row)

    def report(self, ingestion_id: str) -> str | None:
        row = self._db.execute("SELECT report FROM haqm_ingestion WHERE id = ?", (ingestion_id,)).fetchone()
        return None if row is None else row[0]
