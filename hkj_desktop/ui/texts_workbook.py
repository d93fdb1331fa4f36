"""Words for the way back to Excel: what a workbook loses, the sheet that explains its marks, and why it was not saved.
Data; no Qt (see texts.py for how they are used)."""

from hkj_desktop.ui.words import QT_TRANSLATE_NOOP, Words

#: What a workbook loses when it is saved with marks (resources/workbook.toml), said before it is saved. Each stands
#: behind "Not kept:" or a bullet.
LOST: dict[str, str] = {
    "whole": QT_TRANSLATE_NOOP(
        "Workbook",
        "This kind of workbook cannot be written back. You get a new one with its products, without its colours, "
        "formulas and other sheets.",
    ),
    "shapes": QT_TRANSLATE_NOOP("Workbook", "Shapes, text boxes, arrows, WordArt and SmartArt"),
    "charts": QT_TRANSLATE_NOOP(
        "Workbook", "The fine look of charts: they stay, but fonts, effects and boxes drawn into them may change"
    ),
    "new_charts": QT_TRANSLATE_NOOP("Workbook", "Charts of newer kinds, such as waterfall, histogram, map and treemap"),
    "old_pictures": QT_TRANSLATE_NOOP("Workbook", "Drawings that are no photos (EMF and WMF); photos stay"),
    "picture_look": QT_TRANSLATE_NOOP("Workbook", "Shadows, icons drawn as lines, and links behind pictures"),
    "background": QT_TRANSLATE_NOOP("Workbook", "The background picture of a sheet"),
    "header_pictures": QT_TRANSLATE_NOOP("Workbook", "Pictures in the page header or footer"),
    "cell_pictures": QT_TRANSLATE_NOOP("Workbook", "Pictures that lie inside a cell, and linked data such as stocks"),
    "spilled": QT_TRANSLATE_NOOP(
        "Workbook", "Formulas that fill further cells by themselves: they fill those that they fill now"
    ),
    "sparklines": QT_TRANSLATE_NOOP("Workbook", "Small charts inside cells (sparklines)"),
    "new_formats": QT_TRANSLATE_NOOP(
        "Workbook", "Colours by a rule of newer kinds, such as data bars and icons with a rule from another sheet"
    ),
    "new_lists": QT_TRANSLATE_NOOP("Workbook", "Drop-down lists that take their entries from another sheet"),
    "slicers": QT_TRANSLATE_NOOP("Workbook", "Slicers and timelines (buttons that filter); what they filter stays"),
    "controls": QT_TRANSLATE_NOOP("Workbook", "Buttons, check boxes and other controls in a sheet"),
    "objects": QT_TRANSLATE_NOOP("Workbook", "Documents of other programs that lie in a sheet"),
    "threads": QT_TRANSLATE_NOOP("Workbook", "Answers to comments: a conversation becomes one note"),
    "comment_look": QT_TRANSLATE_NOOP("Workbook", "The size, colours and bold letters of notes; their words stay"),
    "signature": QT_TRANSLATE_NOOP("Workbook", "The digital signature"),
    "queries": QT_TRANSLATE_NOOP(
        "Workbook", "Links to data outside (queries, connections): the cells stay as they are now"
    ),
    "other_data": QT_TRANSLATE_NOOP("Workbook", "Hidden data of other programs, such as sensitivity labels"),
    "add_ins": QT_TRANSLATE_NOOP("Workbook", "Add-ins inside the workbook"),
    "old_macros": QT_TRANSLATE_NOOP("Workbook", "Macro sheets and dialogs of old Excel"),
    "revisions": QT_TRANSLATE_NOOP("Workbook", "The record of who changed what in a shared workbook"),
    "protected_ranges": QT_TRANSLATE_NOOP("Workbook", "Ranges of a protected sheet that some people may change"),
    "warnings_off": QT_TRANSLATE_NOOP("Workbook", "Green corners that you told Excel to hide come back"),
    "views": QT_TRANSLATE_NOOP("Workbook", "Views of a sheet that were saved under a name"),
    "read_only": QT_TRANSLATE_NOOP("Workbook", "The wish to open the workbook for reading only"),
    "macros": QT_TRANSLATE_NOOP("Workbook", "Macros: save it as .xlsm to keep them"),
    "ribbon": QT_TRANSLATE_NOOP("Workbook", "Buttons that the workbook adds to Excel's ribbon"),
}

#: The sheet that explains (files/annotate_sheet.py), and the comments. None is a usual header of a catalogue, so that
#: the sheet is never taken for one (tests/unit/files/test_annotate.py).
SHEET: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("Workbook", "HKJ marks"),
    "title": QT_TRANSLATE_NOOP("Workbook", "What is marked in this workbook"),
    "from": QT_TRANSLATE_NOOP("Workbook", "Marked by HKJ Desktop on the sheet “{sheet}”. Your own file is unchanged."),
    "made": QT_TRANSLATE_NOOP(
        "Workbook", "Made by HKJ Desktop from “{name}”, which is no Excel workbook that can be written back."
    ),
    "error": QT_TRANSLATE_NOOP("Workbook", "Must be fixed: the shop does not take the product as it is"),
    "warning": QT_TRANSLATE_NOOP("Workbook", "Worth a look: the product can be sent"),
    "changed": QT_TRANSLATE_NOOP("Workbook", "Changed by you in HKJ Desktop; the comment says what stood there"),
    "how": QT_TRANSLATE_NOOP(
        "Workbook",
        "Point at a coloured cell to read what is wrong. Fix it, save the workbook, and open it in HKJ Desktop.",
    ),
    "where": QT_TRANSLATE_NOOP("Workbook", "Go to"),
    "which": QT_TRANSLATE_NOOP("Workbook", "In which row"),
    "problem": QT_TRANSLATE_NOOP("Workbook", "What is wrong"),
    "todo": QT_TRANSLATE_NOOP("Workbook", "What to do about it"),
    "none": QT_TRANSLATE_NOOP("Workbook", "Nothing is wrong."),
    "more": QT_TRANSLATE_NOOP("Workbook", "… and {count} more, which are not listed here. Their cells are coloured."),
    "no_comments": QT_TRANSLATE_NOOP(
        "Workbook", "Only the first {limit} marked cells have a comment, since Excel is slow with more."
    ),
    "left_out": QT_TRANSLATE_NOOP("Workbook", "Rows that you left out in HKJ Desktop ({count}); they still stand here"),
    "not_written": QT_TRANSLATE_NOOP("Workbook", "Changes that have no cell of their own in this workbook ({count})"),
    "was": QT_TRANSLATE_NOOP("Workbook", "Was: {value}"),
    "was_empty": QT_TRANSLATE_NOOP("Workbook", "Was empty"),
    "now": QT_TRANSLATE_NOOP("Workbook", "now: {value}"),
    "row": QT_TRANSLATE_NOOP("Workbook", "row {number}"),
}

SAVE_ERRORS: dict[str, Words] = {
    "file_not_saved.source": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is the file that is open"),
        QT_TRANSLATE_NOOP("Errors", "Your own file is only read, and never written over."),
        QT_TRANSLATE_NOOP("Errors", "Choose another name."),
    ),
    "file_not_saved.large": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is too large for Excel"),
        QT_TRANSLATE_NOOP(
            "Errors", "A sheet of Excel has 1,048,576 rows and 16,384 columns, and a cell 32,767 letters, at most."
        ),
        QT_TRANSLATE_NOOP("Errors", "Save it as CSV."),
    ),
    "file_not_saved.many": Words(
        QT_TRANSLATE_NOOP("Errors", "More than {limit} rows have a problem: too many to mend by hand"),
        QT_TRANSLATE_NOOP("Errors", "A fix file is for the rows that only a person can mend, one by one."),
        QT_TRANSLATE_NOOP(
            "Errors", "First let “Fix for me” mend what it can, or correct what they have in common in your own file."
        ),
    ),
    "file_not_saved.changed": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” could not be saved: your workbook has changed"),
        QT_TRANSLATE_NOOP(
            "Errors", "It no longer holds what was read when it was opened, so marks might come to wrong cells."
        ),
        QT_TRANSLATE_NOOP("Errors", "Open the workbook anew, then save it with marks."),
    ),
}
