"""Codes → words, for the window and for the command line. No Qt: whoever asks hands in how to translate and how to
set a value apart, and gets plain English where nothing is handed in."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from hkj_desktop.errors import AppError
from hkj_desktop.system.paths import resource
from hkj_desktop.ui.texts_errors import ERRORS
from hkj_desktop.ui.texts_problems import KINDS, PROBLEMS
from hkj_desktop.ui.words import QT_TRANSLATE_NOOP, Words

if TYPE_CHECKING:  # the words are read with no polars: a usage message and the first window need none
    from hkj_desktop.catalog.problems import Problem

#: (context, English text) → text in the language of the window.
Translate = Callable[[str, str], str]
#: Sets a value apart inside a sentence of another direction (display only).
Isolate = Callable[[str], str]

LONGEST_VALUE = 160

FIELDS: dict[str, str] = {
    "sku": QT_TRANSLATE_NOOP("Fields", "SKU"),
    "external_id": QT_TRANSLATE_NOOP("Fields", "Own number"),
    "barcode": QT_TRANSLATE_NOOP("Fields", "Barcode"),
    "title_en": QT_TRANSLATE_NOOP("Fields", "English title"),
    "title_ar": QT_TRANSLATE_NOOP("Fields", "Arabic title"),
    "price_jod": QT_TRANSLATE_NOOP("Fields", "Price (dinars)"),
    "price_fils": QT_TRANSLATE_NOOP("Fields", "Price (fils)"),
    "stock_qty": QT_TRANSLATE_NOOP("Fields", "Stock"),
    "category_en": QT_TRANSLATE_NOOP("Fields", "English category"),
    "category_ar": QT_TRANSLATE_NOOP("Fields", "Arabic category"),
    "brand": QT_TRANSLATE_NOOP("Fields", "Brand"),
    "image_url": QT_TRANSLATE_NOOP("Fields", "Picture address"),
    "description_en": QT_TRANSLATE_NOOP("Fields", "English description"),
    "description_ar": QT_TRANSLATE_NOOP("Fields", "Arabic description"),
    "option1_name": QT_TRANSLATE_NOOP("Fields", "Option 1"),
    "option1_value": QT_TRANSLATE_NOOP("Fields", "Value of option 1"),
    "option2_name": QT_TRANSLATE_NOOP("Fields", "Option 2"),
    "option2_value": QT_TRANSLATE_NOOP("Fields", "Value of option 2"),
    "option3_name": QT_TRANSLATE_NOOP("Fields", "Option 3"),
    "option3_value": QT_TRANSLATE_NOOP("Fields", "Value of option 3"),
    "store_id": QT_TRANSLATE_NOOP("Fields", "Store"),
    "product_tax_code": QT_TRANSLATE_NOOP("Fields", "Tax code"),
}

SEVERITIES: dict[str, str] = {
    "error": QT_TRANSLATE_NOOP("Severity", "Problem"),
    "warning": QT_TRANSLATE_NOOP("Severity", "Worth a look"),
}
#: The practice shops, by the names that destinations.toml gives them.
PRACTICE_NAMES: dict[str, str] = {
    "Practice shop": QT_TRANSLATE_NOOP("Practice", "Practice shop"),
    "Practice stores": QT_TRANSLATE_NOOP("Practice", "Practice stores"),
}
SOURCES: dict[str, str] = {
    "file": QT_TRANSLATE_NOOP("Source", "Our check"),
    "server": QT_TRANSLATE_NOOP("Source", "The shop"),
}
REASONS: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("MatchReason", "Same name"),
    "alias": QT_TRANSLATE_NOOP("MatchReason", "A usual name for it"),
    "similar": QT_TRANSLATE_NOOP("MatchReason", "Spelled nearly the same"),
    "preset": QT_TRANSLATE_NOOP("MatchReason", "As the program it comes from writes it"),
    "values": QT_TRANSLATE_NOOP("MatchReason", "From what is in the column"),
    "remembered": QT_TRANSLATE_NOOP("MatchReason", "As you chose last time"),
    "chosen": QT_TRANSLATE_NOOP("MatchReason", "Chosen by you"),
    "none": QT_TRANSLATE_NOOP("MatchReason", "Not recognised"),
}
OUTCOMES: dict[str, str] = {
    "done": QT_TRANSLATE_NOOP("Outcome", "Finished"),
    "failed": QT_TRANSLATE_NOOP("Outcome", "Failed"),
    "cancelled": QT_TRANSLATE_NOOP("Outcome", "Stopped by you"),
    "unknown": QT_TRANSLATE_NOOP("Outcome", "Not known yet"),
    "interrupted": QT_TRANSLATE_NOOP("Outcome", "Interrupted"),
}
#: Above the columns of the saved list of problems, in the order of problem_report.COLUMNS.
REPORT_HEADERS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Report", "Row"),
    QT_TRANSLATE_NOOP("Report", "Column"),
    QT_TRANSLATE_NOOP("Report", "SKU"),
    QT_TRANSLATE_NOOP("Report", "Product"),
    QT_TRANSLATE_NOOP("Report", "Field"),
    QT_TRANSLATE_NOOP("Report", "Value"),
    QT_TRANSLATE_NOOP("Report", "Kind"),
    QT_TRANSLATE_NOOP("Report", "Problem"),
    QT_TRANSLATE_NOOP("Report", "What to do"),
    QT_TRANSLATE_NOOP("Report", "Found by"),
    QT_TRANSLATE_NOOP("Report", "Code"),
)


def plain(context: str, text: str) -> str:  # noqa: ARG001  # one signature for every way to translate
    """English as it is written here."""
    return text


def as_is(value: str) -> str:
    """No setting apart: for the command line and for files."""
    return value


def word(table: Mapping[str, str], key: str, context: str, translate: Translate = plain) -> str:
    """The word for ``key``; a key that nobody foresaw (a user's own field) is its own word."""
    text = table.get(key)
    return translate(context, text) if text is not None else key


def field_name(field: str | None, translate: Translate = plain) -> str:
    return word(FIELDS, field, "Fields", translate) if field else ""


def problem_words(problem: Problem, translate: Translate = plain, isolate: Isolate = as_is) -> Words:
    """Title, explanation and what to do for one problem, its values filled in."""
    words = PROBLEMS.get(f"{problem.code}.{problem.field}") or PROBLEMS[problem.code]
    values = {name: isolate(_shortened(text)) for name, text in problem.params.items()}
    values["field"] = field_name(problem.field, translate)
    return _filled(words, "Problems", values, translate)


def report_words(problem: Problem, translate: Translate = plain) -> dict[str, str]:
    """The worded cells of one problem in a saved list (problem_report.COLUMNS)."""
    words = problem_words(problem, translate)
    return {
        "field": field_name(problem.field, translate),
        "severity": word(SEVERITIES, problem.severity.value, "Severity", translate),
        "problem": f"{words.title}. {words.explanation}" if problem.source == "server" else words.title,
        "what_to_do": words.todo,
        "source": word(SOURCES, problem.source.value, "Source", translate),
    }


def kind_title(code: str, translate: Translate = plain) -> str:
    """The short name of a kind of problem, for filters."""
    return word(KINDS, code, "ProblemKind", translate)


def error_words(error: AppError, translate: Translate = plain, isolate: Isolate = as_is) -> Words:
    """Title, explanation and what to do for one error, its parameters filled in."""
    return code_words(error.code, error.params, translate, isolate)


def code_words(
    code: str, params: Mapping[str, object], translate: Translate = plain, isolate: Isolate = as_is
) -> Words:
    """The same for an error that was written down by its code (journal)."""
    kinds = (params.get(name) for name in ("reason", "kind"))
    special = next((ERRORS[key] for kind in kinds if (key := f"{code}.{kind}") in ERRORS), None)
    words = special or ERRORS.get(code) or ERRORS["unexpected"]
    values = {name: isolate(_shortened(str(value))) for name, value in params.items() if value is not None}
    return _filled(words, "Errors", values, translate)


def sentence(words: Words) -> str:
    """One line for a list, a CSV or a terminal."""
    parts = (part.rstrip() for part in words if part)
    return " ".join(part if part.endswith((".", "?", "!", ":", "؟")) else f"{part}." for part in parts)


class _Blanks(dict[str, str]):
    """A parameter that is not known is shown as a dash and never breaks a sentence."""

    def __missing__(self, key: str) -> str:
        return "—"


def _filled(words: Words, context: str, values: Mapping[str, str], translate: Translate) -> Words:
    known = _Blanks(values)
    return Words(*(translate(context, text).format_map(known) for text in words))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"


EXAMPLE = QT_TRANSLATE_NOOP("Problems", "Example: {value}")


@cache
def _examples() -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("examples.toml").read_text(encoding="utf-8"))


def example(code: str, field: str | None) -> str:
    """A right value where there is a problem of that code in that field, as it would stand in a file; "" for none."""
    examples = _examples()
    return examples["codes"].get(code, examples["fields"].get(field or "", ""))
