"""The record of uploads, in SQLite (WAL): what was planned, what was sent, what the shop said. It holds no key."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from contextlib import suppress

from hkj_desktop.errors import AppError, JournalError
from hkj_desktop.remotes.wire import BatchId, BatchState
from hkj_desktop.system.secret import Secret
from hkj_desktop.uploads.database import Database
from hkj_desktop.uploads.entries import Batch, Item, Name, Outcome, Step, Target, Upload
from hkj_desktop.uploads.outcome import Fate, Settlement
from hkj_desktop.uploads.rows import batch_of, item_of, upload_of

_UPLOADS = "SELECT t.*, (SELECT count(*) FROM items i WHERE i.upload_id=t.id) AS held FROM uploads_told t"
_TARGETS = "SELECT destination, profile_id, profile_name, base_url, account, seq, id FROM uploads"
_BATCHES = (
    "SELECT b.*, count(i.n) AS held, coalesce(sum(i.fate='accepted'), 0) AS accepted,"
    " coalesce(sum(i.fate='rejected'), 0) AS rejected, coalesce(sum(i.fate='unknown'), 0) AS undecided"
    " FROM batches b LEFT JOIN items i ON i.upload_id=b.upload_id AND i.n=b.n"
    " WHERE b.upload_id=? GROUP BY b.n ORDER BY b.n"
)


_FORGET = (
    "UPDATE batches SET batch_id=NULL, status=NULL, total_rows=NULL, processed_rows=NULL, error_rows=NULL,"
    " error_kind=NULL, error_summary=NULL, retriable=NULL, learned=0 WHERE upload_id=? AND n=?"
)
_REFUSE = "UPDATE items SET fate='rejected', message=? WHERE upload_id=? AND n=? AND position=?"


class Journal(Database):
    """Every step of every upload."""

    def plan(self, upload: Upload, batches: Iterable[Batch], items: Iterable[tuple[int, int, Item]]) -> None:
        """Write a whole plan at once; ``items`` are (batch, position, item)."""
        t = upload.target
        head = (upload.id, t.destination, t.profile_id, t.profile_name, t.base_url, t.account, t.region)
        file = (_storable(upload.file_name), _storable(upload.file_path), upload.format)
        counts = (upload.products, upload.left_out, upload.unchanged)
        with self.writing() as db:
            db.execute(
                "INSERT INTO uploads (id, destination, profile_id, profile_name, base_url, account, region, file_name,"
                " file_path, format, products, left_out, unchanged, via, reverts, created, changed, seq)"
                " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?, (SELECT coalesce(max(seq), 0) + 1 FROM uploads))",
                (*head, *file, *counts, upload.via, upload.reverts, upload.created, upload.changed),
            )
            self._insert_batches(db, upload.id, batches)
            db.executemany(
                "INSERT INTO items (upload_id, n, position, product, row, sku, title_en, title_ar, fils, key, store)"
                " VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (
                    (upload.id, n, at, i.product, i.row, i.sku, i.title_en, i.title_ar, i.fils, i.key, i.store)
                    for n, at, i in items
                ),
            )

    def step(self, upload_id: str, n: int, state: Step, fate: Fate | None = None) -> None:
        """Batch ``n`` goes to ``state``; with ``fate``, so do all its products that the shop has not decided.

        Back at ``planned``, it forgets what the shop said of it before.
        """
        with self.writing() as db:
            if state is Step.PLANNED:
                db.execute(_FORGET, (upload_id, n))
            db.execute("UPDATE batches SET state=? WHERE upload_id=? AND n=?", (state, upload_id, n))
            if fate is not None:
                db.execute(
                    "UPDATE items SET fate=? WHERE upload_id=? AND n=? AND fate IN ('planned','unknown')",
                    (fate, upload_id, n),
                )
            self._touch(db, upload_id)

    def taken(self, upload_id: str, n: int, batch_id: BatchId, total_rows: int) -> None:
        """The shop gave batch ``n`` its number."""
        with self.writing() as db:
            db.execute(
                "UPDATE batches SET state=?, batch_id=?, total_rows=? WHERE upload_id=? AND n=?",
                (Step.TAKEN, batch_id, total_rows, upload_id, n),
            )
            self._touch(db, upload_id)

    def progress(self, upload_id: str, n: int, state: BatchState) -> None:
        """What the shop last said of batch ``n``."""
        with self.writing() as db:
            self._counts(db, upload_id, n, state)
            self._touch(db, upload_id)

    def settle(self, upload_id: str, n: int, state: BatchState, settlement: Settlement) -> None:
        """Batch ``n`` is finished: every product of it gets its fate, in one transaction."""
        with self.writing() as db:
            self._counts(db, upload_id, n, state)
            self._fates(db, upload_id, n, settlement)

    def answer(self, upload_id: str, n: int, settlement: Settlement) -> None:
        """The events of batch ``n`` were answered: every product of it gets its fate, in one transaction."""
        with self.writing() as db:
            self._fates(db, upload_id, n, settlement)

    def _fates(self, db: sqlite3.Connection, upload_id: str, n: int, settlement: Settlement) -> None:
        db.execute("UPDATE batches SET state=? WHERE upload_id=? AND n=?", (Step.SETTLED, upload_id, n))
        db.execute("UPDATE items SET fate='accepted', message=NULL WHERE upload_id=? AND n=?", (upload_id, n))
        db.executemany(
            "UPDATE items SET fate='unknown' WHERE upload_id=? AND n=? AND position=?",
            ((upload_id, n, at) for at in settlement.undecided),
        )
        db.executemany(_REFUSE, ((words, upload_id, n, at) for at, words in settlement.rejected.items()))
        self._touch(db, upload_id)

    def end(self, upload_id: str, outcome: Outcome | None, error: AppError | None = None) -> None:
        """How the upload ended, and why; None: it goes on."""
        with self.writing() as db:
            db.execute(
                "UPDATE uploads SET outcome=?, error_code=?, error_params=? WHERE id=?",
                (
                    outcome,
                    error.code if error else None,
                    json.dumps(error.params) if error else None,
                    upload_id,
                ),
            )
            self._touch(db, upload_id)

    def _counts(self, db: sqlite3.Connection, upload_id: str, n: int, state: BatchState) -> None:
        db.execute(
            "UPDATE batches SET status=?, total_rows=?, processed_rows=?, error_rows=?, error_kind=?, error_summary=?,"
            " retriable=? WHERE upload_id=? AND n=?",
            (
                state.status_text,
                state.total_rows,
                state.processed_rows,
                state.error_rows,
                state.error_kind,
                state.error_summary,
                state.retriable,
                upload_id,
                n,
            ),
        )

    def _touch(self, db: sqlite3.Connection, upload_id: str) -> None:
        db.execute("UPDATE uploads SET changed=? WHERE id=?", (self.clock(), upload_id))

    def divide(
        self,
        upload_id: str,
        n: int,
        parts: Iterable[Batch],
        moves: Iterable[tuple[int, int, int]],
        left: Iterable[int] = (),
        words: str = "",
    ) -> None:
        """Products of batch ``n`` go to new batches; ``moves`` are (position there, new batch, position in it).

        ``left``: positions of what stays and is not sent, for the reason that ``words`` say. Then nothing of the batch
        is open any more, and what the shop said of it before is history. All of it happens, or nothing.
        """
        with self.writing() as db:
            if words:
                db.execute(_FORGET, (upload_id, n))
                db.execute("UPDATE batches SET state=? WHERE upload_id=? AND n=?", (Step.SETTLED, upload_id, n))
                db.executemany(_REFUSE, ((words, upload_id, n, at) for at in left))
            self._insert_batches(db, upload_id, parts)
            db.executemany(
                "UPDATE items SET n=?, position=? WHERE upload_id=? AND n=? AND position=?",
                ((part, at, upload_id, n, before) for before, part, at in moves),
            )
            self._touch(db, upload_id)

    def _insert_batches(self, db: sqlite3.Connection, upload_id: str, batches: Iterable[Batch]) -> None:
        db.executemany(
            "INSERT INTO batches (upload_id, n, state, body, size, products, via) VALUES (?,?,?,?,?,?,?)",
            ((upload_id, b.n, b.state, b.body, b.size, b.products, b.via) for b in batches),
        )

    def upload(self, upload_id: str) -> Upload:
        with self.reading() as db:
            row = db.execute(f"{_UPLOADS} WHERE t.id=?", (upload_id,)).fetchone()
            if row is None:
                raise JournalError(reason="missing", name=upload_id)
            return upload_of(row)

    def uploads(self, limit: int = 1000) -> list[Upload]:
        """The latest uploads, newest first. Those of which a row is damaged are left out, see :meth:`damaged`."""
        return self._told_uploads(limit)[0]

    def damaged(self, limit: int = 1000) -> list[str]:
        """The ids of the uploads among the latest that cannot be read, newest first."""
        return self._told_uploads(limit)[1]

    def _told_uploads(self, limit: int) -> tuple[list[Upload], list[str]]:
        uploads: list[Upload] = []
        damaged: list[str] = []
        with self.reading() as db:
            for row in db.execute(f"{_UPLOADS} ORDER BY t.created DESC, t.at DESC LIMIT ?", (limit,)):
                try:
                    uploads.append(upload_of(row))
                except ValueError:
                    damaged.append(str(row["id"]))
        return uploads, damaged

    def interrupted(self) -> list[Upload]:
        """Uploads that are under way, or were when the program ended, newest first; damaged ones are left out."""
        found: list[Upload] = []
        with self.reading() as db:
            # The counts of a thousand ended uploads are nobody's business here.
            query = f"{_UPLOADS} WHERE t.outcome IS NULL ORDER BY t.created DESC, t.at DESC"
            for row in db.execute(query):
                with suppress(ValueError):
                    found.append(upload_of(row))
        return found

    def batches(self, upload_id: str) -> list[Batch]:
        with self.reading() as db:
            return [batch_of(row) for row in db.execute(_BATCHES, (upload_id,))]

    def next_batch(self, upload_id: str) -> int:
        """The first number that no batch has."""
        with self.reading() as db:
            (last,) = db.execute("SELECT max(n) FROM batches WHERE upload_id=?", (upload_id,)).fetchone()
            return 0 if last is None else int(last) + 1

    def items(self, upload_id: str, *fates: Fate) -> list[Item]:
        """Products of an upload in the order of the file; with ``fates``, only those."""
        with self.reading() as db:
            rows = db.execute(
                "SELECT * FROM items WHERE upload_id=?1 AND (?2='[]' OR fate IN (SELECT value FROM json_each(?2)))"
                " ORDER BY product, row, n, position",
                (upload_id, json.dumps(fates)),
            )
            return [item_of(row) for row in rows]

    def positions(self, upload_id: str, n: int, *fates: Fate) -> list[int]:
        """The positions in batch ``n``, ascending, of its products with one of ``fates``."""
        with self.reading() as db:
            rows = db.execute(
                "SELECT position FROM items WHERE upload_id=? AND n=? AND fate IN (SELECT value FROM json_each(?))"
                " ORDER BY position",
                (upload_id, n, json.dumps(fates)),
            ).fetchall()
        return [row["position"] for row in rows]

    def numbers(self, upload_id: str, n: int) -> dict[int, int]:
        """Position in batch ``n`` → the product's number in the file."""
        with self.reading() as db:
            rows = db.execute(
                "SELECT position, product FROM items WHERE upload_id=? AND n=?", (upload_id, n)
            ).fetchall()
        return {row["position"]: row["product"] for row in rows}

    def names(self, upload_id: str, n: int) -> list[Name]:
        """What a report may call the units of batch ``n``, by their positions."""
        with self.reading() as db:
            rows = db.execute("SELECT position, sku, store FROM items WHERE upload_id=? AND n=?", (upload_id, n))
            return [Name(*row) for row in rows]

    def overtaken(self, upload_id: str, n: int) -> list[int]:
        """The positions in batch ``n`` of what is open there, and was sent to the same shop by a later upload."""
        with self.reading() as db:
            row = db.execute(f"{_TARGETS} WHERE id=?", (upload_id,)).fetchone()
            shop = Target(*row[:-2]).shop
            later = db.execute(f"{_TARGETS} WHERE seq>?", (row["seq"],))
            ids = [other["id"] for other in later if Target(*other[:-2]).shop == shop]
            rows = db.execute(
                "SELECT position FROM items WHERE upload_id=? AND n=? AND fate IN ('planned', 'unknown') AND key IN"
                " (SELECT key FROM items WHERE upload_id IN (SELECT value FROM json_each(?))"
                " AND fate IN ('accepted', 'unknown')) ORDER BY position",
                (upload_id, n, json.dumps(ids)),
            ).fetchall()
        return [row["position"] for row in rows]

    def refuse(self, upload_id: str, n: int, positions: Iterable[int], words: str) -> None:
        """These products, all that batch ``n`` has left open, are not sent, for the reason that ``words`` say."""
        with self.writing() as db:
            db.executemany(_REFUSE, ((words, upload_id, n, at) for at in positions))
            db.execute("UPDATE batches SET state=? WHERE upload_id=? AND n=?", (Step.SETTLED, upload_id, n))
            self._touch(db, upload_id)

    def account(self, key: Secret) -> str:
        """A name for whoever has this key, the same on this computer every time; it says nothing of the key."""
        with self.reading() as db:
            (salt,) = db.execute("SELECT value FROM salt").fetchone()
        return hashlib.blake2b(key.reveal().encode(), key=salt, digest_size=8).hexdigest()

    def open_bodies(self) -> list[str]:
        """The names of the bodies of uploads that are under way or were interrupted."""
        with self.reading() as db:
            rows = db.execute(
                "SELECT b.body FROM batches b JOIN uploads u ON u.id=b.upload_id WHERE u.outcome IS NULL"
            ).fetchall()
        return [str(row["body"]) for row in rows]


def _storable(text: str) -> str:
    """A file name of Linux may hold bytes that are no text; SQLite takes text alone."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
