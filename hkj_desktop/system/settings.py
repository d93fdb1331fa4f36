"""What the program remembers between two starts: settings and shop profiles, in one JSON file; no secrets.

A setting is declared once, as a field of :class:`Settings`: its type, its default, and how it is read.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hkj_desktop.errors import SettingsError
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.destinations import Destination, destinations, first_destination

log = logging.getLogger(__name__)

VERSION = 1
MAX_RECENT = 12
MAX_MATCHES = 200  # remembered column layouts; the oldest is forgotten first
PRACTICE_ID = "practice"  # the built-in shop: it is always there and never stored; see practice_id

ColumnMatch = Mapping[str, str]
"""Header as the file spells it → field."""


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Digits(StrEnum):
    """Which digits the window shows numbers in. Files and shops always get 0-9."""

    LATIN = "latin"
    ARABIC = "arabic"


class Choice(StrEnum):
    """What can be left to the computer's own setting."""

    SYSTEM = "system"
    ON = "on"
    OFF = "off"


SIZES = (100, 115, 130, 150)
"""Sizes of everything in the window, in per cent."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A shop that catalogues are sent to. ``colour`` is a name of the theme, ``created`` an ISO 8601 time.
    ``account``: a name that is made anew with every other key, where a key is all that tells two shops of one system
    apart. ``region``, ``stores`` (divided by commas) and ``language`` (``en`` or ``ar``): where the system asks for
    them (destinations.py)."""

    id: str
    name: str
    destination: str
    base_url: str
    colour: str = ""
    created: str = ""
    account: str = ""
    region: str = ""
    stores: str = ""
    language: str = "en"

    @property
    def store_ids(self) -> tuple[str, ...]:
        """The stores, each once."""
        return tuple(dict.fromkeys(one.strip() for one in self.stores.split(",") if one.strip()))


def practice_id(system: Destination) -> str:
    """The id of the practice shop of this system."""
    return PRACTICE_ID if system == first_destination() else f"{PRACTICE_ID}-{system.id}"


def is_practice(profile_id: str) -> bool:
    """Whether it is a practice shop, of whichever system."""
    return any(profile_id == practice_id(system) for system in destinations().values())


def practice_profile(system: Destination) -> Profile:
    """The practice shop of this system. Its address is known once it runs."""
    given = system.practice
    return Profile(
        practice_id(system), given["name"], system.id, "",
        region=given.get("region", ""), stores=given.get("stores", ""),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RecentFile:
    """``when``: ISO 8601; ``outcome``: code of how its last upload ended, empty when it was never sent."""

    path: str
    products: int
    when: str
    outcome: str = ""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _record(kind: Callable[..., Any], value: object) -> Any:
    """A dataclass from a JSON object, None where it cannot be one; keys that it does not know are left out."""
    if not isinstance(value, dict):
        return None
    known = {one.name: int if one.type == "int" else str for one in fields(kind)}  # type: ignore[arg-type]
    values = {name: value[name] for name in known if name in value}
    try:
        return None if any(type(values[name]) is not known[name] for name in values) else kind(**values)
    except TypeError:  # a field without a default is missing
        return None


def _records(kind: Callable[..., Any]) -> Callable[[object], tuple[Any, ...]]:
    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError
        return tuple(one for one in (_record(kind, item) for item in value) if one is not None)

    return read


def _matches(value: object) -> Mapping[str, ColumnMatch]:
    if not isinstance(value, dict):
        raise TypeError
    return MappingProxyType(
        {
            name: MappingProxyType({_text(key): _text(one) for key, one in match.items()})
            for name, match in value.items()
        }
    )


def _one_of(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    return lambda value: kind(_text(value))


def _size(value: object) -> int:
    if type(value) is not int or value not in SIZES:
        raise TypeError
    return value


@dataclass(frozen=True)
class Settings:
    """Everything that is remembered. Change it with :meth:`SettingsStore.update`."""

    language: str | None = field(default=None, metadata={"read": _text_or_none})
    """``ar``, ``en`` or None for the system's."""
    theme: Theme = field(default=Theme.SYSTEM, metadata={"read": _one_of(Theme)})
    digits: Digits = field(default=Digits.LATIN, metadata={"read": _one_of(Digits)})
    contrast: Choice = field(default=Choice.SYSTEM, metadata={"read": _one_of(Choice)})
    """High contrast: on, off, or as the computer has it."""
    motion: Choice = field(default=Choice.SYSTEM, metadata={"read": _one_of(Choice)})
    """Whether things move gently, change at once, or as the computer has it."""
    size: int = field(default=100, metadata={"read": _size})
    """Of everything in the window, in per cent; one of :data:`SIZES`."""
    notices: bool = field(default=True, metadata={"read": _yes_or_no})
    """Whether the computer tells when a long upload has ended while another window is in front."""
    welcomed: bool = field(default=False, metadata={"read": _yes_or_no})
    """Whether the welcome page was answered."""
    last_profile: str = field(default=PRACTICE_ID, metadata={"read": _text})
    also: tuple[str, ...] = field(default=(), metadata={"read": _texts})
    """Shops that get the same catalogue in one go with the chosen one."""
    practised: bool = field(default=False, metadata={"read": _yes_or_no})
    """Whether what was last sent from the window went to the practice shop; then the way to a real shop asks once."""
    last_folder: str = field(default="", metadata={"read": _text})
    window_geometry: str = field(default="", metadata={"read": _text})
    """Base64 of what the window says of its place and size."""
    recent_files: tuple[RecentFile, ...] = field(default=(), metadata={"read": _records(RecentFile)})
    """The newest first."""
    column_matches: Mapping[str, ColumnMatch] = field(
        default_factory=lambda: MappingProxyType({}), metadata={"read": _matches}
    )
    """``shop id/fingerprint of a header row`` → the match that the person confirmed for that shop; without ``shop id/``
    in settings of older versions. The newest last; ask with :meth:`match_for`."""
    profiles: tuple[Profile, ...] = field(default=(), metadata={"read": _records(Profile)})
    set_aside: str | None = None
    """Name that a damaged file was given while reading; not stored."""
    extra: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """Keys of other versions of this program, written back as they were."""

    def profile(self, profile_id: str) -> Profile:
        """Raises SettingsError ``profile_unknown``."""
        return self._find(profile_id, lambda one: one.id == profile_id)

    def profile_named(self, name: str) -> Profile:
        """By its name, capitals ignored. Raises SettingsError ``profile_unknown``."""
        return self._find(name, lambda one: one.name.casefold() == name.strip().casefold())

    def _find(self, name: str, fits: Callable[[Profile], bool]) -> Profile:
        found = next(filter(fits, self.profiles), None)
        if found is None:
            raise SettingsError(reason="profile_unknown", name=name)
        return found

    def with_profile(self, profile: Profile) -> Settings:
        """Add the shop, or put it in the place of the one with its id.

        Raises SettingsError ``profile_name`` (empty) or ``profile_taken`` (another shop has that name or id).
        """
        name = profile.name.strip()
        if not name:
            raise SettingsError(reason="profile_name", name=profile.name)
        others = [one for one in self.profiles if one.id != profile.id]
        taken = {PRACTICE_ID, *(one.name.casefold() for one in others)}
        if name.casefold() in taken or is_practice(profile.id):
            raise SettingsError(reason="profile_taken", name=name)
        profile = replace(profile, name=name)
        if len(others) == len(self.profiles):
            return replace(self, profiles=(*self.profiles, profile))
        return replace(self, profiles=tuple(profile if o.id == profile.id else o for o in self.profiles))

    def without_profile(self, profile_id: str) -> Settings:
        """Forget the shop, and the matches that were made for it."""
        last = PRACTICE_ID if self.last_profile == profile_id else self.last_profile
        kept = tuple(one for one in self.profiles if one.id != profile_id)
        matches = {key: one for key, one in self.column_matches.items() if not key.startswith(f"{profile_id}/")}
        also = tuple(one for one in self.also if one != profile_id)
        return replace(self, profiles=kept, last_profile=last, also=also, column_matches=MappingProxyType(matches))

    def with_recent(self, recent: RecentFile) -> Settings:
        """Put a file first in the list, once."""
        others = [one for one in self.recent_files if one.path != recent.path]
        return replace(self, recent_files=(recent, *others)[:MAX_RECENT])

    def with_match(self, profile_id: str, fingerprint: str, match: ColumnMatch) -> Settings:
        """Remember how the columns of this header row were matched for this shop."""
        key = f"{profile_id}/{fingerprint}"
        others = [(name, one) for name, one in self.column_matches.items() if name != key]
        kept = [*others, (key, MappingProxyType(dict(match)))][-MAX_MATCHES:]
        return replace(self, column_matches=MappingProxyType(dict(kept)))

    def match_for(self, profile_id: str, fingerprint: str) -> ColumnMatch:
        """What this shop remembered for this header row, else what was remembered without a shop, else what another
        shop remembered last; empty if nothing was."""
        stored = self.column_matches
        for key in (f"{profile_id}/{fingerprint}", fingerprint):
            if key in stored:
                return stored[key]
        # A fingerprint holds no slash: its headers are words alone.
        return next((one for key, one in reversed([*stored.items()]) if key.endswith(f"/{fingerprint}")), {})


STORED = {one.name: one.metadata["read"] for one in fields(Settings) if "read" in one.metadata}


class SettingsStore:
    """Reads and writes the settings file. Safe to use from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()

    def load(self) -> Settings:
        """What is stored, or the defaults.

        A damaged file, or one with values that cannot be right, is renamed (``Settings.set_aside`` has the
        name) and what could be read of it stays in force. Raises SettingsError: ``newer`` (written by a newer
        version of this program; the file is left alone), ``denied`` (not readable) or ``damaged`` (and it
        cannot be renamed either).
        """
        with self._lock:
            return self._load()

    def save(self, settings: Settings) -> None:
        """Raises FileNotSaved; the old file is then as it was."""
        with self._lock:
            self._save(settings)

    def update(self, change: Callable[[Settings], Settings]) -> Settings:
        """Read, change, write, and return what was written. ``change`` must be quick and use no store."""
        with self._lock:
            before = self._load()
            after = change(before)
            if after != before:
                self._save(after)
            return after

    def _load(self) -> Settings:
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            raise SettingsError(reason="denied", name=self.path.name) from error
        stored = _decode(content)
        version = None if stored is None else stored.get("version")
        if stored is None or type(version) is not int:
            return Settings(set_aside=self._put_aside())
        if version > VERSION:
            raise SettingsError(reason="newer", name=self.path.name)
        settings, wrong = _read(stored)
        if wrong:
            log.info("settings that cannot be right: %s", ", ".join(wrong))
            settings = replace(settings, set_aside=self._put_aside())
            self._save(settings)
        return settings

    def _save(self, settings: Settings) -> None:
        stored = {**settings.extra, "version": VERSION}
        stored |= {name: getattr(settings, name) for name in STORED}
        text = json.dumps(stored, ensure_ascii=False, indent=2, default=_plain)
        # A file name of Linux may hold bytes that are no text; they survive the way to the file and back.
        write_atomically(self.path, lambda stream: _write(stream, text))

    def _put_aside(self) -> str:
        """Give the file the first free name beside it, and return that name."""
        number = 1
        while (aside := self.path.with_name(f"{self.path.stem}.damaged-{number}.json")).exists():
            number += 1
        try:
            self.path.rename(aside)
        except OSError as error:
            raise SettingsError(reason="damaged", name=self.path.name) from error
        return aside.name


def _write(stream: Any, text: str) -> None:
    stream.write(text.encode("utf-8", "surrogatepass"))


def _decode(content: bytes) -> dict[str, object] | None:
    """The JSON object in the file; None where there is none."""
    try:
        stored = json.loads(content.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    return stored if isinstance(stored, dict) else None


def _read(stored: dict[str, object]) -> tuple[Settings, list[str]]:
    """The settings, and the names of those whose value cannot be right and which fall back to the default."""
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for name, read in STORED.items():
        if name in stored:
            value = stored[name]
            try:
                values[name] = read(value)
                if isinstance(value, list) and len(values[name]) != len(value):
                    wrong.append(name)  # the readable ones stay
            except (TypeError, ValueError, AttributeError):
                wrong.append(name)
    extra = {name: value for name, value in stored.items() if name not in STORED and name != "version"}
    return Settings(**values, extra=MappingProxyType(extra)), wrong


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]
