"""``python -m tests.guide_shots [--locale ar]``: the pictures of the guide, taken anew.

Drives the real window, offscreen and in the light look, with the sample catalogue and the practice shop; writes
``resources/guide/<language>/*.png``, small enough to ship.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QWidget

from hkj_desktop.system.paths import resource
from hkj_desktop.ui.dialogs.preview import PreviewDialog
from hkj_desktop.ui.i18n import LANGUAGES
from hkj_desktop.ui.pages.check_views import CARDS, PROBLEMS
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, SHOP
from tests.helpers.studio import Studio

WIDEST = 760  # pixels of a picture
RAIL = 216  # beside the page, of which most pictures are
COLORS = 256
FRAME = "#C9D0D8"
SAMPLE = ("samples", "minimarket-with-mistakes.xlsx")


class Photographer:
    """Takes pictures for one language into ``folder``."""

    def __init__(self, studio: Studio, folder: Path) -> None:
        self.studio = studio
        self.folder = folder

    def quoted(self, button: str) -> None:
        """The walk through the practice shop names this button, with the number that stands on it."""
        page = (self.folder / "guide.html").read_text(encoding="utf-8")
        assert button in page, f"{self.folder.name}/guide.html: the button is called {button!r} now"

    def take(self, name: str, *, page: tuple[int, int], upto: int = 0) -> None:
        """The page without the strip above it, at ``page`` pixels; of it what lies above ``upto``."""
        window = self.studio.window
        window.resize(page[0] + RAIL, page[1] + window._strip.height())
        picture = self._look(name, window._main)
        self._keep(name, picture.crop((0, window._strip.height(), picture.width, upto or picture.height)))

    def take_window(self, name: str, size: tuple[int, int]) -> None:
        """The whole window, with its rail."""
        self.studio.window.resize(*size)
        self._keep(name, self._look(name, self.studio.window))

    def _look(self, name: str, widget: QWidget) -> Image.Image:
        """What is on the screen, while the keyboard is nowhere."""
        focus = self.studio.window.focusWidget()
        if focus is not None:
            focus.clearFocus()
        self.studio.shot(name, widget)
        return Image.open(self.studio.out / self.studio.taken[-1]).convert("RGB")

    def _keep(self, name: str, picture: Image.Image) -> None:
        """Fit, framed, with as few colours as look the same."""
        if picture.width > WIDEST:
            high = round(picture.height * WIDEST / picture.width)
            picture = picture.resize((WIDEST, high), Image.Resampling.LANCZOS)
        ImageDraw.Draw(picture).rectangle((0, 0, picture.width - 1, picture.height - 1), outline=FRAME)
        few = picture.quantize(COLORS, method=Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
        path = self.folder / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        few.save(path, optimize=True)
        size = f"{picture.width} x {picture.height}, {path.stat().st_size // 1000} kB"
        print(f"{path.parent.name}/{path.name}: {size}")


def tour(studio: Studio, camera: Photographer) -> None:
    """Everything that the guide shows, in the order in which a person meets it."""
    window, page, catalogue = studio.window, studio.window.check_page, studio.program.catalogue
    window.go(FILE)
    camera.take_window("start", (960, 580))
    window.go(SHOP)
    window.shop_page.add_shop()
    camera.take("shop", page=(760, 620), upto=560)
    window.shop_page.show_shop("practice")
    window.open_file(str(resource(*SAMPLE)))
    studio.wait(lambda: window.page() == CHECK and catalogue.file and catalogue.is_current(catalogue.file))
    page.show_problems_of("error")
    page.show_view(CARDS)
    camera.take("cards", page=(860, 560))
    page._chips.set_chosen(["all"])
    page._on_chips([])
    page.show_view(PROBLEMS)
    camera.take("problems", page=(860, 560))
    camera.quoted(window.fix_all.text())
    window.checking.offer_everything()
    dialog = studio.dialog()
    assert isinstance(dialog, PreviewDialog)
    camera.quoted(dialog.accept_button.text())
    dialog.accept()
    studio.wait(lambda: catalogue.file and catalogue.is_current(catalogue.file))
    window.go(SEND)
    studio.wait(window.send_page.plan.is_compared)
    camera.quoted(window.send_page.plan.send.text())
    window.send_page.plan.send.click()
    studio.wait(lambda: window.page() == RESULT)
    camera.take("result", page=(760, 500), upto=415)


def take(language: str, folder: Path) -> None:
    """All pictures of one language."""
    with tempfile.TemporaryDirectory() as data:
        studio = Studio(Path(data) / "shots", Path(data) / "data", locale=language, dark=False, size=(1000, 600))
        try:
            tour(studio, Photographer(studio, folder))
        finally:
            studio.window.close()
            studio.program.close()


def main() -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--locale", choices=LANGUAGES, action="append", help="only this one; else all")
    for language in parser.parse_args().locale or LANGUAGES:
        take(language, resource("guide", language))


if __name__ == "__main__":
    main()
