"""Every row of HAQM's response table, and every text that is known of it and of the gateway before it: what the person
is told, and what the program does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from hkj_desktop.errors import (
    AccessRefused,
    AnswerUnreadable,
    BatchMissing,
    BodyTooLarge,
    ItemsRefused,
    RemoteError,
    RequestRefused,
    ServerFailed,
    StoresRefused,
    TooManyRequests,
)
from hkj_desktop.remotes.http import Retry, may_have_arrived, passing
from hkj_desktop.ui.texts import code_words, sentence
from tests.helpers.haqm_client import ITEM, KEY_ID, SECRET, TOKEN, scripted
from tests.helpers.shop_client import Sleeps

ONCE = Retry(attempts=1)
GOOD_UPLOAD = httpx.Response(201, json={"ingestionId": "f3c2a9de-1"})
ITEMS = [ITEM, {**ITEM, "item_sku": "A2", "store_id": "S2"}]

EXPIRED = "Signature expired: 20260101T000000Z is now earlier than 20260101T003000Z (20260101T003500Z - 5 min.)"
EARLY = "Signature not yet current: 20260101T010000Z is still later than 20260101T000500Z (20260101T000000Z + 5 min.)"
MISMATCH = (
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key "
    "and signing method. Consult the service documentation for details.\n\nThe Canonical String for this request "
    "should have been\n'POST\n/prod/v1/catalog/upload\n\nhost:abc\n"
    f"x-amz-security-token:{TOKEN}\n\nhost;x-amz-date\nabc'\n"
)
ALL_STORES = "One or more StoreID's present in the request is incorrect"
SOME_STORES = "List of store ID's present in the request are either incorrect/not associated with same retailer"


@dataclass(frozen=True)
class Row:
    """``told``: parts of what the person reads; ``again``: whether an upload is sent again at once."""

    name: str
    status: int
    body: dict[str, Any]
    kind: type[RemoteError]
    told: tuple[str, ...]
    reason: str | None = None
    again: bool = False
    headers: dict[str, str] = field(default_factory=dict)


def says(text: str) -> dict[str, str]:
    return {"errorMsg": text}


def gateway(text: str) -> dict[str, str]:
    return {"message": text}


SPECIFICATION = [
    Row("400 all stores", 400, says(ALL_STORES), StoresRefused, ("none of the stores", "S1, S2"), "all"),
    Row("400 stores of different retailers or mixed", 400, says(SOME_STORES), StoresRefused,
        ("different retailers", "does not know some", "S1, S2"), "some"),
    Row("400 model or too many", 400, says("Invalid request body"), ItemsRefused,
        ("cannot read", "does not say which")),
    Row("500 retry recommended", 500, says("Unknown error. Re-try is recommended."), ServerFailed,
        ("has a fault", "500", "Try again in a few minutes"), again=True),
    Row("500 retry not recommended", 500, says("Unknown error. Re-try is NOT recommended."), ServerFailed,
        ("does not pass", "500", "Re-try is NOT recommended"), "final"),
    Row("429", 429, says("Too Many Requests"), TooManyRequests, ("asks for a pause", "Wait a few minutes"), again=True),
]  # fmt: skip
OTHERS = [
    Row("400 typographic apostrophes", 400, says(ALL_STORES.upper().replace("'", "’")), StoresRefused,
        ("none of",), "all"),
    Row("400 another text", 400, says("Oops <b>"), RequestRefused, ("could not read", "Oops")),
    Row("400 without a text", 400, {}, RequestRefused, ("did not say why", "400"), "silent"),
    Row("403 expired", 403, gateway(EXPIRED), AccessRefused, ("clock of this computer is wrong",), "clock",
        headers={"x-amzn-ErrorType": "InvalidSignatureException"}),
    Row("403 early", 403, gateway(EARLY), AccessRefused, ("clock", "time zone"), "clock"),
    Row("403 skewed", 403, gateway("no"), AccessRefused, ("clock",), "clock",
        headers={"x-amzn-ErrorType": "RequestTimeTooSkewed:http://internal"}),
    Row("403 signature", 403, gateway(MISMATCH), AccessRefused, ("secret access key does not fit",), "signature",
        headers={"x-amzn-ErrorType": "InvalidSignatureException"}),
    Row("403 unknown key", 403, gateway("The security token included in the request is invalid."), AccessRefused,
        ("does not accept this access key",), "key", headers={"x-amzn-ErrorType": "UnrecognizedClientException"}),
    Row("403 old token", 403, gateway("The security token included in the request is expired"), AccessRefused,
        ("session token has run out", "all three"), "token", headers={"x-amzn-ErrorType": "ExpiredTokenException"}),
    Row("403 region", 403, gateway("Credential should be scoped to a valid region, not 'eu-west-1'. "), AccessRefused,
        ("another region", "abc123.execute-api"), "region", headers={"x-amzn-ErrorType": "InvalidSignatureException"}),
    Row("403 nothing there", 403, gateway("Missing Authentication Token"), AccessRefused, ("nothing there", "address"),
        "address", headers={"x-amzn-ErrorType": "MissingAuthenticationTokenException"}),
    Row("403 not authorized", 403, {"Message": "User: arn:aws:iam::1:user/a is not authorized to perform: "
        "execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:1:abc with an explicit deny"}, AccessRefused,
        ("onboarding",), "onboarding", headers={"x-amzn-ErrorType": "AccessDeniedException"}),
    Row("403 forbidden", 403, gateway("Forbidden"), AccessRefused, ("onboarding",), "onboarding"),
    Row("403 without a text", 403, {}, AccessRefused, ("onboarding",), "onboarding"),
    Row("401", 401, gateway("Unauthorized"), AccessRefused, ("does not accept this access key",), "key"),
    Row("404", 404, gateway("Not Found"), ServerFailed, ("no shop at this address",), "address"),
    Row("413", 413, gateway("Request Too Long"), BodyTooLarge, ("too large",)),
    Row("429 of the gateway", 429, gateway("Limit Exceeded"), TooManyRequests, ("pause",), again=True),
    Row("500 of the gateway", 500, gateway("Internal server error"), ServerFailed, ("has a fault",), again=True),
    Row("502", 502, gateway("Internal server error"), ServerFailed, ("has a fault", "502")),
    Row("503 with a time", 503, gateway("Service Unavailable"), ServerFailed, ("503",), again=True,
        headers={"Retry-After": "1"}),
    Row("504", 504, gateway("Endpoint request timed out"), ServerFailed, ("504",)),
]  # fmt: skip


def response(row: Row) -> httpx.Response:
    return httpx.Response(row.status, json=row.body, headers=row.headers)


@pytest.mark.parametrize("row", SPECIFICATION + OTHERS, ids=lambda row: row.name)
def test_each_refusal_is_told(row: Row) -> None:
    """Each answer is its own error, and its words say to the person what it is and what to do."""
    with scripted(response(row), retry=ONCE) as (stores, _), pytest.raises(RemoteError) as caught:
        stores.upload(ITEMS)
    error = caught.value
    assert type(error) is row.kind
    assert error.params.get("reason") == row.reason
    words = sentence(code_words(error.code, error.params))
    assert not [part for part in row.told if part not in words], words
    assert "—" not in words
    assert not [one for one in (KEY_ID, SECRET, TOKEN) if one in f"{words} {error!r} {error}"]


@pytest.mark.parametrize("row", SPECIFICATION + OTHERS, ids=lambda row: row.name)
def test_each_refusal_is_repeated_or_not(row: Row) -> None:
    """An upload goes a second time exactly where the table says so; every 4xx is known not to have arrived."""
    sleeps = Sleeps()
    with scripted(response(row), GOOD_UPLOAD, sleeps=sleeps) as (stores, requests):
        if row.again:
            assert stores.upload(ITEMS) == "f3c2a9de-1"
            assert sleeps == [1.0 if row.headers else 0.5]
        else:
            with pytest.raises(row.kind) as caught:
                stores.upload(ITEMS)
            assert may_have_arrived(caught.value) is (row.status >= 500)
        assert len(requests) == 1 + row.again


def test_201_is_the_ingestions_id() -> None:
    """The first row of the table: the id of the ingestion."""
    with scripted(GOOD_UPLOAD) as (stores, _):
        assert stores.upload(ITEMS) == "f3c2a9de-1"


def test_500_is_not_repeated_for_ever() -> None:
    """A fault that is said to pass and does not is given up after the attempts that are allowed."""
    sleeps = Sleeps()
    with scripted(response(SPECIFICATION[3]), sleeps=sleeps) as (stores, requests), pytest.raises(ServerFailed):
        stores.upload(ITEMS)
    assert len(requests) == 4
    assert sleeps == [0.5, 1.0, 2.0]


@pytest.mark.parametrize(
    ("text", "final"),
    [
        ("If API call encountered an unknown error and re-try is NOT recommended", True),
        ("If API call encountered an unknown error and we recommened you re-try", False),
        ("Internal error, do not retry", True),
        ("Please don't retry this request", True),
        ("It is not recommended to retry.", True),
        ("This should not be retried", True),
        ("Non-retryable error", True),
        ("retryable: false", True),
        ("retryable is false", True),
        ("retryable: true", False),
        ("Retrying will not help", True),
        ("Could not process the request, please retry", False),
        ("Something is not right. Please re-try.", False),
        ("Please retry. Not all is lost.", False),
        ("No. Retry!", False),
        ("Internal Server Error", False),
        ("", False),
    ],
)
def test_whether_a_fault_passes_is_read_from_its_text(text: str, *, final: bool) -> None:
    """No text of a 500 is published, so many spellings of the same advice are understood."""
    with (
        scripted(httpx.Response(500, json=says(text)), retry=ONCE) as (stores, _),
        pytest.raises(ServerFailed) as caught,
    ):
        stores.upload(ITEMS)
    assert passing(caught.value) is not final


STATUS_ROWS: list[tuple[int, object, type[RemoteError]]] = [
    (400, says("Invalid request body"), RequestRefused),
    (400, says(ALL_STORES), RequestRefused),
    (404, says("No such ingestion"), BatchMissing),
    (404, {}, BatchMissing),
    (404, gateway("Not Found"), ServerFailed),
    (403, gateway("Forbidden"), AccessRefused),
]


@pytest.mark.parametrize(("status", "body", "kind"), STATUS_ROWS)
def test_refusals_of_a_question_speak_of_no_items(status: int, body: object, kind: type[RemoteError]) -> None:
    """What a status request is refused for is never a store or an item."""
    with scripted(httpx.Response(status, json=body), retry=ONCE) as (stores, _), pytest.raises(kind) as caught:
        stores.status("f3c2a9de-1")
    assert type(caught.value) is kind
    assert caught.value.params.get("batch_id", "f3c2a9de-1") == "f3c2a9de-1"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 429])
def test_a_page_for_people_is_not_haqms(status: int) -> None:
    """A page with any 4xx comes from something in between: it says nothing of keys, stores or items."""
    page = httpx.Response(status, text="<html>Sign in, Forbidden</html>", headers={"Content-Type": "text/html"})
    with scripted(page, retry=ONCE) as (stores, _), pytest.raises(AnswerUnreadable) as caught:
        stores.upload(ITEMS)
    assert caught.value.params["reason"] == "html"


@pytest.mark.parametrize(
    "body",
    [
        f'{{"message": "credential {SECRET} of {KEY_ID}"}}',
        f'{{"message": "{"x" * 280} x-amz-security-token:{TOKEN} and more"}}',
        f'{{"message": "token {TOKEN.replace("/", chr(92) + "/").replace("=", chr(92) + "u003d")}"}}',
        f"plain words with {TOKEN} and {SECRET}",
        f'{{"error": {{"message": "deep {"x" * 270} {TOKEN}"}}}}',
    ],
)
def test_credentials_that_come_back_are_hidden(body: str) -> None:
    """Whatever the server repeats of our credentials is not in the error, not even its first half."""
    with scripted(httpx.Response(403, text=body), retry=ONCE) as (stores, _), pytest.raises(AccessRefused) as caught:
        stores.upload(ITEMS)
    message = str(caught.value.params["message"])
    assert not [one for one in (KEY_ID, SECRET, TOKEN) if one[:8] in message]


@pytest.mark.parametrize(
    "body", [b"[" * 60_000, b"\xff\xfe\x00", b'{"message": "\\ud800"}', b'{"message": 7}', b"[]", b"null"]
)
def test_strange_bodies_do_not_hide_the_status(body: bytes) -> None:
    """Nesting, broken letters and other shapes leave the status to tell what happened."""
    with scripted(httpx.Response(403, content=body), retry=ONCE) as (stores, _), pytest.raises(AccessRefused):
        stores.upload(ITEMS)


def test_many_stores_are_named_in_part() -> None:
    """The error names five stores at most, and shows that there are more."""
    many = [{**ITEM, "store_id": f"S{turn}"} for turn in range(9)]
    with scripted(httpx.Response(400, json=says(ALL_STORES))) as (stores, _), pytest.raises(StoresRefused) as caught:
        stores.upload(many)
    assert caught.value.params["stores"] == "S0, S1, S2, S3, S4, …"
