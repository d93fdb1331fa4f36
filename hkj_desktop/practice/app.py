"""The routes of the practice shop: HKJ's three endpoints under /api, and what people and tests need (HAQM: haqm.py)."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from hkj_desktop.practice.bodies import bounded, whole
from hkj_desktop.practice.events import EventDesk
from hkj_desktop.practice.haqm import REQUESTS, HaqmRoutes
from hkj_desktop.practice.haqm_ingest import Ingestions
from hkj_desktop.practice.importer import Importer
from hkj_desktop.practice.loopback import LoopbackOnly
from hkj_desktop.practice.parse import Unparsable, parse_upload
from hkj_desktop.practice.shops import FORMATS, MAIN_SHOP, OTHER_SHOP, SHOPS, Settings, Shop
from hkj_desktop.practice.store import Store, public_view
from hkj_desktop.practice.storefront import PAGE_SIZE, picture_path, storefront

API = "/api/integration"

ShopHandler = Callable[[Request, Shop], Awaitable[Response]]
Handler = Callable[[Request], Awaitable[Response]]

_NOTHING_FROM_ELSEWHERE = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

_BATCH_ID = re.compile(r"[0-9]{1,18}")  # longer ones would not fit into SQLite's integers; they are nobody's


class _InMemoryParser(MultiPartParser):
    """Keeps the uploaded file in memory: its usual spooling to disk would start threads."""

    spool_max_size = 0  # bytes; 0 is "never to disk"


class ShopRoutes:
    """The three endpoints. The key comes first, before anything else is looked at."""

    def __init__(self, desk: EventDesk, importer: Importer, settings: Settings, asked: Counter[str]) -> None:
        self._importer = importer
        self._settings = settings
        self._desk = desk
        self._asked = asked

    def routes(self) -> list[Route]:
        return [
            Route(f"{API}/events", self._keyed("events", self._events), methods=["POST"]),
            Route(f"{API}/bulk", self._keyed("bulk", self._bulk), methods=["POST"]),
            Route(f"{API}/bulk/{{batch_id}}", self._keyed("batch", self._batch), methods=["GET"]),
        ]

    def _keyed(self, name: str, handler: ShopHandler) -> Handler:
        async def answer(request: Request) -> Response:
            self._asked[name] += 1
            shop = SHOPS.get(request.headers.get("X-API-Key", ""))
            if shop is None:
                return refusal(401, "Missing or unknown X-API-Key.")
            if shop.disabled or (shop == MAIN_SHOP and self._settings.disabled):
                return refusal(403, "The integration is disabled.")
            if self._settings.throttle_next > 0:
                self._settings.throttle_next -= 1
                wait = {"Retry-After": str(self._settings.retry_after)}
                return refusal(429, "Too many requests.", headers=wait)
            try:
                return await handler(request, shop)
            except ClientDisconnect:
                return Response(status_code=400)  # nobody is there to read it

        return answer

    async def _events(self, request: Request, shop: Shop) -> Response:
        import orjson

        try:
            content: object = orjson.loads(await whole(bounded(request, self._settings.max_body)))
        except orjson.JSONDecodeError:
            return refusal(400, "The body is not valid JSON.")
        return JSONResponse(await self._desk.take(shop, content))

    async def _bulk(self, request: Request, shop: Shop) -> Response:
        declared = request.query_params.get("format") or self._settings.default_format
        if declared not in FORMATS:
            return refusal(400, "'format' must be json, csv or xml.")
        body = await self._upload(request)
        parsed = Unparsable("The form is not readable.") if body is None else await parse_upload(body, declared)
        if isinstance(parsed, Unparsable):
            return refusal(400, parsed.reason)
        batch = self._importer.start(shop, declared, parsed)
        answer = {"batch_id": batch.id, "status": "pending", "total_rows": batch.total_rows}
        return JSONResponse(answer, status_code=202)

    async def _batch(self, request: Request, shop: Shop) -> Response:
        wanted = request.path_params["batch_id"]
        batch = self._importer.look_up(shop, int(wanted)) if _BATCH_ID.fullmatch(wanted) else None
        if batch is None:
            return refusal(404, "No such batch for your integration.")
        return JSONResponse(public_view(batch))

    async def _upload(self, request: Request) -> bytes | None:
        """The catalogue: the form's ``file`` part, or the raw body. Empty if there is none, None for a broken form."""
        if not request.headers.get("Content-Type", "").lower().startswith("multipart/form-data"):
            return await whole(bounded(request, self._settings.max_body))
        try:
            form = await _InMemoryParser(request.headers, bounded(request, self._settings.max_body)).parse()
        except MultiPartException:
            return None
        try:
            part = form.get("file")
            return await part.read() if isinstance(part, UploadFile) else (part or "").encode()
        finally:
            await form.close()


class PracticeRoutes:
    """What stands outside /api: a look into the shop, and the strings that a test pulls."""

    def __init__(
        self,
        store: Store,
        desk: EventDesk,
        importer: Importer,
        haqm: HaqmRoutes,
        settings: Settings,
        asked: Counter[str],
    ) -> None:
        self._store = store
        self._desk = desk
        self._importer = importer
        self._haqm = haqm
        self._settings = settings
        self._at_start = Settings(**settings.as_dict())  # type: ignore[arg-type]  # its own fields
        self._asked = asked

    def routes(self) -> list[Route]:
        return [
            Route("/", self._front, methods=["GET"]),
            Route("/practice/products", self._products, methods=["GET"]),
            Route("/practice/requests", self._requests, methods=["GET"]),
            Route("/practice/events", self._applied, methods=["GET"]),
            Route("/practice/settings", self._change, methods=["GET", "POST"]),
            Route("/practice/reset", self._reset, methods=["POST"]),
            Route("/practice/pictures/{name}", self._picture, methods=["GET"]),
        ]

    async def _front(self, request: Request) -> Response:
        words = request.query_params.get("q", "").strip()[:100]
        number = request.query_params.get("page", "1")
        page = max(1, int(number)) if number.isascii() and number.isdecimal() and len(number) < 7 else 1
        found, total = self._store.search(MAIN_SHOP.id, words, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
        return HTMLResponse(storefront(found, total=total, page=page, words=words), headers=_NOTHING_FROM_ELSEWHERE)

    async def _products(self, request: Request) -> Response:
        """``?shop=other`` shows what the other shop holds."""
        shop = OTHER_SHOP if request.query_params.get("shop") == "other" else MAIN_SHOP
        return StreamingResponse(self._product_list(shop), media_type="application/json")

    async def _product_list(self, shop: Shop) -> AsyncIterator[str]:
        after, between = 0, ""
        yield "["
        while rows := self._store.products(shop.id, after=after):
            after = int(str(rows[-1]["id"]))
            yield between + ",".join(json.dumps(row, ensure_ascii=False) for row in rows)
            between = ","
            await asyncio.sleep(0)
        yield "]"

    async def _requests(self, request: Request) -> Response:  # noqa: ARG002 - every handler gets one
        return JSONResponse({name: self._asked[name] for name in ("events", "bulk", "batch", *REQUESTS)})

    async def _applied(self, request: Request) -> Response:  # noqa: ARG002 - every handler gets one
        return JSONResponse(self._desk.applied)

    async def _change(self, request: Request) -> Response:
        if request.method == "POST":
            try:
                wanted = json.loads(await request.body())
            except ValueError:
                return refusal(400, "The body is not valid JSON.")
            changed = self._settings.changed(wanted) if isinstance(wanted, dict) else "settings"
            if isinstance(changed, str):
                return refusal(400, f"'{changed}' is not a setting, or cannot be that.")
            self._settings.take_over(changed)
        return JSONResponse(self._settings.as_dict())

    async def _reset(self, request: Request) -> Response:  # noqa: ARG002 - every handler gets one
        await self._importer.stop()
        await self._haqm.forget()
        with self._store.transaction():
            self._store.reset()
        self._settings.take_over(Settings(**self._at_start.as_dict()))  # type: ignore[arg-type]  # its own fields
        self._asked.clear()
        self._desk.applied.clear()
        return JSONResponse({})

    async def _picture(self, request: Request) -> Response:
        path = picture_path(request.path_params["name"])
        if path is None:
            return refusal(404, "No such picture.")
        return Response(path.read_bytes(), media_type="image/png")


def refusal(status: int, text: str, *, headers: dict[str, str] | None = None) -> Response:
    """An error answer. The specification names the codes and no body; ours has one field, ``error``."""
    return JSONResponse({"error": text}, status_code=status, headers=headers)


async def _refuse(request: Request, error: Exception) -> Response:  # noqa: ARG001 - starlette's signature
    """Unknown paths and methods, and bodies past the limit, in the same shape as every other refusal."""
    if not isinstance(error, HTTPException):
        raise error
    return refusal(error.status_code, error.detail, headers=dict(error.headers or {}))


def build_app(
    store: Store, importer: Importer, ingestions: Ingestions, settings: Settings, *, clock: Callable[[], float]
) -> Starlette:
    """The whole practice shop as an ASGI application; its end ends the imports. ``clock()``: seconds since 1970."""
    asked: Counter[str] = Counter()
    desk = EventDesk(store, settings)
    haqm = HaqmRoutes(store, ingestions, settings, asked, clock)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:  # noqa: ARG001 - starlette's signature
        yield
        await importer.stop()
        await ingestions.stop()

    return Starlette(
        routes=[
            *ShopRoutes(desk, importer, settings, asked).routes(),
            *PracticeRoutes(store, desk, importer, haqm, settings, asked).routes(),
            *haqm.routes(),
        ],
        middleware=[Middleware(LoopbackOnly)],
        exception_handlers={HTTPException: _refuse},
        lifespan=lifespan,
    )
