"""Words for each one-click fix: its button, the same for many, what its preview says, and the step that can be undone.
Data; no Qt (see texts.py for how such words are used)."""

from __future__ import annotations

from typing import NamedTuple

from hkj_desktop.ui.words import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP


class FixWords(NamedTuple):
    """``name``: on the button, where ``{after}`` is the text that the cell would get. ``all``: for every problem of the
    kind, with ``%n``. ``explains``: one sentence above the preview. ``done``: the name of the step, behind Undo."""

    name: str
    all: str
    explains: str
    done: str


FIXES: dict[str, FixWords] = {
    "swap_titles": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Swap the titles"),
        QT_TRANSLATE_N_NOOP("Fixes", "Swap the titles of all %n product(s) like this"),
        QT_TRANSLATE_NOOP(
            "Fixes", "The Arabic title goes into the Arabic column, and the English one into the English."
        ),
        QT_TRANSLATE_NOOP("Fixes", "Swap titles"),
    ),
    "split_titles": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Split the title in two"),
        QT_TRANSLATE_N_NOOP("Fixes", "Split all %n title(s) like this"),
        QT_TRANSLATE_NOOP(
            "Fixes", "Both languages stand in one cell; each goes into its own column. A title that is there stays."
        ),
        QT_TRANSLATE_NOOP("Fixes", "Split titles"),
    ),
    "pad_barcode": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Give all %n barcode(s) like this their zeros back"),
        QT_TRANSLATE_NOOP("Fixes", "The zeros at the start come back; the check digit says how many there were."),
        QT_TRANSLATE_NOOP("Fixes", "Restore zeros of barcodes"),
    ),
    "all_digits": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Write all %n code(s) like this in full"),
        QT_TRANSLATE_NOOP("Fixes", "No digit is lost in these cells, so the whole code can be written out."),
        QT_TRANSLATE_NOOP("Fixes", "Write codes in full"),
    ),
    "bare_code": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Leave only the digits in all %n barcode(s) like this"),
        QT_TRANSLATE_NOOP(
            "Fixes", "Signs and words around the digits go; the digits stay, and their check digit fits."
        ),
        QT_TRANSLATE_NOOP("Fixes", "Leave only the digits of barcodes"),
    ),
    "trim": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Remove spaces and hidden characters"),
        QT_TRANSLATE_N_NOOP("Fixes", "Remove spaces and hidden characters from all %n cell(s) like this"),
        QT_TRANSLATE_NOOP(
            "Fixes", "Hidden characters go, and several spaces become one; no letter and no digit changes."
        ),
        QT_TRANSLATE_NOOP("Fixes", "Trim spaces"),
    ),
    "digits": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Write all %n cell(s) like this with the digits 0 to 9"),
        QT_TRANSLATE_NOOP("Fixes", "The same numbers in the digits that shops and scanners read: 0 to 9."),
        QT_TRANSLATE_NOOP("Fixes", "Change digits to 0–9"),
    ),
    "check_digit": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Correct the last digit of all %n barcode(s) like this"),
        QT_TRANSLATE_NOOP(
            "Fixes", "The last digit is worked out from the others. If one of those is wrong, scan the product instead."
        ),
        QT_TRANSLATE_NOOP("Fixes", "Correct last digits of barcodes"),
    ),
    "stock_number": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Leave only the number in all %n cell(s) like this"),
        QT_TRANSLATE_NOOP(
            "Fixes", "The word beside the number goes; where it says that there is none left, 0 is written."
        ),
        QT_TRANSLATE_NOOP("Fixes", "Leave only the number in stock"),
    ),
    "stock_zero": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it 0"),
        QT_TRANSLATE_N_NOOP("Fixes", "Make all %n stock(s) like this 0"),
        QT_TRANSLATE_NOOP("Fixes", "There cannot be fewer than none: these products count as sold out."),
        QT_TRANSLATE_NOOP("Fixes", "Set stock below zero to 0"),
    ),
    "price_amount": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Leave only the amount in all %n price(s) like this"),
        QT_TRANSLATE_NOOP("Fixes", "One amount stands in each of these cells; the words and signs around it go."),
        QT_TRANSLATE_NOOP("Fixes", "Leave only the amount in prices"),
    ),
    "as_dinars": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}, in dinars"),
        QT_TRANSLATE_N_NOOP("Fixes", "Read all %n price(s) like this as dinars"),
        QT_TRANSLATE_NOOP("Fixes", "This column is in fils, which have no decimals; these amounts become fils."),
        QT_TRANSLATE_NOOP("Fixes", "Turn dinars into fils"),
    ),
    "round": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Round to {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Round all %n price(s) like this"),
        QT_TRANSLATE_NOOP("Fixes", "Each becomes the nearest whole fils; half a fils is rounded up."),
        QT_TRANSLATE_NOOP("Fixes", "Round prices to fils"),
    ),
    "comma_decimal": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}: the comma is the point"),
        QT_TRANSLATE_N_NOOP("Fixes", "Read the comma as the point in all %n price(s) like this"),
        QT_TRANSLATE_NOOP("Fixes", "The comma stands before the fils: 1,250 becomes one dinar and 250 fils."),
        QT_TRANSLATE_NOOP("Fixes", "Read commas as points"),
    ),
    "comma_thousands": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}: the comma groups thousands"),
        QT_TRANSLATE_N_NOOP("Fixes", "Read the comma as grouping thousands in all %n price(s) like this"),
        QT_TRANSLATE_NOOP(
            "Fixes", "The comma groups thousands: 1,250 becomes one thousand two hundred and fifty dinars."
        ),
        QT_TRANSLATE_NOOP("Fixes", "Read commas as thousands"),
    ),
    "no_minus": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}, with no minus sign"),
        QT_TRANSLATE_N_NOOP("Fixes", "Remove the minus sign from all %n price(s) like this"),
        QT_TRANSLATE_NOOP("Fixes", "The amount stays the same, without the minus sign."),
        QT_TRANSLATE_NOOP("Fixes", "Remove minus signs"),
    ),
    "last_price": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Move the point in all %n price(s) like this"),
        QT_TRANSLATE_NOOP(
            "Fixes", "The point is moved to where it was; each price is then about what the shop last took."
        ),
        QT_TRANSLATE_NOOP("Fixes", "Move the point in prices"),
    ),
    "thousandth": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}, a thousandth"),
        QT_TRANSLATE_N_NOOP("Fixes", "Make all %n price(s) like this a thousandth"),
        QT_TRANSLATE_NOOP("Fixes", "Each becomes a thousandth of what it is, as where fils stood among dinars."),
        QT_TRANSLATE_NOOP("Fixes", "Make prices a thousandth"),
    ),
    "thousandfold": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}, a thousandfold"),
        QT_TRANSLATE_N_NOOP("Fixes", "Make all %n price(s) like this a thousandfold"),
        QT_TRANSLATE_NOOP("Fixes", "Each becomes a thousand times what it is, as where dinars stood among fils."),
        QT_TRANSLATE_NOOP("Fixes", "Make prices a thousandfold"),
    ),
    "take_fils": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Take the price in fils"),
        QT_TRANSLATE_N_NOOP("Fixes", "Take the price in fils for all %n product(s) like this"),
        QT_TRANSLATE_NOOP("Fixes", "The dinar column gets the amount that stands in the fils column."),
        QT_TRANSLATE_NOOP("Fixes", "Take prices in fils"),
    ),
    "take_dinars": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Take the price in dinars"),
        QT_TRANSLATE_N_NOOP("Fixes", "Take the price in dinars for all %n product(s) like this"),
        QT_TRANSLATE_NOOP("Fixes", "The fils column gets the amount that stands in the dinar column."),
        QT_TRANSLATE_NOOP("Fixes", "Take prices in dinars"),
    ),
    "image_address": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Correct the address"),
        QT_TRANSLATE_N_NOOP("Fixes", "Correct all %n address(es) like this"),
        QT_TRANSLATE_NOOP("Fixes", "Spaces become %20, and an address that begins with www. gets https:// before it."),
        QT_TRANSLATE_NOOP("Fixes", "Correct picture addresses"),
    ),
    "title_case": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Make it {after}"),
        QT_TRANSLATE_N_NOOP("Fixes", "Write all %n title(s) like this in small letters"),
        QT_TRANSLATE_NOOP("Fixes", "Each word begins with a capital; abbreviations such as LED stay as they are."),
        QT_TRANSLATE_NOOP("Fixes", "Write titles in small letters"),
    ),
    "shorten": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Cut it to the length"),
        QT_TRANSLATE_N_NOOP("Fixes", "Cut all %n text(s) like this to the length"),
        QT_TRANSLATE_NOOP("Fixes", "Each is cut behind a word, with … at its end; what stood behind that is lost."),
        QT_TRANSLATE_NOOP("Fixes", "Cut long texts"),
    ),
    "keep_last": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Keep the last"),
        QT_TRANSLATE_N_NOOP("Fixes", "Keep the last for all %n like this"),
        QT_TRANSLATE_NOOP(
            "Fixes",
            "The earlier product leaves the catalogue with all of its rows; your file stays as it is. Look at the names"
            " first: where they are two products, give one of them another code instead.",
        ),
        QT_TRANSLATE_NOOP("Fixes", "Keep the last of duplicates"),
    ),
    "keep_first": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Keep the first"),
        QT_TRANSLATE_N_NOOP("Fixes", "Keep the first for all %n like this"),
        QT_TRANSLATE_NOOP(
            "Fixes",
            "The later product leaves the catalogue with all of its rows; your file stays as it is. Look at the names"
            " first: where they are two products, give one of them another code instead.",
        ),
        QT_TRANSLATE_NOOP("Fixes", "Keep the first of duplicates"),
    ),
    "clear_barcode": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Clear this barcode"),
        QT_TRANSLATE_N_NOOP("Fixes", "Clear all %n later barcode(s) like this"),
        QT_TRANSLATE_NOOP("Fixes", "The first product keeps the barcode; the later one goes without."),
        QT_TRANSLATE_NOOP("Fixes", "Clear repeated barcodes"),
    ),
    "leave_out": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Leave this row out"),
        QT_TRANSLATE_N_NOOP("Fixes", "Leave out all %n row(s) like this"),
        QT_TRANSLATE_NOOP("Fixes", "These rows leave the catalogue; your file stays as it is."),
        QT_TRANSLATE_NOOP("Fixes", "Leave rows out"),
    ),
    "copy": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Copy from another column…"),
        QT_TRANSLATE_N_NOOP("Fixes", "Copy all %n like this from another column…"),
        QT_TRANSLATE_NOOP(
            "Fixes", "Each cell gets what stands on its row in the column that you choose, where it fits."
        ),
        QT_TRANSLATE_NOOP("Fixes", "Copy from another column"),
    ),
    "clear_cell": FixWords(
        QT_TRANSLATE_NOOP("Fixes", "Clear this cell"),
        QT_TRANSLATE_N_NOOP("Fixes", "Clear all %n cell(s) like this"),
        QT_TRANSLATE_NOOP("Fixes", "The error goes, and the product is sent without this."),
        QT_TRANSLATE_NOOP("Fixes", "Clear cells with errors"),
    ),
}
