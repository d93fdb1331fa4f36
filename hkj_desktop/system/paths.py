"""Where things are: the resources that we ship, and the folders that we write to."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hkj_desktop.errors import SettingsError

HOME_VARIABLE = "HKJ_DESKTOP_HOME"
APP_FOLDER = "HKJ Desktop"
PRIVATE = 0o700

_PACKAGE = Path(__file__).resolve().parents[1]


def _resources() -> Path:
    """A frozen program unpacks them, a wheel keeps them inside the package, a checkout beside it."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file, as ``resource("fields", "hkj.toml")``; it need not exist."""
    return _resources().joinpath(*parts)


@dataclass(frozen=True, slots=True)
class Folders:
    """Every place that this program writes to by itself; all of them below ``data``."""

    data: Path

    @property
    def settings_file(self) -> Path:
        return self.data / "settings.json"

    @property
    def journal_file(self) -> Path:
        return self.data / "uploads.sqlite"

    @property
    def outbox(self) -> Path:
        """Bodies that are being sent, or whose fate is not known yet."""
        return self.data / "outbox"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def practice(self) -> Path:
        """What the practice shop keeps."""
        return self.data / "practice"

    @property
    def put_back(self) -> Path:
        """Catalogues that put an earlier upload back (uploads/putback.py)."""
        return self.data / "put-back"

    @property
    def drafts(self) -> Path:
        """Changes that were made to catalogues here (files/drafts.py)."""
        return self.data / "drafts"

    @property
    def pictures(self) -> Path:
        """Pictures that were fetched for looking at (files/picture_cache.py)."""
        return self.data / "pictures"

    @property
    def presets(self) -> Path:
        """The person's own presets beside ours (catalog/presets.py)."""
        return self.data / "presets"

    def ensure(self) -> Folders:
        """Make the folders, readable by this person alone where the system knows such rights.

        Raises SettingsError with ``reason`` ``denied`` and the folder in ``name``.
        """
        for folder in (self.data, self.outbox, self.logs, self.practice, self.presets, self.put_back, self.drafts):
            try:
                folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE)
            except OSError as error:
                raise SettingsError(reason="denied", name=str(folder)) from error
            if not os.access(folder, os.W_OK | os.X_OK):
                raise SettingsError(reason="denied", name=str(folder))
        return self


def folders(data_dir: Path | None, environ: Mapping[str, str]) -> Folders:
    """The folders to use: ``--data-dir`` wins, then HKJ_DESKTOP_HOME, then what the system wants."""
    if data_dir is not None:
        return Folders(data_dir.expanduser().absolute())
    if home := environ.get(HOME_VARIABLE):
        return Folders(Path(home).expanduser().absolute())
    from platformdirs import user_data_path

    return Folders(user_data_path(APP_FOLDER, appauthor=False))
