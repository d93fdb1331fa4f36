"""The log file: bounded, in one place, and without a key."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hkj_desktop.errors import SettingsError
from hkj_desktop.system import logs
from hkj_desktop.system.logs import HIDDEN, hide, redact, setup_logs
from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.system.secret import Secret

KEY = "ik_live_9f8e7d6c5b4a39281706"


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Folders]:
    """Folders for the log; afterwards the loggers are as they were."""
    root = logging.getLogger()
    level = root.level
    levels = {name: logging.getLogger(name).level for name in logs.TALKATIVE}
    yield folders(tmp_path, {}).ensure()
    logs.close_logs()
    root.setLevel(level)
    for name, old in levels.items():
        logging.getLogger(name).setLevel(old)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (f"key {KEY}.", f"key {HIDDEN}."),
        ("ik_test_abcd", HIDDEN),
        ("X-API-Key: whatever-form\r\nHost: x", f"X-API-Key: {HIDDEN}\r\nHost: x"),
        ("{'X-API-Key': 'a b c', 'x': 1}", f"{{'X-API-Key': '{HIDDEN}', 'x': 1}}"),
        ('{"x-api-key":"abc"}', f'{{"x-api-key":"{HIDDEN}"}}'),
        ("[(b'X-API-Key', b'abc'), (b'Host', b'x')]", f"[(b'X-API-Key', b'{HIDDEN}'), (b'Host', b'x')]"),
        ("Authorization=AWS4-HMAC-SHA256 abc", f"Authorization={HIDDEN}"),
        ("nothing here, magik_live_x: sku A-1", "nothing here, magik_live_x: sku A-1"),
    ],
)
def test_redact(text: str, clean: str) -> None:
    """Keys are blanked in every spelling in which they turn up, and ordinary text is left alone."""
    assert redact(text) == clean


def test_known_secrets_are_blanked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret of any form is blanked once it is known; one too short to be a secret is not."""
    monkeypatch.setattr(logs, "_known", set())
    secret = hide(Secret("سر لا يعرفه أحد"))
    hide(Secret("ok"))
    assert redact(f"ok: {secret.reveal()}") == f"ok: {HIDDEN}"


def test_nothing_secret_reaches_the_file(where: Folders, expected_log: Callable[[str], None]) -> None:
    """Message, arguments, exception text and stack are all clean in the file."""
    expected_log("failed with")
    path = setup_logs(where, logging.DEBUG)
    log = logging.getLogger("hkj_desktop.test")
    log.info("message %s", KEY)
    log.info({"X-API-Key": KEY})
    log.info("named %(key)s", {"key": KEY})
    try:
        int(KEY)  # its error repeats what it was given
    except ValueError:
        log.exception("failed with %r", KEY)
    log.info("متجر", stack_info=True)
    content = path.read_text(encoding="utf-8")
    assert KEY not in content
    assert "ik_live" not in content
    assert content.count(HIDDEN) >= 5
    assert "Traceback" in content
    assert "متجر" in content


def test_half_a_character(where: Folders) -> None:
    """A file name that is no text is logged in escapes, and breaks nothing."""
    path = setup_logs(where, logging.INFO)
    [handler] = [one for one in logging.getLogger().handlers if isinstance(one, logs._LogFile)]
    handler.emit(logging.LogRecord("x", logging.INFO, "", 0, "name %s", ("a\udce9.csv",), None))
    assert "a\\udce9.csv" in path.read_text(encoding="utf-8")


def test_called_twice(where: Folders, tmp_path: Path) -> None:
    """A second call writes each line once, to the folder that was named last."""
    first = setup_logs(where, logging.INFO)
    setup_logs(where, logging.INFO)
    logging.getLogger("hkj_desktop.test").info("one line")
    assert first.read_text(encoding="utf-8").count("one line") == 1
    second = setup_logs(folders(tmp_path / "other", {}).ensure(), logging.INFO)
    logging.getLogger("hkj_desktop.test").info("elsewhere")
    assert "elsewhere" not in first.read_text(encoding="utf-8")
    assert "elsewhere" in second.read_text(encoding="utf-8")


def test_talkative_libraries(where: Folders, expected_log: Callable[[str], None]) -> None:
    """What httpx says of each request stays out of the file, its warnings do not."""
    expected_log("something odd")
    path = setup_logs(where, logging.DEBUG)
    logging.getLogger("httpx").info("HTTP Request: GET https://shop.example")
    logging.getLogger("httpcore.http11").debug("send_request_headers.started")
    logging.getLogger("httpx").warning("something odd")
    content = path.read_text(encoding="utf-8")
    assert "something odd" in content
    assert "shop.example" not in content
    assert "send_request" not in content


def test_size_is_bounded(where: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is logged, there are at most three files of the given size."""
    monkeypatch.setattr(logs, "FILE_BYTES", 2000)
    setup_logs(where, logging.INFO)
    for number in range(200):
        logging.getLogger("hkj_desktop.test").info("line %d %s", number, "x" * 50)
    files = sorted(where.logs.iterdir())
    assert [one.name for one in files] == ["hkj-desktop.log", "hkj-desktop.log.1", "hkj-desktop.log.2"]
    assert all(one.stat().st_size <= 2000 for one in files)


def test_file_held_by_another_copy(where: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the old file cannot be renamed (Windows, a second copy is running), no line is lost."""
    monkeypatch.setattr(logs, "FILE_BYTES", 500)

    def refuse(source: object, dest: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("os.rename", refuse)
    path = setup_logs(where, logging.INFO)
    for number in range(20):
        logging.getLogger("hkj_desktop.test").info("line <%d>", number)
    content = path.read_text(encoding="utf-8")
    assert all(f"<{number}>" in content for number in range(20))


def test_no_place_for_the_log(where: Folders) -> None:
    """A log that cannot be written is told at the start."""
    (where.logs / logs.FILE_NAME).mkdir()
    with pytest.raises(SettingsError) as caught:
        setup_logs(where)
    assert caught.value.params["reason"] == "denied"
