"""The shops that live in the practice shop, and what a person or a test may change about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace

# Published on purpose: these keys open nothing but the practice shop on this computer.
MAIN_KEY = "ik_practice_minimarket_5d2e"
OTHER_KEY = "ik_practice_bookshop_81c7"
DISABLED_KEY = "ik_practice_closed_3f90"

FORMATS = ("json", "csv", "xml")
FAILURES = ("system", "invalid_data")
DEFAULT_PACE = 400.0  # products per second: slow enough that a person sees the bar move
SLOWEST_PACE = 0.5  # products per second; slower, and an import would look abandoned (importer.ABANDONED_SECONDS)
DEFAULT_MAX_BODY = 256 * 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Shop:
    """One shop owner's account; ``disabled`` means that the integration was switched off (403)."""

    id: int
    key: str
    disabled: bool = False


MAIN_SHOP = Shop(1, MAIN_KEY)
OTHER_SHOP = Shop(2, OTHER_KEY)
DISABLED_SHOP = Shop(3, DISABLED_KEY, disabled=True)
SHOPS: Mapping[str, Shop] = {shop.key: shop for shop in (MAIN_SHOP, OTHER_SHOP, DISABLED_SHOP)}

# --- the practice retailers' stores (HAQM) ---

HAQM_REGION = "me-central-1"
HAQM_FAULTS = ("retry", "final")
HAQM_ENDS = ("CANCELLED", "FATAL")
MAIN_RETAILER, OTHER_RETAILER = 1, 2
HAQM_STORES: Mapping[str, int] = {  # store → its retailer
    "JWO-AMMAN-1": MAIN_RETAILER,
    "JWO-IRBID-1": MAIN_RETAILER,
    "JWO-ZARQA-9": OTHER_RETAILER,
}


@dataclass(frozen=True, slots=True)
class HaqmKey:
    """Who may sign requests. ``session_token``: comes with a role, and then has to come along; ``disabled``: the
    signature is right, and its owner was never let in (403)."""

    access_key_id: str
    secret: str
    retailer: int
    session_token: str | None = None
    disabled: bool = False


# Published on purpose, as above; made not to look like anybody's keys.
HAQM_KEY = HaqmKey("AKIDPRACTICEMINIMARKET", "practice/minimarket+opens/nothing+else/1", MAIN_RETAILER)
HAQM_ROLE_KEY = HaqmKey(
    "ASIDPRACTICEMINIMARKET",
    "practice/role+of+minimarket/nothing+else",
    MAIN_RETAILER,
    "practice/session+token+of+the+minimarkets+role/which+opens+nothing+else==",
)
HAQM_OTHER_KEY = HaqmKey("AKIDPRACTICEBOOKSHOP", "practice/bookshop+opens/nothing+else/002", OTHER_RETAILER)
HAQM_DISABLED_KEY = HaqmKey("AKIDPRACTICECLOSED", "practice/closed/opens+not+even+this/0003", 3, disabled=True)
HAQM_KEYS: Mapping[str, HaqmKey] = {
    key.access_key_id: key for key in (HAQM_KEY, HAQM_ROLE_KEY, HAQM_OTHER_KEY, HAQM_DISABLED_KEY)
}


def stores_of(retailer: int) -> list[str]:
    return [store for store, owner in HAQM_STORES.items() if owner == retailer]


@dataclass(slots=True)
class Settings:
    """What ``POST /practice/settings`` changes; all of it is forgotten when the server ends.

    ``pace``: products per second, 0 for no pause. ``disabled``: the main shop answers 403. ``fail_next``: how the
    next import ends. ``reject``: sku → the error text that this product gets. ``throttle_next``: so many requests
    with a good key get 429, with ``retry_after`` seconds. ``max_body``: bytes, above it 413. ``pace``,
    ``throttle_next``
    and ``max_body`` are for both systems; those that begin with haqm_ are for HAQM's alone:

    ``haqm_rate``: requests that a key has in one second, 0 for no limit. ``haqm_disabled``: the main retailer's keys
    are not let in. ``haqm_fail_next``: so many requests get 500, of the kind ``haqm_fail``. ``haqm_end_next``: how the
    next ingestion ends. ``haqm_refuse``: an upload with one of these SKUs is an invalid request body. ``haqm_reject``:
    SKU → the message that it gets in the report. ``haqm_link_seconds``: how long a report's link lives.
    ``haqm_expire_links``: so many downloads find their link expired.
    """

    pace: float = DEFAULT_PACE
    disabled: bool = False
    default_format: str = "json"
    fail_next: str | None = None
    reject: dict[str, str] = field(default_factory=dict)
    throttle_next: int = 0
    retry_after: int = 1
    max_body: int = DEFAULT_MAX_BODY
    haqm_rate: int = 10
    haqm_disabled: bool = False
    haqm_fail: str = "retry"
    haqm_fail_next: int = 0
    haqm_end_next: str | None = None
    haqm_refuse: list[str] = field(default_factory=list)
    haqm_reject: dict[str, str] = field(default_factory=dict)
    haqm_link_seconds: int = 3600
    haqm_expire_links: int = 0

    def as_dict(self) -> dict[str, object]:
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def take_over(self, other: Settings) -> None:
        """Become equal to ``other``, in place: the routes and the importer share one object."""
        for one in fields(self):
            setattr(self, one.name, getattr(other, one.name))

    def changed(self, wanted: Mapping[str, object]) -> Settings | str:
        """A copy with ``wanted`` in it, or the name of the first setting that does not exist or cannot be so."""
        for name, value in wanted.items():
            fits = _FITS.get(name)
            if fits is None or not fits(value):
                return name
        return replace(self, **wanted)  # type: ignore[arg-type]  # each value has just been looked at


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_pace(value: object) -> bool:
    """0 (no pause), or products per second from SLOWEST_PACE up."""
    return isinstance(value, int | float) and not isinstance(value, bool) and (value == 0 or value >= SLOWEST_PACE)


def _is_text_by_sku(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


_FITS: Mapping[str, Callable[[object], bool]] = {
    "pace": is_pace,
    "disabled": lambda value: isinstance(value, bool),
    "default_format": lambda value: value in FORMATS,
    "fail_next": lambda value: value is None or value in FAILURES,
    "reject": _is_text_by_sku,
    "throttle_next": _is_count,
    "retry_after": _is_count,
    "max_body": _is_count,
    "haqm_rate": _is_count,
    "haqm_disabled": lambda value: isinstance(value, bool),
    "haqm_fail": lambda value: value in HAQM_FAULTS,
    "haqm_fail_next": _is_count,
    "haqm_end_next": lambda value: value is None or value in HAQM_ENDS,
    "haqm_refuse": _is_texts,
    "haqm_reject": _is_text_by_sku,
    "haqm_link_seconds": _is_count,
    "haqm_expire_links": _is_count,
}
