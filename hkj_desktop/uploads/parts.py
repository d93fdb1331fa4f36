"""What the shop left open of a body, once more in smaller bodies: its list of errors stops at the first 200
(hkj-api-reference.txt), so in a body of at most 200 products no refusal can hide. Sending a product twice is
harmless, the shop keeps one for each key (remote-systems.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import orjson

from hkj_desktop.errors import FileDamaged, FileMissing, FileNotAllowed
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.entries import Batch, Step
from hkj_desktop.uploads.journal import Journal

#: Products in one part; a part of a body that was already small has half of its products, down to one.
MOST = 200


def twin(body: str) -> str:
    """The name of the file that has the products of ``body`` as JSON; its own, where it is JSON itself."""
    return f"{body.rpartition('.')[0]}.json"


def divide(journal: Journal, outbox: Path, upload_id: str, batch: Batch, first: int, cancel: CancelToken) -> int:
    """Plan what is not known of ``batch`` as new batches, numbered from ``first``; returns how many there are.

    Raises FileError for a body that cannot be read or written, JournalError, or Cancelled; then nothing has changed.
    """
    open_ = journal.undecided(upload_id, batch.n)
    size = max(1, min(MOST, batch.products // 2))
    groups = [open_[at : at + size] for at in range(0, len(open_), size)]
    written: list[Path] = []
    parts: list[Batch] = []
    try:
        products = _at(_products(outbox / twin(batch.body), batch.products), open_)
        for n, group in enumerate(groups, first):
            cancel.check()
            path = outbox / f"{upload_id}-{n}.json"
            content = orjson.dumps(list(islice(products, len(group))))
            written.append(path)
            _write(path, b"[\n" + content[1:-1] + b"\n]\n")
            parts.append(Batch(n, Step.PLANNED, path.name, path.stat().st_size, len(group)))
        for _ in products:
            pass  # to its end, where its length is looked at
        moves = ((at, n, to) for n, group in enumerate(groups, first) for to, at in enumerate(group))
        journal.divide(upload_id, batch.n, parts, moves)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)  # nobody would ever find it again
        raise
    return len(parts)


def _write(path: Path, content: bytes) -> None:
    def fill(out: BinaryIO) -> None:
        out.write(content)

    write_atomically(path, fill)


def _at(products: Iterator[object], positions: Iterable[int]) -> Iterator[object]:
    """Those at ``positions``, ascending from 0; the rest is read as well."""
    wanted = set(positions)
    return (product for at, product in enumerate(products) if at in wanted)


def _products(path: Path, count: int) -> Iterator[object]:
    """The products of a JSON body as files/payload.py writes it: a line for the start, lines of products that end in
    a comma, a line for the end. So a large one is never in memory whole. FileDamaged where they are not ``count``."""
    found = 0
    try:
        with path.open("rb") as body:
            for line in body:
                inside = line.strip().rstrip(b",")
                if inside not in (b"", b"[", b"]"):
                    slice_ = orjson.loads(b"[" + inside + b"]")
                    found += len(slice_)
                    yield from slice_
    except FileNotFoundError as error:
        raise FileMissing(name=path.name) from error
    except OSError as error:
        raise FileNotAllowed(name=path.name) from error
    except orjson.JSONDecodeError as error:
        raise FileDamaged(name=path.name, detail="is no JSON") from error
    if found != count:
        raise FileDamaged(name=path.name, detail=f"{found} products instead of {count}")
