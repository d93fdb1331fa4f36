"""One client for all shops, made when it is first needed."""

from __future__ import annotations

import httpx
import pytest

from hkj_desktop.errors import AddressRefused, Cancelled, KeyRefused
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.logs import redact
from hkj_desktop.system.secret import Secret
from hkj_desktop.uploads.connect import Connector
from tests.helpers.journal import NOW
from tests.helpers.shop_client import hkj_access


def connector(status: int, seen: list[httpx.Request]) -> Connector:
    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(status, json={})

    return Connector(lambda: NOW, lambda: 0.0, httpx.MockTransport(handle))


def test_a_shop_asks_with_its_own_key_at_its_own_address() -> None:
    """Two shops of one connector share the client and no key."""
    seen: list[httpx.Request] = []
    both = connector(404, seen)
    for name in ("one", "two"):
        both.shop(hkj_access(f"https://{name}.example/api", Secret(f"key-of-{name}")), CancelToken()).check_key()
    assert [(one.url.host, one.headers["X-API-Key"]) for one in seen] == [
        ("one.example", "key-of-one"),
        ("two.example", "key-of-two"),
    ]
    both.close()


def test_a_wait_ends_when_the_person_says_stop() -> None:
    """A shop that is asked again and again ends in Cancelled with the token."""
    token = CancelToken()
    token.cancel()
    one = connector(503, [])
    with pytest.raises(Cancelled):
        one.shop(hkj_access("https://one.example/api", Secret("key-of-no-shop-9921")), token).check_key()
    one.close()


def test_a_key_that_was_handed_in_is_hidden_from_every_log() -> None:
    """From then on the log knows the key and blanks it, whatever it looks like."""
    both = connector(404, [])
    both.shop(hkj_access("https://one.example/api", Secret("no-usual-prefix-4711")), CancelToken())
    assert redact("sent no-usual-prefix-4711 away") == "sent [hidden] away"


@pytest.mark.parametrize(
    ("address", "key", "error"),
    [
        ("http://shop.example/api", "key-of-no-shop-9920", AddressRefused),
        ("shop.example", "key-of-no-shop-9920", AddressRefused),
        ("https://u:p@shop.example/api", "key-of-no-shop-9920", AddressRefused),
        ("https://shop.example/api", "two words", KeyRefused),
        ("https://shop.example/api", "مفتاح", KeyRefused),
        ("https://shop.example/api", "", KeyRefused),
    ],
)
def test_what_can_never_be_sent_is_refused_before_there_is_a_connection(
    address: str, key: str, error: type[Exception]
) -> None:
    """A wrong address or a key that no header can carry raises at once, and closing an unused connector is fine."""
    one = connector(404, [])
    with pytest.raises(error) as caught:
        one.shop(hkj_access(address, Secret(key)), CancelToken())
    assert not key or key not in str(caught.value)
    one.close()
