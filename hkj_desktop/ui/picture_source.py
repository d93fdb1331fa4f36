"""Where the window's pictures come from: our own samples, photos that the person chose, what is kept, then the web."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hkj_desktop.errors import PictureError
from hkj_desktop.practice.storefront import SAMPLE_PICTURES, picture_path
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.opened import PHOTO

if TYPE_CHECKING:  # decoding pictures loads a library
    from hkj_desktop.files.picture_file import Look


class Cache(Protocol):
    """What is kept on this computer, of contents and of failures; none of it raises. From any thread."""

    def get(self, address: str) -> bytes | None: ...

    def put(self, address: str, content: bytes) -> None: ...

    def note(self, address: str, reason: str) -> None: ...

    def noted(self, address: str) -> str | None: ...


def sample_picture(address: str) -> bytes | None:
    """The picture of a sample product, which is shipped; None for any other address. One that we do not ship raises
    :class:`PictureError`: its address leads nowhere."""
    if not address.startswith(SAMPLE_PICTURES):
        return None
    path = picture_path(address.removeprefix(SAMPLE_PICTURES))
    if path is None:
        raise PictureError(reason="missing")
    return path.read_bytes()


class PictureSource:
    """Looks at pictures, on a pool thread: ``fetch(address, cancel)`` gives the bytes behind an address.

    Photos are set on the UI thread; whoever looks meanwhile sees the old ones or the new ones.
    """

    def __init__(
        self,
        fetch: Callable[[str, CancelToken], bytes],
        cache: Cache,
        sample: Callable[[str], bytes | None] = sample_picture,
    ) -> None:
        self._fetch = fetch
        self._cache = cache
        self._sample = sample
        self._photos: frozenset[str] = frozenset()

    def set_photos(self, paths: Iterable[str]) -> None:
        """The photos that the person chose: those alone are read. A catalogue could name any file of this computer."""
        self._photos = frozenset(paths)

    def look(self, address: str, side: int, cancel: CancelToken) -> Look:
        """The picture behind ``address``, and a small one of it that fits into ``side`` × ``side`` points. Raises
        :class:`PictureError`, whose reason is kept, and ``Cancelled``."""
        from hkj_desktop.files.picture_file import look_at, look_at_file

        if address.startswith(PHOTO):
            path = address.removeprefix(PHOTO)
            if path not in self._photos:
                raise PictureError(reason="address")
            return look_at_file(Path(path), side)
        own = self._sample(address)
        if own is None:
            own = self._cache.get(address)
        if own is not None:
            return look_at(own, side)
        reason = self._cache.noted(address)
        if reason is not None:
            raise _again(reason)
        try:
            content = self._fetch(address, cancel)
            look = look_at(content, side)
        except PictureError as error:
            self._cache.note(address, str(error.params.get("reason")))
            raise
        self._cache.put(address, content)
        return look


def _again(reason: str) -> PictureError:
    """The same failure as before, without asking once more."""
    from hkj_desktop.catalog.picture_facts import picture_data

    return PictureError(reason=reason, limit=picture_data("fetch")["megabytes"] if reason == "heavy" else None)
