"""Words and figures for the window: the texts of texts.py through Qt's translation, numbers, sizes, times and money."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hkj_desktop.errors import AppError
from hkj_desktop.system.settings import Digits, is_practice
from hkj_desktop.ui import texts
from hkj_desktop.ui.bidi import display_safe, isolate, isolate_auto
from hkj_desktop.ui.words import QT_TRANSLATE_N_NOOP, Words

if TYPE_CHECKING:
    from hkj_desktop.catalog.problems import Problem

MINUTE, HOUR = 60, 3600
_ARABIC_DIGITS_ONLY = {ord("0") + n: chr(0x0660 + n) for n in range(10)}
_ARABIC_DIGITS = {**_ARABIC_DIGITS_ONLY, ord("."): "٫", ord(","): "٬"}
_digits = Digits.LATIN
SHORT = 24


def translate(context: str, text: str) -> str:
    """The text in the window's language."""
    return QCoreApplication.translate(context, text)


def _value(text: str) -> str:
    """A value inside a sentence: nothing hidden in it, and in its own direction."""
    return isolate_auto(display_safe(text))


def problem(one: Problem) -> Words:
    return texts.problem_words(one, translate, _value)


def example(one: Problem) -> str:
    """An example of what would be right where the problem is; "" where none would help."""
    value = texts.example(one.code, one.field)
    return translate("Problems", texts.EXAMPLE).format(value=isolate_auto(value)) if value else ""


def problem_plain(one: Problem) -> Words:
    """The same for a file, where nothing sets values apart."""
    return texts.problem_words(one, translate)


def kind(code: str) -> str:
    return texts.kind_title(code, translate)


def error(one: AppError) -> Words:
    return texts.error_words(one, translate, _value)


def code(code_: str, params: dict[str, str | int | float | None]) -> Words:
    """Words for an error that was written down by its code."""
    return texts.code_words(code_, params, translate, _value)


def field(name: str | None) -> str:
    return texts.field_name(name, translate)


def change(name: str) -> str:
    """What a step is called that can be undone."""
    from hkj_desktop.ui.texts_edits import CHANGES, FIX
    from hkj_desktop.ui.texts_fixes import FIXES

    if name.startswith(FIX) and name not in CHANGES:
        words = FIXES.get(name.removeprefix(FIX))
        return translate("Fixes", words.done) if words is not None else name
    return texts.word(CHANGES, name, "Changes", translate)


def fix(name: str, after: str) -> str:
    """What mends a problem, as a button says it; ``after``: what its cell would hold."""
    from hkj_desktop.ui.texts_fixes import FIXES

    return translate("Fixes", FIXES[name].name).format(after=isolate_auto(display_safe(after, SHORT)))


def fix_step(name: str) -> str:
    """What a fix is called."""
    from hkj_desktop.ui.texts_fixes import FIXES

    return translate("Fixes", FIXES[name].done)


def fix_explains(name: str) -> str:
    from hkj_desktop.ui.texts_fixes import FIXES

    return translate("Fixes", FIXES[name].explains)


def fix_all(name: str, count: int) -> str:
    """What a fix for ``count`` problems of one kind is called."""
    from hkj_desktop.ui.texts_fixes import FIXES

    return counted(QCoreApplication.translate("Fixes", FIXES[name].all, None, count), count)


def lost(code: str) -> str:
    """What a workbook loses when it is saved with marks."""
    from hkj_desktop.ui.texts_workbook import LOST

    return texts.word(LOST, code, "Workbook", translate)


def sheet_words() -> dict[str, str]:
    """The words of the sheet that explains the marks in a workbook."""
    from hkj_desktop.ui.texts_workbook import SHEET

    return {key: translate("Workbook", text) for key, text in SHEET.items()}


def fix_sheet_words() -> dict[str, str]:
    """The words on the sheet of a fix file."""
    from hkj_desktop.ui.texts_fix_file import FIX_SHEET

    return {key: translate("FixFile", text) for key, text in FIX_SHEET.items()}


def fix_file_name(stem: str) -> str:
    """What the fix file of a catalogue is called."""
    from hkj_desktop.ui.texts_fix_file import FIX_NAME

    return translate("FixFile", FIX_NAME).format(name=stem)


def severity(key: str) -> str:
    return texts.word(texts.SEVERITIES, key, "Severity", translate)


def reason(key: str) -> str:
    return texts.word(texts.REASONS, key, "MatchReason", translate)


def outcome(key: str) -> str:
    return texts.word(texts.OUTCOMES, key, "Outcome", translate)


def shop(profile_id: str, name: str) -> str:
    """A shop's name for a heading: the person's own, or that of a practice shop in the window's language."""
    return texts.word(texts.PRACTICE_NAMES, name, "Practice", translate) if is_practice(profile_id) else name


def use_digits(digits: Digits) -> None:
    """Write numbers in these digits from now on; what is shown already stays as it is."""
    global _digits  # noqa: PLW0603 - one way to write numbers for a process, as its one language
    _digits = digits


def digits(text: str) -> str:
    """A number, written in 0-9 with points and commas, in the digits that the person reads: ``1,188.5`` →
    ``١٬١٨٨٫٥``. For numbers of ours and for dates, never for what stands in a file: a code, a cell, an address."""
    return text.translate(_ARABIC_DIGITS) if _digits is Digits.ARABIC else text


def number(value: int) -> str:
    """``1188`` → ``1,188``."""
    return digits(f"{value:,}")


def dinars(fils: int) -> str:
    """``1250`` → ``1.250``."""
    from hkj_desktop.catalog.cleaning import dinars_text

    return digits(dinars_text(fils))


def money(amount: str) -> str:
    """An amount in dinars, as :func:`dinars` writes it, or two with a dash between them, with its unit: to stand in a
    sentence of either direction."""
    return isolate_auto(money_alone(amount))


def money_alone(amount: str) -> str:
    """The same where it stands by itself, as in a cell."""
    return translate("Say", "{amount} JOD").format(amount=amount)


def listed(parts: Iterable[str]) -> str:
    """One after another, with the comma of the window's language."""
    return translate("Say", ", ").join(parts)


def counted(text: str, count: int) -> str:
    """A translated "%n …" text with its number as :func:`number` writes it: 20000 → 20,000."""
    return text.replace(str(count), number(count), 1)


def size(count: int) -> str:
    """Bytes in the unit that a person would use."""
    if count < 1_000_000:
        kilobytes = f"{max(count / 1000, 0.1):.1f}" if count < 10_000 else f"{count // 1000}"
        return isolate_auto(translate("Say", "{n} kB").format(n=digits(kilobytes)))
    return isolate_auto(translate("Say", "{n} MB").format(n=digits(f"{count / 1_000_000:.1f}")))


def duration(seconds: float) -> str:
    """About how long, in words."""
    whole = max(round(seconds), 1)
    if whole < MINUTE:
        text, count = QT_TRANSLATE_N_NOOP("Say", "%n second(s)"), whole
    elif whole < HOUR:
        text, count = QT_TRANSLATE_N_NOOP("Say", "%n minute(s)"), round(whole / MINUTE)
    else:
        text, count = QT_TRANSLATE_N_NOOP("Say", "%n hour(s)"), round(whole / HOUR)
    return counted(QCoreApplication.translate("Say", text, None, count), count)


def moment(seconds: float) -> str:
    """Date and time on this computer's clock: ``18.11.2026 14:05``, day first as in Jordan."""
    text = time.strftime("%d.%m.%Y %H:%M", time.localtime(seconds))
    return isolate(text.translate(_ARABIC_DIGITS_ONLY) if _digits is Digits.ARABIC else text)
