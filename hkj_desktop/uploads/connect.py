"""Reaching a shop: one HTTP client for the whole program, and one typed shop for each piece of work."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import httpx

from hkj_desktop import __version__
from hkj_desktop.remotes.hkj import HkjShop
from hkj_desktop.remotes.http import open_client
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.logs import hide
from hkj_desktop.system.secret import Secret


class Connector:
    """``clock``: seconds since 1970; ``random``: 0 ≤ x < 1; ``transport`` stands in for the network in tests."""

    def __init__(
        self,
        clock: Callable[[], float],
        random: Callable[[], float],
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._clock = clock
        self._random = random
        self._transport = transport

    @cached_property
    def _http(self) -> httpx.Client:
        return open_client(user_agent_version=__version__, transport=self._transport)

    def shop(self, base_url: str, key: Secret, cancel: CancelToken) -> HkjShop:
        """A shop whose waits end when ``cancel`` says so. Raises AddressRefused or KeyRefused."""
        return HkjShop(base_url, hide(key), http=self._http, sleep=cancel.wait, clock=self._clock, random=self._random)

    def close(self) -> None:
        """Close the connections; requests under way end with an error."""
        if "_http" in self.__dict__:
            self._http.close()
