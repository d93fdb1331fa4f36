"""``python -m tests.bench.sink``: takes bodies in as fast as loopback gives them; answers as HKJ's bulk import does.

It prints its port and ends with its standard input. Under ``/slow`` it takes 20 MB a second.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench.measure import ROOT, environment

ANSWER = b'{"batch_id": 1, "status": "pending", "total_rows": 0}'
PIECE = 1 << 20
SLOW_PIECE, SLOW_PAUSE = 1 << 18, (1 << 18) / 20e6


@contextmanager
def running() -> Iterator[int]:
    """The sink in a process of its own; its port."""
    command = [sys.executable, "-m", "tests.bench.sink"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield int(process.stdout.readline())
        process.stdin.close()
        process.wait(10)


def main() -> None:
    """Listen until standard input ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_accept, args=(listener,), daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()
    os._exit(0)


def _accept(listener: socket.socket) -> None:
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=_serve, args=(connection,), daemon=True).start()


def _serve(connection: socket.socket) -> None:
    with connection, contextlib.suppress(OSError, ValueError):
        while _request(connection):
            pass


def _request(connection: socket.socket) -> bool:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = connection.recv(1 << 16)
        if not piece:
            return False
        head += piece
    head, _, begun = head.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    named = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    if "100-continue" in named.get("expect", "").lower():
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    _swallow(
        connection, int(named.get("content-length", "0")) - len(begun), slow=lines[0].split(" ")[1].startswith("/slow")
    )
    answer = f"HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: {len(ANSWER)}\r\n\r\n"
    connection.sendall(answer.encode() + ANSWER)
    return True


def _swallow(connection: socket.socket, left: int, *, slow: bool) -> None:
    room = memoryview(bytearray(SLOW_PIECE if slow else PIECE))
    while left > 0:
        got = connection.recv_into(room[: min(left, len(room))])
        if not got:
            raise ValueError("the sender hung up")
        left -= got
        if slow:
            time.sleep(SLOW_PAUSE)


if __name__ == "__main__":
    main()
