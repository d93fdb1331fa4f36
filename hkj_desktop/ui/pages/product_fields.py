"""The fields of a product, each with its cell, what is wrong with it, and how a price is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.pages.product_editors import Editor, LineEditor, TextEditor
from hkj_desktop.ui.pages.product_problems import FixWords, ProblemNote, no_fix, tone_of
from hkj_desktop.ui.pages.product_view import CellView, Group
from hkj_desktop.ui.theme import Role, Tone, Type, metrics, px
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.disclosure import Disclosure
from hkj_desktop.ui.widgets.field_row import FieldRow
from hkj_desktop.ui.widgets.labels import ElidedLabel, Label, repolish
from hkj_desktop.ui.words import QT_TRANSLATE_N_NOOP

if TYPE_CHECKING:
    from hkj_desktop.catalog.problems import Problem

#: Below this width fields stand below each other.
TWO_COLUMNS = 440
#: Groups whose fields take the whole width.
WIDE = (Group.PICTURES,)


def price_text(fils: int) -> str:
    """``12500`` → ``12.500 JOD``, to stand in a sentence of either direction."""
    return say.money(say.dinars(fils))


def price_words(fils: int) -> str:
    """A price read out: "1 dinar and 250 fils"."""
    dinars, rest = divmod(fils, 1000)
    of_dinars, of_fils = QT_TRANSLATE_N_NOOP("Money", "%n dinar(s)"), QT_TRANSLATE_N_NOOP("Money", "%n fils")
    whole = say.counted(QCoreApplication.translate("Money", of_dinars, None, dinars), dinars)
    part = say.counted(QCoreApplication.translate("Money", of_fils, None, rest), rest)
    if not rest:
        return whole
    if not dinars:
        return part
    return QCoreApplication.translate("Money", "{dinars} and {fils}").format(dinars=whole, fils=part)


class ProductField(QWidget):
    """``edited(index, key, text)``: the person is done with it, and it holds another text. ``fix_requested(Problem)``:
    a fix of its problem is wanted."""

    edited = Signal(int, str, str)
    fix_requested = Signal(object)

    def __init__(self, cell: CellView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self.cell = cell
        self.editor: Editor = TextEditor(cell.reads) if cell.is_long else LineEditor(cell.reads)
        self.editor.setAccessibleName(cell.label)
        self.row = FieldRow(cell.label.replace("&", "&&"), self.editor, optional=cell.place)
        self._sent: str | None = None
        self._fix_words: FixWords = no_fix
        self._notes: list[ProblemNote] = []
        self._reading = Label("", Type.SMALL, quiet=True, wrap=True)
        self._was = ElidedLabel("", Type.SMALL, color=Role.TEXT_QUIET)
        self._was_row = QWidget()
        was = QHBoxLayout(self._was_row)
        was.setContentsMargins(0, 0, 0, 0)
        was.setSpacing(m.space_s - 2)
        was.addWidget(IconLabel(Icon.HISTORY, Role.TEXT_QUIET, px(14)))
        was.addWidget(self._was, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(m.space_xs + 1)
        for widget in (self.row, self._reading, self._was_row):
            self._box.addWidget(widget)
        self._box.addStretch(1)
        self.editor.left.connect(self.commit)
        self.editor.textChanged.connect(self._read)
        self.editor.set_cell(cell.text)

    # -- what it shows ------------------------------------------------------------------------------------------------

    def show_cell(self, cell: CellView, fix_words: FixWords, *, anew: bool) -> None:
        """Show ``cell``. ``anew``: it is another one; else what the person is writing stays."""
        before, self.cell, self._fix_words = self.cell, cell, fix_words
        if anew:
            self._sent = None
            self.editor.set_cell(cell.text)
        else:
            self._keep_or_take(before, cell)
        self.row.set_optional(cell.place)
        self._show_was()
        if anew or cell.problems != before.problems or not self._is_noted():
            self._show_notes()
        self._read()

    def _keep_or_take(self, before: CellView, cell: CellView) -> None:
        """An edit takes a moment to come back; whatever was typed meanwhile stays."""
        if cell.text == self._sent:
            self._sent = None
            self.editor.rebase(cell.text)
        if self.editor.cell() == cell.text:
            self.editor.rebase(cell.text)
        elif self._sent is not None:
            if cell.text == before.text:
                return  # what was sent is still on its way
            further, self._sent = self.editor.cell() != self._sent, None
            if not further:
                self.editor.set_cell(cell.text)
        elif not self.editor.is_touched():
            self.editor.set_cell(cell.text)

    def _is_noted(self) -> bool:
        return len(self._notes) == len(self.cell.problems)

    def _show_was(self) -> None:
        was = self.cell.was
        self._was_row.setVisible(was is not None)
        if was is not None:
            value = display_safe(was, 200) if was else self.tr("empty")
            self._was.set_text(self.tr("Was: {value}").format(value=isolate_auto(value) if was else value))

    def _show_notes(self) -> None:
        for note in self._notes:
            self._box.removeWidget(note)
            note.hide()
            note.setParent(None)
            note.deleteLater()
        self._notes = []
        for at, problem in enumerate(self.cell.problems):
            note = ProblemNote(problem, self._fix_words(problem))
            note.fix_requested.connect(lambda problem=problem: self.fix_requested.emit(problem))
            self._box.insertWidget(1 + at, note)
            note.show()  # now: who scrolls must know how high the field is
            self._notes.append(note)
        self.editor.setProperty("invalid", any(tone_of(one) is Tone.ERROR for one in self.cell.problems))
        said = (label.text() for note in self._notes for label in note.findChildren(Label))
        self.editor.setAccessibleDescription(" ".join(said))
        repolish(self.editor)

    def _read(self) -> None:
        """Say a price back as it would be understood: what is typed now, not what was."""
        text = self.editor.cell()
        fils = None
        if self.cell.money and text.strip():
            from hkj_desktop.catalog.cleaning import Notation
            from hkj_desktop.catalog.notation import fils_in

            fils = fils_in(text, Notation(self.cell.money))
        self._reading.setVisible(fils is not None)
        if fils is not None:
            words = f"{price_words(fils)} · {price_text(fils)}" if fils >= 0 else price_text(fils)
            self._reading.setText(words)

    def reveal(self) -> None:
        """Open what it is hidden in."""
        parent = self.parentWidget()
        while parent is not None:
            if isinstance(parent, Disclosure):
                parent.set_open(True)
            parent = parent.parentWidget()

    def reading(self) -> str:
        return self._reading.text() if self._reading.isVisibleTo(self) else ""

    def was(self) -> str:
        return self._was.text() if self._was_row.isVisibleTo(self) else ""

    def notes(self) -> list[ProblemNote]:
        return list(self._notes)

    # -- what the person does -----------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Tell of an edit, once."""
        text = self.editor.cell()
        known = self.cell.text if self._sent is None else self._sent
        if text == known or (self._sent is None and not self.editor.is_touched()):
            return
        self._sent = text
        self.edited.emit(self.cell.index, self.cell.key, text)


class FieldPanel(QWidget):
    """All cells that stand once for a product, in groups. ``edited`` and ``fix_requested`` as those of its fields."""

    edited = Signal(int, str, str)
    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, ProductField] = {}
        self._grids: list[tuple[QGridLayout, list[ProductField], Group]] = []
        self._built: tuple[object, ...] = ()
        self._columns = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(metrics().space_l)

    def fields(self) -> list[ProductField]:
        """In reading order."""
        return [field for _, fields, _ in self._grids for field in fields]

    def field(self, key: str) -> ProductField | None:
        """By the key of its column."""
        return self._fields.get(key)

    def field_of(self, problem: Problem) -> ProductField | None:
        """The field below which ``problem`` stands."""
        return next((field for field in self.fields() if problem in field.cell.problems), None)

    def focused(self) -> ProductField | None:
        return next((field for field in self.fields() if field.editor.hasFocus()), None)

    def commit(self) -> None:
        for field in self.fields():
            field.commit()

    def show_cells(self, cells: tuple[CellView, ...], fix_words: FixWords, *, anew: bool) -> None:
        """Show the cells of another product (``anew``), or the same ones as they stand now."""
        shape = tuple((cell.key, cell.label, cell.is_long, cell.group) for cell in cells)
        held = self.focused()
        if shape != self._built:
            anew = True
            at = held.cell.key if held is not None else ""
            self._build(cells)
            self._built = shape
            if (again := self.field(at)) is not None:
                again.editor.setFocus()
        for cell in cells:
            self._fields[cell.key].show_cell(cell, fix_words, anew=anew)

    def _build(self, cells: tuple[CellView, ...]) -> None:
        self._fields, self._grids, self._columns = {}, [], 0
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for group in Group:
            members = _in_order([cell for cell in cells if cell.group is group])
            if members:
                self._box.addWidget(self._card(group, members))
        self._arrange()

    def _card(self, group: Group, cells: list[CellView]) -> Card:
        m = metrics()
        card = Card(padding=m.space_l)
        card.body.setSpacing(m.space_m)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(m.space_l)
        grid.setVerticalSpacing(m.space_l)
        fields = []
        for cell in cells:
            field = ProductField(cell)
            field.edited.connect(self.edited)
            field.fix_requested.connect(self.fix_requested)
            self._fields[cell.key] = field
            fields.append(field)
        if len(fields) == 1 and group not in WIDE:
            grid.addWidget(QWidget(), 0, 1)  # a field alone is as wide as one of two
        self._grids.append((grid, fields, group))
        if group is Group.OPTIONS:
            options = Disclosure(self._title(group), inside)
            options.set_open(any(cell.text or cell.problems for cell in cells))
            card.body.addWidget(options)
        else:
            card.body.addWidget(Label(self._title(group), Type.LEAD))
            card.body.addWidget(inside)
        return card

    def _title(self, group: Group) -> str:
        return {
            Group.TEXTS: self.tr("Names and texts"),
            Group.SELLING: self.tr("Price and stock"),
            Group.CODES: self.tr("Codes"),
            Group.PLACE: self.tr("Category and brand"),
            Group.PICTURES: self.tr("Pictures"),
            Group.OPTIONS: self.tr("Options"),
            Group.OTHERS: self.tr("Also sent, as it stands"),
        }[group]

    def resizeEvent(self, _event: object) -> None:
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= px(TWO_COLUMNS) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for grid, fields, group in self._grids:
            row = column = 0
            for field in fields:
                wide = group in WIDE or len(field.cell.fields) > 1  # titles of both languages in one cell
                if wide and column:
                    row, column = row + 1, 0
                grid.addWidget(field, row, column, 1, columns if wide else 1)
                column = 0 if wide else (column + 1) % columns
                row += column == 0
            filler = grid.itemAtPosition(0, 1) if len(fields) == 1 else None
            if filler is not None and (widget := filler.widget()) is not None and widget is not fields[0]:
                widget.setVisible(columns > 1)
            for at in range(2):
                grid.setColumnStretch(at, 1 if at < columns else 0)


def _in_order(cells: list[CellView]) -> list[CellView]:
    """Both languages of a text side by side, that of the window first; what the file has no column for comes last."""
    own = "ar" if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else "en"
    found = [cell.family for cell in cells if cell.place]
    families = list(dict.fromkeys([*found, *(cell.family for cell in cells)]))
    return sorted(cells, key=lambda cell: (families.index(cell.family), cell.language not in ("", own)))
