"""What the window is made of, and the names of its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hkj_desktop.system.paths import Folders
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.shops import ShopsController
from hkj_desktop.ui.controllers.uploads import UploadsController
from hkj_desktop.ui.tasks import Runner
from hkj_desktop.ui.theme import ThemeManager

SHOP, FILE, CHECK, SEND, RESULT = "shop", "file", "check", "send", "result"


@dataclass(frozen=True)
class Parts:
    """What the window is given; it makes none of it.

    ``storefront(then)`` tells ``then`` the practice shop's address once it runs; ``leave()`` ends all work and says
    whether it has ended: where not, it closes the window again when it has.
    """

    runner: Runner
    shops: ShopsController
    catalogue: CatalogueController
    uploads: UploadsController
    theme: ThemeManager
    folders: Folders
    clock: Callable[[], float]
    storefront: Callable[[Callable[[str], None]], None]
    leave: Callable[[], bool]
