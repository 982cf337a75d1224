"""Sound of earlier versions, numbered and with an index of lines, taken over: nothing is lost or there twice."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.storage.kept_sound import before
from desktop_app.storage.kept_sound.keeping import KeptSound
from desktop_app.storage.kept_sound.labels import name_of
from tests.support.kept import flac

PLACE = ("talk", "a")
SAID = ("one", "two", "three")


def phrase(number: int) -> KeptPhrase:
    return KeptPhrase(number * 10, number * 10 + 10, SAID[number], "sentence", "coral", 1.5, words=((0, 0.5),))


def content(number: int) -> bytes:
    return flac(f"sound of {SAID[number]}".encode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As the version before left it, last heard long ago."""
    folder = tmp_path / "audio" / "talk" / "a"
    folder.mkdir(parents=True)
    lines = []
    for number in range(len(SAID)):
        file = f"{number + 1:04}.flac"
        (folder / file).write_bytes(content(number))
        lines.append(json.dumps(asdict(replace(phrase(number), size=len(content(number)), file=file))))
    (folder / before.INDEX).write_text("\n".join(lines) + "\n", encoding="utf-8")
    os.utime(folder / before.INDEX, (1_000.0, 1_000.0))
    return folder


def sound(folder: Path) -> KeptSound:
    return KeptSound(folder.parent.parent, 10**6)


def assert_all_is_there(folder: Path, numbers: tuple[int, ...] = (0, 1, 2)) -> None:
    kept = sound(folder)
    assert [one.text for one in kept.phrases(PLACE)] == [SAID[number] for number in numbers]
    for number in numbers:
        found = kept.sound(PLACE, phrase(number).key)
        assert found is not None
        assert found[1].endswith(content(number)[42:])
        assert found[0].words == ((0, 0.5),)


def test_it_is_taken_over_when_the_message_is_opened(folder: Path) -> None:
    kept = sound(folder)
    assert len(kept.phrases(PLACE)) == 3
    assert {path.name for path in folder.iterdir()} == {name_of(phrase(number)) for number in range(3)}
    assert {path.stat().st_mtime for path in folder.iterdir()} == {1_000.0}, "and was heard when it was heard"
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert_all_is_there(folder)


def test_it_is_taken_over_when_all_is_compared(folder: Path) -> None:
    kept = sound(folder)
    before_that = kept.used
    for _ in kept.compare(2_000.0):
        pass
    assert not (folder / before.INDEX).exists()
    assert 0 < kept.used != before_that
    assert kept.used == sum(path.stat().st_size for path in folder.iterdir())


class Killed(BaseException):
    """The program ends here."""


@contextmanager
def killed_at(step: int) -> Iterator[Counter[str]]:
    """Before the ``step``-th time that something is done to a file."""
    done: Counter[str] = Counter()
    with pytest.MonkeyPatch.context() as patch:

        def count(original: Callable[..., Any], name: str) -> Callable[..., Any]:
            def one(*arguments: Any, **others: Any) -> Any:
                if done.total() == step:
                    raise Killed
                done[name] += 1
                return original(*arguments, **others)

            return one

        steps = ((os, "open"), (os, "fdopen"), (os, "fsync"), (Path, "replace"), (os, "utime"), (Path, "unlink"))
        for owner, name in steps:
            patch.setattr(owner, name, count(getattr(owner, name), name))
        yield done


STEPS = 3 * 6 + 1
"""Each phrase's file is opened, written, synced, renamed, its moment set, the old one removed; then the index goes."""


@pytest.mark.parametrize("step", range(STEPS))
def test_killed_anywhere_nothing_is_lost_and_nothing_is_there_twice(folder: Path, step: int) -> None:
    with killed_at(step), pytest.raises(Killed):
        before.take_over(folder)
    assert_all_is_there(folder)
    assert {path.name for path in folder.iterdir()} == {name_of(phrase(number)) for number in range(3)}


def test_there_are_no_more_steps_than_those(folder: Path) -> None:
    with killed_at(STEPS + 1) as done:
        before.take_over(folder)
    assert done.total() == STEPS


def test_killed_again_and_again_it_gets_on(folder: Path) -> None:
    for step in (4, 3, 2, 6, 1, 0, 5):
        with killed_at(step), pytest.raises(Killed):
            before.take_over(folder)
    assert_all_is_there(folder)


@pytest.mark.parametrize("step", range(STEPS))
def test_a_disk_that_refuses_costs_nothing_and_it_is_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    calls = iter(range(100))

    def refuse(original: Callable[..., Any]) -> Callable[..., Any]:
        def one(*arguments: Any, **others: Any) -> Any:
            if next(calls) >= step:
                raise OSError(28, "No space left on device")
            return original(*arguments, **others)

        return one

    with monkeypatch.context() as patch:
        for owner, name in ((Path, "unlink"), (Path, "replace"), (os, "utime"), (os, "open")):
            patch.setattr(owner, name, refuse(getattr(owner, name)))
        kept = sound(folder)
        assert [one.text for one, _path in kept.look_at(PLACE)] == [*SAID]
        assert all(kept.sound(PLACE, phrase(number).key) for number in range(3)), "it can be heard meanwhile"
    assert_all_is_there(folder)


@pytest.mark.parametrize("line", ["[]", "{}", "7", '{"file": "../../x"}', "\x00", '{"start": 10, "end"'])
def test_a_line_that_is_none_is_passed_over(folder: Path, line: str) -> None:
    with (folder / before.INDEX).open("a") as index:
        index.write(line + "\n")
    assert_all_is_there(folder)
    assert not (folder / before.INDEX).exists()


@pytest.mark.parametrize("name", ["..", "../../secret.flac", "index.jsonl", "", "secret.flac"])
def test_no_line_leads_out_of_its_folder(folder: Path, name: str) -> None:
    secrets = [folder.parent.parent / "secret.flac", folder / "notes.txt"]
    for secret in secrets:
        secret.write_bytes(flac(b"secret"))
    line = asdict(replace(phrase(0), start=50, end=60, size=len(flac(b"secret")), file=name))
    with (folder / before.INDEX).open("a") as index:
        index.write(json.dumps(line) + "\n")
    assert_all_is_there(folder)
    assert all(secret.exists() for secret in secrets)


def test_what_was_cut_or_lost_or_is_no_sound_is_left_out(folder: Path) -> None:
    (folder / "0001.flac").write_bytes(content(0)[:-1])
    (folder / "0002.flac").write_bytes(bytes(len(content(1))))
    (folder / "0007.flac").write_bytes(b"without a line")
    assert_all_is_there(folder, (2,))
    assert [path.name for path in folder.iterdir()] == [name_of(phrase(2))]


def test_a_phrase_that_was_kept_twice_is_its_last_one(folder: Path) -> None:
    (folder / "0001.flac").unlink()
    (folder / "0004.flac").write_bytes(content(0))
    line = asdict(replace(phrase(0), size=len(content(0)), file="0004.flac"))
    with (folder / before.INDEX).open("a") as index:
        index.write(json.dumps(line) + "\n")
    assert_all_is_there(folder)


@pytest.mark.parametrize("step", range(6))
def test_a_phrase_that_is_kept_is_whole_or_not_there_and_spoils_nothing_wherever_the_program_is_killed(
    folder: Path, step: int
) -> None:
    kept = sound(folder)
    kept.phrases(PLACE)
    longer = KeptPhrase(0, 15, "one and a half", "sentence", "coral", 2.0)
    with killed_at(step):
        try:
            kept.keep(PLACE, longer, flac(b"longer"))
        except Killed:
            pass
        else:
            assert step > 3
    again = sound(folder)
    texts = [one.text for one in again.phrases(PLACE)]
    assert texts in (["one", "two", "three"], ["two", "three"], ["three"], ["one and a half", "three"])
    assert all(again.sound(PLACE, one.key) for one in again.phrases(PLACE))
    assert len(list(folder.iterdir())) == len(texts)
