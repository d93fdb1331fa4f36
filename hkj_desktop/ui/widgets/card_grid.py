"""Where each card stands: arithmetic alone, so that a million cards cost no more than their groups."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRect

from hkj_desktop.ui.delegates.card import SHADOW
from hkj_desktop.ui.theme import px

GAP = 14
HEADING = 40


class CardGrid:
    """As many columns as fit into ``width``, cards stretched to share it; a heading above each group. All places are
    for a window that reads left to right, from the top of the first card.

    ``groups``: how many cards each has; none: ``count`` cards without headings. ``least``: the narrowest card's width.
    """

    def __init__(self, count: int, groups: Sequence[int], width: int, least: int, height: int) -> None:
        self.count = count
        self.gap = px(GAP)
        self.width = max(width, 1)
        self.columns = max(1, (self.width + self.gap) // (least + self.gap))
        self.card_height = height
        self.heading = px(HEADING) if groups else 0
        self._firsts: list[int] = []  # of each band of lines, with or without a heading: its first card
        self._tops: list[int] = []
        self._lines: list[int] = []  # how many lines stand before it; and at the end how many there are
        first = top = lines = 0
        for size in groups or [count]:
            self._firsts.append(first)
            self._tops.append(top)
            self._lines.append(lines)
            first += size
            lines += -(-size // self.columns)
            top += self.heading + -(-size // self.columns) * self.pitch
        self._lines.append(lines)
        self.height = max(0, top - self.gap + SHADOW)

    @property
    def pitch(self) -> int:
        """From one line of cards to the next."""
        return self.card_height + self.gap

    def rect(self, row: int) -> QRect:
        """Where a card stands."""
        band = self._band(row)
        line, column = divmod(row - self._firsts[band], self.columns)
        left, right = self._left(column), self._left(column + 1) - self.gap
        return QRect(left, self._tops[band] + self.heading + line * self.pitch, right - left, self.card_height)

    def row_at(self, x: int, y: int) -> int:
        """The card at a point; -1 between cards and beyond the last."""
        if not (0 <= x < self.width and y >= 0) or not self.count:
            return -1
        band = bisect_right(self._tops, y) - 1
        line, below = divmod(y - self._tops[band] - self.heading, self.pitch)
        column = next((at for at in range(self.columns) if x < self._left(at + 1)), self.columns)
        row = self._firsts[band] + line * self.columns + column
        inside = line >= 0 and below < self.card_height and x < self._left(column + 1) - self.gap
        return row if inside and column < self.columns and row < self._end(band) else -1

    def rows_between(self, top: int, bottom: int) -> range:
        """The cards of all lines that touch the stripe, both ends included."""
        if not self.count or bottom < top:
            return range(0)
        first, last = self._line_at(top), self._line_at(bottom)
        return range(first[0], last[1])

    def first_between(self, top: int, bottom: int) -> int | None:
        """The first card of which at least half stands in the stripe."""
        lines = self.rows_between(top, bottom)[:: self.columns]
        return next((row for row in lines if self.rect(row).center().y() >= top), None)

    def bands_between(self, top: int, bottom: int) -> range:
        """The groups of which something stands in the stripe."""
        if not self.heading:
            return range(0)
        first = bisect_right(self._tops, max(top, 0)) - 1
        return range(first, bisect_right(self._tops, max(bottom, 0)))

    def heading_rect(self, band: int) -> QRect:
        return QRect(0, self._tops[band], self.width, self.heading)

    def top_of(self, row: int) -> int:
        """Where to begin to show a card: with its heading, where it stands in the first line of its group."""
        band = self._band(row)
        in_first_line = row - self._firsts[band] < self.columns
        return self.rect(row).top() - (self.heading if in_first_line else 0)

    def moved(self, row: int, lines: int) -> int:
        """The card so many lines below (above, where negative) in the same column, or the last one of that line; in the
        last line (the first) where there are not so many."""
        band = self._band(row)
        line, column = divmod(row - self._firsts[band], self.columns)
        here = self._lines[band] + line
        there = min(max(here + lines, 0), self._lines[-1] - 1)
        if there == here:
            return row
        band = bisect_right(self._lines, there) - 1
        first = self._firsts[band] + (there - self._lines[band]) * self.columns
        return min(first + column, self._end(band) - 1)

    def _left(self, column: int) -> int:
        return column * (self.width + self.gap) // self.columns

    def _band(self, row: int) -> int:
        return bisect_right(self._firsts, row) - 1

    def _end(self, band: int) -> int:
        return self._firsts[band + 1] if band + 1 < len(self._firsts) else self.count

    def _line_at(self, y: int) -> tuple[int, int]:
        """First card, and the one after the last, of the line at ``y``; of the nearest one below in a gap's stead."""
        band = max(0, bisect_right(self._tops, y) - 1)
        line = max(0, (y - self._tops[band] - self.heading) // self.pitch)
        first = min(self._firsts[band] + line * self.columns, self._end(band) - 1)
        first -= (first - self._firsts[band]) % self.columns
        return first, min(first + self.columns, self._end(band))
