"""After each batch: what its shop accepted goes into the memory of that shop."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from hkj_desktop.errors import FileError, JournalError
from hkj_desktop.system.destinations import destination
from hkj_desktop.uploads.entries import Batch, Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Content, Known, Learned
from hkj_desktop.uploads.outcome import Fate
from hkj_desktop.uploads.parts import products, twin

log = logging.getLogger(__name__)


def learn(journal: Journal, outbox: Path, upload_id: str) -> None:
    """Remember what was accepted of each batch of the upload, once. Raises JournalError."""
    upload = journal.upload(upload_id)
    for batch in journal.batches(upload_id):
        if batch.accepted and not batch.learned:
            learn_batch(journal, outbox, upload, batch)


def learn_batch(journal: Journal, outbox: Path, upload: Upload, batch: Batch) -> None:
    """Remember what was accepted of this batch. Raises JournalError.

    Where its body is gone, or where the memory is damaged, nothing is learned and what was known is forgotten: its
    products are sent again the next time, which is harmless. No upload fails because of the memory.
    """
    known = Known(journal)
    key_of = destination(upload.target.destination).key_of
    accepted = _accepted(journal, outbox, upload.id, batch, key_of)
    try:
        known.learn(upload.target.shop, upload.id, batch.n, accepted)
    except FileError as error:
        log.info("nothing was learned of batch %s of %s: %s", batch.n, upload.id, error)
        known.forget(upload.target.shop, upload.id, batch.n)
    except JournalError as error:
        if error.params.get("reason") != "damaged":
            raise
        log.warning("the memory of what shops have is damaged: %s", error)


def _accepted(
    journal: Journal, outbox: Path, upload_id: str, batch: Batch, key_of: Callable[[Content], str | None]
) -> Iterator[Learned]:
    positions = set(journal.positions(upload_id, batch.n, Fate.ACCEPTED))
    for at, content in enumerate(products(outbox / twin(batch.body), batch.products)):
        key = key_of(content) if at in positions else None
        if key is not None:
            yield Learned(key, content)
