"""Counts with words beside them, and counts below zero."""

from __future__ import annotations

import re

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import whole_number
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.fixes.base import Fix, each
from hkj_desktop.catalog.fixes.sound import cellwise
from hkj_desktop.catalog.fixes.words import lists

_COUNT = frozenset({Kind.COUNT})


def counted(text: str) -> str | None:
    """``12 pieces`` → ``12``, ``sold out`` → ``0``; None for a dozen, a kilogram or two numbers."""
    known = lists()
    text = " ".join(text.casefold().split())
    if text.strip(".!") in known.sold_out:
        return "0"
    pattern = rf"(?:(?:{known.before_count})[\s:=]*)?([0-9]{{1,9}})\s*(?:{known.pieces})?\s*[.!]?"
    found = re.fullmatch(pattern, text)
    return found.group(1) if found else None


def _number(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001 - one signature for all
    return each(rows["now"], counted)


def _none_left(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001
    return rows.select(pl.when(whole_number(pl.col("now")) < 0).then(pl.lit("0"))).to_series()


NUMBER = Fix("stock_number", frozenset({"stock_not_whole"}), cellwise("stock_number", _number), _COUNT, safe=True)
ZERO = Fix("stock_zero", frozenset({"stock_negative"}), cellwise("stock_zero", _none_left), _COUNT)
