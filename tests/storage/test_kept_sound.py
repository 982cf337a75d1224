"""Kept sound on the disk: found again, whole or not at all, under its limit, gone with its conversation."""

from __future__ import annotations

import math
import os
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.storage.kept_sound.keeping import KeptSound
from desktop_app.storage.kept_sound.labels import label_of, labelled, name_of, phrase_of
from tests.support.kept import flac

A, B, C = ("talk", "a"), ("talk", "b"), ("other", "c")


def phrase(number: int = 0, voice: str = "coral", *, length: int = 10) -> KeptPhrase:
    return KeptPhrase(number * 10, number * 10 + length, f"words {number}", "sentence", voice, 1.5)


def sized(size: int) -> bytes:
    """What takes so many bytes on the disk, or a few more."""
    return flac(bytes(size - len(labelled(flac(), phrase(0)))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "audio"


@pytest.fixture
def sound(folder: Path) -> KeptSound:
    return KeptSound(folder, 10_000)


def content(sound: KeptSound, place: tuple[str, str], one: KeptPhrase) -> bytes | None:
    """What was given to be kept, behind what keeping has put before it."""
    found = sound.sound(place, one.key)
    return found[1][len(labelled(flac(), one)) :] if found else None


def files(folder: Path, place: tuple[str, str]) -> list[Path]:
    return list((folder / place[0] / place[1]).glob("*.flac"))


def heard_at(folder: Path, place: tuple[str, str], moment: float) -> None:
    for file in files(folder, place):
        os.utime(file, (moment, moment))


def test_what_was_kept_elsewhere_comes_where_there_is_room_and_puts_nothing_aside(folder: Path) -> None:
    sound = KeptSound(folder, 3_000)
    assert sound.keep(A, phrase(0), sized(1_000))
    assert sound.take_in(B, phrase(0), sized(1_000))
    assert not sound.take_in(B, phrase(0), sized(500)), "it is here already"
    assert not sound.take_in(B, phrase(0, length=3), sized(500)), "some of it is, in that voice"
    assert sound.take_in(B, phrase(0, "sage", length=3), sized(300))
    assert not sound.take_in(C, phrase(1), sized(1_000)), "there is no room"
    assert [len(sound.phrases(place)) for place in (A, B, C)] == [1, 2, 0]
    with pytest.raises(ValueError, match="FLAC"):
        sound.take_in(C, phrase(1), b"RIFF")
    sound.forget_conversation(B[0])
    assert sound.take_in(B, phrase(0), sized(300)), "it was deleted, and has come back"


def test_what_was_kept_is_found_by_the_next_run_in_the_order_of_its_places(folder: Path, sound: KeptSound) -> None:
    assert sound.keep(A, phrase(1), flac(b"one"))
    assert sound.keep(A, phrase(0), flac(b"nought"))
    again = KeptSound(folder, 10_000)
    assert [one.text for one in again.phrases(A)] == ["words 0", "words 1"]
    assert content(again, A, phrase(0)) == b"nought"
    assert content(again, A, phrase(2)) is None


def test_the_times_of_words_come_back(folder: Path, sound: KeptSound) -> None:
    timed = KeptPhrase(0, 5, "a b", "none", "coral", 1.0, words=((0, 0.0), (1, 0.5)))
    sound.keep(A, timed, flac(b"x"))
    assert KeptSound(folder, 10_000).phrases(A)[0].words == ((0, 0.0), (1, 0.5))


def test_a_voice_finds_its_own_sound_only(sound: KeptSound) -> None:
    sound.keep(A, phrase(0, "coral"), flac(b"coral's"))
    sound.keep(A, phrase(0, "sage"), flac(b"sage's"))
    assert content(sound, A, phrase(0, "coral")) == b"coral's"
    assert sound.has(A, "sage", 0, 10, "words 0")
    assert not sound.has(A, "ash", 0, 10, "words 0")


def test_a_phrase_takes_the_place_of_what_it_overlaps_in_the_same_voice(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"short"))
    sound.keep(A, phrase(0, "sage"), flac(b"another's"))
    sound.keep(A, phrase(0, length=20), flac(b"longer"))
    assert [(one.voice, one.end) for one in sound.phrases(A)] == [("sage", 10), ("coral", 20)]
    assert [(one.voice, one.end) for one in KeptSound(folder, 10_000).phrases(A)] == [("sage", 10), ("coral", 20)]


def test_a_file_that_a_crash_left_half_written_is_never_played(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"all of it"))
    (file,) = files(folder, A)
    file.write_bytes(file.read_bytes()[:-1])
    again = KeptSound(folder, 10_000)
    assert again.phrases(A) == ()
    assert content(again, A, phrase(0)) is None
    assert not file.exists()


def test_what_a_crash_left_is_swept_when_the_message_is_opened_again(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"all of it"))
    place = folder / "talk" / "a"
    for name in ("0002.part", "0003.flac", "notes.txt"):
        (place / name).write_bytes(b"half")
    again = KeptSound(folder, 10_000)
    assert len(again.phrases(A)) == 1
    assert {path.name for path in place.iterdir()} == {name_of(phrase(0)), "notes.txt"}
    assert again.keep(A, phrase(1), flac(b"more"))
    assert content(again, A, phrase(1)) == b"more"


def test_a_file_under_another_name_than_its_own_is_of_nobody(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"said"))
    (file,) = files(folder, A)
    for name in ("0001.flac", name_of(phrase(1))):
        (file.parent / name).write_bytes(file.read_bytes())
    assert [one.text for one in KeptSound(folder, 10_000).phrases(A)] == ["words 0"]
    assert files(folder, A) == [file]


def test_a_file_that_is_cut_while_the_program_runs_is_not_played_either(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"all of it"))
    files(folder, A)[0].write_bytes(b"")
    assert content(sound, A, phrase(0)) is None
    assert not sound.has(A, *phrase(0).key)


@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_a_label_that_is_cut_anywhere_is_none(folder: Path, sound: KeptSound, cut: int) -> None:
    sound.keep(A, phrase(0), flac(b"said"))
    (file,) = files(folder, A)
    file.write_bytes(file.read_bytes()[:cut])
    assert KeptSound(folder, 10_000).phrases(A) == ()


@pytest.mark.parametrize("last", [True, False])
def test_sound_that_has_a_label_gets_another_one_and_not_two(*, last: bool) -> None:
    content = flac(b"said") if last else b"fLaC\0\0\0\x22" + bytes(34) + b"\x84\0\0\0said"
    assert labelled(labelled(content, phrase(0)), phrase(1)) == labelled(content, phrase(1))


@settings(max_examples=300, deadline=None)
@given(places=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=4))
def test_a_label_that_somebody_has_changed_is_a_label_or_none_and_no_error(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[int, int]]
) -> None:
    content = bytearray(labelled(flac(b"said"), phrase(0)))
    for at, value in places:
        content[at % len(content)] = value
    path = tmp_path_factory.getbasetemp() / name_of(phrase(0))
    path.write_bytes(content)
    found = label_of(path, len(content))
    assert found is None or found.key == phrase(0).key


@pytest.mark.parametrize(
    "wrong",
    [
        *({"start": -1}, {"end": 2**63}, {"size": 10**30}, {"seconds": math.nan}, {"seconds": math.inf}),
        *({"words": [[0, math.nan]]}, {"words": [[math.inf, 0]]}, {"words": 7}, {"text": 7}, {"more": 1}),
    ],
)
def test_a_label_that_no_table_would_take_is_none(wrong: dict[str, object]) -> None:
    values = {**asdict(phrase(0)), **wrong}
    assert phrase_of(values) is None
    assert phrase_of(asdict(phrase(0))) == phrase(0)


def test_what_is_no_flac_file_is_not_kept(folder: Path, sound: KeptSound) -> None:
    with pytest.raises(ValueError, match="FLAC"):
        sound.keep(A, phrase(0), b"RIFF")
    assert sound.phrases(A) == ()
    assert not folder.exists()


def test_the_message_that_was_not_heard_for_the_longest_time_goes_first(folder: Path) -> None:
    first = KeptSound(folder, 10_000)
    for place in (A, B, C):
        first.keep(place, phrase(0), sized(2_000))
    for place, moment in ((A, 100.0), (B, 200.0), (C, 300.0)):
        heard_at(folder, place, moment)
    sound = KeptSound(folder, 7_000)
    assert content(sound, A, phrase(0)), "it is heard again: now B is the oldest"
    assert sound.keep(C, phrase(1), sized(2_000))
    assert (bool(sound.phrases(A)), bool(sound.phrases(B)), len(sound.phrases(C))) == (True, False, 2)
    assert sound.used <= 7_000
    assert not (folder / "talk" / "b").exists()


def test_a_hearing_is_known_to_the_next_run(folder: Path, sound: KeptSound) -> None:
    for place in (A, B):
        sound.keep(place, phrase(0), sized(2_000))
        heard_at(folder, place, 100.0)
    content(sound, A, phrase(0))
    KeptSound(folder, 10_000).set_limit(3_000)
    assert [path.name for path in (folder / "talk").iterdir()] == ["a"]


def test_one_message_never_pushes_itself_out_and_stops_at_the_limit(sound: KeptSound) -> None:
    kept = [sound.keep(A, phrase(number), sized(3_000)) for number in range(5)]
    assert kept == [True, True, True, False, False]
    assert sound.phrases(A)[0].text == "words 0"


def test_with_no_limit_set_aside_for_it_nothing_is_kept_and_what_there_was_goes(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"0"))
    sound.set_limit(0)
    assert sound.used == 0
    assert not sound.keep(A, phrase(1), flac(b"1"))
    assert not any(path.is_file() for path in folder.rglob("*"))


def test_a_deleted_conversation_takes_its_sound_along_and_none_comes_after_it(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"0"))
    sound.keep(C, phrase(0), flac(b"0"))
    sound.forget_conversation("talk")
    assert not sound.keep(A, phrase(1), flac(b"a late phrase"))
    assert [path.name for path in folder.iterdir()] == ["other"]
    assert sound.phrases(A) == ()


def test_deleted_messages_take_their_sound_along_and_none_comes_after_them(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"0"))
    sound.keep(B, phrase(0), flac(b"0"))
    sound.forget_messages([A, ("talk", "that had none")])
    assert not sound.keep(A, phrase(1), flac(b"a late phrase"))
    assert [path.name for path in (folder / "talk").iterdir()] == [B[1]]
    assert sound.phrases(A) == ()
    assert sound.phrases(B)


def test_everything_can_be_forgotten(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"0"))
    sound.keep(C, phrase(0), flac(b"0"))
    sound.forget_all()
    assert sound.used == 0
    assert list(folder.iterdir()) == []
    assert sound.keep(A, phrase(0), flac(b"0")), "and kept anew"


def test_how_much_is_used_is_what_the_files_take(folder: Path, sound: KeptSound) -> None:
    for number in range(3):
        sound.keep(A, phrase(number), sized(500))
    on_disk = sum(path.stat().st_size for path in files(folder, A))
    assert sound.used == on_disk == KeptSound(folder, 10_000).used


def test_the_files_are_for_this_user_only(folder: Path, sound: KeptSound) -> None:
    sound.keep(A, phrase(0), flac(b"0"))
    assert {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (folder / "talk", folder / "talk" / "a")} == {0o700}


def test_a_folder_that_cannot_be_written_is_said_by_an_error_and_leaves_nothing(folder: Path) -> None:
    folder.write_text("a file in its place")
    sound = KeptSound(folder, 10_000)
    with pytest.raises(OSError, match="audio"):
        sound.keep(A, phrase(0), flac(b"0"))
    assert sound.phrases(A) == ()


def test_only_some_messages_stay_in_memory_and_the_others_are_read_again(folder: Path) -> None:
    sound = KeptSound(folder, 10**6)
    for number in range(250):
        sound.keep(("talk", f"m{number}"), phrase(0), flac(b"0"))
    assert all(sound.phrases(("talk", f"m{number}")) for number in range(250))
