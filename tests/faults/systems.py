"""The two systems of the table of faults: what a healthy server of each says, how it is reached and what it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hkj_desktop.files.item_payload import make_payload
from hkj_desktop.remotes.shop import Shop
from hkj_desktop.system.destinations import destination
from hkj_desktop.system.settings import Profile
from hkj_desktop.uploads.entries import Target, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.plan import ready_plan, write_plan
from tests.faults.shelf import Shelf
from tests.faults.shelf_haqm import STATUS, UPLOAD, HaqmShelf
from tests.helpers import haqm_client, shop_client
from tests.helpers.fault_server import Recorded
from tests.helpers.items import barcode
from tests.helpers.journal import NOW, TARGET, checked_file, planned, write_catalogue
from tests.helpers.journal import UPLOAD as UPLOAD_ID

STORES = Target("haqm", "p1", "My stores", "https://stores.example")


@dataclass(frozen=True, eq=False)
class System:
    """``secrets``: by their names in the key store. ``client``: a shop at an address. ``write``: a catalogue of so many
    products, each of them so many bytes larger than it need be. ``plan``: one that is written down, in a folder.
    ``strays``: whether a request goes where it should not, or takes along what it should not."""

    id: str
    target: Target
    shelf: Callable[[], Shelf | HaqmShelf]
    secrets: Mapping[str, str]
    client: Callable[..., AbstractContextManager[Shop]]
    write: Callable[[Path, int, int], Path]
    plan: Callable[[Journal, Path, Via, int, int], object]
    upload: str
    strays: Callable[[Recorded], bool]
    form: Mapping[str, str] = field(default_factory=dict)

    def profile(self, name: str, base_url: str) -> Profile:
        return Profile("p1", name, self.id, base_url, **self.form)

    def leaks(self, folder: Path) -> list[str]:
        """The files that hold one of the secrets."""
        found = [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
        return [
            f"{what} is in {name}"
            for name, content in found
            for what, value in self.secrets.items()
            if value.encode() in content
        ]


def _products(path: Path, count: int, filler: int) -> Path:
    return write_catalogue(path, count, filler=filler)


def _items(path: Path, count: int, filler: int) -> Path:
    """A column that nobody knows is sent under its own name, so it makes an item large."""
    lines = ["sku,title_en,title_ar,price_jod,barcode,shelf_label"]
    lines += [f"A-{n},Honey {n},عسل {n},1.250,{barcode(n)},{'x' * filler}" for n in range(1, count + 1)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _plan_products(journal: Journal, folder: Path, via: Via, count: int, filler: int) -> object:
    return planned(journal, folder, count, filler=filler, via=via)


def _plan_items(journal: Journal, folder: Path, via: Via, count: int, filler: int) -> object:
    (folder / "outbox").mkdir(parents=True)
    path = _items(folder / "items.csv", count, filler)
    payload = make_payload(checked_file(path), destination("haqm"), stores=["S1"])
    plan = ready_plan(payload, STORES, path, via=via)
    return write_plan(plan, journal, folder / "outbox", upload_id=UPLOAD_ID, now=NOW)


def _strays_hkj(request: Recorded) -> bool:
    return "/api/integration/" not in request.target


def _strays_haqm(request: Recorded) -> bool:
    """The two endpoints are called with a signature and the session token, the report with nothing of ours."""
    signed = request.headers.get("authorization", "").startswith(f"AWS4-HMAC-SHA256 Credential={haqm_client.KEY_ID}/")
    ours: dict[str, Any] = {name: value for name, value in request.headers.items() if haqm_client.TOKEN in value}
    if request.target in (UPLOAD, STATUS):
        return not signed or list(ours) != ["x-amz-security-token"]
    return "authorization" in request.headers or bool(ours) or not request.target.startswith("/reports/")


HKJ = System("hkj", TARGET, Shelf, {"api_key": shop_client.KEY}, shop_client.on_socket, _products, _plan_products,
             "/bulk", _strays_hkj)  # fmt: skip
HAQM = System(
    "haqm",
    STORES,
    HaqmShelf,
    {
        "access_key_id": haqm_client.KEY_ID,
        "secret_access_key": haqm_client.SECRET,
        "session_token": haqm_client.TOKEN,
    },
    haqm_client.haqm_on_socket,
    _items,
    _plan_items,
    "/catalog/upload",
    _strays_haqm,
    {"region": haqm_client.REGION, "stores": "S1"},
)
SYSTEMS = {one.id: one for one in (HKJ, HAQM)}
