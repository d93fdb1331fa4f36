"""Looking at pictures: every format, every way to keep points, and files that are made to hurt."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter, features

from hkj_desktop.catalog.picture_facts import Facts
from hkj_desktop.errors import PictureError
from hkj_desktop.files.picture_file import Look, look_at, look_at_file
from tests.helpers.catalogues import modest

ABLE = ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", *(["AVIF"] if features.check("avif") else [])]
RED, BLUE, GREEN = (200, 30, 30), (30, 30, 200), (20, 160, 60)


def scene(width: int = 640, height: int = 480) -> Image.Image:
    """Something with parts that differ: red at the upper left, blue at the lower right, a green disc between."""
    image = Image.new("RGB", (width, height), RED)
    draw = ImageDraw.Draw(image)
    draw.polygon([(width, 0), (width, height), (0, height)], fill=BLUE)
    draw.ellipse([width * 0.3, height * 0.2, width * 0.6, height * 0.8], fill=GREEN)
    for at in range(8):
        draw.line(
            [(at * width // 8, 0), (width // 2, height)], fill=(at * 30, 255 - at * 30, 90), width=max(1, width // 60)
        )
    return image


def saved(image: Image.Image, format_: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


def point(look: Look, x: float, y: float) -> tuple[int, int, int, int]:
    """The point of the thumbnail at these shares of its width and height."""
    small = look.thumbnail
    at = 4 * (int(y * (small.height - 1)) * small.width + int(x * (small.width - 1)))
    red, green, blue, cover = small.rgba[at : at + 4]
    return red, green, blue, cover


def close(one: tuple[int, ...], other: tuple[int, ...], far: int = 30) -> bool:
    return all(abs(a - b) <= far for a, b in zip(one, other, strict=True))


def reason(content: bytes) -> str:
    with pytest.raises(PictureError) as caught:
        look_at(content, 64)
    return str(caught.value.params["reason"])


# -- formats ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ABLE)
def test_every_format_is_read(format_: str) -> None:
    """Size, format, bytes and a thumbnail with the picture's colours come out of every format that we read."""
    content = saved(scene(), format_)
    look = look_at(content, 160)
    assert (look.width, look.height, look.format, look.size) == (640, 480, format_, len(content))
    assert (look.thumbnail.width, look.thumbnail.height) == (160, 120)
    assert len(look.thumbnail.rgba) == 160 * 120 * 4
    assert len(look.digest) == 64
    assert close(point(look, 0.45, 0.5), (*GREEN, 255), 60)
    assert close(point(look, 0.97, 0.8), (*BLUE, 255), 60)
    assert not look.plain


def _palette() -> Image.Image:
    return scene().quantize(16)


def _cmyk() -> Image.Image:
    return scene().convert("CMYK")


@pytest.mark.parametrize(
    ("make", "format_", "far"),
    [
        (_palette, "PNG", 60),
        (_palette, "GIF", 60),
        (_cmyk, "JPEG", 60),
        (_cmyk, "TIFF", 60),
        (lambda: scene().convert("YCbCr"), "JPEG", 60),
        (lambda: scene().convert("RGBA"), "PNG", 30),
        (lambda: scene().convert("RGBA"), "WEBP", 60),
    ],
    ids=["palette-png", "palette-gif", "cmyk-jpeg", "cmyk-tiff", "ycbcr", "rgba", "rgba-webp"],
)
def test_every_way_to_keep_colours_is_understood(make: Callable[[], Image.Image], format_: str, far: int) -> None:
    """Palettes, printing colours and cover become the colours that a screen shows."""
    look = look_at(saved(make(), format_), 160)
    assert close(point(look, 0.45, 0.5), (*GREEN, 255), far)
    assert close(point(look, 0.97, 0.8), (*BLUE, 255), far)


@pytest.mark.parametrize("format_", ["PNG", "TIFF"])
@pytest.mark.parametrize("level", [0, 64, 128, 255])
def test_grey_of_sixteen_bits_keeps_its_brightness(format_: str, level: int) -> None:
    """A grey of 16 bits is as bright as the same grey of 8 bits, not white."""
    image = Image.new("I;16", (40, 40), level * 257)
    red, green, blue, cover = point(look_at(saved(image, format_), 40), 0.5, 0.5)
    assert red == green == blue
    assert abs(red - level) <= 1
    assert cover == 255


def test_grey_in_fractions_and_bits_is_read() -> None:
    """A TIFF of fractions from 0 to 1, one of whole numbers of 32 bits and a bitmap of single bits are pictures."""
    assert point(look_at(saved(Image.new("F", (9, 9), 0.5), "TIFF"), 9), 0.5, 0.5)[0] in range(126, 130)
    assert point(look_at(saved(Image.new("I", (9, 9), 32768), "TIFF"), 9), 0.5, 0.5)[0] in range(126, 130)
    assert point(look_at(saved(Image.new("1", (9, 9), 1), "BMP"), 9), 0.5, 0.5) == (255, 255, 255, 255)


def test_colours_of_perception_are_read() -> None:
    """A TIFF in LAB, as printers' programs save it, shows its colour."""
    image = Image.frombytes("LAB", (4, 4), bytes((136, 80, 67)) * 16)  # L 53, a 80, b 67: pure red
    red, green, blue, _ = point(look_at(saved(image, "TIFF"), 4), 0.5, 0.5)
    assert red > 200
    assert max(green, blue) < 60


def test_cover_is_kept() -> None:
    """What a picture does not cover stays uncovered in the thumbnail, and no dark seam grows around what it does."""
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    image.paste((255, 255, 255, 255), (200, 0, 400, 400))
    look = look_at(saved(image), 50)
    assert point(look, 0.1, 0.5)[3] == 0
    assert point(look, 0.9, 0.5) == (255, 255, 255, 255)
    seen = {look.thumbnail.rgba[at : at + 3] for at in range(0, 50 * 50 * 4, 4) if look.thumbnail.rgba[at + 3] > 20}
    assert seen == {b"\xff\xff\xff"}


def test_a_colour_that_means_nothing_is_uncovered() -> None:
    """A PNG that names one colour of its palette, or one shade, as transparent is transparent there."""
    image = scene().quantize(8)
    corner = image.getpixel((0, 5))
    assert point(look_at(saved(image, transparency=corner), 64), 0.02, 0.05)[3] < 60
    grey = Image.new("L", (64, 64), 7)
    assert point(look_at(saved(grey, transparency=7), 64), 0.5, 0.5)[3] == 0


@pytest.mark.parametrize("format_", ["GIF", "WEBP", "PNG", "TIFF"])
def test_of_moving_pictures_the_first_counts(format_: str) -> None:
    """An animation, or a TIFF of several pages, is shown by its first picture."""
    frames = [Image.new("RGB", (80, 60), colour) for colour in (RED, BLUE, GREEN)]
    look = look_at(saved(frames[0], format_, save_all=True, append_images=frames[1:]), 40)
    assert (look.width, look.height) == (80, 60)
    assert close(point(look, 0.5, 0.5), (*RED, 255))


def test_a_photo_with_a_second_picture_inside_is_a_jpeg() -> None:
    """Phones put a preview behind the photo (MPO); it is a JPEG all the same."""
    look = look_at(saved(scene(), "MPO", save_all=True, append_images=[scene(64, 48)]), 40)
    assert (look.format, look.width) == ("JPEG", 640)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "TIFF", *(["AVIF"] if "AVIF" in ABLE else [])])
@pytest.mark.parametrize("note", range(1, 9))
def test_photos_stand_upright(format_: str, note: int) -> None:
    """However the camera was held, the thumbnail and the size are those of the upright photo."""
    upright = scene(320, 200)
    # What undoes each turn; a camera stores the picture so that its note makes it upright.
    stored = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = upright.transpose(stored[note]) if note in stored else upright
    exif = Image.Exif()
    exif[0x0112] = note
    look = look_at(saved(image, format_, exif=exif), 160)
    assert (look.width, look.height) == (320, 200)
    assert (look.thumbnail.width, look.thumbnail.height) == (160, 100)
    assert close(point(look, 0.04, 0.5), (*RED, 255), 60)
    assert close(point(look, 0.97, 0.85), (*BLUE, 255), 60)


def test_a_note_of_the_camera_that_is_damaged_turns_nothing() -> None:
    """A photo with unreadable camera data is shown as it is stored."""
    content = saved(scene(320, 200), "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\xee" * 40)
    look = look_at(content, 160)
    assert (look.width, look.height) == (320, 200)


# -- sizes ------------------------------------------------------------------------------------------------------------


@given(width=st.integers(1, 900), height=st.integers(1, 900), side=st.integers(1, 300))
@modest(40)
def test_thumbnails_fit_and_keep_their_shape(width: int, height: int, side: int) -> None:
    """A thumbnail is never wider or higher than asked, never larger than the picture, and as wide to its height."""
    small = look_at(saved(Image.new("RGB", (width, height), RED)), side).thumbnail
    assert 1 <= small.width <= min(side, width)
    assert 1 <= small.height <= min(side, height)
    assert max(small.width, small.height) == min(side, max(width, height))
    assert abs(small.width * height - small.height * width) <= max(width, height)
    assert len(small.rgba) == small.width * small.height * 4


def test_a_line_of_points_is_a_picture() -> None:
    """A picture of one row is reduced along the row alone."""
    small = look_at(saved(Image.new("RGB", (30_000, 1), BLUE)), 100).thumbnail
    assert (small.width, small.height) == (100, 1)


def test_a_large_photo_is_small_at_once() -> None:
    """A JPEG of 48 million points, as phones make them, is read without unpacking them all."""
    look = look_at(saved(Image.new("RGB", (8000, 6000), GREEN), "JPEG", quality=30), 200)
    assert (look.width, look.height, look.thumbnail.width) == (8000, 6000, 200)


# -- what is told of a picture ----------------------------------------------------------------------------------------


def bits(one: Look, other: Look) -> int:
    return (one.likeness ^ other.likeness).bit_count()


@pytest.mark.parametrize(
    "again",
    [
        lambda image: saved(image, "JPEG", quality=60),
        lambda image: saved(image.resize((300, 225)), "PNG"),
        lambda image: saved(image.resize((1280, 960)), "WEBP"),
        lambda image: saved(image.quantize(64), "GIF"),
    ],
    ids=["jpeg", "smaller", "larger", "gif"],
)
def test_the_same_picture_saved_again_is_like_itself(again: Callable[[Image.Image], bytes]) -> None:
    """Another size, format or compression changes few of the 64 bits, and the digest always."""
    first, second = look_at(saved(scene()), 256), look_at(again(scene()), 256)
    assert bits(first, second) <= 3
    assert first.digest != second.digest


def test_different_pictures_are_not_alike() -> None:
    """Mirrored, turned, or another picture: many bits differ."""
    first = look_at(saved(scene()), 256)
    others = [
        scene().transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        scene().rotate(90),
        scene().filter(ImageFilter.EMBOSS),
    ]
    assert all(bits(first, look_at(saved(one), 256)) > 8 for one in others)


@pytest.mark.parametrize(
    ("image", "plain"),
    [
        (Image.new("RGB", (300, 300), "white"), True),
        (Image.new("RGBA", (300, 300), (9, 9, 9, 0)), True),
        (Image.new("L", (1, 1), 128), True),
        (Image.effect_noise((300, 300), 4), True),
        (scene(), False),
        (Image.linear_gradient("L"), False),
    ],
    ids=["white", "nothing", "one point", "noise", "scene", "gradient"],
)
def test_pictures_of_one_colour_are_plain(image: Image.Image, plain: bool) -> None:
    """One colour, nothing at all and mere noise are plain; what shows something is not."""
    assert look_at(saved(image), 256).plain is plain


def test_a_small_thing_on_white_is_not_plain() -> None:
    """A product that fills a twentieth of a white picture is a product."""
    image = Image.new("RGB", (800, 800), "white")
    ImageDraw.Draw(image).rectangle([350, 350, 450, 450], fill=(90, 60, 40))
    assert not look_at(saved(image, "JPEG"), 256).plain


def test_facts_hold_no_points() -> None:
    """What is kept of many pictures is equal to the look without its thumbnail."""
    look = look_at(saved(scene()), 64)
    assert type(look.facts) is Facts
    assert vars(look.facts) == {name: value for name, value in vars(look).items() if name != "thumbnail"}


# -- what is no picture -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "damaged"),
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "page"),
        (b"\xef\xbb\xbf \n<!-- a --><!-- b -->\n<HTML lang='ar'>", "page"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>", "page"),
        (b"<div>404</div>", "page"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kind"),
        (b"<?xml version='1.0'?><svg/>", "kind"),
        (b'{"error": "not found"}', "kind"),
        (b"%PDF-1.7\n", "kind"),
        (b"PK\x03\x04" + b"\0" * 40, "kind"),
        (b"\0" * 5000, "kind"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 10, "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"GIF89a", "damaged"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "damaged"),
        (b"<!---->" * 600, "kind"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_called_what_it_is(content: bytes, why: str) -> None:
    """A web page, another kind of file and a file that broke off are three things."""
    assert reason(content) == why


@pytest.mark.parametrize("format_", ["PPM", "TGA", "ICO", "PCX", "JPEG2000", "PDF", "EPS"])
def test_other_formats_are_refused(format_: str) -> None:
    """What Pillow could read and no shop shows is no picture here: the fewer decoders, the fewer holes."""
    assert reason(saved(scene(64, 64), format_)) == "kind"


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_pictures_that_break_off_are_damaged(format_: str) -> None:
    """Half a picture is not shown as if it were one."""
    content = saved(scene().filter(ImageFilter.GaussianBlur(1)), format_)
    assert reason(content[: len(content) // 2]) == "damaged"


@given(data=st.data(), format_=st.sampled_from(ABLE))
@modest(200)
def test_damaged_bytes_give_a_picture_or_a_reason(data: st.DataObject, format_: str) -> None:
    """Whatever bytes are changed, cut out or put in: a look, or a PictureError; no other error and no warning."""
    content = bytearray(saved(scene(48, 32), format_))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    start = data.draw(st.integers(0, len(content)))
    del content[start : start + data.draw(st.integers(0, 12))]
    why = None
    try:
        small = look_at(bytes(content), 32).thumbnail
    except PictureError as error:
        why = error.params["reason"]
    if why is None:
        assert len(small.rgba) == small.width * small.height * 4
    else:
        assert why in {"kind", "page", "points", "damaged"}


# -- bombs ------------------------------------------------------------------------------------------------------------


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def bomb(width: int, height: int) -> bytes:
    """A PNG of single bits, all of them 0: small, and true in all that it says."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + (width + 7) // 8)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _webp_head(kind: bytes, body: bytes) -> bytes:
    inside = b"WEBP" + kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


BOMBS = {
    "png": lambda: bomb(20_000, 20_000),
    "png a little too large": lambda: bomb(6000, 5000),
    "gif": lambda: b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0, 0, 0) + b"\x2c" + b"\0" * 30,
    "bmp": lambda: (
        b"BM" + struct.pack("<IIIIiiHHIIiiII", 58, 0, 54, 40, 30000, 30000, 1, 24, 0, 0, 0, 0, 0, 0) + b"\0" * 4
    ),
    "webp": lambda: _webp_head(b"VP8X", b"\0" * 4 + b"\xff\x3f\0" * 2),
    "webp lossy": lambda: _webp_head(b"VP8 ", b"\0\0\0\x9d\x01\x2a\xff\x3f\xff\x3f" + b"\0" * 20),
    "webp lossless": lambda: _webp_head(b"VP8L", b"\x2f\xff\xff\xff\x0f" + b"\0" * 20),
}


@pytest.mark.parametrize("name", BOMBS)
def test_pictures_of_too_many_points_are_refused_by_what_they_claim(name: str) -> None:
    """A small file that would unpack to more than the limit is refused by its head."""
    assert reason(BOMBS[name]()) == "points"


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    """A program that looks at 400 million points packed into a file of a megabyte at most needs no megabyte for each
    of them: it ends with about the memory with which it began."""
    pytest.importorskip("resource", reason="only POSIX systems tell how much memory a program took")
    (tmp_path / "bomb.png").write_bytes(bomb(20_000, 20_000))
    assert (tmp_path / "bomb.png").stat().st_size < 1_000_000
    program = """
import resource, sys
from pathlib import Path
from hkj_desktop.errors import PictureError
from hkj_desktop.files.picture_file import look_at_file, look_at
from PIL import Image
import io
small = io.BytesIO(); Image.new("RGB", (9, 9)).save(small, "PNG"); look_at(small.getvalue(), 9)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    look_at_file(Path(sys.argv[1]), 64)
except PictureError as error:
    print(error.params["reason"], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "bomb.png")],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    why, grown = done.stdout.split()
    assert why == "points"
    assert int(grown) < 20_000 * (1 if sys.platform != "darwin" else 1024)  # kilobytes; bytes on macOS


def test_a_photo_of_endless_scans_is_refused() -> None:
    """A small JPEG that would be gone through a thousand times is damaged, whatever hides its scans; one that
    grows clearer in the usual scans is a photo, also with a film behind it."""
    content = saved(Image.new("L", (64, 64), 128), "JPEG", progressive=True)
    last, end = content.rfind(b"\xff\xda"), content.rfind(b"\xff\xd9")
    hidden = b"\xff\xfe\x00\x04\xff\xd9"  # a remark that holds the mark of an end
    assert reason(content[:end] + content[last:end] * 1000 + content[end:]) == "damaged"
    assert reason(content[:end] + (hidden + content[last:end]) * 300 + content[end:]) == "damaged"
    assert reason(content[:2] + hidden * 5000 + content[2:]) == "damaged"
    assert look_at(content + b"ftypmp42" + b"\xff\xda\x00\x02" * 500, 64).format == "JPEG"


def test_bytes_past_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file of more megabytes than are read is refused with the limit, in memory and on the disk."""
    content = saved(Image.effect_noise((1200, 1200), 90))
    assert len(content) > 1 << 20
    from hkj_desktop.files import picture_file

    monkeypatch.setattr(picture_file, "picture_data", lambda section: {"most_megabytes": 1})
    (tmp_path / "noise.png").write_bytes(content)
    for look in (lambda: look_at(content, 64), lambda: look_at_file(tmp_path / "noise.png", 64)):
        with pytest.raises(PictureError) as caught:
            look()
        assert caught.value.params == {"reason": "heavy", "limit": 1}


def test_files_are_looked_at_like_bytes(tmp_path: Path) -> None:
    """A photo on the disk gives the same look; a file that is not there is missing."""
    (tmp_path / "صورة.jpg").write_bytes(saved(scene(), "JPEG"))
    assert look_at_file(tmp_path / "صورة.jpg", 64) == look_at(saved(scene(), "JPEG"), 64)
    with pytest.raises(PictureError) as caught:
        look_at_file(tmp_path / "none.jpg", 64)
    assert caught.value.params["reason"] == "missing"


def test_several_threads_look_at_once() -> None:
    """Good, bad and large pictures looked at by eight threads give what each gives alone."""
    contents = [saved(scene(200 + at, 150), ABLE[at % len(ABLE)]) for at in range(24)]
    contents += [saved(Image.new("L", (3000, 2000), at), "PNG") for at in (10, 200)]
    contents += [b"<html>", b"\x89PNG\r\n\x1a\n", bomb(6000, 5000)]

    def told(content: bytes) -> object:
        try:
            return look_at(content, 48)
        except PictureError as error:
            return error.params["reason"]

    alone = [told(content) for content in contents]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(told, contents * 3)) == alone * 3
