"""Everything that pictures need, made when the first one is asked for, and ended with the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hkj_desktop.errors import Cancelled
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.picture_source import PictureSource
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from hkj_desktop.files.picture_cache import PictureCache
    from hkj_desktop.remotes.pictures import PictureClient

#: Pictures have threads of their own: a slow web server keeps nobody waiting who types.
WORKERS = 8


class PictureService:
    """``folder``: where pictures are kept; ``allowed()``: origins of this computer that may be asked (the practice
    shop); ``clock``: seconds since 1970. Make it and close it on the UI thread."""

    def __init__(
        self, folder: Path, version: str, allowed: Callable[[], frozenset[str]], clock: Callable[[], float]
    ) -> None:
        self._folder = folder
        self._version = version
        self._allowed = allowed
        self._clock = clock
        self._guard = threading.Lock()
        self._closed = False
        self._client: PictureClient | None = None
        self._cache: PictureCache | None = None
        self.runner = TaskRunner(workers=WORKERS)
        self.source = PictureSource(self.fetch, self)
        self.store = PictureStore(self.runner, self.source)

    # -- on pool threads ----------------------------------------------------------------------------------------------

    def fetch(self, address: str, cancel: CancelToken) -> bytes:
        """See :class:`~hkj_desktop.remotes.pictures.PictureClient`."""
        return self._made().fetch(address, cancel)

    def _made(self) -> PictureClient:
        from hkj_desktop.remotes.pictures import PictureClient

        with self._guard:
            if self._closed:
                raise Cancelled
            if self._client is None:
                self._client = PictureClient(version=self._version, allowed=self._allowed, now=self._clock)
            return self._client

    def _kept(self) -> PictureCache:
        if self._cache is None:
            from hkj_desktop.files.picture_cache import PictureCache

            self._cache = PictureCache(self._folder, None, self._clock)
        return self._cache

    def get(self, address: str) -> bytes | None:
        return self._kept().get(address)

    def put(self, address: str, content: bytes) -> None:
        self._kept().put(address, content)

    def note(self, address: str, reason: str) -> None:
        self._kept().note(address, reason)

    def noted(self, address: str) -> str | None:
        return self._kept().noted(address)

    # -- the end ------------------------------------------------------------------------------------------------------

    def begin_to_close(self) -> None:
        """Fetch nothing more; does not wait."""
        with self._guard:
            self._closed = True
        if self._client is not None:
            self._client.close()
        self.runner.begin_shutdown()
