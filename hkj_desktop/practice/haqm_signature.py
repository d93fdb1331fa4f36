"""AWS Signature Version 4 as a server checks it: who signed, for which service and region, when, and what.

Source: "Create a signed AWS API request" of the IAM user guide. It shares no code with ``remotes/sigv4.py``, so that a
slip there is not repeated here; botocore is what both are compared with. The refusals are API Gateway's own sentences.
"""

from __future__ import annotations

import hashlib
import hmac
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, unquote_to_bytes

from hkj_desktop.practice.shops import HAQM_REGION, HaqmKey

ALGORITHM = "AWS4-HMAC-SHA256"
SERVICE = "execute-api"
TERMINATOR = "aws4_request"
SKEW_SECONDS = 300  # how far the sender's clock may be from ours, either way
MOMENT = "%Y%m%dT%H%M%SZ"

_MOMENT = re.compile(r"[0-9]{8}T[0-9]{6}Z")

INCOMPLETE = "IncompleteSignatureException"
INVALID = "InvalidSignatureException"
NO_SIGNATURE = "Missing Authentication Token"
UNKNOWN = "The security token included in the request is invalid."
WRONG = (
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key "
    "and signing method. Consult the service documentation for details.\n\nThe Canonical String for this request "
    "should have been\n'{canonical}'\n\nThe String-to-Sign should have been\n'{to_sign}'\n"
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A request as it came: ``path`` and ``query`` still escaped, ``headers`` in order, with names in lower case."""

    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        return next((value for known, value in self.headers if known == name), None)


@dataclass(frozen=True, slots=True)
class NotLetIn:
    """A 403. ``kind`` is what the header x-amzn-ErrorType says."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Claim:
    """What the Authorization header says, and the time that goes with it."""

    key_id: str
    scope: tuple[str, ...]  # day, region, service, terminator
    signed: tuple[str, ...]  # names of headers
    signature: str
    moment: str
    sent: float  # the same in seconds since 1970


def verify(arrived: Arrived, keys: Mapping[str, HaqmKey], *, now: float) -> HaqmKey | NotLetIn:
    """The key that signed this request. ``keys``: by their id; ``now``: seconds since 1970."""
    claim = _claim(arrived)
    if isinstance(claim, NotLetIn):
        return claim
    fault = _scope_fault(claim) or _clock_fault(claim.moment, claim.sent, now)
    if fault is not None:
        return NotLetIn(INVALID, fault)
    key = keys.get(claim.key_id)
    if key is None or key.session_token != arrived.header("x-amz-security-token"):
        return NotLetIn("UnrecognizedClientException", UNKNOWN)
    canonical = canonical_request(arrived, claim.signed)
    hashed = hashlib.sha256(canonical.encode()).hexdigest()
    to_sign = f"{ALGORITHM}\n{claim.moment}\n{'/'.join(claim.scope)}\n{hashed}"
    expected = _hmac(_signing_key(key.secret, claim.scope), to_sign).hex()
    if not hmac.compare_digest(expected.encode(), claim.signature.encode()):
        return NotLetIn(INVALID, WRONG.format(canonical=canonical, to_sign=to_sign))
    return key


def _claim(arrived: Arrived) -> _Claim | NotLetIn:
    given = arrived.header("authorization")
    if given is None:
        return NotLetIn("MissingAuthenticationTokenException", NO_SIGNATURE)
    scheme, _, rest = given.partition(" ")
    named = dict(part.strip().partition("=")[::2] for part in rest.split(","))
    missing = [name for name in ("Credential", "Signature", "SignedHeaders") if not named.get(name)]
    if scheme != ALGORITHM or missing:
        missing = missing or ["Credential"]
        return NotLetIn(INCOMPLETE, " ".join(f"Authorization header requires '{name}' parameter." for name in missing))
    moment = arrived.header("x-amz-date")
    if moment is None:
        return NotLetIn(
            INCOMPLETE, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
        )
    sent = _seconds(moment)
    if sent is None:
        return NotLetIn(INCOMPLETE, f"Date must be in ISO-8601 'basic format'. Got '{moment}'.")
    key_id, *scope = named["Credential"].split("/")
    signed = tuple(named["SignedHeaders"].split(";"))
    for name in ("host", *(name for name, _ in arrived.headers if name.startswith("x-amz-"))):
        if name not in signed:
            return NotLetIn(INCOMPLETE, f"'{name}' must be a 'SignedHeader' in the AWS Authorization header.")
    if len(scope) != 4:
        return NotLetIn(INCOMPLETE, "Credential must have exactly 5 slash-delimited elements.")
    return _Claim(key_id, tuple(scope), signed, named["Signature"], moment, sent)


def _scope_fault(claim: _Claim) -> str | None:
    day, region, service, terminator = claim.scope
    if terminator != TERMINATOR:
        return f"Credential should be scoped with a valid terminator: '{TERMINATOR}', not '{terminator}'."
    if service != SERVICE:
        return f"Credential should be scoped to correct service: '{SERVICE}'."
    if region != HAQM_REGION:
        return "Credential should be scoped to a valid region."
    if day != claim.moment[:8]:
        return f"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{day}'."
    return None


def _clock_fault(moment: str, sent: float, now: float) -> str | None:
    ours = _said(now)
    if sent < now - SKEW_SECONDS:
        return f"Signature expired: {moment} is now earlier than {_said(now - SKEW_SECONDS)} ({ours} - 5 min.)"
    if sent > now + SKEW_SECONDS:
        return f"Signature not yet current: {moment} is still later than {_said(now + SKEW_SECONDS)} ({ours} + 5 min.)"
    return None


def _seconds(moment: str) -> float | None:
    try:
        return datetime.strptime(moment, MOMENT).replace(tzinfo=UTC).timestamp() if _MOMENT.fullmatch(moment) else None
    except ValueError:
        return None


def _said(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime(MOMENT)


def _signing_key(secret: str, scope: Sequence[str]) -> bytes:
    key = f"AWS4{secret}".encode()
    for part in scope:
        key = _hmac(key, part)
    return key


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")


# --- what was signed ---


def canonical_request(arrived: Arrived, signed: Sequence[str]) -> str:
    """The text whose hash is signed. ``signed``: names of headers, in the order in which they were signed."""
    values: dict[str, list[str]] = {}
    for name, value in arrived.headers:
        values.setdefault(name, []).append(" ".join(value.split()))
    headers = "".join(f"{name}:{','.join(values.get(name, []))}\n" for name in signed)
    payload = hashlib.sha256(arrived.body).hexdigest()
    parts = (arrived.method, _path(arrived.path), _query(arrived.query), headers, ";".join(signed), payload)
    return "\n".join(parts)


def _path(path: str) -> str:
    """Without empty segments and dots, and with what is escaped in it escaped once more."""
    plain = "/" + posixpath.normpath("/" + path).strip("/")
    return quote(plain if plain == "/" or not path.endswith("/") else plain + "/", safe="/")


def _query(query: str) -> str:
    pairs = [part.partition("=")[::2] for part in query.split("&")] if query else []
    return "&".join(
        f"{name}={value}" for name, value in sorted((_escaped(name), _escaped(value)) for name, value in pairs)
    )


def _escaped(text: str) -> str:
    return quote(unquote_to_bytes(text), safe="")
