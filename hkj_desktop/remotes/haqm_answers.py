"""What HAQM's refusals mean (``errors.py``): by the status, by the known texts, and by API Gateway's own texts.

HAQM says ``{"errorMsg": "…"}``, the API Gateway before it ``{"message": "…"}`` and a header x-amzn-ErrorType. Their
words are shown shortened, and without our credentials: on a wrong signature API Gateway repeats what it was sent,
the session token included.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable

import httpx

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
from hkj_desktop.remotes.failures import is_html, raise_for_status, read_body, retry_after, server_words
from hkj_desktop.system.logs import HIDDEN, redact
from hkj_desktop.system.secret import Secret

SHORTEST_HIDDEN = 4  # characters; anything shorter is no credential

#: Why a request was not let in → what is said then, in lower case, in the text or in x-amzn-ErrorType. The first that
#: fits: several of the texts come with the same type as a wrong signature.
ACCESS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("clock", ("signature expired", "signature not yet current", "requesttimetooskewed", "request time too skewed",
               "difference between the request time and the", "requestexpired")),
    ("token", ("token included in the request is expired", "expiredtoken", "token has expired", "token is expired")),
    ("region", ("scoped to a valid region", "scoped to the correct region")),
    ("address", ("missing authentication token", "missingauthenticationtoken", "scoped to correct service")),
    ("key", ("token included in the request is invalid", "unrecognizedclient", "invalidclienttokenid",
             "invalidaccesskeyid", "access key id you provided does not exist")),
    ("signature", ("signature we calculated does not match", "signaturedoesnotmatch", "invalidsignature",
                   "incompletesignature")),
)  # fmt: skip
_REPEATED = re.compile(r"\s*The (?:Canonical String|String-to-Sign) for this request should have been.*", re.DOTALL)

# Such as: re-try is NOT recommended; do not retry; not recommended to retry; non-retryable; retryable is false.
_FINAL = re.compile(
    r"(?:\b(?:not|non|never|no|without)|n[’']t)[\s-]+(?:\w+\s+){0,2}re-?tr(?:y|i)"
    r"|\bre-?tr(?:y|i)\w*\s+(?:\w+\s+){0,2}(?:not|never|isn[’']t|won[’']t)\b"
    r"|\bre-?tr(?:y|i)\w*\s*(?:[:=]|is)\s*(?:false|no)\b",
    re.IGNORECASE,
)


def raise_for_answer(
    response: httpx.Response, *, host: str, now: float, secrets: Iterable[Secret], ingestion_id: str | None = None
) -> None:
    """Raise what a status other than 2xx means. ``now``: seconds since 1970. ``ingestion_id``: the one asked for, None
    for an upload. The body must not have been read yet."""
    if response.status_code < 400:
        raise_for_status(response, host=host, now=now)
        return
    body = b""
    with contextlib.suppress(RemoteError):  # a body that breaks off must not hide the status itself
        body = read_body(response, host)
    said = None if is_html(response, body) else _words(body, secrets)
    kind = response.headers.get("x-amzn-ErrorType", "")
    error = _refusal(response.status_code, said, kind, ingestion_id, page=is_html(response, body))
    wait = retry_after(response.headers.get("Retry-After"), now)
    if wait is not None and isinstance(error, (TooManyRequests, ServerFailed)):
        error.params["retry_after"] = wait
    error.params["host"] = host
    raise error


def _refusal(status: int, said: str | None, kind: str, ingestion_id: str | None, *, page: bool) -> RemoteError:
    if page and status < 500:  # a page for people comes neither from HAQM nor from the gateway before it
        return AnswerUnreadable(reason="html", status=status)
    match status:
        case 400 | 415 | 422:
            return _bad_request(status, said, asked=ingestion_id is not None)
        case 401 | 403:
            reason = "key" if status == 401 else access_reason(said, kind)
            return AccessRefused(status=status, message=said, reason=reason)
        case 404 if ingestion_id is not None and _letters(said) != "notfound":
            return BatchMissing(batch_id=ingestion_id, message=said)
        case 404 | 405 | 410:  # the gateway's own "Not Found" is said of an address, not of an ingestion
            return ServerFailed(status=status, message=said, reason="address")
        case 413 if ingestion_id is None:  # nothing goes along with a question that could be too large
            return BodyTooLarge(status=status, message=said)
        case 429:
            return TooManyRequests(status=status, message=said)
        case _:
            final = status >= 500 and said is not None and _FINAL.search(said)
            return ServerFailed(status=status, message=said, reason="final" if final else None)


def _bad_request(status: int, said: str | None, *, asked: bool) -> RemoteError:
    """The three known texts of an upload, whatever their spacing, case and apostrophes."""
    letters = _letters(said)
    if not asked and "storeid" in letters and ("incorrect" in letters or "associated" in letters):
        reason = "some" if "retailer" in letters else "all"
        return StoresRefused(status=status, message=said, reason=reason)
    if not asked and "invalidrequestbody" in letters:
        return ItemsRefused(status=status, message=said)
    return RequestRefused(status=status, message=said, reason=None if said else "silent")


def access_reason(said: str | None, kind: str) -> str:
    """``onboarding`` where no text tells: the signature is right, and its owner is not let in."""
    text = f"{said or ''} {kind}".lower()
    return next((reason for reason, parts in ACCESS if any(part in text for part in parts)), "onboarding")


def _letters(said: str | None) -> str:
    return "".join(one for one in (said or "").lower() if one.isalpha())


def _words(body: bytes, secrets: Iterable[Secret]) -> str | None:
    """The server's words, cleaned of credentials before they are shortened: half a token is one too."""
    text = body.decode("utf-8", "replace")
    with contextlib.suppress(ValueError, RecursionError):
        # Written again in one spelling, in which a credential can be found; then the fields that hold a text.
        text = json.dumps(_shorter(json.loads(text)), ensure_ascii=False)
    for secret in secrets:
        if len(secret.reveal()) >= SHORTEST_HIDDEN:
            text = text.replace(secret.reveal(), HIDDEN)
    return server_words(redact(text).encode("utf-8", "replace"))


def _shorter(answer: object) -> object:
    """API Gateway spells ``Message`` in some of its refusals. What it repeats of the request is left out."""
    if not isinstance(answer, dict):
        return answer
    named = {"message" if name == "Message" else name: value for name, value in answer.items()}
    return {name: _REPEATED.sub("", one) if isinstance(one, str) else one for name, one in named.items()}
