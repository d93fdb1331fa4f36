"""What the shop left open of a body, once more in smaller bodies or as events: its list of errors stops at the first
200 (hkj-api-reference.txt). Sending a product twice is harmless, the shop keeps one for each key
(remote-systems.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import orjson

from hkj_desktop.errors import FileDamaged, FileMissing, FileNotAllowed
from hkj_desktop.remotes.hkj import MAX_EVENTS
from hkj_desktop.system.atomic import write_bytes
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.entries import Batch, Step, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Content

#: In a body of so many products no refusal can hide.
MOST = 200
#: What a list of refusals that stops short leaves open goes as events while it is at most so many products.
EVENTS_FOR_REST = 2_000


def twin(body: str) -> str:
    """The name of the file that has the products of ``body`` as JSON; its own, where it is JSON itself."""
    return f"{body.rpartition('.')[0]}.json"


def rest_of(batch: Batch, wanted: Via, *, events: bool) -> tuple[Via, int]:
    """How what is open of ``batch`` goes out again: the way, and how many products in each new body. ``events``:
    whether the system takes any.

    As events, each of which gets its own answer, where it is not too much or was asked for; else in bodies of which
    none should have more refusals than the shop lists. Where one has all the same, it is divided again, and in one of
    at most :data:`MOST` products none can hide. A body that was small already has half of its products, down to one.
    """
    few = wanted is Via.EVENTS or (wanted is Via.AUTO and batch.undecided <= EVENTS_FOR_REST)
    if batch.via is Via.EVENTS or (events and few):
        return Via.EVENTS, max(1, min(MAX_EVENTS, batch.products // 2))
    by_share = MOST * batch.undecided // (2 * batch.hidden) if batch.hidden else MOST
    return Via.BULK, max(1, min(max(MOST, by_share), batch.products // 2))


def in_groups(positions: Sequence[int], size: int) -> list[list[int]]:
    """``positions`` in order, at most ``size`` in each group."""
    return [list(positions[at : at + size]) for at in range(0, len(positions), size)]


def divide(
    journal: Journal,
    outbox: Path,
    upload_id: str,
    batch: Batch,
    first: int,
    cancel: CancelToken,
    *,
    via: Via,
    groups: Sequence[Sequence[int]],
    left: Sequence[int] = (),
    words: str = "",
) -> list[Batch]:
    """Plan products of ``batch`` as new batches, numbered from ``first``; returns them.

    ``groups``: the positions that go into each of them, ascending; ``left`` and ``words``: those that stay, and why
    (Journal.divide). Raises FileError for a body that cannot be read or
    written, JournalError, or Cancelled; then nothing has changed.
    """
    group_of = {at: number for number, group in enumerate(groups) for at in group}
    names = [f"{upload_id}-{first + number}.json" for number in range(len(groups))]
    lines: list[list[bytes]] = [[] for _ in groups]
    sizes = [0] * len(groups)
    try:
        for at, content in enumerate(products(outbox / twin(batch.body), batch.products)):
            number = group_of.get(at)
            if number is None:
                continue
            lines[number].append(orjson.dumps(content))
            if len(lines[number]) == len(groups[number]):
                cancel.check()
                body = b"[\n" + b",".join(lines[number]) + b"\n]\n"
                write_bytes(outbox / names[number], body)
                lines[number], sizes[number] = [], len(body)
        parts = [
            Batch(first + number, Step.PLANNED, names[number], sizes[number], len(group), via=via, held=len(group))
            for number, group in enumerate(groups)
        ]
        moves = ((at, first + number, to) for number, group in enumerate(groups) for to, at in enumerate(group))
        journal.divide(upload_id, batch.n, parts, moves, left, words)
    except BaseException:
        for name in names:
            (outbox / name).unlink(missing_ok=True)  # nobody would ever find it again
        raise
    return parts


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
