"""The Arabic texts: all there, with their values and plural forms, in the words of the glossary."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from hkj_desktop.ui.texts import FIELDS
from hkj_desktop.ui.texts_errors import ERRORS
from hkj_desktop.ui.texts_problems import KINDS, PROBLEMS

#: Said by the command line alone, in the words of what was typed.
COMMAND_LINE = frozenset({"usage"})
I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"
ARABIC = re.compile("[\u0600-\u06ff]")
#: Texts that hold nothing to be read: only values, signs and names.
NO_WORDS = re.compile(r"^[\W\d_]*$|^(SKU|HKJ Desktop|https://…|CSV|\W|%n|\{\w+\})*$")


class Text(NamedTuple):
    context: str
    source: str
    numerus: bool
    forms: tuple[str, ...]


def texts(language: str) -> Iterator[Text]:
    tree = ET.parse(I18N / f"hkj_desktop_{language}.ts")  # noqa: S314 - our own file
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            numerus = message.get("numerus") == "yes"
            found = [one.text or "" for one in translation.iter("numerusform")] if numerus else [translation.text or ""]
            yield Text(context.findtext("name", ""), message.findtext("source", ""), numerus, tuple(found))


TEXTS = list(texts("ar"))


def test_every_text_is_arabic() -> None:
    """No text lacks its Arabic, and each has Arabic letters unless there is nothing to be read in it."""
    assert len(TEXTS) > 1400
    lacking = [
        f"{one.context}: {one.source}"
        for one in TEXTS
        for form in one.forms
        if not form or (not ARABIC.search(form) and not NO_WORDS.match(re.sub(r"\{\w*\}", "", form)))
    ]
    assert lacking == []


def test_values_stand_in_every_form() -> None:
    """Each form of a text holds the same values in braces as the English one, and the last three hold the number."""
    wrong = []
    for one in TEXTS:
        wanted = sorted(re.findall(r"\{\w*\}", one.source))
        differing = [form for form in one.forms if sorted(re.findall(r"\{\w*\}", form)) != wanted]
        wrong += [f"{one.context}: {form}" for form in differing]
        if one.numerus and not all("%n" in form for form in one.forms[3:]):
            wrong.append(f"{one.context}: {one.source}")
    assert wrong == []


def test_there_are_six_plural_forms() -> None:
    """A text with a number has one form each for none, one, two, a few, many and other."""
    assert {len(one.forms) for one in TEXTS if one.numerus} == {6}
    assert sum(one.numerus for one in TEXTS) > 100


def test_few_and_many_are_told_apart() -> None:
    """Three products and eleven products are not the same word: where a noun follows the number, the forms differ."""
    alike = [one.source for one in TEXTS if one.numerus and re.search(r"%n \w+\(e?s\)", one.source)
             and one.forms[3] == one.forms[4] == one.forms[5]]  # fmt: skip
    assert alike == []


def test_the_words_are_those_of_the_glossary() -> None:
    """No text uses a word that the glossary rules out."""
    terms = tomllib.loads((I18N / "glossary.toml").read_text(encoding="utf-8"))["term"]
    avoid = [(word, term["ar"]) for term in terms for word in term.get("avoid", [])]
    assert len(avoid) > 15
    found = [
        f"{one.context}: {form} (not {word}, but {instead})"
        for word, instead in avoid
        for one in TEXTS
        for form in one.forms
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", form)
    ]
    assert found == []


def test_punctuation_is_arabic() -> None:
    """Commas, question marks and semicolons in Arabic sentences are Arabic ones."""
    found = [
        f"{one.context}: {form}"
        for one in TEXTS
        for form in one.forms
        if re.search("[\u0600-\u06ff] ?[,;?](?![\u0600-\u06ff]?\\S)", form)
    ]
    assert found == []


@pytest.mark.parametrize("context", ["Errors", "Problems"])
def test_every_code_says_what_happened_why_and_what_to_do(context: str) -> None:
    """Every error and every problem has a title, an explanation and what to do, in both languages."""
    known = {one.source: one.forms for one in TEXTS if one.context == context}
    table = ERRORS if context == "Errors" else PROBLEMS
    assert len(table) > 40
    lacking = [
        f"{code}: {part!r}"
        for code, words in table.items()
        for part in words
        if code not in COMMAND_LINE
        if not part or not ARABIC.search("".join(known.get(part, ())))
    ]
    assert lacking == []


def test_fields_and_kinds_have_arabic_names() -> None:
    """What stands in the columns of the lists is Arabic: the fields and the kinds of problems."""
    known = {(one.context, one.source) for one in TEXTS if ARABIC.search("".join(one.forms))}
    assert [name for name in FIELDS.values() if ("Fields", name) not in known] == []
    assert [name for name in KINDS.values() if ("ProblemKind", name) not in known] == []
