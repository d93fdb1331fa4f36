"""A shop without a fault, in a few lines: it keeps one product for each key and says what it has."""

from __future__ import annotations

import json
from typing import Any

from tests.helpers.fault_server import Recorded

Answered = tuple[int, dict[str, Any]]
BULK = "/api/integration/bulk"
EVENTS = "/api/integration/events"


class Shelf:
    """``products``: sku → product. ``applied``: the ids of events. The first look at an import finds it under way."""

    def __init__(self) -> None:
        self.products: dict[str, dict[str, Any]] = {}
        self.applied: set[str] = set()
        self._sizes: list[int] = []
        self._looked: set[int] = set()

    def answer(self, request: Recorded) -> Answered:
        """Do what is asked, and answer as the specification says."""
        path = request.target.partition("?")[0]
        if path == EVENTS:
            return 200, self._events(json.loads(request.body))
        if path == BULK:
            return 202, self._bulk(_file_in(request))
        return self._look(int(path.rpartition("/")[2]))

    def _bulk(self, products: list[dict[str, Any]]) -> dict[str, Any]:
        self.products |= {one["sku"]: one for one in products}
        self._sizes.append(len(products))
        return {"batch_id": len(self._sizes), "status": "pending", "total_rows": len(products)}

    def _events(self, said: Any) -> dict[str, Any]:
        results = []
        for event in said if isinstance(said, list) else [said]:
            again = event["event_id"] in self.applied
            self.applied.add(event["event_id"])
            self.products[event["data"]["sku"]] = event["data"]
            results.append({"event_id": event["event_id"], "status": "duplicate" if again else "applied"})
        return {"results": results, "summary": {"received": len(results)}}

    def _look(self, batch_id: int) -> Answered:
        if not 1 <= batch_id <= len(self._sizes):
            return 404, {"error": "No such batch."}
        size, first = self._sizes[batch_id - 1], batch_id not in self._looked
        self._looked.add(batch_id)
        return 200, {
            "batch_id": batch_id,
            "format": "json",
            "status": "started" if first else "done",
            "total_rows": size,
            "processed_rows": size // 2 if first else size,
            "error_rows": 0,
            "error_kind": None,
            "error_summary": None,
            "retriable": False,
            "errors": [],
        }

    def is_look(self, request: Recorded) -> bool:
        return request.method == "GET"

    def is_report(self, request: Recorded) -> bool:  # it gives none
        return False

    def has_seen(self, request: Recorded) -> bool:
        """Whether the import that is asked for was looked at before."""
        return int(request.target.rpartition("/")[2]) in self._looked


def _file_in(request: Recorded) -> list[dict[str, Any]]:
    """The products in a form with one file."""
    _, _, rest = request.body.partition(b"\r\n\r\n")
    found: list[dict[str, Any]] = json.loads(rest.rpartition(b"\r\n--")[0])
    return found
