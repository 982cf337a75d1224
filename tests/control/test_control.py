"""The running copy takes words from outside: from those who hold the token, and in no other shape than agreed."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.control import client, wire
from desktop_app.control.server import ControlServer
from desktop_app.domain.errors import KeyRefused
from tests.support.fake_copy import FakeHandler, running_copy


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[FakeHandler]:
    with running_copy(tmp_path) as handler:
        yield handler


def address(folder: Path) -> dict[str, object]:
    found = json.loads((folder / wire.ADDRESS_FILE).read_text())
    assert isinstance(found, dict)
    return found


@contextlib.contextmanager
def stranger(folder: Path) -> Iterator[socket.socket]:
    """A connection to the copy by somebody who speaks as they like."""
    port = address(folder)["port"]
    assert isinstance(port, int)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        yield connection


def heard(connection: socket.socket) -> bytes:
    """All that the copy says until it hangs up."""
    words = b""
    with contextlib.suppress(ConnectionError):
        while more := connection.recv(4096):
            words += more
    return words


def test_an_answer_comes_in_the_pieces_in_which_it_streams(tmp_path: Path, copy: FakeHandler) -> None:
    assert list(client.ask(tmp_path, "Grüße\nund 🙂", conversation_id="c", speak=False)) == ["Hel", "lo ", "🙂"]
    assert copy.calls == [("ask", "Grüße\nund 🙂", "c", False, False)]


def test_bytes_of_the_command_line_that_are_no_text_do_no_harm(tmp_path: Path, copy: FakeHandler) -> None:
    list(client.ask(tmp_path, "caf\udce9", new=True))
    assert copy.calls == [("ask", "caf\ufffd", None, True, True)]


def test_trouble_in_mid_answer_comes_after_what_came_before_it(tmp_path: Path, copy: FakeHandler) -> None:
    copy.error = KeyRefused("The server refused the key.")
    answer = client.ask(tmp_path, "x")
    assert [next(answer) for _ in range(3)] == copy.deltas
    with pytest.raises(client.Refused, match="The server refused the key"):
        next(answer)


def test_who_leaves_while_the_answer_streams_stops_it(tmp_path: Path, copy: FakeHandler) -> None:
    copy.hangs = True
    answer = client.ask(tmp_path, "x")
    next(answer)
    answer.close()
    assert copy.left.wait(10)


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="signals go to one thread only where there are some")
def test_ctrl_c_is_obeyed_by_who_waits_for_the_copy_whichever_thread_it_reaches(
    tmp_path: Path, copy: FakeHandler
) -> None:
    """A signal that comes a moment before the wait begins, or to another thread, wakes no waiting ``recv``."""
    copy.hangs = True
    answer = client.ask(tmp_path, "x")
    assert [next(answer) for _ in range(3)] == copy.deltas
    too_late = threading.Timer(10, lambda: signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT))
    too_late.start()
    threading.Timer(0.1, lambda: signal.pthread_kill(threading.get_ident(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        next(answer)
    assert too_late.is_alive()
    too_late.cancel()


def test_a_text_to_be_said_arrives_as_it_is_written(tmp_path: Path, copy: FakeHandler) -> None:
    arrived = threading.Event()

    def write() -> Iterator[str]:
        yield "One. "
        while ("chunk", "One. ") not in copy.calls:
            arrived.wait(0.001)
        yield "Two."

    client.say(tmp_path, write())
    assert copy.calls == [("say",), ("chunk", "One. "), ("chunk", "Two.")]


def test_who_leaves_before_the_text_ends_is_noticed(tmp_path: Path, copy: FakeHandler) -> None:
    def write() -> Iterator[str]:
        yield "One. "
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        client.say(tmp_path, write())
    assert copy.left.wait(10)


def test_stop_says_whether_anything_ran(tmp_path: Path, copy: FakeHandler) -> None:
    assert client.stop(tmp_path, "1a2b3c4d")
    copy.running = False
    assert not client.stop(tmp_path, speech_only=True)
    assert copy.calls == [("stop", "1a2b3c4d", False), ("stop", None, True)]


def test_status_and_window(tmp_path: Path, copy: FakeHandler) -> None:
    assert client.status(tmp_path)["speech"]["phrase"] == "Grüße"
    client.raise_window(tmp_path)
    assert copy.calls == [("raise",)]


def test_a_bug_in_the_copy_is_told_without_its_insides_and_is_not_its_end(tmp_path: Path, copy: FakeHandler) -> None:
    copy.error = RuntimeError("secret insides")
    with pytest.raises(client.Refused) as caught:
        client.stop(tmp_path)
    assert "insides" not in str(caught.value)
    copy.error = None
    assert client.stop(tmp_path)


def test_without_a_copy_nobody_is_running(tmp_path: Path) -> None:
    assert not client.is_running(tmp_path)
    with pytest.raises(client.NotRunning):
        client.stop(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"port": "x", "token": "y"}', b'{"port": 70000, "token": ""}']
)
def test_an_address_that_makes_no_sense_means_that_nobody_is_running(tmp_path: Path, content: bytes) -> None:
    (tmp_path / wire.ADDRESS_FILE).write_bytes(content)
    assert not client.is_running(tmp_path)


@pytest.mark.parametrize("words", [b"", b"SSH-2.0-OpenSSH\r\n", b'{"done": true, "stopped": true}\n', b"x" * 5000])
def test_a_stranger_at_an_old_port_is_not_taken_for_a_copy(tmp_path: Path, words: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        (tmp_path / wire.ADDRESS_FILE).write_text(json.dumps({"port": port, "token": "old"}))

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1)
                connection.sendall(words)

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(client.NotRunning):
            client.stop(tmp_path)
        thread.join()


def test_a_copy_that_dies_in_mid_answer_is_missed(tmp_path: Path) -> None:
    with running_copy(tmp_path) as handler:
        handler.hangs = True
        answer = client.ask(tmp_path, "x")
        next(answer)
    with pytest.raises(client.Lost):
        list(answer)


def test_a_wrong_token_gets_no_word_and_moves_nothing(tmp_path: Path, copy: FakeHandler) -> None:
    with stranger(tmp_path) as connection:
        connection.sendall(wire.encode({"token": "guess", "verb": "stop"}))
        assert heard(connection) == b""
    assert copy.calls == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200)
    | st.sampled_from([b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"null\n", b"[" * 10_000 + b"\n", b'{"token": 1}\n'])
)
def test_whatever_a_stranger_says_gets_no_word_and_moves_nothing(
    tmp_path: Path, copy: FakeHandler, words: bytes
) -> None:
    with stranger(tmp_path) as connection:
        connection.sendall(words)
        connection.shutdown(socket.SHUT_WR)
        assert heard(connection) == b""
    assert copy.calls == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["verb", "text", "conversation", "new", "speak", "turn", "speech_only"]),
        st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["ask", "stop", "say", "status"]),
    ),
    st.binary(max_size=50),
)
def test_nonsense_with_the_right_token_is_no_end_of_the_copy(
    tmp_path: Path, copy: FakeHandler, request_: dict[str, object], rest: bytes
) -> None:
    with stranger(tmp_path) as connection:
        connection.sendall(wire.encode({**request_, "token": address(tmp_path)["token"]}) + rest)
        connection.shutdown(socket.SHUT_WR)
        heard(connection)
    assert client.is_running(tmp_path)


def test_a_line_without_end_is_cut_off(tmp_path: Path, copy: FakeHandler) -> None:
    with stranger(tmp_path) as connection, contextlib.suppress(ConnectionError):
        for _ in range(10):
            connection.sendall(b"x" * 2**20)
        assert heard(connection) == b""
    assert client.is_running(tmp_path)


def test_only_this_user_can_read_the_token(tmp_path: Path, copy: FakeHandler) -> None:
    assert len(str(address(tmp_path)["token"])) >= 32
    if os.name == "posix":
        assert (tmp_path / wire.ADDRESS_FILE).stat().st_mode & 0o777 == 0o600


def test_the_address_goes_with_the_copy(tmp_path: Path) -> None:
    with running_copy(tmp_path):
        assert (tmp_path / wire.ADDRESS_FILE).exists()
    assert not (tmp_path / wire.ADDRESS_FILE).exists()


def test_a_profile_has_one_copy_and_the_next_may_follow(tmp_path: Path) -> None:
    with running_copy(tmp_path):
        assert not ControlServer(tmp_path).try_claim()
    with running_copy(tmp_path):
        assert client.is_running(tmp_path)


def test_a_profile_claimed_on_one_thread_is_given_free_on_another(tmp_path: Path) -> None:
    first, second = ControlServer(tmp_path), ControlServer(tmp_path)
    thread = threading.Thread(target=first.try_claim)
    thread.start()
    thread.join()
    assert not second.try_claim()
    asyncio.run(first.close())
    assert second.try_claim()
    asyncio.run(second.close())


def test_two_profiles_have_a_copy_each(tmp_path: Path) -> None:
    with running_copy(tmp_path / "one") as one, running_copy(tmp_path / "two") as two:
        client.stop(tmp_path / "two")
    assert (one.calls, two.calls) == ([], [("stop", None, False)])


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_killed_copy_does_not_keep_the_next_from_starting(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-m", "tests.support.fake_copy", "--data-dir", str(tmp_path)]) as process:
        while not client.is_running(tmp_path):
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert (tmp_path / wire.ADDRESS_FILE).exists()
    assert not client.is_running(tmp_path)
    with running_copy(tmp_path):
        assert client.is_running(tmp_path)


def test_a_folder_that_cannot_hold_a_lock_does_not_keep_the_copy_from_running(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    assert ControlServer(tmp_path / "file" / "profile").try_claim()
    assert "cannot be locked" in caplog.text


def test_a_text_waits_where_it_comes_from_until_there_is_room_for_it(tmp_path: Path, copy: FakeHandler) -> None:
    asked: list[int] = []

    def write() -> Iterator[str]:
        for number in range(50):
            asked.append(number)
            yield "chunk"

    copy.takes = 3
    client.say(tmp_path, write())
    assert len(copy.calls) == 1 + 3
    assert len(asked) <= 5, "one is under way, one is in hand"


def test_a_text_that_does_not_come_holds_nobody_up_once_it_is_not_wanted(tmp_path: Path, copy: FakeHandler) -> None:
    for_ever = threading.Event()

    def write() -> Iterator[str]:
        yield "One. "
        for_ever.wait()

    copy.takes = 1
    client.say(tmp_path, write())
    for_ever.set()
