"""Words for the errors of a shop and of the way to it; part of texts_errors.py. Data; no Qt."""

from hkj_desktop.ui.words import QT_TRANSLATE_NOOP, Words

SHOP_ERRORS: dict[str, Words] = {
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
    "address_refused.region": Words(
        QT_TRANSLATE_NOOP("Errors", "This is not the name of a region"),
        QT_TRANSLATE_NOOP("Errors", "A region looks like eu-west-1: small letters, digits and hyphens."),
        QT_TRANSLATE_NOOP("Errors", "Correct the region. HAQM gave it to you together with the address."),
    ),
    "address_refused.moved": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop's address was changed after this upload"),
        QT_TRANSLATE_NOOP("Errors", "It went to {host}; the shop at the new address knows nothing of it."),
        QT_TRANSLATE_NOOP("Errors", "Open the file and send it again: the shop keeps one product for each SKU."),
    ),
    "address_refused.account": Words(
        QT_TRANSLATE_NOOP("Errors", "This upload began with another shop's key"),
        QT_TRANSLATE_NOOP("Errors", "Its products must not go to another shop, so nothing was asked and nothing sent."),
        QT_TRANSLATE_NOOP("Errors", "Use the key of the shop that it was sent to."),
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
    "connect_failed.proxy_password": Words(
        QT_TRANSLATE_NOOP("Errors", "The proxy of this network asks for a password"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "This computer reaches the internet through a proxy that wants a name and a password. Nothing was sent.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Ask whoever looks after your network to let this computer through to {host}."),
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
    "stores_refused": Words(
        QT_TRANSLATE_NOOP("Errors", "HAQM does not know these stores"),
        QT_TRANSLATE_NOOP("Errors", "It knows none of the stores of these products: {stores}."),
        QT_TRANSLATE_NOOP(
            "Errors", "Compare the store numbers with those that HAQM gave you, correct them, and send again."
        ),
    ),
    "stores_refused.some": Words(
        QT_TRANSLATE_NOOP("Errors", "HAQM does not accept all of these stores"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "It does not know some of them, or they belong to different retailers: {stores}.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Compare the store numbers with those that HAQM gave you, correct them, and send again."
        ),
    ),
    "items_refused": Words(
        QT_TRANSLATE_NOOP("Errors", "HAQM found a product that it cannot read"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "One wrong or missing entry stops all products sent together. It does not say which.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Check the SKU, barcode, name and store of these products, and send them again."),
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
    "access_refused": Words(
        QT_TRANSLATE_NOOP("Errors", "HAQM does not let this account in"),
        QT_TRANSLATE_NOOP("Errors", "The access key is right, but its owner may not upload a catalogue."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask your contact at HAQM whether the onboarding is finished and the key may use the catalogue upload.",
        ),
    ),
    "access_refused.key": Words(
        QT_TRANSLATE_NOOP("Errors", "HAQM does not accept this access key"),
        QT_TRANSLATE_NOOP("Errors", "The access key ID was mistyped, or it was switched off or replaced."),
        QT_TRANSLATE_NOOP("Errors", "Enter the access key ID and its secret again on the Shop page."),
    ),
    "access_refused.signature": Words(
        QT_TRANSLATE_NOOP("Errors", "The secret access key does not fit"),
        QT_TRANSLATE_NOOP("Errors", "It does not belong to this access key ID, or it was mistyped."),
        QT_TRANSLATE_NOOP("Errors", "Enter the access key ID and its secret again on the Shop page."),
    ),
    "access_refused.clock": Words(
        QT_TRANSLATE_NOOP("Errors", "The clock of this computer is wrong"),
        QT_TRANSLATE_NOOP(
            "Errors", "HAQM accepts what was signed in the last five minutes, and by this computer's clock it was not."
        ),
        QT_TRANSLATE_NOOP("Errors", "Let the system set date, time and time zone by itself, then try again."),
    ),
    "access_refused.token": Words(
        QT_TRANSLATE_NOOP("Errors", "The session token has run out"),
        QT_TRANSLATE_NOOP("Errors", "A session token is good for some hours only."),
        QT_TRANSLATE_NOOP(
            "Errors", "Get a new access key ID, secret and session token, and enter all three on the Shop page."
        ),
    ),
    "access_refused.region": Words(
        QT_TRANSLATE_NOOP("Errors", "The region is not the right one"),
        QT_TRANSLATE_NOOP("Errors", "HAQM's server at {host} belongs to another region."),
        QT_TRANSLATE_NOOP(
            "Errors", "Correct the region on the Shop page. HAQM gave it to you together with the address."
        ),
    ),
    "access_refused.address": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no catalogue upload at this address"),
        QT_TRANSLATE_NOOP(
            "Errors", "{host} answered that it has nothing there. The last part of the address may be missing or wrong."
        ),
        QT_TRANSLATE_NOOP("Errors", "Compare the address, to its last letter, with the one that HAQM gave you."),
    ),
    "batch_missing": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop no longer knows this upload"),
        QT_TRANSLATE_NOOP("Errors", "It was asked for upload {batch_id} and has none of that number."),
        QT_TRANSLATE_NOOP("Errors", "Send the products again. That is safe: the shop keeps one product for each SKU."),
    ),
    "report_missing": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop has no report yet"),
        QT_TRANSLATE_NOOP("Errors", "It says that it has worked through the products, and not with what outcome."),
        QT_TRANSLATE_NOOP("Errors", "Ask again in a few minutes."),
    ),
    "report_expired": Words(
        QT_TRANSLATE_NOOP("Errors", "The report's download link has run out"),
        QT_TRANSLATE_NOOP(
            "Errors", "HAQM makes links to its report that open for one hour. The products themselves are not affected."
        ),
        QT_TRANSLATE_NOOP("Errors", "Ask for the report again; HAQM then makes a new link."),
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
        QT_TRANSLATE_NOOP(
            "Errors", "Compare the shop's address, to its last letter, with the one that you were given."
        ),
    ),
    "server_failed.final": Words(
        QT_TRANSLATE_NOOP("Errors", "The server has a fault that does not pass"),
        QT_TRANSLATE_NOOP(
            "Errors", "It answered with error {status} and said that trying again does not help: {message}"
        ),
        QT_TRANSLATE_NOOP("Errors", "Copy the details and send them to whoever runs the server."),
    ),
    "import_broken.cancelled": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop cancelled the import"),
        QT_TRANSLATE_NOOP("Errors", "Somebody there ended it. Part of the products may be in the shop already."),
        QT_TRANSLATE_NOOP("Errors", "Ask the shop why, then send again: it keeps one product for each SKU."),
    ),
    "import_broken": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop broke off the import"),
        QT_TRANSLATE_NOOP(
            "Errors", "It had a fault of its own in the middle. Part of the products may be in the shop already."
        ),
        QT_TRANSLATE_NOOP("Errors", "Send again: the shop keeps one product for each SKU."),
    ),
    "shop_silent": Words(
        QT_TRANSLATE_NOOP("Errors", "The shop has not said anything new for a long time"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Its import has not moved for {minutes} minutes. The upload is safe: the shop has it, and this computer"
            " knows its number.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Ask again later; it stays in the history until every product has its answer."),
    ),
}
