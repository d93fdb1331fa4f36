"""One product as a shopper would meet it, painted from the theme: picture, titles, price, stock, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import display_safe
from hkj_desktop.ui.delegates.base import CELL_ROLE, EMPTY, Cell, Index
from hkj_desktop.ui.delegates.card_marks import (
    MARK,
    MARK_GAP,
    MARK_PAD,
    TINY,
    bold,
    paint_badges,
    paint_mark,
    paint_pill,
)
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.opened import LOOK, NOT_READY, READY
from hkj_desktop.ui.pictures import OFF, Missing, PictureStore
from hkj_desktop.ui.theme import Role, Theme, Type, metrics, px
from hkj_desktop.ui.widgets import painting

SMALL, MEDIUM, LARGE = "small", "medium", "large"
ENGLISH, ARABIC, BOTH = "en", "ar", "both"
PAD = 12
TOP = 10  # between the picture and the title
SHADOW = 2
INSET = 8  # of what lies over the picture
AROUND = 12  # the picture itself
GLYPH = 28
MOST_FRAMES = 128
KEPT = 160  # pictures in the size in which they are shown
_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_CENTER = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextSingleLine.value)
_LINES = {READY: Role.BORDER, LOOK: Role.BAR_WARN, NOT_READY: Role.ERROR}


@dataclass(frozen=True, slots=True)
class Card(Cell):
    """What stands on the card of one product; ``text`` is its title in the window's language.

    ``price``: the lowest one in dinars ("12.500"), "" where none is known; ``has_range``: others of its variants cost
    more. ``stock``: in words, ``stock_number`` the same where words have no room. ``picture``: an address. ``problem``
    and ``kind``: the worst one's title, and the short name of its kind. ``badges``: name and light of each shop.
    """

    product: int = 0
    title_en: str = ""
    title_ar: str = ""
    price: str = ""
    has_range: bool = False
    stock: str = ""
    stock_number: str = ""
    sold_out: bool = False
    category: str = ""
    variants: str = ""
    picture: str | None = None
    state: int = READY
    problem: str = ""
    kind: str = ""
    badges: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Size:
    """``least``: width of the narrowest card; ``picture``: height of its picture's ground."""

    least: int
    picture: int


SIZES = {SMALL: Size(138, 104), MEDIUM: Size(184, 130), LARGE: Size(262, 196)}


class CardDelegate(QStyledItemDelegate):
    """Paints :class:`Card`. ``pictures`` None: every card shows the sign for a picture."""

    def __init__(self, pictures: PictureStore | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.size = MEDIUM
        self.languages = BOTH
        self._frames: dict[tuple[object, ...], QImage] = {}
        self._frames_of: Theme | None = None
        self._strips: dict[tuple[object, ...], tuple[QImage, int]] = {}
        self._pictures_fitted: dict[tuple[int, int, int], QImage] = {}

    # -- measures -----------------------------------------------------------------------------------------------------

    def least_width(self) -> int:
        return px(SIZES[self.size].least)

    def _picture_height(self) -> int:
        return px(SIZES[self.size].picture)

    def height(self) -> int:
        """Of a card, without its shadow."""
        title, second = painting.line_height(Type.STRONG), painting.line_height(Type.BODY)
        lines = title + self._price_height() + metrics().space_s
        if self.languages == BOTH and self.size != SMALL:
            lines += second + 2
        if self.size == LARGE:
            lines += painting.line_height(Type.SMALL) + 4
        return self._picture_height() + px(TOP) + lines + px(PAD)

    def _price_height(self) -> int:
        return painting.line_height(Type.STRONG if self.size == SMALL else Type.PRICE)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.least_width(), self.height())

    def side(self, width: int, ratio: float) -> int:
        """How many device pixels a picture may be wide or high on a card of ``width``."""
        return round((max(width, self._picture_height()) - 2 * px(AROUND)) * ratio)

    # -- painting -----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CELL_ROLE)
        if not isinstance(card, Card):
            return
        rect: QRect = option.rect
        state, direction = option.state.value, option.direction
        frame = self._frame(
            rect.size(),
            card.state,
            bool(state & _SELECTED),
            bool(state & _HOVERED),
            painter.device().devicePixelRatioF(),
        )
        painter.drawImage(rect.topLeft(), frame)
        ground = QRect(rect.left(), rect.top(), rect.width(), self._picture_height())
        self._paint_picture(painter, card, ground)
        inset, pad = px(INSET), px(PAD)
        self._paint_marks(painter, card, ground.adjusted(inset, inset, -inset, -inset), direction)
        words = rect.adjusted(pad, self._picture_height() + px(TOP), -pad, -pad)
        self._paint_words(painter, card, words, direction)
        if state & _FOCUSED:
            painting.focus_ring(painter, rect, metrics().radius_card)

    def _frame(self, size: QSize, state: int, selected: bool, hovered: bool, ratio: float) -> QImage:
        """Ground, hairlines and shadow: the same for many cards, so painted once for each kind."""
        look = theme.current()
        if look is not self._frames_of or len(self._frames) + len(self._strips) > MOST_FRAMES:
            self._frames, self._strips, self._frames_of = {}, {}, look
        key = (size.width(), size.height(), state, selected, hovered, ratio)
        if key not in self._frames:
            image = _blank(QSize(size.width(), size.height() + SHADOW), ratio)
            painter = QPainter(image)
            line = Role.ACCENT if selected and state == READY else _LINES[state]
            below = Role.ACCENT_WASH if selected else Role.HOVER if hovered else Role.SURFACE
            self._paint_frame(painter, QRect(0, 0, size.width(), size.height()), line, below, look)
            painter.end()
            self._frames[key] = image
        return self._frames[key]

    def _paint_frame(self, painter: QPainter, box: QRect, line: Role, below: Role, look: Theme) -> None:
        radius, picture = metrics().radius_card, self._picture_height()
        for drop in range(1, SHADOW + 1):
            painting.rounded(painter, box.translated(0, drop), radius, look.color(Role.SHADOW))
        for part, ground in (
            (QRect(0, 0, box.width(), picture), Role.SURFACE_QUIET),
            (QRect(0, picture, box.width(), box.height() - picture), below),
        ):
            painter.setClipRect(part)
            painting.rounded(painter, box, radius, look.color(ground))
        painter.setClipping(False)
        painter.fillRect(1, picture - 1, box.width() - 2, 1, look.color(Role.BORDER))
        painting.rounded(painter, box, radius, None, look.color(line))

    # -- the picture and what lies over it ----------------------------------------------------------------------------

    def _paint_picture(self, painter: QPainter, card: Card, ground: QRect) -> None:
        store = self._pictures
        if store is None or card.picture is None:
            self._paint_sign(painter, ground, Icon.IMAGE, "")
            return
        ratio = painter.device().devicePixelRatioF()
        found = store.picture(card.picture, self.side(ground.width(), ratio))
        if isinstance(found, QPixmap):
            around = px(AROUND)
            above = px(INSET) + px(MARK) + px(4) if card.badges else around  # no picture behind the shops' names
            room = ground.adjusted(around, above, -around, -around - 1)
            shown = self._fitted(found, room.size() * ratio)
            shown.setDevicePixelRatio(ratio)
            box = QRectF(QPointF(), shown.deviceIndependentSize())
            box.moveCenter(QRectF(room).center())
            painter.drawImage(box.toRect().topLeft(), shown)
        elif isinstance(found, Missing):
            self._paint_failure(painter, ground, found)
        else:
            side = ground.height() // 2
            tile = QRect(0, 0, side, side)
            tile.moveCenter(ground.center())
            painting.rounded(painter, tile, metrics().radius_card, theme.current().color(Role.HOVER))

    def _fitted(self, picture: QPixmap, room: QSize) -> QImage:
        """``picture`` made to fit into ``room`` (device pixels), never larger than it is; kept for the next paint."""
        key = (picture.cacheKey(), room.width(), room.height())
        if key not in self._pictures_fitted:
            if len(self._pictures_fitted) >= KEPT:
                del self._pictures_fitted[next(iter(self._pictures_fitted))]
            image, size = picture.toImage(), picture.size()
            if size.width() > room.width() or size.height() > room.height():
                image = image.scaled(
                    room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            self._pictures_fitted[key] = image
        return self._pictures_fitted[key]

    def _paint_failure(self, painter: QPainter, ground: QRect, missing: Missing) -> None:
        if missing.reason == OFF:
            self._paint_sign(painter, ground, Icon.IMAGE, "")
        else:
            self._paint_sign(painter, ground, Icon.IMAGE_OFF, self.reason_words(missing.reason))

    def reason_words(self, reason: str) -> str:
        """Why there is no picture, in two or three words."""
        if reason == "missing":
            return self.tr("Picture not found")
        if reason in ("page", "kind"):
            return self.tr("Not a picture")
        if reason == "address":
            return self.tr("No web address")
        if reason in ("heavy", "points"):
            return self.tr("Picture too large")
        return self.tr("Picture not loaded")

    def _paint_sign(self, painter: QPainter, ground: QRect, icon: Icon, word: str) -> None:
        style, side, inset = Type.CAPTION, px(GLYPH), px(INSET)
        height = side + (px(4) + painting.line_height(style) if word else 0)
        box = QRect(ground.left(), ground.top() + (ground.height() - height) // 2, ground.width(), side)
        paint_icon(painter, box, icon, Role.TEXT_DISABLED)
        if not word:
            return
        look = theme.current()
        painter.setFont(look.font(style))
        painter.setPen(look.color(Role.TEXT_QUIET))
        below = QRect(
            ground.left() + inset, box.bottom() + px(5), ground.width() - 2 * inset, painting.line_height(style)
        )
        shown = QFontMetrics(look.font(style)).elidedText(word, Qt.TextElideMode.ElideRight, below.width())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(below, _CENTER, shown)

    def _paint_marks(self, painter: QPainter, card: Card, room: QRect, direction: Qt.LayoutDirection) -> None:
        """At the top a badge for each shop and how many variants there are, at the bottom what is wrong."""
        taken = 0
        if card.badges:
            strip, taken = self._badges(card.badges, room.width(), direction, painter.device().devicePixelRatioF())
            painter.drawImage(room.topLeft(), strip)
        if card.variants:
            look = theme.current()
            width = QFontMetrics(bold(look)).horizontalAdvance(card.variants) + 2 * px(MARK_PAD)
            if width + px(MARK_GAP) <= room.width() - taken:
                box = QStyle.visualRect(direction, room, QRect(room.left(), room.top(), width, px(MARK)))
                paint_mark(painter, box, card.variants, look.color(Role.TEXT_QUIET))
        if card.problem:
            paint_pill(painter, card.problem, card.kind, room, direction, error=card.state == NOT_READY)

    def _badges(
        self, badges: tuple[tuple[str, int], ...], width: int, direction: Qt.LayoutDirection, ratio: float
    ) -> tuple[QImage, int]:
        """The badges in a strip of ``width``, and how much of it they take: the same for many cards."""
        key = (badges, width, direction, ratio)
        if key not in self._strips:
            strip = _blank(QSize(width, px(MARK)), ratio)
            painter = QPainter(strip)
            taken = paint_badges(painter, badges, QRect(0, 0, width, px(MARK)), direction)
            painter.end()
            self._strips[key] = (strip, taken)
        return self._strips[key]

    # -- the words ----------------------------------------------------------------------------------------------------

    def _paint_words(self, painter: QPainter, card: Card, room: QRect, direction: Qt.LayoutDirection) -> None:
        """The first title is in the window's language, strong and at the leading edge; the other one below it, at the
        edge where its own lines begin."""
        first, other = (ARABIC, ENGLISH) if direction == _RTL else (ENGLISH, ARABIC)
        shown = [first] if self.size == SMALL else [first, other]
        if self.languages != BOTH:
            shown = [self.languages]
        top = room.top()
        for at, language in enumerate(shown):
            style = Type.STRONG if at == 0 else Type.BODY
            height = painting.line_height(style)
            line = QRect(room.left(), top, room.width(), height)
            top += height + 2
            place = _RTL if language == ARABIC else (direction if at == 0 else _LTR)
            title = card.title_ar if language == ARABIC else card.title_en
            ink = Role.ERROR if not title else Role.TEXT if at == 0 else Role.TEXT_QUIET
            painting.draw_line(painter, line, display_safe(title) or EMPTY, style, ink, place)
        if self.size == LARGE and card.category:
            line = QRect(room.left(), top + 2, room.width(), painting.line_height(Type.SMALL))
            painting.draw_line(
                painter, line, display_safe(card.category), Type.SMALL, Role.TEXT_QUIET, direction,
                Qt.TextElideMode.ElideMiddle,
            )  # fmt: skip
        height = self._price_height()
        foot = QRect(room.left(), room.bottom() + 1 - height, room.width(), height)
        taken = self._paint_price(painter, card, foot, direction)
        if self.size != SMALL and card.stock:
            rest = QStyle.visualRect(direction, foot, foot.adjusted(taken + metrics().space_s, 0, 0, 0))
            self._paint_stock(painter, card, _on_baseline(rest, Type.PRICE, Type.SMALL), direction)

    def _paint_price(self, painter: QPainter, card: Card, foot: QRect, direction: Qt.LayoutDirection) -> int:
        """At the leading edge, the amount first and its currency after it, as one reads. Returns the width."""
        if not card.price:
            text = self.tr("No price")
            line = _on_baseline(foot, Type.PRICE, Type.SMALL)  # as the stock beside it
            painting.draw_line(painter, line, text, Type.SMALL, Role.TEXT_QUIET, direction)
            return painting.text_width(text, Type.SMALL)
        bold = Type.STRONG if self.size == SMALL else Type.PRICE
        word, currency = self.tr("from") if card.has_range else "", self.tr("JOD")
        before = painting.text_width(word, Type.SMALL) + 4 if word else 0
        amount, unit = painting.text_width(card.price, bold), painting.text_width(currency, Type.CAPTION)
        if word:
            painting.draw_line(
                painter, _on_baseline(foot, bold, Type.SMALL), word, Type.SMALL, Role.TEXT_QUIET, direction
            )
        block = QRect(foot.left() + before, foot.top(), amount + 4 + unit, foot.height())
        block = QStyle.visualRect(direction, foot, block)
        number = QRect(block.left(), block.top(), amount + 2, block.height())
        name = block.adjusted(amount + 4, 0, 2, 0)
        if direction == _RTL:
            number, name = (QStyle.visualRect(direction, block, part) for part in (number, name))
        painting.draw_line(painter, number, card.price, bold, Role.TEXT, _LTR)
        name = _on_baseline(name, bold, Type.CAPTION)
        painting.draw_line(painter, name, currency, Type.CAPTION, Role.TEXT_QUIET, _LTR)
        return before + amount + 4 + unit

    def _paint_stock(self, painter: QPainter, card: Card, rest: QRect, direction: Qt.LayoutDirection) -> None:
        """At the trailing edge; where words have no room, a sign and the number."""
        place = _LTR if direction == _RTL else _RTL
        ink = Role.WARN if card.sold_out else Role.TEXT_QUIET
        if card.sold_out or painting.text_width(card.stock, Type.SMALL) <= rest.width():
            painting.draw_line(painter, rest, card.stock, Type.SMALL, ink, place)
            return
        width, side = painting.text_width(card.stock_number, Type.SMALL), px(TINY)
        painting.draw_line(painter, rest, card.stock_number, Type.SMALL, ink, place)
        sign = QRect(rest.left() + width + 4, rest.top() + (rest.height() - side) // 2, side, side)
        paint_icon(painter, QStyle.visualRect(place, rest, sign), Icon.PACKAGE, ink)


def _blank(size: QSize, ratio: float) -> QImage:
    """Nothing, of ``size`` logical pixels. An image, as pixmaps must not outlive the program."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _on_baseline(rect: QRect, large: Type, small: Type) -> QRect:
    """``rect`` moved so that a line of ``small`` stands on the baseline of one of ``large`` beside it."""
    look = theme.current()
    one, other = QFontMetricsF(look.font(large)), QFontMetricsF(look.font(small))
    # A line is in the middle of its box: its baseline is half the difference of rise and fall below it.
    return rect.translated(0, int((one.ascent() - one.descent() - other.ascent() + other.descent()) / 2))
