"""Pictures of the second system, and of one catalogue that goes to both in one go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from hkj_desktop.system.destinations import destinations, first_destination
from hkj_desktop.system.paths import resource
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import practice_id
from hkj_desktop.ui.pages.check_page import PROBLEMS, TABLE
from hkj_desktop.ui.parts import CHECK, RESULT, SEND
from tests.helpers.practice import settings_at
from tests.helpers.studio import Studio


def stores(studio: Studio) -> None:
    """A shop of the second system on the shop page: new, what cannot be, a wrong secret, all right, saved; and the
    practice stores."""
    page, known = studio.window.shop_page, studio.program.shops
    system = [*destinations().values()][1]
    access = studio.program.practice.ensure().access(system.id)
    page.add_shop(system)
    form = page.form()
    studio.shot("stores-new")
    form.test.click()
    studio.shot("stores-nothing-filled")
    form.name.setText("Walk-in Abdali")
    form.address.setText(access.base_url)
    form.region.setText(access.region)
    form.stores.setText("JWO-AMMAN-1, JWO-IRBID-1")
    draft = form.profile()
    assert draft is not None
    for name, secret in {**access.secrets, "secret_access_key": Secret("not/the/one/that/belongs/to/it")}.items():
        QApplication.clipboard().setText(secret.reveal())
        form.secrets[name].paste_new()
    form.test.click()
    studio.wait(lambda: known.key(draft.id).state == "wrong")
    studio.shot("stores-wrong-secret")
    QApplication.clipboard().setText(access.secrets["secret_access_key"].reveal())
    form.secrets["secret_access_key"].paste_new()
    form.test.click()
    studio.wait(lambda: known.key(draft.id).state == "works")
    studio.shot("stores-works")
    form.keep.click()
    studio.wait(lambda: known.key(draft.id).state == "stored" and known.key(draft.id).shown)
    page.also_box().check.click()
    studio.shot("stores-saved-gets-it-too")
    page.show_shop(practice_id(system))
    studio.shot("stores-practice")
    known.send_also(draft.id, wanted=False)


def both_shops(studio: Studio) -> None:
    """The check page while both practice shops are in use: the table with their lights, the problems for either, what
    is told of a light; and one shop again."""
    window, page, catalogue = studio.window, studio.window.check_page, studio.program.catalogue
    others = [practice_id(system) for system in destinations().values()][1:]
    for other in others:
        studio.program.shops.send_also(other, wanted=True)
    window.open_file(str(resource("samples", "minimarket-with-mistakes.xlsx")))
    studio.wait(lambda: window.page() == CHECK and catalogue.file and len(catalogue.file.shops) > 1)
    page.show_view(TABLE)
    studio.shot("check-both-shops-table")
    page.table.sortByColumn(page.table_model.fixed - 1, Qt.SortOrder.AscendingOrder)
    studio.shot("check-both-shops-sorted")
    catalogue.look_through(others[0])
    studio.wait(lambda: catalogue.file and catalogue.file.lens == others[0])
    studio.shot("check-both-shops-other-lens")
    tip = page.table_model.index(0, page.table_model.fixed - 1).data(Qt.ItemDataRole.ToolTipRole)
    label = QLabel(tip, window)
    label.setAutoFillBackground(True)
    label.setMargin(8)
    label.adjustSize()
    studio.shot("check-both-shops-tooltip", label)
    page.show_view(PROBLEMS)
    studio.shot("check-both-shops-problems")
    for other in others:
        studio.program.shops.send_also(other, wanted=False)
    studio.wait(lambda: catalogue.file and len(catalogue.file.shops) == 1)
    studio.shot("check-one-shop-again")


def both_sent(studio: Studio) -> None:
    """Both plans, each shop under way, and the result of each; the stores refuse an item in their report."""
    window, uploads, catalogue = studio.window, studio.program.uploads, studio.program.catalogue
    stores_id = practice_id([*destinations().values()][1])
    studio.program.shops.use(practice_id(first_destination()))
    studio.program.shops.send_also(stores_id, wanted=True)
    settings_at(studio.program.practice.ensure().root_url, haqm_reject={"DT-102": "standard_price must be a number."})
    window.open_file(str(resource("samples", "minimarket-with-mistakes.xlsx")))
    studio.wait(lambda: window.page() == CHECK and catalogue.file and len(catalogue.file.shops) > 1)
    window.go(SEND)
    page = window.send_page
    panes = [pane for pane in map(page.plan_of, (shop.id for shop in studio.program.shops.in_use())) if pane]
    studio.wait(lambda: all(pane.is_compared() for pane in panes))
    for pane in panes:
        pane.everything.setChecked(True)  # some of it was sent for pictures before
    studio.shot("send-both-plan")
    page.show_plan_of(stores_id)
    studio.shot("send-both-plan-of-stores")
    page.send_all.click()
    studio.wait(lambda: uploads.progress and uploads.progress.stage == "importing" and uploads.progress.done > 0)
    studio.shot("send-both-first")
    second = page.tr("sent, being read")
    studio.wait(lambda: page.legs.texts()[1:] == [second])
    studio.shot("send-both-second")
    studio.wait(lambda: window.page() == RESULT)
    studio.shot("result-both-stores")
    window.result_page.shown_requested.emit(window.sending.run_ids()[0])
    studio.shot("result-both-shop")
    studio.program.shops.send_also(stores_id, wanted=False)
