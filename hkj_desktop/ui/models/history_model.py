"""The record of uploads as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hkj_desktop.system.settings import is_practice
from hkj_desktop.ui import say
from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Tone, shop_color_number

if TYPE_CHECKING:
    from hkj_desktop.uploads.entries import Upload

#: In place of a shop's key: every shop.
EVERY_SHOP = ""
ICON, WHEN, SHOP, FILE, COUNTS, END = range(6)
Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOLD = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()


def tone_of(upload: Upload) -> Tone:
    """Green only where every product that was sent was accepted."""
    if upload.outcome == "failed":
        return Tone.ERROR
    if upload.settled and upload.outcome == "done" and not upload.rejected:
        return Tone.GOOD
    return Tone.WARN


class HistoryModel(QAbstractTableModel):
    """Newest first; at most the thousand uploads that the journal lists, of all shops or of one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Upload] = []
        self._uploads: list[Upload] = []
        self._shop = EVERY_SHOP

    def set_uploads(self, uploads: list[Upload]) -> None:
        self._all = uploads
        self.show_shop(self._shop if self._shop in self.shops() else EVERY_SHOP)

    def show_shop(self, key: str) -> None:
        """List the uploads to one shop of :meth:`shops`, or to :data:`EVERY_SHOP`."""
        self.beginResetModel()
        self._shop = key
        keys = self._keys()
        self._uploads = [one for one, its in zip(self._all, keys, strict=True) if key in (EVERY_SHOP, its)]
        self.endResetModel()

    def shops(self) -> dict[str, str]:
        """Key → newest name of each shop that something was sent to, the latest first."""
        names: dict[str, str] = {}
        for upload, key in zip(self._all, self._keys(), strict=True):
            names.setdefault(key, self.shop_name(upload))
        return names

    def _keys(self) -> list[str]:
        """The shop of each upload: one shop although it was renamed, or removed and added again under its name."""
        keys: dict[str, str] = {}
        found = []
        for upload in self._all:
            target = upload.target
            # Without an id: sent from the command line to an address.
            marks = [f"id {target.profile_id}"] if target.profile_id else []
            marks.append(f"name {self.shop_name(upload).casefold()}")
            key = next((keys[mark] for mark in marks if mark in keys), marks[0])
            keys |= dict.fromkeys(marks, key)
            found.append(key)
        return found

    def shop_name(self, upload: Upload) -> str:
        """The shop's name as it was when the upload began."""
        target = upload.target
        return say.shop(target.profile_id, target.profile_name)

    def file_name(self, upload: Upload) -> str:
        """The file; of an upload that puts another one back, that one's."""
        by_id = {one.id: one for one in self._all}
        seen: set[str] = set()
        while upload.reverts in by_id and upload.id not in seen:
            seen.add(upload.id)
            upload = by_id[upload.reverts]
        return self.tr("Put back: {file}").format(file=upload.file_name) if seen else upload.file_name

    def upload(self, row: int) -> Upload:
        return self._uploads[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._uploads)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else END + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return {
            ICON: "",
            WHEN: self.tr("When"),
            SHOP: self.tr("Shop"),
            FILE: self.tr("File"),
            COUNTS: self.tr("Products"),
            END: self.tr("How it ended"),
        }[section]

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role in _TOLD and index.column() == ICON:
            return say.outcome(self._uploads[index.row()].outcome or "interrupted")
        if role not in (CELL_ROLE, _DISPLAY):
            return None
        cell = self._cell(self._uploads[index.row()], index.column())
        return cell if role == CELL_ROLE else cell.text

    def _cell(self, upload: Upload, column: int) -> Cell:
        tone = tone_of(upload)
        if column == ICON:
            icons = {Tone.GOOD: Icon.CIRCLE_CHECK, Tone.ERROR: Icon.CIRCLE_X}
            return Cell(icon=icons.get(tone, Icon.TRIANGLE_ALERT), icon_role=tone.ink)
        if column == WHEN:
            return Cell(say.moment(upload.created), ltr=True, quiet=True, ours=True)
        if column == SHOP:
            shop = upload.target.profile_id
            dot = 0 if is_practice(shop) else shop_color_number(shop) if shop else None
            return Cell(self.shop_name(upload), dot=dot)
        if column == FILE:
            return Cell(self.file_name(upload), strong=True)
        if column == COUNTS:
            counts = [
                (self.tr("{n} accepted"), upload.accepted, True),
                (self.tr("{n} refused"), upload.rejected, False),
            ]
            counts.append((self.tr("{n} not known"), upload.unknown, False))
            return Cell(" · ".join(text.format(n=say.number(n)) for text, n, always in counts if n or always))
        return Cell(say.outcome(upload.outcome or "interrupted"), quiet=True)
