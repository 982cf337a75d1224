"""The log: everything is in it but keys."""

from __future__ import annotations

import asyncio
import enum
import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.observe import log

KEY = "sk-proj-Ab12_Cd34-Ef56"


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    """What ``set_up`` changes for the whole process is as before when the test ends."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    level = logging.getLogger().level
    loud = {name: logging.getLogger(name).level for name in log._LOUD}
    yield
    log.shut_down()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.getLogger().setLevel(level)
    for name, before in loud.items():
        logging.getLogger(name).setLevel(before)
    log._secrets.clear()


def written(folder: Path) -> str:
    log.shut_down()
    return (folder / log.FILE_NAME).read_text(encoding="utf-8")


def test_what_is_logged_is_in_the_file_with_its_thread_and_place(tmp_path: Path) -> None:
    log.set_up(tmp_path / "logs", "info")
    logging.getLogger("desktop_app.x").info("heard %s", "Grüße")
    logging.getLogger("desktop_app.x").debug("not at this level")
    text = written(tmp_path / "logs")
    assert "INFO MainThread desktop_app.x: heard Grüße" in text
    assert "not at this level" not in text


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")
def test_the_log_is_for_this_user_only_and_stays_so_when_it_rotates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_SIZE", 500)
    log.set_up(tmp_path)
    for number in range(100):
        logging.getLogger("x").info("line %d", number)
    assert "line 99" in written(tmp_path)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["aloud.log", *(f"aloud.log.{number}" for number in range(1, log._KEPT + 1))]
    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}


@pytest.mark.parametrize(
    "line",
    [
        f"key {KEY}",
        f"Authorization: Bearer {KEY}",
        f"Authorization: Bearer  {KEY}",
        "authorization: bearer abcdef.ghijkl",
        f'{{"api_key": "{KEY}"}}',
        "api-key=abcdefgh&x=1",
        "http://me:abcdefgh@host/v1",
        "a registered one: hunter2-hunter2",
    ],
)
def test_nothing_that_is_or_looks_like_a_key_is_written(tmp_path: Path, line: str) -> None:
    log.redact("hunter2-hunter2")
    log.set_up(tmp_path)
    logging.getLogger("x").warning("%s", line)
    text = written(tmp_path)
    assert "[hidden]" in text
    for secret in (KEY, "abcdef", "hunter2"):
        assert secret not in text


@pytest.mark.parametrize(
    "line",
    ["task-list", "the api key is missing", "risk-averse people", "https://host:8080/v1", "ask-me-anything-now"],
)
def test_ordinary_words_stay(line: str) -> None:
    assert log.scrub(line) == line


def test_tracebacks_are_free_of_keys_too(tmp_path: Path) -> None:
    log.set_up(tmp_path)
    try:
        int(KEY)  # the error quotes it
    except ValueError:
        logging.getLogger("x").exception("request failed")
    text = written(tmp_path)
    assert "Traceback" in text
    assert "ValueError: invalid literal for int() with base 10: '[hidden]'" in text


@given(st.text(max_size=50), st.text(min_size=4, max_size=30).filter(lambda s: s not in log._HIDDEN), st.text())
def test_a_registered_secret_never_survives_wherever_it_stands(before: str, secret: str, after: str) -> None:
    log._secrets.clear()
    log.redact(secret)
    assert secret not in log.scrub(f"{before}{secret}{after}").replace(log._HIDDEN, "")


def test_a_secret_too_short_to_be_one_does_not_blot_out_the_log() -> None:
    log.redact("")
    log.redact("e")
    assert log.scrub("every letter") == "every letter"


def test_an_exception_on_a_thread_is_logged(tmp_path: Path) -> None:
    log.set_up(tmp_path)
    thread = threading.Thread(target=lambda: 1 / 0, name="worker")
    thread.start()
    thread.join()
    text = written(tmp_path)
    assert "the thread worker ended with an exception" in text
    assert "ZeroDivisionError" in text


def test_an_exception_that_nobody_caught_is_logged_and_ctrl_c_is_not(tmp_path: Path) -> None:
    log.set_up(tmp_path)
    for error in (RuntimeError("boom"), KeyboardInterrupt()):
        sys.excepthook(type(error), error, None)
    text = written(tmp_path)
    assert "RuntimeError: boom" in text
    assert "KeyboardInterrupt" not in text


def test_an_exception_in_the_event_loop_is_logged(tmp_path: Path) -> None:
    log.set_up(tmp_path)

    async def run() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(log.on_loop_exception)
        loop.call_soon(lambda: 1 / 0)
        await asyncio.sleep(0)

    asyncio.run(run())
    assert "ZeroDivisionError" in written(tmp_path)


def test_qts_messages_come_in_at_their_level(tmp_path: Path) -> None:
    kind = enum.Enum("kind", ["QtDebugMsg", "QtWarningMsg", "QtCriticalMsg"])
    log.set_up(tmp_path, "info")
    log.on_qt_message(kind["QtDebugMsg"], None, "chatter")
    log.on_qt_message(kind["QtWarningMsg"], None, "careful 100%")
    log.on_qt_message(kind["QtCriticalMsg"], None, "broken")
    text = written(tmp_path)
    assert "WARNING MainThread qt: careful 100%" in text
    assert "ERROR MainThread qt: broken" in text
    assert "chatter" not in text


def test_libraries_that_log_each_request_are_quiet(tmp_path: Path) -> None:
    log.set_up(tmp_path, "debug")
    logging.getLogger("httpx").info("HTTP Request: POST https://api.openai.com")
    logging.getLogger("openai._base_client").debug("Request options: everything the user said")
    assert written(tmp_path) == ""


def test_warnings_reach_the_terminal_without_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.set_up(tmp_path)
    logging.getLogger("x").info("quiet")
    logging.getLogger("x").warning("loud %s", KEY)
    log.shut_down()
    error = capsys.readouterr().err
    assert "loud [hidden]" in error
    assert "quiet" not in error


def test_a_folder_that_cannot_be_written_is_no_end_of_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    log.set_up(tmp_path / "file")
    logging.getLogger("x").warning("still told")
    log.shut_down()
    assert "still told" in capsys.readouterr().err


def test_setting_up_twice_writes_each_line_once(tmp_path: Path) -> None:
    log.set_up(tmp_path)
    log.set_up(tmp_path)
    logging.getLogger("x").info("once")
    assert written(tmp_path).count("once") == 1
