"""Reading the body of a request, up to a limit."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator

from starlette.exceptions import HTTPException
from starlette.requests import Request


async def bounded(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    """The body as it comes; ends in 413 as soon as it is known to pass ``limit`` bytes."""
    too_long = HTTPException(413, f"The body is larger than {limit} bytes.")
    promised = request.headers.get("Content-Length", "")
    if promised.isdecimal() and int(promised) > limit:
        raise too_long
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > limit:
            raise too_long
        yield chunk


async def whole(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])
