"""What the window is made of, and the names of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from hkj_desktop.system.paths import Folders
from hkj_desktop.system.settings import Settings
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.exports import ExportController
from hkj_desktop.ui.controllers.pictures import PictureCheck
from hkj_desktop.ui.controllers.shops import ShopsController
from hkj_desktop.ui.controllers.uploads import UploadsController
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.tasks import Runner

SHOP, FILE, CHECK, SEND, RESULT = "shop", "file", "check", "send", "result"
WELCOME = "welcome"


class Looks(NamedTuple):
    """``language``: the one in force, which need not be the one that is remembered."""

    settings: Settings
    language: str


@dataclass(frozen=True)
class Parts:
    """What the window is given; it makes none of it.

    ``storefront(then)`` tells ``then`` the practice shop's address once it runs; ``leave()`` ends all work and says
    whether it has ended: where not, it closes the window again when it has. ``allow_photos(paths)``: these photos of
    the person's may be read, and no others. ``looks()``: the settings and the language in force;
    ``restyle(name, value)``: give a setting of how the window looks and reads another value, and show it so.
    """

    runner: Runner
    shops: ShopsController
    catalogue: CatalogueController
    uploads: UploadsController
    exports: ExportController
    pictures: PictureStore
    picture_check: PictureCheck
    folders: Folders
    clock: Callable[[], float]
    storefront: Callable[[Callable[[str], None]], None]
    leave: Callable[[], bool]
    allow_photos: Callable[[Iterable[str]], None]
    looks: Callable[[], Looks]
    restyle: Callable[[str, object], None]
