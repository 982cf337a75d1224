"""What is made piece by piece is there when it is whole, and else nothing is."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

import pytest

from desktop_app.domain.errors import FileRefused, NoRoomForFile
from desktop_app.storage.new_file import NewFile, NewFolder


class Stop(Exception):
    pass


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def give_up(made: NewFile | NewFolder) -> None:
    """In the middle of the work."""
    with made:
        if isinstance(made, NewFile):
            made.write("new")
        else:
            (made.inside / "a").write_text("x")
        raise Stop


def test_a_file_appears_when_all_of_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with NewFile(path) as file:
        file.write("ä")
        file.write(b"b")
        assert not path.exists()
    assert path.read_bytes() == "äb".encode()
    assert names(tmp_path) == ["a.txt"]


def test_a_file_that_is_given_up_leaves_the_one_that_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(Stop):
        give_up(NewFile(path))
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_full_disk_is_told_as_one(tmp_path: Path) -> None:
    class Full(io.BytesIO):
        def write(self, _piece: object) -> int:
            raise OSError(errno.ENOSPC, "full")

    file = NewFile(tmp_path / "a.txt")
    with file:
        file._file.close()
        file._file = Full()  # type: ignore[assignment]
        with pytest.raises(NoRoomForFile, match=r"a\.txt"):
            file.write("more")


def test_a_folder_that_is_gone_refuses(tmp_path: Path) -> None:
    with pytest.raises(FileRefused), NewFile(tmp_path / "gone" / "a.txt"):
        pass
    with pytest.raises(FileRefused), NewFolder(tmp_path / "gone" / "a"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights_refuses(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FileRefused), NewFile(tmp_path / "a.txt"):
            pass
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_appears_whole_and_takes_another_name_where_its_own_is_taken(tmp_path: Path) -> None:
    for _ in range(2):
        with NewFolder(tmp_path / "out") as folder:
            (folder.inside / "a").write_text("x")
            with NewFile(folder.inside / "b") as file:
                file.write("y")
    assert names(tmp_path) == ["out", "out (2)"]
    assert folder.path == tmp_path / "out (2)"
    assert names(folder.path) == ["a", "b"]


def test_a_folder_that_is_given_up_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    with pytest.raises(Stop):
        give_up(NewFolder(tmp_path / "out"))
    assert names(tmp_path) == []
