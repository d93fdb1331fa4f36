"""Settings and shop profiles survive restarts, damage and other versions."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from hkj_desktop.errors import FileNotSaved, SettingsError
from hkj_desktop.system import settings as module
from hkj_desktop.system.destinations import destination
from hkj_desktop.system.settings import (
    MAX_MATCHES,
    MAX_RECENT,
    PRACTICE_ID,
    Profile,
    RecentFile,
    Settings,
    SettingsStore,
    Theme,
)

SHOP = Profile("id-1", "دكان البلد", "hkj", "https://shop.example/api", "teal", "2026-11-21T10:00:00+03:00")
FULL = Settings(
    language="ar",
    theme=Theme.DARK,
    last_profile="id-1",
    practised=True,
    last_folder="C:\\كتالوج",
    window_geometry="AdnQywAD",
    recent_files=(RecentFile("/a/قائمة.xlsx", 60, "2026-11-21T10:00:00", "done"),),
    column_matches={"abc": {"الاسم": "title_ar", "SKU": "sku"}},
    profiles=(SHOP,),
)


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


def test_nothing_stored(store: SettingsStore) -> None:
    """A first start has the defaults, and reading writes nothing."""
    assert store.load() == Settings()
    assert store.load().last_profile == PRACTICE_ID
    assert not store.path.exists()


def test_round_trip(store: SettingsStore) -> None:
    """Every setting comes back as it was, Arabic and odd paths included."""
    store.save(FULL)
    assert SettingsStore(store.path).load() == FULL
    assert "دكان البلد" in store.path.read_text(encoding="utf-8")
    assert set(module.STORED) < set(json.loads(store.path.read_bytes()))


def test_path_that_is_no_text(store: SettingsStore) -> None:
    """A file name with bytes that are no text is remembered all the same."""
    odd = os.fsdecode(b"/a/\xe9.csv") if os.name == "posix" else "C:\\\udce9.csv"
    store.update(lambda one: one.with_recent(RecentFile(odd, 1, "")))
    assert store.load().recent_files[0].path == odd


def test_unknown_keys_are_kept(store: SettingsStore) -> None:
    """What another version wrote is written back untouched."""
    store.path.write_text(json.dumps({"version": 1, "theme": "dark", "haqm": {"x": [1]}}))
    store.update(lambda one: replace(one, language="en"))
    stored = json.loads(store.path.read_bytes())
    assert stored["haqm"] == {"x": [1]}
    assert (stored["theme"], stored["language"], stored["version"]) == ("dark", "en", 1)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"version": "1"}', b"{}", b"[" * 100_000, b'{"version": true}'],
)
def test_damaged_file_is_set_aside(store: SettingsStore, content: bytes) -> None:
    """A file that is no settings file is kept under another name, which the caller is told."""
    store.path.write_bytes(content)
    loaded = store.load()
    assert loaded.set_aside == "settings.damaged-1.json"
    assert replace(loaded, set_aside=None) == Settings()
    assert store.path.with_name("settings.damaged-1.json").read_bytes() == content
    store.path.write_bytes(b"again")
    assert store.load().set_aside == "settings.damaged-2.json"
    assert store.load().set_aside is None


def test_wrong_values_lose_nothing_else(store: SettingsStore) -> None:
    """A value that cannot be right falls back alone, and the file as it was is kept beside."""
    shop = {name: getattr(SHOP, name) for name in SHOP.__slots__}
    wrong = {
        "version": 1,
        "theme": "pink",
        "practised": "yes",
        "language": 5,
        "last_folder": "/a",
        "recent_files": "none",
        "column_matches": {"abc": ["x"]},
        "profiles": [{"id": 1}, shop, {**shop, "id": "id-2", "name": "second", "later": 1}, "x"],
    }
    store.path.write_text(json.dumps(wrong))
    loaded = store.load()
    assert loaded.set_aside == "settings.damaged-1.json"
    assert (loaded.theme, loaded.language, loaded.practised, loaded.last_folder) == (Theme.SYSTEM, None, False, "/a")
    assert [one.name for one in loaded.profiles] == [SHOP.name, "second"]
    assert json.loads(store.path.with_name("settings.damaged-1.json").read_bytes()) == wrong
    assert store.load() == replace(loaded, set_aside=None)


def test_newer_version_is_left_alone(store: SettingsStore) -> None:
    """A file of a newer version is neither used nor touched, on reading and on writing."""
    content = json.dumps({"version": 2, "theme": {"kind": "new"}}).encode()
    store.path.write_bytes(content)
    for call in (store.load, lambda: store.update(lambda one: replace(one, language="ar"))):
        with pytest.raises(SettingsError) as caught:
            call()
        assert caught.value.params == {"reason": "newer", "name": "settings.json"}
    assert store.path.read_bytes() == content


def test_unreadable_file(store: SettingsStore) -> None:
    """A file that may not be read is an error, not a reason to begin anew."""
    store.path.mkdir()
    with pytest.raises(SettingsError) as caught:
        store.load()
    assert caught.value.params["reason"] == "denied"


def test_damaged_and_immovable(store: SettingsStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged file that cannot be renamed is told, and not overwritten."""

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError

    store.path.write_bytes(b"{")
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(SettingsError) as caught:
        store.load()
    assert caught.value.params["reason"] == "damaged"
    assert store.path.read_bytes() == b"{"


def test_failed_save_keeps_the_old_file(store: SettingsStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """When saving fails, what was stored before is still there."""
    store.save(FULL)

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "no space left")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileNotSaved):
        store.update(lambda one: replace(one, language="en"))
    assert store.load() == FULL


def test_updates_from_many_threads(store: SettingsStore) -> None:
    """Changes made at the same time are all kept."""

    def add(number: int) -> None:
        store.update(lambda one: one.with_profile(replace(SHOP, id=f"id-{number}", name=f"shop {number}")))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.id for one in store.load().profiles} == {f"id-{number}" for number in range(20)}


def test_profiles() -> None:
    """Shops are found by id and by name, changed in place, and removed with what pointed at them."""
    settings = Settings().with_profile(SHOP).with_profile(replace(SHOP, id="id-2", name=" Second "))
    assert settings.profile("id-1") == SHOP
    assert settings.profile_named(" SECOND ").id == "id-2"
    changed = settings.with_profile(replace(SHOP, colour="plum"))
    assert [one.id for one in changed.profiles] == ["id-1", "id-2"]
    assert changed.profile("id-1").colour == "plum"
    left = replace(changed, last_profile="id-1").without_profile("id-1")
    assert [one.id for one in left.profiles] == ["id-2"]
    assert left.last_profile == PRACTICE_ID
    for find in (left.profile, left.profile_named):
        with pytest.raises(SettingsError) as caught:
            find("id-1")
        assert caught.value.params["reason"] == "profile_unknown"


@pytest.mark.parametrize(
    ("profile", "reason"),
    [
        (replace(SHOP, id="new", name="  "), "profile_name"),
        (replace(SHOP, id="new", name=SHOP.name + " "), "profile_taken"),
        (replace(SHOP, id="new", name="Practice"), "profile_taken"),
        (replace(SHOP, id=PRACTICE_ID, name="mine"), "profile_taken"),
    ],
)
def test_profiles_that_cannot_be(profile: Profile, reason: str) -> None:
    """A shop needs a name of its own, and the practice shop's is not free."""
    with pytest.raises(SettingsError) as caught:
        Settings().with_profile(SHOP).with_profile(profile)
    assert caught.value.params["reason"] == reason


def test_recent_files() -> None:
    """The newest file is first, each is there once, and the list stays short."""
    settings = Settings()
    for number in [*range(MAX_RECENT + 5), 10]:
        settings = settings.with_recent(RecentFile(f"/a/{number}.csv", number, ""))
    assert len(settings.recent_files) == MAX_RECENT
    assert [one.products for one in settings.recent_files][:3] == [10, 16, 15]


def test_column_matches() -> None:
    """Matches are remembered by shop and fingerprint, and only the latest of very many."""
    settings = Settings()
    for number in range(MAX_MATCHES + 3):
        settings = settings.with_match("id-1", str(number), {"h": "sku"})
    settings = settings.with_match("id-1", "5", {"h": "title_en"})
    assert len(settings.column_matches) == MAX_MATCHES
    assert settings.match_for("id-1", "5") == {"h": "title_en"}
    assert settings.match_for("id-1", "0") == {}


def test_column_matches_belong_to_a_shop(store: SettingsStore) -> None:
    """A shop's own match wins, then the one of older settings without a shop, then the newest of another shop."""
    own, older, second, third = ({"h": name} for name in ("sku", "barcode", "title_en", "title_ar"))
    settings = Settings().with_match("id-2", "abc", second).with_match("id-3", "abc", third)
    assert settings.match_for("id-1", "abc") == third
    settings = settings.with_match("id-2", "abc", second)
    assert settings.match_for("id-1", "abc") == second
    settings = replace(settings, column_matches={"abc": older, **settings.column_matches})
    assert settings.match_for("id-1", "abc") == older
    settings = settings.with_match("id-1", "abc", own)
    store.save(settings)
    settings = store.load()
    assert [settings.match_for(shop, "abc") for shop in ("id-1", "id-2", "id-3", "id-4")] == [own, second, third, older]
    assert settings.match_for("id-1", "bc") == {}


def test_a_removed_shop_forgets_its_matches() -> None:
    """Nothing of it is remembered; what other shops and older settings remembered stays."""
    settings = replace(Settings(), column_matches={"abc": {"h": "sku"}}).with_profile(SHOP)
    settings = settings.with_match(SHOP.id, "abc", {"h": "price"}).with_match("id-2", "abc", {"h": "stock"})
    left = settings.without_profile(SHOP.id)
    assert dict(left.column_matches) == {"abc": {"h": "sku"}, "id-2/abc": {"h": "stock"}}


def test_default_address() -> None:
    """The published address of HKJ is in the resources."""
    assert destination("hkj").base_url == "https://hkjshopping-production.up.railway.app/api"
