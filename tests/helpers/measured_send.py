"""``python -m tests.helpers.measured_send HOME UPLOAD BASE_URL``: sends a written plan in a process of its own,
and says
in one JSON object how much memory that took. Linux alone: it reads /proc."""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from hkj_desktop.practice.shops import MAIN_KEY
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.secret import Secret
from hkj_desktop.uploads.connect import Connector
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.send import Sender
from tests.helpers.shop_client import hkj_access

STATUS = Path("/proc/self/status")


def memory(name: str) -> float:
    """``VmRSS`` or ``VmHWM`` of this process, in MiB."""
    line = next(line for line in STATUS.read_text(encoding="ascii").splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) / 1024


def main(home: Path, upload_id: str, base_url: str) -> None:
    journal = Journal(home / "uploads.sqlite", time.time).open()
    cancel = CancelToken()
    connector = Connector(time.time, random.random)
    try:
        shop = connector.shop(hkj_access(base_url, Secret(MAIN_KEY)), cancel)
        shop.check_key()  # so that all that is loaded on the way to a shop is loaded before we measure
        before, began = memory("VmRSS"), time.monotonic()
        upload = Sender(shop, journal, home / "outbox", clock=time.time).run(upload_id, cancel)
        took = time.monotonic() - began
    finally:
        connector.close()
    told = {"outcome": upload.outcome, "accepted": upload.accepted, "seconds": took}
    print(json.dumps(told | {"before": before, "peak": memory("VmHWM")}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
