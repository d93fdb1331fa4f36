"""HAQM's stores without a fault, in a few lines: items by SKU and store, and a report of each ingestion."""

from __future__ import annotations

import json
from typing import Any

from tests.helpers.fault_server import Recorded

Answered = tuple[int, Any]
UPLOAD = "/api/v1/catalog/upload"
STATUS = "/api/v1/catalog/getCatalogUploadStatus"
REPORTS = "/reports/"
COLUMNS = "item_sku,store_id,status,message"


class HaqmShelf:
    """``products``: SKU → item. The first look at an ingestion finds it under way, the next one done."""

    def __init__(self) -> None:
        self.products: dict[str, dict[str, Any]] = {}
        self._uploads: list[list[dict[str, Any]]] = []
        self._looked: set[str] = set()

    def answer(self, request: Recorded) -> Answered:
        """Do what is asked, and answer as the specification says."""
        if request.target.startswith(REPORTS):
            return 200, self._report(request.target.partition("?")[0])
        if request.target == UPLOAD:
            return 201, {"ingestionId": self._upload(json.loads(request.body)["catalogItems"])}
        return self._status(json.loads(request.body)["ingestionId"], request.headers["host"])

    def _upload(self, items: list[dict[str, Any]]) -> str:
        assert {one["store_id"] for one in items} == {"S1"}
        self.products |= {one["item_sku"]: one for one in items}
        self._uploads.append(items)
        return f"ingestion-{len(self._uploads)}"

    def _status(self, name: str, host: str) -> Answered:
        if name not in {f"ingestion-{n}" for n, _ in enumerate(self._uploads, 1)}:
            return 404, {"errorMsg": "Ingestion does not exist"}
        first = name not in self._looked
        self._looked.add(name)
        link = None if first else f"http://{host}{REPORTS}{name}?X-Amz-Expires=3600&X-Amz-Signature=abc"
        return 200, {"processingStatus": "INPROGRESS" if first else "DONE", "reportDownloadLink": link}

    def _report(self, path: str) -> bytes:
        items = self._uploads[int(path.rpartition("-")[2]) - 1]
        rows = [f"{one['item_sku']},{one['store_id']},SUCCESS," for one in items]
        return "\r\n".join([COLUMNS, *rows, ""]).encode()

    def is_look(self, request: Recorded) -> bool:
        return request.target == STATUS

    def is_report(self, request: Recorded) -> bool:
        return request.target.startswith(REPORTS)

    def has_seen(self, request: Recorded) -> bool:
        """Whether the ingestion that is asked for was looked at before."""
        return json.loads(request.body)["ingestionId"] in self._looked
