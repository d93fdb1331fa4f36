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


@dataclass(slots=True)
class Settings:
    """What ``POST /practice/settings`` changes; all of it is forgotten when the server ends.

    ``pace``: products per second, 0 for no pause. ``disabled``: the main shop answers 403. ``fail_next``: how the
    next import ends. ``reject``: sku → the error text that this product gets. ``throttle_next``: so many requests
    with a good key get 429, with ``retry_after`` seconds. ``max_body``: bytes, above it 413.
    """

    pace: float = DEFAULT_PACE
    disabled: bool = False
    default_format: str = "json"
    fail_next: str | None = None
    reject: dict[str, str] = field(default_factory=dict)
    throttle_next: int = 0
    retry_after: int = 1
    max_body: int = DEFAULT_MAX_BODY

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


_FITS: Mapping[str, Callable[[object], bool]] = {
    "pace": is_pace,
    "disabled": lambda value: isinstance(value, bool),
    "default_format": lambda value: value in FORMATS,
    "fail_next": lambda value: value is None or value in FAILURES,
    "reject": _is_text_by_sku,
    "throttle_next": _is_count,
    "retry_after": _is_count,
    "max_body": _is_count,
}
