"""The lights of a catalogue that goes to several shops: how each row's product stands for each of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hkj_desktop.system.destinations import destination
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.delegates.base import Cell
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.opened import LOOK, NOT_READY, READY, Opened
from hkj_desktop.ui.theme import Role, Tone
from hkj_desktop.ui.words import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from hkj_desktop.catalog.problems import Problem

#: What the frame of the table calls the light of the n-th shop; no key of a file's column begins like it.
KEY = "_light_{}"
#: Shapes of their own, as the colours alone tell nothing to many.
CELLS = {
    READY: Cell(icon=Icon.CHECK, icon_role=Role.GOOD),
    LOOK: Cell(icon=Icon.TRIANGLE_ALERT, icon_role=Tone.WARN.ink),
    NOT_READY: Cell(icon=Icon.CIRCLE_X, icon_role=Tone.ERROR.ink),
}
_WORDS = {
    READY: QT_TRANSLATE_NOOP("Lights", "ready"),
    LOOK: QT_TRANSLATE_NOOP("Lights", "ready, worth a look"),
    NOT_READY: QT_TRANSLATE_NOOP("Lights", "not ready"),
}
TOLD = 3


def keys(file: Opened) -> list[str]:
    """The columns of the table's frame that hold the lights, in the order of the shops."""
    return [KEY.format(at) for at in range(len(file.lights))]


def shop_names(file: Opened) -> list[str]:
    """The shops in use, as they are called in the window."""
    return [display_safe(say.shop(shop.id, shop.name)) for shop in file.shops]


def headings(file: Opened) -> list[str]:
    """The system's name above each light; where two shops are of one system, the shop's before it."""
    systems = Counter(shop.destination for shop in file.shops)
    pattern = say.translate("Lights", "{shop} ({system})")
    found = []
    for shop, name in zip(file.shops, shop_names(file), strict=True):
        system = destination(shop.destination).name
        alone = systems[shop.destination] == 1
        found.append(system if alone else pattern.format(system=system, shop=isolate_auto(name)))
    return found


def word(state: int | None) -> str:
    """What a light says."""
    return say.translate("Lights", _WORDS[state]) if state is not None else ""


def tooltip(file: Opened, at: int, index: int) -> str:
    """How the product of the catalogue's row ``index`` stands for the shop at ``at``, and what is missing. Looked up
    for this one product, when somebody points at it."""
    shop = file.shops[at]
    state = file.lights[shop.id][index]
    name = isolate_auto(shop_names(file)[at])
    lines = [say.translate("Lights", "{shop}: {state}").format(shop=name, state=word(state))]
    if state == READY:
        return lines[0]
    rows = file.shared.products.rows
    problems = _problems(file, shop.id, rows["product"][index])
    lines += [_line(problem, rows["row"][index]) for problem in problems[:TOLD]]
    more = len(problems) - TOLD
    if more > 0:
        text = QT_TRANSLATE_N_NOOP("Lights", "+%n more")
        lines.append(QCoreApplication.translate("Lights", text, None, more))
    return "\n".join(lines)


def _problems(file: Opened, shop_id: str, product: int) -> list[Problem]:
    """What is wrong with one product for one shop, errors first."""
    import polars as pl

    from hkj_desktop.catalog.problems import Problems

    found = file.payloads[shop_id].checked.problems.frame.filter(pl.col("product") == product)
    return list(Problems(found.sort("severity", maintain_order=True)))  # "error" is before "warning"


def _line(problem: Problem, row: int) -> str:
    """The problem with the field that it is about, unless its words name that anyway; with its place, where it stands
    on another row of the product."""
    title, field = say.problem(problem).title, say.field(problem.field)
    if field and field.casefold() not in title.casefold():
        title = say.translate("Lights", "{field}: {problem}").format(field=field, problem=title)
    if problem.row != row and problem.place:
        title = say.translate("Lights", "{problem} (cell {place})").format(problem=title, place=problem.place)
    return f"• {title}"
