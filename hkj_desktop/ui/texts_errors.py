"""Words for each error code: title, explanation, what to do. Data; no Qt (see texts.py for how they are used)."""

from hkj_desktop.ui.texts_errors_shop import SHOP_ERRORS
from hkj_desktop.ui.texts_fix_file import FIX_FILE_ERRORS
from hkj_desktop.ui.texts_pictures import PICTURE_ERRORS
from hkj_desktop.ui.texts_workbook import SAVE_ERRORS
from hkj_desktop.ui.words import QT_TRANSLATE_NOOP, Words

ERRORS: dict[str, Words] = {
    **SHOP_ERRORS,
    **PICTURE_ERRORS,
    **FIX_FILE_ERRORS,
    **SAVE_ERRORS,
    "unexpected": Words(
        QT_TRANSLATE_NOOP("Errors", "Something went wrong that we did not foresee"),
        QT_TRANSLATE_NOOP("Errors", "Nothing was lost. The details help us to mend it."),
        QT_TRANSLATE_NOOP("Errors", "Try again. If it happens again, copy the details and send them to us."),
    ),
    "cancelled": Words(
        QT_TRANSLATE_NOOP("Errors", "Stopped"),
        QT_TRANSLATE_NOOP("Errors", "You stopped it."),
        QT_TRANSLATE_NOOP("Errors", "Start again whenever you like."),
    ),
    "usage": Words(
        QT_TRANSLATE_NOOP("Errors", "This cannot be done like that"),
        QT_TRANSLATE_NOOP("Errors", "{what}"),
        QT_TRANSLATE_NOOP("Errors", "Add --help to see what is possible."),
    ),
    "file_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” cannot be used"),
        QT_TRANSLATE_NOOP("Errors", "Something is wrong with this file."),
        QT_TRANSLATE_NOOP("Errors", "Choose another file."),
    ),
    "file_missing": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is not there"),
        QT_TRANSLATE_NOOP("Errors", "It was moved, renamed or deleted, or its disk is not connected."),
        QT_TRANSLATE_NOOP("Errors", "Find the file and drop it here again."),
    ),
    "file_is_folder": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is a folder"),
        QT_TRANSLATE_NOOP("Errors", "A catalogue is one file."),
        QT_TRANSLATE_NOOP("Errors", "Open the folder and drop the catalogue file itself."),
    ),
    "file_not_allowed": Words(
        QT_TRANSLATE_NOOP("Errors", "This computer does not let us read “{name}”"),
        QT_TRANSLATE_NOOP("Errors", "The file belongs to somebody else, or another program holds it."),
        QT_TRANSLATE_NOOP(
            "Errors", "Close it in other programs, or copy it to your own documents and drop the copy here."
        ),
    ),
    "file_empty": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is empty"),
        QT_TRANSLATE_NOOP("Errors", "There is nothing in this file."),
        QT_TRANSLATE_NOOP("Errors", "Save it again from the program that it comes from, or choose another file."),
    ),
    "file_not_catalogue": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is not a catalogue"),
        QT_TRANSLATE_NOOP("Errors", "It is something else than a table of products, whatever its name says."),
        QT_TRANSLATE_NOOP("Errors", "Drop an Excel, CSV, JSON or XML file."),
    ),
    "file_not_catalogue.picture": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is a picture"),
        QT_TRANSLATE_NOOP("Errors", "Its name may say something else, but a picture is inside."),
        QT_TRANSLATE_NOOP("Errors", "Drop the list of products: an Excel, CSV, JSON or XML file."),
    ),
    "file_not_catalogue.pdf": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is a PDF"),
        QT_TRANSLATE_NOOP("Errors", "A PDF is made for printing; its cells cannot be read safely."),
        QT_TRANSLATE_NOOP("Errors", "Ask for the same list as an Excel or CSV file."),
    ),
    "file_not_catalogue.archive": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is a packed archive"),
        QT_TRANSLATE_NOOP("Errors", "The catalogue may be inside it."),
        QT_TRANSLATE_NOOP("Errors", "Unpack it and drop the file that is inside."),
    ),
    "file_not_catalogue.document": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is a text document"),
        QT_TRANSLATE_NOOP("Errors", "A document has no rows and columns that can be read safely."),
        QT_TRANSLATE_NOOP("Errors", "Copy its table into Excel, save it, and drop that file."),
    ),
    "file_not_catalogue.page": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is a web page"),
        QT_TRANSLATE_NOOP(
            "Errors", "Some shops save a web page under the name of a workbook; often it only asks to sign in."
        ),
        QT_TRANSLATE_NOOP("Errors", "Open it in Excel, save it as an Excel workbook, and drop that file."),
    ),
    "file_not_catalogue.lock": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is not the catalogue, but Excel's note that it is open"),
        QT_TRANSLATE_NOOP("Errors", "While a workbook is open, a small file of almost the same name stands beside it."),
        QT_TRANSLATE_NOOP("Errors", "Choose the file whose name does not begin with such signs."),
    ),
    "file_not_catalogue.numbers": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is a Numbers document of a Mac"),
        QT_TRANSLATE_NOOP("Errors", "Only Numbers itself can read it."),
        QT_TRANSLATE_NOOP("Errors", "Open it in Numbers, choose File, Export To, Excel, and drop that file."),
    ),
    "file_not_catalogue.list": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is a list of something else than products"),
        QT_TRANSLATE_NOOP("Errors", "Its entries are numbers or texts, where products with their fields should be."),
        QT_TRANSLATE_NOOP("Errors", "Choose the file that holds the products."),
    ),
    "file_protected": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is protected by a password"),
        QT_TRANSLATE_NOOP("Errors", "It cannot be read without the password, and we never ask for it."),
        QT_TRANSLATE_NOOP("Errors", "Open it in Excel, save a copy without the password, and drop the copy."),
    ),
    "file_damaged": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is damaged"),
        QT_TRANSLATE_NOOP("Errors", "The file breaks off or contradicts itself."),
        QT_TRANSLATE_NOOP("Errors", "Download or save it again. Opening it in Excel and saving a copy often mends it."),
    ),
    "file_too_large": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is larger than any catalogue"),
        QT_TRANSLATE_NOOP("Errors", "It goes past {limit} {unit}, which we do not read, to protect this computer."),
        QT_TRANSLATE_NOOP("Errors", "Check that it is the right file, or split it into several."),
    ),
    "file_damaged.entities": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is not safe to read"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "It has parts that grow without end or fetch other files when they are read; no catalogue needs them.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Ask whoever made it for an Excel or CSV file."),
    ),
    "file_damaged.nesting": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” holds boxes in boxes in boxes, deeper than any catalogue"),
        QT_TRANSLATE_NOOP("Errors", "It was made by a program that went wrong, or to do harm."),
        QT_TRANSLATE_NOOP("Errors", "Ask whoever made it for an Excel or CSV file."),
    ),
    "file_too_large.columns": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” has more columns than any catalogue"),
        QT_TRANSLATE_NOOP("Errors", "We read at most {limit} columns, to protect this computer."),
        QT_TRANSLATE_NOOP("Errors", "Check that it is the right file; rows and columns may have changed places."),
    ),
    "file_too_large.rows": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” has more rows than any catalogue"),
        QT_TRANSLATE_NOOP("Errors", "We read at most {limit} rows, to protect this computer."),
        QT_TRANSLATE_NOOP("Errors", "Check that it is the right file, or split it into several."),
    ),
    "file_too_large.cells": Words(
        QT_TRANSLATE_NOOP("Errors", "The cells of “{name}” lie too far apart"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Something stands far below or far to the right of the table, with millions of empty cells between.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Copy the table alone into a new workbook, save it, and drop that file."),
    ),
    "file_too_large.cell": Words(
        QT_TRANSLATE_NOOP("Errors", "One cell of “{name}” is longer than a book"),
        QT_TRANSLATE_NOOP("Errors", "A cell has at most {limit} letters; a quotation mark may be missing."),
        QT_TRANSLATE_NOOP("Errors", "Find the long text and shorten it, or save the file again from its program."),
    ),
    "file_too_large.packed": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is small, and unpacks to more than this computer should hold"),
        QT_TRANSLATE_NOOP(
            "Errors", "It goes past {limit} {unit} of next to nothing, as files do that are made to harm."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "If you trust it, copy the table alone into a new workbook, save it, and drop that file."
        ),
    ),
    "file_too_large.texts": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” holds more text than any catalogue"),
        QT_TRANSLATE_NOOP("Errors", "It goes past {limit} {unit}, which we do not read, to protect this computer."),
        QT_TRANSLATE_NOOP("Errors", "Save it as a CSV file, or split it into several."),
    ),
    "file_no_rows": Words(
        QT_TRANSLATE_NOOP("Errors", "There are no products in “{name}”"),
        QT_TRANSLATE_NOOP("Errors", "It can be read, but no row below the headers holds anything."),
        QT_TRANSLATE_NOOP("Errors", "Choose another file or another sheet."),
    ),
    "sheet_missing": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” has no sheet called “{sheet}”"),
        QT_TRANSLATE_NOOP("Errors", "Its sheets are: {sheets}"),
        QT_TRANSLATE_NOOP("Errors", "Choose one of these sheets."),
    ),
    "file_not_saved": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” could not be saved"),
        QT_TRANSLATE_NOOP("Errors", "The computer refused to write it. What was there before is unchanged."),
        QT_TRANSLATE_NOOP("Errors", "Choose another folder and try again."),
    ),
    "file_not_saved.full": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” could not be saved: the disk is full"),
        QT_TRANSLATE_NOOP("Errors", "What was there before is unchanged."),
        QT_TRANSLATE_NOOP("Errors", "Make room, or choose another disk, and try again."),
    ),
    "file_not_saved.denied": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” may not be saved there"),
        QT_TRANSLATE_NOOP("Errors", "You may not write into this folder, or the file is read-only."),
        QT_TRANSLATE_NOOP("Errors", "Choose another folder, such as your documents."),
    ),
    "file_not_saved.busy": Words(
        QT_TRANSLATE_NOOP("Errors", "“{name}” is open in another program"),
        QT_TRANSLATE_NOOP("Errors", "It cannot be replaced while Excel or another program holds it."),
        QT_TRANSLATE_NOOP("Errors", "Close it there and try again, or choose another name."),
    ),
    "vault_missing": Words(
        QT_TRANSLATE_NOOP("Errors", "This computer has no key store"),
        QT_TRANSLATE_NOOP(
            "Errors", "Keys are kept only in the computer's own key store, never in a file, and none is running."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Turn on your system's password manager and try again. You can practise without a key."
        ),
    ),
    "vault_locked": Words(
        QT_TRANSLATE_NOOP("Errors", "The computer's key store is locked"),
        QT_TRANSLATE_NOOP(
            "Errors", "It opens when you sign in, or when you allow it in the window that your system shows."
        ),
        QT_TRANSLATE_NOOP("Errors", "Unlock it and try again."),
    ),
    "vault_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The computer's key store did not answer"),
        QT_TRANSLATE_NOOP("Errors", "The key could not be read or kept."),
        QT_TRANSLATE_NOOP("Errors", "Try again; signing out of the computer and in again often helps."),
    ),
    "key_absent": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no key for this shop on this computer"),
        QT_TRANSLATE_NOOP("Errors", "A key cannot be shown again once it is lost."),
        QT_TRANSLATE_NOOP(
            "Errors", "Paste it on the Shop page, or rotate it in the HKJ dashboard and paste the new one."
        ),
    ),
    "upload_busy": Words(
        QT_TRANSLATE_NOOP("Errors", "This upload is being carried on already"),
        QT_TRANSLATE_NOOP("Errors", "Another window or command of this computer is at work on it."),
        QT_TRANSLATE_NOOP("Errors", "Wait until it has ended, then look at the history."),
    ),
    "nothing_to_put_back": Words(
        QT_TRANSLATE_NOOP("Errors", "There is nothing to put back"),
        QT_TRANSLATE_NOOP(
            "Errors", "This upload changed no product that was there before; what it added cannot be deleted from here."
        ),
        QT_TRANSLATE_NOOP("Errors", "Delete new products on the shop's own pages."),
    ),
    "journal_failed.full": Words(
        QT_TRANSLATE_NOOP("Errors", "The disk is full"),
        QT_TRANSLATE_NOOP("Errors", "What is sent must be written down first, so nothing more was sent."),
        QT_TRANSLATE_NOOP("Errors", "Make room on the disk; the upload then goes on from where it stood."),
    ),
    "upload_open": Words(
        QT_TRANSLATE_NOOP("Errors", "This upload is not settled yet"),
        QT_TRANSLATE_NOOP("Errors", "Of some products it is not known whether the shop has them as they were sent."),
        QT_TRANSLATE_NOOP("Errors", "Open it in the history and ask the shop first; then it can be put back."),
    ),
    "journal_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The record of uploads cannot be used"),
        QT_TRANSLATE_NOOP("Errors", "The file {name} cannot be read or written, so nothing is sent without a record."),
        QT_TRANSLATE_NOOP("Errors", "Check that the disk has room and that you may write into the data folder."),
    ),
    "journal_failed.missing": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no upload called “{name}”"),
        QT_TRANSLATE_NOOP("Errors", "The record of this computer has none of that number."),
        QT_TRANSLATE_NOOP("Errors", "Look at the history for the numbers of the uploads."),
    ),
    "journal_failed.newer": Words(
        QT_TRANSLATE_NOOP("Errors", "The record of uploads belongs to a newer version of this program"),
        QT_TRANSLATE_NOOP("Errors", "It is left as it is."),
        QT_TRANSLATE_NOOP("Errors", "Install the newer version."),
    ),
    "settings_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The settings cannot be used"),
        QT_TRANSLATE_NOOP("Errors", "“{name}” cannot be read or written."),
        QT_TRANSLATE_NOOP("Errors", "Check that the disk has room and that you may write into the data folder."),
    ),
    "settings_failed.profile_unknown": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no shop called “{name}”"),
        QT_TRANSLATE_NOOP("Errors", "The shops are those on the Shop page of the window."),
        QT_TRANSLATE_NOOP("Errors", "Add the shop there, or check its name."),
    ),
    "settings_failed.profile_taken": Words(
        QT_TRANSLATE_NOOP("Errors", "There is a shop called “{name}” already"),
        QT_TRANSLATE_NOOP("Errors", "Two shops of one name would be mixed up."),
        QT_TRANSLATE_NOOP("Errors", "Choose another name."),
    ),
    "settings_failed.profile_name": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop needs a name"),
        QT_TRANSLATE_NOOP("Errors", "It is only for you, to tell your shops apart."),
        QT_TRANSLATE_NOOP("Errors", "Write a name."),
    ),
    "settings_failed.newer": Words(
        QT_TRANSLATE_NOOP("Errors", "The settings belong to a newer version of this program"),
        QT_TRANSLATE_NOOP("Errors", "They are left as they are."),
        QT_TRANSLATE_NOOP("Errors", "Install the newer version."),
    ),
    "practice_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The practice shop did not start"),
        QT_TRANSLATE_NOOP("Errors", "It runs on this computer only; something kept it from starting."),
        QT_TRANSLATE_NOOP("Errors", "Try again. If it happens again, restart the computer."),
    ),
    "practice_failed.port": Words(
        QT_TRANSLATE_NOOP("Errors", "The practice shop did not start: port {port} cannot be used"),
        QT_TRANSLATE_NOOP("Errors", "Another program has it, or this computer does not give it out."),
        QT_TRANSLATE_NOOP("Errors", "Name another port, or none: then a free one is taken."),
    ),
}
