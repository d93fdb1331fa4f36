"""AWS Signature Version 4 in the headers of httpx requests; HAQM's service name is ``execute-api``.

Written here because no library fits. Those for httpx and for plain headers (httpx-auth 0.23, httpx-aws-auth 4.2,
aws-request-signer 1.2) take the time from the system alone, and on paths with escaped letters, doubled slashes or
dots they sign something else than botocore does (9 of 10 generated requests). aws-sdk-signers needs Python 3.12;
awscrt is right but refuses some paths, and brings 12 MB of a second HTTP and TLS stack. The tests compare every byte
of this with botocore, which is too large to ship.

Source: "Create a signed AWS API request" of the IAM user guide. What is signed: the method, the path, the query, the
body, and the headers Host, Content-Type and X-Amz-*; other headers may be changed by a proxy on the way.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import quote

import httpx

from hkj_desktop.system.secret import Secret

ALGORITHM = "AWS4-HMAC-SHA256"
END = "aws4_request"
SIGNED = ("host", "content-type")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who signs. The session token belongs to a role that was assumed, and ends after some hours."""

    access_key_id: str = field(repr=False)  # no secret, and nobody's business in a log either
    secret_access_key: Secret
    session_token: Secret | None = None


class SignatureV4:
    """Signs each request anew with the time of ``clock()``, seconds since 1970: a signature lives five minutes."""

    def __init__(self, credentials: Credentials, *, region: str, service: str, clock: Callable[[], float]) -> None:
        self._credentials = credentials
        self._scope = (region, service, END)
        self._clock = clock

    def sign(self, request: httpx.Request) -> None:
        """Add X-Amz-Date, X-Amz-Security-Token where there is one, and Authorization. The body must have been read."""
        moment = datetime.fromtimestamp(self._clock(), UTC).strftime("%Y%m%dT%H%M%SZ")
        request.headers["X-Amz-Date"] = moment
        if self._credentials.session_token:
            request.headers["X-Amz-Security-Token"] = self._credentials.session_token.reveal()
        names, canonical = canonical_request(request)
        scope = "/".join((moment[:8], *self._scope))
        to_sign = "\n".join((ALGORITHM, moment, scope, hashlib.sha256(canonical.encode()).hexdigest()))
        signature = hmac.new(self._key(moment[:8]), to_sign.encode(), hashlib.sha256).hexdigest()
        who = f"{self._credentials.access_key_id}/{scope}"
        request.headers["Authorization"] = f"{ALGORITHM} Credential={who}, SignedHeaders={names}, Signature={signature}"

    def _key(self, day: str) -> bytes:
        key = b"AWS4" + self._credentials.secret_access_key.reveal().encode()
        for part in (day, *self._scope):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        return key


def canonical_request(request: httpx.Request) -> tuple[str, str]:
    """The names of the signed headers, and the text whose hash is signed."""
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    headers = {
        name.lower(): " ".join(value.split())
        for name, value in request.headers.items()
        if name.lower() in SIGNED or name.lower().startswith("x-amz-")
    }
    names = ";".join(sorted(headers))
    lines = (
        request.method,
        quote(_plain_path(path), safe="/~"),  # escaped a second time: every service but S3 expects that
        "&".join("=".join(pair) for pair in sorted(_pairs(query))),
        *(f"{name}:{headers[name]}" for name in sorted(headers)),
        "",
        names,
        hashlib.sha256(request.content).hexdigest(),
    )
    return names, "\n".join(lines)


def _plain_path(path: str) -> str:
    """Without ``.``, ``..`` and empty segments (RFC 3986 5.2.4, and doubled slashes are one)."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            kept = kept[:-1]
        elif segment not in ("", "."):
            kept.append(segment)
    return "/" + "/".join(kept) + ("/" if kept and path.endswith("/") else "")


def _pairs(query: str) -> list[tuple[str, str]]:
    """Names and values as they are escaped in the address."""
    split = (one.partition("=") for one in query.split("&"))
    return [(name, value) for name, _, value in split] if query else []
