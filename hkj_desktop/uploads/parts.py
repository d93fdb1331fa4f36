"""What the shop left open of a body, once more in smaller bodies or as events: its list of errors stops at the first
200 (hkj-api-reference.txt). Sending a product twice is harmless, the shop keeps one for each key
(remote-systems.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import orjson

from hkj_desktop.errors import FileDamaged, FileMissing, FileNotAllowed
from hkj_desktop.remotes.hkj import MAX_EVENTS
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.entries import Batch, Step, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Content
from hkj_desktop.uploads.outcome import Fate

#: In a body of so many products no refusal can hide.
MOST = 200
#: What a list of refusals that stops short leaves open goes as events while it is at most so many products.
EVENTS_FOR_REST = 2_000


def twin(body: str) -> str:
    """The name of the file that has the products of ``body`` as JSON; its own, where it is JSON itself."""
    return f"{body.rpartition('.')[0]}.json"


def rest_of(batch: Batch, wanted: Via) -> tuple[Via, int]:
    """How what is open of ``batch`` goes out again: the way, and how many products in each new body.

    As events, each of which gets its own answer, where it is not too much or was asked for; else in bodies of which
    none should have more refusals than the shop lists. Where one has all the same, it is divided again, and in one of
    at most :data:`MOST` products none can hide. A body that was small already has half of its products, down to one.
    """
    if batch.via is Via.EVENTS or wanted is Via.EVENTS or (wanted is Via.AUTO and batch.undecided <= EVENTS_FOR_REST):
        return Via.EVENTS, max(1, min(MAX_EVENTS, batch.products // 2))
    by_share = MOST * batch.undecided // (2 * batch.hidden) if batch.hidden else MOST
    return Via.BULK, max(1, min(max(MOST, by_share), batch.products // 2))


def divide(
    journal: Journal,
    outbox: Path,
    upload_id: str,
    batch: Batch,
    first: int,
    cancel: CancelToken,
    *,
    way: tuple[Via, int],
    fate: Fate = Fate.UNKNOWN,
) -> int:
    """Plan the products of ``batch`` with ``fate`` as new batches, numbered from ``first``; returns how many there are.

    ``way``: see :func:`rest_of`. Raises FileError for a body that cannot be read or written, JournalError, or
    Cancelled; then nothing has changed.
    """
    open_ = journal.positions(upload_id, batch.n, fate)
    via, size = way
    groups = [open_[at : at + size] for at in range(0, len(open_), size)]
    written: list[Path] = []
    parts: list[Batch] = []
    try:
        found = _at(products(outbox / twin(batch.body), batch.products), open_)
        for n, group in enumerate(groups, first):
            cancel.check()
            path = outbox / f"{upload_id}-{n}.json"
            content = orjson.dumps(list(islice(found, len(group))))
            written.append(path)
            _write(path, b"[\n" + content[1:-1] + b"\n]\n")
            parts.append(Batch(n, Step.PLANNED, path.name, path.stat().st_size, len(group), via=via))
        for _ in found:
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


def _at(found: Iterator[Content], positions: Iterable[int]) -> Iterator[Content]:
    """Those at ``positions``, ascending from 0; the rest is read as well."""
    wanted = set(positions)
    return (product for at, product in enumerate(found) if at in wanted)


def products(path: Path, count: int) -> Iterator[Content]:
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
