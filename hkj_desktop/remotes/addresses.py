"""Addresses of pictures as browsers read them, and which of them lie inside somebody's own network.

A catalogue comes from anybody. An address in it must not make this program knock at the router, at a cloud's
metadata or at a printer, so what is not surely public is private.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import unquote, urljoin

import httpx
import idna

from hkj_desktop.errors import PictureError

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = {"http": 80, "https": 443}
_ADDRESS = re.compile(r"(?P<scheme>https?)://(?P<authority>[^/?#\\]*)(?P<rest>.*)", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:]*)(?::(?P<port>[0-9]{0,5}))?")
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

#: Special-purpose addresses (RFC 6890 and IANA's registries of them); those of IPv6 lie within 2000::/3.
_PRIVATE_4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",  # this network, and "any address"
            "10.0.0.0/8",
            "100.64.0.0/10",  # behind a provider's own translation (CGNAT)
            "127.0.0.0/8",
            "169.254.0.0/16",  # link-local; clouds keep their metadata here
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",  # documentation, as 198.51.100.0/24 and 203.0.113.0/24
            "192.88.99.0/24",  # relays of 6to4
            "192.168.0.0/16",
            "198.18.0.0/15",  # measuring
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")  # all that is given out; loopback, local and multicast lie outside
_PRIVATE_6 = (
    ipaddress.IPv6Network("2001::/23"),  # protocols, Teredo (which hides an IPv4 address) among them
    ipaddress.IPv6Network("2001:db8::/32"),  # documentation
    ipaddress.IPv6Network("3fff::/20"),  # documentation
)
_MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")


@dataclass(frozen=True, slots=True)
class Place:
    """One address, taken apart. ``host``: ASCII, small letters, IPv6 without its brackets; ``target``: path and query
    as they are sent."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the header Host has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def shown(self) -> str:
        """For the log: no query, which may hold somebody's token."""
        return self.origin + self.target.partition("?")[0]


def place(text: str, longest: int) -> Place:
    """The parts of an http or https address. Raises PictureError (``address``): another scheme, a user's name in it,
    more than ``longest`` characters, or nothing that a browser could open."""
    text = text.strip()
    found = _ADDRESS.fullmatch(text) if len(text) <= longest and not _CONTROL.search(text) else None
    authority = _AUTHORITY.fullmatch(found["authority"]) if found else None
    if found is None or authority is None:  # a user's name holds an @, which is in no host
        raise PictureError(reason="address")
    scheme = found["scheme"].lower()
    port = int(authority["port"] or PORTS[scheme])
    if not 0 < port < 65536:
        raise PictureError(reason="address")
    return Place(scheme, _host(authority["host"]), port, _target(found["rest"]))


def onward(here: Place, location: bytes, longest: int) -> Place:
    """Where a redirect from ``here`` leads. Raises PictureError (``address``)."""
    try:
        text = location.decode("utf-8")
    except UnicodeDecodeError:
        text = location.decode("latin-1")
    try:
        joined = urljoin(here.origin + here.target, text.strip())
    except ValueError:
        raise PictureError(reason="address") from None
    return place(joined, longest)


def _target(rest: str) -> str:
    """Path and query, spaces and what is not ASCII encoded; what is encoded already stays."""
    path, question, query = rest.partition("#")[0].partition("?")
    path = path.replace("\\", "/") or "/"
    try:
        return httpx.URL(f"http://host{path}{question}{query}").raw_path.decode("ascii")
    except (httpx.InvalidURL, ValueError):
        raise PictureError(reason="address") from None


def _host(text: str) -> str:
    if text.startswith("["):
        try:
            return str(ipaddress.IPv6Address(text[1:-1] if "%" not in text else ""))  # zones are of one computer
        except ValueError:
            raise PictureError(reason="address") from None
    name = _ascii(unquote(text)).removesuffix(".")
    if not _NAME.fullmatch(name):
        raise PictureError(reason="address")
    return _dotted(name) if _NUMBER.fullmatch(name.rpartition(".")[2]) else name


def _ascii(name: str) -> str:
    """As browsers write an international name (UTS 46); what IDNA itself does not allow, emoji say, as they do too."""
    if name.isascii():
        return name.lower()
    try:
        labels = idna.uts46_remap(name, std3_rules=False).split(".")
        return ".".join(one if one.isascii() else _label(one) for one in labels)
    except (UnicodeError, IndexError):
        raise PictureError(reason="address") from None


def _label(label: str) -> str:
    try:
        return idna.alabel(label).decode("ascii")
    except UnicodeError:
        return "xn--" + label.encode("punycode").decode("ascii")


def _dotted(name: str) -> str:
    """An IPv4 address in any of its spellings (decimal, octal, hexadecimal, fewer than four parts) as the usual one:
    a host whose last part is a number is nothing else (WHATWG URL, 3.5)."""
    try:
        numbers = [_number(part) for part in name.split(".")]
    except ValueError:
        raise PictureError(reason="address") from None
    *leading, last = numbers
    if len(numbers) > 4 or any(one > 255 for one in leading) or last >= 256 ** (5 - len(numbers)):
        raise PictureError(reason="address")
    value = sum(one << (24 - 8 * at) for at, one in enumerate(leading)) + last
    return str(ipaddress.IPv4Address(value))


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if len(part) > 1 and part.startswith("0") else 10)


def is_public(ip: Ip) -> bool:
    """Whether the address is anybody's to reach. One that carries an IPv4 address inside is judged by that."""
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in network for network in _PRIVATE_4)
    if ip.scope_id is not None:
        return False
    if ip in _MAPPED or ip in _NAT64:
        return is_public(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    if ip in _SIX_TO_FOUR:
        return is_public(ipaddress.IPv4Address((int(ip) >> 80) & 0xFFFFFFFF))
    return ip in _PUBLIC_6 and not any(ip in network for network in _PRIVATE_6)


def literal(host: str) -> Ip | None:
    """The IP address that the host is; None of a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def judge_host(host: str, local_names: Collection[str]) -> None:
    """Refuse what is private by its looks, before anybody looks it up. Raises PictureError (``private``)."""
    ip = literal(host)
    if ip is not None:
        if not is_public(ip):
            raise PictureError(reason="private")
        return
    if "." not in host or any(host == name or host.endswith("." + name) for name in local_names):
        raise PictureError(reason="private")
