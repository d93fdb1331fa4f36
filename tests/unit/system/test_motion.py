"""What the computer says of motion, read from whatever it keeps it in."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from hkj_desktop.system.motion import Sources, answered_motion, has_dark_ground, motion_question, wants_motion


@pytest.mark.parametrize(("told", "moves"), [(True, True), (False, False), (None, True)])
def test_windows_says_it(told: bool | None, moves: bool) -> None:
    """Animations in windows are on, off, or nothing is said of them, and then they are on."""
    assert wants_motion(Sources(platform="win32", windows_animates=lambda: told)) is moves


def mac(home: Path, content: bytes | None) -> Sources:
    path = home / "Library" / "Preferences" / "com.apple.universalaccess.plist"
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is not None:
        path.write_bytes(content)
    return Sources(platform="darwin", home=home)


@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML], ids=["binary", "xml"])
def test_macos_has_it_in_a_file(tmp_path: Path, kind: plistlib.PlistFormat) -> None:
    """Reduced motion is read from the settings of accessibility, in either form of that file."""
    assert not wants_motion(mac(tmp_path, plistlib.dumps({"reduceMotion": True}, fmt=kind)))
    assert wants_motion(mac(tmp_path, plistlib.dumps({"reduceMotion": False}, fmt=kind)))
    assert wants_motion(mac(tmp_path, plistlib.dumps({"other": 1}, fmt=kind)))


@pytest.mark.parametrize("content", [None, b"", b"bplist00", b"<?xml version='1.0'?><plist>", b"\xff" * 40])
def test_a_file_of_macos_that_cannot_be_read_says_nothing(tmp_path: Path, content: bytes | None) -> None:
    """Without the file, or with one that is damaged, things move."""
    assert wants_motion(mac(tmp_path, content))


def linux(config: Path, desktop: str, name: str = "", content: str = "") -> Sources:
    if name:
        path = config / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return Sources(platform="linux", config=config, desktop=desktop, find=lambda name: f"/usr/bin/{name}")


@pytest.mark.parametrize(
    ("content", "moves"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", False),
        ("[General]\nx=1\n[KDE]\n AnimationDurationFactor = 0 \nLook=y\n", False),
        ("[KDE]\nAnimationDurationFactor=0.5\n", True),
        ("[Other]\nAnimationDurationFactor=0\n[KDE]\n", True),
        ("", True),
    ],
)
def test_kde_has_it_in_its_settings(tmp_path: Path, content: str, moves: bool) -> None:
    """Animations of no length are none; the same word in another part of the file says nothing."""
    assert wants_motion(linux(tmp_path, "KDE", "kdeglobals", content)) is moves
    assert wants_motion(linux(tmp_path, "XFCE"))  # left over from another desktop


@pytest.mark.parametrize("folder", ["gtk-3.0", "gtk-4.0"])
@pytest.mark.parametrize(("said", "moves"), [("0", False), ("false", False), ("False", False), ("1", True)])
def test_other_desktops_have_it_in_the_settings_of_gtk(tmp_path: Path, folder: str, said: str, moves: bool) -> None:
    """Either version of the settings turns motion off."""
    content = f"[Settings]\ngtk-theme-name=Adwaita\ngtk-enable-animations={said}\n"
    assert wants_motion(linux(tmp_path, "XFCE", f"{folder}/settings.ini", content)) is moves


def test_a_folder_without_settings_moves(tmp_path: Path) -> None:
    """Without any of those files things move."""
    assert wants_motion(linux(tmp_path / "missing", ""))


def test_gnome_is_to_be_asked(tmp_path: Path) -> None:
    """Only GNOME and its kin need a program, and only where it is there."""
    question = motion_question(linux(tmp_path, "ubuntu:GNOME"))
    assert question == ["/usr/bin/gsettings", "get", "org.gnome.desktop.interface", "enable-animations"]
    assert motion_question(linux(tmp_path, "KDE")) == []
    assert motion_question(Sources(platform="linux", desktop="GNOME", find=lambda _name: None)) == []
    assert motion_question(Sources(platform="darwin", desktop="GNOME")) == []
    assert not answered_motion("false\n")
    assert answered_motion("true\n")
    assert answered_motion("")


@pytest.mark.parametrize(("ground", "dark"), [(0x000000, True), (0x2D3236, True), (0xFFFFFF, False), (0xEFFAFF, False)])
def test_the_ground_of_windows_tells_dark_from_light(ground: int, dark: bool) -> None:
    """Of the high contrast themes of Windows, and of no other computer."""
    assert has_dark_ground(Sources(platform="win32", windows_ground=lambda: ground)) is dark
    assert not has_dark_ground(Sources(platform="linux"))


def test_this_computer_can_be_asked() -> None:
    """Whatever runs this test, the question itself does not fail."""
    assert wants_motion(Sources()) in (True, False)
