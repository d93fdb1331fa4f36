"""POST /integration/events: one result for each event, in order, and the sums."""

from __future__ import annotations

import asyncio
from collections import Counter

from hkj_desktop.practice.importer import judge
from hkj_desktop.practice.shops import MAIN_SHOP, Settings, Shop
from hkj_desktop.practice.store import Store
from hkj_desktop.practice.validate import REQUIRED_TEXT, Refused, check_product, natural_key

PRODUCT_UPSERTED = "product.upserted"  # the one event type that is published
# The real name of the stock event is not published. This one exists in the practice shop alone, because without it
# nobody could see the status "skipped", which the specification explains with stock for an unknown product.
PRACTICE_STOCK = "practice.stock"

SLICE = 100  # events in one transaction
STATUSES = ("applied", "skipped", "duplicate", "error")

Result = dict[str, object]


class EventDesk:
    """Takes events one by one; a bad one never fails the rest. ``applied``: event_id → how often it was applied to the
    main shop, which should be once."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self.applied: Counter[str] = Counter()

    async def take(self, shop: Shop, content: object) -> dict[str, object]:
        """The whole answer for a parsed body: an array of envelopes, or one envelope."""
        events = content if isinstance(content, list) else [content]
        results: list[Result] = []
        for start in range(0, len(events), SLICE):
            with self._store.transaction():
                slice_ = [self._take_one(shop, event) for event in events[start : start + SLICE]]
            results += slice_
            if shop == MAIN_SHOP:
                self.applied.update(str(one["event_id"]) for one in slice_ if one["status"] == "applied")
            await asyncio.sleep(0)
        counts = Counter(str(result["status"]) for result in results)
        return {
            "results": results,
            "summary": {"received": len(results)} | {status: counts[status] for status in STATUSES},
        }

    def _take_one(self, shop: Shop, event: object) -> Result:
        if not isinstance(event, dict):
            return _error("An event must be an object.")
        event_id = event.get("event_id")
        if not isinstance(event_id, str) or not event_id.strip():
            return _error(REQUIRED_TEXT.format(name="event_id"))
        if self._store.knows_event(shop.id, event_id):
            return {"event_id": event_id, "status": "duplicate"}
        result = self._apply(shop, event)
        # After an error nothing has changed, so the same event may come again, mended.
        if result["status"] != "error":
            self._store.remember_event(shop.id, event_id)
        return {"event_id": event_id} | result

    def _apply(self, shop: Shop, event: dict[str, object]) -> Result:
        kind, data = event.get("event_type"), event.get("data")
        if not isinstance(kind, str) or not kind.strip():
            return _error(REQUIRED_TEXT.format(name="event_type"))
        if kind not in (PRODUCT_UPSERTED, PRACTICE_STOCK):
            return _error(f"'event_type' {kind!r} is not known.")
        if not isinstance(data, dict):
            return _error("'data' is required and must be an object.")
        return self._upsert(shop, data) if kind == PRODUCT_UPSERTED else self._set_stock(shop, data)

    def _upsert(self, shop: Shop, data: dict[str, object]) -> Result:
        verdict = judge(data, self._settings, digits_as_text=False)
        if isinstance(verdict, Refused):
            return _error(verdict.error)
        product_id = self._store.upsert(shop.id, verdict.product)
        return {"status": "applied", "action": PRODUCT_UPSERTED, "product_id": product_id}

    def _set_stock(self, shop: Shop, data: dict[str, object]) -> Result:
        key = natural_key(data)
        found = self._store.find(shop.id, key) if key else None
        if found is None:
            return {"status": "skipped", "action": PRACTICE_STOCK, "reason": "No product with this key."}
        verdict = check_product(found[1] | {"stock_qty": data.get("stock_qty")}, digits_as_text=False)
        if isinstance(verdict, Refused):
            return _error(verdict.error)
        self._store.upsert(shop.id, verdict.product)
        return {"status": "applied", "action": PRACTICE_STOCK, "product_id": found[0]}


def _error(text: str) -> Result:
    return {"status": "error", "error": text}
