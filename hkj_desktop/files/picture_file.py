"""The bytes of a picture → what is known of it and a small copy to show; nothing that a picture does may harm.

The size that a picture claims is read before any of it is unpacked, only the formats of ``resources/pictures.toml`` are
read, and of two large pictures one waits for the other, so that memory stays bounded however many threads look. Pillow
is loaded by the first look.
"""

from __future__ import annotations

import math
import re
import struct
import threading
import warnings
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from hkj_desktop.catalog.picture_facts import Facts, picture_data
from hkj_desktop.errors import PictureError

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFile import ImageFile

MEGABYTE = 1 << 20
#: So many times the wanted size is unpacked or averaged quickly; the rest is done with care.
_GAP = 2
#: Above so many points a picture is unpacked alone.
_LARGE = 4_000_000
_one_large = threading.Lock()

#: How pictures begin; what begins so and cannot be opened broke off.
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
_WEBP = re.compile(rb"RIFF....WEBP", re.DOTALL)
_BITMAP = re.compile(rb"BM.{4}\0{4}", re.DOTALL)
_AVIF = re.compile(rb"....ftyp(avif|avis)", re.DOTALL)
#: A web page, behind any declaration and comments; a drawing (SVG) is none, and no picture of ours either.
_PAGE = re.compile(
    rb"(?is)(?:\xef\xbb\xbf)?(?>(?:\s|<\?xml.*?\?>|<!--.*?-->)*)"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|script|style|table|div|p|h[1-6]|center|iframe)\b"
)
#: The next mark in a JPEG; data between marks never hold these bytes.
_MARK = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_END, _SCAN, _NO_LENGTH = 0xD9, 0xDA, (0x01, 0xD8)
#: A JPEG that grows clearer has about ten scans; each costs the time of a whole picture and may have 75 bytes.
_MOST_SCANS, _MOST_MARKS = 100, 1000
_HEAD = 4096
_ORIENTATION = 0x0112
#: A likeness compares neighbours in so many columns and rows.
_LIKENESS = (9, 8)
#: A difference of fewer of 255 steps is noise of the compression.
_NOTICED = 3
_PLAIN_SIDE = 32


@dataclass(frozen=True)
class Thumbnail:
    """A small copy: ``rgba`` has four bytes a point (red, green, blue, cover), row after row from the top."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True)
class Look(Facts):
    """A picture that was looked at."""

    thumbnail: Thumbnail

    @property
    def facts(self) -> Facts:
        """The same without any points, to keep for many pictures."""
        return Facts(self.width, self.height, self.format, self.size, self.digest, self.likeness, self.plain)


def look_at_file(path: Path, side: int) -> Look:
    """:func:`look_at` for a file on this computer. Raises PictureError, too with ``missing`` where there is none."""
    try:
        if path.stat().st_size > _most_bytes():
            raise _heavy()
        with path.open("rb") as file:
            content = file.read(_most_bytes() + 1)
    except OSError as error:
        raise PictureError(reason="missing") from error
    return look_at(content, side)


def look_at(content: bytes, side: int) -> Look:
    """Look at one picture; its thumbnail is at most ``side`` points wide and high. Of moving pictures the first one
    counts. May run in several threads at once.

    Raises PictureError with ``kind``, ``page``, ``points``, ``damaged`` or ``heavy``.
    """
    if len(content) > _most_bytes():
        raise _heavy()
    if not content or _has_too_many_scans(content):
        raise PictureError(reason="damaged")
    image = _opened(content)
    _refuse_points(image.size, image.format)
    if math.prod(image.size) <= _LARGE:
        return _look(image, content, side)
    with _one_large:
        return _look(image, content, side)


def _most_bytes() -> int:
    return int(picture_data("look")["most_megabytes"]) * MEGABYTE


def _heavy() -> PictureError:
    return PictureError(reason="heavy", limit=picture_data("look")["most_megabytes"])


@cache
def _formats() -> tuple[str, ...]:
    """The formats that are read, with the modules that know them loaded; Pillow would load all fifty of its own."""
    from PIL import (  # noqa: F401 - each tells Pillow of its format when it is loaded
        BmpImagePlugin,
        GifImagePlugin,
        JpegImagePlugin,
        MpoImagePlugin,
        PngImagePlugin,
        TiffImagePlugin,
        WebPImagePlugin,
        features,
    )

    able = set(picture_data("look")["formats"])
    try:
        from PIL import AvifImagePlugin  # noqa: F401 - as above; older ones have none
    except ImportError:
        able.discard("AVIF")
    able -= {name for name in ("AVIF", "WEBP") if not features.check(name.lower())}
    return tuple(sorted(able))


def _opened(content: bytes) -> ImageFile:
    """The picture with its head read and nothing unpacked."""
    from PIL import Image, UnidentifiedImageError

    _heed_bombs()
    _refuse_points(_webp_size(content), "WEBP")
    try:
        return Image.open(BytesIO(content), formats=_formats())
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PictureError(reason="points") from error
    except UnidentifiedImageError as error:
        raise PictureError(reason=_what_else(content)) from error
    except Exception as error:
        # Pillow answers damaged bytes with nearly every exception there is.
        raise PictureError(reason="damaged") from error


def _heed_bombs() -> None:
    """Make what Pillow warns of bombs an error, and its word on small faults (odd camera data) none. The filters of
    warnings belong to the whole process, so that they are touched only where these are not set."""
    from PIL import Image

    if not any(one[:1] == ("error",) and one[2] is Image.DecompressionBombWarning for one in warnings.filters):
        warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
        warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


def _has_too_many_scans(content: bytes) -> bool:
    """Whether a JPEG was made to keep a processor busy: a megabyte of scans would take minutes."""
    if not content.startswith(_STARTS[0]):
        return False
    at, scans = 2, 0
    for _ in range(_MOST_MARKS):
        found = _MARK.search(content, at)
        if not found or scans > _MOST_SCANS or (mark := content[found.start() + 1]) == _END:
            return scans > _MOST_SCANS
        scans += mark == _SCAN
        at = found.end() + (0 if mark in _NO_LENGTH else int.from_bytes(content[found.end() : found.end() + 2], "big"))
    return True


def _what_else(content: bytes) -> str:
    """What bytes are that do not open as a picture."""
    head = content[:_HEAD]
    if head.startswith(_STARTS) or any(form.match(head) for form in (_WEBP, _BITMAP)):
        return "damaged"
    if _AVIF.match(head):
        return "damaged" if "AVIF" in _formats() else "kind"
    return "page" if _PAGE.match(head) else "kind"


def _refuse_points(size: tuple[int, int] | None, format_: str | None) -> None:
    """A JPEG may be larger than others: it is unpacked at an eighth of its size at once."""
    data = picture_data("look")
    most = data["most_points_jpeg"] if format_ in ("JPEG", "MPO") else data["most_points"]
    if size is not None and math.prod(size) > most:
        raise PictureError(reason="points")


def _webp_size(content: bytes) -> tuple[int, int] | None:
    """Width and height that a WebP claims: its decoder takes the memory for them as soon as it is opened."""
    if not _WEBP.match(content) or len(content) < 30:
        return None
    kind = content[12:16]
    if kind == b"VP8X":
        return (1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little"))
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", content, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None


def _look(image: ImageFile, content: bytes, side: int) -> Look:
    from PIL import Image

    format_ = "JPEG" if image.format == "MPO" else str(image.format)
    claimed = image.size
    try:
        small, turned = _small(image, side)
        likeness, plain = _likeness(small), _plain(small)
        thumbnail = Thumbnail(small.width, small.height, small.tobytes())
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PictureError(reason="points") from error
    except PictureError:
        raise
    except Exception as error:
        # As above: each decoder has its own way to say that its bytes are damaged.
        raise PictureError(reason="damaged") from error
    finally:
        image.close()
    width, height = claimed[::-1] if turned else claimed
    return Look(width, height, format_, len(content), sha256(content).hexdigest(), likeness, plain, thumbnail)


def _small(image: ImageFile, side: int) -> tuple[Image.Image, bool]:
    """The small copy in red, green, blue and cover, and whether width and height changed places."""
    from PIL import Image

    whole = image.size
    wanted = _fitting(whole, side)
    if image.format in ("JPEG", "MPO"):
        image.draft(image.mode, (wanted[0] * _GAP, wanted[1] * _GAP))
    image.load()
    _refuse_points(image.size, image.format)  # a frame of a GIF may be larger than the picture that it stands in
    turn = _turn(image)
    copy: Image.Image = _eight_bits(image)
    if "transparency" in copy.info or copy.mode not in ("L", "RGB", "RGBA", "CMYK"):
        copy = _coloured(copy)
    by = tuple(max(1, copy.size[at] // (wanted[at] * _GAP)) for at in (0, 1))
    if by != (1, 1):
        copy = copy.reduce((by[0], by[1]))
    copy = _coloured(copy)
    if copy.size != wanted:
        copy = copy.resize(wanted, Image.Resampling.LANCZOS)
    return (copy if turn is None else copy.transpose(turn)), turn is not None and turn in _sideways()


def _fitting(size: tuple[int, int], side: int) -> tuple[int, int]:
    """``size`` made to fit into a square, its shape kept; never larger than it is."""
    share = min(1.0, side / max(size))
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _coloured(image: Image.Image) -> Image.Image:
    if image.mode == "RGBA":
        return image
    if image.mode == "LAB":
        from PIL import ImageCms

        # Pillow reads these only through a colour profile.
        profiles = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        image = ImageCms.profileToProfile(image, *profiles, outputMode="RGB") or image
    return image.convert("RGBA")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 bits, 32 bits or fractions → grey of 8 bits: converting them alone makes all but the darkest white."""
    if not image.mode.startswith(("I", "F")):
        return image
    wide = image.convert("F")
    low, high = (float(one) if isinstance(one, (int, float)) else 0.0 for one in wide.getextrema())
    if not (math.isfinite(low) and math.isfinite(high)):
        raise PictureError(reason="kind")
    if image.mode.startswith("I;16") or 255 < high <= 65535:
        low, high = 0.0, 65535.0
    elif 1 < high <= 255:
        low, high = 0.0, 255.0
    elif high <= 1:
        low, high = 0.0, 1.0
    scale = 255.0 / max(high - low, 1.0e-6)
    return wide.point(lambda value: value * scale - low * scale).convert("L")


def _turn(image: ImageFile) -> Image.Transpose | None:
    """How the picture must be turned to stand upright. A camera's note that cannot be read turns nothing."""
    try:
        note = image.getexif().get(_ORIENTATION)
    except (SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OSError, struct.error):
        return None
    return _turns().get(note) if isinstance(note, int) else None


@cache
def _turns() -> dict[int, Image.Transpose]:
    """EXIF 2.3, tag Orientation: which way the first row and column lie."""
    from PIL.Image import Transpose

    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }


def _sideways() -> set[Image.Transpose]:
    return {turn for note, turn in _turns().items() if note >= 5}


def _on_white(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    from PIL import Image

    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB").resize(size, Image.Resampling.BOX)


def _likeness(image: Image.Image) -> int:
    """A difference hash: for each of 64 places whether it is clearly darker than its right neighbour."""
    columns, rows = _LIKENESS
    grey = _on_white(image, _LIKENESS).convert("L").tobytes()
    bits = 0
    for at in range(columns * rows):
        if at % columns:
            bits = bits << 1 | (grey[at] - grey[at - 1] >= _NOTICED)
    return bits


def _plain(image: Image.Image) -> bool:
    """Whether no colour varies by more than the data allow; a small drawing on an even ground varies more."""
    spread = picture_data("look")["plain_spread"]
    even = _on_white(image, (min(image.width, _PLAIN_SIDE), min(image.height, _PLAIN_SIDE)))
    return all(band.getextrema()[1] - band.getextrema()[0] <= spread for band in even.split())  # type: ignore[operator]  # bands of 8 bits
