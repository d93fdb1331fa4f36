"""Words for each error code: title, explanation, what to do. Data; no Qt (see texts.py for how they are used)."""

from hkj_desktop.ui.words import QT_TRANSLATE_NOOP, Words

ERRORS: dict[str, Words] = {
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
    "remote_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop could not be reached"),
        QT_TRANSLATE_NOOP("Errors", "Something stood between this computer and the shop."),
        QT_TRANSLATE_NOOP("Errors", "Try again."),
    ),
    "address_refused": Words(
        QT_TRANSLATE_NOOP("Errors", "This is not a web address"),
        QT_TRANSLATE_NOOP("Errors", "The address of the shop looks like https://shop.example/api"),
        QT_TRANSLATE_NOOP("Errors", "Correct the address of the shop."),
    ),
    "address_refused.https": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop's address must begin with https://"),
        QT_TRANSLATE_NOOP("Errors", "Without it, others on the network could read your key."),
        QT_TRANSLATE_NOOP("Errors", "Correct the address of the shop."),
    ),
    "address_refused.moved": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop's address was changed after this upload"),
        QT_TRANSLATE_NOOP("Errors", "It went to {host}; the shop at the new address knows nothing of it."),
        QT_TRANSLATE_NOOP("Errors", "Open the file and send it again: the shop keeps one product for each SKU."),
    ),
    "connect_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "No connection to the shop"),
        QT_TRANSLATE_NOOP("Errors", "The shop's server did not answer the call. Nothing was sent."),
        QT_TRANSLATE_NOOP("Errors", "Check the internet connection and try again."),
    ),
    "connect_failed.name": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop's address is not known"),
        QT_TRANSLATE_NOOP("Errors", "No server called {host} can be found. Nothing was sent."),
        QT_TRANSLATE_NOOP("Errors", "Check the internet connection, and the address on the Shop page."),
    ),
    "connect_failed.proxy": Words(
        QT_TRANSLATE_NOOP("Errors", "The proxy of this network refused the connection"),
        QT_TRANSLATE_NOOP(
            "Errors", "This computer reaches the internet through a proxy, and it said no. Nothing was sent."
        ),
        QT_TRANSLATE_NOOP("Errors", "Ask whoever looks after your network to allow {host}."),
    ),
    "secure_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The connection to the shop is not safe"),
        QT_TRANSLATE_NOOP("Errors", "The server's certificate does not fit {host}. Your key was not sent."),
        QT_TRANSLATE_NOOP(
            "Errors", "Check the date of this computer; on a hotel or café network, sign in to it first."
        ),
    ),
    "answer_lost": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop's answer was lost"),
        QT_TRANSLATE_NOOP(
            "Errors", "The connection broke before the shop answered. It may have taken the products, or not."
        ),
        QT_TRANSLATE_NOOP("Errors", "Send them again. That is safe: the shop keeps one product for each SKU."),
    ),
    "answer_unreadable": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop's answer makes no sense"),
        QT_TRANSLATE_NOOP("Errors", "What came back is not what the shop promises to answer."),
        QT_TRANSLATE_NOOP("Errors", "Check the shop's address, and try again in a few minutes."),
    ),
    "answer_unreadable.html": Words(
        QT_TRANSLATE_NOOP("Errors", "A web page answered in place of the shop"),
        QT_TRANSLATE_NOOP(
            "Errors", "Networks of hotels and cafés do that until one signs in; a wrong address does it too."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Open a browser and sign in to the network, check the shop's address, and try again."
        ),
    ),
    "redirect_refused": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop's address points somewhere else"),
        QT_TRANSLATE_NOOP(
            "Errors", "It sends callers on to {target}. Your key goes to no other server, so we stopped."
        ),
        QT_TRANSLATE_NOOP("Errors", "Check the address of the shop with whoever gave it to you."),
    ),
    "request_refused": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop could not read what was sent"),
        QT_TRANSLATE_NOOP("Errors", "It said: {message}"),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed in the shop. Copy the details and send them to us."),
    ),
    "request_refused.silent": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop could not read what was sent"),
        QT_TRANSLATE_NOOP("Errors", "It did not say why (error {status})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed in the shop. Copy the details and send them to us."),
    ),
    "key_refused": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop does not accept this key"),
        QT_TRANSLATE_NOOP("Errors", "The key was mistyped, or it was rotated and a newer one exists."),
        QT_TRANSLATE_NOOP("Errors", "Paste the key again on the Shop page, or rotate it in the HKJ dashboard."),
    ),
    "shop_disabled": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop has switched this connection off"),
        QT_TRANSLATE_NOOP("Errors", "The key is right, but the integration is disabled."),
        QT_TRANSLATE_NOOP("Errors", "Switch it on in the HKJ dashboard, then try again."),
    ),
    "batch_missing": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop no longer knows this upload"),
        QT_TRANSLATE_NOOP("Errors", "It was asked for upload {batch_id} and has none of that number."),
        QT_TRANSLATE_NOOP("Errors", "Send the products again. That is safe: the shop keeps one product for each SKU."),
    ),
    "body_too_large": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop finds this catalogue too large"),
        QT_TRANSLATE_NOOP("Errors", "It takes less at one time. Nothing was changed in the shop."),
        QT_TRANSLATE_NOOP("Errors", "Split the file into smaller ones and send them one after the other."),
    ),
    "too_many_requests": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop asks for a pause"),
        QT_TRANSLATE_NOOP("Errors", "It has had too many calls at once."),
        QT_TRANSLATE_NOOP("Errors", "Wait a few minutes and try again."),
    ),
    "server_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop's server has a fault"),
        QT_TRANSLATE_NOOP("Errors", "It answered with error {status}. The fault is not on your side."),
        QT_TRANSLATE_NOOP("Errors", "Try again in a few minutes."),
    ),
    "server_failed.address": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no shop at this address"),
        QT_TRANSLATE_NOOP(
            "Errors", "{host} answered that it has nothing there (error {status}). The address may be wrong."
        ),
        QT_TRANSLATE_NOOP("Errors", "Check the address of the shop; it usually ends in /api."),
    ),
    "journal_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The record of uploads cannot be used"),
        QT_TRANSLATE_NOOP("Errors", "The file {name} cannot be read or written, so nothing is sent without a record."),
        QT_TRANSLATE_NOOP("Errors", "Check that the disk has room and that you may write into the data folder."),
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
