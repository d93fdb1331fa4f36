"""The file of the record of uploads: SQLite (WAL), brought up to date, set aside where it is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from hkj_desktop.errors import JournalError

VERSION = 3
BUSY_SECONDS = 10.0
WAL_ATTEMPTS = 5
#: What is looked through on every start: the tables that grow by a few rows an upload. One damaged page of the large
#: ones costs the upload that it belongs to, and is told when that one is read; of the memory of shops, the comparing.
LOOKED_THROUGH = ("uploads", "batches")
#: What SQLite says of a file that is damaged, no database, or somebody else's.
_NO_JOURNAL = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)


class Database:
    """``clock``: seconds since 1970. Every piece of work opens its own connection, so any thread may do some.

    Raises JournalError. A file that is no journal is set aside under the name in ``set_aside``, and a new one begun.
    """

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self._path = path
        self.clock = clock
        self.set_aside: str | None = None

    def open(self) -> Self:
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
            if version < VERSION:
                self._bring_up_to_date(db)
            db.execute("SELECT planned, outcome FROM uploads_told LIMIT 0")
            # A row that nobody wrote is the loss of one upload (rows.py), and no reason to set all the others aside.
            db.execute("PRAGMA ignore_check_constraints=ON")
            verdicts = [db.execute(f"PRAGMA quick_check({table})").fetchone()[0] for table in LOOKED_THROUGH]
        if any(verdict != "ok" for verdict in verdicts):
            damaged = sqlite3.DatabaseError("; ".join(verdicts))
            damaged.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise damaged

    def _bring_up_to_date(self, db: sqlite3.Connection) -> None:
        """In one transaction. Another program may be doing the same at this moment, so its version is read again."""
        here = Path(__file__)
        db.execute("BEGIN IMMEDIATE")
        try:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            scripts = [here.with_name(f"migrate_{n}.sql") for n in range(max(version, 1), VERSION) if version]
            for script in (*scripts, here.with_name("schema.sql")):
                _run(db, script.read_text(encoding="utf-8"))
            db.execute(f"PRAGMA user_version={VERSION}")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")

    def _put_aside(self) -> None:
        """Give the file, and what SQLite keeps beside it, the first free name."""
        stem, number = f"{self._path.stem}-unreadable-{int(self.clock())}", 1
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
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing. Raises JournalError."""
        try:
            with self._connection() as db:
                db.execute("BEGIN IMMEDIATE")
                yield db
                db.execute("COMMIT")
        except (sqlite3.Error, OverflowError) as error:  # the second: a number that no database takes
            raise self._told(error) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Raises JournalError."""
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


def _run(db: sqlite3.Connection, script: str) -> None:
    """The statements of ``script``, inside the transaction that is open (``executescript`` would end it)."""
    statement = ""
    for line in script.splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


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
