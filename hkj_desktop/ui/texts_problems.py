"""Words for each kind of problem: title, explanation, what to do. Data; no Qt (see texts.py for how they are used)."""

from hkj_desktop.ui.texts_pictures import PICTURE_KINDS, PICTURE_PROBLEMS
from hkj_desktop.ui.words import QT_TRANSLATE_NOOP, Words

PROBLEMS: dict[str, Words] = {
    **PICTURE_PROBLEMS,
    "required_missing": Words(
        QT_TRANSLATE_NOOP("Problems", "{field} is missing"),
        QT_TRANSLATE_NOOP("Problems", "The shop takes no product without it."),
        QT_TRANSLATE_NOOP("Problems", "Write it in this cell."),
    ),
    "required_missing.title_ar": Words(
        QT_TRANSLATE_NOOP("Problems", "Arabic title is missing"),
        QT_TRANSLATE_NOOP("Problems", "The shop takes no product without an Arabic title."),
        QT_TRANSLATE_NOOP("Problems", "Write the product's name in Arabic, such as: عسل جبلي"),
    ),
    "required_missing.title_en": Words(
        QT_TRANSLATE_NOOP("Problems", "English title is missing"),
        QT_TRANSLATE_NOOP("Problems", "The shop takes no product without an English title."),
        QT_TRANSLATE_NOOP("Problems", "Write the product's name in English, such as: Mountain honey"),
    ),
    "key_missing": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing names this product"),
        QT_TRANSLATE_NOOP(
            "Problems", "The shop knows a product by its SKU, its own number or its barcode; this row has none."
        ),
        QT_TRANSLATE_NOOP("Problems", "Give it a SKU that no other product has."),
    ),
    "price_missing": Words(
        QT_TRANSLATE_NOOP("Problems", "No price"),
        QT_TRANSLATE_NOOP("Problems", "The product can be sent, but the shop will not know what it costs."),
        QT_TRANSLATE_NOOP("Problems", "Write the price in dinars, such as 1.250"),
    ),
    "fils_not_whole": Words(
        QT_TRANSLATE_NOOP("Problems", "Fils must be a whole number"),
        QT_TRANSLATE_NOOP("Problems", "This column holds prices in fils: 1250 is one dinar and 250 fils."),
        QT_TRANSLATE_NOOP("Problems", "Write a whole number, or choose that this column is in dinars."),
    ),
    "price_not_number": Words(
        QT_TRANSLATE_NOOP("Problems", "The price is not a number"),
        QT_TRANSLATE_NOOP("Problems", "“{value}” cannot be read as a price."),
        QT_TRANSLATE_NOOP("Problems", "Write the price in dinars, such as 1.250"),
    ),
    "price_comma_unclear": Words(
        QT_TRANSLATE_NOOP("Problems", "Is {value} a little over a dinar, or more than a thousand?"),
        QT_TRANSLATE_NOOP(
            "Problems", "The comma may be a decimal mark or may group thousands; we do not guess with prices."
        ),
        QT_TRANSLATE_NOOP("Problems", "Write 1.250 for one dinar and 250 fils, or 1250 for thousands."),
    ),
    "price_decimals": Words(
        QT_TRANSLATE_NOOP("Problems", "More than three decimals"),
        QT_TRANSLATE_NOOP("Problems", "A dinar has 1000 fils, so a price has at most three decimals."),
        QT_TRANSLATE_NOOP("Problems", "Round {value} to three decimals."),
    ),
    "price_too_large": Words(
        QT_TRANSLATE_NOOP("Problems", "The price is too large"),
        QT_TRANSLATE_NOOP("Problems", "“{value}” has more digits than a price can have."),
        QT_TRANSLATE_NOOP("Problems", "Check whether a barcode stands in the price column."),
    ),
    "price_negative": Words(
        QT_TRANSLATE_NOOP("Problems", "The price is below zero"),
        QT_TRANSLATE_NOOP("Problems", "A price cannot be less than nothing."),
        QT_TRANSLATE_NOOP("Problems", "Write the price without the minus sign."),
    ),
    "price_unit_unclear": Words(
        QT_TRANSLATE_NOOP("Problems", "Is {value} in fils or in dinars?"),
        QT_TRANSLATE_NOOP("Problems", "Every price of this column is a large whole number, as prices in fils are."),
        QT_TRANSLATE_NOOP("Problems", "Say it once for the whole column, above the list."),
    ),
    "price_large": Words(
        QT_TRANSLATE_NOOP("Problems", "The price is more than ten thousand dinars"),
        QT_TRANSLATE_NOOP("Problems", "{value} dinars is a great deal; it may be in fils, or a barcode."),
        QT_TRANSLATE_NOOP("Problems", "Check the price, and whether this column is in fils."),
    ),
    "price_tiny": Words(
        QT_TRANSLATE_NOOP("Problems", "The price is less than five fils"),
        QT_TRANSLATE_NOOP("Problems", "There is no coin so small; a point or a unit may be wrong."),
        QT_TRANSLATE_NOOP("Problems", "Check the price, and whether this column is in fils."),
    ),
    "price_far_off": Words(
        QT_TRANSLATE_NOOP("Problems", "The price is far from the others in its category"),
        QT_TRANSLATE_NOOP("Problems", "It is ten times as much or as little as usual there, which is about {other}."),
        QT_TRANSLATE_NOOP("Problems", "Check the point in {value}; others there cost about {other}."),
    ),
    "price_jump": Words(
        QT_TRANSLATE_NOOP("Problems", "The price is ten times what it was, or a tenth"),
        QT_TRANSLATE_NOOP("Problems", "The shop last took this product at {other} dinars."),
        QT_TRANSLATE_NOOP("Problems", "Check the point in {value}; the last price was {other}."),
    ),
    "prices_thousandfold": Words(
        QT_TRANSLATE_NOOP("Problems", "One of the two prices is a thousand times the other"),
        QT_TRANSLATE_NOOP(
            "Problems", "The fils column says {value}, the dinar column {other}: one of them is in the wrong unit."
        ),
        QT_TRANSLATE_NOOP("Problems", "Write fils in the one and dinars in the other: 1250 and 1.250"),
    ),
    "price_zero": Words(
        QT_TRANSLATE_NOOP("Problems", "The price is zero"),
        QT_TRANSLATE_NOOP("Problems", "Customers would get this product for nothing."),
        QT_TRANSLATE_NOOP("Problems", "Write its price, or leave it if it is a gift."),
    ),
    "prices_differ": Words(
        QT_TRANSLATE_NOOP("Problems", "The two prices differ"),
        QT_TRANSLATE_NOOP(
            "Problems", "The fils column says {value}, the dinar column {other}. The shop takes the fils."
        ),
        QT_TRANSLATE_NOOP("Problems", "Make both say the same, or clear one of them."),
    ),
    "stock_not_whole": Words(
        QT_TRANSLATE_NOOP("Problems", "Stock must be a whole number"),
        QT_TRANSLATE_NOOP("Problems", "“{value}” is not a whole number."),
        QT_TRANSLATE_NOOP("Problems", "Write the number alone, with no word beside it."),
    ),
    "stock_negative": Words(
        QT_TRANSLATE_NOOP("Problems", "Stock is below zero"),
        QT_TRANSLATE_NOOP("Problems", "There cannot be fewer than none."),
        QT_TRANSLATE_NOOP("Problems", "Write 0 if it is sold out."),
    ),
    "stock_large": Words(
        QT_TRANSLATE_NOOP("Problems", "The stock is a million or more"),
        QT_TRANSLATE_NOOP("Problems", "{value} pieces is a great many; a barcode may stand in this column."),
        QT_TRANSLATE_NOOP("Problems", "Check the number."),
    ),
    "text_too_long": Words(
        QT_TRANSLATE_NOOP("Problems", "{field} is very long"),
        QT_TRANSLATE_NOOP("Problems", "It has more than {limit} characters; the shop may cut it or refuse it."),
        QT_TRANSLATE_NOOP("Problems", "Shorten it to at most {limit} characters."),
    ),
    "text_damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "Some letters were lost"),
        QT_TRANSLATE_NOOP(
            "Problems", "An earlier program could not write all letters of this text and put � in their place."
        ),
        QT_TRANSLATE_NOOP("Problems", "Write the text again."),
    ),
    "titles_swapped": Words(
        QT_TRANSLATE_NOOP("Problems", "The two titles have changed places"),
        QT_TRANSLATE_NOOP("Problems", "The Arabic title is in English, and the English one in Arabic."),
        QT_TRANSLATE_NOOP("Problems", "Swap the two titles."),
    ),
    "title_not_arabic": Words(
        QT_TRANSLATE_NOOP("Problems", "The Arabic title has no Arabic letter"),
        QT_TRANSLATE_NOOP("Problems", "Customers who read Arabic will see “{value}”."),
        QT_TRANSLATE_NOOP("Problems", "Write the product's name in Arabic."),
    ),
    "title_not_english": Words(
        QT_TRANSLATE_NOOP("Problems", "The English title has Arabic letters"),
        QT_TRANSLATE_NOOP("Problems", "Customers who read English will see “{value}”."),
        QT_TRANSLATE_NOOP("Problems", "Write the product's name in English."),
    ),
    "title_capitals": Words(
        QT_TRANSLATE_NOOP("Problems", "The English title is all in capitals"),
        QT_TRANSLATE_NOOP("Problems", "“{value}” is harder to read, and reads as shouting."),
        QT_TRANSLATE_NOOP("Problems", "Write it in small letters, with a capital at the start of each word."),
    ),
    "barcode_form": Words(
        QT_TRANSLATE_NOOP("Problems", "This is not a barcode that a scanner reads"),
        QT_TRANSLATE_NOOP("Problems", "A barcode has 8, 12, 13 or 14 digits; a scale code has 3 to 6."),
        QT_TRANSLATE_NOOP("Problems", "Scan it again. Excel may have removed zeros at its start."),
    ),
    "barcode_check_digit": Words(
        QT_TRANSLATE_NOOP("Problems", "The barcode's last digit is wrong"),
        QT_TRANSLATE_NOOP(
            "Problems", "The last digit is worked out from the others; for this code it would be {other}."
        ),
        QT_TRANSLATE_NOOP("Problems", "Scan it again; the expected last digit is {other}."),
    ),
    "image_address": Words(
        QT_TRANSLATE_NOOP("Problems", "The picture is not a web address"),
        QT_TRANSLATE_NOOP("Problems", "The shop fetches pictures from the web; “{value}” is no address there."),
        QT_TRANSLATE_NOOP("Problems", "Write an address that begins with https://"),
    ),
    "duplicate": Words(
        QT_TRANSLATE_NOOP("Problems", "{field} stands on row {other} too"),
        QT_TRANSLATE_NOOP(
            "Problems", "The shop keeps one product for each; the later row would replace the earlier one."
        ),
        QT_TRANSLATE_NOOP("Problems", "Change one of the two, or remove one of the rows."),
    ),
    "row_too_long": Words(
        QT_TRANSLATE_NOOP("Problems", "This row has more cells than the header"),
        QT_TRANSLATE_NOOP(
            "Problems", "It has {other} cells, the header has {limit}; its values may stand in the wrong columns."
        ),
        QT_TRANSLATE_NOOP(
            "Problems", "Look for a comma inside a text on this row, and put that text in quotation marks."
        ),
    ),
    "row_too_short": Words(
        QT_TRANSLATE_NOOP("Problems", "This row has fewer cells than the header"),
        QT_TRANSLATE_NOOP("Problems", "It has {other} cells, the header has {limit}; the missing ones count as empty."),
        QT_TRANSLATE_NOOP("Problems", "Check that its values stand in the right columns."),
    ),
    "row_quote_open": Words(
        QT_TRANSLATE_NOOP("Problems", "A quotation mark on this row is never closed"),
        QT_TRANSLATE_NOOP(
            "Problems", "The row was read as if the mark were not there; its values may stand in the wrong columns."
        ),
        QT_TRANSLATE_NOOP("Problems", "Close the quotation mark, or remove it."),
    ),
    "row_stray": Words(
        QT_TRANSLATE_NOOP("Problems", "This row names no product"),
        QT_TRANSLATE_NOOP("Problems", "It has neither a title nor a SKU or barcode; it may be a total or a note."),
        QT_TRANSLATE_NOOP("Problems", "Leave it out, or write what product it is."),
    ),
    "column_not_sent": Words(
        QT_TRANSLATE_NOOP("Problems", "The column “{value}” is not sent"),
        QT_TRANSLATE_NOOP("Problems", "Its name is that of something else in this file, and two cannot have one name."),
        QT_TRANSLATE_NOOP("Problems", "Choose what this column is, or give it another header."),
    ),
    "row_total": Words(
        QT_TRANSLATE_NOOP("Problems", "This row is a total, not a product"),
        QT_TRANSLATE_NOOP("Problems", "It says “{value}” and holds nothing but sums, so it is not sent."),
        QT_TRANSLATE_NOOP("Problems", "Nothing to do. If it is a product after all, give it a SKU."),
    ),
    "rows_hidden": Words(
        QT_TRANSLATE_NOOP("Problems", "Rows are hidden in the file: {value}"),
        QT_TRANSLATE_NOOP("Problems", "They are read like all others; perhaps they were hidden so as not to be sold."),
        QT_TRANSLATE_NOOP("Problems", "If they should not be sent, delete them in Excel and save the file."),
    ),
    "cell_error": Words(
        QT_TRANSLATE_NOOP("Problems", "The formula in this cell gives {value}"),
        QT_TRANSLATE_NOOP("Problems", "Excel could not work out what should stand here."),
        QT_TRANSLATE_NOOP("Problems", "Write the value itself in this cell."),
    ),
    "code_scientific": Words(
        QT_TRANSLATE_NOOP("Problems", "Excel has lost the last digits of this code"),
        QT_TRANSLATE_NOOP(
            "Problems", "“{value}” is how Excel writes a long number in short; the digits that it left out are gone."
        ),
        QT_TRANSLATE_NOOP("Problems", "Write the whole code again, in a column whose cells are formatted as text."),
    ),
    "barcode_zeros_lost": Words(
        QT_TRANSLATE_NOOP("Problems", "The zeros at the start of this barcode are lost"),
        QT_TRANSLATE_NOOP("Problems", "Excel takes them away from numbers; with them it would be {other}."),
        QT_TRANSLATE_NOOP("Problems", "Write {other}, in a column whose cells are formatted as text."),
    ),
    "row_not_product": Words(
        QT_TRANSLATE_NOOP("Problems", "This entry is not a product"),
        QT_TRANSLATE_NOOP("Problems", "“{value}” stands where a product with its fields should be."),
        QT_TRANSLATE_NOOP("Problems", "Remove it from the file."),
    ),
    "server_required": Words(
        QT_TRANSLATE_NOOP("Problems", "The shop wants {field}"),
        QT_TRANSLATE_NOOP("Problems", "The shop said: {other}"),
        QT_TRANSLATE_NOOP("Problems", "Fill it in and send this product again."),
    ),
    "server_refused": Words(
        QT_TRANSLATE_NOOP("Problems", "The shop refused this product"),
        QT_TRANSLATE_NOOP("Problems", "The shop said: {other}"),
        QT_TRANSLATE_NOOP("Problems", "Correct it as the shop says and send it again."),
    ),
    "item_refused": Words(
        QT_TRANSLATE_NOOP("Problems", "The shop cannot read this item"),
        QT_TRANSLATE_NOOP("Problems", "It refuses it as a whole and does not say why. The shop said: {other}"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Check its SKU, barcode, name and the length of every text, then send it again.",
        ),
    ),
    "store_refused": Words(
        QT_TRANSLATE_NOOP("Problems", "The shop does not know the store {other}"),
        QT_TRANSLATE_NOOP("Problems", "The number is wrong, or the store belongs to another retailer."),
        QT_TRANSLATE_NOOP("Problems", "Compare it with the store numbers that you were given, and send again."),
    ),
    "required_missing.store_id": Words(
        QT_TRANSLATE_NOOP("Problems", "No store is named"),
        QT_TRANSLATE_NOOP("Problems", "HAQM keeps its items by store, and must be told for which."),
        QT_TRANSLATE_NOOP("Problems", "Name the stores where you name the shop, or add a column store_id."),
    ),
    "required_missing.sku": Words(
        QT_TRANSLATE_NOOP("Problems", "The SKU is missing"),
        QT_TRANSLATE_NOOP("Problems", "HAQM knows an item by its SKU and its store, and takes none without."),
        QT_TRANSLATE_NOOP("Problems", "Give it a SKU that no other product has."),
    ),
    "required_missing.barcode": Words(
        QT_TRANSLATE_NOOP("Problems", "The barcode is missing"),
        QT_TRANSLATE_NOOP("Problems", "HAQM takes no item without the barcode that is scanned when it is stocked."),
        QT_TRANSLATE_NOOP("Problems", "Scan the product and write the number in this cell."),
    ),
    "item_too_long": Words(
        QT_TRANSLATE_NOOP("Problems", "{field} is too long"),
        QT_TRANSLATE_NOOP("Problems", "HAQM takes at most {limit} characters, and refuses an item with more."),
        QT_TRANSLATE_NOOP("Problems", "Shorten it to at most {limit} characters."),
    ),
    "item_barcode": Words(
        QT_TRANSLATE_NOOP("Problems", "HAQM does not take this barcode"),
        QT_TRANSLATE_NOOP(
            "Problems",
            "It takes 8, 12, 13 or 14 digits whose last one fits the others, an ISBN, or 3 to 6 of a scale code.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Scan the product again and write the number in this cell."),
    ),
    "sku_not_ascii": Words(
        QT_TRANSLATE_NOOP("Problems", "The SKU has letters that HAQM does not take"),
        QT_TRANSLATE_NOOP(
            "Problems", "Only English letters, digits and signs of the keyboard, no Arabic letters and no ®."
        ),
        QT_TRANSLATE_NOOP("Problems", "Give the product an SKU of English letters and digits."),
    ),
    "overtaken": Words(
        QT_TRANSLATE_NOOP("Problems", "Not sent again: a later upload has sent this product"),
        QT_TRANSLATE_NOOP("Problems", "What was sent later is newer, so this older upload left it alone."),
        QT_TRANSLATE_NOOP("Problems", "Nothing has to be done; open the file and send it to be sure."),
    ),
}

#: Short names of the kinds, for filters.
KINDS: dict[str, str] = {
    **PICTURE_KINDS,
    "required_missing": QT_TRANSLATE_NOOP("ProblemKind", "Missing"),
    "key_missing": QT_TRANSLATE_NOOP("ProblemKind", "No SKU"),
    "price_missing": QT_TRANSLATE_NOOP("ProblemKind", "No price"),
    "fils_not_whole": QT_TRANSLATE_NOOP("ProblemKind", "Fils"),
    "price_not_number": QT_TRANSLATE_NOOP("ProblemKind", "Price"),
    "price_comma_unclear": QT_TRANSLATE_NOOP("ProblemKind", "Comma in price"),
    "price_decimals": QT_TRANSLATE_NOOP("ProblemKind", "Decimals"),
    "price_too_large": QT_TRANSLATE_NOOP("ProblemKind", "Huge price"),
    "price_negative": QT_TRANSLATE_NOOP("ProblemKind", "Price below zero"),
    "price_unit_unclear": QT_TRANSLATE_NOOP("ProblemKind", "Fils or dinars?"),
    "price_large": QT_TRANSLATE_NOOP("ProblemKind", "Large price"),
    "stock_large": QT_TRANSLATE_NOOP("ProblemKind", "Large stock"),
    "price_tiny": QT_TRANSLATE_NOOP("ProblemKind", "Tiny price"),
    "price_far_off": QT_TRANSLATE_NOOP("ProblemKind", "Unusual price"),
    "price_jump": QT_TRANSLATE_NOOP("ProblemKind", "Price jump"),
    "prices_thousandfold": QT_TRANSLATE_NOOP("ProblemKind", "Two units"),
    "row_stray": QT_TRANSLATE_NOOP("ProblemKind", "Names no product"),
    "column_not_sent": QT_TRANSLATE_NOOP("ProblemKind", "Column not sent"),
    "price_zero": QT_TRANSLATE_NOOP("ProblemKind", "Price zero"),
    "prices_differ": QT_TRANSLATE_NOOP("ProblemKind", "Two prices"),
    "stock_not_whole": QT_TRANSLATE_NOOP("ProblemKind", "Stock"),
    "stock_negative": QT_TRANSLATE_NOOP("ProblemKind", "Stock below zero"),
    "text_too_long": QT_TRANSLATE_NOOP("ProblemKind", "Long text"),
    "text_damaged": QT_TRANSLATE_NOOP("ProblemKind", "Lost letters"),
    "titles_swapped": QT_TRANSLATE_NOOP("ProblemKind", "Swapped titles"),
    "title_not_arabic": QT_TRANSLATE_NOOP("ProblemKind", "Arabic title"),
    "title_not_english": QT_TRANSLATE_NOOP("ProblemKind", "English title"),
    "title_capitals": QT_TRANSLATE_NOOP("ProblemKind", "All capitals"),
    "barcode_form": QT_TRANSLATE_NOOP("ProblemKind", "Barcode"),
    "barcode_check_digit": QT_TRANSLATE_NOOP("ProblemKind", "Barcode digit"),
    "image_address": QT_TRANSLATE_NOOP("ProblemKind", "Picture"),
    "duplicate": QT_TRANSLATE_NOOP("ProblemKind", "Twice in the file"),
    "row_too_long": QT_TRANSLATE_NOOP("ProblemKind", "Long rows"),
    "row_too_short": QT_TRANSLATE_NOOP("ProblemKind", "Short rows"),
    "row_quote_open": QT_TRANSLATE_NOOP("ProblemKind", "Quotation marks"),
    "row_total": QT_TRANSLATE_NOOP("ProblemKind", "Totals"),
    "rows_hidden": QT_TRANSLATE_NOOP("ProblemKind", "Hidden rows"),
    "cell_error": QT_TRANSLATE_NOOP("ProblemKind", "Failed formulas"),
    "code_scientific": QT_TRANSLATE_NOOP("ProblemKind", "Lost digits"),
    "barcode_zeros_lost": QT_TRANSLATE_NOOP("ProblemKind", "Lost zeros"),
    "row_not_product": QT_TRANSLATE_NOOP("ProblemKind", "Not a product"),
    "server_required": QT_TRANSLATE_NOOP("ProblemKind", "Wanted by the shop"),
    "server_refused": QT_TRANSLATE_NOOP("ProblemKind", "Refused by the shop"),
    "item_refused": QT_TRANSLATE_NOOP("ProblemKind", "Not readable for the shop"),
    "store_refused": QT_TRANSLATE_NOOP("ProblemKind", "Store not known"),
    "item_too_long": QT_TRANSLATE_NOOP("ProblemKind", "Too long for HAQM"),
    "item_barcode": QT_TRANSLATE_NOOP("ProblemKind", "Barcode for HAQM"),
    "sku_not_ascii": QT_TRANSLATE_NOOP("ProblemKind", "SKU for HAQM"),
    "overtaken": QT_TRANSLATE_NOOP("ProblemKind", "Sent by a later upload"),
}
