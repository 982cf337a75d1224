"""What is read of a damaged history: as much as SQLite's own recovery finds, and the tree put right again."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import MessageState, PartKind, Role
from desktop_app.storage.kept_sound.rows import kept, stray, write
from desktop_app.storage.migrations import MIGRATIONS, migrate
from desktop_app.storage.salvage.mending import mend
from desktop_app.storage.salvage.merging import Progress, bring, bring_rest
from desktop_app.storage.salvage.pieces import draft_of_empty_page, pieces, prompts
from desktop_app.storage.salvage.raw_file import RawFile
from desktop_app.storage.salvage.scan import scan
from desktop_app.storage.salvage.shapes import Shape, shapes
from desktop_app.storage.salvage.staging import Staging

Rows = dict[str, set[tuple[object, ...]]]


def newest_shapes() -> list[Shape]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db, Path(":memory:"))
        return shapes(db)


SHAPES = newest_shapes()


def make(path: Path, *, page_size: int = 4096, conversations: int = 30, seed: int = 1) -> sqlite3.Connection:
    """A history of chats of ten messages, some of them long, with pictures, turns, drafts and all else."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA page_size = {page_size}")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA foreign_keys = ON")
    migrate(db, path)
    chance = random.Random(seed)
    db.execute("BEGIN")
    db.execute("INSERT INTO folders (id, name, position) VALUES ('f', 'Work', 1)")
    db.execute("INSERT INTO prompts (id, name, text, changed) VALUES ('p', 'Short', 'Be short.', 1)")
    db.execute("INSERT INTO drafts (conversation, text, changed) VALUES (NULL, 'begun', 1)")
    for number in range(1, conversations + 1):
        _conversation(db, number, chance)
    db.execute("COMMIT")
    return db


def _conversation(db: sqlite3.Connection, number: int, chance: random.Random) -> None:
    db.execute(
        "INSERT INTO conversations (n, id, title, created, updated, pinned, folder) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [number, f"c{number}", f"Title {number}", number, number + 0.5, number % 2, 1 if number % 3 == 0 else None],
    )
    parent = None
    for place in range(10):
        role = Role.ASSISTANT if place % 2 else Role.USER
        name = f"m{number}.{place}"
        parent = db.execute(
            "INSERT INTO messages (id, conversation, parent, role, state, created, model)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING n",
            [name, number, parent, role, MessageState.COMPLETE, number + place / 10, "gpt"],
        ).fetchone()[0]
        text = f"{name}: " + "wörter 🙂 " * chance.choice([1, 5, 40, 900])
        db.execute(
            "INSERT INTO parts (message, position, kind, text) VALUES (?, 0, ?, ?)", [parent, PartKind.TEXT, text]
        )
        if place == 2:
            blob = db.execute(
                "INSERT INTO blobs (id, bytes) VALUES (?, ?) RETURNING n", [f"b{number}", chance.randbytes(9_000)]
            ).fetchone()[0]
            db.execute(
                "INSERT INTO parts (message, position, kind, text, data, blob) VALUES (?, 1, ?, '', '{}', ?)",
                [parent, PartKind.IMAGE, blob],
            )
        if role is Role.ASSISTANT:
            db.execute(
                "INSERT INTO turns (id, message, state, started, output_tokens) VALUES (?, ?, ?, ?, 7)",
                [f"t{name}", parent, MessageState.COMPLETE, number + place / 10],
            )
            write(
                db,
                [kept(name, KeptPhrase(0, 9, name, "none", "v", 1.0, size=5, file="0f.flac"), 1.0), stray(name, 2.0)],
            )
    db.execute("UPDATE conversations SET head = ? WHERE n = ?", [parent, number])
    if number % 5 == 0:
        db.execute("INSERT INTO drafts (conversation, text, changed) VALUES (?, 'half a thought', 1)", [number])


def read_by_sqlite(db: sqlite3.Connection, tables: Iterable[str]) -> Rows:
    return {table: {tuple(row) for row in db.execute(f"SELECT * FROM {table}")} for table in tables}


def read_raw(path: Path, wanted: list[Shape] = SHAPES) -> Rows:
    rows: Rows = {shape.table: set() for shape in wanted}
    with RawFile(path) as file:
        for found in scan(file, wanted):
            for shape, row in found:
                rows[shape.table].add((row.number, *row.values[1:]))
    return rows


def merged(path: Path, into: Path) -> tuple[sqlite3.Connection, Progress]:
    """A new history with all that was found in ``path``."""
    db = sqlite3.connect(into, isolation_level=None)
    migrate(db, into)
    db.execute("PRAGMA foreign_keys = ON")
    progress = Progress()
    with RawFile(path) as file, Staging(into.with_name("staging"), SHAPES) as staging:
        for found in scan(file, SHAPES):
            staging.add(found)
        staging.index()
        mend(staging.db, path.name)
        for piece in pieces(staging, 0):
            bring(db, piece, progress)
        bring_rest(db, prompts(staging), draft_of_empty_page(staging))
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    return db, progress


def texts(db: sqlite3.Connection) -> dict[str, str]:
    """What each message says, by what it begins with: the ids of some may be lost."""
    return {
        str(text).split(":")[0]: str(text)
        for (text,) in db.execute("SELECT text FROM parts WHERE kind = 'text' AND text <> ''")
    }


def wipe(path: Path, numbers: Iterable[int], size: int = 4096) -> None:
    content = bytearray(path.read_bytes())
    for number in numbers:
        content[(number - 1) * size : number * size] = b"\xa5" * size
    path.write_bytes(bytes(content))


def leaves(path: Path, table: str) -> list[int]:
    """The pages that hold the rows of a table."""
    with RawFile(path) as file, contextlib.closing(sqlite3.connect(path)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()[0]
        found, waiting = [], [root]
        while waiting:
            number = waiting.pop(0)
            waiting.extend(file.below(number))
            if file.is_leaf(number):
                found.append(number)
        return sorted(found)


@pytest.mark.parametrize("page_size", [512, 4096, 65536])
@pytest.mark.parametrize("in_log", [True, False])
def test_a_whole_file_is_read_as_sqlite_reads_it(tmp_path: Path, page_size: int, *, in_log: bool) -> None:
    path = tmp_path / "history.db"
    db = make(path, page_size=page_size)
    db.execute("DELETE FROM conversations WHERE n = 3")
    if not in_log:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    tables = [shape.table for shape in SHAPES]
    assert read_raw(path) == read_by_sqlite(db, tables)
    db.close()
    assert read_raw(path) == read_raw(path), "and once more, closed"


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_rows_of_every_version_are_known_by_their_shape_alone(tmp_path: Path, version: int) -> None:
    path = tmp_path / "history.db"
    sample = Path(__file__).parent / f"history-v{version}.sql"
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executescript(sample.read_text("utf-8"))
        expected = {table: len(rows) for table, rows in read_by_sqlite(db, ["conversations", "messages"]).items()}
    wipe(path, [1])
    found = read_raw(path)
    assert {table: len(found[table]) for table in expected} == expected


def test_what_was_deleted_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    db = make(path)
    db.execute("DELETE FROM conversations WHERE n > 10")
    db.close()
    assert {row[1] for row in read_raw(path)["conversations"]} == {f"c{number}" for number in range(1, 11)}
    assert len(read_raw(path)["messages"]) == 100
    wipe(path, [1])
    assert len(read_raw(path)["messages"]) == 100


def test_an_empty_a_missing_and_a_strange_file_hold_nothing(tmp_path: Path) -> None:
    for name, content in (
        ("empty", b""),
        ("strange", b"x" * 10_000),
        ("header", b"SQLite format 3\x00" + b"\xff" * 84),
    ):
        (tmp_path / name).write_bytes(content)
        assert not any(read_raw(tmp_path / name).values())
    assert not any(read_raw(tmp_path / "missing").values())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_makes_the_reading_fail_or_hang(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.db"
        make(path, page_size=512, conversations=3).close()
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 60))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
        db, _progress = merged(path, Path(folder) / "new.db")
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        db.close()


def test_a_file_of_which_only_some_first_bytes_are_left_is_read_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    make(path).close()
    content = path.read_bytes()
    for length in range(120):
        path.write_bytes(content[:length])
        with RawFile(path) as file:
            assert not [row for number in range(1, file.pages + 1) for row in file.rows(number)]


def test_nothing_is_lost_where_only_what_leads_to_the_rows_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    make(path).close()
    with contextlib.closing(sqlite3.connect(path)) as db:
        before = texts(db)
    rows = {page for shape in SHAPES for page in leaves(path, shape.table)}
    with RawFile(path) as file:
        inner = [number for number in range(1, file.pages + 1) if file.below(number)]
    assert inner
    wipe(path, {1, *inner} - rows)
    db, progress = merged(path, tmp_path / "new.db")
    assert (progress.conversations, progress.messages) == (30, 300)
    assert texts(db) == before
    db.close()


def test_texts_whose_messages_are_lost_come_back_into_their_conversations(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    make(path).close()
    with contextlib.closing(sqlite3.connect(path)) as db:
        before = texts(db)
    wipe(path, [leaves(path, "messages")[2]])
    with contextlib.closing(sqlite3.connect(path)) as db, contextlib.suppress(sqlite3.DatabaseError):
        assert db.execute("SELECT count(*) FROM messages NOT INDEXED").fetchone()[0] < 300
    db, progress = merged(path, tmp_path / "new.db")
    assert (progress.conversations, progress.messages) == (30, 300)
    assert texts(db) == before
    rows = db.execute(
        "SELECT c.id, m.role, p.text, (SELECT text FROM parts WHERE message = m.parent AND position = 0)"
        " FROM messages m JOIN conversations c ON c.n = m.conversation JOIN parts p ON p.message = m.n"
        " WHERE p.position = 0"
    ).fetchall()
    for conversation_id, role, text, parent in rows:
        number, place = text.split(":")[0].removeprefix("m").split(".")
        assert conversation_id == f"c{number}"
        assert role == (Role.ASSISTANT if int(place) % 2 else Role.USER)
        assert (parent or "").split(":")[0] == (f"m{number}.{int(place) - 1}" if place != "0" else "")
    db.close()


def test_messages_whose_conversation_is_lost_get_one_with_their_first_words_for_a_title(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    make(path, conversations=4).close()
    wipe(path, leaves(path, "conversations"))
    db, progress = merged(path, tmp_path / "new.db")
    assert (progress.conversations, progress.messages) == (4, 40)
    titles = {title.split(":")[0] for (title,) in db.execute("SELECT title FROM conversations")}
    assert titles == {f"m{number}.0" for number in range(1, 5)}
    assert db.execute("SELECT count(*) FROM conversations WHERE head IS NULL").fetchone() == (0,)
    db.close()


def test_an_answer_that_was_cut_can_be_continued(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    db = make(path, conversations=1)
    text = "long " * 20_000
    db.execute("UPDATE parts SET text = ? WHERE message = 10", [text])
    db.close()
    content = path.read_bytes()
    path.write_bytes(content[: -4096 * 4])
    db, _progress = merged(path, tmp_path / "new.db")
    (state, kept) = db.execute(
        "SELECT m.state, p.text FROM messages m JOIN parts p ON p.message = m.n WHERE m.id = 'm1.9'"
    ).fetchone()
    assert state == MessageState.INTERRUPTED
    assert 40_000 < len(kept) < len(text)
    assert text.startswith(kept)
    db.close()


def test_a_part_that_is_broken_does_not_keep_its_message_from_being_read(tmp_path: Path) -> None:
    with contextlib.closing(make(tmp_path / "history.db", conversations=1)):
        pass
    with RawFile(tmp_path / "history.db") as file, Staging(tmp_path / "staging", SHAPES) as staging:
        for found in scan(file, SHAPES):
            staging.add(found)
        staging.index()
        staging.db.execute("""UPDATE parts SET data = '{"na' WHERE kind = 'image'""")
        staging.db.execute("INSERT INTO parts (message, whole, kind, text, data) VALUES (1, 0, 'text', 'lost', '[1]')")
        mend(staging.db, "history.db")
        (piece,) = pieces(staging, 0)
    assert all("data" not in part for message in piece.messages for part, _blob in message.parts)
    assert [len(message.parts) for message in piece.messages] == [1, 1, 2, *[1] * 7]


def test_bringing_it_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    make(path).close()
    db, _first = merged(path, tmp_path / "new.db")
    before = list(db.iterdump())
    db.close()
    db, again = merged(path, tmp_path / "new.db")
    assert (again.conversations, again.messages) == (0, 0)
    assert list(db.iterdump()) == before
    db.close()


def can_recover() -> bool:
    """Whether SQLite's own shell is here, and with its recovery: many systems leave that out."""
    shell = shutil.which("sqlite3")
    if shell is None:
        return False
    asked = subprocess.run([shell, ":memory:", "SELECT 1 FROM sqlite_dbpage LIMIT 0"], capture_output=True, check=False)
    return not asked.returncode


@pytest.mark.skipif(not can_recover(), reason="SQLite's own recovery is not here to compare with")
@pytest.mark.parametrize("seed", range(6))
def test_no_less_is_found_than_by_sqlites_own_recovery(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "history.db"
    make(path, seed=seed).close()
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    wipe(path, chance.sample(range(2, pages), pages // 12))
    content = bytearray(path.read_bytes())
    path.write_bytes(bytes(content[: chance.randrange(len(content) // 2, len(content))]))
    dump = subprocess.run(["sqlite3", path, ".recover"], capture_output=True, check=False).stdout
    subprocess.run(["sqlite3", tmp_path / "theirs.db"], input=dump, capture_output=True, check=False)
    theirs: set[object] = set()
    with contextlib.closing(sqlite3.connect(tmp_path / "theirs.db")) as recovered:
        recovered.text_factory = lambda text: text.decode("utf-8", "replace")
        for (table,) in recovered.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            theirs.update(value for row in recovered.execute(f"SELECT * FROM {table}") for value in row)
    db, _progress = merged(path, tmp_path / "new.db")
    ours = set(texts(db).values())
    db.close()
    whole = {text for text in theirs if isinstance(text, str) and text.endswith("🙂 ")}
    assert len(whole) > 20
    assert whole <= ours, whole - ours
