"""The house keeps its order: who imports whom, where threads start, which codes have words, how long a file may be."""

from __future__ import annotations

import ast
import json
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hkj_desktop import errors
from hkj_desktop.system.destinations import destinations
from hkj_desktop.ui.texts import FIELDS, REASONS, SEVERITIES, SOURCES
from hkj_desktop.ui.texts_errors import ERRORS
from hkj_desktop.ui.texts_problems import KINDS, PROBLEMS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "hkj_desktop"

#: Room → the rooms that it may import; everybody may import errors, system and the version.
ALLOWED: dict[str, set[str]] = {
    "catalog": set(),
    "files": {"catalog"},
    "remotes": {"catalog"},
    "uploads": {"catalog", "files", "remotes"},
    "practice": {"catalog"},
    "ui": {"catalog", "files", "remotes", "uploads", "practice"},
    "system": set(),
    "errors": set(),
    "cli": {"practice", "cli_common", "cli_report", "cli_send", "app"},
    "cli_common": {"catalog", "files", "uploads", "cli_report"},
    "cli_send": {"catalog", "files", "uploads", "practice", "cli_common", "cli_report"},
    "cli_report": {"catalog", "files", "uploads", "ui", "cli_objects"},
    "cli_objects": {"catalog", "uploads", "ui"},
    "app": {"catalog", "files", "remotes", "uploads", "practice", "ui"},
    "__main__": {"cli"},
    "__init__": set(),
}
#: Files of ui/ that the command line reads too, so that they hold no Qt.
WORDS = (
    "ui/__init__.py",
    "ui/texts.py",
    "ui/texts_errors.py",
    "ui/texts_errors_shop.py",
    "ui/texts_fix_file.py",
    "ui/texts_fixes.py",
    "ui/texts_edits.py",
    "ui/texts_pictures.py",
    "ui/texts_workbook.py",
    "ui/texts_problems.py",
    "ui/words.py",
)
THREAD_MODULES = {"concurrent.futures", "multiprocessing", "_thread"}
THREAD_NAMES = {
    "Thread",
    "Timer",
    "ThreadPoolExecutor",
    "ProcessPoolExecutor",
    "QThread",
    "QThreadPool",
    "QRunnable",
    "QtConcurrent",
    "start_new_thread",
}
HEAVY = ("polars", "httpx", "keyring", "openpyxl", "PIL", "fastexcel", "starlette", "uvicorn", "PySide6")
LONGEST_FILE, LONGEST_FUNCTION = 400, 70


def _files(*folders: str, suffixes: tuple[str, ...] = (".py",)) -> list[Path]:
    """Files that belong to the project: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *folders],  # noqa: S607 - the git on the path
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    found = [ROOT / name for name in listed.stdout.splitlines()] if listed.returncode == 0 else []
    found = found or [path for folder in folders or (".",) for path in (ROOT / folder).rglob("*") if path.is_file()]
    kept = {path for path in found if path.is_file() and "__pycache__" not in path.parts and ".git" not in path.parts}
    return sorted(path for path in kept if not suffixes or path.suffix in suffixes)


SOURCES_FILES = _files("hkj_desktop")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def _imports(path: Path) -> Iterator[tuple[str, str]]:
    """Each import as (module, name taken from it or "")."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            assert node.level == 0, f"{path}: relative import"
            yield from ((base, alias.name) for alias in node.names)


def _top(module: str) -> str:
    return module.partition(".")[0]


# -- who imports whom ---------------------------------------------------------------------


@pytest.mark.parametrize("path", SOURCES_FILES, ids=_name)
def test_rooms_import_only_rooms_below_them(path: Path) -> None:
    """app and cli use ui, ui uses uploads, uploads use files and remotes, those use catalog; system and errors use
    nothing of ours but errors."""
    room = _room(path)
    for module, name in _imports(path):
        if _top(module) != "hkj_desktop":
            continue
        parts = [*module.split(".")[1:], name] if module != "hkj_desktop" else [name]
        other = parts[0]
        if other in {"__version__", room}:
            continue
        if other in ("errors", "system"):
            assert room != "errors" or other == "errors", f"{path.name} imports {other}"
            assert room != "system" or other == "errors", f"{path.name} imports {other}"
            continue
        assert other in ALLOWED[room], f"{_name(path)} imports {other}: {room} may use {sorted(ALLOWED[room])}"


@pytest.mark.parametrize("path", SOURCES_FILES, ids=_name)
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    """Qt is in ui/ and app.py, HTTP in remotes/, the practice server in practice/, the key store in system/."""
    rooms = {
        "PySide6": {"ui", "app"},
        "httpx": {"remotes", "uploads/connect.py"},
        "starlette": {"practice"},
        "uvicorn": {"practice"},
        "keyring": {"system"},
        "sqlite3": {"uploads", "practice"},
        "filelock": {"system"},
        "httpcore": {"remotes"},
        "idna": {"remotes"},
        "PIL": {"files"},
        "openpyxl": {"files"},
        "fastexcel": {"files"},
        "polars": {"catalog", "files", "uploads", "ui"},
        "orjson": {"files", "uploads", "practice"},
    }
    for module, _ in _imports(path):
        allowed = rooms.get(_top(module))
        assert allowed is None or {_room(path), _name(path)} & allowed, f"{_name(path)} imports {module}"


#: Rooms that know one system from another: the clients, and their doubles that one practises with.
KNOW_SYSTEMS = {"remotes", "practice"}


@pytest.mark.parametrize("path", [one for one in SOURCES_FILES if _room(one) not in KNOW_SYSTEMS], ids=_name)
def test_nobody_asks_which_system_it_is(path: Path) -> None:
    """What a system can do is data (resources/destinations.toml): its id is no text in any other room."""
    found = {node.value for node in ast.walk(_tree(path)) if isinstance(node, ast.Constant)} & set(destinations())
    assert not found, f"{_name(path)} names {found}"


@pytest.mark.parametrize("name", WORDS)
def test_words_hold_no_qt(name: str) -> None:
    """What the command line reads of ui/ imports no Qt."""
    assert not [module for module, _ in _imports(PACKAGE / name) if _top(module) == "PySide6"]


@pytest.mark.parametrize("path", [path for path in SOURCES_FILES if _name(path) != "ui/tasks.py"], ids=_name)
def test_threads_start_in_one_place(path: Path) -> None:
    """Only ui/tasks.py makes threads, pools or processes of its own; a subprocess is no thread."""
    for module, name in _imports(path):
        assert module not in THREAD_MODULES, f"{_name(path)} imports {module}"
        assert name not in THREAD_NAMES, f"{_name(path)} imports {name}"
    used = {node.attr for node in ast.walk(_tree(path)) if isinstance(node, ast.Attribute)}
    assert not used & THREAD_NAMES, f"{_name(path)} uses {used & THREAD_NAMES}"


@pytest.mark.parametrize("path", [path for path in SOURCES_FILES if _name(path) != "cli_report.py"], ids=_name)
def test_only_the_command_line_prints(path: Path) -> None:
    """print stands in cli_report.py alone."""
    calls = [node.func for node in ast.walk(_tree(path)) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "print"]


def _modules() -> list[str]:
    names = (path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in SOURCES_FILES)
    return sorted(name.removesuffix(".__init__") for name in names)


def _loaded_after(code: str) -> list[str]:
    """The heavy libraries that a fresh interpreter has loaded after ``code``."""
    program = f"import json, sys\n{code}\nprint('\\n' + json.dumps([n for n in {HEAVY!r} if n in sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    loaded: list[str] = json.loads(done.stdout.splitlines()[-1])
    return loaded


def test_no_room_but_ui_loads_qt() -> None:
    """Importing every module outside ui/ and app.py, and the words, leaves Qt unloaded."""
    rooms = [
        name for name in _modules() if name.split(".")[1:2] not in (["ui"], ["app"]) and not name.endswith("__main__")
    ]
    words = ["hkj_desktop." + name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in WORDS]
    code = "import importlib\n" + f"for name in {rooms + words!r}: importlib.import_module(name)"
    assert "PySide6" not in _loaded_after(code)


@pytest.mark.parametrize(
    "code",
    [
        "import hkj_desktop.cli",
        "import hkj_desktop.cli\ntry: hkj_desktop.cli.main(['--help'])\nexcept SystemExit: pass",
        "import hkj_desktop.cli, hkj_desktop.ui.texts, hkj_desktop.ui.words",
        "import hkj_desktop.system.settings, hkj_desktop.system.vault, hkj_desktop.system.logs, hkj_desktop.errors",
    ],
    ids=["import", "help", "words", "system"],
)  # fmt: skip
def test_the_command_line_starts_light(code: str) -> None:
    """Asking for help loads no heavy library."""
    assert _loaded_after(code) == []


@pytest.mark.parametrize("module", ["hkj_desktop.app"])
def test_the_window_starts_without_heavy_libraries(module: str) -> None:
    """What the window imports before it shows loads Qt and none of the libraries that take long to load."""
    pytest.importorskip("PySide6.QtWidgets")
    assert set(_loaded_after(f"import {module}")) <= {"PySide6"}


# -- codes and words ---------------------------------------------------------------------


def _every(kind: type[errors.AppError]) -> list[type[errors.AppError]]:
    return [kind, *(one for child in kind.__subclasses__() for one in _every(child))]


EVERY_ERROR = [kind for kind in dict.fromkeys(_every(errors.AppError)) if kind.__module__ == errors.__name__]


@pytest.mark.parametrize("kind", EVERY_ERROR, ids=lambda kind: kind.__name__)
def test_every_error_has_words_and_a_place_in_the_drawing(kind: type[errors.AppError]) -> None:
    """The code of each error has words, and the drawing at the top of errors.py shows its class."""
    if kind in (errors.RemoteError,):
        assert kind.__subclasses__()  # never raised itself
    else:
        assert kind.code in ERRORS, kind.code
    assert re.search(rf"\b{kind.__name__}\b", errors.__doc__ or "")


def test_words_for_errors_belong_to_an_error() -> None:
    """No words are left of an error that no longer exists; of code.kind the code exists."""
    codes = {kind.code for kind in EVERY_ERROR} | {"unexpected"}
    assert not [key for key in ERRORS if key.partition(".")[0] not in codes]


def _emitted_codes() -> dict[str, set[str]]:
    """Every literal code of Problem("…") and Rule("…") → the files in which it stands."""
    found: dict[str, set[str]] = {}
    for path in SOURCES_FILES:
        for node in ast.walk(_tree(path)):
            if (
                not isinstance(node, ast.Call)
                or not isinstance(node.func, ast.Name)
                or node.func.id not in ("Problem", "Rule")
            ):
                continue
            codes = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "code")]
            for code in codes:
                assert not isinstance(code, ast.JoinedStr), f"{path.name}: a code that nobody can look for"
                if isinstance(code, ast.Constant):
                    found.setdefault(str(code.value), set()).add(_name(path))
    return found


def test_every_problem_has_words_and_every_words_a_problem() -> None:
    """The codes that rules, readers and answers emit are exactly those with words, and those with a short name."""
    codes = set(_emitted_codes())
    assert {key.split(".")[0] for key in PROBLEMS} == codes
    assert codes <= set(PROBLEMS)
    assert set(KINDS) == codes


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", PROBLEMS)
def test_words_of_problems_use_parameters_that_problems_have(key: str) -> None:
    """A problem can fill {value}, {limit}, {other} and {field}, and nothing else; a special text names a field."""
    assert set().union(*map(_placeholders, PROBLEMS[key])) <= {"value", "limit", "other", "field"}
    assert "." not in key or key.split(".")[1] in FIELDS


@pytest.mark.parametrize("key", ERRORS)
def test_words_of_errors_use_parameters_that_errors_have(key: str) -> None:
    """Each placeholder is a parameter that somebody gives to an error of that code."""
    kinds = [kind for kind in EVERY_ERROR if kind.code == key.split(".", maxsplit=1)[0]]
    given = {"name"} | {name for kind in kinds for name in _given_parameters().get(kind.__name__, set())}
    missing = set().union(*map(_placeholders, ERRORS[key])) - given
    assert not missing, f"{key} uses {missing}, raised with {sorted(given)}"


@cache
def _given_parameters() -> dict[str, set[str]]:
    """Class → the parameter names with which it is made anywhere; what is given with ** is known by the docstrings."""
    documented = {kind.__name__: set(re.findall(r"``(\w+)``", kind.__doc__ or "")) for kind in EVERY_ERROR}
    for kind in EVERY_ERROR:
        for base in kind.__mro__[1:]:
            documented[kind.__name__] |= (
                set(re.findall(r"``(\w+)``", base.__doc__ or "")) if base in EVERY_ERROR else set()
            )
    for path in SOURCES_FILES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in documented:
                documented[node.func.id] |= {keyword.arg for keyword in node.keywords if keyword.arg}
    return documented


def test_every_text_says_something() -> None:
    """Title, explanation and what to do are never empty, and a title is no sentence with a full stop."""
    for words in (*ERRORS.values(), *PROBLEMS.values()):
        assert all(words), words
        assert not words.title.endswith("."), words.title


def test_every_field_reason_severity_and_source_has_a_word() -> None:
    """No field of the field list and no value of our enumerations is shown by its code."""
    from hkj_desktop.catalog.fields import load_fields
    from hkj_desktop.catalog.item_fields import load_attributes
    from hkj_desktop.catalog.mapping import Reason
    from hkj_desktop.catalog.problems import Severity, Source

    only_haqm = {one.field_in(language) for one in load_attributes("haqm").attributes for language in ("ar", "en")}
    assert set(FIELDS) == set(load_fields("hkj").names) | only_haqm
    assert set(REASONS) == {reason.value for reason in Reason}
    assert set(SEVERITIES) == {severity.value for severity in Severity}
    assert set(SOURCES) == {source.value for source in Source}


@pytest.mark.parametrize("path", SOURCES_FILES, ids=_name)
def test_translated_texts_are_literals(path: Path) -> None:
    """A text inside a translation call is written out: no f-string and no sum of texts, unseen by translators."""
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in ("tr", "translate", "QT_TRANSLATE_NOOP"):
            inner = [one for argument in node.args for one in ast.walk(argument)]
            assert not any(isinstance(one, ast.JoinedStr) for one in inner), f"{_name(path)}:{node.lineno}"
            sums = [one for one in inner if isinstance(one, ast.BinOp)]  # painter.translate(side / 2) adds no texts
            texts = [leaf for one in sums for leaf in (one.left, one.right) if isinstance(leaf, ast.Constant)]
            assert not any(isinstance(leaf.value, str) for leaf in texts), f"{_name(path)}:{node.lineno}"


# -- sizes and tidiness ---------------------------------------------------------------------


@pytest.mark.parametrize("path", SOURCES_FILES, ids=_name)
def test_files_and_functions_stay_short(path: Path) -> None:
    """No file over 400 lines, no function over 70."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    for node in ast.walk(_tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{_name(path)}: {node.name}"


@pytest.mark.parametrize("path", SOURCES_FILES, ids=_name)
def test_every_module_and_public_class_says_what_it_is(path: Path) -> None:
    """Each module has a docstring."""
    assert ast.get_docstring(_tree(path)), path


def test_packaging_is_no_package() -> None:
    """packaging/ shares its name with a library that pip and pytest import, so it must never be one."""
    assert not list((ROOT / "packaging").rglob("__init__.py"))


#: Spelled in parts, so that this file does not hold what it looks for.
HOSTS = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry." + "npmjs",
    "npmjs" + ".com",
    "proxy." + "golang",
    "conda." + "anaconda",
]
PLACES = [r"(?<![\w.])/" + place + r"/" for place in ("root", "work", "home/[a-z]+", "Users/[A-Za-z]+", "tmp/[a-z]+")]
PLACES.append(r"\b[A-Z]:\\" + r"Users\\\w")
TEXTS = (
    ".py",
    ".toml",
    ".md",
    ".txt",
    ".cfg",
    ".yml",
    ".yaml",
    ".json",
    ".qss",
    ".ts",
    ".sql",
    ".sh",
    ".desktop",
    ".spec",
    ".iss",
    ".nsi",
    "",
)


def _texts() -> Iterator[tuple[Path, str]]:
    for path in _files(suffixes=()):
        if path.suffix in TEXTS and path.stat().st_size < 2_000_000:
            yield path, path.read_text(encoding="utf-8", errors="replace")


def test_no_registry_and_no_machine_is_named() -> None:
    """No file of the project names a package registry's host or a folder of somebody's machine."""
    bad = re.compile("|".join([*map(re.escape, HOSTS), *PLACES]))
    found = [f"{path.relative_to(ROOT)}: {match.group()}" for path, text in _texts() for match in bad.finditer(text)]
    assert found == []


@pytest.mark.parametrize("path", _files("tests"), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_test_says_what_it_promises(path: Path) -> None:
    """Each test has a docstring."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name}"
