"""A file of conversations is told by its content, read a piece at a time, and whatever is wrong with it is said."""

from __future__ import annotations

import json
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import ExportNotUnderstood, ExportUnreadable
from desktop_app.domain.importing import Gap, GapReport, ImportSource
from desktop_app.exchange import json_file
from desktop_app.exchange.importing.depth import Depth
from desktop_app.exchange.importing.found import Found
from desktop_app.exchange.importing.gaps import Gaps
from desktop_app.exchange.importing.reading import ExportFile
from tests.support.foreign_exports import (
    NO_PARENT,
    libre_message,
    librechat,
    open_webui,
    plain_chat,
    webui_message,
    write_json,
    write_zip,
)

CHATS = [plain_chat(name, f"What is {name}?", f"{name} is nice.") for name in ("moss", "fern", "bark")]
WEBUI = [open_webui("w", [webui_message("q", None, "user", "Hi", 1_700_000_001)])]
LIBRE = librechat("l", [libre_message("q", NO_PARENT, "Hi", by_user=True, second=1)])
OURS = "".join([*json_file.beginning([], "Aloud 1", 1.0), json_file.conversations(), json_file.ending()])


def read(path: Path) -> tuple[ImportSource, list[Found], GapReport]:
    gaps = Gaps()
    with ExportFile(path, now=5.0) as file:
        found = list(file.conversations(gaps))
        assert file.position == file.size or gaps.report().count
        return file.source, found, gaps.report()


def titles(path: Path) -> list[str]:
    return [one.whole.conversation.title for one in read(path)[1]]


@pytest.mark.parametrize(
    ("value", "source"),
    [
        (CHATS, ImportSource.CHATGPT),
        ({"conversations": CHATS}, ImportSource.CHATGPT),
        (CHATS[0], ImportSource.CHATGPT),
        (WEBUI, ImportSource.OPEN_WEBUI),
        (WEBUI[0], ImportSource.OPEN_WEBUI),
        (LIBRE, ImportSource.LIBRECHAT),
        ([LIBRE], ImportSource.LIBRECHAT),
    ],
)
def test_a_file_is_told_by_what_is_in_it(tmp_path: Path, value: object, source: ImportSource) -> None:
    found, conversations, _ = read(write_json(tmp_path / "any name", value))
    assert found is source
    assert conversations


@pytest.mark.parametrize("text", ["", "hello", "[]", "{}", "[1, 2]", '{"a": [1]}', "[{}]", '"x"', OURS[:30]])
def test_what_has_no_conversations_is_not_understood(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text)
    with pytest.raises(ExportNotUnderstood), ExportFile(path, 5.0):
        pass


def test_a_file_that_is_not_there_or_no_archive_after_all_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ExportUnreadable), ExportFile(tmp_path / "gone.json", 5.0):
        pass
    with pytest.raises(ExportUnreadable), ExportFile(tmp_path, 5.0):
        pass


def test_an_own_file_of_a_later_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"format": "aloud", "version": 2, "conversations": []}')
    with pytest.raises(ExportNotUnderstood, match="newer version of Aloud"), ExportFile(path, 5.0):
        pass


def test_a_mark_of_the_encoding_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(CHATS).encode())
    assert titles(path) == ["About moss", "About fern", "About bark"]


def test_an_archive_is_read_through_its_conversations(tmp_path: Path) -> None:
    path = write_zip(
        tmp_path / "export.zip",
        {
            "user.json": "{}",
            "conversations-001.json": json.dumps(CHATS[2:]),
            "conversations-000.json": json.dumps(CHATS[:2]),
            "message_feedback.json": json.dumps([{"id": 1}]),
        },
    )
    source, found, report = read(path)
    assert source is ImportSource.CHATGPT
    assert [one.whole.conversation.title for one in found] == ["About moss", "About fern", "About bark"]
    assert not report.count


def test_exports_of_folders_tell_the_folder_by_their_own_names_in_an_archive_too(tmp_path: Path) -> None:
    chat = open_webui("w", [webui_message("q", None, "user", "Hi", 1)], folder_id="5f0c")
    name = "folder-Garden-export-1767272199547.json"
    alone = write_json(tmp_path / name, [chat])
    packed = write_zip(tmp_path / "both.zip", {f"mine/{name}": json.dumps([chat])})
    assert [one.folder for path in (alone, packed) for one in read(path)[1]] == ["Garden", "Garden"]


def test_an_archive_of_single_conversations_is_read_too(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "x.zip", {"a.json": json.dumps(LIBRE), "b/c.json": json.dumps(WEBUI), "d.txt": "no"})
    assert titles(path) == ["About l", "About w"]


@given(cut=st.integers(0, len(json.dumps(CHATS)) - 1))
def test_of_a_cut_file_the_conversations_before_the_cut_are_whole(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    text = json.dumps(CHATS)
    path = tmp_path_factory.mktemp("cut") / "x.json"
    path.write_text(text[:cut])
    ends = [text.index(json.dumps(chat)) + len(json.dumps(chat)) for chat in CHATS]
    whole = sum(end <= cut for end in ends)
    if not whole:
        with pytest.raises(ExportNotUnderstood), ExportFile(path, 5.0):
            pass
        return
    _, found, report = read(path)
    assert len(found) == whole
    assert report.totals == {(Gap.CUT, ""): 1}


@given(place=st.integers(0, 10_000), value=st.integers(0, 255))
def test_a_damaged_byte_never_ends_in_a_bug(tmp_path_factory: pytest.TempPathFactory, place: int, value: int) -> None:
    content = bytearray(json.dumps(CHATS).encode())
    content[place % len(content)] = value
    path = tmp_path_factory.mktemp("bad") / "x.json"
    path.write_bytes(content)
    try:
        _, found, _ = read(path)
    except ExportNotUnderstood:
        return
    assert len(found) <= len(CHATS)


def test_a_damaged_archive_gives_what_is_whole(tmp_path: Path) -> None:
    chats = [plain_chat(f"c{number}", f"{number}" * 3_000, "yes") for number in range(200)]
    path = write_zip(tmp_path / "x.zip", {"conversations.json": json.dumps(chats)})
    with zipfile.ZipFile(path) as archive:
        middle = archive.infolist()[0].compress_size // 2
    content = bytearray(path.read_bytes())
    content[middle : middle + 200] = bytes(200)
    path.write_bytes(content)
    _, found, report = read(path)
    assert len(found) < 200
    assert (Gap.CUT, "") in report.totals


def test_who_does_not_want_it_any_more_gets_no_further(tmp_path: Path) -> None:
    chats = [plain_chat(f"c{number}", f"{number}" * 30_000, "yes") for number in range(40)]
    cancelled = False
    with ExportFile(write_json(tmp_path / "x.json", chats), 5.0, lambda: cancelled) as file:
        found = []
        for one in file.conversations(Gaps()):
            found.append(one)
            cancelled = True
    assert 0 < len(found) < 40


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        with (tmp_path / "x.json").open("w") as file:
            file.write("[" + ",".join(json.dumps(plain_chat(f"c{n}", "x" * 40_000, "y")) for n in range(count)) + "]")
        tracemalloc.start()
        gaps = Gaps()
        with ExportFile(tmp_path / "x.json", 5.0) as export:
            assert sum(1 for _ in export.conversations(gaps)) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(200) < 1.5 * peak(20)


@pytest.mark.parametrize("nest", ["[", '{"a":', '[{"mapping":'])
def test_a_file_of_brackets_does_not_take_the_memory(tmp_path: Path, nest: str) -> None:
    path = tmp_path / "x.json"
    before = ",".join(json.dumps(one) for one in (CHATS[0], plain_chat("long", "x" * 200_000)))
    path.write_text(f"[{before}," + nest * 2_000_000)
    _, found, report = read(path)
    assert len(found) == 1
    assert report.totals == {(Gap.CUT, ""): 1}


@given(
    value=st.recursive(
        st.none() | st.text('[]{}"\\x', max_size=6),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('[]{}"\\', max_size=3), inner, max_size=3),
    ),
    size=st.integers(1, 9),
)
def test_depth_is_counted_as_a_parser_would(value: object, size: int) -> None:
    text = json.dumps(value).encode()

    def depth(one: object) -> int:
        inside = one.values() if isinstance(one, dict) else one if isinstance(one, list) else None
        return 0 if inside is None else 1 + max(map(depth, inside), default=0)

    def is_too_deep(most: int) -> bool:
        watch = Depth(most)
        return any(watch.is_too_deep(text[at : at + size]) for at in range(0, len(text), size))

    assert not is_too_deep(depth(value))
    assert depth(value) == 0 or is_too_deep(depth(value) - 1)


def test_an_odd_item_among_conversations_is_passed_over_and_told(tmp_path: Path) -> None:
    path = write_json(tmp_path / "x.json", [{"title": "Broken", "id": "x"}, 7, *CHATS])
    _, found, report = read(path)
    assert len(found) == 3
    assert report.totals == {(Gap.CONVERSATION, ""): 2}
    assert [line.title for line in report.lines] == ["Broken", ""]
