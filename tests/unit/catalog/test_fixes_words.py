"""The words of the fixes: each has them, they can be filled, and none is left over."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from hkj_desktop.catalog.fixes import FIXES
from hkj_desktop.catalog.fixes.words import lists
from hkj_desktop.ui import texts_fixes
from hkj_desktop.ui.texts_fixes import FIXES as WORDS


def test_every_fix_has_words_and_every_words_a_fix() -> None:
    """The ids of the fixes are exactly those with words, each once."""
    ids = [fix.id for fix in FIXES]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(WORDS)


@pytest.mark.parametrize("name", WORDS)
def test_words_can_be_filled(name: str) -> None:
    """A button may tell the new text, the one for many its number, and nothing else; all say something."""
    words = WORDS[name]
    assert all(words)
    fields = [{part for _, part, _, _ in string.Formatter().parse(text) if part is not None} for text in words]
    assert fields[0] <= {"after"}
    assert not any(fields[1:])
    assert words.all.count("%n") == 1
    assert "%n" not in words.name + words.explains + words.done
    assert words.explains.endswith(".")
    assert not words.name.endswith(".")
    assert not words.done.endswith(".")


def test_the_words_hold_no_qt() -> None:
    """They are data that every room's tests can read."""
    tree = ast.parse(Path(texts_fixes.__file__).read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [module for module in modules if module.startswith("PySide6")]


def test_the_lists_of_words_are_in_small_letters() -> None:
    """Cells are compared in small letters, so a word with a capital would never be found."""
    known = lists()
    for group in (known.sold_out, known.small, known.capitals, known.units):
        assert {word.casefold() for word in group} == set(group)
    for pattern in (known.dinars, known.fils, known.piastres, known.said, known.pieces, known.before_count):
        assert pattern.casefold() == pattern
    assert not known.small & known.units
