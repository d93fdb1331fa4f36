"""Who is let in by the practice stores: signatures, clocks, regions and keys, checked as API Gateway checks them."""

from __future__ import annotations

import dataclasses
import json
import time
import types
from pathlib import Path

import httpx
import pytest

from hkj_desktop.errors import AccessRefused, ServerFailed
from hkj_desktop.practice import haqm_signature
from hkj_desktop.practice.haqm_signature import Arrived, NotLetIn, verify
from hkj_desktop.practice.shops import HAQM_KEYS, HaqmKey
from hkj_desktop.remotes.sigv4 import Credentials, SignatureV4
from hkj_desktop.system.secret import Secret
from tests.helpers.practice import (
    HAQM_DISABLED_KEY,
    HAQM_KEY,
    HAQM_OTHER_KEY,
    HAQM_REGION,
    HAQM_ROLE_KEY,
    RunningShop,
    haqm_credentials,
    haqm_end,
    haqm_stores,
    practice_shop,
)
from tests.helpers.signed import by_botocore, generated

COUNT = 300
ITEM = {"item_sku": "A1", "external_product_id": "4006381333931", "item_name": "قلم", "store_id": "JWO-AMMAN-1"}
NOW = 1_800_000_000.0


@pytest.fixture
def botocore_auth() -> types.ModuleType:
    """Whose signatures are checked; a dependency of the tests alone."""
    return pytest.importorskip("botocore.auth")


def arrived(request: httpx.Request) -> Arrived:
    path, _, query = request.url.raw_path.decode().partition("?")
    headers = tuple((name.lower(), value) for name, value in request.headers.items())
    return Arrived(request.method, path, query, headers, request.content)


def key_of(who: Credentials) -> HaqmKey:
    token = who.session_token.reveal() if who.session_token else None
    return HaqmKey(who.access_key_id, who.secret_access_key.reveal(), 1, token)


# --- against botocore ---


def test_what_botocore_signs_is_let_in(botocore_auth: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Generated requests, with Arabic paths, odd queries and tokens, as botocore signs them; with one letter of the
    secret changed none of them is."""
    for turn in range(COUNT):
        request, who, region, now = generated(turn)
        monkeypatch.setattr(haqm_signature, "HAQM_REGION", region)
        signature = by_botocore(botocore_auth, request, who, region, now, monkeypatch)
        SignatureV4(who, region=region, service="execute-api", clock=lambda now=now: now).sign(request)
        request.headers["Authorization"] = signature
        key = key_of(who)
        assert verify(arrived(request), {key.access_key_id: key}, now=now) == key, (turn, request.url)
        other = dataclasses.replace(key, secret=key.secret[:-1] + "#")
        refused = verify(arrived(request), {key.access_key_id: other}, now=now)
        assert isinstance(refused, NotLetIn)
        assert refused.text.startswith("The request signature we calculated does not match")


def test_botocore_over_http(botocore_auth: types.ModuleType, shop: RunningShop) -> None:
    """A request that botocore alone has signed, with and without a token, is taken by the server."""
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials as Theirs

    url = f"{shop.root_url}/v1/catalog/upload"
    for key in (HAQM_KEY, HAQM_ROLE_KEY):
        body = json.dumps({"catalogItems": [ITEM]}, ensure_ascii=False).encode()
        request = AWSRequest("POST", url, data=body, headers={"Content-Type": "application/json"})
        theirs = Theirs(key.access_key_id, key.secret, key.session_token)
        botocore_auth.SigV4Auth(theirs, "execute-api", HAQM_REGION).add_auth(request)
        answer = shop.http.post(url, content=body, headers=dict(request.headers.items()))
        assert answer.status_code == 201, answer.text


# --- what is signed ---


def signed_request(**changes: object) -> Arrived:
    headers = {"Content-Type": "application/json", "X-Amz-Meta": "one"}
    request = httpx.Request("POST", "https://h.example/v1/a%20b?x=1&y=2", headers=headers, content=b"[1]")
    SignatureV4(haqm_credentials(HAQM_ROLE_KEY), region=HAQM_REGION, service="execute-api", clock=lambda: NOW).sign(
        request
    )
    return dataclasses.replace(arrived(request), **changes)  # type: ignore[arg-type]  # its own fields


def with_header(name: str, value: str | None) -> Arrived:
    request = signed_request()
    kept = tuple(pair for pair in request.headers if pair[0] != name)
    return dataclasses.replace(request, headers=kept if value is None else (*kept, (name, value)))


def said(request: Arrived, now: float = NOW) -> str:
    verdict = verify(request, HAQM_KEYS, now=now)
    assert isinstance(verdict, NotLetIn)
    return verdict.text


@pytest.mark.parametrize(
    "spoiled",
    [
        signed_request(method="PUT"), signed_request(path="/v1/a%20c"), signed_request(path="/v1/a b"),
        signed_request(query="x=1&y=3"), signed_request(query="x=1"), signed_request(body=b"[2]"),
        signed_request(body=b""), with_header("host", "other.example"), with_header("content-type", "text/plain"),
        with_header("x-amz-meta", "two"), with_header("x-amz-date", "20270115T080001Z"),
    ],
)  # fmt: skip
def test_every_part_is_signed(spoiled: Arrived) -> None:
    """Method, path, query, signed headers, date and body: none may change on the way."""
    assert said(spoiled).startswith("The request signature we calculated does not match")
    assert verify(signed_request(), HAQM_KEYS, now=NOW) == HAQM_ROLE_KEY


def test_what_means_the_same_may_change() -> None:
    """The order of the query, dots and doubled slashes of the path, blanks in a header, and unsigned headers."""
    for same in (
        signed_request(query="y=2&x=1"),
        signed_request(query="x=%31&y=2"),
        signed_request(path="//v1/./c/../a%20b"),
        with_header("x-amz-meta", "  one "),
        with_header("user-agent", "somebody"),
    ):
        assert verify(same, HAQM_KEYS, now=NOW) == HAQM_ROLE_KEY


@pytest.mark.parametrize(
    ("spoiled", "text"),
    [
        (with_header("authorization", None), "Missing Authentication Token"),
        (with_header("authorization", "Bearer x"), "Authorization header requires 'Credential' parameter."),
        (with_header("authorization", ""), "Authorization header requires 'Credential' parameter."),
        (with_header("authorization", "AWS4-HMAC-SHA256 Credential=a/b"), "requires 'Signature' parameter."),
        (with_header("x-amz-date", None), "requires existence of either a 'X-Amz-Date'"),
        (with_header("x-amz-date", "yesterday"), "Date must be in ISO-8601 'basic format'. Got 'yesterday'."),
        (with_header("x-amz-new", "1"), "'x-amz-new' must be a 'SignedHeader'"),
    ],
)
def test_signatures_that_are_incomplete(spoiled: Arrived, text: str) -> None:
    """Each missing or unreadable part is told by its name."""
    assert text in said(spoiled)


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (HAQM_REGION, "me-south-1", "Credential should be scoped to a valid region."),
        ("execute-api", "s3", "Credential should be scoped to correct service: 'execute-api'."),
        ("aws4_request", "aws5", "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5'."),
        ("/20270115/", "/20270116/", "Date in Credential scope does not match YYYYMMDD"),
        ("/aws4_request", "", "Credential must have exactly 5 slash-delimited elements."),
        (HAQM_ROLE_KEY.access_key_id, "AKIDNOBODY", "The security token included in the request is invalid."),
        (HAQM_ROLE_KEY.access_key_id, HAQM_KEY.access_key_id, "The security token included in the request is invalid."),
        ("Signature=", "Signature=0", "The request signature we calculated does not match"),
        ("SignedHeaders=content-type;host;", "SignedHeaders=content-type;", "'host' must be a 'SignedHeader'"),
    ],
)
def test_credentials_that_do_not_fit(old: str, new: str, text: str) -> None:
    """Region, service, day and key of the credential, and the signature itself."""
    given = signed_request().header("authorization")
    assert given is not None
    assert text in said(with_header("authorization", given.replace(old, new)))


@pytest.mark.parametrize(
    ("late", "text"),
    [
        (301, "Signature expired: 20270115T080000Z is now earlier than 20270115T080001Z (20270115T080501Z - 5 min.)"),
        (-301, "Signature not yet current: 20270115T080000Z is still later than 20270115T075959Z "
               "(20270115T075459Z + 5 min.)"),
    ],
)  # fmt: skip
def test_a_signature_lives_five_minutes(late: float, text: str) -> None:
    """Five minutes of difference are fine in both directions, a second more is not."""
    assert said(signed_request(), NOW + late) == text
    for fine in (300, -300, 0):
        assert verify(signed_request(), HAQM_KEYS, now=NOW + fine) == HAQM_ROLE_KEY


# --- the real client and the real server ---


def refusal(shop: RunningShop, who: Credentials, *, region: str = HAQM_REGION, late: float = 0.0) -> AccessRefused:
    """How the client is refused, at both endpoints alike."""
    with haqm_stores(shop, who=who, region=region, clock=lambda: time.time() - late) as stores:
        with pytest.raises(AccessRefused) as upload:
            stores.upload([ITEM])
        with pytest.raises(AccessRefused) as check:
            stores.check_access()
    assert upload.value.params["reason"] == check.value.params["reason"]
    assert upload.value.params["status"] == 403
    assert shop.haqm_items() == []
    return upload.value


def changed(key: HaqmKey = HAQM_KEY, **changes: str | None) -> Credentials:
    return haqm_credentials(dataclasses.replace(key, **changes))  # type: ignore[arg-type]  # its own fields


@pytest.mark.parametrize("key", [HAQM_KEY, HAQM_ROLE_KEY, HAQM_OTHER_KEY], ids=["user", "role", "other"])
def test_published_keys_are_let_in(shop: RunningShop, key: HaqmKey) -> None:
    """Of a user and of a role with its session token, and of another retailer."""
    with haqm_stores(shop, who=haqm_credentials(key)) as stores:
        stores.check_access()


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        (changed(access_key_id="AKIDNOBODY"), "key"),
        (changed(secret="another/secret"), "signature"),
        (changed(session_token="a/token/that/nobody/gave"), "key"),
        (changed(HAQM_ROLE_KEY, session_token=None), "key"),
        (changed(HAQM_ROLE_KEY, session_token="another/token"), "key"),
        (haqm_credentials(HAQM_DISABLED_KEY), "onboarding"),
    ],
    ids=["key", "secret", "token too many", "no token", "wrong token", "disabled"],
)
def test_keys_that_are_not_let_in(shop: RunningShop, who: Credentials, reason: str) -> None:
    """A wrong key, secret or token, and a key that was never let in, are told apart as far as the server does."""
    assert refusal(shop, who).params["reason"] == reason


def test_clock_and_region(shop: RunningShop) -> None:
    """A clock that is off by more than five minutes, and another region, are told as that."""
    assert refusal(shop, haqm_credentials(), late=400).params["reason"] == "clock"
    assert refusal(shop, haqm_credentials(), late=-400).params["reason"] == "clock"
    wrong = refusal(shop, haqm_credentials(), region="eu-west-1")
    assert wrong.params["reason"] == "region"
    assert wrong.params["message"] == "Credential should be scoped to a valid region."


def test_what_the_server_repeats_is_not_shown(shop: RunningShop) -> None:
    """On a wrong signature the server repeats the signed text with the token in it; the client's error does not."""
    who = Credentials(HAQM_ROLE_KEY.access_key_id, Secret("another/secret"), Secret(str(HAQM_ROLE_KEY.session_token)))
    with haqm_stores(shop, who=who) as stores:
        request = stores._http.build_request("POST", f"{shop.root_url}/v1/catalog/upload", content=b"")
        stores._signature.sign(request)
        answer = stores._http.send(request)
    assert str(HAQM_ROLE_KEY.session_token) in answer.json()["message"]
    assert str(HAQM_ROLE_KEY.session_token) not in str(refusal(shop, who).params)


def test_a_retailer_that_is_switched_off(shop: RunningShop) -> None:
    """``haqm_disabled`` closes the main retailer's keys and leaves the other's open."""
    shop.settings(haqm_disabled=True)
    assert refusal(shop, haqm_credentials()).params["reason"] == "onboarding"
    assert refusal(shop, haqm_credentials(HAQM_ROLE_KEY)).params["reason"] == "onboarding"
    with haqm_stores(shop, who=haqm_credentials(HAQM_OTHER_KEY)) as stores:
        stores.check_access()


def test_who_is_not_let_in_uses_nothing_up(shop: RunningShop) -> None:
    """Scripted answers and the requests of a second are for those that are let in."""
    shop.settings(throttle_next=1, haqm_fail_next=1, haqm_rate=1)
    refusal(shop, changed(secret="another/secret"))
    now = shop.settings()
    assert (now["throttle_next"], now["haqm_fail_next"]) == (1, 1)


def test_secrets_are_in_no_file(tmp_path: Path) -> None:
    """Neither the database nor the log holds a secret, a token or a signature, even of who was refused."""
    secrets = [HAQM_KEY.secret, HAQM_ROLE_KEY.secret, str(HAQM_ROLE_KEY.session_token), "somebodys/real/secret"]
    with practice_shop(tmp_path, haqm_rate=0) as shop:
        refusal(shop, changed(HAQM_ROLE_KEY, secret=secrets[3]))
        with haqm_stores(shop, who=haqm_credentials(HAQM_ROLE_KEY)) as stores:
            haqm_end(stores, stores.upload([ITEM]))
        assert len(shop.haqm_items()) == 1
    for path in tmp_path.iterdir():
        content = path.read_bytes()
        for one in (*secrets, "Signature=", "X-Sig"):
            assert one.encode() not in content, path.name


def test_an_address_that_is_none(shop: RunningShop) -> None:
    """Another path below /v1, and another method, are refused as API Gateway refuses them; nothing is counted."""
    for method, path in (("POST", "/v1/catalog/nothing"), ("GET", "/v1/catalog/upload"), ("DELETE", "/v1/x")):
        answer = shop.http.request(method, shop.root_url + path)
        assert (answer.status_code, answer.json()) == (403, {"message": "Missing Authentication Token"})
    with haqm_stores(shop) as stores:
        stores._base = stores._base.replace("/v1/", "/v1/prod/")
        with pytest.raises((AccessRefused, ServerFailed)) as caught:
            stores.check_access()
    assert caught.value.params["reason"] == "address"
    assert shop.requests()["haqm_upload"] == 0
