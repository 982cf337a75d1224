"""Where the window stood is remembered, whatever is in the way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_app.storage import place_file


def test_what_was_saved_is_what_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    place_file.save(path, {"side": False})
    place_file.save(path, {"side": True, "geometry": "AAAA"})
    assert place_file.load(path) == {"side": True, "geometry": "AAAA"}
    assert [file.name for file in tmp_path.iterdir()] == ["window.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are given otherwise there")
def test_only_this_user_may_read_it_even_where_an_old_half_lay_open(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.with_suffix(".new").write_text("{}")
    path.with_suffix(".new").chmod(0o644)
    place_file.save(path, {})
    assert path.stat().st_mode & 0o777 == 0o600


def test_nonsense_is_no_place(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    assert place_file.load(path) == {}
    path.write_text("[1]")
    assert place_file.load(path) == {}
    path.write_text("{")
    assert place_file.load(path) == {}
