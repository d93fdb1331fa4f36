"""Words for pictures that cannot be shown, and for what is wrong with those that can; parts of texts_errors.py and
texts_problems.py. Data; no Qt."""

from hkj_desktop.ui.words import QT_TRANSLATE_NOOP, Words

PICTURE_ERRORS: dict[str, Words] = {
    "picture_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "The picture cannot be shown"),
        QT_TRANSLATE_NOOP("Errors", "Something went wrong on the way to it."),
        QT_TRANSLATE_NOOP("Errors", "Open the picture's address in a browser to see what is there."),
    ),
    "picture_failed.address": Words(
        QT_TRANSLATE_NOOP("Errors", "This is not the web address of a picture"),
        QT_TRANSLATE_NOOP("Errors", "Such an address begins with https:// and holds no name and no password."),
        QT_TRANSLATE_NOOP("Errors", "Correct the picture's address."),
    ),
    "picture_failed.private": Words(
        QT_TRANSLATE_NOOP("Errors", "The picture lies inside a private network"),
        QT_TRANSLATE_NOOP("Errors", "Your customers cannot reach it there, and this program does not go there either."),
        QT_TRANSLATE_NOOP("Errors", "Put the picture on the internet, and write its new address."),
    ),
    "picture_failed.missing": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no picture at this address"),
        QT_TRANSLATE_NOOP("Errors", "It was moved or deleted, or the address is misspelled."),
        QT_TRANSLATE_NOOP("Errors", "Correct the picture's address, or put the picture back where it was."),
    ),
    "picture_failed.refused": Words(
        QT_TRANSLATE_NOOP("Errors", "The server does not give the picture out"),
        QT_TRANSLATE_NOOP(
            "Errors", "It says no, or it has a fault of its own. Your customers may not see the picture either."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Open the address in a browser; if it fails there too, move the picture elsewhere."
        ),
    ),
    "picture_failed.unreachable": Words(
        QT_TRANSLATE_NOOP("Errors", "The server of the picture cannot be reached"),
        QT_TRANSLATE_NOOP("Errors", "Its name is unknown, it does not answer, or its certificate is not valid."),
        QT_TRANSLATE_NOOP("Errors", "Check the internet connection and the picture's address."),
    ),
    "picture_failed.slow": Words(
        QT_TRANSLATE_NOOP("Errors", "The picture comes too slowly"),
        QT_TRANSLATE_NOOP("Errors", "We stopped waiting for it. Few customers would have waited so long."),
        QT_TRANSLATE_NOOP("Errors", "Try again later; if it stays slow, move the picture to another server."),
    ),
    "picture_failed.redirects": Words(
        QT_TRANSLATE_NOOP("Errors", "The picture's address leads to no picture"),
        QT_TRANSLATE_NOOP("Errors", "It points on and on, or to a place from which no picture is fetched."),
        QT_TRANSLATE_NOOP("Errors", "Open the address in a browser and copy the address at which the picture shows."),
    ),
    "picture_failed.heavy": Words(
        QT_TRANSLATE_NOOP("Errors", "The picture is too heavy"),
        QT_TRANSLATE_NOOP("Errors", "It has more bytes than any shop needs, and takes very long to load on a phone."),
        QT_TRANSLATE_NOOP("Errors", "Save it smaller: 1,600 points wide is enough for any shop."),
    ),
    "picture_failed.page": Words(
        QT_TRANSLATE_NOOP("Errors", "There is a web page in place of a picture"),
        QT_TRANSLATE_NOOP("Errors", "The address shows a page, perhaps one on which the picture can be seen."),
        QT_TRANSLATE_NOOP(
            "Errors", "On that page, right-click the picture and copy the address of the picture itself."
        ),
    ),
    "picture_failed.kind": Words(
        QT_TRANSLATE_NOOP("Errors", "This is not a picture that can be read"),
        QT_TRANSLATE_NOOP("Errors", "Shops show JPEG, PNG and WebP."),
        QT_TRANSLATE_NOOP("Errors", "Save the picture as JPEG or PNG."),
    ),
    "picture_failed.points": Words(
        QT_TRANSLATE_NOOP("Errors", "The picture has too many points"),
        QT_TRANSLATE_NOOP("Errors", "Opening it would take more memory than a phone has."),
        QT_TRANSLATE_NOOP("Errors", "Save it smaller: 1,600 points wide is enough for any shop."),
    ),
    "picture_failed.damaged": Words(
        QT_TRANSLATE_NOOP("Errors", "The picture is damaged"),
        QT_TRANSLATE_NOOP("Errors", "It is empty, or it breaks off before its end."),
        QT_TRANSLATE_NOOP("Errors", "Upload the picture to its server again."),
    ),
    "file_too_large.photos": Words(
        QT_TRANSLATE_NOOP("Errors", "There are more photos in “{name}” than any shop has"),
        QT_TRANSLATE_NOOP("Errors", "We list at most {limit} photos of a folder and of those in it."),
        QT_TRANSLATE_NOOP("Errors", "Choose the folder that holds the photos of your products alone."),
    ),
}

PICTURE_PROBLEMS: dict[str, Words] = {
    "picture_missing": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no picture at this address"),
        QT_TRANSLATE_NOOP("Problems", "It was moved or deleted, or the address is misspelled."),
        QT_TRANSLATE_NOOP("Problems", "Correct the picture's address, or put the picture back where it was."),
    ),
    "picture_unreachable": Words(
        QT_TRANSLATE_NOOP("Problems", "The picture cannot be fetched"),
        QT_TRANSLATE_NOOP("Problems", "Its server cannot be reached, is too slow, or does not give the picture out."),
        QT_TRANSLATE_NOOP("Problems", "Open the address in a browser. If it shows the picture, look again later."),
    ),
    "picture_private": Words(
        QT_TRANSLATE_NOOP("Problems", "The picture lies inside a private network"),
        QT_TRANSLATE_NOOP("Problems", "Only computers near it can see it; the shop and your customers cannot."),
        QT_TRANSLATE_NOOP("Problems", "Put the picture on the internet, and write its new address."),
    ),
    "picture_not_picture": Words(
        QT_TRANSLATE_NOOP("Problems", "The address does not lead to a picture"),
        QT_TRANSLATE_NOOP("Problems", "There is a web page, another kind of file, or a picture that is damaged."),
        QT_TRANSLATE_NOOP("Problems", "Write the address of the picture itself, as JPEG, PNG or WebP."),
    ),
    "picture_small": Words(
        QT_TRANSLATE_NOOP("Problems", "The picture is small"),
        QT_TRANSLATE_NOOP(
            "Problems", "It has {other} points. With less than {limit} on its longer side it looks blurred."
        ),
        QT_TRANSLATE_NOOP("Problems", "Use a larger one: 800 points or more on its longer side."),
    ),
    "picture_large": Words(
        QT_TRANSLATE_NOOP("Problems", "The picture is very large"),
        QT_TRANSLATE_NOOP("Problems", "It has more than {limit}; customers on a phone wait long for it."),
        QT_TRANSLATE_NOOP("Problems", "Save it smaller: 1,600 points wide is enough for any shop."),
    ),
    "picture_plain": Words(
        QT_TRANSLATE_NOOP("Problems", "The picture shows no product"),
        QT_TRANSLATE_NOOP("Problems", "It is all one colour, or its name says that it stands in for a picture."),
        QT_TRANSLATE_NOOP("Problems", "Write the address of a picture of the product, or leave the cell empty."),
    ),
    "picture_shared": Words(
        QT_TRANSLATE_NOOP("Problems", "{other} products show the same picture"),
        QT_TRANSLATE_NOOP("Problems", "Their titles say that they are different products."),
        QT_TRANSLATE_NOOP("Problems", "Give each its own picture, or leave this as it is if it is meant so."),
    ),
}

PICTURE_KINDS: dict[str, str] = {
    "picture_missing": QT_TRANSLATE_NOOP("ProblemKind", "No picture there"),
    "picture_unreachable": QT_TRANSLATE_NOOP("ProblemKind", "Picture not fetched"),
    "picture_private": QT_TRANSLATE_NOOP("ProblemKind", "Private picture"),
    "picture_not_picture": QT_TRANSLATE_NOOP("ProblemKind", "Not a picture"),
    "picture_small": QT_TRANSLATE_NOOP("ProblemKind", "Small picture"),
    "picture_large": QT_TRANSLATE_NOOP("ProblemKind", "Large picture"),
    "picture_plain": QT_TRANSLATE_NOOP("ProblemKind", "Empty picture"),
    "picture_shared": QT_TRANSLATE_NOOP("ProblemKind", "Shared picture"),
}
