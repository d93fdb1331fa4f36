"""Runs the practice shop until somebody stops it. Binds 127.0.0.1 and nothing else."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

import uvicorn

from hkj_desktop.errors import PracticeError
from hkj_desktop.practice.app import build_app
from hkj_desktop.practice.haqm_ingest import Ingestions
from hkj_desktop.practice.importer import Importer
from hkj_desktop.practice.shops import DEFAULT_PACE, HAQM_KEY, HAQM_REGION, MAIN_KEY, Settings, stores_of
from hkj_desktop.practice.store import Store

LOOPBACK = "127.0.0.1"
DATABASE = "practice-shop.sqlite"
GOODBYE_SECONDS = 2  # for requests that are under way when the end comes


def serve(
    data_folder: Path,
    *,
    port: int = 0,
    pace: float = DEFAULT_PACE,
    leash_port: int | None = None,
    announce: Callable[[str], None],
) -> None:
    """Serve until SIGINT, SIGTERM or the end of the leash; blocks.

    ``port``: 0 takes a free one. ``pace``: products per second of an import, 0 for no pause. ``announce`` gets one line
    as soon as requests are answered: a JSON object with ``base_url``, ``api_key``, ``haqm_url``, ``haqm_region``,
    ``haqm_access_key_id``, ``haqm_secret_access_key`` and ``haqm_stores``. ``leash_port``: a loopback port of the
    parent process; the line goes there too, and when that connection ends, so does the server.
    Raises PracticeError: ``port`` (taken) or ``start`` (the folder or the database cannot be used, the parent is gone).
    """
    try:
        listener = _listen(port)
    except (OSError, OverflowError) as error:
        raise PracticeError(reason="port", port=port) from error
    with listener:
        try:
            store = Store(data_folder / DATABASE, clock=time.time)
        except (OSError, sqlite3.Error) as error:
            raise PracticeError(reason="start", name=str(data_folder)) from error
        try:
            _run(store, listener, Settings(pace=pace), leash_port, announce)
        finally:
            store.close()


def _listen(port: int) -> socket.socket:
    # Named as TCP, or asyncio does not switch off Nagle's algorithm, and every answer comes 40 ms late.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # On Windows this option would let two programs share a port; elsewhere it only spares a wait after a restart.
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
        listener.listen(128)
    except (OSError, OverflowError):
        listener.close()
        raise
    return listener


def _run(store: Store, listener: socket.socket, settings: Settings, leash_port: int | None,
         announce: Callable[[str], None]) -> None:  # fmt: skip
    importer = Importer(store, settings, clock=time.time, sleep=asyncio.sleep)
    ingestions = Ingestions(store, settings, clock=time.time, sleep=asyncio.sleep)
    config = uvicorn.Config(
        build_app(store, importer, ingestions, settings, clock=time.time),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="on",
        log_config=None,  # what there is to say goes to our own logging: nothing to stdout
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GOODBYE_SECONDS,
    )
    line = _announcement(f"http://{LOOPBACK}:{listener.getsockname()[1]}")
    server = _Server(config, line, announce, leash_port)
    with contextlib.suppress(KeyboardInterrupt):  # Ctrl+C is the ordinary way to end it
        server.run(sockets=[listener])
    if server.leash_failed or not server.started:
        raise PracticeError(reason="start")


def _announcement(root_url: str) -> str:
    return json.dumps(
        {
            "base_url": f"{root_url}/api",
            "api_key": MAIN_KEY,
            "haqm_url": root_url,
            "haqm_region": HAQM_REGION,
            "haqm_access_key_id": HAQM_KEY.access_key_id,
            "haqm_secret_access_key": HAQM_KEY.secret,
            "haqm_stores": stores_of(HAQM_KEY.retailer),
        }
    )


class _Server(uvicorn.Server):
    """uvicorn, which also says when it is ready and holds the leash."""

    def __init__(self, config: uvicorn.Config, line: str, announce: Callable[[str], None], leash: int | None) -> None:
        super().__init__(config)
        self.leash_failed = False
        self._line = line
        self._announce = announce
        self._leash = leash
        self._watch: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.started:
            return
        if self._leash is not None and not await self._take_leash(self._leash):
            self.leash_failed = self.should_exit = True
            return
        self._announce(self._line)

    async def _take_leash(self, port: int) -> bool:
        try:
            reader, writer = await asyncio.open_connection(LOOPBACK, port)
            writer.write(self._line.encode() + b"\n")
            await writer.drain()
        except OSError:
            return False
        self._watch = asyncio.create_task(self._follow_leash(reader, writer), name="leash")
        return True

    async def _follow_leash(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):  # a reset is an end too
            while await reader.read(1024):
                pass
        self.should_exit = True
        writer.close()
