"""Reaching a shop: one HTTP client for the whole program, and one typed shop for each piece of work."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import httpx

from hkj_desktop import __version__
from hkj_desktop.remotes.http import open_client
from hkj_desktop.remotes.reach import Means, reach
from hkj_desktop.remotes.shop import Shop
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Access


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
    def _means(self) -> Means:
        http = open_client(user_agent_version=__version__, transport=self._transport)
        return Means(http, self._clock, self._random)

    def shop(self, access: Access, cancel: CancelToken) -> Shop:
        """A shop whose waits end when ``cancel`` says so. Raises AddressRefused, KeyRefused or AccessRefused."""
        return reach(access, self._means, cancel.wait)

    def close(self) -> None:
        """Close the connections; requests under way end with an error."""
        if "_means" in self.__dict__:
            self._means.http.close()
