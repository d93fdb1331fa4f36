"""The record of uploads, in SQLite (WAL): what was planned, what was sent, what the shop said. It holds no key."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hkj_desktop.errors import AppError, JournalError
from hkj_desktop.remotes.wire import BatchState
from hkj_desktop.uploads.entries import Batch, Item, Outcome, Step, Upload
from hkj_desktop.uploads.outcome import Fate, Settlement
from hkj_desktop.uploads.rows import batch_of, item_of, upload_of

VERSION = 1
BUSY_SECONDS = 10.0
WAL_ATTEMPTS = 5
#: What SQLite says of a file that is damaged, no database, or somebody else's.
_NO_JOURNAL = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)
_UPLOADS = "SELECT t.*, (SELECT count(*) FROM items i WHERE i.upload_id=t.id) AS held FROM uploads_told t"
_BATCHES = (
    "SELECT b.*, count(i.n) AS held, coalesce(sum(i.fate='accepted'), 0) AS accepted,"
    " coalesce(sum(i.fate='rejected'), 0) AS rejected, coalesce(sum(i.fate='unknown'), 0) AS undecided"
    " FROM batches b LEFT JOIN items i ON i.upload_id=b.upload_id AND i.n=b.n"
    " WHERE b.upload_id=? GROUP BY b.n ORDER BY b.n"
)


class Journal:
    """``clock``: seconds since 1970. Every method opens its own connection, so any thread may call it.

    Raises JournalError. A file that is no journal is set aside under the name in ``set_aside``, and a new one begun.
    """

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self._path = path
        self._clock = clock
        self.set_aside: str | None = None

    def open(self) -> Journal:
        """Make the file, or bring it up to date, and look it through. Slow (disk): call it from a task."""
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in _NO_JOURNAL:
                raise self._told(error) from error
            self._put_aside()
            try:
                self._prepare()
            except sqlite3.DatabaseError as again:
                raise self._told(again) from again
        return self

    def _prepare(self) -> None:
        with self._connection() as db:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                raise JournalError(reason="newer", name=self._path.name)
            if version < 1:
                # Another program may be doing the same at this moment, which is why nothing here minds a second time.
                schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
                db.executescript(f"BEGIN IMMEDIATE;{schema};PRAGMA user_version={VERSION};COMMIT;")
            db.execute("SELECT planned, outcome FROM uploads_told LIMIT 0")
            # A row that nobody wrote is the loss of one upload (rows.py), and no reason to set all the others aside.
            db.execute("PRAGMA ignore_check_constraints=ON")
            (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            damaged = sqlite3.DatabaseError(verdict)
            damaged.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise damaged

    def _put_aside(self) -> None:
        """Give the file, and what SQLite keeps beside it, the first free name."""
        stem, number = f"{self._path.stem}-unreadable-{int(self._clock())}", 1
        while (aside := self._path.with_name(f"{stem}-{number}{self._path.suffix}")).exists():
            number += 1
        try:
            self._path.rename(aside)
            for tail in ("-wal", "-shm"):
                beside = self._path.with_name(self._path.name + tail)
                if beside.exists():
                    beside.rename(aside.with_name(aside.name + tail))
        except OSError as error:
            raise JournalError(reason="denied", name=self._path.name) from error
        self.set_aside = aside.name

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        db = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _use_wal(db)
            db.execute("PRAGMA synchronous=FULL")
            db.execute("PRAGMA foreign_keys=ON")
            db.row_factory = sqlite3.Row
            db.text_factory = _readable
            yield db
        finally:
            db.close()

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._connection() as db:
                db.execute("BEGIN IMMEDIATE")
                yield db
                db.execute("COMMIT")
        except (sqlite3.Error, OverflowError) as error:  # the second: a number that no database takes
            raise self._told(error) from error

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._connection() as db:
                yield db
        except (sqlite3.Error, ValueError) as error:  # the second: rows.py finds a row that nobody wrote
            raise self._told(error) from error

    def _told(self, error: Exception) -> JournalError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # errors of Python's own module have none
        reasons = {
            sqlite3.SQLITE_FULL: "full",
            sqlite3.SQLITE_READONLY: "denied",
            sqlite3.SQLITE_CANTOPEN: "denied",
            sqlite3.SQLITE_PERM: "denied",
            sqlite3.SQLITE_BUSY: "busy",
            sqlite3.SQLITE_LOCKED: "busy",
        }
        return JournalError(reason=reasons.get(code, "damaged"), name=self._path.name)

    def plan(self, upload: Upload, batches: Iterable[Batch], items: Iterable[tuple[int, int, Item]]) -> None:
        """Write a whole plan at once; ``items`` are (batch, position, item)."""
        t = upload.target
        head = (upload.id, t.destination, t.profile_id, t.profile_name, t.base_url)
        file = (_storable(upload.file_name), _storable(upload.file_path), upload.format)
        with self._write() as db:
            db.execute(
                "INSERT INTO uploads (id, destination, profile_id, profile_name, base_url, file_name, file_path,"
                " format, products, left_out, created, changed) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                (*head, *file, upload.products, upload.left_out, upload.created, upload.changed),
            )
            self._insert_batches(db, upload.id, batches)
            db.executemany(
                "INSERT INTO items (upload_id, n, position, product, row, sku, title_en, title_ar, fils)"
                " VALUES (?,?,?,?,?,?,?,?,?)",
                ((upload.id, n, at, i.product, i.row, i.sku, i.title_en, i.title_ar, i.fils) for n, at, i in items),
            )

    def step(self, upload_id: str, n: int, state: Step, fate: Fate | None = None) -> None:
        """Batch ``n`` goes to ``state``; with ``fate``, so do all its products that the shop has not decided.

        Back at ``planned``, it forgets what the shop said of it before.
        """
        with self._write() as db:
            if state is Step.PLANNED:
                db.execute(
                    "UPDATE batches SET batch_id=NULL, status=NULL, total_rows=NULL, processed_rows=NULL,"
                    " error_rows=NULL, error_kind=NULL, error_summary=NULL, retriable=NULL WHERE upload_id=? AND n=?",
                    (upload_id, n),
                )
            db.execute("UPDATE batches SET state=? WHERE upload_id=? AND n=?", (state, upload_id, n))
            if fate is not None:
                db.execute(
                    "UPDATE items SET fate=? WHERE upload_id=? AND n=? AND fate IN ('planned','unknown')",
                    (fate, upload_id, n),
                )
            self._touch(db, upload_id)

    def taken(self, upload_id: str, n: int, batch_id: int, total_rows: int) -> None:
        """The shop gave batch ``n`` its number."""
        with self._write() as db:
            db.execute(
                "UPDATE batches SET state=?, batch_id=?, total_rows=? WHERE upload_id=? AND n=?",
                (Step.TAKEN, batch_id, total_rows, upload_id, n),
            )
            self._touch(db, upload_id)

    def progress(self, upload_id: str, n: int, state: BatchState) -> None:
        """What the shop last said of batch ``n``."""
        with self._write() as db:
            self._counts(db, upload_id, n, state)
            self._touch(db, upload_id)

    def settle(self, upload_id: str, n: int, state: BatchState, settlement: Settlement) -> None:
        """Batch ``n`` is finished: every product of it gets its fate, in one transaction."""
        with self._write() as db:
            self._counts(db, upload_id, n, state)
            db.execute("UPDATE batches SET state=? WHERE upload_id=? AND n=?", (Step.SETTLED, upload_id, n))
            db.execute("UPDATE items SET fate='accepted', message=NULL WHERE upload_id=? AND n=?", (upload_id, n))
            db.executemany(
                "UPDATE items SET fate='unknown' WHERE upload_id=? AND n=? AND position=?",
                ((upload_id, n, at) for at in settlement.undecided),
            )
            db.executemany(
                "UPDATE items SET fate='rejected', message=? WHERE upload_id=? AND n=? AND position=?",
                ((words, upload_id, n, at) for at, words in settlement.rejected.items()),
            )
            self._touch(db, upload_id)

    def end(self, upload_id: str, outcome: Outcome | None, error: AppError | None = None) -> None:
        """How the upload ended, and why; None: it goes on."""
        with self._write() as db:
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
        db.execute("UPDATE uploads SET changed=? WHERE id=?", (self._clock(), upload_id))

    def divide(self, upload_id: str, n: int, parts: Iterable[Batch], moves: Iterable[tuple[int, int, int]]) -> None:
        """Products of batch ``n`` go to new batches; ``moves`` are (position there, new batch, position in it)."""
        with self._write() as db:
            self._insert_batches(db, upload_id, parts)
            db.executemany(
                "UPDATE items SET n=?, position=? WHERE upload_id=? AND n=? AND position=?",
                ((part, at, upload_id, n, before) for before, part, at in moves),
            )
            self._touch(db, upload_id)

    def _insert_batches(self, db: sqlite3.Connection, upload_id: str, batches: Iterable[Batch]) -> None:
        db.executemany(
            "INSERT INTO batches (upload_id, n, state, body, size, products) VALUES (?,?,?,?,?,?)",
            ((upload_id, b.n, b.state, b.body, b.size, b.products) for b in batches),
        )

    def upload(self, upload_id: str) -> Upload:
        with self._read() as db:
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
        with self._read() as db:
            for row in db.execute(f"{_UPLOADS} ORDER BY t.created DESC, t.at DESC LIMIT ?", (limit,)):
                try:
                    uploads.append(upload_of(row))
                except ValueError:
                    damaged.append(str(row["id"]))
        return uploads, damaged

    def last_prices(self, profile_id: str) -> dict[str, int]:
        """SKU → the price, in fils, that the shop last accepted from this computer."""
        with self._read() as db:
            rows = db.execute(
                "SELECT i.sku, i.fils, max(u.created) FROM items i JOIN uploads u ON u.id = i.upload_id"
                " WHERE u.profile_id=? AND i.fate='accepted' AND i.sku IS NOT NULL AND i.fils IS NOT NULL"
                " GROUP BY i.sku",
                (profile_id,),
            ).fetchall()
        return {str(row["sku"]): int(row["fils"]) for row in rows}

    def interrupted(self) -> list[Upload]:
        """Uploads that were under way when the program ended, newest first."""
        return [upload for upload in self.uploads() if upload.outcome is None]

    def batches(self, upload_id: str) -> list[Batch]:
        with self._read() as db:
            return [batch_of(row) for row in db.execute(_BATCHES, (upload_id,))]

    def items(self, upload_id: str, *fates: Fate) -> list[Item]:
        """Products of an upload in the order of the file; with ``fates``, only those."""
        with self._read() as db:
            rows = db.execute(
                "SELECT * FROM items WHERE upload_id=?1 AND (?2='[]' OR fate IN (SELECT value FROM json_each(?2)))"
                " ORDER BY product",
                (upload_id, json.dumps(fates)),
            )
            return [item_of(row) for row in rows]

    def undecided(self, upload_id: str, n: int) -> list[int]:
        """The positions in batch ``n``, ascending, of what was sent in it and is not known."""
        with self._read() as db:
            rows = db.execute(
                "SELECT position FROM items WHERE upload_id=? AND n=? AND fate='unknown' ORDER BY position",
                (upload_id, n),
            ).fetchall()
        return [row["position"] for row in rows]

    def open_bodies(self) -> list[str]:
        """The names of the bodies of uploads that are under way or were interrupted."""
        with self._read() as db:
            rows = db.execute(
                "SELECT b.body FROM batches b JOIN uploads u ON u.id=b.upload_id WHERE u.outcome IS NULL"
            ).fetchall()
        return [str(row["body"]) for row in rows]


def _use_wal(db: sqlite3.Connection) -> None:
    """Where two programs open a new file at once, SQLite refuses this to one of them instead of letting it wait."""
    for _ in range(WAL_ATTEMPTS):
        with suppress(sqlite3.OperationalError):
            db.execute("PRAGMA journal_mode=WAL")
            return
        db.execute("BEGIN IMMEDIATE")  # waits for the other one
        db.execute("ROLLBACK")
    db.execute("PRAGMA journal_mode=WAL")


def _readable(raw: bytes) -> str:
    """Bytes that are no text make their row odd, and not the whole journal unreadable."""
    return raw.decode("utf-8", "replace")


def _storable(text: str) -> str:
    """A file name of Linux may hold bytes that are no text; SQLite takes text alone."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
