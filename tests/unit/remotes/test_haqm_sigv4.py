"""Our signatures are botocore's, byte for byte."""

from __future__ import annotations

import re
import types

import pytest

from hkj_desktop.remotes.sigv4 import Credentials, SignatureV4
from hkj_desktop.system.secret import Secret
from tests.helpers.signed import by_botocore, generated

COUNT = 400


@pytest.fixture
def botocore_auth() -> types.ModuleType:
    """What we are compared with; a dependency of the tests alone."""
    return pytest.importorskip("botocore.auth")


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
