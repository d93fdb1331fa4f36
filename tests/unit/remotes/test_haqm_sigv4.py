"""Our signatures are botocore's, byte for byte."""

from __future__ import annotations

import random
import re
import types
from datetime import UTC, datetime
from urllib.parse import quote

import httpx
import pytest

from hkj_desktop.remotes.sigv4 import Credentials, SignatureV4
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
COUNT = 400


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


@pytest.fixture
def botocore_auth() -> types.ModuleType:
    """What we are compared with; a dependency of the tests alone."""
    return pytest.importorskip("botocore.auth")


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


def test_signatures_are_botocores(botocore_auth: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Generated requests are signed exactly as botocore signs them: scope, names of headers and signature."""
    for turn in range(COUNT):
        request, who, region, now = generated(turn)
        expected = by_botocore(botocore_auth, request, who, region, now, monkeypatch)
        SignatureV4(who, region=region, service="execute-api", clock=lambda now=now: now).sign(request)
        assert request.headers["Authorization"] == expected, (turn, request.url)


def test_the_generated_requests_are_odd_enough() -> None:
    """Among them are Arabic paths and bodies, dots, doubled slashes, repeated names, and requests with and without a
    token."""
    made = [generated(turn) for turn in range(COUNT)]
    urls = [str(request.url) for request, *_ in made]
    for part in ("%D8%B4", "//", "%2F", "%2B", "?", "&", "%25", "/v1"):
        assert sum(part in url.partition("://")[2] for url in urls) >= 10, part
    assert sum("ش".encode() in request.content for request, *_ in made) >= 50
    assert 100 < sum(who.session_token is None for _, who, *_ in made) < 300


def test_a_repeated_request_is_signed_anew() -> None:
    """The same request a minute later has another date and another signature, and one Authorization header."""
    request, who, region, _ = generated(1)
    times = [1_800_000_000.0, 1_800_000_060.0]
    signer = SignatureV4(who, region=region, service="execute-api", clock=lambda: times.pop(0))
    seen = []
    for _turn in range(2):
        signer.sign(request)
        seen.append((request.headers["X-Amz-Date"], request.headers["Authorization"]))
    assert [date for date, _ in seen] == ["20270115T080000Z", "20270115T080100Z"]
    assert len({re.sub(r".*Signature=", "", value) for _, value in seen}) == 2
    assert len(request.headers.get_list("Authorization")) == 1


def test_nothing_secret_is_shown() -> None:
    """The credentials and the signer show neither the secret, nor the token, nor the key's id."""
    who = Credentials("AKIDEXAMPLE", Secret("a-secret-key"), Secret("a-session-token"))
    signer = SignatureV4(who, region="eu-west-1", service="execute-api", clock=lambda: 0.0)
    shown = f"{who!r} {who!s} {signer!r}"
    assert not [one for one in ("AKIDEXAMPLE", "a-secret-key", "a-session-token") if one in shown]
