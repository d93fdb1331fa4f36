"""Requests with Arabic text, odd paths and queries, and the signatures that botocore gives them."""

from __future__ import annotations

import random
import types
from datetime import UTC, datetime
from urllib.parse import quote

import httpx
import pytest

from hkj_desktop.remotes.sigv4 import Credentials
from hkj_desktop.system.secret import Secret

LETTERS = "abzAZ09-._~ +%&=/;:@!$'()*,éشاي٣中\U0001f600[]{}|^`\\\"<>#?"
HOSTS = (
    "abc.execute-api.eu-west-1.amazonaws.com",
    "stores.example:8443",
    "127.0.0.1:5000",
    "[::1]:80",
    "xn--4gbrim.example",
)
SEGMENTS = ("", ".", "..", "v1", "catalog", "prod")


def chance(turn: int) -> random.Random:
    return random.Random(f"sigv4 {turn}")


def text(r: random.Random, most: int = 10) -> str:
    return "".join(r.choice(LETTERS) for _ in range(r.randint(0, most)))


def secret(r: random.Random) -> str:
    return "".join(r.choice("abcXYZ0189/+=") for _ in range(40))


def generated(turn: int) -> tuple[httpx.Request, Credentials, str, float]:
    """A request with Arabic text, odd paths, queries and sometimes a token; who signs it, where and when."""
    r = chance(turn)
    segments = [
        r.choice(SEGMENTS) if r.random() < 0.4 else quote(text(r), safe=r.choice(["", "@:+=&!$,"]))
        for _ in range(r.randint(0, 5))
    ]
    pairs = [(quote(text(r), safe=""), quote(text(r), safe="")) for _ in range(r.choice([0, 0, 1, 2, 5]))]
    pairs += pairs[:1] * r.randint(0, 1)
    query = "&".join(name + r.choice(["=", ""]) * (not value) + (f"={value}" if value else "") for name, value in pairs)
    url = f"{r.choice(['http', 'https'])}://{r.choice(HOSTS)}/{'/'.join(segments)}" + (f"?{query}" if query else "")
    headers = {"X-Amz-Meta": f"  two   {secret(r)}  words "} if r.random() < 0.3 else {}
    if r.random() < 0.7:
        headers["Content-Type"] = r.choice(["application/json", "text/csv;  charset=utf-8"])
    request = httpx.Request(r.choice(["POST", "GET", "PUT"]), url, headers=headers, content=text(r, 200).encode())
    who = Credentials(
        secret(r)[:20].replace("/", "_"), Secret(secret(r)), Secret(secret(r)) if r.random() < 0.5 else None
    )
    return request, who, r.choice(["eu-west-1", "me-south-1", "us-gov-west-1"]), r.uniform(1e9, 4e9)


def by_botocore(
    auth: types.ModuleType,
    request: httpx.Request,
    who: Credentials,
    region: str,
    now: float,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """The Authorization header that botocore makes for the same request; it finds host and date by itself."""
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials as Theirs

    monkeypatch.setattr(auth, "get_current_datetime", lambda: datetime.fromtimestamp(now, UTC))
    kept = {name: value for name, value in request.headers.items() if name in ("content-type", "x-amz-meta")}
    same = AWSRequest(method=request.method, url=str(request.url), data=request.content, headers=kept)
    token = who.session_token.reveal() if who.session_token else None
    auth.SigV4Auth(Theirs(who.access_key_id, who.secret_access_key.reveal(), token), "execute-api", region).add_auth(
        same
    )
    return str(same.headers["Authorization"])
