"""The routes of the practice stores: HAQM's two endpoints at the server's root, the report, and a look inside.

A request is let in first (signature, 403), then counted (429), then a scripted fault comes (500), and only then is
it read. API Gateway says ``{"message": …}``, HAQM behind it ``{"errorMsg": …}``, and where reports lie it is XML.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from hkj_desktop.practice.bodies import bounded, whole
from hkj_desktop.practice.haqm_ingest import Ingestions
from hkj_desktop.practice.haqm_signature import NO_SIGNATURE, Arrived, NotLetIn, verify
from hkj_desktop.practice.haqm_store import DONE
from hkj_desktop.practice.haqm_validate import INVALID_BODY, items_of, store_fault
from hkj_desktop.practice.shops import HAQM_KEYS, HAQM_REGION, MAIN_RETAILER, HaqmKey, Settings
from hkj_desktop.practice.store import Store

API = "/v1/catalog"
REPORTS = "/practice/haqm/reports"
REQUESTS = ("haqm_upload", "haqm_status", "haqm_report")  # what GET /practice/requests calls them
MAX_BODY = 10 * 1024 * 1024  # bytes; API Gateway's limit, so it is before HAQM's own
SECOND = 1.0

# Published on purpose, like the keys: with it links stay good when the practice shop is started anew.
LINK_KEY = b"practice links open practice reports"

NOT_YOURS = (
    "User: arn:aws:iam::000000000000:user/practice is not authorized to perform: execute-api:Invoke on resource: "
    "arn:aws:execute-api:{region}:000000000000:practice/prod/{method}{path}"
)
TOO_MANY = "Too Many Requests"
FAULTS = {
    "retry": "Internal Server Error. Please retry.",
    "final": "Internal Server Error. Retry is not recommended.",
}
NO_INGESTION = "Ingestion does not exist"

SignedHandler = Callable[[Request, HaqmKey, bytes], Awaitable[Response]]
Handler = Callable[[Request], Awaitable[Response]]


class HaqmRoutes:
    """``clock()``: seconds since 1970."""

    def __init__(self, store: Store, ingestions: Ingestions, settings: Settings, asked: Counter[str],
                 clock: Callable[[], float]) -> None:  # fmt: skip
        self._store = store
        self._ingestions = ingestions
        self._settings = settings
        self._asked = asked
        self._clock = clock
        self._let_in: dict[str, deque[float]] = {}  # key id → when its requests of the last second were

    def routes(self) -> list[Route]:
        every = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
        return [
            Route(f"{API}/upload", self._signed("haqm_upload", self._upload), methods=["POST"]),
            Route(f"{API}/getCatalogUploadStatus", self._signed("haqm_status", self._status), methods=["POST"]),
            Route("/v1/{path:path}", self._nothing, methods=every),
            Route(f"{REPORTS}/{{name}}", self._report, methods=["GET"]),
            Route("/practice/haqm/items", self._items, methods=["GET"]),
        ]

    async def forget(self) -> None:
        """End what runs, and begin to count anew."""
        await self._ingestions.stop()
        self._let_in.clear()

    # --- being let in ---

    def _signed(self, name: str, handler: SignedHandler) -> Handler:
        async def answer(request: Request) -> Response:
            self._asked[name] += 1
            try:
                body = await whole(bounded(request, min(MAX_BODY, self._settings.max_body)))
            except HTTPException as too_long:
                return JSONResponse({"message": "Request Too Long"}, status_code=too_long.status_code)
            except ClientDisconnect:
                return Response(status_code=400)  # nobody is there to read it
            key = verify(_arrived(request, body), HAQM_KEYS, now=self._clock())
            if isinstance(key, NotLetIn):
                return _gateway(key.kind, {"message": key.text})
            if key.disabled or (key.retailer == MAIN_RETAILER and self._settings.haqm_disabled):
                said = NOT_YOURS.format(region=HAQM_REGION, method=request.method, path=request.url.path)
                return _gateway("AccessDeniedException", {"Message": said})
            return self._busy(key) or self._scripted_fault() or await handler(request, key, body)

        return answer

    def _busy(self, key: HaqmKey) -> Response | None:
        """429 where it was scripted, or where the second that ends now is full. Only who is let in counts."""
        if self._settings.throttle_next > 0:
            self._settings.throttle_next -= 1
            return _said(429, TOO_MANY, headers={"Retry-After": str(self._settings.retry_after)})
        now, limit = self._clock(), self._settings.haqm_rate
        recent = self._let_in.setdefault(key.access_key_id, deque())
        while recent and not now - SECOND < recent[0] <= now:
            recent.popleft()
        if limit and len(recent) >= limit:
            return _said(429, TOO_MANY)
        recent.append(now)
        return None

    def _scripted_fault(self) -> Response | None:
        if self._settings.haqm_fail_next == 0:
            return None
        self._settings.haqm_fail_next -= 1
        return _said(500, FAULTS[self._settings.haqm_fail])

    async def _nothing(self, request: Request) -> Response:  # noqa: ARG002 - every handler gets one
        """So API Gateway answers at an address, or to a method, that is none."""
        return _gateway("MissingAuthenticationTokenException", {"message": NO_SIGNATURE})

    # --- the two endpoints ---

    async def _upload(self, request: Request, key: HaqmKey, body: bytes) -> Response:  # noqa: ARG002 - see _signed
        items = items_of(_json(body))
        if items is None or not {str(item["item_sku"]) for item in items}.isdisjoint(self._settings.haqm_refuse):
            return _said(400, INVALID_BODY)
        fault = store_fault({str(item["store_id"]) for item in items}, key.retailer)
        if fault is not None:
            return _said(400, fault)
        return JSONResponse({"ingestionId": self._ingestions.start(key.retailer, items).id}, status_code=201)

    async def _status(self, request: Request, key: HaqmKey, body: bytes) -> Response:
        content = _json(body)
        wanted = content.get("ingestionId") if isinstance(content, dict) else None
        if not isinstance(wanted, str) or not wanted:
            return _said(400, INVALID_BODY)
        ingestion = self._ingestions.look_up(key.retailer, wanted)
        if ingestion is None:
            return _said(404, NO_INGESTION)
        link = self._link(request, ingestion.id) if ingestion.status == DONE else None
        return JSONResponse({"processingStatus": ingestion.status, "reportDownloadLink": link})

    # --- reports ---

    def _link(self, request: Request, name: str) -> str:
        expires = str(int(self._clock()) + self._settings.haqm_link_seconds)
        return f"{request.base_url}{REPORTS[1:]}/{name}?X-Expires={expires}&X-Sig={_link_signature(name, expires)}"

    async def _report(self, request: Request) -> Response:
        """The link is the permission; credentials that come along are not looked at."""
        self._asked["haqm_report"] += 1
        name, given = request.path_params["name"], request.query_params
        expires, signature = given.get("X-Expires", ""), given.get("X-Sig", "")
        if not hmac.compare_digest(_link_signature(name, expires).encode(), signature.encode()):
            return _xml(403, "SignatureDoesNotMatch", "The signature of this link is not ours.")
        now = self._clock()
        scripted = self._settings.haqm_expire_links > 0
        if scripted:
            self._settings.haqm_expire_links -= 1
        if scripted or now >= int(expires):
            return _xml(403, "AccessDenied", "Request has expired", Expires=_iso(int(expires)), ServerTime=_iso(now))
        report = self._store.haqm.report(name)
        if report is None:
            return _xml(404, "NoSuchKey", "The specified key does not exist.", Key=name)
        shown = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
        return Response(report.encode(), media_type="text/csv", headers=shown)

    # --- a look inside ---

    async def _items(self, request: Request) -> Response:
        """``?store=JWO-AMMAN-1`` shows what that store holds; without it, all stores."""
        return StreamingResponse(self._item_list(request.query_params.get("store")), media_type="application/json")

    async def _item_list(self, store: str | None) -> AsyncIterator[str]:
        after, between = 0, ""
        yield "["
        while rows := self._store.haqm.items(store, after=after):
            after = int(str(rows[-1]["id"]))
            yield between + ",".join(json.dumps(row, ensure_ascii=False) for row in rows)
            between = ","
            await asyncio.sleep(0)
        yield "]"


def _arrived(request: Request, body: bytes) -> Arrived:
    scope = request.scope
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"])
    path, query = scope["raw_path"].decode("latin-1"), scope["query_string"].decode("latin-1")
    return Arrived(request.method, path, query, headers, body)


def _json(body: bytes) -> object:
    """None for what is not JSON, which is as good as a body that says nothing."""
    import orjson

    try:
        content: object = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return content


def _said(status: int, text: str, *, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse({"errorMsg": text}, status_code=status, headers=headers)


def _gateway(kind: str, content: dict[str, str]) -> Response:
    return JSONResponse(content, status_code=403, headers={"x-amzn-ErrorType": kind})


def _xml(status: int, code: str, message: str, **more: str) -> Response:
    told = {"Code": code, "Message": message, **more}
    inside = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in told.items())
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error>{inside}</Error>'
    return Response(text, status_code=status, media_type="application/xml")


def _link_signature(name: str, expires: str) -> str:
    return hmac.new(LINK_KEY, f"{name}\n{expires}".encode(), hashlib.sha256).hexdigest()


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
