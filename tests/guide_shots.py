"""``python -m tests.guide_shots [en ar]``: the pictures of the guide, taken anew.

Drives the real window, offscreen and in the light look, with the sample catalogue and the practice shop; writes
``resources/guide/<language>/*.png``, small enough to ship.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QWidget

from hkj_desktop.system.paths import resource
from hkj_desktop.ui.i18n import LANGUAGES
from hkj_desktop.ui.pages.check_views import CARDS, PROBLEMS
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, SHOP
from tests.helpers.studio import Studio

WIDEST = 760  # pixels of a picture
RAIL = 216  # beside the page, of which most pictures are
COLORS = 128
FRAME = "#C9D0D8"
SAMPLE = ("samples", "minimarket-with-mistakes.xlsx")


class Photographer:
    """Takes pictures for one language into ``folder``."""

    def __init__(self, studio: Studio, folder: Path) -> None:
        self.studio = studio
        self.folder = folder

    def take(self, name: str, height: int, *, whole: bool = False) -> None:
        """The page in a window of ``height``, or the ``whole`` window with its rail."""
        window = self.studio.window
        window.resize(WIDEST + RAIL, height)
        self.studio.shot(name, window if whole else _page(window))
        picture = Image.open(self.studio.out / self.studio.taken[-1]).convert("RGB")
        _write(picture, self.folder / f"{name}.png")


def _page(window: QWidget) -> QWidget:
    main: QWidget = window._main  # type: ignore[attr-defined]
    return main


def _write(picture: Image.Image, path: Path) -> None:
    """Fit, framed, with as few colours as look the same."""
    if picture.width > WIDEST:
        high = round(picture.height * WIDEST / picture.width)
        picture = picture.resize((WIDEST, high), Image.Resampling.LANCZOS)
    ImageDraw.Draw(picture).rectangle((0, 0, picture.width - 1, picture.height - 1), outline=FRAME)
    few = picture.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    path.parent.mkdir(parents=True, exist_ok=True)
    few.save(path, optimize=True)
    print(f"{path.parent.name}/{path.name}: {picture.width} x {picture.height}, {path.stat().st_size // 1000} kB")


def tour(studio: Studio, camera: Photographer) -> None:
    """Everything that the guide shows, in the order in which a person meets it."""
    window, page, catalogue = studio.window, studio.window.check_page, studio.program.catalogue
    window.go(FILE)
    camera.take("start", 600, whole=True)
    window.go(SHOP)
    window.shop_page.add_shop()
    camera.take("shop", 500)
    window.shop_page.show_shop("practice")
    window.open_file(str(resource(*SAMPLE)))
    studio.wait(lambda: window.page() == CHECK and catalogue.file and catalogue.is_current(catalogue.file))
    page.show_problems_of("error")
    page.show_view(CARDS)
    camera.take("cards", 560)
    page._chips.set_chosen(["all"])
    page._on_chips([])
    page.show_view(PROBLEMS)
    camera.take("problems", 560)
    window.go(SEND)
    studio.wait(window.send_page.plan.is_compared)
    window.send_page.plan.send.click()
    studio.wait(lambda: window.page() == RESULT)
    camera.take("result", 500)


def take(language: str, folder: Path) -> None:
    """All pictures of one language."""
    with tempfile.TemporaryDirectory() as data:
        studio = Studio(Path(data) / "shots", Path(data) / "data", locale=language, dark=False, size=(1000, 600))
        try:
            tour(studio, Photographer(studio, folder))
        finally:
            studio.window.close()
            studio.program.close()


def main(into: Callable[[str], Path] = lambda language: resource("guide", language)) -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=list(LANGUAGES), choices=[*LANGUAGES, []])
    for language in parser.parse_args().languages:
        take(language, into(language))


if __name__ == "__main__":
    main()
