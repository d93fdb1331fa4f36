"""One round: a real upload is killed with SIGKILL, taken up again, and compared with what should be in the shop."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Known
from tests.helpers.cli import Running
from tests.helpers.items import STORE, barcode
from tests.helpers.practice import HAQM_KEY, HAQM_REGION, MAIN_KEY, RunningShop, haqm_end, haqm_stores
from tests.kills.moments import Moment, Watch

OLD, NEW = "1.250", "2.500"
WORDS = "This product is not sold here."
MOST_RESUMES = 4
#: What the practice shop adds to a product by itself.
ITS_OWN = ("id", "created_at", "updated_at")


@dataclass(frozen=True)
class Kind:
    """A sort of upload. ``bad``: products that the shop refuses, ``whole`` of them with the whole body in which they
    are (HAQM); ``pace``: products that it imports in a second; ``update``: the shop has all of them already, at another
    price."""

    name: str
    via: str
    count: int
    bad: int
    pace: int = 0
    update: bool = False
    weight: int = 4
    system: str = "hkj"
    whole: int = 0

    @property
    def skus(self) -> list[str]:
        return [f"A-{n}" for n in range(1, self.count + 1)]

    def key(self, sku: str) -> str:
        """What the shop knows the product by, in the record."""
        return f"sku:{sku}" if self.system == "hkj" else f"item_sku:{sku} @{STORE}"

    def unit(self, sku: str, price: str) -> dict[str, Any]:
        """A product as it is sent, and as the shop holds it."""
        return product(sku, price) if self.system == "hkj" else item(sku, price)


KINDS = (
    Kind("bulk", "bulk", 600, 20, pace=1200),
    Kind("events", "events", 500, 60),
    Kind("hidden refusals, the rest as events", "auto", 600, 260),
    Kind("hidden refusals, the rest in bulk", "bulk", 600, 260, pace=3000),
    Kind("new prices in bulk", "bulk", 400, 30, pace=1200, update=True),
    Kind("new prices as events", "events", 400, 30, update=True),
    Kind("two bodies", "bulk", 10_400, 40, weight=1),
    Kind("HAQM, refused in the report", "bulk", 600, 40, pace=1200, system="haqm"),
    Kind("HAQM, refused with the whole body", "bulk", 200, 10, system="haqm", whole=2),
    Kind("HAQM, new prices", "bulk", 400, 30, pace=1200, update=True, system="haqm", whole=1),
    Kind("HAQM, two bodies", "bulk", 10_400, 40, weight=1, system="haqm"),
)


@dataclass
class Told:
    """What became of a round. ``struck``: where in the journal each kill struck; ``faults``: what is not as it should
    be."""

    seed: str
    kind: Kind
    struck: list[str] = field(default_factory=list)
    resumes: int = 0
    faults: list[str] = field(default_factory=list)


class Bench:
    """What all rounds share: one practice shop, a folder, and how long an undisturbed upload of each kind takes."""

    def __init__(self, shop: RunningShop, folder: Path) -> None:
        self.shop = shop
        self._folder = folder
        self._file = folder / "catalogue.csv"
        self._spans: dict[str, tuple[float, float]] = {}
        self._templates: dict[str, Path] = {}

    def span(self, kind: Kind) -> tuple[float, float]:
        """Seconds from the start of the process until the first body is there, and until the end is written down, when
        nothing disturbs it. Measured once."""
        if kind.name not in self._spans:
            watch = self.prepare(kind, kind.skus[: kind.bad])
            began = time.monotonic()
            with self.send(kind, watch.home) as child:
                watch.wait(child, Moment("bodies"))
                first = time.monotonic() - began
                watch.wait(child, Moment("ended"))
                self._spans[kind.name] = (first, time.monotonic() - began)
                child.end().ended(1)
        return self._spans[kind.name]

    def prepare(self, kind: Kind, bad: list[str]) -> Watch:
        """An empty shop that refuses ``bad`` (for an update: one that has every product at the old price), and the data
        folder of a computer that knows as much."""
        home = self._folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        if kind.update:
            shutil.copytree(self._template(kind), home)
        self.shop.reset()
        self.shop.settings(haqm_rate=0, pace=0)
        if kind.update:
            self._fill(kind)
        _write(self._file, kind, NEW)
        refused = {"reject": dict.fromkeys(bad, WORDS)}
        if kind.system == "haqm":
            refused = {"haqm_refuse": bad[: kind.whole], "haqm_reject": dict.fromkeys(bad[kind.whole :], WORDS)}
        self.shop.settings(pace=kind.pace, **refused)
        return Watch(self.shop, home, earlier=int(kind.update))

    def _fill(self, kind: Kind) -> None:
        """Every product at the old price, by no program of ours."""
        units = [kind.unit(sku, OLD) for sku in kind.skus]
        if kind.system == "hkj":
            self.shop.import_and_wait(json.dumps(units).encode(), "json")
            return
        with haqm_stores(self.shop) as stores:
            haqm_end(stores, stores.upload(units))

    def held(self, kind: Kind) -> list[dict[str, Any]]:
        """What the shop holds."""
        return self.shop.products() if kind.system == "hkj" else self.shop.haqm_items(STORE)

    def _template(self, kind: Kind) -> Path:
        """The data folder after a first upload of all products."""
        if kind.name not in self._templates:
            home = self._folder / f"template-{len(self._templates)}"
            self.shop.reset()
            self.shop.settings(haqm_rate=0)
            _write(self._file, kind, OLD)
            with self.send(kind, home) as child:
                child.end().ended(0)
            self._templates[kind.name] = home
        return self._templates[kind.name]

    def send(self, kind: Kind, home: Path) -> Running:
        where = ["--base-url", self.shop.base_url]
        if kind.system == "haqm":
            where = ["--for", "haqm", "--base-url", self.shop.shop.haqm_url, "--region", HAQM_REGION, "--store", STORE]
        return self._run(["send", self._file, "--json", *where, "--via", kind.via], home)

    def resume(self, home: Path) -> Running:
        return self._run(["resume", "--json"], home)

    def _run(self, arguments: list[object], home: Path) -> Running:
        keys = {"HAQM_ACCESS_KEY_ID": HAQM_KEY.access_key_id, "HAQM_SECRET_ACCESS_KEY": HAQM_KEY.secret}
        return Running(arguments, home=home, key=MAIN_KEY, extra=keys)


def play(bench: Bench, seed: str, kind: Kind, moment: Moment | None = None) -> Told:
    """The round of ``seed``: the same bad products and moments each time, as far as two processes can be. ``moment``
    stands in for that of the seed."""
    chance = random.Random(f"{seed} {kind.name}")
    told = Told(seed, kind)
    try:
        _play(bench, told, chance, moment)
    except (AssertionError, subprocess.TimeoutExpired) as error:
        told.faults.append(str(error))
    return told


def _play(bench: Bench, told: Told, chance: random.Random, moment: Moment | None) -> None:
    kind = told.kind
    bad = chance.sample(kind.skus, kind.bad)
    moment = moment or Moment.by_chance(chance, lambda: bench.span(kind))
    again = Moment.by_chance(chance, lambda: bench.span(kind), taken_up=True) if chance.random() < 0.35 else None
    watch = bench.prepare(kind, bad)
    with bench.send(kind, watch.home) as child:
        told.struck.append(watch.strike(child, moment))
    if again is not None and told.struck[0] not in ("nothing planned", "ended"):
        later = Watch(bench.shop, watch.home, earlier=int(kind.update))
        with bench.resume(watch.home) as child:
            told.struck.append(later.strike(child, again))
    _to_the_end(bench, watch, told)
    told.faults += _faults(bench, kind, set(bad), watch.home)
    # A body that was there before its plan, or after its end, belongs to nobody; it goes when it is old (outbox.prune).
    if not {"nothing planned", "ended"} & set(told.struck) and list((watch.home / "outbox").glob("*.json")):
        told.faults.append("a body stays behind")


def _to_the_end(bench: Bench, watch: Watch, told: Told) -> None:
    """Resume until nothing is open. Where nothing had been planned, the person sends the file again."""
    while watch.place() not in ("nothing planned", "ended") and told.resumes < MOST_RESUMES:
        told.resumes += 1
        with bench.resume(watch.home) as child:
            ran = child.end()
        if ran.code not in (0, 1) or "Traceback" in ran.err:
            told.faults.append(f"resume ended with {ran.code}: {ran.err}")
    if watch.place() == "nothing planned":
        if watch.requests:
            told.faults.append("something was sent before it was planned")
        with bench.resume(watch.home) as child:
            if child.end().object != {"uploads": []}:
                told.faults.append("something was taken up that was never planned")
        with bench.send(told.kind, watch.home) as child:
            child.end().ended(1)


# -- what must hold afterwards ----------------------------------------------------------------------------------------


def _faults(bench: Bench, kind: Kind, bad: set[str], home: Path) -> list[str]:
    """Everything that is not as it should be, in words."""
    journal = Journal(home / "uploads.sqlite", time.time).open()
    upload = journal.uploads()[0]
    known = Known(journal).contents(upload.target.shop, [kind.key(sku) for sku in kind.skus])
    before = {one.key: one.before for one in Known(journal).changes(upload.id)}
    fates = {one.sku: one.fate.value for one in journal.items(upload.id)}
    held = {kind.key(sku): unit for unit in bench.held(kind) if (sku := unit.get("sku") or unit["item_sku"])}
    applied = bench.shop.applied()
    good = set(kind.skus) - bad
    wanted = {kind.key(sku): kind.unit(sku, NEW) for sku in good}
    if kind.update:
        wanted |= {kind.key(sku): kind.unit(sku, OLD) for sku in bad}
    old = {kind.key(sku): kind.unit(sku, OLD) if kind.update else None for sku in good}
    decided = {sku: "rejected" if sku in bad else "accepted" for sku in kind.skus}
    checks = {
        "an upload is still open": not journal.interrupted(),
        "not every row is settled": (upload.planned, upload.unknown) == (0, 0),
        "the journal has not what the shop decided": fates == decided,
        "the shop holds a product twice": len(held) == len(bench.held(kind)),
        "the shop holds other products or prices": {key: _bare(one) for key, one in held.items()} == wanted,
        "an event was applied twice": set(applied.values()) <= {1},
        "a product was applied by two events": len(applied) <= len(good),
        "not every product came as an event": kind.via != "events" or len(applied) == len(good),
        "what is remembered is not what the shop holds": known == {key: _bare(one) for key, one in held.items()},
        "what was there before is not what is remembered of it": before == old,
        "a secret is in a file": not _leaks(home),
    }
    return [words for words, holds in checks.items() if not holds]


def _bare(product: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in product.items() if name not in ITS_OWN}


def _fils(price: str) -> int:
    return round(float(price) * 1000)


def _leaks(home: Path) -> list[Path]:
    secrets = [one.encode() for one in (MAIN_KEY, HAQM_KEY.access_key_id, HAQM_KEY.secret)]
    files = [path for path in home.rglob("*") if path.is_file()]
    return [path for path in files if any(one in path.read_bytes() for one in secrets)]


def product(sku: str, price: str) -> dict[str, Any]:
    """As HKJ takes it."""
    number = sku.removeprefix("A-")
    return {"sku": sku, "title_en": f"Honey {number}", "title_ar": f"عسل {number}", "price_fils": _fils(price)}


def item(sku: str, price: str) -> dict[str, Any]:
    """As HAQM takes it."""
    number = sku.removeprefix("A-")
    return {
        "item_sku": sku,
        "external_product_id": barcode(int(number)),
        "external_product_id_type": "EAN",
        "item_name": f"Honey {number}",
        "store_id": STORE,
        "standard_price": price,
    }


def _write(path: Path, kind: Kind, price: str) -> None:
    """HAQM needs barcodes, HKJ does not."""
    products = [product(sku, price) for sku in kind.skus]
    lines = [f"{one['sku']},{one['title_en']},{one['title_ar']},{price}" for one in products]
    header = "sku,title_en,title_ar,price_jod"
    if kind.system == "haqm":
        lines = [f"{line},{barcode(n)}" for n, line in enumerate(lines, 1)]
        header += ",barcode"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
