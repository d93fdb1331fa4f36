"""The collected texts of the window, as translators and Qt read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from defusedxml.ElementTree import parse

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_text_with_a_number_has_plural_forms(language: str) -> None:
    """A text with %n is collected as a plural, so that no "1 product(s)" is ever shown."""
    messages = list(parse(FOLDER / f"hkj_desktop_{language}.ts").getroot().iter("message"))
    counted = [one for one in messages if "%n" in one.findtext("source", "")]
    assert len(counted) > 50
    assert [one.findtext("source") for one in counted if one.get("numerus") != "yes"] == []
