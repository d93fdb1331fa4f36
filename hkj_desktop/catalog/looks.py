"""What a column holds, by the look of its values, where its header says nothing."""

from __future__ import annotations

import polars as pl

#: Of the filled cells, so many must look alike.
ENOUGH = 0.8
#: Lengths of the codes that carry a check digit (remote-systems.md).
CODE_LENGTHS = (8, 12, 13, 14)
#: One code in ten passes a check digit by chance: fewer cells prove nothing.
ENOUGH_CODES = 3
_PICTURE = r"(?i)^\s*https?://\S+\.(jpe?g|png|webp|gif|avif|bmp)(\?\S*)?(\s*[,|;\n].*)?$"


def looks_like(values: pl.Series) -> tuple[str, float] | None:
    """The field that at least four of five cells look like, and how many of a hundred do."""
    filled = values.drop_nulls().filter(values.drop_nulls().str.strip_chars() != "")
    if not filled.len():
        return None
    shares = {"barcode": _share(right_codes(filled)), "image_url": _share(filled.str.contains(_PICTURE))}
    if filled.len() < ENOUGH_CODES:
        del shares["barcode"]
    field = max(shares, key=lambda name: shares[name])
    return (field, round(shares[field] * 100, 1)) if shares[field] >= ENOUGH else None


def right_codes(values: pl.Series) -> pl.Series:
    """Whether each cell is a code of 8, 12, 13 or 14 digits whose check digit is right."""
    code = pl.col("v").str.strip_chars()
    number = code.cast(pl.Int64, strict=False)
    # Digits from the right weigh 1, 3, 1, 3 …; a right code's sum ends in 0 (GS1).
    digits = [(number // 10**position) % 10 for position in range(max(CODE_LENGTHS))]
    right = (pl.sum_horizontal(digits[0::2]) + 3 * pl.sum_horizontal(digits[1::2])) % 10 == 0
    form = code.str.contains("^[0-9]+$") & code.str.len_chars().is_in(CODE_LENGTHS) & (number > 0)
    return values.to_frame("v").select((form & right).fill_null(value=False)).to_series()


def _share(hits: pl.Series) -> float:
    return int(hits.sum()) / hits.len()
