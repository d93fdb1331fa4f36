"""Bodies that leave: on loopback with the window open, with curl, and a whole upload against the practice shop."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.measure import Sample, Watch

if TYPE_CHECKING:
    from hkj_desktop.errors import AppError
    from hkj_desktop.system.cancel import CancelToken
    from hkj_desktop.ui.tasks import Report

WAIT = 300.0
KEY = "ik_live_bench"


def with_curl(path: str, port: int) -> Sample:
    """``curl -F file=@body``, and the time that it says itself."""
    curl = shutil.which("curl")
    if curl is None:
        return {"missing": "curl"}
    url = f"http://127.0.0.1:{port}/fast/api/integration/bulk"
    command = [curl, "-sS", "-o", os.devnull, "-w", "%{time_total} %{http_code}", "-H", f"X-API-Key: {KEY}",
               "-F", f"file=@{path};type=application/json", url]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=WAIT)
    seconds, code = done.stdout.split()
    assert code == "202", done.stdout
    return {"seconds": float(seconds), "bytes": Path(path).stat().st_size}


def with_window(path: str, port: int, home: str) -> Sample:
    """Our client on a thread of the window's pool, the window open and beating; then once more, slowly, and stopped."""
    from hkj_desktop.system.destinations import Access
    from hkj_desktop.system.secret import Secret
    from hkj_desktop.ui.tasks import Owner
    from tests.bench.heartbeat import Beat
    from tests.bench.work_window import opened

    body, owner = Path(path), Owner("bench")
    with opened(home) as (app, program):
        secret = {"api_key": Secret(KEY)}
        ends: list[object] = []

        def submit(where: str, size: int, cancel_at: int = 0) -> None:
            access = Access("hkj", f"http://127.0.0.1:{port}/{where}/api", secret)

            def work(cancel: CancelToken, report: Report) -> float:
                shop = program.connector().shop(access, cancel)
                with body.open("rb") as file:
                    began = time.perf_counter()
                    shop.bulk(file, size=size, filename="catalogue.json", format="json", on_bytes=report, cancel=cancel)
                    return time.perf_counter() - began

            def told(sent: int) -> None:
                if cancel_at and sent >= cancel_at and not stopped:
                    stopped.append(time.perf_counter())
                    handle.cancel()

            stopped: list[float] = []
            ends.clear()
            handle = program.runner.submit(
                work, owner=owner, done=ends.append, failed=failed, progress=told,
                cancelled=lambda: ends.append(time.perf_counter() - stopped[0]),
            )  # fmt: skip
            until = time.monotonic() + WAIT
            while not ends and time.monotonic() < until:
                app.processEvents()
                time.sleep(0.0005)

        def failed(error: AppError) -> None:
            ends.append(error)

        size = body.stat().st_size
        small = body.with_name(f"{body.name}.small")
        small.write_bytes(b"[]")
        body, whole = small, body
        submit("fast", 2)  # what is loaded late is loaded
        body = whole
        beat = Beat()
        beat.take()
        with Watch() as watch:
            submit("fast", size)
        busy, seconds = max(beat.take()), ends[0]
        submit("slow", size, cancel_at=min(size // 3, 10_000_000))
        cancel = ends[0]
    assert isinstance(seconds, float), seconds
    assert isinstance(cancel, float), cancel
    return watch.told() | {"seconds": seconds, "busy": busy, "cancel": cancel, "bytes": size}


def settled(path: str, home: str) -> Sample:
    """Plan, send and settle all that is ready in the practice shop, which does not pause: what of the time is ours."""
    from hkj_desktop.files.payload import ProductPayload
    from hkj_desktop.practice.launch import start_practice
    from hkj_desktop.system.cancel import CancelToken
    from hkj_desktop.uploads.connect import Connector
    from hkj_desktop.uploads.entries import Target, Via
    from hkj_desktop.uploads.journal import Journal
    from hkj_desktop.uploads.plan import ready_plan, write_plan
    from hkj_desktop.uploads.send import Sender
    from tests.bench.work_files import checked_file

    folder = Path(home)
    (folder / "outbox").mkdir(parents=True, exist_ok=True)
    journal = Journal(folder / "uploads.sqlite", time.time).open()
    payload, cancel = ProductPayload(checked_file(path)), CancelToken()
    connector = Connector(time.time, random.random)
    with start_practice(folder / "shop", pace=0) as practice:
        shop = connector.shop(practice.access("hkj"), cancel)
        shop.check_key()
        target = Target("hkj", "", practice.base_url, practice.base_url)
        of_shop = _cpu_of(practice.pid)
        with Watch() as watch:
            plan = ready_plan(payload, target, Path(path), via=Via.BULK)
            write_plan(plan, journal, folder / "outbox", upload_id="bench", now=time.time(), cancel=cancel)
            planned, planned_cpu = time.perf_counter() - watch._began, time.process_time() - watch._cpu
            ended = Sender(shop, journal, folder / "outbox", clock=time.time).run("bench", cancel)
        of_shop = _cpu_of(practice.pid) - of_shop
    connector.close()
    assert ended.accepted == plan.chosen.len(), ended
    return watch.told(
        products=ended.accepted, planned=planned, planned_cpu=planned_cpu, shop_cpu=of_shop,
        share=watch.cpu / watch.seconds, growth=watch.peak - watch.before,
    )  # fmt: skip


def _cpu_of(pid: int) -> float:
    """Processor seconds of another process; 0 where the system does not say."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    numbers = stat.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")
