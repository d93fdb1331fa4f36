"""Which addresses are asked for a picture, and how they are written on the wire."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.errors import PictureError
from hkj_desktop.remotes.addresses import Place, is_public, judge_host, onward, place
from hkj_desktop.remotes.pictures import fetch_limits

LONGEST = fetch_limits().longest_address

#: What stands between // and / → public, private, or no address at all.
HOSTS = [
    ("shop.example", "public"),
    ("SHOP.Example.", "public"),
    ("my_bucket.cdn.example", "public"),
    ("متجر.example", "public"),
    ("i❤.example", "public"),
    ("8.8.8.8", "public"),
    ("134744072", "public"),  # 8.8.8.8
    ("11.0.0.1", "public"),
    ("172.15.255.255", "public"),
    ("172.32.0.1", "public"),
    ("100.63.255.255", "public"),
    ("100.128.0.1", "public"),
    ("[2606:4700::1111]", "public"),
    ("[::ffff:8.8.8.8]", "public"),
    ("[64:ff9b::8.8.8.8]", "public"),
    ("[2002:808:808::1]", "public"),
    ("127.0.0.1.example", "public"),
    ("localhost.example", "public"),
    ("127.0.0.1", "private"),
    ("127.0.0.1.", "private"),
    ("127.1", "private"),
    ("127.255.255.254", "private"),
    ("2130706433", "private"),  # 127.0.0.1 in one number
    ("0x7f000001", "private"),
    ("0x7f.0x0.0x0.0x1", "private"),
    ("0177.0.0.1", "private"),
    ("017700000001", "private"),
    ("0x7f.1", "private"),
    ("１２７.0.0.1", "private"),  # full-width digits
    ("127。0。0。1", "private"),  # ideographic full stops
    ("127%2E0.0.1", "private"),
    ("%6cocalhost", "private"),
    ("0", "private"),
    ("0.0.0.0", "private"),  # noqa: S104 - nothing is bound
    ("0x", "private"),
    ("10.1.2.3", "private"),
    ("167837955", "private"),  # 10.1.1.3
    ("172.16.0.1", "private"),
    ("172.31.255.255", "private"),
    ("192.168.1.1", "private"),
    ("192.168.257", "private"),  # 192.168.1.1
    ("3232235777", "private"),
    ("100.64.0.1", "private"),
    ("100.127.255.255", "private"),
    ("169.254.169.254", "private"),
    ("0xa9fea9fe", "private"),
    ("192.0.0.8", "private"),
    ("192.0.2.1", "private"),
    ("198.18.0.1", "private"),
    ("224.0.0.251", "private"),
    ("255.255.255.255", "private"),
    ("240.0.0.1", "private"),
    ("[::1]", "private"),
    ("[::]", "private"),
    ("[0:0:0:0:0:0:0:1]", "private"),
    ("[::127.0.0.1]", "private"),
    ("[::ffff:127.0.0.1]", "private"),
    ("[::ffff:7f00:1]", "private"),
    ("[::ffff:0:127.0.0.1]", "private"),
    ("[::ffff:10.0.0.1]", "private"),
    ("[64:ff9b::127.0.0.1]", "private"),
    ("[64:ff9b::c0a8:101]", "private"),
    ("[64:ff9b:1::808:808]", "private"),
    ("[2002:7f00:1::1]", "private"),
    ("[2002:c0a8:101::]", "private"),
    ("[2001:0:808:808::1]", "private"),  # Teredo
    ("[2001:db8::1]", "private"),
    ("[3fff::1]", "private"),
    ("[fe80::1]", "private"),
    ("[fec0::1]", "private"),
    ("[fc00::1]", "private"),
    ("[fd12:3456::1]", "private"),
    ("[ff02::fb]", "private"),
    ("[100::1]", "private"),
    ("[4000::1]", "private"),
    ("[fd00:ec2::254]", "private"),
    ("localhost", "private"),
    ("LOCALHOST", "private"),
    ("localhost.", "private"),
    ("shop.localhost", "private"),
    ("localhost.localdomain", "private"),
    ("router", "private"),
    ("metadata", "private"),
    ("metadata.google.internal", "private"),
    ("printer.local", "private"),
    ("nas.lan", "private"),
    ("box.home.arpa", "private"),
    ("[fe80::1%eth0]", "address"),
    ("[fe80::1%25eth0]", "address"),
    ("[127.0.0.1]", "address"),
    ("[::1", "address"),
    ("[]", "address"),
    ("256.1.1.1", "address"),
    ("1.2.3.4.5", "address"),
    ("09.1.1.1", "address"),
    ("4294967296", "address"),
    ("shop.example.1", "address"),
    ("user@shop.example", "address"),
    ("user:word@shop.example", "address"),
    ("127.0.0.1@shop.example", "address"),
    ("shop..example", "address"),
    (".shop.example", "address"),
    ("sh op.example", "address"),
    ("sh%00op.example", "address"),
    ("shop.example%2f@x", "address"),
    ("a" * 64 + ".example", "address"),
    ("a." * 130 + "example", "address"),
    ("shop.example:port", "address"),
    ("shop.example:0", "address"),
    ("shop.example:65536", "address"),
    ("shop.example:80:80", "address"),
    ("", "address"),
    (":80", "address"),
    ("％.example", "address"),
]


def verdict(address: str) -> str:
    try:
        judge_host(place(address, LONGEST).host, fetch_limits().local_names)
    except PictureError as error:
        return str(error.params["reason"])
    return "public"


@pytest.mark.parametrize(("host", "expected"), HOSTS)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_hosts_are_judged_in_every_spelling(scheme: str, host: str, expected: str) -> None:
    """A host is public, private or no host at all, however it is written."""
    assert verdict(f"{scheme}://{host}/a.png") == expected


@pytest.mark.parametrize(
    "address",
    ["", "  ", "a.png", "/a.png", "//shop.example/a.png", "shop.example/a.png", "ftp://shop.example/a.png",
     "file:///etc/passwd", "data:image/png;base64,AAAA", "javascript:alert(1)", "gopher://shop.example/",
     "http:shop.example/a.png", "http:/shop.example/a.png", "https:///a.png", "blob:https://shop.example/1",
     "https://shop.example/a\nb.png", "https://shop.example/a\tb.png", "https://shop.example/a\x00.png",
     "https://shop.example/\ud800.png", "https://shop.example/" + "a" * 8000, "https://", "http://?x", "صورة"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address: str) -> None:
    """Another scheme, half an address, control characters and endless addresses are no address of a picture."""
    assert verdict(address) == "address"


@pytest.mark.parametrize(
    ("given", "authority", "target"),
    [
        ("https://shop.example", "shop.example", "/"),
        (" HTTPS://Shop.Example:443/a.png ", "shop.example", "/a.png"),
        ("http://shop.example:443/a.png#top", "shop.example:443", "/a.png"),
        ("https://[2606:4700::1111]:8443/a", "[2606:4700::1111]:8443", "/a"),
        ("https://متجر.example/عسل جبلي.png", "xn--pgbep1f.example",
         "/%D8%B9%D8%B3%D9%84%20%D8%AC%D8%A8%D9%84%D9%8A.png"),
        ("https://faß.example/a%20b%2Fc.png", "xn--fa-hia.example", "/a%20b%2Fc.png"),
        ("https://日本。example/a.png", "xn--wgv71a.example", "/a.png"),
        ("https://shop.example\\a\\b.png?x=\\", "shop.example", "/a/b.png?x=\\"),
        ("https://shop.example?w=300&n=عسل", "shop.example", "/?w=300&n=%D8%B9%D8%B3%D9%84"),
        ("https://shop.example/a/../b/./c.png", "shop.example", "/b/c.png"),
    ],
)  # fmt: skip
def test_addresses_are_written_as_browsers_write_them(given: str, authority: str, target: str) -> None:
    """International names, spaces and Arabic letters are encoded; what is encoded already stays; no part after #."""
    found = place(given, LONGEST)
    assert (found.authority, found.target) == (authority, target)


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        (b"/b.png", "https://shop.example/b.png"),
        (b"b.png?x=1", "https://shop.example/a/b.png"),
        (b"//cdn.example/b.png", "https://cdn.example/b.png"),
        (b"http://cdn.example:81/", "http://cdn.example:81/"),
        ("/عسل.png".encode(), "https://shop.example/%D8%B9%D8%B3%D9%84.png"),
        (b"/\xe9.png", "https://shop.example/%C3%A9.png"),
    ],
)
def test_redirects_lead_from_where_one_is(location: bytes, leads_to: str) -> None:
    """A relative target is read from the address that named it."""
    assert onward(place("https://shop.example/a/a.png?t=secret", LONGEST), location, LONGEST).shown == leads_to


def test_the_log_is_shown_no_query() -> None:
    """What an address looks like in the log holds nothing of its query."""
    assert "secret" not in place("https://shop.example/a.png?token=secret", LONGEST).shown


@given(st.ip_addresses())
def test_whatever_python_calls_private_is_private(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    """No address that Python's own table says is not for everybody counts as public."""
    if is_public(ip):
        inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None) or ip
        assert not any((inner.is_private, inner.is_loopback, inner.is_link_local, inner.is_multicast))


@given(st.text() | st.text(alphabet="htps:/[]@.%0123456789xlocalhost\\#?").map("http://".__add__))
def test_no_text_gets_past_as_an_error(text: str) -> None:
    """Any text is an address or a PictureError, and a host that was let through is plain ASCII."""
    try:
        found = place(text, LONGEST)
    except PictureError:
        return
    assert isinstance(found, Place)
    assert found.host.isascii()
    assert found.target.isascii()
    assert not set(found.host + found.target) & set(" \r\n\t")
