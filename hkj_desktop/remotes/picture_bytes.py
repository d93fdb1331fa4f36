"""What the bytes of an answer say that they are, whatever its headers say. No decoding: that is for those who look."""

from __future__ import annotations

import codecs
import re

HEAD = 512  # bytes from which a page is known
_BEGINNINGS = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF87a",
    b"GIF89a",
    b"II*\0",
    b"MM\0*",
    b"\xff\x0a",
    b"\0\0\1\0",
)
_PAGE = re.compile(rb"(?i)[\s\xef\xbb\xbf]*<(!doctype\s+html|html|head|body|script|title|meta|h1|p)\b")
_SVG = re.compile(rb"(?i)<svg[\s>]")
_TEXTS = ("text/", "application/json", "application/xhtml", "application/xml", "application/javascript")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_picture(head: bytes) -> bool:
    """Begins as JPEG, PNG, GIF, WebP, AVIF, HEIC, JPEG XL, BMP, TIFF or ICO do."""
    boxed = head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
    bitmap = head[:2] == b"BM" and head[6:10] == b"\0\0\0\0"
    return head.startswith(_BEGINNINGS) or boxed or bitmap or head[4:12] == b"JXL \r\n\x87\n"


def is_page(head: bytes, content_type: str) -> bool:
    """A text where a picture should be: a sign-in page, an error in words, JSON. ``head``: the first HEAD bytes, or all
    there is. A drawing in SVG is no page."""
    if is_picture(head):
        return False
    if _PAGE.match(head):
        return True
    if _SVG.search(head):
        return False
    return content_type.strip().lower().startswith(_TEXTS) or _is_text(head)


def _is_text(head: bytes) -> bool:
    try:  # the last letter may be cut in two
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return bool(text) and not _NOT_TEXT.search(text)


def is_whole(content: bytes | bytearray) -> bool:
    """Whether nothing is missing at the end of a JPEG, PNG, GIF or WebP; of other kinds that cannot be told, and the
    answer is no."""
    end = bytes(content[-1024:])
    if content.startswith(b"\xff\xd8\xff"):
        return b"\xff\xd9" in end
    if content.startswith(b"\x89PNG"):
        return b"IEND\xaeB`\x82" in end
    if content.startswith(b"GIF8"):
        return end.rstrip(b"\0").endswith(b";")
    if content.startswith(b"RIFF") and len(content) >= 12:
        return len(content) >= int.from_bytes(content[4:8], "little") + 8
    return False
