"""What each shop last accepted from this computer, and what each upload changed of it.

The shops can be edited elsewhere too, and nothing in their interface reads products back: so this is what was sent
and accepted, with its date, and no more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson

from hkj_desktop.catalog.compare import differences
from hkj_desktop.uploads.database import Database
from hkj_desktop.uploads.entries import Target

#: Keys in one question, which SQLite takes as one JSON text; and products that are in memory while they are learned.
AT_ONCE = 1000
FILS = "price_fils"

_CHANGE = (
    "INSERT INTO changes (upload_id, key, before, after) SELECT :upload, :key,"
    " (SELECT content FROM known WHERE shop=:shop AND key=:key), :content WHERE NOT EXISTS"
    " (SELECT 1 FROM known WHERE shop=:shop AND key=:key AND (fingerprint=:print OR seq>:seq))"
    " ON CONFLICT (upload_id, key) DO UPDATE SET after=excluded.after"
)
_KNOW = (
    "INSERT INTO known (shop, key, seq, fingerprint, fils, content, at)"
    " SELECT :shop, :key, :seq, :print, :fils, :content, :at WHERE NOT EXISTS"
    " (SELECT 1 FROM known WHERE shop=:shop AND key=:key AND seq>:seq)"
    " ON CONFLICT (shop, key) DO UPDATE SET seq=excluded.seq, fingerprint=excluded.fingerprint, fils=excluded.fils,"
    " content=excluded.content, at=excluded.at"
)
#: An upload that is settled after a later one has sent the same: which of the two the shop has now nobody can say.
_FORGET = "DELETE FROM known WHERE shop=:shop AND key=:key AND seq>:seq"

Content = Mapping[str, Any]
"""A product as it is sent: wire name → value."""


@dataclass(frozen=True)
class Learned:
    """One product that a shop accepted."""

    key: str
    content: Content


@dataclass(frozen=True)
class Changed:
    """One product that an upload changed, from ``before`` (None where it was new) to ``after``. ``now``: as the
    shop last
    accepted it, None where that is not known; ``later``: whether that was in a later upload."""

    key: str
    before: Content | None
    after: Content
    now: Content | None = None
    later: bool = False

    def put_back(self) -> Content:
        """The product as it is now, with the fields that the upload changed as they were before: what later uploads
        changed besides stays."""
        before, restored = self.before or {}, dict(self.now if self.now is not None else self.after)
        for difference in differences(before, self.after):
            if difference.before is None:
                restored.pop(difference.field, None)
            else:
                restored[difference.field] = difference.before
        return restored


def fingerprint(content: Content) -> int:
    """The same for the same values, whatever their order."""
    packed = hashlib.blake2b(orjson.dumps(content, option=orjson.OPT_SORT_KEYS), digest_size=8).digest()
    return int.from_bytes(packed, "big", signed=True)


class Known:
    """The memory of all shops. ``shop`` is always ``Target.shop``. Raises JournalError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def learn(self, shop: str, upload_id: str, n: int, products: Iterable[Learned]) -> None:
        """The shop accepted these products of batch ``n``; the batch is marked as learned. In one transaction.

        What the upload changed is kept as it was before its first change; of two products with one key the last wins.
        Whatever ``products`` raises passes through, and then nothing was learned.
        """
        now = self._database.clock()
        rest = iter(products)
        with self._database.writing() as db:
            (seq,) = db.execute("SELECT seq FROM uploads WHERE id=?", (upload_id,)).fetchone()
            while slice_ := list(islice(rest, AT_ONCE)):
                rows = [
                    {
                        "shop": shop,
                        "upload": upload_id,
                        "seq": seq,
                        "key": one.key,
                        "print": fingerprint(one.content),
                        "fils": one.content.get(FILS),
                        "content": orjson.dumps(one.content),
                        "at": now,
                    }
                    for one in slice_
                ]
                db.executemany(_CHANGE, rows)
                db.executemany(_KNOW, rows)
                db.executemany(_FORGET, rows)
            db.execute("UPDATE batches SET learned=1 WHERE upload_id=? AND n=?", (upload_id, n))

    def forget(self, shop: str, upload_id: str, n: int) -> None:
        """The shop accepted products of batch ``n``, and nothing says any more which values these had: what was
        known of
        them before is not so now. They are sent again the next time, which is harmless."""
        with self._database.writing() as db:
            db.execute(
                "DELETE FROM known WHERE shop=? AND key IN"
                " (SELECT key FROM items WHERE upload_id=? AND n=? AND fate='accepted')",
                (shop, upload_id, n),
            )
            db.execute("UPDATE batches SET learned=1 WHERE upload_id=? AND n=?", (upload_id, n))

    def prints(self, shop: str) -> dict[str, int]:
        """Key → fingerprint of everything that ``shop`` is known to have."""
        with self._database.reading() as db:
            rows = db.execute("SELECT key, fingerprint FROM known WHERE shop=?", (shop,))
            return {row[0]: row[1] for row in rows}

    def doubtful(self, shop: str) -> set[str]:
        """The keys of products that were sent to ``shop`` after it last accepted them, with an end that is not
        known: what it has of them now nobody can say."""
        with self._database.reading() as db:
            open_ = db.execute(
                "SELECT id, destination, profile_id, profile_name, base_url, account FROM uploads u"
                " WHERE EXISTS (SELECT 1 FROM items i WHERE i.upload_id=u.id AND i.fate='unknown')"
            )
            ids = [row[0] for row in open_ if Target(*row[1:]).shop == shop]
            rows = db.execute(
                "SELECT i.key FROM items i JOIN uploads u ON u.id=i.upload_id"
                " LEFT JOIN known k ON k.shop=? AND k.key=i.key"
                " WHERE i.upload_id IN (SELECT value FROM json_each(?)) AND i.fate='unknown' AND i.key IS NOT NULL"
                " AND (k.seq IS NULL OR k.seq < u.seq)",
                (shop, json.dumps(ids)),
            )
            return {row[0] for row in rows}

    def contents(self, shop: str, keys: Sequence[str]) -> dict[str, Content]:
        """Key → the product as ``shop`` last accepted it; keys that it is not known to have are not in it."""
        found: dict[str, Content] = {}
        with self._database.reading() as db:
            for at in range(0, len(keys), AT_ONCE):
                rows = db.execute(
                    "SELECT key, content FROM known WHERE shop=? AND key IN (SELECT value FROM json_each(?))",
                    (shop, json.dumps(keys[at : at + AT_ONCE])),
                )
                found |= {row[0]: orjson.loads(row[1]) for row in rows}
        return found

    def since(self, shop: str) -> float | None:
        """When ``shop`` last accepted anything from this computer, in seconds since 1970; None: never."""
        with self._database.reading() as db:
            (at,) = db.execute("SELECT max(at) FROM known WHERE shop=?", (shop,)).fetchone()
            return None if at is None else float(at)

    def prices(self, shop: str) -> dict[str, int]:
        """SKU → the price, in fils, that ``shop`` last accepted."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT substr(key, 5), fils FROM known WHERE shop=? AND key LIKE 'sku:%' AND fils IS NOT NULL", (shop,)
            )
            return {row[0]: row[1] for row in rows if isinstance(row[1], int)}

    def changes(self, upload_id: str) -> Iterator[Changed]:
        """What the upload changed, product by product in the order of their keys."""
        with self._database.reading() as db:
            query = "SELECT destination, profile_id, profile_name, base_url, account, seq FROM uploads WHERE id=?"
            *target, seq = db.execute(query, (upload_id,)).fetchone()
            rows = db.execute(
                "SELECT c.key, c.before, c.after, k.content, k.seq FROM changes c"
                " LEFT JOIN known k ON k.shop=? AND k.key=c.key WHERE c.upload_id=? ORDER BY c.key",
                (Target(*target).shop, upload_id),
            )
            for key, before, after, now, later in rows:
                yield Changed(
                    key,
                    None if before is None else orjson.loads(before),
                    orjson.loads(after),
                    None if now is None else orjson.loads(now),
                    later is not None and later > seq,
                )

    def count_changes(self, upload_id: str) -> tuple[int, int]:
        """How many products the upload changed, and how many it added."""
        with self._database.reading() as db:
            changed, all_ = db.execute(
                "SELECT count(before), count(*) FROM changes WHERE upload_id=?", (upload_id,)
            ).fetchone()
            return changed, all_ - changed
