"""A text saved where a person likes: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.domain.errors import FileRefused, NoRoomForFile
from desktop_app.storage import plain_file
from tests.support.small_files import small_files


def test_it_is_written_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    plain_file.save(file, "a = 'ü'\r\nb = 2\n")
    assert file.read_bytes() == "a = 'ü'\r\nb = 2\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["code.py"]


@pytest.mark.skipif(os.name == "nt", reason="rights and links of Unix")
def test_what_stood_there_is_replaced_and_keeps_its_rights_and_its_link(tmp_path: Path) -> None:
    file, link = tmp_path / "run.sh", tmp_path / "link.sh"
    file.write_text("old")
    file.chmod(0o750)
    link.symlink_to(file)
    plain_file.save(link, "new")
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o750
    assert link.is_symlink()


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"code\.py cannot be written there"):
        plain_file.save(tmp_path / "no such folder" / "code.py", "x")


@pytest.mark.skipif(os.name == "nt", reason="limits the size of files by a signal of Unix")
def test_without_room_what_stood_there_stays(tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    file.write_text("old")
    with small_files(), pytest.raises(NoRoomForFile):
        plain_file.save(file, "x" * 5_000_000)
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["code.py"]
