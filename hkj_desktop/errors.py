"""Every error that this program raises on purpose.

An error is a code and parameters; it holds no sentence. ``ui/texts.py`` has the words for each code
(title, explanation, what to do next).

    AppError
    ├── Cancelled                    the person said stop
    ├── UsageError                   the command line asks for something that does not exist
    ├── FileError                    a file cannot be read as a catalogue, or cannot be written
    │   ├── FileMissing, FileIsFolder, FileNotAllowed, FileEmpty
    │   ├── FileNotCatalogue         a picture, a PDF, a program: not a table at all
    │   ├── FileProtected            a workbook with a password
    │   ├── FileDamaged              begins like its kind and breaks off or contradicts itself
    │   ├── FileTooLarge             past a limit that protects memory (unit in the parameters)
    │   ├── FileNoRows               readable, and nothing in it
    │   ├── SheetMissing             no sheet of that name
    │   └── FileNotSaved             disk full, read-only, open in another program
    ├── VaultError                   the operating system's key store
    │   ├── VaultMissing, VaultLocked, VaultFailed
    │   └── KeyAbsent                the key store works, and holds no key for this shop
    ├── RemoteError                  the shop's server; ``sent`` says whether it may have acted on the request
    │   ├── AddressRefused           not HTTPS, or not an address (never sent)
    │   ├── ConnectFailed            no connection: refused, unknown name, proxy, time limit (never sent)
    │   ├── SecureFailed             the certificate does not fit (never sent)
    │   ├── AnswerLost               reset or time limit after the request may have arrived
    │   ├── AnswerUnreadable         an answer that is not what the specification says
    │   ├── RedirectRefused          3xx: the key must not go to another host
    │   ├── RequestRefused           400
    │   ├── StoresRefused            400 of HAQM: it does not know all stores of the items
    │   ├── ItemsRefused             400 of HAQM: an item among those sent has a wrong or missing entry
    │   ├── KeyRefused               401
    │   ├── ShopDisabled             403
    │   ├── AccessRefused            403 of HAQM: key, signature, clock, token, region, address or onboarding
    │   ├── BatchMissing             404
    │   ├── ReportExpired            the link to HAQM's report has run out; a new one must be asked for
    │   ├── ReportMissing            HAQM is done with an upload, and there is no report of it (yet)
    │   ├── BodyTooLarge             413
    │   ├── TooManyRequests          429; ``retry_after`` in seconds where the server said so
    │   ├── ImportBroken             the shop broke off an import by a fault of its own
    │   ├── ShopSilent               the shop answers, and its import has not moved for a long time
    │   └── ServerFailed             5xx and every other status
    ├── PictureError                 a picture that cannot be shown: not there, none, too large, not to be asked for
    ├── FixFileError                 a fix file that is not of the open catalogue, or was damaged
    ├── JournalError                 the record of uploads cannot be read or written
    ├── UploadBusy                   another window or command is at work on this upload
    ├── NothingToPutBack             an upload changed nothing that could be put back
    ├── UploadOpen                   an upload that is not settled cannot be put back
    ├── SettingsError                a setting or a shop profile that cannot be used
    └── PracticeError                the practice shop did not start
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

Param = str | int | float | None


class AppError(Exception):
    """Base of all; ``code`` names the text, ``params`` fill it. Never put a secret into ``params``."""

    code: ClassVar[str] = "unexpected"

    def __init__(self, **params: Param) -> None:
        super().__init__(self.code)
        self.params: dict[str, Param] = params

    def __str__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in self.params.items() if value is not None)
        return f"{self.code}({inside})"


class Cancelled(AppError):
    code = "cancelled"


class UsageError(AppError):
    code = "usage"


class FileError(AppError):
    """Parameters: ``name`` (file name without folders) and what the subclass names."""

    code = "file_failed"


class FileMissing(FileError):
    code = "file_missing"


class FileIsFolder(FileError):
    code = "file_is_folder"


class FileNotAllowed(FileError):
    code = "file_not_allowed"


class FileEmpty(FileError):
    code = "file_empty"


class FileNotCatalogue(FileError):
    """``kind``: what its first bytes say that it is (``png``, ``pdf``, ``program`` …)."""

    code = "file_not_catalogue"


class FileProtected(FileError):
    code = "file_protected"


class FileDamaged(FileError):
    """``detail``: where it broke, in technical words for the details pane; ``row`` where one is known."""

    code = "file_damaged"


class FileTooLarge(FileError):
    """``limit`` and ``unit`` (``MB``, ``columns``, ``cells``, ``levels``)."""

    code = "file_too_large"


class FileNoRows(FileError):
    code = "file_no_rows"


class SheetMissing(FileError):
    """``sheet``: the one asked for; ``sheets``: those in the file, joined by a comma."""

    code = "sheet_missing"


class FileNotSaved(FileError):
    """``reason``: ``full``, ``denied``, ``busy``, ``source`` (it is the open file, which is never written over),
    ``large`` (no sheet of Excel holds it), ``many`` (a fix file of more than ``limit`` rows), ``changed`` (the workbook
    to mark is another one by now) or ``other``."""

    code = "file_not_saved"


class VaultError(AppError):
    code = "vault_failed"


class VaultMissing(VaultError):
    code = "vault_missing"


class VaultLocked(VaultError):
    code = "vault_locked"


class VaultFailed(VaultError):
    code = "vault_failed"


class KeyAbsent(VaultError):
    """``profile``: the shop's name."""

    code = "key_absent"


class Sent(StrEnum):
    """Whether the server may have acted on a request that ended in an error."""

    NO = "no"
    MAYBE = "maybe"


class RemoteError(AppError):
    """Parameters: ``host`` where known. ``sent``: see :class:`Sent`. ``passing``: asking again may help.

    ``earlier``: the error of an attempt before this one that may have arrived, where there was one.
    """

    code = "remote_failed"
    sent: ClassVar[Sent] = Sent.NO
    passing: ClassVar[bool] = False
    earlier: RemoteError | None = None


class AddressRefused(RemoteError):
    """``reason``: ``https`` (only HTTPS, save to loopback), ``form`` (not an address), ``region`` (not the name of a
    region), ``moved`` (the shop has another address now than when the upload began) or ``account`` (the upload
    began with
    another shop's key)."""

    code = "address_refused"


class ConnectFailed(RemoteError):
    """``reason``: ``refused``, ``name``, ``timeout``, ``proxy``, ``proxy_password`` or ``other``."""

    code = "connect_failed"
    passing = True


class SecureFailed(RemoteError):
    code = "secure_failed"


class AnswerLost(RemoteError):
    """``reason``: ``timeout``, ``reset`` or ``other``."""

    code = "answer_lost"
    sent = Sent.MAYBE
    passing = True


class AnswerUnreadable(RemoteError):
    """``status`` and ``reason``: ``html``, ``truncated``, ``json``, ``shape`` or ``large``; ``field`` where
    one is wrong."""

    code = "answer_unreadable"
    sent = Sent.MAYBE


class RedirectRefused(RemoteError):
    """``status``, ``target``: the host that the server pointed at."""

    code = "redirect_refused"


class RequestRefused(RemoteError):
    """``status`` 400 and ``message``: the server's own words, shortened; ``reason`` ``silent`` where it gave none."""

    code = "request_refused"


class StoresRefused(RemoteError):
    """``status``, ``message``, ``stores``: those of the items that were sent, joined by a comma. ``reason``: ``all``
    (none of them is known) or ``some`` (some are not, or they belong to two retailers)."""

    code = "stores_refused"


class ItemsRefused(RemoteError):
    """``status``, ``message``, ``count`` of the items that were sent. None was taken, and which one is at fault is not
    said."""

    code = "items_refused"


class KeyRefused(RemoteError):
    code = "key_refused"


class ShopDisabled(RemoteError):
    code = "shop_disabled"


class AccessRefused(RemoteError):
    """``status``, ``message``. ``reason``: ``key`` (unknown, or not a key), ``signature`` (the secret does not belong
    to the key), ``clock`` (this computer's is wrong), ``token`` (ran out), ``region`` (not the server's), ``address``
    (nothing is there) or ``onboarding`` (all of that is right, and the owner of the key is not let in)."""

    code = "access_refused"


class BatchMissing(RemoteError):
    """``batch_id``."""

    code = "batch_missing"


class ReportExpired(RemoteError):
    """``status``. Whoever asks for the import again gets a new link."""

    code = "report_expired"
    passing = True


class ReportMissing(RemoteError):
    """``batch_id``: an import that has ended, and does not say with what."""

    code = "report_missing"
    passing = True


class BodyTooLarge(RemoteError):
    code = "body_too_large"


class TooManyRequests(RemoteError):
    """``retry_after`` in seconds, where the server said so."""

    code = "too_many_requests"
    passing = True


class ImportBroken(RemoteError):
    """``message``: the server's own words, shortened; ``reason`` ``cancelled`` where somebody there ended it."""

    code = "import_broken"
    sent = Sent.MAYBE
    passing = True


class ShopSilent(RemoteError):
    """``minutes`` without anything new."""

    code = "shop_silent"
    sent = Sent.MAYBE


class ServerFailed(RemoteError):
    """``status`` and ``message``: the server's own words, shortened; ``reason`` ``address`` where nothing like the
    shop's interface is at this address, ``final`` where the server says that asking again does not help."""

    code = "server_failed"
    sent = Sent.MAYBE
    passing = True


class PictureError(AppError):
    """``reason``: ``address`` (no web address), ``private`` (an address inside this computer's own network),
    ``missing`` (404, 410, or no such file), ``refused`` (another status; ``status``), ``unreachable``, ``slow``,
    ``redirects`` (too many, or to where nothing is fetched), ``heavy`` (more bytes than are read; ``limit`` in MB),
    ``page`` (a web page in place of a picture), ``kind`` (no picture that can be read), ``points`` (more
    points than are decoded), ``damaged``."""

    code = "picture_failed"


class FixFileError(AppError):
    """``name``: the file; ``reason``: ``stranger`` (made from another catalogue), ``none`` (no fix file at all),
    ``closed`` (its catalogue is not open; ``source``: what that is called), ``newer`` (a newer version of this program
    wrote it), ``damaged`` (its hidden row or column is gone), ``twice`` (one row stands in it twice; ``row``: Excel's
    number)."""

    code = "fix_file_failed"


class JournalError(AppError):
    """``reason``: ``damaged``, ``newer``, ``full``, ``denied``, ``busy`` or ``missing``; ``name``: the file."""

    code = "journal_failed"


class UploadBusy(AppError):
    code = "upload_busy"


class NothingToPutBack(AppError):
    """``count``: products that the upload added, which cannot be deleted from here."""

    code = "nothing_to_put_back"


class UploadOpen(AppError):
    """``count``: products of which it is not known what the shop has."""

    code = "upload_open"


class SettingsError(AppError):
    """``reason``: ``damaged``, ``newer``, ``denied``, ``profile_unknown``, ``profile_taken``,
    ``profile_name``; ``name``."""

    code = "settings_failed"


class PracticeError(AppError):
    """``reason``: ``start``, ``port`` or ``stopped``."""

    code = "practice_failed"
