"""The event log: one object a line, never any text of the user's."""

from __future__ import annotations

import json
import logging
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.observe.events import EventLog, Field


def events(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "events.jsonl"


def test_an_event_tells_when_what_and_of_which_turn(path: Path) -> None:
    log = EventLog(path, clock=lambda: 12.3456789, wall=lambda: datetime(2026, 1, 2, 3, 4, 5, 678900, UTC))
    log.emit("first_token", "1a2b3c4d", seconds=0.25, count=3, cached=None, voice="coral")
    log.close()
    assert events(path) == [
        {
            "t": 12.345679,
            "wall": "2026-01-02T03:04:05.678+00:00",
            "event": "first_token",
            "turn": "1a2b3c4d",
            "seconds": 0.25,
            "count": 3,
            "cached": None,
            "voice": "coral",
        }
    ]


def test_an_event_may_have_happened_before_it_is_told(path: Path) -> None:
    log = EventLog(path, clock=lambda: 100.0)
    log.emit("phrase_started", "t", moment=99.5)
    log.close()
    assert events(path)[0]["t"] == 99.5


def test_text_stays_out_and_its_length_comes_in(path: Path) -> None:
    log = EventLog(path)
    log.emit("phrase_ready", "t", text="a private matter", device="Built-in Audio")
    log.close()
    (event,) = events(path)
    assert "private" not in json.dumps(event)
    assert event["text_length"] == 16
    assert event["device"] == "Built-in Audio", "a thing of the machine's, whose names have blanks"


def test_debugging_shows_text_but_no_key(path: Path) -> None:
    log = EventLog(path, debug=True)
    log.emit("phrase_ready", "t", text="my key is sk-abcdefghijk")
    log.close()
    assert events(path)[0]["text"] == "my key is [hidden]"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,10}", fullmatch=True).filter(
            lambda name: name not in {"name", "turn", "moment", "self"}
        ),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    )
)
def test_whatever_the_fields_each_event_is_one_line_of_json(tmp_path: Path, fields: dict[str, Field]) -> None:
    path = tmp_path / "events.jsonl"
    path.unlink(missing_ok=True)
    log = EventLog(path)
    log.emit("a", "t", moment=None, **fields)
    log.emit("b", "t")
    log.close()
    lines = path.read_bytes().split(b"\n")
    assert len(lines) == 3
    assert json.loads(lines[1])["event"] == "b"


def test_events_of_many_threads_are_all_there_each_in_its_order(path: Path) -> None:
    log = EventLog(path)

    def tell(name: str) -> None:
        for number in range(200):
            log.emit(name, count=number)

    threads = [threading.Thread(target=tell, args=(f"n{number}",)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log.close()
    found = events(path)
    for number in range(5):
        assert [event["count"] for event in found if event["event"] == f"n{number}"] == list(range(200))


def test_a_file_that_has_grown_makes_room_for_a_new_one(path: Path) -> None:
    log = EventLog(path, max_bytes=1000)
    for number in range(100):
        log.emit("x", count=number)
        log.close()  # each in a batch of its own
    assert sorted(file.name for file in path.parent.iterdir()) == ["events.jsonl", "events.jsonl.1"]
    last = [event["count"] for file in (path.with_name("events.jsonl.1"), path) for event in events(file)]
    assert last == list(range(last[0], 100))


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")
def test_the_file_is_for_this_user_only(path: Path) -> None:
    log = EventLog(path)
    log.emit("x")
    log.close()
    assert path.stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_written_is_told_once_and_troubles_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    log = EventLog(tmp_path / "file" / "events.jsonl")
    with caplog.at_level(logging.WARNING):
        for _ in range(5):
            log.emit("x")
        log.close()
    assert caplog.text.count("events cannot be written") == 1


def test_closing_without_an_event_makes_no_file_and_no_thread(path: Path) -> None:
    EventLog(path).close()
    assert not path.exists()
