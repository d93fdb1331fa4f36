"""What support needs to know, to be copied and sent: versions, counts, and the end of the log. No key, no product."""

from __future__ import annotations

import platform
from collections.abc import Iterable

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from hkj_desktop import __version__
from hkj_desktop.system.logs import tail
from hkj_desktop.ui.parts import Parts


def details(parts: Parts, language: str) -> str:
    """Everything, in plain English, whatever the window's language: support reads it."""
    return "\n".join([*_versions(language), *_counts(parts), "", "log:", *(tail() or ["(nothing)"])])


def _versions(language: str) -> Iterable[str]:
    screen = QGuiApplication.primaryScreen()
    yield f"HKJ Desktop {__version__}, language {language}"
    yield f"{platform.platform()}, {platform.machine()}, locale {QLocale.system().name()}"
    yield f"Python {platform.python_version()}, Qt {qVersion()}, {QGuiApplication.platformName()}"
    if screen is not None:
        size = screen.size()
        yield f"screen {size.width()} x {size.height()}, scale {screen.devicePixelRatio():g}"


def _counts(parts: Parts) -> Iterable[str]:
    shops = parts.shops
    kinds = [one.destination for one in shops.profiles]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds))) or "none"
    yield f"shops: {counts}; practising: {'yes' if shops.practising else 'no'}"
    file = parts.catalogue.file
    if file is None:
        yield "catalogue: none open"
    else:
        found = file.checked.counts
        kind = file.path.suffix.lower()[:6]
        yield f"catalogue: {kind}, {found.total} products, {found.ready} ready, {len(file.checked.problems)} problems"
    last = parts.uploads.last
    if last is not None:
        one = last.upload
        yield (
            f"last upload: {one.outcome}, {one.sent} = {one.accepted} + {one.rejected} + {one.unknown}, "
            f"error {one.error_code or '-'}"
        )
    yield f"sending now: {'yes' if parts.uploads.is_busy() else 'no'}"
