"""The table of kept sound and the files it tells of: brought together again, whatever has happened to either."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.storage.kept_sound.index import HistoryIndex
from desktop_app.storage.kept_sound.keeping import KeptSound
from desktop_app.storage.migrations import in_transaction, migrate
from desktop_app.storage.tables import Database
from tests.support.kept import flac

DAY = 86_400.0
NOW = 1_000 * DAY
MESSAGES = {"a": "talk", "b": "talk", "c": "other"}
A, B, C = (("talk", "a"), ("talk", "b"), ("other", "c"))


def phrase(number: int = 0, voice: str = "coral", *, length: int = 10) -> KeptPhrase:
    return KeptPhrase(number * 10, number * 10 + length, f"wörter {number}", "sentence", voice, 1.5, "de", ((0, 0.25),))


class Shelf:
    """A profile whose history takes what it is offered, or does not, and a program that can be started anew."""

    def __init__(self, root: Path) -> None:
        self.audio, self.file = root / "audio", root / "history.db"
        self.takes = True
        self.db = sqlite3.connect(self.file, isolation_level=None)
        self.db.execute("PRAGMA journal_mode = WAL")
        migrate(self.db, self.file)
        self.db.execute("PRAGMA foreign_keys = ON")
        for name in ("talk", "other"):
            self.db.execute("INSERT INTO conversations (id, title, created, updated) VALUES (?, '', 1, 1)", [name])
        for message, conversation in MESSAGES.items():
            self.add(message, conversation)
        self.start()

    def add(self, message: str, conversation: str) -> None:
        self.db.execute(
            "INSERT INTO messages (id, conversation, role, state, created)"
            " SELECT ?, n, 'assistant', 'complete', 1 FROM conversations WHERE id = ?",
            [message, conversation],
        )

    def start(self, limit: int = 10**6) -> KeptSound:
        """The program begins: nothing is in memory, and what was not written is lost."""
        self.index = HistoryIndex(self.file, self.offer)
        self.index.answered = self.index.settle
        self.sound = KeptSound(self.audio, limit, self.index)
        return self.sound

    def offer(self, write: Callable[[Database], object], told: Callable[[bool], object]) -> None:
        if self.takes:
            with in_transaction(self.db):
                write(self.db)
        told(self.takes)

    def compare(self, now: float = NOW) -> None:
        for _ in self.sound.compare(now):
            pass
        self.index.flush()

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """By the messages: place, words, voice and file."""
        found: dict[str, list[tuple[object, ...]]] = {}
        columns = "m.id, k.start, k.stop, k.text, k.voice, k.file, k.bytes"
        joined = "kept_sounds k JOIN messages m ON m.n = k.message"
        for message, *row in self.db.execute(f"SELECT {columns} FROM {joined} ORDER BY m.id, k.start, k.voice"):
            found.setdefault(message, []).append(tuple(row))
        return found

    def files(self) -> set[str]:
        return {f"{path.parent.name}/{path.name}" for path in self.audio.rglob("*") if path.is_file()}

    def strays(self) -> dict[str, float]:
        return dict(self.db.execute("SELECT message, since FROM stray_sounds").fetchall())


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.db.close()


def as_rows(phrases: tuple[KeptPhrase, ...]) -> list[tuple[object, ...]]:
    return sorted((one.start, one.end, one.text, one.voice, one.file, one.size) for one in phrases)


def test_a_phrase_has_a_row_with_all_that_is_known_of_it(shelf: Shelf) -> None:
    shelf.sound.keep(A, phrase(1), flac(b"one"))
    (kept,) = shelf.sound.phrases(A)
    assert shelf.rows() == {}, "rows are gathered"
    shelf.index.flush()
    assert shelf.rows() == {"a": as_rows((kept,))}
    found = shelf.index.of_message("a")
    assert found is not None
    assert found[kept.file][0] == kept
    assert shelf.start().phrases(A) == (kept,)


def test_nothing_reads_a_label_where_the_row_says_it(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.sound.keep(A, phrase(1), flac(b"one"))
    shelf.index.flush()
    monkeypatch.setattr("desktop_app.storage.kept_sound.reading.label_of", lambda _path, _size: pytest.fail("it did"))
    assert len(shelf.start().phrases(A)) == 1


def test_a_message_that_goes_takes_its_rows_along_and_its_files_soon(shelf: Shelf) -> None:
    for place in (A, B):
        shelf.sound.keep(place, phrase(), flac())
    shelf.index.flush()
    shelf.db.execute("DELETE FROM messages WHERE id = 'a'")
    assert set(shelf.rows()) == {"b"}
    assert shelf.strays() == {"a": 0.0}
    shelf.sound.sweep()
    shelf.index.flush()
    assert {name.split("/")[0] for name in shelf.files()} == {"b"}
    assert shelf.strays() == {}


def test_what_a_kill_left_of_a_deleted_conversation_goes_when_the_next_run_looks(shelf: Shelf) -> None:
    for place in (A, B, C):
        shelf.sound.keep(place, phrase(), flac())
    shelf.index.flush()
    shelf.db.execute("DELETE FROM conversations WHERE id = 'talk'")
    assert shelf.strays() == {"a": 0.0, "b": 0.0}
    shelf.start()
    shelf.compare()
    assert {name.split("/")[0] for name in shelf.files()} == {"c"}
    assert not (shelf.audio / "talk").exists()
    assert shelf.strays() == {}


def test_files_that_cannot_be_removed_yet_are_not_forgotten(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.sound.keep(A, phrase(), flac())
    shelf.index.flush()
    shelf.db.execute("DELETE FROM messages WHERE id = 'a'")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda _path, **_others: None)  # somebody has one of them open
        shelf.sound.sweep()
        shelf.compare()
    assert shelf.strays() == {"a": 0.0}
    shelf.sound.sweep()
    shelf.index.flush()
    assert shelf.files() == set()
    assert shelf.strays() == {}


def test_a_deleted_message_that_came_back_keeps_its_sound(shelf: Shelf) -> None:
    shelf.sound.keep(A, phrase(), flac())
    shelf.index.flush()
    shelf.db.execute("DELETE FROM messages WHERE id = 'a'")
    shelf.add("a", "talk")
    shelf.sound.sweep()
    shelf.index.flush()
    assert shelf.strays() == {}
    shelf.compare()
    assert set(shelf.rows()) == {"a"}
    assert len(shelf.start().phrases(A)) == 1


def test_a_history_that_lost_everything_finds_its_sound_again_by_ids(shelf: Shelf) -> None:
    for place in (A, B, C):
        shelf.sound.keep(place, phrase(), flac())
    shelf.index.flush()
    before = shelf.rows()
    for sql in ("DROP TRIGGER messages_leave_sound", "DELETE FROM conversations", "DELETE FROM stray_sounds"):
        shelf.db.execute(sql)
    shelf.start()
    shelf.compare()
    assert set(shelf.strays().values()) == {NOW}
    assert len(shelf.files()) == 3, "they may come back"
    shelf.db.execute("INSERT INTO conversations (id, title, created, updated) VALUES ('talk', '', 1, 1)")
    for message in ("a", "b"):
        shelf.add(message, "talk")
    assert len(shelf.start().phrases(A)) == 1, "before anybody compared"
    shelf.compare(NOW + 29 * DAY)
    assert shelf.rows() == {message: before[message] for message in ("a", "b")}
    assert set(shelf.strays()) == {"c"}
    shelf.compare(NOW + 31 * DAY)
    assert {name.split("/")[0] for name in shelf.files()} == {"a", "b"}
    assert shelf.strays() == {}


def test_where_the_history_takes_nothing_sound_is_kept_and_found_and_the_rows_come_later(shelf: Shelf) -> None:
    shelf.takes = False
    shelf.sound.keep(A, phrase(0), flac(b"one"))
    shelf.index.flush()
    shelf.sound.keep(A, phrase(1), flac(b"two"))
    shelf.index.flush()
    assert shelf.rows() == {}
    assert shelf.sound.sound(A, phrase(0).key) is not None
    shelf.takes = True
    shelf.index.flush()
    assert shelf.rows() == {"a": as_rows(shelf.sound.phrases(A))}
    assert shelf.index.settled


def test_a_history_that_another_program_has_locked_is_read_all_the_same(shelf: Shelf) -> None:
    shelf.sound.keep(A, phrase(0), flac(b"one"))
    shelf.index.flush()
    shelf.db.execute("BEGIN EXCLUSIVE")
    assert len(shelf.start().phrases(A)) == 1


@pytest.mark.parametrize("harm", ["gone", "damaged", "of an older version"])
def test_without_the_table_the_files_say_all(shelf: Shelf, harm: str) -> None:
    shelf.sound.keep(A, phrase(0), flac(b"one"))
    shelf.sound.keep(A, phrase(1), flac(b"two"))
    shelf.index.flush()
    kept = shelf.sound.phrases(A)
    if harm == "of an older version":
        shelf.db.execute("DROP TABLE kept_sounds")
    else:
        shelf.db.close()
        shelf.file.unlink()
        if harm == "damaged":
            shelf.file.write_bytes(b"no database at all")
    shelf.start()
    assert shelf.sound.phrases(A) == kept
    for _ in shelf.sound.compare(NOW):
        pass
    assert shelf.sound.phrases(A) == kept
    assert shelf.sound.used == sum(one.size for one in kept)


def test_a_row_without_a_file_goes_when_its_message_is_opened(shelf: Shelf) -> None:
    for number in (0, 1):
        shelf.sound.keep(A, phrase(number), flac())
    shelf.index.flush()
    (shelf.audio / "talk" / "a" / shelf.sound.phrases(A)[0].file).unlink()
    assert [one.text for one in shelf.start().phrases(A)] == ["wörter 1"]
    shelf.index.flush()
    assert [row[2] for row in shelf.rows()["a"]] == ["wörter 1"]


def test_rows_without_a_folder_go_when_it_is_compared(shelf: Shelf) -> None:
    shelf.sound.keep(A, phrase(), flac())
    shelf.sound.keep(C, phrase(), flac())
    shelf.index.flush()
    next((shelf.audio / "talk" / "a").iterdir()).unlink()
    shelf.start()
    shelf.compare()
    assert set(shelf.rows()) == {"c"}
    assert not (shelf.audio / "talk").exists()


def test_what_was_heard_last_stays_in_the_next_run_too(shelf: Shelf) -> None:
    for place in (A, B, C):
        shelf.sound.keep(place, phrase(), flac(bytes(1_000)))
    shelf.index.flush()
    shelf.db.execute("UPDATE kept_sounds SET heard = n")
    for path in shelf.audio.rglob("*.flac"):
        moment = 1.0 + "abc".index(path.parent.name)
        os.utime(path, (moment, moment))
    shelf.start()
    assert shelf.sound.sound(A, phrase().key) is not None
    shelf.index.flush()
    (heard,) = shelf.db.execute("SELECT heard FROM kept_sounds ORDER BY n LIMIT 1").fetchone()
    assert heard > 1_000
    shelf.start(limit=3_000)
    assert shelf.sound.keep(A, phrase(5), flac(bytes(100)))
    assert {name.split("/")[0] for name in shelf.files()} == {"a", "c"}
    shelf.index.flush()
    assert {message: len(found) for message, found in shelf.rows().items()} == {"a": 2, "c": 1}


def test_rows_of_sound_that_was_not_in_a_backup_let_go_of_nothing(shelf: Shelf) -> None:
    for place in (A, B, C):
        shelf.sound.keep(place, phrase(), flac())
    shelf.index.flush()
    shelf.db.execute("UPDATE kept_sounds SET bytes = 10000000")
    shelf.start(limit=10_000)
    assert shelf.sound.keep(A, phrase(1), flac())
    assert len(shelf.files()) == 4


def test_the_table_is_asked_how_much_there_is_and_not_the_disk(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (A, B, C):
        shelf.sound.keep(place, phrase(), flac())
    shelf.index.flush()
    used = shelf.sound.used
    shelf.start()
    monkeypatch.setattr("desktop_app.storage.kept_sound.sizes.folders", lambda _folder: pytest.fail("it was not"))
    assert shelf.sound.used == used


def test_words_that_no_database_takes_are_found_as_they_were_said(shelf: Shelf) -> None:
    odd = KeptPhrase(0, 9, "half \ud83d", "sentence", "voice \udc80", 1.0)
    shelf.sound.keep(A, odd, flac())
    shelf.index.flush()
    assert [row[2] for row in shelf.rows()["a"]] == ["half \ufffd"]
    assert shelf.start().sound(A, odd.key) is not None


def test_a_row_that_says_other_words_than_its_file_is_put_right(shelf: Shelf) -> None:
    shelf.sound.keep(A, phrase(1), flac())
    shelf.index.flush()
    right = shelf.rows()
    shelf.db.execute("UPDATE kept_sounds SET text = 'other words'")
    assert [one.text for one in shelf.start().phrases(A)] == ["wörter 1"]
    shelf.index.flush()
    assert shelf.rows() == right


def test_many_rows_are_written_in_small_batches(shelf: Shelf) -> None:
    batches: list[int] = []
    offer = shelf.offer
    shelf.index._offer = lambda write, told: (batches.append(1), offer(write, told))  # type: ignore[func-returns-value]
    for number in range(450):
        shelf.sound.keep(A, phrase(number), flac())
    assert len(batches) == 2
    shelf.index.flush()
    assert len(shelf.rows()["a"]) == 450


def test_a_history_that_refuses_is_left_alone_for_a_while(shelf: Shelf) -> None:
    shelf.takes = False
    asked: list[float] = []
    offers: list[bool] = []
    shelf.index.soon = asked.append
    shelf.index.answered = lambda taken: (offers.append(taken), shelf.index.settle(taken))  # type: ignore[func-returns-value]
    for number in range(450):
        shelf.sound.keep(A, phrase(number), flac())
    assert offers == [False], "and not with each phrase"
    assert asked == [2.0, 30.0]
    shelf.takes = True
    shelf.index.flush()
    assert len(shelf.rows()["a"]) == 450


# Whatever happens

_STEPS = st.one_of(
    st.tuples(st.just("keep"), st.sampled_from([A, B, C]), st.integers(0, 4), st.sampled_from([5, 10, 25])),
    st.tuples(st.just("hear"), st.sampled_from([A, B, C]), st.integers(0, 4), st.just(0)),
    st.tuples(
        st.sampled_from(["cut", "lose", "stop taking", "take", "flush"]), st.just(A), st.integers(0, 9), st.just(0)
    ),
    st.tuples(
        st.sampled_from(["kill", "forget rows", "sweep", "compare", "delete", "add", "limit"]),
        st.sampled_from([A, B, C]),
        st.just(0),
        st.just(0),
    ),
)


@settings(max_examples=150, deadline=None)
@given(steps=st.lists(_STEPS, max_size=25))
def test_files_table_and_memory_agree_in_the_end_whatever_came_between(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, tuple[str, str], int, int]]
) -> None:
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    with contextlib.closing(shelf.db):
        for step in steps:
            _do(shelf, *step)
        shelf.takes = True
        shelf.compare()
        memory = {place: shelf.sound.phrases(place) for place in (A, B, C)}
        shelf.index.flush()
        there = {str(row[0]) for row in shelf.db.execute("SELECT id FROM messages")}
        assert shelf.rows() == {place[1]: as_rows(kept) for place, kept in memory.items() if kept and place[1] in there}
        assert shelf.files() == {f"{place[1]}/{one.file}" for place, kept in memory.items() for one in kept}
        assert shelf.sound.used == sum(one.size for kept in memory.values() for one in kept)
        fresh = shelf.start()
        assert {place: fresh.phrases(place) for place in memory} == memory
        for place, kept in memory.items():
            for one in kept:
                assert one.text == f"wörter {one.start // 10}"
                found = fresh.sound(place, one.key)
                assert found is not None
                assert found[1].endswith(f"{place[1]} {one.start} {one.end}".encode())


def _do(shelf: Shelf, what: str, place: tuple[str, str], number: int, length: int) -> None:
    files = sorted(path for path in shelf.audio.rglob("*") if path.is_file())
    if what == "keep":
        one = phrase(number, length=length)
        shelf.sound.keep(place, one, flac(f"{place[1]} {one.start} {one.end}".encode()))
    elif what == "hear":
        shelf.sound.sound(place, phrase(number).key)
    elif what == "cut" and files:
        files[number % len(files)].write_bytes(files[number % len(files)].read_bytes()[:-1])
        shelf.start()
    elif what == "lose" and files:
        files[number % len(files)].unlink()
        shelf.start()
    elif what == "delete":
        shelf.sound.forget_messages([place])
        shelf.db.execute("DELETE FROM messages WHERE id = ?", [place[1]])
    elif what == "add":
        with contextlib.suppress(sqlite3.IntegrityError):
            shelf.add(place[1], place[0])
    elif what == "limit":
        shelf.sound.set_limit(1_000)
        shelf.sound.set_limit(10**6)
    else:
        more: dict[str, Callable[[], object]] = {
            "stop taking": lambda: setattr(shelf, "takes", False),
            "take": lambda: setattr(shelf, "takes", True),
            "flush": shelf.index.flush,
            "kill": shelf.start,
            "forget rows": lambda: shelf.db.execute("DELETE FROM kept_sounds"),
            "sweep": shelf.sound.sweep,
            "compare": shelf.compare,
        }
        more.get(what, lambda: None)()
