"""The collected texts of the window, as translators and Qt read them."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from defusedxml.ElementTree import parse

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"
ROOT = FOLDER.parents[1]
SOURCES = sorted((ROOT / "hkj_desktop" / "ui").rglob("*.py"))
TRANSLATORS = {"translate", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_text_with_a_number_has_plural_forms(language: str) -> None:
    """A text with %n is collected as a plural, so that no "1 product(s)" is ever shown."""
    messages = list(parse(FOLDER / f"hkj_desktop_{language}.ts").getroot().iter("message"))
    counted = [one for one in messages if "%n" in one.findtext("source", "")]
    assert len(counted) > 50
    assert [one.findtext("source") for one in counted if one.get("numerus") != "yes"] == []


def _calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each call that translates, with the class that it stands in."""

    def walk(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
        owner = node.name if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.Call):
            func = node.func
            name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
            if name == "tr" or name in TRANSLATORS:
                yield owner if name == "tr" else "", node
        for child in ast.iter_child_nodes(node):
            yield from walk(child, owner)

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), "")


def test_every_text_in_the_code_is_collected() -> None:
    """What the code has translated is among the texts that translators see: Qt's collector misses a call inside an
    f-string, and one with a text that is put together."""
    messages = parse(FOLDER / "hkj_desktop_en.ts").getroot()
    known = {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in messages.iter("context")
        for message in context.iter("message")
    }
    seen, missing = 0, []
    for path in SOURCES:
        for owner, call in _calls(path):
            texts = [one.value for one in call.args[:2] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if owner and not texts:
                missing.append(f"{path.name}: {ast.unparse(call)[:80]} is no text but something that is put together")
            elif owner:
                seen += 1
                missing += [] if (owner, texts[0]) in known else [f"{path.name}: {owner}: {texts[0]}"]
            elif len(texts) == 2:
                seen += 1
                missing += [] if (texts[0], texts[1]) in known else [f"{path.name}: {texts[0]}: {texts[1]}"]
    assert seen > 1000
    assert missing == []


def test_the_files_are_up_to_date() -> None:
    """The .ts files hold exactly the texts of the code, and nothing is left to be translated."""
    command = [sys.executable, str(ROOT / "packaging" / "make_translations.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
