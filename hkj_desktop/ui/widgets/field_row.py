"""A field with its label above, buttons beside it, and a hint or an error below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Role, Tone, Type, metrics, px
from hkj_desktop.ui.widgets.banner import announce
from hkj_desktop.ui.widgets.labels import Label, repolish


class FieldRow(QWidget):
    """``optional`` is a quiet word behind the label. The label is the field's buddy and accessible name.
    ``stretches``: the field takes the width that there is."""

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        hint: str = "",
        optional: str = "",
        stretches: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        m = metrics()
        self.field = field
        self._hint_text = hint
        self._label = Label(label, Type.STRONG)
        self._label.setBuddy(field)
        self._optional = Label("", quiet=True)
        self._hint = Label(hint, Type.SMALL, quiet=True, wrap=True)
        self._alert = IconLabel(Icon.CIRCLE_X, Role.ERROR, px(14))
        if not field.accessibleName():
            field.setAccessibleName(label)
        above = QHBoxLayout()
        above.setSpacing(m.space_xs)
        above.addWidget(self._label)
        above.addWidget(self._optional)
        above.addStretch(1)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(m.space_m)
        self._beside.addWidget(field, 1 if stretches else 0)
        if not stretches:
            self._beside.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(m.space_xs + 2)
        below.addWidget(self._alert, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._hint, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_s)
        box.addLayout(above)
        box.addLayout(self._beside)
        box.addLayout(below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_optional(optional)
        self.set_error("")

    def set_optional(self, text: str) -> None:
        """Change the quiet word behind the label; "" takes it away."""
        self._optional.setText(text)
        self._optional.setVisible(bool(text))

    def add_button(self, button: QWidget) -> None:
        """A button beside the field."""
        self._beside.addWidget(button)

    def set_error(self, error: str) -> None:
        """Say below the field what is wrong with it; "" brings the hint back."""
        self._hint.setText(error or self._hint_text)
        self._hint.setVisible(bool(error or self._hint_text))
        self._hint.set_tone(Tone.ERROR if error else None, quiet=not error)
        self._alert.setVisible(bool(error))
        self.field.setProperty("invalid", bool(error))
        self.field.setAccessibleDescription(error or self._hint_text)
        repolish(self.field)
        if error:
            announce(self.field, error)

    def error(self) -> str:
        return self._hint.text() if self._alert.isVisibleTo(self) else ""
