"""The command line as scripts and shortcuts use it: what is printed, and the number at the end."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app import __version__
from desktop_app.__main__ import _parser, _plain_start, main
from desktop_app.control import client, launch
from desktop_app.domain.errors import QuotaExhausted
from desktop_app.options import StartOptions
from tests.support.fake_copy import FakeHandler, running_copy


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[FakeHandler]:
    with running_copy(tmp_path) as handler:
        yield handler


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, StartOptions]]:
    """What would have been started, in place of Qt."""
    started: list[tuple[str, StartOptions]] = []
    for name in ("app", "self_test"):
        module = types.ModuleType(f"desktop_app.{name}")

        def run(options: StartOptions, name: str = name) -> int:
            started.append((name, options))
            return 7

        module.run = run  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, f"desktop_app.{name}", module)
        monkeypatch.setattr(f"desktop_app.{name}", module, raising=False)
    return started


def aloud(folder: Path, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own."""
    command = [sys.executable, "-m", "desktop_app", "--data-dir", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_ask_prints_the_answer_and_ends_the_line(
    tmp_path: Path, copy: FakeHandler, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(tmp_path), "ask", "hello", "--new", "--no-speech"]) == 0
    assert capsys.readouterr() == ("Hello 🙂\n", "")
    assert copy.calls == [("ask", "hello", None, True, False)]


def test_ask_in_a_conversation(tmp_path: Path, copy: FakeHandler) -> None:
    assert main(["--data-dir", str(tmp_path), "ask", "--conversation", "c1", "hello"]) == 0
    assert copy.calls == [("ask", "hello", "c1", False, True)]


def test_ask_tells_why_there_is_no_answer(
    tmp_path: Path, copy: FakeHandler, capsys: pytest.CaptureFixture[str]
) -> None:
    copy.error = QuotaExhausted("Your account has no credit left.")
    assert main(["--data-dir", str(tmp_path), "ask", "hello"]) == 1
    assert capsys.readouterr() == ("Hello 🙂\n", "Your account has no credit left.\n")


def test_ask_starts_a_copy_where_none_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launch, "_program", lambda: [sys.executable, "-m", "tests.support.fake_copy"])
    assert main(["--data-dir", str(tmp_path), "ask", "hello"]) == 0
    assert capsys.readouterr().out == "Hello 🙂\n"
    assert client.is_running(tmp_path), "it outlives the command"
    assert client.stop(tmp_path)


def test_a_copy_that_cannot_start_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launch, "_program", lambda: [sys.executable, "-c", "raise SystemExit('no display')"])
    monkeypatch.setattr(launch, "_PATIENCE_WITH_NOBODY", 0.0)
    assert main(["--data-dir", str(tmp_path), "ask", "hello"]) == 1
    assert "no display" in capsys.readouterr().err


def test_the_copy_that_is_started_has_the_profile_and_the_manner_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    launched: list[tuple[Path, list[str]]] = []
    monkeypatch.setattr(launch, "launch", lambda folder, arguments: launched.append((folder, arguments)))
    monkeypatch.chdir(tmp_path)
    assert main(["--data-dir", "here", "--demo", "--log-level", "debug", "say", "hi"]) == 1
    ((folder, arguments),) = launched
    assert folder == tmp_path / "here"
    assert sorted(arguments) == sorted(["--data-dir", str(tmp_path / "here"), "--demo", "--log-level", "debug"])


def test_a_packed_program_starts_itself_and_not_an_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    assert launch._program() == [sys.executable, "-m", "desktop_app"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert launch._program() == [sys.executable]


def test_say_speaks_its_argument(tmp_path: Path, copy: FakeHandler) -> None:
    assert main(["--data-dir", str(tmp_path), "say", "Good morning."]) == 0
    assert copy.calls == [("say",), ("chunk", "Good morning.")]


def test_say_speaks_standard_input_although_a_letter_is_cut_in_two(tmp_path: Path, copy: FakeHandler) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"x" * 4095 + "é and more".encode())
    os.close(writer)
    with os.fdopen(reader) as standard_input:
        command = [sys.executable, "-m", "desktop_app", "--data-dir", str(tmp_path), "say", "-"]
        assert subprocess.run(command, stdin=standard_input, timeout=60, check=False).returncode == 0
    chunks = [call[1] for call in copy.calls if call[0] == "chunk"]
    assert "".join(chunks) == "x" * 4095 + "é and more"


def test_stop_stops_and_3_means_that_nothing_ran(tmp_path: Path, copy: FakeHandler) -> None:
    assert main(["--data-dir", str(tmp_path), "stop"]) == 0
    assert main(["--data-dir", str(tmp_path), "stop", "--speech"]) == 0
    copy.running = False
    assert main(["--data-dir", str(tmp_path), "stop", "1a2b3c4d"]) == 3
    assert copy.calls == [("stop", None, False), ("stop", None, True), ("stop", "1a2b3c4d", False)]


def test_stop_without_a_copy_means_that_nothing_ran(tmp_path: Path) -> None:
    assert main(["--data-dir", str(tmp_path), "stop"]) == 3


def test_status_is_json(tmp_path: Path, copy: FakeHandler, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(tmp_path), "status"]) == 0
    status = json.loads(capsys.readouterr().out)
    assert status["running"] is True
    assert status["turns"] == [{"id": "1a2b3c4d"}]


def test_status_without_a_copy_is_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(tmp_path), "status"]) == 0
    status = json.loads(capsys.readouterr().out)
    assert status == {"running": False, "turns": [], "speech": {"active": False, "turns": [], "phrase": None}}


def test_a_second_start_raises_the_window_of_the_first(
    tmp_path: Path, copy: FakeHandler, windows: list[tuple[str, StartOptions]]
) -> None:
    assert main(["--data-dir", str(tmp_path)]) == 0
    assert copy.calls == [("raise",)]
    assert windows == []


def test_without_a_copy_the_window_opens(tmp_path: Path, windows: list[tuple[str, StartOptions]]) -> None:
    assert main(["--data-dir", str(tmp_path), "--demo", "--log-level", "debug"]) == 7
    assert windows == [("app", StartOptions(tmp_path, demo=True, log_level="debug"))]


@given(
    st.lists(st.sampled_from(["--demo", "--data-dir", "x", "", "-x", "--data-dir=x", "--log-level", "debug", "ask"]))
)
@example(["--data-dir", "x", "--demo"])
@example(["--data-dir"])
def test_what_is_read_without_the_parser_is_what_the_parser_reads(arguments: list[str]) -> None:
    start = _plain_start(arguments)
    if start is None:
        return
    options = _parser().parse_args(arguments)
    assert (options.command, options.self_test) == (None, False)
    assert start == StartOptions(options.data_dir, demo=options.demo, log_level=options.log_level)


def test_nearly_every_start_needs_no_parser_of_commands(tmp_path: Path) -> None:
    script = (
        "import sys, types; app = sys.modules['desktop_app.app'] = types.ModuleType('app'); app.run = print;"
        f"from desktop_app.__main__ import main; main(['--demo', '--data-dir', {str(tmp_path)!r}]);"
        "print('argparse' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert "demo=True" in done.stdout
    assert done.stdout.endswith("False\n")


def test_the_self_test_runs_beside_a_copy(
    tmp_path: Path, copy: FakeHandler, windows: list[tuple[str, StartOptions]]
) -> None:
    assert main(["--data-dir", str(tmp_path), "--self-test"]) == 7
    assert windows == [("self_test", StartOptions(tmp_path))]
    assert copy.calls == []


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"aloud {__version__}\n"


def test_an_unknown_command_is_an_error_of_use() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["shout", "hello"])
    assert ended.value.code == 2


def test_ctrl_c_ends_quietly(
    tmp_path: Path, copy: FakeHandler, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(client, "stop", lambda *_, **__: interrupted())
    assert main(["--data-dir", str(tmp_path), "stop"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_has_read_enough_is_no_error(tmp_path: Path, copy: FakeHandler) -> None:
    copy.deltas = ["x" * 100_000] * 20
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        command = [sys.executable, "-m", "desktop_app", "--data-dir", str(tmp_path), "ask", "hello"]
        done = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_without_unicode_still_gets_the_words(tmp_path: Path, copy: FakeHandler) -> None:
    done = aloud(tmp_path, "ask", "hello", env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (done.returncode, done.stdout) == (0, "Hello ?\n")


def test_stop_imports_nothing_that_is_slow(tmp_path: Path, copy: FakeHandler) -> None:
    code = (
        "import sys; from desktop_app.__main__ import main;"
        f"assert main(['--data-dir', {str(tmp_path)!r}, 'stop']) == 0; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.split())
    assert "desktop_app.control.client" in loaded
    assert not loaded & {"PySide6", "pydantic", "openai", "asyncio", "sqlite3", "keyring", "filelock", "platformdirs"}


def test_output_that_is_no_terminal_and_knows_no_encodings_is_written_all_the_same(
    tmp_path: Path, copy: FakeHandler, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    assert main(["--data-dir", str(tmp_path), "ask", "hello"]) == 0
    assert output.getvalue() == "Hello 🙂\n"
