"""Pictures as a shop has them, each unlike all others, and one that is huge when it is unpacked."""

from __future__ import annotations

import random
import struct
import zlib
from functools import cache
from io import BytesIO

_STEP = 1 << 20


def photo(seed: int, width: int = 600, height: int = 450) -> bytes:
    """A JPEG of coloured patches that tells itself from that of any other ``seed``."""
    from PIL import Image

    patches = random.Random(seed).randbytes(9 * 8 * 3)
    small = Image.frombytes("RGB", (9, 8), patches)
    out = BytesIO()
    small.resize((width, height), Image.Resampling.BICUBIC).save(out, "JPEG", quality=80)
    return out.getvalue()


@cache
def png_bomb(width: int, height: int) -> bytes:
    """A whole PNG of single bits, which takes ``width`` × ``height`` bytes when it is shown, and few to send."""
    packer, left, parts = zlib.compressobj(9), (1 + (width + 7) // 8) * height, []
    while left:
        size = min(left, _STEP)
        parts.append(packer.compress(bytes(size)))
        left -= size
    parts.append(packer.flush())
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", b"".join(parts)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
