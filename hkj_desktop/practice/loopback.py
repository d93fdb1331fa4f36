"""Only this computer may talk to the practice shop, and no web page that happens to be open on it."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HOST = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)
_ORIGIN_SCHEME = "http://"


class LoopbackOnly:
    """Refuses (421) a Host header that is not loopback, and an Origin that is not.

    A page on another site can make its own name point at 127.0.0.1 (DNS rebinding): then Host betrays it. Or it can
    post a form here: then Origin does.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _is_ours(Headers(scope=scope)):
            refusal = JSONResponse({"error": "This server answers to its own computer only."}, status_code=421)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_ours(headers: Headers) -> bool:
    if not _HOST.fullmatch(headers.get("host", "")):
        return False
    origin = headers.get("origin")
    return origin is None or (
        origin.startswith(_ORIGIN_SCHEME) and _HOST.fullmatch(origin.removeprefix(_ORIGIN_SCHEME)) is not None
    )
