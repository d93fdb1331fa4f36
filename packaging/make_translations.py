# ruff: noqa: INP001 - the folder shares its name with a library, so it must never be a package
"""Collect the texts of the window into resources/i18n/*.ts, and compile them to *.qm.

    python packaging/make_translations.py            collect and compile
    python packaging/make_translations.py --check    only say whether a text is missing from the .ts files

What lupdate finds by itself in Python: ``self.tr("…")``, ``self.tr("%n …", "", n)``,
``QCoreApplication.translate("Context", "…")`` (with a number only where the text is not a literal), and
``QT_TRANSLATE_NOOP("Context", "…")``, whoever defined it. It does not find ``QT_TRANSLATE_N_NOOP``, so this
program hands it those as calls with a number. English needs a catalogue for its plural forms: "%n product(s)"
is filled in as "%n product" and "%n products" where nobody wrote another translation.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET  # our own .ts files, which we wrote ourselves
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "hkj_desktop" / "ui"
OUT = ROOT / "resources" / "i18n"
NOTES = OUT / "notes.toml"
LANGUAGES = ("en", "ar")
PLURAL_MARKER = "QT_TRANSLATE_N_NOOP"
_OPTIONAL = re.compile(r"\((s|es)\)")


def tool(name: str) -> Path:
    """Qt's ``lupdate`` or ``lrelease``, as PySide6 brings it along."""
    folder = Path(PySide6.__file__).parent
    for found in (folder / name, folder / f"{name}.exe"):
        if found.is_file():
            return found
    raise SystemExit(f"{name} is not in {folder}: install PySide6-Essentials")


def sources() -> list[Path]:
    """Every Python file that may hold a text of the window."""
    return sorted((*SOURCES.rglob("*.py"), ROOT / "hkj_desktop" / "app.py"))


def plural_markers(path: Path) -> Iterator[tuple[str, str]]:
    """Context and text of each ``QT_TRANSLATE_N_NOOP`` in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id == PLURAL_MARKER and len(node.args) >= 2:
            context, text = (ast.literal_eval(arg) for arg in node.args[:2])
            yield str(context), str(text)


def collect(out: Path) -> list[Path]:
    """Bring the .ts files in ``out`` up to date with the sources; translations in them stay."""
    existing = [path for path in sources() if path.is_file()]
    files = [out / f"hkj_desktop_{language}.ts" for language in LANGUAGES]
    with tempfile.TemporaryDirectory() as folder:
        plurals = Path(folder) / "plurals.py"
        found = sorted({pair for path in existing for pair in plural_markers(path)})
        lines = [f"QCoreApplication.translate({context!r}, {text!r}, None, 1)" for context, text in found]
        plurals.write_text("\n".join(lines) + "\n", encoding="utf-8")
        listing = Path(folder) / "sources.lst"
        listing.write_text("\n".join(map(str, (*existing, plurals))), encoding="utf-8")
        command = [str(tool("lupdate")), f"@{listing}", "-no-obsolete", "-locations", "none", "-ts"]
        subprocess.run([*command, *map(str, files)], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    fill_english(files[LANGUAGES.index("en")])
    for path in files:
        add_notes(path)
    return files


def add_notes(path: Path) -> None:
    """Write the notes for translators into a .ts file; raises SystemExit where one is for a text that is not there."""
    notes = tomllib.loads(NOTES.read_text(encoding="utf-8"))
    tree = ET.parse(path)  # noqa: S314 - written by lupdate a moment ago
    left = {(context, text) for context, texts in notes.items() for text in texts}
    for context in tree.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source = message.findtext("source", "")
            note = notes.get(name, {}).get(source)
            if note is None:
                continue
            left.discard((name, source))
            said = message.find("extracomment")
            if said is None:
                said = ET.Element("extracomment")
                message.insert(1, said)
            said.text = note
    if left:
        raise SystemExit(f"{NOTES.name} has notes on texts that are not there: {sorted(left)}")
    _write(tree, path)


def _write(tree: ET.ElementTree, path: Path) -> None:  # type: ignore[type-arg]
    text = ET.tostring(tree.getroot(), encoding="unicode", short_empty_elements=False)
    header = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(header + text + "\n", encoding="utf-8", newline="\n")


def english_forms(source: str) -> tuple[str, str]:
    """Singular and plural of a text such as "%n product(s)"."""
    return _OPTIONAL.sub("", source), _OPTIONAL.sub(r"\1", source)


def fill_english(path: Path) -> None:
    """Write the plural forms that nobody wrote by hand; other English texts are their own translation."""
    tree = ET.parse(path)  # noqa: S314 - written by lupdate a moment ago
    for message in tree.iter("message"):
        translation = message.find("translation")
        source = message.findtext("source", "")
        if message.get("numerus") != "yes" or translation is None:
            continue
        forms = translation.findall("numerusform")
        if len(forms) == 2 and not any(form.text for form in forms):
            for form, text in zip(forms, english_forms(source), strict=True):
                form.text = text
            translation.attrib.pop("type", None)
    _write(tree, path)


def compile_files(files: list[Path]) -> None:
    """Compile each .ts to the .qm beside it."""
    for path in files:
        command = [str(tool("lrelease")), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))]
        subprocess.run(command, check=True)  # noqa: S603 - Qt's own program on our own file


def unfinished(path: Path) -> list[str]:
    """Texts of a .ts file that have no translation yet; English ones need none."""
    tree = ET.parse(path)  # noqa: S314 - our own file
    found = []
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") == "unfinished":
            found.append(message.findtext("source", ""))
    return found


def keys(path: Path) -> set[tuple[str, str]]:
    """Context and source text of everything in a .ts file."""
    if not path.is_file():
        return set()
    tree = ET.parse(path)  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def check() -> int:
    """0 if the .ts files hold exactly the texts of the sources, else 1, with what differs on stderr."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = collect(Path(folder))
        wrong = 0
        for path in fresh:
            wanted, have = keys(path), keys(OUT / path.name)
            for sign, pairs in (("+", wanted - have), ("-", have - wanted)):
                for context, text in sorted(pairs):
                    wrong = 1
                    sys.stderr.write(f"{path.name} {sign} {context}: {text}\n")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description="Collect and compile the texts of the window.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a .ts file is out of date")
    if parser.parse_args().check:
        return check()
    OUT.mkdir(parents=True, exist_ok=True)
    files = collect(OUT)
    compile_files(files)
    arabic = files[LANGUAGES.index("ar")]
    sys.stdout.write(f"{len(keys(arabic))} texts, {len(unfinished(arabic))} not yet in Arabic\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
