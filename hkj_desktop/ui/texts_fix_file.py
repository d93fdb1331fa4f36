"""Words of the fix file: on its sheet, of what was found when it comes back, and of why it cannot be taken in. Data;
no Qt."""

from hkj_desktop.ui.words import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP, Words

#: What stands on the sheet itself (fix_file.SHEET_WORDS). A sheet's title has at most 31 letters, and none of []:*?/\.
FIX_SHEET: dict[str, str] = {
    "sheet": QT_TRANSLATE_NOOP("FixFile", "To fix"),
    "place": QT_TRANSLATE_NOOP("FixFile", "Row"),
    "why": QT_TRANSLATE_NOOP("FixFile", "What to fix"),
    "note": QT_TRANSLATE_NOOP(
        "FixFile",
        "Mend the coloured cells and save the file; then drop it into HKJ Desktop. You may sort, filter, move columns"
        " and rename the file. Rows that you delete stay in the catalogue as they are.",
    ),
}
#: Behind the catalogue's name in the name of its fix file.
FIX_NAME = QT_TRANSLATE_NOOP("FixFile", "{name} – to fix")

#: What is told before a fix file is taken in; %n is the number of it.
FIX_TOLD: dict[str, str] = {
    "cells": QT_TRANSLATE_N_NOOP("FixFile", "%n cell(s) mended"),
    "conflicts": QT_TRANSLATE_N_NOOP("FixFile", "%n of them you changed here as well since the file was saved"),
    "known": QT_TRANSLATE_N_NOOP("FixFile", "%n cell(s) mended that are the same here by now"),
    "unchanged": QT_TRANSLATE_N_NOOP("FixFile", "%n cell(s) left as they were"),
    "broken": QT_TRANSLATE_N_NOOP("FixFile", "%n cell(s) that cannot be read, and stay as they are"),
    "left_out": QT_TRANSLATE_N_NOOP("FixFile", "%n mended row(s) that you left out here since the file was saved"),
    "deleted": QT_TRANSLATE_N_NOOP("FixFile", "%n row(s) deleted in the file; they stay in the catalogue"),
    "added": QT_TRANSLATE_N_NOOP("FixFile", "%n row(s) added in the file; they are not taken in"),
    "columns_added": QT_TRANSLATE_N_NOOP("FixFile", "%n column(s) added in the file; they are not taken in"),
    "columns_gone": QT_TRANSLATE_N_NOOP("FixFile", "%n column(s) deleted in the file; they stay in the catalogue"),
}
#: Where nothing was mended.
FIX_NOTHING = QT_TRANSLATE_NOOP("FixFile", "Nothing in this fix file differs from the catalogue.")

FIX_FILE_ERRORS: dict[str, Words] = {
    "fix_file_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The fix file “{name}” cannot be taken in"),
        QT_TRANSLATE_NOOP("Errors", "A newer version of this program made it, or something in it is wrong."),
        QT_TRANSLATE_NOOP("Errors", "Save the fix file again from here, and copy the mended cells into it."),
    ),
    "fix_file_failed.stranger": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is the fix file of another catalogue"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "It was made from “{source}”, and what is open now has other rows or columns than that had. Nothing was"
            " changed.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Open the catalogue that it was made from, and drop the fix file again."),
    ),
    "fix_file_failed.closed": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is a fix file, and its catalogue is not open"),
        QT_TRANSLATE_NOOP("Errors", "It holds what was mended in “{source}”."),
        QT_TRANSLATE_NOOP("Errors", "Open “{source}” first, and then drop the fix file again."),
    ),
    "fix_file_failed.none": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is not a fix file"),
        QT_TRANSLATE_NOOP(
            "Errors", "A fix file is a workbook that was saved from here; this one is not, or no longer."
        ),
        QT_TRANSLATE_NOOP("Errors", "Drop the workbook that you saved as the fix file, as an Excel workbook (.xlsx)."),
    ),
    "fix_file_failed.damaged": Words(
        QT_TRANSLATE_NOOP("Errors", "The fix file “{name}” no longer says which row is which"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Its hidden first row or first column was deleted or changed, so a price might land on a wrong product."
            " Nothing was changed.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Save the fix file again from here, and copy the mended cells into it; leave what is hidden."
        ),
    ),
    "fix_file_failed.twice": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” says two different things of one product"),
        QT_TRANSLATE_NOOP(
            "Errors", "Row {row} of it is a copy of another row, with other cells. We do not guess which one counts."
        ),
        QT_TRANSLATE_NOOP("Errors", "Delete the row that is wrong, save the fix file, and drop it again."),
    ),
}
